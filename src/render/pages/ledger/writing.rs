//! What the rows of every ledger are put together from.

use super::{Sheet, Table};
use crate::base::source::Text;
use crate::render::markup::{Markup, shortened};
use crate::render::pages::task::day;
use crate::render::paging::ROWS_ON_A_PAGE;
use crate::render::parts::member_report;
use crate::render::parts::tasks;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::render::ways::member_href;
use crate::report::{Ledger, LedgerGroup, Scope};

/// Letters of a text that a ledger shows; the task's page has it in full.
const LETTERS: usize = 400;

/// Heads that stand above numbers.
const NUMBERS: [&str; 6] =
    ["ledger-tasks", "ledger-times", "ledger-steps", "ledger-days", "ledger-days-coordination", "ledger-days-approval"];

/// Items of a record that one row shows.
const ITEMS: usize = 20;

/// Where the numbers of a column lead.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// To the rows of the ledger.
    Rows,
    /// To the part of the page with this id.
    Part(&'static str),
    /// To the member's tasks, or to all of them.
    Tasks,
}

/// A page of a ledger while it is written.
pub(super) struct Writing<'s, 'a> {
    pub(super) site: &'s Site<'a>,
    pub(super) ledger: Ledger,
    /// How deep the page stands.
    pub(super) depth: usize,
}

impl Writing<'_, '_> {
    /// A text of the catalogue.
    pub(super) fn text(&self, key: &str) -> String {
        self.site.catalog.text(key)
    }

    /// The heads of columns.
    pub(super) fn heads(&self, keys: &[&str]) -> Html<'static> {
        let mut out = Markup::new();
        keys.iter().for_each(|key| self.column(&mut out, key, NUMBERS.contains(key)));
        out.finish()
    }

    /// The heads of a table of numbers, of which the first stands above words.
    pub(super) fn number_heads(&self, first: &str, numbers: &[&str]) -> Html<'static> {
        let mut out = Markup::new();
        self.column(&mut out, first, false);
        numbers.iter().for_each(|key| self.column(&mut out, key, true));
        out.finish()
    }

    fn column(&self, out: &mut Markup, key: &str, is_number: bool) {
        out.raw(if is_number { "<th scope=\"col\" class=\"num\">" } else { "<th scope=\"col\">" });
        out.text(&self.text(key)).raw("</th>");
    }

    /// The rows of page `number`, those of a member and period under a head of their own.
    pub(super) fn rows(&self, sheet: &Sheet, number: u32) -> Html<'static> {
        let book = self.site.report.ledger(self.ledger);
        let start = book.rows().len().min((number as usize - 1) * ROWS_ON_A_PAGE);
        let end = book.rows().len().min(start + ROWS_ON_A_PAGE);
        let mut out = Markup::with_room((end - start) * 512);
        let groups = book.groups();
        let before = groups.partition_point(|group| group.rows.end <= start);
        let mut last = before.checked_sub(1).map(|place| groups[place].member);
        for group in groups[before..].iter().take_while(|group| group.rows.start < end) {
            let begins = group.rows.start >= start;
            self.group_head(&mut out, group, (begins, last != Some(group.member)), sheet.heads.len());
            last = Some(group.member);
            for row in &book.rows()[group.rows.start.max(start)..group.rows.end.min(end)] {
                out.raw("<tr>");
                (sheet.row)(self, &mut out, self.site.report.record(row.record), *row);
                out.raw("</tr>");
            }
            out.raw("</tbody>");
        }
        out.finish()
    }

    /// The head of a group; the first of a member is the place that the member's id names.
    fn group_head(&self, out: &mut Markup, group: &LedgerGroup, (begins, is_first): (bool, bool), columns: usize) {
        let (site, id) = (self.site, &self.site.member(group.member).id);
        if begins {
            out.raw("<tbody id=\"").raw(id).raw("_").key(group.period).raw("\"><tr");
        } else {
            out.raw("<tbody><tr");
        }
        if begins && is_first {
            out.raw(" id=\"").raw(id).raw("\"");
        }
        out.raw("><th scope=\"rowgroup\" class=\"group\" colspan=\"").digits(columns as u64).raw("\"><a href=\"");
        out.href(&member_report(site, group.member, Some(group.period)), self.depth, None).raw("\">");
        out.raw(site.name(group.member)).raw("</a> · ").period(group.period, site.lang);
        out.raw(" (").number(group.rows.len() as u64, site.lang).raw(")</th></tr>");
    }

    /// A task and its day, as the head of a row.
    pub(super) fn task_head(&self, out: &mut Markup, index: u32) {
        out.raw("<th scope=\"row\">");
        self.task(out, index);
        out.raw("</th>");
    }

    /// A task and its day.
    pub(super) fn task_cell(&self, out: &mut Markup, index: u32) {
        out.raw("<td>");
        self.task(out, index);
        out.raw("</td>");
    }

    /// A task and its day, inside a cell.
    pub(super) fn task(&self, out: &mut Markup, index: u32) {
        tasks::task_link(self.site, out, index, self.depth, None);
        out.raw("<span class=\"sub\">");
        day(self.site, out, index);
        out.raw("</span>");
    }

    /// A text, as the head of a row.
    pub(super) fn head(&self, out: &mut Markup, text: Option<&Text>) {
        out.raw("<th scope=\"row\">")
            .text(&text.map_or("—".into(), |text| shortened(&text.value, LETTERS)))
            .raw("</th>");
    }

    /// A text, or a dash.
    pub(super) fn cell(&self, out: &mut Markup, text: Option<&Text>) {
        match text {
            Some(text) => out.raw("<td>").text(&shortened(&text.value, LETTERS)).raw("</td>"),
            None => out.raw("<td class=\"none\">—</td>"),
        };
    }

    /// A number, or a dash for none.
    pub(super) fn number(&self, out: &mut Markup, number: u32) {
        match number {
            0 => out.raw("<td class=\"num none\">—</td>"),
            _ => out.raw("<td class=\"num\">").number(number, self.site.lang).raw("</td>"),
        };
    }

    /// The items of a cell: a list where there are two or more, a dash for none.
    pub(super) fn items<T>(&self, out: &mut Markup, items: &[T], write: impl Fn(&mut Markup, &T)) {
        match items {
            [] => {
                out.raw("<td class=\"none\">—</td>");
            }
            [item] => {
                out.raw("<td>");
                write(out, item);
                out.raw("</td>");
            }
            _ => {
                out.raw("<td><ul>");
                for item in items.iter().take(ITEMS) {
                    out.raw("<li>");
                    write(out, item);
                    out.raw("</li>");
                }
                if items.len() > ITEMS {
                    out.raw("<li>");
                    self.site.words.and_more.write(out, &[Fill::Number((items.len() - ITEMS) as u64)]);
                    out.raw("</li>");
                }
                out.raw("</ul></td>");
            }
        }
    }

    /// A text inside a cell.
    pub(super) fn say(&self, out: &mut Markup, text: &str) {
        out.text(&shortened(text, LETTERS));
    }

    /// A tag.
    pub(super) fn tag(&self, out: &mut Markup, tag: &str) {
        out.raw("<span class=\"tag\">").text(&shortened(tag, 60)).raw("</span>");
    }

    /// A member's name, which leads to the member's rows where there are any.
    pub(super) fn member(&self, out: &mut Markup, member: usize) {
        let report = self.site.report;
        match report.ledger(self.ledger).of_member(member).first() {
            Some(first) => {
                out.raw("<a href=\"");
                member_href(report, out, self.ledger, first, self.depth);
                out.raw("\">").raw(self.site.name(member)).raw("</a>");
            }
            None => {
                out.raw(self.site.name(member));
            }
        }
    }

    fn day(&self, index: u32) -> String {
        let mut out = Markup::new();
        day(self.site, &mut out, index);
        out.into_string()
    }

    /// The latest of some records as links by their days, the newest first; those of one day are numbered.
    pub(super) fn days(&self, out: &mut Markup, records: &[u32], most: usize) {
        let left_out = records.len().saturating_sub(most);
        let shown: Vec<(u32, String)> =
            records[left_out..].iter().rev().map(|index| (*index, self.day(*index))).collect();
        for (i, (index, day)) in shown.iter().enumerate() {
            out.raw(if i == 0 { "<a href=\"" } else { ", <a href=\"" });
            out.href(&self.site.task(*index), self.depth, None).raw("\">").raw(day);
            let alike = |of: &[(u32, String)]| of.iter().filter(|(_, other)| other == day).count();
            if alike(&shown) > 1 {
                out.raw(" (").number(alike(&shown[..=i]) as u64, self.site.lang).raw(")");
            }
            out.raw("</a>");
        }
        if left_out > 0 {
            out.raw(" ");
            self.site.words.lesson_earlier_more.write(out, left_out as u64, &[]);
        }
    }

    /// A table of numbers, each a way to what it counts: a row per member in roster order, and the whole cell below.
    pub(super) fn by_member<const N: usize>(
        &self,
        id: &'static str,
        heads: [(&str, Way); N],
        numbers: impl Fn(Scope) -> [u32; N],
    ) -> Table {
        let columns = |out: &mut Markup, scope: Scope| {
            for (number, (_, way)) in numbers(scope).into_iter().zip(heads) {
                self.way(out, number, way, scope);
            }
        };
        let mut body = Markup::new();
        body.raw("<tbody>");
        for member in 0..self.site.report.members().len() {
            body.raw("<tr><th scope=\"row\">");
            self.member(&mut body, member);
            body.raw("</th>");
            columns(&mut body, Scope::Member(member));
            body.raw("</tr>");
        }
        body.raw("</tbody><tfoot><tr><th scope=\"row\">").raw(&self.site.words.whole_cell).raw("</th>");
        columns(&mut body, Scope::Cell);
        body.raw("</tr></tfoot>");
        let heads = self.number_heads("member", &heads.map(|(key, _)| key));
        self.table(id, "figs counts people", heads, body)
    }

    /// A number that leads to what it counts, or a dash for none.
    pub(super) fn way(&self, out: &mut Markup, number: u32, way: Way, scope: Scope) {
        if number == 0 {
            return self.number(out, 0);
        }
        out.raw("<td class=\"num\"><a href=\"");
        self.way_href(out, way, scope);
        out.raw("\">").number(number, self.site.lang).raw("</a></td>");
    }

    fn way_href(&self, out: &mut Markup, way: Way, scope: Scope) {
        if let (Way::Rows, Some(first)) = (way, self.first_group(scope)) {
            return member_href(self.site.report, out, self.ledger, first, self.depth);
        }
        match (way, scope) {
            (Way::Rows, _) => out.raw("#_list"),
            (Way::Part(id), _) => out.raw("#_").raw(id),
            (Way::Tasks, Scope::Cell) => out.href(&Route::Tasks, self.depth, None),
            (Way::Tasks, Scope::Member(member)) => {
                out.href(&Route::Member(&self.site.member(member).id), self.depth, Some("_tasks"))
            }
        };
    }

    /// The first rows of a member.
    fn first_group(&self, scope: Scope) -> Option<&LedgerGroup> {
        match scope {
            Scope::Member(member) => self.site.report.ledger(self.ledger).of_member(member).first(),
            Scope::Cell => None,
        }
    }

    /// A table before the rows; its words are the texts of `ledger-<id>`.
    pub(super) fn table(&self, id: &'static str, class: &'static str, heads: Html<'static>, body: Markup) -> Table {
        let text = |attribute: &str| self.text(&format!("ledger-part-{id}{attribute}"));
        Table {
            id,
            heading: text(""),
            rule: text(".rule"),
            caption: text(".caption"),
            class,
            wide: false,
            heads,
            body: body.finish(),
        }
    }
}
