//! The rows of the data files: every figure and every record that the audience may see, in a fixed order.

use super::Selection;
use crate::base::diagnostic::Problem;
use crate::base::period::{Date, Period};
use crate::model::history::Trace;
use crate::model::logbook::Logbook;
use crate::model::record::{Claim, FaultyRecord, Kind, Record, Ruling, Status};
use crate::model::rubric::{Criterion, LevelId, State};
use crate::tally::{Scope, Score, Tally};

/// The word that stands for the whole cell where a member's id could stand.
pub const CELL: &str = "cell";

/// What the data files are made of. Borrows everything; rows are made when they are written.
#[derive(Clone, Copy)]
pub struct Data<'a> {
    logbook: &'a Logbook,
    tally: &'a Tally,
}

/// The sums of one scope, period and criterion in which there is at least one record.
#[derive(Debug, Clone, Copy, Hash)]
pub struct TallyRow<'a> {
    /// [`CELL`] or a member's id.
    pub scope: &'a str,
    /// The period.
    pub period: Period,
    /// The criterion's id.
    pub criterion: &'a str,
    /// The sums.
    pub score: &'a Score,
}

/// One record as the data files tell it. What cannot be read of a faulty one is absent.
#[derive(Debug, Clone)]
pub struct RecordRow<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: Option<&'a str>,
    /// Id of its member.
    pub member: Option<&'a str>,
    /// Planned or arising.
    pub kind: Option<&'static str>,
    /// How far it is.
    pub status: Option<&'static str>,
    /// The day it was given out.
    pub assigned: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The day it was done.
    pub done: Option<Date>,
    /// The month in which it counts, or would if it had no errors; nothing for a cancelled one.
    pub month: Option<Period>,
    /// How it kept to its time.
    pub timeliness: Option<&'static str>,
    /// The criteria in force on its date, upcoming ones, and whatever it claims; in the rubric's order. None for a
    /// faulty one.
    pub criteria: Vec<CriterionRow<'a>>,
    /// How many errors it has.
    pub errors: usize,
    /// The day of the commit that brought it, when git can tell.
    pub logged: Option<Date>,
    /// The day of the latest commit that changed it.
    pub changed: Option<Date>,
    /// How many commits changed it.
    pub changes: Option<u32>,
}

/// What a record says of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CriterionRow<'a> {
    /// The criterion's id.
    pub id: &'a str,
    /// The level claimed.
    pub level: Option<&'static str>,
    /// What has come of it.
    pub outcome: &'static str,
    /// Whether it enters the sums; what is not in force is shown only.
    pub counts: bool,
    /// Whether evidence stands behind it; said where reviewers have spoken.
    pub evidenced: Option<bool>,
    /// The level that counts of what reviewers gave.
    pub verdict: Option<&'static str>,
}

impl<'a> Data<'a> {
    /// The data of `logbook` with its sums.
    pub fn new(logbook: &'a Logbook, tally: &'a Tally) -> Self {
        Self { logbook, tally }
    }

    /// The day on which everything is looked at.
    pub fn as_of(&self) -> Date {
        self.logbook.as_of
    }

    /// `id@version` of the rubric.
    pub fn rubric(&self) -> String {
        self.logbook.rubric.pin()
    }

    /// The cell's sums, then each member's in roster order; in each by period, then by criterion of the rubric. Where
    /// no record counts there is no row.
    pub fn tallies(self) -> impl Iterator<Item = TallyRow<'a>> {
        self.tallies_in(Selection::default())
    }

    /// Those of `selection`: of its scopes, and of the periods inside its own.
    pub fn tallies_in(self, selection: Selection) -> impl Iterator<Item = TallyRow<'a>> {
        let members = (0..self.logbook.roster().members().len()).map(Scope::Member);
        let scopes = [Scope::Cell].into_iter().chain(members).filter(move |scope| selection.holds_scope(*scope));
        scopes.flat_map(move |scope| {
            let periods = self.tally.periods(scope).filter(move |period| selection.holds_period(*period));
            periods.flat_map(move |period| self.tallies_of(scope, period))
        })
    }

    fn tallies_of(self, scope: Scope, period: Period) -> impl Iterator<Item = TallyRow<'a>> {
        let name = match scope {
            Scope::Cell => CELL,
            Scope::Member(member) => &self.logbook.roster().member(member).id,
        };
        let scores = &self.tally.of(scope, Some(period)).scores;
        let criteria = &self.logbook.rubric.criteria;
        criteria.iter().zip(scores).filter(|(_, score)| score.records > 0).map(move |(criterion, score)| TallyRow {
            scope: name,
            period,
            criterion: &criterion.id,
            score,
        })
    }

    /// Every record, cancelled and faulty ones too, by path.
    pub fn records(self) -> impl Iterator<Item = RecordRow<'a>> {
        self.records_in(Selection::default())
    }

    /// Those of `selection`, by path.
    pub fn records_in(self, selection: Selection) -> impl Iterator<Item = RecordRow<'a>> {
        let valid = self.logbook.records.iter().filter(|record| selection.holds(record));
        let mut all: Vec<Entry<'a>> = valid.map(Entry::Valid).collect();
        all.extend(self.logbook.faulty.iter().filter(|record| selection.holds_faulty(record)).map(Entry::Faulty));
        all.sort_by_key(Entry::place);
        all.into_iter().map(move |entry| match entry {
            Entry::Valid(record) => self.valid(record),
            Entry::Faulty(record) => self.faulty(record),
        })
    }

    /// Every problem, by path and place.
    pub fn problems(&self) -> &'a [Problem] {
        &self.logbook.problems
    }

    /// How many records are withheld from the audience.
    pub fn withheld(&self) -> usize {
        self.logbook.withheld
    }

    fn valid(self, record: &'a Record) -> RecordRow<'a> {
        let Days { logged, changed, changes } = self.days(&record.path);
        RecordRow {
            id: &record.id,
            title: Some(&record.title),
            member: Some(self.member_id(record.member)),
            kind: record.kind.map(Kind::id),
            status: Some(record.schedule.status.id()),
            assigned: Some(record.schedule.assigned),
            due: record.schedule.due,
            done: record.schedule.done,
            month: record.month(),
            timeliness: Some(record.timeliness.id()),
            criteria: self.criteria(record).collect(),
            errors: 0,
            logged,
            changed,
            changes,
        }
    }

    fn criteria(self, record: &'a Record) -> impl Iterator<Item = CriterionRow<'a>> {
        let date = record.schedule.counts_on();
        let claimed = self.logbook.rubric.criteria.iter().zip(&record.claims);
        let shown = move |criterion: &Criterion, claim: &Claim| {
            criterion.counts_on(date) || criterion.state == State::Upcoming || claim.level.is_some()
        };
        claimed.filter(move |(criterion, claim)| shown(criterion, claim)).map(move |(criterion, claim)| CriterionRow {
            id: &criterion.id,
            level: claim.level.map(LevelId::id),
            outcome: claim.outcome().id(),
            counts: criterion.counts_on(date),
            evidenced: (claim.ruling != Ruling::None).then(|| claim.is_evidenced()),
            verdict: claim.ruling.level().map(LevelId::id),
        })
    }

    /// A record with errors: of one whose text may not be shown, the id and the number of its errors alone.
    fn faulty(self, record: &'a FaultyRecord) -> RecordRow<'a> {
        let readable = record.readable.as_deref();
        let Days { logged, changed, changes } = readable.map(|_| self.days(&record.path)).unwrap_or_default();
        RecordRow {
            id: &record.id,
            title: readable.and_then(|readable| readable.title.as_deref()),
            member: readable.and(record.member).map(|member| self.member_id(member)),
            kind: readable.and_then(|readable| readable.kind).map(Kind::id),
            status: readable.and_then(|readable| readable.status).map(Status::id),
            assigned: readable.and_then(|readable| readable.assigned),
            due: readable.and_then(|readable| readable.due),
            done: readable.and_then(|readable| readable.done),
            month: readable.and(record.month).filter(|_| !record.cancelled),
            timeliness: None,
            criteria: Vec::new(),
            errors: record.errors,
            logged,
            changed,
            changes,
        }
    }

    /// The day of the latest commit that changed `record`, when git can tell.
    pub fn changed(self, record: &Record) -> Option<Date> {
        self.days(&record.path).changed
    }

    fn days(self, path: &str) -> Days {
        match self.logbook.history.of(path) {
            Trace::Unknown | Trace::Uncommitted => Days::default(),
            Trace::Known(file) => Days {
                logged: file.first.map(|commit| commit.on),
                changed: Some(file.last.on),
                changes: Some(file.changes),
            },
        }
    }

    fn member_id(self, member: usize) -> &'a str {
        &self.logbook.roster().member(member).id
    }
}

/// What git tells of a file in data files.
#[derive(Default)]
struct Days {
    logged: Option<Date>,
    changed: Option<Date>,
    changes: Option<u32>,
}

/// A record of either kind, so that both can be put in one order.
enum Entry<'a> {
    Valid(&'a Record),
    Faulty(&'a FaultyRecord),
}

impl<'a> Entry<'a> {
    fn place(&self) -> (&'a str, &'a str) {
        match self {
            Entry::Valid(record) => (&record.path, &record.id),
            Entry::Faulty(record) => (&record.path, &record.id),
        }
    }
}
