//! The register of products with their document numbers.

use super::{Sheet, Writing};
use crate::render::markup::Markup;
use crate::render::parts::evidence::{address, file};
use crate::report::{Output, Record, Row};

pub(super) const SHEET: Sheet =
    Sheet { heads: &["ledger-product", "ledger-number", "ledger-where", "task"], row, tables: |_| Vec::new() };

fn row(writing: &Writing<'_, '_>, out: &mut Markup, record: &Record, row: Row) {
    let output = &record.content.outputs[row.item as usize];
    writing.head(out, output.name.as_ref());
    writing.cell(out, output.reference.as_ref());
    place(writing, out, output);
    writing.task_cell(out, row.record);
}

/// Where the product is to be found.
fn place(writing: &Writing<'_, '_>, out: &mut Markup, output: &Output) {
    if output.link.is_none() && output.file.is_none() {
        out.raw("<td class=\"none\">—</td>");
        return;
    }
    out.raw("<td>");
    if let Some(link) = &output.link {
        address(writing.site, out, &link.value);
    }
    if let Some(path) = &output.file {
        out.raw(if output.link.is_some() { ", " } else { "" });
        file(writing.site, out, &path.value, writing.depth);
    }
    out.raw("</td>");
}
