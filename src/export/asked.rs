//! What `hieucan export` makes: one file of a selection of the report.

use super::words::Words;
use super::{calendar, docx, json, tables, xlsx};
use crate::base::i18n::Catalog;
use crate::base::period::Date;
use crate::report::{Report, Selection};

pub use super::tables::Kind as Table;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for people: semicolons, and decimal commas in Vietnamese.
    Csv,
    /// The figures, records, evidence and problems for other programs.
    Json,
    /// A workbook.
    Xlsx,
    /// A calendar of deadlines.
    Ics,
    /// A meeting paper that can be edited.
    Docx,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 5] = [Self::Csv, Self::Json, Self::Xlsx, Self::Ics, Self::Docx];

    /// Its name on the command line, and the ending of its files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Docx => "docx",
        }
    }

    /// Whether it is text, which can be shown on a terminal and handed on.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Csv | Self::Json | Self::Ics)
    }
}

/// What is made of a report. A meeting paper is made of its page instead ([`paper`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// One table.
    Csv(Table),
    /// Everything.
    Json,
    /// Every table.
    Xlsx,
    /// The deadlines.
    Ics,
}

/// The bytes of `content` for what `selection` holds of `report`.
pub fn file(report: &Report<'_>, catalog: &Catalog, selection: Selection, content: Content) -> Vec<u8> {
    match content {
        Content::Csv(table) => {
            let words = Words::of(report, catalog);
            tables::csv::bytes(tables::Source::new(report, &words, selection).table(table))
        }
        Content::Json => json::whole(report, &Words::of(report, catalog), selection),
        Content::Xlsx => {
            let words = Words::of(report, catalog);
            xlsx::bytes(&tables::Source::new(report, &words, selection))
        }
        Content::Ics => calendar::asked(report, catalog, selection),
    }
}

/// A meeting paper as a document: what its `page` says, with figures of the day `as_of`.
pub fn paper(page: &str, as_of: Date) -> Vec<u8> {
    docx::bytes(page, as_of)
}
