//! Checked drafts become records or faulty records, and their faults become located problems.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::accepted::Accepted;
use super::located::located;
use super::{Case, Checked, Facts, dates, evidence, ratings, reviews, severity};
use crate::base::diagnostic::{Problem, Severity};
use crate::base::period::Date;
use crate::base::source::Span;
use crate::base::text::nfc;
use crate::model::attachment::{Attachments, Finding};
use crate::model::body::{Body, Destination};
use crate::model::history::History;
use crate::model::logbook::Logbook;
use crate::model::member::Person;
use crate::model::rating::Rating;
use crate::model::record::{Claim, FaultyRecord, Readable, Record, Schedule, Status};
use crate::model::review::Review;
use crate::model::rubric::{LevelId, Rubric};
use crate::parse::{Draft, DraftClaim, DraftLevel, WrittenDate};

/// What became of a case.
#[expect(clippy::large_enum_variant, reason = "nearly all are records, and all of them are held at once")]
enum Made {
    Record(Record),
    Faulty(Box<FaultyRecord>),
}

/// A case at its end.
pub struct Finished {
    made: Made,
    /// Whether its text may not be shown.
    is_concealed: bool,
    problems: Vec<Problem>,
    /// The problems as the audience may read them.
    shown: Vec<Problem>,
}

impl Finished {
    /// What its reviews need to know of it.
    pub fn fate(&self) -> reviews::Fate {
        let path = match &self.made {
            Made::Record(record) => &record.path,
            Made::Faulty(record) => &record.path,
        };
        let is_record = matches!(self.made, Made::Record(_));
        reviews::Fate { is_record, is_concealed: self.is_concealed, path: path.clone() }
    }
}

/// Puts the cases together as a logbook.
pub fn checked(
    finished: Vec<Finished>,
    reviews: Vec<reviews::Finished>,
    judged: Vec<ratings::Finished>,
    facts: Facts,
    mut history: History,
    withheld: usize,
) -> Checked {
    let mut faulty = Vec::new();
    let findings = facts
        .findings
        .iter()
        .filter_map(|finding| severity(&facts, finding.code).map(|severity| Problem { severity, ..finding.clone() }));
    let mut problems: Vec<Problem> = findings.collect();
    let mut shown = problems.clone();
    let mut of_record: HashMap<usize, (Vec<Review>, usize)> = HashMap::new();
    let mut stale = Vec::new();
    for judged in reviews {
        if let Some(record) = judged.record {
            let (reviews, faulty) = of_record.entry(record).or_default();
            reviews.extend(judged.review);
            *faulty += usize::from(judged.is_faulty);
        }
        stale.extend(judged.stale);
        shown.extend(judged.shown);
        problems.extend(judged.problems);
    }
    let mut ratings = Vec::new();
    for judged in judged {
        ratings.extend(judged.rating);
        shown.extend(judged.shown);
        problems.extend(judged.problems);
    }
    let record = |(index, case): (usize, Finished)| {
        shown.extend(case.shown);
        problems.extend(case.problems);
        match case.made {
            Made::Record(mut record) => {
                let (reviews, faulty) = of_record.remove(&index).unwrap_or_default();
                record.take_reviews(reviews, faulty);
                Some(record)
            }
            Made::Faulty(record) => {
                faulty.push(*record);
                None
            }
        }
    };
    // Collected where they stand, for all records together take a good part of the memory.
    let mut records: Vec<Record> = finished.into_iter().enumerate().filter_map(record).collect();
    let mut accepted = Accepted::of(&facts.accepted, &records, &faulty, facts.as_of);
    accepted.mark(&mut problems);
    accepted.mark(&mut shown);
    let said = accepted.told(facts.audience).into_iter();
    let said = said.filter_map(|problem| Some(Problem { severity: severity(&facts, problem.code)?, ..problem }));
    for problem in said {
        // On its line may stand the reason, a comment, other entries: words about records that are withheld.
        shown.push(Problem { line: None, ..problem.clone() });
        problems.push(problem);
    }
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    shown.sort_by(|a, b| a.path.cmp(&b.path));
    let Facts { settings, rubric, attachments, as_of, .. } = facts;
    let concealed = faulty.iter().filter(|record| record.readable.is_none());
    history.forget(concealed.map(|record| record.path.as_str()));
    let attachments = attachments.only(&files_shown(&records, &faulty, &ratings));
    lead_links((&mut records, &mut faulty, &mut ratings), &attachments);
    let logbook = Logbook {
        settings,
        rubric,
        as_of,
        records,
        faulty,
        ratings,
        attachments,
        history,
        reviewed: HashMap::new(),
        left: Vec::new(),
        problems: shown,
        withheld,
        audience: facts.audience,
    };
    Checked { logbook, problems, stale }
}

/// Makes a record of a case without errors, a faulty one of any other, and located problems of its faults.
pub fn finish(mut case: Case, facts: &Facts) -> Finished {
    let (hidden, secret) = (case.is_hidden(facts), case.is_secret());
    let month = dates::counting_month(&case, facts).filter(|_| !hidden);
    let problems = located(&mut case, facts);
    let shown = if hidden || secret { problems.iter().map(Problem::concealed).collect() } else { problems.clone() };
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    case.file.draft.content.drop_blanks();
    let made = match record(case, facts, errors, warnings) {
        Ok(record) => Made::Record(record),
        Err(case) => {
            let faulty = faulty(*case, facts, (hidden, secret));
            Made::Faulty(Box::new(FaultyRecord { errors, warnings, month, ..faulty }))
        }
    };
    Finished { made, is_concealed: hidden || secret, problems, shown }
}

/// The record of a case without errors; otherwise the case is given back.
fn record(mut case: Case, facts: &Facts, errors: usize, warnings: usize) -> Result<Record, Box<Case>> {
    let draft = &case.file.draft;
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
    let id = format!("{}/{}", facts.settings.roster.member(member).id, nfc(case.stem()));
    let claims = claims(&mut case, &facts.rubric);
    let weightless = evidence::weightless(&case);
    let draft = *case.file.draft;
    Ok(Record {
        id,
        part: case.part,
        title: draft.title.map(|title| title.value).unwrap_or_default(),
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
        weightless,
        body: draft.body.copied(),
        timeliness: schedule.timeliness(facts.as_of, excuse_counts, last_progress),
        warnings,
        path: case.file.source.path,
        reviews: Vec::new(),
        faulty_reviews: 0,
    })
}

fn excuse_counts(draft: &Draft, member: usize, facts: &Facts) -> bool {
    let excuse = draft.content.excused.as_ref().filter(|excuse| excuse.reason.is_some());
    let confirmed_by = excuse.and_then(|excuse| excuse.confirmed_by.as_ref());
    let confirmer = confirmed_by.and_then(|person| facts.settings.roster.find_person(&person.value));
    confirmer.is_some_and(|confirmer| confirmer != member)
}

fn last_progress(draft: &Draft, as_of: Date) -> Option<Date> {
    let dates = draft.content.progress.iter().filter_map(|entry| entry.on.as_ref().map(|on| on.value));
    dates.filter(|date| *date <= as_of).max()
}

/// One claim per criterion of the rubric.
fn claims(case: &mut Case, rubric: &Rubric) -> Vec<Claim> {
    let mut by_criterion: Vec<Option<&DraftClaim>> = vec![None; rubric.criteria.len()];
    for (claim, index) in case.claims() {
        if let Some(index) = index {
            by_criterion[index] = Some(claim);
        }
    }
    let criteria = rubric.criteria.iter().enumerate();
    let proofs = criteria.map(|(index, criterion)| evidence::proofs(case, by_criterion[index], index, criterion));
    let mut claims: Vec<Claim> = proofs.map(|proofs| Claim { proofs, ..Claim::default() }).collect();
    // A record without errors claims each criterion once.
    for (written, index) in std::mem::take(&mut case.file.draft.claims).into_iter().zip(&case.criteria) {
        if let Some(index) = *index {
            let claim = &mut claims[index];
            (claim.level, claim.span) = level(&written, rubric);
            (claim.reason, claim.evidence) = (written.reason, written.evidence);
        }
    }
    claims
}

/// The level that a claim is read as, and its place.
fn level(written: &DraftClaim, rubric: &Rubric) -> (Option<LevelId>, Span) {
    match &written.level {
        DraftLevel::Written(level) => (rubric.read_level(&level.value), level.span),
        DraftLevel::Listed => (Some(LevelId::Met), written.criterion.span),
        DraftLevel::Blank | DraftLevel::Missing => (None, written.criterion.span),
    }
}

/// What is kept of a case with errors, but for what its faults say.
fn faulty(case: Case, facts: &Facts, (hidden, secret): (bool, bool)) -> FaultyRecord {
    let member = case.member.filter(|_| !hidden);
    let id = match member {
        Some(member) => format!("{}/{}", facts.settings.roster.member(member).id, nfc(case.stem())),
        // The stem alone may stand in many folders.
        None => case.path().to_owned(),
    };
    let draft = case.file.draft;
    let status = draft.status.as_ref().map(|status| status.value);
    FaultyRecord {
        id,
        part: case.part,
        path: case.file.source.path,
        errors: 0,
        warnings: 0,
        member,
        month: None,
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

/// Paths of the files to which the pages of these records lead. What a withheld or concealed record names is none of
/// them.
fn files_shown<'r>(records: &'r [Record], faulty: &'r [FaultyRecord], ratings: &'r [Rating]) -> BTreeSet<&'r str> {
    let readable = || faulty.iter().filter_map(|record| record.readable.as_deref());
    let claims = records.iter().flat_map(|record| &record.claims);
    let entries = claims.flat_map(|claim| &claim.evidence).filter_map(|entry| entry.file.as_ref());
    let contents = records.iter().map(|record| &record.content).chain(readable().map(|readable| &readable.content));
    let outputs = contents.flat_map(|content| &content.outputs).filter_map(|output| output.file.as_ref());
    let reviews = records.iter().flat_map(|record| &record.reviews).map(|review| &review.body);
    let bodies = records.iter().map(|record| &record.body).chain(reviews);
    let bodies =
        bodies.chain(readable().map(|readable| &readable.body)).chain(ratings.iter().map(|rating| &rating.body));
    let linked = bodies.flat_map(|body| &body.links).filter_map(|link| link.path.as_deref());
    entries.chain(outputs).map(|file| file.value.as_str()).chain(linked).collect()
}

/// Finds where the local links of every body lead.
fn lead_links(
    (records, faulty, ratings): (&mut [Record], &mut [FaultyRecord], &mut [Rating]),
    attachments: &Attachments,
) {
    let mut logs: HashMap<String, Destination> = HashMap::new();
    for (index, record) in records.iter().enumerate() {
        logs.insert(nfc(&record.path).into_owned(), Destination::Record(index));
    }
    for (index, record) in faulty.iter().enumerate().filter(|(_, record)| record.member.is_some()) {
        logs.insert(nfc(&record.path).into_owned(), Destination::Faulty(index));
    }
    records.par_iter_mut().for_each(|record| {
        lead(&mut record.body, &logs, attachments);
        record.reviews.iter_mut().for_each(|review| lead(&mut review.body, &logs, attachments));
    });
    ratings.iter_mut().for_each(|rating| lead(&mut rating.body, &logs, attachments));
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
            let is_there = |index: &usize| matches!(attachments.files()[*index].finding, Finding::File { .. });
            attachments.find(path).filter(is_there).map_or(Destination::Nothing, Destination::Attachment)
        });
    }
}
