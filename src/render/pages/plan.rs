//! The plan of a task: its steps as a chart and as a table, and the time that it takes.

use super::fields::{Fields, cell};
use crate::base::period::Date;
use crate::base::source::Text;
use crate::render::chart::{self, gantt};
use crate::render::markup::{Markup, shortened};
use crate::render::phrase::Fill;
use crate::render::theme::Html;
use crate::report::{Plan, Step, Who, lasts, overlapping};

/// Letters of the name of a step that is not among the steps.
const NAME: usize = 24;

/// What the id of a step's row begins with; its place in the plan follows.
const STEP: &str = "_step-";

impl Fields<'_, '_> {
    /// The chart of the steps; nothing when no day is written. `today` is the as-of date of an open task.
    pub fn gantt(&self, today: Option<Date>) -> Html<'static> {
        let steps = &self.content.steps;
        let labels: Vec<String> = (1..).zip(steps.iter().take(gantt::MOST_STEPS)).map(label).collect();
        let place = |id: &str| steps.iter().take(labels.len()).position(|step| is(step, id));
        let bar = |(n, (step, label)): (usize, (&Step, _))| gantt::Bar {
            label,
            href: Some(format!("#{STEP}{n}")),
            days: lasts(step),
            waits: match (&step.approval, &step.with) {
                (Some(_), _) => gantt::Waits::Approval,
                (None, Some(_)) => gantt::Waits::Partner,
                (None, None) => gantt::Waits::Own,
            },
            after: step.after.iter().filter_map(|id| place(&id.value)).collect(),
        };
        let bars: Vec<gantt::Bar<'_>> =
            steps.iter().zip(labels.iter().map(String::as_str)).enumerate().map(bar).collect();
        let frame = chart::Frame { id: "_gantt", title: &self.site.words.gantt_title, words: &self.site.charts };
        gantt::gantt(&frame, &bars, today).map_or_else(Html::default, |chart| self.with_legend(&chart))
    }

    /// The chart with what its fills and its upright lines mean; what is not drawn is not told of.
    fn with_legend(&self, chart: &gantt::Gantt) -> Html<'static> {
        let (svg, words) = (chart.svg.as_str(), &self.site.words);
        let mut out = Markup::with_room(svg.len() + 512);
        out.raw(svg).raw("<ul class=\"legend\">");
        let fills = [
            ("own", &words.gantt_own, gantt::Waits::Own),
            ("partner", &words.gantt_partner, gantt::Waits::Partner),
            ("approval", &words.gantt_approval, gantt::Waits::Approval),
        ];
        for (fill, word, _) in fills.into_iter().filter(|(.., waits)| chart.waits.contains(waits)) {
            out.raw("<li class=\"key key--").raw(fill).raw("\">").text(word).raw("</li>");
        }
        let lines = [("│", &words.gantt_month, chart.has_months), ("┊", &words.gantt_today, chart.has_today)];
        for (line, word, _) in lines.into_iter().filter(|(.., is_drawn)| *is_drawn) {
            out.raw("<li><span aria-hidden=\"true\">").raw(line).raw("</span> ").text(word).raw("</li>");
        }
        out.raw("</ul>");
        out.finish()
    }

    /// From when to when the plan lasts, and the days that coordination and approval take, if any; nothing without days.
    pub fn plan(&self) -> Html<'static> {
        let (plan, lang) = (Plan::of(self.content), self.site.lang);
        let Some((start, end)) = plan.span else { return Html::default() };
        let (start, end) = (start.label(lang), end.label(lang));
        let (words, mut out) = (&self.site.words, Markup::new());
        let days = plan.days().unwrap_or_default().unsigned_abs();
        words.plan_sum.write(&mut out, &[Fill::Text(&start), Fill::Text(&end), Fill::Number(days)]);
        for (phrase, days) in [(&words.plan_coordination, plan.coordination), (&words.plan_approval, plan.approval)] {
            if days > 0 {
                phrase.write(out.raw(" "), &[Fill::Number(days.unsigned_abs())]);
            }
        }
        out.finish()
    }

    /// The rows of the plan.
    pub fn steps(&self) -> Html<'static> {
        let mut out = Markup::new();
        let steps = &self.content.steps;
        let together = overlapping(steps);
        for (place, (step, together)) in steps.iter().zip(&together).enumerate() {
            out.raw("<tr id=\"").raw(STEP).digits(place as u64).raw("\">");
            self.step(&mut out, place, step, together);
        }
        out.finish()
    }

    fn step(&self, out: &mut Markup, place: usize, step: &Step, together: &[usize]) {
        out.raw("<th scope=\"row\"><span class=\"id\">").digits(place as u64 + 1).raw("</span> ");
        out.text(step.what.as_ref().map_or("", |what| &what.value)).raw("</th>");
        for date in [&step.start, &step.end] {
            match date {
                Some(date) => out.raw("<td class=\"num\">").date(date.value, self.site.lang).raw("</td>"),
                None => out.raw("<td class=\"num none\">—</td>"),
            };
        }
        match lasts(step) {
            Some((start, end)) => {
                let days = start.days_until(end).unsigned_abs() + 1;
                out.raw("<td class=\"num\">").number(days, self.site.lang).raw("</td>");
            }
            None => {
                out.raw("<td class=\"num none\">—</td>");
            }
        }
        listed(out, step.after.iter().map(|id| self.number_of(&id.value)));
        listed(out, together.iter().map(|place| (place + 1).to_string()));
        self.someone(out, step.with.as_ref());
        self.someone(out, step.approval.as_ref());
        out.raw("</tr>");
    }

    /// The number of the step that is called `id`, or what is written when there is none.
    fn number_of(&self, id: &str) -> String {
        let place = self.content.steps.iter().position(|step| is(step, id));
        place.map_or_else(|| shortened(id, NAME).into_owned(), |place| (place + 1).to_string())
    }

    /// The cell of somebody: a member by name, others as written.
    fn someone(&self, out: &mut Markup, written: Option<&Text>) {
        match written.map(|written| self.site.report.who(&written.value)) {
            Some(Who::Member(member)) => {
                out.raw("<td>").raw(self.site.name(member)).raw("</td>");
            }
            _ => cell(out, written.map(|written| written.value.as_str())),
        }
    }
}

fn is(step: &Step, id: &str) -> bool {
    step.id.as_ref().is_some_and(|own| own.value == id)
}

/// `1. Khảo sát`.
fn label((number, step): (usize, &Step)) -> String {
    format!("{number}. {}", step.what.as_ref().map_or("", |what| &what.value))
}

/// Numbers of steps with commas between, or a dash.
fn listed(out: &mut Markup, numbers: impl Iterator<Item = String>) {
    let numbers: Vec<_> = numbers.collect();
    let joined = numbers.join(", ");
    cell(out, Some(joined.as_str()).filter(|_| !numbers.is_empty()));
}
