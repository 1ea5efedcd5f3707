//! A block per problem, for people at a terminal:
//!
//! ```text
//! lỗi[unknown-level]: mức `dạt` không có trong thang mức của tiêu chí `H3`
//!  --> records/2026/can-bo-a/2026-03-05-ke-hoach.md:9:12
//!   |
//! 9 |   H3: dạt
//!   |       ^^^
//!   = gợi ý: Có phải `đạt`?
//! ```
//!
//! The block is written here and not by a library: those at hand count the column in code points or bytes, which
//! names another place than the data files for text in decomposed form, and let invisible characters through.

use std::io::{self, Write};
use std::ops::Range;

use rayon::prelude::*;
use unicode_width::UnicodeWidthChar;

use super::{Colour, covered, plain, plain_line, stand_in};
use crate::base::diagnostic::{Problem, Severity};
use crate::base::i18n::Catalog;

/// Problems worded before any of them is written, and how many of them by one thread.
const WAVE: usize = 4096;
const SHARE: usize = 64;

pub(super) fn write(problems: &[Problem], catalog: &Catalog, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    for wave in problems.chunks(WAVE) {
        let worded = wave.par_chunks(SHARE).map(|share| blocks(share, catalog, colour));
        for blocks in worded.collect::<io::Result<Vec<_>>>()? {
            out.write_all(&blocks)?;
        }
    }
    Ok(())
}

fn blocks(problems: &[Problem], catalog: &Catalog, colour: Colour) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    for problem in problems {
        block(problem, catalog, colour, &mut out)?;
        writeln!(out)?;
    }
    Ok(out)
}

fn block(problem: &Problem, catalog: &Catalog, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    let gutter = " ".repeat(problem.at.line.to_string().len());
    title(problem, catalog, colour, out)?;
    // What was never written has no place to go to.
    if !problem.path.is_empty() {
        let arrow = colour.paint(RULE, "-->");
        writeln!(out, "{gutter}{arrow} {}:{}:{}", plain_line(&problem.path), problem.at.line, problem.at.column)?;
    }
    if let Some(line) = &problem.line {
        source_line(problem, line, &gutter, colour, out)?;
    }
    hint(&problem.hint(catalog), &gutter, catalog, colour, out)?;
    match &problem.accepted {
        Some(accepted) => {
            let sign = colour.paint(RULE, "=");
            writeln!(out, "{gutter} {sign} {}", plain_line(&accepted.message(catalog)))
        }
        None => Ok(()),
    }
}

fn title(problem: &Problem, catalog: &Catalog, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    let (style, name) = match problem.severity {
        Severity::Error => (ERROR, catalog.text("check-error")),
        Severity::Warning => (WARNING, catalog.text("check-warning")),
    };
    let (style, name) = match problem.accepted {
        Some(_) => (HINT, format!("{name}, {}", catalog.text("check-accepted"))),
        None => (style, name),
    };
    let name = colour.paint(style, &format!("{name}[{}]", problem.code.id()));
    writeln!(out, "{name}: {}", plain_line(&problem.message(catalog)))
}

fn source_line(problem: &Problem, line: &str, gutter: &str, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    let shown = ShownLine::of(line, covered(problem, line));
    let style = if problem.severity == Severity::Error { ERROR } else { WARNING };
    let bar = colour.paint(RULE, "|");
    let number = colour.paint(RULE, &problem.at.line.to_string());
    let carets = colour.paint(style, &"^".repeat(shown.carets));
    writeln!(out, "{gutter} {bar}")?;
    writeln!(out, "{}", format!("{number} {bar} {}", shown.text).trim_end())?;
    writeln!(out, "{gutter} {bar} {}{carets}", " ".repeat(shown.before))
}

/// The hint; its further lines stand under each other, so that a line meant to be copied is a line of its own.
fn hint(hint: &str, gutter: &str, catalog: &Catalog, colour: Colour, out: &mut impl Write) -> io::Result<()> {
    let hint = plain(hint);
    let mut lines = hint.lines();
    let name = colour.paint(HINT, &catalog.text("check-hint"));
    let sign = colour.paint(RULE, "=");
    writeln!(out, "{gutter} {sign} {name}: {}", lines.next().unwrap_or_default())?;
    for line in lines {
        writeln!(out, "{gutter}   {line}")?;
    }
    Ok(())
}

/// A source line as it can be shown, and where the carets go.
struct ShownLine {
    text: String,
    before: usize,
    carets: usize,
}

/// Longest part of a line that is shown, in characters, and how much of it stands before the fault.
const WINDOW: usize = 110;
const WINDOW_BEFORE: usize = 40;

impl ShownLine {
    fn of(line: &str, covered: Range<usize>) -> Self {
        let window = window(line, covered.start);
        let end = covered.end.min(window.end);
        let part = |range: Range<usize>| shown(&line[range]);
        let mark = |cut: bool| if cut { "…" } else { "" };
        let before = format!("{}{}", mark(window.start > 0), part(window.start..covered.start));
        let covered_part = part(covered.start..end);
        let text = format!("{before}{covered_part}{}{}", part(end..window.end), mark(window.end < line.len()));
        Self { text, before: width(&before), carets: width(&covered_part).max(1) }
    }
}

/// The part of a long line around byte `at` that is shown.
fn window(line: &str, at: usize) -> Range<usize> {
    if line.chars().count() <= WINDOW {
        return 0..line.len();
    }
    let start = line[..at].char_indices().rev().nth(WINDOW_BEFORE).map_or(0, |(start, _)| start);
    let end = line[start..].char_indices().nth(WINDOW).map_or(line.len(), |(length, _)| start + length);
    start..end
}

fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            c => out.push(stand_in(c).unwrap_or(c)),
        }
    }
    out
}

/// How many columns of a terminal a text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

const ERROR: &str = "\u{1b}[1;31m";
const WARNING: &str = "\u{1b}[1;33m";
const HINT: &str = "\u{1b}[1;36m";
const RULE: &str = "\u{1b}[1;34m";
const RESET: &str = "\u{1b}[0m";

impl Colour {
    fn paint(self, style: &str, text: &str) -> String {
        match self {
            Colour::Ansi => format!("{style}{text}{RESET}"),
            Colour::None => text.to_owned(),
        }
    }
}
