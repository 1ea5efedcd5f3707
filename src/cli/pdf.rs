//! `hieucan pdf`: a meeting paper as a PDF file.

use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{PdfArgs, Shared};
use super::terminal::{Loudness, Terminal};
use crate::base::diagnostic::emit::plain;
use crate::base::error::Result;
use crate::config::{Config, Options};
use crate::pipeline::paper::{Request, paper};
use crate::pipeline::place::check_place;
use crate::press::{self, Job, Replace};

/// Prints the paper that is asked for.
pub fn run(shared: &Shared, args: &PdfArgs, terminal: &Terminal) -> Result<Ending> {
    // A file named `-` is not what anybody means who has seen `export`.
    if args.pdf_out.as_deref() == Some(Path::new("-")) {
        terminal.complain("pdf-no-stdout", &[], None);
        return Ok(Ending::Failed);
    }
    let options = Options { audience: args.audience, ..shared.options(args.as_of) };
    let config = Config::resolve(options)?;
    let paper = paper(&config, &Request { period: args.period, member: args.member.clone() })?;
    let replace = args.pdf_out.as_deref().map_or(Replace::Never, Replace::named);
    let usual = format!("{}.pdf", paper.name);
    let out = args.pdf_out.clone().unwrap_or_else(|| PathBuf::from(&usual));
    check_place(&config, &out, &usual)?;
    let is_self_review = paper.is_self_review;
    let job = Job { page: paper.page, files: paper.files, out, replace };
    press::print(&job)?;
    if terminal.loudness == Loudness::Quiet {
        return Ok(Ending::Done);
    }
    let path = press::shown(&job.out).display().to_string();
    Ok(tell_of(&path, is_self_review, terminal))
}

/// Says which file was written, and of the draft of a self-review that it is one.
pub fn tell_of(path: &str, is_self_review: bool, terminal: &Terminal) -> Ending {
    let key = if is_self_review { "pdf-written-review" } else { "pdf-written" };
    let sentence = terminal.catalog.format(key, &[("path", FluentValue::from(path))]);
    terminal.results_of_file(path, |out| writeln!(out, "{}", plain(&sentence)))
}
