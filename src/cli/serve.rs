//! `hieucan serve`: the site while logs are written.

use std::net::SocketAddr;
use std::sync::Arc;

use fluent_bundle::FluentValue;

use super::args::{ServeArgs, Shared, today};
use super::terminal::{Loudness, Terminal};
use super::{Ending, failure};
use crate::base::diagnostic::Problem;
use crate::base::diagnostic::emit::{self, Colour};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::number::grouped;
use crate::base::period::Date;
use crate::config::Options;
use crate::serve::{self, Address, Host, Shown};

/// Serves the site of the cell until it is stopped.
pub fn run(shared: &Shared, args: &ServeArgs, terminal: &Terminal) -> Result<Ending> {
    let options = shared.options(args.as_of);
    let cache = args.cache.place(&options.root);
    let options = Options { audience: args.audience, cache, ..options };
    let usual = Address::default();
    let address = Address { host: args.host.unwrap_or(usual.host), port: args.port.unwrap_or(usual.port) };
    let teller = Teller(Terminal::new(Catalog::of(terminal.catalog.lang()), terminal.loudness));
    serve::serve(options, address, Arc::new(teller))?;
    Ok(Ending::Done)
}

/// Tells on the terminal what happens.
struct Teller(Terminal);

impl Teller {
    fn aside(&self, line: &str) {
        if self.0.loudness > Loudness::Quiet {
            self.0.aside(|err| writeln!(err, "{line}"));
        }
    }
}

impl Host for Teller {
    fn ready(&self, at: SocketAddr) {
        let line = self.0.catalog.format("serve-ready", &[("address", FluentValue::from(format!("http://{at}/")))]);
        self.0.results(|out| writeln!(out, "{line}"), Ending::Done);
        if !at.ip().is_loopback() {
            self.aside(&self.0.catalog.text("serve-open"));
        }
    }

    fn shown(&self, changed: Result<Shown, &Error>) {
        match changed {
            Ok(Shown { records, errors }) => {
                let number = |number: usize| FluentValue::from(grouped(number as u64, self.0.catalog.lang()));
                let key = if errors == 0 { "serve-shown" } else { "serve-shown-errors" };
                let facts = [("records", number(records)), ("errors", number(errors))];
                self.aside(&self.0.catalog.format(key, &facts));
            }
            Err(error) => self.aside(&self.sentence(error)),
        }
    }

    fn sentence(&self, error: &Error) -> String {
        failure::text(error, self.0.catalog)
    }

    fn problems(&self, problems: &[Problem]) -> String {
        let mut text = Vec::new();
        let written = emit::write_text(problems, self.0.catalog, Colour::None, &mut text);
        written.ok().and_then(|()| String::from_utf8(text).ok()).unwrap_or_default()
    }

    fn catalog(&self) -> &Catalog {
        self.0.catalog
    }

    fn today(&self) -> Date {
        today()
    }
}
