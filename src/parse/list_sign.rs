//! Lists with the dashes and bullets of a word processor: to YAML `– Kế hoạch` and `– Báo cáo` below it are one text.

use super::meant::plain_or_quoted;
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::LIST_SIGNS;

/// The fault of a text under `key` whose lines begin with such signs, or with a dash that no blank follows.
pub fn mistaken_list(all: &str, node: &Node<'_>, key: &str) -> Option<Diagnostic> {
    let Kind::Text(_) = &node.kind else { return None };
    let mut lines = node.span.slice(all).lines().map(str::trim);
    let first = lines.next()?;
    let sign = first.chars().next().filter(|sign| *sign == '-' || LIST_SIGNS.contains(sign))?;
    let item = first.trim_start_matches(sign);
    // A single line may be a number such as `-5` or `+84`.
    let is_list = lines.any(|line| line.starts_with(sign)) || item.starts_with(' ');
    let line = format!("- {}", plain_or_quoted(item.trim_start()));
    let fault = Diagnostic::new(Code::ListSign, node.span).arg("key", key).found(&sign.to_string());
    is_list.then(|| fault.arg("expected", line))
}
