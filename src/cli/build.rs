//! `hieucan build`: the site, and one screen about it.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use fluent_bundle::FluentValue;

use super::args::{BuildArgs, Shared};
use super::cause::cause;
use super::progress::Bar;
use super::terminal::{Loudness, Terminal};
use super::{Ending, authors, failure};
use crate::base::diagnostic::emit::plain_line;
use crate::base::diagnostic::{Problem, Severity};
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::number::{grouped, tenths};
use crate::base::source::characters;
use crate::config::{Config, Options};
use crate::model::audience::Audience;
use crate::pipeline::{self, CacheReason, Outcome, Summary};

/// Builds the site of the cell.
pub fn run(shared: &Shared, args: &BuildArgs, terminal: &Terminal) -> Result<Ending> {
    let begun = Instant::now();
    let config = Config::resolve(options(shared, args))?;
    let bar = Bar::of(terminal);
    let outcome = pipeline::build(&config, &bar)?;
    drop(bar);
    match outcome {
        Outcome::Published { summary, problems } => {
            terminal.tell_of_no_logs(&config.root, summary.records + summary.withheld);
            authors::tell_if_unknown(&summary, terminal);
            tell_of_cache(&summary, terminal);
            if terminal.loudness == Loudness::Verbose {
                failure::list(&problems, terminal);
            }
            Ok(published(&summary, &config, begun.elapsed(), terminal))
        }
        Outcome::Rejected { summary, problems } => Ok(rejected(&summary, problems, terminal)),
    }
}

fn options(shared: &Shared, args: &BuildArgs) -> Options {
    let shared = shared.options(args.as_of);
    Options {
        out: args.out.clone(),
        audience: args.audience,
        strict: args.strict,
        durable: args.durable,
        cache: args.cache.place(&shared.root),
        ..shared
    }
}

/// A cache that cannot be written costs time and nothing else.
fn tell_of_cache(summary: &Summary, terminal: &Terminal) {
    let Some(trouble) = summary.cache_trouble.as_ref().filter(|_| terminal.loudness != Loudness::Quiet) else { return };
    let folder = plain_line(&trouble.folder.display().to_string()).into_owned();
    let (key, code) = match trouble.reason {
        CacheReason::Misplaced => ("summary-cache-misplaced", None),
        CacheReason::Foreign => ("summary-cache-foreign", None),
        CacheReason::System(code) => ("summary-cache-failed", code),
    };
    let error = code.map_or_else(|| io::ErrorKind::Other.into(), io::Error::from_raw_os_error);
    let facts = [("folder", folder), ("cause", cause(&error, terminal.catalog))];
    let line = terminal.catalog.format(key, &facts.map(|(name, fact)| (name, fact.into())));
    terminal.aside(|err| writeln!(err, "{line}"));
}

/// Nothing was written: the errors that stood in the way are listed, since there is no page to look them up.
fn rejected(summary: &Summary, mut problems: Vec<Problem>, terminal: &Terminal) -> Ending {
    problems.retain(|problem| problem.fails(Severity::Error));
    failure::list(&problems, terminal);
    let errors = grouped(summary.errors as u64, terminal.catalog.lang());
    terminal.complain("summary-rejected", &[("errors", FluentValue::from(errors))], None);
    Ending::Problems
}

fn published(summary: &Summary, config: &Config, took: Duration, terminal: &Terminal) -> Ending {
    if terminal.loudness == Loudness::Quiet {
        return Ending::Done;
    }
    let rows = rows(summary, config, took, terminal.catalog);
    terminal.results(|out| table(&terminal.catalog.text("summary-built"), &rows, out), Ending::Done)
}

/// What the summary says: label, figure, remark.
type Row = (String, String, String);

fn rows(summary: &Summary, config: &Config, took: Duration, catalog: &Catalog) -> Vec<Row> {
    let lang = catalog.lang();
    let row = |key: &str, figure: String| (catalog.text(key), figure, String::new());
    let number = |n: usize| grouped(n as u64, lang);
    let seconds = tenths((took.as_millis() / 100) as u64, lang);
    let (at_errors, at_warnings) = where_problems_are(summary, catalog);
    let mut rows = vec![
        row("summary-place", page(summary, "index.html")),
        row("summary-as-of", config.as_of.label(lang)),
        (catalog.text("summary-records"), number(summary.records), apart(summary, catalog)),
        row("summary-members", number(summary.members)),
        row("summary-periods", number(summary.periods)),
        row("summary-files", number(summary.files)),
        (catalog.text("summary-errors"), number(summary.errors), at_errors),
        (catalog.text("summary-warnings"), number(summary.warnings), at_warnings),
        row("summary-time", catalog.format("summary-seconds", &[("seconds", FluentValue::from(seconds))])),
    ];
    let whose = match config.audience {
        Audience::Public => Some("summary-audience-public"),
        Audience::Cell => None,
        Audience::Leaders => Some("summary-audience-leaders"),
    };
    if let Some(whose) = whose {
        rows.insert(1, row("summary-audience", catalog.text(whose)));
    }
    if summary.accepted > 0 {
        rows.push(row("summary-accepted", number(summary.accepted)));
    }
    if let Some(why) = authors::why_unknown(summary, catalog) {
        rows.push((catalog.text("summary-history"), catalog.text("footer-commit-unknown"), why));
    }
    rows
}

/// Remarks beside the errors and the warnings: the page that lists them, named once.
fn where_problems_are(summary: &Summary, catalog: &Catalog) -> (String, String) {
    let place = FluentValue::from(page(summary, "problems/index.html"));
    let remark = catalog.format("summary-problems-at", &[("place", place)]);
    match (summary.errors, summary.warnings) {
        (0, 0) => (String::new(), String::new()),
        (0, _) => (String::new(), remark),
        _ => (remark, String::new()),
    }
}

/// A page of the site as a path that can be opened from here.
fn page(summary: &Summary, page: &str) -> String {
    let out = summary.out.strip_prefix(".").unwrap_or(&summary.out);
    plain_line(&out.join(page).display().to_string()).into_owned()
}

/// The records that are read and not counted, and those that are withheld, if there are any.
fn apart(summary: &Summary, catalog: &Catalog) -> String {
    let told = |(key, n): (&str, usize)| {
        let number = FluentValue::from(grouped(n as u64, catalog.lang()));
        (n > 0).then(|| catalog.format(key, &[("number", number)]))
    };
    let parts = [("summary-faulty", summary.faulty), ("summary-withheld", summary.withheld)];
    parts.into_iter().filter_map(told).collect::<Vec<_>>().join("; ")
}

fn table(title: &str, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let widest = rows.iter().map(|(label, ..)| characters(label)).max().unwrap_or_default();
    writeln!(out, "{title}")?;
    for (label, figure, remark) in rows {
        let gap = " ".repeat(widest - characters(label));
        let line = format!("  {label}{gap}  {figure}   {remark}");
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
