//! The radar of a member: an axis per criterion, an outline per fact.

use std::f64::consts::TAU;

use super::svg::{Canvas, Svg, width_of};
use super::{Fact, Facts, Frame};
use crate::base::source::leading;

/// One criterion.
#[derive(Debug, Clone, Default)]
pub struct Axis<'a> {
    /// Its id, written at the end of the axis.
    pub label: &'a str,
    /// Its short label, told with its figures.
    pub name: &'a str,
    /// The figures.
    pub facts: Facts,
    /// Where the records behind it are.
    pub href: Option<String>,
}

const RADIUS: f64 = 120.0;
const TO_LABEL: f64 = 19.0;
const MIDDLE_Y: f64 = 147.0;
const WIDTH: f64 = 400.0;
/// So wide a chart still shows its labels at a readable size; longer ones are cut, since the table names them in full.
const MOST_WIDTH: f64 = 520.0;

/// The radar of `axes`, or nothing when there are fewer than the three that span a plane.
///
/// A criterion that nothing was applicable to has no point: its outline passes it by, for 0 would be a lie.
pub fn radar(frame: &Frame<'_>, axes: &[Axis<'_>]) -> Option<Svg> {
    if axes.len() < 3 {
        return None;
    }
    let plane = Plane::of(axes);
    let reviewed = axes.iter().any(|axis| axis.facts.confirmed.is_some());
    let linked = axes.iter().any(|axis| axis.href.is_some());
    let size = (plane.width, 2.0 * MIDDLE_Y);
    let mut canvas = Canvas::new(frame, frame.words.radar.text(reviewed), size, linked);
    plane.draw_grid(&mut canvas);
    for fact in [Fact::Evidenced, Fact::Claimed, Fact::Confirmed] {
        plane.draw_outline(&mut canvas, axes, fact);
    }
    for (i, axis) in axes.iter().enumerate() {
        plane.draw_axis(&mut canvas, frame, i, axis);
    }
    Some(canvas.finish())
}

/// Where the axes lie.
struct Plane {
    axes: usize,
    width: f64,
}

impl Plane {
    fn of(axes: &[Axis<'_>]) -> Self {
        let longest = axes.iter().map(|axis| width_of(axis.label)).fold(0.0, f64::max);
        Self { axes: axes.len(), width: (2.0 * (RADIUS + TO_LABEL + longest)).clamp(WIDTH, MOST_WIDTH) }
    }

    fn at(&self, axis: usize, radius: f64) -> (f64, f64) {
        let (sin, cos) = (TAU * axis as f64 / self.axes as f64).sin_cos();
        (self.width / 2.0 + radius * sin, MIDDLE_Y - radius * cos)
    }

    fn draw_grid(&self, canvas: &mut Canvas) {
        for quarter in 1..=4 {
            let ring: Vec<_> = (0..self.axes).map(|axis| self.at(axis, RADIUS * f64::from(quarter) / 4.0)).collect();
            canvas.shape("polygon", &[if quarter == 4 { "axis" } else { "grid" }], &ring);
        }
        for axis in 0..self.axes {
            canvas.rule("grid", self.at(axis, 0.0), self.at(axis, RADIUS));
        }
    }

    fn point(&self, index: usize, axis: &Axis<'_>, fact: Fact) -> Option<(f64, f64)> {
        axis.facts.share(fact).map(|share| self.at(index, RADIUS * share))
    }

    fn draw_outline(&self, canvas: &mut Canvas, axes: &[Axis<'_>], fact: Fact) {
        let points: Vec<_> = axes.iter().enumerate().filter_map(|(i, axis)| self.point(i, axis, fact)).collect();
        if points.len() < 2 {
            return;
        }
        if fact == Fact::Evidenced {
            canvas.shape("polygon", &["area--evidenced"], &points);
        }
        canvas.shape("polygon", &["line line--", fact.class()], &points);
    }

    /// The points of one criterion and its label, which together lead to its records.
    fn draw_axis(&self, canvas: &mut Canvas, frame: &Frame<'_>, index: usize, axis: &Axis<'_>) {
        let name = if axis.name.is_empty() { axis.label.to_owned() } else { format!("{} {}", axis.label, axis.name) };
        let href = axis.href.as_deref();
        canvas.open_mark(href, &frame.words.facts_of(&name, &axis.facts));
        for fact in [Fact::Claimed, Fact::Evidenced, Fact::Confirmed] {
            if let Some(point) = self.point(index, axis, fact) {
                canvas.dot(fact, point);
            }
        }
        self.draw_label(canvas, index, axis.label);
        canvas.close_mark(href);
    }

    fn draw_label(&self, canvas: &mut Canvas, index: usize, label: &str) {
        let (x, y) = self.at(index, RADIUS + TO_LABEL);
        let beside = x - self.width / 2.0;
        // A label beside the plane may come 3 units nearer than one above or below it.
        let (class, x) = match beside {
            b if b.abs() < 12.0 => ("strong middle", x),
            b if b > 0.0 => ("strong start", x - 3.0),
            _ => ("strong end", x + 3.0),
        };
        canvas.label(class, (x, y + 4.5), &self.fitting(label));
    }

    /// `label`, cut so that it stays inside the chart.
    fn fitting(&self, label: &str) -> String {
        let room = self.width / 2.0 - RADIUS - TO_LABEL + 3.0;
        if width_of(label) <= room {
            return label.to_owned();
        }
        let kept = (room / width_of("x")) as usize;
        format!("{}…", leading(label, kept.saturating_sub(1)))
    }
}
