//! Names that must not be read in a text, and what stands for them.

use unicode_normalization::UnicodeNormalization;

use super::artifact::Artifact;

/// Puts initials, or whatever is given, in the place of names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// Long names first, since one may begin with another.
    names: Vec<Name>,
}

/// A name: the spellings of each of its words, and what stands for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    words: Vec<Vec<String>>,
    instead: String,
}

/// A name of fewer words is looked for in small letters too only if nobody would take it for an ordinary phrase.
const WORDS_OF_NO_PHRASE: usize = 3;

impl Veil {
    /// A veil over `names` and addresses, each with what stands for it. A name is found in capitals too and, with three words
    /// or more, in small letters, in either normal form, with any blanks, line ends or marks of emphasis between its
    /// words. One word alone is no name: it may be any word.
    pub fn over(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let names = names.into_iter().flat_map(|(name, instead)| {
            let forms: [String; 2] = [name.nfc().collect(), name.nfd().collect()];
            forms.map(|form| Name { words: words(&form), instead: instead.clone() })
        });
        let mut names: Vec<Name> = names.filter(|name| name.words.len() > 1 || name.is_address()).collect();
        names.sort_by(|a, b| (b.words.len(), b).cmp(&(a.words.len(), a)));
        names.dedup();
        Self { names }
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
        let mut hidden = text.to_owned();
        for name in &self.names {
            for first in &name.words[0] {
                if hidden.contains(first.as_str()) {
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
        let mut spellings = vec![(*word).to_owned(), word.to_uppercase()];
        spellings.extend(in_small_letters.then(|| word.to_lowercase()));
        spellings.sort();
        spellings.dedup();
        spellings
    };
    words.iter().map(spellings).collect()
}

impl Name {
    fn is_address(&self) -> bool {
        self.words.iter().flatten().any(|word| word.contains('@'))
    }

    /// `text` without this name where it begins with `first`.
    fn taken_from(&self, text: &str, first: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (at, _) in text.match_indices(first) {
            if at < from || text[..at].chars().next_back().is_some_and(is_of_word) {
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
        (!rest.starts_with(is_of_word)).then_some((text.len() - rest.len(), tags))
    }
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
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }
}
