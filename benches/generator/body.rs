//! The text below the front matter: paragraphs, tagged sections, lists, tables, links to other logs of the member.

use std::io::{self, Write};

use super::prose::Writer;
use super::task::Task;
use super::words;

/// Writes the body: two paragraphs at least, then the tagged `sections` (indices of `words::SECTIONS`).
pub fn write_body(out: &mut Vec<u8>, writer: &mut Writer<'_>, sections: &[usize], earlier: &[Task]) -> io::Result<()> {
    write_paragraph(out, writer)?;
    if writer.rng.chance(25) {
        writeln!(out, "## {}\n", writer.rng.pick(&words::HEADINGS))?;
    }
    write_paragraph(out, writer)?;
    write_extra(out, writer)?;
    if writer.rng.chance(30) {
        write_link(out, writer, earlier)?;
    }
    for section in sections {
        let (heading, criterion) = words::SECTIONS[*section];
        writeln!(out, "## {heading} {{#{criterion}}}\n")?;
        write_paragraph(out, writer)?;
    }
    Ok(())
}

fn write_paragraph(out: &mut Vec<u8>, writer: &mut Writer<'_>) -> io::Result<()> {
    for index in 0..writer.rng.between(1, 2) {
        let gap = if index == 0 { "" } else { " " };
        write!(out, "{gap}{}", writer.say(&words::SENTENCES))?;
    }
    writeln!(out, "\n")
}

/// A list, a table, a quotation or nothing.
fn write_extra(out: &mut Vec<u8>, writer: &mut Writer<'_>) -> io::Result<()> {
    match writer.rng.below(20) {
        0..5 => write_list(out, writer),
        5..8 => write_table(out, writer),
        8..10 => writeln!(out, "> {}\n", writer.say(&words::DIRECTIONS)),
        _ => Ok(()),
    }
}

fn write_list(out: &mut Vec<u8>, writer: &mut Writer<'_>) -> io::Result<()> {
    for _ in 0..writer.rng.between(2, 4) {
        writeln!(out, "- {}", writer.say(&words::ITEMS))?;
    }
    writeln!(out)
}

fn write_table(out: &mut Vec<u8>, writer: &mut Writer<'_>) -> io::Result<()> {
    writeln!(out, "| Nơi | Số người | Đạt |\n|---|--:|--:|")?;
    for _ in 0..writer.rng.between(2, 4) {
        let people = writer.rng.between(10, 240);
        writeln!(out, "| {} | {people} | {} |", writer.rng.pick(&words::PLACES), writer.rng.between(5, people))?;
    }
    writeln!(out)
}

/// A link, relative to this log, to an earlier one of the member.
fn write_link(out: &mut Vec<u8>, writer: &mut Writer<'_>, earlier: &[Task]) -> io::Result<()> {
    if earlier.is_empty() {
        return Ok(());
    }
    let other = &earlier[writer.rng.below(earlier.len())];
    let stem = &other.stem;
    let target = if other.year() == writer.task.year() {
        format!("{stem}.md")
    } else {
        format!("../../{}/{}/{stem}.md", other.year(), writer.roster.members[writer.member].id)
    };
    writeln!(out, "Việc này nối tiếp [{}]({target}).\n", other.title)
}
