//! A record's Markdown body as safe HTML with holes where its local links and images go.
//!
//! The body is turned into HTML once, when it is read. Where a local link leads is known only when every record has
//! been read, so each one is a [`Piece`] of its own that the page fills in.

use crate::base::source::Span;

/// A record's body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Body {
    /// The HTML in order, with holes.
    pub pieces: Vec<Piece>,
    /// Local links and images, named by [`Piece`]s.
    pub links: Vec<LocalLink>,
    /// Text under headings tagged with a criterion, in the order of the first heading of each.
    pub sections: Vec<Section>,
}

impl Body {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The same with its markup in other memory. Where it was written it stands among drafts and source texts of its
    /// size; when those are given up it would keep nearly all of their memory from being used again.
    #[must_use]
    pub fn copied(mut self) -> Self {
        for piece in &mut self.pieces {
            if let Piece::Html(markup) = piece {
                *markup = markup.as_str().to_owned();
            }
        }
        self
    }
}

/// A part of a body's HTML.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Safe markup, to be written as it is.
    Html(String),
    /// The start of the link [`Body::links`]`[i]`.
    LinkStart(usize),
    /// The end of the link [`Body::links`]`[i]`.
    LinkEnd(usize),
    /// The image [`Body::links`]`[i]` with its alternative text (plain, not escaped).
    Image(usize, String),
}

/// A relative link or an image of a body, and what it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LocalLink {
    /// Where it stands in the file.
    pub span: Span,
    /// Path under the root, cleaned (`..` resolved), or nothing when it leaves the root.
    pub path: Option<String>,
    /// Whether it is an image.
    pub image: bool,
    /// Where it leads; found out when every record has been read.
    pub leads_to: Destination,
}

/// Where a local link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Destination {
    /// Nowhere: shown as text with a mark.
    #[default]
    Nothing,
    /// To the task page of the record at this place of the logbook's records.
    Record(usize),
    /// To the page of the record with errors at this place of the logbook's faulty records.
    Faulty(usize),
    /// To the attachment at this place of the logbook's attachments.
    Attachment(usize),
}

/// The text under the headings tagged with one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Section {
    /// Place of the criterion in the rubric.
    pub criterion: usize,
    /// Place of the (first) heading.
    pub span: Span,
    /// The Markdown source under the headings, joined; heading lines are no text.
    pub text: String,
    /// The same without markup, for quoting.
    pub plain: String,
}
