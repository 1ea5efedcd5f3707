//! Version 1 of the JSON of `check`. These structs are frozen: a change of shape is a new version.

use std::io::{self, Write};

use serde::Serialize;

use super::Findings;
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
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    records: usize,
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
        },
    };
    serde_json::to_writer_pretty(&mut *out, &report).map_err(io::Error::from)?;
    writeln!(out)
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
    }
}
