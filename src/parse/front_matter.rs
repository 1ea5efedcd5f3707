//! Splits a record into front matter and body, keeping offsets.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;
use crate::base::text::find_pair;

/// Largest front matter: 64 KiB.
pub const MAX_FRONT_MATTER: usize = 64 * 1024;

/// The two parts of a record; both are slices of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The YAML between the fences.
    pub yaml: &'a str,
    /// Byte offset of `yaml` in the text.
    pub yaml_offset: usize,
    /// The Markdown after the closing fence.
    pub body: &'a str,
    /// Byte offset of `body` in the text.
    pub body_offset: usize,
}

/// Splits `text` at its two `---` lines. A byte order mark and CRLF line endings are accepted.
///
/// # Errors
/// When a fence is missing or the front matter is too large, with its place.
pub fn split(text: &str) -> Result<Parts<'_>, Diagnostic> {
    let (first, yaml_offset) = line(text, after_mark(text));
    if !is_fence(first) {
        let found = match first.trim() {
            "" if text.trim_start_matches('\u{feff}').is_empty() => "@line-none",
            "" => "@line-blank",
            other => other,
        };
        return Err(Diagnostic::new(Code::FrontMatterMissing, first_line(text)).found(found));
    }
    let closing = closing_fence(text, yaml_offset);
    let yaml_end = closing.map_or(text.len(), |(at, _)| at);
    if yaml_end - yaml_offset > MAX_FRONT_MATTER {
        let passed = yaml_offset + MAX_FRONT_MATTER;
        return Err(Diagnostic::new(Code::FrontMatterTooLarge, Span::new(passed, passed)).arg("limit", "64 KiB"));
    }
    let Some((_, body_offset)) = closing else {
        return Err(Diagnostic::new(Code::FrontMatterUnclosed, first_line(text)));
    };
    Ok(Parts { yaml: &text[yaml_offset..yaml_end], yaml_offset, body: &text[body_offset..], body_offset })
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// The first line, where faults of a record as a whole stand.
pub fn first_line(text: &str) -> Span {
    let start = after_mark(text);
    Span::new(start, start + text[start..].lines().next().unwrap_or_default().len())
}

/// The byte after a byte order mark, if there is one.
fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Where the first fence at or after byte `start`, which begins a line, stands, and where the line after it begins.
fn closing_fence(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut from = start - 1;
    loop {
        let at = find_pair(text, from, *b"\n-")? + 1;
        let (line, next) = line(text, at);
        if is_fence(line) {
            return Some((at, next));
        }
        from = at;
    }
}

/// The line that begins at byte `at`, with its ending, and where the next one begins.
fn line(text: &str, at: usize) -> (&str, usize) {
    let next = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    (&text[at..next], next)
}
