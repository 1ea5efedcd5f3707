//! Weaknesses said to be overcome were named by an earlier record of the member.

use std::collections::{BTreeSet, HashMap};

use super::Case;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{fold, nfc};

/// `fixed` names tags that the member has used for a weakness in any record.
pub fn unknown(cases: &mut [Case]) {
    let mut named: HashMap<usize, BTreeSet<String>> = HashMap::new();
    for case in cases.iter() {
        let Some(member) = case.member else { continue };
        let tags = case.file.draft.content.weaknesses.iter().filter_map(|weakness| weakness.tag.as_ref());
        named.entry(member).or_default().extend(tags.map(|tag| fold(&nfc(&tag.value))));
    }
    for case in cases {
        let Some(known) = case.member.and_then(|member| named.get(&member)) else { continue };
        for tag in &case.file.draft.content.fixed {
            if !known.contains(&fold(&nfc(&tag.value))) {
                let fault = Diagnostic::new(Code::UnknownTag, tag.span).arg("tag", &*tag.value);
                case.faults.push(fault.closest(&tag.value, known.iter().map(String::as_str)));
            }
        }
    }
}
