//! Names that are the same although they are written otherwise, and names that a reader takes for one another.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The marks of the five tones that are written.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A name as it is spoken, so that two names are the same when this is equal: every mark counts, but not which of its
/// vowels bears the tone of a word, nor letter case, the blanks between words and the normal form.
///
/// ```
/// # use hieucan::base::alike::spoken;
/// assert_eq!(spoken("TRẦN  Thị Hoà"), spoken("Trần Thị Hòa"));
/// assert_ne!(spoken("Trần Thị Hoa"), spoken("Trần Thị Hòa"));
/// ```
pub fn spoken(name: &str) -> String {
    let word = |word: &str| {
        let (tones, letters): (Vec<char>, Vec<char>) = word.to_lowercase().nfd().partition(|c| TONES.contains(c));
        letters.into_iter().chain(tones).collect::<String>()
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

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

/// Whether a reader finds `name` among the words of `written`, as behind a title, or all of `written` among those of `name`.
///
/// ```
/// # use hieucan::base::alike::holds_name;
/// assert!(holds_name("T.s Nguyen Van An (chuyên viên)", "Nguyễn Văn An"));
/// assert!(holds_name("Nguyễn Văn An", "Nguyễn Văn An (B)"));
/// assert!(!holds_name("Nguyễn Văn Anh", "Nguyễn Văn An"));
/// ```
pub fn holds_name(written: &str, name: &str) -> bool {
    is_within(name, written) || is_within(written, name)
}

/// Whether some words of `long` that follow each other look like all of `short`.
fn is_within(short: &str, long: &str) -> bool {
    let sought = looks(short);
    let parts = long.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    let words: Vec<String> = parts.map(seen).filter(|word| !word.is_empty()).collect();
    let begins = |from: usize| {
        let mut rest = Some(sought.as_str());
        words[from..].iter().any(|word| {
            rest = rest.and_then(|rest| rest.strip_prefix(word.as_str()));
            rest == Some("")
        })
    };
    !sought.is_empty() && (0..words.len()).any(begins)
}

fn seen(name: &str) -> String {
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c)).map(|c| latin_twin(c).unwrap_or(c));
    letters.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric() && !is_blank_letter(*c)).map(plain).collect()
}

/// Characters without a shape, with which a word looks as it does without them.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
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
