//! The beginning of a review: a file with its stamp and a line for each claim, held against the same checks as any other.

use super::{Config, Purpose, Read, Silent, read, sources};
use crate::base::diagnostic::{Code, Problem, Severity};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::period::Date;
use crate::base::record_file::{REVIEW_ENDING, RecordFile};
use crate::base::text::{closest, path_part};
use crate::check::{self, Checked, Facts};
use crate::model::audience::Audience;
use crate::model::history::History;
use crate::model::logbook::Logbook;
use crate::model::member::{Member, Role, Roster};
use crate::model::review::{Rater, Stamp};
use crate::parse::{self, Parsed, ParsedAny, ParsedReview, Words};
use crate::publish::{Replace, put_file};
use crate::report::{self, Covered};
use crate::tally;

/// What a reviewer asks for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The record: its id, its path, or its file's name when no other has it.
    pub record: String,
    /// The reviewer: an id, an exact name, or for the superior body any name.
    pub by: String,
    /// For whom.
    pub rater: Rater,
    /// The day; the as-of date when nothing is said.
    pub on: Option<Date>,
}

/// What has come of it.
#[derive(Debug)]
pub enum Begun {
    /// A file was written.
    Written(Box<Written>),
    /// Nothing was written: the record has errors.
    Faulty(Vec<Problem>),
}

/// A review that was begun, and what it covers.
#[derive(Debug)]
pub struct Written {
    /// The file, under the root.
    pub path: String,
    /// The record's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub member: String,
    /// The stamp.
    pub stamp: Stamp,
    /// The claims, and what stands behind each.
    pub covered: Vec<Covered>,
    /// An earlier review of the record by the same person and for the same rater, which is out of date.
    pub earlier: Option<String>,
    /// What is to be looked at all the same.
    pub warnings: Vec<Problem>,
}

/// Begins a review of a record, and never writes over a file.
///
/// # Errors
/// [`Error::UnknownRecord`] when there is no such record, [`Error::ReviewRefused`] when this person may not review it so,
/// [`Error::OwnRecord`] when it is this person's own, [`Error::Reviewed`] when this person has reviewed just what stands
/// there, and when the settings, the rubric or the disk stop it.
pub fn review(config: &Config, request: &Request, catalog: &Catalog) -> Result<Begun> {
    let find = |parsed: &Parsed| check::find_record(parsed, &request.record, &config.root);
    let Read { mut parsed, facts } = read(
        &sources(config, &Silent)?,
        config,
        catalog,
        &Silent,
        Purpose::Review(&|parsed| find(parsed).into_iter().collect()),
    )?;
    let facts = Facts { audience: Audience::Leaders, ..facts };
    let Some((id, record)) = find(&parsed).and_then(|id| Some((id.clone(), check::record_path(&parsed, &id)?))) else {
        let nameless = check::find_nameless(&parsed, &request.record, &config.root);
        let nameless = nameless.ok_or_else(|| unknown(&parsed, request))?;
        return Ok(Begun::Faulty(of(&check::check(parsed, facts, History::default).problems, &nameless)));
    };
    let stamp = check::stamp_of(&parsed, &facts, &id).expect("a record that was found");
    let path = free_path(&parsed, &record, &request.by);
    let earlier = earlier(&parsed, &config.settings.roster, &id, request);
    if let Some(standing) = earlier.iter().find(|review| is_of(review, stamp)) {
        return Err(Error::Reviewed(standing.file.source.path.clone()));
    }
    let earlier = earlier.last().map(|review| review.file.source.path.clone());
    let mut draft = Draft { request, config, id: &id, stamp, catalog, claims: Vec::new() };
    let file = RecordFile { path: path.clone(), text: Ok(draft.text()) };
    if let ParsedAny::Review(review) = parse::file_of(file, &facts.rubric, &Words::of(catalog)) {
        parsed.reviews.push(review);
    }
    let Checked { logbook, problems, .. } = check::check(parsed, facts, History::default);
    let Some(index) = logbook.records.iter().position(|record| record.id == id) else {
        return Ok(Begun::Faulty(of(&problems, &record)));
    };
    let (errors, found): (Vec<_>, Vec<_>) =
        of(&problems, &path).into_iter().partition(|problem| problem.severity == Severity::Error);
    let others = || others(&logbook, index, request.on.unwrap_or(config.as_of));
    if !errors.is_empty() {
        let problems = errors.into_iter().map(Problem::of_no_file).collect();
        return Err(Error::ReviewRefused { problems, others: others() });
    }
    if found.iter().any(|problem| problem.code == Code::SelfReview) {
        return Err(Error::OwnRecord { others: others(), is_superior: is_named_for_superior(config, request) });
    }
    let tally = tally::tally(&logbook);
    let report = report::report(&logbook, &tally);
    let covered = report.covered(index as u32, catalog);
    draft.claims = covered.iter().map(|covered| (covered.criterion.clone(), covered.level.clone())).collect();
    put_file(&config.root.join(&path), draft.text().as_bytes(), Replace::Never)?;
    let record = &logbook.records[index];
    Ok(Begun::Written(Box::new(Written {
        path,
        title: record.title.clone(),
        member: logbook.roster().member(record.member).name.clone(),
        id,
        stamp,
        covered,
        earlier,
        warnings: found,
    })))
}

/// Whether the superior body is to speak by a name, which somebody there may share with the member; an id is nobody else's.
fn is_named_for_superior(config: &Config, request: &Request) -> bool {
    request.rater == Rater::Superior && config.settings.roster.find(request.by.trim()).is_none()
}

/// The problems of the file at `path`.
fn of(problems: &[Problem], path: &str) -> Vec<Problem> {
    problems.iter().filter(|problem| problem.path == path).cloned().collect()
}

fn unknown(parsed: &Parsed, request: &Request) -> Error {
    let ids = check::record_ids(parsed);
    let near = closest(&request.record, ids.iter().map(String::as_str)).map(str::to_owned);
    Error::UnknownRecord { found: request.record.clone(), closest: near }
}

/// The reviews of the record by the same person for the same rater.
fn earlier<'p>(parsed: &'p Parsed, roster: &Roster, id: &str, request: &Request) -> Vec<&'p ParsedReview> {
    let by = reviewer(roster, &request.by);
    let is_of_same = |review: &&ParsedReview| {
        let keys = &review.keys;
        keys.review_of.as_ref().is_some_and(|of| of.value.trim() == id)
            && keys.by.as_ref().is_some_and(|name| reviewer(roster, &name.value) == by)
            && keys.rater == Some(request.rater)
    };
    parsed.reviews.iter().filter(is_of_same).collect()
}

/// Whether the review is of what has this stamp.
fn is_of(review: &ParsedReview, stamp: Stamp) -> bool {
    review.keys.stamp.as_ref().is_some_and(|written| Stamp::parse(&written.value) == Ok(stamp))
}

/// Who may review the record for the cell on that day, with ids.
fn others(logbook: &Logbook, record: usize, on: Date) -> String {
    let writer = &logbook.roster().member(logbook.records[record].member).id;
    let may = |member: &&Member| member.role != Role::Member && member.belongs_on(on) && member.id != *writer;
    let names = logbook.roster().members().iter().filter(may).map(|member| format!("{} ({})", member.name, member.id));
    names.collect::<Vec<_>>().join(", ")
}

/// `<log>.review.md`, or when there is one already `<log>.<reviewer>.review.md`, then `<log>.<reviewer>-2.review.md`.
fn free_path(parsed: &Parsed, record: &str, by: &str) -> String {
    let stem = record.strip_suffix(".md").unwrap_or(record);
    let reviewer = path_part(by);
    let further = (2..).map(|n| format!("{stem}.{reviewer}-{n}{REVIEW_ENDING}"));
    let mut paths =
        [format!("{stem}{REVIEW_ENDING}"), format!("{stem}.{reviewer}{REVIEW_ENDING}")].into_iter().chain(further);
    let is_taken = |path: &str| parsed.reviews.iter().any(|review| review.file.source.path == path);
    paths.find(|path| !is_taken(path)).expect("there is no end of numbers")
}

/// The file as it is written.
struct Draft<'r> {
    request: &'r Request,
    config: &'r Config,
    id: &'r str,
    stamp: Stamp,
    catalog: &'r Catalog,
    /// Criterion and level of each claim.
    claims: Vec<(String, String)>,
}

impl Draft<'_> {
    fn text(&self) -> String {
        let on = self.request.on.unwrap_or(self.config.as_of);
        let (id, by) = (scalar(self.id), reviewer(&self.config.settings.roster, &self.request.by));
        let mut text = format!("---\nreview_of: {id}\nby: {by}\nas: {}\n", self.request.rater.id());
        text += &format!("on: {on}\nstamp: \"{}\"\n", self.stamp);
        for line in self.catalog.text("review-file-how").lines() {
            text += &format!("# {line}\n");
        }
        text += "criteria:\n";
        let width = self.claims.iter().map(|(criterion, _)| criterion.len()).max().unwrap_or_default() + 12;
        for (criterion, level) in &self.claims {
            let line = format!("  {criterion}:");
            text += &format!("{line:<width$}# {}: {level}\n", self.catalog.text("review-file-claimed"));
        }
        text + "---\n\n"
    }
}

/// The id of a member, or the name of somebody else as YAML.
fn reviewer(roster: &Roster, by: &str) -> String {
    roster.find_person(by).map_or_else(|| scalar(by.trim()), |member| roster.member(member).id.clone())
}

/// A text on one line of YAML: as it stands when nothing in it can be read otherwise.
fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_' | '.' | ' ');
    let begins_well = text.chars().next().is_some_and(char::is_alphanumeric);
    if begins_well && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let escaped: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("\"{}\"", escaped.replace('\\', "\\\\").replace('"', "\\\""))
}
