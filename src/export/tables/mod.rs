//! The tables that people open in a spreadsheet: the same rows for CSV and for the sheets of a workbook.

pub(super) mod csv;
mod evidence;
pub(super) mod figures;
mod matrix;
mod problems;
mod tasks;

use std::borrow::Cow;

use super::words::Words;
use crate::base::i18n::Lang;
use crate::base::period::{Date, Period};
use crate::report::{Report, Scope, Selection};

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The figures of the cell, or of one member, by criterion.
    Summary,
    /// Members and criteria: the three facts of each in three rows.
    Matrix,
    /// Every figure, of the cell and of each member.
    Figures,
    /// The task logs.
    Tasks,
    /// What stands behind every claim.
    Evidence,
    /// Errors and warnings.
    Problems,
}

impl Kind {
    /// Every table, in the order of the sheets.
    pub const ALL: [Kind; 6] =
        [Self::Summary, Self::Matrix, Self::Figures, Self::Tasks, Self::Evidence, Self::Problems];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Matrix => "matrix",
            Self::Figures => "figures",
            Self::Tasks => "tasks",
            Self::Evidence => "evidence",
            Self::Problems => "problems",
        }
    }
}

/// What stands in a square of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Nothing, which is not zero.
    None,
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u64),
    /// Half points, shown as whole ones.
    Points(u32),
    /// A part of a whole in tenths of a percent.
    Permille(u64),
    /// A day.
    Day(Date),
}

impl<'a> Value<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    fn day(day: Option<Date>) -> Self {
        day.map_or(Self::None, Self::Day)
    }

    fn permille(permille: Option<u64>) -> Self {
        permille.map_or(Self::None, Self::Permille)
    }
}

/// The head of a column, and how wide it is on a sheet, in letters.
pub(super) struct Column {
    pub(super) head: String,
    pub(super) width: u16,
}

/// A table; its rows are made as they are written.
pub(super) struct Table<'t> {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Box<dyn Iterator<Item = Vec<Value<'t>>> + 't>,
    pub(super) lang: Lang,
}

impl<'t> Table<'t> {
    /// The same without its first columns.
    pub(super) fn without_first(mut self, columns: usize) -> Self {
        self.columns.drain(..columns);
        let rest = move |mut row: Vec<Value<'t>>| row.split_off(columns);
        Self { columns: self.columns, rows: Box::new(self.rows.map(rest)), lang: self.lang }
    }
}

/// What tables are made of.
#[derive(Clone, Copy)]
pub(super) struct Source<'t, 'a> {
    pub(super) report: &'t Report<'a>,
    pub(super) words: &'t Words<'t, 'a>,
    pub(super) selection: Selection,
    /// Whether anybody has reviewed; else there is nothing that could be confirmed.
    pub(super) reviewed: bool,
}

impl<'t, 'a> Source<'t, 'a> {
    pub(super) fn new(report: &'t Report<'a>, words: &'t Words<'t, 'a>, selection: Selection) -> Self {
        Self { report, words, selection, reviewed: report.is_reviewed() }
    }

    /// The table of this kind.
    pub(super) fn table(self, kind: Kind) -> Table<'t> {
        let (columns, rows) = match kind {
            Kind::Summary => figures::of_one(self),
            Kind::Matrix => matrix::table(self),
            Kind::Figures => figures::of_all(self),
            Kind::Tasks => tasks::table(self),
            Kind::Evidence => evidence::table(self),
            Kind::Problems => problems::table(self),
        };
        Table { columns, rows, lang: self.words.lang }
    }

    /// A column with the head `export-<key>` of the catalogue.
    fn column(self, key: &str, width: u16) -> Column {
        Column { head: self.words.catalog.text(&format!("export-{key}")), width }
    }

    /// A column for each criterion.
    fn criteria(self, width: u16) -> impl Iterator<Item = Column> {
        let criteria = self.report.rubric().criteria.iter();
        let head = move |label: &str| self.veiled(label).into_owned();
        criteria.map(move |one| Column { head: format!("{} {}", one.id, head(one.label.get(self.words.lang))), width })
    }

    /// `text` as its readers may see it.
    fn veiled<'s>(self, text: &'s str) -> Cow<'s, str> {
        self.report.veiled(text)
    }

    /// Whose figures.
    pub(super) fn name(self, scope: Scope) -> String {
        match scope {
            Scope::Cell => self.words.catalog.text("whole-cell"),
            Scope::Member(member) => self.words.name(member).to_owned(),
        }
    }

    fn period(self, period: Option<Period>) -> Value<'t> {
        Value::text(self.words.period(period))
    }

    /// The members whom the selection holds, in roster order: those who belonged to the cell on a day of its period.
    fn members(self) -> Vec<usize> {
        let all = 0..self.report.members().len();
        let belong = match self.selection.period {
            Some(period) => self.report.members_in(period).collect::<Vec<_>>(),
            None => all.collect(),
        };
        belong.into_iter().filter(|place| self.selection.member.is_none_or(|one| one == *place)).collect()
    }
}

/// Columns and rows of a table.
type Parts<'t> = (Vec<Column>, Box<dyn Iterator<Item = Vec<Value<'t>>> + 't>);
