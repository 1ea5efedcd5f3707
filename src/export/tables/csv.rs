//! A table as CSV for people: what a spreadsheet of a Vietnamese office opens with a double click. A byte order mark
//! tells UTF-8, semicolons part the cells because commas part decimals, and no text can be taken for a formula.

use std::borrow::Cow;

use super::{Table, Value};
use crate::base::i18n::Lang;
use crate::base::number::percent;
use crate::export::text::readable;

/// The bytes of `table`, heads first.
pub(in crate::export) fn bytes(table: Table<'_>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::from("\u{feff}"));
    let heads = table.columns.iter().map(|column| plain(&column.head));
    writer.write_record(heads.map(|head| head.into_owned())).expect("a vector takes every byte");
    for row in table.rows {
        let cells = row.iter().map(|value| cell(value, table.lang).into_owned());
        writer.write_record(cells).expect("a vector takes every byte");
    }
    writer.into_inner().expect("a vector takes every byte")
}

fn cell<'v>(value: &'v Value<'_>, lang: Lang) -> Cow<'v, str> {
    match value {
        Value::None => "".into(),
        Value::Text(text) => plain(text),
        Value::Number(number) => number.to_string().into(),
        Value::Points(half) if half % 2 == 0 => (half / 2).to_string().into(),
        Value::Points(half) if lang == Lang::Vi => format!("{},5", half / 2).into(),
        Value::Points(half) => format!("{}.5", half / 2).into(),
        Value::Permille(permille) => percent(*permille, 1000, lang).unwrap_or_default().into(),
        Value::Day(day) => day.label(lang).into(),
    }
}

/// `text` so that no spreadsheet takes it for a formula: an apostrophe stands before what could begin one.
fn plain(text: &str) -> Cow<'_, str> {
    let text = readable(text);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::period::Date;

    #[test]
    fn what_could_begin_a_formula_is_text() {
        for text in ["=1+1", "+84", "-2", "@sum", "\tx", "\rx", "\nx", "＝1"] {
            assert_eq!(plain(text), format!("'{text}"));
        }
        for text in ["Kế hoạch = 1", "05-KH/CB", " =1", ""] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn numbers_are_written_as_people_of_the_language_do() {
        let told = |value: Value<'_>, lang| cell(&value, lang).into_owned();
        assert_eq!(told(Value::Points(2401), Lang::Vi), "1200,5");
        assert_eq!(told(Value::Points(8), Lang::Vi), "4");
        assert_eq!(told(Value::Permille(875), Lang::Vi), "87,5%");
        assert_eq!(told(Value::Permille(1000), Lang::En), "100%");
        assert_eq!(told(Value::Day(Date::parse("2026-03-05").expect("a day")), Lang::Vi), "05/3/2026");
        assert_eq!(told(Value::None, Lang::Vi), "");
    }
}
