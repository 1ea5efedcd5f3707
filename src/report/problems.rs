//! Problems, grouped by the file they stand in, and not more of one kind in one file than help its writer.

use super::Report;
use crate::base::diagnostic::{Code, Problem, Severity};

/// Of the problems of one kind in one file pages show this many; `data/problems.json` has them all. One slip of an
/// editor can be a hundred thousand problems, and so hundreds of pages.
pub const SHOWN_OF_A_KIND: usize = 20;

/// More problems than this are spread over several pages.
pub const PROBLEMS_ON_A_PAGE: usize = 400;

/// What a problem's file became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemOf {
    /// The record at this place of the logbook, or a review of it.
    Record(u32),
    /// The record with errors at this place.
    Faulty(u32),
    /// A file or folder that is no record: settings, rubric, a link where a record was expected.
    File,
}

/// Problems of one file.
#[derive(Debug, Clone)]
pub struct ProblemGroup<'a> {
    /// The file.
    pub path: &'a str,
    /// What it became.
    pub of: ProblemOf,
    /// Its problems, by place.
    pub problems: Vec<ShownProblem<'a>>,
}

/// A problem that pages show.
#[derive(Debug, Clone, Copy)]
pub struct ShownProblem<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// How many further problems of its kind its file has, when it is the last of them to be shown.
    pub more: usize,
}

/// What pages show of `problems`, which are in the order of their files: files with errors first, then by path.
pub(super) fn shown(problems: &[Problem]) -> Vec<ShownProblem<'_>> {
    let mut files: Vec<&[Problem]> = problems.chunk_by(|a, b| a.path == b.path).collect();
    files.sort_by_key(|problems| problems.iter().all(|problem| !problem.fails(Severity::Error)));
    files.into_iter().flat_map(shown_of_file).collect()
}

fn shown_of_file(problems: &[Problem]) -> Vec<ShownProblem<'_>> {
    let mut shown: Vec<ShownProblem<'_>> = Vec::with_capacity(problems.len().min(SHOWN_OF_A_KIND));
    // Of each kind how many there are, and where the last one stands that is shown.
    let mut kinds = [(0, 0); Code::ALL.len()];
    for problem in problems {
        let (count, last) = &mut kinds[problem.code as usize];
        *count += 1;
        if *count > SHOWN_OF_A_KIND {
            shown[*last].more += 1;
        } else {
            *last = shown.len();
            shown.push(ShownProblem { problem, more: 0 });
        }
    }
    shown
}

impl<'a> Report<'a> {
    /// How many pages the problems fill; one even when there are none.
    pub fn problem_pages(&self) -> usize {
        self.shown.len().div_ceil(PROBLEMS_ON_A_PAGE).max(1)
    }

    /// The problems of page `number` (from 1), grouped by file: files with errors first, then by path.
    pub fn problem_groups(&self, number: usize) -> Vec<ProblemGroup<'a>> {
        let on_page = self.shown.chunks(PROBLEMS_ON_A_PAGE).nth(number - 1).unwrap_or_default();
        on_page.chunk_by(|a, b| a.problem.path == b.problem.path).map(|problems| self.group(problems)).collect()
    }

    /// The problems of the file at `path` that its page shows.
    pub fn problems_of(&self, path: &str) -> Vec<ShownProblem<'a>> {
        let all = self.problems();
        let start = all.partition_point(|problem| problem.path.as_str() < path);
        let length = all[start..].partition_point(|problem| problem.path == path);
        shown_of_file(&all[start..start + length])
    }

    fn group(&self, problems: &[ShownProblem<'a>]) -> ProblemGroup<'a> {
        let path = problems[0].problem.path.as_str();
        ProblemGroup { path, of: of_file(self, path), problems: problems.to_vec() }
    }
}

/// What the file at `path` became.
pub(super) fn of_file(report: &Report<'_>, path: &str) -> ProblemOf {
    let record = report.records().binary_search_by(|record| record.path.as_str().cmp(path));
    let faulty = report.faulty().binary_search_by(|record| record.path.as_str().cmp(path));
    match (record, faulty) {
        (Ok(index), _) => ProblemOf::Record(index as u32),
        (_, Ok(index)) => ProblemOf::Faulty(index as u32),
        _ => report.reviewed.get(path).map_or(ProblemOf::File, |index| ProblemOf::Record(*index)),
    }
}
