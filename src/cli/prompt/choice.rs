//! A choice of several: by arrow keys, by number, or by typing some of its words.

use super::keys::Key;
use super::line::Does;
use crate::base::text::fold;

/// A choice being made.
pub struct Choice<'o> {
    options: &'o [String],
    /// Place of the one that Enter takes.
    at: usize,
    typed: String,
}

impl<'o> Choice<'o> {
    /// A choice of `options`, with the one at `at` offered.
    pub fn of(options: &'o [String], at: usize) -> Self {
        Self { options, at: at.min(options.len().saturating_sub(1)), typed: String::new() }
    }

    /// The place of the one offered.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What was typed to find one.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Takes a key.
    pub fn take(&mut self, key: Key) -> Does {
        match key {
            Key::Enter => return Does::Ends,
            Key::Escape | Key::Left => return Does::Back,
            Key::Interrupt | Key::Gone | Key::EndOfInput => return Does::Stops,
            Key::Up => self.at = self.at.checked_sub(1).unwrap_or(self.options.len() - 1),
            Key::Down => self.at = (self.at + 1) % self.options.len(),
            Key::Home => self.at = 0,
            Key::End => self.at = self.options.len() - 1,
            Key::Char(letter) => self.seek(&format!("{}{letter}", self.typed)),
            Key::Paste(text) => self.seek(&text),
            Key::Backspace => {
                self.typed.pop();
                self.seek(&self.typed.clone());
            }
            Key::Delete | Key::Right | Key::Other => {}
        }
        Does::Goes
    }

    /// Offers what was typed: a number in the list, else the one that begins with it, else one that holds it. Nothing
    /// that fits none is taken in.
    fn seek(&mut self, typed: &str) {
        let folded = fold(typed.trim());
        let number = folded.parse::<usize>().ok().filter(|number| (1..=self.options.len()).contains(number));
        let begins = || self.options.iter().position(|option| fold(option).starts_with(&folded));
        let holds = || self.options.iter().position(|option| fold(option).contains(&folded));
        match number.map(|number| number - 1).or_else(begins).or_else(holds) {
            Some(at) => {
                self.typed = typed.to_owned();
                self.at = if folded.is_empty() { self.at } else { at };
            }
            None => {
                // A new word may begin where the old one leads nowhere.
                let last: String = typed.chars().last().into_iter().collect();
                if typed.chars().count() > 1 && self.options.iter().any(|option| fold(option).starts_with(&fold(&last)))
                {
                    self.seek(&last);
                }
            }
        }
    }

    /// The places that are shown when only `rows` of them fit.
    pub fn window(&self, rows: usize) -> std::ops::Range<usize> {
        let rows = rows.clamp(1, self.options.len());
        let from = self.at.saturating_sub(rows / 2).min(self.options.len() - rows);
        from..from + rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(keys: &str) -> usize {
        let options = ["đạt", "đạt một phần", "chưa đạt", "không áp dụng", "bỏ qua"].map(str::to_owned);
        let mut choice = Choice::of(&options, 4);
        for letter in keys.chars() {
            let key = match letter {
                '↑' => Key::Up,
                '↓' => Key::Down,
                '←' => Key::Backspace,
                letter => Key::Char(letter),
            };
            choice.take(key);
        }
        choice.at()
    }

    #[test]
    fn arrows_numbers_and_words_lead_to_the_same_options() {
        assert_eq!([chosen(""), chosen("↓"), chosen("↑"), chosen("2")], [4, 0, 3, 1]);
        assert_eq!([chosen("dat m"), chosen("Chưa"), chosen("ap dung"), chosen("bo")], [1, 2, 3, 4]);
        assert_eq!([chosen("zk"), chosen("2←"), chosen("chưax")], [3, 1, 2]);
    }

    #[test]
    fn only_what_fits_is_shown_and_the_one_offered_always_is() {
        let options: Vec<String> = (0..40).map(|n| format!("người {n}")).collect();
        for at in 0..40 {
            let window = Choice::of(&options, at).window(10);
            assert!(window.len() == 10 && window.contains(&at), "{window:?}");
        }
    }
}
