//! Values that are not of the kind that is expected: the line that their writer most likely meant.

use super::comment::{is_in_words, quoted};
use super::unknown::vietnamese;
use super::yaml::{Key, Kind, Node};
use crate::base::source::Span;

/// The file in which such a value stands.
pub struct Meant<'t> {
    /// Its whole text.
    pub all: &'t str,
    /// Whether it has keys in Vietnamese.
    pub in_vietnamese: bool,
}

impl Meant<'_> {
    /// What to do where `node` stands under `key` instead of what was `expected`, as `next` of `wrong-type`, and the line
    /// to write.
    pub fn of(&self, node: &Node<'_>, key: &str, expected: &str) -> Option<(&'static str, String)> {
        let text = expected == "@type-text";
        match &node.kind {
            Kind::Map(entries) if text && key == "criteria" => Some(("claims", self.claims(entries)?)),
            Kind::Map(_) if text && is_in_words(key) => Some(("quote", text_with_colon(self.all, node)?)),
            Kind::List(items) if text || expected == "@type-date" => Some(("words", self.words(node, items, key)?)),
            _ => None,
        }
    }

    /// `H1: đạt` behind a dash or in brackets: the lines of the map that was meant.
    fn claims(&self, entries: &[(Key<'_>, Node<'_>)]) -> Option<String> {
        let lines = entries.iter().map(|(key, value)| {
            let written = value.span.slice(self.all).trim();
            let level = if written.is_empty() || written.contains('\n') { "…" } else { written };
            format!("{}: {level}", key.text)
        });
        (!entries.is_empty()).then(|| lines.collect::<Vec<_>>().join("`, `"))
    }

    /// A text in brackets or behind a dash; of several only those that make a sentence.
    fn words(&self, node: &Node<'_>, items: &[Node<'_>], key: &str) -> Option<String> {
        let texts: Option<Vec<&str>> = items
            .iter()
            .map(|item| match &item.kind {
                Kind::Text(text) => Some(text.trim()),
                _ => None,
            })
            .collect();
        let texts = texts.filter(|texts| texts.len() == 1 || is_in_words(key) && !texts.is_empty())?;
        let comma = if node.span.slice(self.all).starts_with('[') { ", " } else { "; " };
        let name = if self.in_vietnamese { vietnamese(key) } else { key };
        Some(format!("{name}: {}", plain_or_quoted(&texts.join(comma))))
    }
}

/// `text` as the value of a key, within braces too: in quotes where anything in it might mean something to YAML.
pub fn plain_or_quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_plain = |c: char| c.is_alphanumeric() || " ;.-/()".contains(c);
    let is_short = text.len() < 300 && text.starts_with(char::is_alphanumeric);
    if is_short && text.chars().all(is_plain) { text } else { quoted(&text) }
}

/// `Dự thảo: ngày 5` is a map to YAML; the line on which it is the text that was meant, if `node` looks like one.
pub fn text_with_colon(all: &str, node: &Node<'_>) -> Option<String> {
    let Kind::Map(entries) = &node.kind else { return None };
    let [(key, value)] = entries.as_slice() else { return None };
    if matches!(value.kind, Kind::List(_) | Kind::Map(_)) || node.span.slice(all).starts_with('{') {
        return None;
    }
    let end = if value.kind == Kind::Null { key.span.end as usize + 1 } else { value.span.end as usize };
    let text = Span::new(key.span.start as usize, end).slice(all);
    let text = quoted(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let line = all.get(..key.span.start as usize)?.rsplit('\n').next().unwrap_or_default();
    Some(if line.trim() == "-" { format!("- {text}") } else { text })
}
