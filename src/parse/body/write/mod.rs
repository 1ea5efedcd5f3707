//! Writes a body's events as safe HTML: every tag below is written here, and every text is escaped.
//!
//! HTML of the member becomes text; heading attributes are dropped but for the criterion; ids have a prefix; tables are
//! aligned by classes; links go through [`crate::base::link`].

mod blocks;
mod links;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::{Context, Heading, Reading, parts_words};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::html::{escape, escape_into};
use crate::base::source::Span;
use crate::model::body::{Body, Piece};

/// Blocks and spans may be nested this deep; what is deeper keeps its text and loses its shape.
pub(super) const MAX_DEPTH: usize = 64;

/// Headings of a body begin at this level: `h1` is the page, `h2` its parts.
const TOP_HEADING: usize = 3;

/// The text that is read and where it stands.
pub struct Place<'a> {
    /// The body's text.
    pub text: &'a str,
    /// Its byte offset in the file.
    pub offset: usize,
    /// Folder of the file, under the root.
    pub folder: &'a str,
}

impl Place<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        let end = range.start + self.text[range.clone()].trim_end().len();
        Span::new(range.start, end).shifted(self.offset)
    }
}

/// What closes an open tag.
enum Close {
    Markup(Cow<'static, str>),
    Link(usize),
    Anchor,
    Image(ImageTarget),
    Table,
    TableHead,
    Nothing,
}

enum ImageTarget {
    Local(usize),
    Refused,
}

struct Writer<'a> {
    place: &'a Place<'a>,
    context: &'a Context<'a>,
    headings: std::slice::Iter<'a, Heading>,
    /// Criteria that some heading is tagged with.
    tagged: BTreeSet<usize>,
    /// Criteria whose first heading has its id.
    named: Vec<usize>,
    top_level: usize,
    last_level: usize,
    html: String,
    body: Body,
    faults: Vec<Diagnostic>,
    plain: String,
    open: Vec<Close>,
    /// Alternative texts of the images that are open.
    alt: Vec<String>,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    footnotes: HashMap<String, usize>,
    /// Labels of the footnotes that are written, those below the limit of depth left out; each is taken once.
    notes: HashSet<String>,
    noted: BTreeSet<usize>,
    /// How many links are open: a link holds no other.
    in_link: usize,
    too_deep: bool,
}

/// Writes `events` of the body at `place`.
pub fn write(
    events: Vec<(Event<'_>, Range<usize>)>,
    place: &Place<'_>,
    headings: &[Heading],
    context: &Context<'_>,
) -> Reading {
    let mut writer = Writer {
        place,
        context,
        headings: headings.iter(),
        tagged: headings.iter().filter_map(|heading| heading.criterion).collect(),
        named: Vec::new(),
        top_level: headings.iter().map(|heading| heading.level).min().unwrap_or(1),
        last_level: TOP_HEADING - 1,
        html: String::with_capacity(place.text.len() * 5 / 4),
        body: Body::default(),
        faults: Vec::new(),
        plain: String::with_capacity(place.text.len()),
        open: Vec::new(),
        alt: Vec::new(),
        columns: Vec::new(),
        column: 0,
        in_head: false,
        footnotes: HashMap::new(),
        notes: notes(&events),
        noted: BTreeSet::new(),
        in_link: 0,
        too_deep: false,
    };
    for (event, range) in events {
        writer.event(event, &range);
    }
    writer.flush();
    Reading { body: writer.body, faults: writer.faults, plain: writer.plain }
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if parts_words(&event) {
            self.plain.push('\n');
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => {
                self.markup("<code>");
                self.text(&code);
                self.markup("</code>");
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => {
                self.plain.push('\n');
                self.markup("<br>\n");
            }
            Event::Rule => self.markup("<hr>\n"),
            Event::FootnoteReference(label) => {
                let number = self.footnote(&label);
                if self.in_link > 0 || !self.notes.contains(&label.to_lowercase()) {
                    self.markup(&format!("<sup>{number}</sup>"));
                } else {
                    self.markup(&format!("<sup><a href=\"#fn_{number}\">{number}</a></sup>"));
                }
            }
            Event::TaskListMarker(done) => {
                let words = self.context.words;
                let (sign, word) = if done { ("☑", &words.task_done) } else { ("☐", &words.task_open) };
                let box_ =
                    format!("<span class=\"task-box\" role=\"img\" aria-label=\"{}\">{sign}</span> ", escape(word));
                self.markup(&box_);
            }
            // Mathematics is not enabled; were it, its source would be shown.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let within = matches!(self.open.last(), Some(Close::Nothing)) && needs_parent(&tag);
        if self.open.len() + room(&tag) > MAX_DEPTH || within {
            if !std::mem::replace(&mut self.too_deep, true) {
                let fault = Diagnostic::new(Code::BodyTooDeep, self.place.span(range));
                self.faults.push(fault.arg("limit", MAX_DEPTH.to_string()));
            }
            if matches!(tag, Tag::Heading { .. }) {
                self.headings.next();
            }
            self.open.push(Close::Nothing);
            return;
        }
        let close = match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.pair("<p>", "</p>\n"),
            Tag::Heading { .. } => self.heading(),
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::CodeBlock(_) => self.pair("<pre tabindex=\"0\"><code>", "</code></pre>\n"),
            Tag::List(None) => self.pair("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.pair("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.pair(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => self.pair("<li>", "</li>\n"),
            Tag::FootnoteDefinition(label) => {
                let number = self.footnote(&label);
                let id = if self.noted.insert(number) { format!(" id=\"fn_{number}\"") } else { String::new() };
                let start = format!("<div class=\"footnote\"{id}><sup>{number}</sup>\n");
                self.pair(&start, "</div>\n")
            }
            Tag::DefinitionList => self.pair("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.pair("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.pair("<dd>", "</dd>\n"),
            Tag::Table(columns) => self.table(columns),
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.markup("<thead>\n<tr>");
                Close::TableHead
            }
            Tag::TableRow => {
                self.column = 0;
                self.pair("<tr>", "</tr>\n")
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.pair("<em>", "</em>"),
            Tag::Strong => self.pair("<strong>", "</strong>"),
            Tag::Strikethrough => self.pair("<del>", "</del>"),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => self.image(&dest_url, range),
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Close::Nothing,
        };
        self.open.push(close);
    }

    fn end(&mut self) {
        match self.open.pop() {
            None | Some(Close::Nothing) => {}
            Some(Close::Markup(markup)) => self.markup(&markup),
            Some(Close::Link(link)) => {
                self.in_link -= 1;
                self.piece(Piece::LinkEnd(link));
            }
            Some(Close::Anchor) => {
                self.in_link -= 1;
                self.markup("</a>");
            }
            Some(Close::Image(target)) => self.end_image(&target),
            Some(Close::TableHead) => {
                self.in_head = false;
                self.markup("</tr>\n</thead>\n<tbody>\n");
            }
            Some(Close::Table) => self.markup("</tbody>\n</table></div>\n"),
        }
    }

    fn pair(&mut self, start: &str, end: impl Into<Cow<'static, str>>) -> Close {
        self.markup(start);
        Close::Markup(end.into())
    }

    /// A heading: levels are shifted below the page's own, and none is skipped.
    fn footnote(&mut self, label: &str) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(label.to_lowercase()).or_insert(next)
    }

    fn text(&mut self, text: &str) {
        self.plain.push_str(text);
        match self.alt.last_mut() {
            Some(alt) => alt.push_str(text),
            None => escape_into(&mut self.html, text),
        }
    }

    fn markup(&mut self, markup: &str) {
        if self.alt.is_empty() {
            self.html.push_str(markup);
        }
    }

    fn piece(&mut self, piece: Piece) {
        if self.alt.is_empty() {
            self.flush();
            self.body.pieces.push(piece);
        }
    }

    fn flush(&mut self) {
        if !self.html.is_empty() {
            let mut html = std::mem::take(&mut self.html);
            html.shrink_to_fit();
            self.body.pieces.push(Piece::Html(html));
        }
    }
}

/// Ids of a body hold a `_` inside, which no id of a criterion or a member may hold, so none of them can meet.
const SECTION_PREFIX: &str = "nd_";

/// How many levels of the page a block takes: a list is nothing without its items, a table without its cells.
fn room(tag: &Tag<'_>) -> usize {
    match tag {
        Tag::Table(_) => 4,
        Tag::List(_) | Tag::DefinitionList => 2,
        _ => 1,
    }
}

/// Whether `tag` may only stand in another one, without which it must not be written either.
fn needs_parent(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
    )
}

/// Labels of the footnotes that will be written.
fn notes(events: &[(Event<'_>, Range<usize>)]) -> HashSet<String> {
    let mut notes = HashSet::new();
    let mut depth = 0usize;
    for (event, _) in events {
        match event {
            Event::Start(tag) => {
                if let Tag::FootnoteDefinition(label) = tag
                    && depth < MAX_DEPTH
                {
                    notes.insert(label.to_lowercase());
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    notes
}

/// The id of the heading tagged with a criterion.
fn section_id(criterion: &str) -> String {
    format!("{SECTION_PREFIX}{criterion}")
}
