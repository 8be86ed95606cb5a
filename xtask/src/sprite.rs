//! The drawings of the portal as one sprite inside the page: nothing more to fetch, and the theme's inks reach them.

use std::{fs, path::Path};

use crate::Outcome;

/// The icons of `style/icons.svg` and each drawing of `style/drawings` as the symbol `d-<name>`.
///
/// # Errors
/// When a file can't be read or is not one `<svg viewBox="…">…</svg>`.
pub fn assemble(style: &Path) -> Outcome<String> {
    let mut names: Vec<_> = fs::read_dir(style.join("drawings"))?.collect::<Result<_, _>>()?;
    names.sort_by_key(fs::DirEntry::file_name);
    let mut symbols = String::new();
    for file in names {
        let path = file.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let drawing = fs::read_to_string(&path)?;
        let symbol = symbol(name, &drawing);
        symbols += &symbol.ok_or_else(|| format!("{} is not one <svg> with a viewBox.", path.display()))?;
    }
    let icons = fs::read_to_string(style.join("icons.svg"))?;
    Ok(icons.trim().replace("</svg>", &format!("{symbols}</svg>")))
}

fn symbol(name: &str, drawing: &str) -> Option<String> {
    let (head, rest) = drawing.trim().strip_prefix("<svg")?.split_once('>')?;
    let inside = rest.strip_suffix("</svg>")?;
    let view_box = head.split_once("viewBox=\"")?.1.split_once('"')?.0;
    Some(format!("<symbol id=\"d-{name}\" viewBox=\"{view_box}\">{inside}</symbol>"))
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn a_drawing_becomes_a_symbol_and_anything_else_does_not() {
        let drawing = "<svg class=\"x\" viewBox=\"0 0 4 8\" aria-hidden=\"true\"><path d=\"M0 0\"/></svg>\n";
        assert_eq!(
            symbol("bell", drawing).unwrap(),
            "<symbol id=\"d-bell\" viewBox=\"0 0 4 8\"><path d=\"M0 0\"/></symbol>"
        );
        assert_eq!(symbol("bell", "<svg><path/></svg>"), None);
        assert_eq!(symbol("bell", "<p>"), None);
    }
}
