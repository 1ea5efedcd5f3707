//! Numbers as people read them: `87,5%` and `2.500` in Vietnamese, `87.5%` and `2,500` in English.

use super::i18n::Lang;

/// `part` of `whole` as a percentage with at most one decimal, rounded half up; `None` when `whole` is 0.
///
/// ```
/// # use hieucan::base::{i18n::Lang, number::percent};
/// assert_eq!(percent(7, 8, Lang::Vi).as_deref(), Some("87,5%"));
/// assert_eq!(percent(1, 1, Lang::En).as_deref(), Some("100%"));
/// assert_eq!(percent(0, 0, Lang::Vi), None);
/// ```
pub fn percent(part: u64, whole: u64, lang: Lang) -> Option<String> {
    let mut out = String::with_capacity(8);
    push_percent(&mut out, part, whole, lang).then_some(out)
}

/// Appends [`percent`], and says whether there is one.
pub fn push_percent(out: &mut String, part: u64, whole: u64, lang: Lang) -> bool {
    let Some(tenths) = permille(part, whole) else { return false };
    push_digits(out, tenths / 10, 1);
    if tenths % 10 > 0 {
        out.push(decimal_mark(lang));
        push_digits(out, tenths % 10, 1);
    }
    out.push('%');
    true
}

/// `part` of `whole` in tenths of a percent, rounded half up; `None` when `whole` is 0.
pub fn permille(part: u64, whole: u64) -> Option<u64> {
    (whole > 0).then(|| (part * 2000 + whole) / (whole * 2))
}

/// A whole number with its thousands marked.
///
/// ```
/// # use hieucan::base::{i18n::Lang, number::grouped};
/// assert_eq!(grouped(12_500, Lang::Vi), "12.500");
/// ```
pub fn grouped(number: u64, lang: Lang) -> String {
    let mut out = String::with_capacity(8);
    push_grouped(&mut out, number, lang);
    out
}

/// Appends [`grouped`].
pub fn push_grouped(out: &mut String, number: u64, lang: Lang) {
    if number < 1000 {
        return push_digits(out, number, 1);
    }
    push_grouped(out, number / 1000, lang);
    out.push(if lang == Lang::Vi { '.' } else { ',' });
    push_digits(out, number % 1000, 3);
}

/// Every number of two digits, one after another.
const PAIRS: &str = "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// Appends `number` with at least `width` digits, two by two: a large site shows millions of them, and formatting
/// machinery would be most of the work.
#[inline]
pub fn push_digits(out: &mut String, number: u64, width: usize) {
    match (number, width) {
        (0..10, 0..2) => out.push(char::from(b'0' + number as u8)),
        (0..100, 0..3) => out.push_str(pair(number)),
        _ => push_more_digits(out, number, width),
    }
}

fn push_more_digits(out: &mut String, number: u64, width: usize) {
    push_digits(out, number / 100, width.saturating_sub(2).max(1));
    out.push_str(pair(number));
}

/// The last two digits of `number`.
fn pair(number: u64) -> &'static str {
    let at = 2 * (number % 100) as usize;
    &PAIRS[at..at + 2]
}

/// Tenths as a number with one decimal.
///
/// ```
/// # use hieucan::base::{i18n::Lang, number::tenths};
/// assert_eq!(tenths(8, Lang::Vi), "0,8");
/// ```
pub fn tenths(tenths: u64, lang: Lang) -> String {
    format!("{}{}{}", grouped(tenths / 10, lang), decimal_mark(lang), tenths % 10)
}

fn decimal_mark(lang: Lang) -> char {
    if lang == Lang::Vi { ',' } else { '.' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_formatting_machinery() {
        for number in (0..12_345).chain([99_999, 100_000, 1_000_000, u64::MAX]) {
            for width in 1..5 {
                let mut out = String::new();
                push_digits(&mut out, number, width);
                assert_eq!(out, format!("{number:0width$}"));
            }
        }
    }
}
