//! The open work of a member that the sheet of a period names: the period's own, what earlier ones left, what is due.

use crate::base::period::Period;
use crate::report::{Report, Timeliness, last_day};

/// Open tasks of a member as they stand on the as-of date, the first due first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// Tasks of the period past their due date.
    pub overdue: Vec<u32>,
    /// Tasks of earlier periods that are overdue or without recent progress.
    pub carried: Vec<u32>,
    /// Tasks of the period and of the next one that are due soon.
    pub soon: Vec<u32>,
    /// Tasks without recent progress of the period, or assigned by its end and due later.
    pub drifting: Vec<u32>,
}

impl Report<'_> {
    /// What of the work of `member` is open for the sheet of `period`.
    pub fn unfinished(&self, member: usize, period: Period) -> Unfinished {
        let month = |index: &u32| Period::month_of(self.counts_on(*index));
        let (earlier, open) = self.open_around(member, period);
        let until = |period| &open[..open.partition_point(|index| !month(index).is_after(period))];
        let is = |index: &u32, kind| self.record(*index).timeliness == kind;
        let behind = |index: &u32| is(index, Timeliness::Overdue) || is(index, Timeliness::Drifting);
        let begun = |index: &u32| self.record(*index).schedule.assigned <= last_day(period);
        Unfinished {
            overdue: self.with_timeliness(until(period), Timeliness::Overdue),
            carried: earlier.iter().copied().filter(behind).collect(),
            soon: self.due_soon(until(period.next())),
            drifting: open.iter().copied().filter(|index| is(index, Timeliness::Drifting) && begun(index)).collect(),
        }
    }

    /// The tasks of `member` that are open on the as-of date: of periods before `period`, and from it on.
    pub(super) fn open_around(&self, member: usize, period: Period) -> (&[u32], &[u32]) {
        let open = self.papers.open_of.get(&member).map_or(&[][..], Vec::as_slice);
        let is_before = |index: &u32| Period::month_of(self.counts_on(*index)).is_before(period);
        open.split_at(open.partition_point(is_before))
    }
}
