//! The matrix of members and criteria: every entry leads to the member's records.

use super::{Link, member_report};
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::phrase::{Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Scope, Score, Share, first_day, last_day};

/// More criteria than this do not fit the width of a page and get a scroll box of their own.
const MOST_IN_WIDTH: usize = 11;

/// The matrix of one period.
pub struct Matrix<'s, 'a> {
    /// The site.
    pub site: &'s Site<'a>,
    /// The period.
    pub period: Period,
    /// How deep the page stands.
    pub depth: usize,
}

/// Whether the matrix is wider than a page.
pub fn is_wide(site: &Site<'_>) -> bool {
    site.report.rubric().criteria.len() > MOST_IN_WIDTH
}

impl Matrix<'_, '_> {
    /// Its head, body and foot.
    pub fn rows(&self) -> Html<'static> {
        let members = self.site.report.members().len();
        let mut out = Markup::with_room(members * self.site.report.rubric().criteria.len() * 140 + 2000);
        self.head(&mut out);
        out.raw("<tbody>");
        for member in 0..members {
            self.member(&mut out, member);
        }
        out.raw("</tbody>");
        self.foot(&mut out);
        out.finish()
    }

    /// The page of a criterion in the period, if it has records.
    fn criterion_page(&self, criterion: usize) -> Route<'_> {
        let id = &self.site.criterion(criterion).id;
        let empty = self.site.report.sums(Scope::Cell, Some(self.period)).records.is_empty();
        if empty { Route::Criterion(id) } else { Route::CriterionPeriod(id, self.period) }
    }

    fn head(&self, out: &mut Markup) {
        out.raw("<thead><tr><th scope=\"col\">").raw(&self.site.words.member).raw("</th>");
        for (index, criterion) in self.site.report.rubric().criteria.iter().enumerate() {
            out.raw("<th scope=\"col\"><a href=\"").href(&self.criterion_page(index), self.depth, None);
            out.raw("\"><b>").raw(&criterion.id).raw("</b> ").raw(self.site.label(index)).raw("</a></th>");
        }
        out.raw("</tr></thead>");
    }

    fn member(&self, out: &mut Markup, member: usize) {
        let report = member_report(self.site, member, Some(self.period));
        out.raw("<tr id=\"_m-").raw(&self.site.member(member).id).raw("\"><th scope=\"row\"><a href=\"");
        out.href(&report, self.depth, None).raw("\">").raw(self.site.name(member)).raw("</a>");
        self.presence(out, member);
        out.raw("</th>");
        let sums = self.site.report.sums(Scope::Member(member), Some(self.period));
        for (criterion, score) in self.site.report.rubric().criteria.iter().zip(&sums.scores) {
            entry(self.site, out, score, &Link::To(report, Some(&criterion.id)), self.depth);
        }
        out.raw("</tr>");
    }

    fn foot(&self, out: &mut Markup) {
        out.raw("<tfoot><tr><th scope=\"row\">").raw(&self.site.words.whole_cell).raw("</th>");
        for (criterion, score) in self.site.report.sums(Scope::Cell, Some(self.period)).scores.iter().enumerate() {
            entry(self.site, out, score, &Link::To(self.criterion_page(criterion), None), self.depth);
        }
        out.raw("</tr></tfoot>");
    }

    /// Since when, until when, or that the member was away.
    fn presence(&self, out: &mut Markup, member: usize) {
        let (person, words, lang) = (self.site.member(member), &self.site.words, self.site.lang);
        let (first, last) = (first_day(self.period), last_day(self.period));
        let note = |out: &mut Markup, phrase: &Phrase, fills: &[Fill<'_>]| {
            out.raw("<span class=\"sub\">");
            phrase.write(out, fills);
            out.raw("</span>");
        };
        if let Some(from) = person.from.filter(|from| *from > first) {
            note(out, &words.member_since, &[Fill::Text(&from.label(lang))]);
        }
        if let Some(until) = person.until.filter(|until| *until < last) {
            note(out, &words.member_until, &[Fill::Text(&until.label(lang))]);
        }
        if let Some(away) = self.site.report.absence(member, self.period) {
            let (from, until) = (away.from.label(lang), away.until.label(lang));
            note(out, &words.member_away, &[Fill::Text(&from), Fill::Text(&until)]);
        }
    }
}

/// An entry: evidenced out of possible, and what is claimed where that is more.
pub fn entry(site: &Site<'_>, out: &mut Markup, score: &Score, link: &Link<'_>, depth: usize) {
    let share = Share::evidenced(score);
    let Some(quarters) = share.quarters() else {
        out.raw("<td class=\"entry entry--none\">—</td>");
        return;
    };
    out.raw("<td class=\"entry entry--").number(quarters, site.lang).raw("\">");
    let close = link.open(out, depth);
    out.raw("<b>").number(share.shown().0, site.lang).raw("/").number(share.shown().1, site.lang).raw("</b>");
    if score.claimed > score.evidenced {
        out.raw("<small>").raw(&site.words.matrix_claimed).raw(" ");
        out.number(Share::claimed(score).shown().0, site.lang).raw("</small>");
    }
    out.raw(close).raw("</td>");
}
