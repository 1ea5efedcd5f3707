//! The keys of pages: fingerprints of all that a page draws on. A page without a key is made anew every time.

use std::hash::Hash;

use super::paging::page_of;
use super::site::Site;
use crate::base::digest::Digest;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::report::{Entry, Ledger, Prints, Scope};

/// The keys of a site's pages.
pub struct Keys {
    prints: Prints,
    /// Of what every page draws on.
    all: Digest,
    members: Vec<Digest>,
}

impl Keys {
    /// The keys of `site`.
    ///
    /// # Errors
    /// When a part of the frame cannot be written down.
    pub fn of(site: &Site<'_>) -> Result<Self> {
        let prints = site.report.prints();
        let all = Digest::of(&(prints.cell, site.theme.print(), site.frames.print()?, site.lang, site.reviewed));
        let of_member = |member| Digest::of(&(all, prints.member(member), ledger_pages(site, member)));
        let members = (0..site.report.members().len()).map(of_member).collect();
        Ok(Self { prints, all, members })
    }

    /// Of the pages of a member and of the member's logs.
    pub fn member(&self, member: usize) -> Digest {
        self.members[member]
    }

    /// Of a member's draft self-review, which looks at the cell's weak criteria too.
    pub fn self_review(&self, site: &Site<'_>, member: usize, year: Period) -> Digest {
        Digest::of(&(self.member(member), &site.report.sums(Scope::Cell, Some(year)).scores))
    }

    /// Of the cell's reports of `period`, which look at the period before and at the months of the trend too.
    pub fn period(&self, site: &Site<'_>, period: Period) -> Digest {
        let of = |period| self.prints.period(Some(period));
        let months: Vec<Digest> = site.report.trend_months(Some(period)).into_iter().map(of).collect();
        Digest::of(&(self.all, of(period), of(period.previous()), months))
    }

    /// Of texts of `entries` beside `other` things; records with errors are in what every page draws on.
    pub fn texts(&self, entries: &[Entry], other: &impl Hash) -> Digest {
        let print = |entry: &Entry| match entry {
            Entry::Record(index) => (0, self.prints.record(*index)),
            Entry::Faulty(index) => (*index + 1, self.all),
        };
        Digest::of(&(self.all, entries.iter().map(print).collect::<Vec<_>>(), other))
    }

    /// Of the pages of a criterion in `period`, or over all time.
    pub fn criterion(&self, period: Option<Period>) -> Digest {
        Digest::of(&(self.all, self.prints.period(period)))
    }
}

/// Where the rows of a member stand in the ledgers, which other members' rows move.
fn ledger_pages(site: &Site<'_>, member: usize) -> Vec<(Ledger, Period, u32, usize)> {
    let of_ledger = |ledger: Ledger| {
        let groups = site.report.ledger(ledger).of_member(member).iter();
        groups.map(move |group| (ledger, group.period, page_of(group.rows.start), group.rows.len()))
    };
    Ledger::ALL.into_iter().flat_map(of_ledger).collect()
}
