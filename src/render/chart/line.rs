//! The trend of a criterion or a member, month by month.

use super::svg::{Canvas, Svg};
use super::{Fact, Facts, Frame, draw_month_label, latest};
use crate::base::period::Period;

/// One month.
#[derive(Debug, Clone)]
pub struct Point {
    /// The month.
    pub month: Period,
    /// Its figures.
    pub facts: Facts,
    /// Where the records behind them are.
    pub href: Option<String>,
}

const SIZE: (f64, f64) = (400.0, 230.0);
const LEFT: f64 = 48.0;
const RIGHT: f64 = 394.0;
const TOP: f64 = 14.0;
const FOOT: f64 = 192.0;
const INDENT: f64 = 16.0;

/// The line of each fact over the latest months of `points`. A month that nothing was applicable to breaks the lines.
pub fn line(frame: &Frame<'_>, points: &[Point]) -> Svg {
    let points = latest(points);
    let reviewed = points.iter().any(|point| point.facts.confirmed.is_some());
    let linked = points.iter().any(|point| point.href.is_some());
    let mut canvas = Canvas::new(frame, frame.words.line.text(reviewed), SIZE, linked);
    draw_scale(&mut canvas);
    for fact in [Fact::Claimed, Fact::Confirmed, Fact::Evidenced] {
        draw_line(&mut canvas, points, fact);
    }
    for (i, point) in points.iter().enumerate() {
        draw_month(&mut canvas, frame, (i, points.len()), point);
    }
    canvas.finish()
}

fn draw_scale(canvas: &mut Canvas) {
    for (share, label) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
        let class = if share == 0.0 { "axis" } else { "grid" };
        canvas.rule(class, (LEFT, y(share)), (RIGHT, y(share)));
        canvas.label("soft end", (LEFT - 6.0, y(share) + 4.5), label);
    }
}

fn x(index: usize, months: usize) -> f64 {
    let (from, until) = (LEFT + INDENT, RIGHT - INDENT);
    if months < 2 { (from + until) / 2.0 } else { from + (until - from) * index as f64 / (months - 1) as f64 }
}

fn y(share: f64) -> f64 {
    FOOT - (FOOT - TOP) * share
}

/// Each run of months with something to draw as a line of its own.
fn draw_line(canvas: &mut Canvas, points: &[Point], fact: Fact) {
    let place = |i: usize| points[i].facts.share(fact).map(|share| (x(i, points.len()), y(share)));
    let places: Vec<_> = (0..points.len()).map(place).collect();
    for run in places.split(Option::is_none) {
        let run: Vec<_> = run.iter().flatten().copied().collect();
        if run.len() > 1 {
            canvas.shape("polyline", &["line line--", fact.class()], &run);
        }
    }
}

/// The points of one month and its label, which together lead to its records.
fn draw_month(canvas: &mut Canvas, frame: &Frame<'_>, (index, months): (usize, usize), point: &Point) {
    let (href, x) = (point.href.as_deref(), x(index, months));
    canvas.open_mark(href, &frame.words.facts_of(&point.month.label(frame.words.lang), &point.facts));
    for fact in [Fact::Claimed, Fact::Confirmed, Fact::Evidenced] {
        if let Some(share) = point.facts.share(fact) {
            canvas.dot(fact, (x, y(share)));
        }
    }
    draw_month_label(canvas, (x, FOOT + 18.0), point.month, index == 0);
    canvas.close_mark(href);
}
