//! Sentences: a pattern from the word lists, its gaps filled from the task and the roster.

use super::calendar::Day;
use super::rng::Rng;
use super::roster::Roster;
use super::task::Task;
use super::words;

/// What a writer of one log knows.
pub struct Writer<'a> {
    /// The chances of this log.
    pub rng: Rng,
    /// The cell.
    pub roster: &'a Roster,
    /// The place of the writer in the roster.
    pub member: usize,
    /// The task of this log.
    pub task: &'a Task,
}

impl Writer<'_> {
    /// A sentence after one of the patterns.
    pub fn say(&mut self, patterns: &[&str]) -> String {
        let pattern = self.rng.pick(patterns);
        self.fill(pattern)
    }

    /// The pattern with its gaps filled.
    pub fn fill(&mut self, pattern: &str) -> String {
        let mut out = String::with_capacity(pattern.len() + 48);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (gap, tail) = after.split_once('}').unwrap_or((after, ""));
            self.fill_gap(gap, &mut out);
            rest = tail;
        }
        out.push_str(rest);
        capitalised(out)
    }

    /// A document number in the form of Party papers: `12-KH/BTG`.
    pub fn document(&mut self) -> String {
        let number = self.rng.between(1, 480);
        let (kinds, bodies) = &words::SIGNS;
        format!("{number:02}-{}/{}", self.rng.pick(kinds), self.rng.pick(bodies))
    }

    /// The name of another member.
    pub fn colleague(&mut self) -> &str {
        &self.roster.colleague(self.member, &mut self.rng).name
    }

    /// A day near the task, as prose writes it.
    fn day_nearby(&mut self) -> Day {
        let days = self.rng.between(-6, 24);
        self.task.assigned.plus(days)
    }

    fn fill_gap(&mut self, gap: &str, out: &mut String) {
        match gap {
            "topic" => out.push_str(self.task.topic),
            "place" => out.push_str(self.rng.pick(&words::PLACES)),
            "unit" => out.push_str(self.rng.pick(&words::UNITS)),
            "n" => out.push_str(&self.rng.between(2, 96).to_string()),
            "day" => out.push_str(&self.day_nearby().vietnamese()),
            "doc" => out.push_str(&self.document()),
            "colleague" => out.push_str(self.colleague()),
            other => unreachable!("the word lists know no gap named {other}"),
        }
    }
}

/// A sentence that opens with a gap opens with a capital letter all the same.
fn capitalised(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if text.starts_with(char::is_lowercase) => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}
