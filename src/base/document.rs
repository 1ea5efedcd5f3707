//! Numbers of documents: those of the Party (`124-QĐ/TW`) and those of the State (`30/2020/NĐ-CP`, `215/QĐ-UBND`).

use super::text::nfc;

/// Whose form a number has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Digits, `-`, kind, `/`, body.
    Party,
    /// Digits, perhaps a year, kind and body joined by `-`.
    State,
}

/// A number as it is meant, however it was spaced, joined or cased.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// Whose form it has.
    pub form: Form,
    /// In capitals, without blanks, with plain dashes: equal numbers are equal texts.
    pub key: String,
}

/// The number in `written`: the whole of it, or the first one among other words.
///
/// ```
/// # use hieucan::base::document::number;
/// let key = |written| number(written).map(|number| number.key);
/// assert_eq!(key("124 – qđ / tw").as_deref(), Some("124-QĐ/TW"));
/// assert_eq!(key("Nghị định số 30/2020/NĐ-CP").as_deref(), Some("30/2020/NĐ-CP"));
/// assert_eq!(key("Điều lệ Đảng"), None);
/// ```
pub fn number(written: &str) -> Option<Number> {
    joined(&nfc(written)).iter().find_map(|word| whole(word.trim_matches(is_around)))
}

/// The words of `text`; blanks beside a joint part no words.
fn joined(text: &str) -> Vec<String> {
    let is_joint = |c: char| matches!(c, '-' | '–' | '—' | '/');
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut().filter(|last| last.ends_with(is_joint) || word.starts_with(is_joint)) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// Marks that may stand around a number.
fn is_around(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"' | '“' | '”' | '«' | '»')
}

fn whole(word: &str) -> Option<Number> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let key = tidied(word);
    form(&key).map(|form| Number { form, key })
}

/// `text` in capitals, without blanks, its dashes plain.
pub fn tidied(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '–' | '—') { '-' } else { c })
        .flat_map(char::to_uppercase)
        .collect()
}

/// The form of `text` when it is a number just as it should be written.
pub fn form(text: &str) -> Option<Form> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return None;
    }
    match text.as_bytes().get(digits) {
        Some(b'-') => is_party(&text[digits + 1..]).then_some(Form::Party),
        Some(b'/') => is_state(&text[digits + 1..]).then_some(Form::State),
        _ => None,
    }
}

fn is_party(rest: &str) -> bool {
    let Some((kind, body)) = rest.split_once('/') else { return false };
    is_code(kind) && body.split(['/', '-', '.']).all(is_code)
}

fn is_state(rest: &str) -> bool {
    let after_year =
        rest.split_once('/').filter(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    let name = after_year.map_or(rest, |(_, name)| name);
    name.starts_with(char::is_alphabetic) && name.split(['-', '.', '&']).all(is_code) && !is_of_party(name)
}

/// Whether the body that a State number names is one of the Party, whose numbers are joined the other way round.
fn is_of_party(name: &str) -> bool {
    let body = name.rsplit_once('-').map_or("", |(_, body)| body);
    matches!(body, "ĐU" | "CB" | "BTG") || body.ends_with("TW") || body.ends_with("TU")
}

/// A run of letters and digits that begins with a capital and has hardly a small letter: `NĐ`, `QH15`, `BTGTU`, `CTr`.
fn is_code(part: &str) -> bool {
    let capitals = part.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count();
    let small = part.chars().filter(|c| c.is_lowercase()).count();
    part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && part.chars().all(char::is_alphanumeric)
        && small < capitals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_one_however_it_is_spaced_joined_and_cased() {
        let key = |written| number(written).map(|number| (number.form, number.key));
        for written in
            ["124-QĐ/TW", "124 - QĐ / TW", "124–QĐ/TW", "124-qđ/tw", "Quy định số 124-QĐ/TW, ngày 02/02/2018"]
        {
            assert_eq!(key(written), Some((Form::Party, "124-QĐ/TW".to_owned())), "{written}");
        }
        for written in ["30/2020/NĐ-CP", "30/2020/NĐ - CP", "Nghị định 30/2020/NĐ-CP của Chính phủ"] {
            assert_eq!(key(written), Some((Form::State, "30/2020/NĐ-CP".to_owned())), "{written}");
        }
        assert_eq!([key("Họp ngày 14/01"), key("2 bản - Văn phòng"), key("")], [None, None, None]);
    }

    #[test]
    fn the_letters_of_a_kind_do_not_part_its_number_from_the_same_in_capitals() {
        assert_eq!(number("15/2013/QĐ-TTg"), number("15/2013/QĐ-TTG"));
    }
}
