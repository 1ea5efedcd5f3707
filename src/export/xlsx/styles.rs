//! How cells look: what is a text, a number, a part or a day is told to the spreadsheet, and no text is ever a formula.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The formats of a workbook.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) line: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    /// A text that would be a formula if somebody typed it: marked as text for when its cell is edited.
    pub(super) quoted: Format,
    pub(super) number: Format,
    pub(super) points: Format,
    pub(super) part: Format,
    pub(super) day: Format,
}

const EDGE: Color = Color::RGB(0x00C3_CAD1);
const HEAD: Color = Color::RGB(0x00E5_EFF7);

impl Styles {
    pub(super) fn new() -> Self {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(12);
        let cell = || base().set_border(FormatBorder::Thin).set_border_color(EDGE).set_align(FormatAlign::Top);
        let figure = || cell().set_align(FormatAlign::Right);
        // A little room keeps a text apart from the figure at its left.
        let text = || cell().set_text_wrap().set_indent(1);
        let head = cell().set_bold().set_background_color(HEAD).set_text_wrap();
        Self {
            title: base().set_bold().set_font_size(14),
            line: base(),
            head: head.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            text: text(),
            quoted: text().set_quote_prefix(),
            number: figure().set_num_format("#,##0"),
            points: figure().set_num_format("#,##0.0"),
            part: figure().set_num_format("0.0%"),
            day: cell().set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
        }
    }
}
