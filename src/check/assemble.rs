//! Checked drafts become records or faulty records, and their faults become located problems.

use std::collections::HashMap;

use rayon::prelude::*;

use super::{Case, Checked, Facts, dates, evidence, severity};
use crate::base::diagnostic::{Code, Diagnostic, Problem, Severity};
use crate::base::period::{Date, Period};
use crate::base::source::Lines;
use crate::base::text::{nfc, path_part};
use crate::model::attachment::Attachments;
use crate::model::audience::Audience;
use crate::model::body::{Body, Destination};
use crate::model::logbook::Logbook;
use crate::model::record::{Claim, FaultyRecord, Person, Readable, Record, Schedule, Status};
use crate::model::rubric::Rubric;
use crate::parse::{Draft, DraftClaim, DraftLevel, Visibility, WrittenDate};

/// What became of a case.
enum Made {
    Record(Box<Record>),
    Faulty(Box<FaultyRecord>),
}

struct Finished {
    made: Made,
    problems: Vec<Problem>,
    /// The problems as the audience may read them, where they differ.
    shown: Option<Vec<Problem>>,
}

/// Turns the cases into a logbook.
pub fn checked(cases: Vec<Case>, facts: Facts, withheld: usize) -> Checked {
    let finished: Vec<Finished> = cases.into_par_iter().map(|case| finish(case, &facts)).collect();
    let (mut records, mut faulty, mut problems, mut shown) =
        (Vec::with_capacity(finished.len()), Vec::new(), facts.findings.clone(), Vec::new());
    shown.extend(facts.findings.iter().cloned());
    for case in finished {
        match case.made {
            Made::Record(record) => records.push(*record),
            Made::Faulty(record) => faulty.push(*record),
        }
        shown.extend(case.shown.unwrap_or_else(|| case.problems.clone()));
        problems.extend(case.problems);
    }
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    shown.sort_by(|a, b| a.path.cmp(&b.path));
    lead_links(&mut records, &mut faulty, &facts.attachments);
    let Facts { settings, rubric, attachments, as_of, .. } = facts;
    let logbook = Logbook { settings, rubric, as_of, records, faulty, attachments, problems: shown, withheld };
    Checked { logbook, problems }
}

fn finish(case: Case, facts: &Facts) -> Finished {
    let hidden = case.file.draft.visibility == Visibility::Unreadable && facts.audience != Audience::Leaders;
    let secret = case.faults.iter().any(|fault| fault.code == Code::SecrecyMark);
    let problems = located(&case, facts);
    let shown = (hidden || secret).then(|| problems.iter().map(Problem::concealed).collect());
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    let made = match record(case, facts, errors, warnings) {
        Ok(record) => Made::Record(Box::new(record)),
        Err(case) => Made::Faulty(Box::new(faulty(*case, facts, (errors, warnings), hidden, secret))),
    };
    Finished { made, problems, shown }
}

fn located(case: &Case, facts: &Facts) -> Vec<Problem> {
    let source = &case.file.source;
    let mut lines = Lines::of(&source.text);
    let mut faults: Vec<&Diagnostic> = case.faults.iter().collect();
    faults.sort_by_key(|fault| fault.span.start);
    let faults = faults.into_iter().filter_map(|fault| {
        let severity = severity(facts, fault.code)?;
        Some(fault.clone().located_in(&source.path, &mut lines, severity))
    });
    let mut problems: Vec<Problem> = case.file.unread.iter().cloned().chain(faults).collect();
    problems.sort_by_key(|problem| (problem.at, problem.code));
    problems
}

/// The record of a case without errors; otherwise the case is given back.
fn record(mut case: Case, facts: &Facts, errors: usize, warnings: usize) -> Result<Record, Box<Case>> {
    let claims = claims(&case, &facts.rubric);
    let draft = &mut case.file.draft;
    let date = |written: &Option<WrittenDate>| written.as_ref().and_then(|written| written.value);
    let (Some(member), Some(assigned), 0, true) = (case.member, date(&draft.assigned), errors, draft.title.is_some())
    else {
        return Err(Box::new(case));
    };
    let (due, done) = (date(&draft.due), date(&draft.done));
    let default_status = if done.is_some() { Status::Done } else { Status::Doing };
    let status = draft.status.as_ref().map_or(default_status, |status| status.value);
    let schedule = Schedule { assigned, due, done, status };
    let excuse_counts = excuse_counts(draft, member, facts);
    let last_progress = last_progress(draft, facts.as_of);
    let title = draft.title.take().map(|title| title.value).unwrap_or_default();
    let draft = std::mem::take(&mut **draft);
    Ok(Record {
        id: format!("{}/{}", facts.settings.roster.member(member).id, nfc(case.stem())),
        part: path_part(case.stem()),
        title,
        member,
        schedule,
        kind: draft.kind.map(|kind| kind.value),
        assigned_by: draft.assigned_by.map(|person| match facts.settings.roster.find_person(&person.value) {
            Some(member) => Person::Member(member),
            None => Person::Other(person.value),
        }),
        excuse_counts,
        claims,
        content: draft.content,
        body: draft.body,
        timeliness: schedule.timeliness(facts.as_of, excuse_counts, last_progress),
        warnings,
        path: case.file.source.path,
    })
}

fn excuse_counts(draft: &Draft, member: usize, facts: &Facts) -> bool {
    let confirmed_by = draft.content.excused.as_ref().and_then(|excuse| excuse.confirmed_by.as_ref());
    let confirmer = confirmed_by.and_then(|person| facts.settings.roster.find_person(&person.value));
    confirmer.is_some_and(|confirmer| confirmer != member)
}

fn last_progress(draft: &Draft, as_of: Date) -> Option<Date> {
    let dates = draft.content.progress.iter().filter_map(|entry| entry.on.as_ref().map(|on| on.value));
    dates.filter(|date| *date <= as_of).max()
}

/// One claim per criterion of the rubric.
fn claims(case: &Case, rubric: &Rubric) -> Vec<Claim> {
    let mut by_criterion: Vec<Option<&DraftClaim>> = vec![None; rubric.criteria.len()];
    for claim in case.file.draft.claims.iter().rev() {
        if let Some(index) = rubric.find(&claim.criterion.value) {
            by_criterion[index] = Some(claim);
        }
    }
    let claims = rubric.criteria.iter().enumerate().map(|(index, criterion)| {
        let written = by_criterion[index];
        let proofs = evidence::proofs(case, written, index, criterion);
        let Some(written) = written else { return Claim { proofs, ..Claim::default() } };
        let (level, span) = match &written.level {
            DraftLevel::Written(level) => (rubric.read_level(&level.value), level.span),
            DraftLevel::Listed => (Some(crate::model::rubric::LevelId::Met), written.criterion.span),
            DraftLevel::Blank | DraftLevel::Missing => (None, written.criterion.span),
        };
        let (reason, evidence) = (written.reason.clone(), written.evidence.clone());
        Claim { level, span, reason, evidence, proofs }
    });
    claims.collect()
}

fn faulty(case: Case, facts: &Facts, (errors, warnings): (usize, usize), hidden: bool, secret: bool) -> FaultyRecord {
    let stem = nfc(case.stem()).into_owned();
    let part = path_part(&stem);
    let member = case.member.filter(|_| !hidden);
    let id = match member {
        Some(member) => format!("{}/{stem}", facts.settings.roster.member(member).id),
        None => stem,
    };
    let draft = case.file.draft;
    let status = draft.status.as_ref().map(|status| status.value);
    let month = dates::counting_date(&draft).filter(|_| !hidden).map(Period::month_of);
    FaultyRecord {
        id,
        part,
        path: case.file.source.path,
        errors,
        warnings,
        member,
        month,
        cancelled: status == Some(Status::Cancelled) && !hidden,
        readable: (!hidden && !secret).then(|| Box::new(readable(*draft))),
    }
}

fn readable(draft: Draft) -> Readable {
    let date = |written: &Option<WrittenDate>| written.as_ref().and_then(|written| written.value);
    let claims = draft.claims.into_iter().map(|claim| {
        let level = match claim.level {
            DraftLevel::Written(level) => level.value,
            DraftLevel::Listed => "met".to_owned(),
            DraftLevel::Blank | DraftLevel::Missing => String::new(),
        };
        (claim.criterion.value, level)
    });
    Readable {
        title: draft.title.map(|title| title.value),
        assigned: date(&draft.assigned),
        due: date(&draft.due),
        done: date(&draft.done),
        status: draft.status.map(|status| status.value),
        kind: draft.kind.map(|kind| kind.value),
        claims: claims.collect(),
        content: draft.content,
        body: draft.body,
    }
}

/// Finds where the local links of every body lead.
fn lead_links(records: &mut [Record], faulty: &mut [FaultyRecord], attachments: &Attachments) {
    let mut logs: HashMap<String, Destination> = HashMap::new();
    for (index, record) in records.iter().enumerate() {
        logs.insert(nfc(&record.path).into_owned(), Destination::Record(index));
    }
    for (index, record) in faulty.iter().enumerate().filter(|(_, record)| record.member.is_some()) {
        logs.insert(nfc(&record.path).into_owned(), Destination::Faulty(index));
    }
    records.par_iter_mut().for_each(|record| lead(&mut record.body, &logs, attachments));
    for record in faulty {
        if let Some(readable) = &mut record.readable {
            lead(&mut readable.body, &logs, attachments);
        }
    }
}

fn lead(body: &mut Body, logs: &HashMap<String, Destination>, attachments: &Attachments) {
    for link in &mut body.links {
        let Some(path) = &link.path else { continue };
        let log = if link.image { None } else { logs.get(nfc(path).as_ref()).copied() };
        link.leads_to = log.unwrap_or_else(|| {
            let published = |index: &usize| attachments.files()[*index].published_name().is_some();
            attachments.find(path).filter(published).map_or(Destination::Nothing, Destination::Attachment)
        });
    }
}
