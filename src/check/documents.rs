//! Numbers of documents, of the Party (`124-QĐ/TW`) and of the State (`30/2020/NĐ-CP`, `215/QĐ-UBND`).

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::source::Text;
use crate::base::text::nfc;
use crate::model::content::EvidenceKind;

/// References that look like a document number have the form of one.
pub fn numbers(case: &Case, _: &Facts, out: &mut Vec<Diagnostic>) {
    let draft = &case.file.draft;
    let outputs = draft.content.outputs.iter().filter_map(|output| output.reference.as_ref());
    let references = draft.content.references.iter().filter_map(|reference| reference.reference.as_ref());
    let evidence = draft.claims.iter().flat_map(|claim| &claim.evidence);
    let evidence =
        evidence.filter(|entry| entry.kind != Some(EvidenceKind::Commit)).filter_map(|entry| entry.reference.as_ref());
    for number in outputs.chain(references).chain(evidence) {
        if is_malformed(number) {
            out.push(Diagnostic::new(Code::DocumentNumber, number.span).found(&number.value));
        }
    }
}

fn is_malformed(number: &Text) -> bool {
    let text = nfc(&number.value);
    let begins_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let has_letter = text.chars().any(char::is_alphabetic);
    let has_joint = text.contains(['/', '-', '–', '—']);
    if !begins_with_digit || !has_letter || !has_joint || is_well_formed(&text) {
        return false;
    }
    // Written out with blanks it is a phrase, unless it is a number once they are taken away, or joined.
    let joined = || text.split_whitespace().collect::<Vec<_>>().join("-");
    !text.contains(char::is_whitespace) || is_well_formed(&tidied(&text)) || is_well_formed(&joined())
}

fn tidied(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '–' | '—') { '-' } else { c })
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether `text` is a Party number (digits, `-`, kind, `/`, body) or a State number (digits, perhaps a year, kind and
/// body joined by `-`).
fn is_well_formed(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return false;
    }
    match text.as_bytes().get(digits) {
        Some(b'-') => is_party(&text[digits + 1..]),
        Some(b'/') => is_state(&text[digits + 1..]),
        _ => false,
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
    use crate::base::source::{Span, Spanned};

    #[test]
    fn both_forms_are_understood_and_slips_are_seen() {
        let malformed = |text: &str| is_malformed(&Spanned::new(text.to_owned(), Span::default()));
        for text in [
            "124-QĐ/TW",
            "30/2020/NĐ-CP",
            "215/QĐ-UBND",
            "12-KH/BTG",
            "126/2025/QH15",
            "05-BB/CB",
            "150-CTr/BTC",
            "Kế hoạch",
            "5 phút/ngày",
            "15/2013/QĐ-TTg",
            "2 bản - Văn phòng",
            "12",
        ] {
            assert!(!malformed(text), "{text}");
        }
        for text in [
            "124–QĐ/TW",
            "12 - KH/BTG",
            "30-2020-NĐ-CP",
            "12-kh/btg",
            "30/2020/NĐ_CP",
            "12 KH/BTG",
            "124/QĐ-TW",
            "05/BB-CB",
        ] {
            assert!(malformed(text), "{text}");
        }
    }
}
