//! The list of members, in roster order, with the figures of the current quarter.

use serde::Serialize;

use super::attention::caption;
use super::frame::Frame;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::member_report;
use crate::render::parts::outcome::uncounted;
use crate::render::parts::tables::ByMember;
use crate::render::phrase::{Counted, Fill};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Scope, Score, Share, Sums, Timeliness};

/// Steps of a member that the list names.
const STEPS: usize = 2;

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
    uncounted(site, &mut out, site.report.missed(Scope::Cell, site.report.shown_quarter()), 1);
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
        let way = Link::To(member_report(site, member, quarter), part);
        let steps: Vec<String> = open(site, member).chain(steps(site, sums, &way)).take(STEPS).collect();
        out.raw("<li>");
        let close = way.open(&mut out, 1);
        out.raw(site.name(member)).raw(close);
        let nothing = if sums.records.is_empty() { &site.words.members_quiet } else { &site.words.members_clear };
        let told = if steps.is_empty() { nothing } else { &steps.join("<br>") };
        out.raw("<p class=\"rows__note\">").raw(told).raw("</p></li>");
    }
    out.finish()
}

/// Open tasks of any period that are overdue or forgotten: a new quarter does not do them.
fn open<'s>(site: &'s Site<'_>, member: usize) -> impl Iterator<Item = String> + 's {
    let timing = &site.report.sums(Scope::Member(member), None).timing;
    let way = Link::To(Route::Member(&site.member(member).id), Some("_next"));
    let words =
        [(Timeliness::Overdue, &site.words.card_overdue[0]), (Timeliness::Drifting, &site.words.card_drifting[0])];
    let counts = words.into_iter().map(|(kind, word)| (word, timing.count(kind))).filter(|(_, count)| *count > 0);
    counts.map(move |(word, count)| counted(site, word, count, &way))
}

fn counted(site: &Site<'_>, word: &str, count: u32, way: &Link<'_>) -> String {
    let mut out = Markup::new();
    out.raw(word).raw(": ");
    let close = way.open(&mut out, 1);
    out.number(count, site.lang).raw(close);
    out.into_string()
}

/// What else is to be done, from the sums alone, in the order of the report; counts lead there.
fn steps(site: &Site<'_>, sums: &Sums, way: &Link<'_>) -> Vec<String> {
    let (words, scores) = (&site.words, sums.scores.iter());
    let late = Some((&words.card_late[0], sums.timing.count(Timeliness::Late))).filter(|(_, count)| *count > 0);
    let lacks = |score: &Score| Share::claimed(score).points > Share::evidenced(score).points;
    let unevidenced: Vec<usize> = (0..).zip(scores).filter(|(_, score)| lacks(score)).map(|(place, _)| place).collect();
    let criteria =
        [(&words.members_evidence, unevidenced), (&words.points_unclaimed, site.report.points(sums).unclaimed)];
    let criteria = criteria.into_iter().filter(|(_, criteria)| !criteria.is_empty());
    let unmet = Some((&words.card_unmet[0], sums.total().unmet)).filter(|(_, count)| *count > 0);
    let criteria = criteria.map(|(word, criteria)| format!("{word}: {}", named(site, &criteria)));
    let told = |(word, count): (&String, u32)| counted(site, word, count, way);
    late.map(told).into_iter().chain(criteria).chain(unmet.map(told)).collect()
}

fn named(site: &Site<'_>, criteria: &[usize]) -> String {
    let mut out = Markup::new();
    for (i, criterion) in criteria.iter().take(CRITERIA).enumerate() {
        out.raw(if i == 0 { "" } else { "; " })
            .raw(&site.criterion(*criterion).id)
            .raw(" ")
            .raw(site.label(*criterion));
    }
    if criteria.len() > CRITERIA {
        out.raw("; ");
        site.words.and_more.write(&mut out, &[Fill::Number((criteria.len() - CRITERIA) as u64)]);
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
