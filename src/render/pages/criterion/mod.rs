//! A criterion, over all time or in a period: its official words, who shows it, the evidence, the trend.

mod official;
mod records;
mod trend;

pub use official::official;

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::base::period::{Period, PeriodSpan};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::paging::{ROWS_ON_A_PAGE, page, pages};
use crate::render::parts::Link;
use crate::render::parts::cards::facts;
use crate::render::parts::ledgers::of_fields;
use crate::render::parts::member_report;
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::pager::pager;
use crate::render::parts::periods;
use crate::render::parts::tables::{ByMember, by_month};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Scope, Score, Sums};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    id: &'s str,
    label: &'s str,
    kind: String,
    period: String,
    lead: Html<'static>,
    official: &'s Shared,
    ledgers: Html<'static>,
    uncounted: Html<'static>,
    fact_heads: &'s Shared,
    reviewed: bool,
    facts: Html<'static>,
    who_caption: Html<'static>,
    who: Html<'static>,
    whole: Html<'static>,
    trend: Html<'static>,
    columns: Html<'static>,
    months: Html<'static>,
    records: Html<'static>,
    records_caption: Html<'static>,
    records_note: Html<'static>,
    pager: Html<'static>,
    brief: bool,
    cites: Html<'static>,
}

/// A further page of the records of a month.
#[derive(Serialize)]
struct RecordsPage<'s> {
    frame: Frame<'s>,
    id: &'s str,
    label: &'s str,
    kind: &'s str,
    period: String,
    records: Html<'static>,
    records_caption: Html<'static>,
    pager: Html<'static>,
}

/// With more records than this a period longer than a month leads to its months, and a month lists its records without
/// their evidence, which a click on each shows.
const LISTED: usize = 60;

/// The bytes of the page of `criterion`, over all time or in `period`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, criterion: usize, period: Option<Period>, alike: &Alike) -> Result<Vec<u8>> {
    Making { site, criterion, period, alike }.page()
}

/// The bytes of page `number` (from 2) of the records of `criterion` in `period`.
///
/// # Errors
/// When the template fails.
pub fn render_records(
    site: &Site<'_>,
    criterion: usize,
    period: Period,
    number: u32,
    alike: &Alike,
) -> Result<Vec<u8>> {
    Making { site, criterion, period: Some(period), alike }.further(number)
}

/// How many pages the records of `criterion` in `period` fill; one when they are not listed there.
pub fn page_count(site: &Site<'_>, criterion: usize, period: Option<Period>) -> u32 {
    let sums = site.report.sums(Scope::Cell, period);
    if is_listed(period, sums) { pages(sums.scores[criterion].records as usize) } else { 1 }
}

/// Whether rows are listed without their evidence.
fn is_brief(rows: &[(usize, u32)]) -> bool {
    rows.len() > LISTED
}

/// Whether the page of `period` lists its records.
fn is_listed(period: Option<Period>, sums: &Sums) -> bool {
    period.is_some_and(|period| matches!(period.span(), PeriodSpan::Month(_)) || sums.records.len() <= LISTED)
}

/// The parts that a criterion's pages, or those of one period, have alike.
#[derive(Clone)]
pub struct Alike {
    /// What the criterion says.
    pub official: Shared,
    /// The switch between the periods.
    pub switch: Shared,
}

/// The switch between the pages of a criterion, on that of `period`.
pub fn switch(site: &Site<'_>, periods: &[Period], period: Option<Period>) -> Shared {
    let (prefix, overall) = if period.is_some() { ("../", "../index.html") } else { ("", "index.html") };
    periods::switch(site, periods, period, &periods::Places { prefix, overall: Some(overall) })
}

struct Making<'s, 'a> {
    site: &'s Site<'a>,
    criterion: usize,
    period: Option<Period>,
    alike: &'s Alike,
}

impl<'s, 'a> Making<'s, 'a> {
    fn route(&self) -> Route<'s> {
        let id = &self.site.criterion(self.criterion).id;
        self.period.map_or(Route::Criterion(id), |period| Route::CriterionPeriod(id, period))
    }

    fn depth(&self) -> usize {
        self.route().depth()
    }

    fn page(&self) -> Result<Vec<u8>> {
        let site = self.site;
        let criterion = site.criterion(self.criterion);
        let group = &site.report.rubric().groups[criterion.group];
        let sums = site.report.sums(Scope::Cell, self.period);
        let months = site.report.months(self.period);
        let reached = self.reached(&months);
        let label = site.period(self.period);
        let listed = is_listed(self.period, sums);
        let rows = if listed { self.rows() } else { Vec::new() };
        let page = Page {
            frame: self.frame(&self.route(), &label, self.alike.switch.clone()),
            id: &criterion.id,
            label: criterion.label.get(site.lang),
            kind: format!("{} · {}", site.words.criterion, group.label.get(site.lang)),
            period: if self.period.is_some() { label.clone() } else { String::new() },
            lead: self.lead(),
            official: &self.alike.official,
            ledgers: of_fields(site, &criterion.evidence, self.depth()),
            uncounted: self.uncounted(),
            fact_heads: &site.fact_heads,
            reviewed: site.reviewed,
            facts: self.facts(&sums.scores[self.criterion]),
            who_caption: caption(&site.words.who_caption, &label),
            who: self.who(&rows),
            whole: self.by_member(&|_| Link::None).total(site, &self.whole_link(&rows, &months)),
            trend: if reached.len() > 1 { self.trend(&reached) } else { Html::default() },
            columns: if reached.len() > 1 { self.columns(&reached) } else { Html::default() },
            months: if months.len() > 1 {
                by_month(site, self.criterion, &months, self.depth())
            } else {
                Html::default()
            },
            records: self.records(page(&rows, 1), self.depth(), is_brief(&rows)),
            records_caption: caption(&site.words.records_caption, &label),
            records_note: self.records_note(sums.records.len(), listed),
            pager: pager(site, &self.route(), 1, pages(rows.len())),
            brief: is_brief(&rows),
            cites: if !listed || is_brief(&rows) { self.cites() } else { Html::default() },
        };
        site.theme.render("pages/criterion.html", &page)
    }

    /// A further page of records.
    fn further(&self, number: u32) -> Result<Vec<u8>> {
        let site = self.site;
        let criterion = site.criterion(self.criterion);
        let (list, label, rows) = (self.route(), site.period(self.period), self.rows());
        let route = list.numbered(number);
        let places = periods::Places { prefix: "../../", overall: Some("../../index.html") };
        let switch = periods::switch(site, &site.report.periods(Scope::Cell), self.period, &places);
        let records = RecordsPage {
            frame: self.frame(&route, &label, switch),
            id: &criterion.id,
            label: criterion.label.get(site.lang),
            kind: &site.words.criterion,
            period: label.clone(),
            records: self.records(page(&rows, number), route.depth(), true),
            records_caption: caption(&site.words.records_caption, &label),
            pager: pager(site, &list, number, pages(rows.len())),
        };
        site.theme.render("pages/criterion_records.html", &records)
    }

    fn frame(&self, route: &Route<'_>, label: &str, switch: Shared) -> Frame<'s> {
        let site = self.site;
        let criterion = site.criterion(self.criterion);
        let named = format!("{} {}", criterion.id, criterion.label.get(site.lang));
        let title = if self.period.is_some() { format!("{}, {label}", criterion.id) } else { named.clone() };
        let mut frame = Frame::new(site, route, (Section::Criteria, Place::Below), &title)
            .of_reports(site)
            .below(&site.words.nav_criteria, &Route::Criteria);
        if self.period.is_some() {
            frame = frame.below(&named, &Route::Criterion(&criterion.id)).named(label);
        }
        frame.switched(switch).about(label.to_owned())
    }

    /// That the period is not over, if it is not.
    fn lead(&self) -> Html<'static> {
        let standing = self.period.and_then(|period| periods::standing(self.site, period));
        standing.map_or_else(Html::default, Html::made_safe)
    }

    /// The `months` that have begun: charts end with them, the table has the others too.
    fn reached(&self, months: &[Period]) -> Vec<Period> {
        months.iter().copied().filter(|month| self.site.report.has_begun(*month)).collect()
    }

    /// The three facts; nothing of a period that has not begun.
    fn facts(&self, score: &Score) -> Html<'static> {
        let has_begun = self.period.is_none_or(|period| self.site.report.has_begun(period));
        if has_begun { facts(self.site, score, "#_who") } else { Html::default() }
    }

    fn uncounted(&self) -> Html<'static> {
        let mut out = Markup::new();
        uncounted_sentence(self.site, &mut out, self.site.report.missed(Scope::Cell, self.period), self.depth());
        out.finish()
    }

    fn by_member<'f, 'r>(&self, figures: &'f dyn Fn(usize) -> Link<'r>) -> ByMember<'f, 'r> {
        let (period, criterion) = (self.period, Some(self.criterion));
        ByMember { depth: self.depth(), period, criterion, figures, last: None }
    }

    /// Who shows it: the figures lead to the records below where they are listed, else to the member's own report.
    fn who(&self, rows: &[(usize, u32)]) -> Html<'static> {
        let site = self.site;
        let id = &site.criterion(self.criterion).id;
        let list = self.route();
        let lists: Vec<Route<'_>> = (1..=pages(rows.len())).map(|number| list.numbered(number)).collect();
        let anchors: Vec<String> = site.report.members().iter().map(|member| format!("_r-{}", member.id)).collect();
        let figures = |member: usize| match rows.iter().position(|(of, _)| *of == member) {
            Some(first) if first >= ROWS_ON_A_PAGE => Link::To(lists[first / ROWS_ON_A_PAGE], Some(&anchors[member])),
            Some(_) => Link::Here("_r-", &site.member(member).id),
            None => Link::To(member_report(site, member, self.period), Some(id)),
        };
        self.by_member(&figures).rows(site)
    }

    /// Behind the cell's figures stand the records where they are listed, else the months.
    fn whole_link(&self, rows: &[(usize, u32)], months: &[Period]) -> Link<'s> {
        match months {
            _ if !rows.is_empty() => Link::Here("_", "records"),
            [] => Link::None,
            [month] => Link::To(Route::CriterionPeriod(&self.site.criterion(self.criterion).id, *month), None),
            _ => Link::Here("_", "months"),
        }
    }

    fn records_note(&self, records: usize, listed: bool) -> Html<'static> {
        if listed || self.period.is_none() {
            return Html::default();
        }
        Html::made_safe(self.site.words.records_elsewhere.html(records as u64, &[]))
    }
}
