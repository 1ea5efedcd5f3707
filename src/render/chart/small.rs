//! A small chart of one criterion's months: many of them stand side by side on one scale, so that they are compared by
//! eye. They share one legend and one note about the scale; the table under them has their numbers.

use super::line::Point;
use super::svg::{Canvas, Svg};
use super::{Fact, Frame};

const SIZE: (f64, f64) = (160.0, 84.0);
const LEFT: f64 = 8.0;
const RIGHT: f64 = 152.0;
const TOP: f64 = 7.0;
const FOOT: f64 = 63.0;

/// The lines of the facts over `points`, one of each month of the calendar; `description` says it in words.
///
/// The marks of a month lead to its records. They are left out of the order of the Tab key: a hundred stops would stand
/// before the table, whose entries lead to the same places.
pub fn small(frame: &Frame<'_>, description: &str, points: &[Point]) -> Svg {
    let linked = points.iter().any(|point| point.href.is_some());
    let mut canvas = Canvas::new(frame, description, SIZE, linked);
    for (class, share) in [("grid", 1.0), ("grid", 0.5), ("axis", 0.0)] {
        canvas.rule(class, (LEFT, y(share)), (RIGHT, y(share)));
    }
    for fact in [Fact::Claimed, Fact::Confirmed, Fact::Evidenced] {
        draw_line(&mut canvas, points, fact);
    }
    for (i, point) in points.iter().enumerate().filter(|(_, point)| point.facts.possible > 0) {
        draw_month(&mut canvas, frame, x(i, points.len()), point);
    }
    if let [first, .., last] = points {
        let lang = frame.words.lang;
        canvas.label("tick start", (LEFT, SIZE.1 - 6.0), &first.month.axis_label(lang));
        canvas.label("tick end", (RIGHT, SIZE.1 - 6.0), &last.month.axis_label(lang));
    }
    canvas.finish()
}

fn x(index: usize, months: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * index as f64 / months.saturating_sub(1).max(1) as f64
}

fn y(share: f64) -> f64 {
    FOOT - (FOOT - TOP) * share
}

fn draw_line(canvas: &mut Canvas, points: &[Point], fact: Fact) {
    let place = |i: usize| points[i].facts.share(fact).map(|share| (x(i, points.len()), y(share)));
    let places: Vec<_> = (0..points.len()).map(place).collect();
    for run in places.split(Option::is_none).filter(|run| run.len() > 1) {
        let run: Vec<_> = run.iter().flatten().copied().collect();
        canvas.shape("polyline", &["line line--", fact.class()], &run);
    }
}

/// The points of a month, and room around them for a finger. What is claimed has no point of its own where all of it is
/// evidenced.
fn draw_month(canvas: &mut Canvas, frame: &Frame<'_>, x: f64, point: &Point) {
    let href = point.href.as_deref();
    match href {
        Some(href) => canvas.raw("<a href=\"").text(href).raw("\" tabindex=\"-1\">"),
        None => canvas.raw("<g>"),
    };
    let told = frame.words.facts_of(&point.month.axis_label(frame.words.lang), &point.facts);
    canvas.raw("<title>").text(&told).raw("</title><path class=\"hit\" d=\"M").number(x).raw(" 4v62\"/>");
    let is_shown = |fact: &Fact| *fact != Fact::Claimed || point.facts.claimed != point.facts.evidenced;
    for fact in [Fact::Claimed, Fact::Confirmed, Fact::Evidenced].into_iter().filter(is_shown) {
        if let Some(share) = point.facts.share(fact) {
            canvas.small_dot(fact, (x, y(share)));
        }
    }
    canvas.close_mark(href);
}
