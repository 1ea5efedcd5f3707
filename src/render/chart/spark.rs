//! A trend no higher than a row of text: one fact over the latest months, its last point marked.
//!
//! There are hundreds of them on a site, so that they hold whole numbers only and are written without a canvas. A
//! screen reader meets the words beside them instead.

use crate::render::markup::Markup;

/// Width and height; the places that a point may take keep a little away from the edge.
pub const SIZE: (u64, u64) = (72, 20);
const EDGE: u64 = 3;

/// Where the points lie: months without anything applicable have none.
///
/// ```
/// # use hieucan::render::chart::spark_points;
/// assert_eq!(spark_points(&[Some(0), None, Some(1000)]), [Some((3, 17)), None, Some((69, 3))]);
/// ```
pub fn spark_points(permilles: &[Option<u64>]) -> Vec<Option<(u64, u64)>> {
    let (width, height) = (SIZE.0 - 2 * EDGE, SIZE.1 - 2 * EDGE);
    let steps = permilles.len().saturating_sub(1).max(1) as u64;
    let y = |permille: u64| EDGE + height - (permille.min(1000) * height + 500) / 1000;
    (0..).zip(permilles).map(|(i, share)| share.map(|share| (EDGE + width * i / steps, y(share)))).collect()
}

/// Appends the line through `permilles`, tenths of a percent, month by month. Where a month has none it breaks.
pub fn spark(out: &mut Markup, permilles: &[Option<u64>]) {
    out.raw("<svg class=\"spark\" viewBox=\"0 0 72 20\" aria-hidden=\"true\"><path d=\"");
    let points = spark_points(permilles);
    let mut joined = false;
    for point in &points {
        if let Some((x, y)) = point {
            out.raw(if joined { "L" } else { "M" }).digits(*x).raw(" ").digits(*y);
            if !joined {
                // A month alone is a dot: a line of no length with round ends.
                out.raw("h0");
            }
        }
        joined = point.is_some();
    }
    out.raw("\"/>");
    if let Some((x, y)) = points.into_iter().flatten().last() {
        out.raw("<circle cx=\"").digits(x).raw("\" cy=\"").digits(y).raw("\" r=\"2.5\"/>");
    }
    out.raw("</svg>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_where_nothing_is_applicable_and_a_month_alone_is_a_dot() {
        let mut out = Markup::new();
        spark(&mut out, &[Some(500), Some(1000), None, Some(0), None, None]);
        let drawn = "<path d=\"M3 10h0L16 3M42 17h0\"/><circle cx=\"42\" cy=\"17\" r=\"2.5\"/>";
        assert!(out.into_string().contains(drawn));
    }
}
