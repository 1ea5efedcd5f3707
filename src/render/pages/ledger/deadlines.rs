//! Planned and arising work, deadlines of open tasks, notes of progress.

use super::writing::Way;
use super::{Sheet, Table, Writing, calendar};
use crate::base::period::PeriodSpan;
use crate::render::markup::Markup;
use crate::render::parts::outcome::timeliness;
use crate::render::parts::tasks::task_link;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::report::{Deadlines, Kind, Record, Row, Scope};

pub(super) const SHEET: Sheet = Sheet { heads: &["ledger-day", "ledger-note", "task"], row, tables };

/// Open tasks of one kind that the table names.
const NAMED: usize = 200;

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let note = &record.content.progress[row.item as usize];
    out.raw("<th scope=\"row\">");
    match &note.on {
        Some(on) => out.date(on.value, writing.site.lang),
        None => out.raw("—"),
    };
    out.raw("</th>");
    writing.cell(out, note.note.as_ref());
    writing.task_cell(out, row.record);
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    let report = writing.site.report;
    if report.sums(Scope::Cell, None).records.is_empty() {
        return Vec::new();
    }
    let heads = [
        ("ledger-planned", Way::Tasks),
        ("ledger-arising", Way::Tasks),
        ("ledger-kind-unsaid", Way::Tasks),
        ("ledger-overdue", Way::Part("overdue")),
        ("ledger-soon", Way::Part("soon")),
        ("ledger-drifting", Way::Part("drifting")),
    ];
    let kinds = writing.by_member("kinds", heads, |scope| {
        let kinds = report.kinds(scope);
        [kinds.planned, kinds.arising, kinds.unsaid, kinds.overdue, kinds.soon, kinds.drifting]
    });
    let deadlines = report.deadlines();
    let calendar = calendar::table(writing, &deadlines);
    [Some(calendar), open(writing, &deadlines), Some(kinds), notes(writing)].into_iter().flatten().collect()
}

/// The open tasks; nothing when there are none.
fn open(writing: &Writing<'_, '_>, deadlines: &Deadlines) -> Option<Table> {
    let mut body = Markup::new();
    let kinds = [
        ("overdue", "ledger-overdue", &deadlines.overdue),
        ("soon", "ledger-soon", &deadlines.soon),
        ("drifting", "ledger-drifting", &deadlines.drifting),
        ("later", "ledger-later", &deadlines.later),
    ];
    for (id, key, tasks) in kinds {
        if !tasks.is_empty() {
            body.raw("<tbody id=\"_").raw(id).raw("\"><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"5\">");
            body.text(&writing.text(key));
            body.raw(" (").number(tasks.len() as u64, writing.site.lang).raw(")</th></tr>");
            tasks.iter().take(NAMED).for_each(|index| open_row(writing, &mut body, *index));
            if tasks.len() > NAMED {
                body.raw("<tr><th scope=\"row\" colspan=\"5\"><a href=\"");
                body.href(&Route::Tasks, writing.depth, None).raw("\">");
                writing.site.words.and_more.write(&mut body, &[Fill::Number((tasks.len() - NAMED) as u64)]);
                body.raw("</a></th></tr>");
            }
            body.raw("</tbody>");
        }
    }
    let heads = writing.heads(&["task", "due", "kind", "timeliness", "ledger-last-note"]);
    (!body.is_empty()).then(|| writing.table("open", "table--text stacked undone", heads, body))
}

fn open_row(writing: &Writing<'_, '_>, out: &mut Markup, index: u32) {
    let site = writing.site;
    let record = site.report.record(index);
    out.raw("<tr><th scope=\"row\">");
    task_link(site, out, index, writing.depth, None);
    out.raw("<span class=\"sub\">").raw(site.name(record.member)).raw("</span></th>");
    match record.schedule.due {
        Some(due) => out.raw("<td class=\"nowrap\">").date(due, site.lang).raw("</td>"),
        None => out.raw("<td class=\"none\">—</td>"),
    };
    match record.kind {
        Some(Kind::Planned) => out.raw("<td class=\"nowrap\">").raw(&site.words.kind_planned).raw("</td>"),
        Some(Kind::Arising) => out.raw("<td class=\"nowrap\">").raw(&site.words.kind_arising).raw("</td>"),
        None => out.raw("<td class=\"none\">—</td>"),
    };
    out.raw("<td>");
    timeliness(site, out, index);
    out.raw("</td>");
    last_note(writing, out, record);
    out.raw("</tr>");
}

/// The latest note of progress, with its day.
fn last_note(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record) {
    let dated = record.content.progress.iter().filter_map(|note| Some((note.on.as_ref()?.value, note)));
    match dated.max_by_key(|(on, _)| *on) {
        Some((on, note)) => {
            out.raw("<td>").date(on, writing.site.lang);
            if let Some(text) = &note.note {
                out.raw(": ");
                writing.say(out, &text.value);
            }
            out.raw("</td>");
        }
        None => {
            out.raw("<td class=\"none\">—</td>");
        }
    }
}

/// How often progress was noted, by year, quarter and month; a period with records leads to its report.
fn notes(writing: &Writing<'_, '_>) -> Option<Table> {
    let site = writing.site;
    let periods = site.report.periods(Scope::Cell);
    let mut body = Markup::new();
    let all = site.report.progress_notes();
    for of_year in all.chunk_by(|a, b| a.0.year() == b.0.year()) {
        body.raw("<tbody>");
        for (period, notes) in of_year {
            body.raw("<tr><th scope=\"row\" class=\"").raw(level(period.span())).raw("\">");
            if periods.binary_search(period).is_ok() {
                body.raw("<a href=\"").href(&Route::Period(*period), writing.depth, None).raw("\">");
                body.period(*period, site.lang).raw("</a>");
            } else {
                body.period(*period, site.lang);
            }
            body.raw("</th>");
            writing.number(&mut body, notes.notes);
            writing.number(&mut body, notes.tasks);
            body.raw("</tr>");
        }
        body.raw("</tbody>");
    }
    let heads = writing.number_heads("period", &["ledger-notes", "ledger-notes-tasks"]);
    (!all.is_empty()).then(|| writing.table("notes", "figs table--fit", heads, body))
}

/// How far the name of a period is set in.
fn level(span: PeriodSpan) -> &'static str {
    match span {
        PeriodSpan::Year => "level-1",
        PeriodSpan::Half(_) | PeriodSpan::Quarter(_) => "level-2",
        PeriodSpan::Month(_) => "level-3",
    }
}
