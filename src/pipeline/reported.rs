//! The same way as a build goes, up to the report.

use super::{Asked, Purpose, Read, Silent, read, sources};
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::check;
use crate::config::Config;
use crate::discover::Sources;
use crate::model::public;
use crate::report::{self, Report};
use crate::tally;

/// What `make` makes of the report that the audience may see and of what the disk held beside the records. Names are
/// hidden from readers outside wherever the report is asked to ([`Report::veiled`]).
///
/// # Errors
/// When the settings, the rubric or the disk stop it, or `make` does.
pub(super) fn reported<T>(
    config: &Config,
    catalog: &Catalog,
    make: impl FnOnce(&Report<'_>, &Sources) -> Result<T>,
) -> Result<T> {
    let history = Asked::of(config);
    let sources = sources(config, &Silent)?;
    let Read { parsed, facts } = read(&sources, config, catalog, &Silent, Purpose::Telling)?;
    let logbook = check::check(parsed, facts, || history.answer()).logbook;
    let (logbook, veil) = public::shown_to(config.audience, logbook);
    let tally = tally::tally(&logbook);
    make(&report::report(&logbook, &tally).behind(veil.as_ref()), &sources)
}
