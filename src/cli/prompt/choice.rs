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

    /// Offers what was typed: a number in the list, else the one that has it in the most telling place.
    fn seek(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        let folded = fold(typed.trim());
        let number = folded.parse::<usize>().ok().filter(|number| (1..=self.options.len()).contains(number));
        let places = || self.options.iter().enumerate().filter_map(|(at, option)| Some((place(option, &folded)?, at)));
        let found = number.map(|number| number - 1).or_else(|| places().min().map(|(_, at)| at));
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

/// Where an option has what was typed, from the most telling place to the least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Everything,
    WholeGivenName,
    WholeWords,
    GivenName,
    Beginning,
    Word,
    Within,
}

/// The best place of `folded` words in an option. People are called by their given name: the last before the id.
fn place(option: &str, folded: &str) -> Option<Place> {
    let option = fold(option);
    let given = option.split_once(" (").map(|(name, _)| name.rfind(' ').map_or(0, |blank| blank + 1)..name.len());
    let is_joint = |sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | ',');
    let place = |at: usize| {
        let end = at + folded.len();
        let begins = option[..at].chars().next_back().is_none_or(is_joint);
        let is_given = given.as_ref().is_some_and(|given| given.contains(&at));
        match (begins, option[end..].chars().next().is_none_or(is_joint)) {
            (true, true) if at == 0 && end == option.len() => Place::Everything,
            (true, true) if is_given => Place::WholeGivenName,
            (true, true) => Place::WholeWords,
            (true, false) if is_given => Place::GivenName,
            (true, false) if at == 0 => Place::Beginning,
            (true, false) => Place::Word,
            (false, _) => Place::Within,
        }
    };
    option.match_indices(folded).map(|(at, _)| place(at)).min()
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
    fn a_whole_word_is_meant_before_the_beginning_of_one_and_a_given_name_before_others() {
        let names = [
            "Trần Thị Bình (tr-an)",
            "An Văn Hoàng (hoang)",
            "Nguyễn Văn An (an)",
            "Lê Thị Anh (anh)",
            "Phạm Thị Hằng (ph)",
            "Hoàng Lan (ha)",
        ];
        let options = names.map(str::to_owned);
        for (typed, at) in [
            ("an", 2),
            ("văn an", 2),
            ("anh", 3),
            ("h", 1),
            ("hoang", 1),
            ("tr-an", 0),
            ("ha", 5),
            ("thi h", 4),
            ("ng", 2),
        ] {
            let mut choice = Choice::of(&options, 0);
            choice.take(Key::Paste(typed.to_owned()));
            assert_eq!((choice.fits(), choice.at()), (true, at), "{typed}");
        }
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
