//! The task logs, cancelled and faulty ones too, with what has come of every criterion.

use std::collections::HashMap;

use super::{Parts, Source, Value};
use crate::base::period::{Date, Period};
use crate::report::data::{CriterionRow, RecordRow};

pub(super) fn table<'t>(source: Source<'t, '_>) -> Parts<'t> {
    let mut columns = vec![
        source.column("title", 44),
        source.column("member", 20),
        source.column("kind", 12),
        source.column("status", 12),
        source.column("assigned", 12),
        source.column("due", 12),
        source.column("done", 12),
        source.column("counts-in", 15),
        source.column("timeliness", 16),
        source.column("days-late", 8),
        source.column("errors", 8),
    ];
    columns.extend(source.criteria(13));
    columns.push(source.column("record", 40));
    let members = source.report.members().iter().enumerate();
    let places: HashMap<&str, usize> = members.map(|(place, member)| (member.id.as_str(), place)).collect();
    let rows = source.report.data().records_in(source.selection);
    (columns, Box::new(rows.map(move |row| of_record(source, &places, &row))))
}

fn of_record<'t>(source: Source<'t, '_>, places: &HashMap<&str, usize>, row: &RecordRow<'_>) -> Vec<Value<'t>> {
    let words = source.words;
    let own = |text: Option<&str>| text.map_or(Value::None, |text| Value::text(source.veiled(text).into_owned()));
    let word = |prefix, id: Option<&'static str>| id.map_or(Value::None, |id| Value::text(words.word(prefix, id)));
    let member = row.member.and_then(|id| places.get(id)).map(|place| words.name(*place));
    let mut values = vec![
        own(row.title),
        member.map_or(Value::None, Value::text),
        word("kind", row.kind),
        word("status", row.status),
        Value::day(row.assigned),
        Value::day(row.due),
        Value::day(row.done),
        row.month.map_or(Value::None, |month: Period| Value::text(month.label(words.lang))),
        word("export-time", row.timeliness),
        days_late(row, source.report.as_of()),
        Value::Number(row.errors as u64),
    ];
    let criteria = source.report.rubric().criteria.iter();
    values.extend(criteria.map(|one| word("outcome", outcome(&row.criteria, &one.id))));
    values.push(own(Some(row.id)));
    values
}

/// Days behind the due day of a task that was done late or is overdue.
fn days_late<'t>(row: &RecordRow<'_>, as_of: Date) -> Value<'t> {
    let is_late = matches!(row.timeliness, Some("late" | "excused" | "overdue"));
    let end = row.done.unwrap_or(as_of);
    let days = row.due.filter(|_| is_late).map(|due| due.days_until(end));
    days.and_then(|days| u64::try_from(days).ok()).map_or(Value::None, Value::Number)
}

/// What has come of a criterion; nothing where it is not counted.
fn outcome(criteria: &[CriterionRow<'_>], id: &str) -> Option<&'static str> {
    criteria.iter().find(|row| row.id == id && row.counts).map(|row| row.outcome)
}
