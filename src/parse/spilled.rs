//! Keys below the front matter: to a reader of the log they are claims, to the program they are words of the body.

use super::words::{known_key, visibility};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;
use crate::model::audience::Audience;

/// What a body says that opens with lines of front matter.
pub struct Spilled {
    /// The fault, at the first line.
    pub fault: Diagnostic,
    /// Whom the log is for, if a line says so: the leaders when it cannot be read. It stands below its place, but whoever
    /// wrote it meant it.
    pub visibility: Option<Audience>,
}

/// What a body says that opens with lines of front matter: one of `keys`, a colon and a blank. It begins at byte
/// `offset` of its file. A third `---` below shows that the second one came too early.
pub fn keys_in_body(body: &str, offset: usize, keys: &[&'static str]) -> Option<Spilled> {
    let opening = body.len() - body.trim_start().len();
    let lines = || body[opening..].lines().map(str::trim_end);
    let first = lines().next()?;
    let key = |line| key_of(line).and_then(|(key, value)| Some((known_key(key, keys)?, value)));
    key(first)?;
    let below = || lines().take_while(|line| !line.starts_with('#'));
    let next = if below().any(|line| line == "---") { "fence" } else { "above" };
    let said = below().filter_map(key).filter(|(key, _)| *key == "visibility");
    let visibility = said.map(|(_, value)| visibility(value.trim_matches(QUOTES)).unwrap_or(Audience::Leaders)).max();
    let span = Span::new(opening, opening + first.len()).shifted(offset);
    Some(Spilled { fault: Diagnostic::new(Code::KeysInBody, span).found(first).arg("next", next), visibility })
}

/// What may stand around a value.
const QUOTES: [char; 3] = [' ', '"', '\''];

/// Key and value of a line that looks like one of front matter.
fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':').filter(|(key, _)| key.starts_with(char::is_alphabetic))?;
    (value.is_empty() || value.starts_with(' ')).then(|| (key.trim_end(), value))
}
