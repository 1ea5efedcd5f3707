//! What the pages say: values only, worked out from a logbook and its sums.
//!
//! [`report`] prepares what many pages share; everything else is worked out when a page asks for it, so that memory
//! follows the records and not the pages. `render` and `export` see this module and `base` only.

mod attention;
mod change;
mod course;
mod covered;
pub mod data;
mod evidence;
mod history;
mod ledgers;
mod listing;
mod marks;
mod missing;
mod names;
mod near;
mod papers;
mod points;
mod prints;
mod problems;
mod ratings;
mod repeats;
mod searchable;
mod selection;
mod since;
mod task;
mod trend;
mod year;

pub use attention::Attention;
pub use change::{Change, Share};
pub use course::Course;
pub use covered::Covered;
pub use evidence::{Exhibit, Label, Part};
pub use history::{Changed, Closing, Logged, Told, Written};
pub use ledgers::{
    Book, Deadlines, Directions, Document, Documents, Group as LedgerGroup, Kinds, Ledger, Loop, LoopState, Naming,
    Notes, Partner, Partners, Plan, Revisions, RiskCounts, Risks, Row, SOON_DAYS, Silence, lasts, overlapping,
};
pub use listing::Entry;
pub use marks::{Mark, OutcomeCounts};
pub use missing::Missing;
pub use papers::{Item, Pack, Raised, SelfReview, Unfinished, Unmet};
pub use points::{Points, STRONG_FROM, WEAK_BELOW};
pub use prints::Prints;
pub use problems::{PROBLEMS_ON_A_PAGE, ProblemGroup, ProblemOf, SHOWN_OF_A_KIND, ShownProblem};
pub use ratings::TopShare;
pub use repeats::Repeat;
pub use searchable::{Said, Say};
pub use selection::Selection;
pub use since::{Change as Differing, Fate, Piece as DiffPiece, Place, Run, Since, What};
pub use task::{ClaimRow, Given, Who};
pub use trend::TREND_MONTHS;

pub use crate::model::attachment::{Attachment, Attachments};
pub use crate::model::audience::Audience;
pub use crate::model::body::{Body, Destination, LocalLink, Piece};
pub use crate::model::content::*;
pub use crate::model::history::Knowledge;
pub use crate::model::left::{Left, Now};
pub use crate::model::member::{Absence, Member, Person, Role};
pub use crate::model::rating::Rating;
pub use crate::model::record::{
    Claim, FaultyRecord, Kind, Outcome, Readable, Record, Schedule, Status, Timeliness, Weight,
};
pub use crate::model::review::{Rater, Review, Standing, Verdict, replaced_on};
pub use crate::model::rubric::{Criterion, Field, Group, Level, LevelId, LocalText, Phase, Polarity, Rubric, State};
pub use crate::model::settings::{Cell, PaperForm};
pub use crate::tally::{Scope, Score, Sums, Timing};

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter::repeat;

use crate::base::diagnostic::{Problem, Severity};
use crate::base::edit_url::EditUrl;
use crate::base::i18n::Lang;
use crate::base::period::{Date, Period, PeriodSpan};
use crate::base::veil::Veil;
use crate::model::logbook::Logbook;
use crate::tally::Tally;

use self::ledgers::Ledgers;
use self::marks::Marks;
use self::papers::Papers;
use self::repeats::Repeats;

/// Everything that the site says of a cell. Cheap to share between threads.
pub struct Report<'a> {
    logbook: &'a Logbook,
    tally: &'a Tally,
    marks: Marks,
    repeats: Repeats<'a>,
    ledgers: Ledgers<'a>,
    papers: Papers,
    /// Criteria with the only member who shows them this year.
    alone: Vec<(usize, usize)>,
    /// For each faulty record whether its place in the site is its own.
    ambiguous: Vec<bool>,
    /// Places of the records that reviews without errors are about, by the path of the review.
    reviewed: HashMap<&'a str, u32>,
    /// The problems that pages show, in their order.
    shown: Vec<ShownProblem<'a>>,
    /// Hides names in what is taken apart into words.
    veil: Option<&'a Veil>,
}

/// The report of `logbook`, whose sums are `tally`.
pub fn report<'a>(logbook: &'a Logbook, tally: &'a Tally) -> Report<'a> {
    let books = || {
        let ledgers = Ledgers::of(logbook, tally);
        let papers = Papers::of(logbook, tally, ledgers.loops());
        (ledgers, papers)
    };
    let marked = || rayon::join(|| Marks::of(logbook), || Repeats::of(logbook));
    let ((ledgers, papers), (marks, repeats)) = rayon::join(books, marked);
    Report {
        logbook,
        tally,
        marks,
        repeats,
        papers,
        ledgers,
        alone: year::alone(tally, logbook.as_of, logbook.roster().members().len(), &logbook.rubric.criteria),
        ambiguous: ambiguous(&logbook.faulty),
        reviewed: reviewed(&logbook.records),
        shown: problems::shown(&logbook.problems),
        veil: None,
    }
}

fn reviewed(records: &[Record]) -> HashMap<&str, u32> {
    let reviews = records.iter().zip(0..).flat_map(|(record, index)| record.reviews.iter().zip(repeat(index)));
    reviews.map(|(review, index)| (review.path.as_str(), index)).collect()
}

/// Records with errors may share an id: it is one of the errors.
fn ambiguous(faulty: &[FaultyRecord]) -> Vec<bool> {
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for record in faulty {
        if !seen.insert((record.member, &record.part)) {
            twice.insert((record.member, &record.part));
        }
    }
    faulty.iter().map(|record| twice.contains(&(record.member, &record.part))).collect()
}

impl<'a> Report<'a> {
    /// The same, with names hidden by `veil` where finished bytes would no longer show them whole.
    #[must_use]
    pub fn behind(self, veil: Option<&'a Veil>) -> Self {
        Self { veil, ..self }
    }

    /// `text` as its readers may see it.
    pub fn veiled<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.veil.map_or(Cow::Borrowed(text), |veil| Cow::Owned(veil.hide(text)))
    }

    /// The bytes of a page as its readers may see it.
    pub fn veiled_page(&self, page: Vec<u8>) -> Vec<u8> {
        match self.veil {
            Some(veil) => veil.over_page(page),
            None => page,
        }
    }

    /// The rows of the data files.
    pub fn data(&self) -> data::Data<'a> {
        data::Data::new(self.logbook, self.tally)
    }

    /// The cell.
    pub fn cell(&self) -> &'a Cell {
        &self.logbook.settings.cell
    }

    /// The criteria.
    pub fn rubric(&self) -> &'a Rubric {
        &self.logbook.rubric
    }

    /// Whether there is any review, be it one that does not count.
    pub fn is_rated(&self) -> bool {
        !self.reviewed.is_empty()
    }

    /// Whether any verdict counts, or did until its record changed; before that nothing is confirmed because nobody has
    /// reviewed.
    pub fn is_reviewed(&self) -> bool {
        let all = self.sums(Scope::Cell, None).total();
        all.confirmed + all.disputed + all.stale > 0
    }

    /// Where the cell's files can be edited; readers from outside are not led there.
    pub fn edit_url(&self) -> Option<&'a EditUrl> {
        self.logbook.settings.edit_url.as_ref().filter(|_| !self.is_public())
    }

    /// The language in which the cell's logs are written.
    pub fn log_lang(&self) -> Lang {
        self.logbook.settings.lang.unwrap_or_default()
    }

    /// The as-of date that the settings fix, if they do.
    pub fn fixed_as_of(&self) -> Option<Date> {
        self.logbook.settings.as_of
    }

    /// The day on which everything is looked at.
    pub fn as_of(&self) -> Date {
        self.logbook.as_of
    }

    /// The members, in roster order.
    pub fn members(&self) -> &'a [Member] {
        self.logbook.roster().members()
    }

    /// The places of the members, by given name.
    pub fn members_by_name(&self) -> Vec<usize> {
        names::by_given_name(self.members())
    }

    /// Records without errors, by path.
    pub fn records(&self) -> &'a [Record] {
        &self.logbook.records
    }

    /// The record at this place of the logbook.
    pub fn record(&self, index: u32) -> &'a Record {
        &self.logbook.records[index as usize]
    }

    /// Records with errors, by path.
    pub fn faulty(&self) -> &'a [FaultyRecord] {
        &self.logbook.faulty
    }

    /// Whether another record with errors would stand at the same place of the site as the one at `index`.
    pub fn is_ambiguous(&self, index: usize) -> bool {
        self.ambiguous[index]
    }

    /// Evidence files and images that the records name.
    pub fn attachments(&self) -> &'a Attachments {
        &self.logbook.attachments
    }

    /// Every problem that this audience may know of, by path and place.
    pub fn problems(&self) -> &'a [Problem] {
        &self.logbook.problems
    }

    /// How many problems are accepted.
    pub fn accepted_count(&self) -> usize {
        self.problems().iter().filter(|problem| problem.accepted.is_some()).count()
    }

    /// How many problems there are of `severity` that are not accepted.
    pub fn problem_count(&self, severity: Severity) -> usize {
        self.problems().iter().filter(|problem| problem.fails(severity)).count()
    }

    /// How many records are withheld from this audience.
    pub fn withheld(&self) -> usize {
        self.logbook.withheld
    }

    /// How many records were read, those with errors included.
    pub fn records_read(&self) -> usize {
        self.logbook.records.len() + self.logbook.faulty.len()
    }

    /// The quarter of the as-of date.
    pub fn current_quarter(&self) -> Period {
        Period::quarter_of(self.as_of())
    }

    /// The quarter that the site opens with: the current one, else the latest before it that has records, else the
    /// first after it.
    pub fn shown_quarter(&self) -> Option<Period> {
        let current = self.current_quarter();
        let quarters = self.periods(Scope::Cell).into_iter().filter(|period| period.is_as_long_as(current));
        let (past, future): (Vec<_>, Vec<_>) = quarters.partition(|quarter| *quarter <= current);
        past.last().or(future.first()).copied()
    }

    /// The sums of `scope` over `period`, or over all time.
    pub fn sums(&self, scope: Scope, period: Option<Period>) -> &'a Sums {
        self.tally.of(scope, period)
    }

    /// The periods of every length in which `scope` has records, in order.
    pub fn periods(&self, scope: Scope) -> Vec<Period> {
        self.tally.periods(scope).collect()
    }

    /// The months in which the cell has records, inside `period` or of all time.
    pub fn months(&self, period: Option<Period>) -> Vec<Period> {
        let is_month = |month: &Period| matches!(month.span(), PeriodSpan::Month(_));
        let inside = |month: &Period| period.is_none_or(|period| period.contains(*month));
        self.tally.periods(Scope::Cell).filter(|month| is_month(month) && inside(month)).collect()
    }

    /// How many records with errors the totals of `scope` over `period` miss.
    pub fn missed(&self, scope: Scope, period: Option<Period>) -> usize {
        match scope {
            Scope::Cell => self.logbook.missed(None, period),
            Scope::Member(member) => self.logbook.missed(Some(member), period),
        }
    }

    /// Who is meant by a name or id that a record writes.
    pub fn who<'t>(&self, written: &'t str) -> Who<'t> {
        self.logbook.roster().find_person(written).map_or(Who::Other(written), Who::Member)
    }

    /// The member's absence that touches `period`, the latest one when there are several.
    pub fn absence(&self, member: usize, period: Period) -> Option<&'a Absence> {
        let touching = |away: &&Absence| away.touches(first_day(period), last_day(period));
        self.members()[member].away.iter().filter(touching).max_by_key(|away| away.from)
    }
}

/// The first day of `period`; of one beyond the calendar's end, the calendar's own.
pub fn first_day(period: Period) -> Date {
    let (first, _) = period.month_range();
    Date::new(period.year(), first as i8, 1).unwrap_or_else(|| end_of_the_calendar(period))
}

/// The last day of `period`; of one beyond the calendar's end, the calendar's own.
pub fn last_day(period: Period) -> Date {
    let (_, last) = period.month_range();
    let days = [31, 30, 29, 28];
    let found = days.into_iter().find_map(|day| Date::new(period.year(), last as i8, day));
    found.unwrap_or_else(|| end_of_the_calendar(period))
}

/// The day on which the calendar begins or ends, for the year before its first and the year after its last.
fn end_of_the_calendar(beyond: Period) -> Date {
    let (year, month, day) = if beyond.year() < 1 { (1, 1, 1) } else { (9999, 12, 31) };
    Date::new(year, month, day).expect("the calendar has its first and its last day")
}

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;
