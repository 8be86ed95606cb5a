//! A message as plain text.

use super::message::Block;

/// The blocks as plain text, each after an empty line.
pub fn render(blocks: &[Block]) -> String {
    let pieces: Vec<String> = blocks.iter().map(render_block).collect();
    format!("{}\n", pieces.join("\n\n"))
}

fn render_block(block: &Block) -> String {
    match block {
        Block::Headline(words) | Block::Paragraph(words) | Block::Code(words) => words.clone(),
        Block::Quote(words) => words.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        Block::Items(items) => {
            let lines = items.iter().map(|(term, words)| format!("- {term}: {words}"));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Link { label, url } => format!("{label}:\n{url}"),
        // The line that mail programs recognise as the beginning of a signature.
        Block::Footer(words) => format!("-- \n{words}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_reads_without_markup() {
        let blocks = [
            Block::Headline("Le respondimos".into()),
            Block::Quote("Uno.\nDos.".into()),
            Block::Items(vec![("Módulo".into(), "La parte.".into()), ("Ruta".into(), "Los menús.".into())]),
            Block::Link { label: "Ver el ticket".into(), url: "https://x.co/tickets/1".into() },
            Block::Footer("Soporte".into()),
        ];
        let expected = "Le respondimos\n\n> Uno.\n> Dos.\n\n- Módulo: La parte.\n- Ruta: Los menús.\n\n\
            Ver el ticket:\nhttps://x.co/tickets/1\n\n-- \nSoporte\n";
        assert_eq!(render(&blocks), expected);
    }
}
