//! The latest months of every criterion: a line in a row of a table, small charts side by side, and the table of
//! criteria and months with their numbers.

use serde::Serialize;

use super::Link;
use super::figures::{chart_facts, count_cell};
use super::matrix::entry;
use crate::base::number::percent;
use crate::base::period::Period;
use crate::render::chart::{self, Point, small, spark};
use crate::render::markup::Markup;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Scope, Score, Share, Sums};

/// The latest months of a scope.
pub struct Trend<'s, 'a> {
    site: &'s Site<'a>,
    scope: Scope,
    months: Vec<Period>,
    /// Of each month.
    sums: Vec<&'a Sums>,
    /// How deep the page stands.
    depth: usize,
}

/// The section of a page that shows the months of every criterion.
#[derive(Serialize)]
pub struct Months {
    reviewed: bool,
    charts: Html<'static>,
    caption: Html<'static>,
    heads: Html<'static>,
    rows: Html<'static>,
}

impl<'s, 'a> Trend<'s, 'a> {
    /// The trend of `scope` up to `period`; nothing when there are not two months yet.
    pub fn of(site: &'s Site<'a>, scope: Scope, period: Option<Period>, depth: usize) -> Option<Self> {
        let months = site.report.trend_months(period);
        let sums = months.iter().map(|month| site.report.sums(scope, Some(*month))).collect();
        (!months.is_empty()).then_some(Self { site, scope, months, sums, depth })
    }

    /// The head of the column of lines: which fact, from when to when.
    pub fn head(&self) -> Html<'static> {
        let label = |month: Option<&Period>| month.map_or_else(String::new, |month| month.axis_label(self.site.lang));
        let (from, until) = (label(self.months.first()), label(self.months.last()));
        let mut out = Markup::new();
        out.raw("<th scope=\"col\" class=\"trend\">");
        out.text(&self.site.words.trend_head).raw("<span class=\"sub\">").raw(&from).raw(" – ").raw(&until);
        out.raw("</span></th>");
        out.finish()
    }

    /// The cell of a criterion's line, which leads to the months behind it.
    pub fn cell(&self, out: &mut Markup, criterion: usize, link: &Link<'_>) {
        let shares = self.shares(criterion);
        let Some(told) = self.told(&shares) else {
            out.raw("<td class=\"none\">—</td>");
            return;
        };
        out.raw("<td class=\"trend\">");
        let close = link.open(out, self.depth);
        spark(out, &shares);
        out.raw("<span class=\"hidden\">");
        self.site.words.trend_told.write(out, &told.each_ref().map(|share| Fill::Text(share)));
        out.raw("</span>").raw(close).raw("</td>");
    }

    /// The evidenced part of each month, in tenths of a percent.
    fn shares(&self, criterion: usize) -> Vec<Option<u64>> {
        self.sums.iter().map(|sums| Share::evidenced(&sums.scores[criterion]).permille()).collect()
    }

    /// The first share, the last, the least and the most; nothing when there is none.
    fn told(&self, shares: &[Option<u64>]) -> Option<[String; 4]> {
        let mut there = shares.iter().flatten().copied();
        let first = there.next()?;
        let (last, least, most) =
            there.fold((first, first, first), |(_, least, most), share| (share, share.min(least), share.max(most)));
        Some([first, last, least, most].map(|share| percent(share, 1000, self.site.lang).unwrap_or_default()))
    }

    /// The charts and their table, for the scope's own page: the member's, or the list of the cell's criteria.
    pub fn months(&self) -> Months {
        let words = &self.site.words;
        Months {
            reviewed: self.site.reviewed,
            charts: self.charts(),
            caption: Html::made_safe(words.months_matrix_caption.html(&[Fill::Number(self.months.len() as u64)])),
            heads: self.heads(),
            rows: self.rows(),
        }
    }

    /// Where the records of a criterion in a month are, if there are any: on the page of the month below the scope's own.
    fn page(&self, criterion: usize, month: usize) -> Link<'s> {
        let id = &self.site.criterion(criterion).id;
        match self.scope {
            _ if self.sums[month].records.is_empty() => Link::None,
            Scope::Cell => Link::Below(Some(id), self.months[month], None),
            Scope::Member(_) => Link::Below(None, self.months[month], Some(id)),
        }
    }

    /// A chart of every criterion that counts somewhere, on one scale.
    fn charts(&self) -> Html<'static> {
        let mut out = Markup::with_room(self.site.report.rubric().criteria.len() * 4000);
        for (criterion, definition) in self.site.report.rubric().criteria.iter().enumerate() {
            let Some(told) = self.told(&self.shares(criterion)) else { continue };
            out.raw("<li><figure class=\"chart\"><figcaption><a href=\"#_m-").raw(&definition.id).raw("\"><b>");
            out.raw(&definition.id).raw("</b> ").raw(self.site.label(criterion)).raw("</a></figcaption>");
            out.raw(self.chart(criterion, &told).as_str()).raw("</figure></li>");
        }
        out.finish()
    }

    fn chart(&self, criterion: usize, told: &[String; 4]) -> chart::Svg {
        let id = &self.site.criterion(criterion).id;
        let point = |month: usize| {
            let mut href = Markup::new();
            self.page(criterion, month).write(&mut href, self.depth);
            Point {
                month: self.months[month],
                facts: chart_facts(self.site, &self.score(criterion, month)),
                href: Some(href.into_string()).filter(|href| !href.is_empty()),
            }
        };
        let points: Vec<Point> = (0..self.months.len()).map(point).collect();
        let words = &self.site.words;
        let told = words.trend_told.text(&told.each_ref().map(String::as_str));
        let (title, told) = (words.trend_title.text(&[id]), format!("{}: {told}", words.trend_head));
        let id = format!("_c-{id}");
        let frame = chart::Frame { id: &id, title: &title, words: &self.site.charts };
        small(&frame, &told, &points)
    }

    fn score(&self, criterion: usize, month: usize) -> Score {
        self.sums[month].scores[criterion]
    }

    /// The months, which lead to the reports of the scope.
    fn heads(&self) -> Html<'static> {
        let mut out = Markup::new();
        for (month, sums) in self.months.iter().zip(&self.sums) {
            let report = match self.scope {
                _ if sums.records.is_empty() => Link::None,
                Scope::Cell => Link::To(Route::Period(*month), None),
                Scope::Member(member) => Link::To(Route::MemberPeriod(&self.site.member(member).id, *month), None),
            };
            out.raw("<th scope=\"col\">");
            let close = report.open(&mut out, self.depth);
            out.raw(&month.axis_label(self.site.lang)).raw(close).raw("</th>");
        }
        out.finish()
    }

    /// A row per criterion, and the number of records of each month.
    fn rows(&self) -> Html<'static> {
        let criteria = &self.site.report.rubric().criteria;
        let mut out = Markup::with_room(criteria.len() * self.months.len() * 120 + 1000);
        out.raw("<tbody>");
        for (criterion, definition) in criteria.iter().enumerate() {
            out.raw("<tr id=\"_m-").raw(&definition.id).raw("\"><th scope=\"row\"><a href=\"");
            out.href(&Route::Criterion(&definition.id), self.depth, None).raw("\"><b>").raw(&definition.id);
            out.raw("</b> ").raw(self.site.label(criterion)).raw("</a></th>");
            for month in 0..self.months.len() {
                let score = self.score(criterion, month);
                entry(self.site, &mut out, &score, &self.page(criterion, month), self.depth);
            }
            out.raw("</tr>");
        }
        out.raw("</tbody><tfoot><tr><th scope=\"row\">").raw(&self.site.words.records_counted).raw("</th>");
        for month in 0..self.months.len() {
            let tasks = match self.scope {
                Scope::Cell => Link::To(Route::Period(self.months[month]), Some("_tasks")),
                Scope::Member(_) => Link::Below(None, self.months[month], Some("_tasks")),
            };
            let count = self.sums[month].records.len() as u32;
            count_cell(self.site, &mut out, " class=\"middle\"", count, &tasks, self.depth);
        }
        out.raw("</tr></tfoot>");
        out.finish()
    }
}
