//! Problems, grouped by the file they stand in.

use super::Report;
use crate::base::diagnostic::{Problem, Severity};

/// More problems than this are spread over several pages.
pub const PROBLEMS_ON_A_PAGE: usize = 500;

/// What a problem's file became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemOf {
    /// The record at this place of the logbook.
    Record(u32),
    /// The record with errors at this place.
    Faulty(u32),
    /// A file or folder that is no record: settings, rubric, a link where a record was expected.
    File,
}

/// Problems of one file.
#[derive(Debug, Clone, Copy)]
pub struct ProblemGroup<'a> {
    /// The file.
    pub path: &'a str,
    /// What it became.
    pub of: ProblemOf,
    /// Its problems, by place.
    pub problems: &'a [Problem],
}

impl<'a> Report<'a> {
    /// How many pages the problems fill; one even when there are none.
    pub fn problem_pages(&self) -> usize {
        self.problems().len().div_ceil(PROBLEMS_ON_A_PAGE).max(1)
    }

    /// The problems of page `number` (from 1), grouped by file: files with errors first, then by path.
    pub fn problem_groups(&self, number: usize) -> Vec<ProblemGroup<'a>> {
        let mut files: Vec<&[Problem]> = self.problems().chunk_by(|a, b| a.path == b.path).collect();
        files.sort_by_key(|problems| problems.iter().all(|problem| problem.severity != Severity::Error));
        let page = (number - 1) * PROBLEMS_ON_A_PAGE..number * PROBLEMS_ON_A_PAGE;
        let mut before = 0;
        let mut groups = Vec::new();
        for problems in files {
            let on_page = |place: usize| place.saturating_sub(before).min(problems.len());
            let shown = &problems[on_page(page.start)..on_page(page.end)];
            before += problems.len();
            if !shown.is_empty() {
                groups.push(self.group(shown));
            }
        }
        groups
    }

    /// The problems of the file at `path`.
    pub fn problems_of(&self, path: &str) -> &'a [Problem] {
        let all = self.problems();
        let start = all.partition_point(|problem| problem.path.as_str() < path);
        let length = all[start..].partition_point(|problem| problem.path == path);
        &all[start..start + length]
    }

    fn group(&self, problems: &'a [Problem]) -> ProblemGroup<'a> {
        let path = problems[0].path.as_str();
        let record = self.records().binary_search_by(|record| record.path.as_str().cmp(path));
        let faulty = self.faulty().binary_search_by(|record| record.path.as_str().cmp(path));
        let of = match (record, faulty) {
            (Ok(index), _) => ProblemOf::Record(index as u32),
            (_, Ok(index)) => ProblemOf::Faulty(index as u32),
            _ => ProblemOf::File,
        };
        ProblemGroup { path, of, problems }
    }
}
