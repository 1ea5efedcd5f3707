//! What a period's page says after the period was closed: which of its records were changed since.

use serde::Serialize;

use super::history::cells;
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::parts::tables::member_link;
use crate::render::parts::tasks::{faulty_link, task_link};
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Changed, Closing, Told};

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
}

/// What the page of `period` says of its closing, if it was closed.
pub fn closed(site: &Site<'_>, period: Period) -> Option<Closed> {
    let closing = site.report.closing(period)?;
    let changed = closing.changed.as_deref().unwrap_or_default();
    let mut rows = Markup::with_room(changed.len().min(NAMED) * 400);
    for (record, told) in changed.iter().take(NAMED) {
        row(site, &mut rows, *record, told);
    }
    let mut more = Markup::new();
    if changed.len() > NAMED {
        site.words.and_more.write(&mut more, &[Fill::Number((changed.len() - NAMED) as u64)]);
    }
    Some(Closed { note: note(site, &closing), rows: rows.finish(), more: more.finish() })
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
    if let Some(member) = member {
        out.raw("<span class=\"sub\">");
        member_link(site, out, member, None, DEPTH);
        out.raw("</span>");
    }
    out.raw("</th>");
    cells(site, out, told);
    out.raw("</tr>");
}
