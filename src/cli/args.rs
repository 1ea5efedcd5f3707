//! What can be written on the command line. The words of the help come from the catalogue, by the name of each
//! argument: `help-out` explains `--out`, `help-value-out` names its value.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::TypedValueParser;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::shell::Shell;
use super::terminal::Loudness;
use super::words::{one_of, spoken};
use crate::base::diagnostic::emit::Format;
use crate::base::i18n::{Catalog, Lang};
use crate::base::period::{Date, Period};
use crate::cache;
use crate::config::Options;
use crate::editor::schema::Of;
use crate::model::audience::Audience;
use crate::model::review::Rater;
#[cfg(feature = "export")]
use crate::pipeline::export as file;
use crate::scaffold::Forge;

/// A whole command line.
#[derive(Debug, Parser)]
#[command(name = "hieucan", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, propagate_version = true, subcommand_required = true)]
pub struct Cli {
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Shared {
    #[arg(long, global = true, display_order = 100)]
    pub root: Option<PathBuf>,
    #[arg(long, global = true, display_order = 101, value_parser = langs())]
    pub lang: Option<Lang>,
    #[arg(short, long, global = true, display_order = 102, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true, display_order = 103)]
    pub verbose: bool,
    #[arg(short, long, global = true, display_order = 104, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, global = true, display_order = 105, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Build(BuildArgs),
    Check(CheckArgs),
    Init(InitArgs),
    New(NewArgs),
    Review(ReviewArgs),
    #[cfg(feature = "export")]
    Export(ExportArgs),
    Pdf(PdfArgs),
    Schema(SchemaArgs),
    Lsp,
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    Doctor(DoctorArgs),
    Completions(CompletionsArgs),
    #[command(hide = true)]
    Man,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_parser = audiences())]
    pub audience: Option<Audience>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub durable: bool,
    #[command(flatten)]
    pub cache: CacheArgs,
}

/// Where `serve` shows the site.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[arg(long)]
    pub port: Option<u16>,
    #[arg(long)]
    pub host: Option<std::net::IpAddr>,
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_parser = audiences())]
    pub audience: Option<Audience>,
    #[command(flatten)]
    pub cache: CacheArgs,
}

/// Where a command keeps what the next run need not work out again.
#[derive(Debug, Args)]
pub struct CacheArgs {
    #[arg(long, conflicts_with = "no_cache")]
    pub cache: Option<PathBuf>,
    #[arg(long)]
    pub no_cache: bool,
}

impl CacheArgs {
    /// The place for the cell at `root`.
    pub fn place(&self, root: &Path) -> Option<cache::Place> {
        match &self.cache {
            _ if self.no_cache => None,
            Some(folder) => Some(cache::Place::at(folder.clone())),
            None => cache::Place::of_user(root),
        }
    }
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_parser = formats())]
    pub format: Option<Format>,
    #[arg(long)]
    pub deny_warnings: bool,
    #[arg(long)]
    pub against: Option<String>,
}

/// The cell that `init` begins.
#[derive(Debug, Args)]
pub struct InitArgs {
    pub dir: PathBuf,
    #[arg(long = "name")]
    pub cell_name: Option<String>,
    #[arg(long = "id")]
    pub cell_id: Option<String>,
    #[arg(long = "parent")]
    pub cell_parent: Option<String>,
    #[arg(long = "place")]
    pub cell_place: Option<String>,
    #[arg(long)]
    pub secretary: Vec<String>,
    #[arg(long)]
    pub leader: Vec<String>,
    #[arg(long = "member")]
    pub roster: Vec<String>,
    #[arg(long, value_parser = forges())]
    pub ci: Vec<Forge>,
    #[arg(long)]
    pub no_git: bool,
}

/// What is answered beforehand of what `new` asks.
#[derive(Debug, Args)]
pub struct NewArgs {
    pub title: Option<String>,
    #[arg(long = "member", id = "new_member")]
    pub member: Option<String>,
    #[arg(long, value_parser = date)]
    pub assigned: Option<Date>,
    #[arg(long, value_parser = date)]
    pub due: Option<Date>,
    #[arg(long, value_parser = date)]
    pub done: Option<Date>,
    #[arg(long)]
    pub kind: Option<String>,
    #[arg(long)]
    pub status: Option<String>,
    #[arg(long)]
    pub assigned_by: Option<String>,
    #[arg(long)]
    pub visibility: Option<String>,
    #[arg(long)]
    pub set: Vec<String>,
    #[arg(long, allow_hyphen_values = true)]
    pub body: Option<String>,
    #[arg(long)]
    pub from: Option<PathBuf>,
    #[arg(short, long)]
    pub yes: bool,
}

/// What `review` is about.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    pub record: String,
    #[arg(long)]
    pub by: String,
    #[arg(long = "as", id = "as", value_parser = raters())]
    pub rater: Option<Rater>,
    #[arg(long, value_parser = date)]
    pub on: Option<Date>,
}

/// What `doctor` looks at.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// The shell that completes.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    #[arg(value_parser = shells())]
    pub shell: Shell,
}

/// Which file `schema` describes.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[arg(value_parser = described())]
    pub of: Option<Of>,
}

/// Which paper `pdf` prints.
#[derive(Debug, Args)]
pub struct PdfArgs {
    #[arg(long, value_parser = period)]
    pub period: Option<Period>,
    #[arg(long)]
    pub member: Option<String>,
    #[arg(long = "out")]
    pub pdf_out: Option<PathBuf>,
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_parser = audiences())]
    pub audience: Option<Audience>,
}

/// Which file `export` makes.
#[cfg(feature = "export")]
#[derive(Debug, Args)]
pub struct ExportArgs {
    #[arg(long = "format", value_parser = files())]
    pub export_format: file::Format,
    #[arg(long, value_parser = tables())]
    pub table: Option<file::Table>,
    #[arg(long = "period", id = "export-period", value_parser = period)]
    pub period: Option<Period>,
    #[arg(long = "member", id = "export-member")]
    pub member: Option<String>,
    #[arg(long = "out")]
    pub export_out: Option<PathBuf>,
    #[arg(long, value_parser = date)]
    pub as_of: Option<Date>,
    #[arg(long, value_parser = audiences())]
    pub audience: Option<Audience>,
}

impl Shared {
    /// How much is said beside the results.
    pub fn loudness(&self) -> Loudness {
        match (self.quiet, self.verbose) {
            (true, _) => Loudness::Quiet,
            (_, true) => Loudness::Verbose,
            _ => Loudness::Normal,
        }
    }

    /// Options of the engine, as far as every command has them.
    pub fn options(&self, as_of: Option<Date>) -> Options {
        Options {
            root: self.root.clone().unwrap_or_else(|| PathBuf::from(".")),
            lang: self.lang,
            as_of,
            today: Some(today()),
            // The locale chooses the language of messages only: the same cell gives the same site everywhere.
            ..Options::default()
        }
    }
}

/// Today in the local zone.
pub fn today() -> Date {
    let now = jiff::Zoned::now();
    Date::new(now.year(), now.month(), now.day()).expect("the clock shows a year from 1 to 9999")
}

fn langs() -> impl TypedValueParser<Value = Lang> {
    one_of(Lang::ALL.map(|lang| (lang.tag(), lang)))
}

fn audiences() -> impl TypedValueParser<Value = Audience> {
    spoken("visibility", Audience::ALL.map(|audience| (audience.id(), audience)))
}

fn raters() -> impl TypedValueParser<Value = Rater> {
    spoken("rater", Rater::ALL.map(|rater| (rater.id(), rater)))
}

fn formats() -> impl TypedValueParser<Value = Format> {
    one_of(Format::ALL.map(|format| (format.id(), format)))
}

fn shells() -> impl TypedValueParser<Value = Shell> {
    one_of(Shell::ALL.map(|shell| (shell.id(), shell)))
}

fn described() -> impl TypedValueParser<Value = Of> {
    one_of(Of::ALL.map(|of| (of.id(), of)))
}

fn forges() -> impl TypedValueParser<Value = Forge> {
    one_of(Forge::ALL.map(|forge| (forge.id(), forge)))
}

#[cfg(feature = "export")]
fn files() -> impl TypedValueParser<Value = file::Format> {
    one_of(file::Format::ALL.map(|format| (format.id(), format)))
}

#[cfg(feature = "export")]
fn tables() -> impl TypedValueParser<Value = file::Table> {
    one_of(file::Table::ALL.map(|table| (table.id(), table)))
}

fn date(written: &str) -> Result<Date, &'static str> {
    Date::parse(written).ok_or("not a date")
}

fn period(written: &str) -> Result<Period, &'static str> {
    Period::parse(written).ok_or("not a period")
}

/// Reads the command line; asking for help or the version is an `Err` too, as clap has it.
pub fn read(args: Vec<OsString>, catalog: &Catalog) -> Result<Cli, clap::Error> {
    let matches = localised(Cli::command(), catalog).try_get_matches_from(args)?;
    Cli::from_arg_matches(&matches)
}

/// The whole command line with every text from the catalogue.
pub fn program(catalog: &Catalog) -> clap::Command {
    localised(Cli::command(), catalog)
}

/// `command` with every text from the catalogue.
fn localised(command: clap::Command, catalog: &Catalog) -> clap::Command {
    let own = titled(command, "about", "hieucan", catalog).subcommand_help_heading(catalog.text("help-commands"));
    own.after_help(catalog.text("help-after"))
        .mut_args(|arg| argument(arg, "help-shared", catalog))
        .mut_subcommands(|command| subcommand(command, catalog))
}

fn subcommand(command: clap::Command, catalog: &Catalog) -> clap::Command {
    let name = command.get_name().to_owned();
    titled(command, &format!("command-{name}"), &name, catalog).mut_args(|arg| argument(arg, "help-options", catalog))
}

fn titled(command: clap::Command, about: &str, usage: &str, catalog: &Catalog) -> clap::Command {
    let heading = catalog.text("help-usage");
    command
        .about(catalog.text(&format!("help-{about}")))
        .override_usage(catalog.text(&format!("help-usage-{usage}")))
        .help_template(format!("{{about}}\n\n{heading}: {{usage}}\n\n{{all-args}}{{after-help}}\n"))
}

fn argument(arg: Arg, heading: &str, catalog: &Catalog) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let arg = arg.help(catalog.text(&format!("help-{id}"))).help_heading(catalog.text(heading));
    match catalog.find(&format!("help-value-{id}"), &[]) {
        Some(name) => arg.value_name(name).hide_possible_values(true),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for lang in Lang::ALL {
            localised(Cli::command(), Catalog::of(lang)).debug_assert();
        }
    }
}
