//! Faults become problems in their places.

use super::{Case, Facts, severity};
use crate::base::diagnostic::Problem;
use crate::base::source::Lines;

/// The faults of a case as problems in their places.
pub fn located(case: &mut Case, facts: &Facts) -> Vec<Problem> {
    let unread = case.file.unread.take();
    let mut faults = std::mem::take(&mut case.faults);
    if faults.is_empty() {
        return unread.into_iter().collect();
    }
    let source = &case.file.source;
    let mut lines = Lines::of(&source.text);
    faults.sort_by_key(|fault| fault.span.start);
    let faults = faults.into_iter().filter_map(|fault| {
        let severity = severity(facts, fault.code)?;
        Some(fault.located_in(&source.path, &mut lines, severity))
    });
    let mut problems: Vec<Problem> = unread.into_iter().chain(faults).collect();
    problems.sort_by_key(|problem| (problem.at, problem.code));
    problems
}
