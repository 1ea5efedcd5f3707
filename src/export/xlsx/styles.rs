//! How cells look: what is a text, a number, a part or a day is told to the spreadsheet, and no text is ever a formula.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::base::i18n::Lang;

/// The formats of a workbook.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) line: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) number: Format,
    pub(super) points: Format,
    /// A part of whole percents, and one of tenths.
    pub(super) whole_part: Format,
    pub(super) part: Format,
    /// A day of January or February, whose month has a zero, and one of the other months.
    pub(super) early_day: Format,
    pub(super) day: Format,
}

const EDGE: Color = Color::RGB(0x00C3_CAD1);
const HEAD: Color = Color::RGB(0x00E5_EFF7);

impl Styles {
    pub(super) fn of(lang: Lang) -> Self {
        let base = || Format::new().set_font_name("Times New Roman").set_font_size(12);
        let cell = || base().set_border(FormatBorder::Thin).set_border_color(EDGE).set_align(FormatAlign::Top);
        let figure = || cell().set_align(FormatAlign::Right);
        // A little room keeps a text apart from the figure at its left.
        let text = || cell().set_text_wrap().set_indent(1);
        // The sign between is quoted, or a spreadsheet puts that of its own country there.
        let day = |format: &str| cell().set_align(FormatAlign::Center).set_num_format(format);
        let later = if lang == Lang::Vi { "dd\"/\"m\"/\"yyyy" } else { "dd\"/\"mm\"/\"yyyy" };
        let head = cell().set_bold().set_background_color(HEAD).set_text_wrap();
        Self {
            title: base().set_bold().set_font_size(14),
            line: base(),
            head: head.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            text: text(),
            number: figure().set_num_format("#,##0"),
            points: figure().set_num_format("#,##0.0"),
            whole_part: figure().set_num_format("0%"),
            part: figure().set_num_format("0.0%"),
            early_day: day("dd\"/\"mm\"/\"yyyy"),
            day: day(later),
        }
    }
}
