//! Charts as inline SVG: geometry is worked out here, looks come from classes of `charts.css`.
//!
//! All are drawn 400 units wide and scale with the page. Each has a title and a description of its own; marks that
//! lead to their records are links. Percentages and dates are worded in the site's language. No chart holds a
//! `style`, and every text in it is escaped.

pub mod gantt;
mod line;
mod parts;
mod radar;
mod small;
mod spark;
mod stacked;
mod svg;

pub use line::{Point, line};
pub use parts::{BAR_WIDTH, bar_parts};
pub use radar::{Axis, radar};
pub use small::small;
pub use spark::{SIZE as SPARK_SIZE, spark, spark_points};
pub use stacked::{Column, Counts, columns};
pub use svg::Svg;

use self::svg::Canvas;
use crate::base::i18n::{Catalog, Lang};
use crate::base::number::push_percent;
use crate::base::period::Period;

/// Most months that a chart shows, the latest ones; the table beside it shows all.
pub const MOST_MONTHS: usize = 13;

/// What every chart needs to know of the page it stands on.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Unique on the page; the ids inside the chart begin with it.
    pub id: &'a str,
    /// What it shows, in one line.
    pub title: &'a str,
    /// The words of its language.
    pub words: &'a Words,
}

/// The three facts of a criterion in half points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// Half points claimed.
    pub claimed: u32,
    /// Half points claimed with evidence.
    pub evidenced: u32,
    /// Half points given by reviewers; nothing where nobody has reviewed.
    pub confirmed: Option<u32>,
    /// The most half points there could be; with 0 nothing was applicable and there is nothing to draw.
    pub possible: u32,
}

impl Facts {
    /// The half points of `fact`, when there is something to draw.
    fn of(&self, fact: Fact) -> Option<u32> {
        let points = match fact {
            Fact::Claimed => Some(self.claimed),
            Fact::Evidenced => Some(self.evidenced),
            Fact::Confirmed => self.confirmed,
        };
        points.filter(|_| self.possible > 0)
    }

    /// The part of `fact` in what was possible, 0 to 1.
    fn share(&self, fact: Fact) -> Option<f64> {
        self.of(fact).map(|points| f64::from(points.min(self.possible)) / f64::from(self.possible))
    }
}

/// One of the three facts that never merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fact {
    Claimed,
    Evidenced,
    Confirmed,
}

impl Fact {
    const ALL: [Fact; 3] = [Fact::Claimed, Fact::Evidenced, Fact::Confirmed];

    fn class(self) -> &'static str {
        match self {
            Fact::Claimed => "claimed",
            Fact::Evidenced => "evidenced",
            Fact::Confirmed => "confirmed",
        }
    }
}

/// The words that stand in charts, looked up once per run.
pub struct Words {
    lang: Lang,
    facts: [String; 3],
    nothing: String,
    records: String,
    parts: [String; 5],
    radar: Description,
    line: Description,
    columns: String,
    gantt: String,
    undated: String,
}

/// How a chart is read, without and with the outline of what reviewers confirmed.
struct Description {
    plain: String,
    reviewed: String,
}

impl Description {
    fn of(catalog: &Catalog, key: &str) -> Self {
        Self { plain: catalog.text(key), reviewed: catalog.text(&format!("{key}.reviewed")) }
    }

    fn text(&self, reviewed: bool) -> &str {
        if reviewed { &self.reviewed } else { &self.plain }
    }
}

impl Words {
    /// The words of `catalog`.
    pub fn of(catalog: &Catalog) -> Self {
        let text = |key: &str| catalog.text(key);
        Self {
            lang: catalog.lang(),
            facts: Fact::ALL.map(|fact| text(&format!("chart-{}", fact.class()))),
            nothing: text("chart-nothing"),
            records: text("chart-records"),
            parts: stacked::PARTS.map(|part| text(&format!("chart-part-{}", part.class()))),
            radar: Description::of(catalog, "chart-radar"),
            line: Description::of(catalog, "chart-line"),
            columns: text("chart-columns"),
            gantt: text("chart-gantt"),
            undated: text("chart-undated"),
        }
    }

    fn fact(&self, fact: Fact) -> &str {
        &self.facts[fact as usize]
    }

    /// `H1: tự nhận 87,5%, có minh chứng 50%`.
    fn facts_of(&self, name: &str, facts: &Facts) -> String {
        let mut text = String::with_capacity(name.len() + 80);
        text.push_str(name);
        text.push_str(": ");
        let given = Fact::ALL.into_iter().filter_map(|fact| Some((fact, facts.of(fact)?)));
        for (i, (fact, points)) in given.enumerate() {
            text.extend([if i == 0 { "" } else { ", " }, self.fact(fact), " "]);
            push_percent(&mut text, points.into(), facts.possible.into(), self.lang);
        }
        if facts.possible == 0 {
            text.push_str(&self.nothing);
        }
        text
    }
}

/// Writes a month under an axis at `(x, y)`: its number, and below that its year where one begins or the axis does
/// (but for a December, whose year would run into the next).
fn draw_month_label(canvas: &mut Canvas, (x, y): (f64, f64), month: Period, first: bool) {
    let (number, _) = month.month_range();
    canvas.label("soft middle", (x, y), &number.to_string());
    if number == 1 || (first && number != 12) {
        canvas.label("soft middle", (x, y + 15.0), &month.year().to_string());
    }
}

/// The latest [`MOST_MONTHS`] of `months`.
fn latest<T>(months: &[T]) -> &[T] {
    &months[months.len().saturating_sub(MOST_MONTHS)..]
}
