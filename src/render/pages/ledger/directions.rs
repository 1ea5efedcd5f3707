//! Directions received; what was asked and answered before starting.

use super::writing::Way;
use super::{Sheet, Table, Writing};
use crate::render::markup::Markup;
use crate::render::parts::evidence::person;
use crate::report::{Asked, Direction, Ledger, Record, Row};

pub(super) const SHEET: Sheet = Sheet { heads: &["task", "ledger-direction", "ledger-asked"], row, tables };

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    writing.task_head(out, row.record);
    let Some(direction) = &record.content.direction else { return };
    out.raw("<td>");
    given(writing, out, direction);
    out.raw("</td>");
    writing.items(out, &direction.asked, |out, asked| question(writing, out, asked));
}

/// Who gave it when, and what it says.
fn given(writing: &Writing<'_, '_>, out: &mut Markup, direction: &Direction) {
    if let Some(by) = &direction.by {
        person(writing.site, out, writing.site.report.who(&by.value));
    }
    if let Some(on) = &direction.on {
        out.raw(if direction.by.is_some() { ", " } else { "" }).date(on.value, writing.site.lang);
    }
    if let Some(summary) = &direction.summary {
        out.raw(if direction.by.is_some() || direction.on.is_some() { ": " } else { "" });
        writing.say(out, &summary.value);
    }
}

/// A question and its answer, or that there is none.
fn question(writing: &Writing<'_, '_>, out: &mut Markup, asked: &Asked) {
    if let Some(question) = &asked.question {
        writing.say(out, &question.value);
    }
    out.raw("<span class=\"sub\">");
    match &asked.answer {
        Some(answer) => {
            out.raw(&writing.site.words.answered).raw(" ");
            writing.say(out, &answer.value);
        }
        None => {
            out.raw(&writing.site.words.unanswered);
        }
    }
    out.raw("</span>");
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    if writing.site.report.ledger(Ledger::Directions).rows().is_empty() {
        return Vec::new();
    }
    let heads =
        ["ledger-directed", "ledger-questions", "ledger-answered", "ledger-unasked"].map(|key| (key, Way::Rows));
    let table = writing.by_member("asked", heads, |scope| {
        let counts = writing.site.report.directions(scope);
        [counts.tasks, counts.asked, counts.answered, counts.unasked]
    });
    vec![table]
}
