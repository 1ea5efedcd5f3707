//! What stands behind the claims of a selection, one piece after the other.

use crate::report::{Claim, Exhibit, Record, Report, Selection};

/// A piece of evidence, or a claim that has none.
pub(super) struct Row<'a> {
    pub(super) record: &'a Record,
    /// Place of the criterion in the rubric.
    pub(super) criterion: usize,
    pub(super) claim: &'a Claim,
    /// Whether the criterion counts on the record.
    pub(super) counts: bool,
    pub(super) exhibit: Option<Exhibit<'a>>,
}

/// By record, then by criterion; a claim for which points count and that nothing stands behind has a row of its own.
pub(super) fn rows<'a>(report: &Report<'a>, selection: Selection) -> impl Iterator<Item = Row<'a>> {
    report.records_in(selection).flat_map(move |(index, record)| {
        report.claims(index).into_iter().flat_map(move |row| {
            let (criterion, claim, counts) = (row.criterion, row.claim, row.mark.counts);
            let bare = row.exhibits.is_empty() && claim.points() > 0;
            let exhibits = row.exhibits.into_iter().map(Some).chain(bare.then_some(None));
            exhibits.map(move |exhibit| Row { record, criterion, claim, counts, exhibit })
        })
    })
}
