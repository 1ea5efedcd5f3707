//! Marks of secrecy, telephone and identity numbers.

use super::{Case, Facts};
use crate::base::alike::is_unseen;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::{Span, Text};
use crate::base::text::nfc;
use crate::parse::{MARK_OF_SECRECY, ParsedFile, may_be_marked};

/// No number of a telephone or an identity has fewer digits.
const FEWEST_DIGITS: usize = 9;

/// The upper-case word MẬT (so also TỐI MẬT and TUYỆT MẬT), not after BẢO or BÍ, anywhere in the record: as written, as
/// a reader of the body sees it, and as the keys and values of the front matter are once escapes are undone.
pub fn secrecy(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let text = &case.file.source.text;
    let before = out.len();
    if !case.ordinary || text.contains(MARK_OF_SECRECY) {
        out.extend(marks(text).into_iter().map(|(span, words)| Diagnostic::new(Code::SecrecyMark, span).found(&words)));
    }
    if out.len() == before {
        let hidden = hidden_mark(&case.file).or_else(|| marks_of_scalars(&case.file).next());
        out.extend(hidden.map(|(span, words)| Diagnostic::new(Code::SecrecyMark, span).found(&words)));
    }
}

/// A mark that only a reader of the body sees, as in `M&#7852;T`, at the paragraph that holds it.
fn hidden_mark(file: &ParsedFile) -> Option<(Span, String)> {
    let (_, words) = marks(&file.plain).into_iter().next()?;
    let block = file.blocks().into_iter().find(|block| !marks(&block.value).is_empty());
    Some((block.map_or(file.draft.span, |block| block.span), words))
}

/// Whether a file that nothing else was checked of carries such a mark.
pub fn is_marked_secret(file: &ParsedFile) -> bool {
    [&file.source.text, &file.plain].into_iter().any(|text| !marks(text).is_empty())
        || marks_of_scalars(file).next().is_some()
}

/// Marks in the keys and values of the front matter, each of which is read by itself, at the key or value.
fn marks_of_scalars(file: &ParsedFile) -> impl Iterator<Item = (Span, String)> {
    let of = |scalar: &Text| marks(&scalar.value).into_iter().map(move |(_, words)| words).collect::<Vec<_>>();
    file.scalars.iter().flat_map(move |scalar| of(scalar).into_iter().map(|words| (scalar.span, words)))
}

/// Places of marks in `text`, with the words that make each one.
fn marks(text: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut last: Option<(usize, usize, String)> = None;
    if !may_be_marked(text) {
        return found;
    }
    for (start, end) in words(text) {
        let word: String = text[start..end].chars().filter(|c| !is_unseen(*c)).collect();
        let word = nfc(&word).into_owned();
        if word == MARK_OF_SECRECY {
            match last.take().filter(|(_, until, _)| belong_together(&text[*until..start])) {
                Some((.., before)) if before == "BẢO" || before == "BÍ" => {}
                Some((from, _, before)) if before == "TỐI" || before == "TUYỆT" => {
                    found.push((Span::new(from, end), format!("{before} {word}")));
                }
                _ => found.push((Span::new(start, end), word)),
            }
        } else {
            last = Some((start, end, word));
        }
    }
    found
}

/// Whether two words are read as one expression: only blanks stand between them, or emphasis; a line may be broken
/// there, in a quotation, too. Any other sign, such as that of a list, begins something new.
fn belong_together(between: &str) -> bool {
    let lines = between.matches('\n').count();
    let joins = |c: char| c.is_whitespace() || if lines == 0 { matches!(c, '*' | '_') } else { c == '>' };
    lines < 2 && between.chars().all(joins)
}

/// Whether a character may be part of a word without being a letter: combining marks, and what cannot be seen.
fn is_joined_quietly(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) || is_unseen(c)
}

fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut chars = text.char_indices().peekable();
    let in_word = |c: char| c.is_alphanumeric() || is_joined_quietly(c);
    std::iter::from_fn(move || {
        while chars.next_if(|(_, c)| !in_word(*c)).is_some() {}
        let (start, _) = *chars.peek()?;
        let mut end = start;
        while let Some((at, c)) = chars.next_if(|(_, c)| in_word(*c)) {
            end = at + c.len_utf8();
        }
        Some((start, end))
    })
}

/// Telephone numbers of Vietnam and identity numbers.
pub fn numbers(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let text = &case.file.source.text;
    for (start, end) in digit_runs(text) {
        if let Some(code) = kind_of(text, start, end) {
            out.push(Diagnostic::new(code, Span::new(start, end)).found(&text[start..end]));
        }
    }
}

fn kind_of(text: &str, start: usize, end: usize) -> Option<Code> {
    let written = &text[start..end];
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let plus = text[..start].ends_with('+');
    let mobile = |rest: &str| rest.starts_with(['2', '3', '5', '7', '8', '9']);
    let whole = written.len() == digits.len();
    let named = || {
        let near: String = text[..start].chars().rev().take(24).collect();
        let near: String = near.chars().rev().collect::<String>().to_lowercase();
        ["cmnd", "cccd", "căn cước", "chứng minh"].iter().any(|word| near.contains(word))
    };
    match digits.len() {
        10 if digits.starts_with('0') && mobile(&digits[1..]) => Some(Code::PhoneNumber),
        // Landlines have eleven digits: the area code, such as 024 or 0236, and a number of eight or seven.
        11 if digits.starts_with("02") && begins_with_code(written) => Some(Code::PhoneNumber),
        11 if (plus || whole) && digits.starts_with("84") && mobile(&digits[2..]) => Some(Code::PhoneNumber),
        12 if plus && digits.starts_with("842") => Some(Code::PhoneNumber),
        12 if whole && digits.starts_with('0') => Some(Code::IdentityNumber),
        9 | 12 if named() => Some(Code::IdentityNumber),
        _ => None,
    }
}

/// Runs of [`FEWEST_DIGITS`] or more, with single blanks, dots or hyphens between them, that are no part of a word or an
/// address.
fn digit_runs(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut runs, mut i) = (Vec::new(), 0);
    while let Some(start) = next_digit(bytes, i) {
        let (mut end, mut digits) = (start, 0);
        loop {
            let more = bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
            (end, digits) = (end + more, digits + more);
            match joint(bytes, start, end) {
                0 => break,
                joint => end += joint,
            }
        }
        let part_of_word = |at: Option<&u8>| {
            at.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'=' | b'&' | b'%'))
        };
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        if digits >= FEWEST_DIGITS && !part_of_word(before) && !part_of_word(bytes.get(end)) {
            runs.push((start, end));
        }
        i = end;
    }
    runs
}

/// The place of the first digit at or after `from`, sought in blocks: most of a text has none.
fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    let with_digit = |block: &[u8]| block.iter().fold(false, |found, b| found | b.is_ascii_digit());
    let blocks = bytes[from..].chunks(16).take_while(|block| !with_digit(block)).count();
    let from = (from + 16 * blocks).min(bytes.len());
    bytes[from..].iter().position(u8::is_ascii_digit).map(|next| from + next)
}

/// Whether three digits or more stand together in front, unlike in a date.
fn begins_with_code(written: &str) -> bool {
    written.bytes().take_while(u8::is_ascii_digit).count() >= 3
}

/// How long the joint at `at` is, which leads on to a digit: a blank, dot or hyphen, or the end of an area code in
/// brackets, with a blank or not; 0 where there is none.
fn joint(bytes: &[u8], start: usize, at: usize) -> usize {
    let leads_on = |length: usize| bytes.get(at + length).is_some_and(u8::is_ascii_digit);
    let in_brackets = || start.checked_sub(1).is_some_and(|before| bytes[before] == b'(') && at - start <= 5;
    match bytes.get(at) {
        Some(b' ' | b'.' | b'-') if leads_on(1) => 1,
        Some(b')') if in_brackets() && leads_on(1) => 1,
        Some(b')') if in_brackets() && bytes.get(at + 1) == Some(&b' ') && leads_on(2) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        marks(text).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn marks_of_secrecy_are_upper_case_words_of_their_own() {
        assert_eq!(found("Báo cáo TỐI MẬT số 1"), ["TỐI MẬT"]);
        assert_eq!(found("độ MẬT và **TUYỆT MẬT**"), ["MẬT", "TUYỆT MẬT"]);
        assert_eq!(found("M\u{200b}ẬT"), ["MẬT"]);
        assert_eq!(found("MA\u{323}\u{302}T"), ["MẬT"]);
        assert!(found("công tác BẢO MẬT, BÍ MẬT nhà nước, mật ong, Mật").is_empty());
        assert!(found("**BẢO** MẬT, BẢO *MẬT*, BẢO\r\nMẬT, > BÍ\n> MẬT, BA\u{309}O MẬT").is_empty());
    }

    #[test]
    fn only_bảo_and_bí_in_capitals_right_before_it_take_a_mark_away() {
        for text in [
            "bảo MẬT",
            "Bảo MẬT",
            "bí MẬT",
            "BẢO. MẬT",
            "BẢO, MẬT",
            "- BẢO\n- MẬT",
            "BẢO\n* MẬT",
            "BẢO\n\nMẬT",
            "BẢO | MẬT",
        ] {
            assert_eq!(found(text), ["MẬT"], "{text}");
        }
        assert_eq!(found("BÍ MẬT MẬT"), ["MẬT"]);
    }

    #[test]
    fn telephone_and_identity_numbers_are_told_from_dates_and_addresses() {
        let kinds = |text: &str| -> Vec<Code> {
            digit_runs(text).into_iter().filter_map(|(start, end)| kind_of(text, start, end)).collect()
        };
        assert_eq!(kinds("gọi 0912 345 678 hoặc +84 912 345 678"), [Code::PhoneNumber, Code::PhoneNumber]);
        assert_eq!(kinds("số 001089012345; CCCD 123456789"), [Code::IdentityNumber, Code::IdentityNumber]);
        assert_eq!(kinds("máy (024) 3825 1234, (0236)3825123"), [Code::PhoneNumber, Code::PhoneNumber]);
        assert_eq!(kinds("84912345678 và 024 3825 1234"), [Code::PhoneNumber, Code::PhoneNumber]);
        assert!(kinds("năm (2025) 2026 0123, 02-12-2025 123, mục (1) 84.912.345.678 đồng, mã (12) 0012").is_empty());
        assert!(kinds("05/01/2026, 2026-01-05, https://vidu.example/0912345678, 12.500.000 đồng").is_empty());
    }
}
