//! Lessons, and those that repeat.

use std::ops::Range;

use super::weaknesses::tagged;
use super::{Followed, Sheet, Table, Writing};
use crate::render::markup::Markup;
use crate::report::{Record, Repeat, Row};

pub(super) const SHEET: Sheet = Sheet { heads: &["ledger-lesson", "task"], row, tables: |_| Vec::new() };

/// The tags that a member's lessons and weaknesses repeat.
pub(super) const FOLLOWED: Followed = Followed { count: |report| report.repeats().len(), table: repeated };

/// Records of a tag that are linked.
const LINKED: usize = 6;

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    out.raw("<th scope=\"row\">");
    tagged(writing, out, &record.content.lessons[row.item as usize]);
    out.raw("</th>");
    writing.task_cell(out, row.record);
}

fn repeated(writing: &Writing<'_, '_>, rows: Range<usize>) -> Table {
    let mut body = Markup::new();
    for of_member in writing.site.report.repeats()[rows].chunk_by(|a, b| a.member == b.member) {
        body.raw("<tbody><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"3\">");
        writing.member(&mut body, of_member[0].member);
        body.raw("</th></tr>");
        of_member.iter().for_each(|repeat| repeat_row(writing, &mut body, repeat));
        body.raw("</tbody>");
    }
    let heads = writing.heads(&["ledger-repeated", "ledger-times", "ledger-named-in"]);
    writing.table("repeats", "table--fit", heads, body)
}

fn repeat_row(writing: &Writing<'_, '_>, out: &mut Markup, repeat: &Repeat<'_>) {
    out.raw("<tr><th scope=\"row\">");
    if let Some(text) = writing.site.report.said_of(repeat) {
        writing.say(out, text);
        out.raw(" ");
    }
    writing.tag(out, repeat.tag);
    out.raw("</th><td class=\"num\">").number(repeat.records.len() as u64, writing.site.lang).raw("</td><td>");
    writing.days(out, &repeat.records, LINKED);
    out.raw("</td></tr>");
}
