//! Reads a rubric, the built-in one or the cell's own.

use super::choice::chosen;
use super::reader::{Item, Map, Reader};
use super::settings::{duplicate_id, missing, required, tree, unusable};
use super::words;
use super::yaml::{Kind, Node};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::error::Result;
use crate::base::i18n::Lang;
use crate::base::source::{Source, Text};
use crate::base::text::{fold_key, is_device_name};
use crate::model::rubric::{
    BUILT_IN, Criterion, Field, Group, Level, LevelId, LocalText, Phase, Polarity, Rubric, State, Subject,
};

const KEYS: &[&str] = &["id", "version", "title", "source", "from", "levels", "groups"];

/// The maps of a rubric, and their keys.
pub(super) const MAPS: &[super::Keys] = &[
    ("rubric", KEYS),
    ("level", WrittenLevel::KEYS),
    ("group", WrittenGroup::KEYS),
    ("criterion", WrittenCriterion::KEYS),
];

/// The built-in rubric «05 Hiểu – 06 Cần».
///
/// # Panics
/// When the file beside `model/rubric.rs` cannot be used; a test reads it.
pub fn built_in() -> Rubric {
    let source = Source { path: "rubric.yaml".to_owned(), text: BUILT_IN.to_owned() };
    rubric(&source).expect("the built-in rubric can be used")
}

/// Reads a rubric file.
///
/// # Errors
/// [`crate::base::error::Error::Unusable`] with every fault found, located.
pub fn rubric(source: &Source) -> Result<Rubric> {
    let mut reader = Reader::new(&source.text);
    let rubric = match tree(source) {
        Ok(root) => reader.map(&root, KEYS, "rubric").map(|map| read(&mut reader, &map)),
        Err(fault) => {
            reader.fault(fault);
            None
        }
    };
    match (rubric, reader.faults.is_empty()) {
        (Some(rubric), true) => Ok(rubric),
        _ => Err(unusable(source, reader.faults)),
    }
}

fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Rubric {
    let id = required(reader, map, "id");
    let version = version(reader, map);
    let title = local_text(reader, map, "title").unwrap_or_default();
    let source = local_text(reader, map, "source").unwrap_or_default();
    let from = reader.known_date(map, "from").map(|date| date.value);
    let written: Vec<WrittenLevel> = reader.items(map, "levels");
    let mut levels = Vec::with_capacity(written.len());
    let mut seen: Vec<(Text, LevelId)> = Vec::new();
    for (id, level) in written.into_iter().filter_map(|level| level.0) {
        match seen.iter().find(|(_, earlier)| *earlier == level.id) {
            Some((first, _)) => duplicate_id(reader, &id, first),
            None => seen.push((id, level.id)),
        }
        levels.push(level);
    }
    if levels.is_empty() {
        levels = LevelId::ALL.map(default_level).to_vec();
    }
    levels.sort_by_key(|level| level.id);
    let written: Vec<WrittenGroup> = reader.items(map, "groups");
    if written.is_empty() {
        missing(reader, map, "groups");
    }
    let (mut groups, mut criteria, mut ids) = (Vec::new(), Vec::new(), Vec::<Text>::new());
    let mut group_ids = Vec::<Text>::new();
    for (group, WrittenGroup { id, group: head, criteria: written }) in written.into_iter().enumerate() {
        groups.push(head);
        if let Some(id) = id {
            match group_ids.iter().find(|earlier| earlier.value.to_lowercase() == id.value.to_lowercase()) {
                Some(first) => duplicate_id(reader, &id, first),
                None => group_ids.push(id),
            }
        }
        for WrittenCriterion { id, criterion } in written {
            match ids.iter().find(|earlier| earlier.value.eq_ignore_ascii_case(&id.value)) {
                Some(first) => duplicate_id(reader, &id, first),
                None => ids.push(id),
            }
            criteria.push(Criterion { group, ..criterion });
        }
    }
    Rubric::new((id, version), (title, source), from, levels, groups, criteria)
}

fn version(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> u32 {
    let Some(written) = reader.text(map, "version") else {
        missing(reader, map, "version");
        return 0;
    };
    let version = written.value.parse().ok().filter(|version| *version > 0);
    version.unwrap_or_else(|| {
        let fault = Diagnostic::new(Code::WrongType, written.span).arg("key", "version");
        let fault = fault.arg("expected", "@type-number").found(&written.value);
        reader.fault(fault.arg("next", "number").arg("line-to-paste", "none"));
        0
    })
}

/// A plain string, or a map by language.
fn local_text(reader: &mut Reader<'_>, map: &Map<'_, '_>, key: &str) -> Option<LocalText> {
    match map.get(key)? {
        node @ Node { kind: Kind::Map(_), .. } => {
            let map = reader.map(node, &["vi", "en"], key)?;
            let vi = reader.text(&map, "vi").map(|text| text.value);
            let en = reader.text(&map, "en").map(|text| text.value);
            Some(LocalText { vi, en })
        }
        node => {
            let text = reader.text_of(node, key)?.value;
            Some(LocalText { vi: Some(text), en: None })
        }
    }
}

/// The labels of a level when the rubric does not word it.
fn default_level(id: LevelId) -> Level {
    let (vi, en) = match id {
        LevelId::Met => ("đạt", "met"),
        LevelId::Partial => ("đạt một phần", "partly met"),
        LevelId::Unmet => ("chưa đạt", "not met"),
        LevelId::Na => ("không áp dụng", "not applicable"),
    };
    let label = LocalText { vi: Some(vi.to_owned()), en: Some(en.to_owned()) };
    Level { id, label, means: LocalText::default() }
}

struct WrittenLevel(Option<(Text, Level)>);

impl WrittenLevel {
    fn id(reader: &mut Reader<'_>, written: &Text) -> Option<LevelId> {
        chosen(reader, "levels", written, &LevelId::ALL.map(LevelId::id), words::level)
    }
}

impl Item for WrittenLevel {
    const KEYS: &'static [&'static str] = &["id", "half_points", "label", "means"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let Some(written) = reader.text(map, "id") else {
            missing(reader, map, "id");
            return Self(None);
        };
        let Some(id) = Self::id(reader, &written) else { return Self(None) };
        if let Some(points) = reader.text(map, "half_points") {
            // The points are part of how everything is counted, so a rubric may repeat them but not change them.
            let fixed = id.half_points().to_string();
            chosen(reader, "half_points", &points, &[&fixed], |_| Some(()));
        }
        let default = default_level(id);
        let label = local_text(reader, map, "label").unwrap_or(default.label);
        let means = local_text(reader, map, "means").unwrap_or_default();
        Self(Some((written, Level { id, label, means })))
    }
}

struct WrittenGroup {
    id: Option<Text>,
    group: Group,
    criteria: Vec<WrittenCriterion>,
}

impl Item for WrittenGroup {
    const KEYS: &'static [&'static str] = &["id", "label", "polarity", "subject", "criteria"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let before = reader.faults.len();
        let id = reader.text(map, "id");
        if id.is_none() && reader.faults.len() == before {
            missing(reader, map, "id");
        }
        let label = local_text(reader, map, "label");
        let polarity = word(reader, map, "polarity", &["positive", "negative"], |word| match word {
            "negative" => Polarity::Negative,
            _ => Polarity::Positive,
        });
        let subject = word(reader, map, "subject", &["member", "cell"], |word| match word {
            "cell" => Subject::Cell,
            _ => Subject::Member,
        });
        let criteria: Vec<WrittenCriterion> = reader.items(map, "criteria");
        if criteria.is_empty() {
            missing(reader, map, "criteria");
        }
        let name = id.as_ref().map(|id| id.value.clone()).unwrap_or_default();
        let group = group(name, label, polarity.unwrap_or_default(), subject.unwrap_or_default());
        Self { id, group, criteria }
    }
}

fn group(id: String, label: Option<LocalText>, polarity: Polarity, subject: Subject) -> Group {
    let label = label.unwrap_or_else(|| LocalText { vi: Some(id.clone()), en: None });
    Group { id, label, polarity, subject }
}

struct WrittenCriterion {
    id: Text,
    criterion: Criterion,
}

impl Item for WrittenCriterion {
    const KEYS: &'static [&'static str] = &["id", "label", "text", "phase", "na", "evidence", "state", "until"];

    fn read(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Self {
        let id = reader.text(map, "id").unwrap_or_else(|| {
            missing(reader, map, "id");
            Text { value: String::new(), span: map.span }
        });
        check_criterion_id(reader, &id);
        let text = local_text(reader, map, "text").unwrap_or_default();
        let label = local_text(reader, map, "label");
        let na = word(reader, map, "na", &["allowed", "refused"], |word| word == "allowed");
        let criterion = Criterion {
            id: id.value.clone(),
            group: 0,
            label: label.unwrap_or_else(|| if text == LocalText::default() { plain(&id.value) } else { text.clone() }),
            text,
            phase: words_of(reader, map, "phase", &["before", "during", "after"], |word| match word {
                "before" => Phase::Before,
                "during" => Phase::During,
                _ => Phase::After,
            }),
            na_allowed: na.unwrap_or(true),
            evidence: fields(reader, map),
            state: state(reader, map),
        };
        Self { id, criterion }
    }
}

fn plain(text: &str) -> LocalText {
    LocalText { vi: Some(text.to_owned()), en: None }
}

fn check_criterion_id(reader: &mut Reader<'_>, id: &Text) {
    let plain = id.value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !id.value.is_empty() && (!plain || id.value.len() > 32 || is_device_name(&id.value)) {
        reader.fault(Diagnostic::new(Code::BadId, id.span).found(&id.value).arg("expected", "@id-criterion"));
    }
}

/// The record fields that show a criterion. `section` and `explicit` always count, so naming them changes nothing.
fn fields(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> Vec<Field> {
    let ids: Vec<&str> = Field::ALL.iter().map(|field| field.id()).chain(["section", "explicit"]).collect();
    let mut fields = Vec::new();
    for written in reader.texts(map, "evidence") {
        let folded = fold_key(&written.value);
        match Field::ALL.into_iter().find(|field| fold_key(field.id()) == folded) {
            Some(field) if !fields.contains(&field) => fields.push(field),
            Some(_) => {}
            None => {
                let _ = chosen(reader, "evidence", &written, &ids, |word| {
                    ["section", "explicit"].contains(&word).then_some(())
                });
            }
        }
    }
    fields
}

/// The state of a criterion. With a last day it is retired, whether that is said or not; another word denies the day,
/// and without the day it would leave the periods in which it counted as well.
fn state(reader: &mut Reader<'_>, map: &Map<'_, '_>) -> State {
    let before = reader.faults.len();
    if let Some(until) = reader.known_date(map, "until") {
        let _ = word(reader, map, "state", &["retired"], |_| ());
        return State::Retired(until.value);
    }
    let is_told = reader.faults.len() > before;
    let state = word(reader, map, "state", &["active", "upcoming", "retired"], |word| match word {
        "upcoming" => Some(State::Upcoming),
        "retired" => None,
        _ => Some(State::Active),
    });
    if state == Some(None) && !is_told {
        missing(reader, map, "until");
    }
    state.flatten().unwrap_or_default()
}

fn word<T>(
    reader: &mut Reader<'_>,
    map: &Map<'_, '_>,
    key: &str,
    words: &[&str],
    read: impl Fn(&str) -> T,
) -> Option<T> {
    let written = reader.text(map, key)?;
    chosen(reader, key, &written, words, |word| Some(read(word)))
}

fn words_of<T>(
    reader: &mut Reader<'_>,
    map: &Map<'_, '_>,
    key: &str,
    words: &[&str],
    read: impl Fn(&str) -> T,
) -> Vec<T> {
    let written = reader.texts(map, key);
    written.iter().filter_map(|text| chosen(reader, key, text, words, |word| Some(read(word)))).collect()
}

/// Whether a word is a label, in either language.
fn is_label(written: &str, label: &LocalText) -> bool {
    Lang::ALL.into_iter().any(|lang| words::is_spelling_of(written, label.get(lang)))
}

impl Rubric {
    /// The level other than `read` that has this word as its label: who wrote the word may have meant that one. An id
    /// is what it says.
    pub fn labelled_otherwise(&self, written: &str, read: LevelId) -> Option<LevelId> {
        let others = self.levels.iter().filter(|level| level.id != read && written != read.id());
        others.map(|level| (level.id, &level.label)).find(|(_, label)| is_label(written, label)).map(|(id, _)| id)
    }

    /// The word for a level of this rubric that `written` was surely meant for, though it is near none.
    pub fn level_meant(&self, written: &str) -> Option<&'static str> {
        words::word_meant("level", written).filter(|meant| self.read_level(meant).is_some())
    }

    /// Reads a level in any spelling: the four words in both languages, or a label of this rubric. A level that the
    /// rubric leaves out is not read.
    pub fn read_level(&self, written: &str) -> Option<LevelId> {
        let labelled = || self.levels.iter().find(|level| is_label(written, &level.label));
        let id = words::level(written).or_else(|| labelled().map(|level| level.id))?;
        self.level(id).map(|level| level.id)
    }
}
