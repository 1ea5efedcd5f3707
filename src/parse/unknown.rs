//! Keys that no map knows: what their writer may have meant, and the line to write instead.

use super::commas::Cut;
use super::words::{self, CLAIM_KEYS, known_key};
use super::yaml::Key;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::keys::KEYS;

/// The map in which a key stands that it does not know.
pub struct Place<'p> {
    /// What may stand there.
    pub keys: &'p [&'static str],
    /// Whether the file has keys in Vietnamese.
    pub in_vietnamese: bool,
    /// The line to write if the whole map was meant as a text.
    pub text: Option<&'p str>,
    /// Texts that commas cut: what follows is no key.
    pub cuts: &'p [Cut],
}

impl Place<'_> {
    /// The faults of keys that are none of those; of a text that commas cut there is one.
    pub fn unknown_keys(&self, keys: &[&Key<'_>]) -> Vec<Diagnostic> {
        let goes_on = |key: &Key<'_>| {
            self.cuts.iter().any(|cut| cut.parts.start < key.span.start && key.span.end <= cut.parts.end)
        };
        keys.iter().filter(|key| !goes_on(key)).map(|key| self.unknown_key(key)).collect()
    }

    /// The fault of one such key, with the one that was meant, or where the key belongs.
    fn unknown_key(&self, key: &Key<'_>) -> Diagnostic {
        let fault = Diagnostic::new(Code::UnknownKey, key.span).found(&key.text).arg("expected", self.names());
        let told =
            |fault: Diagnostic, next: &'static str, line: &str| fault.arg("next", next).arg("line-to-paste", line);
        if let Some(line) = self.with_blank(&key.text) {
            return told(fault, "blank", &line);
        }
        if let Some(cut) = self.cuts.iter().find(|cut| cut.parts.start == key.span.start) {
            return told(fault, "comma", &cut.line);
        }
        let of_claim =
            self.keys.contains(&"criteria") && words::key(&key.text).is_some_and(|key| CLAIM_KEYS.contains(&key));
        if of_claim {
            return told(fault, "claim", "none");
        }
        if self.keys.contains(&"excused") && words::is_spelling_of(&key.text, "confirmed_by") {
            return told(fault, "excuse", "none");
        }
        let fault = self.nearest(fault, &key.text);
        match self.text.filter(|_| fault.closest.is_none()) {
            Some(line) => told(fault, "text", line),
            None => told(fault, "name", "none"),
        }
    }

    fn nearest(&self, fault: Diagnostic, written: &str) -> Diagnostic {
        match words::meant(written, self.keys) {
            Some(meant) => Diagnostic { closest: Some(meant.to_owned()), ..fault },
            None => {
                let spellings = self.keys.iter().flat_map(|key| [Some(*key), words::vietnamese_of(key)]).flatten();
                fault.closest(written, spellings)
            }
        }
    }

    /// The keys as the file spells its own.
    fn names(&self) -> String {
        let name = |key: &&'static str| if self.in_vietnamese { vietnamese(key) } else { key };
        self.keys.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// `level:met` within brackets, with the blank that makes a key and a value of it.
    fn with_blank(&self, written: &str) -> Option<String> {
        let (key, value) = written.split_once(':')?;
        known_key(key.trim(), self.keys).map(|_| format!("{key}: {value}"))
    }
}

/// The Vietnamese spelling of a key that has exactly one; of several each belongs to another kind of file.
pub fn vietnamese(key: &str) -> &str {
    let mut spellings = KEYS.iter().filter(|(english, _)| *english == key).map(|(_, vietnamese)| *vietnamese);
    let first = spellings.next();
    first.filter(|_| spellings.next().is_none()).unwrap_or(key)
}

/// Whether `written`, a spelling of the English key `known`, is Vietnamese.
pub fn is_vietnamese(written: &str, known: &str) -> bool {
    words::folded(written) != words::folded(known)
}
