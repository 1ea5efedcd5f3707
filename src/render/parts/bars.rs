//! Stacked bars in a table: what came of the records under each criterion, how the tasks kept to their time. Beside
//! each bar stand its numbers, which lead to the records; the heads of their columns are the legend.

use serde::Serialize;

use super::Link;
use super::figures::count_cell;
use super::member_report;
use super::outcome::outcome_word;
use super::periods::standing_beside;
use crate::base::period::Period;
use crate::render::chart::{BAR_WIDTH, bar_parts};
use crate::render::markup::Markup;
use crate::render::phrase::{Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Outcome, Scope, Timeliness, Timing};

/// A table of bars.
#[derive(Serialize)]
pub struct Bars {
    caption: Html<'static>,
    /// The legend above the table, for narrow screens on which the heads are out of sight.
    legend: Html<'static>,
    heads: Html<'static>,
    rows: Html<'static>,
}

/// A part of the bars: the name of its fill, the pattern that it has, the word for it.
struct Part<'w> {
    fill: &'static str,
    pattern: Option<&'static str>,
    word: &'w str,
}

/// Outcomes in the order in which they are stacked, as in the columns by month.
const OUTCOMES: [Outcome; 5] = [Outcome::Evidenced, Outcome::Claimed, Outcome::Unmet, Outcome::Unclaimed, Outcome::Na];

/// What came of the records of `scope` over `period`, by criterion.
pub fn outcomes(site: &Site<'_>, scope: Scope, period: Option<Period>, depth: usize) -> Bars {
    let counts = site.report.own_outcomes(scope, period);
    let rows = counts.iter().map(|counts| OUTCOMES.map(|outcome| counts.of(outcome)));
    let table = Table { site, parts: outcome_parts(site), most: most(rows.clone()), depth };
    let mut out = Markup::with_room(counts.len() * 640);
    out.raw("<tbody>");
    for (criterion, counts) in rows.enumerate() {
        let id = &site.criterion(criterion).id;
        out.raw("<tr><th scope=\"row\"><b>").raw(id).raw("</b> ").raw(site.label(criterion)).raw("</th>");
        let link = match (scope, period) {
            (Scope::Cell, Some(period)) => Link::To(Route::CriterionPeriod(id, period), None),
            _ => Link::Here("", id),
        };
        table.counts(&mut out, &counts, &link);
    }
    out.raw("</tbody>");
    table.finish(&site.words.outcomes_caption, &site.period(period), out)
}

/// How the tasks of `period` kept to their time, by member, and the whole cell.
pub fn timing_by_member(site: &Site<'_>, period: Period, depth: usize) -> Bars {
    let of = |scope| site.report.sums(scope, Some(period)).timing.by_timeliness;
    let whole = of(Scope::Cell);
    let members = || (0..site.report.members().len()).map(|member| (member, of(Scope::Member(member))));
    let table = Table { site, parts: time_parts(site), most: most(members().map(|(_, counts)| counts)), depth };
    let mut out = Markup::with_room(site.report.members().len() * 640);
    out.raw("<tbody>");
    for (member, counts) in members().filter(|(_, counts)| counts.iter().any(|count| *count > 0)) {
        out.raw("<tr><th scope=\"row\">").raw(site.name(member)).raw("</th>");
        table.counts(&mut out, &counts, &Link::To(member_report(site, member, Some(period)), Some("_tasks")));
    }
    out.raw("</tbody><tfoot><tr><th scope=\"row\">").raw(&site.words.whole_cell).raw("</th>");
    // The bar of all together fills its place: on the scale of one member it would not fit.
    let whole_table = Table { most: most([whole].into_iter()), ..table };
    whole_table.counts(&mut out, &whole, &Link::Here("_", "tasks"));
    out.raw("</tfoot>");
    whole_table.finish(&site.words.timing_members_caption, &period.label(site.lang), out)
}

/// How a member's tasks kept to their time, by `periods`.
pub fn timing_by_period(site: &Site<'_>, member: usize, periods: &[Period], label: &str, depth: usize) -> Bars {
    let of = |period: &Period| -> Timing { site.report.sums(Scope::Member(member), Some(*period)).timing };
    let counts = periods.iter().map(|period| of(period).by_timeliness);
    let table = Table { site, parts: time_parts(site), most: most(counts.clone()), depth };
    let mut out = Markup::with_room(periods.len() * 640);
    out.raw("<tbody>");
    for (period, counts) in periods.iter().zip(counts) {
        let report = Route::MemberPeriod(&site.member(member).id, *period);
        out.raw("<tr><th scope=\"row\"><a href=\"").href(&report, depth, None).raw("\">");
        out.period(*period, site.lang).raw("</a>");
        standing_beside(site, &mut out, *period);
        out.raw("</th>");
        table.counts(&mut out, &counts, &Link::To(report, Some("_tasks")));
    }
    out.raw("</tbody>");
    table.finish(&site.words.timing_periods_caption, label, out)
}

fn outcome_parts<'w>(site: &'w Site<'_>) -> Vec<Part<'w>> {
    let part = |outcome: Outcome| Part {
        fill: outcome.id(),
        pattern: match outcome {
            Outcome::Unmet => Some("_hatch"),
            Outcome::Na => Some("_specks"),
            _ => None,
        },
        word: outcome_word(site, outcome),
    };
    OUTCOMES.into_iter().map(part).collect()
}

fn time_parts<'w>(site: &'w Site<'_>) -> Vec<Part<'w>> {
    let words = &site.words;
    let part = |timeliness: Timeliness| Part {
        fill: timeliness.id(),
        pattern: match timeliness {
            Timeliness::Late => Some("_hatch"),
            Timeliness::Excused => Some("_thin"),
            Timeliness::Overdue => Some("_cross"),
            Timeliness::Drifting => Some("_specks"),
            Timeliness::OnTime | Timeliness::Open | Timeliness::None => None,
        },
        word: match timeliness {
            Timeliness::OnTime => &words.card_on_time[0],
            Timeliness::Late => &words.card_late[0],
            Timeliness::Excused => &words.card_excused[0],
            Timeliness::Overdue => &words.card_overdue[0],
            Timeliness::Drifting => &words.card_drifting[0],
            Timeliness::Open => &words.time_part_open,
            Timeliness::None => &words.time_part_none,
        },
    };
    Timeliness::ALL.into_iter().map(part).collect()
}

fn most<const N: usize>(rows: impl Iterator<Item = [u32; N]>) -> u32 {
    rows.map(|counts| counts.iter().sum()).max().unwrap_or(0)
}

/// A table while it is written.
struct Table<'s, 'a> {
    site: &'s Site<'a>,
    parts: Vec<Part<'s>>,
    /// How many the longest bar stands for.
    most: u32,
    depth: usize,
}

impl Table<'_, '_> {
    /// The bar of `counts` and their numbers; closes the row.
    fn counts(&self, out: &mut Markup, counts: &[u32], link: &Link<'_>) {
        out.raw("<td>");
        if counts.iter().any(|count| *count > 0) {
            self.bar(out, counts, link);
        }
        out.raw("</td>");
        for count in counts {
            count_cell(self.site, out, "", *count, link, self.depth);
        }
        out.raw("</tr>");
    }

    /// The numbers beside it say the same and lead to the same place, so that keyboards and screen readers pass by.
    fn bar(&self, out: &mut Markup, counts: &[u32], link: &Link<'_>) {
        out.raw("<a tabindex=\"-1\" aria-hidden=\"true\" href=\"");
        link.write(out, self.depth);
        out.raw("\"><svg class=\"parts\" viewBox=\"0 0 ").digits(BAR_WIDTH).raw(" 16\">");
        for (part, (x, width)) in
            self.parts.iter().zip(bar_parts(counts, self.most)).filter(|(_, (_, width))| *width > 0)
        {
            out.raw("<rect");
            fill(out, part);
            if x > 0 {
                out.raw(" x=\"").digits(x).raw("\"");
            }
            out.raw(" width=\"").digits(width).raw("\"/>");
        }
        out.raw("</svg></a>");
    }

    fn finish(&self, caption: &Phrase, label: &str, rows: Markup) -> Bars {
        let (mut legend, mut heads) = (Markup::new(), Markup::new());
        for part in &self.parts {
            heads.raw("<th scope=\"col\" class=\"num\">");
            swatch(&mut heads, part);
            heads.raw("</th>");
            legend.raw("<li>");
            swatch(&mut legend, part);
            legend.raw("</li>");
        }
        let caption = Html::made_safe(caption.html(&[Fill::Text(label)]));
        Bars { caption, legend: legend.finish(), heads: heads.finish(), rows: rows.finish() }
    }
}

/// How a part is filled, and the word for it.
fn swatch(out: &mut Markup, part: &Part<'_>) {
    out.raw("<svg class=\"swatch\" viewBox=\"0 0 16 12\" aria-hidden=\"true\"><rect");
    fill(out, part);
    out.raw(" width=\"16\"/></svg><span>").raw(part.word).raw("</span>");
}

fn fill(out: &mut Markup, part: &Part<'_>) {
    out.raw(" class=\"fill--").raw(part.fill).raw("\"");
    if let Some(pattern) = part.pattern {
        out.raw(" fill=\"url(#").raw(pattern).raw(")\"");
    }
}
