//! Dates and status: in their order, within the member's time, and agreeing with each other.

use super::{Case, Facts, is_read, severity};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::period::{Date, Period};
use crate::base::source::Spanned;
use crate::model::record::Status;
use crate::parse::{Draft, WrittenDate};

/// The date of `written`, with its place, if it can be read.
fn known(written: &Option<WrittenDate>) -> Option<Spanned<Date>> {
    written.as_ref().and_then(|written| written.value.map(|date| written.with(date)))
}

/// The date by which a record counts — `done`, else `due`, else `assigned` — when the one that decides can be read.
pub fn counting_date(draft: &Draft) -> Option<Date> {
    deciding(draft).and_then(|written| written.value)
}

/// The day by which a record names a weakness, as of `as_of`: `done`, else `assigned`; when that can be read.
pub fn seen_date(draft: &Draft, as_of: Date) -> Option<Date> {
    match &draft.done {
        Some(done) => done.value,
        None => draft.assigned.as_ref()?.value.map(|assigned| assigned.min(as_of)),
    }
}

fn deciding(draft: &Draft) -> Option<&WrittenDate> {
    draft.done.as_ref().or(draft.due.as_ref()).or(draft.assigned.as_ref())
}

/// The month in which a record counts; nothing when the date that decides cannot be read or has itself a fault, such as
/// the year before: then no period is ruled out.
pub fn counting_month(case: &Case, facts: &Facts) -> Option<Period> {
    let written = deciding(&case.file.draft)?;
    let is_error = |code| severity(facts, code) == Some(Severity::Error);
    let is_doubtful = case.faults.iter().any(|fault| fault.span == written.span && is_error(fault.code));
    written.value.filter(|_| !is_doubtful).map(Period::month_of)
}

fn against(code: Code, date: &Spanned<Date>, other: Date) -> Diagnostic {
    Diagnostic::new(code, date.span).arg("date", date.value.to_string()).arg("other-date", other.to_string())
}

/// Assigned, then due and done, none of them in the future of the as-of date.
pub fn order(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    let (assigned, due, done) = (known(&draft.assigned), known(&draft.due), known(&draft.done));
    if let (Some(assigned), Some(done)) = (&assigned, &done)
        && done.value < assigned.value
    {
        out.push(against(Code::DoneBeforeAssigned, done, assigned.value));
    }
    if let (Some(assigned), Some(due)) = (&assigned, &due)
        && due.value < assigned.value
    {
        out.push(against(Code::DueBeforeAssigned, due, assigned.value));
    }
    if let Some(done) = done.filter(|done| done.value > facts.as_of) {
        out.push(against(Code::DoneAfterAsOf, &done, facts.as_of));
    }
    if let Some(assigned) = assigned.filter(|assigned| assigned.value > facts.as_of) {
        out.push(against(Code::AssignedAfterAsOf, &assigned, facts.as_of));
    }
    if draft.due.is_none() && is_read(case) && draft.status.as_ref().is_none_or(|s| s.value != Status::Cancelled) {
        out.push(Diagnostic::new(Code::DueMissing, draft.span));
    }
}

/// Status done has a date, and a date of completion has status done.
pub fn status(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    match (&draft.status, &draft.done) {
        (Some(status), None) if status.value == Status::Done => {
            out.push(Diagnostic::new(Code::DoneMissing, status.span));
        }
        (Some(status), Some(Spanned { value: Some(done), .. })) if status.value != Status::Done => {
            let fault = Diagnostic::new(Code::DoneUnexpected, status.span).arg("date", done.to_string());
            let written = status.span.slice(&case.file.source.text);
            out.push(fault.found(written.trim_matches(['"', '\''])));
        }
        _ => {}
    }
}

/// Assigned and done while the member belonged to the cell, and no date before the rubric came into force; of several
/// the first is told.
pub fn membership(case: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    if let Some(member) = case.member.map(|index| facts.settings.roster.member(index)) {
        for (key, written) in [("assigned", &draft.assigned), ("done", &draft.done)] {
            if let Some(date) = known(written).filter(|date| !member.belongs_on(date.value)) {
                let fault = Diagnostic::new(Code::OutsideMembership, date.span).arg("date", date.value.to_string());
                out.push(fault.arg("key", key).arg("member", &*member.id));
            }
        }
    }
    if let Some(from) = facts.rubric.from {
        let dates = [&draft.assigned, &draft.due, &draft.done].into_iter().filter_map(known);
        let early = dates.filter(|date| date.value < from).take(1);
        out.extend(early.map(|date| against(Code::BeforeRubric, &date, from)));
    }
}
