//! `hieucan new`: a new log, asked step by step on a terminal, or made of flags alone.

mod draft;
mod fault;
mod flags;
mod here;
mod interview;
mod keys;
mod left;
mod people;
mod questions;
mod shelf;

use std::io::{self, Write};

use fluent_bundle::FluentValue;

use super::args::{NewArgs, Shared};
use super::prompt::{self, Prompt};
use super::terminal::{Loudness, Terminal};
use super::{Ending, failure};
use crate::base::diagnostic::emit::plain;
use crate::base::diagnostic::{Problem, Severity};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::config::Config;
use crate::pipeline::new_log::{self, Desk, Proposed};
use crate::writing::{Answers, started_from};

use self::draft::Draft;
use self::fault::Fault;
use self::interview::{End, Interview};
use self::shelf::Shelf;

/// Makes a new log.
pub fn run(shared: &Shared, args: &NewArgs, terminal: &Terminal) -> Result<Ending> {
    let config = Config::resolve(shared.options(None))?;
    let desk = new_log::desk(&config)?;
    let earlier = match &args.from {
        Some(path) => started_from(&new_log::earlier(&config, &desk.rubric, path)?),
        None => Answers::default(),
    };
    let mut answers = earlier.clone();
    let given = match flags::answered(args, &mut answers, &config, &desk) {
        Ok(given) => given,
        Err(fault) => return Ok(refused(&fault, terminal)),
    };
    let is_asked = !args.yes && prompt::is_there();
    if !args.yes && !is_asked && flags::lacks_the_day_alone(&answers, config.as_of) {
        answers.set_fact("assigned", config.as_of.to_string());
        tell_of_the_day(&config, terminal);
    }
    let missing = flags::missing(&answers);
    if missing.is_empty() {
        return without_asking(&config, &answers, terminal);
    }
    if !is_asked {
        let named = |flag: &&str| if *flag == flags::TITLE { terminal.catalog.text(flag) } else { (*flag).to_owned() };
        let missing: Vec<String> = missing.iter().map(named).collect();
        let key = if args.yes { "new-missing" } else { "new-no-terminal" };
        terminal.complain(key, &[("missing", FluentValue::from(missing.join(", ")))], None);
        return Ok(Ending::Failed);
    }
    if config.settings.roster.members().is_empty() {
        terminal.complain("new-no-members", &[], None);
        return Ok(Ending::Failed);
    }
    let draft = Draft::new(Shelf::of(&config.root), answers, given);
    at_terminal(&config, &desk, &Told { args, earlier }, draft, terminal)
}

/// What the command line says.
struct Told<'t> {
    args: &'t NewArgs,
    /// What an earlier log has for this one.
    earlier: Answers,
}

fn refused(fault: &Fault, terminal: &Terminal) -> Ending {
    let facts: Vec<_> = fault.facts.iter().map(|(name, fact)| (*name, FluentValue::from(fact.as_str()))).collect();
    terminal.complain(fault.key, &facts, fault.near.as_deref());
    Ending::Failed
}

/// Says that the log is taken to be of a task given out on the day of the figures.
fn tell_of_the_day(config: &Config, terminal: &Terminal) {
    if terminal.loudness > Loudness::Quiet {
        let day = FluentValue::from(config.as_of.label(terminal.catalog.lang()));
        let told = terminal.catalog.format("new-assigned-today", &[("date", day)]);
        terminal.aside(|err| writeln!(err, "{}", plain(&told)));
    }
}

/// What the flags say is written, unless it would be an error.
fn without_asking(config: &Config, answers: &Answers, terminal: &Terminal) -> Result<Ending> {
    let proposed = new_log::propose(config, answers, terminal.catalog)?;
    if !proposed.is_sound() {
        let problems: Vec<_> = proposed.problems.iter().cloned().map(Problem::of_no_file).collect();
        failure::list(&problems, terminal);
        let path = FluentValue::from(proposed.path.as_str());
        terminal.complain("new-unsound", &[("path", path)], None);
        return Ok(Ending::Failed);
    }
    failure::list(&proposed.problems, terminal);
    if let Some(alike) = proposed.alike.as_deref().filter(|_| terminal.loudness > Loudness::Quiet) {
        let told = terminal.catalog.format("new-alike", &[("path", FluentValue::from(alike))]);
        terminal.aside(|err| writeln!(err, "{}", plain(&told)));
    }
    written(config, answers, proposed, terminal)
}

/// What is not said yet is asked, of a draft that was left or of the new one.
fn at_terminal(config: &Config, desk: &Desk, told: &Told<'_>, draft: Draft, terminal: &Terminal) -> Result<Ending> {
    let catalog = terminal.catalog;
    let unmatched = move |typed: &str| catalog.format("new-no-choice", &[("found", FluentValue::from(typed))]);
    let mut prompt = Prompt::new(unmatched).map_err(|source| Error::read("/dev/tty", source))?;
    prompt.say(&terminal.catalog.text("new-welcome"));
    let left = Draft::left(&Shelf::of(&config.root));
    let draft = match left::offered(left, told.args.title.as_deref(), &mut prompt, terminal) {
        Err(prompt::Stopped) => return Ok(stopped(&draft, terminal)),
        Ok(None) => draft,
        Ok(Some(mut left)) => {
            // The rubric may have changed since.
            left.said.answers.criteria.retain(|claimed| desk.rubric.find(&claimed.id).is_some());
            match flags::answered(told.args, &mut left.said.answers, config, desk) {
                Ok(given) => left.take_in(given, &told.earlier),
                Err(fault) => return Ok(refused(&fault, terminal)),
            }
            left
        }
    };
    asked(config, Interview::new(config, desk, draft, prompt, terminal), terminal)
}

fn asked(config: &Config, mut interview: Interview<'_>, terminal: &Terminal) -> Result<Ending> {
    let end = interview.hold();
    let draft = interview.leave();
    let ending = match end {
        Ok(End::Kept) => return Ok(stopped(&draft, terminal)),
        Ok(End::Write(proposed)) => written(config, &draft.said.answers, *proposed, terminal),
        Err(error) => Err(error),
    };
    match ending {
        Ok(ending) => {
            draft.remove();
            Ok(ending)
        }
        Err(error) => {
            failure::report(&error, terminal);
            Ok(stopped(&draft, terminal))
        }
    }
}

/// Says where the answers are, now that nobody answers any more.
fn stopped(draft: &Draft, terminal: &Terminal) -> Ending {
    if !draft.is_kept() {
        terminal.complain("new-not-kept", &[], None);
        return Ending::Failed;
    }
    let said = match draft.file() {
        Some(path) => {
            let path = FluentValue::from(path.display().to_string());
            terminal.catalog.format("new-kept", &[("path", path)])
        }
        None => terminal.catalog.text("new-nothing-kept"),
    };
    terminal.aside(|err| writeln!(err, "{}", plain(&said)));
    Ending::Failed
}

/// Writes the log; where another has come to stand in its place meanwhile, beside that.
fn written(config: &Config, answers: &Answers, mut proposed: Proposed, terminal: &Terminal) -> Result<Ending> {
    while let Err(error) = new_log::keep(config, &proposed) {
        if !matches!(error, Error::Exists(_)) {
            return Err(error);
        }
        proposed = new_log::propose(config, answers, terminal.catalog)?;
    }
    let from_here = here::path(&config.root, &proposed.path);
    Ok(terminal.results_of_file(&proposed.path, |out| tell(out, &proposed, &from_here, terminal.catalog)))
}

fn tell(out: &mut dyn Write, proposed: &Proposed, from_here: &str, catalog: &Catalog) -> io::Result<()> {
    let path = || FluentValue::from(from_here);
    let mut say = |text: String| writeln!(out, "{}", plain(text.trim_end()));
    say(catalog.format("new-written", &[("path", path())]))?;
    let warnings = proposed.problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    if warnings > 0 {
        say(catalog.format("new-warnings", &[("number", FluentValue::from(warnings as u64))]))?;
    }
    say(catalog.format("new-next", &[("path", path())]))
}
