//! A file for other programs, asked for by itself: the same way up to the report, then one file instead of a site.

use std::path::Path;

use super::paper::{self, no_logs, no_member, paper};
use super::reported;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::period::Period;
use crate::config::Config;
use crate::export::asked::{self, Content};
use crate::publish::{Replace, put_file};
use crate::report::{Report, Scope, Selection};

pub use crate::export::asked::{Format, Table};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What the file is.
    pub format: Format,
    /// Which table, of a format that holds one.
    pub table: Table,
    /// The period; all time when nothing is said, and for a meeting paper what [`paper::Request`] says.
    pub period: Option<Period>,
    /// The member, by id or exact name; the cell when nothing is said.
    pub member: Option<String>,
}

/// A file that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What it is called when nobody names it.
    pub name: String,
    /// Whether it is the draft of a self-review.
    pub is_self_review: bool,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes the file that is asked for.
///
/// # Errors
/// When the settings, the rubric, a template or the disk stop it; [`Error::NoPaper`](crate::base::error::Error::NoPaper) when there is nothing to tell.
pub fn export(config: &Config, request: &Request) -> Result<Export> {
    let content = match request.format {
        Format::Csv => Content::Csv(request.table),
        Format::Json => Content::Json,
        Format::Xlsx => Content::Xlsx,
        Format::Ics => Content::Ics,
        Format::Docx => return document(config, request),
    };
    let catalog = Catalog::of(config.lang);
    reported(config, catalog, |report, _| {
        let selection = selection(report, config, request)?;
        let name = name(report, selection, request.format);
        Ok(Export { name, is_self_review: false, bytes: asked::file(report, catalog, selection, content) })
    })
}

/// Writes the file; one that stands there stays unless it was named.
///
/// # Errors
/// [`Error::Exists`](crate::base::error::Error::Exists) when something stands there that may not be replaced, [`Error::Write`](crate::base::error::Error::Write) when the disk fails.
pub fn put(path: &Path, bytes: &[u8], is_named: bool) -> Result<()> {
    put_file(path, bytes, if is_named { Replace::named(path) } else { Replace::Never })
}

/// A meeting paper, made of its page.
fn document(config: &Config, request: &Request) -> Result<Export> {
    let made = paper(config, &paper::Request { period: request.period, member: request.member.clone() })?;
    let page = made.files.iter().find(|(path, _)| *path == made.page).map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let bytes = asked::paper(&page.unwrap_or_default(), config.as_of);
    Ok(Export { name: format!("{}.docx", made.name), is_self_review: made.is_self_review, bytes })
}

fn selection(report: &Report<'_>, config: &Config, request: &Request) -> Result<Selection> {
    let member = request.member.as_deref().map(|written| member(report, config, written)).transpose()?;
    if let Some(period) = request.period {
        let scope = member.map_or(Scope::Cell, Scope::Member);
        let empty = report.sums(scope, Some(period)).records.is_empty();
        if empty && report.missed(scope, Some(period)) == 0 && request.format != Format::Ics {
            return Err(no_logs(report, scope, period));
        }
    }
    Ok(Selection { member, period: request.period })
}

/// The place of a member by the words of the settings; readers outside meet other words, at the same places.
fn member(report: &Report<'_>, config: &Config, written: &str) -> Result<usize> {
    let roster = &config.settings.roster;
    let shown = || report.members().iter().position(|member| member.id == written.trim());
    roster.find_person(written).or_else(shown).ok_or_else(|| no_member(roster, written))
}

/// `<cell>-<period>-<member>.<format>`.
fn name(report: &Report<'_>, selection: Selection, format: Format) -> String {
    let mut parts = vec![crate::base::text::path_part(&report.cell().id)];
    parts.extend(selection.period.map(|period| period.to_string()));
    parts.extend(selection.member.map(|member| report.members()[member].id.clone()));
    format!("{}.{}", parts.join("-"), format.id())
}
