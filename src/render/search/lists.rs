//! The lists of a run of pages: of each term the pages that have it.
//!
//! All texts of a run stand one after another, and so do all steps: tens of thousands of lists are a few pieces of memory,
//! which are written down and read again as they are.

use std::ops::Range;

/// The pages of a term: steps from page to page, the lowest bit telling whether it stands in the title.
#[derive(Default)]
pub struct Steps {
    steps: Vec<u8>,
    last: u32,
}

impl Steps {
    /// Adds a page, which comes after all others.
    pub fn push(&mut self, page: u32, in_title: bool) {
        push_number(&mut self.steps, ((page - self.last) << 1) | u32::from(in_title));
        self.last = page;
    }

    /// The pages of `steps`, counted from `first`.
    pub fn read(first: u32, mut steps: &[u8], titles: &mut Vec<u32>, others: &mut Vec<u32>) {
        let mut page = first;
        while let Some(step) = next_number(&mut steps) {
            page = page.wrapping_add(step >> 1);
            if step & 1 == 1 {
                titles.push(page);
            } else {
                others.push(page);
            }
        }
    }
}

/// The lists of a run, in the order of their terms.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// The key and the form of each term.
    text: String,
    steps: Vec<u8>,
    /// Where the key, the form and the steps of each end.
    ends: Vec<[u32; 3]>,
}

impl Lists {
    /// The lists of terms in order, each by its key, its form and the steps.
    pub fn of<'t>(terms: impl Iterator<Item = (&'t str, &'t str, &'t Steps)>) -> Self {
        let mut lists = Self::default();
        for (key, form, steps) in terms {
            lists.text.push_str(key);
            let end_of_key = lists.text.len() as u32;
            lists.text.push_str(form);
            lists.steps.extend_from_slice(&steps.steps);
            lists.ends.push([end_of_key, lists.text.len() as u32, lists.steps.len() as u32]);
        }
        lists
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The key and the form of the term at this place.
    pub fn term(&self, place: u32) -> (&str, &str) {
        let (text, _, end_of_key) = self.ranges(place);
        (&self.text[text.start..end_of_key], &self.text[end_of_key..text.end])
    }

    /// The first bytes of a key, which are in order where those of two terms differ.
    pub fn beginning(&self, place: u32) -> u64 {
        let key = self.term(place).0.as_bytes();
        let mut first = [0; 8];
        let length = key.len().min(first.len());
        first[..length].copy_from_slice(&key[..length]);
        u64::from_be_bytes(first)
    }

    /// The steps of the term at this place.
    pub fn steps(&self, place: u32) -> &[u8] {
        &self.steps[self.ranges(place).1]
    }

    fn ranges(&self, place: u32) -> (Range<usize>, Range<usize>, usize) {
        let before = place.checked_sub(1).map_or([0; 3], |before| self.ends[before as usize]);
        let [end_of_key, end_of_form, end_of_steps] = self.ends[place as usize];
        (before[1] as usize..end_of_form as usize, before[2] as usize..end_of_steps as usize, end_of_key as usize)
    }

    /// As they are written down: how many, the lengths of each, all texts, all steps.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.ends.len() * 4 + self.text.len() + self.steps.len() + 16);
        push_number(&mut bytes, self.ends.len() as u32);
        let mut before = [0; 3];
        for ends in &self.ends {
            [ends[0] - before[1], ends[1] - ends[0], ends[2] - before[2]]
                .iter()
                .for_each(|n| push_number(&mut bytes, *n));
            before = *ends;
        }
        bytes.extend_from_slice(self.text.as_bytes());
        bytes.extend_from_slice(&self.steps);
        bytes
    }

    /// The lists that were written down so; nothing when they were not.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let count = next_number(&mut bytes)?;
        let mut ends = Vec::with_capacity((count as usize).min(bytes.len()));
        let mut before = [0_u32; 3];
        for _ in 0..count {
            let [key, form, steps] = [next_number(&mut bytes)?, next_number(&mut bytes)?, next_number(&mut bytes)?];
            let end_of_key = before[1].checked_add(key)?;
            before = [end_of_key, end_of_key.checked_add(form)?, before[2].checked_add(steps)?];
            ends.push(before);
        }
        let (text, steps) = bytes.split_at_checked(before[1] as usize)?;
        let lists = Self { text: str::from_utf8(text).ok()?.to_owned(), steps: steps.to_vec(), ends };
        lists.is_whole().then_some(lists)
    }

    fn is_whole(&self) -> bool {
        let is_between = |end: u32| self.text.is_char_boundary(end as usize);
        let are_all = self.ends.iter().all(|ends| is_between(ends[0]) && is_between(ends[1]));
        are_all && self.ends.last().map_or(0, |ends| ends[2] as usize) == self.steps.len()
    }
}

fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn next_number(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 || shift > 28 {
            return Some(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Lists {
        let mut steps = [Steps::default(), Steps::default()];
        [(0, true), (3, false), (70_000, false)].into_iter().for_each(|(page, title)| steps[0].push(page, title));
        steps[1].push(5, false);
        Lists::of([("duong", "đương1", &steps[0]), ("kh", "kh", &steps[1])].into_iter())
    }

    #[test]
    fn lists_are_read_as_they_were_written() {
        let read = Lists::from_bytes(&lists().to_bytes()).expect("lists");
        assert_eq!(read, lists());
        assert_eq!([read.term(0), read.term(1)], [("duong", "đương1"), ("kh", "kh")]);
        let (mut titles, mut others) = (Vec::new(), Vec::new());
        Steps::read(10, read.steps(0), &mut titles, &mut others);
        assert_eq!((titles, others), (vec![10], vec![13, 70_010]));
    }

    #[test]
    fn bytes_that_are_cut_short_or_spoiled_are_no_lists_or_others_but_never_a_panic() {
        let whole = lists().to_bytes();
        for end in 0..whole.len() {
            assert_eq!(Lists::from_bytes(&whole[..end]), None);
        }
        for at in 0..whole.len() {
            let mut spoiled = whole.clone();
            spoiled[at] ^= 0x55;
            if let Some(read) = Lists::from_bytes(&spoiled) {
                (0..read.len() as u32).for_each(|place| _ = (read.term(place), read.steps(place)));
            }
        }
    }
}
