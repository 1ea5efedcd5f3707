//! What a sheet says is to be done next, in the lines that the rest of it leaves: open tasks with their days, criteria.

use super::Stationery;
use super::heights::height;
use crate::base::period::Period;
use crate::render::markup::Markup;
use crate::render::parts::Link;
use crate::render::parts::timed::Timed;
use crate::render::site::Site;
use crate::report::Missing;

/// Letters of the title of a task: it may stand in full among those of the period. And of one that shares a single line
/// with its kind, its days and the number of the others, where there is no room for two.
const LETTERS: usize = 90;
const BRIEF: usize = 18;

/// Of the tasks of one kind so many are named where there is room.
const NAMED: usize = 3;

/// Lines of tasks of which they name more than the first of each kind.
const LINES: usize = 6;

/// What a member does next.
pub(super) struct Todo<'s, 'a> {
    site: &'s Site<'a>,
    stationery: &'s Stationery,
    depth: usize,
    letters: usize,
    tasks: Vec<Timed<'s>>,
    criteria: Vec<(&'s str, Vec<usize>)>,
}

impl<'s, 'a> Todo<'s, 'a> {
    /// Of `member`, on the sheet of a period, in so many lines if brief titles make that possible.
    pub(super) fn of(
        site: &'s Site<'a>,
        stationery: &'s Stationery,
        (member, period): (usize, Period),
        depth: usize,
        room: usize,
    ) -> Self {
        let words = &stationery.words;
        let open = site.report.unfinished(member, period);
        let mut tasks = vec![
            Timed::kept(&words.next_finish, open.overdue),
            Timed::kept(&words.next_carried, open.carried),
            Timed::left(&words.next_soon, open.soon),
            Timed::kept(&words.next_progress, open.drifting),
        ];
        tasks.retain(|kind| !kind.tasks.is_empty());
        let missing: Missing<'_> = site.report.missing(member, Some(period));
        // What lies ahead cannot have been claimed.
        let has_begun = site.report.has_begun(period);
        let places = |criteria: Vec<(usize, Vec<u32>)>| criteria.into_iter().map(|(place, _)| place).collect();
        let mut criteria = vec![
            (words.next_evidence.as_str(), places(missing.unevidenced)),
            (words.next_claim.as_str(), if has_begun { missing.never_claimed } else { Vec::new() }),
            (words.next_unmet.as_str(), places(missing.unmet)),
        ];
        criteria.retain(|(_, places)| !places.is_empty());
        let full = Self { site, stationery, depth, letters: LETTERS, tasks, criteria };
        if full.least() <= room { full } else { Self { letters: BRIEF, ..full } }
    }

    /// The lines that it takes at least.
    pub(super) fn least(&self) -> usize {
        self.height(1) + self.criteria.len()
    }

    /// All of it, in so many lines if ids of criteria are short enough.
    pub(super) fn write(&self, out: &mut Markup, room: usize) {
        let fits = |named: &usize| self.height(*named) <= LINES.min(room.saturating_sub(self.criteria.len()));
        let named = (2..=NAMED).rev().find(fits).unwrap_or(1);
        let room = room.saturating_sub(self.height(named));
        let mut rows: Vec<String> = self.tasks.iter().map(|kind| self.tasks_of(kind, named)).collect();
        let criteria =
            |labelled| self.criteria.iter().map(move |(word, places)| self.criteria_of(word, places, labelled));
        let labelled = criteria(true).map(|row| height(&row)).sum::<usize>() <= room;
        rows.extend(criteria(labelled));
        if !rows.is_empty() {
            out.raw("<h3>").raw(&self.stationery.words.sheet_next).raw("</h3><ul><li>");
            out.raw(&rows.join("</li><li>")).raw("</li></ul>\n");
        }
    }

    /// The lines that its tasks take when so many of each kind are named.
    fn height(&self, named: usize) -> usize {
        self.tasks.iter().map(|kind| height(&self.tasks_of(kind, named))).sum()
    }

    fn tasks_of(&self, kind: &Timed<'_>, named: usize) -> String {
        let mut out = Markup::new();
        kind.write(self.site, &mut out, (named, self.letters), &Link::None, self.depth);
        out.into_string()
    }

    fn criteria_of(&self, word: &str, criteria: &[usize], labelled: bool) -> String {
        let mut out = Markup::new();
        out.raw(word).raw(": ");
        for (place, criterion) in criteria.iter().enumerate() {
            out.raw(if place == 0 { "" } else { "; " }).raw(&self.site.criterion(*criterion).id);
            if labelled {
                out.raw(" ").raw(self.site.label(*criterion));
            }
        }
        out.into_string()
    }
}
