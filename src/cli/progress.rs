//! A bar on stderr while a command works, when somebody looks.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use super::terminal::{Loudness, Terminal};
use crate::base::i18n::Catalog;
use crate::pipeline::{Progress, Stage};

/// One bar that every stage uses in turn; hidden when stderr is no terminal or the command is to be quiet.
pub struct Bar<'a> {
    bar: ProgressBar,
    catalog: &'a Catalog,
}

impl<'a> Bar<'a> {
    /// The bar of a command.
    pub fn of(terminal: &'a Terminal) -> Self {
        let seen = terminal.loudness > Loudness::Quiet && std::io::stderr().is_terminal();
        let bar = if seen { ProgressBar::no_length() } else { ProgressBar::hidden() };
        bar.set_style(ProgressStyle::with_template("{msg:>10} {bar:30} {pos}/{len}").expect("a built-in template"));
        Self { bar, catalog: terminal.catalog }
    }
}

impl Progress for Bar<'_> {
    fn stage(&self, stage: Stage, total: usize) {
        let key = match stage {
            Stage::Read => "stage-read",
            Stage::Check => "stage-check",
            Stage::Write => "stage-write",
        };
        self.bar.set_message(self.catalog.text(key));
        self.bar.set_length(total as u64);
        self.bar.reset();
    }

    fn reach(&self, done: usize) {
        self.bar.set_position(done as u64);
    }
}

impl Drop for Bar<'_> {
    /// Leaves the terminal as it was, on every way out.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
