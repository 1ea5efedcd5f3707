//! Ratings that people decided: shown where they belong, with who decided and when.

use super::body::body;
use super::evidence::person;
use super::tables::member_link;
use crate::base::number::percent;
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Rater, Rating};

/// The section of a member's ratings, in `period` or of all time, on a page `depth` folders deep.
pub fn of_member(site: &Site<'_>, member: usize, period: Option<Period>, depth: usize) -> Html<'static> {
    let ratings = site.report.ratings(Some(member), period);
    Section { site, depth, names: period.is_none().then_some(Names::Period) }.write(&ratings, None)
}

/// The section of the cell's ratings in `period`: its own and its members', and the share of the highest level.
pub fn of_cell(site: &Site<'_>, period: Period, depth: usize) -> Html<'static> {
    let everybody = std::iter::once(None).chain((0..site.report.members().len()).map(Some));
    let ratings: Vec<&Rating> = everybody.flat_map(|of| site.report.ratings(of, Some(period))).collect();
    Section { site, depth, names: Some(Names::Subject) }.write(&ratings, Some(period))
}

/// What a row begins with.
#[derive(Clone, Copy)]
enum Names {
    /// The period.
    Period,
    /// The member or the cell.
    Subject,
}

struct Section<'s, 'a> {
    site: &'s Site<'a>,
    depth: usize,
    names: Option<Names>,
}

impl Section<'_, '_> {
    fn write(&self, ratings: &[&Rating], shared: Option<Period>) -> Html<'static> {
        if ratings.is_empty() {
            return Html::default();
        }
        let words = &self.site.words;
        let mut out = Markup::with_room(1200 + ratings.len() * 400);
        out.raw("<section class=\"section\" aria-labelledby=\"_ratings\"><h2 id=\"_ratings\">").raw(&words.ratings);
        out.raw("</h2><p class=\"section__note\">").raw(&words.ratings_note).raw("</p>");
        out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"_t-ratings\">");
        out.raw("<table class=\"table table--text\"><caption id=\"_t-ratings\">").raw(&words.ratings_caption);
        out.raw("</caption><thead><tr>");
        for head in self.heads() {
            out.raw("<th scope=\"col\">").raw(head).raw("</th>");
        }
        out.raw("</tr></thead><tbody>");
        ratings.iter().for_each(|rating| self.row(&mut out, rating));
        out.raw("</tbody></table></div>");
        if let Some(period) = shared {
            self.share(&mut out, period);
        }
        out.raw("</section>");
        out.finish()
    }

    fn heads(&self) -> Vec<&str> {
        let words = &self.site.words;
        let first = self.names.map(|names| match names {
            Names::Period => words.rating_period.as_str(),
            Names::Subject => &words.rating_subject,
        });
        let rest = [&words.rating_level, &words.rating_rater, &words.rating_by, &words.rating_votes];
        first.into_iter().chain(rest.map(String::as_str)).collect()
    }

    fn row(&self, out: &mut Markup, rating: &Rating) {
        let site = self.site;
        out.raw("<tr>");
        if let Some(names) = self.names {
            out.raw("<th scope=\"row\">");
            match (names, rating.member) {
                (Names::Period, _) => _ = out.period(rating.period, site.lang),
                (Names::Subject, None) => _ = out.raw(&site.words.whole_cell),
                (Names::Subject, Some(member)) => member_link(site, out, member, Some(rating.period), self.depth),
            }
            out.raw("</th>");
        }
        out.raw("<td><b>").text(&site.report.rating_words()[rating.level]).raw("</b>");
        if !rating.body.is_empty() {
            out.raw("<div class=\"prose\">").raw(body(site, &rating.body, self.depth).as_str()).raw("</div>");
        }
        let rater = if rating.rater == Rater::Cell { &site.words.rater_cell } else { &site.words.rater_superior };
        out.raw("</td><td>").raw(rater).raw("</td><td>");
        person(site, out, (&rating.by).into());
        out.raw("<span class=\"sub\">").date(rating.on, site.lang).raw("</span></td><td>");
        match rating.votes {
            Some((of, all)) => out.number(of, site.lang).raw("/").number(all, site.lang),
            None => out.raw("—"),
        };
        out.raw("</td></tr>");
    }

    /// The share of the highest level, each base named.
    fn share(&self, out: &mut Markup, period: Period) {
        let site = self.site;
        let ([top, good, ..], Some(share)) = (site.report.rating_words(), site.report.top_share(period)) else {
            return;
        };
        let of = |whole: u32| percent(share.top.into(), whole.into(), site.lang).unwrap_or_else(|| "—".to_owned());
        out.raw("<p class=\"section__note\">");
        let (of_good, of_all) = (of(share.good), of(share.all));
        let fills = [
            Fill::Text(top),
            Fill::Number(share.top.into()),
            Fill::Number(share.good.into()),
            Fill::Text(&of_good),
            Fill::Text(good),
            Fill::Number(share.all.into()),
            Fill::Text(&of_all),
        ];
        site.words.rating_share.write(out, &fills);
        out.raw("</p>");
    }
}
