//! The keys of pages: fingerprints of all that a page draws on. A page without a key is made anew every time.

use std::hash::Hash;

use super::paging::{ROWS_ON_A_PAGE, page, page_of};
use super::site::Site;
use crate::base::diagnostic::Severity;
use crate::base::digest::Digest;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::report::{Entry, Ledger, LedgerGroup, Loop, Prints, ProblemGroup, ProblemOf, Scope};

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

    /// Of page `number` of the list of problems.
    pub fn problems(&self, site: &Site<'_>, number: u32) -> Digest {
        let report = site.report;
        let counts = [Severity::Error, Severity::Warning].map(|severity| report.problem_count(severity));
        let totals = (counts, report.accepted_count(), report.problem_pages());
        let groups = report.problem_groups(number as usize);
        let print = |of| match of {
            ProblemOf::Record(index) => (0, self.prints.record(index)),
            ProblemOf::Faulty(index) => (1 + index, self.all),
            ProblemOf::File => (0, self.all),
        };
        let shown = |group: &ProblemGroup<'_>| -> Vec<_> {
            group.problems.iter().map(|shown| (Digest::of(shown.problem), shown.more)).collect()
        };
        let groups: Vec<_> = groups.iter().map(|group| (print(group.of), shown(group))).collect();
        Digest::of(&(self.all, totals, groups))
    }

    /// Of page `number` of `ledger`, which holds rows alone.
    pub fn ledger(&self, site: &Site<'_>, ledger: Ledger, number: u32) -> Digest {
        let book = site.report.ledger(ledger);
        let totals = (book.records(), book.rows().len());
        let rows: Vec<_> =
            page(book.rows(), number).iter().map(|row| (self.prints.record(row.record), row.item)).collect();
        let start = (number as usize - 1) * ROWS_ON_A_PAGE;
        // The group before the page decides whether the first one on it begins a member.
        let is_near = |group: &&LedgerGroup| start <= group.rows.end && group.rows.start < start + rows.len();
        let groups = book.groups().iter().filter(is_near);
        let groups: Vec<_> = groups.map(|group| (group.member, group.period, &group.rows)).collect();
        Digest::of(&(self.all, totals, rows, groups))
    }

    /// Of a page of the pack of `period` with the sheets of `members`, or also with what is said of the cell.
    pub fn pack(&self, site: &Site<'_>, period: Period, members: &[usize], of_cell: bool) -> Digest {
        let sheets: Vec<_> = members.iter().map(|member| self.sheet(site, period, *member)).collect();
        Digest::of(&(self.all, sheets, of_cell.then(|| self.pack_of_cell(site, period))))
    }

    /// Of what a pack says of the cell: the period, those beside it, what was carried over, and what became of
    /// weaknesses.
    fn pack_of_cell(&self, site: &Site<'_>, period: Period) -> Digest {
        let pack = site.report.pack(period);
        let around = [period.previous(), period, period.next()].map(|period| self.prints.period(Some(period)));
        let weaknesses = [&pack.followed, &pack.returned];
        let weaknesses: Vec<Vec<_>> =
            weaknesses.map(|some| some.iter().map(|one| self.weakness(one)).collect()).into_iter().collect();
        Digest::of(&(around, self.records(&pack.carried), pack.later, weaknesses))
    }

    /// Of a member's sheet: the records of the period, what earlier ones left open, what is due next, and the weaknesses
    /// that are not overcome.
    fn sheet(&self, site: &Site<'_>, period: Period, member: usize) -> impl Hash {
        let records = &site.report.sums(Scope::Member(member), Some(period)).records;
        let open: Vec<_> = site.report.open_loops_of(member).map(|one| self.weakness(one)).collect();
        let unfinished = site.report.unfinished(member, period);
        let beside = [&unfinished.carried, &unfinished.soon, &unfinished.drifting].map(|tasks| self.records(tasks));
        (member, self.records(records), beside, open)
    }

    /// What papers may tell of a weakness: how far it is, and what any record says of it.
    fn weakness<'r>(&self, one: &'r Loop<'_>) -> impl Hash + use<'r> {
        let named: Vec<_> = one.named.iter().map(|naming| self.prints.record(naming.record)).collect();
        (one.member, one.tag, one.state as usize, named, self.records(&one.fixed))
    }

    fn records(&self, records: &[u32]) -> Vec<Digest> {
        records.iter().map(|index| self.prints.record(*index)).collect()
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
