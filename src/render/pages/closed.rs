//! What a period's page says after the period was closed: which of its records were changed since.

use serde::Serialize;

use super::history::{cells, written};
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::parts::tables::member_link;
use crate::render::parts::tasks::{faulty_link, task_link};
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Changed, Closing, Left, Now, Told};

/// Records that are named; a rebase of the whole repository would name them all.
const NAMED: usize = 50;

/// How deep a period's page stands.
const DEPTH: usize = 2;

/// A closed period.
#[derive(Serialize)]
pub struct Closed {
    note: Html<'static>,
    rows: Html<'static>,
    more: Html<'static>,
    left: Html<'static>,
    more_left: Html<'static>,
}

/// What the page of `period` says of its closing, if it was closed.
pub fn closed(site: &Site<'_>, period: Period) -> Option<Closed> {
    let closing = site.report.closing(period)?;
    let changed = closing.changed.as_deref().unwrap_or_default();
    let mut rows = Markup::with_room(changed.len().min(NAMED) * 400);
    for (record, told) in changed.iter().take(NAMED) {
        row(site, &mut rows, *record, told);
    }
    let mut left = Markup::new();
    closing.left.iter().take(NAMED).for_each(|one| left_row(site, &mut left, one));
    Some(Closed {
        note: note(site, &closing),
        rows: rows.finish(),
        more: more(site, changed.len()),
        left: left.finish(),
        more_left: more(site, closing.left.len()),
    })
}

/// That there are more than are named, if so.
fn more(site: &Site<'_>, count: usize) -> Html<'static> {
    let mut more = Markup::new();
    if count > NAMED {
        site.words.and_more.write(&mut more, &[Fill::Number((count - NAMED) as u64)]);
    }
    more.finish()
}

fn note(site: &Site<'_>, closing: &Closing<'_>) -> Html<'static> {
    let words = &site.words;
    let period = closing.period.label(site.lang);
    let mut out = Markup::new();
    let Some(on) = closing.on else {
        words.closed_undated.write(&mut out, &[Fill::Text(&period)]);
        return out.finish();
    };
    words.closed_on.write(&mut out, &[Fill::Text(&period), Fill::Text(&on.label(site.lang))]);
    out.raw(" ");
    match closing.changed.as_deref() {
        None => out.raw(&words.closed_unknown),
        Some([]) => out.raw(&words.closed_none),
        Some(changed) => {
            words.closed_some.write(&mut out, changed.len() as u64, &[]);
            &mut out
        }
    };
    if let Some(day) = closing.merged {
        out.raw(" ");
        words.closed_merged.write(&mut out, &[Fill::Text(&day.label(site.lang))]);
    }
    if !closing.left.is_empty() {
        out.raw(" ");
        words.closed_left.write(&mut out, closing.left.len() as u64, &[]);
    }
    out.finish()
}

fn row(site: &Site<'_>, out: &mut Markup, record: Changed, told: &Told<'_>) {
    out.raw("<tr><th scope=\"row\">");
    let member = match record {
        Changed::Record(index) => {
            task_link(site, out, index, DEPTH, None);
            Some(site.report.record(index).member)
        }
        Changed::Faulty(index) => {
            faulty_link(site, out, index, DEPTH);
            site.report.faulty()[index].member
        }
    };
    whose(site, out, member);
    out.raw("</th>");
    cells(site, out, told);
    out.raw("</tr>");
}

fn whose(site: &Site<'_>, out: &mut Markup, member: Option<usize>) {
    let Some(member) = member else { return };
    out.raw("<span class=\"sub\">");
    member_link(site, out, member, None, DEPTH);
    out.raw("</span>");
}

/// What a record was called that counts no more, what became of it, and who wrote that.
fn left_row(site: &Site<'_>, out: &mut Markup, left: &Left) {
    out.raw("<tr><th scope=\"row\">");
    match left.now {
        Now::Gone => _ = out.text(&left.title),
        Now::Record(index) => task_link(site, out, index, DEPTH, None),
        Now::Faulty(index) => faulty_link(site, out, index, DEPTH),
    }
    whose(site, out, left.member);
    out.raw("</th><td>");
    let words = &site.words;
    match (left.now, left.to) {
        (Now::Gone, _) => _ = out.raw(&words.left_gone),
        (Now::Faulty(_), _) => _ = out.raw(&words.left_faulty),
        (Now::Record(_), None) => _ = out.raw(&words.left_cancelled),
        (Now::Record(_), Some(to)) => words.left_moved.write(out, &[Fill::Text(&to.label(site.lang))]),
    }
    out.raw("</td><td>");
    match site.report.left_by(left) {
        Some(last) => written(site, out, &last),
        None => _ = out.raw(&words.history_uncommitted),
    }
    out.raw("</td></tr>");
}
