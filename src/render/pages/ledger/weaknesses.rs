//! Strengths and weaknesses; weaknesses from their naming to their overcoming; quarters in which a member named none.

use std::ops::Range;

use super::{Followed, Sheet, Table, Writing};
use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::report::{Loop, Record, Row, Silence, Tagged};

pub(super) const SHEET: Sheet =
    Sheet { heads: &["task", "ledger-strengths", "ledger-named", "ledger-fixed"], row, tables };

/// Records of a weakness that are linked.
const LINKED: usize = 3;

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let content = &record.content;
    writing.task_head(out, row.record);
    writing.items(out, &content.strengths, |out, text| writing.say(out, &text.value));
    writing.items(out, &content.weaknesses, |out, item| tagged(writing, out, item));
    writing.items(out, &content.fixed, |out, tag| writing.tag(out, &tag.value));
}

/// What was named or learned, with its tag.
pub(super) fn tagged(writing: &Writing<'_, '_>, out: &mut Markup, item: &Tagged) {
    if let Some(text) = &item.text {
        writing.say(out, &text.value);
    }
    if let Some(tag) = &item.tag {
        out.raw(if item.text.is_some() { " " } else { "" });
        writing.tag(out, &tag.value);
    }
}

/// The weaknesses of members, each from its naming to its overcoming.
pub(super) const FOLLOWED: Followed = Followed { count: |report| report.loops().len(), table: followed };

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    let silent = writing.site.report.silent_on_weaknesses();
    (!silent.is_empty()).then(|| silences(writing, &silent)).into_iter().collect()
}

fn followed(writing: &Writing<'_, '_>, rows: Range<usize>) -> Table {
    let mut body = Markup::new();
    for of_member in writing.site.report.loops()[rows].chunk_by(|a, b| a.member == b.member) {
        body.raw("<tbody><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"5\">");
        writing.member(&mut body, of_member[0].member);
        body.raw("</th></tr>");
        of_member.iter().for_each(|one| loop_row(writing, &mut body, one));
        body.raw("</tbody>");
    }
    let heads = writing.heads(&["ledger-weakness", "ledger-tag", "ledger-state", "ledger-named-in", "ledger-fixed-in"]);
    writing.table("loops", "table--text stacked loops", heads, body)
}

fn loop_row(writing: &Writing<'_, '_>, out: &mut Markup, one: &Loop<'_>) {
    out.raw("<tr><th scope=\"row\">");
    writing.say(out, one.told(|_| true).and_then(|naming| naming.text).unwrap_or("—"));
    out.raw("</th><td>");
    writing.tag(out, one.tag);
    out.raw("</td><td><span class=\"outcome loop--").raw(one.state.id()).raw("\">");
    out.text(&writing.text(&format!("loop-{}", one.state.id()))).raw("</span></td>");
    let named: Vec<u32> = one.named.iter().map(|naming| naming.record).collect();
    for records in [&named, &one.fixed] {
        if records.is_empty() {
            out.raw("<td class=\"none\">—</td>");
        } else {
            out.raw("<td>");
            writing.days(out, records, LINKED);
            out.raw("</td>");
        }
    }
    out.raw("</tr>");
}

/// Quarters in which a member with records named no weakness.
fn silences(writing: &Writing<'_, '_>, silent: &[Silence]) -> Table {
    let (site, current) = (writing.site, writing.site.report.current_quarter());
    let mut body = Markup::new();
    body.raw("<tbody>");
    for silence in silent {
        body.raw("<tr><th scope=\"row\">").raw(site.name(silence.member)).raw("</th><td>");
        let id = &site.member(silence.member).id;
        for (i, quarter) in silence.quarters.iter().rev().enumerate() {
            body.raw(if i == 0 { "<a href=\"" } else { ", <a href=\"" });
            body.href(&Route::MemberPeriod(id, *quarter), writing.depth, None).raw("\">");
            body.period(*quarter, site.lang).raw("</a>");
            if *quarter == current {
                body.raw(" (").text(&writing.text("ledger-quarter-runs")).raw(")");
            }
        }
        body.raw("</td></tr>");
    }
    body.raw("</tbody>");
    writing.table("silences", "table--fit people", writing.heads(&["member", "ledger-quarters"]), body)
}
