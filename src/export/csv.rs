//! `data/tallies.csv`: RFC 4180, UTF-8 without a byte order mark. It holds ids, words of ours and numbers, no free
//! text, so no cell can be taken for a formula.

use super::json::{TALLY_COLUMNS, TallyV1};
use crate::report::data::Data;

/// The rows of `data/tallies.json` with the same columns.
pub(super) fn tallies(data: Data<'_>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::with_capacity(64 * 1024));
    writer.write_record(TALLY_COLUMNS).expect("a vector takes every byte");
    for row in data.tallies() {
        writer.serialize(TallyV1::from(row)).expect("a row of texts and numbers is CSV");
    }
    writer.into_inner().expect("a vector takes every byte")
}
