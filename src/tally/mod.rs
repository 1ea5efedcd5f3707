//! Whole-number sums over member × criterion × period.
//!
//! Every record counts in exactly one month; quarters, halves and years are sums of their months, and the cell is the
//! sum of its members (contract, "What counts").

mod score;

pub use score::{Score, Timing};

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::period::Period;
use crate::model::logbook::Logbook;
use crate::model::record::Record;

/// Whose sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole cell.
    Cell,
    /// The member at this place of the roster.
    Member(usize),
}

/// The sums of one scope over one period (or over all time).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Sums {
    /// One score per criterion of the rubric, in its order.
    pub scores: Vec<Score>,
    /// How the tasks kept to their time.
    pub timing: Timing,
    /// Places in [`Logbook::records`] of the records counted, by the date on which they count.
    pub records: Vec<u32>,
}

impl Sums {
    fn empty(criteria: usize) -> Self {
        Self { scores: vec![Score::default(); criteria], ..Self::default() }
    }

    fn add(&mut self, other: &Sums) {
        for (mine, theirs) in self.scores.iter_mut().zip(&other.scores) {
            *mine += *theirs;
        }
        self.timing += other.timing;
        self.records.extend(&other.records);
    }

    /// All criteria together.
    pub fn total(&self) -> Score {
        self.scores.iter().fold(Score::default(), |sum, score| sum + *score)
    }
}

/// Every sum of a logbook.
#[derive(Debug, Clone)]
pub struct Tally {
    cell: ScopeSums,
    /// By place in the roster.
    members: Vec<ScopeSums>,
    empty: Sums,
}

type Months = BTreeMap<Period, Sums>;

#[derive(Debug, Clone)]
struct ScopeSums {
    /// By [`order`]; looked through far more often than made.
    periods: Vec<(u32, Period, Sums)>,
    overall: Sums,
}

impl Tally {
    /// The sums of `scope` over `period`, or over all time; all zero when nothing counts there.
    pub fn of(&self, scope: Scope, period: Option<Period>) -> &Sums {
        let sums = self.scope(scope);
        match period {
            None => &sums.overall,
            Some(period) => {
                let found = sums.periods.binary_search_by_key(&order(period), |(order, ..)| *order);
                found.map_or(&self.empty, |place| &sums.periods[place].2)
            }
        }
    }

    /// The periods of every length in which `scope` has records, in order.
    pub fn periods(&self, scope: Scope) -> impl Iterator<Item = Period> {
        self.scope(scope).periods.iter().map(|(_, period, _)| *period)
    }

    fn scope(&self, scope: Scope) -> &ScopeSums {
        match scope {
            Scope::Cell => &self.cell,
            Scope::Member(member) => &self.members[member],
        }
    }
}

/// The order of a period among others as one number, which is found with less work.
fn order(period: Period) -> u32 {
    let (first, last) = period.month_range();
    (u32::from(period.year().unsigned_abs()) << 8) | (u32::from(first) << 4) | u32::from(12 - last)
}

/// Adds up the records of `logbook`.
pub fn tally(logbook: &Logbook) -> Tally {
    let criteria = logbook.rubric.criteria.len();
    let mut by_member: Vec<Vec<usize>> = vec![Vec::new(); logbook.settings.roster.members().len()];
    for (index, record) in logbook.records.iter().enumerate() {
        by_member[record.member].push(index);
    }
    let members: Vec<Months> = by_member.into_par_iter().map(|records| months(&records, logbook)).collect();
    let mut cell = Months::new();
    for (month, sums) in members.iter().flatten() {
        cell.entry(*month).or_insert_with(|| Sums::empty(criteria)).add(sums);
    }
    let of_months = |months| ScopeSums::of_months(months, logbook);
    let (cell, members) = rayon::join(|| of_months(cell), || members.into_par_iter().map(of_months).collect());
    Tally { cell, members, empty: Sums::empty(criteria) }
}

/// The sums of a member by month.
fn months(records: &[usize], logbook: &Logbook) -> Months {
    let mut months = Months::new();
    for index in records {
        let record = &logbook.records[*index];
        let Some(month) = record.month() else { continue };
        let sums = months.entry(month).or_insert_with(|| Sums::empty(logbook.rubric.criteria.len()));
        sums.count(*index, record, logbook);
    }
    months
}

impl Sums {
    fn count(&mut self, index: usize, record: &Record, logbook: &Logbook) {
        let date = record.schedule.counts_on();
        for ((score, claim), criterion) in self.scores.iter_mut().zip(&record.claims).zip(&logbook.rubric.criteria) {
            if criterion.counts_on(date) {
                *score += Score::of(claim);
            }
        }
        self.timing += Timing::of(record);
        self.records.push(index as u32);
    }
}

impl ScopeSums {
    fn of_months(months: Months, logbook: &Logbook) -> Self {
        let criteria = logbook.rubric.criteria.len();
        let mut periods = months.clone();
        let mut overall = Sums::empty(criteria);
        for (month, sums) in &months {
            for longer in month.longer() {
                periods.entry(longer).or_insert_with(|| Sums::empty(criteria)).add(sums);
            }
            overall.add(sums);
        }
        let date = |index: &u32| (logbook.records[*index as usize].schedule.counts_on(), *index);
        periods.values_mut().chain([&mut overall]).for_each(|sums| sums.records.sort_unstable_by_key(date));
        Self { periods: periods.into_iter().map(|(period, sums)| (order(period), period, sums)).collect(), overall }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::period::PeriodSpan::{Half, Month, Quarter, Year};

    #[test]
    fn periods_have_one_order_as_numbers_and_as_they_are() {
        let spans =
            || [Year].into_iter().chain((1..=2).map(Half)).chain((1..=4).map(Quarter)).chain((1..=12).map(Month));
        let mut periods: Vec<Period> =
            [1, 2025, 2026].iter().flat_map(|y| spans().map(|span| Period::of(*y, span))).collect();
        periods.sort();
        assert!(periods.is_sorted_by(|a, b| order(*a) < order(*b)));
    }
}
