//! Reads a record's Markdown body; with `write`, the only door to pulldown-cmark.
//!
//! 1. The text becomes events with their places. 2. Headings are looked over: which of them name a criterion.
//! 3. `write` turns the events into safe HTML with holes for local links. 4. Tagged sections are cut out.

mod tags;
mod write;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::i18n::Catalog;
use crate::base::source::{Span, Text};
use crate::model::body::{Body, Section};
use crate::model::rubric::Rubric;

/// What a body is read with.
pub struct Context<'a> {
    /// Names the criteria that headings may be tagged with.
    pub rubric: &'a Rubric,
    /// Texts that the program adds to a body.
    pub words: &'a Words,
}

/// Texts that the program adds to a body, in the language of the site.
#[derive(Debug, Clone)]
pub struct Words {
    alerts: [String; 5],
    task_done: String,
    task_open: String,
    table: String,
    refused_link: String,
    image: String,
}

impl Words {
    /// The words of `catalog`.
    pub fn of(catalog: &Catalog) -> Self {
        Self {
            alerts: ["note", "tip", "important", "warning", "caution"]
                .map(|kind| catalog.text(&format!("body-{kind}"))),
            task_done: catalog.text("body-task-done"),
            task_open: catalog.text("body-task-open"),
            table: catalog.text("body-table"),
            refused_link: catalog.text("body-refused-link"),
            image: catalog.text("body-image"),
        }
    }
}

/// A body, what was found wrong with it, and its text without markup (for looking for marks of secrecy).
pub struct Reading {
    /// The body; none of its local links has a destination yet.
    pub body: Body,
    /// Faults.
    pub faults: Vec<Diagnostic>,
    /// All text, as a reader sees it.
    pub plain: String,
}

/// A heading of the body.
#[derive(Debug)]
struct Heading {
    level: usize,
    range: Range<usize>,
    /// Whether it has an id, which may name no criterion.
    is_tagged: bool,
    criterion: Option<usize>,
    /// Whether it stands in no list and no quotation, so that a section begins with it.
    top: bool,
}

/// Most bodies have fewer events than one for so many bytes.
const BYTES_OF_AN_EVENT: usize = 16;

/// Reads `text`, which begins at byte `offset` of a file in `folder`.
pub fn read(text: &str, offset: usize, folder: &str, context: &Context<'_>) -> Reading {
    let mut events = parsed(text);
    let unclosed = tags::unclosed(text, &events);
    if let Some(unclosed) = &unclosed {
        events = parsed(unclosed);
    }
    let mut faults = Vec::new();
    let headings = headings(text, &events, offset, context.rubric, &mut faults);
    faults.extend(tags::unread(text, &events, &headings, offset, context.rubric));
    let sections = sections(text, offset, &headings, &events);
    let place = write::Place { text, offset, folder };
    let mut reading = write::write(events, &place, &headings, context);
    reading.body.sections = sections;
    reading.faults.extend(faults);
    reading
}

fn parsed(text: &str) -> Vec<(Event<'_>, Range<usize>)> {
    let mut events = Vec::with_capacity(text.len() / BYTES_OF_AN_EVENT);
    events.extend(Parser::new_ext(text, options()).into_offset_iter());
    events
}

/// The words of each block of `text`, which begins at byte `offset` of its file, and where the block stands.
pub fn blocks(text: &str, offset: usize) -> Vec<Text> {
    let mut blocks = vec![Text::default()];
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let words = match &event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => words,
            Event::SoftBreak | Event::HardBreak => "\n",
            event if parts_words(event) => {
                blocks.push(Text::default());
                continue;
            }
            _ => continue,
        };
        let Some(block) = blocks.last_mut() else { continue };
        if block.value.is_empty() {
            let line = text[range.start..].lines().next().unwrap_or_default().trim_end();
            block.span = Span::new(range.start, range.start + line.len()).shifted(offset);
        }
        block.value.push_str(words);
    }
    blocks
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

fn headings(
    text: &str,
    events: &[(Event<'_>, Range<usize>)],
    offset: usize,
    rubric: &Rubric,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut depth = 0usize;
    for (event, range) in events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let id = id.as_deref().filter(|_| !tags::is_escaped(&text[range.clone()]));
                let criterion = id.and_then(|id| rubric.find(id)).filter(|_| depth < write::MAX_DEPTH);
                if let (Some(id), None, true) = (id, criterion, depth < write::MAX_DEPTH) {
                    let span =
                        Span::new(range.start, range.start + text[range.clone()].trim_end().len()).shifted(offset);
                    let ids = rubric.criteria.iter().map(|criterion| criterion.id.as_str());
                    faults.push(Diagnostic::new(Code::UnknownSection, span).found(id).closest(id, ids));
                }
                let (level, range, is_tagged) = (number(*level), range.clone(), id.is_some());
                headings.push(Heading { level, range, is_tagged, criterion, top: depth == 0 });
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    headings
}

/// The text from each tagged heading to the next heading of the same or a higher level or the next tagged one;
/// heading lines are no text, and sections with one id are joined (contract, "What counts").
fn sections(text: &str, offset: usize, headings: &[Heading], events: &[(Event<'_>, Range<usize>)]) -> Vec<Section> {
    let top: Vec<&Heading> = headings.iter().filter(|heading| heading.top).collect();
    let mut sections: Vec<Section> = Vec::new();
    let mut parts: Vec<(Range<usize>, usize)> = Vec::new();
    for (i, heading) in top.iter().enumerate() {
        let Some(criterion) = heading.criterion else { continue };
        let rest = &top[i + 1..];
        let last = rest.iter().position(|next| next.level <= heading.level || next.criterion.is_some());
        let inner = &rest[..last.unwrap_or(rest.len())];
        let end = last.map_or(text.len(), |last| rest[last].range.start);
        let starts = [heading].into_iter().chain(inner).map(|heading| heading.range.end);
        let ends = inner.iter().map(|heading| heading.range.start).chain([end]);
        let own: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let source: String = own.iter().map(|part| &text[part.clone()]).collect();
        let place = sections.iter().position(|section| section.criterion == criterion);
        match place {
            Some(place) => {
                sections[place].text.push('\n');
                sections[place].text.push_str(source.trim());
            }
            None => {
                let line = text[heading.range.clone()].trim_end().len();
                let span = Span::new(heading.range.start, heading.range.start + line).shifted(offset);
                sections.push(Section { criterion, span, text: source.trim().to_owned(), plain: String::new() });
            }
        }
        let place = place.unwrap_or(sections.len() - 1);
        parts.extend(own.into_iter().map(|part| (part, place)));
    }
    read_plain(&mut sections, &parts, events);
    sections
}

/// Fills in what a reader sees of each section, whose `parts` stand in the order of the text.
fn read_plain(sections: &mut [Section], parts: &[(Range<usize>, usize)], events: &[(Event<'_>, Range<usize>)]) {
    let mut parts = parts.iter().peekable();
    for (event, range) in events.iter().filter(|(event, _)| !matches!(event, Event::End(_))) {
        while parts.next_if(|(part, _)| part.end <= range.start).is_some() {}
        let Some((part, section)) = parts.peek() else { return };
        if !part.contains(&range.start) {
            continue;
        }
        let plain = &mut sections[*section].plain;
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => plain.push_str(text),
            Event::Start(Tag::Item) => plain.push_str(if plain.is_empty() { "– " } else { " – " }),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            _ if parts_words(event) => plain.push(' '),
            _ => {}
        }
    }
}

fn number(level: HeadingLevel) -> usize {
    level as usize
}

/// Whether an event ends or begins a block, so that the words around it do not touch.
fn parts_words(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }),
        Event::End(end) => !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link),
        _ => false,
    }
}
