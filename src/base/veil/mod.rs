//! Names that must not be read in a text, and what stands for them.

mod markup;
mod spelling;

use std::collections::HashMap;

use super::artifact::Artifact;
use spelling::{Mark, Name, is_of_word};

/// Puts initials, or whatever is given, in the place of names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    names: HashMap<String, Vec<Name>>,
    marks: HashMap<String, Vec<Mark>>,
    /// How many words the longest name has.
    longest: usize,
}

/// One word of a text, and what stands between it and the word before.
struct Word<'t> {
    text: &'t str,
    /// Where it ends, counted from the first word.
    end: usize,
    /// The tags before it. They are kept, for they may close what was opened before the name.
    tags: String,
}

impl Veil {
    /// A veil over `names`, addresses and ids, each with what stands for it, which should be made of letters, digits and
    /// points. A name is found in capitals too and, with three words or more, in small letters, in either normal form,
    /// with the tone on either vowel or without any marks, with any blanks, line ends, quotation marks or signs of
    /// emphasis between its words. One word alone is no name: it may be any word; an id of several parts is found where
    /// it stands by itself, not within a path; an address is found in any letters.
    pub fn over(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut veil = Self::default();
        for (name, instead) in names {
            veil.add(&name, &instead);
        }
        // What has more words or letters goes first, since one name may begin with another.
        veil.names.values_mut().for_each(|names| names.sort_by(|a, b| b.cmp(a)));
        veil.marks.values_mut().for_each(|marks| marks.sort_by(|a, b| b.cmp(a)));
        veil
    }

    fn add(&mut self, name: &str, instead: &str) {
        if let Some(mark) = Mark::of(name, instead) {
            for written in mark.spellings() {
                self.marks.entry(written.key()).or_default().push(written);
            }
            return;
        }
        for name in Name::forms_of(name, instead) {
            self.longest = self.longest.max(name.words.len());
            for first in &name.words[0] {
                self.names.entry(first.clone()).or_default().push(name.clone());
            }
        }
    }

    /// A page without names; what else is published is made of texts that are hidden before.
    pub fn over_artifact<'a>(&'a self, artifact: Artifact<'a>) -> Artifact<'a> {
        if !artifact.path().as_str().ends_with(".html") || artifact.path().as_str().starts_with("files/") {
            return artifact;
        }
        artifact.changed(|bytes| self.over_page(bytes))
    }

    /// The bytes of a page without names.
    pub fn over_page(&self, bytes: Vec<u8>) -> Vec<u8> {
        match String::from_utf8(bytes) {
            Ok(page) => self.hide_in_markup(&page).into_bytes(),
            Err(other) => other.into_bytes(),
        }
    }

    /// `text` with no name in it.
    pub fn hide(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.hide_into(text, &mut out);
        out
    }

    fn hide_into(&self, text: &str, out: &mut String) {
        let (mut from, mut at) = (0, 0);
        while let Some((start, end)) = word_behind(text, at) {
            at = end;
            if let Some(found) = self.found(text, start, end) {
                out.push_str(&text[from..start]);
                out.push_str(found.instead);
                out.push_str(&found.tags);
                at = found.end;
                from = found.end;
            }
        }
        out.push_str(&text[from..]);
    }

    /// The name, address or id that begins with the word from `start` to `end`.
    fn found(&self, text: &str, start: usize, end: usize) -> Option<Found<'_>> {
        let word = &text[start..end];
        let names = self.names.get(word).and_then(|names| {
            let words = words_from(&text[start..], self.longest);
            names.iter().find_map(|name| name.among(&words).map(|found| found.behind(start)))
        });
        names.or_else(|| {
            let goes_on = text[end..].starts_with(['-', '_', '.', '+', '%', '@']);
            let marks = goes_on.then(|| self.marks.get(&word.to_lowercase())).flatten()?;
            marks.iter().find_map(|mark| mark.at(text, start))
        })
    }
}

/// What was found: where it ends, what stands for it, and the tags that it held.
struct Found<'v> {
    end: usize,
    instead: &'v str,
    tags: String,
}

impl Found<'_> {
    fn behind(self, start: usize) -> Self {
        Self { end: self.end + start, ..self }
    }
}

/// Where the first word of `text` that begins at `at` or behind it begins and ends.
fn word_behind(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = at + text[at..].find(is_of_word)?;
    Some((start, start + word_length(&text[start..])))
}

fn word_length(text: &str) -> usize {
    text.find(|c| !is_of_word(c)).unwrap_or(text.len())
}

/// The words with which `text` begins, at most `count`, as far as they may belong to one name.
fn words_from(text: &str, count: usize) -> Vec<Word<'_>> {
    let mut end = word_length(text);
    let mut words = vec![Word { text: &text[..end], end, tags: String::new() }];
    while words.len() < count {
        let mut tags = String::new();
        let is_initial = words.last().is_some_and(|word| word.text.chars().nth(1).is_none());
        let point = text[end..].starts_with('.') && is_initial;
        let Some(next) = markup::behind_gap(&text[end + usize::from(point)..], &mut tags) else { break };
        let length = word_length(next);
        end = text.len() - next.len() + length;
        words.push(Word { text: &next[..length], end, tags });
    }
    words
}
#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn whole_names_are_hidden_in_every_spelling() {
        let veil = Veil::over(
            [("Nguyễn Văn An", "N.V.A."), ("Lê An", "L.A."), ("Bình", "B.")].map(|(a, b)| (a.into(), b.into())),
        );
        let decomposed: String = "Nguyễn Văn An".nfd().collect();
        for (text, hidden) in [
            ("<b>Nguyễn Văn An</b>, Nguyễn\n  Văn An.", "<b>N.V.A.</b>, N.V.A.."),
            ("NGUYỄN VĂN AN; Lê An", "N.V.A.; L.A."),
            ("Nguyễn Văn Anh và Lê Anh, Bình", "Nguyễn Văn Anh và Lê Anh, Bình"),
            (&decomposed, "N.V.A."),
            ("nguyễn văn an và Nguyễn văn An; lê an", "N.V.A. và N.V.A.; lê an"),
            ("<strong>Nguyễn</strong> Văn <em>An</em>", "<strong>N.V.A.</strong><em></em>"),
            ("**Nguyễn** Văn *An*; NguyễnVănAn", "**N.V.A.*; NguyễnVănAn"),
            ("Nguyen Van An, nguyen van an; Le An, le an", "N.V.A., N.V.A.; L.A., le an"),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn the_tone_may_stand_on_either_vowel() {
        let veil = Veil::over([("Lê Thị Hòa", "L.T.H."), ("Đỗ Thuý", "Đ.T.")].map(|(a, b)| (a.into(), b.into())));
        for (text, hidden) in [
            ("Lê Thị Hòa, Lê Thị Hoà, LÊ THỊ HOÀ; Lê Thị Hoàn", "L.T.H., L.T.H., L.T.H.; Lê Thị Hoàn"),
            ("Đỗ Thúy và Đỗ Thuý, DO THUY", "Đ.T. và Đ.T., Đ.T."),
            (&"Lê Thị Hoà".nfd().collect::<String>(), "L.T.H."),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn an_id_of_several_parts_is_hidden_where_it_stands_by_itself() {
        let veil = Veil::over([("tran-thi-hoa", "m03"), ("an", "m01")].map(|(a, b)| (a.into(), b.into())));
        for (text, hidden) in [
            ("giao tran-thi-hoa; an toàn, <i>tran-thi-hoa</i>.", "giao m03; an toàn, <i>m03</i>."),
            ("viec-cua-tran-thi-hoa/index.html tran-thi-hoa.md", "viec-cua-tran-thi-hoa/index.html tran-thi-hoa.md"),
            ("Của tran-thi-hoa.", "Của m03."),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn names_are_hidden_in_words_of_a_page_and_nowhere_in_its_structure() {
        let veil =
            Veil::over([("H'Hen Niê", "H.N."), ("utf-8", "m02"), ("ty@x.vn", "T.")].map(|(a, b)| (a.into(), b.into())));
        for (page, hidden) in [
            ("<meta charset=\"utf-8\"><p>utf-8</p>", "<meta charset=\"utf-8\"><p>m02</p>"),
            ("<p>H&#39;Hen\nNiê, H’Hen <em>Niê</em></p>", "<p>H.N., H.N.<em></em></p>"),
            ("<a href=\"mailto:Ty%40X.vn\" id=\"ty@x.vn\">", "<a href=\"mailto:T.\" id=\"ty@x.vn\">"),
            ("<img alt=\"ty@x.vn a=b > c\" src=\"utf-8\">", "<img alt=\"T. a=b > c\" src=\"utf-8\">"),
            ("Ban ty@x.vn.; tran.ty@x.vn <", "Ban T..; tran.ty@x.vn <"),
        ] {
            assert_eq!(veil.hide_in_markup(page), hidden);
        }
    }
}
