//! Tasks that stand alike in time: the word for it, the first of them with the days, and how many more there are.

use super::Link;
use super::outcome::{time_left, timeliness_days, timeliness_words};
use super::tasks::short_task_link;
use crate::render::markup::Markup;
use crate::render::phrase::Fill;
use crate::render::site::Site;

/// Tasks that stand alike in time.
pub struct Timed<'w> {
    /// How they stand, escaped.
    pub word: &'w str,
    /// The tasks, the most pressing first.
    pub tasks: Vec<u32>,
    /// What is said of each beside its title.
    told: fn(&Site<'_>, &mut Markup, u32),
}

impl<'w> Timed<'w> {
    /// Tasks of which is said how they kept to their time.
    pub fn kept(word: &'w str, tasks: Vec<u32>) -> Self {
        Self { word, tasks, told: timeliness_words }
    }

    /// Late or silent tasks of which only the days are said, since the word says what of.
    pub fn days(word: &'w str, tasks: Vec<u32>) -> Self {
        Self { word, tasks, told: timeliness_days }
    }

    /// Open tasks of which is said how many days are left, whether or not they drift.
    pub fn left(word: &'w str, tasks: Vec<u32>) -> Self {
        Self { word, tasks, told: time_left }
    }

    /// The word and the first `named` tasks as links, their titles cut to `letters`; `rest` is where the number of the
    /// others leads.
    pub fn write(
        &self,
        site: &Site<'_>,
        out: &mut Markup,
        (named, letters): (usize, usize),
        rest: &Link<'_>,
        depth: usize,
    ) {
        out.raw(self.word).raw(": ");
        for (i, index) in self.tasks.iter().take(named).enumerate() {
            out.raw(if i == 0 { "" } else { "; " });
            short_task_link(site, out, *index, depth, letters);
            out.raw(" (");
            (self.told)(site, out, *index);
            out.raw(")");
        }
        if self.tasks.len() > named {
            out.raw("; ");
            let close = rest.open(out, depth);
            site.words.and_more.write(out, &[Fill::Number((self.tasks.len() - named) as u64)]);
            out.raw(close);
        }
    }
}
