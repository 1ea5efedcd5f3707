//! Reads `hieucan.yaml`. Settings that cannot be used stop the run, so every fault of them is an error.

use super::choice::chosen;
use super::reader::{Item, Map, Reader};
use super::yaml;
use crate::base::diagnostic::{Code, Diagnostic, Problem, Severity};
use crate::base::edit_url::EditUrl;
use crate::base::error::{Error, Result};
use crate::base::i18n::Lang;
use crate::base::link;
use crate::base::period::{Date, Period};
use crate::base::source::{Source, Text};
use crate::base::text::is_device_name;
use crate::model::audience::Audience;
use crate::model::member::{Absence, Bound, Member, Role, Roster};
use crate::model::settings::{Cell, ClosedPeriod, PaperForm, Settings, Severities};

const KEYS: &[&str] =
    &["cell", "lang", "rubric", "as_of", "members", "closed", "audience", "edit_url", "paper", "ratings", "checks"];
const CELL_KEYS: &[&str] = &["id", "name", "parent", "place"];
const MEMBER_KEYS: &[&str] = &["id", "name", "emails", "role", "position", "group", "from", "until", "away"];

/// The maps of the settings, and their keys.
pub(super) const MAPS: &[super::Keys] = &[
    ("settings", KEYS),
    ("cell", CELL_KEYS),
    ("member", MEMBER_KEYS),
    ("away", WrittenAbsence::KEYS),
    ("closed", WrittenClosed::KEYS),
];

/// Reads the settings.
///
/// # Errors
/// [`Error::Unusable`] with every fault found, located.
pub fn settings(source: &Source) -> Result<Settings> {
    let mut reader = Reader::new(&source.text);
    let settings = match tree(source) {
        Ok(root) => reader.map(&root, KEYS, "hieucan.yaml").map(|map| read(&mut reader, &map)),
        Err(fault) => {
            reader.fault(fault);
            None
        }
    };
    match (settings, reader.faults.is_empty()) {
        (Some(settings), true) => Ok(settings),
        _ => Err(unusable(source, reader.faults)),
    }
}

/// The tree of a settings file; a byte order mark is accepted.
pub(super) fn tree(source: &Source) -> Result<yaml::Node<'_>, Diagnostic> {
    let start = if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    yaml::document(&source.text[start..], start)
}

/// Every fault of a settings file as an error that stops the run.
pub(super) fn unusable(source: &Source, faults: Vec<Diagnostic>) -> Error {
    let mut problems: Vec<Problem> =
        faults.into_iter().map(|fault| fault.located(&source.path, &source.text, Severity::Error)).collect();
    problems.sort_by_key(|problem| problem.at);
    Error::Unusable(problems)
}

fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Settings {
    Settings {
        cell: cell(reader, map),
        lang: reader.text(map, "lang").and_then(|text| chosen(reader, "lang", &text, &["vi", "en"], Lang::from_tag)),
        rubric: reader.text(map, "rubric").and_then(|path| inside(reader, path)),
        as_of: reader.known_date(map, "as_of").map(|date| date.value),
        roster: Roster::new(members(reader, map)),
        closed: reader.items::<WrittenClosed>(map, "closed").into_iter().filter_map(|closed| closed.0).collect(),
        audience: reader
            .text(map, "audience")
            .and_then(|text| chosen(reader, "audience", &text, &["public", "cell", "leaders"], Audience::from_id)),
        edit_url: reader.text(map, "edit_url").and_then(|text| edit_url(reader, &text)),
        paper: reader
            .text(map, "paper")
            .and_then(|text| chosen(reader, "paper", &text, &["dang", "nha-nuoc"], PaperForm::from_id))
            .unwrap_or_default(),
        ratings: reader.texts(map, "ratings").into_iter().map(|text| text.value).collect(),
        checks: checks(reader, map),
    }
}

fn cell(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Cell {
    let Some(node) = map.get("cell") else {
        missing(reader, map, "cell");
        return Cell::default();
    };
    let Some(map) = reader.map(node, CELL_KEYS, "cell") else { return Cell::default() };
    Cell {
        id: required(reader, &map, "id"),
        name: required(reader, &map, "name"),
        parent: reader.text(&map, "parent").map(|text| text.value),
        place: reader.text(&map, "place").map(|text| text.value),
    }
}

fn members(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Vec<Member> {
    let written: Vec<WrittenMember> = reader.items(map, "members");
    let mut seen: Vec<Text> = Vec::new();
    let mut members = Vec::with_capacity(written.len());
    for WrittenMember { id, member } in written {
        if let Some(id) = id {
            match seen.iter().find(|earlier| earlier.value == id.value) {
                Some(first) => duplicate_id(reader, &id, first),
                None => seen.push(id),
            }
        }
        members.push(member);
    }
    members
}

pub(super) fn duplicate_id(reader: &mut Reader<'_>, id: &Text, first: &Text) {
    let line = crate::base::source::LineCol::of(reader.text, first.span.start as usize).line;
    reader.fault(Diagnostic::new(Code::DuplicateId, id.span).arg("id", &*id.value).arg("line", line.to_string()));
}

struct WrittenMember {
    id: Option<Text>,
    member: Member,
}

impl Item for WrittenMember {
    const KEYS: &'static [&'static str] = MEMBER_KEYS;

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let id = reader.text(map, "id");
        match &id {
            Some(id) => check_member_id(reader, id),
            None => missing(reader, map, "id"),
        }
        let roles = Role::ALL.map(Role::id);
        let read_role = |word: &str| Role::ALL.into_iter().find(|role| role.id() == word);
        let (from, until) = from_until(reader, map);
        let member = Member {
            id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
            name: required(reader, map, "name"),
            emails: reader.texts(map, "emails").into_iter().map(|email| email.value).collect(),
            role: reader
                .text(map, "role")
                .and_then(|text| chosen(reader, "role", &text, &roles, read_role))
                .unwrap_or_default(),
            position: reader.text(map, "position").map(|text| text.value),
            group: reader.text(map, "group").map(|text| text.value),
            from,
            until,
            away: reader.items::<WrittenAbsence>(map, "away").into_iter().filter_map(|away| away.0).collect(),
        };
        Self { id, member }
    }
}

/// Ids become paths, so only plain letters will do; `cell` is the name of the whole in the data files.
fn check_member_id(reader: &mut Reader<'_>, id: &Text) {
    let plain = id.value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !plain || id.value.len() > 64 || is_device_name(&id.value) || id.value == "cell" {
        reader.fault(Diagnostic::new(Code::BadId, id.span).found(&id.value).arg("expected", "@id-member"));
    }
}

struct WrittenAbsence(Option<Absence>);

impl Item for WrittenAbsence {
    const KEYS: &'static [&'static str] = &["from", "until", "reason"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let (from, until) = from_until(reader, map);
        // A time open at both ends would be no absence but a leaving.
        if map.get("from").is_none() && map.get("until").is_none() {
            missing(reader, map, "from");
            return Self(None);
        }
        let reason = reader.text(map, "reason").map(|text| text.value);
        Self(Some(Absence { from: Bound(from), until: Bound(until), reason }))
    }
}

/// The first and the last day of a time, each of which may be left out.
fn from_until(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> (Option<Date>, Option<Date>) {
    let (from, until) = (reader.known_date(map, "from"), reader.known_date(map, "until"));
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value < from.value
    {
        let fault = Diagnostic::new(Code::UntilBeforeFrom, until.span).arg("date", until.value.to_string());
        reader.fault(fault.arg("other-date", from.value.to_string()));
    }
    (from.map(|date| date.value), until.map(|date| date.value))
}

struct WrittenClosed(Option<ClosedPeriod>);

impl Item for WrittenClosed {
    const KEYS: &'static [&'static str] = &["period", "on"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let on = reader.known_date(map, "on").map(|date| date.value);
        let Some(written) = reader.text(map, "period") else {
            missing(reader, map, "period");
            return Self(None);
        };
        let period = Period::parse(&written.value);
        if period.is_none() {
            let fault = Diagnostic::new(Code::BadPeriod, written.span).found(&written.value);
            let closest = Period::meant(&written.value, None).map(|period| period.to_string());
            reader.fault(Diagnostic { closest, ..fault });
        }
        Self(period.map(|period| ClosedPeriod { period, on }))
    }
}

fn checks(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Severities {
    let mut severities = Severities::default();
    let Some(node) = map.get("checks").filter(|node| !node.is_blank()) else { return severities };
    let ids: Vec<&'static str> = Code::ALL.iter().map(|code| code.id()).collect();
    let Some(map) = reader.map(node, &ids, "checks") else { return severities };
    for code in Code::ALL {
        let Some(written) = reader.text(&map, code.id()) else { continue };
        let choice = chosen(reader, code.id(), &written, &["error", "warning", "off"], |word| match word {
            "error" => Some(Some(Severity::Error)),
            "warning" => Some(Some(Severity::Warning)),
            "off" => Some(None),
            _ => None,
        });
        match choice {
            Some(lowered) if code.severity() == Severity::Error && lowered != Some(Severity::Error) => {
                reader.fault(Diagnostic::new(Code::ErrorStays, written.span).found(code.id()));
            }
            Some(severity) => severities.set(*code, severity),
            None => {}
        }
    }
    severities
}

fn edit_url(reader: &mut Reader<'_>, written: &Text) -> Option<EditUrl> {
    let url = EditUrl::parse(&written.value);
    if url.is_none() {
        reader.fault(Diagnostic::new(Code::RefusedLink, written.span).found(&written.value));
    }
    url
}

fn inside(reader: &mut Reader<'_>, path: Text) -> Option<Text> {
    let plain = !path.value.starts_with('/') && !path.value.contains('\\');
    let resolved = if plain { link::resolve("", &path.value) } else { None };
    if resolved.is_none() {
        reader.fault(Diagnostic::new(Code::BadPath, path.span).found(&path.value));
    }
    resolved.map(|resolved| path.with(resolved))
}

pub(super) fn required(reader: &mut Reader<'_>, map: &Map<'_, '_>, key: &str) -> String {
    let before = reader.faults.len();
    match reader.text(map, key) {
        Some(text) => text.value,
        None => {
            if reader.faults.len() == before {
                missing(reader, map, key);
            }
            String::new()
        }
    }
}

pub(super) fn missing(reader: &mut Reader<'_>, map: &Map<'_, '_>, key: &str) {
    let start = crate::base::source::Span { start: map.span.start, end: map.span.start };
    let at = if map.get(key).is_some() { map.key_span(key) } else { start };
    reader.fault(Diagnostic::new(Code::MissingKey, at).arg("key", key));
}
