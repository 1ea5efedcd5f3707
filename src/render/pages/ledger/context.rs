//! What was going on at the time of every task.

use super::Sheet;

pub(super) const SHEET: Sheet = Sheet {
    heads: &["task", "ledger-circumstances"],
    row: |writing, out, record, row| {
        writing.task_head(out, row.record);
        writing.items(out, &record.content.context, |out, text| writing.say(out, &text.value));
    },
    tables: |_| Vec::new(),
};
