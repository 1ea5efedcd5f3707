//! What came of a criterion, how a task kept to its time: a mark drawn by the style, and the word.

use crate::render::markup::Markup;
use crate::render::phrase::Counted;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::report::{LevelId, Mark, Outcome, Record, Status, Timeliness};

/// The word of an outcome with its mark.
pub fn outcome(site: &Site<'_>, out: &mut Markup, outcome: Outcome) {
    let word = outcome_word(site, outcome);
    out.raw("<span class=\"outcome outcome--").raw(outcome.id()).raw("\">").raw(word).raw("</span>");
}

/// The word of an outcome, escaped.
pub fn outcome_word<'s>(site: &'s Site<'_>, outcome: Outcome) -> &'s str {
    match outcome {
        Outcome::Unclaimed => &site.words.outcome_unclaimed,
        Outcome::Na => &site.words.outcome_na,
        Outcome::Unmet => &site.words.outcome_unmet,
        Outcome::Claimed => &site.words.outcome_claimed,
        Outcome::Evidenced => &site.words.outcome_evidenced,
        Outcome::Confirmed => &site.words.outcome_confirmed,
        Outcome::Disputed => &site.words.outcome_disputed,
        Outcome::Stale => &site.words.outcome_stale,
    }
}

/// The sign of a mark in a narrow table: 1, ½ or 0; in brackets without evidence; – not applicable; · unclaimed. What
/// is not counted has no sign.
pub fn sign(mark: &Mark) -> &'static str {
    match (mark.counts, mark.level, mark.evidenced) {
        (false, ..) => "",
        (_, Some(LevelId::Met), true) => "1",
        (_, Some(LevelId::Met), _) => "(1)",
        (_, Some(LevelId::Partial), true) => "½",
        (_, Some(LevelId::Partial), _) => "(½)",
        (_, Some(LevelId::Unmet), _) => "0",
        (_, Some(LevelId::Na), _) => "–",
        (_, None, _) => "·",
    }
}

/// How a task kept to its time, with the days.
pub fn timeliness(site: &Site<'_>, out: &mut Markup, index: u32) {
    out.raw("<span class=\"time time--").raw(site.report.record(index).timeliness.id()).raw("\">");
    timeliness_words(site, out, index);
    out.raw("</span>");
}

/// The days that an open task has until it is due; nothing without a due date.
pub fn time_left(site: &Site<'_>, out: &mut Markup, index: u32) {
    let as_of = site.report.as_of();
    match site.report.record(index).schedule.due {
        Some(due) if due == as_of => _ = out.raw(&site.words.time_due_today),
        Some(due) => site.words.time_open.write(out, as_of.days_until(due).unsigned_abs(), &[]),
        None => {}
    }
}

/// The days alone by which a task is late or overdue, or for which it has been silent.
pub fn timeliness_days(site: &Site<'_>, out: &mut Markup, index: u32) {
    site.words.time_days.write(out, days(site, index), &[]);
}

/// The days by which a task is late or overdue, or for which it has been silent.
fn days(site: &Site<'_>, index: u32) -> u64 {
    let (record, as_of) = (site.report.record(index), site.report.as_of());
    match record.timeliness {
        Timeliness::Drifting => site.report.last_progress(index).days_until(as_of).unsigned_abs(),
        _ => record.schedule.days_late(as_of).unwrap_or_default().unsigned_abs(),
    }
}

/// A word that stands alone, or one with the days.
enum Word<'w> {
    Plain(&'w String),
    Days(&'w Counted),
}

/// How a task kept to its time, with the days, in words without a mark.
pub fn timeliness_words(site: &Site<'_>, out: &mut Markup, index: u32) {
    use Word::{Days, Plain};
    let record = site.report.record(index);
    let (words, as_of) = (&site.words, site.report.as_of());
    let days = days(site, index);
    let (word, days) = match record.timeliness {
        Timeliness::Late => (Days(&words.time_late), days),
        Timeliness::Excused => (Days(&words.time_excused), days),
        Timeliness::Overdue => (Days(&words.time_overdue), days),
        Timeliness::Drifting => {
            if record.schedule.due == Some(as_of) {
                out.raw(&words.time_due_today).raw(", ");
            }
            (Days(&words.time_drifting), days)
        }
        Timeliness::Open => match record.schedule.due {
            Some(due) if due == as_of => (Plain(&words.time_due_today), 0),
            Some(due) => (Days(&words.time_open), as_of.days_until(due).unsigned_abs()),
            None => (Plain(&words.time_open_undated), 0),
        },
        Timeliness::OnTime => (Plain(&words.time_on_time), 0),
        Timeliness::None if record.schedule.status == Status::Cancelled => (Plain(&words.time_cancelled), 0),
        Timeliness::None => (Plain(&words.time_undated), 0),
    };
    match word {
        Plain(word) => {
            out.raw(word);
        }
        Days(counted) => counted.write(out, days, &[]),
    }
}

/// A link to the problems page for the records with errors that a total misses, or nothing; it goes on a sentence.
pub fn uncounted(site: &Site<'_>, out: &mut Markup, missed: usize, depth: usize) {
    missing(&site.words.uncounted, out, missed, depth);
}

/// The same as a sentence of its own.
pub fn uncounted_sentence(site: &Site<'_>, out: &mut Markup, missed: usize, depth: usize) {
    missing(&site.words.uncounted_sentence, out, missed, depth);
}

/// A link to the problems page for the reviews of a record that have errors, or nothing.
pub fn faulty_reviews(site: &Site<'_>, out: &mut Markup, record: &Record, depth: usize) {
    missing(&site.words.faulty_reviews, out, record.faulty_reviews, depth);
}

fn missing(words: &Counted, out: &mut Markup, missed: usize, depth: usize) {
    if missed > 0 {
        out.raw("<a class=\"uncounted\" href=\"").href(&Route::Problems, depth, None).raw("\">");
        words.write(out, missed as u64, &[]);
        out.raw("</a>");
    }
}
