//! Tags of criteria in a body, such as `{#C6}` at the end of a heading. One that is not read is told where it stands:
//! its writer believes that the text below it is evidence.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Heading;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, characters};
use crate::model::rubric::Rubric;

type Events<'a> = [(Event<'a>, Range<usize>)];

/// `text` with blanks for the `#` that close a tagged heading, if there are any: the parser looks for a tag at the very
/// end alone. Nothing moves by it.
pub fn unclosed(text: &str, events: &Events<'_>) -> Option<String> {
    let headings = events.iter().filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { id: None, .. })));
    let mut bare: Option<String> = None;
    for (_, range) in headings {
        if let Some(closing) = closing(&text[range.clone()]) {
            let place = range.start + closing.start..range.start + closing.end;
            bare.get_or_insert_with(|| text.to_owned()).replace_range(place, &" ".repeat(closing.len()));
        }
    }
    bare
}

/// Where the `#` that close a heading stand behind a tag.
fn closing(heading: &str) -> Option<Range<usize>> {
    let blank = [' ', '\t'];
    let opened = heading.trim_start_matches('#');
    let line = heading.trim_end_matches([' ', '\t', '\r', '\n']);
    let before = line.trim_end_matches('#');
    let is_closed = !is_escaped(heading)
        && opened.len() < heading.len()
        && opened.starts_with(blank)
        && before.len() < line.len()
        && before.ends_with(blank)
        && before.trim_end_matches(blank).ends_with('}');
    is_closed.then_some(before.len()..line.len())
}

/// Whether the last braces of `heading` are only shown, for a backslash stands before them.
pub fn is_escaped(heading: &str) -> bool {
    groups(heading).last().is_some_and(|group| heading[..group.start].ends_with('\\'))
}

/// The tags of known criteria that are not read; `text` begins at byte `offset` of its file.
pub fn unread(
    text: &str,
    events: &Events<'_>,
    headings: &[Heading],
    offset: usize,
    rubric: &Rubric,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for heading in headings {
        let line = &text[heading.range.clone()];
        let place = heading.range.start..heading.range.start + line.trim_end().len();
        let of_heading = of_heading(line, heading, rubric);
        found.extend(of_heading.map(|(tag, reason)| fault(text, &place, offset, &rubric.criteria[tag].id, reason)));
    }
    let mut at = At::default();
    let mut headings = headings.iter();
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => at.in_code = true,
            Event::End(TagEnd::CodeBlock) => at.in_code = false,
            Event::Start(Tag::Heading { .. }) => at.heading = headings.next(),
            Event::End(TagEnd::Heading(_)) => at.heading = None,
            Event::Start(Tag::HtmlBlock) => at.html = range.start,
            Event::InlineHtml(_) => at.html = range.start,
            _ => {}
        }
        let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
        if at.in_code || !(is_html || matches!(event, Event::Text(_))) {
            continue;
        }
        for group in groups(&text[range.clone()]) {
            let place = range.start + group.start..range.start + group.end;
            let is_escaped = text[..place.start].ends_with('\\');
            if is_escaped || is_html && is_commented(&text[at.html..place.start]) {
                continue;
            }
            let (own, reason) = at.reason();
            let tags = tags(&text[place.clone()], rubric).filter(|tag| own != Some(*tag));
            found.extend(tags.map(|tag| fault(text, &place, offset, &rubric.criteria[tag].id, reason)));
        }
    }
    found
}

/// Where in a body the tags stand.
#[derive(Default)]
struct At<'h> {
    in_code: bool,
    /// The heading that is open.
    heading: Option<&'h Heading>,
    /// Where the HTML begins.
    html: usize,
}

impl At<'_> {
    /// Why a tag here is not read, and the one criterion to whose section the text belongs all the same.
    fn reason(&self) -> (Option<usize>, &'static str) {
        match self.heading.filter(|heading| heading.is_tagged) {
            Some(heading) => (heading.criterion, "@tag-second"),
            None => (None, "@tag-outside"),
        }
    }
}

/// Whether a comment is open at the end of `html`: nobody takes what stands in it for a heading.
fn is_commented(html: &str) -> bool {
    html.rfind("<!--").is_some_and(|open| !html[open..].contains("-->"))
}

/// The tags of a heading that are not read, and why: only one of several is, and none where no section begins.
fn of_heading<'h>(
    line: &'h str,
    heading: &'h Heading,
    rubric: &'h Rubric,
) -> impl Iterator<Item = (usize, &'static str)> + 'h {
    let nested = heading.criterion.filter(|_| !heading.top).map(|tag| (tag, "@tag-nested"));
    let last = groups(line).last().filter(|_| heading.is_tagged);
    let others = last.into_iter().flat_map(|group| tags(&line[group], rubric));
    let others = others.filter(|tag| Some(*tag) != heading.criterion).map(|tag| (tag, "@tag-second"));
    nested.into_iter().chain(others)
}

/// The fault of a tag at `place`, with its line as a heading that is read.
fn fault(text: &str, place: &Range<usize>, offset: usize, criterion: &str, reason: &str) -> Diagnostic {
    let span = Span::new(place.start, place.end).shifted(offset);
    let begin = text[..place.start].rfind('\n').map_or(0, |end| end + 1);
    let line = text[begin..].lines().next().unwrap_or_default();
    let fault = Diagnostic::new(Code::UnreadSection, span).found(&format!("{{#{criterion}}}")).arg("reason", reason);
    fault.arg("line-to-paste", format!("## {} {{#{criterion}}}", words(line)))
}

/// Letters of a line that may be meant as a heading; a longer one mentions the tag in a paragraph.
const HEADING: usize = 80;

/// The words of a line without tags and signs; dots where there are none, or so many that it is no heading.
fn words(line: &str) -> String {
    let (mut words, mut closing) = (String::new(), None);
    for (at, c) in line.char_indices() {
        let is_tag =
            || line[at + 1..].starts_with(|next: char| next == '/' || next == '!' || next.is_ascii_alphabetic());
        match (closing, c) {
            (Some(close), _) => closing = (c != close).then_some(close),
            (None, '{') => closing = Some('}'),
            (None, '<') if is_tag() => closing = Some('>'),
            (None, '`') => {}
            (None, c) => words.push(c),
        }
    }
    let sign = |c: char| c.is_whitespace() || "#>-+*_:.".contains(c);
    let words: Vec<&str> = words.trim_matches(sign).split_whitespace().collect();
    let words = words.join(" ");
    if words.is_empty() || characters(&words) > HEADING { "…".to_owned() } else { words }
}

/// Where braces stand in `text`, with what is between them.
fn groups(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('{').filter_map(|(start, _)| {
        let inner = text[start + 1..].find(['{', '}', '\n'])?;
        text[start + 1 + inner..].starts_with('}').then(|| start..start + inner + 2)
    })
}

/// The criteria that a group of braces names, such as `{#C6 .wide}`.
fn tags<'g>(group: &'g str, rubric: &'g Rubric) -> impl Iterator<Item = usize> + 'g {
    let words = group.trim_matches(['{', '}']).split_ascii_whitespace();
    words.filter_map(|word| word.strip_prefix('#')).filter_map(|id| rubric.find(id))
}
