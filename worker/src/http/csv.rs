//! Tables as files (RFC 4180) that a spreadsheet opens as they are meant: UTF-8 and marked so, and no cell is a formula.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// What makes spreadsheets read the file as UTF-8.
const MARK: char = '\u{FEFF}';

/// A table that grows by rows.
#[derive(Debug)]
pub struct Table(String);

impl Table {
    /// A table with the heads of its columns.
    #[must_use]
    pub fn new<'a>(heads: impl IntoIterator<Item = &'a str>) -> Self {
        let mut table = Self(MARK.to_string());
        table.row(heads);
        table
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// What a spreadsheet would take for a formula gets an apostrophe, which it shows as text; so it can't compute, nor
    /// fetch anything, whoever wrote it.
    fn cell(&mut self, cell: &str) {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        let quoted = cell.contains(['"', ',', '\r', '\n']);
        let Self(text) = self;
        if quoted {
            text.push('"');
        }
        if formula {
            text.push('\'');
        }
        if quoted {
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }

    /// The table as a file of this name, which is ours and plain.
    #[must_use]
    pub fn download(self, name: &str) -> Response {
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ];
        (headers, self.0).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[&str]) -> String {
        let mut table = Table::new(["a"]);
        table.row(cells.iter().copied());
        table.0.strip_prefix("\u{FEFF}a\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn cells_are_written_by_the_standard() {
        for (cells, line) in [
            (&["a", "b c", ""][..], "a,b c,"),
            (&["a,b"], "\"a,b\""),
            (&["dice \"no\""], "\"dice \"\"no\"\"\""),
            (&["dos\r\nlíneas"], "\"dos\r\nlíneas\""),
        ] {
            assert_eq!(written(cells), line);
        }
    }

    #[test]
    fn fault_21_no_cell_is_a_formula() {
        for (cell, line) in [
            ("=1+1", "'=1+1"),
            ("+57 300", "'+57 300"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            (
                "=HYPERLINK(\"https://mal.example\",\"ver\")",
                "\"'=HYPERLINK(\"\"https://mal.example\"\",\"\"ver\"\")\"",
            ),
            ("a=1", "a=1"),
        ] {
            assert_eq!(written(&[cell]), line);
        }
    }
}
