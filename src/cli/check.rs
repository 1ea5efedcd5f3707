//! `hieucan check`: every problem of every record, and nothing is written.

use std::borrow::Cow;
use std::path::Path;

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{CheckArgs, Shared};
use super::authors;
use super::progress::Bar;
use super::terminal::Terminal;
use crate::base::diagnostic::Problem;
use crate::base::diagnostic::emit::{self, Findings, Format, plain_line};
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::number::grouped;
use crate::base::period::Date;
use crate::config::Config;
use crate::pipeline::{self, CheckedOnly, Compared};
use crate::scaffold;

/// Checks the records of the cell.
pub fn run(shared: &Shared, args: &CheckArgs, terminal: &Terminal) -> Result<Ending> {
    let config = Config::resolve(shared.options(args.as_of))?;
    let bar = Bar::of(terminal);
    let checked = match &args.against {
        Some(revision) => pipeline::check_against(&config, revision, &bar)?,
        None => pipeline::check_only(&config, &bar)?,
    };
    drop(bar);
    let summary = &checked.summary;
    terminal.tell_of_no_logs(&config.root, summary.records);
    authors::tell_if_unknown(summary, terminal);
    if let Some(revision) = &args.against {
        tell_what_was_compared(revision, &checked.compared, terminal);
    }
    let bad = summary.errors > 0 || (args.deny_warnings && summary.warnings > 0);
    let ending = if bad { Ending::Problems } else { Ending::Done };
    let format = args.format.unwrap_or_default();
    let problems = placed(&checked.problems, format, &config.root);
    let findings = Findings { problems: &problems, as_of: config.as_of, records: summary.records };
    let colour = terminal.stdout_colour();
    Ok(terminal.results(
        |mut out| {
            emit::write(format, &findings, terminal.catalog, colour, &mut out)?;
            if format == Format::Text {
                writeln!(out, "{}", last_line(&checked, args.against.as_deref(), config.as_of, terminal.catalog))
            } else {
                Ok(())
            }
        },
        ending,
    ))
}

/// Git servers and code scanners look for a file from the top of the repository, which may lie above the cell.
fn placed<'p>(problems: &'p [Problem], format: Format, root: &Path) -> Cow<'p, [Problem]> {
    let around = scaffold::whereabouts(root);
    if matches!(format, Format::Text | Format::Json) || around.prefix().is_empty() {
        return Cow::Borrowed(problems);
    }
    let from_top = |problem: &Problem| Problem { path: around.prefix().to_owned() + &problem.path, ..problem.clone() };
    problems.iter().map(from_top).collect()
}

/// A revision that could not be checked makes everything new, which is not to be taken for the writers' doing.
fn tell_what_was_compared(revision: &str, compared: &Compared, terminal: &Terminal) {
    let (key, place) = match compared {
        Compared::Whole => return,
        Compared::NoCell => ("revision-no-cell", ""),
        Compared::Unusable(place) => ("revision-unusable", place.as_str()),
    };
    let facts = [("revision", plain_line(revision)), ("place", plain_line(place))];
    let facts = facts.map(|(name, value)| (name, FluentValue::from(value.into_owned())));
    let line = terminal.catalog.format(key, &facts);
    terminal.aside(|err| writeln!(err, "{line}"));
}

fn last_line(checked: &CheckedOnly, against: Option<&str>, as_of: Date, catalog: &Catalog) -> String {
    let CheckedOnly { summary, known, .. } = checked;
    let number = |n: usize| FluentValue::from(grouped(n as u64, catalog.lang()));
    let mut line = catalog.format(
        "summary-checked",
        &[
            ("records", number(summary.records)),
            ("errors", number(summary.errors)),
            ("warnings", number(summary.warnings)),
            ("as-of", FluentValue::from(as_of.label(catalog.lang()))),
        ],
    );
    if summary.accepted > 0 {
        line.push(' ');
        line.push_str(&catalog.format("summary-checked-accepted", &[("accepted", number(summary.accepted))]));
    }
    if let Some(revision) = against {
        let revision = FluentValue::from(plain_line(revision).into_owned());
        let known = catalog.format("summary-checked-known", &[("revision", revision), ("known", number(*known))]);
        line = format!("{line} {known}");
    }
    line
}
