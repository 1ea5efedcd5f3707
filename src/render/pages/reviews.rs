//! What reviewers found, on a task's page: a level beside each claim, and their words below.

use super::since::since;
use crate::base::period::Date;
use crate::render::markup::Markup;
use crate::render::parts::body::body_named;
use crate::render::parts::evidence::person;
use crate::render::parts::outcome::faulty_reviews;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Given, LevelId, Rater, Record, Review, Standing, Verdict, Who, replaced_on};

/// The entry of a rater beside a claim of `claimed`: the level given, how it differs, why it does not count, the reason,
/// and the way to the review. Blank where nobody rated; `is_said` when that none counts stands above the table.
pub fn entry(
    site: &Site<'_>,
    out: &mut Markup,
    (rater, is_said): (Rater, bool),
    claimed: Option<LevelId>,
    given: Option<Given<'_>>,
) {
    out.raw("<td class=\"rated\">");
    if let Some(Given { number, review, verdict }) = given {
        out.raw("<span class=\"rated__by\">").raw(rater_word(site, rater)).raw(": </span>");
        out.text(site.level(verdict.level));
        if let Some(gap) = gap(site, claimed, verdict.level) {
            out.raw(" <span class=\"sub rated__gap\">").raw(gap).raw("</span>");
        }
        if review.standing != Standing::Valid && !is_said {
            out.raw(" <span class=\"sub\">");
            standing(site, out, review.standing);
            out.raw("</span>");
        }
        if let Some(reason) = &verdict.reason {
            out.raw(" <span class=\"sub\">");
            site.words.reason.write(out, &[Fill::Text(reason)]);
            out.raw("</span>");
        }
        out.raw(" <a class=\"sub\" href=\"#").raw(&anchor(number)).raw("\">").date(review.on, site.lang).raw("</a>");
    }
    out.raw("</td>");
}

/// How a verdict differs from the claim, in words; nothing when it does not.
fn gap<'s>(site: &'s Site<'_>, claimed: Option<LevelId>, given: LevelId) -> Option<&'s str> {
    let points = |level: Option<LevelId>| level.map_or(0, LevelId::half_points);
    let applies = |level: Option<LevelId>| level != Some(LevelId::Na);
    if applies(claimed) != applies(Some(given)) {
        return Some(&site.words.verdict_other);
    }
    match points(Some(given)).cmp(&points(claimed)) {
        std::cmp::Ordering::Less => Some(&site.words.verdict_below),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(&site.words.verdict_above),
    }
}

/// Whether every review of a record is out of date, which is then said once.
pub fn are_stale(record: &Record) -> bool {
    !record.reviews.is_empty() && record.reviews.iter().all(|review| review.standing == Standing::Stale)
}

/// The lines above the claims of a record that has reviews with errors, and of one whose reviews are all out of date.
pub fn uncounted(site: &Site<'_>, record: &Record, depth: usize) -> Html<'static> {
    let mut out = Markup::new();
    if record.faulty_reviews > 0 {
        out.raw("<p>");
        faulty_reviews(site, &mut out, record, depth);
        out.raw("</p>");
    }
    if are_stale(record) {
        out.raw("<p>").raw(&site.words.reviews).raw(": ");
        standing(site, &mut out, Standing::Stale);
        out.raw("</p>");
    }
    out.finish()
}

fn anchor(number: usize) -> String {
    format!("_review-{number}")
}

/// For whom a reviewer speaks, escaped.
pub fn rater_word<'s>(site: &'s Site<'_>, rater: Rater) -> &'s str {
    match rater {
        Rater::Cell => &site.words.rater_cell,
        Rater::Superior => &site.words.rater_superior,
    }
}

/// Whether a review counts, as a mark and a word.
fn standing(site: &Site<'_>, out: &mut Markup, standing: Standing) {
    let (class, word) = match standing {
        Standing::Valid => ("confirmed", &site.words.standing_valid),
        Standing::Stale => ("stale", &site.words.standing_stale),
        Standing::OwnRecord => ("unclaimed", &site.words.standing_own),
        Standing::OwnCommit => ("unclaimed", &site.words.standing_own_commit),
    };
    out.raw("<span class=\"outcome outcome--").raw(class).raw("\">").raw(word).raw("</span>");
}

/// Every review of a record, the latest first: who, for whom, when, whether it counts, the levels, the words.
pub fn list(site: &Site<'_>, record: &Record, depth: usize) -> Html<'static> {
    let mut out = Markup::new();
    for place in (0..record.reviews.len()).rev() {
        article(site, &mut out, &record.reviews, place, depth);
    }
    out.finish()
}

fn article(site: &Site<'_>, out: &mut Markup, reviews: &[Review], place: usize, depth: usize) {
    let (id, review) = (anchor(place + 1), &reviews[place]);
    let replaced: Vec<Option<Date>> =
        review.verdicts.iter().map(|verdict| replaced_on(reviews, place, verdict.criterion)).collect();
    // Said once when it is true of all; otherwise beside each.
    let all = replaced.iter().copied().collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max());
    out.raw("<section class=\"review\" aria-labelledby=\"").raw(&id).raw("\"><h3 id=\"").raw(&id).raw("\">");
    person(site, out, Who::from(&review.by));
    out.raw(" · ").raw(rater_word(site, review.rater)).raw(" · <time datetime=\"").raw(&review.on.to_string());
    out.raw("\">").date(review.on, site.lang).raw("</time></h3><p>");
    match all {
        Some(day) => {
            out.raw("<span class=\"outcome outcome--stale\">");
            site.words.standing_replaced.write(out, &[Fill::Text(&day.label(site.lang))]);
            out.raw("</span>");
        }
        None => standing(site, out, review.standing),
    }
    out.raw("</p>");
    if let Some(told) = site.report.since(review) {
        since(site, out, &told);
    }
    if !review.verdicts.is_empty() {
        out.raw("<ul class=\"review__levels\">");
        for (verdict, replaced) in review.verdicts.iter().zip(replaced) {
            level(site, out, verdict, replaced.filter(|_| all.is_none()));
        }
        out.raw("</ul>");
    }
    if !review.body.is_empty() {
        out.raw("<div class=\"prose\">");
        body_named(site, out, &review.body, depth, &format!("{id}-"));
        out.raw("</div>");
    }
    out.raw("</section>");
}

fn level(site: &Site<'_>, out: &mut Markup, verdict: &Verdict, replaced: Option<Date>) {
    let id = &site.criterion(verdict.criterion).id;
    out.raw("<li><a href=\"#").raw(id).raw("\"><b>").raw(id).raw("</b></a> ").text(site.level(verdict.level));
    if let Some(day) = replaced {
        out.raw(" <span class=\"sub\">");
        site.words.standing_replaced.write(out, &[Fill::Text(&day.label(site.lang))]);
        out.raw("</span>");
    }
    out.raw("</li>");
}
