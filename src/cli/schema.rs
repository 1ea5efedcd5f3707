//! `hieucan schema`: the form of a cell's files as JSON Schema.

use super::Ending;
use super::args::{SchemaArgs, Shared};
use super::terminal::Terminal;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::config::Config;
use crate::editor::{Known, schema};

/// Prints a schema.
pub fn run(shared: &Shared, args: &SchemaArgs, terminal: &Terminal) -> Result<Ending> {
    let config = Config::resolve(shared.options(None))?;
    let known = Known::read(&config)?;
    let schema = schema::schema(args.of.unwrap_or_default(), &known, Catalog::of(config.lang));
    Ok(terminal.results(
        |out| {
            serde_json::to_writer_pretty(&mut *out, &schema)?;
            writeln!(out)
        },
        Ending::Done,
    ))
}
