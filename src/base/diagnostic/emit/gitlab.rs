//! The code quality report of GitLab: a list of issues, each with a fingerprint by which two runs are compared.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use super::visible::write_json;
use super::{Findings, message_and_hint};
use crate::base::diagnostic::{Problem, Severity};
use crate::base::i18n::Catalog;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

pub(super) fn write(findings: &Findings<'_>, catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    let mut seen = HashMap::new();
    let issues: Vec<Issue<'_>> = findings.problems.iter().map(|problem| issue(problem, catalog, &mut seen)).collect();
    write_json(&issues, out)
}

fn issue<'a>(problem: &'a Problem, catalog: &Catalog, seen: &mut HashMap<String, u32>) -> Issue<'a> {
    let mut description = message_and_hint(problem, catalog).replace('\n', ". ");
    if let Some(accepted) = &problem.accepted {
        description = format!("{description}. {}", accepted.message(catalog));
    }
    Issue {
        description,
        check_name: problem.code.id(),
        fingerprint: fingerprint(problem, seen),
        severity: severity(problem),
        location: Location { path: &problem.path, lines: Lines { begin: problem.at.line, end: problem.at.line } },
    }
}

/// Lines move with every edit, so a problem is known by its facts, and by how many of the same stand before it.
fn fingerprint(problem: &Problem, seen: &mut HashMap<String, u32>) -> String {
    let facts: Vec<_> = problem.args.iter().filter(|(name, _)| *name != "line").collect();
    let facts = format!("{}\n{}\n{facts:?}", problem.code.id(), problem.path);
    let number = seen.entry(facts.clone()).and_modify(|number| *number += 1).or_default();
    blake3::hash(format!("{facts}\n{number}").as_bytes()).to_hex()[..32].to_owned()
}

fn severity(problem: &Problem) -> &'static str {
    match (problem.accepted.is_some(), problem.severity) {
        (true, _) => "info",
        (false, Severity::Error) => "major",
        (false, Severity::Warning) => "minor",
    }
}
