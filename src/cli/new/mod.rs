//! `hieucan new`: a new log, asked step by step on a terminal, or made of flags alone.

mod draft;
mod flags;
mod interview;
mod questions;

use std::io::{self, Write};

use fluent_bundle::FluentValue;

use super::args::{NewArgs, Shared};
use super::prompt::{self, Prompt};
use super::terminal::Terminal;
use super::{Ending, failure};
use crate::base::diagnostic::Severity;
use crate::base::diagnostic::emit::plain;
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::config::Config;
use crate::pipeline::new_log::{self, Desk, Proposed};
use crate::writing::{Answers, started_from};

use self::draft::Draft;
use self::interview::{End, Interview};

/// Makes a new log.
pub fn run(shared: &Shared, args: &NewArgs, terminal: &Terminal) -> Result<Ending> {
    let config = Config::resolve(shared.options(None))?;
    let desk = new_log::desk(&config)?;
    let mut answers = match &args.from {
        Some(path) => started_from(&new_log::earlier(&config, &desk.rubric, path)?),
        None => Answers::default(),
    };
    let given = match flags::answered(args, &mut answers, &config, &desk) {
        Ok(given) => given,
        Err(fault) => {
            let facts: Vec<_> =
                fault.facts.iter().map(|(name, fact)| (*name, FluentValue::from(fact.as_str()))).collect();
            terminal.complain(fault.key, &facts, fault.near.as_deref());
            return Ok(Ending::Failed);
        }
    };
    let missing = flags::missing(&answers);
    if missing.is_empty() {
        return without_asking(&config, &answers, terminal);
    }
    if args.yes || !prompt::is_there() {
        let named = |flag: &&str| if *flag == flags::TITLE { terminal.catalog.text(flag) } else { (*flag).to_owned() };
        let missing: Vec<String> = missing.iter().map(named).collect();
        let key = if args.yes { "new-missing" } else { "new-no-terminal" };
        terminal.complain(key, &[("missing", FluentValue::from(missing.join(", ")))], None);
        return Ok(Ending::Failed);
    }
    asked(&config, &desk, Draft::of(&config, answers, given), terminal)
}

/// What the flags say is written, unless it would be an error.
fn without_asking(config: &Config, answers: &Answers, terminal: &Terminal) -> Result<Ending> {
    let proposed = new_log::propose(config, answers, &terminal.catalog)?;
    failure::list(&proposed.problems, terminal);
    if !proposed.is_sound() {
        let path = FluentValue::from(proposed.path.as_str());
        terminal.complain("new-unsound", &[("path", path)], None);
        return Ok(Ending::Problems);
    }
    written(config, answers, proposed, terminal)
}

fn asked(config: &Config, desk: &Desk, draft: Draft, terminal: &Terminal) -> Result<Ending> {
    let prompt = Prompt::new().map_err(|source| Error::read("/dev/tty", source))?;
    let mut interview = Interview::new(config, desk, draft, prompt, terminal);
    match interview.hold()? {
        End::Write(proposed) => {
            let draft = interview.leave();
            let ending = written(config, &draft.answers, *proposed, terminal)?;
            draft.remove();
            Ok(ending)
        }
        End::Kept => {
            let draft = interview.leave();
            match draft.place() {
                Some(path) => {
                    let path = FluentValue::from(path.display().to_string());
                    let kept = terminal.catalog.format("new-kept", &[("path", path)]);
                    terminal.aside(|err| writeln!(err, "{}", plain(&kept)));
                }
                None => terminal.complain("new-not-kept", &[], None),
            }
            Ok(Ending::Failed)
        }
    }
}

/// Writes the log; where another has come to stand in its place meanwhile, beside that.
fn written(config: &Config, answers: &Answers, mut proposed: Proposed, terminal: &Terminal) -> Result<Ending> {
    while let Err(error) = new_log::keep(config, &proposed) {
        if !matches!(error, Error::Exists(_)) {
            return Err(error);
        }
        proposed = new_log::propose(config, answers, &terminal.catalog)?;
    }
    Ok(terminal.results(|out| tell(out, &proposed, &terminal.catalog), Ending::Done))
}

fn tell(out: &mut dyn Write, proposed: &Proposed, catalog: &Catalog) -> io::Result<()> {
    let path = || FluentValue::from(proposed.path.clone());
    let mut say = |text: String| writeln!(out, "{}", plain(text.trim_end()));
    say(catalog.format("new-written", &[("path", path())]))?;
    let warnings = proposed.problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    if warnings > 0 {
        say(catalog.format("new-warnings", &[("number", FluentValue::from(warnings as u64))]))?;
    }
    say(catalog.format("new-next", &[("path", path())]))
}
