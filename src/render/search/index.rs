//! Which pages hold which words.
//!
//! Pages are read in runs, several at once and each into lists of its own; the lists of a term are put together when the
//! file that holds them is made, so that memory follows what is published. A run whose pages say what they said before
//! need not be read again.

use std::ops::Range;

use rayon::prelude::*;

use super::code::{push_places, push_string, sign};
use super::hash::{Map, Words};
use super::lists::{Lists, Steps};
use super::terms::{Term, each_word};
use crate::base::digest::Digest;
use crate::base::memo::Memo;

/// About so many bytes are in one file: enough for a short list of files, little enough to be read at once.
const FILE: usize = 40_000;

/// Words of one page that are looked at; no honest log has so many.
const MOST_WORDS: usize = 5_000;

/// Every term of the site, in order, and the files they are written to.
pub struct Index {
    /// The first page of each run, and its lists.
    runs: Vec<(u32, Lists)>,
    /// Where the runs have lists, by term; those of one term by run.
    lists: Vec<Place>,
    /// The lists of each term.
    terms: Vec<Range<usize>>,
    files: Vec<Range<usize>>,
}

/// A list: its run, and its place there.
type Place = (u32, u32);

/// Pages that are read one after another, with the fingerprint of what they say where that is known.
pub struct Pages {
    /// Their numbers.
    pub numbers: Range<u32>,
    /// The fingerprint.
    pub key: Option<Digest>,
}

/// Hears the texts of a page: whether it is its title, and the text.
pub type Hear<'h> = &'h mut dyn FnMut(bool, &str);

impl Index {
    /// The index of the pages of some runs, in order, each of which tells its texts, the title first.
    pub fn of(runs: &[Pages], tell: &(dyn Fn(u32, Hear<'_>) + Sync), memo: Option<&dyn Memo>) -> Self {
        let runs: Vec<(u32, Lists)> =
            runs.par_iter().with_max_len(1).map(|pages| (pages.numbers.start, recalled(pages, tell, memo))).collect();
        let numbered = |(run, (_, lists)): (usize, &'_ (u32, Lists))| {
            (0..lists.len() as u32).map(|list| (lists.beginning(list), (run as u32, list))).collect::<Vec<_>>()
        };
        let mut lists: Vec<(u64, Place)> = runs.iter().enumerate().flat_map(numbered).collect();
        // The lists of each run are in order, which this way of sorting makes use of; most keys differ early.
        lists.par_sort_by(|a, b| a.0.cmp(&b.0).then_with(|| term(&runs, a.1).cmp(&term(&runs, b.1))));
        let terms = each_term(&runs, &lists);
        let lists = lists.into_iter().map(|(_, place)| place).collect();
        let mut index = Self { runs, lists, terms, files: Vec::new() };
        index.files = index.each_file();
        index
    }

    /// Parts the terms into files of about the same size; the forms of one key stay together.
    fn each_file(&self) -> Vec<Range<usize>> {
        let sizes: Vec<usize> = (0..self.terms.len()).into_par_iter().map(|place| self.size(place)).collect();
        let (mut files, mut start, mut bytes) = (Vec::new(), 0, 0);
        for (place, size) in sizes.into_iter().enumerate() {
            if bytes > FILE && self.key(place - 1) != self.key(place) {
                files.push(start..place);
                (start, bytes) = (place, 0);
            }
            bytes += size;
        }
        if start < self.terms.len() {
            files.push(start..self.terms.len());
        }
        files
    }

    fn size(&self, place: usize) -> usize {
        let (key, form) = self.term(place);
        key.len() + form.len() + self.steps_of(place).map(|(_, steps)| steps.len()).sum::<usize>()
    }

    /// The key and the form of the term at this place.
    fn term(&self, place: usize) -> (&str, &str) {
        term(&self.runs, self.lists[self.terms[place].start])
    }

    fn key(&self, place: usize) -> &str {
        self.term(place).0
    }

    /// The lists of the term at this place, each with the page that its steps begin at.
    fn steps_of(&self, place: usize) -> impl Iterator<Item = (u32, &[u8])> {
        self.lists[self.terms[place].clone()].iter().map(|(run, list)| {
            let (first, lists) = &self.runs[*run as usize];
            (*first, lists.steps(*list))
        })
    }

    /// The first key of each file.
    pub fn first_keys(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| self.key(file.start))
    }

    /// The file at this place as a string of a script: entries parted by commas. An entry is its key, of which the first
    /// sign says how much it shares with the one before, and for each form of it the form (nothing when it is the key),
    /// the pages that have it in their title, and the others.
    pub fn push_file(&self, out: &mut String, file: usize) {
        let mut text = String::with_capacity(FILE + FILE / 4);
        let mut before = None;
        for place in self.files[file].clone() {
            let key = self.key(place);
            if before != Some(key) {
                text.push_str(if before.is_some() { "," } else { "" });
                let shared = shared(before.unwrap_or_default(), key);
                text.push(sign(shared.encode_utf16().count()));
                text.push_str(&key[shared.len()..]);
                before = Some(key);
            }
            self.push_form(&mut text, place);
        }
        text.push(',');
        push_string(out, &text);
    }

    fn push_form(&self, out: &mut String, place: usize) {
        let (mut titles, mut others) = (Vec::new(), Vec::new());
        for (first, steps) in self.steps_of(place) {
            Steps::read(first, steps, &mut titles, &mut others);
        }
        let (key, form) = self.term(place);
        out.push(' ');
        out.push_str(if form == key { "" } else { form });
        for places in [titles, others] {
            out.push(' ');
            push_places(out, &places);
        }
    }

    /// Of each file the fingerprint of all that it says.
    pub fn prints(&self) -> Vec<Digest> {
        let of_term = |place| (self.term(place), self.steps_of(place).collect::<Vec<_>>());
        self.files.par_iter().map(|file| Digest::of(&file.clone().map(of_term).collect::<Vec<_>>())).collect()
    }
}

/// Where the lists of each term stand among `lists`, which are sorted by their terms and carry the beginning of each.
fn each_term(runs: &[(u32, Lists)], lists: &[(u64, Place)]) -> Vec<Range<usize>> {
    let is_another = |at: &usize| {
        let (before, this) = (lists[at - 1], lists[*at]);
        before.0 != this.0 || term(runs, before.1) != term(runs, this.1)
    };
    let mut ends: Vec<usize> = (1..lists.len()).into_par_iter().filter(is_another).collect();
    ends.extend((!lists.is_empty()).then_some(lists.len()));
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends.iter().copied()).map(|(start, end)| start..end).collect()
}

fn term(runs: &[(u32, Lists)], (run, list): Place) -> (&str, &str) {
    runs[run as usize].1.term(list)
}

/// The lists of some pages, which are read where they are not remembered.
fn recalled(pages: &Pages, tell: &(dyn Fn(u32, Hear<'_>) + Sync), memo: Option<&dyn Memo>) -> Lists {
    let read = || Run::read(pages.numbers.clone(), tell);
    let Some((key, memo)) = pages.key.zip(memo) else { return read() };
    memo.recall(key).and_then(Lists::from_bytes).unwrap_or_else(|| {
        let lists = read();
        memo.keep(key, lists.to_bytes());
        lists
    })
}

/// Letters that a key may share with the one before, so that a sign can tell how many.
const MOST_SHARED: usize = 40;

/// The letters that two keys begin with alike.
fn shared<'k>(before: &str, key: &'k str) -> &'k str {
    let alike = key.char_indices().zip(before.chars()).take(MOST_SHARED).take_while(|((_, a), b)| a == b);
    let end = alike.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    &key[..end]
}

/// A run of pages while it is read.
struct Run {
    /// Every word as it was written, and its list.
    words: Words,
    terms: Map<Term, u32>,
    /// The first page.
    first: u32,
    lists: Vec<Steps>,
    /// Of each list the page that it was last met on, from 1.
    met: Vec<u32>,
}

impl Run {
    fn read(pages: Range<u32>, tell: &(dyn Fn(u32, Hear<'_>) + Sync)) -> Lists {
        let mut run = Run {
            words: Words::default(),
            terms: Map::default(),
            first: pages.start,
            lists: Vec::new(),
            met: Vec::new(),
        };
        for page in pages {
            let mut left = MOST_WORDS;
            tell(page, &mut |in_title, text| {
                each_word(text, |word| {
                    if left > 0 {
                        left -= 1;
                        run.met(word, page, in_title);
                    }
                });
            });
        }
        let mut terms: Vec<(Term, u32)> = run.terms.into_iter().collect();
        terms.sort_unstable();
        Lists::of(terms.iter().map(|(term, list)| (term.key.as_str(), term.form.as_str(), &run.lists[*list as usize])))
    }

    fn met(&mut self, word: &str, page: u32, in_title: bool) {
        let list = match self.words.get(word) {
            Some(list) => list,
            None => self.new_word(word),
        };
        if self.met[list as usize] != page + 1 {
            self.met[list as usize] = page + 1;
            self.lists[list as usize].push(page - self.first, in_title);
        }
    }

    fn new_word(&mut self, word: &str) -> u32 {
        let next = self.lists.len() as u32;
        let list = *self.terms.entry(Term::of(word)).or_insert(next);
        if list == next {
            self.lists.push(Steps::default());
            self.met.push(0);
        }
        self.words.insert(word, list);
        list
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;

    fn index(pages: &[(&str, &str)]) -> Index {
        index_in_runs(pages, 4, None)
    }

    fn index_in_runs(pages: &[(&str, &str)], runs: u32, memo: Option<&dyn Memo>) -> Index {
        let bound = |run: u32| pages.len() as u32 * run / runs;
        let key = |run| memo.map(|_| Digest::of(&(run, &pages[bound(run) as usize..bound(run + 1) as usize])));
        let runs: Vec<Pages> =
            (0..runs).map(|run| Pages { numbers: bound(run)..bound(run + 1), key: key(run) }).collect();
        let tell = |page: u32, hear: Hear<'_>| {
            let (title, text) = pages[page as usize];
            hear(true, title);
            hear(false, text);
        };
        Index::of(&runs, &tell, memo)
    }

    fn file(pages: &[(&str, &str)]) -> String {
        let mut out = String::new();
        index(pages).push_file(&mut out, 0);
        out
    }

    #[test]
    fn a_term_has_its_forms_and_each_form_the_titles_and_the_other_pages() {
        let pages = [("Đường", "đường dương"), ("Duong", "12-KH/BTG"), ("", "đường, kh")];
        let entries = ["!12   #d", "$-kh-btg   #d", "!btg   #d", "!duong  #d  dương  !d đương1 !d #_", "!kh   !_", ""];
        assert_eq!(file(&pages), format!("\"{}\"", entries.join(",")));
    }

    #[test]
    fn the_bytes_do_not_depend_on_the_number_of_threads() {
        let texts: Vec<String> = (0..500).map(|n| format!("việc {} của chi bộ {}", n % 37, n % 11)).collect();
        let pages: Vec<(&str, &str)> = texts.iter().map(|text| ("Tên", text.as_str())).collect();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            pool.install(|| file(&pages))
        };
        assert_eq!(with(1), with(3));
    }

    #[derive(Default)]
    struct Remembered {
        made: BTreeMap<Digest, Vec<u8>>,
        kept: Mutex<Vec<(Digest, Vec<u8>)>>,
    }

    impl Memo for Remembered {
        fn recall(&self, key: Digest) -> Option<&[u8]> {
            self.made.get(&key).map(Vec::as_slice)
        }

        fn keep(&self, key: Digest, made: Vec<u8>) {
            self.kept.lock().expect("a list").push((key, made));
        }
    }

    #[test]
    fn runs_that_are_remembered_are_not_read_again_and_make_the_same_files() {
        let texts: Vec<String> = (0..300).map(|n| format!("việc {} của chi bộ {}", n % 37, n % 11)).collect();
        let mut pages: Vec<(&str, &str)> = texts.iter().map(|text| ("Tên", text.as_str())).collect();
        let first = Remembered::default();
        index_in_runs(&pages, 6, Some(&first));
        let made: BTreeMap<Digest, Vec<u8>> = first.kept.into_inner().expect("a list").into_iter().collect();
        assert_eq!(made.len(), 6);
        pages[7] = ("Khác", "một việc khác hẳn");
        let second = Remembered { made, ..Remembered::default() };
        let (remembered, anew) = (index_in_runs(&pages, 6, Some(&second)), index_in_runs(&pages, 6, None));
        let texts = [&remembered, &anew].map(|index| {
            let mut out = String::new();
            (0..index.files.len()).for_each(|file| index.push_file(&mut out, file));
            out
        });
        assert_eq!(texts[0], texts[1]);
        assert_eq!(remembered.prints(), anew.prints());
        assert_eq!(second.kept.into_inner().expect("a list").len(), 1);
    }
}
