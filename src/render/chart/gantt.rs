//! The steps of a plan on a line of time: what comes before and after, what runs at one time, what waits for approval.

use super::Frame;
use super::svg::{Canvas, Svg};
use crate::base::period::Date;
use crate::render::markup::shortened;

/// What a step waits for, drawn by its fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// Nobody.
    Own,
    /// Somebody else's part.
    Partner,
    /// An approval.
    Approval,
}

/// One step.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// Its id and what it is.
    pub label: &'a str,
    /// The first and the last day, when any is written.
    pub days: Option<(Date, Date)>,
    /// What it waits for.
    pub waits: Waits,
    /// Places of the steps that it comes after.
    pub after: Vec<usize>,
    /// Where the rest that is written of it stands.
    pub href: Option<String>,
}

/// Most steps that the chart shows; the table beside it shows all.
pub const MOST_STEPS: usize = 30;

const WIDTH: f64 = 400.0;
const LEFT: f64 = 6.0;
const RIGHT: f64 = 394.0;
const TOP: f64 = 24.0;
const ROW: f64 = 40.0;
const BAR: f64 = 13.0;

/// Letters of a step's name.
const LETTERS: usize = 46;

/// The first [`MOST_STEPS`] of `steps`; a line marks `today` when it lies among them.
pub fn gantt(frame: &Frame<'_>, steps: &[Bar<'_>], today: Option<Date>) -> Option<Svg> {
    let steps = &steps[..steps.len().min(MOST_STEPS)];
    let days = || steps.iter().filter_map(|step| step.days);
    let time = Time::of(days().map(|(start, _)| start).min()?, days().map(|(_, end)| end).max()?);
    let height = TOP + ROW * steps.len() as f64 + 4.0;
    let mut canvas =
        Canvas::new(frame, &frame.words.gantt, (WIDTH, height), steps.iter().any(|step| step.href.is_some()));
    draw_hatching(&mut canvas, frame.id);
    draw_time(&mut canvas, frame, &time, steps.len());
    if let Some(today) = today.filter(|today| time.holds(*today)) {
        let x = time.x(today) + time.day / 2.0;
        upright(&mut canvas, "today", x, steps.len());
    }
    for (row, step) in steps.iter().enumerate() {
        step.after.iter().filter(|before| **before < steps.len()).for_each(|before| {
            draw_order(&mut canvas, &time, (steps[*before].days, *before), (step.days, row));
        });
    }
    for (row, step) in steps.iter().enumerate() {
        draw_step(&mut canvas, frame, &time, row, step);
    }
    Some(canvas.finish())
}

/// Where days lie.
struct Time {
    first: Date,
    last: Date,
    /// How wide a day is.
    day: f64,
}

impl Time {
    fn of(first: Date, last: Date) -> Self {
        let days = (first.days_until(last) + 1) as f64;
        Self { first, last, day: (RIGHT - LEFT) / days }
    }

    fn holds(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Where a day begins.
    fn x(&self, day: Date) -> f64 {
        LEFT + self.day * self.first.days_until(day) as f64
    }

    /// Where a step begins and ends; a day of a long plan is still to be seen.
    fn span(&self, (start, end): (Date, Date)) -> (f64, f64) {
        let (from, until) = (self.x(start), self.x(end) + self.day);
        let until = until.max(from + 3.0);
        (from.min(RIGHT - 3.0), until.min(RIGHT))
    }
}

fn top(row: usize) -> f64 {
    TOP + ROW * row as f64
}

fn draw_hatching(canvas: &mut Canvas, id: &str) {
    canvas
        .raw("<defs><pattern id=\"")
        .raw(id)
        .raw("-approval\" patternUnits=\"userSpaceOnUse\" width=\"5\" height=\"5\" ");
    canvas.raw("patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/></pattern></defs>");
}

/// The first day and the last, and a line where a month begins.
fn draw_time(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, rows: usize) {
    let lang = frame.words.lang;
    canvas.rule("axis", (LEFT, TOP - 4.0), (RIGHT, TOP - 4.0));
    canvas.label("soft start", (LEFT, TOP - 10.0), &time.first.label(lang));
    if time.first != time.last {
        canvas.label("soft end", (RIGHT, TOP - 10.0), &time.last.label(lang));
    }
    for first in month_starts(time) {
        upright(canvas, "grid", time.x(first), rows);
    }
}

/// A line down through the bars that stops where a step's name stands.
fn upright(canvas: &mut Canvas, class: &str, x: f64, rows: usize) {
    canvas.raw("<path class=\"").raw(class).raw("\" d=\"");
    for row in 0..rows {
        let bar = top(row) + ROW - 18.0;
        canvas.raw("M").number(x).raw(" ").number(bar - 2.0).raw("V").number(bar + BAR + 2.0);
    }
    canvas.raw("\"/>");
}

/// With more months than this between the ends no lines are drawn.
const MOST_MONTHS: usize = 24;

fn month_starts(time: &Time) -> Vec<Date> {
    let mut starts = Vec::new();
    let (year, month, _) = time.first.parts();
    let months = (i32::from(year) * 12 + i32::from(month)..).map(|n| (n / 12, n % 12 + 1));
    for (year, month) in months.take(MOST_MONTHS + 1) {
        match Date::new(year as i16, month as i8, 1).filter(|day| *day <= time.last) {
            Some(day) => starts.push(day),
            None => return starts,
        }
    }
    Vec::new()
}

/// A line from the end of a step to the beginning of one that comes after it.
fn draw_order(
    canvas: &mut Canvas,
    time: &Time,
    (before, before_row): (Option<(Date, Date)>, usize),
    (after, row): (Option<(Date, Date)>, usize),
) {
    let (Some(before), Some(after)) = (before, after) else { return };
    let (x, from) = (time.span(before).1 - 1.0, top(before_row) + ROW - 18.0);
    let (until, y) = (time.span(after).0, top(row) + ROW - 18.0 + BAR / 2.0);
    canvas.raw("<path class=\"order\" d=\"M").number(x).raw(" ").number(from + BAR).raw("V").number(y);
    canvas.raw("H").number(until).raw("\"/>");
}

fn draw_step(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, row: usize, step: &Bar<'_>) {
    let href = step.href.as_deref();
    canvas.open_mark(href, &told(frame, step));
    canvas.label("start", (LEFT, top(row) + 15.0), &shortened(step.label, LETTERS));
    if let Some(days) = step.days {
        let (from, until) = time.span(days);
        canvas.raw("<rect class=\"step--").raw(class(step.waits)).raw("\" x=\"").number(from);
        canvas.raw("\" y=\"").number(top(row) + ROW - 18.0).raw("\" width=\"").number(until - from);
        canvas.raw("\" height=\"").number(BAR).raw("\"");
        if step.waits == Waits::Approval {
            canvas.raw(" fill=\"url(#").raw(frame.id).raw("-approval)\"");
        }
        canvas.raw("/>");
    }
    canvas.close_mark(href);
}

fn class(waits: Waits) -> &'static str {
    match waits {
        Waits::Own => "own",
        Waits::Partner => "partner",
        Waits::Approval => "approval",
    }
}

/// `a. Khảo sát: 01/4/2026 – 03/4/2026`.
fn told(frame: &Frame<'_>, step: &Bar<'_>) -> String {
    let lang = frame.words.lang;
    let days = match step.days {
        Some((start, end)) if start == end => start.label(lang),
        Some((start, end)) => format!("{} – {}", start.label(lang), end.label(lang)),
        None => frame.words.undated.clone(),
    };
    format!("{}: {days}", shortened(step.label, LETTERS * 2))
}
