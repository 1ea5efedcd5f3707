//! Steps of a plan: ids that exist, and no step that waits for itself.

use std::collections::{BTreeSet, HashMap};

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Text;
use crate::base::text::nfc;
use crate::model::content::Step;

/// Only so many unknown steps of a record are compared with all the others for the nearest one.
const MOST_COMPARED: usize = 10;

/// `after` names steps of the record, without a circle.
pub fn steps(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let steps = &case.file.draft.content.steps;
    let mut by_id: HashMap<String, usize> = HashMap::new();
    for (index, step) in steps.iter().enumerate() {
        let Some(id) = &step.id else { continue };
        if by_id.contains_key(nfc(&id.value).as_ref()) {
            out.push(Diagnostic::new(Code::DuplicateStep, id.span).found(&id.value));
        } else {
            by_id.insert(nfc(&id.value).into_owned(), index);
        }
    }
    let mut unknown = 0;
    let mut waits_for: Vec<Vec<usize>> = vec![Vec::new(); steps.len()];
    for (index, step) in steps.iter().enumerate() {
        for after in &step.after {
            match by_id.get(nfc(&after.value).as_ref()) {
                Some(earlier) => waits_for[index].push(*earlier),
                None => {
                    unknown += 1;
                    out.push(unknown_step(after, &by_id, unknown <= MOST_COMPARED));
                }
            }
        }
    }
    if let Some(circle) = circle(&waits_for) {
        out.push(Diagnostic::new(Code::StepCycle, steps[circle[0]].span).arg("steps", names(steps, &circle)));
    }
}

/// The fault of waiting for a step that is not there; several without brackets are one text.
fn unknown_step(after: &Text, by_id: &HashMap<String, usize>, may_compare: bool) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnknownStep, after.span).found(&after.value);
    let parts: Vec<&str> = after.value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if !parts.is_empty() && parts.iter().all(|part| by_id.contains_key(nfc(part).as_ref())) {
        let closest = Some(format!("[{}]", parts.join(", ")));
        return Diagnostic { closest, ..fault.arg("next", "@step-brackets") };
    }
    let near: BTreeSet<&str> = if may_compare { by_id.keys().map(String::as_str).collect() } else { BTreeSet::new() };
    fault.arg("next", "@step-id").closest(&after.value, near)
}

fn names(steps: &[Step], circle: &[usize]) -> String {
    let name = |index: &usize| steps[*index].id.as_ref().map_or_else(|| "?".to_owned(), |id| id.value.clone());
    let first = circle.first().map(name);
    circle.iter().map(name).chain(first).collect::<Vec<_>>().join(" → ")
}

/// One circle of the graph, if there is any; found without recursion, so that a long plan costs no stack.
fn circle(waits_for: &[Vec<usize>]) -> Option<Vec<usize>> {
    let (mut done, mut way) = (vec![false; waits_for.len()], Vec::<(usize, usize)>::new());
    let mut on_way = vec![false; waits_for.len()];
    for start in 0..waits_for.len() {
        if done[start] {
            continue;
        }
        way.push((start, 0));
        on_way[start] = true;
        while let Some((step, next)) = way.last_mut() {
            let step = *step;
            match waits_for[step].get(*next) {
                Some(earlier) if on_way[*earlier] => {
                    let from = way.iter().position(|(on, _)| on == earlier).unwrap_or_default();
                    return Some(way[from..].iter().map(|(on, _)| *on).collect());
                }
                Some(earlier) => {
                    *next += 1;
                    if !done[*earlier] {
                        on_way[*earlier] = true;
                        way.push((*earlier, 0));
                    }
                }
                None => {
                    (done[step], on_way[step]) = (true, false);
                    way.pop();
                }
            }
        }
    }
    None
}
