//! Keys below the front matter: to a reader of the log they are claims, to the program they are words of the body.

use super::words::known_key;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;

/// The fault of a body that opens with lines of front matter: one of `keys`, a colon and a blank. It begins at byte
/// `offset` of its file. A third `---` below shows that the second one came too early.
pub fn keys_in_body(body: &str, offset: usize, keys: &[&'static str]) -> Option<Diagnostic> {
    let opening = body.len() - body.trim_start().len();
    let mut lines = body[opening..].lines().map(str::trim_end);
    let first = lines.next()?;
    key_of(first).and_then(|key| known_key(key, keys))?;
    let mut below = lines.take_while(|line| !line.starts_with('#'));
    let next = if below.any(|line| line == "---") { "fence" } else { "above" };
    let span = Span::new(opening, opening + first.len()).shifted(offset);
    Some(Diagnostic::new(Code::KeysInBody, span).found(first).arg("next", next))
}

/// What stands before the colon of a line that looks like one of front matter.
fn key_of(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':').filter(|(key, _)| key.starts_with(char::is_alphabetic))?;
    (value.is_empty() || value.starts_with(' ')).then(|| key.trim_end())
}
