//! Names that a reader takes for one another although their characters differ.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands before the name of somebody who is spoken of with respect.
const ADDRESSES: [&str; 2] = ["đ/c", "đồng chí"];

/// What a reader sees of a name, so that two names look alike when this is equal: without letter case, marks, blanks,
/// signs, and characters that cannot be seen; each letter is the Latin one that it looks like.
///
/// ```
/// # use hieucan::base::alike::looks;
/// assert_eq!(looks("NGUYEN  Văn Аn"), looks("đ/c Nguyễn Văn Ân"));
/// assert_ne!(looks("Nguyễn Văn An"), looks("Nguyễn Văn Ánh"));
/// ```
pub fn looks(name: &str) -> String {
    let seen = seen(name);
    let bare = ADDRESSES.iter().find_map(|address| seen.strip_prefix(&self::seen(address)));
    bare.filter(|bare| !bare.is_empty()).map_or_else(|| seen.clone(), str::to_owned)
}

fn seen(name: &str) -> String {
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c)).map(|c| latin_twin(c).unwrap_or(c));
    letters.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() && !is_blank_letter(*c)).map(plain).collect()
}

/// Letters without a shape, which Unicode has to fill places of Korean syllables.
fn is_blank_letter(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// One letter for all that are taken for it.
fn plain(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        'ɑ' => 'a',
        'ɡ' => 'g',
        '0' => 'o',
        '1' | 'i' | 'ı' => 'l',
        c => c,
    }
}

/// The Latin letter that a Cyrillic, Greek or full-width letter looks like.
pub fn latin_twin(c: char) -> Option<char> {
    const TWINS: &str =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvιiαaκk";
    match c {
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => char::from_u32(c as u32 - 0xff21 + 'A' as u32),
        '\u{370}'..='\u{52f}' => {
            let mut twins = TWINS.chars();
            while let (Some(foreign), Some(latin)) = (twins.next(), twins.next()) {
                if foreign == c {
                    return Some(latin);
                }
            }
            None
        }
        _ => None,
    }
}
