//! One log: the front matter with its fields, then the body.

use std::io::{self, Write};

use super::body::write_body;
use super::calendar::Day;
use super::claims::{Backing, write_claims};
use super::fold::slug;
use super::prose::Writer;
use super::spelling::Spelling;
use super::task::{Status, Task};
use super::words;

/// Writes the fields of one criterion.
type WriteField = fn(&mut Vec<u8>, &mut Writer<'_>, Spelling) -> io::Result<()>;

/// The fields that back each criterion, in the order of the set, and in how many of 100 logs they stand.
const FIELDS: [(usize, WriteField); 11] = [
    (70, write_purpose),
    (75, write_outputs),
    (55, write_coordination),
    (55, write_self_view),
    (50, write_context),
    (55, write_progress),
    (55, write_direction),
    (60, write_references),
    (45, write_risks),
    (50, write_steps),
    (60, write_revisions),
];

/// Writes the whole log of the writer's task; `earlier` are the member's tasks before it.
pub fn write_log(out: &mut Vec<u8>, writer: &mut Writer<'_>, earlier: &[Task]) -> io::Result<()> {
    let spelling = if writer.rng.chance(15) { Spelling::Vietnamese } else { Spelling::English };
    let shown = FIELDS.map(|(percent, _)| writer.rng.chance(percent));
    let sections = choose_sections(writer);
    writeln!(out, "---")?;
    write_facts(out, writer, spelling)?;
    write_claims(out, writer, spelling, &backing(writer.task, &shown, &sections))?;
    for ((_, write_field), _) in FIELDS.iter().zip(shown).filter(|(_, shown)| *shown) {
        write_field(out, writer, spelling)?;
    }
    write_remarks(out, writer, spelling)?;
    writeln!(out, "---\n")?;
    write_body(out, writer, &sections, earlier)
}

/// None to two sections, each about another criterion.
fn choose_sections(writer: &mut Writer<'_>) -> Vec<usize> {
    let count = writer.rng.below(3);
    let first = writer.rng.below(words::SECTIONS.len());
    (0..count).map(|index| (first + 4 * index) % words::SECTIONS.len()).collect()
}

/// Which criteria a field, a section or the date of completion backs.
fn backing(task: &Task, shown: &[bool; 11], sections: &[usize]) -> [Backing; 11] {
    std::array::from_fn(|index| {
        let criterion = words::CRITERIA[index];
        let in_section = sections.iter().any(|section| words::SECTIONS[*section].1 == criterion);
        let by_date = criterion == "C1" && task.is_on_time();
        if shown[index] || in_section || by_date { Backing::Present } else { Backing::Absent }
    })
}

/// Title, member, dates, kind, status, who gave it.
fn write_facts(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    let task = writer.task;
    writeln!(out, "title: {}", task.title)?;
    writeln!(out, "member: {}", writer.roster.members[writer.member].id)?;
    write_date(out, spelling, "assigned", Some(task.assigned))?;
    write_date(out, spelling, "due", task.due)?;
    write_date(out, spelling, "done", task.done())?;
    let kind = words::KINDS[usize::from(writer.rng.chance(35))];
    writeln!(out, "{}: {}", spelling.key("kind"), spelling.word(kind))?;
    if task.done().is_none() || writer.rng.chance(60) {
        writeln!(out, "{}: {}", spelling.key("status"), spelling.word(task.status.word()))?;
    }
    writeln!(out, "{}: {}", spelling.key("assigned_by"), superior(writer))?;
    if writer.rng.chance(15) {
        writeln!(out, "rubric: 5-hieu-6-can@1")?;
    }
    Ok(())
}

fn write_date(out: &mut Vec<u8>, spelling: Spelling, key: &'static str, day: Option<Day>) -> io::Result<()> {
    day.map_or(Ok(()), |day| writeln!(out, "{}: {}", spelling.key(key), spelling.date(day)))
}

/// The superior's id, now and then the name, very seldom somebody whom the roster does not know.
fn superior(writer: &mut Writer<'_>) -> String {
    let member = writer.roster.superior(writer.member, &mut writer.rng);
    match writer.rng.below(50) {
        0 => writer.rng.pick(&words::STRANGERS).to_owned(),
        1..6 => member.name.clone(),
        _ => member.id.clone(),
    }
}

fn write_purpose(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}: {}", spelling.key("purpose"), writer.say(&words::PURPOSES))?;
    if writer.rng.chance(40) {
        writeln!(out, "{}: {}", spelling.key("procedure"), writer.say(&words::PROCEDURES))?;
    }
    Ok(())
}

fn write_outputs(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    let Task { product, sign, topic, .. } = writer.task;
    let number = writer.rng.between(1, 480);
    write!(out, "{}: [{{name: \"{product} {topic}\", ref: {number:02}-{sign}/BTG", spelling.key("outputs"))?;
    if writer.rng.chance(25) {
        write!(out, ", link: https://vidu.example/san-pham/{}/{number}", writer.task.year())?;
    }
    writeln!(out, "}}]")
}

fn write_coordination(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("coordination"))?;
    for _ in 0..writer.rng.between(1, 2) {
        let unit = writer.rng.pick(&words::UNITS);
        let part = writer.rng.pick(&words::PARTS);
        write!(out, "  - {{with: {unit}, role: \"{part}\"")?;
        if writer.rng.chance(30) {
            write!(out, ", basis: {}", writer.document())?;
        }
        writeln!(out, "}}")?;
    }
    Ok(())
}

fn write_self_view(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("strengths"))?;
    for _ in 0..writer.rng.between(1, 2) {
        writeln!(out, "  - {}", writer.say(&words::STRENGTHS))?;
    }
    if writer.rng.chance(60) {
        let weakness = writer.say(&words::WEAKNESSES);
        let tag = writer.rng.pick(&words::TAGS);
        writeln!(out, "{}:\n  - {{text: \"{weakness}\", tag: {tag}}}", spelling.key("weaknesses"))?;
    }
    Ok(())
}

fn write_context(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("context"))?;
    for _ in 0..writer.rng.between(1, 2) {
        writeln!(out, "  - {}", writer.say(&words::CONTEXTS))?;
    }
    Ok(())
}

fn write_progress(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("progress"))?;
    let mut on = writer.task.assigned;
    for _ in 0..writer.rng.between(1, 3) {
        on = on.plus(writer.rng.between(0, 5)).min(writer.task.last_day());
        writeln!(out, "  - {{on: {}, note: \"{}\"}}", spelling.date(on), writer.say(&words::NOTES))?;
    }
    Ok(())
}

fn write_direction(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("direction"))?;
    writeln!(out, "  by: {}", superior(writer))?;
    writeln!(out, "  on: {}", spelling.date(writer.task.assigned))?;
    writeln!(out, "  summary: {}", writer.say(&words::DIRECTIONS))?;
    if writer.rng.chance(50) {
        let (question, answer) = writer.rng.pick(&words::QUESTIONS);
        writeln!(out, "  asked:\n    - {{q: \"{}\", a: \"{}\"}}", writer.fill(question), writer.fill(answer))?;
    }
    Ok(())
}

fn write_references(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    let (number, title) = writer.rng.pick(&words::NATIONAL);
    writeln!(out, "{}:\n  - {}", spelling.key("references"), writer.document())?;
    if writer.rng.chance(50) {
        writeln!(out, "  - {{ref: {number}, title: {title}, link: https://vidu.example/van-ban/{}}}", slug(number))?;
    }
    Ok(())
}

fn write_risks(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("risks"))?;
    for _ in 0..writer.rng.between(1, 2) {
        let (risk, response) = writer.rng.pick(&words::RISKS);
        let (risk, response) = (writer.fill(risk), writer.fill(response));
        writeln!(out, "  - {{risk: \"{risk}\", response: \"{response}\", happened: {}}}", writer.rng.chance(25))?;
    }
    Ok(())
}

fn write_steps(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    writeln!(out, "{}:", spelling.key("steps"))?;
    let mut start = writer.task.assigned;
    let mut before = None;
    for id in ["a", "b", "c", "d"].into_iter().take(2 + writer.rng.below(3)) {
        let end = start.plus(writer.rng.between(0, 4));
        let what = writer.say(&words::STEPS);
        write!(out, "  - {{id: {id}, what: \"{what}\", start: {}, end: {}", spelling.date(start), spelling.date(end))?;
        if let Some(before) = before {
            write!(out, ", after: [{before}]")?;
        }
        writeln!(out, "}}")?;
        before = Some(id);
        start = end.plus(1);
    }
    if writer.rng.chance(50) {
        writeln!(out, "{}: {}", spelling.key("archive"), writer.say(&words::ARCHIVES))?;
    }
    Ok(())
}

fn write_revisions(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    let revises = writer.rng.chance(60);
    if revises {
        let by = superior(writer);
        let change = writer.say(&words::REVISIONS);
        let adopted = writer.rng.chance(85);
        writeln!(out, "{}:\n  - {{by: {by}, change: \"{change}\", adopted: {adopted}}}", spelling.key("revisions"))?;
    }
    if !revises || writer.rng.chance(50) {
        let lesson = writer.say(&words::LESSONS);
        let tag = writer.rng.pick(&words::TAGS);
        writeln!(out, "{}:\n  - {{text: \"{lesson}\", tag: {tag}}}", spelling.key("lessons"))?;
    }
    Ok(())
}

/// Weaknesses overcome, an objective cause of lateness, who may see the log.
fn write_remarks(out: &mut Vec<u8>, writer: &mut Writer<'_>, spelling: Spelling) -> io::Result<()> {
    if writer.rng.chance(8) {
        writeln!(out, "{}: [{}]", spelling.key("fixed"), writer.rng.pick(&words::TAGS))?;
    }
    if writer.task.is_late() && writer.rng.chance(30) {
        let cause = writer.say(&words::CAUSES);
        let by = &writer.roster.superior(writer.member, &mut writer.rng).id;
        writeln!(out, "{}: {{{}: \"{cause}\", confirmed_by: {by}}}", spelling.key("excused"), spelling.key("reason"))?;
    }
    if writer.task.status != Status::Cancelled && writer.rng.chance(20) {
        let audience = writer.rng.pick(&words::AUDIENCES);
        writeln!(out, "{}: {}", spelling.key("visibility"), spelling.word(audience))?;
    }
    Ok(())
}
