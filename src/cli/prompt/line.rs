//! One line of text being typed.

use super::keys::Key;
use crate::base::diagnostic::emit::width;

/// What is typed so far, and where.
#[derive(Debug, Default)]
pub struct Line {
    letters: Vec<char>,
    at: usize,
    /// All of it is marked, and what is typed next takes its place.
    is_marked: bool,
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
        Self { at: letters.len(), letters, is_marked: false }
    }

    /// A line to be typed anew: `text` stands on it until a letter is typed, or is mended from where the cursor is put.
    pub fn marked(text: &str) -> Self {
        let line = Self::of(text);
        Self { is_marked: !line.letters.is_empty(), ..line }
    }

    /// Whether all of it is marked.
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// Takes a key.
    pub fn take(&mut self, key: Key) -> Does {
        if std::mem::take(&mut self.is_marked) && is_written(&key) {
            self.clear();
        }
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
            Key::Clear => self.clear(),
            Key::EraseWord => self.erase_word(),
            Key::Backspace | Key::Delete | Key::Down | Key::EndOfInput | Key::Other => {}
        }
        Does::Goes
    }

    fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes away the word before the cursor, and the blanks behind it.
    fn erase_word(&mut self) {
        let before = &self.letters[..self.at];
        let end = before.iter().rposition(|c| !c.is_whitespace()).map_or(0, |last| last + 1);
        let start = before[..end].iter().rposition(|c| c.is_whitespace()).map_or(0, |blank| blank + 1);
        self.letters.drain(start..self.at);
        self.at = start;
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

/// Whether a key writes over what is marked.
fn is_written(key: &Key) -> bool {
    matches!(key, Key::Char(_) | Key::Paste(_) | Key::Backspace | Key::Delete)
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

    #[test]
    fn what_is_marked_gives_way_to_what_is_typed_and_can_be_mended() {
        let typed = |keys: &[Key]| {
            let mut line = Line::marked("30/2/2026");
            for key in keys {
                line.take(key.clone());
            }
            line.text()
        };
        assert_eq!(typed(&[Key::Char('2'), Key::Char('8')]), "28");
        assert_eq!(typed(&[Key::Backspace]), "");
        assert_eq!(typed(&[Key::Home, Key::Delete, Key::Delete, Key::Char('5')]), "5/2/2026");
        assert_eq!(typed(&[Key::Left, Key::Char('1')]), "30/2/20216");
    }

    #[test]
    fn a_line_or_a_word_of_it_is_taken_away_at_once() {
        let mut line = Line::of("Kế hoạch  tuyên truyền ");
        line.take(Key::EraseWord);
        assert_eq!(line.text(), "Kế hoạch  tuyên ");
        for _ in 0..2 {
            line.take(Key::EraseWord);
        }
        assert_eq!(line.text(), "Kế ");
        line.take(Key::Clear);
        line.take(Key::EraseWord);
        assert_eq!(line.text(), "");
    }
}
