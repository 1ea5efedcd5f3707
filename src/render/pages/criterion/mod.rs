//! A criterion, over all time or in a period: its official words, who shows it, the evidence, the trend.

mod official;
mod records;
mod trend;

pub use official::official;

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::cards::facts;
use crate::render::parts::outcome::uncounted;
use crate::render::parts::periods;
use crate::render::parts::tables::{ByMember, by_month, member_report};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::Scope;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    id: &'s str,
    label: &'s str,
    kind: String,
    period: String,
    official: &'s Shared,
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
    cites: Html<'static>,
}

/// More records than this are found by month, or by member, where they are listed already.
const LISTED: usize = 60;

/// The bytes of the page of `criterion`, over all time or in `period`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, criterion: usize, period: Option<Period>, alike: &Alike) -> Result<Vec<u8>> {
    Making { site, criterion, period, alike }.page()
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
        let label = site.period(self.period);
        let listed = self.period.is_some() && sums.records.len() <= LISTED;
        let page = Page {
            frame: self.frame(&label),
            id: &criterion.id,
            label: criterion.label.get(site.lang),
            kind: format!("{} · {}", site.words.criterion, group.label.get(site.lang)),
            period: if self.period.is_some() { label.clone() } else { String::new() },
            official: &self.alike.official,
            uncounted: self.uncounted(),
            fact_heads: &site.fact_heads,
            reviewed: site.reviewed,
            facts: facts(site, &sums.scores[self.criterion], "#_who"),
            who_caption: caption(&site.words.who_caption, &label),
            who: self.who(listed),
            whole: self.by_member(&|_| Link::None).total(site, &self.whole_link(listed, months.len())),
            trend: if months.len() > 1 { self.trend(&months) } else { Html::default() },
            columns: if months.len() > 1 { self.columns(&months) } else { Html::default() },
            months: if months.len() > 1 {
                by_month(site, self.criterion, &months, self.depth())
            } else {
                Html::default()
            },
            records: if listed { self.records() } else { Html::default() },
            records_caption: caption(&site.words.records_caption, &label),
            records_note: self.records_note(sums.records.len(), listed),
            cites: if self.period.is_none() { self.cites() } else { Html::default() },
        };
        site.theme.render("pages/criterion.html", &page)
    }

    fn frame(&self, label: &str) -> Frame<'s> {
        let site = self.site;
        let criterion = site.criterion(self.criterion);
        let named = format!("{} {}", criterion.id, criterion.label.get(site.lang));
        let title = if self.period.is_some() { format!("{}, {label}", criterion.id) } else { named.clone() };
        let mut frame = Frame::new(site, &self.route(), (Section::Criteria, Place::Below), &title)
            .below(&site.words.nav_criteria, &Route::Criteria);
        if self.period.is_some() {
            frame = frame.below(&named, &Route::Criterion(&criterion.id)).named(label);
        }
        frame.switched(self.alike.switch.clone()).about(label.to_owned())
    }

    fn uncounted(&self) -> Html<'static> {
        let mut out = Markup::new();
        uncounted(self.site, &mut out, self.site.report.missed(Scope::Cell, self.period), self.depth());
        out.finish()
    }

    fn by_member<'f>(&self, figures: &'f dyn Fn(usize) -> Link<'s>) -> ByMember<'f, 's> {
        let (period, criterion) = (self.period, Some(self.criterion));
        ByMember { depth: self.depth(), period, criterion, figures, last: None }
    }

    /// Who shows it: the figures lead to the records below where they are listed, else to the member's own report.
    fn who(&self, listed: bool) -> Html<'static> {
        let site = self.site;
        let id = &site.criterion(self.criterion).id;
        let figures = |member: usize| match listed {
            true => Link::Here("_r-", &site.member(member).id),
            false => Link::To(member_report(site, member, self.period), Some(id)),
        };
        self.by_member(&figures).rows(site)
    }

    /// Behind the cell's figures stand the records where they are listed, else the months.
    fn whole_link(&self, listed: bool, months: usize) -> Link<'s> {
        let id = &self.site.criterion(self.criterion).id;
        match self.period {
            _ if listed => Link::Here("_", "records"),
            Some(period) if months < 2 => Link::To(Route::Period(period), Some(id)),
            _ if months > 1 => Link::Here("_", "months"),
            _ => Link::None,
        }
    }

    fn records_note(&self, records: usize, listed: bool) -> Html<'static> {
        if listed || self.period.is_none() {
            return Html::default();
        }
        Html::made_safe(self.site.words.records_elsewhere.html(records as u64, &[]))
    }
}
