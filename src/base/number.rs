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
    let tenths = permille(part, whole)?;
    let (units, tenth) = (tenths / 10, tenths % 10);
    let mark = decimal_mark(lang);
    Some(if tenth == 0 { format!("{units}%") } else { format!("{units}{mark}{tenth}%") })
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
    let digits = number.to_string();
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
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
