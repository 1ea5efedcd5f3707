//! Numbers and texts as signs that a string of a script may hold as they are.
//!
//! `templates/scripts/search.js` reads what is written here.

/// The signs: visible ASCII without those that mean something to a script, to HTML or to the files of the index.
pub const SIGNS: &[u8; 89] =
    b"!#$%&'()*+-./0123456789;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The sign with this number.
pub fn sign(number: usize) -> char {
    char::from(SIGNS[number])
}

/// Appends `places`, which rise: the steps between them, each less one, in the code of Rice. The first sign tells how many
/// low bits of a step are written as they are; before them stand as many ones as the rest says, and a zero. Six bits are a
/// sign, the lowest first; ones fill the last.
pub fn push_places(out: &mut String, places: &[u32]) {
    let Some(last) = places.last() else { return };
    let mean = (last + 1) / places.len() as u32;
    let low = mean.checked_ilog2().unwrap_or(0);
    out.push(sign(low as usize));
    let mut bits = Bits { out, six: 0, filled: 0 };
    let mut next = 0;
    for place in places {
        let step = place - next;
        (0..step >> low).for_each(|_| bits.push(1));
        bits.push(0);
        (0..low).for_each(|bit| bits.push(step >> bit & 1));
        next = place + 1;
    }
    while bits.filled > 0 {
        bits.push(1);
    }
}

/// Bits that become signs.
struct Bits<'o> {
    out: &'o mut String,
    six: u32,
    filled: u32,
}

impl Bits<'_> {
    fn push(&mut self, bit: u32) {
        self.six |= bit << self.filled;
        self.filled += 1;
        if self.filled == 6 {
            self.out.push(sign(self.six as usize));
            (self.six, self.filled) = (0, 0);
        }
    }
}

/// Appends `text` as a string of a script: no sign in it ends the string, a line or a script.
pub fn push_string(out: &mut String, text: &str) {
    let json = serde_json::to_string(text).expect("a text is JSON");
    let mut rest = json.as_str();
    // `<`, and what U+2028 and U+2029 begin with, which other signs of theirs share.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'<' | 0xe2)) {
        out.push_str(&rest[..at]);
        let sign = rest[at..].chars().next().expect("a sign begins there");
        match sign {
            '<' => out.push_str("\\u003c"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            sign => out.push(sign),
        }
        rest = &rest[at + sign.len_utf8()..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of a list, read as the script reads them.
    fn read(list: &str) -> Vec<u32> {
        let number = |c: char| SIGNS.iter().position(|sign| char::from(*sign) == c).expect("a sign") as u32;
        let Some(low) = list.chars().next().map(number) else { return Vec::new() };
        let mut bits = list.chars().skip(1).map(number).flat_map(|six| (0..6).map(move |bit| six >> bit & 1));
        let (mut places, mut next) = (Vec::new(), 0);
        loop {
            let mut ones = 0;
            loop {
                match bits.next() {
                    Some(1) => ones += 1,
                    Some(_) => break,
                    None => return places,
                }
            }
            let rest = (0..low).fold(0, |rest, bit| rest | bits.next().expect("a bit") << bit);
            places.push(next + (ones << low) + rest);
            next = places[places.len() - 1] + 1;
        }
    }

    #[test]
    fn every_list_of_places_is_read_again_and_many_cost_less_than_a_bit() {
        let lists: [Vec<u32>; 6] = [
            vec![],
            vec![0],
            vec![99_999],
            (0..1000).collect(),
            (0..30_000).filter(|place| place * place % 7 < 2).collect(),
            (0..40).map(|n| n * n * n).collect(),
        ];
        for list in lists {
            let mut text = String::new();
            push_places(&mut text, &list);
            assert_eq!(read(&text), list);
            let all = list.last().map_or(0, |last| last + 1) as usize;
            assert!(text.len() <= all / 6 + list.len() / 6 + 4, "{} {all}", text.len());
        }
    }

    #[test]
    fn a_string_ends_no_string_no_line_and_no_script() {
        let mut out = String::new();
        push_string(&mut out, "a\"b\\</script>\u{2028}\n<!--");
        assert_eq!(out, "\"a\\\"b\\\\\\u003c/script>\\u2028\\n\\u003c!--\"");
    }
}
