//! The register of regulations and directives, and the tasks that relied on them.

use super::{Sheet, Table, Writing};
use crate::base::document::Form;
use crate::render::markup::{Markup, shortened};
use crate::render::parts::evidence::address;
use crate::render::phrase::Fill;
use crate::report::{Document, Record, Row};

pub(super) const SHEET: Sheet = Sheet { heads: &["ledger-number", "ledger-title", "task"], row, tables };

/// Documents that the register shows.
const DOCUMENTS: usize = 500;

/// Earlier tasks of a document that are linked.
const LINKED: usize = 3;

/// Letters of a number or title.
const NAME: usize = 200;

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let reference = &record.content.references[row.item as usize];
    writing.head(out, reference.reference.as_ref());
    out.raw("<td>");
    titled(
        writing,
        out,
        reference.title.as_ref().map(|title| &*title.value),
        reference.link.as_ref().map(|l| &*l.value),
    );
    out.raw("</td>");
    writing.task_cell(out, row.record);
}

/// A title and an address, as far as they are there.
fn titled(writing: &Writing<'_, '_>, out: &mut Markup, title: Option<&str>, link: Option<&str>) {
    if let Some(title) = title {
        out.text(&shortened(title, NAME));
    }
    if let Some(link) = link {
        out.raw(if title.is_some() { ", " } else { "" });
        address(writing.site, out, link);
    }
    if title.is_none() && link.is_none() {
        out.raw("—");
    }
}

fn tables(writing: &Writing<'_, '_>) -> Vec<Table> {
    let documents = writing.site.report.documents(DOCUMENTS);
    if documents.shown.is_empty() {
        return Vec::new();
    }
    let mut body = Markup::new();
    for of_form in documents.shown.chunk_by(|a, b| a.form == b.form) {
        body.raw("<tbody><tr><th scope=\"rowgroup\" class=\"group\" colspan=\"4\">");
        body.text(&writing.text(form(of_form[0].form)));
        body.raw(" (").number(of_form.len() as u64, writing.site.lang).raw(")</th></tr>");
        of_form.iter().for_each(|document| document_row(writing, &mut body, document));
        body.raw("</tbody>");
    }
    let heads = writing.heads(&["ledger-number", "ledger-title", "ledger-tasks", "ledger-last"]);
    let mut table = writing.table("documents", "table--text stacked documents", heads, body);
    if documents.shown.len() < documents.all {
        let number = |number: usize| writing.site.number(number);
        let facts = [
            ("shown", number(documents.shown.len()).into()),
            ("all", number(documents.all).into()),
            ("fewest", number(documents.fewest as usize).into()),
        ];
        table.caption = writing.site.catalog.format("ledger-documents-left-out", &facts);
    }
    vec![table]
}

fn form(form: Option<Form>) -> &'static str {
    match form {
        Some(Form::Party) => "ledger-form-party",
        Some(Form::State) => "ledger-form-state",
        None => "ledger-form-other",
    }
}

fn document_row(writing: &Writing<'_, '_>, out: &mut Markup, document: &Document<'_>) {
    out.raw("<tr><th scope=\"row\">").text(&shortened(document.written, NAME)).raw("</th><td>");
    titled(writing, out, document.title, document.link);
    out.raw("</td>");
    writing.number(out, document.records.len() as u32);
    out.raw("<td>");
    if let Some((last, earlier)) = document.records.split_last() {
        writing.task(out, *last);
        if !earlier.is_empty() {
            let mut days = Markup::new();
            writing.days(&mut days, earlier, LINKED);
            out.raw("<span class=\"sub\">");
            writing.site.words.lesson_earlier.write(out, &[Fill::Html(&days.into_string())]);
            out.raw("</span>");
        }
    }
    out.raw("</td></tr>");
}
