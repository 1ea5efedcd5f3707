//! Names that must not be read in a text, and what stands for them.

use unicode_normalization::UnicodeNormalization;

use super::artifact::Artifact;

/// Puts initials, or whatever is given, in the place of names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// Long names first, since one may begin with another.
    names: Vec<Name>,
    /// Every spelling of the first word of any name, in order; many names begin alike.
    firsts: Vec<String>,
}

/// A name: the spellings of each of its words, and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    words: Vec<Vec<String>>,
    instead: String,
    /// Whether it is a word of its own kind, such as `can-bo-a`, which may also be part of a path.
    is_id: bool,
}

/// A name of fewer words is looked for in small letters too only if nobody would take it for an ordinary phrase.
const WORDS_OF_NO_PHRASE: usize = 3;

impl Veil {
    /// A veil over `names`, addresses and ids, each with what stands for it. A name is found in capitals too and, with three
    /// words or more, in small letters, in either normal form, with the tone on either vowel or without any marks, with any
    /// blanks, line ends or signs of emphasis between its words. One word alone is no name: it may be any word; an id of
    /// several parts is found where it stands by itself, not within a path.
    pub fn over(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let names = names.into_iter().flat_map(|(name, instead)| {
            let forms: [String; 2] = [name.nfc().collect(), name.nfd().collect()];
            let is_id = !name.contains(char::is_whitespace) && name.contains('-') && !name.contains('@');
            forms.map(|form| Name { words: words(&form), instead: instead.clone(), is_id })
        });
        let is_sought = |name: &Name| name.words.len() > 1 || name.is_id || name.is_address();
        let mut names: Vec<Name> = names.filter(is_sought).collect();
        names.sort_by(|a, b| (b.words.len(), b).cmp(&(a.words.len(), a)));
        names.dedup();
        let mut firsts: Vec<String> = names.iter().flat_map(|name| name.words[0].iter().cloned()).collect();
        firsts.sort();
        firsts.dedup();
        Self { names, firsts }
    }

    /// A page or data file without names; published evidence stays as it is.
    pub fn over_artifact<'a>(&'a self, artifact: Artifact<'a>) -> Artifact<'a> {
        if artifact.path().as_str().starts_with("files/") {
            return artifact;
        }
        artifact.changed(|bytes| match String::from_utf8(bytes) {
            Ok(text) => self.hide(&text).into_bytes(),
            Err(other) => other.into_bytes(),
        })
    }

    /// `text` with no name in it.
    pub fn hide(&self, text: &str) -> String {
        let there: Vec<&String> = self.firsts.iter().filter(|first| text.contains(first.as_str())).collect();
        let mut hidden = text.to_owned();
        for name in &self.names {
            for first in &name.words[0] {
                if there.binary_search(&first).is_ok() {
                    hidden = name.taken_from(&hidden, first);
                }
            }
        }
        hidden
    }
}

/// The words of a name, each as it is written, in capitals and perhaps in small letters.
fn words(name: &str) -> Vec<Vec<String>> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let in_small_letters = words.len() >= WORDS_OF_NO_PHRASE || name.contains('@');
    let spellings = |word: &&str| {
        let written = [Some((*word).to_owned()), with_tone_elsewhere(word), Some(without_marks(word))];
        let mut spellings: Vec<String> = written.into_iter().flatten().collect();
        for i in 0..spellings.len() {
            spellings.push(spellings[i].to_uppercase());
            spellings.extend(in_small_letters.then(|| spellings[i].to_lowercase()));
        }
        // One that another begins with comes behind it.
        spellings.sort_by(|a, b| b.cmp(a));
        spellings.dedup();
        spellings
    };
    words.iter().map(spellings).collect()
}

/// `hoà` for `hòa` and the other way round, in the normal form that the word is in: of the last two vowels either may
/// bear the tone.
fn with_tone_elsewhere(word: &str) -> Option<String> {
    let letters: Vec<char> = word.nfd().collect();
    let tone = letters.iter().position(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))?;
    let plain: Vec<char> = letters.iter().copied().enumerate().filter(|(at, _)| *at != tone).map(|(_, c)| c).collect();
    let first = plain.len().checked_sub(2)?;
    let pair: String = plain[first..].iter().flat_map(|c| c.to_lowercase()).collect();
    let other = match tone {
        _ if !matches!(&*pair, "oa" | "oe" | "uy") => return None,
        tone if tone == first + 1 => plain.len(),
        _ => first + 1,
    };
    let mut moved = plain;
    moved.insert(other, letters[tone]);
    let composed: String = moved.iter().copied().nfc().collect();
    let is_composed = word.chars().eq(word.nfc());
    Some(if is_composed { composed } else { moved.into_iter().collect() })
}

/// The word as it is typed without marks; the case stays.
fn without_marks(word: &str) -> String {
    let plain = word.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    plain
        .map(|c| {
            if c == 'đ' {
                'd'
            } else if c == 'Đ' {
                'D'
            } else {
                c
            }
        })
        .collect()
}

impl Name {
    /// Whether the name may go on with this character.
    fn goes_on(&self, c: char) -> bool {
        is_of_word(c) || self.is_id && matches!(c, '-' | '_' | '/' | '.')
    }

    fn is_address(&self) -> bool {
        self.words.iter().flatten().any(|word| word.contains('@'))
    }

    /// `text` without this name where it begins with `first`.
    fn taken_from(&self, text: &str, first: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (at, _) in text.match_indices(first) {
            if at < from || text[..at].chars().next_back().is_some_and(|c| self.goes_on(c)) {
                continue;
            }
            if let Some((length, tags)) = self.length_at(&text[at..], first) {
                out.push_str(&text[from..at]);
                out.push_str(&self.instead);
                out.push_str(&tags);
                from = at + length;
            }
        }
        out.push_str(&text[from..]);
        out
    }

    /// How many bytes of `text`, which begins with `first`, all words take up, and the tags between them.
    fn length_at(&self, text: &str, first: &str) -> Option<(usize, String)> {
        let mut tags = String::new();
        let mut rest = &text[first.len()..];
        for spellings in &self.words[1..] {
            let next = behind_gap(rest, &mut tags)?;
            rest = spellings.iter().find_map(|word| next.strip_prefix(word.as_str()))?;
        }
        // An id ends a sentence, but a file's name goes on behind its point.
        let ends = !rest.starts_with(|c| self.goes_on(c)) || self.is_id && is_end(rest);
        ends.then_some((text.len() - rest.len(), tags))
    }
}

/// Whether `rest` is the point of a sentence.
fn is_end(rest: &str) -> bool {
    rest.strip_prefix('.').is_some_and(|behind| !behind.starts_with(is_of_word))
}

/// What follows the blanks between two words of a name. Tags among them are kept, for they may close what was opened
/// before the name; signs of emphasis are not.
fn behind_gap<'t>(text: &'t str, tags: &mut String) -> Option<&'t str> {
    let (mut rest, mut is_parted) = (text, false);
    loop {
        let trimmed = rest.trim_start();
        is_parted |= trimmed.len() < rest.len();
        if let Some(behind) = trimmed.strip_prefix("\\n") {
            (rest, is_parted) = (behind, true);
        } else if let Some(behind) = trimmed.strip_prefix(['*', '_', '~', '`']) {
            rest = behind;
        } else if let Some(length) = tag(trimmed) {
            tags.push_str(&trimmed[..length]);
            rest = &trimmed[length..];
        } else {
            return is_parted.then_some(trimmed);
        }
    }
}

/// The length of the plain tag, such as `</strong>`, with which `text` begins.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let end = inner.find('>')?;
    let name = inner[..end].strip_prefix('/').unwrap_or(&inner[..end]);
    matches!(name, "strong" | "em" | "del" | "code" | "br").then_some(end + 2)
}

/// Whether a name ends neither before nor behind this character: letters, digits and the marks that belong to them.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
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
}
