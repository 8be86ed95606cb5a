//! A message as HTML that any mail program shows: no tables, no images, no scripts, styles on the elements.
//!
//! Page and text keep the reader's own colours, so a dark mailbox stays dark; what has a colour of its own has both its
//! background and its ink, or one that can be read on light and on dark.

use super::message::Block;
use wording::Locale;

const PAGE: &str = "margin:0;padding:24px 16px;font:16px/1.55 Georgia,'Times New Roman',serif";
const HEADLINE: &str = "margin:0 0 16px;font-size:22px;line-height:1.3";
const PARAGRAPH: &str = "margin:0 0 16px";
const QUOTE: &str =
    "margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #e3b04b;white-space:pre-wrap";
const TERM: &str = "margin:0;font-weight:bold";
const TERM_WORDS: &str = "margin:0 0 12px";
const CODE: &str = "margin:0 0 16px;font:bold 32px/1.4 Consolas,Menlo,monospace;letter-spacing:6px";
const LINK: &str = "display:inline-block;padding:12px 20px;border:1px solid #85728a;border-radius:8px;background:#54275e;color:#fff8ee;\
    font-weight:bold;text-decoration:none";
const FOOTER: &str = "margin:24px 0 0;padding-top:12px;border-top:1px solid #85728a;font-size:14px";

/// The whole page.
pub fn render(title: &str, blocks: &[Block], locale: Locale) -> String {
    let lang = locale.pick("es", "en");
    let body: String = blocks.iter().map(render_block).collect();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title></head>\n<body style=\"{PAGE}\"><div style=\"max-width:560px;margin:0 auto\">\n\
         {body}</div></body></html>\n",
        title = escape(title),
    )
}

fn render_block(block: &Block) -> String {
    match block {
        Block::Headline(words) => format!("<h1 style=\"{HEADLINE}\">{}</h1>\n", escape(words)),
        Block::Paragraph(words) => format!("<p style=\"{PARAGRAPH}\">{}</p>\n", escape(words)),
        Block::Quote(words) => format!("<blockquote style=\"{QUOTE}\">{}</blockquote>\n", escape(words)),
        Block::Items(items) => {
            let items: String = items.iter().map(|(term, words)| render_item(term, words)).collect();
            format!("<dl style=\"{PARAGRAPH}\">{items}</dl>\n")
        }
        Block::Code(digits) => format!("<p style=\"{CODE}\">{}</p>\n", escape(digits)),
        Block::Link { label, url } => {
            format!(
                "<p style=\"{PARAGRAPH}\"><a href=\"{}\" style=\"{LINK}\">{}</a></p>\n",
                escape(url),
                escape(label)
            )
        }
        Block::Footer(words) => {
            format!("<p style=\"{FOOTER}\">{}</p>\n", escape(words).replace('\n', "<br>"))
        }
    }
}

fn render_item(term: &str, words: &str) -> String {
    format!("<dt style=\"{TERM}\">{}</dt><dd style=\"{TERM_WORDS}\">{}</dd>", escape(term), escape(words))
}

/// Text as text, in an element or in a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stored markup in a name or a text once ran in an agent's mailbox.
    #[test]
    fn a_persons_words_never_become_markup() {
        let attack = "<script>alert(1)</script>\"onload='x' javascript:1 &amp;";
        let blocks = [
            Block::Headline(attack.into()),
            Block::Paragraph(attack.into()),
            Block::Quote(attack.into()),
            Block::Items(vec![(attack.into(), attack.into())]),
            Block::Code(attack.into()),
            Block::Link { label: attack.into(), url: attack.into() },
            Block::Footer(attack.into()),
        ];
        let page = render(attack, &blocks, Locale::Es);
        assert!(!page.contains("<script") && !page.contains("\"onload"));
        let written = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&#39;x&#39; javascript:1 &amp;amp;";
        assert_eq!(page.matches(written).count(), blocks.len() + 3);
    }

    #[test]
    fn the_page_says_its_language_and_leaves_the_mailbox_its_colours() {
        let page = render("t", &[Block::Paragraph("p".into())], Locale::En);
        assert!(page.contains("<html lang=\"en\">") && page.contains("content=\"light dark\""));
        assert!(!PAGE.contains("color") && !PAGE.contains("background") && !page.contains("<table"));
    }
}
