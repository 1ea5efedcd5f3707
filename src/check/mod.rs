//! Drafts into a logbook: every fault found, valid records kept, faulty ones kept as far as they can be read.
//!
//! 1. What the audience may not see is set aside, before anything is computed.
//! 2. Every record is checked by itself.
//! 3. Records are compared: ids, tags, links to each other; what stands behind each claim is weighed.
//! 4. Only now is it known which records have errors: copied texts are sought among the others.
//! 5. Reviews are held against their records; only here it is asked what git knows.
//! 6. Drafts become records or faulty records, faults become problems, local links find their ends.

mod accepted;
mod assemble;
mod dates;
mod documents;
mod duplicates;
mod evidence;
mod files;
mod hands;
mod judged;
mod levels;
mod located;
mod marks;
mod mojibake;
mod people;
mod personal;
mod ratings;
mod replaced;
mod required;
mod reviews;
mod signed;
mod stale;
mod stamp;
mod steps;
mod tags;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::diagnostic::{Code, Diagnostic, Problem, Severity};
use crate::base::period::{Date, Period};
use crate::base::text::{is_ordinary, path_part};
use crate::model::accepted::Gap;
use crate::model::attachment::Attachments;
use crate::model::audience::Audience;
use crate::model::history::History;
use crate::model::logbook::Logbook;
use crate::model::record::Status;
use crate::model::review::Stamp;
use crate::model::rubric::Rubric;
use crate::model::settings::Settings;
use crate::parse::{DraftClaim, Parsed, ParsedFile, ParsedReview, Visibility};

pub use reviews::{files_judged, find_nameless, find_record, id_of as record_id, record_ids, record_path};
pub use stale::{Stale, may_show};
pub use stamp::{Beside, hash_found};

use hands::Hands;
use reviews::Withheld;

/// What records are checked against.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The settings, with the roster.
    pub settings: Settings,
    /// The criteria.
    pub rubric: Rubric,
    /// The files that the records name.
    pub attachments: Attachments,
    /// Problems that the cell accepts.
    pub accepted: Vec<Gap>,
    /// Files and folders that could not be taken as records.
    pub findings: Vec<Problem>,
    /// The day on which everything is looked at.
    pub as_of: Date,
    /// Who the result is for.
    pub audience: Audience,
}

/// A record on its way: as written, with what was found so far.
struct Case {
    file: ParsedFile,
    /// Place of its member in the roster.
    member: Option<usize>,
    /// Place in the rubric of the criterion of each claim.
    criteria: Vec<Option<usize>>,
    /// Whether text and path have only ordinary characters, so that none of them needs a closer look.
    ordinary: bool,
    /// Its part in the site's paths.
    part: String,
    /// Its prose, by place.
    prose: Vec<evidence::Prose>,
    faults: Vec<Diagnostic>,
}

impl Case {
    /// Whether it has an error, by the severities of the settings.
    fn is_faulty(&self, facts: &Facts) -> bool {
        self.file.unread.is_some()
            || self.faults.iter().any(|fault| severity(facts, fault.code) == Some(Severity::Error))
    }

    /// Whether the audience may not read it and learns of its problems alone: its visibility cannot be read.
    fn is_hidden(&self, facts: &Facts) -> bool {
        self.file.draft.visibility == Visibility::Unreadable && facts.audience != Audience::Leaders
    }

    /// The claims as written, each with the place of its criterion in the rubric.
    fn claims(&self) -> impl Iterator<Item = (&DraftClaim, Option<usize>)> {
        self.file.draft.claims.iter().zip(self.criteria.iter().copied())
    }

    /// Whether it carries a mark of secrecy, so that nobody is shown its text.
    fn is_secret(&self) -> bool {
        self.faults.iter().any(|fault| fault.code == Code::SecrecyMark)
    }

    fn path(&self) -> &str {
        &self.file.source.path
    }

    /// The file's name without folder and ending.
    fn stem(&self) -> &str {
        stem(self.path())
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".md").unwrap_or(name)
}

/// A check of one record: states facts and places, and changes nothing.
type Check = fn(&Case, &Facts, &mut Vec<Diagnostic>);

/// The checks of one record, in the order in which they run.
const CHECKS: &[Check] = &[
    required::required,
    required::rubric,
    levels::levels,
    dates::order,
    dates::status,
    dates::membership,
    steps::steps,
    people::people,
    people::excuse,
    files::files,
    files::links,
    documents::numbers,
    marks::controls,
    marks::invisible,
    marks::letters,
    marks::escaped,
    personal::secrecy,
    personal::numbers,
];

/// The product of checking.
#[derive(Debug)]
pub struct Checked {
    /// What is true of the cell, ready to be shown to its audience.
    pub logbook: Logbook,
    /// Every problem of the records that the audience may see, in the writers' own words, by path and place.
    pub problems: Vec<Problem>,
    /// The reviews of the logbook that are older than their records.
    pub stale: Vec<Stale>,
}

impl Checked {
    /// Whether any problem is an error that is not accepted.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.fails(Severity::Error))
    }
}

/// Checks every record for an audience. What git knows of the files, the `history`, is asked for as late as can be: git
/// may still be at work.
pub fn check(parsed: Parsed, facts: Facts, history: impl FnOnce() -> History) -> Checked {
    let mut visible = parsed.files;
    let withheld: Vec<ParsedFile> = visible.extract_if(.., |file| !may_see(file, facts.audience)).collect();
    let mut cases: Vec<Case> = visible.into_par_iter().map(|file| examine(file, &facts)).collect();
    duplicates::duplicates(&mut cases, &facts);
    tags::unknown(&mut cases, &facts);
    let logs = files::logs(&cases, &facts);
    cases.par_iter_mut().for_each(|case| {
        evidence::faults(case, &facts);
        files::broken_links(case, &facts, &logs);
    });
    let of_withheld = Withheld::of(&withheld);
    let mut reviews = parsed.reviews;
    let kept_back: Vec<ParsedReview> = reviews.extract_if(.., |review| of_withheld.holds(review)).collect();
    let ratings = parsed.ratings.iter().map(|rating| &rating.file);
    let ratings = ratings.filter(|file| !may_see(file, facts.audience));
    let unseen = withheld.iter().chain(kept_back.iter().map(|review| &review.file)).chain(ratings);
    let mut history = history();
    history.forget(unseen.map(|file| file.source.path.as_str()));
    let hands = Hands::new(&history, &facts.settings.roster, &cases);
    let judge = || reviews::judge(reviews, &cases, &logs, &hands, &facts);
    let (judged, copied) = rayon::join(judge, || evidence::copied(&cases, &facts));
    let ratings = ratings::judge(parsed.ratings, &logs, &hands, &facts);
    let finish = |mut case| {
        evidence::copied_faults(&mut case, &facts, &copied);
        assemble::finish(case, &facts)
    };
    let finished: Vec<assemble::Finished> = cases.into_par_iter().map(finish).collect();
    let finish = |judged| reviews::finish(judged, &facts, |record| finished[record].fate());
    let reviews = judged.into_par_iter().map(finish).collect();
    assemble::checked(finished, reviews, ratings, facts, history, withheld.len())
}

fn stamp(file: &ParsedFile, facts: &Facts) -> Stamp {
    Stamp::v1(&serialised(file, facts))
}

/// All that the stamp of a record covers, as it stands.
fn serialised(file: &ParsedFile, facts: &Facts) -> String {
    let hash = |path: &str| hash_found(&facts.attachments, path);
    stamp::serialised(file, Beside { rubric: &facts.rubric, hash: &hash })
}

/// The stamp of the record with this id, if there is one; `facts` know the hash of every file that it names.
pub fn stamp_of(parsed: &Parsed, facts: &Facts, id: &str) -> Option<Stamp> {
    reviews::file_of(parsed, id).map(|file| stamp(file, facts))
}

/// The stamp of every record whose id no other has; `facts` know the hash of every file that is named.
pub fn stamps(parsed: &Parsed, facts: &Facts) -> BTreeMap<String, Stamp> {
    let mut stamps: BTreeMap<String, Option<Stamp>> = BTreeMap::new();
    for file in &parsed.files {
        let Some(id) = reviews::id_of(file) else { continue };
        stamps.entry(id).and_modify(|stamp| *stamp = None).or_insert_with(|| Some(stamp(file, facts)));
    }
    stamps.into_iter().filter_map(|(id, stamp)| Some((id, stamp?))).collect()
}

/// The severity of a code by the settings; `None` when it is silenced.
fn severity(facts: &Facts, code: Code) -> Option<Severity> {
    facts.settings.checks.of(code)
}

/// The month in which a record would count as it is written; cancelled ones count nowhere.
pub fn month_of(file: &ParsedFile) -> Option<Period> {
    let is_cancelled = file.draft.status.as_ref().is_some_and(|status| status.value == Status::Cancelled);
    dates::counting_date(&file.draft).filter(|_| !is_cancelled).map(Period::month_of)
}

/// Whether the audience may see a file, or at least that it has a problem; `assemble` keeps the rest from it.
fn may_see(file: &ParsedFile, audience: Audience) -> bool {
    match file.draft.visibility {
        Visibility::For(visibility) => audience.may_see(visibility),
        Visibility::Unreadable => true,
    }
}

fn examine(file: ParsedFile, facts: &Facts) -> Case {
    examine_with(file, facts, CHECKS)
}

fn examine_with(mut file: ParsedFile, facts: &Facts, checks: &[Check]) -> Case {
    let member = file.draft.member.as_ref().and_then(|id| facts.settings.roster.find(&id.value));
    let criteria = file.draft.claims.iter().map(|claim| facts.rubric.find(&claim.criterion.value)).collect();
    let faults = std::mem::take(&mut file.faults);
    let prose = evidence::prose(&file);
    let ordinary = is_ordinary(&file.source.text) && is_ordinary(&file.source.path);
    let part = path_part(stem(&file.source.path));
    let mut case = Case { file, member, criteria, ordinary, part, prose, faults };
    if case.file.unread.is_none() {
        let mut found = Vec::new();
        for check in checks {
            check(&case, facts, &mut found);
        }
        case.faults.append(&mut found);
    }
    // Only the checks above look at these.
    (case.file.plain, case.file.scalars) = (String::new(), Vec::new());
    case
}

/// Whether the front matter was read, so that its keys may be asked for.
fn is_read(case: &Case) -> bool {
    let unread = [
        Code::FrontMatterMissing,
        Code::FrontMatterUnclosed,
        Code::FrontMatterTooLarge,
        Code::YamlSyntax,
        Code::YamlFeature,
        Code::YamlTooDeep,
    ];
    !case.faults.iter().any(|fault| unread.contains(&fault.code))
}
