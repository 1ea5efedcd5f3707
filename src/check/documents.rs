//! Numbers of documents, of the Party (`124-QĐ/TW`) and of the State (`30/2020/NĐ-CP`, `215/QĐ-UBND`).

use super::{Case, Facts};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::document::{form, tidied};
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
    if !begins_with_digit || !has_letter || !has_joint || form(&text).is_some() {
        return false;
    }
    // Written out with blanks it is a phrase, unless it is a number once they are taken away, or joined.
    let joined = || text.split_whitespace().collect::<Vec<_>>().join("-");
    !text.contains(char::is_whitespace) || form(&tidied(&text)).is_some() || form(&joined()).is_some()
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
