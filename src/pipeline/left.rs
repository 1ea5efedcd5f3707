//! Records that have left a period since it was closed: taken away, moved to another period or cancelled. What they said
//! on that day is read from git.

use std::collections::{BTreeMap, HashMap};
use std::io::ErrorKind;

use rayon::prelude::*;

use crate::base::diagnostic::Severity;
use crate::base::period::{Date, Period};
use crate::base::record_file::{RecordFile, is_log};
use crate::base::text::nfc;
use crate::check;
use crate::config::Config;
use crate::discover;
use crate::model::audience::Audience;
use crate::model::history::{Knowledge, Stood};
use crate::model::left::{Left, Now};
use crate::model::logbook::Logbook;
use crate::parse::{self, ParsedAny, ParsedFile, Words};

/// So many versions are held in memory at once.
const AT_ONCE: usize = 256;

/// The records that counted in a period on the day on which it was closed, and do no longer. Readers from outside are told
/// nothing, so for them nothing is asked.
pub fn left(logbook: &Logbook, config: &Config, words: &Words) -> Vec<Left> {
    let days = logbook.settings.closing_days(logbook.as_of);
    if days.is_empty() || config.audience == Audience::Public || logbook.history.knowledge != Knowledge::Whole {
        return Vec::new();
    }
    let places = places(logbook);
    let search = Search { logbook, config, days: &days, places: &places };
    let candidates = search.candidates();
    if candidates.is_empty() {
        return Vec::new();
    }
    let said = search.said(&candidates, words);
    let mut left: Vec<Left> = candidates.iter().filter_map(|one| search.left(one, said.get(one.blob)?)).collect();
    let named = Named::of(logbook);
    left.retain(|one| one.now != Now::Gone || !named.stands(one));
    left
}

/// The months in which records count, by member and title.
struct Named<'l>(HashMap<(usize, &'l str), Vec<Period>>);

impl<'l> Named<'l> {
    fn of(logbook: &'l Logbook) -> Self {
        let mut named: HashMap<(usize, &str), Vec<Period>> = HashMap::new();
        for record in &logbook.records {
            named.entry((record.member, &record.title)).or_default().extend(record.month());
        }
        Self(named)
    }

    /// Whether a record of the same member and title counts in the closed period: the file has another name now.
    fn stands(&self, left: &Left) -> bool {
        let months = left.member.and_then(|member| self.0.get(&(member, left.title.as_str())));
        months.into_iter().flatten().any(|month| left.closed.contains(*month))
    }
}

/// Where the records are in the logbook, by path. Some systems name a file in decomposed letters that git keeps composed.
fn places(logbook: &Logbook) -> HashMap<String, Now> {
    let records = logbook.records.iter().zip(0..).map(|(record, index)| (&record.path, Now::Record(index)));
    let faulty = logbook.faulty.iter().enumerate().map(|(index, record)| (&record.path, Now::Faulty(index)));
    records.chain(faulty).map(|(path, now)| (nfc(path).into_owned(), now)).collect()
}

fn is_not_found(error: std::io::Error) -> bool {
    error.kind() == ErrorKind::NotFound
}

struct Search<'s> {
    logbook: &'s Logbook,
    config: &'s Config,
    days: &'s [Date],
    places: &'s HashMap<String, Now>,
}

/// A record that stood when a period was closed and has changed since.
struct Candidate<'s> {
    closed: Period,
    stood: &'s Stood,
    /// Where it was then, and what it was.
    path: &'s str,
    blob: &'s str,
    now: Now,
    /// Whether the change is committed.
    is_committed: bool,
}

/// What a version of a record said.
struct Said {
    title: String,
    member: Option<usize>,
    month: Period,
}

impl<'s> Search<'s> {
    fn candidates(&self) -> Vec<Candidate<'s>> {
        let history = &self.logbook.history;
        let mut candidates = Vec::new();
        for closed in &self.logbook.settings.closed {
            let Some(on) = closed.on else { continue };
            let Ok(day) = self.days.binary_search(&on) else { continue };
            for stood in &history.stood {
                let is_committed = stood.last.is_after(on);
                let Some((path, blob)) = stood.on(day).filter(|(path, _)| is_log(path)) else { continue };
                let now = self.places.get(nfc(&stood.path).as_ref()).copied();
                let is_changed = is_committed || history.uncommitted.contains(&stood.path) || now.is_none();
                let Some(now) = now.or_else(|| self.is_gone(&stood.path).then_some(Now::Gone)) else { continue };
                if is_changed && !self.is_concealed(now) {
                    candidates.push(Candidate { closed: closed.period, stood, path, blob, now, is_committed });
                }
            }
        }
        candidates
    }

    /// A log that stands and is not in the logbook is withheld from this audience; under a name that is passed over it is
    /// none.
    fn is_gone(&self, path: &str) -> bool {
        let is_missing = |path| self.config.root.join(path).symlink_metadata().is_err_and(is_not_found);
        !is_log(path) || is_missing(path)
    }

    /// Whether nothing may be said of what it is now.
    fn is_concealed(&self, now: Now) -> bool {
        matches!(now, Now::Faulty(index) if self.logbook.faulty[index].readable.is_none())
    }

    /// The month in which it counts now, or would without its errors.
    fn month(&self, now: Now) -> Option<Period> {
        match now {
            Now::Gone => None,
            Now::Record(index) => self.logbook.records[index as usize].month(),
            Now::Faulty(index) => {
                let record = &self.logbook.faulty[index];
                record.month.filter(|_| !record.cancelled)
            }
        }
    }

    /// What the versions said that counted then and may be shown, each by its blob.
    fn said(&self, candidates: &[Candidate<'s>], words: &Words) -> HashMap<&'s str, Said> {
        let blobs: BTreeMap<&str, &str> = candidates.iter().map(|candidate| (candidate.blob, candidate.path)).collect();
        let blobs: Vec<(&str, &str)> = blobs.into_iter().collect();
        let Some(mut past) = discover::past(&self.config.root, 1) else { return HashMap::new() };
        let mut said = HashMap::new();
        for some in blobs.chunks(AT_ONCE) {
            let texts = past.texts(&some.iter().map(|(blob, _)| *blob).collect::<Vec<_>>());
            let read = |((blob, path), text): (&(&'s str, &str), Option<String>)| {
                let file = RecordFile { path: (*path).to_owned(), text: Ok(text?) };
                match parse::file_of(file, &self.logbook.rubric, words) {
                    ParsedAny::Log(file) => Some((*blob, self.said_in(&file)?)),
                    ParsedAny::Review(_) | ParsedAny::Rating(_) => None,
                }
            };
            said.par_extend(some.par_iter().zip(texts).filter_map(read));
        }
        said
    }

    /// What a version said; one with errors counted nowhere.
    fn said_in(&self, file: &ParsedFile) -> Option<Said> {
        if file.faults.iter().any(|fault| fault.code.severity() == Severity::Error) {
            return None;
        }
        let month = check::month_of(file).filter(|_| check::may_show(file, self.config.audience))?;
        let title = file.draft.title.as_ref()?.value.clone();
        let member = file.draft.member.as_ref().and_then(|id| self.logbook.roster().find(&id.value));
        Some(Said { title, member, month })
    }

    fn left(&self, candidate: &Candidate<'_>, said: &Said) -> Option<Left> {
        let to = self.month(candidate.now);
        (candidate.closed.contains(said.month) && to != Some(said.month)).then(|| Left {
            closed: candidate.closed,
            month: said.month,
            to,
            title: said.title.clone(),
            member: said.member,
            last: candidate.is_committed.then_some(candidate.stood.last),
            now: candidate.now,
        })
    }
}
