//! Rows of lists of task logs.

use super::outcome::{sign, timeliness};
use crate::base::period::Date;
use crate::render::markup::{Markup, shortened};
use crate::render::paging::ROWS_ON_A_PAGE;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Entry, Kind, Status};

/// Whether the rows of a list name the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Members {
    /// The list is of everybody.
    Named,
    /// The page is one member's.
    Known,
}

/// The rows of a list: task, dates, timeliness, criteria claimed.
pub fn rows(site: &Site<'_>, entries: &[Entry], members: Members, depth: usize) -> Html<'static> {
    let mut out = Markup::with_room(entries.len() * 420);
    for entry in entries {
        match entry {
            Entry::Record(index) => record_row(site, &mut out, *index, members, depth),
            Entry::Faulty(index) => faulty_row(site, &mut out, *index as usize, depth),
        }
    }
    out.finish()
}

fn record_row(site: &Site<'_>, out: &mut Markup, index: u32, members: Members, depth: usize) {
    let record = site.report.record(index);
    out.raw("<tr><th scope=\"row\">");
    task_link(site, out, index, depth, None);
    below_title(site, out, index, (members == Members::Named).then(|| site.name(record.member)));
    out.raw("</th>");
    dates(site, out, index);
    let (claimed, counted) = site.report.claimed_criteria(index);
    out.raw("<td class=\"num\">").number(claimed as u64, site.lang).raw("/").number(counted as u64, site.lang);
    out.raw("</td></tr>");
}

/// Below a title the member, and that the task arose beside the plan.
fn below_title(site: &Site<'_>, out: &mut Markup, index: u32, member: Option<&str>) {
    let arose = site.report.record(index).kind == Some(Kind::Arising);
    let kind = arose.then_some(&*site.words.kind_arising);
    let between = if member.is_some() && kind.is_some() { " · " } else { "" };
    if member.is_some() || kind.is_some() {
        out.raw("<span class=\"sub\">").raw(member.unwrap_or_default()).raw(between);
        out.raw(kind.unwrap_or_default()).raw("</span>");
    }
}

/// The cells of the three dates and of how the task kept to them.
fn dates(site: &Site<'_>, out: &mut Markup, index: u32) {
    let schedule = site.report.record(index).schedule;
    date_cell(site, out, Some(schedule.assigned), "—");
    date_cell(site, out, schedule.due, "—");
    let open = match schedule.status {
        Status::Cancelled => &site.words.status_cancelled,
        Status::Planned => &site.words.status_planned,
        Status::Doing | Status::Done => &site.words.status_doing,
    };
    date_cell(site, out, schedule.done, open);
    out.raw("<td>");
    timeliness(site, out, index);
    out.raw("</td>");
}

fn date_cell(site: &Site<'_>, out: &mut Markup, date: Option<Date>, absent: &str) {
    match date {
        Some(date) => out.raw("<td class=\"num\">").date(date, site.lang),
        None => out.raw("<td class=\"num none\">").raw(absent),
    };
    out.raw("</td>");
}

/// The title as a link to the task's page, or to what it says of the criterion `id`.
pub fn task_link(site: &Site<'_>, out: &mut Markup, index: u32, depth: usize, id: Option<&str>) {
    out.raw("<a href=\"").href(&site.task(index), depth, id).raw("\">");
    out.text(&site.report.record(index).title).raw("</a>");
}

/// The title, cut to so many letters, as a link to the task's page.
pub fn short_task_link(site: &Site<'_>, out: &mut Markup, index: u32, depth: usize, letters: usize) {
    out.raw("<a href=\"").href(&site.task(index), depth, None).raw("\">");
    out.text(&shortened(&site.report.record(index).title, letters)).raw("</a>");
}

/// The title of the record with errors at `index` as a link to its page.
pub fn faulty_link(site: &Site<'_>, out: &mut Markup, index: usize, depth: usize) {
    let part = faulty_part(site, index);
    out.raw("<a href=\"").href(&faulty_page(site, index, &part), depth, None).raw("\">");
    out.text(faulty_title(site, index)).raw("</a>");
}

fn faulty_row(site: &Site<'_>, out: &mut Markup, index: usize, depth: usize) {
    let record = &site.report.faulty()[index];
    out.raw("<tr><th scope=\"row\">");
    faulty_link(site, out, index, depth);
    if let Some(member) = record.member {
        out.raw("<span class=\"sub\">").raw(site.name(member)).raw("</span>");
    }
    out.raw("</th><td colspan=\"5\"><span class=\"severity severity--error\">");
    site.words.faulty_note.write(out, record.errors as u64, &[]);
    out.raw("</span></td></tr>");
}

/// The title of the record with errors at `index`, or its id when that cannot be read.
pub fn faulty_title<'s>(site: &'s Site<'_>, index: usize) -> &'s str {
    let record = &site.report.faulty()[index];
    record.readable.as_ref().and_then(|readable| readable.title.as_deref()).unwrap_or(&record.id)
}

/// The folder of records whose member cannot be read: no member's id holds `_`.
const NOBODY: &str = "_";

/// The page of the record with errors at `index`, whose part is [`faulty_part`].
pub fn faulty_page<'p>(site: &Site<'p>, index: usize, part: &'p str) -> Route<'p> {
    let member = site.report.faulty()[index].member;
    Route::Task { member: member.map_or(NOBODY, |member| &site.member(member).id), part }
}

/// The path part of a record with errors. One that shares its id with another is told apart by a hash of its path.
pub fn faulty_part(site: &Site<'_>, index: usize) -> String {
    let record = &site.report.faulty()[index];
    if site.report.is_ambiguous(index) {
        let hash = blake3::hash(record.path.as_bytes()).to_hex();
        format!("{}-{}", record.part, &hash[..8])
    } else {
        record.part.clone()
    }
}

/// The rows of a member's tasks with a column per criterion; the row of the task at place `n` (from 1) has the id
/// `_t<n>`.
pub fn marked_rows(site: &Site<'_>, records: &[u32], first: usize, depth: usize) -> Html<'static> {
    let criteria = site.report.rubric().criteria.len();
    let mut out = Markup::with_room(records.len() * (380 + criteria * 12));
    for (n, index) in (first..).zip(records) {
        out.raw("<tr id=\"_t").raw(&n.to_string()).raw("\"><td class=\"num\">").number(n as u64, site.lang);
        out.raw("</td><th scope=\"row\">");
        task_link(site, &mut out, *index, depth, None);
        below_title(site, &mut out, *index, None);
        out.raw("</th>");
        let schedule = site.report.record(*index).schedule;
        date_cell(site, &mut out, schedule.done.or(schedule.due), "—");
        out.raw("<td>");
        timeliness(site, &mut out, *index);
        out.raw("</td>");
        for mark in site.report.marks(*index) {
            out.raw("<td>").raw(sign(mark)).raw("</td>");
        }
        out.raw("</tr>");
    }
    out.finish()
}

/// The number of a task as a link to its row, which may stand on a further page.
pub fn task_number(site: &Site<'_>, out: &mut Markup, n: usize) {
    out.raw("<a href=\"");
    if n > ROWS_ON_A_PAGE {
        out.digits(((n - 1) / ROWS_ON_A_PAGE + 1) as u64).raw("/index.html");
    }
    out.raw("#_t").digits(n as u64).raw("\">").number(n as u64, site.lang).raw("</a>");
}
