//! What leaders changed in drafts, and what of it was adopted.

use super::writing::Way;
use super::{Sheet, Table, Writing};
use crate::render::markup::Markup;
use crate::render::parts::evidence::person;
use crate::report::{Ledger, Record, Row};

pub(super) const SHEET: Sheet =
    Sheet { heads: &["ledger-change", "ledger-by", "ledger-adoption", "task"], row, tables };

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let (revision, words) = (&record.content.revisions[row.item as usize], &writing.site.words);
    writing.head(out, revision.change.as_ref());
    match &revision.by {
        Some(by) => {
            out.raw("<td>");
            person(writing.site, out, writing.site.report.who(&by.value));
            out.raw("</td>");
        }
        None => {
            out.raw("<td class=\"none\">—</td>");
        }
    }
    match revision.adopted {
        Some(true) => out.raw("<td>").raw(&words.revision_adopted).raw("</td>"),
        Some(false) => out.raw("<td>").raw(&words.revision_refused).raw("</td>"),
        None => out.raw("<td class=\"none\">—</td>"),
    };
    writing.task_cell(out, row.record);
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    if writing.site.report.ledger(Ledger::Revisions).rows().is_empty() {
        return Vec::new();
    }
    let heads = ["ledger-changes", "ledger-adopted", "ledger-refused", "ledger-unsaid"].map(|key| (key, Way::Rows));
    let table = writing.by_member("adopted", heads, |scope| {
        let counts = writing.site.report.revisions(scope);
        [counts.all(), counts.adopted, counts.refused, counts.unsaid]
    });
    vec![table]
}
