//! What stands behind every claim: a row for each piece of evidence, and one for each claim without any.

use super::{Parts, Source, Value};
use crate::export::evidence::{Row, rows};
use crate::export::words::Words;
use crate::report::{Criterion, LevelId, State, Weight};

pub(super) fn table<'t>(source: Source<'t, '_>) -> Parts<'t> {
    let columns = vec![
        source.column("title", 44),
        source.column("member", 20),
        source.column("counts-in", 15),
        source.column("criterion-id", 8),
        source.column("criterion", 24),
        source.column("level", 13),
        source.column("outcome", 16),
        source.column("place", 13),
        source.column("evidence", 70),
        source.column("weight", 18),
        source.column("record", 40),
    ];
    let rows = rows(source.report, source.selection);
    (columns, Box::new(rows.map(move |row| of_row(source, &row))))
}

fn of_row<'t>(source: Source<'t, '_>, row: &Row<'_>) -> Vec<Value<'t>> {
    let (words, record) = (source.words, row.record);
    let own = |text: &str| Value::text(source.veiled(text).into_owned());
    let criterion = &source.report.rubric().criteria[row.criterion];
    let exhibit = row.exhibit.as_ref();
    let outcome = row.counts.then(|| words.word("outcome", row.claim.outcome().id()));
    vec![
        own(&record.title),
        Value::text(words.name(record.member)),
        record.month().map_or(Value::None, |month| Value::text(month.label(words.lang))),
        Value::text(criterion.id.clone()),
        own(criterion.label.get(words.lang)),
        row.claim.level.map_or(Value::None, |level: LevelId| Value::text(words.word("level", level.id()))),
        outcome.map_or(Value::None, Value::text),
        exhibit.map_or(Value::None, |one| Value::text(words.label(one.label).into_owned())),
        exhibit.map_or(Value::None, |one| Value::text(words.said(one))),
        Value::text(standing(words, row, criterion)),
        own(&record.id),
    ]
}

/// Whether the row counts, and why not; of a criterion that is not in force on the record nothing does.
fn standing(words: &Words<'_, '_>, row: &Row<'_>, criterion: &Criterion) -> String {
    let text = |key| words.catalog.text(key);
    match (&row.exhibit, criterion.state) {
        (_, State::Upcoming) => text("export-upcoming"),
        (_, State::Retired(_)) if !row.counts => text("export-retired"),
        (None, _) => text("export-no-evidence"),
        (Some(one), _) => match one.weight {
            Weight::Counts => text("export-counts"),
            weight => words.flag(weight).unwrap_or_default(),
        },
    }
}
