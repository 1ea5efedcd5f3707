//! When and by whom records were written, as git tells it, and which were changed after their period was closed.

use std::collections::BTreeSet;

use super::{FaultyRecord, Left, Record, Report, Scope, Who};
use crate::base::period::{Date, Period};
use crate::model::history::{Commit, Knowledge, Trace};
use crate::model::settings::ClosedPeriod;

/// What git tells of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told<'a> {
    /// The cell is not kept in git.
    Nothing,
    /// Nothing, for this reason.
    Unknown(Knowledge),
    /// The file is not committed yet.
    Uncommitted,
    /// Its history.
    Logged(Logged<'a>),
}

/// The history of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Logged<'a> {
    /// The commit that brought it, when that can be told.
    pub first: Option<Written<'a>>,
    /// The latest commit that changed it.
    pub last: Written<'a>,
    /// How many commits changed it.
    pub changes: u32,
    /// Whether it has been changed since and not committed.
    pub edited: bool,
}

/// Who wrote a commit, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Written<'a> {
    /// The author: a member by the e-mail address, else the name that git has.
    pub by: Who<'a>,
    /// The day on which it was written.
    pub on: Date,
    /// The day on which it was put into the repository, if that is another.
    pub committed: Option<Date>,
}

/// A period that was closed, and what came after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing<'a> {
    /// The period that was closed: the one asked for, or one that it lies in.
    pub period: Period,
    /// The day, when the settings name it.
    pub on: Option<Date>,
    /// The records of the period asked for that were changed afterwards; nothing when that cannot be told.
    pub changed: Option<Vec<(Changed, Told<'a>)>>,
    /// The last day afterwards on which branches were merged: what they brought may have been committed before.
    pub merged: Option<Date>,
    /// The records that counted in the period asked for then, and do not any more.
    pub left: Vec<&'a Left>,
}

/// A record of a closed period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// The record at this place of the logbook.
    Record(u32),
    /// The record with errors at this place.
    Faulty(usize),
}

impl<'a> Report<'a> {
    /// Hash of the commit that the site is made from, when the cell is kept in git; `None` inside when it is unknown.
    pub fn commit(&self) -> Option<Option<&'a str>> {
        let history = &self.logbook.history;
        (history.knowledge != Knowledge::NoRepository).then_some(history.head.as_deref())
    }

    /// Whether anything that the site is made from is not as the commit has it.
    pub fn is_dirty(&self) -> bool {
        self.logbook.history.is_dirty()
    }

    /// What git tells of the file at `path`.
    pub fn told(&self, path: &str) -> Told<'a> {
        let history = &self.logbook.history;
        match (history.of(path), history.knowledge) {
            (_, Knowledge::NoRepository) => Told::Nothing,
            (Trace::Unknown, reason) => Told::Unknown(reason),
            (Trace::Uncommitted, _) => Told::Uncommitted,
            (Trace::Known(file), _) => Told::Logged(Logged {
                first: file.first.map(|commit| self.written(&commit)),
                last: self.written(&file.last),
                changes: file.changes,
                edited: file.edited,
            }),
        }
    }

    fn written(&self, commit: &Commit) -> Written<'a> {
        let author = self.logbook.history.author(commit);
        let by = match self.logbook.roster().find_author(author) {
            Some(member) => Who::Member(member),
            // Some put their address where a name belongs; it stands on no page.
            None => Who::Other(author.name.split('@').next().unwrap_or_default()),
        };
        let committed = Some(commit.committed).filter(|day| *day != commit.on);
        Written { by, on: commit.on, committed }
    }

    /// Whether `period` was closed, by itself or as a part of another, and the records that were changed afterwards.
    pub fn closing(&self, period: Period) -> Option<Closing<'a>> {
        let closed = self.logbook.settings.closed.iter();
        let closed = closed.filter(|closed| closed.period.contains(period));
        let past = closed.filter(|closed| closed.on.is_none_or(|on| on <= self.as_of()));
        let ClosedPeriod { period: closed, on } = *past.min_by_key(|closed| closed.period.months().count())?;
        let known = self.logbook.history.knowledge == Knowledge::Whole;
        let changed = on.filter(|_| known).map(|on| self.changed_after(period, on));
        let left = self.logbook.left.iter();
        let is_out = |left: &&Left| period.contains(left.month) && left.to.is_none_or(|to| !period.contains(to));
        let left = left.filter(|left| left.closed == closed).filter(is_out).collect();
        let merged = self.logbook.history.merged.filter(|day| on.is_some_and(|on| *day > on));
        Some(Closing { period: closed, on, changed, merged, left })
    }

    /// The periods of which the cell's site tells, in order: those with records, and closed ones that all have left.
    pub fn told_periods(&self) -> Vec<Period> {
        let months: BTreeSet<Period> = self.logbook.left.iter().map(|left| left.month).collect();
        let around = months.into_iter().flat_map(|month| [month].into_iter().chain(month.longer()));
        let is_left = |period: &Period| self.closing(*period).is_some_and(|closing| !closing.left.is_empty());
        let left: Vec<Period> = around.collect::<BTreeSet<_>>().into_iter().filter(is_left).collect();
        let mut told = self.periods(Scope::Cell);
        told.extend(left);
        told.sort();
        told.dedup();
        told
    }

    /// The latest commit to a record that has left; nothing when that is not committed yet.
    pub fn left_by(&self, left: &Left) -> Option<Written<'a>> {
        left.last.map(|commit| self.written(&commit))
    }

    fn changed_after(&self, period: Period, day: Date) -> Vec<(Changed, Told<'a>)> {
        let counted = self.sums(Scope::Cell, Some(period)).records.iter();
        let counted = counted.map(|index| (Changed::Record(*index), self.record(*index).path.as_str()));
        let missed = self.faulty().iter().enumerate();
        let missed = missed.filter(|(_, record)| record.readable.is_some() && is_of(record, period));
        let missed = missed.map(|(index, record)| (Changed::Faulty(index), record.path.as_str()));
        let told = counted.chain(missed).map(|(record, path)| (record, self.told(path)));
        told.filter(|(_, told)| told.is_after(day)).collect()
    }
}

impl Report<'_> {
    /// All that have left closed periods, each with who wrote that.
    pub(super) fn left(&self) -> Vec<(&Left, Option<Written<'_>>)> {
        self.logbook.left.iter().map(|left| (left, self.left_by(left))).collect()
    }
}

fn is_of(record: &FaultyRecord, period: Period) -> bool {
    record.month.is_some_and(|month| period.contains(month))
}

impl Told<'_> {
    /// Whether the file was changed, or is being changed, after `day`.
    fn is_after(&self, day: Date) -> bool {
        match self {
            Told::Nothing | Told::Unknown(_) => false,
            Told::Uncommitted => true,
            Told::Logged(logged) => logged.edited || logged.last.on.max(logged.last.in_repository()) > day,
        }
    }
}

impl Written<'_> {
    fn in_repository(&self) -> Date {
        self.committed.unwrap_or(self.on)
    }
}

impl Logged<'_> {
    /// Days from the day on which `record` was done to the first commit, when that came no earlier.
    pub fn days_after(&self, record: &Record) -> Option<u64> {
        let days = record.schedule.done?.days_until(self.first?.on);
        u64::try_from(days).ok()
    }
}
