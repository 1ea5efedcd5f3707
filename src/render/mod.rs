//! Makes the site's pages and their assets out of a report.
//!
//! [`plan`] names every page; each makes its own bytes when it is asked for, so that memory follows the records and
//! not the pages. `pages` has a module per kind of page, `parts` what they are put together from, `theme` the
//! templates; `route` alone knows an address.

pub mod chart;
mod document;
mod escape;
mod frames;
mod keys;
mod markup;
mod pages;
mod paging;
mod parts;
mod phrase;
pub mod route;
pub mod search;
mod site;
pub mod theme;
mod unlinked;
mod ways;
mod words;

pub use document::{Document, Wanted, document};

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use self::keys::Keys;
use self::pages::paper::{Part, Stationery};
use self::pages::{
    criteria, criterion, faulty, home, ledger, ledgers, member, member_period, members, paper, period, problems, task,
    tasks,
};
use self::parts::tasks::{faulty_page, faulty_part};
use self::route::Route;
use self::site::Site;
use self::theme::Theme;
use crate::base::artifact::{Artifact, SitePath};
use crate::base::digest::Digest;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::memo::Memo;
use crate::base::period::PeriodSpan;
use crate::render::paging::{page, pages};
use crate::report::{Attachment, Entry, Ledger, Report, Scope};

/// Reads a file that is published as it is.
pub type ReadFile<'a> = &'a (dyn Fn(&Attachment) -> Result<Vec<u8>> + Sync);

/// Every page of `report`, the published files that records name, and the assets of `theme`.
///
/// # Errors
/// When a part of the frame cannot be turned into the template engine's values.
pub fn plan<'a>(
    report: &'a Report<'a>,
    theme: &'a Theme,
    catalog: &'a Catalog,
    read: ReadFile<'a>,
) -> Result<Vec<Artifact<'a>>> {
    planned(Site::new(report, theme, catalog)?, None, None, read)
}

/// The same, where every page whose sources are known carries their fingerprint as its key, and what is made for many
/// pages together is remembered.
///
/// # Errors
/// As [`plan`].
pub fn keyed_plan<'a>(
    report: &'a Report<'a>,
    theme: &'a Theme,
    catalog: &'a Catalog,
    read: ReadFile<'a>,
    memo: &dyn Memo,
) -> Result<Vec<Artifact<'a>>> {
    let site = Site::new(report, theme, catalog)?;
    let keys = Keys::of(&site)?;
    planned(site, Some(keys), Some(memo), read)
}

fn planned<'a>(
    site: Site<'a>,
    keys: Option<Keys>,
    memo: Option<&dyn Memo>,
    read: ReadFile<'a>,
) -> Result<Vec<Artifact<'a>>> {
    let (site, keys) = (Arc::new(site), keys.map(Arc::new));
    let entries = Arc::new(site.report.entries());
    let remembering = keys.as_deref().zip(memo);
    // The search looks at every word; the rest is a list of names.
    let search = || search::plan(&site, &entries, remembering);
    let (search, pages) = rayon::join(search, || Plan::of(&site, keys.clone(), &entries).pages(read));
    let mut artifacts = pages?;
    artifacts.extend(search);
    Ok(artifacts)
}

struct Plan<'a> {
    site: Arc<Site<'a>>,
    keys: Option<Arc<Keys>>,
    /// Every log, the newest first.
    entries: Arc<Vec<Entry>>,
    artifacts: Vec<Artifact<'a>>,
}

impl<'a> Plan<'a> {
    fn of(site: &Arc<Site<'a>>, keys: Option<Arc<Keys>>, entries: &Arc<Vec<Entry>>) -> Self {
        Self { site: Arc::clone(site), keys, entries: Arc::clone(entries), artifacts: site.theme.assets() }
    }

    /// Everything but the files of the search.
    fn pages(mut self, read: ReadFile<'a>) -> Result<Vec<Artifact<'a>>> {
        self.overviews();
        self.periods();
        self.members();
        self.criteria()?;
        self.tasks();
        self.ledgers();
        self.papers()?;
        self.files(read);
        self.search();
        self.form();
        Ok(self.artifacts)
    }

    fn page(&mut self, path: SitePath, make: impl Fn(&Site<'a>) -> Result<Vec<u8>> + Send + Sync + 'a) {
        let site = Arc::clone(&self.site);
        self.artifacts.push(Artifact::new(path, move || make(&site)));
    }

    /// Gives the page that was planned last the key that `of` finds.
    fn key(&mut self, of: impl Fn(&Keys, &Site<'a>) -> Digest + Send + Sync + 'a) {
        let Some(keys) = self.keys.clone() else { return };
        if let Some(page) = self.artifacts.pop() {
            let site = Arc::clone(&self.site);
            self.artifacts.push(page.keyed_by(move || of(&keys, &site)));
        }
    }

    fn overviews(&mut self) {
        self.page(Route::Home.path(), home::render);
        self.page(Route::Members.path(), members::render);
        self.page(Route::Criteria.path(), criteria::render);
        for number in 1..=self.site.report.problem_pages() as u32 {
            self.page(Route::Problems.numbered(number).path(), move |site| problems::render(site, number));
            self.key(move |keys, site| keys.problems(site, number));
        }
    }

    fn periods(&mut self) {
        for of in self.site.report.told_periods() {
            for number in 1..=period::page_count(&self.site, of) {
                let path = Route::Period(of).numbered(number).path();
                self.page(path, move |site| period::render(site, of, number));
                self.key(move |keys, site| keys.period(site, of));
            }
        }
    }

    fn members(&mut self) {
        let report = self.site.report;
        for (index, person) in report.members().iter().enumerate() {
            self.page(Route::Member(&person.id).path(), move |site| member::render(site, index));
            self.key(move |keys, _| keys.member(index));
            for of in report.periods(Scope::Member(index)) {
                for number in 1..=member_period::page_count(&self.site, index, of) {
                    let path = Route::MemberPeriod(&person.id, of).numbered(number).path();
                    self.page(path, move |site| member_period::render(site, index, of, number));
                    self.key(move |keys, _| keys.member(index));
                }
            }
        }
    }

    fn criteria(&mut self) -> Result<()> {
        let report = self.site.report;
        let periods = report.periods(Scope::Cell);
        let of_all: Vec<_> = periods.iter().copied().map(Some).chain([None]).collect();
        let site = &self.site;
        let switch = |of| (of, criterion::switch(site, &periods, of));
        let switches: Vec<_> = of_all.into_par_iter().map(switch).collect();
        for (index, one) in report.rubric().criteria.iter().enumerate() {
            let official = criterion::official(&self.site, index)?;
            for (of, switch) in &switches {
                let (of, alike) = (*of, criterion::Alike { official: official.clone(), switch: switch.clone() });
                let route = of.map_or(Route::Criterion(&one.id), |of| Route::CriterionPeriod(&one.id, of));
                if let Some(of) = of {
                    for number in 2..=criterion::page_count(&self.site, index, Some(of)) {
                        let (path, alike) = (route.numbered(number).path(), alike.clone());
                        self.page(path, move |site| criterion::render_records(site, index, of, number, &alike));
                        self.key(move |keys, _| keys.criterion(Some(of)));
                    }
                }
                self.page(route.path(), move |site| criterion::render(site, index, of, &alike));
                self.key(move |keys, _| keys.criterion(of));
            }
        }
        Ok(())
    }

    fn tasks(&mut self) {
        for number in 1..=pages(self.entries.len()) {
            let entries = Arc::clone(&self.entries);
            let listed = Arc::clone(&entries);
            self.page(Route::Tasks.numbered(number).path(), move |site| tasks::render(site, &listed, number));
            self.key(move |keys, _| keys.texts(page(&entries, number), &(number, entries.len())));
        }
        for index in 0..self.site.report.records().len() as u32 {
            self.page(self.site.task(index).path(), move |site| task::render(site, index));
            self.key(move |keys, site| keys.member(site.report.record(index).member));
        }
        for index in 0..self.site.report.faulty().len() {
            let part = faulty_part(&self.site, index);
            let path = faulty_page(&self.site, index, &part).path();
            self.page(path, move |site| faulty::render(site, index));
        }
    }

    fn ledgers(&mut self) {
        self.page(Route::Ledgers.path(), ledgers::render);
        for of in Ledger::ALL {
            for number in 1..=ledger::page_count(&self.site, of) {
                self.page(Route::Ledger(of.id()).numbered(number).path(), move |site| ledger::render(site, of, number));
                if ledger::is_rows_alone(&self.site, of, number) {
                    self.key(move |keys, site| keys.ledger(site, of, number));
                }
            }
        }
    }

    fn search(&mut self) {
        let entries = Arc::clone(&self.entries);
        self.page(Route::Search.path(), move |site| pages::search::render(site, &entries));
    }

    /// The form for a new log; readers from outside write none.
    fn form(&mut self) {
        if !self.site.report.is_public() {
            self.page(Route::New.path(), pages::form::render);
        }
    }

    /// The packs of periods with records, and for readers inside the cell the members' draft self-reviews.
    fn papers(&mut self) -> Result<()> {
        let stationery = Arc::new(Stationery::of(&self.site)?);
        let report = self.site.report;
        for of in paper::kept(&self.site) {
            for number in 1..=paper::parts(&self.site, of) {
                let stationery = Arc::clone(&stationery);
                let make = move |site: &Site<'a>| paper::render_pack(site, &stationery, of, Part::Page(number));
                self.page(Route::Pack(of, number).path(), make);
                self.key(move |keys, site| keys.pack(site, of, &paper::sheets_of(site, of, number), number == 1));
            }
        }
        let members = if paper::are_of_members(&self.site) { report.members() } else { &[] };
        for (index, person) in members.iter().enumerate() {
            for year in report.periods(Scope::Member(index)).into_iter().filter(|of| of.span() == PeriodSpan::Year) {
                let stationery = Arc::clone(&stationery);
                let make = move |site: &Site<'a>| paper::render_self_review(site, &stationery, index, year);
                self.page(Route::SelfReview(year, &person.id).path(), make);
                self.key(move |keys, site| keys.self_review(site, index, year));
            }
        }
        Ok(())
    }

    /// Two files with the same bytes and ending are one.
    fn files(&mut self, read: ReadFile<'a>) {
        let mut names = BTreeSet::new();
        for attachment in self.site.report.attachments().files() {
            let Some(name) = attachment.published_name().filter(|name| names.insert(name.clone())) else { continue };
            let file = Artifact::new(Route::File(&name).path(), move || read(attachment));
            self.artifacts.push(if self.keys.is_some() { file.keyed(Digest::of(attachment)) } else { file });
        }
    }
}
