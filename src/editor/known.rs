//! The words and ids of a cell, for whoever offers them.

use std::collections::BTreeSet;

use crate::base::error::Result;
use crate::config::Config;
use crate::discover;
use crate::model::rubric::Rubric;
use crate::model::settings::Settings;
use crate::parse::{self, Parsed, Words};

/// What may be offered in a cell.
#[derive(Debug, Clone)]
pub struct Known {
    /// Ids and names of the roster.
    pub members: Vec<(String, String)>,
    /// The criteria.
    pub rubric: Rubric,
    /// Tags of weaknesses and lessons.
    pub tags: BTreeSet<String>,
    /// The levels of rating.
    pub ratings: Vec<String>,
}

impl Known {
    /// What is known of a cell without its records.
    pub fn of(settings: &Settings, rubric: Rubric) -> Self {
        let members = settings.roster.members().iter();
        Self {
            members: members.map(|member| (member.id.clone(), member.name.clone())).collect(),
            rubric,
            tags: BTreeSet::new(),
            ratings: settings.ratings.clone(),
        }
    }

    /// What is known of the cell on disk.
    ///
    /// # Errors
    /// When the rubric or the disk stop it.
    pub fn read(config: &Config) -> Result<Self> {
        let sources = discover::discover(&config.root, config.settings.rubric.as_ref())?;
        let rubric = sources.rubric.as_ref().map_or_else(|| Ok(parse::built_in()), parse::rubric)?;
        let words = Words::of(crate::base::i18n::Catalog::of(config.lang));
        let files = sources.records(|file| parse::file_of(file, &rubric, &words))?.files;
        let parsed: Parsed = files.into_iter().collect();
        let tags = tags(&parsed);
        Ok(Self { tags, ..Self::of(&config.settings, rubric) })
    }
}

/// Every tag of a weakness or a lesson.
pub fn tags(parsed: &Parsed) -> BTreeSet<String> {
    let contents = parsed.files.iter().map(|file| &file.draft.content);
    let tagged = contents.flat_map(|content| content.weaknesses.iter().chain(&content.lessons));
    tagged.filter_map(|tagged| tagged.tag.as_ref()).map(|tag| tag.value.clone()).collect()
}
