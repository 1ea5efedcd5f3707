//! What a run was asked to do, resolved: flags, then settings, then defaults.

use std::path::{Path, PathBuf};

use crate::base::error::Result;
use crate::base::i18n::Lang;
use crate::base::period::Date;
use crate::base::source::Source;
use crate::cache;
use crate::discover;
use crate::model::audience::Audience;
use crate::model::settings::Settings;
use crate::parse;

/// What was asked for, before the settings are heard.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The cell's root folder.
    pub root: PathBuf,
    /// Where the site is written; `ROOT/site` when nothing is said.
    pub out: Option<PathBuf>,
    /// Language of the site and of messages.
    pub lang: Option<Lang>,
    /// The as-of date.
    pub as_of: Option<Date>,
    /// Today in the local zone, for when nothing else sets the as-of date.
    pub today: Option<Date>,
    /// Who the site is for.
    pub audience: Option<Audience>,
    /// Publish nothing when a record has an error.
    pub strict: bool,
    /// Wait until the site is safe on disk.
    pub durable: bool,
    /// Where what was worked out is kept for the next run; nowhere when nothing is said.
    pub cache: Option<cache::Place>,
}

impl Options {
    /// Whether the site is for readers from outside, where that was asked for or refused.
    pub fn is_public(&self) -> Option<bool> {
        self.audience.map(|audience| audience == Audience::Public)
    }
}

/// What a run does.
#[derive(Debug, Clone)]
pub struct Config {
    /// The cell's root folder.
    pub root: PathBuf,
    /// Where the site is written.
    pub out: PathBuf,
    /// Language of the site and of messages.
    pub lang: Lang,
    /// The as-of date.
    pub as_of: Date,
    /// Who the site is for.
    pub audience: Audience,
    /// Publish nothing when a record has an error.
    pub strict: bool,
    /// Wait until the site is safe on disk.
    pub durable: bool,
    /// Where what was worked out is kept for the next run, if anywhere.
    pub cache: Option<cache::Place>,
    /// The folder that was asked for as a cache and cannot be one: it lies in the site or among the records.
    pub refused_cache: Option<PathBuf>,
    /// `hieucan.yaml`.
    pub settings: Settings,
}

impl Config {
    /// Whether the site is for readers from outside.
    pub fn is_public(&self) -> bool {
        self.audience == Audience::Public
    }

    /// Reads the settings and resolves `options` with them.
    ///
    /// # Errors
    /// When the settings cannot be read or used.
    ///
    /// # Panics
    /// When neither flag, settings nor caller give an as-of date; callers pass today.
    pub fn resolve(options: Options) -> Result<Self> {
        let source: Source = discover::settings(&options.root)?;
        let settings = parse::settings(&source)?;
        let as_of = options.as_of.or(settings.as_of).or(options.today).expect("the caller passes today");
        let out = options.out.unwrap_or_else(|| options.root.join("site"));
        let taken = [out.clone(), options.root.join(discover::RECORDS)];
        let is_refused = |place: &cache::Place| taken.iter().any(|taken| lies_in(place.folder(), taken));
        let (refused, cache): (Vec<_>, Vec<_>) = options.cache.into_iter().partition(is_refused);
        Ok(Self {
            out,
            lang: options.lang.or(settings.lang).unwrap_or_default(),
            as_of,
            audience: options.audience.or(settings.audience).unwrap_or_default(),
            strict: options.strict,
            durable: options.durable,
            cache: cache.into_iter().next(),
            refused_cache: refused.first().map(|place| place.folder().to_owned()),
            root: options.root,
            settings,
        })
    }
}

/// Whether `folder` is `other` or lies below it, whatever links lead there and whether or not they are there yet.
fn lies_in(folder: &Path, other: &Path) -> bool {
    discover::whole(folder).zip(discover::whole(other)).is_some_and(|(folder, other)| folder.starts_with(other))
}
