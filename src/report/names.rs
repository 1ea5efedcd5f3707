//! Names in the order of a Vietnamese list: by given name (the last word), then middle names, then family name.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use crate::base::text::nfc;
use crate::model::member::Member;

/// The places of `members` in the order of their given names; equal names keep the order of the roster.
pub(super) fn by_given_name(members: &[Member]) -> Vec<usize> {
    let collator = vietnamese();
    let names: Vec<_> = members.iter().map(|member| nfc(member.name.trim())).collect();
    let keys: Vec<[String; 3]> = names.iter().map(|name| key(name)).collect();
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by(|a, b| {
        let parts = keys[*a].iter().zip(&keys[*b]);
        parts.map(|(a, b)| collator.compare(a, b)).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    });
    order
}

fn vietnamese() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("vi").into(), CollatorOptions::default()).expect("the Vietnamese order is compiled in")
}

/// Given name, middle names, family name.
fn key(name: &str) -> [String; 3] {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [] => [String::new(), String::new(), String::new()],
        [given] => [(*given).to_owned(), String::new(), String::new()],
        [family, middle @ .., given] => [(*given).to_owned(), middle.join(" "), (*family).to_owned()],
    }
}
