//! What stale reviews found: the versions of their records that git keeps, known again by their stamps.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use rayon::prelude::*;

use crate::base::record_file::RecordFile;
use crate::check::{Beside, Stale, hash_found};
use crate::config::Config;
use crate::discover::{self, Files, Past};
use crate::model::audience::Audience;
use crate::model::logbook::Logbook;
use crate::model::review::Reviewed;
use crate::parse::{self, ParsedAny, ParsedFile, Words};

/// So many `git` processes look for texts: one unpacks no more than a few thousand in a second.
const SHARES: usize = 4;

/// So many records are held in memory with all their versions, by each share.
const AT_ONCE: usize = 16;

/// What is known of the version that each of the `stale` reviews judged, by the review's path. Readers from outside are
/// told nothing, so for them nothing is asked.
pub fn reviewed(stale: Vec<Stale>, logbook: &Logbook, config: &Config, words: &Words) -> HashMap<String, Reviewed> {
    if stale.is_empty() || config.audience == Audience::Public {
        return HashMap::new();
    }
    let search = Search { root: &config.root, logbook, words, audience: config.audience };
    let mut known = search.all(&stale);
    let told = |review: String| {
        known.remove(&review).map(|found| (review.clone(), found)).unwrap_or((review, Reviewed::Unknown))
    };
    stale.into_iter().map(|stale| stale.review).map(told).collect()
}

/// So many bytes of records are held against earlier evidence files, for all reviews together.
const COMPARED: usize = 256 << 20;

/// What one comparison costs besides, in the same measure.
const EACH: usize = 4096;

struct Search<'s> {
    root: &'s Path,
    logbook: &'s Logbook,
    words: &'s Words,
    audience: Audience,
}

/// What came of some of the reviews.
#[derive(Default)]
struct Looked<'a> {
    /// By the path of the review.
    found: HashMap<String, Reviewed>,
    /// Those that may be known with the files as they were then.
    open: Vec<&'a Stale>,
    /// The files that their records name.
    named: BTreeSet<String>,
}

/// Earlier versions of evidence files, each hashed once.
struct Earlier {
    files: Files,
    hashes: HashMap<String, Option<[u8; 32]>>,
}

impl Earlier {
    fn hash(&mut self, past: &mut Past<'_>, blob: String) -> Option<[u8; 32]> {
        *self.hashes.entry(blob).or_insert_with_key(|blob| past.hash(blob))
    }
}

impl Search<'_> {
    /// What was found, by the paths of the reviews.
    fn all(&self, stale: &[Stale]) -> HashMap<String, Reviewed> {
        let each = stale.len().div_ceil(SHARES).max(AT_ONCE);
        let shares = stale.par_chunks(each);
        let running = shares.len();
        let mut all = Looked::default();
        for share in shares.map(|share| self.share(share, running)).collect::<Vec<_>>() {
            all.found.extend(share.found);
            all.open.extend(share.open);
            all.named.extend(share.named);
        }
        self.with_earlier_files(&all.open, &all.named, &mut all.found);
        all.found
    }

    /// What can be found of some reviews, their files being as they are now, while `running` shares are looked at.
    fn share<'a>(&self, share: &'a [Stale], running: usize) -> Looked<'a> {
        let mut all = Looked::default();
        let Some(mut past) = discover::past(self.root, running) else { return all };
        for some in share.chunks(AT_ONCE) {
            let texts = self.texts(&mut past, some);
            for (stale, texts) in some.iter().zip(texts) {
                match self.among(stale, texts) {
                    Ok(reviewed) => {
                        all.found.insert(stale.review.clone(), reviewed);
                    }
                    Err(files) if files.is_empty() => {}
                    Err(files) => {
                        all.named.extend(files);
                        all.open.push(stale);
                    }
                }
            }
        }
        all
    }

    /// Of each the record as it stands, and its versions in git.
    fn texts(&self, past: &mut Past<'_>, some: &[Stale]) -> Vec<Vec<String>> {
        let versions = |stale: &Stale| self.logbook.history.versions.of(&stale.record).collect();
        let blobs: Vec<Vec<&str>> = some.iter().map(versions).collect();
        let mut read = past.texts(&blobs.concat()).into_iter();
        let of = |(stale, blobs): (&Stale, Vec<&str>)| {
            std::iter::once(stale.text.clone()).chain(read.by_ref().take(blobs.len()).flatten()).collect()
        };
        some.iter().zip(blobs).map(of).collect()
    }

    /// The version among `texts` that was judged, its files being as they are now; else the files that they name.
    fn among(&self, stale: &Stale, texts: Vec<String>) -> Result<Reviewed, BTreeSet<String>> {
        let hash = |path: &str| hash_found(&self.logbook.attachments, path);
        let beside = Beside { rubric: &self.logbook.rubric, hash: &hash };
        let mut named = BTreeSet::new();
        for file in texts.into_iter().filter_map(|text| self.read(stale, text)) {
            if let Some(reviewed) = stale.recognise(&file, beside, self.audience) {
                return Ok(reviewed);
            }
            named.extend(file.files_named().map(str::to_owned));
        }
        Err(named)
    }

    /// The reviews whose versions are known only with the files as they were then.
    fn with_earlier_files(&self, open: &[&Stale], named: &BTreeSet<String>, found: &mut HashMap<String, Reviewed>) {
        let Some(mut past) = Some(open).filter(|open| !open.is_empty()).and_then(|_| discover::past(self.root, 1))
        else {
            return;
        };
        let mut earlier = Earlier { files: past.files(named), hashes: HashMap::new() };
        for stale in open {
            let texts = self.texts(&mut past, std::slice::from_ref(stale)).concat();
            let mut left = COMPARED / open.len();
            let mut versions = texts.into_iter().filter_map(|text| self.read(stale, text));
            if let Some(known) =
                versions.find_map(|file| self.at_any_time(&mut past, &mut earlier, stale, &file, &mut left))
            {
                found.insert(stale.review.clone(), known);
            }
        }
    }

    /// Whether `file` is what was judged, with its files as they were after any commit.
    fn at_any_time(
        &self,
        past: &mut Past<'_>,
        earlier: &mut Earlier,
        stale: &Stale,
        file: &ParsedFile,
        left: &mut usize,
    ) -> Option<Reviewed> {
        let paths: Vec<&str> = file.files_named().collect::<BTreeSet<_>>().into_iter().collect();
        let cost = file.source.text.len() + EACH;
        earlier.files.states(&paths).into_iter().find_map(|state| {
            *left = left.checked_sub(cost)?;
            let hashes = paths.iter().zip(state).map(|(path, blob)| match blob {
                None => hash_found(&self.logbook.attachments, path),
                Some(blob) => earlier.hash(past, blob?),
            });
            let hashes: HashMap<&str, Option<[u8; 32]>> = paths.iter().copied().zip(hashes).collect();
            let hash = |path: &str| hashes.get(path).copied().flatten();
            stale.recognise(file, Beside { rubric: &self.logbook.rubric, hash: &hash }, self.audience)
        })
    }

    fn read(&self, stale: &Stale, text: String) -> Option<ParsedFile> {
        let file = RecordFile { path: stale.record.clone(), text: Ok(text) };
        match parse::file_of(file, &self.logbook.rubric, self.words) {
            ParsedAny::Log(file) => Some(file),
            ParsedAny::Review(_) | ParsedAny::Rating(_) => None,
        }
    }
}
