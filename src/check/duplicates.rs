//! Two records with one id, or with one path in the site.

use std::collections::HashMap;

use rayon::prelude::*;

use super::required::first_line;
use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::nfc;

/// Notes both files of every pair. A hidden record is no part of one, as a withheld one is not: its member would be told.
pub fn duplicates(cases: &mut [Case], facts: &Facts) {
    for same in of_one_path(cases, facts) {
        let stems: Vec<String> = same.iter().map(|index| nfc(cases[*index].stem()).into_owned()).collect();
        let mut of_stem: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, stem) in stems.iter().enumerate() {
            of_stem.entry(stem).or_default().push(i);
        }
        for (i, index) in same.iter().enumerate() {
            let twin = of_stem[stems[i].as_str()].iter().copied().find(|j| *j != i);
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
                None => {
                    Diagnostic::new(Code::PathCollision, first_line()).arg("found", &*case.part).arg("other", other)
                }
            };
            case.faults.push(fault);
        }
    }
}

/// Places of the cases that share one path with others, path by path.
fn of_one_path(cases: &[Case], facts: &Facts) -> Vec<Vec<usize>> {
    let placed = cases.iter().enumerate().filter(|(_, case)| !case.is_hidden(facts));
    let mut by_path: Vec<(usize, &str, usize)> =
        placed.filter_map(|(index, case)| Some((case.member?, case.part.as_str(), index))).collect();
    by_path.par_sort_unstable();
    let shared = by_path.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|same| same.len() > 1);
    shared.map(|same| same.iter().map(|(.., index)| *index).collect()).collect()
}
