//! Words that tables and calendars use again and again, looked up once.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::base::i18n::{Catalog, Lang};
use crate::base::number::grouped;
use crate::base::period::{Date, Period};
use crate::report::{
    EvidenceKind, Exhibit, Field, Kind, Label, LevelId, Outcome, Part, Report, Status, Timeliness, Weight, Who,
};

/// Looks words up by the beginning of their key and the word that data files use.
pub(super) struct Words<'r, 'a> {
    pub(super) report: &'r Report<'a>,
    pub(super) catalog: &'r Catalog,
    pub(super) lang: Lang,
    words: HashMap<(&'static str, &'static str), String>,
}

const STATUSES: [Status; 4] = [Status::Planned, Status::Doing, Status::Done, Status::Cancelled];
const KINDS: [Kind; 2] = [Kind::Planned, Kind::Arising];

impl<'r, 'a> Words<'r, 'a> {
    pub(super) fn of(report: &'r Report<'a>, catalog: &'r Catalog) -> Self {
        let lang = catalog.lang();
        let mut words = HashMap::new();
        let mut take = |prefix: &'static str, ids: Vec<&'static str>| {
            let worded = |id: &'static str| ((prefix, id), catalog.text(&format!("{prefix}-{}", id.replace('_', "-"))));
            words.extend(ids.into_iter().map(worded));
        };
        take("outcome", Outcome::ALL.map(Outcome::id).to_vec());
        take("export-time", Timeliness::ALL.map(Timeliness::id).to_vec());
        take("status", STATUSES.map(Status::id).to_vec());
        take("kind", KINDS.map(Kind::id).to_vec());
        take("field", Field::ALL.map(Field::id).to_vec());
        take("evidence-kind", EvidenceKind::ALL.map(EvidenceKind::id).to_vec());
        for level in LevelId::ALL {
            let label = report.rubric().level(level).map_or(level.id(), |level| level.label.get(lang));
            words.insert(("level", level.id()), label.to_owned());
        }
        Self { report, catalog, lang, words }
    }

    /// The word for what data files call `id`.
    pub(super) fn word(&self, prefix: &'static str, id: &'static str) -> &str {
        self.words.get(&(prefix, id)).map_or(id, String::as_str)
    }

    /// The sentence `key` about a number.
    pub(super) fn counted(&self, key: &str, count: usize) -> String {
        let key = if count == 1 { format!("{key}.one") } else { key.to_owned() };
        let shown = grouped(count as u64, self.lang);
        self.catalog.format(&key, &[("count", shown.into())])
    }

    /// The name of a period, or of all time.
    pub(super) fn period(&self, period: Option<Period>) -> String {
        period.map_or_else(|| self.catalog.text("period-all"), |period| period.label(self.lang))
    }

    /// The name of a member as readers may see it; the roster of a public report holds no other.
    pub(super) fn name(&self, member: usize) -> &'a str {
        &self.report.members()[member].name
    }

    /// Where evidence stands.
    pub(super) fn label(&self, label: Label) -> Cow<'_, str> {
        match label {
            Label::Field(field) => self.word("field", field.id()).into(),
            Label::Entry(Some(kind)) => self.word("evidence-kind", kind.id()).into(),
            Label::Entry(None) => self.catalog.text("evidence-entry").into(),
            Label::Section => self.catalog.text("evidence-section").into(),
        }
    }

    /// Why evidence does not count.
    pub(super) fn flag(&self, weight: Weight) -> Option<String> {
        let key = match weight {
            Weight::Counts => return None,
            Weight::Placeholder => "flag-placeholder",
            Weight::Short => "flag-short",
            Weight::Copied => "flag-copied",
        };
        Some(self.catalog.text(key))
    }

    /// What a piece of evidence says, in one text.
    pub(super) fn said(&self, exhibit: &Exhibit<'_>) -> String {
        let mut text = String::new();
        for (place, part) in exhibit.parts.iter().enumerate() {
            if place > 0 {
                text.push_str(part.joint(&exhibit.parts[place - 1]));
            }
            text.push_str(&self.part(part));
        }
        self.report.veiled(text.trim()).into_owned()
    }

    fn part<'t>(&'t self, part: &Part<'t>) -> Cow<'t, str> {
        let day = |date: Date| date.label(self.lang);
        let with = |key: &str, name: &str, text: &str| self.catalog.format(key, &[(name, text.into())]);
        match part {
            Part::Quote(text) | Part::Text(text) | Part::Response(text) | Part::Reference(text) | Part::Link(text) => {
                (*text).into()
            }
            Part::Tag(tag) => format!("({tag})").into(),
            Part::Basis(text) => with("basis", "reference", text).into(),
            Part::Asked(text) => format!("{} {text}", self.catalog.text("asked")).into(),
            Part::Answered(text) => format!("{} {text}", self.catalog.text("answered")).into(),
            Part::Person(Who::Member(member)) => self.name(*member).into(),
            Part::Person(Who::Other(written)) => (*written).into(),
            Part::On(date) => day(*date).into(),
            Part::During(start, end) => format!("{} – {}", day(*start), day(*end)).into(),
            Part::File(path) => path.rsplit('/').next().unwrap_or(path).into(),
            Part::InTime(done, due) => {
                self.catalog.format("in-time", &[("done", day(*done).into()), ("due", day(*due).into())]).into()
            }
            Part::Adopted(adopted) => {
                format!("({})", self.catalog.text(if *adopted { "revision-adopted" } else { "revision-refused" }))
                    .into()
            }
            Part::Happened(happened) => {
                self.catalog.text(if *happened { "risk-happened" } else { "risk-did-not" }).into()
            }
        }
    }
}
