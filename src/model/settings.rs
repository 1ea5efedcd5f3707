//! What `hieucan.yaml` says.

use std::collections::{BTreeMap, BTreeSet};

use super::audience::Audience;
use super::member::Roster;
use crate::base::diagnostic::{Code, Severity};
use crate::base::edit_url::EditUrl;
use crate::base::i18n::Lang;
use crate::base::period::{Date, Period};
use crate::base::source::Text;

/// The organisation that the site is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Short name for data files.
    pub id: String,
    /// Full name.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
    /// Where it sits, for the date line of papers.
    pub place: Option<String>,
}

/// A period that was closed, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClosedPeriod {
    /// The period.
    pub period: Period,
    /// The day on which it was closed, if the settings name it.
    pub on: Option<Date>,
}

impl Settings {
    /// The days up to `as_of` on which periods were closed, in order.
    pub fn closing_days(&self, as_of: Date) -> Vec<Date> {
        let days: BTreeSet<Date> = self.closed.iter().filter_map(|closed| closed.on).collect();
        days.into_iter().filter(|day| *day <= as_of).collect()
    }
}

/// By which rules of form the meeting papers are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum PaperForm {
    /// The Party's.
    #[default]
    Party,
    /// Those of the state's administration, Decree 30/2020/NĐ-CP.
    State,
}

impl PaperForm {
    /// Every form.
    pub const ALL: [PaperForm; 2] = [Self::Party, Self::State];

    /// The word in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Party => "dang",
            Self::State => "nha-nuoc",
        }
    }

    /// The form with this word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// Severities chosen by the settings; a code that is not listed keeps its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Severities(BTreeMap<Code, Option<Severity>>);

impl Severities {
    /// Chooses `severity` for `code`; `None` silences it.
    pub fn set(&mut self, code: Code, severity: Option<Severity>) {
        self.0.insert(code, severity);
    }

    /// The severity of `code`, or `None` when it is silenced.
    pub fn of(&self, code: Code) -> Option<Severity> {
        self.0.get(&code).copied().unwrap_or(Some(code.severity()))
    }
}

/// `hieucan.yaml`, read and found usable.
#[derive(Debug, Clone, Default, Hash)]
pub struct Settings {
    /// The cell.
    pub cell: Cell,
    /// Language of the site and of messages, when the settings choose one.
    pub lang: Option<Lang>,
    /// Path of the rubric under the root, when the settings name one.
    pub rubric: Option<Text>,
    /// Fixed as-of date.
    pub as_of: Option<Date>,
    /// The members.
    pub roster: Roster,
    /// Closed periods.
    pub closed: Vec<ClosedPeriod>,
    /// Audience of the site, when the settings choose one.
    pub audience: Option<Audience>,
    /// Where the cell's files can be edited in a browser.
    pub edit_url: Option<EditUrl>,
    /// The form of the meeting papers.
    pub paper: PaperForm,
    /// Words that ratings by people may use.
    pub ratings: Vec<String>,
    /// Severities chosen for single checks.
    pub checks: Severities,
}
