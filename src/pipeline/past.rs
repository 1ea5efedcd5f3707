//! What stale reviews found: the versions of their records that git keeps, known again by their stamps.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::base::record_file::RecordFile;
use crate::check::{Beside, Stale, hash_found};
use crate::config::Config;
use crate::discover::{self, Files, Past};
use crate::model::audience::Audience;
use crate::model::logbook::Logbook;
use crate::model::review::Reviewed;
use crate::parse::{self, ParsedAny, ParsedFile, Words};

/// So many records are held in memory with all their versions.
const AT_ONCE: usize = 64;

/// What is known of the version that each of the `stale` reviews judged, by the review's path. Readers from outside are
/// told nothing, so for them nothing is asked.
pub fn reviewed(stale: Vec<Stale>, logbook: &Logbook, config: &Config, words: &Words) -> HashMap<String, Reviewed> {
    if stale.is_empty() || config.audience == Audience::Public {
        return HashMap::new();
    }
    let search = Search { logbook, words, audience: config.audience };
    let mut known = discover::past(&config.root).map_or_else(HashMap::new, |past| search.all(past, &stale));
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
    logbook: &'s Logbook,
    words: &'s Words,
    audience: Audience,
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
    fn all(&self, mut past: Past<'_>, stale: &[Stale]) -> HashMap<String, Reviewed> {
        let (mut found, mut open, mut named) = (HashMap::new(), Vec::new(), BTreeSet::new());
        for some in stale.chunks(AT_ONCE) {
            let texts = self.texts(&mut past, some);
            let looked: Vec<_> =
                some.par_iter().zip(texts).map(|(stale, texts)| (stale, self.among(stale, texts))).collect();
            for (stale, looked) in looked {
                match looked {
                    Ok(reviewed) => {
                        found.insert(stale.review.clone(), reviewed);
                    }
                    Err(files) if files.is_empty() => {}
                    Err(files) => {
                        named.extend(files);
                        open.push(stale);
                    }
                }
            }
        }
        self.with_earlier_files(&mut past, &open, &named, &mut found);
        found
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
    fn with_earlier_files(
        &self,
        past: &mut Past<'_>,
        open: &[&Stale],
        named: &BTreeSet<String>,
        found: &mut HashMap<String, Reviewed>,
    ) {
        let mut earlier = Earlier { files: past.files(named), hashes: HashMap::new() };
        for stale in open {
            let texts = self.texts(past, std::slice::from_ref(stale)).concat();
            let mut left = COMPARED / open.len();
            let mut versions = texts.into_iter().filter_map(|text| self.read(stale, text));
            if let Some(known) = versions.find_map(|file| self.at_any_time(past, &mut earlier, stale, &file, &mut left))
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
