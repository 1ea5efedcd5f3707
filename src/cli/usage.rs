//! A command line that cannot be obeyed, in our own sentences; and help and version, which clap hands over as errors.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory, Error};
use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{Cli, today};
use super::terminal::Terminal;
use crate::base::diagnostic::emit::plain_line;
use crate::base::i18n::Catalog;
use crate::base::period::{Date, Period};
use crate::base::text::closest;

/// Prints help or the version on stdout, or says on stderr what is wrong with the command line.
pub fn answer(error: &Error, terminal: &Terminal) -> Ending {
    match error.kind() {
        ErrorKind::DisplayHelp => terminal.results(|out| write!(out, "{}", error.render()), Ending::Done),
        ErrorKind::DisplayVersion => {
            terminal.results(|out| writeln!(out, "hieucan {}", env!("CARGO_PKG_VERSION")), Ending::Done)
        }
        _ => {
            let (key, facts) = fault(error, terminal.catalog);
            let facts: Vec<_> = facts.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect();
            terminal.complain(key, &facts, suggestion(error).as_deref());
            Ending::Failed
        }
    }
}

type Facts = Vec<(&'static str, String)>;

/// Key of the sentence in the catalogue, and its facts.
fn fault(error: &Error, catalog: &Catalog) -> (&'static str, Facts) {
    let option = || ("option", option_name(&first(error, ContextKind::InvalidArg)));
    let value = first(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("usage-command-missing", vec![commands()])
        }
        ErrorKind::InvalidSubcommand => {
            let found = first(error, ContextKind::InvalidSubcommand);
            ("usage-unknown-command", vec![("found", found), commands()])
        }
        ErrorKind::UnknownArgument if is_word(error) => {
            let key = if takes_a_word(error) { "usage-second-word" } else { "usage-extra-word" };
            (key, vec![("found", first(error, ContextKind::InvalidArg))])
        }
        ErrorKind::UnknownArgument => ("usage-unknown-option", vec![("found", first(error, ContextKind::InvalidArg))]),
        ErrorKind::InvalidValue if value.is_empty() => ("usage-value-missing", vec![option()]),
        ErrorKind::InvalidValue => {
            ("usage-bad-value", vec![option(), ("found", value), ("expected", expected(error, &option().1, catalog))])
        }
        ErrorKind::MissingRequiredArgument => ("usage-argument-missing", vec![missing(error), usage(error)]),
        ErrorKind::ValueValidation if option().1 == "--period" => ("usage-bad-period", vec![("found", value)]),
        ErrorKind::ValueValidation if option().1 == "--port" => ("usage-bad-port", vec![("found", value)]),
        ErrorKind::ValueValidation if option().1 == "--host" => ("usage-bad-host", vec![("found", value)]),
        ErrorKind::ValueValidation => ("usage-bad-date", vec![("found", value)]),
        ErrorKind::TooManyValues => ("usage-value-unneeded", vec![option()]),
        ErrorKind::ArgumentConflict => conflict(error, option()),
        ErrorKind::InvalidUtf8 => ("usage-not-utf8", Facts::new()),
        _ => ("usage-other", Facts::new()),
    }
}

/// The words that would do, with the Vietnamese ones that are taken too.
fn expected(error: &Error, option: &str, catalog: &Catalog) -> String {
    match option {
        "--audience" => catalog.text("fact-words-visibility"),
        "--as" => catalog.text("fact-words-rater"),
        _ => all(error, ContextKind::ValidValue).join(", "),
    }
}

fn conflict(error: &Error, option: (&'static str, String)) -> (&'static str, Facts) {
    let other = option_name(&first(error, ContextKind::PriorArg));
    if other == option.1 || other.is_empty() {
        ("usage-repeated", vec![option])
    } else {
        ("usage-conflict", vec![option, ("other", other)])
    }
}

/// The arguments that are missing, such as `--by <NAME>`.
fn missing(error: &Error) -> (&'static str, String) {
    ("option", all(error, ContextKind::InvalidArg).join(", "))
}

/// How the command in hand is written: `hieucan review LOG --by NAME`.
fn usage(error: &Error) -> (&'static str, String) {
    let told = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let (_, usage) = told.split_once(": ").unwrap_or_default();
    ("usage", plain_line(usage.trim()).into_owned())
}

fn commands() -> (&'static str, String) {
    ("expected", command_names().join(", "))
}

fn command_names() -> Vec<String> {
    let program = Cli::command();
    let shown = program.get_subcommands().filter(|command| !command.is_hide_set());
    shown.map(|command| command.get_name().to_owned()).collect()
}

/// The command that is nearest to what was written; clap names all that are somehow alike.
fn command_meant(error: &Error) -> Option<String> {
    let names = command_names();
    let written = first(error, ContextKind::InvalidSubcommand);
    closest(&written, names.iter().map(String::as_str)).map(str::to_owned)
}

/// Whether a word stands where no word is expected, such as a file after `check`.
fn is_word(error: &Error) -> bool {
    !first(error, ContextKind::InvalidArg).starts_with('-')
}

/// Whether the command in hand has a place for a word, such as the title after `new`.
fn takes_a_word(error: &Error) -> bool {
    let (_, usage) = usage(error);
    let name = usage.split_whitespace().nth(1).unwrap_or_default();
    Cli::command().find_subcommand(name).is_some_and(|command| command.get_positionals().next().is_some())
}

/// The option of the command in hand that is nearest to what was written.
fn option_meant(error: &Error) -> Option<String> {
    let written = first(error, ContextKind::InvalidArg);
    let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let program = Cli::command();
    let named = program.get_subcommands().filter(|command| usage.contains(command.get_name()));
    let commands: Vec<_> = std::iter::once(&program).chain(named).collect();
    let options = commands.iter().flat_map(|command| command.get_arguments().filter_map(Arg::get_long));
    closest(written.strip_prefix("--")?, options).map(|option| format!("--{option}"))
}

/// The nearest word that would do.
fn suggestion(error: &Error) -> Option<String> {
    let values = all(error, ContextKind::ValidValue);
    let value = closest(&first(error, ContextKind::InvalidValue), values.iter().map(String::as_str)).map(str::to_owned);
    if error.kind() == ErrorKind::ValueValidation {
        if option_name(&first(error, ContextKind::InvalidArg)) == "--period" {
            let (year, ..) = today().parts();
            return Period::meant(&first(error, ContextKind::InvalidValue), Some(year))
                .map(|period| period.to_string());
        }
        return Date::meant(&first(error, ContextKind::InvalidValue));
    }
    if error.kind() == ErrorKind::UnknownArgument {
        return option_meant(error);
    }
    if error.kind() == ErrorKind::InvalidSubcommand {
        return command_meant(error);
    }
    let known = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].into_iter();
    value.or_else(|| known.flat_map(|kind| all(error, kind)).next())
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    let values = match error.get(kind) {
        Some(ContextValue::String(value)) => vec![value.clone()],
        Some(ContextValue::Strings(values)) => values.clone(),
        _ => Vec::new(),
    };
    values.iter().map(|value| plain_line(value).into_owned()).collect()
}

/// `--out` of `--out <DIR>`.
fn option_name(shown: &str) -> String {
    shown.split([' ', '=']).next().unwrap_or_default().to_owned()
}
