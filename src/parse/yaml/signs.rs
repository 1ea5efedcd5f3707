//! Values and items that begin with a sign to which YAML gives a meaning: `[Khẩn] Kế hoạch`, `> 90%`, `* Kế hoạch`.

use super::super::comment::quoted;
use super::lines::{Line, line_at, syntax_error};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::LIST_SIGNS;

/// What stands on a line, and the line to write instead.
struct Slip {
    at: usize,
    reason: &'static str,
    next: &'static str,
    line: String,
}

/// The fault of the line at byte `at` of `text`, if it comes from such a sign.
pub(super) fn syntax(text: &str, at: usize, offset: usize) -> Option<Diagnostic> {
    let slip = on_line(line_at(text, at)?)?;
    let fault = syntax_error(offset + slip.at, slip.reason);
    let args = fault.args.into_iter().map(|(name, value)| match name {
        "next" => (name, slip.next.to_owned()),
        "line-to-paste" => (name, slip.line.clone()),
        _ => (name, value),
    });
    Some(Diagnostic { args: args.collect(), ..fault })
}

/// `fault`, which is of [`Code::YamlFeature`], with the line to write.
pub(super) fn feature(text: &str, fault: Diagnostic, offset: usize) -> Diagnostic {
    debug_assert_eq!(fault.code, Code::YamlFeature);
    let at = (fault.span.start as usize).saturating_sub(offset);
    let line = line_at(text, at).and_then(on_line).map_or_else(|| "none".to_owned(), |slip| slip.line);
    fault.arg("line-to-paste", line)
}

fn on_line((start, line): Line<'_>) -> Option<Slip> {
    let said = line.trim_start();
    let at = start + line.len() - said.len();
    let said = said.trim_end();
    if let Some(item) = item(said) {
        let line = format!("- {item}");
        return Some(Slip { at, reason: "@yaml-bullet", next: "@fix-bullet", line });
    }
    let value = value(said);
    let before = &said[..said.len() - value.len()];
    let line = format!("{before}{}", quoted(value));
    let at = at + before.len();
    is_sign(value, before).then_some(Slip { at, reason: "@yaml-sign", next: "@fix-quotes", line })
}

/// The words behind a sign that was meant as the dash of a list.
fn item(line: &str) -> Option<&str> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '-' | '*') || LIST_SIGNS.contains(sign))?;
    let item = &line[sign.len_utf8()..];
    let is_tight = item.starts_with(char::is_alphabetic) && sign != '+';
    (is_tight || item.starts_with(' ') && sign != '-').then(|| item.trim_start())
}

/// What stands behind the key of a line, or behind its dash.
fn value(line: &str) -> &str {
    let mut value = line;
    while let Some(item) = value.strip_prefix("- ") {
        value = item.trim_start();
    }
    match value.split_once(": ") {
        Some((key, behind)) if key.starts_with(char::is_alphanumeric) => behind.trim_start(),
        _ => value,
    }
}

/// Whether YAML takes the first sign of a `value`, which stands behind the words `before`, for a sign of its own.
fn is_sign(value: &str, before: &str) -> bool {
    match value.chars().next() {
        Some('!' | '&' | '*' | '@' | '%' | '`') => true,
        Some('[' | '{') => closed(value).is_some_and(|behind| !behind.is_empty() && !behind.starts_with('#')),
        Some('>' | '|') => !is_head_of_block(&value[1..]),
        Some('?') => value.starts_with("? ") && !before.is_empty(),
        Some(',' | ']' | '}') => before.contains(':'),
        _ => false,
    }
}

/// What stands behind the bracket that closes the first one.
fn closed(value: &str) -> Option<&str> {
    let mut depth = 0usize;
    let end = value.char_indices().find(|(_, c)| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    end.map(|(at, _)| value[at + 1..].trim_start())
}

/// Whether `|` or `>` with this behind it begins a text of several lines.
fn is_head_of_block(behind: &str) -> bool {
    let rest = behind.trim_start_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
    rest.is_empty() || rest.trim_start().starts_with('#')
}
