//! What all pages share: the report, the theme, the words, and the parts of the frame that never change.

use super::chart;
use super::frames::Frames;
use super::parts::heads::fact_heads;
use super::route::Route;
use super::theme::{Shared, Theme};
use super::ways::Ways;
use super::words::Words;
use crate::base::error::Result;
use crate::base::html::escape;
use crate::base::i18n::{Catalog, Lang};
use crate::base::number::grouped;
use crate::base::period::Period;
use crate::report::{Audience, Criterion, LevelId, Member, Report};

/// What every page of a build is made of.
pub struct Site<'a> {
    /// What the pages say.
    pub report: &'a Report<'a>,
    /// How they look.
    pub theme: &'a Theme,
    /// The texts of the site.
    pub catalog: &'a Catalog,
    /// Its language.
    pub lang: Lang,
    /// The texts that stand on many pages.
    pub words: Words,
    /// The texts of the charts.
    pub charts: chart::Words,
    /// Whether any verdict counts; until then nothing is confirmed because nobody has reviewed.
    pub reviewed: bool,
    /// Whether there is any review, be it one that does not count.
    pub rated: bool,
    /// The heads of the columns that every table of figures has.
    pub fact_heads: Shared,
    /// The parts of the frame that pages have alike.
    pub frames: Frames,
    /// The ways from a task to the ledgers that it feeds.
    pub ways: Ways,
    /// The labels of the criteria, escaped.
    labels: Vec<String>,
    /// The names of the members, escaped.
    names: Vec<String>,
}

impl<'a> Site<'a> {
    /// Prepares the pages of `report`.
    ///
    /// # Errors
    /// When a part cannot be turned into the template engine's values.
    pub fn new(report: &'a Report<'a>, theme: &'a Theme, catalog: &'a Catalog) -> Result<Self> {
        let lang = catalog.lang();
        let words = Words::of(catalog);
        let reviewed = report.is_reviewed();
        Ok(Self {
            report,
            theme,
            catalog,
            lang,
            fact_heads: Shared::new(&fact_heads(&words, reviewed))?,
            ways: Ways::of(report, &words),
            words,
            charts: chart::Words::of(catalog),
            reviewed,
            rated: report.is_rated(),
            frames: Frames::new(report, theme, catalog)?,
            labels: report.rubric().criteria.iter().map(|criterion| escape(criterion.label.get(lang))).collect(),
            names: report.members().iter().map(|member| escape(&member.name)).collect(),
        })
    }

    /// Of a site that is not for the cell, a sentence that says whose logs its figures are of, escaped.
    pub fn scope(&self) -> Option<&str> {
        match self.report.audience() {
            Audience::Public => Some(&self.words.scope_public),
            Audience::Cell => None,
            Audience::Leaders => Some(&self.words.scope_leaders),
        }
    }

    /// The member at this place of the roster.
    pub fn member(&self, member: usize) -> &'a Member {
        &self.report.members()[member]
    }

    /// The member's name, escaped.
    pub fn name(&self, member: usize) -> &str {
        &self.names[member]
    }

    /// The criterion at this place of the rubric.
    pub fn criterion(&self, criterion: usize) -> &'a Criterion {
        &self.report.rubric().criteria[criterion]
    }

    /// The criterion's short label, escaped.
    pub fn label(&self, criterion: usize) -> &str {
        &self.labels[criterion]
    }

    /// The page of a record without errors.
    pub fn task(&self, index: u32) -> Route<'a> {
        let record = self.report.record(index);
        Route::Task { member: &self.member(record.member).id, part: &record.part }
    }

    /// What people call a level.
    pub fn level(&self, level: LevelId) -> &'a str {
        self.report.rubric().level(level).map_or(level.id(), |level| level.label.get(self.lang))
    }

    /// The name of a period.
    pub fn period(&self, period: Option<Period>) -> String {
        period.map_or_else(|| self.catalog.text("period-all"), |period| period.label(self.lang))
    }

    /// What a period is called within a sentence: `quý II/2026`.
    pub fn within_sentence(&self, period: Period) -> String {
        let label = period.label(self.lang);
        let mut letters = label.chars();
        match (self.lang, letters.next()) {
            (Lang::Vi, Some(first)) => first.to_lowercase().chain(letters).collect(),
            _ => label,
        }
    }

    /// A number as people read it.
    pub fn number(&self, number: usize) -> String {
        grouped(number as u64, self.lang)
    }
}
