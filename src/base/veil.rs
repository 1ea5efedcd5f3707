//! Names that must not be read in a text, and what stands for them.

use unicode_normalization::UnicodeNormalization;

use super::artifact::Artifact;

/// Puts initials, or whatever is given, in the place of names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// The words of a name, and what stands for it; long names first, since one may begin with another.
    names: Vec<(Vec<String>, String)>,
}

impl Veil {
    /// A veil over `names` and addresses, each with what stands for it. A name is found in capitals too and in either normal form,
    /// with any blanks or line ends between its words. One word alone is no name: it may be any word.
    pub fn over(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let spellings = names.into_iter().flat_map(|(name, instead)| {
            let capitals = name.to_uppercase();
            let forms =
                [name.nfc().collect(), capitals.nfc().collect(), name.nfd().collect(), capitals.nfd().collect()];
            forms.map(|form: String| (form.split_whitespace().map(str::to_owned).collect::<Vec<_>>(), instead.clone()))
        });
        let mut names: Vec<(Vec<String>, String)> =
            spellings.filter(|(words, _)| words.len() > 1 || words.iter().any(|word| word.contains('@'))).collect();
        names.sort_by(|a, b| (b.0.len(), &b.0).cmp(&(a.0.len(), &a.0)));
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
        for (words, instead) in &self.names {
            if hidden.contains(&words[0]) {
                hidden = without(&hidden, words, instead);
            }
        }
        hidden
    }
}

fn without(text: &str, words: &[String], instead: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(&words[0]) {
        if at < from || text[..at].chars().next_back().is_some_and(is_of_word) {
            continue;
        }
        if let Some(length) = length_at(&text[at..], words) {
            out.push_str(&text[from..at]);
            out.push_str(instead);
            from = at + length;
        }
    }
    out.push_str(&text[from..]);
    out
}

/// How many bytes of `text`, which begins with the first of `words`, all of them take up.
fn length_at(text: &str, words: &[String]) -> Option<usize> {
    let mut rest = &text[words[0].len()..];
    for word in &words[1..] {
        let next = rest.trim_start();
        rest = next.strip_prefix(word.as_str()).filter(|_| next.len() < rest.len())?;
    }
    (!rest.starts_with(is_of_word)).then_some(text.len() - rest.len())
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
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }
}
