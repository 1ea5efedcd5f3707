//! Purpose, requirements and procedure of every task.

use super::Sheet;

pub(super) const SHEET: Sheet = Sheet {
    heads: &["task", "ledger-purpose", "ledger-procedure"],
    row: |writing, out, record, row| {
        writing.task_head(out, row.record);
        writing.cell(out, record.content.purpose.as_ref());
        writing.cell(out, record.content.procedure.as_ref());
    },
    tables: |_| Vec::new(),
};
