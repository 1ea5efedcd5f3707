//! The head of a paper, and those who sign it: columns side by side without lines.

use docx_rs::{
    AlignmentType, BorderType, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Table,
};

use super::html::Element;
use super::inline::{self, Look};
use super::styles::{COPIES, LETTERHEAD, SIGNATURE, mm};
use super::table::beside;

/// Of the form of the state's administration.
const STATE: &str = "letterhead--nha-nuoc";

/// The head: whose paper it is, the Party's or the country's name; below them number and day.
pub(super) fn letterhead(element: &Element, width: usize) -> Vec<Table> {
    let state = element.is(STATE);
    let left = width * if state { 40 } else { 44 } / 100;
    let part = |class: &str| element.find(&|one| one.is(class));
    let from = part("letterhead__from").map(|from| whose(from, state, left)).unwrap_or_default();
    let motto = part("letterhead__motto").map(|motto| names(motto, state)).unwrap_or_default();
    let line = |class: &str, size: Option<usize>| {
        let look = Look { size, ..Look::default() };
        part(class).map(|line| inline::write(below(), &line.children, look)).into_iter().collect::<Vec<_>>()
    };
    let number = line("letterhead__number", state.then_some(26));
    let day = line("letterhead__day", None);
    vec![beside(vec![(left, from), (width - left, motto)]), beside(vec![(left, number), (width - left, day)])]
}

/// Number and day stand a little below the names.
fn below() -> Paragraph {
    Paragraph::new().style(LETTERHEAD).line_spacing(LineSpacing::new().before(80))
}

/// The body above, the cell, and what ends its name: a star, or a short line.
fn whose(from: &Element, state: bool, width: usize) -> Vec<Paragraph> {
    let size = state.then_some(26);
    let of = |line: &Element| {
        inline::write(Paragraph::new().style(LETTERHEAD), &line.children, Look { size, ..Look::default() })
    };
    let mut lines: Vec<Paragraph> = from.elements().map(of).collect();
    if state {
        lines.push(short_line(width * 30 / 100));
    }
    lines
}

/// The names, the last with a line as long as its words.
fn names(motto: &Element, state: bool) -> Vec<Paragraph> {
    let lines: Vec<&Element> = motto.elements().collect();
    let sizes: &[usize] = if state { &[26, 28] } else { &[30] };
    let last = lines.len().saturating_sub(1);
    let name = |(place, line): (usize, &&Element)| {
        let look = Look { size: sizes.get(place).copied(), underlined: place == last, ..Look::default() };
        inline::write(Paragraph::new().style(LETTERHEAD), &line.children, look)
    };
    lines.iter().enumerate().map(name).collect()
}

/// A line in the middle, so far from both sides, below which a little room stays.
pub(super) fn short_line(from_side: usize) -> Paragraph {
    let border = ParagraphBorder::new(ParagraphBorderPosition::Bottom).val(BorderType::Single).size(6).space(0);
    let spacing = LineSpacing::new().before(0).after(60).line(60).line_rule(LineSpacingType::Exact);
    let side = Some(from_side as i32);
    let mut paragraph = Paragraph::new().style(LETTERHEAD).indent(side, None, side, None).line_spacing(spacing);
    paragraph.property = paragraph.property.set_borders(ParagraphBorders::with_empty().set(border));
    paragraph
}

/// Two columns: copies at the left or a name, and who signs at the right.
pub(super) fn signing(element: &Element, width: usize, gap: usize) -> Table {
    let columns: Vec<&Element> = element.elements().collect();
    let each = width / columns.len().max(1);
    let column = |one: &&Element| {
        let paragraphs = if one.is("signing__copies") {
            copies(one, element.is("signing--nha-nuoc"))
        } else {
            one.elements().map(|line| signed(line, gap)).collect()
        };
        (each, paragraphs)
    };
    beside(columns.iter().map(column).collect())
}

/// Who gets copies, in the letters of the form.
fn copies(element: &Element, state: bool) -> Vec<Paragraph> {
    let head = if state {
        Look { bold: true, italic: true, size: Some(24), underlined: false }
    } else {
        Look { underlined: true, size: Some(28), ..Look::default() }
    };
    let item = Look { size: Some(if state { 22 } else { 24 }), ..Look::default() };
    let mut lines = Vec::new();
    for part in element.elements() {
        if part.name == "ul" {
            let items = part.elements().map(|one| {
                let paragraph = Paragraph::new().style(COPIES).add_run(inline::run("- ", item));
                inline::write(paragraph, &one.children, item)
            });
            lines.extend(items);
        } else {
            lines.push(inline::write(Paragraph::new().style(COPIES), &part.children, head));
        }
    }
    lines
}

/// A line of who signs; before the name there is room for the signature, in millimetres.
fn signed(line: &Element, gap: usize) -> Paragraph {
    let paragraph = Paragraph::new().style(SIGNATURE).align(AlignmentType::Center).keep_next(true);
    let is_name = line.is("signing__name");
    let paragraph = if is_name { paragraph.line_spacing(LineSpacing::new().before(mm(gap) as u32)) } else { paragraph };
    inline::write(paragraph, &line.children, if is_name { Look::BOLD } else { Look::default() })
}
