//! Reads maps and lists of a YAML tree into values, noting every fault and going on.

use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::period::Date;
use crate::base::source::{LineCol, Span, Spanned, Text};

use super::commas::cut_texts;
use super::list_sign::mistaken_list;
use super::meant::{Meant, text_with_colon};
use super::yaml::{Key, Kind, Node};
use super::{comment, unknown, words};

/// A date as written: `None` inside when it was written but cannot be read.
pub type WrittenDate = Spanned<Option<Date>>;

/// A map whose keys were recognised.
pub struct Map<'n, 'a> {
    /// Where it stands.
    pub span: Span,
    entries: Vec<(&'static str, &'n Key<'a>, &'n Node<'a>)>,
}

impl<'n, 'a> Map<'n, 'a> {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        self.entries.iter().find(|(name, ..)| *name == key).map(|(_, _, node)| *node)
    }

    /// How many of its entries have a known key, each key counted once.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Those of `keys` that are there and say nothing, at their places.
    pub fn blank(&self, keys: &[&str]) -> Vec<Text> {
        let blank = self.entries.iter().filter(|(name, _, node)| keys.contains(name) && node.is_blank());
        blank.map(|(name, key, _)| Spanned::new((*name).to_owned(), key.span)).collect()
    }

    /// The place of the key `key`, or of the map.
    pub fn key_span(&self, key: &str) -> Span {
        self.entries.iter().find(|(name, ..)| *name == key).map_or(self.span, |(_, key, _)| key.span)
    }
}

/// A list item that may be written as a plain text for its main key.
pub trait Item: Sized {
    /// Its keys.
    const KEYS: &'static [&'static str];
    /// An item of which only the main text was written; `None` when it has no main key and must be a map.
    fn of_text(_: Text) -> Option<Self> {
        None
    }
    /// An item written as a map.
    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self;
}

/// Reads values of one file and collects its faults.
pub struct Reader<'t> {
    /// The whole text of the file.
    pub text: &'t str,
    /// What was found wrong so far.
    pub faults: Vec<Diagnostic>,
    /// Whether a key was written in Vietnamese.
    in_vietnamese: bool,
    /// Comments that may be the rest of a text; whoever reads front matter makes faults of them.
    pub comments: Vec<Diagnostic>,
}

impl<'t> Reader<'t> {
    /// A reader of `text` without faults so far.
    pub fn new(text: &'t str) -> Self {
        Self { text, faults: Vec::new(), in_vietnamese: false, comments: Vec::new() }
    }

    /// Notes a fault.
    pub fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// `node` as a map with `keys`; unknown and repeated keys are faults. `None` when it is no map.
    pub fn map<'n, 'a>(&mut self, node: &'n Node<'a>, keys: &[&'static str], name: &str) -> Option<Map<'n, 'a>> {
        self.map_or_text(node, keys, name, || false)
    }

    /// As [`Reader::map`], where a text may stand instead.
    fn map_or_text<'n, 'a>(
        &mut self,
        node: &'n Node<'a>,
        keys: &[&'static str],
        name: &str,
        may_be_text: impl Fn() -> bool,
    ) -> Option<Map<'n, 'a>> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong_type(node, name, "@type-map");
            return None;
        };
        let mut map = Map { span: node.span, entries: Vec::with_capacity(entries.len()) };
        let mut others = Vec::new();
        for (key, value) in entries {
            match words::known_key(&key.text, keys) {
                None => others.push(key),
                Some(known) => match map.entries.iter().find(|(name, ..)| *name == known) {
                    Some((_, first, _)) => {
                        let fault = self.duplicate_key(&key.text, key.span, first.span);
                        self.fault(fault);
                    }
                    None => {
                        self.in_vietnamese |= known != key.text && unknown::is_vietnamese(&key.text, known);
                        map.entries.push((known, key, value));
                    }
                },
            }
        }
        if !others.is_empty() {
            let text = if may_be_text() { text_with_colon(self.text, node) } else { None };
            let cuts = cut_texts(self.text, entries, keys);
            let in_vietnamese = self.in_vietnamese;
            let place = unknown::Place { keys, in_vietnamese, text: text.as_deref(), cuts: &cuts };
            self.faults.extend(place.unknown_keys(&others));
        }
        Some(map)
    }

    /// The fault of a key that stands a second time at `span`, after `first`.
    pub fn duplicate_key(&self, key: &str, span: Span, first: Span) -> Diagnostic {
        let line = LineCol::of(self.text, first.start as usize).line;
        Diagnostic::new(Code::DuplicateKey, span).arg("key", key).arg("line", line.to_string())
    }

    /// The text of `key`; blank is absent.
    pub fn text(&mut self, map: &Map<'_, '_>, key: &str) -> Option<Text> {
        self.text_of(map.get(key)?, key)
    }

    /// `node` as a text; blank is absent.
    pub fn text_of(&mut self, node: &Node<'_>, key: &str) -> Option<Text> {
        let text = self.word_of(node, key).map(|word| word.with(word.value.to_owned()));
        self.comments.extend(match (&text, &node.kind) {
            (Some(text), _) => comment::behind(self.text, text, key),
            (None, Kind::Null) => comment::instead(self.text, node.span.start as usize, key),
            (None, _) => None,
        });
        text
    }

    /// The text of `key`, to be looked at and not kept; blank is absent.
    pub fn word<'n>(&mut self, map: &Map<'n, '_>, key: &str) -> Option<Spanned<&'n str>> {
        self.word_of(map.get(key)?, key)
    }

    fn word_of<'n>(&mut self, node: &'n Node<'_>, key: &str) -> Option<Spanned<&'n str>> {
        match &node.kind {
            Kind::Null => None,
            Kind::Text(text) => {
                let trimmed = text.trim();
                (!trimmed.is_empty()).then(|| Spanned::new(trimmed, node.span))
            }
            Kind::List(_) | Kind::Map(_) => {
                self.wrong_type(node, key, "@type-text");
                None
            }
        }
    }

    /// The texts of `key`: a list, or one text that stands alone.
    pub fn texts(&mut self, map: &Map<'_, '_>, key: &str) -> Vec<Text> {
        match map.get(key) {
            None => Vec::new(),
            Some(Node { kind: Kind::List(items), .. }) => kept(items, |item| self.text_of(item, key)),
            Some(alone) => {
                self.look_for_signs(alone, key);
                kept(std::slice::from_ref(alone), |item| self.text_of(item, key))
            }
        }
    }

    /// The date of `key`.
    pub fn date(&mut self, map: &Map<'_, '_>, key: &str) -> Option<WrittenDate> {
        let written = match map.get(key)? {
            node @ Node { kind: Kind::List(_) | Kind::Map(_), span } => {
                self.wrong_type(node, key, "@type-date");
                return Some(Spanned::new(None, *span));
            }
            node => self.word_of(node, key)?,
        };
        let date = Date::parse(written.value);
        if date.is_none() {
            let fault = Diagnostic::new(Code::ImpossibleDate, written.span).arg("key", key).found(written.value);
            self.fault(Diagnostic { closest: Date::meant(written.value), ..fault });
        }
        Some(written.with(date))
    }

    /// The date of `key`, if it can be read.
    pub fn known_date(&mut self, map: &Map<'_, '_>, key: &str) -> Option<Spanned<Date>> {
        let written = self.date(map, key)?;
        written.value.map(|date| written.with(date))
    }

    /// Yes or no under `key`.
    pub fn yes_or_no(&mut self, map: &Map<'_, '_>, key: &str) -> Option<bool> {
        let written = self.word(map, key)?;
        let answer = words::yes_or_no(written.value);
        if answer.is_none() {
            let fault = Diagnostic::new(Code::WrongType, written.span).arg("key", key).arg("expected", "@type-yes-no");
            self.fault(fault.found(written.value).arg("next", "yes-no").arg("line-to-paste", "none"));
        }
        answer
    }

    /// The items of `key`: a list, or one item that stands alone.
    pub fn items<T: Item>(&mut self, map: &Map<'_, '_>, key: &str) -> Vec<T> {
        match map.get(key) {
            None => Vec::new(),
            Some(Node { kind: Kind::List(items), .. }) => kept(items, |item| self.item(item, key)),
            Some(alone) => {
                self.look_for_signs(alone, key);
                kept(std::slice::from_ref(alone), |item| self.item(item, key))
            }
        }
    }

    /// Notes that an item which stands `alone` may be a list with other signs than dashes. Of claims it is told which
    /// criteria they were meant for.
    fn look_for_signs(&mut self, alone: &Node<'_>, key: &str) {
        if key != "criteria" {
            self.faults.extend(mistaken_list(self.text, alone, key));
        }
    }

    /// `node` as one item: a map, or a text for its main key.
    pub fn item<T: Item>(&mut self, node: &Node<'_>, key: &str) -> Option<T> {
        match &node.kind {
            Kind::Null => {
                self.text_of(node, key);
                None
            }
            Kind::Text(_) => {
                let item = T::of_text(self.text_of(node, key)?);
                if item.is_none() {
                    self.wrong_type(node, key, "@type-map");
                }
                item
            }
            Kind::Map(_) => {
                let may_be_text = || T::of_text(Text::new(String::new(), node.span)).is_some();
                let map = self.map_or_text(node, T::KEYS, key, may_be_text)?;
                Some(T::read(self, &map))
            }
            Kind::List(_) => {
                self.wrong_type(node, key, "@type-text-or-map");
                None
            }
        }
    }

    /// Notes that `node`, under `key`, is not what was expected (a text of the catalogue).
    pub fn wrong_type(&mut self, node: &Node<'_>, key: &str, expected: &str) {
        let found = match node.kind {
            Kind::Null => "@type-nothing",
            Kind::Text(_) => "@type-text",
            Kind::List(_) => "@type-list",
            Kind::Map(_) => "@type-map",
        };
        let meant = Meant { all: self.text, in_vietnamese: self.in_vietnamese };
        let (next, line) = meant.of(node, key, expected).unwrap_or_else(|| (next_of(expected), "none".to_owned()));
        let (expected, found) = if next == "claims" { ("@type-claims", "@type-list") } else { (expected, found) };
        let fault = Diagnostic::new(Code::WrongType, node.span).arg("key", key).arg("expected", expected);
        self.fault(fault.arg("found", found).arg("next", next).arg("line-to-paste", line));
    }
}

/// What to do where another value stands than the one `expected`.
fn next_of(expected: &str) -> &'static str {
    match expected {
        "@type-text" => "text",
        "@type-date" => "date",
        "@type-list" => "list",
        "@type-text-or-map" => "item",
        _ => "map",
    }
}

/// What `read` makes of the items, in a list that takes no more room than it needs: a large cell keeps a million.
fn kept<T>(items: &[Node<'_>], mut read: impl FnMut(&Node<'_>) -> Option<T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    kept.extend(items.iter().filter_map(&mut read));
    kept
}
