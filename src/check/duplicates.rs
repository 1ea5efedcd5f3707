//! Two records with one id, or with one path in the site.

use std::collections::BTreeMap;

use super::Case;
use super::required::first_line;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::{nfc, path_part};

/// Notes both files of every pair.
pub fn duplicates(cases: &mut [Case]) {
    let mut by_path: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (index, case) in cases.iter().enumerate() {
        if let Some(member) = case.member {
            by_path.entry((member, path_part(case.stem()))).or_default().push(index);
        }
    }
    for ((_, part), same) in by_path.into_iter().filter(|(_, same)| same.len() > 1) {
        let stems: Vec<String> = same.iter().map(|index| nfc(cases[*index].stem()).into_owned()).collect();
        for (i, index) in same.iter().enumerate() {
            let twin = (0..same.len()).find(|j| *j != i && stems[*j] == stems[i]);
            let other = same[twin.unwrap_or(usize::from(i == 0))];
            let other = cases[other].path().to_owned();
            let case = &mut cases[*index];
            let fault = match twin {
                Some(_) => {
                    let member =
                        case.file.draft.member.as_ref().map(|member| member.value.as_str()).unwrap_or_default();
                    let id = format!("{member}/{}", stems[i]);
                    Diagnostic::new(Code::DuplicateRecord, first_line()).arg("id", id).arg("other", other)
                }
                None => Diagnostic::new(Code::PathCollision, first_line()).arg("found", &*part).arg("other", other),
            };
            case.faults.push(fault);
        }
    }
}
