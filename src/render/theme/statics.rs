//! Static texts: `[[key]]` in a template becomes that text of the catalogue before the template is compiled, so that
//! words of the interface cost nothing per page.
//!
//! In markup the text is HTML-escaped; inside a quoted string of a tag (`{{ … }}`, `{% … %}`) it is escaped as such a
//! string, and the engine escapes it when it writes it; in a script it stands inside a quoted string as well. Comments and unquoted lists in tags stay as they are. No
//! replacement adds or removes a line, and [`Moved`] finds a column of the source again.

use crate::base::i18n::Catalog;
use crate::base::source::LineCol;
use crate::render::escape::push_escaped;

/// A template with its texts filled in.
pub(super) struct Filled {
    /// What the engine compiles.
    pub(super) text: String,
    /// Where its columns come from.
    pub(super) moved: Vec<Moved>,
}

/// A replacement: columns (from 1, in code points, as the engine counts) of its ends before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moved {
    line: usize,
    source: (usize, usize),
    filled: (usize, usize),
}

/// A key that names no text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnknownText {
    pub(super) key: String,
    pub(super) at: LineCol,
}

/// Fills `source` in from `catalog`.
pub(super) fn fill(source: &str, catalog: &Catalog) -> Result<Filled, UnknownText> {
    let mut filled = Filled { text: String::with_capacity(source.len() * 2), moved: Vec::new() };
    let (mut part, mut at) = (Part::Markup, 0);
    while at < source.len() {
        let rest = &source[at..];
        match key_at(rest).filter(|_| part.takes_texts()) {
            Some(key) => {
                let text = catalog.find(key, &[]).ok_or_else(|| unknown(source, at, key))?;
                let from = filled.text.len();
                push_text(&mut filled.text, &text, part);
                let until = at + key.len() + BRACKETS;
                filled.moved.push(moved(source, (at, until), &filled.text, (from, filled.text.len())));
                at = until;
            }
            None => {
                let length = part.step(rest);
                filled.text.push_str(&rest[..length]);
                at += length;
            }
        }
    }
    Ok(filled)
}

/// The script or style `source` with each `[[key]]`, which stands inside a quoted string, filled in from `catalog`.
pub(super) fn fill_script(source: &str, catalog: &Catalog) -> Result<String, UnknownText> {
    let (mut filled, mut at) = (String::with_capacity(source.len()), 0);
    while let Some(found) = source[at..].find("[[").map(|found| at + found) {
        filled.push_str(&source[at..found]);
        at = match key_at(&source[found..]) {
            Some(key) => {
                let text = catalog.find(key, &[]).ok_or_else(|| unknown(source, found, key))?;
                push_text(&mut filled, &text, Part::Quoted(b'\''));
                found + key.len() + BRACKETS
            }
            None => {
                filled.push('[');
                found + 1
            }
        };
    }
    filled.push_str(&source[at..]);
    Ok(filled)
}

/// The column of the source (from 1) from which `column` of line `line` of the filled text comes.
pub(super) fn source_column(moved: &[Moved], line: usize, column: usize) -> usize {
    match moved.iter().rfind(|m| m.line == line && m.filled.0 <= column) {
        Some(m) if column < m.filled.1 => m.source.0,
        Some(m) => column - m.filled.1 + m.source.1,
        None => column,
    }
}

const BRACKETS: usize = "[[]]".len();

/// The key when `text` begins with `[[key]]`: a message id of the catalogue, or `id.attribute`.
fn key_at(text: &str) -> Option<&str> {
    let (key, _) = text.strip_prefix("[[")?.split_once("]]")?;
    let in_shape = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_'));
    (in_shape && key.starts_with(|c: char| c.is_ascii_lowercase())).then_some(key)
}

/// Which part of a template stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Markup,
    Comment,
    Tag,
    Quoted(u8),
}

impl Part {
    fn takes_texts(self) -> bool {
        matches!(self, Part::Markup | Part::Quoted(_))
    }

    /// Moves over the sign or mark at the start of `rest` and returns its length in bytes.
    fn step(&mut self, rest: &str) -> usize {
        let starts = |mark: &str| rest.starts_with(mark);
        let first = rest.as_bytes()[0];
        let (next, length) = match *self {
            Part::Markup if starts("{#") => (Part::Comment, 2),
            Part::Markup if starts("{{") || starts("{%") => (Part::Tag, 2),
            Part::Comment if starts("#}") => (Part::Markup, 2),
            Part::Tag if starts("}}") || starts("%}") => (Part::Markup, 2),
            Part::Tag if matches!(first, b'"' | b'\'' | b'`') => (Part::Quoted(first), 1),
            Part::Quoted(quote) if first == quote => (Part::Tag, 1),
            Part::Quoted(_) if first == b'\\' => (*self, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
            part => (part, rest.chars().next().map_or(1, char::len_utf8)),
        };
        *self = next;
        length
    }
}

/// Appends `text` as it must be written in `part`, on one line. A brace could otherwise begin a tag.
fn push_text(out: &mut String, text: &str, part: Part) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match part {
        Part::Quoted(_) => out.extend(line.chars().flat_map(|c| {
            let escape = matches!(c, '\\' | '"' | '\'' | '`').then_some('\\');
            escape.into_iter().chain([c])
        })),
        _ => {
            let from = out.len();
            push_escaped(out, &line);
            if line.contains('{') {
                let escaped = out.split_off(from).replace('{', "&#123;");
                out.push_str(&escaped);
            }
        }
    }
}

fn unknown(source: &str, at: usize, key: &str) -> UnknownText {
    UnknownText { key: key.to_owned(), at: LineCol::of(source, at) }
}

fn moved(source: &str, at: (usize, usize), filled: &str, to: (usize, usize)) -> Moved {
    let column = |text: &str, at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        text[start..at].chars().count() + 1
    };
    Moved {
        line: source[..at.0].matches('\n').count() + 1,
        source: (column(source, at.0), column(source, at.1)),
        filled: (column(filled, to.0), column(filled, to.1)),
    }
}
