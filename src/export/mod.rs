//! Files for other programs: the figures as JSON and CSV, in the formats that `docs/data-v1.md` promises.

mod csv;
mod json;

use crate::base::artifact::{Artifact, SitePath};
use crate::base::i18n::Catalog;
use crate::report::data::Data;

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

fn path(name: &str) -> SitePath {
    SitePath::new(format!("data/{name}"))
}
