//! Meeting papers on A4: the secretary's pack of a period, a page for each member, draft self-reviews of a year.
//!
//! The forms of the Party and of the state's administration differ in the letterhead, the signature and their style
//! alone; what stands between is the same.

mod committee;
mod grid;
mod heights;
mod notes;
mod pack;
mod self_review;
mod sheet;
mod todo;
mod words;

use std::borrow::Cow;

use serde::Serialize;

pub use pack::{Part, is_kept, kept, parts, render as render_pack, sheets_of};
pub use self_review::render as render_self_review;

use self::notes::Notes;
use self::words::PaperWords;
use crate::base::error::Result;
use crate::base::html::escape;
use crate::base::i18n::Lang;
use crate::base::period::Period;
use crate::render::markup::{Markup, shortened};
use crate::render::phrase::Counted;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Loop, LoopState, Score, Share, Timeliness, Timing};

/// What all papers of a site have alike, made once.
pub struct Stationery {
    words: PaperWords,
    /// The letterhead of a report, which has a number, and of a member's own paper.
    letterheads: [Shared; 2],
    signing: Shared,
    form: &'static str,
    /// The place of the secretary in the roster.
    secretary: Option<usize>,
    /// What people call the states of a weakness, by [`LoopState`].
    states: [String; 4],
}

/// Whether a paper is issued by the cell, with a number, or written by a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Issued {
    ByCell,
    ByMember,
}

#[derive(Serialize)]
struct Letterhead {
    form: &'static str,
    parent: Option<String>,
    body: String,
    numbered: bool,
    day: String,
}

#[derive(Serialize)]
struct Signing<'s> {
    form: &'static str,
    above: Option<String>,
    name: &'s str,
}

impl Stationery {
    /// The stationery of the site's cell.
    ///
    /// # Errors
    /// When a template fails.
    pub fn of(site: &Site<'_>) -> Result<Self> {
        let (cell, form) = (site.report.cell(), site.report.paper_form().id());
        let letterhead = |issued| {
            let letterhead = Letterhead {
                form,
                parent: cell.parent.as_deref().map(str::to_uppercase),
                body: cell.name.to_uppercase(),
                numbered: issued == Issued::ByCell,
                day: day_line(site, cell.place.as_deref()),
            };
            site.theme.part("parts/letterhead.html", &letterhead)
        };
        let secretary =
            site.report.secretary().and_then(|one| site.report.members().iter().position(|m| m.id == one.id));
        let name = secretary.map_or("", |place| &site.member(place).name);
        let signing = Signing { form, above: cell.parent.as_deref().map(committee::of), name };
        Ok(Self {
            words: PaperWords::of(site.catalog),
            letterheads: [letterhead(Issued::ByCell)?, letterhead(Issued::ByMember)?],
            signing: site.theme.part("parts/signing.html", &signing)?,
            form,
            secretary,
            states: LoopState::ALL.map(|state| escape(&site.catalog.text(&format!("loop-{}", state.id())))),
        })
    }

    /// What people call the state of a weakness.
    fn state(&self, state: LoopState) -> &str {
        &self.states[state as usize]
    }

    /// What has come of a weakness, each step with the records that say so.
    fn fate(&self, site: &Site<'_>, out: &mut Markup, notes: &mut Notes, one: &Loop<'_>) {
        let fixed = one.fixed.last().copied().into_iter().collect();
        let steps = match one.state {
            LoopState::Returned => {
                vec![(self.state(LoopState::Overcome), fixed), (&self.words.again, site.report.recurrences(one))]
            }
            state => vec![(self.state(state), fixed)],
        };
        for (place, (word, records)) in steps.iter().enumerate() {
            out.raw(if place == 0 { "" } else { ", " });
            out.raw("<span class=\"fate\">").raw(word).raw("</span>");
            notes.cite_all(out, records);
        }
    }

    /// How many tasks kept to their time in which way; ways that none went are left out.
    fn timing(&self, timing: &Timing) -> impl Iterator<Item = (&Counted, u32)> {
        let words = &self.words;
        let kinds = [
            (&words.on_time, Timeliness::OnTime),
            (&words.late, Timeliness::Late),
            (&words.excused, Timeliness::Excused),
            (&words.overdue, Timeliness::Overdue),
            (&words.drifting, Timeliness::Drifting),
            (&words.open, Timeliness::Open),
            (&words.undated, Timeliness::None),
        ];
        kinds.map(|(sentence, kind)| (sentence, timing.count(kind))).into_iter().filter(|(_, count)| *count > 0)
    }

    /// Whether the secretary signs for the cell on the paper of `member`: nobody does on a paper of one's own.
    fn is_signed_by_secretary(&self, member: usize) -> bool {
        self.secretary != Some(member)
    }

    /// The name below which the secretary signs on the paper of `member`.
    fn signer<'s>(&self, site: &'s Site<'_>, member: usize) -> &'s str {
        let secretary = self.secretary.filter(|secretary| *secretary != member);
        secretary.map_or("", |secretary| site.name(secretary))
    }

    fn letterhead(&self, issued: Issued) -> &Shared {
        &self.letterheads[issued as usize]
    }
}

/// The address of the papers' own style from a page `depth` folders deep.
fn style(site: &Site<'_>, depth: usize) -> String {
    Route::Asset(site.theme.style("paper")).href_at(depth, None)
}

/// `Thạch Giang, ngày 02 tháng 11 năm 2026`, on the as-of date.
fn day_line(site: &Site<'_>, place: Option<&str>) -> String {
    let date = site.report.as_of();
    let (year, month, day) = date.parts();
    let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
    let written = match site.lang {
        Lang::Vi => format!("ngày {day:02} tháng {month} năm {year}"),
        Lang::En => date.label(Lang::En),
    };
    match place {
        Some(place) => format!("{place}, {written}"),
        None => written.replacen("ngày", "Ngày", 1),
    }
}

/// The criterion with its label, as the link to its page in `period`.
fn criterion_link(site: &Site<'_>, out: &mut Markup, criterion: usize, period: Period, depth: usize) {
    let id = &site.criterion(criterion).id;
    out.raw("<a href=\"").href(&Route::CriterionPeriod(id, period), depth, None).raw("\">").raw(id).raw(" ");
    out.raw(site.label(criterion)).raw("</a>");
}

/// What people call a fact, and how it is taken from a score.
type Fact<'s> = (&'s str, fn(&Score) -> Share);

/// The three facts, which never merge.
fn three_facts<'s>(site: &'s Site<'_>) -> [Fact<'s>; 3] {
    let words = &site.words;
    [
        (&words.fact_claimed[0], Share::claimed),
        (&words.fact_evidenced[0], Share::evidenced),
        (&words.fact_confirmed[0], Share::confirmed),
    ]
}

/// `text` cut to `letters`, as a mark or a bracket follows it: without its final stop, unless that belongs to a word
/// like `v.v.` or to dots.
fn quoted(text: &str, letters: usize) -> Cow<'_, str> {
    let text = text.trim_end();
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_stop = last.ends_with('.') && last.matches('.').count() == 1;
    shortened(if is_stop { &text[..text.len() - 1] } else { text }, letters)
}

/// Lines to write on.
fn lines(count: usize) -> Html<'static> {
    Html::made_safe("<div class=\"write\"></div>".repeat(count))
}

/// Whether papers about single members are made.
pub fn are_of_members(site: &Site<'_>) -> bool {
    !site.report.is_public()
}
