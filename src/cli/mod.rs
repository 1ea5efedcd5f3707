//! The command line: arguments in, an exit status out. The only place that prints.
//!
//! Results go to stdout, all else to stderr. Status 0: done; 1: problems in records; 2: could not run.

mod args;
mod authors;
mod build;
mod cause;
mod check;
mod doctor;
#[cfg(feature = "export")]
mod export;
mod failure;
mod init;
mod language;
mod lsp;
mod manual;
mod new;
mod pdf;
mod progress;
mod prompt;
mod review;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod shell;
mod terminal;
mod usage;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use self::args::{Cli, Command};
use self::terminal::Terminal;
use crate::base::error::Result;
use crate::base::i18n::Catalog;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// All is well.
    Done,
    /// There are problems in records.
    Problems,
    /// The command could not be carried out.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Done => Self::SUCCESS,
            Ending::Problems => Self::from(1),
            Ending::Failed => Self::from(2),
        }
    }
}

/// Runs the program with its arguments (the first is its own name).
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let catalog = Catalog::of(language::of_messages(&args));
    let ending = match args::read(args, catalog) {
        Ok(cli) => obey(&cli, &Terminal::new(catalog, cli.shared.loudness())),
        Err(error) => usage::answer(&error, &Terminal::new(catalog, terminal::Loudness::Normal)),
    };
    ending.into()
}

fn obey(cli: &Cli, terminal: &Terminal) -> Ending {
    let ending: Result<Ending> = match &cli.command {
        Command::Build(args) => build::run(&cli.shared, args, terminal),
        Command::Check(args) => check::run(&cli.shared, args, terminal),
        Command::Init(args) => init::run(&cli.shared, args, terminal),
        Command::New(args) => new::run(&cli.shared, args, terminal),
        #[cfg(feature = "export")]
        Command::Export(args) => export::run(&cli.shared, args, terminal),
        Command::Pdf(args) => pdf::run(&cli.shared, args, terminal),
        Command::Review(args) => review::run(&cli.shared, args, terminal),
        Command::Completions(args) => Ok(shell::run(args.shell, args::program(terminal.catalog), terminal)),
        Command::Doctor(args) => doctor::run(&cli.shared, args, terminal),
        Command::Man => Ok(manual::run(terminal)),
        Command::Lsp => lsp::run(&cli.shared, terminal),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&cli.shared, args, terminal),
        Command::Schema(args) => schema::run(&cli.shared, args, terminal),
    };
    ending.unwrap_or_else(|error| failure::report(&error, terminal))
}
