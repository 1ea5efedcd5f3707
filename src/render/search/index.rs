//! Which pages hold which words.
//!
//! Pages are read in a few runs at once, each into lists of its own; the lists of a term are put together when the file
//! that holds them is made, so that memory follows what is published.

use std::ops::Range;

use rayon::prelude::*;

use super::code::{push_places, push_string, sign};
use super::hash::Map;
use super::terms::{Term, each_word};

/// About so many bytes are in one file: enough for a short list of files, little enough to be read at once.
const FILE: usize = 40_000;

/// Runs in which pages are read at once: always as many, so that the files do not depend on the machine.
const RUNS: u32 = 4;

/// Words of one page that are looked at; no honest log has so many.
const MOST_WORDS: usize = 5_000;

/// Every term of the site, in order, and the files they are written to.
pub struct Index {
    runs: Vec<Lists>,
    terms: Vec<Entry>,
    files: Vec<Range<usize>>,
}

/// A term and where the runs have its list.
struct Entry {
    term: Term,
    lists: Vec<(u32, u32)>,
}

/// The lists of one run, by term as it was first met.
struct Lists {
    lists: Vec<List>,
}

/// The pages of a term: steps from page to page, the lowest bit telling whether it stands in the title.
struct List {
    steps: Vec<u8>,
    last: u32,
}

/// Hears the texts of a page: whether it is its title, and the text.
pub type Hear<'h> = &'h mut dyn FnMut(bool, &str);

impl Index {
    /// The index of `pages` pages, each of which tells its texts, the title first; most of them are told by the `logs`.
    pub fn of(pages: u32, logs: Range<u32>, tell: &(dyn Fn(u32, Hear<'_>) + Sync)) -> Self {
        let read = |run: u32| Run::read(bound(run, pages, &logs)..bound(run + 1, pages, &logs), tell);
        let (runs, terms): (Vec<Lists>, Vec<Vec<Term>>) = (0..RUNS).into_par_iter().map(read).unzip();
        let terms = merged(terms);
        let files = files(&runs, &terms);
        Self { runs, terms, files }
    }

    /// The first key of each file.
    pub fn first_keys(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| self.terms[file.start].term.key.as_str())
    }

    /// The file at this place as a string of a script: entries parted by commas. An entry is its key, of which the first
    /// sign says how much it shares with the one before, and for each form of it the form (nothing when it is the key),
    /// the pages that have it in their title, and the others.
    pub fn push_file(&self, out: &mut String, file: usize) {
        let terms = &self.terms[self.files[file].clone()];
        let mut text = String::with_capacity(FILE + FILE / 4);
        let mut before = "";
        for of_key in terms.chunk_by(|a, b| a.term.key == b.term.key) {
            let key = of_key[0].term.key.as_str();
            let shared = shared(before, key);
            text.push(sign(shared.encode_utf16().count()));
            text.push_str(&key[shared.len()..]);
            of_key.iter().for_each(|entry| self.push_form(&mut text, entry));
            text.push(',');
            before = key;
        }
        push_string(out, &text);
    }

    fn push_form(&self, out: &mut String, entry: &Entry) {
        let (mut titles, mut others) = (Vec::new(), Vec::new());
        for (run, list) in &entry.lists {
            self.runs[*run as usize].lists[*list as usize].read(&mut titles, &mut others);
        }
        out.push(' ');
        out.push_str(if entry.term.form == entry.term.key { "" } else { &entry.term.form });
        for places in [titles, others] {
            out.push(' ');
            push_places(out, &places);
        }
    }

    /// Changes whenever a list does.
    pub fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for entry in &self.terms {
            hasher.update(entry.term.form.as_bytes());
            for (run, list) in &entry.lists {
                hasher.update(&self.runs[*run as usize].lists[*list as usize].steps);
            }
        }
        hasher.finalize()
    }
}

/// The page that a run begins with: each has its share of the logs.
fn bound(run: u32, pages: u32, logs: &Range<u32>) -> u32 {
    match run {
        0 => 0,
        RUNS => pages,
        run => logs.start + (u64::from(logs.end - logs.start) * u64::from(run) / u64::from(RUNS)) as u32,
    }
}

/// The terms of all runs in order, each with its lists in the order of the runs.
fn merged(terms: Vec<Vec<Term>>) -> Vec<Entry> {
    let numbered = |(run, terms): (usize, Vec<Term>)| {
        terms.into_iter().zip(0..).map(move |(term, list)| (term, (run as u32, list)))
    };
    let mut all: Vec<(Term, (u32, u32))> = terms.into_iter().enumerate().flat_map(numbered).collect();
    all.par_sort_unstable();
    let mut merged: Vec<Entry> = Vec::new();
    for (term, list) in all {
        match merged.last_mut().filter(|last| last.term == term) {
            Some(last) => last.lists.push(list),
            None => merged.push(Entry { term, lists: vec![list] }),
        }
    }
    merged
}

/// Parts the terms into files of about the same size; the forms of one key stay together.
fn files(runs: &[Lists], terms: &[Entry]) -> Vec<Range<usize>> {
    let size = |entry: &Entry| {
        let steps = |(run, list): &(u32, u32)| runs[*run as usize].lists[*list as usize].steps.len();
        entry.term.key.len() + entry.term.form.len() + entry.lists.iter().map(steps).sum::<usize>()
    };
    let (mut files, mut start, mut bytes) = (Vec::new(), 0, 0);
    for (place, entry) in terms.iter().enumerate() {
        let is_new_key = place > 0 && terms[place - 1].term.key != entry.term.key;
        if bytes > FILE && is_new_key {
            files.push(start..place);
            (start, bytes) = (place, 0);
        }
        bytes += size(entry);
    }
    if start < terms.len() {
        files.push(start..terms.len());
    }
    files
}

/// Letters that a key may share with the one before, so that a sign can tell how many.
const MOST_SHARED: usize = 40;

/// The letters that two keys begin with alike.
fn shared<'k>(before: &str, key: &'k str) -> &'k str {
    let alike = key.char_indices().zip(before.chars()).take(MOST_SHARED).take_while(|((_, a), b)| a == b);
    let end = alike.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    &key[..end]
}

impl List {
    fn push(&mut self, page: u32, in_title: bool) {
        let mut step = u64::from(page - self.last) << 1 | u64::from(in_title);
        self.last = page;
        while step >= 0x80 {
            self.steps.push(step as u8 | 0x80);
            step >>= 7;
        }
        self.steps.push(step as u8);
    }

    fn read(&self, titles: &mut Vec<u32>, others: &mut Vec<u32>) {
        let (mut page, mut step, mut shift) = (0, 0_u64, 0);
        for byte in &self.steps {
            step |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                page += (step >> 1) as u32;
                if step & 1 == 1 {
                    titles.push(page)
                } else {
                    others.push(page)
                }
                (step, shift) = (0, 0);
            }
        }
    }
}

/// A run of pages while it is read.
struct Run {
    /// Every word as it was written, and its list.
    words: Map<String, u32>,
    terms: Map<Term, u32>,
    lists: Vec<List>,
    /// Of each list the page that it was last met on, from 1.
    met: Vec<u32>,
}

impl Run {
    fn read(pages: Range<u32>, tell: &(dyn Fn(u32, Hear<'_>) + Sync)) -> (Lists, Vec<Term>) {
        let mut run = Run { words: Map::default(), terms: Map::default(), lists: Vec::new(), met: Vec::new() };
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
        terms.sort_unstable_by_key(|(_, list)| *list);
        (Lists { lists: run.lists }, terms.into_iter().map(|(term, _)| term).collect())
    }

    fn met(&mut self, word: &str, page: u32, in_title: bool) {
        let list = match self.words.get(word) {
            Some(list) => *list,
            None => self.new_word(word),
        };
        if self.met[list as usize] != page + 1 {
            self.met[list as usize] = page + 1;
            self.lists[list as usize].push(page, in_title);
        }
    }

    fn new_word(&mut self, word: &str) -> u32 {
        let next = self.lists.len() as u32;
        let list = *self.terms.entry(Term::of(word)).or_insert(next);
        if list == next {
            self.lists.push(List { steps: Vec::new(), last: 0 });
            self.met.push(0);
        }
        self.words.insert(word.to_owned(), list);
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(pages: &[(&str, &str)]) -> Index {
        Index::of(pages.len() as u32, 0..pages.len() as u32, &|page, hear| {
            let (title, text) = pages[page as usize];
            hear(true, title);
            hear(false, text);
        })
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
}
