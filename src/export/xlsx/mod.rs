//! The tables as a workbook: a sheet for each, with real numbers and dates, filters and frozen heads, and on the first
//! one a radar of the criteria. The same figures give the same bytes: the day of making is that of the figures.

mod radar;
mod sheet;
mod styles;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use self::sheet::Sheet;
use self::styles::Styles;
use super::tables::{Kind, Source};
use super::text::readable;
use crate::base::number::percent;
use crate::report::{Share, Timeliness};

/// The bytes of the workbook.
pub(super) fn bytes(source: &Source<'_, '_>) -> Vec<u8> {
    made(source).expect("sheets, names and cells stay within what a workbook holds")
}

fn made(source: &Source<'_, '_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(source)?);
    let styles = Styles::of(source.words.lang);
    for kind in Kind::ALL {
        let worksheet = workbook.add_worksheet();
        write(source, kind, &styles, worksheet)?;
    }
    workbook.save_to_buffer()
}

fn write(source: &Source<'_, '_>, kind: Kind, styles: &Styles, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let catalog = source.words.catalog;
    let name = catalog.text(&format!("export-sheet-{}", kind.id()));
    let lines = match kind {
        Kind::Summary => vec![told_of(source), facts(source), timing(source)],
        _ => vec![told_of(source)],
    };
    let cell = source.report.veiled(&source.report.cell().name).into_owned();
    let table = source.table(kind).without_first(told_above(kind));
    let sheet = Sheet {
        worksheet,
        styles,
        cut: catalog.text("export-cut"),
        more: catalog.text("export-rows-cut"),
        kept: kept(kind),
    };
    let place = sheet.write(&name, &format!("{cell} – {name}"), &lines, table)?;
    if kind == Kind::Summary && place.rows > 2 {
        radar::insert(source, worksheet, &name, &place)?;
    }
    Ok(())
}

/// How many columns a sheet says in a line instead: of which period its figures are, and perhaps whose.
fn told_above(kind: Kind) -> usize {
    match kind {
        Kind::Summary => 2,
        Kind::Matrix | Kind::Figures => 1,
        Kind::Tasks | Kind::Evidence | Kind::Problems => 0,
    }
}

/// How many columns stay in sight when a sheet is moved sideways.
fn kept(kind: Kind) -> u16 {
    match kind {
        Kind::Tasks | Kind::Evidence => 1,
        Kind::Matrix => 2,
        Kind::Figures => 3,
        Kind::Summary | Kind::Problems => 0,
    }
}

fn properties(source: &Source<'_, '_>) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = source.report.as_of().parts();
    let made = ExcelDateTime::from_ymd(year.unsigned_abs().max(1900), month, day)?;
    let cell = source.report.veiled(&source.report.cell().name).into_owned();
    Ok(DocProperties::new().set_title(readable(&cell)).set_creation_datetime(&made))
}

/// Whose figures, of which period, on which day, and how many logs they miss.
fn told_of(source: &Source<'_, '_>) -> String {
    let (words, selection) = (source.words, source.selection);
    let as_of = source.report.as_of().label(words.lang);
    let as_of = words.catalog.format("paper-as-of", &[("date", as_of.into())]);
    let missed = source.report.missed(selection.scope(), selection.period);
    let missed = if missed > 0 { format!(" ({})", words.counted("uncounted", missed)) } else { String::new() };
    format!("{}. {}.{missed} {as_of}", source.name(selection.scope()), words.period(selection.period))
}

/// The three facts of all criteria, which never merge.
fn facts(source: &Source<'_, '_>) -> String {
    let (words, selection) = (source.words, source.selection);
    let total = source.report.sums(selection.scope(), selection.period).total();
    let told = |key: &str, share: Share| {
        let (points, possible) = share.shown();
        let percent = percent(share.points.into(), share.possible.into(), words.lang);
        let part = percent.map_or("—".to_owned(), |percent| format!("{points}/{possible} ({percent})"));
        format!("{}: {part}", words.catalog.text(key))
    };
    let confirmed = if source.reviewed {
        told("fact-confirmed", Share::confirmed(&total))
    } else {
        words.catalog.text("fact-confirmed-none")
    };
    [told("fact-claimed", Share::claimed(&total)), told("fact-evidenced", Share::evidenced(&total)), confirmed]
        .join(" · ")
}

/// How many tasks kept to their time in which way.
fn timing(source: &Source<'_, '_>) -> String {
    let (words, selection) = (source.words, source.selection);
    let timing = &source.report.sums(selection.scope(), selection.period).timing;
    let kinds = Timeliness::ALL.into_iter().map(|kind| (kind, timing.count(kind))).filter(|(_, count)| *count > 0);
    let told = kinds.map(|(kind, count)| format!("{}: {count}", words.word("export-time", kind.id())));
    let tasks = words.counted("records", timing.tasks as usize);
    [tasks].into_iter().chain(told).collect::<Vec<_>>().join(" · ")
}
