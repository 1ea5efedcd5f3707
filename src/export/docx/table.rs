//! Tables with fixed columns, in twentieths of a point: programs that were left to find the widths broke a table into
//! single letters.

use docx_rs::{
    LineSpacing, Paragraph, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType,
    WidthType,
};

use super::html::Element;
use super::inline::{self, Look};
use super::styles::{CELL, ROW_HEAD, mm};

/// Height of the rows that hold heads, by which they are found again when the document is finished.
pub(super) const HEAD_HEIGHT: f32 = 1.0;

/// Letters below that many half points stand in lines of less than their height, so that a wide table keeps to its page.
const SMALL: usize = 20;

/// A table as wide as `width`.
pub(super) fn table(element: &Element, width: usize, size: Option<usize>) -> Table {
    let grid = grid(element, width);
    let mut rows = Vec::new();
    // Of each column how many rows a cell above still takes up.
    let mut held = vec![0; grid.len()];
    for part in element.elements().filter(|part| matches!(part.name.as_str(), "thead" | "tbody" | "tfoot")) {
        let count = part.elements().filter(|row| row.name == "tr").count();
        for (place, row) in part.elements().filter(|row| row.name == "tr").enumerate() {
            // Rows that belong together, as the three facts of a member, stay on one page.
            let together = element.is("grid") && place + 1 < count;
            rows.push(Row { grid: &grid, head: part.name == "thead", size, together }.write(row, &mut held));
        }
    }
    let side = if element.is("grid") { 28 } else { 70 };
    Table::new(rows)
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(width, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, side, 0, side))
}

/// A table without lines, of columns that stand side by side.
pub(super) fn beside(columns: Vec<(usize, Vec<Paragraph>)>) -> Table {
    let grid: Vec<usize> = columns.iter().map(|(width, _)| *width).collect();
    let cell = |(width, paragraphs): (usize, Vec<Paragraph>)| {
        let cell = TableCell::new().width(width, WidthType::Dxa);
        let paragraphs = if paragraphs.is_empty() { vec![Paragraph::new().style(CELL)] } else { paragraphs };
        paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
    };
    let width = grid.iter().sum();
    let row = TableRow::new(columns.into_iter().map(cell).collect()).cant_split();
    Table::without_borders(vec![row])
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .width(width, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

struct Row<'g> {
    grid: &'g [usize],
    head: bool,
    size: Option<usize>,
    /// Whether it stays on the page of the next row.
    together: bool,
}

impl Row<'_> {
    fn write(&self, row: &Element, held: &mut [usize]) -> TableRow {
        let mut cells = Vec::new();
        let mut column = 0;
        for cell in row.elements().filter(|cell| matches!(cell.name.as_str(), "th" | "td")) {
            self.continued(&mut cells, &mut column, held);
            let span = number(cell, "colspan").min(self.grid.len().saturating_sub(column)).max(1);
            let rows = number(cell, "rowspan");
            let width = self.grid.iter().skip(column).take(span).sum();
            let made = self.cell(cell, width);
            let made = if span > 1 { made.grid_span(span) } else { made };
            cells.push(if rows > 1 { made.vertical_merge(VMergeType::Restart) } else { made });
            held.iter_mut().skip(column).take(span).for_each(|left| *left = rows - 1);
            column += span;
        }
        self.continued(&mut cells, &mut column, held);
        let row = TableRow::new(cells).cant_split();
        if self.head { row.row_height(HEAD_HEIGHT) } else { row }
    }

    /// Cells below one that takes up several rows.
    fn continued(&self, cells: &mut Vec<TableCell>, column: &mut usize, held: &mut [usize]) {
        while held.get(*column).is_some_and(|left| *left > 0) {
            let cell = TableCell::new().width(self.grid[*column], WidthType::Dxa);
            cells.push(cell.vertical_merge(VMergeType::Continue).add_paragraph(self.sized(CELL)));
            held[*column] -= 1;
            *column += 1;
        }
    }

    /// A paragraph of a cell; its end has a size too, by which the height of an empty one is measured.
    fn sized(&self, style: &str) -> Paragraph {
        let paragraph = Paragraph::new().style(style);
        let paragraph = if self.together { paragraph.keep_next(true) } else { paragraph };
        match self.size {
            Some(size) => {
                let line = if size < SMALL { 224 } else { 252 };
                paragraph.size(size).line_spacing(LineSpacing::new().before(0).after(0).line(line))
            }
            None => paragraph,
        }
    }

    fn cell(&self, cell: &Element, width: usize) -> TableCell {
        let is_label = cell.name == "th" && !self.head;
        let look = if self.head {
            Look { size: self.size, ..Look::BOLD }
        } else {
            Look { size: self.size, ..Look::default() }
        };
        let paragraph = self.sized(if is_label { ROW_HEAD } else { CELL });
        TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(inline::write(
            paragraph,
            &cell.children,
            look,
        ))
    }
}

fn number(cell: &Element, attribute: &str) -> usize {
    cell.attribute(attribute).and_then(|written| written.parse().ok()).unwrap_or(1).clamp(1, 500)
}

/// The widths of the columns: those that the style of the pages gives to this kind of table, the rest shared.
fn grid(element: &Element, width: usize) -> Vec<usize> {
    let columns = columns(element);
    let fixed: Vec<(usize, usize)> = if element.is("paper-table--tasks") {
        vec![(0, mm(10)), (2, mm(24)), (3, mm(24)), (4, mm(32))]
    } else if element.is("paper-table--three") {
        vec![(0, mm(10)), (2, mm(34))]
    } else if element.is("paper-table--four") {
        vec![(0, mm(10)), (2, mm(34)), (3, mm(34))]
    } else if element.is("grid") {
        vec![(0, mm(34)), (1, mm(24))]
    } else if element.is("facts-table") && columns > 3 {
        vec![(1, mm(13)), (2, mm(23)), (3, mm(32)), (4, mm(32))]
    } else {
        Vec::new()
    };
    let fixed: Vec<(usize, usize)> = fixed.into_iter().filter(|(column, _)| *column < columns).collect();
    let taken: usize = fixed.iter().map(|(_, width)| width).sum();
    let rest = width.saturating_sub(taken) / (columns - fixed.len()).max(1);
    (0..columns)
        .map(|column| fixed.iter().find(|(known, _)| *known == column).map_or(rest, |(_, width)| *width))
        .collect()
}

/// How many columns a table has: the most that one of its rows takes up by itself.
fn columns(element: &Element) -> usize {
    let rows = element.elements().flat_map(Element::elements).filter(|row| row.name == "tr");
    let taken = |row: &Element| row.elements().map(|cell| number(cell, "colspan")).sum::<usize>();
    rows.map(taken).max().unwrap_or(1).max(1)
}
