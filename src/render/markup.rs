//! Markup while it is written: what the program writes goes in as it is, every other text is escaped.

use std::borrow::Cow;

use crate::base::i18n::Lang;
use crate::base::number::{push_digits, push_grouped, push_percent};
use crate::base::period::{Date, Period};
use crate::base::source::{characters, leading};
use crate::render::escape::push_escaped;
use crate::render::route::Route;
use crate::render::theme::Html;

/// Markup of ours, growing.
#[derive(Debug, Clone, Default)]
pub struct Markup(String);

impl Markup {
    /// Nothing yet, with room for what most parts of a page come to.
    pub fn new() -> Self {
        Self::with_room(512)
    }

    /// Nothing yet, with room for `bytes`.
    pub fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Makes room for `bytes` more.
    pub fn reserve(&mut self, bytes: usize) {
        self.0.reserve(bytes);
    }

    /// What `markup` has already, to be gone on with.
    pub fn of(markup: Html<'static>) -> Self {
        Self(markup.into_string())
    }

    /// What was written.
    pub fn finish(self) -> Html<'static> {
        Html::made_safe(self.0)
    }

    /// What was written, as a text to be put into other markup with [`Markup::raw`].
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends markup: a constant, a checked id, or what another [`Markup`] wrote.
    ///
    /// Inlined, since the length of a constant is then known: a large site appends millions of them.
    #[inline(always)]
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Appends a text, escaped.
    pub fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.0, text);
        self
    }

    /// Appends a number, its thousands marked.
    pub fn number(&mut self, number: impl Into<u64>, lang: Lang) -> &mut Self {
        push_grouped(&mut self.0, number.into(), lang);
        self
    }

    /// Appends a number without marks, for addresses and drawings.
    pub fn digits(&mut self, number: impl Into<u64>) -> &mut Self {
        push_digits(&mut self.0, number.into(), 1);
        self
    }

    /// Appends `part` of `whole` as a percentage; nothing when `whole` is 0.
    pub fn percent(&mut self, part: impl Into<u64>, whole: impl Into<u64>, lang: Lang) -> &mut Self {
        push_percent(&mut self.0, part.into(), whole.into(), lang);
        self
    }

    /// Appends the name of a period as people read it.
    pub fn period(&mut self, period: Period, lang: Lang) -> &mut Self {
        period.push_label(&mut self.0, lang);
        self
    }

    /// Appends the key of a period, as in paths.
    pub fn key(&mut self, period: Period) -> &mut Self {
        period.push_key(&mut self.0);
        self
    }

    /// Appends a date as people read it, on one line.
    pub fn date(&mut self, date: Date, lang: Lang) -> &mut Self {
        match lang {
            Lang::Vi => date.push_label(&mut self.0, lang),
            Lang::En => self.0.push_str(&date.label(lang).replace(' ', "\u{a0}")),
        }
        self
    }

    /// Appends the link to `route` from a page `depth` folders deep.
    pub fn href(&mut self, route: &Route<'_>, depth: usize, fragment: Option<&str>) -> &mut Self {
        route.write_href(&mut self.0, depth, fragment);
        self
    }
}

/// `text` with its blanks joined, cut after at most `letters` letters, at a blank where one is near, with `…`.
pub fn shortened(text: &str, letters: usize) -> Cow<'_, str> {
    let is_short = text.len() <= letters || leading(text, letters).len() == text.len();
    if is_short && is_one_line(text) { Cow::Borrowed(text) } else { Cow::Owned(cut(text, letters)) }
}

/// Whether no two blanks stand together, none at an end and none but spaces, so that nothing would change.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some((last, front)) = bytes.split_last() else { return false };
    // Without branches, so that many bytes are looked at in one step.
    let odd = |byte: u8, next: u8| {
        u8::from(byte < b' ') | u8::from(byte == 0x7f) | (u8::from(byte == b' ') & u8::from(next == b' '))
    };
    let found = front.iter().zip(&bytes[1..]).map(|(byte, next)| odd(*byte, *next)).fold(0, |found, odd| found | odd);
    found == 0 && bytes[0] != b' ' && odd(*last, b' ') == 0
}

fn cut(text: &str, letters: usize) -> String {
    let mut out = String::with_capacity(text.len().min(letters * 2));
    let mut left = letters;
    for word in text.split_whitespace() {
        let length = characters(word);
        if !out.is_empty() {
            if length >= left {
                out.push('…');
                return out;
            }
            out.push(' ');
            left -= 1;
        }
        let kept = leading(word, left);
        if kept.len() < word.len() {
            out.push_str(kept);
            out.push('…');
            return out;
        }
        out.push_str(word);
        left -= length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_a_blank_and_a_long_word_inside() {
        assert_eq!(shortened("Kế hoạch  tuyên\ntruyền", 40), "Kế hoạch tuyên truyền");
        assert_eq!(shortened("Kế hoạch tuyên truyền", 12), "Kế hoạch…");
        assert_eq!(shortened("Nghiêng", 3), "Ngh…");
        assert_eq!(shortened("Ho\u{323}c ta\u{323}p", 3), "Ho\u{323}c…");
        assert!(shortened(&"a\u{323}".replace('\u{323}', &"\u{323}".repeat(900)), 9).len() < 90);
        assert_eq!(shortened("Nghie\u{302}\u{301}ng", 5), "Nghie\u{302}\u{301}…");
        assert!(matches!(shortened("Kế hoạch", 40), Cow::Borrowed("Kế hoạch")));
        assert_eq!([shortened(" a ", 9), shortened("a\nb", 9), shortened("", 9)], ["a", "a b", ""]);
    }

    #[test]
    fn texts_are_escaped_and_numbers_grouped() {
        let mut markup = Markup::new();
        markup.raw("<b>").text("a<b").raw("</b>").number(12_500_u64, Lang::Vi).number(7_u64, Lang::Vi);
        assert_eq!(markup.finish().as_str(), "<b>a&lt;b</b>12.5007");
    }
}
