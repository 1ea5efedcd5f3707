//! Reads `accepted.yaml`. A list that cannot be used stops the run, so every fault of it is an error.

use std::collections::HashMap;

use super::reader::{Item, Map, Reader};
use super::settings::{missing, tree, unusable};
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::error::Result;
use crate::base::period::Date;
use crate::base::source::{LineCol, Source, Span, Text};
use crate::base::text::nfc;
use crate::model::accepted::Gap;
use crate::model::member::Roster;

/// The map of an entry, and its keys.
pub(super) const MAPS: &[super::Keys] = &[("accepted", Entry::KEYS)];

/// Reads the list of accepted problems; their owners are members of `roster`.
///
/// # Errors
/// [`crate::base::error::Error::Unusable`] with every fault found, located.
pub fn accepted(source: &Source, roster: &Roster) -> Result<Vec<Gap>> {
    let mut reader = Reader::new(&source.text);
    let entries = match tree(source) {
        Ok(root) => entries(&mut reader, &root),
        Err(fault) => {
            reader.fault(fault);
            Vec::new()
        }
    };
    twice(&mut reader, &entries);
    let gaps: Vec<Gap> = entries.into_iter().filter_map(|entry| entry.gap(&mut reader, roster, source)).collect();
    if reader.faults.is_empty() { Ok(gaps) } else { Err(unusable(source, reader.faults)) }
}

/// A file of comments alone lists nothing.
fn entries(reader: &mut Reader<'_>, root: &Node<'_>) -> Vec<Entry> {
    match &root.kind {
        Kind::Null => Vec::new(),
        Kind::List(items) => items.iter().filter_map(|item| entry(reader, item)).collect(),
        Kind::Map(_) => reader.item(root, "accepted.yaml").into_iter().collect(),
        Kind::Text(_) => {
            reader.wrong_type(root, "accepted.yaml", "@type-list");
            Vec::new()
        }
    }
}

fn entry(reader: &mut Reader<'_>, item: &Node<'_>) -> Option<Entry> {
    if item.kind == Kind::Null {
        reader.wrong_type(item, "accepted.yaml", "@type-map");
    }
    reader.item(item, "accepted.yaml")
}

/// Of two entries about one problem nobody could say which day holds.
fn twice(reader: &mut Reader<'_>, entries: &[Entry]) {
    let mut seen: HashMap<(&str, String), Span> = HashMap::new();
    for entry in entries {
        let (Some(code), Some(record)) = (&entry.code, &entry.record) else { continue };
        let place = (code.value.as_str(), nfc(&record.value).into_owned());
        if let Some(first) = seen.get(&place) {
            let line = LineCol::of(reader.text, first.start as usize).line;
            let fault = Diagnostic::new(Code::DuplicateId, entry.span).arg("line", line.to_string());
            reader.fault(fault.arg("id", format!("{}, {}", place.0, place.1)));
        } else {
            seen.insert(place, entry.span);
        }
    }
}

struct Entry {
    span: Span,
    code: Option<Text>,
    record: Option<Text>,
    reason: Option<Text>,
    owner: Option<Text>,
    until: Option<Date>,
}

impl Item for Entry {
    const KEYS: &'static [&'static str] = &["code", "record", "reason", "owner", "until"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let mut text = |key| {
            let before = reader.faults.len();
            let text = reader.text(map, key);
            if text.is_none() && reader.faults.len() == before {
                missing(reader, map, key);
            }
            text
        };
        let (code, record, reason, owner) = (text("code"), text("record"), text("reason"), text("owner"));
        let before = reader.faults.len();
        let until = reader.known_date(map, "until").map(|date| date.value);
        if until.is_none() && reader.faults.len() == before {
            missing(reader, map, "until");
        }
        Self { span: code.as_ref().map_or(map.span, |code| code.span), code, record, reason, owner, until }
    }
}

impl Entry {
    fn gap(self, reader: &mut Reader<'_>, roster: &Roster, source: &Source) -> Option<Gap> {
        let code = self.code.and_then(|code| known_code(reader, &code));
        let owner = self.owner.and_then(|owner| known_owner(reader, &owner, roster));
        let (code, record) = (code?, nfc(&self.record?.value).into_owned());
        let until = self.until?;
        let expired = Diagnostic::new(Code::AcceptedExpired, self.span).arg("found", code.id()).arg("id", &*record);
        let expired = expired.arg("date", until.to_string());
        let unused = Diagnostic::new(Code::AcceptedUnused, self.span).arg("found", code.id()).arg("id", &*record);
        Some(Gap {
            code,
            reason: self.reason?.value,
            owner: owner?,
            until,
            unused: unused.located(&source.path, &source.text, Code::AcceptedUnused.severity()),
            expired: expired.located(&source.path, &source.text, Code::AcceptedExpired.severity()),
            record,
        })
    }
}

fn known_code(reader: &mut Reader<'_>, written: &Text) -> Option<Code> {
    let code = Code::from_id(&written.value);
    if code.is_none() {
        let fault = Diagnostic::new(Code::UnknownWord, written.span).found(&written.value).arg("key", "code");
        let codes = Code::ALL.iter().map(|code| code.id());
        reader.fault(fault.arg("expected", "@codes-printed").closest(&written.value, codes));
    }
    code
}

fn known_owner(reader: &mut Reader<'_>, written: &Text, roster: &Roster) -> Option<String> {
    let owner = roster.find_person(&written.value);
    if owner.is_none() {
        let fault = Diagnostic::new(Code::UnknownWord, written.span).found(&written.value).arg("key", "owner");
        let ids: Vec<&str> = roster.ids().collect();
        reader.fault(fault.arg("expected", ids.join(", ")).closest(&written.value, ids.iter().copied()));
    }
    owner.map(|owner| roster.member(owner).name.clone())
}
