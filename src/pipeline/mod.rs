//! The way through, on one screen: disk → records → logbook → sums → pages → site.

mod against;
mod asked;
#[cfg(feature = "export")]
pub mod export;
pub mod health;
mod left;
mod lost;
pub mod new_log;
pub mod paper;
mod past;
pub mod place;
mod reported;
pub mod review;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::PathBuf;
use std::thread;

use rayon::prelude::*;

use crate::base::artifact::Artifact;
use crate::base::diagnostic::{Problem, Severity};
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::check::{self, Checked, Facts};
use crate::config::Config;
use crate::discover::{self, Sources};
use crate::model::audience::Audience;
use crate::model::history::{History, Knowledge};
use crate::model::logbook::Logbook;
use crate::model::public;
use crate::model::review::{Stamp, Standing};
use crate::parse::{self, Parsed, Words};
use crate::publish::{self, Known, Target};
use crate::render::{self, theme::Theme};
use crate::report;
use crate::tally::{self, Scope};

pub use against::check_against;
pub use discover::git_folder;

use asked::Asked;
use reported::reported;

/// What is being done, for a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the records.
    Read,
    /// Checking them.
    Check,
    /// Writing the site.
    Write,
}

/// Hears how far a run is.
pub trait Progress: Sync {
    /// A stage with `total` steps begins; 0 when they cannot be counted.
    fn stage(&self, stage: Stage, total: usize);
    /// `done` steps of the stage are done.
    fn reach(&self, done: usize);
}

/// Hears nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage, _: usize) {}
    fn reach(&self, _: usize) {}
}

/// What a run found and made, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records read that the audience may see.
    pub records: usize,
    /// How many of them have errors.
    pub faulty: usize,
    /// Records withheld from the audience.
    pub withheld: usize,
    /// Members of the roster.
    pub members: usize,
    /// Periods with records.
    pub periods: usize,
    /// Files written; 0 when nothing was published.
    pub files: usize,
    /// Problems that are accepted; they are not counted as errors or warnings.
    pub accepted: usize,
    /// Errors found.
    pub errors: usize,
    /// Warnings found.
    pub warnings: usize,
    /// Reviews of them.
    pub reviews: usize,
    /// How many of these, of those that count, were put into git by somebody who is nobody of the roster.
    pub strangers: usize,
    /// How much git could say of the records.
    pub history: Knowledge,
    /// What git said when it failed.
    pub trouble: Option<String>,
    /// That the cache could not be written.
    pub cache_trouble: Option<CacheTrouble>,
    /// Where the site is.
    pub out: PathBuf,
}

/// Why the cache could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheTrouble {
    /// Its folder.
    pub folder: PathBuf,
    /// What stood in the way.
    pub reason: CacheReason,
}

/// What stands in the way of a cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheReason {
    /// The folder lies in the site or among the records.
    Misplaced,
    /// A file of somebody else has the name of one of ours.
    Foreign,
    /// What the system said.
    System(Option<i32>),
}

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site stands.
    Published {
        /// The run in numbers.
        summary: Summary,
        /// Every problem, by path and place.
        problems: Vec<Problem>,
    },
    /// Nothing was published: a record has an error and the run is strict.
    Rejected {
        /// The run in numbers.
        summary: Summary,
        /// Every problem, by path and place.
        problems: Vec<Problem>,
    },
}

/// What a check found.
#[derive(Debug)]
pub struct CheckedOnly {
    /// The run in numbers.
    pub summary: Summary,
    /// Every problem, by path and place; the new ones when it was held against a revision.
    pub problems: Vec<Problem>,
    /// Problems left out because they are not new.
    pub known: usize,
    /// What the revision was that they were held against.
    pub compared: Compared,
}

/// What a revision was of the cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Compared {
    /// A cell that could be checked; also when nothing was compared.
    #[default]
    Whole,
    /// No cell yet: it had no settings.
    NoCell,
    /// A cell whose settings, rubric or accepted problems cannot be used: the place of the first fault.
    Unusable(String),
}

/// A site that has been planned: every file of it can be made.
pub struct Made<'m> {
    /// The run in numbers; nothing has been published yet.
    pub summary: Summary,
    /// Every problem, by path and place.
    pub problems: &'m [Problem],
    /// The files.
    pub artifacts: Vec<Artifact<'m>>,
}

/// Builds and publishes the site.
///
/// # Errors
/// When the settings, the rubric, a template or the disk stop it; the old site then stands.
pub fn build(config: &Config, progress: &dyn Progress) -> Result<Outcome> {
    let target = Target { root: config.root.clone(), out: config.out.clone(), durable: config.durable };
    publish::check_target(&target)?;
    lost::check_records(&target)?;
    let catalog = Catalog::of(config.lang);
    let known = config.cache.clone().zip(Some(config.out.clone()));
    let known = known.map(|(place, out)| thread::spawn(move || place.known(&out)));
    let mut begun = begin(config, catalog, progress)?;
    if let Some(rejected) = rejected(&mut begun, config) {
        return Ok(rejected);
    }
    make(config, catalog, begun, |made| {
        let Made { mut summary, problems, artifacts } = made;
        progress.stage(Stage::Write, artifacts.len());
        let known = known.map(|reading| reading.join().unwrap_or_default());
        let published = publish::publish_known(artifacts, &target, known.as_ref(), &|done| progress.reach(done))?;
        summary.files = published.files;
        summary.cache_trouble = kept(config, known.as_ref(), &published.known);
        Ok(Outcome::Published { summary, problems: problems.to_vec() })
    })
}

/// Plans the site and hands it to `then`, which may ask for any file of it; nothing is published.
///
/// # Errors
/// When the settings, the rubric, a template or the disk stop it, and whatever `then` says.
pub fn with_site<R>(config: &Config, progress: &dyn Progress, then: impl FnOnce(Made<'_>) -> Result<R>) -> Result<R> {
    let catalog = Catalog::of(config.lang);
    make(config, catalog, begin(config, catalog, progress)?, then)
}

/// What a site is made from: a cell that was read, and the templates.
struct Begun {
    parsed: Parsed,
    facts: Facts,
    history: Asked,
    theme: Theme,
}

fn begin(config: &Config, catalog: &Catalog, progress: &dyn Progress) -> Result<Begun> {
    let history = Asked::of(config);
    let sources = sources(config, progress)?;
    // Templates are compiled while records are read.
    let read = || read(&sources, config, catalog, progress, Purpose::Telling);
    let (read, theme) = rayon::join(read, || Theme::load(&sources.templates, catalog));
    let (Read { parsed, facts }, theme) = (read?, theme?);
    Ok(Begun { parsed, facts, history, theme })
}

/// Checks, adds up and plans, and hands the site to `then`. With a cache the files of the plan carry keys by which they
/// can be found in the site that stands.
fn make<R>(
    config: &Config,
    catalog: &Catalog,
    Begun { parsed, facts, history, theme }: Begun,
    then: impl FnOnce(Made<'_>) -> Result<R>,
) -> Result<R> {
    let pieces = config.cache.clone().zip(Some(config.out.clone()));
    let pieces = pieces.map(|(place, out)| thread::spawn(move || place.pieces(&out)));
    let Checked { mut logbook, problems, stale } = check::check(parsed, facts, || history.answer());
    let words = Words::of(catalog);
    logbook.reviewed = past::reviewed(stale, &logbook, config, &words);
    logbook.left = left::left(&logbook, config, &words);
    let (logbook, veil) = public::shown_to(config.audience, logbook);
    let tally = tally::tally(&logbook);
    let mut summary = summary(&logbook, &problems, config);
    summary.periods = tally.periods(Scope::Cell).count();
    let report = report::report(&logbook, &tally).behind(veil.as_ref());
    let read = |attachment: &_| discover::attachment_bytes(&config.root, attachment);
    let data = report.data();
    let pieces = pieces.and_then(|opening| opening.join().ok());
    let mut artifacts = match pieces {
        Some(_) => crate::export::keyed_plan(data, catalog),
        None => crate::export::plan(data, catalog),
    };
    #[cfg(feature = "export")]
    artifacts.extend(crate::export::calendars(&report, catalog));
    artifacts.extend(match &pieces {
        Some(pieces) => render::keyed_plan(&report, &theme, catalog, &read, pieces)?,
        None => render::plan(&report, &theme, catalog, &read)?,
    });
    // They cost time when they cannot be written, and nothing else.
    let _saving = pieces.map(|pieces| Saving::of(move || pieces.save()));
    if let Some(veil) = &veil {
        artifacts = artifacts.into_iter().map(|artifact| veil.over_artifact(artifact)).collect();
    }
    let done = then(Made { summary, problems: &problems, artifacts });
    // Giving back a large logbook piece by piece takes a while, and nobody waits for it.
    rayon::spawn(move || drop((logbook, tally, theme)));
    done
}

/// Keeps what the next run may need; tells why it could not.
fn kept(config: &Config, before: Option<&Known>, now: &Known) -> Option<CacheTrouble> {
    let Some(place) = &config.cache else {
        let refused = |folder: &PathBuf| CacheTrouble { folder: folder.clone(), reason: CacheReason::Misplaced };
        return config.refused_cache.as_ref().map(refused);
    };
    let error = if before == Some(now) { None } else { place.keep(&config.out, now).err() }?;
    let reason = match error.kind() {
        io::ErrorKind::AlreadyExists => CacheReason::Foreign,
        _ => CacheReason::System(error.raw_os_error()),
    };
    Some(CacheTrouble { folder: place.folder().to_owned(), reason })
}

/// Work on its way to the cache, while the site is made. It gets there also when that fails.
struct Saving(Option<thread::JoinHandle<io::Result<()>>>);

impl Saving {
    fn of(save: impl FnOnce() -> io::Result<()> + Send + 'static) -> Self {
        Self(Some(thread::spawn(save)))
    }
}

impl Drop for Saving {
    fn drop(&mut self) {
        if let Some(saving) = self.0.take() {
            let _ = saving.join();
        }
    }
}

/// Checks the records, whoever may see them, and writes nothing.
///
/// # Errors
/// When the settings, the rubric or the disk stop it.
pub fn check_only(config: &Config, progress: &dyn Progress) -> Result<CheckedOnly> {
    let (logbook, problems) = checked(config, progress, Asked::of(config))?;
    let summary = summary(&logbook, &problems, config);
    rayon::spawn(move || drop(logbook));
    Ok(CheckedOnly { summary, problems, known: 0, compared: Compared::Whole })
}

/// Every problem of the records, whoever may see them. Their `history` may be another than that of the folder.
fn checked(config: &Config, progress: &dyn Progress, history: Asked) -> Result<(Logbook, Vec<Problem>)> {
    let catalog = Catalog::of(config.lang);
    let Read { parsed, facts } = read(&sources(config, progress)?, config, catalog, progress, Purpose::Telling)?;
    let facts = Facts { audience: Audience::Leaders, ..facts };
    let Checked { logbook, problems, .. } = check::check(parsed, facts, || history.answer());
    Ok((logbook, problems))
}

/// The stamps that reviews of the records would carry, by id; records that share an id have none.
///
/// # Errors
/// When the settings, the rubric or the disk stop it.
pub fn stamps(config: &Config) -> Result<BTreeMap<String, Stamp>> {
    let catalog = Catalog::of(config.lang);
    let all = |parsed: &Parsed| check::record_ids(parsed).into_iter().collect();
    let Read { parsed, facts } = read(&sources(config, &Silent)?, config, catalog, &Silent, Purpose::Review(&all))?;
    Ok(check::stamps(&parsed, &facts))
}

/// What records are read for.
#[derive(Clone, Copy)]
enum Purpose<'p> {
    /// A site, or what there is to tell of them.
    Telling,
    /// The beginning of a review, of the records whose ids this finds.
    Review(&'p (dyn Fn(&Parsed) -> HashSet<String> + 'p)),
}

/// What the disk held.
struct Read {
    parsed: Parsed,
    facts: Facts,
}

/// A strict run is refused for an error in any record, as `check` finds them, whoever may see it.
fn rejected(begun: &mut Begun, config: &Config) -> Option<Outcome> {
    if !config.strict {
        return None;
    }
    let history = std::mem::replace(&mut begun.history, Asked::Answered(History::default())).answer();
    begun.history = Asked::Answered(history.clone());
    let facts = Facts { audience: Audience::Leaders, ..begun.facts.clone() };
    let Checked { logbook, problems, .. } = check::check(begun.parsed.clone(), facts, || history);
    let summary = summary(&logbook, &problems, config);
    (summary.errors > 0).then_some(Outcome::Rejected { summary, problems })
}

fn sources(config: &Config, progress: &dyn Progress) -> Result<Sources> {
    progress.stage(Stage::Read, 0);
    discover::discover(&config.root, config.settings.rubric.as_ref())
}

fn read(
    sources: &Sources,
    config: &Config,
    catalog: &Catalog,
    progress: &dyn Progress,
    purpose: Purpose<'_>,
) -> Result<Read> {
    let rubric = sources.rubric.as_ref().map_or_else(|| Ok(parse::built_in()), parse::rubric)?;
    let accepted = sources.accepted.as_ref().map(|source| parse::accepted(source, &config.settings.roster));
    let accepted = accepted.transpose()?.unwrap_or_default();
    let words = Words::of(catalog);
    let records = sources.records(|file| parse::file_of(file, &rubric, &words))?;
    let parsed: Parsed = records.files.into_iter().collect();
    progress.stage(Stage::Check, parsed.files.len());
    let named: BTreeSet<String> = parsed.files_named().map(str::to_owned).collect();
    let judged = match purpose {
        Purpose::Telling => HashSet::new(),
        Purpose::Review(judged) => judged(&parsed),
    };
    let judged = check::files_judged(&parsed, judged);
    let attachments = discover::attachments(&config.root, &config.out, &named, &judged)?;
    let facts = Facts {
        settings: config.settings.clone(),
        rubric,
        attachments,
        accepted,
        findings: records.findings,
        as_of: config.as_of,
        audience: config.audience,
    };
    Ok(Read { parsed, facts })
}

fn summary(logbook: &Logbook, problems: &[Problem], config: &Config) -> Summary {
    let reviews = || logbook.records.iter().flat_map(|record| &record.reviews);
    let summary = Summary {
        records: logbook.records.len() + logbook.faulty.len(),
        faulty: logbook.faulty.len(),
        withheld: logbook.withheld,
        reviews: reviews().count(),
        strangers: reviews().filter(|review| review.is_by_stranger && review.standing == Standing::Valid).count(),
        members: logbook.roster().members().len(),
        history: logbook.history.knowledge,
        trouble: logbook.history.trouble.clone(),
        out: config.out.clone(),
        ..Summary::default()
    };
    counted(summary, problems)
}

/// The same with the numbers of `problems`.
fn counted(summary: Summary, problems: &[Problem]) -> Summary {
    let count = |severity| problems.iter().filter(|problem| problem.fails(severity)).count();
    Summary {
        accepted: problems.iter().filter(|problem| problem.accepted.is_some()).count(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        ..summary
    }
}
