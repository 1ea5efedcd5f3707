//! A member in a period: strong and weak criteria, what is missing next, every figure with the records behind it.

use serde::Serialize;

use super::attention::caption;
use super::cards::{Places, timing};
use super::frame::Frame;
use super::next::{self, Behind};
use crate::base::error::Result;
use crate::base::period::{Period, PeriodSpan};
use crate::render::chart::{self, Axis};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::paging::{ROWS_ON_A_PAGE, page, pages};
use crate::render::parts::Link;
use crate::render::parts::cards::{self, facts};
use crate::render::parts::figures::{chart_facts, fraction};
use crate::render::parts::outcome::{outcome_word, uncounted};
use crate::render::parts::pager::pager;
use crate::render::parts::periods::{self, standing, switch};
use crate::render::parts::ratings;
use crate::render::parts::tables::{ByCriterion, TrendColumn};
use crate::render::parts::tasks::{marked_rows, task_number};
use crate::render::parts::trend::Trend;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Outcome, Scope, Score, Share, Sums, first_day, last_day};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    heading: String,
    lead: Html<'static>,
    fact_heads: &'s Shared,
    facts: Html<'static>,
    radar: Html<'static>,
    points: Html<'static>,
    next: Html<'static>,
    criteria_caption: Html<'static>,
    criteria: Html<'static>,
    tasks: Tasks,
    timing: Html<'static>,
    trend_head: Html<'static>,
    ratings: Html<'static>,
}

#[derive(Serialize)]
struct Tasks {
    caption: Html<'static>,
    heads: Html<'static>,
    rows: Html<'static>,
    pager: Html<'static>,
}

#[derive(Serialize)]
struct TaskPage<'s> {
    frame: Frame<'s>,
    heading: String,
    tasks: Tasks,
}

/// How many pages the report of a member in a period fills.
pub fn page_count(site: &Site<'_>, member: usize, period: Period) -> u32 {
    pages(site.report.sums(Scope::Member(member), Some(period)).records.len())
}

/// The bytes of page `number` (from 1).
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, member: usize, period: Period, number: u32) -> Result<Vec<u8>> {
    let person = site.member(member);
    let scope = Scope::Member(member);
    let sums = site.report.sums(scope, Some(period));
    let list = Route::MemberPeriod(&person.id, period);
    let route = list.numbered(number);
    let label = period.label(site.lang);
    let heading = format!("{} – {label}", person.name);
    let places = if number > 1 {
        periods::Places { prefix: "../../", overall: Some("../../index.html") }
    } else {
        periods::Places { prefix: "../", overall: Some("../index.html") }
    };
    let frame = Frame::new(site, &route, (Section::Members, Place::Below), &heading)
        .of_reports(site)
        .below(&site.words.nav_members, &Route::Members)
        .below(&person.name, &Route::Member(&person.id))
        .named(&label)
        .switched(switch(site, &site.report.periods(scope), Some(period), &places))
        .about(label.clone());
    let records = &sums.records;
    let tasks = task_list(site, records, &list, number, &label);
    if number > 1 {
        return site.theme.render("pages/member_tasks.html", &TaskPage { frame, heading, tasks });
    }
    let trend = (!is_month(period)).then(|| Trend::of(site, scope, Some(period), 3)).flatten();
    let to_months = |criterion: usize| Link::Up("_m-", &site.criterion(criterion).id);
    let has_begun = site.report.has_begun(period);
    let page = Page {
        lead: lead(site, member, period, records.len()),
        fact_heads: &site.fact_heads,
        facts: if has_begun { facts(site, &sums.total(), "#_by-criterion") } else { Html::default() },
        radar: if has_begun { radar(site, period, sums, &label) } else { Html::default() },
        points: if has_begun { points(site, sums) } else { Html::default() },
        next: next::rows(site, &site.report.missing(member, Some(period)), member, Behind::Numbered(records), 3),
        criteria_caption: caption(&site.words.member_period_criteria_caption, &label),
        criteria: criteria(site, period, sums, trend.as_ref().map(|trend| (trend, &to_months as _))),
        trend_head: trend.as_ref().map_or_else(Html::default, Trend::head),
        timing: cards::row(&timing(site, sums, &time_places())),
        ratings: ratings::of_member(site, member, Some(period), 3),
        frame,
        heading,
        tasks,
    };
    site.theme.render("pages/member_period.html", &page)
}

fn lead(site: &Site<'_>, member: usize, period: Period, records: usize) -> Html<'static> {
    let mut out = Markup::new();
    out.raw("<a href=\"#_tasks\">");
    site.words.records.write(&mut out, records as u64, &[]);
    out.raw("</a>");
    let person = site.member(member);
    let joined = person.from.filter(|from| *from > first_day(period)).map(|from| (from, &site.words.member_since));
    let left = person.until.filter(|until| *until < last_day(period)).map(|until| (until, &site.words.member_until));
    for (date, phrase) in joined.into_iter().chain(left) {
        out.raw("; ");
        phrase.write(&mut out, &[Fill::Text(&date.label(site.lang))]);
    }
    if let Some(away) = site.report.absence(member, period) {
        let (from, until) = (away.from.label(site.lang), away.until.label(site.lang));
        out.raw("; ");
        site.words.member_away.write(&mut out, &[Fill::Text(&from), Fill::Text(&until)]);
        if let Some(reason) = &away.reason {
            out.raw(" (").text(reason).raw(")");
        }
    }
    let missed = site.report.missed(Scope::Member(member), Some(period));
    if missed > 0 {
        out.raw("; ");
        uncounted(site, &mut out, missed, 3);
    }
    out.raw(".");
    if let Some(standing) = standing(site, period) {
        out.raw(" ").raw(&standing);
    }
    out.finish()
}

fn is_month(period: Period) -> bool {
    matches!(period.span(), PeriodSpan::Month(_))
}

/// The radar of a period longer than a month: the few tasks of one would draw more than they say.
fn radar(site: &Site<'_>, period: Period, sums: &Sums, label: &str) -> Html<'static> {
    if is_month(period) { Html::default() } else { radar_of(site, &sums.scores, label) }
}

/// The radar of `scores` with its legend; the same numbers stand in the table by criterion.
pub fn radar_of(site: &Site<'_>, scores: &[Score], label: &str) -> Html<'static> {
    let rubric = site.report.rubric();
    let axes: Vec<Axis<'_>> = rubric
        .criteria
        .iter()
        .zip(scores)
        .filter(|(_, score)| score.records > 0)
        .map(|(c, score)| Axis {
            label: &c.id,
            name: c.label.get(site.lang),
            facts: chart_facts(site, score),
            href: Some(format!("#{}", c.id)),
        })
        .collect();
    let title = site.words.radar_title.text(&[label]);
    let frame = chart::Frame { id: "_radar", title: &title, words: &site.charts };
    let Some(svg) = chart::radar(&frame, &axes) else { return Html::default() };
    let mut out = Markup::with_room(svg.as_str().len() + 800);
    out.raw("<figure class=\"chart\"><figcaption>").text(&title).raw("</figcaption>").raw(svg.as_str());
    out.raw("<ul class=\"legend legend--lines\">");
    let words = &site.words;
    let facts = [("claimed", &words.legend_claimed), ("evidenced", &words.legend_evidenced)];
    let confirmed = site.reviewed.then_some(("confirmed", &words.legend_confirmed));
    for (fact, word) in facts.into_iter().chain(confirmed) {
        out.raw("<li class=\"key key--").raw(fact).raw("\">").text(word).raw("</li>");
    }
    out.raw("</ul><p class=\"rows__note\">").text(&site.words.radar_note).raw("</p></figure>");
    out.finish()
}

/// The strong and the weak criteria of `sums` with their evidenced figures, and the rule that makes them so.
pub fn points(site: &Site<'_>, sums: &Sums) -> Html<'static> {
    let (points, words) = (site.report.points(sums), &site.words);
    let mut out = Markup::with_room(1024);
    let unclaimed = (&words.points_unclaimed, &points.unclaimed);
    let always = [(&words.points_strong, &points.strong), (&words.points_weak, &points.weak)];
    for (head, criteria) in always.into_iter().chain(Some(unclaimed).filter(|(_, criteria)| !criteria.is_empty())) {
        out.raw("<h3>").raw(head).raw("</h3>\n");
        if criteria.is_empty() {
            out.raw("<p class=\"none\">").raw(&words.points_none).raw("</p>\n");
            continue;
        }
        out.raw("<ul>");
        for criterion in criteria {
            point(site, &mut out, *criterion, Share::evidenced(&sums.scores[*criterion]));
        }
        out.raw("</ul>\n");
    }
    out.raw("<p class=\"section__note\">").raw(&words.points_note).raw("</p>");
    out.finish()
}

fn point(site: &Site<'_>, out: &mut Markup, criterion: usize, share: Share) {
    let id = &site.criterion(criterion).id;
    out.raw("<li><a href=\"#").raw(id).raw("\"><b>").raw(id).raw("</b> ").raw(site.label(criterion)).raw("</a> ");
    out.raw("<span class=\"ratio\">");
    fraction(site, out, share);
    out.raw(" · ").percent(share.points, share.possible, site.lang).raw("</span></li>");
}

/// The table by criterion: each row is the list behind its figures, the tasks by their numbers in the list below.
fn criteria<'r>(site: &Site<'r>, period: Period, sums: &Sums, trend: TrendColumn<'_, 'r>) -> Html<'static> {
    let records = &sums.records;
    let page = |criterion: usize| Route::CriterionPeriod(&site.criterion(criterion).id, period);
    let figures = |criterion: usize| Link::Here("", &site.criterion(criterion).id);
    let last = |out: &mut Markup, criterion: usize| {
        out.raw("<td class=\"behind\">");
        for outcome in Outcome::ALL {
            behind(site, out, outcome, criterion, records);
        }
        out.raw("</td>");
    };
    let table = ByCriterion { depth: 3, anchored: true, page: &page, figures: &figures, trend, last: Some(&last) };
    table.rows(site, &sums.scores)
}

/// The tasks on which `criterion` came to `outcome`.
fn behind(site: &Site<'_>, out: &mut Markup, outcome: Outcome, criterion: usize, records: &[u32]) {
    let mut first = true;
    for (n, index) in (1..).zip(records) {
        let mark = site.report.marks(*index)[criterion];
        if mark.outcome != outcome || !mark.counts {
            continue;
        }
        if first {
            out.raw("<span class=\"sub\">").raw(outcome_word(site, outcome)).raw(": ");
        } else {
            out.raw(", ");
        }
        first = false;
        task_number(site, out, n);
    }
    if !first {
        out.raw("</span>");
    }
}

/// The list of tasks has those that are late too.
fn time_places() -> Places {
    Places { tasks: "#_tasks".to_owned(), late: "#_tasks".to_owned(), criteria: String::new() }
}

fn task_list(site: &Site<'_>, records: &[u32], list: &Route<'_>, number: u32, label: &str) -> Tasks {
    let mut heads = Markup::new();
    for criterion in &site.report.rubric().criteria {
        heads.raw("<th scope=\"col\">").raw(&criterion.id).raw("</th>");
    }
    let first = (number as usize - 1) * ROWS_ON_A_PAGE + 1;
    Tasks {
        caption: caption(&site.words.marks_caption, label),
        heads: heads.finish(),
        rows: marked_rows(site, page(records, number), first, list.numbered(number).depth()),
        pager: pager(site, list, number, pages(records.len())),
    }
}
