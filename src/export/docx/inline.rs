//! Words of a line: runs of text in bold or italics, with links to notes.

use docx_rs::{BreakType, Hyperlink, HyperlinkType, Paragraph, Run};

use super::html::{Element, Node};

/// How a piece of text looks, beside what the style of its paragraph says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// In half points.
    pub(super) size: Option<usize>,
    pub(super) underlined: bool,
}

impl Look {
    /// Bold.
    pub(super) const BOLD: Look = Look { bold: true, italic: false, size: None, underlined: false };
}

/// What a line is made of.
enum Piece {
    Text(String, Look),
    Break,
    /// A link to the note of this name.
    Note(String, String, Look),
}

/// Smaller letters, in half points, of what stands below a word or beside a figure.
const SMALL: usize = 22;

/// Appends the words of `nodes` to `paragraph`.
pub(super) fn write(paragraph: Paragraph, nodes: &[Node], look: Look) -> Paragraph {
    let mut pieces = Vec::new();
    collect(&mut pieces, nodes, look);
    trimmed(pieces).into_iter().fold(paragraph, |paragraph, piece| match piece {
        Piece::Text(text, look) => paragraph.add_run(run(&text, look)),
        Piece::Break => paragraph.add_run(Run::new().add_break(BreakType::TextWrapping)),
        Piece::Note(name, text, look) => {
            paragraph.add_hyperlink(Hyperlink::new(name, HyperlinkType::Anchor).add_run(run(&text, look)))
        }
    })
}

/// A run of one look.
pub(super) fn run(text: &str, look: Look) -> Run {
    let run = Run::new().add_text(text);
    let run = if look.bold { run.bold() } else { run };
    let run = if look.italic { run.italic() } else { run };
    let run = if look.underlined { run.underline("single") } else { run };
    look.size.map_or(run.clone(), |size| run.size(size))
}

fn collect(pieces: &mut Vec<Piece>, nodes: &[Node], look: Look) {
    for node in nodes {
        match node {
            Node::Text(text) => pieces.push(Piece::Text(joined(text), look)),
            Node::Element(element) => collect_element(pieces, element, look),
        }
    }
}

fn collect_element(pieces: &mut Vec<Piece>, element: &Element, look: Look) {
    let bold = look.bold || matches!(element.name.as_str(), "b" | "strong") || is_urgent(element);
    let italic = look.italic || matches!(element.name.as_str(), "i" | "em");
    let look = Look { bold, italic, ..look };
    match element.name.as_str() {
        "br" => pieces.push(Piece::Break),
        "a" if element.attribute("href").is_some_and(|href| href.starts_with("#_n")) => {
            let name = element.attribute("href").unwrap_or_default().trim_start_matches('#').to_owned();
            pieces.push(Piece::Note(name, element.text(), Look { size: look.size.or(Some(SMALL)), ..look }));
        }
        "span" if element.is("sub") => {
            pieces.push(Piece::Break);
            collect(
                pieces,
                &element.children,
                Look { italic: true, size: Some(SMALL.min(look.size.unwrap_or(SMALL))), ..look },
            );
        }
        // The label of a criterion below its id, and the name of a sheet's member below its title.
        "span" if element.attribute("class").is_none() => {
            let small = look.size.map(|size| size.saturating_sub(4));
            pieces.push(Piece::Break);
            collect(pieces, &element.children, Look { bold: bold && small.is_none(), size: small, ..look });
        }
        _ => collect(pieces, &element.children, look),
    }
}

/// What the style of the pages sets in bold: late and overdue work, and records that are not counted.
fn is_urgent(element: &Element) -> bool {
    ["time--late", "time--overdue", "uncounted"].iter().any(|class| element.is(class))
}

/// Blanks and line ends as one space, as a page shows them.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = matches!(c, ' ' | '\t' | '\n' | '\r');
        if !blank || !out.ends_with(' ') {
            out.push(if blank { ' ' } else { c });
        }
    }
    out
}

/// The pieces of a line without blanks at its ends, around breaks and twice in a row.
fn trimmed(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut after_blank = true;
    for piece in pieces {
        match piece {
            Piece::Text(text, look) => {
                let text = if after_blank { text.trim_start_matches(' ') } else { &text };
                if !text.is_empty() {
                    after_blank = text.ends_with(' ');
                    out.push(Piece::Text(text.to_owned(), look));
                }
            }
            Piece::Break => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(Piece::Break);
                }
                after_blank = true;
            }
            note => {
                after_blank = false;
                out.push(note);
            }
        }
    }
    trim_end(&mut out);
    out
}

fn trim_end(pieces: &mut Vec<Piece>) {
    if let Some(Piece::Text(text, _)) = pieces.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if text.is_empty() {
            pieces.pop();
        }
    }
}
