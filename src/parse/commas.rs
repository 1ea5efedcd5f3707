//! Texts within braces that a comma cuts: `{lý do: Có hỏi lại, đã làm rõ}` says `Có hỏi lại` to YAML, and a key without
//! a value.

use super::comment::{is_in_words, quoted};
use super::words::known_key;
use super::yaml::{Key, Kind, Node};
use crate::base::source::Span;

/// A text that a comma cuts.
pub struct Cut {
    /// Where its further parts stand, which are no keys.
    pub parts: Span,
    /// The key with the whole text in quotation marks.
    pub line: String,
}

/// The texts of a map of these `entries` that commas cut, in a file that says `all`; the map may have these `keys`.
pub fn cut_texts(all: &str, entries: &[(Key<'_>, Node<'_>)], keys: &[&'static str]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut rest = entries;
    while let Some(((key, value), others)) = rest.split_first() {
        let parts = others.iter().take_while(|(key, value)| is_part(all, key, value, keys)).count();
        if let (Some((first, _)), Some((last, _))) = (others.first(), others[..parts].last())
            && let Kind::Text(text) = &value.kind
            && known_key(&key.text, keys).is_some_and(is_in_words)
        {
            let cut_off = Span { start: value.span.end, end: last.span.end }.slice(all);
            let whole = format!("{}{cut_off}", text.trim_end());
            let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            let parts = Span { start: first.span.start, end: last.span.end };
            cuts.push(Cut { parts, line: format!("{}: {}", key.text, quoted(&whole)) });
        }
        rest = &others[parts..];
    }
    cuts
}

/// Whether words between two commas are no key that may stand there, and have no colon behind them.
fn is_part(all: &str, key: &Key<'_>, value: &Node<'_>, keys: &[&'static str]) -> bool {
    let behind = all.get(key.span.end as usize..).unwrap_or_default().trim_start();
    value.kind == Kind::Null && behind.starts_with([',', '}']) && known_key(&key.text, keys).is_none()
}
