//! Escaping for text and quoted attributes, for the template engine and for markup.

use std::io::{self, Write};

use crate::base::html::{escape_into, pieces};

/// Writes `text`, escaped.
///
/// The template engine's own function writes byte by byte; this one writes whole runs, which is most of the time of
/// a page of Vietnamese text.
pub(super) fn escape_html(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut result = Ok(());
    pieces(text, |piece| {
        if result.is_ok() {
            result = out.write_all(piece.as_bytes());
        }
    });
    result
}

/// Appends `text`, escaped.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    escape_into(out, text);
}
