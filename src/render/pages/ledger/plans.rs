//! Plans: from when to when they last, the days that coordination and approval take, where they are filed.

use super::{Sheet, Writing};
use crate::render::markup::Markup;
use crate::render::parts::tasks::task_link;
use crate::report::{Plan, Record, Row};

pub(super) const SHEET: Sheet = Sheet {
    heads: &[
        "task",
        "ledger-steps",
        "ledger-span",
        "ledger-days",
        "ledger-days-coordination",
        "ledger-days-approval",
        "ledger-archive",
    ],
    row,
    tables: |_| Vec::new(),
};

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let (plan, site) = (Plan::of(&record.content), writing.site);
    out.raw("<th scope=\"row\">");
    task_link(site, out, row.record, writing.depth, (plan.steps > 0).then_some("_f-steps"));
    out.raw("</th>");
    writing.number(out, plan.steps as u32);
    match plan.span {
        Some((start, end)) => {
            out.raw("<td class=\"nowrap\">").date(start, site.lang).raw(" – ").date(end, site.lang).raw("</td>")
        }
        None => out.raw("<td class=\"none\">—</td>"),
    };
    for days in [plan.days().unwrap_or_default(), plan.coordination, plan.approval] {
        writing.number(out, u32::try_from(days).unwrap_or_default());
    }
    writing.cell(out, record.content.archive.as_ref());
}
