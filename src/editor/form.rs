//! What may be written in the files of a cell, as a table: which keys stand where, and what each one takes. Schemas,
//! completion and hovering are made from it; a test holds it to the keys that are read.

use crate::base::diagnostic::Code;

/// A word of a closed list, in English and, where it has one, in Vietnamese.
pub type Word = (&'static str, &'static str);

/// What stands under a key.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// A text by language, or one text.
    LocalText,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// A word of a closed list, which may not be left blank.
    Word(&'static [Word]),
    /// A level of the rubric.
    Level,
    /// An id of the roster.
    Member,
    /// Somebody of the roster, or anybody.
    Person,
    /// A tag of a weakness or a lesson.
    Tag,
    /// The id of a log.
    Record,
    /// The rubric that is loaded.
    Pin,
    /// A level of rating that the cell has.
    Rating,
    /// The code of a check.
    Check,
    /// Levels by criterion, with what may be said of each.
    Claims(&'static Form),
    /// Severities by the code of a check.
    Severities,
    /// Keys of its own.
    Map(&'static Form),
}

/// A key.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key in English.
    pub key: &'static str,
    /// What stands under it.
    pub shape: Shape,
    /// Whether a list of them may.
    pub many: bool,
    /// Whether it must be there and not blank.
    pub required: bool,
}

/// Keys that stand together.
#[derive(Debug)]
pub struct Form {
    /// Its name, by which the catalogue tells what its keys are.
    pub name: &'static str,
    /// The key for which a plain text stands.
    pub main: Option<&'static str>,
    /// The keys, in the order in which they are offered.
    pub fields: &'static [Field],
}

impl Form {
    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Its keys.
    pub fn keys(&self) -> Vec<&'static str> {
        self.fields.iter().map(|field| field.key).collect()
    }

    /// The text of the catalogue that tells what a key of this form is.
    pub fn about(&self, key: &str) -> String {
        format!("form-{}-{}", self.name, key.replace('_', "-"))
    }
}

const fn one(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, many: false, required: false }
}

const fn must(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, many: false, required: true }
}

const fn many(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, many: true, required: false }
}

use Shape::{
    Check, Claims, Date, Level, LocalText, Map, Member, Person, Pin, Rating, Record, Severities, Tag, Text, YesNo,
};

const KIND: &[Word] = &[("planned", "theo kế hoạch"), ("arising", "phát sinh")];
const STATUS: &[Word] = &[("planned", "kế hoạch"), ("doing", "đang làm"), ("done", "hoàn thành"), ("cancelled", "hủy")];
const VISIBILITY: &[Word] = &[("public", "công khai"), ("cell", "chi bộ"), ("leaders", "lãnh đạo")];
const RATER: &[Word] = &[("cell", "chi bộ"), ("superior", "cấp có thẩm quyền")];
const EVIDENCE: &[Word] =
    &[("file", ""), ("document", ""), ("link", ""), ("minutes", ""), ("commit", ""), ("quote", "")];
const ROLE: &[Word] = &[("member", ""), ("leader", ""), ("secretary", "")];
const LANG: &[Word] = &[("vi", ""), ("en", "")];
const AUDIENCE: &[Word] = &[("public", ""), ("cell", ""), ("leaders", "")];
const PAPER: &[Word] = &[("dang", ""), ("nha-nuoc", "")];
const LEVELS: &[Word] = &[("met", "đạt"), ("partial", "đạt một phần"), ("unmet", "chưa đạt"), ("na", "không áp dụng")];
const POINTS: &[Word] = &[("0", ""), ("1", ""), ("2", "")];
const POLARITY: &[Word] = &[("positive", ""), ("negative", "")];
const SUBJECT: &[Word] = &[("member", ""), ("cell", "")];
const NA: &[Word] = &[("allowed", ""), ("refused", "")];
const PHASE: &[Word] = &[("before", ""), ("during", ""), ("after", "")];
const STATE: &[Word] = &[("active", ""), ("upcoming", ""), ("retired", "")];
const SHOWN_BY: &[Word] = &[
    ("purpose", ""),
    ("procedure", ""),
    ("outputs", ""),
    ("coordination", ""),
    ("strengths", ""),
    ("weaknesses", ""),
    ("context", ""),
    ("progress", ""),
    ("on_time", ""),
    ("direction", ""),
    ("references", ""),
    ("risks", ""),
    ("steps", ""),
    ("archive", ""),
    ("revisions", ""),
    ("lessons", ""),
    ("section", ""),
    ("explicit", ""),
];

const EVIDENCE_ENTRY: Form = Form {
    name: "evidence",
    main: Some("note"),
    fields: &[
        one("kind", Shape::Word(EVIDENCE)),
        one("ref", Text),
        one("date", Date),
        one("link", Text),
        one("file", Text),
        one("note", Text),
    ],
};
const CLAIM: Form = Form {
    name: "claim",
    main: None,
    fields: &[must("level", Level), many("evidence", Map(&EVIDENCE_ENTRY)), one("reason", Text)],
};
const OUTPUT: Form = Form {
    name: "output",
    main: Some("name"),
    fields: &[one("name", Text), one("ref", Text), one("link", Text), one("file", Text)],
};
const COORDINATION: Form = Form {
    name: "coordination",
    main: Some("with"),
    fields: &[one("with", Person), one("role", Text), one("basis", Text)],
};
const TAGGED: Form = Form { name: "tagged", main: Some("text"), fields: &[one("text", Text), one("tag", Tag)] };
const PROGRESS: Form = Form { name: "progress", main: Some("note"), fields: &[one("on", Date), one("note", Text)] };
const ASKED: Form = Form { name: "asked", main: None, fields: &[one("q", Text), one("a", Text)] };
const DIRECTION: Form = Form {
    name: "direction",
    main: Some("summary"),
    fields: &[one("by", Person), one("on", Date), one("summary", Text), many("asked", Map(&ASKED))],
};
const REFERENCE: Form =
    Form { name: "reference", main: Some("ref"), fields: &[one("ref", Text), one("title", Text), one("link", Text)] };
const RISK: Form = Form {
    name: "risk",
    main: Some("risk"),
    fields: &[one("risk", Text), one("response", Text), one("happened", YesNo)],
};
const STEP: Form = Form {
    name: "step",
    main: Some("what"),
    fields: &[
        one("id", Text),
        one("what", Text),
        one("start", Date),
        one("end", Date),
        many("after", Text),
        one("with", Person),
        one("approval", Person),
    ],
};
const REVISION: Form = Form {
    name: "revision",
    main: Some("change"),
    fields: &[one("by", Person), one("change", Text), one("adopted", YesNo)],
};
const EXCUSE: Form =
    Form { name: "excuse", main: Some("reason"), fields: &[one("reason", Text), one("confirmed_by", Person)] };

/// A task log.
pub const LOG: Form = Form {
    name: "log",
    main: None,
    fields: &[
        must("title", Text),
        must("member", Member),
        must("assigned", Date),
        one("due", Date),
        one("done", Date),
        one("kind", Shape::Word(KIND)),
        one("status", Shape::Word(STATUS)),
        one("assigned_by", Person),
        one("rubric", Pin),
        one("criteria", Claims(&CLAIM)),
        one("purpose", Text),
        one("procedure", Text),
        many("outputs", Map(&OUTPUT)),
        many("coordination", Map(&COORDINATION)),
        many("strengths", Text),
        many("weaknesses", Map(&TAGGED)),
        many("fixed", Tag),
        many("context", Text),
        many("progress", Map(&PROGRESS)),
        one("direction", Map(&DIRECTION)),
        many("references", Map(&REFERENCE)),
        many("risks", Map(&RISK)),
        many("steps", Map(&STEP)),
        one("archive", Text),
        many("revisions", Map(&REVISION)),
        many("lessons", Map(&TAGGED)),
        one("excused", Map(&EXCUSE)),
        one("visibility", Shape::Word(VISIBILITY)),
    ],
};

const VERDICT: Form = Form { name: "verdict", main: None, fields: &[must("level", Level), one("reason", Text)] };

/// A review.
pub const REVIEW: Form = Form {
    name: "review",
    main: None,
    fields: &[
        must("review_of", Record),
        must("by", Person),
        one("as", Shape::Word(RATER)),
        must("on", Date),
        one("stamp", Text),
        one("criteria", Claims(&VERDICT)),
    ],
};

/// A rating.
pub const RATING: Form = Form {
    name: "rating",
    main: None,
    fields: &[
        one("member", Member),
        must("period", Text),
        must("level", Rating),
        must("by", Person),
        one("as", Shape::Word(RATER)),
        must("on", Date),
        one("votes", Text),
        one("visibility", Shape::Word(VISIBILITY)),
    ],
};

const CELL: Form = Form {
    name: "cell",
    main: None,
    fields: &[must("id", Text), must("name", Text), one("parent", Text), one("place", Text)],
};
const AWAY: Form =
    Form { name: "away", main: None, fields: &[one("from", Date), one("until", Date), one("reason", Text)] };
const MEMBER: Form = Form {
    name: "member",
    main: None,
    fields: &[
        must("id", Text),
        must("name", Text),
        many("emails", Text),
        one("role", Shape::Word(ROLE)),
        one("position", Text),
        one("group", Text),
        one("from", Date),
        one("until", Date),
        many("away", Map(&AWAY)),
    ],
};
const CLOSED: Form = Form { name: "closed", main: None, fields: &[must("period", Text), one("on", Date)] };

/// `hieucan.yaml`.
pub const SETTINGS: Form = Form {
    name: "settings",
    main: None,
    fields: &[
        must("cell", Map(&CELL)),
        one("lang", Shape::Word(LANG)),
        one("rubric", Text),
        one("as_of", Date),
        many("members", Map(&MEMBER)),
        many("closed", Map(&CLOSED)),
        one("audience", Shape::Word(AUDIENCE)),
        one("edit_url", Text),
        one("paper", Shape::Word(PAPER)),
        many("ratings", Text),
        one("checks", Severities),
    ],
};

const LEVEL: Form = Form {
    name: "level",
    main: None,
    fields: &[
        must("id", Shape::Word(LEVELS)),
        one("half_points", Shape::Word(POINTS)),
        one("label", LocalText),
        one("means", LocalText),
    ],
};
const CRITERION: Form = Form {
    name: "criterion",
    main: None,
    fields: &[
        must("id", Text),
        one("label", LocalText),
        one("text", LocalText),
        many("phase", Shape::Word(PHASE)),
        one("na", Shape::Word(NA)),
        many("evidence", Shape::Word(SHOWN_BY)),
        one("state", Shape::Word(STATE)),
        one("until", Date),
    ],
};
const GROUP: Form = Form {
    name: "group",
    main: None,
    fields: &[
        must("id", Text),
        one("label", LocalText),
        one("polarity", Shape::Word(POLARITY)),
        one("subject", Shape::Word(SUBJECT)),
        Field { required: true, ..many("criteria", Map(&CRITERION)) },
    ],
};

/// A rubric.
pub const RUBRIC: Form = Form {
    name: "rubric",
    main: None,
    fields: &[
        must("id", Text),
        must("version", Text),
        one("title", LocalText),
        one("source", LocalText),
        one("from", Date),
        many("levels", Map(&LEVEL)),
        Field { required: true, ..many("groups", Map(&GROUP)) },
    ],
};

/// One of the accepted problems.
pub const ACCEPTED: Form = Form {
    name: "accepted",
    main: None,
    fields: &[
        must("code", Check),
        must("record", Text),
        must("reason", Text),
        must("owner", Person),
        must("until", Date),
    ],
};

/// What a code may be set to.
pub fn severities(code: Code) -> &'static [Word] {
    match code.severity() {
        crate::base::diagnostic::Severity::Error => &[("error", "")],
        crate::base::diagnostic::Severity::Warning => &[("error", ""), ("warning", ""), ("off", "")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::i18n::{Catalog, Lang};
    use crate::parse;

    /// Every form that can be reached from `form`.
    fn reached(form: &'static Form, into: &mut Vec<&'static Form>) {
        into.push(form);
        for field in form.fields {
            if let Map(inner) | Claims(inner) = field.shape {
                reached(inner, into);
            }
        }
    }

    fn all() -> Vec<&'static Form> {
        let mut all = Vec::new();
        for form in [&LOG, &REVIEW, &RATING, &SETTINGS, &RUBRIC, &ACCEPTED] {
            reached(form, &mut all);
        }
        all
    }

    #[test]
    fn the_keys_of_every_form_are_those_that_are_read() {
        let read: Vec<(&str, Vec<&str>)> = parse::keys().iter().map(|(name, keys)| (*name, keys.to_vec())).collect();
        for form in all() {
            let (_, keys) = read.iter().find(|(name, _)| *name == form.name).expect(form.name);
            assert_eq!(form.keys(), *keys, "{}", form.name);
        }
        for (name, _) in read {
            assert!(all().iter().any(|form| form.name == name), "{name} is in no form");
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        for catalog in Lang::ALL.map(Catalog::of) {
            for form in all() {
                for key in form.keys() {
                    assert!(catalog.text(&form.about(key)).chars().count() > 2, "{} {key}", form.name);
                }
                assert!(form.main.is_none_or(|main| form.field(main).is_some()), "{}", form.name);
            }
        }
    }
}
