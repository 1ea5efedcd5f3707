//! A stacked bar in whole units: where each part begins and how wide it is.

/// How wide the longest bar is.
pub const BAR_WIDTH: u64 = 160;

/// Where each of `counts` begins in a bar and how wide it is, when the longest bar stands for `most`. Parts end where
/// the next ones begin, so that together they are as wide as their sum.
///
/// ```
/// # use hieucan::render::chart::bar_parts;
/// assert_eq!(bar_parts(&[1, 0, 2], 6).collect::<Vec<_>>(), [(0, 27), (27, 0), (27, 53)]);
/// ```
pub fn bar_parts(counts: &[u32], most: u32) -> impl Iterator<Item = (u64, u64)> {
    let most = u64::from(most.max(1));
    let place = move |count: u64| (count * BAR_WIDTH + most / 2) / most;
    counts.iter().scan(0, move |before, count| {
        let from = *before;
        *before += u64::from(*count);
        Some((place(from), place(*before) - place(from)))
    })
}
