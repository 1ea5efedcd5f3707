//! YAML of every kind, by the library: the only door to it. Anchors, aliases, tags and further documents are refused.

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as YamlSpan, StrInput};

use super::lines::syntax_error;
use super::signs;
use super::slips;
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
    read.map_err(|fault| match fault.code {
        Code::YamlSyntax => slips::cause(text, fault, offset),
        Code::YamlFeature => signs::feature(text, fault, offset),
        _ => fault,
    })
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
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => "@yaml-open",
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => "@yaml-quote",
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidUnicodeEscape => "@yaml-escape",
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
