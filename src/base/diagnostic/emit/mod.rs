//! Problems as other programs and people at a terminal read them: text with the source line, JSON, SARIF 2.1.0 and
//! annotations of GitHub. [`write()`] is the way in; each format has its file.

mod github;
mod gitlab;
mod json;
mod sarif;
mod text;
mod visible;

pub use text::width;

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Problem, Severity};
use crate::base::i18n::Catalog;
use crate::base::period::Date;
use crate::base::source::byte_of_character;

/// A way to write problems down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Blocks for people: a sentence, the source line with a caret, the next step.
    #[default]
    Text,
    /// Our own frozen JSON, version 1.
    Json,
    /// SARIF 2.1.0, for code scanners and editors.
    Sarif,
    /// Workflow commands that GitHub and Gitea turn into annotations.
    Github,
    /// The code quality report that GitLab shows in a merge request.
    Gitlab,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 5] = [Format::Text, Format::Json, Format::Sarif, Format::Github, Format::Gitlab];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
        }
    }
}

/// What one run found.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// The problems, in the order in which they are written.
    pub problems: &'a [Problem],
    /// The day on which the records were looked at.
    pub as_of: Date,
    /// How many records were read.
    pub records: usize,
}

impl Findings<'_> {
    /// How many of the problems have this severity and are not accepted.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.fails(severity)).count()
    }

    /// How many of the problems are accepted.
    pub fn accepted(&self) -> usize {
        self.problems.iter().filter(|problem| problem.accepted.is_some()).count()
    }
}

/// Whether text may be coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// With ANSI colours; only [`Format::Text`] has any.
    Ansi,
    /// Without a single escape sequence.
    None,
}

/// Writes `findings` to `out` in the words of `catalog`.
///
/// # Errors
/// When `out` cannot be written to. A reader that has read enough and closed its end is no error.
pub fn write(
    format: Format,
    findings: &Findings<'_>,
    catalog: &Catalog,
    colour: Colour,
    out: &mut impl Write,
) -> io::Result<()> {
    let written = match format {
        Format::Text => text::write(findings.problems, catalog, colour, out),
        Format::Json => json::write(findings, catalog, out),
        Format::Sarif => sarif::write(findings, catalog, out),
        Format::Github => github::write(findings, catalog, out),
        Format::Gitlab => gitlab::write(findings, catalog, out),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes `problems` to `out` as [`Format::Text`].
///
/// # Errors
/// As [`write()`].
pub fn write_text(problems: &[Problem], catalog: &Catalog, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    text::write(problems, catalog, colour, out)
}

/// `text` with nothing in it that could act on a terminal or turn the direction of writing; line ends stay.
pub fn plain(text: &str) -> Cow<'_, str> {
    without(text, |c| c != '\n')
}

/// `text` as [`plain`] text on one line.
pub fn plain_line(text: &str) -> Cow<'_, str> {
    without(text, |_| true)
}

fn without(text: &str, acting: impl Fn(char) -> bool) -> Cow<'_, str> {
    let shown = |c: char| if acting(c) { stand_in(c).unwrap_or(c) } else { c };
    if text.chars().all(|c| shown(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

/// What is shown instead of a character that acts instead of being seen.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some(char::REPLACEMENT_CHARACTER),
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}' => {
            Some(char::REPLACEMENT_CHARACTER)
        }
        _ => None,
    }
}

/// The bytes of `line` that `problem` covers. Its columns count characters without combining marks, so a letter takes
/// the marks after it along; places past the end are moved to the end.
fn covered(problem: &Problem, line: &str) -> std::ops::Range<usize> {
    let first = problem.at.column.saturating_sub(1) as usize;
    let start = byte_of_character(line, first);
    start..start + byte_of_character(&line[start..], problem.width as usize)
}

/// First and last column (one past the end) in code points, as SARIF and GitHub count them.
fn code_point_columns(problem: &Problem) -> (usize, usize) {
    let Some(line) = &problem.line else {
        let column = problem.at.column as usize;
        return (column, column + problem.width as usize);
    };
    let covered = covered(problem, line);
    let column = line[..covered.start].chars().count() + 1;
    (column, column + line[covered].chars().count())
}

/// The message and the next step, as one text.
fn message_and_hint(problem: &Problem, catalog: &Catalog) -> String {
    format!("{}\n{}", problem.message(catalog), problem.hint(catalog))
}

#[cfg(test)]
mod tests;
