//! SARIF 2.1.0: the small part of it that code scanners and editors need. A test reads it back with another crate.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::visible::write_json;
use super::{Findings, code_point_columns, message_and_hint};
use crate::base::diagnostic::{Code, Problem};
use crate::base::i18n::Catalog;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'a str,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    help: Text,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<[Suppression; 1]>,
}

/// That the problem is accepted; scanners then do not count it.
#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    justification: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Place,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    artifact_location: File,
    region: Region,
}

#[derive(Serialize)]
struct File {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

pub(super) fn write(findings: &Findings<'_>, catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    let codes: BTreeSet<Code> = findings.problems.iter().map(|problem| problem.code).collect();
    let rules = codes.into_iter().map(|code| rule(code, catalog)).collect();
    let driver = Driver { name: "hieucan", version: env!("CARGO_PKG_VERSION"), rules };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            language: catalog.lang().tag(),
            column_kind: "unicodeCodePoints",
            results: findings.problems.iter().map(|problem| finding(problem, catalog)).collect(),
        }],
    };
    write_json(&log, out)
}

fn rule(code: Code, catalog: &Catalog) -> Rule {
    Rule {
        id: code.id(),
        short_description: Text { text: code.about(catalog) },
        help: Text { text: catalog.format("check-help", &[("code", FluentValue::from(code.id()))]) },
        default_configuration: Configuration { level: code.severity().id() },
    }
}

fn finding(problem: &Problem, catalog: &Catalog) -> Finding {
    let (start_column, end_column) = code_point_columns(problem);
    let place = Place {
        artifact_location: File { uri: percent_encoded(&problem.path) },
        region: Region { start_line: problem.at.line, start_column, end_column },
    };
    Finding {
        rule_id: problem.code.id(),
        level: problem.severity.id(),
        message: Text { text: message_and_hint(problem, catalog) },
        locations: [Location { physical_location: place }],
        suppressions: problem
            .accepted
            .as_deref()
            .map(|accepted| [Suppression { kind: "external", justification: accepted.message(catalog) }]),
    }
}

/// A relative path as a URI: everything but unreserved characters and `/` is percent-encoded.
fn percent_encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
