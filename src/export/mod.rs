//! Files for other programs. Every build carries the figures under `data/`, in the formats that `docs/data-v1.md`
//! promises, and calendars of what is to be done. On request come tables, spreadsheets, calendars and documents for
//! people: the feature `export`.

#[cfg(feature = "export")]
pub mod asked;
#[cfg(feature = "export")]
mod calendar;
mod csv;
#[cfg(feature = "export")]
mod docx;
#[cfg(feature = "export")]
mod evidence;
mod json;
#[cfg(feature = "export")]
mod tables;
#[cfg(feature = "export")]
mod text;
#[cfg(feature = "export")]
mod words;
#[cfg(feature = "export")]
mod xlsx;

use std::hash::Hash;
use std::sync::{Arc, OnceLock};

use crate::base::artifact::{Artifact, SitePath};
use crate::base::digest::Digest;
use crate::base::i18n::Catalog;
use crate::report::data::Data;

#[cfg(feature = "export")]
pub use calendar::plan as calendars;

/// The files under `data/`, by name; sentences in the language of `catalog`.
pub fn plan<'a>(data: Data<'a>, catalog: &'a Catalog) -> Vec<Artifact<'a>> {
    vec![
        Artifact::new(path("problems.json"), move || Ok(json::problems(data, catalog))),
        Artifact::new(path("records.json"), move || Ok(json::records(data))),
        Artifact::new(path("tallies.csv"), move || Ok(csv::tallies(data))),
        Artifact::new(path("tallies.json"), move || Ok(json::tallies(data))),
        Artifact::new(path("withheld.json"), move || Ok(json::withheld(data))),
    ]
}

/// The same; the files whose figures can be looked through in less time than they are written in carry keys.
pub fn keyed_plan<'a>(data: Data<'a>, catalog: &'a Catalog) -> Vec<Artifact<'a>> {
    let tallies = Arc::new(OnceLock::new());
    let keyed = |file: Artifact<'a>| match file.path().as_str() {
        "data/tallies.csv" | "data/tallies.json" => {
            let tallies = Arc::clone(&tallies);
            file.keyed_by(move || *tallies.get_or_init(|| of_tallies(data)))
        }
        "data/problems.json" => file.keyed_by(move || Digest::of(&(head(data), catalog.lang(), data.problems()))),
        _ => file,
    };
    plan(data, catalog).into_iter().map(keyed).collect()
}

fn of_tallies(data: Data<'_>) -> Digest {
    Digest::of(&(head(data), data.tallies().collect::<Vec<_>>()))
}

fn head(data: Data<'_>) -> impl Hash {
    (data.as_of(), data.rubric())
}

fn path(name: &str) -> SitePath {
    SitePath::new(format!("data/{name}"))
}
