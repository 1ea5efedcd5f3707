//! Plans: from when to when the steps of a task last, what they wait for, and what runs at one time.

use std::collections::{BTreeSet, HashMap};

use crate::base::period::Date;
use crate::report::{Content, Step};

/// The steps of a task as far as their days are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many steps there are.
    pub steps: usize,
    /// The first day and the last.
    pub span: Option<(Date, Date)>,
    /// Days of the steps that somebody else works on.
    pub coordination: i64,
    /// Days of the steps that wait for an approval.
    pub approval: i64,
}

impl Plan {
    /// The plan of a record.
    pub fn of(content: &Content) -> Self {
        let lasting = || content.steps.iter().filter_map(|step| Some((step, lasts(step)?)));
        let first = lasting().map(|(_, (start, _))| start).min();
        let days = |counts: fn(&Step) -> bool| {
            lasting().filter(|(step, _)| counts(step)).map(|(_, (start, end))| days(start, end)).sum()
        };
        Self {
            steps: content.steps.len(),
            span: first.zip(lasting().map(|(_, (_, end))| end).max()),
            coordination: days(|step| step.with.is_some()),
            approval: days(|step| step.approval.is_some()),
        }
    }

    /// How many days it lasts, both ends counted.
    pub fn days(&self) -> Option<i64> {
        self.span.map(|(start, end)| days(start, end))
    }
}

fn days(start: Date, end: Date) -> i64 {
    start.days_until(end) + 1
}

/// The first and the last day of a step; one of which only one day is written lasts that day. Days in the wrong order
/// are put right.
pub fn lasts(step: &Step) -> Option<(Date, Date)> {
    let (start, end) = (step.start.as_ref().map(|on| on.value), step.end.as_ref().map(|on| on.value));
    let (start, end) = (start.or(end)?, end.or(start)?);
    Some((start.min(end), start.max(end)))
}

/// Plans of more steps are not looked through for what runs at one time.
const MOST_STEPS: usize = 60;

/// For each step the places of those that run at one time with it: their days meet, and neither follows the other.
pub fn overlapping(steps: &[Step]) -> Vec<Vec<usize>> {
    if steps.len() > MOST_STEPS {
        return vec![Vec::new(); steps.len()];
    }
    let before = before(steps);
    let meet = |a: usize, b: usize| match (lasts(&steps[a]), lasts(&steps[b])) {
        (Some((start, end)), Some((other_start, other_end))) => start <= other_end && other_start <= end,
        _ => false,
    };
    let apart = |a: usize, b: usize| a != b && !before[a].contains(&b) && !before[b].contains(&a);
    let with = |a: usize| (0..steps.len()).filter(|b| apart(a, *b) && meet(a, *b)).collect();
    (0..steps.len()).map(with).collect()
}

/// For each step the places of all steps that come before it, however far back.
fn before(steps: &[Step]) -> Vec<BTreeSet<usize>> {
    let places: HashMap<&str, usize> =
        steps.iter().enumerate().filter_map(|(i, step)| Some((step.id.as_ref()?.value.as_str(), i))).collect();
    let direct: Vec<Vec<usize>> =
        steps.iter().map(|step| step.after.iter().filter_map(|id| places.get(&*id.value).copied()).collect()).collect();
    let all = |step: usize| {
        let (mut found, mut open) = (BTreeSet::new(), vec![step]);
        while let Some(next) = open.pop() {
            open.extend(direct[next].iter().copied().filter(|one| found.insert(*one)));
        }
        found
    };
    (0..steps.len()).map(all).collect()
}
