//! Weaknesses said to be overcome were named by an earlier record of the member.

use std::collections::{BTreeMap, HashMap};

use super::{Case, Facts, dates};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::period::Date;
use crate::base::text::fold;

/// Tags of a member's weaknesses, each with the records that name it and the days by which they do.
type Named = BTreeMap<String, Vec<(usize, Option<Date>)>>;

/// Only so many unknown tags of a member are compared with all the others for the nearest one.
const MOST_COMPARED: usize = 20;

/// `fixed` names tags that an earlier record of the member has used for a weakness. Records whose text is not shown are
/// none of them: a hint would repeat their words, and a silence tell that they have them.
pub fn unknown(cases: &mut [Case], facts: &Facts) {
    let is_shown = |case: &Case| !case.is_hidden(facts) && !case.is_secret();
    let mut named: HashMap<usize, Named> = HashMap::new();
    for (index, case) in cases.iter().enumerate() {
        let Some(member) = case.member.filter(|_| is_shown(case)) else { continue };
        let date = dates::seen_date(&case.file.draft, facts.as_of);
        for tag in case.file.draft.content.weaknesses.iter().filter_map(|weakness| weakness.tag.as_ref()) {
            named.entry(member).or_default().entry(fold(&tag.value)).or_default().push((index, date));
        }
    }
    let none = Named::new();
    let mut compared: HashMap<usize, usize> = HashMap::new();
    for (index, case) in cases.iter_mut().enumerate() {
        let Some(member) = case.member.filter(|_| is_shown(case)) else { continue };
        let known = named.get(&member).unwrap_or(&none);
        let date = dates::counting_date(&case.file.draft);
        for tag in &case.file.draft.content.fixed {
            let folded = fold(&tag.value);
            let naming = known.get(&folded);
            let earlier = |(other, then): &(usize, Option<Date>)| *other != index && is_not_later(*then, date);
            if !naming.is_some_and(|naming| naming.iter().any(earlier)) {
                let fault = Diagnostic::new(Code::UnknownTag, tag.span).arg("tag", &*tag.value);
                let compared = compared.entry(member).or_default();
                *compared += 1;
                let near = if *compared <= MOST_COMPARED { known.len() } else { 0 };
                let others = known.keys().take(near).filter(|other| **other != folded).map(String::as_str);
                case.faults.push(fault.closest(&tag.value, others));
            }
        }
    }
}

/// Whether a date, as far as both are known, is no later than another.
fn is_not_later(then: Option<Date>, now: Option<Date>) -> bool {
    then.zip(now).is_none_or(|(then, now)| then <= now)
}
