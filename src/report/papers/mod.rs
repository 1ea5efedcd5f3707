//! What the meeting papers say: the secretary's pack of a period, and a member's draft self-review of a year.
//!
//! What all of them need is found once; a paper then looks at the records of its own periods only.

mod pack;
mod self_review;
mod sheet;

pub use pack::Pack;
pub use self_review::{Raised, SelfReview, Unmet};
pub use sheet::Unfinished;

use std::collections::BTreeMap;

use super::{Loop, Member, Naming, Report, Role, Scope, first_day, last_day};
use crate::base::period::{Date, Period};
use crate::model::audience::Audience;
use crate::model::logbook::Logbook;
use crate::model::record::Timeliness;
use crate::model::settings::PaperForm;
use crate::tally::Tally;

/// An item of a field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Place of the record in the logbook.
    pub record: u32,
    /// Place of the item in its field.
    pub item: usize,
}

/// What every paper needs.
pub(super) struct Papers {
    /// Tasks that are open on the as-of date, by the date on which they count.
    open: Vec<u32>,
    /// The same by member.
    open_of: BTreeMap<usize, Vec<u32>>,
    /// Places of the weaknesses that are named in the month.
    named: BTreeMap<Period, Vec<usize>>,
}

impl Papers {
    pub(super) fn of(logbook: &Logbook, tally: &Tally, loops: &[Loop<'_>]) -> Self {
        let record = |index: u32| &logbook.records[index as usize];
        let is_open = |index: &u32| {
            matches!(record(*index).timeliness, Timeliness::Overdue | Timeliness::Drifting | Timeliness::Open)
        };
        let mut named: BTreeMap<Period, Vec<usize>> = BTreeMap::new();
        for (place, one) in loops.iter().enumerate() {
            for naming in &one.named {
                let of_month = named.entry(Period::month_of(naming.on)).or_default();
                if of_month.last() != Some(&place) {
                    of_month.push(place);
                }
            }
        }
        let open: Vec<u32> = tally.of(Scope::Cell, None).records.iter().copied().filter(is_open).collect();
        let mut open_of: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for index in &open {
            open_of.entry(record(*index).member).or_default().push(*index);
        }
        Self { open, open_of, named }
    }
}

impl<'a> Report<'a> {
    /// The form of the papers.
    pub fn paper_form(&self) -> PaperForm {
        self.logbook.settings.paper
    }

    /// Whether its readers stand outside the cell; papers about single members are not for them.
    pub fn is_public(&self) -> bool {
        self.audience() == Audience::Public
    }

    /// Who it is for.
    pub fn audience(&self) -> Audience {
        self.logbook.audience
    }

    /// The secretary of the cell on the as-of date.
    pub fn secretary(&self) -> Option<&'a Member> {
        self.members().iter().find(|member| member.role == Role::Secretary && member.belongs_on(self.as_of()))
    }

    /// The places of the members who belonged to the cell on any day of `period`, in roster order.
    pub fn members_in(&self, period: Period) -> impl Iterator<Item = usize> {
        let (first, last) = (first_day(period), last_day(period));
        let numbered = self.members().iter().enumerate();
        numbered.filter(move |(_, member)| member.belongs_in(first, last)).map(|(place, _)| place)
    }

    /// The latest naming of a weakness in `period`.
    pub fn named_in(&self, one: &Loop<'a>, period: Period) -> Option<Naming<'a>> {
        one.told(|on| (first_day(period)..=last_day(period)).contains(&on))
    }

    /// The latest naming of a weakness no later than `day`.
    pub fn named_until(&self, one: &Loop<'a>, day: Date) -> Option<Naming<'a>> {
        one.told(|on| on <= day)
    }

    /// The records that name a weakness again since it was last overcome, by date.
    pub fn recurrences(&self, one: &Loop<'_>) -> Vec<u32> {
        self.named_after(one, one.fixed.last()).map(|naming| naming.record).collect()
    }

    /// The namings of a weakness after the day of the record `fixed`: of one day naming comes before overcoming.
    fn named_after<'l>(&'l self, one: &'l Loop<'_>, fixed: Option<&u32>) -> impl Iterator<Item = &'l Naming<'l>> {
        let fixed = fixed.map(|record| self.counts_on(*record));
        one.named.iter().filter(move |naming| fixed.is_some_and(|fixed| naming.on > fixed))
    }

    fn counts_on(&self, record: u32) -> Date {
        self.record(record).schedule.counts_on()
    }

    /// The weaknesses that are named in `period`, by member in roster order.
    pub fn loops_named_in(&self, period: Period) -> Vec<&Loop<'a>> {
        let mut places: Vec<usize> =
            period.months().filter_map(|month| self.papers.named.get(&month)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| &self.loops()[place]).collect()
    }
}
