//! YAML of every kind, by the library: the only door to it. Anchors, aliases, tags and further documents are refused.

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as YamlSpan, StrInput};

use super::{Key, Kind, MAX_DEPTH, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Span;

/// The tree of any text.
///
/// # Errors
/// One located fault: after a syntax error nothing more of the text is known.
pub(super) fn tree(text: &str, offset: usize) -> Result<Node<'_>, Diagnostic> {
    let options = serde_yaml::granit_parser::options! { disallow_directives: true };
    let read = Builder { events: Parser::new_from_str_with_options(text, options), offset, end: text.len() }.document();
    read.map_err(|fault| {
        if fault.code != Code::YamlSyntax {
            return fault;
        }
        let tab = guilty_tab(text, &fault, offset).map(|at| (at, "@yaml-tab"));
        let found = tab.or_else(|| Some((guilty_colon(text, &fault, offset)?, "@yaml-blank")));
        found.map_or(fault, |(at, reason)| syntax_error(offset + at, reason))
    })
}

/// The tab that a syntax error comes from: the parser passes over one before the first word and complains of the next
/// line, and of one further down it complains at the end of the line before.
fn guilty_tab(text: &str, fault: &Diagnostic, offset: usize) -> Option<usize> {
    let mut words = lines(text).filter(is_said);
    let first = words.next().and_then(indenting_tab);
    if first.is_some() || is_within_marks(fault) {
        return first;
    }
    let at = (fault.span.start as usize).saturating_sub(offset);
    let near = lines(text).filter(|(start, line)| start + line.len() >= at && !line.trim().is_empty());
    near.take(2).find_map(indenting_tab)
}

/// The place after a colon without a blank behind it, when a syntax error comes from that: `hạn:20/01/2026` is no key
/// with a value but a text, of which the parser complains on the same line or on the next.
fn guilty_colon(text: &str, fault: &Diagnostic, offset: usize) -> Option<usize> {
    if is_within_marks(fault) {
        return None;
    }
    let at = (fault.span.start as usize).saturating_sub(offset);
    let before: Vec<_> = lines(text).take_while(|(start, _)| *start <= at).collect();
    let near = before.into_iter().rev().filter(is_said).take(2);
    near.into_iter().find_map(tight_colon)
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

/// Whether the error is that quotes or brackets are left open; what stands within them is blameless.
fn is_within_marks(fault: &Diagnostic) -> bool {
    fault.args.iter().any(|(_, reason)| matches!(reason.as_str(), "@yaml-quote" | "@yaml-bracket"))
}

/// The lines of `text`, each with the byte at which it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    })
}

fn indenting_tab((at, line): (usize, &str)) -> Option<usize> {
    let indent = &line[..line.len() - line.trim_start().len()];
    indent.find('\t').map(|tab| at + tab)
}

fn syntax_error(at: usize, reason: &'static str) -> Diagnostic {
    Diagnostic::new(Code::YamlSyntax, Span::new(at, at)).arg("reason", reason)
}

struct Builder<'a> {
    events: Parser<'a, StrInput<'a>>,
    offset: usize,
    end: usize,
}

impl<'a> Builder<'a> {
    fn document(&mut self) -> Result<Node<'a>, Diagnostic> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::DocumentStart(..) if root.is_some() => return Err(feature("@yaml-documents", span)),
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                event => root = Some(self.node(event, span, 0)?),
            }
        }
        let end = self.offset + self.end;
        Ok(root.unwrap_or(Node { span: Span::new(end, end), kind: Kind::Null }))
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node<'a>, Diagnostic> {
        if depth > MAX_DEPTH {
            let fault = Diagnostic::new(Code::YamlTooDeep, span);
            return Err(fault.arg("limit", MAX_DEPTH.to_string()));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some(), span)?;
                let plain = style == ScalarStyle::Plain;
                let null = plain && matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                let kind = if null { Kind::Null } else { Kind::Text(text) };
                Ok(Node { span, kind })
            }
            Event::SequenceStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), span)?;
                self.list(span, depth)
            }
            Event::MappingStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), span)?;
                self.map(span, depth)
            }
            _ => Err(feature("@yaml-alias", span)),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'a>, Diagnostic> {
        let mut items = Vec::with_capacity(4);
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(Node { span: between(start, span), kind: Kind::List(items) });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node<'a>, Diagnostic> {
        let mut entries = Vec::with_capacity(if depth == 0 { 16 } else { 4 });
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok(Node { span: between(start, span), kind: Kind::Map(entries) });
            }
            let key = self.key(event, span)?;
            let (event, span) = self.next()?;
            entries.push((key, self.node(event, span, depth + 1)?));
        }
    }

    fn key(&self, event: Event<'a>, span: Span) -> Result<Key<'a>, Diagnostic> {
        match event {
            Event::Scalar(text, _, anchor, tag) => {
                refuse(anchor, tag.is_some(), span)?;
                Ok(Key { text, span })
            }
            Event::Alias(_) => Err(feature("@yaml-alias", span)),
            _ => Err(feature("@yaml-key", span)),
        }
    }

    /// The next event and its place, which is a tenth of what the parser says of it.
    fn next(&mut self) -> Result<(Event<'a>, Span), Diagnostic> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Ok((event, self.place(span))),
            Some(Err(fault)) => Err(self.syntax(&fault)),
            // None is asked for after the end.
            None => Err(syntax_error(self.offset + self.end, "@yaml-other")),
        }
    }

    fn syntax(&self, fault: &ScanError) -> Diagnostic {
        let at = self.offset + fault.marker().byte_offset().unwrap_or(self.end).min(self.end);
        let place = Span::new(at, at);
        match fault.kind() {
            ErrorKind::UnknownAnchor => Diagnostic::new(Code::YamlFeature, place).arg("reason", "@yaml-alias"),
            ErrorKind::RecursionLimitExceeded => {
                Diagnostic::new(Code::YamlTooDeep, place).arg("limit", MAX_DEPTH.to_string())
            }
            kind => syntax_error(at, reason(kind)),
        }
    }

    fn place(&self, span: YamlSpan) -> Span {
        let range = span.byte_range().unwrap_or(self.end..self.end);
        Span::new(range.start, range.end).shifted(self.offset)
    }
}

fn refuse(anchor: usize, tagged: bool, span: Span) -> Result<(), Diagnostic> {
    match (anchor, tagged) {
        (0, false) => Ok(()),
        (0, true) => Err(feature("@yaml-tag", span)),
        _ => Err(feature("@yaml-anchor", span)),
    }
}

fn feature(what: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::YamlFeature, span).arg("reason", what)
}

fn between(start: Span, end: Span) -> Span {
    Span { start: start.start, end: end.end.max(start.end) }
}

/// The catalogue's words for a syntax error.
fn reason(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart => "@yaml-tab",
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::DocumentIndicatorInQuotedScalar => "@yaml-quote",
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => "@yaml-bracket",
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed => "@yaml-indent",
        ErrorKind::InvalidSimpleKey | ErrorKind::MappingValueNotAllowed => "@yaml-colon",
        ErrorKind::UnexpectedCharacter { .. } | ErrorKind::DirectiveDisallowed => "@yaml-sign",
        _ => "@yaml-other",
    }
}
