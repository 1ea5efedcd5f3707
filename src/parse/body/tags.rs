//! Tags of criteria in a body, such as `{#C6}` at the end of a heading. One that is not read is told where it stands:
//! its writer believes that the text below it is evidence.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Heading;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;
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
        let span = Span::new(heading.range.start, heading.range.start + line.trim_end().len()).shifted(offset);
        found.extend(
            of_heading(line, heading, rubric).map(|(tag, reason)| fault(span, &rubric.criteria[tag].id, reason)),
        );
    }
    let mut in_code = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) if !in_code => {
                for group in groups(&text[range.clone()]) {
                    let place = range.start + group.start..range.start + group.end;
                    let is_escaped = text[..place.start].ends_with('\\');
                    let tags = tags(&text[place.clone()], rubric).filter(|_| !is_escaped);
                    let span = Span::new(place.start, place.end).shifted(offset);
                    found.extend(tags.map(|tag| fault(span, &rubric.criteria[tag].id, "@tag-outside")));
                }
            }
            _ => {}
        }
    }
    found
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

fn fault(span: Span, criterion: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::UnreadSection, span).found(&format!("{{#{criterion}}}")).arg("reason", reason)
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
