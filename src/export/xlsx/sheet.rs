//! One sheet: a title, a few lines, and a table with filters whose head stays in sight.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::styles::Styles;
use crate::base::period::Date;
use crate::base::source::characters;
use crate::export::tables::{Table, Value};
use crate::export::text::readable;

/// Rows of a sheet; a table with more ends in a line that says so.
const MOST_ROWS: u32 = 1_048_576;

/// UTF-16 units of a cell.
const MOST_UNITS: usize = 32_767;

/// Where a table stands.
pub(super) struct Place {
    /// The row of the heads.
    pub(super) head: u32,
    /// How many rows it has below them.
    pub(super) rows: u32,
}

impl Place {
    /// Its first row.
    pub(super) fn first(&self) -> u32 {
        self.head + 1
    }

    /// Its last row.
    pub(super) fn last(&self) -> u32 {
        self.head + self.rows
    }
}

/// A sheet that is being written.
pub(super) struct Sheet<'s> {
    pub(super) worksheet: &'s mut Worksheet,
    pub(super) styles: &'s Styles,
    /// What stands at the end of a text that was cut.
    pub(super) cut: String,
    /// What stands below a table that was cut.
    pub(super) more: String,
    /// How many columns stay in sight.
    pub(super) kept: u16,
}

impl Sheet<'_> {
    /// Writes title, lines and table, and says where the table stands.
    pub(super) fn write(
        mut self,
        name: &str,
        title: &str,
        lines: &[String],
        table: Table<'_>,
    ) -> Result<Place, XlsxError> {
        self.worksheet.set_name(name)?;
        let styles = self.styles;
        self.text((0, 0), title, &styles.title)?;
        for (row, line) in (1..).zip(lines) {
            self.text((row, 0), line, &styles.line)?;
        }
        let head = lines.len() as u32 + 2;
        let columns = table.columns.len() as u16;
        for (column, one) in (0..).zip(&table.columns) {
            self.worksheet.set_column_width(column, f64::from(one.width))?;
            self.text((head, column), &one.head, &styles.head)?;
        }
        let lines = table.columns.iter().map(|one| lines_of(&one.head, one.width)).max().unwrap_or(1);
        self.worksheet.set_row_height(head, LINE * f64::from(lines))?;
        let widths: Vec<u16> = table.columns.iter().map(|one| one.width).collect();
        let rows = self.rows(head + 1, table, &widths)?;
        self.worksheet.autofilter(head, 0, head + rows.max(1), columns - 1)?;
        self.worksheet.set_freeze_panes(head + 1, self.kept)?;
        self.for_paper(head, &widths)?;
        Ok(Place { head, rows })
    }

    fn rows(&mut self, first: u32, table: Table<'_>, widths: &[u16]) -> Result<u32, XlsxError> {
        let mut row = first;
        for values in table.rows {
            if row == MOST_ROWS - 1 {
                self.worksheet.write_string_with_format(row, 0, &self.more, &self.styles.line)?;
                break;
            }
            for (column, value) in (0..).zip(&values) {
                self.value((row, column), value)?;
            }
            let lines = values.iter().zip(widths).map(|(value, width)| value.lines(*width)).max().unwrap_or(1);
            if lines > 1 {
                self.worksheet.set_row_height(row, LINE * f64::from(lines.min(MOST_LINES)))?;
            }
            row += 1;
        }
        Ok(row - first)
    }

    fn value(&mut self, place: (u32, u16), value: &Value<'_>) -> Result<(), XlsxError> {
        let styles = self.styles;
        match value {
            Value::None => _ = self.worksheet.write_blank(place.0, place.1, &styles.text)?,
            Value::Text(text) => self.text(place, text, &styles.text)?,
            Value::Number(number) => self.number(place, *number as f64, &styles.number)?,
            Value::Points(half) => self.number(place, f64::from(*half) / 2.0, &styles.points)?,
            Value::Permille(permille) => {
                let format = if permille % 10 == 0 { &styles.whole_part } else { &styles.part };
                self.number(place, *permille as f64 / 1000.0, format)?;
            }
            Value::Day(day) => self.day(place, *day)?,
        }
        Ok(())
    }

    /// A text; one that would be a formula if somebody typed it is marked as text for when its cell is edited.
    fn text(&mut self, (row, column): (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
        let text = self.fitting(text);
        if could_be_formula(&text) {
            self.worksheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
        } else {
            self.worksheet.write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    fn number(&mut self, (row, column): (u32, u16), number: f64, format: &Format) -> Result<(), XlsxError> {
        self.worksheet.write_number_with_format(row, column, number, format)?;
        Ok(())
    }

    fn day(&mut self, (row, column): (u32, u16), day: Date) -> Result<(), XlsxError> {
        let (_, month, _) = day.parts();
        let format = if month < 3 { &self.styles.early_day } else { &self.styles.day };
        match excel_day(day) {
            Some(known) => self.worksheet.write_datetime_with_format(row, column, &known, format)?,
            // Spreadsheets know no day before 1900.
            None => self.worksheet.write_string_with_format(row, column, day.to_string(), &self.styles.text)?,
        };
        Ok(())
    }

    /// A4 across, as many pages wide as can be read, heads on every page.
    fn for_paper(&mut self, head: u32, widths: &[u16]) -> Result<(), XlsxError> {
        let pages = widths.iter().sum::<u16>().div_ceil(LETTERS_ON_PAPER);
        self.worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(pages, 0);
        self.worksheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        self.worksheet.set_repeat_rows(head, head)?;
        if self.kept > 0 && pages > 1 {
            self.worksheet.set_repeat_columns(0, self.kept - 1)?;
        }
        self.worksheet.set_footer("&C&P/&N");
        Ok(())
    }

    /// `text` as long as a cell may be, with a mark where it was cut.
    fn fitting(&self, text: &str) -> String {
        let text = readable(text);
        if text.encode_utf16().count() <= MOST_UNITS {
            return text.into_owned();
        }
        let mut left = MOST_UNITS - self.cut.encode_utf16().count();
        let fits = |c: &char| {
            let units = c.len_utf16();
            let fits = units <= left;
            left = left.saturating_sub(units);
            fits
        };
        text.chars().take_while(fits).chain(self.cut.chars()).collect()
    }
}

/// Points of a line.
const LINE: f64 = 17.0;

/// A row is no higher than so many lines; the rest of a longer text is read in the line of input.
const MOST_LINES: u32 = 20;

/// Letters of columns that can be read side by side on a page.
const LETTERS_ON_PAPER: u16 = 215;

impl Value<'_> {
    /// How many lines it takes up in a column of so many letters.
    fn lines(&self, width: u16) -> u32 {
        match self {
            Value::Text(text) => text.lines().map(|line| lines_of(line, width)).sum::<u32>().max(1),
            _ => 1,
        }
    }
}

/// How many lines a text takes up in a column of so many letters; longer words are broken.
fn lines_of(text: &str, width: u16) -> u32 {
    // Letters are narrower than the digits by which columns are measured.
    let room = (usize::from(width) * 9 / 8).max(2) - 1;
    let (mut lines, mut left) = (1, room);
    for word in text.split_whitespace() {
        let letters = characters(word) + 1;
        if letters > left && left < room {
            lines += 1;
            left = room;
        }
        lines += (letters.saturating_sub(2) / room) as u32;
        left = left.saturating_sub(letters);
    }
    lines
}

fn could_be_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = day.parts();
    ExcelDateTime::from_ymd(year.unsigned_abs(), month, day).ok()
}
