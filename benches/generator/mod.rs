//! Invents a cell of any size, the same on every run: a settings file and the task logs of five years.
//!
//! Enter by [`write_cell`]. Every log is valid; a few give warnings (no `due`, a claim without evidence, a person whom the
//! roster does not know). Names, places, bodies and document numbers are invented.

mod body;
mod calendar;
mod claims;
mod fold;
mod log;
mod prose;
mod rng;
mod roster;
mod spelling;
mod task;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use log::write_log;
use prose::Writer;
use rng::Rng;
use roster::Roster;
use task::{AS_OF, Task};

/// How many logs one member writes in five years.
const LOGS_PER_MEMBER: usize = 200;
/// Fewer members do not make a cell.
const FEWEST_MEMBERS: usize = 3;

/// Writes a cell with `logs` logs below `dir`, where no `records/` may stand yet; `seed` determines every byte.
pub fn write_cell(dir: &Path, logs: usize, seed: u64) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    let records = dir.join("records");
    fs::create_dir(&records)?;
    let mut rng = Rng::new(seed, 0);
    let roster = Roster::invent(FEWEST_MEMBERS.max(logs / LOGS_PER_MEMBER), &mut rng);
    write_settings(dir, &roster, &mut rng)?;
    for member in 0..roster.members.len() {
        write_member(&records, &roster, member, share(logs, roster.members.len(), member), seed)?;
    }
    Ok(())
}

fn write_settings(dir: &Path, roster: &Roster, rng: &mut Rng) -> io::Result<()> {
    let mut text = Vec::new();
    roster.write_settings(&mut text, &AS_OF.to_string(), rng)?;
    fs::write(dir.join("hieucan.yaml"), text)
}

/// How many of `logs` fall to a member: the first members take what is left over.
fn share(logs: usize, members: usize, member: usize) -> usize {
    logs / members + usize::from(member < logs % members)
}

/// Writes the logs of one member, from a stream of chances of their own.
fn write_member(records: &Path, roster: &Roster, member: usize, count: usize, seed: u64) -> io::Result<()> {
    let mut rng = Rng::new(seed, member as u64 + 1);
    let tasks: Vec<Task> = (0..count).map(|number| Task::invent(number, count, &mut rng)).collect();
    make_folders(records, &tasks, &roster.members[member].id)?;
    let mut text = Vec::new();
    for (number, task) in tasks.iter().enumerate() {
        let mut writer = Writer { rng: Rng::new(rng.next(), 0), roster, member, task };
        text.clear();
        write_log(&mut text, &mut writer, &tasks[..number])?;
        let folder = records.join(task.year().to_string()).join(&roster.members[member].id);
        fs::write(folder.join(format!("{}.md", task.stem)), &text)?;
    }
    Ok(())
}

fn make_folders(records: &Path, tasks: &[Task], member: &str) -> io::Result<()> {
    let years: BTreeSet<i32> = tasks.iter().map(Task::year).collect();
    years.into_iter().try_for_each(|year| fs::create_dir_all(records.join(year.to_string()).join(member)))
}
