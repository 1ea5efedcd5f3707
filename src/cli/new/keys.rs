//! What `--set` cannot write, and what can instead.

use super::fault::Fault;
use crate::base::form;
use crate::base::i18n::Lang;
use crate::base::keys::vietnamese_of;
use crate::base::text::closest;
use crate::parse;
use crate::pipeline::new_log::Desk;

/// What keys are called in the cell, and in which language that is told.
#[derive(Clone, Copy)]
pub struct Known<'d> {
    pub desk: &'d Desk,
    pub lang: Lang,
}

/// Keys of a claim, or of all claims; each criterion is set by its id.
const OF_CLAIMS: [&str; 3] = ["criteria", "level", "evidence"];

/// Why nothing can be set under `key`, which is no field of a log.
pub fn no_field(key: &str, known: Known<'_>) -> Fault {
    let facts: Vec<&str> = form::FACTS.iter().map(|part| part.key).chain(OF_CLAIMS).collect();
    let found = ("found", key.to_owned());
    match parse::key_among(key, &[&facts[..], parse::KEYS].concat()).filter(|key| facts.contains(key)) {
        Some(of) if OF_CLAIMS.contains(&of) => {
            Fault { key: "new-set-claim", facts: vec![found, ("criterion", first_criterion(known))], near: None }
        }
        Some("title") => Fault { key: "new-set-title", facts: vec![found], near: None },
        Some(of) => {
            let option = format!("--{}", of.replace('_', "-"));
            Fault { key: "new-set-option", facts: vec![found, ("option", option)], near: None }
        }
        None => unknown(key, &facts, known),
    }
}

fn first_criterion(known: Known<'_>) -> String {
    known.desk.rubric.criteria.first().map(|criterion| criterion.id.clone()).unwrap_or_default()
}

fn unknown(key: &str, facts: &[&'static str], known: Known<'_>) -> Fault {
    let called = |key: &'static str| vietnamese_of(key).filter(|_| known.lang == Lang::Vi).unwrap_or(key);
    let fields = || form::FIELDS.iter().map(|field| field.key);
    let criteria = known.desk.rubric.criteria.iter().map(|criterion| criterion.id.as_str());
    let expected: Vec<&str> = criteria.chain(fields().map(called)).collect();
    let others = fields().chain(facts.iter().copied());
    let all = expected.iter().copied().chain(others.flat_map(|key| [Some(key), vietnamese_of(key)]).flatten());
    let near = closest(key, all).map(str::to_owned);
    Fault { near, facts: vec![("found", key.to_owned()), ("expected", expected.join(", "))], key: "new-set-key" }
}
