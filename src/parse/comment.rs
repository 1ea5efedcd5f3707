//! Comments behind texts and in their place: `tiêu đề: Báo cáo #3` says `Báo cáo` to YAML, and what is lost nobody sees.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};

/// Keys under which people write in words. Behind dates, ids, levels, numbers of documents and paths a comment is a comment.
const IN_WORDS: &[&str] = &[
    "title",
    "purpose",
    "procedure",
    "outputs",
    "name",
    "coordination",
    "with",
    "role",
    "basis",
    "strengths",
    "weaknesses",
    "text",
    "context",
    "progress",
    "note",
    "direction",
    "summary",
    "q",
    "a",
    "risks",
    "risk",
    "response",
    "steps",
    "what",
    "archive",
    "revisions",
    "change",
    "lessons",
    "excused",
    "reason",
    "evidence",
];

/// A longer text, in bytes, is not repeated in a hint.
const LONGEST: usize = 300;

/// Whether people write in words under `key`.
pub fn is_in_words(key: &str) -> bool {
    IN_WORDS.contains(&key)
}

/// The comment on the same line behind a text without quotes under `key`, in a file that says `all`.
pub fn behind(all: &str, text: &Text, key: &str) -> Option<Diagnostic> {
    let (start, end) = (text.span.start as usize, text.span.end as usize);
    let rest = all.get(end..).filter(|rest| rest.starts_with([' ', '\t']))?;
    let comment = rest.trim_start_matches([' ', '\t']).lines().next().filter(|rest| rest.starts_with('#'))?;
    let written = all.get(start..end)?;
    if written.starts_with(['"', '\'', '|', '>']) || written.ends_with('\n') || !is_in_words(key) {
        return None;
    }
    let begin = end + rest.find('#')?;
    let comment = comment.trim_end();
    let span = Span::new(begin, begin + comment.len());
    let whole = quoted(&format!("{} {comment}", text.value));
    Some(Diagnostic::new(Code::TextAfterHash, span).found(comment).arg("key", key).arg("expected", whole))
}

/// The words under `key` that are a comment from their first sign on: `mục đích: #1 Nắm vững`. To YAML nothing is written
/// at byte `at`, which is that of the colon, or behind a dash the end of the line. What is meant as a comment has a blank
/// behind its `#`.
pub fn instead(all: &str, at: usize, key: &str) -> Option<Diagnostic> {
    let (before, behind) = all.split_at_checked(at)?;
    let behind = behind.lines().next().unwrap_or_default();
    let (at, line) = if behind.is_empty() {
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        (start, &before[start..])
    } else {
        (at, behind)
    };
    let words = line.trim_start_matches([' ', '\t', ':', '-']);
    let first = words.strip_prefix('#')?.chars().next()?;
    if !first.is_alphanumeric() || !is_in_words(key) {
        return None;
    }
    let begin = at + line.len() - words.len();
    let words = words.trim_end();
    let fault = Diagnostic::new(Code::TextAfterHash, Span::new(begin, begin + words.len())).found(words);
    Some(fault.arg("key", key).arg("expected", quoted(words)))
}

/// `text` in double quotes, as YAML reads it back; a very long one is only hinted at.
pub fn quoted(text: &str) -> String {
    if text.len() > LONGEST {
        return "\"…\"".to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
