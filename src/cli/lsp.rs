//! `hieucan lsp`: a language server on stdin and stdout.

use std::io::{self, BufReader};

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{Shared, today};
use super::cause::cause;
use super::terminal::Terminal;
use crate::base::error::Result;
use crate::editor::server::{self, Start};

/// Serves an editor until it ends.
pub fn run(shared: &Shared, terminal: &Terminal) -> Result<Ending> {
    let start = Start { lang: shared.lang, today };
    match server::serve(BufReader::new(io::stdin()), &mut io::stdout(), start) {
        Ok(true) => Ok(Ending::Done),
        Ok(false) => Ok(Ending::Problems),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ending::Done),
        Err(error) => {
            let cause = cause(&error, terminal.catalog);
            terminal.complain("failure-output", &[("cause", FluentValue::from(cause))], None);
            Ok(Ending::Failed)
        }
    }
}
