//! The named styles of a paper and its measures: those of the contract (product.md, section 7) in the units of a document.

use docx_rs::{AlignmentType, LineSpacing, LineSpacingType, RunFonts, SpecialIndentType, Style, StyleType};

/// Twentieths of a point.
pub(super) const fn mm(millimetres: usize) -> usize {
    millimetres * 14_400 / 254
}

/// The width between the margins of an upright page and of one across.
pub(super) const UPRIGHT: usize = mm(210 - 30 - 15);
pub(super) const ACROSS: usize = mm(297 - 30 - 15);

pub(super) const BODY: &str = "BodyText";
pub(super) const PLAIN: &str = "Plain";
pub(super) const KIND: &str = "Title";
pub(super) const SUBJECT: &str = "Subtitle";
pub(super) const CHAPTER: &str = "Heading1";
pub(super) const SECTION: &str = "Heading2";
pub(super) const ITEM: &str = "ListParagraph";
pub(super) const CAPTION: &str = "Caption";
pub(super) const CELL: &str = "TableText";
pub(super) const ROW_HEAD: &str = "TableLabel";
pub(super) const LETTERHEAD: &str = "Letterhead";
pub(super) const SIGNATURE: &str = "Signature";
pub(super) const COPIES: &str = "Copies";
pub(super) const NOTE: &str = "Notes";
pub(super) const LINE: &str = "WritingLine";

/// The one face of official papers.
pub(super) fn face() -> RunFonts {
    let name = "Times New Roman";
    RunFonts::new().ascii(name).hi_ansi(name).cs(name).east_asia(name)
}

/// Every style; sizes are in half points.
pub(super) fn all() -> Vec<Style> {
    let first = Some(SpecialIndentType::FirstLine(mm(10) as i32));
    vec![
        based(PLAIN, "Plain", 28, spacing(120, 0)),
        based(BODY, "Body Text", 28, spacing(120, 0)).align(AlignmentType::Both).indent(None, first, None, None),
        based(ITEM, "List Paragraph", 28, spacing(60, 0)).align(AlignmentType::Both).indent(None, first, None, None),
        based(KIND, "Title", 32, spacing(360, 0)).align(AlignmentType::Center).bold(),
        based(SUBJECT, "Subtitle", 28, spacing(40, 0)).align(AlignmentType::Center).bold(),
        based(CHAPTER, "heading 1", 28, spacing(240, 0)).bold().outline_lvl(0).next(BODY),
        based(SECTION, "heading 2", 28, spacing(160, 0)).bold().italic().outline_lvl(1).next(BODY),
        based(CAPTION, "caption", 24, spacing(120, 60)).italic(),
        based(CELL, "Table Text", 24, tight()).align(AlignmentType::Center),
        based(ROW_HEAD, "Table Label", 24, tight()),
        based(LETTERHEAD, "Letterhead", 28, tight()).align(AlignmentType::Center),
        based(SIGNATURE, "Signature", 28, tight()).align(AlignmentType::Center),
        based(COPIES, "Copies", 24, tight()),
        based(NOTE, "Notes", 24, spacing(40, 0)).indent(
            Some(mm(10) as i32),
            Some(SpecialIndentType::Hanging(mm(10) as i32)),
            None,
            None,
        ),
        based(LINE, "Writing Line", 28, spacing(160, 0)),
        based("Header", "header", 28, spacing(0, 0)),
    ]
}

/// The style that every other rests on is the library's own.
fn based(id: &str, name: &str, size: usize, spacing: LineSpacing) -> Style {
    let style = Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    style.fonts(face()).size(size).line_spacing(spacing)
}

/// Lines a quarter wider than their letters, with room before and after.
fn spacing(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(288).line_rule(LineSpacingType::Auto)
}

fn tight() -> LineSpacing {
    LineSpacing::new().before(20).after(20).line(252).line_rule(LineSpacingType::Auto)
}
