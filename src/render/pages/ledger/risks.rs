//! Risks that were foreseen: come true or not, with a response ready or not.

use super::writing::Way;
use super::{Sheet, Table, Writing};
use crate::render::markup::Markup;
use crate::report::{Ledger, Record, Row};

pub(super) const SHEET: Sheet = Sheet { heads: &["risk", "risk-response", "ledger-came-true", "task"], row, tables };

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let (risk, words) = (&record.content.risks[row.item as usize], &writing.site.words);
    writing.head(out, risk.risk.as_ref());
    writing.cell(out, risk.response.as_ref());
    match (risk.happened, &risk.response) {
        (Some(true), Some(_)) => out.raw("<td><b>").raw(&words.risk_happened).raw("</b></td>"),
        (Some(true), None) => out.raw("<td><b>").raw(&words.risk_unready).raw("</b></td>"),
        (Some(false), _) => out.raw("<td>").raw(&words.risk_did_not).raw("</td>"),
        (None, _) => out.raw("<td class=\"none\">—</td>"),
    };
    writing.task_cell(out, row.record);
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    if writing.site.report.ledger(Ledger::Risks).rows().is_empty() {
        return Vec::new();
    }
    let heads =
        ["ledger-foreseen", "ledger-happened", "ledger-ready", "ledger-unready", "ledger-averted", "ledger-unsaid"]
            .map(|key| (key, Way::Rows));
    let table = writing.by_member("foreseen", heads, |scope| {
        let risks = writing.site.report.risks(scope);
        let happened = risks.happened;
        [risks.foreseen(), happened.all(), happened.ready, happened.unready, risks.averted.all(), risks.unsaid.all()]
    });
    vec![table]
}
