//! The records behind a criterion's figures, and what members wrote for it.

use super::Making;
use crate::base::source::characters;
use crate::render::markup::Markup;
use crate::render::pages::task::day;
use crate::render::parts::evidence::{Listed, label_word, list, parts};
use crate::render::parts::member_report;
use crate::render::parts::outcome::outcome;
use crate::render::parts::tasks::task_link;
use crate::render::phrase::Fill;
use crate::render::theme::Html;
use crate::report::{Exhibit, Part, Record, Scope, Weight};

/// Quotations on a page that does not list its records.
const CITED: usize = 8;

/// Letters of such a quotation.
const CITED_LETTERS: usize = 320;

/// Fewer letters are not quoted by themselves.
const FEWEST_LETTERS: usize = 30;

impl Making<'_, '_> {
    /// The records on which the criterion counts, with their members: by member in roster order, then by date.
    pub(super) fn rows(&self) -> Vec<(usize, u32)> {
        let report = self.site.report;
        let counts = |record: &u32| report.marks(*record)[self.criterion].counts;
        let of_member = |member: usize| {
            let records = &report.sums(Scope::Member(member), self.period).records;
            records.iter().copied().filter(counts).map(move |record| (member, record))
        };
        (0..report.members().len()).flat_map(of_member).collect()
    }

    /// `rows` member by member, on a page `depth` folders deep: level, evidence unless they are `brief`, outcome.
    pub(super) fn records(&self, rows: &[(usize, u32)], depth: usize, brief: bool) -> Html<'static> {
        let site = self.site;
        let mut out = Markup::with_room(rows.len() * 640);
        for records in rows.chunk_by(|a, b| a.0 == b.0) {
            let (member, _) = records[0];
            out.raw("<tbody id=\"_r-").raw(&site.member(member).id);
            out.raw("\"><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"")
                .raw(if brief { "3" } else { "4" })
                .raw("\"><a href=\"");
            out.href(&member_report(site, member, self.period), depth, None).raw("\">").raw(site.name(member));
            out.raw("</a></th></tr>");
            for (_, record) in records {
                self.record(&mut out, *record, depth, brief);
            }
            out.raw("</tbody>");
        }
        out.finish()
    }

    fn record(&self, out: &mut Markup, index: u32, depth: usize, brief: bool) {
        let site = self.site;
        let mark = site.report.marks(index)[self.criterion];
        let record = site.report.record(index);
        out.raw("<tr><th scope=\"row\">");
        task_link(site, out, index, depth, Some(&site.criterion(self.criterion).id));
        out.raw("<span class=\"sub\">");
        day(site, out, index);
        out.raw("</span></th><td>");
        out.text(mark.level.map_or("—", |level| site.level(level))).raw("</td>");
        if !brief {
            self.evidence(out, record, depth);
        }
        out.raw("<td>");
        outcome(site, out, mark.outcome);
        out.raw("</td></tr>");
    }

    /// The cell of a record's evidence, and of the reason that the member gave.
    fn evidence(&self, out: &mut Markup, record: &Record, depth: usize) {
        let site = self.site;
        out.raw("<td>");
        list(site, out, &site.report.exhibits(record, self.criterion), Listed::Among, depth);
        if let Some(reason) = &record.claims[self.criterion].reason {
            out.raw("<span class=\"sub\">");
            site.words.reason.write(out, &[Fill::Text(&reason.value)]);
            out.raw("</span>");
        }
        out.raw("</td>");
    }

    /// The latest quotations that count.
    pub(super) fn cites(&self) -> Html<'static> {
        let site = self.site;
        let mut out = Markup::new();
        let mut left = CITED;
        for index in site.report.newest_first(site.report.sums(Scope::Cell, self.period)) {
            if left == 0 {
                break;
            }
            left -= usize::from(self.cite(&mut out, index));
        }
        out.finish()
    }

    /// Quotes the first prose that stands behind the criterion on a record and counts, if there is any.
    fn cite(&self, out: &mut Markup, index: u32) -> bool {
        let site = self.site;
        let (record, mark) = (site.report.record(index), site.report.marks(index)[self.criterion]);
        if !mark.counts || !mark.is_evidenced() {
            return false;
        }
        let exhibits = site.report.exhibits(record, self.criterion);
        let Some(exhibit) = exhibits.iter().find(|exhibit| is_worth_quoting(exhibit)) else { return false };
        out.raw("<figure class=\"cite\"><blockquote><p>");
        parts(site, out, &exhibit.parts, CITED_LETTERS, self.depth());
        out.raw("</p></blockquote><figcaption>").raw(label_word(site, exhibit.label)).raw(" · ");
        task_link(site, out, index, self.depth(), Some(&site.criterion(self.criterion).id));
        out.raw(" · ").raw(site.name(record.member)).raw(", ");
        day(site, out, index);
        out.raw(" · ");
        outcome(site, out, mark.outcome);
        out.raw("</figcaption></figure>");
        true
    }
}

/// Whether an exhibit counts and has words of the member long enough to be quoted by themselves.
fn is_worth_quoting(exhibit: &Exhibit<'_>) -> bool {
    let words = |part: &Part<'_>| match part {
        Part::Quote(text) | Part::Text(text) | Part::Response(text) => characters(text),
        _ => 0,
    };
    exhibit.weight == Weight::Counts && exhibit.parts.iter().map(words).sum::<usize>() >= FEWEST_LETTERS
}
