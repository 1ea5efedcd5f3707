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
    /// Whether an option has what was typed.
    fits: bool,
    /// Whether what was typed was sent though no option has it; what is typed next takes its place.
    is_refused: bool,
}

impl<'o> Choice<'o> {
    /// A choice of `options`, with the one at `at` offered.
    pub fn of(options: &'o [String], at: usize) -> Self {
        Self {
            options,
            at: at.min(options.len().saturating_sub(1)),
            typed: String::new(),
            fits: true,
            is_refused: false,
        }
    }

    /// The place of the one offered.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What was typed to find one.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether an option has what was typed; while none has it, nothing is chosen.
    pub fn fits(&self) -> bool {
        self.fits
    }

    /// Whether something was sent that no option has.
    pub fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Takes a key.
    pub fn take(&mut self, key: Key) -> Does {
        let was_refused = std::mem::replace(&mut self.is_refused, key == Key::Enter && !self.fits);
        if was_refused && matches!(key, Key::Char(_)) {
            self.typed.clear();
        }
        if matches!(key, Key::Up | Key::Down | Key::Home | Key::End) {
            (self.typed, self.fits) = (String::new(), true);
        }
        match key {
            Key::Enter if self.fits => return Does::Ends,
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
            Key::Clear | Key::EraseWord => self.seek(""),
            Key::Enter | Key::Delete | Key::Right | Key::Other => {}
        }
        Does::Goes
    }

    /// Offers what was typed: a number in the list, else the one that begins with it, else one that holds it.
    fn seek(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        let folded = fold(typed.trim());
        let number = folded.parse::<usize>().ok().filter(|number| (1..=self.options.len()).contains(number));
        let begins = || self.options.iter().position(|option| fold(option).starts_with(&folded));
        let holds = || self.options.iter().position(|option| fold(option).contains(&folded));
        let found = number.map(|number| number - 1).or_else(begins).or_else(holds);
        self.fits = found.is_some();
        if let Some(at) = found.filter(|_| !folded.is_empty()) {
            self.at = at;
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
        assert_eq!([chosen("zk"), chosen("2←"), chosen("chưax")], [4, 1, 2]);
    }

    #[test]
    fn what_no_option_has_chooses_none() {
        let options = ["Trần Thị Bình", "Lê Thị Hòa"].map(str::to_owned);
        for typed in ["Người Lạ", "zzz", "9"] {
            let mut choice = Choice::of(&options, 0);
            typed.chars().for_each(|letter| {
                choice.take(Key::Char(letter));
            });
            assert!(matches!(choice.take(Key::Enter), Does::Goes) && choice.typed() == typed, "{typed}");
            assert!(choice.is_refused());
            for letter in "hòa".chars() {
                choice.take(Key::Char(letter));
            }
            assert_eq!((choice.typed(), choice.at(), choice.is_refused()), ("hòa", 1, false));
            choice.take(Key::Down);
            assert!(matches!(choice.take(Key::Enter), Does::Ends), "{typed}: an arrow chooses again");
        }
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
