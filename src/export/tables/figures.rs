//! The figures of each criterion, of the cell and of each member. A criterion without records has no row.

use super::{Column, Parts, Source, Value};
use crate::report::{Criterion, Scope, Score, Share};

/// Heads behind that of the criterion, and their widths.
const FIGURES: [(&str, u16); 15] = [
    ("records", 9),
    ("na", 9),
    ("applicable", 9),
    ("unclaimed", 9),
    ("unmet", 9),
    ("partial", 9),
    ("met", 9),
    ("claimed-points", 10),
    ("evidenced-points", 10),
    ("confirmed-points", 10),
    ("claimed", 10),
    ("evidenced", 10),
    ("confirmed", 10),
    ("disputed", 10),
    ("stale", 10),
];

/// The rows of the cell, then of each member.
pub(super) fn of_all<'t>(source: Source<'t, '_>) -> Parts<'t> {
    let members = source.report.members().len();
    let scopes = [Scope::Cell].into_iter().chain((0..members).map(Scope::Member));
    let kept = scopes.filter(move |scope| source.selection.holds_scope(*scope));
    (columns(source), Box::new(kept.flat_map(move |scope| of_scope(source, scope))))
}

/// The rows of the cell, or of the one member who is asked for.
pub(super) fn of_one<'t>(source: Source<'t, '_>) -> Parts<'t> {
    (columns(source), Box::new(of_scope(source, source.selection.scope()).into_iter()))
}

fn columns(source: Source<'_, '_>) -> Vec<Column> {
    let mut columns = vec![
        source.column("period", 16),
        source.column("scope", 24),
        source.column("criterion-id", 8),
        source.column("criterion", 34),
    ];
    columns.extend(FIGURES.map(|(key, width)| source.column(key, width)));
    columns
}

fn of_scope<'t>(source: Source<'t, '_>, scope: Scope) -> Vec<Vec<Value<'t>>> {
    let period = source.selection.period;
    let scores = source.report.sums(scope, period).scores.iter();
    let criteria = source.report.rubric().criteria.iter().zip(scores).filter(|(_, score)| score.records > 0);
    let row = |(criterion, score): (&Criterion, &Score)| {
        let label = source.veiled(criterion.label.get(source.words.lang)).into_owned();
        let mut row = vec![source.period(period), Value::text(source.name(scope))];
        row.extend([Value::text(criterion.id.clone()), Value::text(label)]);
        row.extend(figures(score, source.reviewed));
        row
    };
    criteria.map(row).collect()
}

/// The figures of a score; nothing is confirmed while nobody reviews.
fn figures<'t>(score: &Score, reviewed: bool) -> [Value<'t>; FIGURES.len()] {
    let number = |number: u32| Value::Number(number.into());
    let part = |share: fn(&Score) -> Share| Value::permille(share(score).permille());
    let of_review = |value| if reviewed { value } else { Value::None };
    [
        number(score.records),
        number(score.na),
        number(score.applicable()),
        number(score.unclaimed),
        number(score.unmet),
        number(score.partial),
        number(score.met),
        Value::Points(score.claimed),
        Value::Points(score.evidenced),
        of_review(Value::Points(score.confirmed)),
        part(Share::claimed),
        part(Share::evidenced),
        of_review(part(Share::confirmed)),
        of_review(number(score.disputed)),
        of_review(number(score.stale)),
    ]
}
