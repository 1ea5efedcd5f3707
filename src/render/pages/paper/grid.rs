//! Members and criteria on a page across: the three facts of each member in three rows.

use super::three_facts;
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::figures::fraction;
use crate::render::parts::member_report;
use crate::render::parts::tables::member_link;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Scope, Score, Share};

/// The head and the bodies of the table of `period`, one per member, on a page `depth` folders deep.
pub(super) fn rows(site: &Site<'_>, period: Period, depth: usize) -> Html<'static> {
    let members = site.report.members().len();
    let mut out = Markup::with_room(members * site.report.rubric().criteria.len() * 260 + 2000);
    let grid = Grid { site, period, depth };
    grid.head(&mut out);
    for member in site.report.members_in(period) {
        grid.member(&mut out, member);
    }
    grid.cell(&mut out);
    out.finish()
}

struct Grid<'s, 'a> {
    site: &'s Site<'a>,
    period: Period,
    depth: usize,
}

impl Grid<'_, '_> {
    fn head(&self, out: &mut Markup) {
        out.raw("<thead><tr><th scope=\"col\">").raw(&self.site.words.member).raw("</th><th scope=\"col\">");
        out.text(&self.site.catalog.text("paper-fact")).raw("</th>");
        for (place, criterion) in self.site.report.rubric().criteria.iter().enumerate() {
            out.raw("<th scope=\"col\"><b>").raw(&criterion.id).raw("</b> <span>");
            out.raw(self.site.label(place)).raw("</span></th>");
        }
        out.raw("</tr></thead>");
    }

    fn member(&self, out: &mut Markup, member: usize) {
        let sums = self.site.report.sums(Scope::Member(member), Some(self.period));
        if sums.records.is_empty() {
            out.raw("<tbody><tr><th scope=\"row\">");
            member_link(self.site, out, member, Some(self.period), self.depth);
            out.raw("</th><td class=\"none\" colspan=\"")
                .digits(sums.scores.len() as u64 + 1)
                .raw("\">—</td></tr></tbody>");
            return;
        }
        let report = member_report(self.site, member, Some(self.period));
        let link = |criterion: usize| Link::To(report, Some(&self.site.criterion(criterion).id));
        let name = |out: &mut Markup| member_link(self.site, out, member, Some(self.period), self.depth);
        self.body(out, &sums.scores, &name, &link);
    }

    fn cell(&self, out: &mut Markup) {
        let sums = self.site.report.sums(Scope::Cell, Some(self.period));
        let link =
            |criterion: usize| Link::To(Route::CriterionPeriod(&self.site.criterion(criterion).id, self.period), None);
        let name = |out: &mut Markup| _ = out.raw(&self.site.words.whole_cell);
        self.body(out, &sums.scores, &name, &link);
    }

    /// A row per fact; nothing is confirmed while nobody reviews.
    fn body<'r>(
        &self,
        out: &mut Markup,
        scores: &[Score],
        name: &dyn Fn(&mut Markup),
        link: &dyn Fn(usize) -> Link<'r>,
    ) {
        let rows = if self.site.reviewed { 3 } else { 2 };
        out.raw("<tbody>");
        for (place, (word, share)) in three_facts(self.site).into_iter().take(rows).enumerate() {
            out.raw("<tr>");
            if place == 0 {
                out.raw("<th scope=\"rowgroup\" rowspan=\"").digits(rows as u64).raw("\">");
                name(out);
                out.raw("</th>");
            }
            out.raw("<th scope=\"row\">").raw(word).raw("</th>");
            for (criterion, score) in scores.iter().enumerate() {
                self.entry(out, share(score), &link(criterion));
            }
            out.raw("</tr>");
        }
        out.raw("</tbody>");
    }

    fn entry(&self, out: &mut Markup, share: Share, link: &Link<'_>) {
        if share.possible == 0 {
            out.raw("<td>—</td>");
            return;
        }
        out.raw("<td>");
        let close = link.open(out, self.depth);
        fraction(self.site, out, share);
        out.raw(close).raw("</td>");
    }
}
