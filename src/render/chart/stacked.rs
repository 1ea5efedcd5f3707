//! What came of one criterion, as stacked columns by month.

use super::svg::{Canvas, Svg, width_of};
use super::{Frame, Words, draw_month_label, latest};
use crate::base::number::{grouped, push_grouped};
use crate::base::period::Period;

/// Records by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Claimed, with evidence.
    pub evidenced: u32,
    /// Claimed, without evidence that counts.
    pub claimed: u32,
    /// Not met, by the member's own word.
    pub unmet: u32,
    /// Nothing claimed.
    pub unclaimed: u32,
    /// Not applicable.
    pub na: u32,
}

impl Counts {
    fn of(&self, part: Part) -> u32 {
        match part {
            Part::Evidenced => self.evidenced,
            Part::Claimed => self.claimed,
            Part::Unmet => self.unmet,
            Part::Unclaimed => self.unclaimed,
            Part::Na => self.na,
        }
    }

    fn total(&self) -> u32 {
        PARTS.iter().map(|part| self.of(*part)).sum()
    }

    /// The parts that are there, each with what lies before it and how much it is.
    fn stacked(&self) -> impl Iterator<Item = (Part, u32, u32)> {
        let mut before = 0;
        PARTS.into_iter().filter_map(move |part| {
            let count = self.of(part);
            let start = before;
            before += count;
            (count > 0).then_some((part, start, count))
        })
    }
}

/// One month.
#[derive(Debug, Clone)]
pub struct Column {
    /// The month.
    pub month: Period,
    /// Its records.
    pub counts: Counts,
    /// Where they are.
    pub href: Option<String>,
}

/// Outcomes in the order in which they are stacked: what is proven first, what does not count last.
pub(super) const PARTS: [Part; 5] = [Part::Evidenced, Part::Claimed, Part::Unmet, Part::Unclaimed, Part::Na];

/// An outcome as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Evidenced,
    Claimed,
    Unmet,
    Unclaimed,
    Na,
}

impl Part {
    pub(super) fn class(self) -> &'static str {
        match self {
            Part::Evidenced => "evidenced",
            Part::Claimed => "claimed",
            Part::Unmet => "unmet",
            Part::Unclaimed => "unclaimed",
            Part::Na => "na",
        }
    }

    /// What its pattern repeats: hatching and specks show on a black-and-white copy where colours do not.
    fn pattern(self) -> Option<&'static str> {
        match self {
            Part::Unmet => {
                Some("width=\"5\" height=\"5\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V5\"/>")
            }
            Part::Na => Some("width=\"7\" height=\"7\"><circle class=\"speck\" cx=\"3.5\" cy=\"3.5\" r=\"1\"/>"),
            _ => None,
        }
    }
}

const SIZE: (f64, f64) = (400.0, 230.0);
const LEFT: f64 = 44.0;
const RIGHT: f64 = 396.0;
const TOP: f64 = 22.0;
const FOOT: f64 = 192.0;
const WIDEST: f64 = 40.0;

/// A column per month of the latest `months`, its total above it.
pub fn columns(frame: &Frame<'_>, months: &[Column]) -> Svg {
    let months = latest(months);
    let linked = months.iter().any(|month| month.href.is_some());
    let most = months.iter().map(|month| month.counts.total()).max().unwrap_or(0);
    let scale = Scale::up_to(most);
    let mut canvas = Canvas::new(frame, &frame.words.columns, SIZE, linked);
    draw_patterns(&mut canvas, frame.id);
    scale.draw(&mut canvas, frame.words);
    let slot = (RIGHT - LEFT) / months.len().max(1) as f64;
    let width = (slot * 0.75).min(WIDEST);
    // Where columns stand close, numbers wider than a column would run together; the axis says them roughly.
    let totals = width_of(&grouped(most.into(), frame.words.lang)) <= slot;
    for (i, month) in months.iter().enumerate() {
        let middle = LEFT + slot * (i as f64 + 0.5);
        canvas
            .open_mark(month.href.as_deref(), &told(frame.words, &month.month.label(frame.words.lang), &month.counts));
        draw_column(&mut canvas, frame.id, &scale, (middle, width), &month.counts);
        if totals {
            draw_total(&mut canvas, frame.words, &scale, middle, month.counts.total());
        }
        draw_month_label(&mut canvas, (middle, FOOT + 18.0), month.month, i == 0);
        canvas.close_mark(month.href.as_deref());
    }
    canvas.finish()
}

fn draw_patterns(canvas: &mut Canvas, id: &str) {
    canvas.raw("<defs>");
    for part in PARTS {
        if let Some(pattern) = part.pattern() {
            canvas.raw("<pattern id=\"").raw(id).raw("-").raw(part.class());
            canvas.raw("\" patternUnits=\"userSpaceOnUse\" ").raw(pattern).raw("</pattern>");
        }
    }
    canvas.raw("</defs>");
}

fn draw_part(canvas: &mut Canvas, id: &str, part: Part, (x, y): (f64, f64), (width, height): (f64, f64)) {
    canvas.raw("<rect class=\"fill--").raw(part.class()).raw("\" x=\"").number(x).raw("\" y=\"").number(y);
    canvas.raw("\" width=\"").number(width).raw("\" height=\"").number(height).raw("\"");
    if part.pattern().is_some() {
        canvas.raw(" fill=\"url(#").raw(id).raw("-").raw(part.class()).raw(")\"");
    }
    canvas.raw("/>");
}

fn draw_column(canvas: &mut Canvas, id: &str, scale: &Scale, (middle, width): (f64, f64), counts: &Counts) {
    for (part, before, count) in counts.stacked() {
        let (top, foot) = (scale.y(before + count), scale.y(before));
        draw_part(canvas, id, part, (middle - width / 2.0, top), (width, foot - top));
    }
}

fn draw_total(canvas: &mut Canvas, words: &Words, scale: &Scale, middle: f64, total: u32) {
    if total > 0 {
        canvas.label("middle", (middle, scale.y(total) - 5.0), &grouped(total.into(), words.lang));
    }
}

/// `Tháng 3/2026 – nhật ký: 12; có minh chứng: 5; chưa đạt: 1`.
fn told(words: &Words, name: &str, counts: &Counts) -> String {
    let mut text = String::with_capacity(name.len() + 80);
    text.extend([name, " – ", &words.records, ": "]);
    push_grouped(&mut text, counts.total().into(), words.lang);
    for (part, _, count) in counts.stacked() {
        text.extend(["; ", &words.parts[part as usize], ": "]);
        push_grouped(&mut text, count.into(), words.lang);
    }
    text
}

/// A scale from 0 in whole steps.
struct Scale {
    step: u32,
    steps: u32,
}

impl Scale {
    /// At most five steps of 1, 2 or 5 times a power of ten, up to at least `most`.
    fn up_to(most: u32) -> Self {
        let mut step: u32 = 1;
        for factor in [2, 5, 10].into_iter().cycle() {
            if most <= step.saturating_mul(5) {
                break;
            }
            let ten = 10_u32.pow(step.ilog10());
            step = ten.saturating_mul(factor);
        }
        Self { step, steps: most.div_ceil(step).max(1) }
    }

    fn y(&self, count: u32) -> f64 {
        FOOT - (FOOT - TOP) * f64::from(count) / f64::from(self.step) / f64::from(self.steps)
    }

    fn draw(&self, canvas: &mut Canvas, words: &Words) {
        for n in 0..=self.steps {
            let (count, class) = (n * self.step, if n == 0 { "axis" } else { "grid" });
            canvas.rule(class, (LEFT, self.y(count)), (RIGHT, self.y(count)));
            canvas.label("soft end", (LEFT - 6.0, self.y(count) + 4.5), &grouped(count.into(), words.lang));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_few_round_steps_and_room_for_all() {
        for (most, step, steps) in [(0, 1, 1), (1, 1, 1), (5, 1, 5), (6, 2, 3), (13, 5, 3), (26, 10, 3), (52, 20, 3)] {
            let scale = Scale::up_to(most);
            assert_eq!((scale.step, scale.steps), (step, steps), "{most}");
        }
        assert!(Scale::up_to(u32::MAX).steps <= 5);
    }
}
