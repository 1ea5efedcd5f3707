//! `hieucan export`: figures, logs and papers as files of other programs.

use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{ExportArgs, Shared};
use super::pdf::tell_of;
use super::terminal::{Loudness, Terminal};
use crate::base::error::Result;
use crate::config::{Config, Options};
use crate::pipeline::export::{Format, Request, Table, export, put};
use crate::pipeline::place::check_place;
use crate::press::shown;

/// Writes the file that is asked for: a text to stdout and anything else to a file, unless a place is named.
pub fn run(shared: &Shared, args: &ExportArgs, terminal: &Terminal) -> Result<Ending> {
    if args.table.is_some() && args.export_format != Format::Csv {
        let format = FluentValue::from(args.export_format.id());
        terminal.complain("export-table-unused", &[("format", format)], None);
        return Ok(Ending::Failed);
    }
    let options = Options { audience: args.audience, ..shared.options(args.as_of) };
    let request = Request {
        format: args.export_format,
        table: args.table.unwrap_or(Table::Figures),
        period: args.period,
        member: args.member.clone(),
    };
    let config = Config::resolve(options)?;
    let made = export(&config, &request)?;
    let to_stdout = match &args.export_out {
        Some(out) => out == Path::new("-"),
        None => request.format.is_text(),
    };
    if to_stdout {
        return Ok(terminal.results(|out| out.write_all(&made.bytes), Ending::Done));
    }
    let is_named = args.export_out.is_some();
    let out = args.export_out.clone().unwrap_or_else(|| PathBuf::from(&made.name));
    check_place(&config, &out, &made.name)?;
    put(&out, &made.bytes, is_named)?;
    if terminal.loudness == Loudness::Quiet {
        return Ok(Ending::Done);
    }
    let path = shown(&out).display().to_string();
    Ok(tell_of(&path, made.is_self_review, terminal))
}
