//! Faults found in what people wrote.
//!
//! A check states facts and a place ([`Diagnostic`]); when its file has been read to the end the place becomes a line
//! and a column ([`Problem`]); only [`Problem::message`] and [`Problem::hint`] make sentences of it.

mod code;
pub mod emit;

pub use code::Code;

use std::borrow::Cow;

use super::i18n::{Catalog, Lang};
use super::keys::vietnamese_of;
use super::period::Date;
use super::source::{LineCol, Lines, Span, characters, leading};
use fluent_bundle::FluentValue;

/// How grave a fault is. A record with an error enters no figure; one with warnings counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record is shown red and enters no figure.
    Error,
    /// The record counts; the writer should look.
    Warning,
}

impl Severity {
    /// The word used in data files and settings: `error` or `warning`.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A fault as a check states it: a code, a place, and the facts that its sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// Where it stands.
    pub span: Span,
    /// Facts by the name that the catalogue uses for them.
    pub args: Vec<(&'static str, String)>,
    /// The nearest valid word, when one is near.
    pub closest: Option<String>,
}

impl Diagnostic {
    /// A fault of kind `code` at `span`.
    pub fn new(code: Code, span: Span) -> Self {
        Self { code, span, args: Vec::new(), closest: None }
    }

    /// Adds a fact; [`Code::facts`] names those of its code.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Adds what was found (the fact `found`), cut to its first 60 characters: a sentence names it, it does not repeat
    /// a page of it.
    #[must_use]
    pub fn found(self, value: &str) -> Self {
        let found = shortened(value);
        self.arg("found", found)
    }

    /// Adds the candidate nearest to `word`, if one is near enough for "did you mean".
    #[must_use]
    pub fn closest<'a>(mut self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.closest = super::text::closest(word, candidates).map(str::to_owned);
        self
    }

    /// Its place and source line in the file `path` with text `text`, at the severity chosen for its code.
    pub fn located(self, path: &str, text: &str, severity: Severity) -> Problem {
        self.located_in(path, &mut Lines::of(text), severity)
    }

    /// As [`Diagnostic::located`], for many faults of one file.
    pub fn located_in(self, path: &str, lines: &mut Lines<'_>, severity: Severity) -> Problem {
        let begin = self.span.start as usize;
        let start = lines.place(begin);
        let (line_start, line) = lines.around(begin);
        let until = (self.span.end as usize).min(line_start + line.len()).min(begin + WIDEST).max(begin);
        let covered = Span::new(begin, until).slice(lines.text());
        Problem {
            code: self.code,
            severity,
            path: path.to_owned(),
            at: start,
            width: characters(covered) as u32,
            line: shown_line(line),
            args: self.args,
            closest: self.closest,
            accepted: None,
            concealed: false,
        }
    }
}

const LONGEST_LINE: usize = 400;

/// A fault is told to cover at most this many bytes of its line.
const WIDEST: usize = 4096;

/// The source line as a message may show it, or nothing when it is too long to help.
fn shown_line(line: &str) -> Option<String> {
    (line.len() <= LONGEST_LINE).then(|| line.trim_start_matches('\u{feff}').to_owned())
}

/// At most 60 characters on one line, the same whether its lines end in LF or CRLF.
fn shortened(value: &str) -> String {
    if leading(value, 60).len() == value.len() && !value.contains(char::is_control) {
        return value.to_owned();
    }
    let visible = value.replace(|c: char| c.is_control() && !c.is_whitespace(), " ");
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut = leading(&line, 60);
    if cut.len() < line.len() { format!("{cut}…") } else { line }
}

/// That a problem is known, and accepted until a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Acceptance {
    /// Why; empty where the problem's facts are kept back.
    pub reason: String,
    /// Name of the member who sees to it; empty as `reason` is.
    pub owner: String,
    /// The last day on which it is accepted.
    pub until: Date,
}

impl Acceptance {
    /// The same without anybody's words: only the day.
    #[must_use]
    pub fn concealed(&self) -> Self {
        Self { reason: String::new(), owner: String::new(), until: self.until }
    }

    /// Until when, and who sees to it for what reason.
    pub fn message(&self, catalog: &Catalog) -> String {
        let until = ("until", FluentValue::from(self.until.label(catalog.lang())));
        if self.reason.is_empty() {
            return catalog.format("check-accepted-until", &[until]);
        }
        let (owner, reason) = (FluentValue::from(self.owner.as_str()), FluentValue::from(self.reason.as_str()));
        catalog.format("check-accepted-by", &[until, ("owner", owner), ("reason", reason)])
    }
}

/// A fault with its place in words of people: path, line, column, and the source line to show under it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// What kind of fault.
    pub code: Code,
    /// How grave, after the settings were heard.
    pub severity: Severity,
    /// File, relative to the root, with `/`; blank when there is none.
    pub path: String,
    /// Line and column of its first character.
    pub at: LineCol,
    /// How many characters it covers on that line; 0 for a place between two characters.
    pub width: u32,
    /// The source line, unless it is too long to be shown.
    pub line: Option<String>,
    /// Facts by name.
    pub args: Vec<(&'static str, String)>,
    /// The nearest valid word.
    pub closest: Option<String>,
    /// That the cell knows and accepts it, if it does.
    pub accepted: Option<Box<Acceptance>>,
    /// Whether its facts must not be told: then only path, line and code are shown.
    pub concealed: bool,
}

impl Problem {
    /// The same problem without any of the writer's words: path, line and code, and what the code means.
    #[must_use]
    pub fn concealed(&self) -> Self {
        let at = LineCol { line: self.at.line, column: 1 };
        let accepted = self.accepted.as_deref().map(|accepted| Box::new(accepted.concealed()));
        let args = Vec::new();
        Self { at, line: None, width: 0, args, closest: None, accepted, concealed: true, ..self.clone() }
    }

    /// The same fault of a text that was never written: its line is shown, but there is no file to name.
    #[must_use]
    pub fn of_no_file(self) -> Self {
        Self { path: String::new(), ..self }
    }

    /// A fault of a whole file or folder: line 1, column 1, no source line.
    pub fn of_file(code: Code, path: &str) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: path.to_owned(),
            at: LineCol { line: 1, column: 1 },
            width: 0,
            line: None,
            args: Vec::new(),
            closest: None,
            accepted: None,
            concealed: false,
        }
    }

    /// Whether it is of this severity and not accepted.
    pub fn fails(&self, severity: Severity) -> bool {
        self.severity == severity && self.accepted.is_none()
    }

    /// What was found and what was expected, as one sentence without a full stop.
    pub fn message(&self, catalog: &Catalog) -> String {
        if self.concealed {
            return catalog.text(&format!("{}.about", self.code.id()));
        }
        catalog.format(self.code.id(), &self.fluent_args(catalog))
    }

    /// The next step.
    pub fn hint(&self, catalog: &Catalog) -> String {
        if self.concealed {
            return catalog.text("check-concealed");
        }
        let hint = catalog.format(&[self.code.id(), ".hint"].concat(), &self.fluent_args(catalog));
        match &self.closest {
            Some(word) => {
                let question = catalog.format("did-you-mean", &[("word", FluentValue::from(word.as_str()))]);
                format!("{question} {hint}")
            }
            None => hint,
        }
    }

    fn quotes_itself(&self) -> bool {
        self.code == Code::WrongType
    }

    /// The facts of its code in the words of `catalog`; a fact that the check left out is shown as a gap.
    fn fluent_args(&self, catalog: &Catalog) -> Vec<(&'static str, FluentValue<'_>)> {
        let value = |name| self.args.iter().find(|(given, _)| *given == name).map(|(_, value)| value.as_str());
        let worded = |name| match value(name) {
            None => Cow::Borrowed("…"),
            // Here words of ours or the writer's may stand, so the sentence has no backticks of its own.
            Some(value) if self.quotes_itself() && name == "found" && !value.starts_with('@') => {
                Cow::Owned(format!("`{value}`"))
            }
            Some(value) if self.code == Code::UnknownKey && name == "expected" => {
                Cow::Owned(with_meaning(value, catalog))
            }
            Some(value) => worded(name, value, catalog),
        };
        let named = value("key").map(|key| ("key-name", FluentValue::from(both_names(key, catalog.lang()))));
        self.code.facts().iter().map(|name| (*name, FluentValue::from(worded(*name)))).chain(named).collect()
    }
}

/// A key as a Vietnamese reader knows it, with the English name that may stand in the file: `hạn` (due).
fn both_names(key: &str, lang: Lang) -> String {
    match vietnamese_of(key) {
        Some(name) if lang == Lang::Vi => format!("`{name}` ({key})"),
        _ => format!("`{key}`"),
    }
}

/// Keys with what is written under them, where the key itself does not say it to a reader of Vietnamese: `ref` (a number).
fn with_meaning(keys: &str, catalog: &Catalog) -> String {
    let told = keys.split(", ").map(|key| match catalog.find(&format!("fact-part-{}", key.replace('_', "-")), &[]) {
        Some(meaning) if meaning != key => format!("{key} ({meaning})"),
        _ => key.to_owned(),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The fact `name` as people read it: dates in their local form, `@…` as the catalogue says, all else as written.
fn worded<'t>(name: &str, value: &'t str, catalog: &Catalog) -> Cow<'t, str> {
    let date = if name.ends_with("date") { Date::parse(value) } else { None };
    if let Some(date) = date {
        return Cow::Owned(date.label(catalog.lang()));
    }
    if value.trim().is_empty() {
        return Cow::Owned(catalog.text("fact-empty"));
    }
    match value.strip_prefix('@') {
        Some(_) => {
            let parts = value.split(", ").map(|part| catalogue_word(part, catalog));
            Cow::Owned(parts.collect::<Vec<_>>().join(", "))
        }
        None => Cow::Borrowed(value),
    }
}

/// `@type-list` as the text `fact-type-list`; the writer's words, which may begin with `@` too, stay as they are.
fn catalogue_word(part: &str, catalog: &Catalog) -> String {
    let text = part.strip_prefix('@').and_then(|key| catalog.find(&["fact-", key].concat(), &[]));
    text.unwrap_or_else(|| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes whose fact `next` is a word that chooses between sentences.
    const CHOOSING: [Code; 5] =
        [Code::UnknownKey, Code::WrongType, Code::KeysInBody, Code::MissingFile, Code::PlaceholderText];

    fn with_every_fact(code: Code) -> Problem {
        let mut problem = Problem::of_file(code, "records/a.md");
        problem.args = code.facts().iter().map(|name| (*name, format!("«{name}»"))).collect();
        problem
    }

    #[test]
    fn every_code_has_a_sentence_a_next_step_and_a_meaning_in_both_languages() {
        for catalog in Lang::ALL.map(Catalog::of) {
            for code in Code::ALL {
                let problem = with_every_fact(*code);
                for text in [problem.message(catalog), problem.hint(catalog), code.about(catalog)] {
                    let is_fact = text == "«next»";
                    assert!(is_fact || text.chars().count() > 10, "{}: {text}", code.id());
                    assert!(!text.ends_with('.') && text.trim() == text, "{}: {text}", code.id());
                }
            }
        }
    }

    #[test]
    fn a_concealed_problem_says_what_its_code_means_and_none_of_the_writers_words() {
        for catalog in Lang::ALL.map(Catalog::of) {
            for code in Code::ALL {
                let problem = with_every_fact(*code).concealed();
                for text in [problem.message(catalog), problem.hint(catalog)] {
                    assert!(text.chars().count() > 10 && !text.contains('«'), "{}: {text}", code.id());
                }
            }
        }
    }

    #[test]
    fn every_fact_of_a_code_is_told_in_its_sentence_or_hint() {
        for catalog in Lang::ALL.map(Catalog::of) {
            for code in Code::ALL {
                let problem = with_every_fact(*code);
                let told = problem.message(catalog) + &problem.hint(catalog);
                // What is next of these chooses the hint and is no part of it.
                let chooses = |name: &str| name == "next" && CHOOSING.contains(code);
                let is_untold = |name: &&&str| !told.contains(&format!("«{name}»")) && !chooses(name);
                let untold: Vec<_> = code.facts().iter().filter(is_untold).collect();
                assert!(untold.is_empty(), "{}: {untold:?} in {told}", code.id());
            }
        }
    }

    #[test]
    fn facts_are_told_in_the_readers_language_and_the_writers_words_stay() {
        let vi = Catalog::of(Lang::Vi);
        let mut problem = Problem::of_file(Code::WrongType, "records/a.md");
        problem.args = vec![("key", "due".into()), ("expected", "@type-date".into()), ("found", "@type-list".into())];
        assert_eq!(problem.message(vi), "mục `hạn` (due) cần một ngày, ở đây là một danh sách");
        problem.args[2].1 = "mai".into();
        assert_eq!(problem.message(vi), "mục `hạn` (due) cần một ngày, ở đây là `mai`");
        assert_eq!(worded("found", "@lan", vi), "@lan");
        assert_eq!(worded("found", " ", vi), "(trống)");
        assert_eq!(worded("other-date", "2026-03-05", vi), "05/3/2026");
        assert_eq!(worded("found", "2026-03-05", vi), "2026-03-05");
        assert_eq!(worded("expected", "@type-text, @type-list", vi), "một đoạn chữ, một danh sách");
    }

    #[test]
    fn a_fact_that_a_check_left_out_is_a_gap_and_no_crash() {
        let problem = Problem::of_file(Code::UnknownLevel, "records/a.md");
        assert!(problem.message(Catalog::of(Lang::En)).contains('…'));
    }
}
