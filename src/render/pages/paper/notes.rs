//! The notes of a paper: its lines carry a number, and at its end stand the tasks by title, member and day (the due one while they are not done).

use std::collections::HashMap;

use super::words::PaperWords;
use crate::render::markup::Markup;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;

/// The records that a paper cites, by the order in which it does.
#[derive(Default)]
pub(super) struct Notes {
    cited: Vec<u32>,
    numbers: HashMap<u32, u64>,
}

impl Notes {
    /// Appends the number of the note of a record.
    pub(super) fn cite(&mut self, out: &mut Markup, record: u32) {
        let number = self.number(record);
        refer(out, number);
    }

    /// Appends the numbers of the notes of several records, the lowest first.
    pub(super) fn cite_all(&mut self, out: &mut Markup, records: &[u32]) {
        let mut numbers: Vec<u64> = records.iter().map(|record| self.number(*record)).collect();
        numbers.sort_unstable();
        numbers.into_iter().for_each(|number| refer(out, number));
    }

    fn number(&mut self, record: u32) -> u64 {
        *self.numbers.entry(record).or_insert_with(|| {
            self.cited.push(record);
            self.cited.len() as u64
        })
    }

    /// The notes in order, on a page `depth` folders deep; a paper of `own` needs no name beside that member's tasks.
    pub(super) fn list(&self, site: &Site<'_>, words: &PaperWords, own: Option<usize>, depth: usize) -> Html<'static> {
        let mut out = Markup::with_room(self.cited.len() * 180);
        for (number, record) in (1_u64..).zip(&self.cited) {
            out.raw("<li id=\"_n").digits(number).raw("\">");
            out.raw("<a href=\"").href(&site.task(*record), depth, None).raw("\">");
            let task = site.report.record(*record);
            out.text(&task.title).raw("</a> – ");
            if own != Some(task.member) {
                out.raw(site.name(task.member)).raw(" – ");
            }
            match (task.schedule.done, task.schedule.due) {
                (None, Some(due)) => words.due_line.write(&mut out, &[Fill::Text(&due.label(site.lang))]),
                (done, _) => _ = out.date(done.unwrap_or(task.schedule.assigned), site.lang),
            }
            out.raw("</li>\n");
        }
        out.finish()
    }
}

fn refer(out: &mut Markup, number: u64) {
    out.raw(" <a class=\"ref\" href=\"#_n").digits(number).raw("\">[").digits(number).raw("]</a>");
}
