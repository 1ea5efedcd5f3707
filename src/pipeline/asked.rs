//! What git knows of the cell: asked before the records are read, and waited for when it is needed.

use std::thread::{self, JoinHandle};

use crate::config::Config;
use crate::discover;
use crate::model::history::{History, Knowledge};

/// A question to git.
pub(super) enum Asked {
    /// It is at work on it.
    Open(JoinHandle<History>),
    /// The answer.
    Answered(History),
}

impl Asked {
    /// Asks for the history of the records, the versions that closed periods had, and what is not committed.
    pub fn of(config: &Config) -> Self {
        let rubric = config.settings.rubric.as_ref().map_or(discover::RUBRIC, |path| path.value.as_str()).to_owned();
        let (root, days) = (config.root.clone(), config.settings.closing_days(config.as_of));
        Self::Open(thread::spawn(move || {
            let inputs = [discover::SETTINGS, discover::ACCEPTED, discover::TEMPLATES, &rubric];
            discover::history_on(&root, &inputs, &days)
        }))
    }

    /// The answer, once git has given it.
    pub fn answer(self) -> History {
        match self {
            Self::Open(asking) => asking.join().unwrap_or_else(|_| History::unknown(Knowledge::Failed, None)),
            Self::Answered(history) => history,
        }
    }
}
