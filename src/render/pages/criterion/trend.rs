//! The charts of a criterion's months.

use super::Making;
use crate::base::period::Period;
use crate::render::chart::{self, Column, Counts, Point};
use crate::render::markup::Markup;
use crate::render::parts::figures::chart_facts;
use crate::render::phrase::Phrase;
use crate::render::theme::Html;
use crate::report::{Outcome, Scope};

impl Making<'_, '_> {
    fn chart_frame<'f>(&'f self, id: &'f str, title: &'f str) -> chart::Frame<'f> {
        chart::Frame { id, title, words: &self.site.charts }
    }

    fn title(&self, phrase: &Phrase) -> String {
        phrase.text(&[&self.site.criterion(self.criterion).id])
    }

    /// The page of a month: a neighbour of the period's page, below the criterion's.
    fn month_href(&self, month: Period) -> String {
        format!("{}{month}/index.html", if self.period.is_some() { "../" } else { "" })
    }

    pub(super) fn trend(&self, months: &[Period]) -> Html<'static> {
        let point = |month: &Period| {
            let score = self.site.report.sums(Scope::Cell, Some(*month)).scores[self.criterion];
            Point { month: *month, facts: chart_facts(self.site, &score), href: Some(self.month_href(*month)) }
        };
        let points: Vec<Point> = months.iter().map(point).collect();
        let title = self.title(&self.site.words.trend_title);
        self.figure(&title, chart::line(&self.chart_frame("_trend", &title), &points).as_str())
    }

    pub(super) fn columns(&self, months: &[Period]) -> Html<'static> {
        let column = |month: &Period| {
            let of = |outcome| self.site.report.outcomes(*month, self.criterion).of(outcome);
            let counts = Counts {
                evidenced: of(Outcome::Evidenced),
                claimed: of(Outcome::Claimed),
                unmet: of(Outcome::Unmet),
                unclaimed: of(Outcome::Unclaimed),
                na: of(Outcome::Na),
            };
            Column { month: *month, counts, href: Some(self.month_href(*month)) }
        };
        let columns: Vec<Column> = months.iter().map(column).collect();
        let title = self.title(&self.site.words.columns_title);
        self.figure(&title, chart::columns(&self.chart_frame("_columns", &title), &columns).as_str())
    }

    fn figure(&self, title: &str, svg: &str) -> Html<'static> {
        let mut out = Markup::with_room(svg.len() + 200);
        out.raw("<figcaption>").text(title).raw("</figcaption>").raw(svg);
        out.finish()
    }
}
