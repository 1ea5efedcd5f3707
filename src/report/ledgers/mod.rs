//! The ledgers: each gathers what all records say in one or two of their fields, by member and period.
//!
//! All are filled in one walk over the records. What a ledger says beyond its rows — which weaknesses are overcome,
//! who works with whom — is worked out beside it, from the same rows.

mod coordination;
mod deadlines;
mod directions;
mod plans;
mod references;
mod revisions;
mod risks;
mod weaknesses;

pub use coordination::{Partner, Partners};
pub use deadlines::{Deadlines, Kinds, Notes, SOON_DAYS};
pub use directions::Directions;
pub use plans::{Plan, lasts, overlapping};
pub use references::{Document, Documents};
pub use revisions::Revisions;
pub use risks::{RiskCounts, Risks};
pub use weaknesses::{Loop, LoopState, Naming, Silence};

use std::ops::Range;

use super::{Content, Field, Record, Report, Scope};
use crate::base::period::{Date, Period, PeriodSpan};
use crate::model::logbook::Logbook;
use crate::tally::Tally;

/// A ledger, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each variant is the name of the ledger in the site's paths")]
pub enum Ledger {
    Purposes,
    Outputs,
    Coordination,
    Weaknesses,
    Context,
    Deadlines,
    Directions,
    References,
    Risks,
    Plans,
    Revisions,
    Lessons,
}

impl Ledger {
    /// Every ledger, in order.
    pub const ALL: [Ledger; 12] = [
        Self::Purposes,
        Self::Outputs,
        Self::Coordination,
        Self::Weaknesses,
        Self::Context,
        Self::Deadlines,
        Self::Directions,
        Self::References,
        Self::Risks,
        Self::Plans,
        Self::Revisions,
        Self::Lessons,
    ];

    /// Its name in paths.
    pub fn id(self) -> &'static str {
        match self {
            Self::Purposes => "purposes",
            Self::Outputs => "outputs",
            Self::Coordination => "coordination",
            Self::Weaknesses => "weaknesses",
            Self::Context => "context",
            Self::Deadlines => "deadlines",
            Self::Directions => "directions",
            Self::References => "references",
            Self::Risks => "risks",
            Self::Plans => "plans",
            Self::Revisions => "revisions",
            Self::Lessons => "lessons",
        }
    }

    /// The fields that it gathers.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Purposes => &[Field::Purpose, Field::Procedure],
            Self::Outputs => &[Field::Outputs],
            Self::Coordination => &[Field::Coordination],
            Self::Weaknesses => &[Field::Strengths, Field::Weaknesses],
            Self::Context => &[Field::Context],
            Self::Deadlines => &[Field::Progress],
            Self::Directions => &[Field::Direction],
            Self::References => &[Field::References],
            Self::Risks => &[Field::Risks],
            Self::Plans => &[Field::Steps, Field::Archive],
            Self::Revisions => &[Field::Revisions],
            Self::Lessons => &[Field::Lessons],
        }
    }

    /// How many rows a record has in it: one for all that belongs together, else one per item.
    pub fn rows_of(self, content: &Content) -> usize {
        let one = usize::from;
        match self {
            Self::Purposes => one(content.purpose.is_some() || content.procedure.is_some()),
            Self::Outputs => content.outputs.len(),
            Self::Coordination => content.coordination.len(),
            Self::Weaknesses => {
                one(!(content.strengths.is_empty() && content.weaknesses.is_empty() && content.fixed.is_empty()))
            }
            Self::Context => one(!content.context.is_empty()),
            Self::Deadlines => content.progress.len(),
            Self::Directions => one(content.direction.is_some()),
            Self::References => content.references.len(),
            Self::Risks => content.risks.len(),
            Self::Plans => one(!content.steps.is_empty() || content.archive.is_some()),
            Self::Revisions => content.revisions.len(),
            Self::Lessons => content.lessons.len(),
        }
    }
}

/// A row of a ledger: an item of a record, or all that the record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Place of the record in the logbook.
    pub record: u32,
    /// Place of the item in its field; 0 where a row is about the whole record.
    pub item: u32,
}

/// The rows of one member and period, which stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Place of the member in the roster.
    pub member: usize,
    /// A quarter, or a year where there are many quarters.
    pub period: Period,
    /// Places of its rows in the ledger.
    pub rows: Range<usize>,
}

/// A ledger's rows: by member in roster order, then the newest first.
#[derive(Debug, Clone, Default)]
pub struct Book {
    rows: Vec<Row>,
    groups: Vec<Group>,
    records: usize,
}

impl Book {
    /// Every row.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Rows that stand together, in the order of the rows.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many records have rows.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The groups of a member, the newest first.
    pub fn of_member(&self, member: usize) -> &[Group] {
        let start = self.groups.partition_point(|group| group.member < member);
        let end = self.groups.partition_point(|group| group.member <= member);
        &self.groups[start..end]
    }

    /// The periods of its groups, in order.
    pub fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.groups.iter().map(|group| group.period).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    fn push(&mut self, member: usize, period: Period, row: Row) {
        let at = self.rows.len();
        self.records += usize::from(self.rows.last().is_none_or(|last| last.record != row.record));
        self.rows.push(row);
        match self.groups.last_mut().filter(|group| group.member == member && group.period == period) {
            Some(group) => group.rows.end = at + 1,
            None => self.groups.push(Group { member, period, rows: at..at + 1 }),
        }
    }
}

/// More quarters with records than this, and ledgers are grouped by year.
const MOST_QUARTERS: usize = 8;

/// Every ledger of a logbook.
pub(super) struct Ledgers<'a> {
    books: [Book; Ledger::ALL.len()],
    loops: Vec<Loop<'a>>,
}

impl<'a> Ledgers<'a> {
    pub(super) fn of(logbook: &'a Logbook, tally: &Tally) -> Self {
        let is_quarter = |period: &Period| matches!(period.span(), PeriodSpan::Quarter(_));
        let by_year = tally.periods(Scope::Cell).filter(is_quarter).count() > MOST_QUARTERS;
        let period = |date: Date| {
            let quarter = Period::quarter_of(date);
            if by_year { Period::of(quarter.year(), PeriodSpan::Year) } else { quarter }
        };
        let mut books = <[Book; Ledger::ALL.len()]>::default();
        for member in 0..logbook.roster().members().len() {
            let records = &tally.of(Scope::Member(member), None).records;
            for index in records.iter().rev() {
                let record = &logbook.records[*index as usize];
                let period = period(record.schedule.counts_on());
                for (ledger, book) in Ledger::ALL.into_iter().zip(&mut books) {
                    if ledger != Ledger::Deadlines {
                        for item in 0..ledger.rows_of(&record.content) as u32 {
                            book.push(member, period, Row { record: *index, item });
                        }
                    }
                }
            }
            let notes = deadlines::notes(logbook, records);
            let book = &mut books[Ledger::Deadlines as usize];
            notes.into_iter().for_each(|(date, row)| book.push(member, period(date), row));
        }
        books[Ledger::Deadlines as usize].records = deadlines::records_with_notes(logbook, tally);
        Self { books, loops: weaknesses::loops(logbook, tally) }
    }
}

impl<'a> Ledgers<'a> {
    /// Every weakness with a tag.
    pub(super) fn loops(&self) -> &[Loop<'a>] {
        &self.loops
    }
}

impl<'a> Report<'a> {
    /// The rows of `ledger`.
    pub fn ledger(&self, ledger: Ledger) -> &Book {
        &self.ledgers.books[ledger as usize]
    }

    /// The rows of a member, or all of them.
    pub fn rows_of(&self, ledger: Ledger, scope: Scope) -> &[Row] {
        let book = self.ledger(ledger);
        match scope {
            Scope::Cell => &book.rows,
            Scope::Member(member) => match (book.of_member(member).first(), book.of_member(member).last()) {
                (Some(first), Some(last)) => &book.rows[first.rows.start..last.rows.end],
                _ => &[],
            },
        }
    }

    /// Every weakness with a tag, by member in roster order, then by the day on which it was first named.
    pub fn loops(&self) -> &[Loop<'a>] {
        &self.ledgers.loops
    }

    /// Weaknesses of `member`, or of everybody, that are not overcome.
    pub fn open_loops(&self, member: Option<usize>) -> impl Iterator<Item = &Loop<'a>> {
        self.loops().iter().filter(move |one| one.is_open() && member.is_none_or(|member| member == one.member))
    }

    /// The records that count, member by member in roster order, each member's by date.
    fn counted(&self) -> impl Iterator<Item = (u32, &'a Record)> {
        let members = 0..self.members().len();
        let of_member = |member: usize| self.sums(Scope::Member(member), None).records.iter();
        members.flat_map(of_member).map(|index| (*index, self.record(*index)))
    }
}
