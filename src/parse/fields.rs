//! The fields of a record beside its claims, each with its keys and its short form.

use super::reader::{Item, Map, Reader};
use super::words;
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Text;
use crate::model::content::{
    Asked, Content, Coordination, Direction, Evidence, EvidenceKind, Excuse, Output, Progress, Reference, Revision,
    Risk, Step, Tagged,
};

/// The maps of a record beside its claims, and their keys.
pub const ITEMS: &[super::Keys] = &[
    ("evidence", Evidence::KEYS),
    ("output", Output::KEYS),
    ("coordination", Coordination::KEYS),
    ("tagged", Tagged::KEYS),
    ("progress", Progress::KEYS),
    ("direction", Direction::KEYS),
    ("asked", ASKED_KEYS),
    ("reference", Reference::KEYS),
    ("risk", Risk::KEYS),
    ("step", Step::KEYS),
    ("revision", Revision::KEYS),
    ("excuse", Excuse::KEYS),
];

const ASKED_KEYS: &[&str] = &["q", "a"];

/// Reads everything of a record beside its claims.
pub fn content(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Content {
    Content {
        purpose: reader.text(map, "purpose"),
        procedure: reader.text(map, "procedure"),
        outputs: reader.items(map, "outputs"),
        coordination: reader.items(map, "coordination"),
        strengths: reader.texts(map, "strengths"),
        weaknesses: reader.items(map, "weaknesses"),
        fixed: reader.texts(map, "fixed"),
        context: reader.texts(map, "context"),
        progress: reader.items(map, "progress"),
        direction: map.get("direction").and_then(|node| reader.item(node, "direction")),
        references: reader.items(map, "references"),
        risks: reader.items(map, "risks"),
        steps: reader.items(map, "steps"),
        archive: reader.text(map, "archive"),
        revisions: reader.items(map, "revisions"),
        lessons: reader.items(map, "lessons"),
        excused: map.get("excused").and_then(|node| reader.item(node, "excused")),
    }
}

/// Reads the kind of an evidence entry.
fn evidence_kind(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Option<EvidenceKind> {
    let written = reader.word(map, "kind")?;
    let kind = words::evidence_kind(written.value);
    if kind.is_none() {
        let words = EvidenceKind::ALL.map(EvidenceKind::id);
        let fault = Diagnostic::new(Code::UnknownKind, written.span).found(written.value);
        let fault = fault.arg("expected", words.join(", ")).arg("key", "kind");
        reader.fault(fault.closest(written.value, words.iter().copied()));
    }
    kind
}

impl Item for Evidence {
    const KEYS: &'static [&'static str] = &["kind", "ref", "date", "link", "file", "note"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, note: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            kind: evidence_kind(reader, map),
            reference: reader.text(map, "ref"),
            date: reader.known_date(map, "date"),
            link: reader.text(map, "link"),
            file: reader.text(map, "file"),
            note: reader.text(map, "note"),
        }
    }
}

impl Item for Output {
    const KEYS: &'static [&'static str] = &["name", "ref", "link", "file"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, name: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            name: reader.text(map, "name"),
            reference: reader.text(map, "ref"),
            link: reader.text(map, "link"),
            file: reader.text(map, "file"),
        }
    }
}

impl Item for Coordination {
    const KEYS: &'static [&'static str] = &["with", "role", "basis"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, with: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            with: reader.text(map, "with"),
            role: reader.text(map, "role"),
            basis: reader.text(map, "basis"),
        }
    }
}

impl Item for Tagged {
    const KEYS: &'static [&'static str] = &["text", "tag"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, text: Some(text), tag: None })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self { span: map.span, text: reader.text(map, "text"), tag: reader.text(map, "tag") }
    }
}

impl Item for Progress {
    const KEYS: &'static [&'static str] = &["on", "note"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, on: None, note: Some(text) })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self { span: map.span, on: reader.known_date(map, "on"), note: reader.text(map, "note") }
    }
}

impl Item for Direction {
    const KEYS: &'static [&'static str] = &["by", "on", "summary", "asked"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, summary: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            by: reader.text(map, "by"),
            on: reader.known_date(map, "on"),
            summary: reader.text(map, "summary"),
            asked: asked(reader, map),
        }
    }
}

/// Questions have no main key, so each one is a map; one may stand alone.
fn asked(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Vec<Asked> {
    let items: &[Node<'_>] = match map.get("asked") {
        None | Some(Node { kind: Kind::Null, .. }) => &[],
        Some(Node { kind: Kind::List(items), .. }) => items,
        Some(alone) => std::slice::from_ref(alone),
    };
    items
        .iter()
        .filter(|item| item.kind != Kind::Null)
        .filter_map(|item| {
            let map = reader.map(item, ASKED_KEYS, "asked")?;
            Some(Asked { question: reader.text(&map, "q"), answer: reader.text(&map, "a") })
        })
        .collect()
}

impl Item for Reference {
    const KEYS: &'static [&'static str] = &["ref", "title", "link"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, reference: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            reference: reader.text(map, "ref"),
            title: reader.text(map, "title"),
            link: reader.text(map, "link"),
        }
    }
}

impl Item for Risk {
    const KEYS: &'static [&'static str] = &["risk", "response", "happened"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, risk: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            risk: reader.text(map, "risk"),
            response: reader.text(map, "response"),
            happened: reader.yes_or_no(map, "happened"),
        }
    }
}

impl Item for Step {
    const KEYS: &'static [&'static str] = &["id", "what", "start", "end", "after", "with", "approval"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, what: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            id: reader.text(map, "id"),
            what: reader.text(map, "what"),
            start: reader.known_date(map, "start"),
            end: reader.known_date(map, "end"),
            after: reader.texts(map, "after"),
            with: reader.text(map, "with"),
            approval: reader.text(map, "approval"),
        }
    }
}

impl Item for Revision {
    const KEYS: &'static [&'static str] = &["by", "change", "adopted"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, change: Some(text), ..Self::default() })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self {
            span: map.span,
            by: reader.text(map, "by"),
            change: reader.text(map, "change"),
            adopted: reader.yes_or_no(map, "adopted"),
        }
    }
}

impl Item for Excuse {
    const KEYS: &'static [&'static str] = &["reason", "confirmed_by"];

    fn of_text(text: Text) -> Option<Self> {
        Some(Self { span: text.span, reason: Some(text), confirmed_by: None })
    }

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        Self { span: map.span, reason: reader.text(map, "reason"), confirmed_by: reader.text(map, "confirmed_by") }
    }
}
