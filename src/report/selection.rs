//! A part of a report: of one member or of the whole cell, over one period or over all time.

use super::problems::of_file;
use super::{FaultyRecord, ProblemOf, Record, Report, Scope};
use crate::base::diagnostic::Problem;
use crate::base::period::Period;

/// What of a report is asked for; all of it when nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// Place of the one member in the roster.
    pub member: Option<usize>,
    /// The one period.
    pub period: Option<Period>,
}

impl Selection {
    /// Whose sums it asks for.
    pub fn scope(self) -> Scope {
        self.member.map_or(Scope::Cell, Scope::Member)
    }

    /// Whether it asks for everything.
    pub fn is_whole(self) -> bool {
        self == Self::default()
    }

    /// Whether it holds the sums of `scope`: the cell's stand beside those of all members.
    pub fn holds_scope(self, scope: Scope) -> bool {
        self.member.is_none() || scope == self.scope()
    }

    /// Whether it holds what lies in `period`.
    pub fn holds_period(self, period: Period) -> bool {
        self.period.is_none_or(|whole| whole.contains(period))
    }

    /// Whether it holds a record. A cancelled one lies in no period.
    pub fn holds(self, record: &Record) -> bool {
        let in_period = self.period.is_none() || record.month().is_some_and(|month| self.holds_period(month));
        in_period && self.member.is_none_or(|member| member == record.member)
    }

    /// Whether it holds a record with errors: unless what can be read of it rules that out.
    pub fn holds_faulty(self, record: &FaultyRecord) -> bool {
        self.is_whole() || record.may_count(self.member, self.period)
    }
}

impl<'a> Report<'a> {
    /// The records of `selection`, by path.
    pub fn records_in(&self, selection: Selection) -> impl Iterator<Item = (u32, &'a Record)> {
        (0..).zip(self.records()).filter(move |(_, record)| selection.holds(record))
    }

    /// The problems of the records of `selection`, by path and place; those of other files stand in the whole report alone.
    pub fn problems_in(&self, selection: Selection) -> impl Iterator<Item = &'a Problem> {
        self.problems().iter().filter(move |problem| selection.is_whole() || self.is_problem_of(problem, selection))
    }

    fn is_problem_of(&self, problem: &Problem, selection: Selection) -> bool {
        match of_file(self, &problem.path) {
            ProblemOf::Record(index) => selection.holds(self.record(index)),
            ProblemOf::Faulty(index) => selection.holds_faulty(&self.faulty()[index as usize]),
            ProblemOf::File => false,
        }
    }
}
