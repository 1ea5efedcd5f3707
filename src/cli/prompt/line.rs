//! One line of text being typed.

use super::keys::Key;
use crate::base::diagnostic::emit::width;

/// What is typed so far, and where.
#[derive(Debug, Default)]
pub struct Line {
    letters: Vec<char>,
    at: usize,
}

/// What a key does to a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Does {
    /// It changes it, or nothing.
    Goes,
    /// It is done.
    Ends,
    /// The question before is to be asked again.
    Back,
    /// Nobody answers any more.
    Stops,
}

impl Line {
    /// A line that begins with `text`.
    pub fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
        Self { at: letters.len(), letters }
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// Takes a key.
    pub fn take(&mut self, key: Key) -> Does {
        match key {
            Key::Enter => return Does::Ends,
            Key::Escape | Key::Up => return Does::Back,
            Key::Interrupt | Key::Gone => return Does::Stops,
            Key::EndOfInput if self.letters.is_empty() => return Does::Stops,
            Key::Char(letter) => self.insert(letter),
            Key::Paste(text) => text.chars().filter(|c| !c.is_control()).for_each(|letter| self.insert(letter)),
            Key::Backspace if self.at > 0 => {
                self.at -= 1;
                self.letters.remove(self.at);
            }
            Key::Delete if self.at < self.letters.len() => {
                self.letters.remove(self.at);
            }
            Key::Left => self.at = self.at.saturating_sub(1),
            Key::Right => self.at = (self.at + 1).min(self.letters.len()),
            Key::Home => self.at = 0,
            Key::End => self.at = self.letters.len(),
            Key::Backspace | Key::Delete | Key::Down | Key::EndOfInput | Key::Other => {}
        }
        Does::Goes
    }

    fn insert(&mut self, letter: char) {
        self.letters.insert(self.at, letter);
        self.at += 1;
    }

    /// The part of the line that fits into `columns`, and the column of the cursor in it.
    pub fn shown(&self, columns: usize) -> (String, usize) {
        let wide = |letters: &[char]| width(&letters.iter().collect::<String>());
        let mut from = 0;
        while from < self.at && wide(&self.letters[from..self.at]) >= columns {
            from += 1;
        }
        let mut until = self.letters.len();
        while until > self.at && wide(&self.letters[from..until]) > columns {
            until -= 1;
        }
        (self.letters[from..until].iter().collect(), wide(&self.letters[from..self.at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited_in_its_middle_and_shows_what_fits() {
        let mut line = Line::of("Kế hoch");
        for key in
            [Key::Left, Key::Left, Key::Char('ạ'), Key::End, Key::Char('!'), Key::Backspace, Key::Home, Key::Delete]
        {
            assert_eq!(line.take(key), Does::Goes);
        }
        assert_eq!(line.text(), "ế hoạch");
        assert_eq!(line.shown(4), ("ế ho".to_owned(), 0));
        line.take(Key::End);
        assert_eq!(line.shown(4), ("ạch".to_owned(), 3));
        assert_eq!(line.take(Key::Enter), Does::Ends);
        assert_eq!(line.take(Key::EndOfInput), Does::Goes, "there is something on it");
    }
}
