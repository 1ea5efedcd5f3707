//! A version of a record as words, by the fields that its stamp covers.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use crate::base::text::nfc;
use crate::model::review::Version;

/// What a stamp says of a record, part by part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot<'v> {
    /// A field of the record, by its key, with its place in the stamp.
    Field(usize, &'v str),
    /// The claim of a criterion, by its id.
    Claim(&'v str),
    /// A field that stands after the claims.
    Content(usize, &'v str),
    /// The Markdown after the front matter.
    Body,
    /// A file that the record names, by its path.
    File(&'v str),
}

/// A word, a sign or a value, as it is compared.
#[derive(Debug, Clone, Copy)]
pub struct Token<'v> {
    /// What is written, the blank before it included.
    pub text: &'v str,
    /// What it is.
    pub kind: Kind<'v>,
    /// Whether a line begins with it; that alone changes nothing.
    pub begins_line: bool,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind<'v> {
    /// A word or a sign of a text.
    Word,
    /// The value of a key that takes dates, people, or words of a list.
    Value(&'v str),
    /// The border between two parts of an item.
    Part,
    /// The border between two items.
    Item,
}

impl Token<'_> {
    fn key(&self) -> (&str, Kind<'_>) {
        (self.text, self.kind)
    }
}

impl PartialEq for Token<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Token<'_> {}

impl PartialOrd for Token<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Token<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for Token<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// Keys whose values are dates, people, or words of a list.
const VALUES: [&str; 17] = [
    "member",
    "assigned",
    "due",
    "done",
    "kind",
    "status",
    "assigned_by",
    "level",
    "date",
    "on",
    "happened",
    "adopted",
    "start",
    "end",
    "by",
    "confirmed_by",
    "file",
];

/// The words of a version by the places of the record; of a file its hash.
pub fn fields<'v>(version: &'v Version, body: &'v str) -> BTreeMap<Spot<'v>, Vec<Token<'v>>> {
    let mut reading = Reading { fields: BTreeMap::new(), place: Spot::Body, begun: false };
    for line in version.lines.lines().skip(1) {
        let (sign, rest) = line.split_at_checked(2).unwrap_or((line, ""));
        let key = rest.split(' ').next().unwrap_or_default();
        let text = &rest[key.len()..];
        match sign {
            "= " => reading.field(key, text),
            "+ " => reading.item(key),
            _ => reading.part(key, text),
        }
    }
    let mut fields = reading.fields;
    fields.retain(|place, _| *place != Spot::Body);
    let mut lines = Vec::new();
    body.lines().for_each(|line| words(line, true, &mut lines));
    fields.insert(Spot::Body, lines);
    fields
}

/// `text` as its words are compared: composed, with a blank before each line.
pub fn composed(text: &str) -> String {
    let composed = nfc(text);
    let mut out = String::with_capacity(composed.len() + 64);
    for line in composed.lines() {
        for word in line.split_whitespace() {
            out.push(' ');
            out += word;
        }
        out.push('\n');
    }
    out
}

struct Reading<'v> {
    fields: BTreeMap<Spot<'v>, Vec<Token<'v>>>,
    place: Spot<'v>,
    /// Whether the item has a part already.
    begun: bool,
}

impl<'v> Reading<'v> {
    fn tokens(&mut self) -> &mut Vec<Token<'v>> {
        self.fields.entry(self.place.clone()).or_default()
    }

    fn field(&mut self, key: &'v str, text: &'v str) {
        self.place = place(key);
        if key != "body" {
            self.border(Kind::Item);
            self.value(key, text);
        }
    }

    fn item(&mut self, key: &'v str) {
        self.begun = false;
        match key {
            "claim" => {}
            "file" => self.place = Spot::File(""),
            "evidence" | "asked" => self.border(Kind::Item),
            _ => {
                self.place = place(key);
                self.border(Kind::Item);
            }
        }
    }

    fn part(&mut self, key: &'v str, text: &'v str) {
        match (key, &self.place) {
            ("criterion", _) => {
                self.place = Spot::Claim(text.trim_start());
                self.tokens();
            }
            ("path", Spot::File(_)) => {
                self.place = Spot::File(text.trim_start());
                self.tokens();
            }
            _ => {
                if self.begun {
                    self.border(Kind::Part);
                }
                self.begun = true;
                self.value(key, text);
            }
        }
    }

    /// Nothing stands before the first item of a place.
    fn border(&mut self, kind: Kind<'v>) {
        let tokens = self.tokens();
        if !tokens.is_empty() {
            tokens.push(Token { text: "", kind, begins_line: kind == Kind::Item });
        }
    }

    fn value(&mut self, key: &'v str, text: &'v str) {
        let tokens = self.tokens();
        if VALUES.contains(&key) {
            tokens.push(Token { text, kind: Kind::Value(key), begins_line: false });
        } else {
            words(text, false, tokens);
        }
    }
}

/// Keys before the claims.
const HEAD: [&str; 9] = ["rubric", "title", "member", "assigned", "due", "done", "kind", "status", "assigned_by"];

/// Keys after the claims, in the order of the stamp.
const CONTENT: [&str; 17] = [
    "purpose",
    "procedure",
    "outputs",
    "coordination",
    "strengths",
    "weaknesses",
    "fixed",
    "context",
    "progress",
    "direction",
    "references",
    "risks",
    "steps",
    "archive",
    "revisions",
    "lessons",
    "excused",
];

fn place(key: &str) -> Spot<'_> {
    let at = |keys: &[&str]| keys.iter().position(|known| *known == key);
    match (at(&HEAD), at(&CONTENT)) {
        (Some(at), _) => Spot::Field(at, key),
        (_, Some(at)) => Spot::Content(at, key),
        _ => Spot::Body,
    }
}

/// The words of `text`, which begins with a blank, and the signs between them.
fn words<'v>(text: &'v str, begins_line: bool, out: &mut Vec<Token<'v>>) {
    let mut from = 0;
    let mut begins_line = begins_line;
    while from < text.len() {
        let rest = &text[from..];
        let blank = usize::from(rest.starts_with(' '));
        let word = rest[blank..].find(|c| !is_of_word(c)).unwrap_or(rest.len() - blank);
        let sign = || rest[blank..].chars().next().map_or(0, char::len_utf8);
        let length = blank + if word > 0 { word } else { sign() };
        out.push(Token { text: &rest[..length], kind: Kind::Word, begins_line });
        (from, begins_line) = (from + length, false);
    }
}

/// Letters, digits, the marks that belong to them, and what joins numbers of documents and dates.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '-' | '/' | '_')
}
