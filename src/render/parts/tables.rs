//! Rows of the tables of figures: by criterion, by member, by month.

use super::figures::{count_cell, fact_cells};
use super::outcome::uncounted;
use super::periods::standing_beside;
use super::trend::Trend;
use super::{Link, member_report};
use crate::base::period::{Date, Period};
use crate::render::markup::Markup;
use crate::render::phrase::{Fill, Phrase};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Scope, Score, State};

/// The columns of every table of figures: name, applicable, three facts, unclaimed, unmet.
const COLUMNS: u32 = 7;

/// Writes the last cell of a row: of the criterion, or the member, at this place.
type LastCell<'f> = Option<&'f dyn Fn(&mut Markup, usize)>;

/// The latest months of each criterion, and where the line of each leads.
pub type TrendColumn<'f, 'r> = Option<(&'f Trend<'f, 'r>, &'f dyn Fn(usize) -> Link<'r>)>;

/// A table by criterion: where its parts lead.
pub struct ByCriterion<'f, 'r> {
    /// How deep the page stands.
    pub depth: usize,
    /// Whether each row is the place that `#<ID>` names.
    pub anchored: bool,
    /// The page of a criterion.
    pub page: &'f dyn Fn(usize) -> Route<'r>,
    /// Where the figures of a criterion lead.
    pub figures: &'f dyn Fn(usize) -> Link<'r>,
    /// The latest months of each criterion, and where its line leads, if there is a column of them.
    pub trend: TrendColumn<'f, 'r>,
    /// Writes the last cell of a row, if there is one more column.
    pub last: LastCell<'f>,
}

impl ByCriterion<'_, '_> {
    /// The bodies of the table, one per group of the rubric.
    pub fn rows(&self, site: &Site<'_>, scores: &[Score]) -> Html<'static> {
        let rubric = site.report.rubric();
        let mut out = Markup::with_room(scores.len() * 700);
        for (index, group) in rubric.groups.iter().enumerate() {
            let columns = COLUMNS + u32::from(self.trend.is_some()) + u32::from(self.last.is_some());
            out.raw("<tbody><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"").number(columns, site.lang);
            out.raw("\">").text(group.label.get(site.lang));
            if group.polarity == crate::report::Polarity::Negative {
                out.raw("<span class=\"sub\">").raw(&site.words.group_negative).raw("</span>");
            }
            out.raw("</th></tr>");
            for (criterion, score) in scores.iter().enumerate() {
                if rubric.criteria[criterion].group == index {
                    self.row(site, &mut out, criterion, score);
                }
            }
            out.raw("</tbody>");
        }
        out.finish()
    }

    fn row(&self, site: &Site<'_>, out: &mut Markup, criterion: usize, score: &Score) {
        let id = &site.criterion(criterion).id;
        out.raw("<tr");
        if self.anchored {
            out.raw(" id=\"").raw(id).raw("\"");
        }
        out.raw("><th scope=\"row\"><a href=\"").href(&(self.page)(criterion), self.depth, None);
        out.raw("\"><b>").raw(id).raw("</b> ").raw(site.label(criterion)).raw("</a>");
        state_note(site, out, criterion);
        out.raw("</th>");
        let link = (self.figures)(criterion);
        count_cell(site, out, "", score.applicable(), &link, self.depth);
        fact_cells(site, out, score, &link, self.depth);
        if let Some((trend, link)) = self.trend {
            trend.cell(out, criterion, &link(criterion));
        }
        if let Some(last) = self.last {
            last(out, criterion);
        }
        out.raw("</tr>");
    }
}

/// A criterion that is not in force, or for some time only, says so: it is shown, not counted.
pub fn state_note(site: &Site<'_>, out: &mut Markup, criterion: usize) {
    if let Some(note) = state_words(site, criterion) {
        out.raw("<span class=\"sub\">").raw(&note).raw("</span>");
    }
}

/// From when on, or until when, a criterion counts, in safe words; nothing of one that is simply in force.
pub fn state_words(site: &Site<'_>, criterion: usize) -> Option<String> {
    let words = &site.words;
    let until = |phrase: &Phrase, day: Date| phrase.html(&[Fill::Text(&day.label(site.lang))]);
    match site.criterion(criterion).state {
        State::Active => None,
        State::Upcoming => Some(words.state_upcoming.clone()),
        State::Retired(day) if site.report.as_of() <= day => Some(until(&words.state_retiring, day)),
        State::Retired(day) => Some(until(&words.state_retired, day)),
    }
}

/// A table by member, in roster order, about one criterion or all together.
pub struct ByMember<'f, 'r> {
    /// How deep the page stands.
    pub depth: usize,
    /// The period.
    pub period: Option<Period>,
    /// One criterion, or all.
    pub criterion: Option<usize>,
    /// Where the figures of a member lead.
    pub figures: &'f dyn Fn(usize) -> Link<'r>,
    /// Writes what follows the figures.
    pub last: LastCell<'f>,
}

impl ByMember<'_, '_> {
    fn score(&self, site: &Site<'_>, scope: Scope) -> Score {
        let sums = site.report.sums(scope, self.period);
        self.criterion.map_or_else(|| sums.total(), |criterion| sums.scores[criterion])
    }

    /// The rows of the members.
    pub fn rows(&self, site: &Site<'_>) -> Html<'static> {
        let members = site.report.members();
        let mut out = Markup::with_room(members.len() * 700);
        for (index, member) in members.iter().enumerate() {
            let score = self.score(site, Scope::Member(index));
            out.raw("<tr id=\"").raw(&member.id).raw("\"><th scope=\"row\">");
            member_link(site, &mut out, index, self.period, self.depth);
            if let (None, Some(position)) = (self.criterion, &member.position) {
                out.raw("<span class=\"sub\">").text(position).raw("</span>");
            }
            self.uncounted(site, &mut out, index);
            out.raw("</th>");
            let link = (self.figures)(index);
            count_cell(site, &mut out, "", self.count(site, index, &score), &link, self.depth);
            fact_cells(site, &mut out, &score, &link, self.depth);
            if let Some(last) = self.last {
                last(&mut out, index);
            }
            out.raw("</tr>");
        }
        out.finish()
    }

    /// The records with errors that the member's figures miss, lest a 0 read as if there were none.
    fn uncounted(&self, site: &Site<'_>, out: &mut Markup, member: usize) {
        let missed = site.report.missed(Scope::Member(member), self.period);
        if self.criterion.is_none() && missed > 0 {
            out.raw("<span class=\"sub\">");
            uncounted(site, out, missed, self.depth);
            out.raw("</span>");
        }
    }

    /// Of one criterion the records it applies to; of all together the records.
    fn count(&self, site: &Site<'_>, member: usize, score: &Score) -> u32 {
        match self.criterion {
            Some(_) => score.applicable(),
            None => site.report.sums(Scope::Member(member), self.period).records.len() as u32,
        }
    }

    /// The row of the whole cell.
    pub fn total(&self, site: &Site<'_>, link: &Link<'_>) -> Html<'static> {
        let score = self.score(site, Scope::Cell);
        let mut out = Markup::new();
        out.raw("<tr><th scope=\"row\">").raw(&site.words.whole_cell).raw("</th>");
        count_cell(site, &mut out, "", score.applicable(), link, self.depth);
        fact_cells(site, &mut out, &score, link, self.depth);
        out.raw("</tr>");
        out.finish()
    }
}

/// A member's name as a link to the report of `period` where there is one, else to the one over all time.
pub fn member_link(site: &Site<'_>, out: &mut Markup, member: usize, period: Option<Period>, depth: usize) {
    let route = member_report(site, member, period);
    out.raw("<a href=\"").href(&route, depth, None).raw("\">").raw(site.name(member)).raw("</a>");
}

/// The months of a criterion with the numbers of its charts; those that are not over say so.
pub fn by_month(site: &Site<'_>, criterion: usize, months: &[Period], depth: usize) -> Html<'static> {
    let id = &site.criterion(criterion).id;
    let mut out = Markup::with_room(months.len() * 700);
    for month in months {
        let score = site.report.sums(Scope::Cell, Some(*month)).scores[criterion];
        let page = Route::CriterionPeriod(id, *month);
        out.raw("<tr><th scope=\"row\"><a href=\"").href(&page, depth, None).raw("\">");
        out.period(*month, site.lang).raw("</a>");
        standing_beside(site, &mut out, *month);
        out.raw("</th>");
        let link = Link::To(page, None);
        count_cell(site, &mut out, "", score.applicable(), &link, depth);
        fact_cells(site, &mut out, &score, &link, depth);
        out.raw("</tr>");
    }
    out.finish()
}
