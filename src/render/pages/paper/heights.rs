//! How many lines the items of a sheet take.

use crate::base::source::characters;

/// Letters on a line, and those whose room the indent of the first one takes.
pub(super) const ON_A_LINE: usize = 85;
const INDENT: usize = 5;

/// The lines that an item takes, by what a reader sees of it.
pub(super) fn height(item: &str) -> usize {
    let shown = item.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    (shown.map(characters).sum::<usize>() + INDENT).div_ceil(ON_A_LINE)
}
