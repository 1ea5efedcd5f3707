//! The radar of the criteria, drawn by the spreadsheet itself: the three facts are three outlines and never merge.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartType, Color,
    ObjectMovement, Worksheet, XlsxError,
};

use super::sheet::Place;
use crate::export::tables::Source;

/// Column, colour, stroke and width of each outline: of what is evidenced, claimed, confirmed. Strokes tell them apart
/// without colour too, and the broad full one lies below.
const OUTLINES: [(u16, u32, ChartLineDashType, f64); 3] = [
    (13, 0x004D_94C8, ChartLineDashType::Solid, 4.0),
    (12, 0x0016_202A, ChartLineDashType::Dash, 1.75),
    (14, 0x000E_3E66, ChartLineDashType::RoundDot, 2.5),
];

/// The column of the criteria's ids.
const IDS: u16 = 0;

/// Puts the radar below the table at `place` of the sheet `name`.
pub(super) fn insert(
    source: &Source<'_, '_>,
    worksheet: &mut Worksheet,
    name: &str,
    place: &Place,
) -> Result<(), XlsxError> {
    let words = source.words;
    let mut chart = Chart::new(ChartType::Radar);
    let outlines = OUTLINES.into_iter().take(if source.reviewed { 3 } else { 2 });
    for (column, colour, dash, width) in outlines {
        let line = ChartLine::new().set_color(Color::RGB(colour)).set_dash_type(dash).set_width(width).clone();
        chart
            .add_series()
            .set_name((name, place.head, column))
            .set_categories((name, place.first(), IDS, place.last(), IDS))
            .set_values((name, place.first(), column, place.last(), column))
            .set_format(ChartFormat::new().set_line(&line));
    }
    let title = words.catalog.format("radar-title", &[("period", words.period(source.selection.period).into())]);
    chart.title().set_name(&title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.y_axis().set_min(0.0).set_max(1.0).set_major_unit(0.25).set_num_format("0%");
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart
        .set_width(760)
        .set_height(560)
        .set_alt_text(&title)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    worksheet.insert_chart(place.last() + 2, IDS, &chart)?;
    Ok(())
}
