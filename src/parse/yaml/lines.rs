//! The lines of a text of YAML, and faults told at them.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;

/// A line with the byte at which it begins.
pub(super) type Line<'t> = (usize, &'t str);

/// The line to which byte `at` belongs.
pub(super) fn line_at(text: &str, at: usize) -> Option<Line<'_>> {
    lines(text).find(|(start, line)| (*start..start + line.len()).contains(&at))
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    })
}

/// The fault `@yaml-…` at byte `at` of the file, with what to do, `@fix-…`.
pub(super) fn syntax_error(at: usize, reason: &'static str) -> Diagnostic {
    let next = format!("@fix-{}", reason.trim_start_matches("@yaml-"));
    Diagnostic::new(Code::YamlSyntax, Span::new(at, at))
        .arg("reason", reason)
        .arg("next", next)
        .arg("line-to-paste", "none")
}
