//! Text into values: records as drafts, settings, rubric. Every fault of every file is kept and located.

mod body;
mod draft;
mod fields;
mod front_matter;
mod reader;
mod rubric;
mod settings;
mod words;
mod yaml;

use rayon::prelude::*;

use crate::base::diagnostic::{Diagnostic, Problem};
use crate::base::record_file::RecordFile;
use crate::base::source::Source;
use crate::model::rubric::Rubric;

pub use body::Words;
pub use draft::{Draft, DraftClaim, DraftLevel, KEYS, Visibility};
pub use reader::WrittenDate;
pub use rubric::{built_in, rubric};
pub use settings::settings;

/// Every record as written.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The files, by path.
    pub files: Vec<ParsedFile>,
}

/// One record as written.
#[derive(Debug, Clone)]
pub struct ParsedFile {
    /// Path and text.
    pub source: Source,
    /// What could be read; a text that could not be taken apart gives an empty draft of unreadable visibility.
    pub draft: Box<Draft>,
    /// The body without markup.
    pub plain: String,
    /// Keys and values of the front matter, a paragraph each, where they are not simply what is written.
    pub scalars: String,
    /// Faults of writing, unlocated.
    pub faults: Vec<Diagnostic>,
    /// The fault that kept the text from being read at all.
    pub unread: Option<Problem>,
}

impl ParsedFile {
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

/// Reads every record, in parallel; the order stays.
pub fn parse(records: Vec<RecordFile>, rubric: &Rubric, words: &Words) -> Parsed {
    Parsed { files: records.into_par_iter().map(|file| record(file, rubric, words)).collect() }
}

/// Reads one record.
pub fn record(file: RecordFile, rubric: &Rubric, words: &Words) -> ParsedFile {
    let RecordFile { path, text } = file;
    match text {
        Err(problem) => ParsedFile {
            source: Source { path, text: String::new() },
            draft: Box::default(),
            plain: String::new(),
            scalars: String::new(),
            faults: Vec::new(),
            unread: Some(problem),
        },
        Ok(text) => parse_text(Source { path, text }, &body::Context { rubric, words }),
    }
}

fn parse_text(source: Source, context: &body::Context<'_>) -> ParsedFile {
    let mut scalars = String::new();
    let (draft, plain, faults) = match front_matter::split(&source.text) {
        Err(fault) => (Draft::default(), String::new(), vec![fault]),
        Ok(parts) => {
            let fence = front_matter::first_line(&source.text);
            let mut reader = reader::Reader::new(&source.text);
            let mut draft = match yaml::tree(parts.yaml, parts.yaml_offset) {
                Ok(root) => {
                    if parts.yaml.contains('\\') || parts.yaml.contains("MẬT") {
                        root.add_scalars(&mut scalars);
                    }
                    draft::read(&mut reader, &root, fence)
                }
                Err(fault) => {
                    reader.fault(fault);
                    Draft { span: fence, ..Draft::default() }
                }
            };
            let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let reading = body::read(parts.body, parts.body_offset, folder, context);
            draft.body = reading.body;
            reader.faults.extend(reading.faults);
            (draft, reading.plain, reader.faults)
        }
    };
    ParsedFile { source, draft: Box::new(draft), plain, scalars, faults, unread: None }
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
