//! What stands behind every claim: a row for each piece of evidence, and one for each claim without any.

use super::{Parts, Source, Value};
use crate::export::evidence::{Row, rows};
use crate::report::{LevelId, Weight};

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
    let none = || words.catalog.text("export-no-evidence");
    let weight = exhibit.map_or_else(none, |one| match one.weight {
        Weight::Counts => words.catalog.text("export-counts"),
        weight => words.flag(weight).unwrap_or_default(),
    });
    vec![
        own(&record.title),
        Value::text(words.name(record.member)),
        record.month().map_or(Value::None, |month| Value::text(month.label(words.lang))),
        Value::text(criterion.id.clone()),
        own(criterion.label.get(words.lang)),
        row.claim.level.map_or(Value::None, |level: LevelId| Value::text(words.word("level", level.id()))),
        Value::text(words.word("outcome", row.claim.outcome().id())),
        exhibit.map_or(Value::None, |one| Value::text(words.label(one.label).into_owned())),
        exhibit.map_or(Value::None, |one| Value::text(words.said(one))),
        Value::text(weight),
        own(&record.id),
    ]
}
