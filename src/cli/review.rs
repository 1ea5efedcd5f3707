//! `hieucan review`: begins a review of one log and shows what it covers.

use std::io::{self, Write};

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{ReviewArgs, Shared};
use super::failure;
use super::terminal::Terminal;
use crate::base::diagnostic::Code;
use crate::base::diagnostic::emit::plain;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::config::Config;
use crate::pipeline::review::{self, Begun, Request, Written};

/// Begins a review.
pub fn run(shared: &Shared, args: &ReviewArgs, terminal: &Terminal) -> Result<Ending> {
    if args.by.trim().is_empty() {
        terminal.complain("usage-value-missing", &[("option", FluentValue::from("--by"))], None);
        return Ok(Ending::Failed);
    }
    let config = Config::resolve(shared.options(None))?;
    let request = Request {
        record: args.record.clone(),
        by: args.by.clone(),
        rater: args.rater.unwrap_or_default(),
        on: args.on,
    };
    match review::review(&config, &request, terminal.catalog)? {
        Begun::Faulty(problems) => {
            failure::list(&problems, terminal);
            terminal.complain("review-faulty", &[], None);
            Ok(Ending::Failed)
        }
        Begun::Written(written) => {
            let own: Vec<_> = written.warnings.iter().filter(|problem| !is_expected(problem.code)).cloned().collect();
            failure::list(&own, terminal);
            Ok(terminal.results_of_file(&written.path, |out| tell(out, &written, terminal.catalog)))
        }
    }
}

/// Levels are blank because nobody has written them yet.
fn is_expected(code: Code) -> bool {
    matches!(code, Code::BlankVerdict | Code::ReviewWithoutVerdict)
}

fn tell(out: &mut dyn Write, written: &Written, catalog: &Catalog) -> io::Result<()> {
    let text = |value: &str| FluentValue::from(value.to_owned());
    let mut say = |key: &str, facts: &[(&'static str, FluentValue<'_>)]| {
        writeln!(out, "{}", plain(catalog.format(key, facts).trim_end()))
    };
    say("review-written", &[("path", text(&written.path))])?;
    if let Some(earlier) = &written.earlier {
        say("review-earlier", &[("path", text(earlier))])?;
    }
    let facts = [("title", text(&written.title)), ("id", text(&written.id)), ("member", text(&written.member))];
    say("review-of-log", &facts)?;
    say(if written.covered.is_empty() { "review-covers-none" } else { "review-covers" }, &[])?;
    for covered in &written.covered {
        let facts =
            [("criterion", text(&covered.criterion)), ("label", text(&covered.label)), ("level", text(&covered.level))];
        say("review-claim", &facts)?;
        if let Some(reason) = &covered.reason {
            say("review-reason", &[("text", text(reason))])?;
        }
        for evidence in &covered.evidence {
            say("review-evidence", &[("text", text(evidence))])?;
        }
        if covered.evidence.is_empty() {
            say("review-no-evidence", &[])?;
        }
    }
    say("review-next", &[("path", text(&written.path))])
}
