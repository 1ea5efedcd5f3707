//! A record as written: every field that could be read, with its place. Nothing is compared with roster or rubric yet.

use super::fields;
use super::reader::{Map, Reader, WrittenDate};
use super::words::{self, CLAIM_KEYS, known_key};
use super::yaml::{Key, Kind as NodeKind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Spanned, Text};
use crate::base::text::{fold_key, nearest};
use crate::model::audience::Audience;
use crate::model::body::Body;
use crate::model::content::{Content, Evidence};
use crate::model::record::{Kind, Status};

/// What a record may say, in the order of `docs/record-format.md`.
pub const KEYS: &[&str] = &[
    "title",
    "member",
    "assigned",
    "due",
    "done",
    "kind",
    "status",
    "assigned_by",
    "rubric",
    "criteria",
    "purpose",
    "procedure",
    "outputs",
    "coordination",
    "strengths",
    "weaknesses",
    "fixed",
    "context",
    "progress",
    "direction",
    "references",
    "risks",
    "steps",
    "archive",
    "revisions",
    "lessons",
    "excused",
    "visibility",
];

/// A record as written.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Place for faults of the record as a whole: its first line.
    pub span: Span,
    /// Keys that it must have and that are left blank.
    pub blank: Vec<Text>,
    /// Title.
    pub title: Option<Text>,
    /// Member, by id.
    pub member: Option<Text>,
    /// The day it was given out.
    pub assigned: Option<WrittenDate>,
    /// The day it is due.
    pub due: Option<WrittenDate>,
    /// The day it was done.
    pub done: Option<WrittenDate>,
    /// Planned or arising.
    pub kind: Option<Spanned<Kind>>,
    /// How far it is.
    pub status: Option<Spanned<Status>>,
    /// Who gave it.
    pub assigned_by: Option<Text>,
    /// The rubric it pins.
    pub rubric: Option<Text>,
    /// What is claimed.
    pub claims: Vec<DraftClaim>,
    /// The other fields.
    pub content: Content,
    /// Who may see it.
    pub visibility: Visibility,
    /// The body.
    pub body: Body,
}

/// A claim as written.
#[derive(Debug, Clone)]
pub struct DraftClaim {
    /// The criterion's id, as written.
    pub criterion: Text,
    /// The level, as written.
    pub level: DraftLevel,
    /// The reason given.
    pub reason: Option<Text>,
    /// Explicit evidence entries.
    pub evidence: Vec<Evidence>,
}

/// A level as written.
#[derive(Debug, Clone)]
pub enum DraftLevel {
    /// A word.
    Written(Text),
    /// The criterion stands in a list, which means met.
    Listed,
    /// Nothing: the criterion is unclaimed.
    Blank,
    /// A map without `level`, or a level that is no text: a fault that is noted already where it is one of type.
    Missing,
}

/// Who may see a record, as written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Visibility {
    /// The widest audience; the cell's when nothing is said.
    For(Audience),
    /// Cannot be read: for leaders only, and others learn no more than that there is a problem.
    #[default]
    Unreadable,
}

impl Visibility {
    /// It, and for no wider an audience than is also said elsewhere.
    #[must_use]
    pub fn at_most(self, said: Option<Audience>) -> Self {
        match (self, said) {
            (Self::For(own), Some(other)) => Self::For(own.max(other)),
            (own, _) => own,
        }
    }
}

/// Reads front matter.
pub fn read(reader: &mut Reader<'_>, root: &Node<'_>, fence: Span) -> Draft {
    let mut draft = Draft { span: fence, ..Draft::default() };
    if root.kind == NodeKind::Null {
        draft.visibility = Visibility::For(Audience::default());
        return draft;
    }
    let Some(map) = reader.map(root, KEYS, "front-matter") else { return draft };
    draft.blank = map.blank(&["title", "member", "assigned"]);
    draft.title = reader.text(&map, "title");
    draft.member = reader.text(&map, "member");
    draft.assigned = reader.date(&map, "assigned");
    draft.due = reader.date(&map, "due");
    draft.done = reader.date(&map, "done");
    draft.kind = word(reader, &map, "kind", Code::UnknownKind, words::kind);
    draft.status = word(reader, &map, "status", Code::UnknownStatus, words::status);
    draft.assigned_by = reader.text(&map, "assigned_by");
    draft.rubric = reader.text(&map, "rubric");
    draft.claims = claims(reader, &map, CLAIM_KEYS);
    draft.content = fields::content(reader, &map);
    draft.visibility = visibility(reader, root, &map, KEYS);
    draft
}

fn word<T>(
    reader: &mut Reader<'_>,
    map: &Map<'_, '_>,
    key: &str,
    unknown: Code,
    read: impl Fn(&str) -> Option<T>,
) -> Option<Spanned<T>> {
    let written = reader.word(map, key)?;
    match read(written.value) {
        Some(value) => Some(written.with(value)),
        None => {
            let (words, expected) = spellings(unknown);
            let fault = Diagnostic::new(unknown, written.span).found(written.value).arg("expected", expected);
            let fault = fault.arg("key", key).closest(written.value, words.iter().copied());
            let meant = words::word_meant(key, written.value).map(str::to_owned);
            reader.fault(Diagnostic { closest: meant.or_else(|| fault.closest.clone()), ..fault });
            None
        }
    }
}

/// The words that may stand under a key with a closed list, and the text of the catalogue that lists them.
fn spellings(unknown: Code) -> (&'static [&'static str], &'static str) {
    match unknown {
        Code::UnknownStatus => {
            (&["planned", "doing", "done", "cancelled", "kế hoạch", "đang làm", "hoàn thành", "hủy"], "@words-status")
        }
        Code::UnknownVisibility => {
            (&["public", "cell", "leaders", "công khai", "chi bộ", "lãnh đạo"], "@words-visibility")
        }
        _ => (&["planned", "arising", "theo kế hoạch", "phát sinh"], "@words-kind"),
    }
}

/// Who may see a file with `keys`; unreadable when that was said in a way that cannot be read.
pub fn visibility(reader: &mut Reader<'_>, root: &Node<'_>, map: &Map<'_, '_>, keys: &[&'static str]) -> Visibility {
    let said = said_visibility(reader, map);
    if may_mean_visibility(root, map, keys) { Visibility::Unreadable } else { said }
}

fn said_visibility(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Visibility {
    let Some(node) = map.get("visibility") else { return Visibility::For(Audience::default()) };
    if matches!(node.kind, NodeKind::List(_) | NodeKind::Map(_)) {
        reader.wrong_type(node, "visibility", "@type-text");
        return Visibility::Unreadable;
    }
    match word(reader, map, "visibility", Code::UnknownVisibility, words::visibility) {
        Some(audience) => Visibility::For(audience.value),
        None => {
            if reader.text(map, "visibility").is_none() {
                let (_, expected) = spellings(Code::UnknownVisibility);
                let fault = Diagnostic::new(Code::UnknownVisibility, map.key_span("visibility")).found("");
                reader.fault(fault.arg("expected", expected).arg("key", "visibility"));
            }
            Visibility::Unreadable
        }
    }
}

/// Whether `root` says who may see the record in a way that cannot be read: twice, under a key that is no key but is
/// near `visibility` or holds one of its words, or in a deeper map. A slip of the keyboard must not open a record.
pub fn may_mean_visibility(root: &Node<'_>, map: &Map<'_, '_>, keys: &[&'static str]) -> bool {
    let NodeKind::Map(entries) = &root.kind else { return false };
    let mut said = 0;
    let is_like = |(key, value): &(Key<'_>, Node<'_>)| match known_key(&key.text, keys) {
        Some("visibility") => {
            said += 1;
            said > 1
        }
        Some(_) => false,
        None => is_near_visibility(&key.text) || holds_visibility(value),
    };
    // In a map of other keys, each of them known and once, none is looked at twice.
    map.len() < entries.len() && entries.iter().any(is_like) || entries.iter().any(|(_, value)| is_said_within(value))
}

fn is_near_visibility(key: &str) -> bool {
    let spelled = KEYS.iter().flat_map(|key| [Some(*key), words::vietnamese_of(key)]).flatten();
    let near = words::meant(key, KEYS).map_or_else(|| nearest(key, spelled), |meant| vec![meant]);
    begins_like_visibility(key) || near.iter().any(|near| known_key(near, KEYS) == Some("visibility"))
}

fn begins_like_visibility(key: &str) -> bool {
    let key = fold_key(key);
    ["visib", "phamvi"].iter().any(|start| key.starts_with(start))
}

/// Whether a value is one of the words of visibility, or a list with one of them.
fn holds_visibility(value: &Node<'_>) -> bool {
    match &value.kind {
        NodeKind::Text(text) => words::visibility(text.trim()).is_some(),
        NodeKind::List(items) => items.iter().any(holds_visibility),
        NodeKind::Null | NodeKind::Map(_) => false,
    }
}

/// Whether a map within `value` has a key that begins like visibility, as when the line is indented by mistake.
fn is_said_within(value: &Node<'_>) -> bool {
    match &value.kind {
        NodeKind::Map(entries) => entries.iter().any(|(key, value)| {
            let first = key.text.trim_start().chars().next();
            let worth_folding = matches!(first, Some('v' | 'V' | 'p' | 'P'));
            worth_folding && begins_like_visibility(&key.text) || is_said_within(value)
        }),
        NodeKind::List(items) => items.iter().any(is_said_within),
        NodeKind::Null | NodeKind::Text(_) => false,
    }
}

/// The claims under `criteria`, each of which may have these `keys`.
pub fn claims(reader: &mut Reader<'_>, map: &Map<'_, '_>, keys: &[&'static str]) -> Vec<DraftClaim> {
    match map.get("criteria") {
        None | Some(Node { kind: NodeKind::Null, .. }) => Vec::new(),
        Some(Node { kind: NodeKind::Map(entries), .. }) => entries
            .iter()
            .map(|(key, value)| claim(reader, Spanned::new(key.text.trim().to_owned(), key.span), value, keys))
            .collect(),
        Some(_) => reader.texts(map, "criteria").into_iter().map(listed).collect(),
    }
}

fn listed(criterion: Text) -> DraftClaim {
    DraftClaim { criterion, level: DraftLevel::Listed, reason: None, evidence: Vec::new() }
}

fn claim(reader: &mut Reader<'_>, criterion: Text, value: &Node<'_>, keys: &[&'static str]) -> DraftClaim {
    let mut claim = DraftClaim { criterion, level: DraftLevel::Blank, reason: None, evidence: Vec::new() };
    match &value.kind {
        NodeKind::Null => {}
        NodeKind::Text(_) => {
            claim.level = reader.text_of(value, "level").map_or(DraftLevel::Blank, DraftLevel::Written);
        }
        NodeKind::List(_) => {
            reader.wrong_type(value, "level", "@type-text-or-map");
            claim.level = DraftLevel::Missing;
        }
        NodeKind::Map(_) => {
            if let Some(map) = reader.map(value, keys, "criteria") {
                claim.level = level_of(reader, &map, &claim.criterion);
                claim.reason = reader.text(&map, "reason");
                claim.evidence = reader.items(&map, "evidence");
            }
        }
    }
    claim
}

fn level_of(reader: &mut Reader<'_>, map: &Map<'_, '_>, criterion: &Text) -> DraftLevel {
    match map.get("level") {
        None => {
            reader.fault(Diagnostic::new(Code::LevelMissing, criterion.span).arg("criterion", criterion.value.clone()));
            DraftLevel::Missing
        }
        Some(node) if matches!(node.kind, NodeKind::List(_) | NodeKind::Map(_)) => {
            reader.wrong_type(node, "level", "@type-text");
            DraftLevel::Missing
        }
        Some(node) => reader.text_of(node, "level").map_or(DraftLevel::Blank, DraftLevel::Written),
    }
}
