//! A check held against a revision: only the problems that were not there at it.

use std::collections::HashMap;
use std::path::Path;

use super::{Asked, CheckedOnly, Compared, Progress, Silent, checked, counted, summary};
use crate::base::diagnostic::{Code, Problem};
use crate::base::error::{Error, Result};
use crate::base::record_file::{RATING_ENDING, REVIEW_ENDING};
use crate::config::{Config, Options};
use crate::discover;
use crate::model::history::History;
use crate::model::logbook::Logbook;
use crate::publish::Watch;

/// What a problem is, wherever its line stands now: its code, the record or file, and its facts.
type Place = (Code, String, Vec<(&'static str, String)>);

/// Checks the records as [`super::check_only`] does, and leaves out the problems that were there at `revision` already.
///
/// # Errors
/// As [`super::check_only`], and when git cannot tell what the cell was at `revision`.
pub fn check_against(config: &Config, revision: &str, progress: &dyn Progress) -> Result<CheckedOnly> {
    let (mut before, compared) = before(config, revision)?;
    let (logbook, problems) = checked(config, progress, Asked::of(config))?;
    let summary = summary(&logbook, &problems, config);
    let (place, all) = (place_of(&logbook), problems.len());
    let is_new = |problem: &Problem| match before.get_mut(&place(problem)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let problems: Vec<Problem> = problems.into_iter().filter(is_new).collect();
    let known = all - problems.len();
    Ok(CheckedOnly { summary: counted(summary, &problems), problems, known, compared })
}

/// The problems at `revision`. Its folder is gone when this returns, also after a signal.
fn before(config: &Config, revision: &str) -> Result<(HashMap<Place, usize>, Compared)> {
    let watch = Watch::start();
    let go_on = || watch.go_on();
    let written = discover::revision(&config.root, revision, &go_on).map_err(|error| go_on().err().unwrap_or(error))?;
    let before = places_before(written.root(), config, discover::history_at(&config.root, revision));
    go_on()?;
    before
}

/// A line moves with every edit, and how often a text was copied changes with other records.
fn place_of(logbook: &Logbook) -> impl Fn(&Problem) -> Place {
    let valid = logbook.records.iter().map(|record| (&record.path, &record.id));
    let all = valid.chain(logbook.faulty.iter().map(|record| (&record.path, &record.id)));
    let ids: HashMap<String, String> = all.map(|(path, id)| (path.clone(), id.clone())).collect();
    move |problem| {
        let place = ids.get(&problem.path).map_or_else(|| unplaced(&problem.path), String::as_str).to_owned();
        let facts = problem.args.iter().filter(|(name, _)| !matches!(*name, "line" | "count"));
        (problem.code, place, facts.cloned().collect())
    }
}

/// Reviews and ratings have no id, and their folder means nothing.
fn unplaced(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.ends_with(REVIEW_ENDING) || name.ends_with(RATING_ENDING) { name } else { path }
}

/// How many problems of each kind and place the cell in `root` had. It may not have been one yet: then all is new.
fn places_before(root: &Path, config: &Config, history: History) -> Result<(HashMap<Place, usize>, Compared)> {
    let (lang, as_of) = (Some(config.lang), Some(config.as_of));
    let options = Options { root: root.to_owned(), lang, as_of, ..Options::default() };
    let (logbook, problems) =
        match Config::resolve(options).and_then(|config| checked(&config, &Silent, Asked::Answered(history))) {
            Ok(found) => found,
            Err(Error::NoSettings(_)) => return Ok((HashMap::new(), Compared::NoCell)),
            Err(Error::Unusable(problems)) => {
                let first = problems.first().map(|problem| format!("{}:{}", problem.path, problem.at.line));
                return Ok((HashMap::new(), Compared::Unusable(first.unwrap_or_default())));
            }
            Err(error) => return Err(error),
        };
    let place = place_of(&logbook);
    let mut places = HashMap::new();
    for problem in &problems {
        *places.entry(place(problem)).or_default() += 1;
    }
    Ok((places, Compared::Whole))
}
