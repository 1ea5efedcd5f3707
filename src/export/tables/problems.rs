//! Errors and warnings of the selection's records.

use super::{Parts, Source, Value};
use crate::base::diagnostic::{Problem, Severity};

pub(super) fn table<'t>(source: Source<'t, '_>) -> Parts<'t> {
    let columns = vec![
        source.column("severity", 12),
        source.column("path", 44),
        source.column("line", 7),
        source.column("column", 7),
        source.column("message", 70),
        source.column("hint", 60),
        source.column("code", 20),
        source.column("accepted", 30),
    ];
    let rows = source.report.problems_in(source.selection);
    (columns, Box::new(rows.map(move |problem| of_problem(source, problem))))
}

fn of_problem<'t>(source: Source<'t, '_>, problem: &Problem) -> Vec<Value<'t>> {
    let catalog = source.words.catalog;
    let own = |text: &str| Value::text(source.veiled(text).into_owned());
    let severity = match problem.severity {
        Severity::Error => "check-error",
        Severity::Warning => "check-warning",
    };
    vec![
        Value::text(catalog.text(severity)),
        own(&problem.path),
        Value::Number(problem.at.line.into()),
        Value::Number(problem.at.column.into()),
        own(&problem.message(catalog)),
        own(&problem.hint(catalog)),
        Value::text(problem.code.id()),
        problem.accepted.as_ref().map_or(Value::None, |accepted| own(&accepted.message(catalog))),
    ]
}
