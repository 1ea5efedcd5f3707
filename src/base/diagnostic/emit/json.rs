//! Version 1 of the JSON of `check`. These structs are frozen: a change of shape is a new version.

use std::io::{self, Write};

use serde::Serialize;

use super::Findings;
use super::visible::write_json;
use crate::base::diagnostic::{Problem, Severity};
use crate::base::i18n::Catalog;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    as_of: String,
    problems: Vec<Entry<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    path: &'a str,
    line: u32,
    column: u32,
    end_column: u32,
    message: String,
    hint: String,
    /// Said only of what is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Accepted<'a>>,
}

#[derive(Serialize)]
struct Accepted<'a> {
    until: String,
    owner: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    records: usize,
    /// Said only when there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<usize>,
}

pub(super) fn write(findings: &Findings<'_>, catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    let report = Report {
        version: 1,
        as_of: findings.as_of.to_string(),
        problems: findings.problems.iter().map(|problem| entry(problem, catalog)).collect(),
        summary: Summary {
            errors: findings.count(Severity::Error),
            warnings: findings.count(Severity::Warning),
            records: findings.records,
            accepted: Some(findings.accepted()).filter(|accepted| *accepted > 0),
        },
    };
    write_json(&report, out)
}

fn entry<'a>(problem: &'a Problem, catalog: &Catalog) -> Entry<'a> {
    Entry {
        code: problem.code.id(),
        severity: problem.severity.id(),
        path: &problem.path,
        line: problem.at.line,
        column: problem.at.column,
        end_column: problem.at.column + problem.width,
        message: problem.message(catalog),
        hint: problem.hint(catalog),
        accepted: problem.accepted.as_deref().map(|accepted| Accepted {
            until: accepted.until.to_string(),
            owner: &accepted.owner,
            reason: &accepted.reason,
        }),
    }
}
