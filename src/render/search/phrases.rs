//! Texts written short: words and phrases that come often stand for a sign or two each.
//!
//! Passages are most of what a search publishes, and the words of a cell are few. The list of phrases is made from some
//! of its logs, two phrases that often meet becoming one, three times over; what is not in the list is written out.

use super::code::{SIGNS, push_string, sign};
use super::hash::{Map, Words};
use crate::base::digest::Digest;

/// Phrases of one sign.
const SHORT: usize = 27;
/// Signs that begin a phrase of two.
const LEADS: usize = 60;
/// Begins a word that is written out; a blank ends it.
const LITERAL: usize = SHORT + LEADS;
/// Begins a passage; the sign behind says where in the log it stands.
const PASSAGE: usize = LITERAL + 1;

/// Of so many occurrences inside phrases one is taken to stand by itself in other texts.
const ELSEWHERE: u32 = 8;
/// Letters that are written out of a word.
const LONGEST: usize = 120;

/// Phrases there are signs for.
const MOST: usize = SHORT + LEADS * SIGNS.len();
/// How often two phrases must meet to become one.
const FEWEST: u32 = 4;
/// How often phrases are joined.
const ROUNDS: usize = 3;
/// Pairs that may be joined in a round.
const PAIRS: usize = 6_000;

/// The phrases of a cell.
#[derive(Default)]
pub struct Phrases {
    words: Words,
    joined: [Joined; ROUNDS],
    /// Of each phrase its signs, and the two that it was joined from.
    units: Vec<Unit>,
    /// The phrases that have signs, in the order of these.
    listed: Vec<u32>,
}

/// Pairs of phrases that become one.
#[derive(Default)]
struct Joined {
    pairs: Map<(u32, u32), u32>,
    /// Whether any pair begins with a phrase: most begin none, and need not be looked up.
    begins: Vec<bool>,
}

impl Joined {
    fn add(&mut self, (a, b): (u32, u32), unit: u32) {
        if self.begins.len() <= a as usize {
            self.begins.resize(a as usize + 1, false);
        }
        self.begins[a as usize] = true;
        self.pairs.insert((a, b), unit);
    }

    fn get(&self, a: u32, b: u32) -> Option<u32> {
        let may_begin = self.begins.get(a as usize).copied().unwrap_or_default();
        if may_begin { self.pairs.get(&(a, b)).copied() } else { None }
    }
}

#[derive(Default, Clone, Hash)]
struct Unit {
    signs: String,
    parts: Option<(u32, u32)>,
    text: String,
}

impl Phrases {
    /// The phrases of the passages in `sample`, which are one of `of_each`.
    pub fn of(sample: &[String], of_each: usize) -> Self {
        let mut phrases = Self::default();
        let mut texts: Vec<Vec<u32>> = sample.iter().map(|text| phrases.learn(text)).collect();
        let mut counts = vec![0; phrases.units.len()];
        texts.iter().flatten().for_each(|word| counts[*word as usize] += 1);
        for round in 0..ROUNDS {
            phrases.join(round, &mut texts);
        }
        phrases.choose(&texts, &counts, of_each);
        phrases
    }

    /// The words of a text, new ones added.
    fn learn(&mut self, text: &str) -> Vec<u32> {
        let word = |word: &str| match self.words.get(word) {
            Some(unit) => unit,
            None => {
                let unit = self.units.len() as u32;
                self.words.insert(word, unit);
                self.units.push(Unit { text: word.to_owned(), ..Unit::default() });
                unit
            }
        };
        text.split_ascii_whitespace().map(word).collect()
    }

    /// Joins the pairs that meet most often.
    fn join(&mut self, round: usize, texts: &mut [Vec<u32>]) {
        let mut counts: Map<(u32, u32), u32> = Map::default();
        let pairs = texts.iter().flat_map(|text| text.windows(2));
        pairs.for_each(|pair| *counts.entry((pair[0], pair[1])).or_default() += 1);
        let mut often: Vec<_> = counts.into_iter().filter(|(_, count)| *count >= FEWEST).collect();
        often.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        for ((a, b), _) in often.into_iter().take(PAIRS) {
            let text = format!("{} {}", self.units[a as usize].text, self.units[b as usize].text);
            self.joined[round].add((a, b), self.units.len() as u32);
            self.units.push(Unit { text, parts: Some((a, b)), ..Unit::default() });
        }
        texts.iter_mut().for_each(|text| joined(text, &self.joined[round]));
    }

    /// Gives signs to the phrases that save most. A word that is always part of a phrase in the sample, where it comes
    /// `alone` so often, will stand by itself elsewhere.
    fn choose(&mut self, texts: &[Vec<u32>], alone: &[u32], of_each: usize) {
        let mut counts: Vec<u32> = alone.iter().map(|count| count / ELSEWHERE).collect();
        counts.resize(self.units.len(), 0);
        texts.iter().flatten().for_each(|unit| counts[*unit as usize] += 1);
        let saved = |unit: &Unit, count: u32| {
            let each = if unit.parts.is_some() { 2 } else { unit.text.len() };
            (each * count as usize * of_each).saturating_sub(unit.text.len() + 1)
        };
        let mut best: Vec<(usize, u32)> =
            self.units.iter().zip(&counts).map(|(unit, count)| saved(unit, *count)).zip(0..).collect();
        best.retain(|(saved, _)| *saved > 0);
        best.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        best.truncate(MOST);
        best.sort_unstable_by(|a, b| counts[b.1 as usize].cmp(&counts[a.1 as usize]).then(a.1.cmp(&b.1)));
        self.listed = best.into_iter().map(|(_, unit)| unit).collect();
        for (number, unit) in self.listed.iter().enumerate() {
            let signs = &mut self.units[*unit as usize].signs;
            match number.checked_sub(SHORT) {
                None => signs.push(sign(number)),
                Some(number) => signs.extend([sign(SHORT + number / SIGNS.len()), sign(number % SIGNS.len())]),
            }
        }
    }

    /// Appends the list of phrases, in the order of their signs, as a string of a script.
    pub fn push_list(&self, out: &mut String) {
        let texts: Vec<&str> = self.listed.iter().map(|unit| self.units[*unit as usize].text.as_str()).collect();
        push_string(out, &texts.join("\n"));
    }

    /// The fingerprint of all that decides how a text is written: the phrases, and in which round each was joined.
    pub fn print(&self) -> Digest {
        Digest::of(&(&self.units, self.joined.each_ref().map(|joined| joined.pairs.len())))
    }

    /// Begins a passage that stands at this place of a log.
    pub fn begin(out: &mut String, place: usize) {
        out.extend([sign(PASSAGE), sign(place)]);
    }

    /// Appends at most `most` words of `text`, and says how many there were.
    pub fn push_text(&self, out: &mut String, text: &str, most: usize) -> usize {
        let (mut known, mut count) = (Vec::with_capacity(text.len() / 4), 0);
        for word in text.split_ascii_whitespace().take(most) {
            count += 1;
            match self.words.get(word) {
                Some(unit) => known.push(unit),
                None => {
                    self.flush(out, &mut known);
                    literal(out, word);
                }
            }
        }
        self.flush(out, &mut known);
        count
    }

    fn flush(&self, out: &mut String, known: &mut Vec<u32>) {
        self.joined.iter().for_each(|pairs| joined(known, pairs));
        known.drain(..).for_each(|unit| self.push(out, unit));
    }

    fn push(&self, out: &mut String, unit: u32) {
        let unit = &self.units[unit as usize];
        match unit.parts {
            _ if !unit.signs.is_empty() => out.push_str(&unit.signs),
            Some((a, b)) => {
                self.push(out, a);
                self.push(out, b);
            }
            None => literal(out, &unit.text),
        }
    }
}

fn literal(out: &mut String, word: &str) {
    out.push(sign(LITERAL));
    out.extend(word.chars().take(LONGEST));
    out.push(' ');
}

/// Puts one phrase where the two stand that it is joined from, from left to right.
fn joined(text: &mut Vec<u32>, pairs: &Joined) {
    let (mut from, mut to) = (0, 0);
    while from < text.len() {
        let pair = text.get(from + 1).and_then(|next| pairs.get(text[from], *next));
        text[to] = pair.unwrap_or(text[from]);
        from += if pair.is_some() { 2 } else { 1 };
        to += 1;
    }
    text.truncate(to);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text of signs says; reads as the script does.
    fn read(phrases: &Phrases, coded: &str) -> String {
        let place = |c: char| SIGNS.iter().position(|sign| char::from(*sign) == c).expect("a sign");
        let (mut words, mut signs) = (Vec::new(), coded.chars());
        while let Some(first) = signs.next().map(place) {
            let number = match first {
                LITERAL => {
                    words.push(signs.by_ref().take_while(|c| *c != ' ').collect::<String>());
                    continue;
                }
                SHORT.. => SHORT + (first - SHORT) * SIGNS.len() + place(signs.next().expect("a second sign")),
                _ => first,
            };
            words.push(phrases.units[phrases.listed[number] as usize].text.clone());
        }
        words.join(" ")
    }

    #[test]
    fn a_text_is_read_again_and_what_comes_often_is_short() {
        let often = "Xây dựng kế hoạch tuyên truyền, rồi xin ý kiến của chi bộ";
        let sample: Vec<String> = (0..40).map(|n| format!("{often} lần {n} “<{n}>”")).collect();
        let phrases = Phrases::of(&sample, 1);
        for text in [&sample[7], "Kế hoạch khác hẳn", "chi bộ kế hoạch, \\ \" ~ của chi", ""] {
            let mut coded = String::new();
            phrases.push_text(&mut coded, text, usize::MAX);
            assert_eq!(read(&phrases, &coded), text);
        }
        let mut coded = String::new();
        assert_eq!(phrases.push_text(&mut coded, often, usize::MAX), 13);
        assert!(coded.len() < 12, "{coded}");
        coded.clear();
        phrases.push_text(&mut coded, often, 2);
        assert_eq!(read(&phrases, &coded), "Xây dựng");
    }

    #[test]
    fn a_cell_of_few_words_lists_none_that_saves_nothing() {
        let mut list = String::new();
        Phrases::of(&["một hai".to_owned()], 1).push_list(&mut list);
        assert_eq!(list, "\"\"");
    }
}
