//! Sentences with holes, read from the catalogue once and filled in on every page.

use super::markup::Markup;
use crate::base::i18n::{Catalog, Lang};

/// What goes into a hole of a [`Phrase`].
#[derive(Debug, Clone, Copy)]
pub enum Fill<'a> {
    /// A text, to be escaped.
    Text(&'a str),
    /// Markup of ours.
    Html(&'a str),
    /// A number.
    Number(u64),
}

/// A sentence of the catalogue with its holes found.
#[derive(Debug, Clone)]
pub struct Phrase {
    lang: Lang,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
enum Piece {
    Text { plain: String, escaped: String },
    Hole(usize),
}

/// Stands for a hole while Fluent fills the sentence in; no catalogue holds it.
const HOLE: char = '\u{1}';

impl Phrase {
    /// The text `key`, whose arguments `holes` are filled in later.
    pub fn of(catalog: &Catalog, key: &str, holes: &[&str]) -> Self {
        let mark = |i: usize| format!("{HOLE}{i}{HOLE}");
        let args: Vec<_> = holes.iter().enumerate().map(|(i, name)| (*name, mark(i).into())).collect();
        let text = catalog.format(key, &args);
        let mut pieces = Vec::new();
        for (i, part) in text.split(HOLE).enumerate() {
            if i % 2 == 1 {
                pieces.push(Piece::Hole(part.parse().expect("a hole holds its number")));
            } else if !part.is_empty() {
                let mut escaped = Markup::new();
                escaped.text(part);
                pieces.push(Piece::Text { plain: part.to_owned(), escaped: escaped.into_string() });
            }
        }
        Self { lang: catalog.lang(), pieces }
    }

    /// Appends it to `out` with `fills` in its holes.
    pub fn write(&self, out: &mut Markup, fills: &[Fill<'_>]) {
        for piece in &self.pieces {
            match piece {
                Piece::Text { escaped, .. } => out.raw(escaped),
                Piece::Hole(hole) => match fills[*hole] {
                    Fill::Text(text) => out.text(text),
                    Fill::Html(markup) => out.raw(markup),
                    Fill::Number(number) => out.number(number, self.lang),
                },
            };
        }
    }

    /// It with no break between the number in its first hole and the word behind.
    fn bound(mut self) -> Self {
        let mut behind = false;
        for piece in &mut self.pieces {
            if let (true, Piece::Text { plain, escaped }) = (behind, &mut *piece) {
                for text in [plain, escaped] {
                    if text.starts_with(' ') {
                        text.replace_range(..1, "\u{a0}");
                    }
                }
            }
            behind = matches!(piece, Piece::Hole(0));
        }
        self
    }

    /// It as plain text, not escaped, with `texts` in its holes.
    pub fn text(&self, texts: &[&str]) -> String {
        let part = |piece: &Piece| match piece {
            Piece::Text { plain, .. } => plain.clone(),
            Piece::Hole(hole) => texts[*hole].to_owned(),
        };
        self.pieces.iter().map(part).collect()
    }

    /// It with `fills` in its holes.
    pub fn html(&self, fills: &[Fill<'_>]) -> String {
        let mut out = Markup::new();
        self.write(&mut out, fills);
        out.into_string()
    }
}

/// A sentence about a number, in a language that may say one otherwise than many: `key` and its attribute `one`. The
/// number is its first hole.
#[derive(Debug, Clone)]
pub struct Counted {
    one: Phrase,
    many: Phrase,
}

impl Counted {
    /// The text `key` and its attribute `one`, with the holes `count` and `others`.
    pub fn of(catalog: &Catalog, key: &str, others: &[&str]) -> Self {
        let holes: Vec<&str> = [COUNT].into_iter().chain(others.iter().copied()).collect();
        Self { one: Phrase::of(catalog, &format!("{key}.one"), &holes), many: Phrase::of(catalog, key, &holes) }
    }

    /// It with no break between the number and the word behind, for lines on paper.
    pub fn bound(self) -> Self {
        Self { one: self.one.bound(), many: self.many.bound() }
    }

    /// Appends it to `out` for `count`, with `others` in its other holes.
    pub fn write(&self, out: &mut Markup, count: u64, others: &[Fill<'_>]) {
        let fills: Vec<Fill<'_>> = [Fill::Number(count)].into_iter().chain(others.iter().copied()).collect();
        if count == 1 { self.one.write(out, &fills) } else { self.many.write(out, &fills) }
    }

    /// It for `count`, with `others` in its other holes.
    pub fn html(&self, count: u64, others: &[Fill<'_>]) -> String {
        let mut out = Markup::new();
        self.write(&mut out, count, others);
        out.into_string()
    }
}

/// The name of the number's hole.
const COUNT: &str = "count";
