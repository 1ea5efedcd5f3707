//! Escaping for text and quoted attributes.

use std::io::{self, Write};

/// Writes `text` with `& < > " '` as character references.
///
/// The template engine's own function writes byte by byte; this one writes whole runs, which is most of the time of
/// a page of Vietnamese text.
pub(super) fn escape_html(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if let Some(reference) = reference(*byte) {
            out.write_all(&bytes[from..at])?;
            out.write_all(reference.as_bytes())?;
            from = at + 1;
        }
    }
    out.write_all(&bytes[from..])
}

/// Appends `text` with `& < > " '` as character references.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(reference) = reference(byte) {
            out.push_str(&text[from..at]);
            out.push_str(reference);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
}

const fn reference(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_signs_become_references_and_the_rest_stays() {
        let text = "«Hiểu» & <b a='1'>\"x\"</b>";
        let (mut bytes, mut escaped) = (Vec::new(), String::new());
        escape_html(text, &mut bytes).expect("a vector takes every byte");
        push_escaped(&mut escaped, text);
        assert_eq!(bytes, escaped.as_bytes());
        assert_eq!(escaped, "«Hiểu» &amp; &lt;b a=&#39;1&#39;&gt;&quot;x&quot;&lt;/b&gt;");
    }
}
