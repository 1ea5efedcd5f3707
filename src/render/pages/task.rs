//! A task log's own page.

use std::collections::BTreeSet;

use serde::Serialize;

use super::fields::Fields;
use super::frame::Frame;
use super::history;
use super::problems::{Line, lines};
use super::reviews;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::body::body;
use crate::render::parts::evidence::{FULL, Listed, list, person};
use crate::render::parts::meta::Meta;
use crate::render::parts::outcome::{outcome, timeliness};
use crate::render::parts::tables::{member_link, state_note};
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{ClaimRow, Field, Given, Kind, Label, Part, Rater, Record, Status, Who};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    title: &'s str,
    meta: Html<'static>,
    claims: Html<'static>,
    problems: Vec<Line>,
    steps: Html<'static>,
    gantt: Html<'static>,
    plan: Html<'static>,
    risks: Html<'static>,
    fields: Html<'static>,
    ledgers: Html<'static>,
    body: Html<'static>,
    rated: bool,
    reviews: Html<'static>,
    stale: Html<'static>,
}

/// How deep a task's page stands.
const DEPTH: usize = 3;

/// The bytes of the page of the record at `index`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, index: u32) -> Result<Vec<u8>> {
    let record = site.report.record(index);
    let claims = site.report.claims(index);
    let fields = Fields {
        site,
        content: &record.content,
        depth: DEPTH,
        tagged: Some((record.member, record.schedule.counts_on())),
        shown: shown_above(&claims),
    };
    let problems = if record.warnings > 0 { site.report.problems_of(&record.path) } else { Vec::new() };
    let page = Page {
        frame: frame(site, index, record),
        title: &record.title,
        meta: meta(site, index, record),
        claims: claim_rows(site, record, &claims),
        problems: lines(site, &problems, DEPTH),
        steps: fields.steps(),
        gantt: fields.gantt(record.schedule.done.is_none().then(|| site.report.as_of())),
        plan: fields.plan(),
        risks: fields.risks(),
        fields: fields.rows(),
        ledgers: site.ways.of_record(record),
        body: body(site, &record.body, DEPTH),
        rated: site.rated,
        reviews: reviews::list(site, record, DEPTH),
        stale: reviews::uncounted(site, record, DEPTH),
    };
    site.theme.render("pages/task.html", &page)
}

fn frame<'s>(site: &'s Site<'_>, index: u32, record: &Record) -> Frame<'s> {
    let member = site.member(record.member);
    let month = record.month();
    let frame = Frame::new(site, &site.task(index), (Section::Tasks, Place::Below), &record.title)
        .of_reports(site)
        .below(&site.words.nav_members, &Route::Members)
        .below(&member.name, &Route::Member(&member.id));
    match month {
        Some(month) => {
            let label = month.label(site.lang);
            frame.below(&label, &Route::MemberPeriod(&member.id, month)).about(label)
        }
        None => frame.about(site.words.time_cancelled.clone()),
    }
}

/// The facts of a task as a list of terms.
fn meta(site: &Site<'_>, index: u32, record: &Record) -> Html<'static> {
    let words = &site.words;
    let mut meta = Meta { site, out: Markup::with_room(1024) };
    meta.fact(&words.member, |out| member_link(site, out, record.member, None, DEPTH));
    if let Some(by) = &record.assigned_by {
        meta.fact(&words.assigned_by, |out| person(site, out, Who::from(by)));
    }
    meta.date(&words.assigned, Some(record.schedule.assigned));
    meta.date(&words.due, record.schedule.due);
    meta.date(&words.done, record.schedule.done);
    meta.fact(&words.timeliness, |out| timeliness(site, out, index));
    meta.fact(&words.kind_and_status, |out| {
        if let Some(kind) = record.kind {
            out.raw(kind_word(site, kind)).raw(", ");
        }
        out.raw(status_word(site, record.schedule.status));
    });
    if let Some(month) = record.month() {
        meta.fact(&words.counts_in, |out| {
            out.raw("<a href=\"").href(&Route::Period(month), DEPTH, None).raw("\">");
            out.period(month, site.lang).raw("</a>");
        });
    }
    history::facts(&mut meta, &site.report.told(&record.path), Some(record));
    meta.on_server(&record.path);
    meta.fact(&words.record_id, |out| {
        out.raw("<code>").text(&record.id).raw("</code>");
    });
    meta.out.finish()
}

/// Planned or arising.
pub fn kind_word<'s>(site: &'s Site<'_>, kind: Kind) -> &'s str {
    match kind {
        Kind::Planned => &site.words.kind_planned,
        Kind::Arising => &site.words.kind_arising,
    }
}

/// How far a task is.
pub fn status_word<'s>(site: &'s Site<'_>, status: Status) -> &'s str {
    match status {
        Status::Planned => &site.words.status_planned,
        Status::Doing => &site.words.status_doing,
        Status::Done => &site.words.status_done,
        Status::Cancelled => &site.words.status_cancelled,
    }
}

/// The day on which a task counts; of one that is not done its status and, in brackets, the day on which it is due, so
/// that in a list it stays one item.
pub fn day(site: &Site<'_>, out: &mut Markup, index: u32) {
    let schedule = &site.report.record(index).schedule;
    match schedule.due.filter(|_| schedule.done.is_none()) {
        Some(due) => {
            out.raw(status_word(site, schedule.status)).raw(" (");
            let mut date = Markup::new();
            date.date(due, site.lang);
            site.words.due_on.write(out, &[Fill::Html(&date.into_string())]);
            out.raw(")");
        }
        None => {
            out.date(schedule.counts_on(), site.lang);
        }
    }
}

/// The fields that the claims show in full.
fn shown_above(claims: &[ClaimRow<'_>]) -> BTreeSet<Field> {
    let exhibits = claims.iter().flat_map(|row| &row.exhibits);
    let (mut shown, mut cut) = (BTreeSet::new(), BTreeSet::new());
    for exhibit in exhibits {
        let Label::Field(field) = exhibit.label else { continue };
        let is_long = |part: &Part<'_>| match part {
            Part::Quote(text) | Part::Text(text) | Part::Asked(text) | Part::Answered(text) => text.len() > FULL,
            _ => false,
        };
        if exhibit.parts.iter().any(is_long) {
            cut.insert(field)
        } else {
            shown.insert(field)
        };
    }
    &shown - &cut
}

/// A row per criterion: level, what stands behind it, what has come of it.
fn claim_rows(site: &Site<'_>, record: &Record, claims: &[ClaimRow<'_>]) -> Html<'static> {
    let mut out = Markup::with_room(6 * 1024);
    for row in claims {
        claim(site, &mut out, record, row);
    }
    out.finish()
}

fn claim(site: &Site<'_>, out: &mut Markup, record: &Record, row: &ClaimRow<'_>) {
    let id = &site.criterion(row.criterion).id;
    out.raw("<tr id=\"").raw(id).raw("\"><th scope=\"row\"><a href=\"").href(&Route::Criterion(id), DEPTH, None);
    out.raw("\"><b>").raw(id).raw("</b> ").raw(site.label(row.criterion)).raw("</a>");
    state_note(site, out, row.criterion);
    out.raw("</th><td>").text(row.mark.level.map_or("—", |level| site.level(level))).raw("</td>");
    if site.rated {
        for rater in Rater::ALL {
            let given = Given::of(&record.reviews, rater, row.criterion);
            reviews::entry(site, out, (rater, reviews::are_stale(record)), row.mark.level, given);
        }
    }
    out.raw("<td>");
    list(site, out, &row.exhibits, Listed::OnTask, DEPTH);
    if let Some(reason) = &row.claim.reason {
        out.raw("<span class=\"sub\">");
        site.words.reason.write(out, &[Fill::Text(&reason.value)]);
        out.raw("</span>");
    }
    out.raw("</td><td>");
    outcome(site, out, row.mark.outcome);
    out.raw("</td></tr>");
}
