//! A paper's page as paragraphs and tables, leaf by leaf. Elements are told apart by their names and by the classes that the
//! style of the pages lays out.

use docx_rs::{AlignmentType, LineSpacing, Paragraph, Run, Tab, TabLeaderType, TabValueType, Table};

use super::html::{Element, Node};
use super::inline::{self, Look};
use super::letterhead::{letterhead, short_line, signing};
use super::styles::{ACROSS, BODY, CAPTION, CHAPTER, ITEM, KIND, LINE, NOTE, PLAIN, SECTION, SUBJECT, UPRIGHT, mm};
use super::table::{beside, table};

/// A paragraph or a table.
pub(super) enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// What begins on a page of its own.
pub(super) struct Leaf {
    pub(super) across: bool,
    pub(super) blocks: Vec<Block>,
}

/// The leaves of a paper.
pub(super) fn leaves(article: &Element) -> Vec<Leaf> {
    let is_leaf = |one: &&Element| one.is("leaf");
    let mut notes = 0;
    article
        .elements()
        .filter(is_leaf)
        .map(|leaf| {
            let across = leaf.is("leaf--across");
            let width = if across { ACROSS } else { UPRIGHT };
            let mut writer =
                Writer { width, sheet: leaf.is("sheet"), together: false, notes: &mut notes, blocks: Vec::new() };
            writer.children(leaf);
            Leaf { across, blocks: writer.blocks }
        })
        .collect()
}

struct Writer<'w> {
    width: usize,
    /// A member's sheet, which fits one page by smaller letters.
    sheet: bool,
    /// Whether what is written stays on the page of what follows it.
    together: bool,
    /// How many notes were written.
    notes: &'w mut usize,
    blocks: Vec<Block>,
}

/// Half points of the smaller letters of a sheet and of its table.
const SHEET: usize = 24;
const SHEET_TABLE: usize = 22;

/// Half points of the table of members and criteria.
const GRID: usize = 19;

/// Room for a signature on a paper and on a sheet, in millimetres.
const ROOM: [usize; 2] = [24, 14];

impl Writer<'_> {
    fn children(&mut self, element: &Element) {
        element.elements().for_each(|one| self.element(one));
    }

    fn element(&mut self, element: &Element) {
        if element.is("off-paper") || element.is("hidden") {
            return;
        }
        match element.name.as_str() {
            "header" => {
                let tables = letterhead(element, self.width);
                tables.into_iter().for_each(|table| self.table(table));
            }
            "h1" => self.words(KIND, element),
            "h2" => self.chapter(element),
            "h3" => self.section(element),
            "p" => self.paragraph(element),
            "ul" => element.elements().for_each(|item| self.item(element, item)),
            "ol" => element.elements().for_each(|item| self.note(item)),
            "table" => self.whole_table(element),
            "div" if element.is("write") => self.line(),
            "div" if element.is("signing") => {
                let signing = signing(element, self.width, ROOM[usize::from(self.sheet)]);
                let between = Paragraph::new().style(PLAIN).keep_next(true);
                self.push(if self.sheet { close(between.size(2), 60) } else { between });
                self.table(signing);
            }
            "div" if element.is("sheet__says") => self.says(element),
            _ => {
                let outer = self.together;
                self.together |= element.is("conclusions") || element.is("part--rating");
                self.children(element);
                self.together = outer;
            }
        }
    }

    fn push(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(Box::new(table)));
    }

    /// Words in a style.
    fn words(&mut self, style: &str, element: &Element) {
        self.push(inline::write(Paragraph::new().style(style), &element.children, Look::default()));
    }

    fn chapter(&mut self, element: &Element) {
        let paragraph = Paragraph::new().style(CHAPTER).keep_next(true);
        let paragraph = if self.sheet { close(paragraph.align(AlignmentType::Center), 40) } else { paragraph };
        self.push(inline::write(paragraph, &element.children, Look::default()));
    }

    fn section(&mut self, element: &Element) {
        let paragraph = Paragraph::new().style(SECTION).keep_next(true);
        let paragraph =
            if self.sheet { paragraph.line_spacing(LineSpacing::new().before(80).after(0)) } else { paragraph };
        self.push(inline::write(paragraph, &element.children, self.look()));
    }

    /// The letters of a sheet are smaller.
    fn look(&self) -> Look {
        Look { size: self.sheet.then_some(SHEET), ..Look::default() }
    }

    fn paragraph(&mut self, element: &Element) {
        if element.text().trim().is_empty() {
            return;
        }
        if element.is("paper__subject") {
            self.words(SUBJECT, element);
            return self.push(short_line((self.width - mm(24)) / 2));
        }
        let centred = element.is("sheet__cell");
        let paragraph = Paragraph::new().style(if centred { PLAIN } else { BODY });
        let paragraph = if centred { paragraph.align(AlignmentType::Center) } else { paragraph };
        let paragraph = if self.sheet { close(paragraph, if centred { 0 } else { 60 }) } else { paragraph };
        let small = self.sheet || element.is("paper__draft");
        let look = Look { size: small.then_some(SHEET), ..Look::default() };
        self.push(inline::write(paragraph, &element.children, look));
    }

    /// An item with the dash of official papers, or with a box to tick.
    fn item(&mut self, list: &Element, item: &Element) {
        let mark = if list.is("boxes") { "☐ " } else { "- " };
        let paragraph = Paragraph::new().style(ITEM);
        let paragraph =
            if self.sheet { paragraph.line_spacing(LineSpacing::new().before(20).line(252)) } else { paragraph };
        let paragraph = paragraph.add_run(inline::run(mark, self.look()));
        self.push(inline::write(paragraph, &item.children, self.look()));
    }

    /// A note, to which its number leads.
    fn note(&mut self, item: &Element) {
        *self.notes += 1;
        let (number, name) = (*self.notes, item.attribute("id").unwrap_or_default());
        let mark = Run::new().add_text(format!("[{number}]")).add_tab();
        let paragraph = Paragraph::new().style(NOTE).add_bookmark_start(number, name).add_run(mark);
        self.push(inline::write(paragraph, &item.children, Look::default()).add_bookmark_end(number));
    }

    fn whole_table(&mut self, element: &Element) {
        if let Some(caption) = element.elements().find(|one| one.name == "caption") {
            let paragraph = Paragraph::new().style(CAPTION).keep_next(true);
            let paragraph = if self.sheet { close(paragraph, 60) } else { paragraph };
            self.push(inline::write(paragraph, &caption.children, Look::default()));
        }
        let size = match (element.is("grid"), self.sheet) {
            (true, _) => Some(GRID),
            (_, true) => Some(SHEET_TABLE),
            _ => None,
        };
        let made = table(element, self.width, size);
        self.table(made);
    }

    /// A dotted line to write on.
    fn line(&mut self) {
        let line = dotted(self.width);
        let line = if self.together { line.keep_next(true) } else { line };
        self.push(if self.sheet { line.line_spacing(LineSpacing::new().before(60)) } else { line });
    }

    /// Two columns with a head and room to write.
    fn says(&mut self, element: &Element) {
        let columns: Vec<&Element> = element.elements().collect();
        let gap = mm(6);
        let each = self.width / columns.len().max(1);
        let column = |one: &&Element| {
            let part = |part: &Element| match part.name.as_str() {
                "h3" => inline::write(Paragraph::new().style(SECTION), &part.children, self.look()),
                _ => dotted(each - gap).line_spacing(LineSpacing::new().before(60)),
            };
            (each, one.elements().map(part).collect())
        };
        let table = beside(columns.iter().map(column).collect());
        self.table(table);
    }
}

/// A paragraph of a sheet: lines a tenth higher than their letters, so much room before them.
fn close(paragraph: Paragraph, before: u32) -> Paragraph {
    paragraph.line_spacing(LineSpacing::new().before(before).after(0).line(264))
}

fn dotted(width: usize) -> Paragraph {
    let end = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(width);
    Paragraph::new().style(LINE).add_tab(end).add_run(Run::new().add_tab())
}

/// The mark of a draft, when the paper is one.
pub(super) fn draft(article: &Element) -> Option<String> {
    let said = article.find(&|one| one.is("paper__draft"))?;
    let mark = said.children.iter().find_map(|node| match node {
        Node::Element(element) if element.name == "b" => Some(element.text()),
        _ => None,
    })?;
    Some(mark.trim().trim_end_matches(':').to_owned()).filter(|mark| !mark.is_empty())
}
