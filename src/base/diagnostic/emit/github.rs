//! Workflow commands: `::error file=…,line=…,col=…,title=code::message`. GitHub and Gitea show them beside the line.

use std::io::{self, Write};

use super::{Findings, code_point_columns, message_and_hint, plain, plain_line};
use crate::base::diagnostic::Problem;
use crate::base::i18n::Catalog;

pub(super) fn write(findings: &Findings<'_>, catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    for problem in findings.problems {
        annotation(problem, catalog, out)?;
    }
    Ok(())
}

fn annotation(problem: &Problem, catalog: &Catalog, out: &mut impl Write) -> io::Result<()> {
    let (column, end_column) = code_point_columns(problem);
    let mut message = message_and_hint(problem, catalog);
    if let Some(accepted) = &problem.accepted {
        message = format!("{message}\n{}", accepted.message(catalog));
    }
    let level = if problem.accepted.is_some() { "notice" } else { problem.severity.id() };
    writeln!(
        out,
        "::{} file={},line={line},endLine={line},col={column},endColumn={end_column},title={}::{}",
        level,
        property(&plain_line(&problem.path)),
        problem.code.id(),
        data(&plain(&message)),
        line = problem.at.line,
    )
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
