//! What people do who know no YAML, behind the syntax errors that the parser tells where it stumbled.

use super::lines::{Line, line_at, lines, syntax_error};
use super::signs;
use crate::base::diagnostic::Diagnostic;

/// The fault as its writer can mend it: the tab, colon, `#` or quote that it comes from, if one can be found.
pub(super) fn cause(text: &str, fault: Diagnostic, offset: usize) -> Diagnostic {
    let at = (fault.span.start as usize).saturating_sub(offset);
    let found = |find: fn(&str, &Diagnostic, usize) -> Option<usize>, reason| Some((find(text, &fault, at)?, reason));
    let tab = found(guilty_tab, "@yaml-tab");
    if let (None, Some(sign)) = (tab, signs::syntax(text, at, offset)) {
        return sign;
    }
    let cause = tab
        .or_else(|| found(guilty_hash, "@yaml-hash"))
        .or_else(|| found(guilty_quote, "@yaml-open"))
        .or_else(|| found(guilty_colon, "@yaml-blank"))
        .or_else(|| found(guilty_dash, "@yaml-dash"))
        .or_else(|| found(guilty_depth, "@yaml-deeper"))
        .or_else(|| found(keyless_line, "@yaml-key-colon"));
    cause.map_or(fault, |(at, reason)| syntax_error(offset + at, reason))
}

/// The fault of a text that should have been a map: its first line has no blank behind the colon.
pub(super) fn missing_blank(text: &str, offset: usize) -> Option<Diagnostic> {
    let at = lines(text).find(is_said).and_then(tight_colon)?;
    Some(syntax_error(offset + at, "@yaml-blank"))
}

/// The tab that a syntax error comes from: the parser passes over one before the first word and complains of the next
/// line, and of one further down it complains at the end of the line before.
fn guilty_tab(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let mut words = lines(text).filter(is_said);
    let first = words.next().and_then(indenting_tab);
    if first.is_some() || is_within_marks(fault) {
        return first;
    }
    let near = lines(text).filter(|(start, line)| start + line.len() >= at && !line.trim().is_empty());
    near.take(2).find_map(indenting_tab)
}

/// The place after a colon without a blank behind it, when a syntax error comes from that: `hạn:20/01/2026` is no key
/// with a value but a text, of which the parser complains on the same line or on the next.
fn guilty_colon(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    if is_within_marks(fault) {
        return None;
    }
    let before: Vec<_> = lines(text).take_while(|(start, _)| *start <= at).collect();
    // A value with a colon on the line itself is the slip, whatever stands above.
    let is_own = before.last().is_some_and(|(_, line)| line.matches(": ").count() > 1);
    let near = before.iter().enumerate().rev().filter(|(_, line)| is_said(line)).take(if is_own { 1 } else { 2 });
    let outside = near.filter(|(index, (_, line))| !is_in_block(&before[..*index], line));
    outside.into_iter().find_map(|(_, line)| tight_colon(*line))
}

/// Whether `line`, below the lines `above`, belongs to a text that `|` or `>` begins.
fn is_in_block(above: &[Line<'_>], line: &str) -> bool {
    let margin = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut left = margin(line);
    above.iter().rev().filter(|(_, line)| !line.trim().is_empty()).any(|(_, line)| {
        let is_owner = margin(line) < left;
        left = left.min(margin(line));
        let mark = line.trim_end().rsplit(' ').next().unwrap_or_default();
        is_owner && mark.starts_with(['|', '>']) && mark[1..].chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))
    })
}

/// The dash of a list that begins behind the colon: `bài học: - Một`.
fn guilty_dash(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let before = text.get(..at)?.trim_end_matches(' ');
    (is(fault, &["@yaml-indent"]) && before.ends_with(':') && text[at..].starts_with("- ")).then_some(at)
}

/// The first sign of a line with a key that is indented further than the line above, which has a value already: to YAML
/// it goes on with that value.
fn guilty_depth(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let (words, owner) = above(text, at).filter(|_| is_key_of_line(text, fault, at))?;
    let (_, line) = owner?;
    let (start, _) = line_at(text, at)?;
    let is_deeper = has_value(line) && words.iter().all(|words| indent(words.1) > indent(line));
    (is_deeper && indent(&text[start..]) > indent(line)).then(|| start + indent(&text[start..]))
}

/// The first sign of a line without any colon where a key is expected: `tiêu đề Rà soát`. The parser complains of the
/// next key where it takes that line for the beginning of it.
fn keyless_line(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let first_sign = |(start, line): (usize, &str)| start + indent(line);
    if is_key_of_line(text, fault, at) {
        let (words, owner) = above(text, at)?;
        let is_own = owner.is_none_or(|(_, line)| !has_value(line));
        return words.first().copied().filter(|_| is_own).map(first_sign);
    }
    let (start, line) = line_at(text, at)?;
    let is_keyless = is(fault, &["@yaml-indent"]) && start + indent(line) == at && is_words(line);
    is_keyless.then_some(at)
}

/// Whether the parser complains of the colon behind the key of a line, and not of a second one in its value.
fn is_key_of_line(text: &str, fault: &Diagnostic, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.rsplit('\n').next());
    is(fault, &["@yaml-colon"]) && before.is_some_and(|key| is_words(key) && text[at..].starts_with(':'))
}

/// The lines of words without a colon that stand right above the line at `at`, and the line above those.
fn above(text: &str, at: usize) -> Option<(Vec<Line<'_>>, Option<Line<'_>>)> {
    let before: Vec<_> = lines(text).take_while(|(start, line)| start + line.len() <= at).filter(is_said).collect();
    let words = before.iter().rev().take_while(|(_, line)| is_words(line)).count();
    let (rest, words) = before.split_at(before.len() - words);
    Some((words.to_vec(), rest.last().copied()))
}

/// Whether a line is words alone: no key with a value, no item of a list, and nothing in brackets or quotes.
fn is_words(line: &str) -> bool {
    let line = line.trim();
    line.starts_with(char::is_alphanumeric) && !line.contains(": ") && !line.ends_with(':')
}

/// Whether behind the key of a line something stands that words on the next line would go on with.
fn has_value(line: &str) -> bool {
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim());
    !value.is_empty() && !value.starts_with(['|', '>', '#'])
}

/// How many bytes of blanks, and dashes of lists, a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

/// Whether a line is neither blank nor a comment.
fn is_said((_, line): &(usize, &str)) -> bool {
    !line.trim().is_empty() && !line.trim().starts_with('#')
}

/// The byte after the colon of a line like `hạn:20/01/2026`: words, a colon, and at once something else.
fn tight_colon((at, line): (usize, &str)) -> Option<usize> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_start().trim_start_matches("- ");
    let is_key = key.starts_with(char::is_alphabetic)
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '\u{300}'..='\u{36f}'));
    let is_tight = value.starts_with(|c: char| !c.is_whitespace() && c != '/' && c != ':');
    (is_key && is_tight).then(|| at + line.len() - value.len())
}

/// The `#` that takes the rest of a text or a closing bracket for a comment: `[Việc #3, việc #4]`.
fn guilty_hash(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.lines().next()?;
    let hash = if rest.starts_with('#') { 0 } else { rest.find(" #")? + 1 };
    let in_brackets = is(fault, &["@yaml-bracket"]) && rest[hash..].contains([']', '}']);
    (hash == 0 || in_brackets).then_some(at + hash)
}

/// The quote that was opened on a line above and not closed there, when the next quote seems to close it and text follows.
fn guilty_quote(text: &str, fault: &Diagnostic, at: usize) -> Option<usize> {
    let quote = text.get(..at)?.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let is_odd = |line: &str| line.matches(quote).count() % 2 == 1;
    let mut before: Vec<_> = lines(&text[..at]).collect();
    // The quote before the place opens something, in the writer's mind.
    let (_, last) = before.pop().filter(|_| is(fault, &["@yaml-quote"]))?;
    let (start, line) = before.into_iter().rev().find(|(_, line)| is_odd(line)).filter(|_| is_odd(last))?;
    line.rfind(quote).map(|opened| start + opened)
}

/// Whether the error is that quotes or brackets are left open; what stands within them is blameless.
fn is_within_marks(fault: &Diagnostic) -> bool {
    is(fault, &["@yaml-open", "@yaml-quote", "@yaml-escape", "@yaml-bracket"])
}

fn is(fault: &Diagnostic, reasons: &[&str]) -> bool {
    fault.args.iter().any(|(_, reason)| reasons.contains(&reason.as_str()))
}

fn indenting_tab((at, line): (usize, &str)) -> Option<usize> {
    let indent = &line[..line.len() - line.trim_start().len()];
    indent.find('\t').map(|tab| at + tab)
}
