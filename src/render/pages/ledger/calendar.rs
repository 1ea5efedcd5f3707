//! A calendar of deadlines: what is overdue, and the tasks due in the coming weeks, each on its day.

use super::{Table, Writing};
use crate::base::i18n::Lang;
use crate::base::period::Date;
use crate::render::markup::{Markup, shortened};
use crate::report::{Deadlines, SOON_DAYS};

/// So many days from the as-of date are shown.
const DAYS: i64 = 60;

const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Tasks that a day names on a screen, and the row of the overdue ones.
const NAMED: usize = 3;
const OVERDUE_NAMED: usize = 10;

/// Letters of a task's title; its page has it in full.
const LETTERS: usize = 40;

/// The calendar of `deadlines`.
pub(super) fn table(writing: &Writing<'_, '_>, deadlines: &Deadlines) -> Table {
    let due = due(writing, deadlines);
    let mut body = Markup::with_room(12 * 1024);
    if !deadlines.overdue.is_empty() {
        overdue(writing, &mut body, &deadlines.overdue);
    }
    if due.is_empty() {
        body.raw("<tbody><tr><td colspan=\"7\" class=\"calendar__empty\">");
        body.text(&writing.text("ledger-part-calendar.empty")).raw("</td></tr></tbody>");
    } else {
        weeks(writing, &mut body, &due);
    }
    let heads = writing.heads(&WEEK.map(|day| format!("weekday-{day}")).each_ref().map(String::as_str));
    writing.table("calendar", "calendar", heads, body)
}

/// The open tasks that are due in the coming [`DAYS`], by their day.
fn due(writing: &Writing<'_, '_>, deadlines: &Deadlines) -> Vec<(Date, u32)> {
    let report = writing.site.report;
    let day = |index: &u32| report.record(*index).schedule.due.map(|due| (due, *index));
    let open = [&deadlines.soon, &deadlines.drifting, &deadlines.later].into_iter().flatten();
    let coming = |(due, _): &(Date, u32)| (0..=DAYS).contains(&report.as_of().days_until(*due));
    let mut due: Vec<(Date, u32)> = open.filter_map(day).filter(coming).collect();
    due.sort();
    // A task that drifts and is due soon stands among both.
    due.dedup();
    due
}

fn overdue(writing: &Writing<'_, '_>, out: &mut Markup, tasks: &[u32]) {
    let (site, as_of) = (writing.site, writing.site.report.as_of());
    out.raw("<tbody><tr><td colspan=\"7\" class=\"calendar__overdue\"><b class=\"time time--overdue\">");
    out.text(&writing.text("ledger-overdue"))
        .raw(" (")
        .number(tasks.len() as u64, site.lang)
        .raw(")</b><ul class=\"calendar__list\">");
    for index in tasks.iter().take(OVERDUE_NAMED) {
        let record = site.report.record(*index);
        let days = record.schedule.days_late(as_of).unwrap_or_default().unsigned_abs();
        out.raw("<li>");
        task(writing, out, *index);
        out.raw(" <span class=\"sub\">");
        site.words.time_overdue.write(out, days, &[]);
        out.raw(" · ").raw(site.name(record.member)).raw("</span></li>");
    }
    out.raw("</ul>");
    more(writing, out, tasks.len().saturating_sub(OVERDUE_NAMED));
    out.raw("</td></tr></tbody>");
}

/// The weeks from the one of the as-of date to the one in which the last shown day lies.
fn weeks(writing: &Writing<'_, '_>, out: &mut Markup, due: &[(Date, u32)]) {
    let today = writing.site.report.as_of();
    let before = u16::from(today.weekday());
    out.raw("<tbody>");
    let last = DAYS as u16 + before;
    for week in 0..=last / 7 {
        out.raw("<tr>");
        for place in week * 7..week * 7 + 7 {
            if place < before || place > last {
                out.raw("<td></td>");
            } else {
                day(writing, out, today.plus_days(place - before), due);
            }
        }
        out.raw("</tr>");
    }
    out.raw("</tbody>");
}

fn day(writing: &Writing<'_, '_>, out: &mut Markup, day: Date, due: &[(Date, u32)]) {
    let days = writing.site.report.as_of().days_until(day);
    let tasks = &due[due.partition_point(|(due, _)| *due < day)..];
    let tasks = &tasks[..tasks.partition_point(|(due, _)| *due == day)];
    out.raw("<td class=\"day");
    out.raw(if days > SOON_DAYS { " day--later" } else { "" });
    out.raw(if days == 0 { " day--today\" aria-current=\"date\">" } else { "\">" });
    out.raw("<span class=\"day__date\">").raw(&short(day, days == 0, writing.site.lang)).raw("</span>");
    if !tasks.is_empty() {
        out.raw("<ul class=\"calendar__list\">");
        for (place, (_, index)) in tasks.iter().enumerate() {
            // On paper nothing can be followed, so that all are printed.
            out.raw(if place < NAMED { "<li>" } else { "<li class=\"day__rest\">" });
            task(writing, out, *index);
            out.raw("</li>");
        }
        out.raw("</ul>");
        more(writing, out, tasks.len().saturating_sub(NAMED));
    }
    out.raw("</td>");
}

/// The day of the month, padded as in the dates beside it; with its month on the first and on the day `with_month`.
fn short(day: Date, with_month: bool, lang: Lang) -> String {
    let (_, _, number) = day.parts();
    match lang {
        _ if with_month || number == 1 => day.short_label(lang),
        Lang::Vi => format!("{number:02}"),
        Lang::En => number.to_string(),
    }
}

/// A task: the mark of how it keeps to its time and, where there is room, its title.
fn task(writing: &Writing<'_, '_>, out: &mut Markup, index: u32) {
    let record = writing.site.report.record(index);
    out.raw("<a class=\"deadline deadline--").raw(record.timeliness.id()).raw("\" href=\"");
    out.href(&writing.site.task(index), writing.depth, None);
    out.raw("\"><span>").text(&shortened(&record.title, LETTERS)).raw("</span></a>");
}

fn more(writing: &Writing<'_, '_>, out: &mut Markup, count: usize) {
    if count > 0 {
        out.raw("<p><a href=\"#_open\">+").number(count as u64, writing.site.lang).raw(" <span class=\"hidden\">");
        out.text(&writing.text("calendar-more")).raw("</span></a></p>");
    }
}
