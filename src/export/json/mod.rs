//! `data/*.json`, version 1. The shapes here are promises to other programs: they change by a new version only,
//! whatever becomes of the types they are made from. One row stands on one line, so that a change of one figure is a
//! change of one line.

#[cfg(feature = "export")]
mod whole;

use std::io::Write as _;

use serde::{Serialize, Serializer};

use crate::base::diagnostic::Problem;
use crate::base::i18n::Catalog;
use crate::base::period::{Date, Period};
use crate::report::data::{CriterionRow, Data, RecordRow, TallyRow};

#[cfg(feature = "export")]
pub(super) use whole::whole;

const VERSION: u32 = 1;

/// A row of `data/tallies.json` and, with the same columns, of `data/tallies.csv`.
#[derive(Serialize)]
pub(super) struct TallyV1<'a> {
    scope: &'a str,
    period: Period,
    criterion: &'a str,
    records: u32,
    na: u32,
    unclaimed: u32,
    unmet: u32,
    partial: u32,
    met: u32,
    claimed: u32,
    evidenced: u32,
    confirmed: u32,
    disputed: u32,
    stale: u32,
}

/// The columns of [`TallyV1`], in order.
pub(super) const TALLY_COLUMNS: [&str; 14] = [
    "scope",
    "period",
    "criterion",
    "records",
    "na",
    "unclaimed",
    "unmet",
    "partial",
    "met",
    "claimed",
    "evidenced",
    "confirmed",
    "disputed",
    "stale",
];

impl<'a> From<TallyRow<'a>> for TallyV1<'a> {
    fn from(row: TallyRow<'a>) -> Self {
        Self {
            scope: row.scope,
            period: row.period,
            criterion: row.criterion,
            records: row.score.records,
            na: row.score.na,
            unclaimed: row.score.unclaimed,
            unmet: row.score.unmet,
            partial: row.score.partial,
            met: row.score.met,
            claimed: row.score.claimed,
            evidenced: row.score.evidenced,
            confirmed: row.score.confirmed,
            disputed: row.score.disputed,
            stale: row.score.stale,
        }
    }
}

/// A row of `data/records.json`.
#[derive(Serialize)]
struct RecordV1<'a> {
    id: &'a str,
    title: Option<&'a str>,
    member: Option<&'a str>,
    kind: Option<&'a str>,
    status: Option<&'a str>,
    assigned: Option<Date>,
    due: Option<Date>,
    done: Option<Date>,
    period: Option<Period>,
    timeliness: Option<&'a str>,
    criteria: CriteriaV1<'a>,
    errors: usize,
    logged: Option<Date>,
    changed: Option<Date>,
    changes: Option<u32>,
}

impl<'a> From<RecordRow<'a>> for RecordV1<'a> {
    fn from(row: RecordRow<'a>) -> Self {
        Self {
            id: row.id,
            title: row.title,
            member: row.member,
            kind: row.kind,
            status: row.status,
            assigned: row.assigned,
            due: row.due,
            done: row.done,
            period: row.month,
            timeliness: row.timeliness,
            criteria: CriteriaV1(row.criteria),
            errors: row.errors,
            logged: row.logged,
            changed: row.changed,
            changes: row.changes,
        }
    }
}

/// Criteria by id, in the rubric's order.
struct CriteriaV1<'a>(Vec<CriterionRow<'a>>);

#[derive(Serialize)]
struct CriterionV1<'a> {
    level: Option<&'a str>,
    outcome: &'a str,
    /// Said only of what is shown and not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<bool>,
    /// Said only where reviewers have spoken.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidenced: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'a str>,
}

impl Serialize for CriteriaV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let criterion = |row: &CriterionRow<'_>| CriterionV1 {
            level: row.level,
            outcome: row.outcome,
            counts: (!row.counts).then_some(false),
            evidenced: row.evidenced,
            verdict: row.verdict,
        };
        serializer.collect_map(self.0.iter().map(|row| (row.id, criterion(row))))
    }
}

/// A row of `data/problems.json`.
#[derive(Serialize)]
struct ProblemV1<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    message: String,
    hint: String,
    /// Said only of what is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<AcceptedV1<'a>>,
}

/// That a problem is accepted.
#[derive(Serialize)]
struct AcceptedV1<'a> {
    until: Date,
    owner: &'a str,
    reason: &'a str,
}

impl<'a> ProblemV1<'a> {
    fn of(problem: &'a Problem, catalog: &Catalog) -> Self {
        Self {
            code: problem.code.id(),
            severity: problem.severity.id(),
            path: &problem.path,
            line: problem.at.line,
            column: problem.at.column,
            message: problem.message(catalog),
            hint: problem.hint(catalog),
            accepted: problem.accepted.as_deref().map(|accepted| AcceptedV1 {
                until: accepted.until,
                owner: &accepted.owner,
                reason: &accepted.reason,
            }),
        }
    }
}

/// The one row of `data/withheld.json`.
#[derive(Serialize)]
struct WithheldV1 {
    records: usize,
}

/// Bytes that hardly any row of a file exceeds. What is set aside and not written to costs nothing, but a large file that
/// has to move while it grows costs half of itself again.
const TALLY_ROOM: usize = 256;
const RECORD_ROOM: usize = 1536;
const PROBLEM_ROOM: usize = 1024;

/// `data/tallies.json`.
pub(super) fn tallies(data: Data<'_>) -> Vec<u8> {
    file(data, data.tallies().count() * TALLY_ROOM, data.tallies().map(TallyV1::from))
}

/// `data/records.json`.
pub(super) fn records(data: Data<'_>) -> Vec<u8> {
    let records = data.records();
    file(data, records.size_hint().0 * RECORD_ROOM, records.map(RecordV1::from))
}

/// `data/problems.json`, its sentences in the language of `catalog`.
pub(super) fn problems(data: Data<'_>, catalog: &Catalog) -> Vec<u8> {
    let problems = data.problems();
    file(data, problems.len() * PROBLEM_ROOM, problems.iter().map(|problem| ProblemV1::of(problem, catalog)))
}

/// `data/withheld.json`.
pub(super) fn withheld(data: Data<'_>) -> Vec<u8> {
    file(data, 0, [WithheldV1 { records: data.withheld() }].into_iter())
}

/// What stands before the rows of every file.
#[derive(Serialize)]
struct Head<'a> {
    version: u32,
    as_of: Date,
    rubric: &'a str,
}

/// A whole file: the head, and the rows as they come, for which there is `room` at once.
fn file(data: Data<'_>, room: usize, rows: impl Iterator<Item = impl Serialize>) -> Vec<u8> {
    let head = serde_json::to_string(&Head { version: VERSION, as_of: data.as_of(), rubric: &data.rubric() });
    let head = head.expect("a head of texts and numbers is JSON");
    let mut out = Vec::with_capacity(1024 + room);
    write!(out, "{},\"rows\":[", head.trim_end_matches('}')).expect("a vector takes every byte");
    lines(&mut out, rows);
    out.extend_from_slice(b"\n]}\n");
    out
}

/// Appends the rows of a list, each on a line of its own.
fn lines(out: &mut Vec<u8>, rows: impl Iterator<Item = impl Serialize>) {
    for (i, row) in rows.enumerate() {
        out.extend_from_slice(if i == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *out, &row).expect("a row of texts and numbers is JSON");
    }
}
