//! The two streams: results on stdout, all else on stderr. Nothing here panics when a reader has gone or a disk is full.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use fluent_bundle::FluentValue;

use super::Ending;
use super::cause::cause;
use crate::base::diagnostic::emit::{Colour, plain};
use crate::base::i18n::{Args, Catalog};

/// How much is said beside the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    /// Only what stops the command.
    Quiet,
    /// Progress and a summary too.
    Normal,
    /// Details too.
    Verbose,
}

/// Where a command speaks, and in which words.
pub struct Terminal {
    /// The words.
    pub catalog: &'static Catalog,
    /// How much is said.
    pub loudness: Loudness,
}

impl Terminal {
    /// The streams of this process.
    pub fn new(catalog: &'static Catalog, loudness: Loudness) -> Self {
        Self { catalog, loudness }
    }

    /// Writes results to stdout. A reader that has read enough is no fault; a full disk is one.
    pub fn results(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>, ending: Ending) -> Ending {
        let mut out = BufWriter::new(io::stdout().lock());
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let cause = cause(&error, self.catalog);
                self.complain("failure-output", &[("cause", FluentValue::from(cause))], None);
                Ending::Failed
            }
            _ => ending,
        }
    }

    /// Writes results about the file at `path`. It stands, even where nothing can be said of it on stdout.
    pub fn results_of_file(&self, path: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Ending {
        let ending = self.results(write, Ending::Done);
        if ending == Ending::Failed {
            let stands = self.catalog.format("file-stands", &[("path", FluentValue::from(path))]);
            self.aside(|err| writeln!(err, "{}", plain(&stands)));
        }
        ending
    }

    /// Writes to stderr; when nobody listens there, there is nobody to tell.
    pub fn aside(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let mut err = BufWriter::new(io::stderr().lock());
        let _ = write(&mut err).and_then(|()| err.flush());
    }

    /// Says on stderr why the command cannot go on, with the next step and a near word, if there is one.
    pub fn complain(&self, key: &str, facts: &Args<'_>, near: Option<&str>) {
        let name = painted(self.stderr_colour(), &self.catalog.text("check-error"));
        let message = self.catalog.format(key, facts);
        let hint = self.catalog.format(&format!("{key}.hint"), facts);
        let near = near.map(|word| self.catalog.format("did-you-mean", &[("word", FluentValue::from(word))]));
        let hint = near.map_or_else(|| hint.clone(), |near| format!("{near} {hint}"));
        let label = self.catalog.text("check-hint");
        self.aside(|err| {
            writeln!(err, "{name}: {}", plain(&message).trim_end())?;
            writeln!(err, "  = {label}: {}", plain(&hint))
        });
    }

    /// Says on stderr that the cell at `root` has no logs, if it has none: most often they lie elsewhere.
    pub fn tell_of_no_logs(&self, root: &Path, records: usize) {
        if records > 0 || self.loudness == Loudness::Quiet {
            return;
        }
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let place = root.join("records").display().to_string();
        let sentence = self.catalog.format("summary-no-logs", &[("place", FluentValue::from(place))]);
        self.aside(|err| writeln!(err, "{}", plain(&sentence)));
    }

    /// Whether stdout takes colours.
    pub fn stdout_colour(&self) -> Colour {
        colour(AutoStream::choice(&io::stdout()))
    }

    /// Whether stderr takes colours.
    pub fn stderr_colour(&self) -> Colour {
        colour(AutoStream::choice(&io::stderr()))
    }
}

fn colour(choice: ColorChoice) -> Colour {
    if choice == ColorChoice::Never { Colour::None } else { Colour::Ansi }
}

fn painted(colour: Colour, text: &str) -> String {
    match colour {
        Colour::Ansi => format!("\u{1b}[1;31m{text}\u{1b}[0m"),
        Colour::None => text.to_owned(),
    }
}
