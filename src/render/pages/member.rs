//! A member over all time: the way to every period, and the points that stand out.

use serde::Serialize;

use super::frame::Frame;
use super::member_period::{points, radar_of};
use super::next::{self, Behind};
use super::paper::are_of_members;
use crate::base::error::Result;
use crate::base::period::{Period, PeriodSpan};
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::bars::{self, Bars};
use crate::render::parts::calendar::calendar_link;
use crate::render::parts::cards::facts;
use crate::render::parts::figures::{fact_cells, ratio};
use crate::render::parts::ledgers::of_member;
use crate::render::parts::outcome::uncounted;
use crate::render::parts::periods::{self, standing_beside, switch};
use crate::render::parts::ratings;
use crate::render::parts::tables::ByCriterion;
use crate::render::parts::tasks::{Members, rows};
use crate::render::parts::trend::{Months, Trend};
use crate::render::phrase::{Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Entry, Missing, Scope, Share};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    name: &'s str,
    kind: Html<'static>,
    lead: Html<'static>,
    papers: Html<'static>,
    away: Vec<String>,
    fact_heads: &'s Shared,
    empty: bool,
    facts: Html<'static>,
    radar: Html<'static>,
    quarters: Html<'static>,
    points: Html<'static>,
    next: Html<'static>,
    ledgers: Html<'static>,
    criteria: Html<'static>,
    trend: Option<Months>,
    outcomes: Bars,
    timing: Bars,
    tasks: Html<'static>,
    years: Html<'static>,
    ratings: Html<'static>,
}

/// How deep a member's page stands.
const DEPTH: usize = 2;

/// Tasks that the page names; every period's report has its own.
const LATEST: usize = 10;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, member: usize) -> Result<Vec<u8>> {
    let person = site.member(member);
    let scope = Scope::Member(member);
    let sums = site.report.sums(scope, None);
    let route = Route::Member(&person.id);
    let periods = site.report.periods(scope);
    let places = periods::Places { prefix: "", overall: Some("index.html") };
    let frame = Frame::new(site, &route, (Section::Members, Place::Below), &person.name)
        .of_reports(site)
        .below(&site.words.nav_members, &Route::Members)
        .switched(switch(site, &periods, None, &places));
    let years: Vec<Period> = periods.iter().copied().filter(|period| period.span() == PeriodSpan::Year).collect();
    let entries = site.report.newest_first(sums).map(Entry::Record);
    let latest: Vec<Entry> = entries.take(LATEST).collect();
    let page = Page {
        frame,
        name: &person.name,
        kind: kind(site, member),
        lead: lead(site, member, sums.records.len()),
        papers: papers(site, member, &years),
        away: away(site, member),
        fact_heads: &site.fact_heads,
        empty: sums.records.is_empty(),
        facts: facts(site, &sums.total(), "#_by-criterion"),
        radar: radar_of(site, &sums.scores, &site.period(None)),
        quarters: quarters(site, member, &periods),
        points: points(site, sums),
        next: next(site, member),
        ledgers: of_member(site, member, DEPTH),
        criteria: criteria(site, member, &years),
        trend: Trend::of(site, scope, None, DEPTH).map(|trend| trend.months()),
        outcomes: bars::outcomes(site, scope, None, DEPTH),
        timing: bars::timing_by_period(site, member, &quarters_of(&periods), &site.period(None), DEPTH),
        tasks: rows(site, &latest, Members::Known, DEPTH),
        years: year_links(site, member, &years),
        ratings: ratings::of_member(site, member, None, DEPTH),
    };
    site.theme.render("pages/member.html", &page)
}

/// What the member is: position, group, role.
fn kind(site: &Site<'_>, member: usize) -> Html<'static> {
    let person = site.member(member);
    let mut out = Markup::new();
    out.text(&site.catalog.text(&format!("role-{}", person.role.id())));
    for part in person.position.iter().chain(&person.group) {
        out.raw(" · ").text(part);
    }
    out.finish()
}

/// How many records there are, and since when; nothing where that would only repeat that there are none.
fn lead(site: &Site<'_>, member: usize, records: usize) -> Html<'static> {
    let (person, missed) = (site.member(member), site.report.missed(Scope::Member(member), None));
    let mut out = Markup::new();
    if records == 0 && missed == 0 && person.from.is_none() && person.until.is_none() {
        return out.finish();
    }
    out.raw(if records == 0 { "" } else { "<a href=\"#_tasks\">" });
    site.words.records.write(&mut out, records as u64, &[]);
    out.raw(if records == 0 { "" } else { "</a>" });
    let dates = [(person.from, &site.words.member_since), (person.until, &site.words.member_until)];
    for (date, phrase) in dates {
        if let Some(date) = date {
            out.raw("; ");
            phrase.write(&mut out, &[Fill::Text(&date.label(site.lang))]);
        }
    }
    if missed > 0 {
        out.raw("; ");
        uncounted(site, &mut out, missed, DEPTH);
    }
    out.raw(".");
    out.finish()
}

/// Links to the draft self-reviews, the latest first; they are not for readers outside the cell.
fn papers(site: &Site<'_>, member: usize, years: &[Period]) -> Html<'static> {
    let mut out = Markup::new();
    let years = if are_of_members(site) { years } else { &[] };
    let phrase = Phrase::of(site.catalog, "paper-print-review", &["year"]);
    for (place, year) in years.iter().rev().enumerate() {
        out.raw(if place == 0 { "<a href=\"" } else { " · <a href=\"" });
        out.href(&Route::SelfReview(*year, &site.member(member).id), DEPTH, None).raw("\">");
        phrase.write(&mut out, &[Fill::Text(&year.to_string())]);
        out.raw("</a>");
    }
    calendar_link(site, &mut out, " · ", Some(member), DEPTH);
    out.finish()
}

/// Every absence with its reason, as plain text.
fn away(site: &Site<'_>, member: usize) -> Vec<String> {
    let absences = site.member(member).away.iter();
    let line = |away: &crate::report::Absence| {
        let (from, until) = (away.from.label(site.lang), away.until.label(site.lang));
        let text = site.catalog.format("member-away", &[("from", from.into()), ("until", until.into())]);
        away.reason.as_ref().map_or_else(|| text.clone(), |reason| format!("{text}: {reason}"))
    };
    absences.map(line).collect()
}

/// The rows of the member's quarters, the latest first.
fn quarters(site: &Site<'_>, member: usize, periods: &[Period]) -> Html<'static> {
    let id = &site.member(member).id;
    let mut out = Markup::new();
    for quarter in quarters_of(periods) {
        let sums = site.report.sums(Scope::Member(member), Some(quarter));
        let page = Route::MemberPeriod(id, quarter);
        out.raw("<tr><th scope=\"row\"><a href=\"").href(&page, DEPTH, None).raw("\">");
        out.period(quarter, site.lang).raw("</a>");
        standing_beside(site, &mut out, quarter);
        out.raw("</th><td><a href=\"");
        out.href(&page, DEPTH, Some("_tasks")).raw("\">").number(sums.records.len() as u64, site.lang).raw("</a></td>");
        fact_cells(site, &mut out, &sums.total(), &Link::To(page, Some("_by-criterion")), DEPTH);
        out.raw("</tr>");
    }
    out.finish()
}

/// The quarters among `periods`, the latest first.
fn quarters_of(periods: &[Period]) -> Vec<Period> {
    periods.iter().rev().copied().filter(|period| matches!(period.span(), PeriodSpan::Quarter(_))).collect()
}

/// What is missing over all time. Old lateness stands in the periods' own reports.
fn next(site: &Site<'_>, member: usize) -> Html<'static> {
    let missing = Missing { late: Vec::new(), ..site.report.missing(member, None) };
    next::rows(site, &missing, member, Behind::Counted, DEPTH)
}

/// The table by criterion; behind each figure stand the member's years.
fn criteria(site: &Site<'_>, member: usize, years: &[Period]) -> Html<'static> {
    let scope = Scope::Member(member);
    let id = &site.member(member).id;
    let page = |criterion: usize| Route::Criterion(&site.criterion(criterion).id);
    let figures = |criterion: usize| Link::Here("", &site.criterion(criterion).id);
    let last = |out: &mut Markup, criterion: usize| {
        out.raw("<td class=\"behind\">");
        for year in years {
            let score = site.report.sums(scope, Some(*year)).scores[criterion];
            let link = Link::To(Route::MemberPeriod(id, *year), Some(&site.criterion(criterion).id));
            out.raw("<span class=\"sub\">").period(*year, site.lang).raw(": ");
            if score.possible() == 0 {
                out.raw("—");
            } else {
                ratio(site, out, Share::evidenced(&score), &link, DEPTH);
            }
            out.raw("</span>");
        }
        out.raw("</td>");
    };
    let table =
        ByCriterion { depth: DEPTH, anchored: true, page: &page, figures: &figures, trend: None, last: Some(&last) };
    table.rows(site, &site.report.sums(scope, None).scores)
}

/// The ways to all tasks, year by year.
fn year_links(site: &Site<'_>, member: usize, years: &[Period]) -> Html<'static> {
    let id = &site.member(member).id;
    let mut out = Markup::new();
    for (i, year) in years.iter().enumerate() {
        let count = site.report.sums(Scope::Member(member), Some(*year)).records.len();
        out.raw(if i == 0 { "<a href=\"" } else { ", <a href=\"" });
        out.href(&Route::MemberPeriod(id, *year), DEPTH, Some("_tasks")).raw("\">").period(*year, site.lang);
        out.raw("</a> (").number(count as u64, site.lang).raw(")");
    }
    let phrase = Phrase::of(site.catalog, "tasks-by-year", &["years"]);
    Html::made_safe(phrase.html(&[Fill::Html(&out.into_string())]))
}
