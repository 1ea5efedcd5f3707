//! The switch between the periods of a report.

use crate::base::i18n::Lang;
use crate::base::period::{Period, PeriodSpan, ROMAN};
use crate::render::markup::Markup;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Shared;
use crate::report::Course;

/// Where the reports of a switch stand: what comes before a period's key in a link, and the one over all time.
pub struct Places<'p> {
    /// Such as `../` from one period to its neighbours.
    pub prefix: &'p str,
    /// The link to the report over all time, if there is one.
    pub overall: Option<&'p str>,
}

/// The switch among `periods` on the page of `current` (nothing for the report over all time).
pub fn switch(site: &Site<'_>, periods: &[Period], current: Option<Period>, places: &Places<'_>) -> Shared {
    let Some(year) = periods.last().map(|last| current.unwrap_or(*last).year()) else { return Shared::default() };
    let mut out = Markup::with_room(2048);
    out.raw("<nav class=\"periods\" aria-label=\"").raw(&site.words.periods_switch).raw("\">");
    step(site, &mut out, ("prev", before(periods, current)), places);
    out.raw("<details class=\"periods__all\"><summary><span class=\"hidden\">").raw(&site.words.periods_shown);
    out.raw(" </span>").text(&site.period(current)).raw("</summary><div class=\"periods__panel\"><dl>");
    Panel { site, periods, current, places }.write(&mut out, year);
    out.raw("</dl></div></details>");
    step(site, &mut out, ("next", after(periods, current)), places);
    out.raw("</nav>");
    Shared::markup(&out.finish())
}

fn before(periods: &[Period], current: Option<Period>) -> Option<Period> {
    let current = current?;
    periods.iter().rev().copied().find(|period| period.is_as_long_as(current) && *period < current)
}

fn after(periods: &[Period], current: Option<Period>) -> Option<Period> {
    let current = current?;
    periods.iter().copied().find(|period| period.is_as_long_as(current) && *period > current)
}

fn step(site: &Site<'_>, out: &mut Markup, (rel, period): (&str, Option<Period>), places: &Places<'_>) {
    let Some(period) = period else { return };
    out.raw("<a class=\"periods__step\" rel=\"").raw(rel).raw("\" href=\"");
    address(out, period, places);
    out.raw("\">");
    let phrase = if rel == "prev" { &site.words.periods_before } else { &site.words.periods_after };
    phrase.write(out, &[Fill::Text(&period.label(site.lang))]);
    out.raw("</a>");
}

fn address(out: &mut Markup, period: Period, places: &Places<'_>) {
    out.raw(places.prefix).key(period).raw("/index.html");
}

/// Of a period that is not over, a sentence that says so, escaped.
pub fn standing(site: &Site<'_>, period: Period) -> Option<String> {
    match site.report.course(period) {
        Course::Ahead => Some(site.words.period_ahead.clone()),
        Course::Running => Some(site.words.period_running.html(&[Fill::Text(&site.report.as_of().label(site.lang))])),
        Course::Over => None,
    }
}

/// Beside the name of a period that is not over, in a table: that it is not, in few words.
pub fn standing_beside(site: &Site<'_>, out: &mut Markup, period: Period) {
    let course = site.report.course(period);
    if course == Course::Over {
        return;
    }
    out.raw("<span class=\"sub\">");
    match course {
        Course::Running => site.words.until_as_of.write(out, &[Fill::Text(&site.report.as_of().label(site.lang))]),
        _ => _ = out.raw(&site.words.not_begun),
    };
    out.raw("</span>");
}

struct Panel<'p, 's, 'a> {
    site: &'s Site<'a>,
    periods: &'p [Period],
    current: Option<Period>,
    places: &'p Places<'p>,
}

impl Panel<'_, '_, '_> {
    fn write(&self, out: &mut Markup, year: i16) {
        if let Some(overall) = self.places.overall {
            out.raw("<dt>").raw(&self.site.words.periods_overall).raw("</dt><dd><ul><li><a href=\"").raw(overall);
            out.raw(if self.current.is_none() { "\" aria-current=\"page\">" } else { "\">" });
            out.raw(&self.site.words.period_all).raw("</a></li></ul></dd>");
        }
        let of_year = |span| Period::of(year, span);
        out.raw("<dt>").raw(&format!("{year:04}")).raw("</dt>");
        self.row(out, [PeriodSpan::Year, PeriodSpan::Half(1), PeriodSpan::Half(2)].map(of_year).into_iter());
        out.raw("<dt>").raw(&self.site.words.periods_quarters).raw("</dt>");
        self.row(out, (1..=4).map(|n| of_year(PeriodSpan::Quarter(n))));
        out.raw("<dt>").raw(&self.site.words.periods_months).raw("</dt>");
        self.row(out, (1..=12).map(|n| of_year(PeriodSpan::Month(n))));
        let others = self.periods.iter().copied();
        let mut others = others.filter(|period| period.span() == PeriodSpan::Year && period.year() != year).peekable();
        if others.peek().is_some() {
            out.raw("<dt>").raw(&self.site.words.periods_other_years).raw("</dt>");
            self.row(out, others);
        }
    }

    fn row(&self, out: &mut Markup, periods: impl Iterator<Item = Period>) {
        out.raw("<dd><ul>");
        for period in periods {
            self.item(out, period);
        }
        out.raw("</ul></dd>");
    }

    fn item(&self, out: &mut Markup, period: Period) {
        if self.periods.binary_search(&period).is_err() {
            // Half-years without records would only take up room; months and quarters keep their place.
            if matches!(period.span(), PeriodSpan::Month(_) | PeriodSpan::Quarter(_)) {
                out.raw("<li><span>");
                self.short_name(out, period);
                out.raw("</span></li>");
            }
            return;
        }
        out.raw("<li><a href=\"");
        address(out, period, self.places);
        if self.is_named(period) {
            out.raw("\" aria-label=\"").period(period, self.site.lang);
        }
        out.raw(if self.current == Some(period) { "\" aria-current=\"page\">" } else { "\">" });
        self.short_name(out, period);
        out.raw("</a></li>");
    }

    /// The name of a period in its row.
    fn short_name(&self, out: &mut Markup, period: Period) {
        let is_other_year = self.current.map(Period::year) != Some(period.year());
        match (period.span(), self.site.lang) {
            (PeriodSpan::Month(n), Lang::Vi) => out.digits(n),
            (PeriodSpan::Quarter(n), Lang::Vi) => out.raw(ROMAN[usize::from(n) - 1]),
            (PeriodSpan::Year, _) if is_other_year => out.key(period),
            _ => out.raw(&period.short_label(self.site.lang)),
        };
    }

    /// Whether the full name of a period holds the one in its row and can stand as its label.
    fn is_named(&self, period: Period) -> bool {
        matches!(period.span(), PeriodSpan::Month(_) | PeriodSpan::Quarter(_))
    }
}
