//! Long lists are spread over several pages.

/// More rows than this are spread over several pages. With 500 the year of 10,000 logs, which says more than its list,
/// was over 400 kB.
pub const ROWS_ON_A_PAGE: usize = 400;

/// How many pages `rows` rows fill; one even when there are none.
pub fn pages(rows: usize) -> u32 {
    rows.div_ceil(ROWS_ON_A_PAGE).max(1) as u32
}

/// The rows of page `number` (from 1).
pub fn page<T>(rows: &[T], number: u32) -> &[T] {
    let start = (number as usize - 1) * ROWS_ON_A_PAGE;
    &rows[start.min(rows.len())..rows.len().min(start + ROWS_ON_A_PAGE)]
}

/// The number of the page on which the row at this place stands.
pub fn page_of(row: usize) -> u32 {
    (row / ROWS_ON_A_PAGE + 1) as u32
}
