//! The criteria: rubric → group → criterion → level. `rubric.yaml` beside this file is the built-in set.

use crate::base::i18n::Lang;
use crate::base::period::Date;

/// The built-in set «05 Hiểu – 06 Cần», as YAML.
pub const BUILT_IN: &str = include_str!("rubric.yaml");

/// A text in one or both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct LocalText {
    /// Vietnamese, or the only text there is.
    pub vi: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl LocalText {
    /// The text in `lang`, else in the other language, else "".
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Vi => (&self.vi, &self.en),
            Lang::En => (&self.en, &self.vi),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// The language of the text that [`LocalText::get`] returns for `lang`.
    pub fn lang(&self, lang: Lang) -> Lang {
        match lang {
            Lang::Vi if self.vi.is_none() && self.en.is_some() => Lang::En,
            Lang::En if self.en.is_none() => Lang::Vi,
            _ => lang,
        }
    }
}

/// A level of attainment. Nothing can be added to the four; a rubric may have fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevelId {
    /// Đạt: 2 half points.
    Met,
    /// Đạt một phần: 1 half point.
    Partial,
    /// Chưa đạt: none.
    Unmet,
    /// Không áp dụng: the criterion does not apply to the task.
    Na,
}

impl LevelId {
    /// The four levels, best first.
    pub const ALL: [LevelId; 4] = [LevelId::Met, LevelId::Partial, LevelId::Unmet, LevelId::Na];

    /// The word in records and data files.
    pub fn id(self) -> &'static str {
        match self {
            LevelId::Met => "met",
            LevelId::Partial => "partial",
            LevelId::Unmet => "unmet",
            LevelId::Na => "na",
        }
    }

    /// Half points: met 2, partial 1, unmet and na 0 (contract, "What counts").
    pub fn half_points(self) -> u32 {
        match self {
            LevelId::Met => 2,
            LevelId::Partial => 1,
            LevelId::Unmet | LevelId::Na => 0,
        }
    }
}

/// A level as this rubric words it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Level {
    /// Which of the four.
    pub id: LevelId,
    /// What people call it.
    pub label: LocalText,
    /// What it means.
    pub means: LocalText,
}

/// Whether a criterion names what must be or what must not be; `met` is the good state in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Polarity {
    /// The criterion names the good state.
    #[default]
    Positive,
    /// The criterion names what must not be.
    Negative,
}

/// Whom the criteria of a group are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Subject {
    /// The member who wrote the record.
    #[default]
    Member,
    /// The cell as a whole.
    Cell,
}

/// When in a task a criterion applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Before the work.
    Before,
    /// While it is done.
    During,
    /// Afterwards.
    After,
}

/// Whether a criterion is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum State {
    /// In force.
    #[default]
    Active,
    /// Not yet: shown, not counted.
    Upcoming,
    /// No longer after the day.
    Retired(Date),
}

/// A place in a record that can show a criterion; a tagged section and an explicit entry always can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each variant is the record's field of the same name")]
pub enum Field {
    Purpose,
    Procedure,
    Outputs,
    Coordination,
    Strengths,
    Weaknesses,
    Context,
    Progress,
    /// Not a field of its own: done no later than due.
    OnTime,
    Direction,
    References,
    Risks,
    Steps,
    Archive,
    Revisions,
    Lessons,
}

impl Field {
    /// Every field that a rubric may name.
    pub const ALL: [Field; 16] = [
        Field::Purpose,
        Field::Procedure,
        Field::Outputs,
        Field::Coordination,
        Field::Strengths,
        Field::Weaknesses,
        Field::Context,
        Field::Progress,
        Field::OnTime,
        Field::Direction,
        Field::References,
        Field::Risks,
        Field::Steps,
        Field::Archive,
        Field::Revisions,
        Field::Lessons,
    ];

    /// The word in the rubric, which is the record's key (`on_time` stands for done ≤ due).
    pub fn id(self) -> &'static str {
        match self {
            Field::Purpose => "purpose",
            Field::Procedure => "procedure",
            Field::Outputs => "outputs",
            Field::Coordination => "coordination",
            Field::Strengths => "strengths",
            Field::Weaknesses => "weaknesses",
            Field::Context => "context",
            Field::Progress => "progress",
            Field::OnTime => "on_time",
            Field::Direction => "direction",
            Field::References => "references",
            Field::Risks => "risks",
            Field::Steps => "steps",
            Field::Archive => "archive",
            Field::Revisions => "revisions",
            Field::Lessons => "lessons",
        }
    }
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// `[A-Za-z0-9-]{1,32}`, permanent, unique in any letter case.
    pub id: String,
    /// Place of its group in [`Rubric::groups`].
    pub group: usize,
    /// Short label.
    pub label: LocalText,
    /// The official words.
    pub text: LocalText,
    /// When in a task it applies.
    pub phase: Vec<Phase>,
    /// Whether `na` may be claimed.
    pub na_allowed: bool,
    /// Record fields that show it.
    pub evidence: Vec<Field>,
    /// Whether it is in force.
    pub state: State,
}

impl Criterion {
    /// Whether a record that counts on `date` is counted under it.
    pub fn counts_on(&self, date: Date) -> bool {
        match self.state {
            State::Active => true,
            State::Upcoming => false,
            State::Retired(until) => date <= until,
        }
    }
}

/// Criteria under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: LocalText,
    /// Whether its criteria name what must be.
    pub polarity: Polarity,
    /// Whom its criteria are about.
    pub subject: Subject,
}

/// A set of criteria with its scale.
#[derive(Debug, Clone, Hash)]
pub struct Rubric {
    /// Its id, such as `5-hieu-6-can`.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its title.
    pub title: LocalText,
    /// Where it comes from.
    pub source: LocalText,
    /// First day on which it is in force.
    pub from: Option<Date>,
    /// The scale, best first.
    pub levels: Vec<Level>,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// The criteria, in order, group after group.
    pub criteria: Vec<Criterion>,
}

impl Rubric {
    /// A rubric whose ids are unique in any letter case.
    pub fn new(
        (id, version): (String, u32),
        (title, source): (LocalText, LocalText),
        from: Option<Date>,
        levels: Vec<Level>,
        groups: Vec<Group>,
        criteria: Vec<Criterion>,
    ) -> Self {
        Self { id, version, title, source, from, levels, groups, criteria }
    }

    /// `id@version`, as records pin it and data files name it.
    pub fn pin(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The place in [`Rubric::criteria`] of the criterion with this id, in any letter case.
    pub fn find(&self, id: &str) -> Option<usize> {
        // A rubric has a dozen criteria or two: looking at each costs less than folding and hashing.
        let id = id.trim();
        self.criteria.iter().position(|criterion| criterion.id.eq_ignore_ascii_case(id))
    }

    /// The level as this rubric words it, unless the rubric leaves it out.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == id)
    }
}
