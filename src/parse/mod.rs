//! Text into values: records as drafts, settings, rubric. Every fault of every file is kept and located.

mod accepted;
mod body;
mod choice;
mod commas;
mod comment;
mod draft;
mod fields;
mod front_matter;
mod keys;
mod list_sign;
mod meant;
mod plain;
mod rating;
mod reader;
mod review;
mod rubric;
mod settings;
mod spilled;
mod unknown;
mod words;
mod yaml;

use rayon::prelude::*;

use crate::base::diagnostic::{Diagnostic, Problem};
use crate::base::record_file::RecordFile;
use crate::base::source::{Source, Span, Text};
use crate::base::text::is_ordinary;
use crate::model::rubric::Rubric;

pub use accepted::accepted;
pub use body::Words;
pub use draft::{Draft, DraftClaim, DraftLevel, KEYS, Visibility};
pub use keys::{Keys, keys};
pub use meant::plain_or_quoted;
pub use plain::{Value, front_matter_and_body, key_among, value, word_id};
pub use rating::{RATING_KEYS, RatingKeys};
pub use reader::WrittenDate;
pub use review::{REVIEW_KEYS, ReviewKeys};
pub use rubric::{built_in, rubric};
pub use settings::settings;
pub use words::known_key;

/// The word that every mark of secrecy ends with.
pub const MARK_OF_SECRECY: &str = "MẬT";

/// Whether `text` may hold the word: as it is, or in letters that need a closer look. Hardly any text does.
pub fn may_be_marked(text: &str) -> bool {
    text.contains(MARK_OF_SECRECY) || !is_ordinary(text)
}

/// Every record and review as written.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The task logs, by path.
    pub files: Vec<ParsedFile>,
    /// The reviews, by path.
    pub reviews: Vec<ParsedReview>,
    /// The ratings, by path.
    pub ratings: Vec<ParsedRating>,
}

/// A file as written, by its kind.
#[derive(Debug, Clone)]
pub enum ParsedAny {
    /// A task log.
    Log(ParsedFile),
    /// A review.
    Review(ParsedReview),
    /// A rating.
    Rating(ParsedRating),
}

impl FromIterator<ParsedAny> for Parsed {
    fn from_iter<T: IntoIterator<Item = ParsedAny>>(files: T) -> Self {
        let mut parsed = Self::default();
        for file in files {
            match file {
                ParsedAny::Log(log) => parsed.files.push(log),
                ParsedAny::Review(review) => parsed.reviews.push(review),
                ParsedAny::Rating(rating) => parsed.ratings.push(rating),
            }
        }
        parsed
    }
}

impl Parsed {
    /// Every path under the root that a record or a review names as evidence or image.
    pub fn files_named(&self) -> impl ParallelIterator<Item = &str> {
        let logs = self.files.par_iter();
        let reviews = self.reviews.par_iter().map(|review| &review.file);
        let ratings = self.ratings.par_iter().map(|rating| &rating.file);
        logs.chain(reviews).chain(ratings).flat_map_iter(ParsedFile::files_named)
    }
}

/// One review as written. Its verdicts stand as the claims of its draft.
#[derive(Debug, Clone)]
pub struct ParsedReview {
    /// The file, read as a record is.
    pub file: ParsedFile,
    /// What only a review says.
    pub keys: ReviewKeys,
}

/// One rating as written.
#[derive(Debug, Clone)]
pub struct ParsedRating {
    /// The file, read as a record is.
    pub file: ParsedFile,
    /// What only a rating says.
    pub keys: RatingKeys,
}

/// One record as written.
#[derive(Debug, Clone)]
pub struct ParsedFile {
    /// Path and text.
    pub source: Source,
    /// What could be read; a text that could not be taken apart gives an empty draft of unreadable visibility.
    pub draft: Box<Draft>,
    /// The body without markup, where it may hold [`MARK_OF_SECRECY`].
    pub plain: String,
    /// Keys and values of the front matter, where they are not simply what is written.
    pub scalars: Vec<Text>,
    /// Faults of writing, unlocated.
    pub faults: Vec<Diagnostic>,
    /// The fault that kept the text from being read at all.
    pub unread: Option<Problem>,
    /// Where the Markdown after the front matter begins.
    body: usize,
}

impl ParsedFile {
    /// The Markdown after the front matter, as written.
    pub fn markdown(&self) -> &str {
        self.source.text.get(self.body..).unwrap_or_default()
    }

    /// The words of each paragraph, heading and other block of the body as a reader sees them, and where it stands.
    pub fn blocks(&self) -> Vec<Text> {
        body::blocks(self.markdown(), self.body)
    }

    /// Every path under the root that the record names as evidence or image.
    pub fn files_named(&self) -> impl Iterator<Item = &str> {
        let claimed =
            self.draft.claims.iter().flat_map(|claim| &claim.evidence).filter_map(|entry| entry.file.as_ref());
        let outputs = self.draft.content.outputs.iter().filter_map(|output| output.file.as_ref());
        let linked = self.draft.body.links.iter().filter_map(|link| link.path.as_deref());
        let linked = linked.filter(|path| !path.to_ascii_lowercase().ends_with(".md"));
        claimed.chain(outputs).map(|text| text.value.as_str()).chain(linked)
    }
}

/// Reads every record and review, in parallel; the order stays.
pub fn parse(records: Vec<RecordFile>, rubric: &Rubric, words: &Words) -> Parsed {
    let files: Vec<ParsedAny> = records.into_par_iter().map(|file| file_of(file, rubric, words)).collect();
    files.into_iter().collect()
}

/// Reads one record or review.
pub fn file_of(file: RecordFile, rubric: &Rubric, words: &Words) -> ParsedAny {
    let context = body::Context { rubric, words };
    if file.is_rating() {
        let (file, keys) = read(file, &context, RATING_KEYS, rating::read);
        return ParsedAny::Rating(ParsedRating { file, keys });
    }
    if !file.is_review() {
        let (file, _) = read(file, &context, KEYS, |reader, root, fence| (draft::read(reader, root, fence), ()));
        return ParsedAny::Log(file);
    }
    let (file, keys) = read(file, &context, REVIEW_KEYS, review::read);
    ParsedAny::Review(ParsedReview { file, keys })
}

/// Reads one file, with `take` for its front matter, which `may_say` these keys.
fn read<K: Default>(
    file: RecordFile,
    context: &body::Context<'_>,
    may_say: &[&'static str],
    take: impl Fn(&mut reader::Reader<'_>, &yaml::Node<'_>, Span) -> (Draft, K),
) -> (ParsedFile, K) {
    let RecordFile { path, text } = file;
    match text {
        Err(problem) => {
            let file = ParsedFile {
                source: Source { path, text: String::new() },
                draft: Box::default(),
                plain: String::new(),
                scalars: Vec::new(),
                faults: Vec::new(),
                unread: Some(problem),
                body: 0,
            };
            (file, K::default())
        }
        Ok(text) => read_text(Source { path, text }, context, may_say, take),
    }
}

fn read_text<K: Default>(
    source: Source,
    context: &body::Context<'_>,
    may_say: &[&'static str],
    take: impl Fn(&mut reader::Reader<'_>, &yaml::Node<'_>, Span) -> (Draft, K),
) -> (ParsedFile, K) {
    let (mut scalars, mut keys, mut body_at) = (Vec::new(), K::default(), source.text.len());
    let (draft, plain, faults) = match front_matter::split(&source.text) {
        Err(fault) => (Draft::default(), String::new(), vec![fault]),
        Ok(parts) => {
            body_at = parts.body_offset;
            let fence = front_matter::first_line(&source.text);
            let mut reader = reader::Reader::new(&source.text);
            let mut draft = match yaml::document(parts.yaml, parts.yaml_offset) {
                Ok(root) => {
                    if parts.yaml.contains('\\') || parts.yaml.contains(MARK_OF_SECRECY) {
                        root.add_scalars(&mut scalars);
                    }
                    let (draft, own) = take(&mut reader, &root, fence);
                    keys = own;
                    draft
                }
                Err(fault) => {
                    reader.fault(fault);
                    Draft { span: fence, ..Draft::default() }
                }
            };
            let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let reading = body::read(parts.body, parts.body_offset, folder, context);
            draft.body = reading.body;
            if let Some(spilled) = spilled::keys_in_body(parts.body, parts.body_offset, may_say) {
                reader.fault(spilled.fault);
                draft.visibility = draft.visibility.at_most(spilled.visibility);
            }
            reader.faults.extend(reading.faults);
            reader.faults.append(&mut reader.comments);
            let plain = Some(reading.plain).filter(|plain| may_be_marked(plain)).unwrap_or_default();
            (draft, plain, reader.faults)
        }
    };
    let file = ParsedFile { source, draft: Box::new(draft), plain, scalars, faults, unread: None, body: body_at };
    (file, keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_rubric_has_eleven_criteria_of_two_groups() {
        let rubric = built_in();
        assert_eq!(rubric.pin(), "5-hieu-6-can@1");
        assert_eq!(rubric.criteria.len(), 11);
        assert_eq!(rubric.groups.len(), 2);
        assert!(rubric.criteria.iter().all(|criterion| !criterion.evidence.is_empty()));
    }
}
