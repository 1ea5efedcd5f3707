//! Words of old Vietnamese encodings, TCVN3 and VNI, as they look when they are read as Unicode.

use crate::base::diagnostic::Code;
use crate::base::text::any_three;

/// Where a word of an old encoding shows itself.
pub fn mojibake(text: &str) -> Vec<(Code, usize, char)> {
    let mut found: Vec<(usize, char)> = signs(text);
    if speaks_vni(text) {
        found.extend(pairs(text));
        found.sort_unstable();
    }
    found.into_iter().map(|(at, c)| (Code::Mojibake, at, c)).collect()
}

/// Signs that TCVN3 texts show, in a word or at its ends.
fn signs(text: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_old_sign(c) {
            let after = chars.peek().map_or(' ', |(_, next)| *next);
            let in_word = match (is_of_word(before), is_of_word(after)) {
                (true, true) => true,
                (true, false) => ends_word(c, &text[..at]),
                (false, true) => begins_word(c, before, after),
                (false, false) => begins_with_two(c, before, &text[at + c.len_utf8()..]),
            };
            if in_word {
                found.push((at, c));
            }
        }
        before = c;
    }
    found
}

fn is_old_sign(c: char) -> bool {
    matches!(c, '©' | '®' | '¬' | '¸' | '¹' | '¶' | '§' | '¦' | '¨' | 'µ' | 'ª')
}

/// Letters, and the soft hyphen, which is the `ư` of TCVN3.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() && !is_old_sign(c) || c == '\u{ad}'
}

/// Whether a word of an old encoding may end in `c`, as in `c¬` and `gi¸`. A brand name may end in `©` or `®`.
fn ends_word(c: char, before: &str) -> bool {
    let word = before.rsplit(|c: char| !is_of_word(c)).next().unwrap_or_default();
    matches!(c, '¬' | '¸') || matches!(c, '©' | '®') && !word.contains(char::is_uppercase)
}

/// Whether a word of an old encoding may begin with `c`, as in `®i` and `®Õn`, but not a brand name as in `®Tên`.
fn begins_word(c: char, before: char, after: char) -> bool {
    matches!(c, '©' | '®' | '¬' | '¸') && !before.is_alphanumeric() && !after.is_ascii_uppercase()
}

/// Whether `c` and another sign begin a word, as in `®¶ng` and `§¶ng`.
fn begins_with_two(c: char, before: char, rest: &str) -> bool {
    let mut rest = rest.chars();
    let second = rest.next().is_some_and(|second| is_old_sign(second) && second != c);
    second && !before.is_alphanumeric() && rest.next().is_some_and(char::is_lowercase)
}

/// Pairs of letters that stand for one letter of VNI and in no word of Vietnamese. Those that words of other languages
/// have are left out, such as `aï` (naïve), `oû` (goût), `eã` (Leão) and `aé` (Raphaé); what is written in VNI has others.
const PAIRS: &[&str] = &[
    "aâ", "aê", "aù", "aø", "aû", "aõ", "aå", "aä", "eâ", "eù", "eø", "eå", "oâ", "oø", "oå", "oä", "uù", "uø", "uû",
    "uõ", "yù", "yø", "yû", "öô", "öù", "öø", "öû", "öõ", "öï", "ôù", "ôø", "ôû", "ôõ", "ôï",
];

/// Whether `text` may have one of [`PAIRS`]: seldom wrong, and quick, for every text is asked.
pub fn speaks_vni(text: &str) -> bool {
    any_three(text, may_begin_pair, is_like_pair)
}

/// Whether a letter from `À` to `ÿ` follows one that a pair may begin with: a, e, o, u, y, or the end of ô and ö.
fn may_begin_pair(first: u8, second: u8, _: u8) -> bool {
    let first = first | 0x20;
    let vowel = (first & 0xfb == b'a') | (first == b'o') | (first == b'u') | (first == b'y');
    (second == 0xc3) & (vowel | (first & 0xfd == 0xb4))
}

/// As [`may_begin_pair`], and the second letter is one that no word has behind the first.
fn is_like_pair(first: u8, second: u8, third: u8) -> bool {
    let (vowel, mark) = (first | 0x20, third | 0x20);
    // ù ø û õ behind any vowel, â ê ä å behind a, e and o; ô and ï behind ö and ô, which end in b6 and b4.
    let tone = (mark & 0xfe == 0xb8) | (mark == 0xbb) | (mark == 0xb5);
    let other = (mark & 0xf7 == 0xa2) | (mark & 0xfe == 0xa4);
    let open = (vowel & 0xfb == b'a') | (vowel == b'o');
    let ascii = (open & (tone | other)) | (((vowel == b'u') | (vowel == b'y')) & tone);
    let horned = (vowel & 0xfd == 0xb4) & (tone | (mark == 0xb4) | (mark == 0xaf));
    (second == 0xc3) & (ascii | horned)
}

/// Where a pair begins, by its first letter.
fn pairs(text: &str) -> Vec<(usize, char)> {
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let is_pair = |first: char, second: char| PAIRS.iter().any(|pair| pair.chars().eq([small(first), small(second)]));
    let letters = text.char_indices().zip(text.chars().skip(1));
    let found = letters.filter(|((_, first), second)| !second.is_ascii() && is_pair(*first, *second));
    found.map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_old_encodings_are_seen_at_both_ends_of_a_word() {
        for text in ["®i häc", "®Õn n¬i", "®ñ", "c¬, h¬", "gi¸.", "ph\u{ad}¬ng", "c¸n bé", "\u{ad}¬m", "(®i)"]
        {
            assert!(!mojibake(text).is_empty(), "{text}");
        }
        for text in ["®¶ng", "§¶ng bé", "(§¹i héi)", "viªn", "nguyªn"] {
            assert!(!mojibake(text).is_empty(), "{text}");
        }
        let brands = [
            "© Chi bộ",
            "Windows ®",
            "Tên®",
            "Windows® 11",
            "© 2026",
            "iPhone®",
            "mục §3, 5 µm",
            "¬ A",
            "(©Viettel)",
            "§§ 3",
            "1ª, Mª",
            "©®Tên",
        ];
        for text in brands {
            assert!(mojibake(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn vni_is_known_by_pairs_of_letters_that_no_word_has() {
        let words =
            "Coâng taùc tö töôûng cuûa Ñaûng vieân; ñaûng boä; naêm; thöïc hieän toát; vöøa; chöùc; ÑAÛNG BOÄ; côû";
        for word in words.split("; ") {
            assert_eq!(mojibake(word).len().min(1), 1, "{word}");
        }
        let others = "Müller España naïve Raphaël Citroën août goût où jeûne Leão Seán Saúl Moïse Ångström Bjørn Kjær \
            pimeä Zoë hoà oà khoẻ quê tuân xuân quỳ uý ương ưu yêu thuở ngoẵng hoãn khoé choé loè Ặô";
        for word in others.split_whitespace() {
            assert!(mojibake(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn every_pair_is_seen_at_once_in_small_letters_and_capitals() {
        for pair in PAIRS {
            for text in [format!("x{pair}"), pair.to_uppercase(), format!("{}{pair}", "đ".repeat(31))] {
                assert!(speaks_vni(&text) && !mojibake(&text).is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn no_syllable_of_vietnamese_is_taken_for_vni() {
        let finals = ["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"];
        let vowels = "a ă â e ê i o ô ơ u ư y ai ao au âu ay ây eo êu ia iê iu oa oă oe oi ôi ơi oo ua uâ uê ui ưi uô uơ \
            ưa ươ ưu uy uya uyê yê yêu iêu oai oay uôi ươi ươu uây";
        for vowels in vowels.split_whitespace() {
            for (place, tone) in
                places(vowels).into_iter().flat_map(|at| ["\u{300}", "\u{301}", "\u{303}"].map(|tone| (at, tone)))
            {
                let mut letters: Vec<String> = vowels.chars().map(String::from).collect();
                letters[place].push_str(tone);
                let nucleus = crate::base::text::nfc(&letters.concat()).into_owned();
                for end in finals {
                    let syllable = format!("{nucleus}{end}");
                    assert!(mojibake(&syllable).is_empty(), "{syllable}");
                }
            }
        }
    }

    /// On which of the vowels the tone is written, in the old way and in the new one.
    fn places(vowels: &str) -> Vec<usize> {
        let letters: Vec<char> = vowels.chars().collect();
        match letters.iter().rposition(|c| "ăâêôơư".contains(*c)) {
            Some(marked) if vowels != "ưu" && vowels != "ưa" && vowels != "ưi" => vec![marked],
            None if ["oa", "oe", "uy", "oo"].contains(&vowels) => vec![0, 1],
            None if letters.len() == 3 => vec![1],
            _ => vec![0],
        }
    }
}
