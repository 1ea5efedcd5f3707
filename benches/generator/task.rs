//! The tasks of one member over five years, known before their logs are written so that logs can link to each other.

use super::calendar::Day;
use super::fold::short_slug;
use super::rng::Rng;
use super::words;

/// The first day on which a task is given.
const FIRST: Day = Day::of(2021, 7, 1);
/// The day on which the cell is looked at: nothing ends after it.
pub const AS_OF: Day = Day::of(2026, 6, 30);
/// Tasks given this many days before the end may still be open.
const RECENT: i32 = 30;

/// Where a task stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Planned,
    /// Begun.
    Doing,
    /// Ended on that day.
    Done(Day),
    /// Given up.
    Cancelled,
}

impl Status {
    /// The word in English and in Vietnamese.
    pub fn word(self) -> (&'static str, &'static str) {
        match self {
            Self::Planned => ("planned", "kế hoạch"),
            Self::Doing => ("doing", "đang làm"),
            Self::Done(_) => ("done", "hoàn thành"),
            Self::Cancelled => ("cancelled", "hủy"),
        }
    }
}

/// One task.
pub struct Task {
    /// What it is about.
    pub topic: &'static str,
    /// The name of its main product.
    pub product: &'static str,
    /// The sign of that product in its document number.
    pub sign: &'static str,
    /// The title of the log.
    pub title: String,
    /// The file name without `.md`, unique for the member.
    pub stem: String,
    /// When it was given.
    pub assigned: Day,
    /// When it is to be done; a few say nothing.
    pub due: Option<Day>,
    /// Where it stands.
    pub status: Status,
}

impl Task {
    /// The `number`-th of `count` tasks of a member.
    pub fn invent(number: usize, count: usize, rng: &mut Rng) -> Self {
        let assigned = assigned_on(number, count, rng);
        let (deed, product, sign) = rng.pick(&words::DEEDS);
        let topic = rng.pick(&words::TOPICS);
        let title = title(deed, topic, assigned, rng);
        let stem = format!("{assigned}-{}-{:03}", short_slug(&title, 56), number + 1);
        let days = rng.between(4, 30);
        let due = (!rng.chance(3)).then(|| assigned.plus(days));
        let status = status(assigned, days, rng);
        Self { topic, product, sign, title, stem, assigned, due, status }
    }

    /// The folder of the year in which it was given.
    pub fn year(&self) -> i32 {
        self.assigned.parts().0
    }

    /// The day it was done, if it was.
    pub fn done(&self) -> Option<Day> {
        match self.status {
            Status::Done(day) => Some(day),
            _ => None,
        }
    }

    /// Done by the day that was set.
    pub fn is_on_time(&self) -> bool {
        self.done().zip(self.due).is_some_and(|(done, due)| done <= due)
    }

    /// Done after the day that was set.
    pub fn is_late(&self) -> bool {
        self.done().zip(self.due).is_some_and(|(done, due)| done > due)
    }

    /// The last day on which something may have been noted.
    pub fn last_day(&self) -> Day {
        self.done().unwrap_or(AS_OF)
    }
}

/// Tasks spread evenly over the five years, each somewhere in its own share of the days.
fn assigned_on(number: usize, count: usize, rng: &mut Rng) -> Day {
    let days = (AS_OF.0 - FIRST.0 + 1) as usize;
    let start = number * days / count;
    let end = (number + 1) * days / count;
    FIRST.plus((start + rng.below((end - start).max(1))) as i32)
}

fn title(deed: &str, topic: &str, assigned: Day, rng: &mut Rng) -> String {
    let (year, month, _) = assigned.parts();
    match rng.below(4) {
        0 => format!("{deed} {topic} tháng {month}/{year}"),
        1 => format!("{deed} {topic} tại {}", rng.pick(&words::PLACES)),
        2 => format!("{deed} {topic} cùng {}", rng.pick(&words::UNITS)),
        _ => format!("{deed} {topic}, đợt {} năm {year}", 1 + rng.below(4)),
    }
}

/// Most tasks are done, one in eight after the day that was set; some recent ones are open, very few old ones drift.
fn status(assigned: Day, days: i32, rng: &mut Rng) -> Status {
    let spent = if rng.chance(12) { days + rng.between(1, 12) } else { rng.between(1, days) };
    let done = assigned.plus(spent);
    let is_recent = assigned > AS_OF.plus(-RECENT);
    match rng.below(200) {
        0 | 1 => Status::Cancelled,
        2 => Status::Doing,
        _ if done <= AS_OF => Status::Done(done),
        _ if is_recent && rng.chance(30) => Status::Planned,
        _ => Status::Doing,
    }
}
