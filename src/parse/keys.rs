//! The keys of every map that is read, for whoever tells people what may be written.

use super::draft::KEYS;
use super::fields::ITEMS;
use super::rating::RATING_KEYS;
use super::review::{REVIEW_KEYS, VERDICT_KEYS};
use super::words::CLAIM_KEYS;
use super::{accepted, rubric, settings};

/// A kind of map and its keys.
pub type Keys = (&'static str, &'static [&'static str]);

/// Every kind of map that a file of a cell may hold, with its keys.
pub fn keys() -> Vec<Keys> {
    let files: [Keys; 5] = [
        ("log", KEYS),
        ("claim", CLAIM_KEYS),
        ("review", REVIEW_KEYS),
        ("verdict", VERDICT_KEYS),
        ("rating", RATING_KEYS),
    ];
    [&files[..], ITEMS, settings::MAPS, rubric::MAPS, accepted::MAPS].concat()
}
