//! A meeting paper by itself: the same way up to the report, then one page instead of a site.

use crate::base::artifact::SitePath;
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::period::{Period, PeriodSpan};
use crate::base::text::{closest, path_part};
use crate::config::Config;
use crate::model::member::Roster;
use crate::render::{self, Document, Wanted, theme::Theme};
use crate::report::{Report, Scope};

use super::reported;

/// Which paper is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The period; when nothing is said, the one that the site opens with, or the latest year of a member.
    pub period: Option<Period>,
    /// The member, by id or exact name; when nothing is said, the pack of the cell.
    pub member: Option<String>,
}

/// A paper that can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What its file is called when nobody names it, without the ending.
    pub name: String,
    /// Whether it is the draft of a self-review, and no sheet or pack.
    pub is_self_review: bool,
    /// Where its page stands among the files.
    pub page: SitePath,
    /// Its page and styles.
    pub files: Vec<(SitePath, Vec<u8>)>,
}

/// Makes the paper that is asked for.
///
/// # Errors
/// When the settings, the rubric, a template or the disk stop it; [`Error::NoPaper`] when there is no such paper.
pub fn paper(config: &Config, request: &Request) -> Result<Paper> {
    let catalog = Catalog::of(config.lang);
    reported(config, catalog, |report, sources| {
        let theme = Theme::load(&sources.templates, catalog)?;
        let wanted = wanted(report, &config.settings.roster, request)?;
        let Document { page, mut files } = render::document(report, &theme, catalog, wanted)?;
        let shown = files.iter_mut().filter(|(path, _)| *path == page);
        shown.for_each(|(_, bytes)| *bytes = report.veiled_page(std::mem::take(bytes)));
        let is_self_review = matches!(wanted, Wanted::SelfReview(..));
        Ok(Paper { name: name(report, wanted), is_self_review, page, files })
    })
}

fn wanted(report: &Report<'_>, roster: &Roster, request: &Request) -> Result<Wanted> {
    let Some(written) = &request.member else { return pack(report, request.period) };
    if report.is_public() {
        return Err(no_paper("no-paper-public", written, None));
    }
    let member = roster.find_person(written).ok_or_else(|| no_member(roster, written))?;
    let periods = report.periods(Scope::Member(member));
    let is_year = |period: &Period| period.span() == PeriodSpan::Year;
    let latest = || periods.iter().copied().filter(is_year).rfind(|year| *year <= report.current_year());
    let period = request.period.or_else(latest).unwrap_or_else(|| report.current_year());
    if !periods.contains(&period) {
        return Err(no_logs(report, Scope::Member(member), period));
    }
    Ok(if is_year(&period) { Wanted::SelfReview(member, period) } else { Wanted::Sheet(member, period) })
}

fn pack(report: &Report<'_>, period: Option<Period>) -> Result<Wanted> {
    let period = period.or_else(|| report.shown_quarter()).ok_or_else(|| no_paper("no-paper-logs", "", None))?;
    if report.sums(Scope::Cell, Some(period)).records.is_empty() {
        return Err(no_logs(report, Scope::Cell, period));
    }
    Ok(Wanted::Pack(period))
}

/// No member has this id or name, or several have it.
pub(super) fn no_member(roster: &Roster, written: &str) -> Error {
    if roster.is_shared(written) {
        return no_paper("no-paper-shared", written, None);
    }
    no_paper("no-paper-member", written, closest(written, roster.ids()))
}

pub(super) fn no_paper(reason: &'static str, found: &str, closest: Option<&str>) -> Error {
    Error::NoPaper { reason, found: found.to_owned(), closest: closest.map(str::to_owned), near: String::new() }
}

/// No log of `scope` counts in `period`; those in which one does are named, if there are any.
pub(super) fn no_logs(report: &Report<'_>, scope: Scope, period: Period) -> Error {
    let near: Vec<_> = report.periods_near(scope, period).iter().map(Period::to_string).collect();
    let reason = match (scope, near.is_empty()) {
        (Scope::Cell, false) => "no-paper-period",
        (Scope::Cell, true) => "no-paper-logs",
        (Scope::Member(_), false) => "no-paper-of-member",
        (Scope::Member(_), true) => "no-paper-member-logs",
    };
    Error::NoPaper { reason, found: period.to_string(), closest: None, near: near.join(", ") }
}

/// `<cell>-<period>`, with the member's id where it is one member's.
fn name(report: &Report<'_>, wanted: Wanted) -> String {
    let cell = path_part(&report.cell().id);
    match wanted {
        Wanted::Pack(period) => format!("{cell}-{period}"),
        Wanted::Sheet(member, period) | Wanted::SelfReview(member, period) => {
            format!("{cell}-{period}-{}", report.members()[member].id)
        }
    }
}
