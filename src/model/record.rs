//! Records: task logs that were checked, and those with errors as far as they can be read.

use super::body::Body;
use super::content::{Content, Evidence};
use super::member::Person;
use super::review::{self, Review, Standing};
use super::rubric::{Field, LevelId};
use crate::base::period::{Date, Period};
use crate::base::source::{Span, Text};

/// Whether a task was planned or arose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Theo kế hoạch.
    Planned,
    /// Việc phát sinh.
    Arising,
}

impl Kind {
    /// The word in records and data files.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Planned => "planned",
            Kind::Arising => "arising",
        }
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each variant is the word of the record format")]
pub enum Status {
    Planned,
    Doing,
    Done,
    Cancelled,
}

impl Status {
    /// The word in records and data files.
    pub fn id(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::Doing => "doing",
            Status::Done => "done",
            Status::Cancelled => "cancelled",
        }
    }
}

/// Whether a task kept to its time (contract, "Timeliness").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timeliness {
    /// Done no later than due.
    OnTime,
    /// Done after it was due, without a confirmed excuse.
    Late,
    /// Done after it was due, with an excuse that another member confirmed.
    Excused,
    /// Open and due before the as-of date.
    Overdue,
    /// Open, not overdue, no progress entry for 30 days.
    Drifting,
    /// Open and neither overdue nor drifting.
    Open,
    /// Cancelled, or done without a due date.
    None,
}

impl Timeliness {
    /// Every value, in the order in which they are shown.
    pub const ALL: [Timeliness; 7] =
        [Self::OnTime, Self::Late, Self::Excused, Self::Overdue, Self::Drifting, Self::Open, Self::None];

    /// The word in data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::Late => "late",
            Self::Excused => "excused",
            Self::Overdue => "overdue",
            Self::Drifting => "drifting",
            Self::Open => "open",
            Self::None => "none",
        }
    }
}

/// Days without a progress entry after which an open task drifts.
pub const DRIFTING_DAYS: i64 = 30;

/// The dates of a task and how far it is; kept together because every rule of time needs them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// The day it was given out.
    pub assigned: Date,
    /// The day it is due.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// How far it is.
    pub status: Status,
}

impl Schedule {
    /// The date by which it counts: `done`, else `due`, else `assigned`.
    pub fn counts_on(&self) -> Date {
        self.done.or(self.due).unwrap_or(self.assigned)
    }

    /// The day by which what it says of itself was seen, as of `as_of`: an unfinished task counts on a day to come, and
    /// nothing is written from there.
    pub fn seen_on(&self, as_of: Date) -> Date {
        self.done.unwrap_or_else(|| self.assigned.min(as_of))
    }

    /// Whether it was done no later than due.
    pub fn is_on_time(&self) -> bool {
        matches!((self.done, self.due), (Some(done), Some(due)) if done <= due)
    }

    /// How the task kept to its time on `as_of`; `last_progress` is the date of its latest progress entry.
    pub fn timeliness(&self, as_of: Date, excuse_counts: bool, last_progress: Option<Date>) -> Timeliness {
        match (self.status, self.done, self.due) {
            (Status::Cancelled, ..) | (_, Some(_), None) => Timeliness::None,
            (_, Some(done), Some(due)) if done <= due => Timeliness::OnTime,
            (_, Some(_), Some(_)) if excuse_counts => Timeliness::Excused,
            (_, Some(_), Some(_)) => Timeliness::Late,
            (_, None, Some(due)) if due < as_of => Timeliness::Overdue,
            (_, None, _) => {
                let last = last_progress.map_or(self.assigned, |progress| progress.max(self.assigned));
                if last.days_until(as_of) >= DRIFTING_DAYS { Timeliness::Drifting } else { Timeliness::Open }
            }
        }
    }

    /// Days from due to done, or to `as_of` while it is open, when that is positive.
    pub fn days_late(&self, as_of: Date) -> Option<i64> {
        let end = self.done.unwrap_or(as_of);
        self.due.map(|due| due.days_until(end)).filter(|days| *days > 0)
    }
}

/// What has come of a criterion on a record; computed, never stored in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Nothing was claimed.
    Unclaimed,
    /// The criterion does not apply to the task.
    Na,
    /// The member says it was not met.
    Unmet,
    /// Claimed, without evidence that counts.
    Claimed,
    /// Claimed, with evidence.
    Evidenced,
    /// A valid verdict gives what was claimed, or more.
    Confirmed,
    /// A valid verdict is below the claim.
    Disputed,
    /// The verdict is of something that has changed since.
    Stale,
}

impl Outcome {
    /// Every outcome, in the order in which they are shown.
    pub const ALL: [Outcome; 8] = [
        Self::Confirmed,
        Self::Disputed,
        Self::Stale,
        Self::Evidenced,
        Self::Claimed,
        Self::Unmet,
        Self::Na,
        Self::Unclaimed,
    ];

    /// The word in data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unclaimed => "unclaimed",
            Self::Na => "na",
            Self::Unmet => "unmet",
            Self::Claimed => "claimed",
            Self::Evidenced => "evidenced",
            Self::Confirmed => "confirmed",
            Self::Disputed => "disputed",
            Self::Stale => "stale",
        }
    }
}

/// Whether a proof counts, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It says something.
    Counts,
    /// A placeholder.
    Placeholder,
    /// Fewer than 10 letters.
    Short,
    /// The same text stands in three or more records of the member.
    Copied,
}

/// Where a proof of a criterion stands in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProofSource {
    /// The explicit entry at this place of [`Claim::evidence`].
    Explicit(u32),
    /// The item at this place of a field (0 for a field with one value).
    Field(Field, u32),
    /// The section at this place of [`Body::sections`].
    Section(u32),
}

/// Something that stands behind a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proof {
    /// Where it stands.
    pub source: ProofSource,
    /// Whether it counts.
    pub weight: Weight,
}

/// What a record says of one criterion; there is one for every criterion of the rubric.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The level claimed; nothing when the criterion is unclaimed.
    pub level: Option<LevelId>,
    /// Where the level stands.
    pub span: Span,
    /// The reason given.
    pub reason: Option<Text>,
    /// Explicit evidence entries.
    pub evidence: Vec<Evidence>,
    /// Everything that stands behind the criterion, in the order explicit, fields, section.
    pub proofs: Vec<Proof>,
    /// What reviewers made of it.
    pub ruling: Ruling,
}

/// What has come of the verdicts on one criterion of a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ruling {
    /// Nobody who may judge has judged it.
    #[default]
    None,
    /// The level that counts: of the superior's latest valid verdict, else of the cell's.
    Valid(LevelId),
    /// Every verdict that would count is of something that has changed since.
    Stale,
}

impl Ruling {
    /// The level that counts.
    pub fn level(self) -> Option<LevelId> {
        match self {
            Ruling::Valid(level) => Some(level),
            Ruling::None | Ruling::Stale => None,
        }
    }

    /// Of reviews in their order, the latest last.
    fn of(reviews: &[Review], criterion: usize) -> Self {
        match review::first(reviews, Standing::Valid, criterion) {
            Some((_, verdict)) => Ruling::Valid(verdict.level),
            None if review::first(reviews, Standing::Stale, criterion).is_some() => Ruling::Stale,
            None => Ruling::None,
        }
    }
}

impl Claim {
    /// Whether at least one proof counts.
    pub fn is_evidenced(&self) -> bool {
        self.proofs.iter().any(|proof| proof.weight == Weight::Counts)
    }

    /// Half points claimed.
    pub fn points(&self) -> u32 {
        self.level.map_or(0, LevelId::half_points)
    }

    /// Half points of the claim that have evidence.
    pub fn evidenced_points(&self) -> u32 {
        if self.is_evidenced() { self.points() } else { 0 }
    }

    /// Half points that the verdict which counts gives; where the member says that the criterion does not apply there
    /// is nothing to give them for.
    pub fn confirmed_points(&self) -> u32 {
        match (self.level, self.ruling) {
            (Some(LevelId::Na), _) | (_, Ruling::None | Ruling::Stale) => 0,
            (_, Ruling::Valid(level)) => level.half_points(),
        }
    }

    /// What has come of it. A verdict that gives and takes nothing leaves it as it was.
    pub fn outcome(&self) -> Outcome {
        match (self.level, self.ruling) {
            (Some(LevelId::Na), _) => Outcome::Na,
            (_, Ruling::Valid(level)) if level.half_points() < self.points() => Outcome::Disputed,
            (_, Ruling::Valid(level)) if level.half_points() > 0 => Outcome::Confirmed,
            (_, Ruling::Stale) => Outcome::Stale,
            _ => self.own_outcome(),
        }
    }

    /// What has come of it by the member's own log, whatever reviewers say.
    pub fn own_outcome(&self) -> Outcome {
        match self.level {
            None => Outcome::Unclaimed,
            Some(LevelId::Na) => Outcome::Na,
            Some(LevelId::Unmet) => Outcome::Unmet,
            Some(LevelId::Met | LevelId::Partial) if self.is_evidenced() => Outcome::Evidenced,
            Some(LevelId::Met | LevelId::Partial) => Outcome::Claimed,
        }
    }
}

/// A task log without errors.
#[derive(Debug, Clone, Hash)]
pub struct Record {
    /// `<member>/<file stem>`.
    pub id: String,
    /// The folded stem: its part in the site's paths.
    pub part: String,
    /// Path under the root.
    pub path: String,
    /// Title.
    pub title: String,
    /// Place of the member in the roster.
    pub member: usize,
    /// Dates and status.
    pub schedule: Schedule,
    /// Planned or arising, when said.
    pub kind: Option<Kind>,
    /// Who gave the task.
    pub assigned_by: Option<Person>,
    /// Whether its excuse was confirmed by another member.
    pub excuse_counts: bool,
    /// One claim per criterion of the rubric, in its order.
    pub claims: Vec<Claim>,
    /// The other fields.
    pub content: Content,
    /// The prose that counts as nothing, by its place, and why.
    pub weightless: Vec<(Span, Weight)>,
    /// The body.
    pub body: Body,
    /// How it kept to its time on the as-of date.
    pub timeliness: Timeliness,
    /// How many warnings it has.
    pub warnings: usize,
    /// What reviewers found, the latest last.
    pub reviews: Vec<Review>,
    /// How many reviews of it have errors, so that nothing of them stands here.
    pub faulty_reviews: usize,
}

impl Record {
    /// Takes its reviews, with the number of those that have errors, and notes on every claim what has come of them.
    pub fn take_reviews(&mut self, mut reviews: Vec<Review>, faulty: usize) {
        self.faulty_reviews = faulty;
        reviews.sort_by(|a, b| review::turn(a.on, &a.path).cmp(&review::turn(b.on, &b.path)));
        self.reviews = reviews;
        for (criterion, claim) in self.claims.iter_mut().enumerate() {
            claim.ruling = Ruling::of(&self.reviews, criterion);
        }
    }

    /// Whether a text that the member wrote as prose counts, and if not, why.
    pub fn weight_of(&self, text: &Text) -> Weight {
        let found = self.weightless.iter().find(|(span, _)| *span == text.span);
        found.map_or(Weight::Counts, |(_, weight)| *weight)
    }

    /// The month in which it counts; cancelled records count nowhere.
    pub fn month(&self) -> Option<Period> {
        (self.schedule.status != Status::Cancelled).then(|| Period::month_of(self.schedule.counts_on()))
    }
}

/// A task log with errors, as far as it can be read. It enters no figure.
#[derive(Debug, Clone, Hash)]
pub struct FaultyRecord {
    /// `<member>/<file stem>`, or the stem alone when the member cannot be read.
    pub id: String,
    /// Its part in the site's paths.
    pub part: String,
    /// Path under the root.
    pub path: String,
    /// How many errors it has.
    pub errors: usize,
    /// How many warnings it has.
    pub warnings: usize,
    /// Place of the member in the roster, when readable.
    pub member: Option<usize>,
    /// The month in which it would count, when the date that decides it is readable and no error is about that date.
    pub month: Option<Period>,
    /// Whether it is cancelled, so that no total misses it.
    pub cancelled: bool,
    /// What else could be read; nothing for a record that carries a mark of secrecy, or whose visibility cannot be
    /// read and is not for this audience.
    pub readable: Option<Box<Readable>>,
}

/// What could be read of a record with errors.
#[derive(Debug, Clone, Default, Hash)]
pub struct Readable {
    /// Title.
    pub title: Option<String>,
    /// Dates as far as they exist.
    pub assigned: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// How far it is.
    pub status: Option<Status>,
    /// Planned or arising.
    pub kind: Option<Kind>,
    /// Criterion and level as written, in the order of the file.
    pub claims: Vec<(String, String)>,
    /// The other fields.
    pub content: Content,
    /// The body.
    pub body: Body,
}
