//! Whether a build of the cell could begin: what can be said without reading a record.

use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::config::Config;
use crate::discover;
use crate::model::history::History;
use crate::parse;
use crate::publish::{self, Target};
use crate::render::theme::Theme;

/// Looks at the rubric, the accepted problems and the templates of the cell.
///
/// # Errors
/// What would stop a build before it reads records.
pub fn sources(config: &Config) -> Result<()> {
    let sources = discover::discover(&config.root, config.settings.rubric.as_ref())?;
    sources.rubric.as_ref().map(parse::rubric).transpose()?;
    sources.accepted.as_ref().map(|source| parse::accepted(source, &config.settings.roster)).transpose()?;
    Theme::load(&sources.templates, Catalog::of(config.lang)).map(drop)
}

/// Looks at the place of the site; whether it may be written to.
///
/// # Errors
/// When it must not be written to.
pub fn out(config: &Config) -> Result<bool> {
    let target = Target { root: config.root.clone(), out: config.out.clone(), durable: false };
    publish::check_target(&target)?;
    Ok(publish::may_write(&target))
}

/// What git knows of the cell.
pub fn history(config: &Config) -> History {
    discover::history(&config.root, &[])
}
