//! The steps of a plan on a line of time: what comes before and after, what runs at one time, what waits for approval.

use super::Frame;
use super::svg::{Canvas, Svg};
use crate::base::i18n::Lang;
use crate::base::period::{Date, Period};
use crate::base::source::characters;
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
/// Room for the names of months.
const MONTHS: f64 = 18.0;
const ROW: f64 = 40.0;
const BAR: f64 = 13.0;

/// Room for the name of a step above its bar.
const NAME: f64 = 20.0;

/// Letters of a step's name.
const LETTERS: usize = 46;

/// A chart, and which of its upright lines the legend has to tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gantt {
    /// The chart.
    pub svg: Svg,
    /// Whether a month begins in it.
    pub has_months: bool,
    /// Whether the as-of date lies in it.
    pub has_today: bool,
    /// What the steps that are drawn wait for.
    pub waits: Vec<Waits>,
}

/// The first [`MOST_STEPS`] of `steps`; a line marks `today` when it lies among them.
pub fn gantt(frame: &Frame<'_>, steps: &[Bar<'_>], today: Option<Date>) -> Option<Gantt> {
    let steps = &steps[..steps.len().min(MOST_STEPS)];
    let days = || steps.iter().filter_map(|step| step.days);
    let (first, last) = (days().map(|(start, _)| start).min()?, days().map(|(_, end)| end).max()?);
    let time = Time::of(first, last, frame.words.lang);
    let height = time.top(steps.len()) + 4.0;
    let mut canvas =
        Canvas::new(frame, &frame.words.gantt, (WIDTH, height), steps.iter().any(|step| step.href.is_some()));
    draw_hatching(&mut canvas, frame.id);
    draw_time(&mut canvas, frame, &time, steps);
    let today = today.filter(|today| time.holds(*today));
    if let Some(today) = today {
        let x = time.x(today) + time.day / 2.0;
        draw_today(&mut canvas, &time, x, steps.len());
    }
    for (row, step) in steps.iter().enumerate() {
        step.after.iter().filter(|before| **before < steps.len()).for_each(|before| {
            draw_order(&mut canvas, &time, steps, *before, row);
        });
    }
    for (row, step) in steps.iter().enumerate() {
        draw_step(&mut canvas, frame, &time, row, step);
    }
    let waits = steps.iter().filter(|step| step.days.is_some()).map(|step| step.waits).collect();
    Some(Gantt { svg: canvas.finish(), has_months: !time.months.is_empty(), has_today: today.is_some(), waits })
}

/// Where days lie.
struct Time {
    first: Date,
    last: Date,
    /// How wide a day is.
    day: f64,
    /// Where the months begin that are marked, and whether there is room for the name.
    months: Vec<(Date, bool)>,
}

impl Time {
    fn of(first: Date, last: Date, lang: Lang) -> Self {
        let days = (first.days_until(last) + 1) as f64;
        let time = Self { first, last, day: (RIGHT - LEFT) / days, months: Vec::new() };
        Self { months: time.marked_months(lang), ..time }
    }

    /// The months that begin between the ends, as many as keep their names apart: every one, or every second, third,
    /// sixth or twelfth of the year.
    fn marked_months(&self, lang: Lang) -> Vec<(Date, bool)> {
        let starts = month_starts(self);
        let room = starts.iter().map(|start| room_of(&month_name(*start, lang))).fold(0.0, f64::max);
        let apart = |every: &u8| self.day * SHORTEST_MONTH * f64::from(*every) >= room;
        let every = [1, 2, 3, 6].into_iter().find(apart).unwrap_or(12);
        let is_marked = |start: &Date| (start.parts().1 - 1).is_multiple_of(every);
        starts.into_iter().filter(is_marked).map(|start| (start, self.x(start) + room <= RIGHT)).collect()
    }

    /// Where a row begins; that after the last is the foot.
    fn top(&self, row: usize) -> f64 {
        let head = if self.months.iter().any(|(_, is_named)| *is_named) { TOP + MONTHS } else { TOP };
        head + ROW * row as f64
    }

    /// Where the bar of a row begins.
    fn bar(&self, row: usize) -> f64 {
        self.top(row) + ROW - 18.0
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

/// The name of the month that begins on `start`.
fn month_name(start: Date, lang: Lang) -> String {
    Period::month_of(start).axis_label(lang)
}

/// About how wide the name of a month or a step is, with the room about it.
fn room_of(name: &str) -> f64 {
    characters(name) as f64 * 8.5 + 2.0 * BESIDE
}

/// How far the name of a month stands from its line.
const BESIDE: f64 = 4.0;

/// Days of the shortest month.
const SHORTEST_MONTH: f64 = 28.0;

fn draw_hatching(canvas: &mut Canvas, id: &str) {
    canvas
        .raw("<defs><pattern id=\"")
        .raw(id)
        .raw("-approval\" patternUnits=\"userSpaceOnUse\" width=\"5\" height=\"5\" ");
    canvas.raw("patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/></pattern></defs>");
}

/// The first day and the last; a line where a month begins, with its name beside it where there is room.
fn draw_time(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, steps: &[Bar<'_>]) {
    let (lang, axis) = (frame.words.lang, time.top(0) - 4.0);
    canvas.rule("axis", (LEFT, axis), (RIGHT, axis));
    canvas.label("soft start", (LEFT, TOP - 10.0), &time.first.label(lang));
    if time.first != time.last {
        canvas.label("soft end", (RIGHT, TOP - 10.0), &time.last.label(lang));
    }
    for (start, is_named) in &time.months {
        let x = time.x(*start);
        canvas.raw("<path class=\"grid\" d=\"");
        draw_down(canvas, time, steps, x, (axis, time.top(steps.len())));
        canvas.raw("\"/>");
        if *is_named {
            canvas.rule("axis", (x, axis - MONTHS + 2.0), (x, axis));
            canvas.label("soft start", (x + BESIDE, axis - 5.0), &month_name(*start, lang));
        }
    }
}

/// A line down through the bars that stops where a step's name stands.
fn draw_today(canvas: &mut Canvas, time: &Time, x: f64, rows: usize) {
    canvas.raw("<path class=\"today\" d=\"");
    for row in 0..rows {
        let bar = time.bar(row);
        canvas.raw("M").number(x).raw(" ").number(bar - 2.0).raw("V").number(bar + BAR + 2.0);
    }
    canvas.raw("\"/>");
}

/// With more months than this between the ends none is marked: not even the names of years would keep apart.
const MOST_MONTHS: usize = 60;

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
fn draw_order(canvas: &mut Canvas, time: &Time, steps: &[Bar<'_>], before: usize, row: usize) {
    let (Some(ended), Some(begun)) = (steps[before].days, steps[row].days) else { return };
    let (x, from) = (time.span(ended).1 - 1.0, time.bar(before) + BAR);
    let (until, y) = (time.span(begun).0, time.bar(row) + BAR / 2.0);
    canvas.raw("<path class=\"order\" d=\"");
    draw_down(canvas, time, steps, x, (from.min(y), from.max(y)));
    canvas.raw("M").number(x).raw(" ").number(y).raw("H").number(until).raw("\"/>");
}

/// The way of an upright line from one height down to another, which stops where the name of a step stands.
fn draw_down(canvas: &mut Canvas, time: &Time, steps: &[Bar<'_>], x: f64, (from, to): (f64, f64)) {
    canvas.raw("M").number(x).raw(" ").number(from);
    for (row, step) in steps.iter().enumerate() {
        let (above, below) = (time.top(row) + 1.0, time.top(row) + NAME);
        if from < above && below < to && x < LEFT + room_of(&shortened(step.label, LETTERS)) {
            canvas.raw("V").number(above).raw("M").number(x).raw(" ").number(below);
        }
    }
    canvas.raw("V").number(to);
}

fn draw_step(canvas: &mut Canvas, frame: &Frame<'_>, time: &Time, row: usize, step: &Bar<'_>) {
    let href = step.href.as_deref();
    canvas.open_mark(href, &told(frame, step));
    canvas.label("start", (LEFT, time.top(row) + 15.0), &shortened(step.label, LETTERS));
    if let Some(days) = step.days {
        let (from, until) = time.span(days);
        canvas.raw("<rect class=\"step--").raw(class(step.waits)).raw("\" x=\"").number(from);
        canvas.raw("\" y=\"").number(time.bar(row)).raw("\" width=\"").number(until - from);
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
