//! The record format as a form: which keys a log may have, in their order, and how each is answered.

use std::collections::BTreeMap;

use serde::Serialize;

use super::i18n::Lang;
use super::keys::vietnamese_of;

/// How one text of a log is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Words on one line.
    Line,
    /// Words on one line or more.
    Long,
    /// A day.
    Date,
    /// One of a few words, by their ids.
    Word,
    /// Somebody of the roster, or another by name.
    Person,
    /// Yes or no.
    Flag,
    /// Ids of steps, with commas between.
    Ids,
    /// Address of a page.
    Link,
}

/// A text within an item of a field; it stands under `key`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The key in English.
    pub key: &'static str,
    /// How it is answered.
    pub shape: Shape,
}

/// A field of a log beside its title, dates and claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FieldForm {
    /// The key in English.
    pub key: &'static str,
    /// What an item says, in order.
    pub parts: &'static [Part],
    /// The part that may stand alone.
    pub main: &'static str,
    /// Whether there may be several items.
    pub many: bool,
}

const fn part(key: &'static str, shape: Shape) -> Part {
    Part { key, shape }
}

const fn one(key: &'static str, shape: &'static [Part]) -> FieldForm {
    FieldForm { key, parts: shape, main: shape[0].key, many: false }
}

const fn many(key: &'static str, main: &'static str, parts: &'static [Part]) -> FieldForm {
    FieldForm { key, parts, main, many: true }
}

/// The only part of a field whose items are plain texts; it has no key in a log.
pub const TEXT: &str = "text";

/// What a log says on one line each, in order.
pub const FACTS: &[Part] = &[
    part("title", Shape::Line),
    part("member", Shape::Word),
    part("assigned", Shape::Date),
    part("due", Shape::Date),
    part("done", Shape::Date),
    part("kind", Shape::Word),
    part("status", Shape::Word),
    part("assigned_by", Shape::Person),
    part("visibility", Shape::Word),
];

/// The fields, in order.
pub const FIELDS: &[FieldForm] = &[
    one("purpose", &[part(TEXT, Shape::Long)]),
    one("procedure", &[part(TEXT, Shape::Long)]),
    many(
        "outputs",
        "name",
        &[part("name", Shape::Line), part("ref", Shape::Line), part("link", Shape::Link), part("file", Shape::Line)],
    ),
    many("coordination", "with", &[part("with", Shape::Line), part("role", Shape::Long), part("basis", Shape::Line)]),
    many("strengths", TEXT, &[part(TEXT, Shape::Long)]),
    many("weaknesses", "text", &[part("text", Shape::Long), part("tag", Shape::Line)]),
    many("fixed", TEXT, &[part(TEXT, Shape::Line)]),
    many("context", TEXT, &[part(TEXT, Shape::Long)]),
    many("progress", "note", &[part("on", Shape::Date), part("note", Shape::Long)]),
    FieldForm {
        key: "direction",
        parts: &[
            part("by", Shape::Person),
            part("on", Shape::Date),
            part("summary", Shape::Long),
            part("q", Shape::Long),
            part("a", Shape::Long),
        ],
        main: "summary",
        many: false,
    },
    many("references", "ref", &[part("ref", Shape::Line), part("title", Shape::Line), part("link", Shape::Link)]),
    many("risks", "risk", &[part("risk", Shape::Long), part("response", Shape::Long), part("happened", Shape::Flag)]),
    many(
        "steps",
        "what",
        &[
            part("id", Shape::Line),
            part("what", Shape::Long),
            part("start", Shape::Date),
            part("end", Shape::Date),
            part("after", Shape::Ids),
            part("with", Shape::Line),
            part("approval", Shape::Line),
        ],
    ),
    one("archive", &[part(TEXT, Shape::Line)]),
    many(
        "revisions",
        "change",
        &[part("by", Shape::Person), part("change", Shape::Long), part("adopted", Shape::Flag)],
    ),
    many("lessons", "text", &[part("text", Shape::Long), part("tag", Shape::Line)]),
    FieldForm {
        key: "excused",
        parts: &[part("reason", Shape::Long), part("confirmed_by", Shape::Person)],
        main: "reason",
        many: false,
    },
];

/// An entry of evidence of one claim.
pub const EVIDENCE: FieldForm = many(
    "evidence",
    "note",
    &[
        part("kind", Shape::Word),
        part("ref", Shape::Line),
        part("date", Shape::Date),
        part("link", Shape::Link),
        part("file", Shape::Line),
        part("note", Shape::Long),
    ],
);

/// The parts of a direction that are its question and the answer; in a log they stand under `asked`.
pub const ASKED: [&str; 2] = ["q", "a"];

/// The words of a log by their ids, in Vietnamese.
pub const WORDS: &[(&str, &[(&str, &str)])] = &[
    ("kind", &[("planned", "theo kế hoạch"), ("arising", "phát sinh")]),
    ("status", &[("planned", "kế hoạch"), ("doing", "đang làm"), ("done", "hoàn thành"), ("cancelled", "hủy")]),
    ("level", &[("met", "đạt"), ("partial", "đạt một phần"), ("unmet", "chưa đạt"), ("na", "không áp dụng")]),
    ("visibility", &[("public", "công khai"), ("cell", "chi bộ"), ("leaders", "lãnh đạo")]),
    ("flag", &[("true", "có"), ("false", "không")]),
];

/// The field with this key.
pub fn field(key: &str) -> Option<&'static FieldForm> {
    FIELDS.iter().find(|field| field.key == key)
}

impl FieldForm {
    /// The part with this key.
    pub fn part(&self, key: &str) -> Option<&'static Part> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// The parts of an item that everybody is asked for, the main one first; the others are for whoever has them at hand.
    pub fn asked(&self) -> &'static [&'static str] {
        match self.key {
            "outputs" => &["name", "ref"],
            "coordination" => &["with", "role"],
            "weaknesses" | "lessons" => &["text", "tag"],
            "progress" => &["note", "on"],
            "direction" => &["summary", "by", "q", "a"],
            "references" => &["ref", "title"],
            "risks" => &["risk", "response"],
            "steps" => &["what"],
            "revisions" => &["change", "by"],
            "excused" => &["reason", "confirmed_by"],
            "evidence" => &["note", "ref"],
            _ => &[TEXT],
        }
    }

    /// Whether its items are plain texts.
    pub fn is_plain(&self) -> bool {
        self.parts.len() == 1
    }
}

/// The word `id` of the list `list` as a log of `lang` says it.
pub fn word<'w>(list: &str, id: &'w str, lang: Lang) -> &'w str {
    let words = WORDS.iter().find(|(name, _)| *name == list).map_or(&[][..], |(_, words)| words);
    match (lang, words.iter().find(|(known, _)| *known == id)) {
        (Lang::Vi, Some((_, vietnamese))) => vietnamese,
        _ => id,
    }
}

/// Whole texts that stand where something is still to be written.
pub const PLACEHOLDERS: [&str; 9] =
    ["todo", "tbd", "xxx", "n/a", "không có", "chưa có", "đang cập nhật", "sẽ bổ sung", "sẽ bổ sung sau"];

/// Prose with fewer letters says nothing.
pub const FEWEST_LETTERS: usize = 10;

/// All that a writer of logs has to know of the format, for one that is no part of this program.
#[derive(Debug, Clone, Serialize)]
pub struct Format {
    log_lang: &'static str,
    facts: &'static [Part],
    fields: &'static [FieldForm],
    evidence: FieldForm,
    /// The keys that are spelled otherwise than in English.
    keys: BTreeMap<&'static str, &'static str>,
    /// The words of each list by their ids.
    words: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
}

impl Format {
    /// The format of logs whose keys and words are of `lang`.
    pub fn of(lang: Lang) -> Self {
        let keys = FACTS.iter().map(|part| part.key).chain(FIELDS.iter().map(|field| field.key));
        let keys = keys.chain(["criteria", "level", "evidence", "reason"]);
        let spelled = |key| Some((key, vietnamese_of(key).filter(|_| lang == Lang::Vi)?));
        let words = |list: &'static str, words: &'static [(&str, &str)]| {
            (list, words.iter().map(|(id, _)| (*id, word(list, id, lang))).collect())
        };
        Self {
            log_lang: lang.tag(),
            facts: FACTS,
            fields: FIELDS,
            evidence: EVIDENCE,
            keys: keys.filter_map(spelled).collect(),
            words: WORDS.iter().map(|(list, of)| words(list, of)).collect(),
        }
    }
}
