//! What has changed in a record since a stale review: field by field, with the words that went and those that came.

mod tokens;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Report, Review};
use crate::model::review::{Reviewed, Version};
use tokens::{Kind, Spot, Token, composed};
use words::{BUDGET, Stretch, compare};

pub use words::Fate;

/// Words that are shown on each side of a change.
const AROUND: usize = 8;

/// Words of a stretch that went or came that are shown.
const LONGEST: usize = 80;

/// Stretches of one place that are shown; more than that is another text.
const MOST: usize = 300;

/// Letters of one word that are shown.
const LETTERS: usize = 200;

/// What is told of a stale review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// The version that it judged was not found in git.
    Unknown,
    /// It was found, and this audience may not see it.
    Withheld,
    /// What has changed.
    Told(Vec<Change>),
}

/// A part of a record that has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

/// Where in a record something has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A field, by its key.
    Field(String),
    /// The claim of a criterion, by its id.
    Claim(String),
    /// The body.
    Body,
    /// A file that stands behind a claim, by its path.
    File(String),
}

/// What has changed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Words that stayed, went and came, in their order.
    Words(Vec<Piece>),
    /// More than can be compared.
    Much,
    /// The bytes of a file.
    Bytes,
}

/// Words in a row with the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whether they stayed, went or came.
    pub fate: Fate,
    /// The words.
    pub runs: Vec<Run>,
}

/// A part of a [`Piece`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Words of a text.
    Words(String),
    /// The value of a key that takes dates, people, or words of a list.
    Value(String, String),
    /// The border between two parts of an item.
    Part,
    /// The border between two items or lines.
    Line,
    /// So many words are left out.
    Left(usize),
    /// The heading under which what follows stands.
    Heading(String),
}

impl Report<'_> {
    /// What has changed since `review`, when it is stale and this audience is told of it.
    pub fn since(&self, review: &Review) -> Option<Since> {
        Some(match self.logbook.reviewed.get(&review.path)? {
            Reviewed::Unknown => Since::Unknown,
            Reviewed::Withheld => Since::Withheld,
            Reviewed::Found { then, now } => Since::Told(changes(then, now)),
        })
    }
}

/// What differs between two versions of a record.
pub fn changes(then: &Version, now: &Version) -> Vec<Change> {
    let bodies = (composed(&then.body), composed(&now.body));
    let (old, new) = (tokens::fields(then, &bodies.0), tokens::fields(now, &bodies.1));
    let mut budget = BUDGET;
    let spots: BTreeMap<&Spot<'_>, ()> = old.keys().chain(new.keys()).map(|spot| (spot, ())).collect();
    spots.into_keys().filter_map(|spot| change(spot, old.get(spot), new.get(spot), &mut budget)).collect()
}

fn change(
    spot: &Spot<'_>,
    old: Option<&Vec<Token<'_>>>,
    new: Option<&Vec<Token<'_>>>,
    budget: &mut usize,
) -> Option<Change> {
    if let Spot::File(path) = spot {
        // A file that only one of them names has a line of its own where it is named.
        let changed = old.zip(new).is_some_and(|(old, new)| old != new);
        return changed.then(|| Change { place: Place::File(visible(path)), what: What::Bytes });
    }
    let (old, new) = (old.map_or(&[][..], Vec::as_slice), new.map_or(&[][..], Vec::as_slice));
    if old == new {
        return None;
    }
    let place = match spot {
        Spot::Field(_, key) | Spot::Content(_, key) => Place::Field((*key).to_owned()),
        Spot::Claim(id) => Place::Claim((*id).to_owned()),
        Spot::Body | Spot::File(_) => Place::Body,
    };
    let stretches = compare(old, new, budget).filter(|stretches| stretches.len() <= MOST);
    let what =
        stretches.map_or(What::Much, |stretches| What::Words(pieces(old, new, &stretches, place == Place::Body)));
    Some(Change { place, what })
}

fn pieces(old: &[Token<'_>], new: &[Token<'_>], stretches: &[Stretch], has_headings: bool) -> Vec<Piece> {
    let headings = if has_headings { headings(new) } else { Vec::new() };
    let last = stretches.len().saturating_sub(1);
    let piece = |(at, (fate, range)): (usize, &Stretch)| {
        let tokens = if *fate == Fate::Gone { old } else { new };
        let mut writing = Writing { tokens, runs: Vec::new() };
        match fate {
            Fate::Kept => writing.kept(range.clone(), at == 0, at == last, &headings),
            Fate::Gone | Fate::New => writing.cut(range.clone()),
        }
        Piece { fate: *fate, runs: writing.runs }
    };
    stretches.iter().enumerate().map(piece).collect()
}

/// The headings of a body, each with its place.
fn headings(tokens: &[Token<'_>]) -> Vec<(usize, String)> {
    let starts = tokens.iter().enumerate().filter(|(_, token)| token.begins_line && token.text == " #");
    let heading = |(at, _): (usize, &Token<'_>)| {
        let line = tokens[at + 1..].iter().take_while(|token| !token.begins_line).take(AROUND * 2);
        let words: String = line.filter(|token| token.text != "#").map(|token| token.text).collect();
        (at, visible(words.split('{').next().unwrap_or_default().trim()))
    };
    starts.map(heading).collect()
}

struct Writing<'w> {
    tokens: &'w [Token<'w>],
    runs: Vec<Run>,
}

impl Writing<'_> {
    /// What stayed: only as much of it as tells where the change is.
    fn kept(&mut self, at: Range<usize>, is_first: bool, is_last: bool, headings: &[(usize, String)]) {
        let (before, after) = (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND });
        if at.len() <= before + after + AROUND / 2 {
            return self.write(at);
        }
        let (from, to) = (at.start + before, at.end - after);
        self.write(at.start..from);
        self.runs.push(Run::Left(self.count(from..to)));
        let heading = headings.iter().rev().find(|(place, _)| *place < to);
        if let Some((_, heading)) = heading.filter(|(place, _)| !is_last && (is_first || *place >= at.start)) {
            self.runs.push(Run::Heading(heading.clone()));
        }
        self.write(to..at.end);
    }

    /// What went or came: not all of a long text.
    fn cut(&mut self, at: Range<usize>) {
        let shown = if at.len() > LONGEST + AROUND { at.start + LONGEST } else { at.end };
        self.write(at.start..shown);
        if shown < at.end {
            self.runs.push(Run::Left(self.count(shown..at.end)));
        }
    }

    fn count(&self, at: Range<usize>) -> usize {
        self.tokens[at].iter().filter(|token| matches!(token.kind, Kind::Word | Kind::Value(_))).count()
    }

    fn write(&mut self, at: Range<usize>) {
        for token in &self.tokens[at] {
            match token.kind {
                Kind::Part => self.runs.push(Run::Part),
                Kind::Item => self.runs.push(Run::Line),
                Kind::Value(key) => self.runs.push(Run::Value(key.to_owned(), visible(token.text.trim_start()))),
                Kind::Word => self.word(token),
            }
        }
    }

    fn word(&mut self, token: &Token<'_>) {
        if token.begins_line && !self.runs.is_empty() {
            self.runs.push(Run::Line);
        }
        let word = visible(token.text);
        match self.runs.last_mut() {
            Some(Run::Words(words)) => words.push_str(&word),
            _ => self.runs.push(Run::Words(word)),
        }
    }
}

/// `text` with a sign in the place of each character that cannot be seen or turns the others round, and not all of a very
/// long word.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, c) in text.chars().enumerate() {
        match c {
            _ if n == LETTERS => {
                out.push('…');
                break;
            }
            '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                out += &format!("⟨U+{:04X}⟩", u32::from(c));
            }
            _ if c.is_control() => out += &format!("⟨U+{:04X}⟩", u32::from(c)),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
