//! The list of members, in roster order, with the figures of the current quarter.

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::member_report;
use crate::render::parts::outcome::uncounted_sentence;
use crate::render::parts::tables::ByMember;
use crate::render::parts::timed::Timed;
use crate::render::phrase::{Counted, Fill};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Scope, Score, Share, Sums, Timeliness};

/// Steps of a member that the list names.
const STEPS: usize = 3;

/// Tasks of a step that are named, and letters of their titles.
const TASKS: usize = 2;
const TITLE: usize = 70;

/// Criteria of a step that are named.
const CRITERIA: usize = 2;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    lead: Html<'static>,
    fact_heads: &'s Shared,
    caption: Html<'static>,
    rows: Html<'static>,
    next: Html<'static>,
    names: Html<'static>,
}

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let quarter = site.report.shown_quarter();
    let title = &site.words.nav_members;
    let label = site.period(quarter);
    let frame = Frame::new(site, &Route::Members, (Section::Members, Place::Itself), title).about(label.clone());
    let figures = |member| Link::To(member_report(site, member, quarter), None);
    let on_time = |out: &mut Markup, member: usize| on_time(site, out, member);
    let table = ByMember { depth: 1, period: quarter, criterion: None, figures: &figures, last: Some(&on_time) };
    let page = Page {
        frame,
        lead: lead(site),
        fact_heads: &site.fact_heads,
        caption: caption(&site.words.members_caption, &label),
        rows: table.rows(site),
        next: next(site),
        names: names(site),
    };
    site.theme.render("pages/members.html", &page)
}

/// How many there are, and the records with errors that their figures miss.
fn lead(site: &Site<'_>) -> Html<'static> {
    let mut out = Markup::new();
    Counted::of(site.catalog, "members-lead", &[]).write(&mut out, site.report.members().len() as u64, &[]);
    out.raw(" ");
    uncounted_sentence(site, &mut out, site.report.missed(Scope::Cell, site.report.shown_quarter()), 1);
    out.finish()
}

fn on_time(site: &Site<'_>, out: &mut Markup, member: usize) {
    let quarter = site.report.shown_quarter();
    let timing = &site.report.sums(Scope::Member(member), quarter).timing;
    let kept = timing.count(Timeliness::OnTime);
    let done = kept + timing.count(Timeliness::Late) + timing.count(Timeliness::Excused);
    out.raw("<td class=\"apart\">");
    if done > 0 {
        let close = Link::To(member_report(site, member, quarter), Some("_time")).open(out, 1);
        out.number(kept, site.lang).raw("/").number(done, site.lang).raw(close);
    } else {
        out.raw("—");
    }
    out.raw("</td>");
}

/// The first steps that each member's report of the quarter names, and the way to all of them.
fn next(site: &Site<'_>) -> Html<'static> {
    let quarter = site.report.shown_quarter();
    let mut out = Markup::new();
    for member in 0..site.report.members().len() {
        let sums = site.report.sums(Scope::Member(member), quarter);
        let part = (!sums.records.is_empty()).then_some("_next");
        let report = member_report(site, member, quarter);
        let steps: Vec<String> =
            faulty(site, member).chain(open(site, member)).chain(steps(site, sums, report)).take(STEPS).collect();
        out.raw("<li>");
        let close = Link::To(report, part).open(&mut out, 1);
        out.raw(site.name(member)).raw(close);
        let nothing = if sums.records.is_empty() { &site.words.members_quiet } else { &site.words.members_clear };
        let told = if steps.is_empty() { nothing } else { &steps.join("<br>") };
        out.raw("<p class=\"rows__note\">").raw(told).raw("</p></li>");
    }
    out.finish()
}

/// How many records with errors the member has in any period: they count once they are mended.
fn faulty(site: &Site<'_>, member: usize) -> impl Iterator<Item = String> {
    let missed = site.report.missed(Scope::Member(member), None);
    let told = || {
        let mut out = Markup::new();
        let close = Link::To(Route::Member(&site.member(member).id), Some("_next")).open(&mut out, 1);
        site.words.members_faulty.write(&mut out, missed as u64, &[]);
        out.raw(close);
        out.into_string()
    };
    (missed > 0).then(told).into_iter()
}

/// Open tasks of any period that are overdue, due soon or forgotten: a new quarter does not do them.
fn open(site: &Site<'_>, member: usize) -> impl Iterator<Item = String> {
    let (words, records) = (&site.words, &site.report.sums(Scope::Member(member), None).records);
    let kept = |timeliness| site.report.with_timeliness(records, timeliness);
    let kinds = [
        Timed::days(&words.card_overdue[0], kept(Timeliness::Overdue)),
        Timed::left(&words.members_soon, site.report.due_soon(records)),
        Timed::days(&words.card_drifting[0], kept(Timeliness::Drifting)),
    ];
    let all = Link::To(Route::Member(&site.member(member).id), Some("_next"));
    kinds.into_iter().filter_map(move |kind| step(site, &kind, &all))
}

/// The first tasks of a kind, if it has any; the number of the others leads to `all`.
fn step(site: &Site<'_>, kind: &Timed<'_>, all: &Link<'_>) -> Option<String> {
    let mut out = Markup::new();
    kind.write(site, &mut out, (TASKS, TITLE), all, 1);
    (!kind.tasks.is_empty()).then(|| out.into_string())
}

/// What else is to be done, in the order of the report; all but late tasks is told from the sums alone.
fn steps(site: &Site<'_>, sums: &Sums, report: Route<'_>) -> Vec<String> {
    let words = &site.words;
    let late = Timed::days(&words.card_late[0], site.report.with_timeliness(&sums.records, Timeliness::Late));
    let lacks = |score: &Score| Share::claimed(score).points > Share::evidenced(score).points;
    let with = |has: &dyn Fn(&Score) -> bool| -> Vec<usize> {
        (0..).zip(&sums.scores).filter(|(_, score)| has(score)).map(|(place, _)| place).collect()
    };
    let criteria = [
        (&words.members_evidence, with(&lacks)),
        (&words.points_unclaimed, site.report.points(sums).unclaimed),
        (&words.card_unmet[0], with(&|score| score.unmet > 0)),
    ];
    let criteria = criteria.into_iter().filter(|(_, criteria)| !criteria.is_empty());
    let criteria = criteria.map(|(word, criteria)| format!("{word}: {}", named(site, &criteria, report)));
    step(site, &late, &Link::To(report, Some("_next"))).into_iter().chain(criteria).collect()
}

/// The first criteria as links to what the report says of them; the number of the others leads to the report.
fn named(site: &Site<'_>, criteria: &[usize], report: Route<'_>) -> String {
    let mut out = Markup::new();
    for (i, criterion) in criteria.iter().take(CRITERIA).enumerate() {
        out.raw(if i == 0 { "" } else { "; " });
        let id = &site.criterion(*criterion).id;
        let close = Link::To(report, Some(id)).open(&mut out, 1);
        out.raw(id).raw(" ").raw(site.label(*criterion)).raw(close);
    }
    if criteria.len() > CRITERIA {
        out.raw("; ");
        let close = Link::To(report, Some("_next")).open(&mut out, 1);
        site.words.and_more.write(&mut out, &[Fill::Number((criteria.len() - CRITERIA) as u64)]);
        out.raw(close);
    }
    out.into_string()
}

/// Every name in the order of given names.
fn names(site: &Site<'_>) -> Html<'static> {
    let mut out = Markup::new();
    for member in site.report.members_by_name() {
        out.raw("<li><a href=\"").href(&Route::Member(&site.member(member).id), 1, None).raw("\">");
        out.raw(site.name(member)).raw("</a></li>");
    }
    out.finish()
}
