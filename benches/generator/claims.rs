//! The claims on the eleven criteria, and what stands behind each.

use std::io::{self, Write};

use super::prose::Writer;
use super::spelling::Spelling;
use super::words;

/// Criteria that a task can do without: nobody to work with, nothing directed, no document to study.
const DISPENSABLE: [&str; 3] = ["H3", "C2", "C3"];

/// What already backs a criterion on a log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Backing {
    /// A field, a section or a date.
    Present,
    /// Nothing yet.
    Absent,
}

/// What a claim says beside its level.
enum Extra {
    None,
    Reason,
    Evidence,
}

/// Writes `criteria:` with all eleven; `backing` is in the order of the set.
pub fn write_claims(
    out: &mut Vec<u8>,
    writer: &mut Writer<'_>,
    spelling: Spelling,
    backing: &[Backing; 11],
) -> io::Result<()> {
    writeln!(out, "criteria:")?;
    for (criterion, backing) in words::CRITERIA.iter().zip(backing) {
        let (level, extra) = decide(writer, criterion, *backing);
        write_claim(out, writer, spelling, criterion, level, &extra)?;
    }
    Ok(())
}

/// The level (an index of `words::LEVELS`) and what is said with it.
fn decide(writer: &mut Writer<'_>, criterion: &str, backing: Backing) -> (usize, Extra) {
    let chance = writer.rng.below(100);
    match (backing, chance) {
        (Backing::Present, 0..8) => (0, Extra::Evidence),
        (Backing::Present, 8..70) => (0, Extra::None),
        (Backing::Present, 70..88) => (1, Extra::None),
        (Backing::Present, 88..95) => (1, Extra::Reason),
        (Backing::Present, _) => (2, Extra::Reason),
        (Backing::Absent, 0..24) if DISPENSABLE.contains(&criterion) => (3, Extra::Reason),
        (Backing::Absent, 0..40) => (0, Extra::Evidence),
        (Backing::Absent, 40..60) => (1, Extra::Evidence),
        (Backing::Absent, 60..76) => (2, Extra::None),
        (Backing::Absent, 76..88) => (2, Extra::Reason),
        (Backing::Absent, _) => (0, Extra::None),
    }
}

fn write_claim(
    out: &mut Vec<u8>,
    writer: &mut Writer<'_>,
    spelling: Spelling,
    criterion: &str,
    level: usize,
    extra: &Extra,
) -> io::Result<()> {
    let word = spelling.word(words::LEVELS[level]);
    let key = spelling.key("level");
    match extra {
        Extra::None => writeln!(out, "  {criterion}: {word}"),
        Extra::Reason => {
            let reasons: &[&str] = if level == 3 { &words::NOT_APPLICABLE } else { &words::SHORTFALLS };
            let reason = writer.say(reasons);
            writeln!(out, "  {criterion}: {{{key}: {word}, {}: \"{reason}\"}}", spelling.key("reason"))
        }
        Extra::Evidence => {
            let entry = evidence(writer);
            writeln!(out, "  {criterion}: {{{key}: {word}, {}: [{entry}]}}", spelling.key("evidence"))
        }
    }
}

/// One explicit entry of evidence.
fn evidence(writer: &mut Writer<'_>) -> String {
    let day = writer.task.last_day();
    match writer.rng.below(5) {
        0 => format!("{{kind: minutes, ref: {:02}-BB/CB, date: {day}}}", writer.rng.between(1, 99)),
        1 => format!("{{kind: document, ref: {}, date: {day}}}", writer.document()),
        2 => format!(
            "{{kind: link, link: https://vidu.example/van-ban/{}/{}}}",
            writer.task.year(),
            writer.rng.between(100, 9999)
        ),
        3 => format!("{{kind: quote, note: \"{}\"}}", writer.say(&words::PROOFS)),
        _ => format!("\"{}\"", writer.say(&words::PROOFS)),
    }
}
