//! YAML as a tree in which every key and value knows its place.
//!
//! Scalars stay text: what a value means is decided where it is used. Anchors, aliases, tags and further documents
//! are refused, so that neither time nor memory can be blown up by a small text.

mod everyday;
mod library;
mod lines;
mod signs;
mod slips;

use std::borrow::Cow;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Span, Spanned, Text};

/// Lists and maps may be nested this deep.
pub const MAX_DEPTH: usize = 16;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'a> {
    /// Where it stands in the file.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'a>,
}

/// What a [`Node`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind<'a> {
    /// Nothing was written, or `null` or `~`.
    Null,
    /// A text, number, date or word, as written.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A map in the order of the file; keys may repeat.
    Map(Vec<(Key<'a>, Node<'a>)>),
}

/// A key with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key<'a> {
    /// The key as written.
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub span: Span,
}

impl Node<'_> {
    /// Whether nothing is written there.
    pub fn is_blank(&self) -> bool {
        match &self.kind {
            Kind::Null => true,
            Kind::Text(text) => text.trim().is_empty(),
            Kind::List(_) | Kind::Map(_) => false,
        }
    }

    /// Adds every key and text, escapes undone, to `out`.
    pub fn add_scalars(&self, out: &mut Vec<Text>) {
        match &self.kind {
            Kind::Null => {}
            Kind::Text(text) => out.push(Spanned::new(text.to_string(), self.span)),
            Kind::List(items) => items.iter().for_each(|item| item.add_scalars(out)),
            Kind::Map(entries) => {
                for (key, value) in entries {
                    out.push(Spanned::new(key.text.to_string(), key.span));
                    value.add_scalars(out);
                }
            }
        }
    }
}

/// Reads `text`, which begins at byte `offset` of its file, as one YAML document.
///
/// # Errors
/// One located fault: after a syntax error nothing more of the text is known.
pub fn tree(text: &str, offset: usize) -> Result<Node<'_>, Diagnostic> {
    let Some(tree) = everyday::tree(text, offset) else { return library::tree(text, offset) };
    debug_assert_eq!(Ok(&tree), library::tree(text, offset).as_ref(), "{text}");
    Ok(tree)
}

/// As [`tree`], for a text that must be a map: when it is one text because no colon has a blank behind it, that is told.
///
/// # Errors
/// As those of [`tree`].
pub fn document(text: &str, offset: usize) -> Result<Node<'_>, Diagnostic> {
    let root = tree(text, offset)?;
    let is_text = matches!(root.kind, Kind::Text(_));
    let fault = if is_text { slips::missing_blank(text, offset) } else { None };
    fault.map_or(Ok(root), Err)
}
