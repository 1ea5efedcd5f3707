//! Members and criteria: of each member the three facts, which never merge, in three rows, in the order of the roster.

use super::{Parts, Source, Value};
use crate::report::{Scope, Score, Share};

/// The key of its name, and how it is taken from a score.
type Fact = (&'static str, fn(&Score) -> Share);

const FACTS: [Fact; 3] =
    [("fact-claimed", Share::claimed), ("fact-evidenced", Share::evidenced), ("fact-confirmed", Share::confirmed)];

pub(super) fn table<'t>(source: Source<'t, '_>) -> Parts<'t> {
    let mut columns = vec![
        source.column("period", 16),
        source.column("scope", 24),
        source.column("fact", 16),
        source.column("records", 9),
    ];
    columns.extend(source.criteria(13));
    let members = source.members().into_iter().map(Scope::Member);
    let cell = source.selection.member.is_none().then_some(Scope::Cell);
    let rows = members.chain(cell).flat_map(move |scope| of_scope(source, scope));
    (columns, Box::new(rows))
}

/// The rows of one scope; nothing is confirmed while nobody reviews.
fn of_scope<'t>(source: Source<'t, '_>, scope: Scope) -> Vec<Vec<Value<'t>>> {
    let name = source.name(scope);
    let sums = source.report.sums(scope, source.selection.period);
    let facts = FACTS.into_iter().take(if source.reviewed { 3 } else { 2 });
    let row = |(key, share): Fact| {
        let mut row = vec![source.period(source.selection.period), Value::text(name.clone())];
        row.extend([Value::text(source.words.catalog.text(key)), Value::Number(sums.records.len() as u64)]);
        row.extend(sums.scores.iter().map(|score| Value::permille(share(score).permille())));
        row
    };
    facts.map(row).collect()
}
