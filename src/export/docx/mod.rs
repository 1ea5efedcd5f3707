//! Meeting papers that can be edited, made of their pages: what the page says is what the document says, in either form, in
//! either language, and with the cell's own templates.
//!
//! 1. The page is read as a tree.
//! 2. Its leaves become paragraphs with named styles, and tables.
//! 3. Leaves of one direction stand in one section of the document; pages are numbered above, but for the first.
//! 4. What the library cannot say is put into the finished text of the document.

mod blocks;
mod finish;
mod html;
mod inline;
mod letterhead;
mod styles;
mod table;

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, PageMargin, PageNum, PageOrientationType, PageSize, Paragraph, Section,
    Tab, TabValueType,
};

use self::blocks::{Block, Leaf};
use self::inline::Look;
use self::styles::{UPRIGHT, mm};
use crate::base::period::Date;

/// The document of `page`, made on the day of its figures so that the same page gives the same bytes.
pub(super) fn bytes(page: &str, as_of: Date) -> Vec<u8> {
    let root = html::read(page);
    let nothing = html::Element::default();
    let article = root.find(&|one| one.is("paper")).unwrap_or(&nothing);
    let draft = blocks::draft(article);
    let made = format!("{as_of}T00:00:00Z");
    let docx = styles::all().into_iter().fold(Docx::new(), Docx::add_style);
    let docx = docx.default_fonts(styles::face()).default_size(28).created_at(&made).updated_at(&made);
    let docx = sections(docx, blocks::leaves(article), draft.as_deref());
    let mut xml = docx.build();
    xml.document = finish::plain(finish::document(xml.document));
    let lang = root.find(&|one| one.name == "html").and_then(|html| html.attribute("lang")).unwrap_or_default();
    xml.styles = finish::styles(xml.styles, lang);
    xml.doc_props.core = finish::properties(xml.doc_props.core, &title(&root));
    xml.headers = xml.headers.into_iter().map(finish::plain).collect();
    let mut out = Cursor::new(Vec::new());
    xml.pack(&mut out).expect("a vector takes every byte");
    finish::packed(out).expect("an archive that was just made can be read")
}

/// What the page is called, without the name of the site behind it.
fn title(root: &html::Element) -> String {
    root.find(&|one| one.name == "title").map(html::Element::text).unwrap_or_default().trim().to_owned()
}

/// Leaves of one direction follow each other in one section; the last section is the document's own.
fn sections(docx: Docx, leaves: Vec<Leaf>, draft: Option<&str>) -> Docx {
    let mut parts: Vec<(bool, Vec<Block>)> = Vec::new();
    for leaf in leaves {
        match parts.last_mut() {
            Some((across, blocks)) if *across == leaf.across => blocks.extend(on_new_page(leaf.blocks)),
            _ => parts.push((leaf.across, leaf.blocks)),
        }
    }
    let last = parts.pop();
    let is_only = parts.is_empty();
    let mut docx = docx;
    for (place, (across, blocks)) in parts.into_iter().enumerate() {
        let section = Section::new().page_size(size(across)).page_margin(margins()).page_orient(orientation(across));
        let section = if place == 0 { section.header(numbered(draft)).title_pg() } else { section };
        docx = docx.add_section(blocks.into_iter().fold(section, |section, block| match block {
            Block::Paragraph(paragraph) => section.add_paragraph(*paragraph),
            Block::Table(table) => section.add_table(*table),
        }));
    }
    let (across, blocks) = last.unwrap_or_default();
    let (PageSizes { w, h }, orient) = (sizes(across), orientation(across));
    let docx = docx.page_size(w, h).page_margin(margins()).page_orient(orient);
    let docx = if is_only { docx.header(numbered(draft)).first_header(unnumbered(draft)).title_pg() } else { docx };
    blocks.into_iter().fold(docx, |docx, block| match block {
        Block::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
        Block::Table(table) => docx.add_table(*table),
    })
}

/// The same with a page's end before its first paragraph.
fn on_new_page(mut blocks: Vec<Block>) -> Vec<Block> {
    match blocks.first_mut() {
        Some(Block::Paragraph(paragraph)) => {
            let begun = std::mem::take(paragraph.as_mut()).page_break_before(true);
            **paragraph = begun;
        }
        Some(Block::Table(_)) => {
            let end = Paragraph::new().style(styles::PLAIN).page_break_before(true);
            blocks.insert(0, Block::Paragraph(Box::new(end)));
        }
        None => {}
    }
    blocks
}

/// Width and height of a page.
struct PageSizes {
    w: u32,
    h: u32,
}

fn sizes(across: bool) -> PageSizes {
    let (short, long) = (mm(210) as u32, mm(297) as u32);
    if across { PageSizes { w: long, h: short } } else { PageSizes { w: short, h: long } }
}

fn size(across: bool) -> PageSize {
    let PageSizes { w, h } = sizes(across);
    PageSize::new().size(w, h).orient(orientation(across))
}

fn orientation(across: bool) -> PageOrientationType {
    if across { PageOrientationType::Landscape } else { PageOrientationType::Portrait }
}

fn margins() -> PageMargin {
    let (edge, left, right, head) = (mm(20) as i32, mm(30) as i32, mm(15) as i32, mm(10) as i32);
    PageMargin::new().top(edge).bottom(edge).left(left).right(right).header(head).footer(head)
}

/// The head of every page but the first: its number in the middle, and at the right that it is a draft, if it is.
fn numbered(draft: Option<&str>) -> Header {
    let Some(draft) = draft else {
        return Header::new().add_paragraph(head().align(AlignmentType::Center).add_page_num(PageNum::new()));
    };
    let middle = Tab::new().val(TabValueType::Center).pos(UPRIGHT / 2);
    let end = Tab::new().val(TabValueType::Right).pos(UPRIGHT);
    let mark = inline::run(draft, Look { size: Some(24), ..Look::BOLD });
    let tab = || docx_rs::Run::new().add_tab();
    let paragraph = head().add_tab(middle).add_tab(end);
    Header::new().add_paragraph(paragraph.add_run(tab()).add_page_num(PageNum::new()).add_run(tab()).add_run(mark))
}

/// The head of the first page.
fn unnumbered(draft: Option<&str>) -> Header {
    let mark = inline::run(draft.unwrap_or_default(), Look { size: Some(24), ..Look::BOLD });
    Header::new().add_paragraph(head().align(AlignmentType::Right).add_run(mark))
}

fn head() -> Paragraph {
    Paragraph::new().style("Header").line_spacing(LineSpacing::new().before(0).after(0))
}
