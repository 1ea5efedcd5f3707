//! `hieucan export --format json`: the figures, records, evidence and problems of a selection in one file.

use std::io::Write as _;

use serde::Serialize;

use super::{ProblemV1, RecordV1, TallyV1, VERSION, lines};
use crate::base::period::{Date, Period};
use crate::export::evidence::{Row, rows};
use crate::export::words::Words;
use crate::report::{Label, LevelId, Report, Selection, Weight};

/// What stands before the lists.
#[derive(Serialize)]
struct HeadV1<'a> {
    version: u32,
    as_of: Date,
    rubric: &'a str,
    cell: &'a str,
    period: Option<Period>,
    member: Option<&'a str>,
}

#[derive(Serialize)]
struct MemberV1<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct CriterionV1<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct EvidenceV1<'a> {
    record: &'a str,
    criterion: &'a str,
    level: Option<&'a str>,
    outcome: &'a str,
    /// `field`, `entry` or `section`; nothing where a claim has no evidence.
    place: Option<&'a str>,
    /// The field, or the kind of the entry when it says so.
    of: Option<&'a str>,
    counts: bool,
    /// Why it does not count.
    flag: Option<&'a str>,
    text: Option<String>,
}

/// The file. What members wrote is hidden from readers outside before anything is escaped.
pub(in crate::export) fn whole(report: &Report<'_>, words: &Words<'_, '_>, selection: Selection) -> Vec<u8> {
    let mut out = head(report, selection);
    let data = report.data();
    let members = report.members().iter().enumerate();
    let members = members.filter(|(place, _)| selection.member.is_none_or(|member| member == *place));
    list(&mut out, "members", members.map(|(_, member)| MemberV1 { id: &member.id, name: &member.name }));
    let criteria = report.rubric().criteria.iter();
    let criteria = criteria.map(|one| CriterionV1 { id: &one.id, label: one.label.get(words.lang) });
    list(&mut out, "criteria", criteria);
    list(&mut out, "tallies", data.tallies_in(selection).map(TallyV1::from));
    list(&mut out, "records", data.records_in(selection).map(RecordV1::from));
    list(&mut out, "evidence", rows(report, selection).map(|row| evidence(report, words, &row)));
    list(&mut out, "problems", report.problems_in(selection).map(|problem| ProblemV1::of(problem, words.catalog)));
    out.extend_from_slice(b"}\n");
    out
}

fn head(report: &Report<'_>, selection: Selection) -> Vec<u8> {
    let head = HeadV1 {
        version: VERSION,
        as_of: report.as_of(),
        rubric: &report.rubric().pin(),
        cell: &report.cell().id,
        period: selection.period,
        member: selection.member.map(|member| report.members()[member].id.as_str()),
    };
    let mut out = serde_json::to_vec(&head).expect("a head of texts and numbers is JSON");
    out.pop();
    out
}

fn list(out: &mut Vec<u8>, name: &str, rows: impl Iterator<Item = impl Serialize>) {
    write!(out, ",\n\"{name}\":[").expect("a vector takes every byte");
    lines(out, rows);
    out.extend_from_slice(b"\n]");
}

fn evidence<'e>(report: &'e Report<'_>, words: &Words<'_, '_>, row: &Row<'e>) -> EvidenceV1<'e> {
    let exhibit = row.exhibit.as_ref();
    let (place, of) = match exhibit.map(|one| one.label) {
        None => (None, None),
        Some(Label::Field(field)) => (Some("field"), Some(field.id())),
        Some(Label::Entry(kind)) => (Some("entry"), kind.map(|kind| kind.id())),
        Some(Label::Section) => (Some("section"), None),
    };
    let flag = exhibit.and_then(|one| match one.weight {
        Weight::Counts => None,
        Weight::Placeholder => Some("placeholder"),
        Weight::Short => Some("short"),
        Weight::Copied => Some("copied"),
    });
    EvidenceV1 {
        record: &row.record.id,
        criterion: &report.rubric().criteria[row.criterion].id,
        level: row.claim.level.map(LevelId::id),
        outcome: row.claim.outcome().id(),
        place,
        of,
        counts: row.counts && exhibit.is_some_and(|one| one.weight == Weight::Counts),
        flag,
        text: exhibit.map(|one| words.said(one)),
    }
}
