//! The search: an index of every page's words in files of script, and the texts that its results are quoted from.
//!
//! `search/head.js` says what there is, `search/w<n>.js` which pages hold the words from one key to the next, and
//! `search/t<n>.js` what the pages say. A reader's browser loads the head, the files of the words that were typed and
//! those of the results shown. All are classic scripts that hand one value to `hieucanSearch`, so that they can be read
//! from a folder by double-click too. Names of members are hidden, where they must be, before texts become words.

mod code;
mod hash;
mod index;
mod lists;
mod pages;
mod phrases;
mod terms;

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use serde::Serialize;

use self::code::push_string;
use self::index::{Hear, Index, Pages};
use self::pages::Page;
use self::phrases::Phrases;
use super::keys::Keys;
use super::parts::tasks::faulty_part;
use super::route::Route;
use super::site::Site;
use crate::base::artifact::{Artifact, SitePath};
use crate::base::digest::Digest;
use crate::base::memo::Memo;
use crate::report::{Entry, Field, Said};

use self::terms::folded;
pub use self::terms::{Term, each_word};

/// Logs and pages whose texts are in one file.
const TEXTS: usize = 128;

/// Logs whose words are looked for in one run. Runs are counted from the oldest log, so that a new one leaves all but the
/// first as they were.
const RUN: usize = 128;

/// Words of a log that results can be quoted from; the index knows the others too.
const MOST_WORDS: usize = 230;

/// The list of phrases is made from one of so many logs,
const ONE_OF: usize = 10;
/// but at least and at most from so many.
const SAMPLE: RangeInclusive<usize> = 100..=800;

/// What the files of the search are made of. Pages are numbered: members, criteria, periods and ledgers, documents
/// relied on, then the logs, then the documents that these brought about.
struct Search<'a> {
    site: Arc<Site<'a>>,
    pages: Vec<Page>,
    /// The numbers at which each kind ends.
    ends: Vec<usize>,
    entries: Arc<Vec<Entry>>,
    /// Of each log the number of documents before its own.
    documents: Vec<u32>,
    index: Index,
    /// The fingerprints of the files of words.
    prints: Vec<Digest>,
    phrases: Phrases,
}

/// The keys of pages, and what remembers the words of logs.
pub type Remembering<'k> = (&'k Keys, &'k dyn Memo);

/// The files of the search over `entries` and the pages beside them; where there are keys they carry them, but for the
/// head.
pub(super) fn plan<'a>(
    site: &Arc<Site<'a>>,
    entries: &Arc<Vec<Entry>>,
    remembering: Option<Remembering<'_>>,
) -> Vec<Artifact<'a>> {
    let search = Arc::new(Search::of(site, entries, remembering));
    let keys = remembering.map(|(keys, _)| (keys, search.phrases.print()));
    let head = Arc::clone(&search);
    let mut files = vec![Artifact::new(path("head"), move || Ok(head.head().into_bytes()))];
    for (file, print) in search.prints.iter().enumerate() {
        let search = Arc::clone(&search);
        let words = Artifact::new(path(&format!("w{file}")), move || Ok(search.words(file)));
        files.push(if keys.is_some() { words.keyed(*print) } else { words });
    }
    for file in 0..search.texts() {
        let key = keys.map(|(keys, phrases)| search.key(keys, file, phrases));
        let search = Arc::clone(&search);
        let texts = Artifact::new(path(&format!("t{file}")), move || Ok(search.quoted(file)));
        files.push(if let Some(key) = key { texts.keyed(key) } else { texts });
    }
    files
}

fn path(name: &str) -> SitePath {
    Route::SearchFile(&format!("{name}.js")).path()
}

/// A file that hands `value`, which is a value of a script, to the search.
fn handed(name: &str, value: &str) -> Vec<u8> {
    format!("hieucanSearch(\"{name}\",{value})\n").into_bytes()
}

/// What the page must know before it looks for anything.
#[derive(Serialize)]
struct Head<'s> {
    version: String,
    ends: &'s [usize],
    texts: usize,
    /// Where in a log its documents stand, among `places`.
    document: usize,
    /// Of each file of texts the number of documents before its own.
    documents: Vec<u32>,
    words: Vec<&'s str>,
    members: Vec<[&'s str; 2]>,
    places: Vec<String>,
}

impl<'a> Search<'a> {
    fn of(site: &Arc<Site<'a>>, entries: &Arc<Vec<Entry>>, remembering: Option<Remembering<'_>>) -> Self {
        let kinds = pages::all(site);
        let mut ends: Vec<usize> = Vec::with_capacity(kinds.len() + 2);
        kinds.iter().for_each(|pages| ends.push(ends.last().unwrap_or(&0) + pages.len()));
        let pages: Vec<Page> = kinds.into_iter().flatten().map(|page| page.veiled(site.report)).collect();
        let mut documents = vec![0];
        for entry in entries.iter() {
            let before: u32 = *documents.last().expect("there is a first number");
            documents.push(before + site.report.documents_of(*entry).count() as u32);
        }
        let logs = pages.len() + entries.len();
        ends.extend([logs, logs + *documents.last().expect("a last number") as usize]);
        let told = Told { site, pages: &pages, entries, documents: &documents };
        let (index, phrases) = rayon::join(|| told.index(remembering), || told.phrases());
        let prints = index.prints();
        Self { site: Arc::clone(site), pages, ends, entries: Arc::clone(entries), documents, index, prints, phrases }
    }

    /// How many files of texts there are.
    fn texts(&self) -> usize {
        (self.pages.len() + self.entries.len()).div_ceil(TEXTS)
    }

    fn head(&self) -> String {
        let report = self.site.report;
        let first_log = |file: usize| (file * TEXTS).saturating_sub(self.pages.len());
        let head = Head {
            version: String::new(),
            ends: &self.ends,
            texts: TEXTS,
            document: Said::Document.place(),
            documents: (0..self.texts()).map(|file| self.documents[first_log(file)]).collect(),
            words: self.index.first_keys().collect(),
            members: report.members().iter().map(|member| [member.id.as_str(), member.name.as_str()]).collect(),
            places: places(&self.site),
        };
        let mut phrases = String::new();
        self.phrases.push_list(&mut phrases);
        let mut hash = blake3::Hasher::new();
        self.prints.iter().for_each(|print| _ = hash.update(print.as_bytes()));
        hash.update(phrases.as_bytes());
        let head = Head { version: hash.finalize().to_hex()[..8].to_owned(), ..head };
        let json = serde_json::to_string(&head).expect("a head of texts and numbers is JSON");
        let mut value = String::new();
        push_string(&mut value, &json);
        String::from_utf8(handed("head", &format!("[{value},{phrases}]"))).expect("a script is text")
    }

    fn words(&self, file: usize) -> Vec<u8> {
        let mut value = String::new();
        self.index.push_file(&mut value, file);
        handed(&format!("w{file}"), &value)
    }

    /// The numbers of the pages and logs whose texts are in a file.
    fn numbers(&self, file: usize) -> Range<usize> {
        file * TEXTS..((file + 1) * TEXTS).min(self.pages.len() + self.entries.len())
    }

    fn key(&self, keys: &Keys, file: usize, phrases: Digest) -> Digest {
        let (numbers, pages) = (self.numbers(file), self.pages.len());
        let (first, end) = (numbers.start.min(pages), numbers.end.min(pages));
        let entries = &self.entries[numbers.start.max(pages) - pages..numbers.end.max(pages) - pages];
        keys.texts(entries, &(&self.pages[first..end], phrases))
    }

    /// The texts of some pages and logs, one a line: title, address, note, passages.
    fn quoted(&self, file: usize) -> Vec<u8> {
        let mut lines = String::new();
        for number in self.numbers(file) {
            match number.checked_sub(self.pages.len()) {
                None => self.quote_page(&mut lines, &self.pages[number]),
                Some(log) => self.quote_log(&mut lines, self.entries[log]),
            }
            lines.push('\n');
        }
        let mut value = String::new();
        push_string(&mut value, &lines);
        handed(&format!("t{file}"), &value)
    }

    fn quote_page(&self, out: &mut String, page: &Page) {
        self.push(out, &page.title);
        out.extend(["\t", &page.address, "\t", &page.note, "\t"]);
        if !page.text.is_empty() {
            Phrases::begin(out, Said::Body.place());
            self.push(out, &page.text);
        }
    }

    fn quote_log(&self, out: &mut String, entry: Entry) {
        let report = self.site.report;
        let title = report.title_of(entry);
        self.push(out, title);
        out.push('\t');
        self.push_address(out, entry, title);
        out.push('\t');
        if let Entry::Record(index) = entry {
            self.push_day(out, index);
        }
        out.push('\t');
        let mut left = MOST_WORDS;
        report.texts_of(entry, &mut |said, text| {
            if left > 0 {
                Phrases::begin(out, said.place());
                left -= self.phrases.push_text(out, text, left);
            }
        });
    }

    /// The day on which a log counts; of one that is not done that it is due on that day.
    fn push_day(&self, out: &mut String, index: u32) {
        let schedule = &self.site.report.record(index).schedule;
        match schedule.due.filter(|_| schedule.done.is_none()) {
            Some(due) => out.push_str(&self.site.words.due_on.text(&[&due.label(self.site.lang)])),
            None => schedule.counts_on().push_label(out, self.site.lang),
        }
    }

    fn push(&self, out: &mut String, text: &str) {
        self.phrases.push_text(out, text, usize::MAX);
    }

    /// The member's place in the roster and the log's own part of the address; where the part is made of the title, only
    /// how much of it.
    fn push_address(&self, out: &mut String, entry: Entry, title: &str) {
        let (member, part) = match entry {
            Entry::Record(index) => {
                let record = self.site.report.record(index);
                (Some(record.member), record.part.clone())
            }
            Entry::Faulty(index) => {
                (self.site.report.faulty()[index as usize].member, faulty_part(&self.site, index as usize))
            }
        };
        out.push_str(&member.map_or_else(|| "_".to_owned(), |member| member.to_string()));
        out.push('/');
        let dated =
            part.len() > DATE && part.as_bytes()[DATE - 1] == b'-' && part.starts_with(|c: char| c.is_ascii_digit());
        let (date, rest) = part.split_at(if dated { DATE } else { 0 });
        let alike = rest.bytes().zip(slug(title).bytes()).take_while(|(a, b)| a == b).count();
        out.push_str(date);
        if alike > 0 {
            out.push_str(&format!("*{alike}*"));
        }
        out.push_str(&rest[alike..]);
    }
}

/// Bytes of a date and a dash at the beginning of a file's name.
const DATE: usize = 11;

/// A title as a file may be called after it.
fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    for c in folded(title) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug
}

/// What the pages say, by their numbers.
struct Told<'s, 'a> {
    site: &'s Site<'a>,
    pages: &'s [Page],
    entries: &'s [Entry],
    documents: &'s [u32],
}

impl Told<'_, '_> {
    /// The index over all pages, logs and documents.
    fn index(&self, remembering: Option<Remembering<'_>>) -> Index {
        let tell = |page: u32, hear: Hear<'_>| self.tell(page as usize, hear);
        Index::of(&self.runs(remembering.map(|(keys, _)| keys)), &tell, remembering.map(|(_, memo)| memo))
    }

    /// The pages beside the logs, then the logs a run at a time, then the documents of as many logs.
    fn runs(&self, keys: Option<&Keys>) -> Vec<Pages> {
        let (pages, logs) = (self.pages.len(), self.entries.len());
        let numbers = |range: Range<usize>| range.start as u32..range.end as u32;
        let key = |of: &dyn Fn(&Keys) -> Digest| keys.map(of);
        let mut runs =
            vec![Pages { numbers: numbers(0..pages), key: key(&|keys| keys.texts(&[], &(self.pages, "words"))) }];
        let blocks: Vec<Range<usize>> =
            (0..logs.div_ceil(RUN)).rev().map(|n| (logs - n * RUN).saturating_sub(RUN)..logs - n * RUN).collect();
        for block in &blocks {
            let key = key(&|keys| keys.texts(&self.entries[block.clone()], &"words"));
            runs.push(Pages { numbers: numbers(pages + block.start..pages + block.end), key });
        }
        for block in blocks {
            let key = key(&|keys| keys.texts(&self.entries[block.clone()], &"documents"));
            let document = |log: usize| pages + logs + self.documents[log] as usize;
            runs.push(Pages { numbers: numbers(document(block.start)..document(block.end)), key });
        }
        runs
    }

    fn tell(&self, page: usize, hear: Hear<'_>) {
        let report = self.site.report;
        if let Some(page) = self.pages.get(page) {
            return [(true, &page.title), (true, &page.other_names), (false, &page.note), (false, &page.text)]
                .into_iter()
                .for_each(|(in_title, text)| hear(in_title, text));
        }
        let log = page - self.pages.len();
        if let Some(entry) = self.entries.get(log) {
            hear(true, report.title_of(*entry));
            report.texts_of(*entry, &mut |_, text| hear(false, text));
            if let Entry::Record(index) = entry {
                hear(false, &self.site.member(report.record(*index).member).name);
            }
            return;
        }
        let document = (log - self.entries.len()) as u32;
        let log = self.documents.partition_point(|before| *before <= document) - 1;
        let place = report.documents_of(self.entries[log]).nth((document - self.documents[log]) as usize);
        let text = place.map(|place| report.document_text(self.entries[log], place)).unwrap_or_default();
        hear(true, &report.veiled(&text));
    }

    /// The phrases of some logs, evenly chosen.
    fn phrases(&self) -> Phrases {
        let size = (self.entries.len() / ONE_OF).clamp(*SAMPLE.start(), *SAMPLE.end());
        let every = self.entries.len().div_ceil(size).max(1);
        let mut sample = Vec::new();
        for entry in self.entries.iter().step_by(every) {
            let mut left = MOST_WORDS;
            sample.push(self.site.report.title_of(*entry).to_owned());
            self.site.report.texts_of(*entry, &mut |_, text| {
                if left > 0 {
                    left = left.saturating_sub(text.split_ascii_whitespace().count());
                    sample.push(text.to_owned());
                }
            });
        }
        Phrases::of(&sample, every)
    }
}

/// What the places of a log are called, by [`Said::place`].
fn places(site: &Site<'_>) -> Vec<String> {
    let named = |key: &str| site.catalog.text(key);
    let mut places: Vec<String> =
        Field::ALL.map(|field| named(&format!("field-{}", field.id().replace('_', "-")))).into();
    places.push(named("field-outputs"));
    places.extend(["search-claim", "field-excused", "search-review"].map(named));
    places.push(String::new());
    places
}
