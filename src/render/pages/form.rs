//! The form for a new log. The page shows the questions; its script brings the fields to life, keeps a draft in the
//! browser and makes the file. What the script has to know stands in one attribute, for it may fetch nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::frame::Frame;
use crate::base::edit_url::NewFile;
use crate::base::error::Result;
use crate::base::form::{EVIDENCE, FACTS, FEWEST_LETTERS, FIELDS, Format, PLACEHOLDERS, WORDS};
use crate::render::frames::{Place, Section};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::report::{Criterion, EvidenceKind, Field, LevelId, State};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    style: String,
    writer: String,
    draft: String,
    fields: String,
    script: String,
    told: String,
    facts: Vec<Fact>,
    groups: Vec<Group<'s>>,
}

#[derive(Serialize)]
struct Fact {
    key: &'static str,
    label: String,
    hint: String,
    is_needed: bool,
}

#[derive(Serialize)]
struct Group<'s> {
    label: &'s str,
    criteria: Vec<Question<'s>>,
}

/// A criterion as it is asked.
#[derive(Serialize)]
struct Question<'s> {
    id: &'s str,
    label: &'s str,
    text: &'s str,
    /// The language of the official words.
    lang: &'static str,
    shown_by: String,
}

/// What the script has to know.
#[derive(Serialize)]
struct Told<'s> {
    #[serde(flatten)]
    format: Format,
    cell: &'s str,
    /// The as-of date, when the settings fix it; else it is the reader's own today.
    as_of: Option<String>,
    members: Vec<[&'s str; 2]>,
    criteria: Vec<Asked<'s>>,
    /// Label and hint of each field.
    names: BTreeMap<&'static str, [String; 2]>,
    parts: BTreeMap<&'static str, String>,
    /// The parts of each field that stand open; the others are folded away.
    asked: BTreeMap<&'static str, &'static [&'static str]>,
    /// What people call the words of each list.
    labels: BTreeMap<&'static str, Vec<(&'static str, String)>>,
    placeholders: [&'static str; 9],
    fewest_letters: usize,
    new_file: Option<Server>,
}

#[derive(Serialize)]
struct Asked<'s> {
    id: &'s str,
    fields: Vec<&'static str>,
    on_time: bool,
    levels: Vec<[&'s str; 2]>,
}

/// The git server's page for a new file.
#[derive(Serialize)]
struct Server {
    address: String,
    in_folder: bool,
    text: Option<&'static str>,
}

impl From<NewFile> for Server {
    fn from(file: NewFile) -> Self {
        Self { address: file.address, in_folder: file.in_folder, text: file.text }
    }
}

/// The facts that no log does without.
const NEEDED: [&str; 3] = ["title", "member", "assigned"];

/// How deep the page stands.
const DEPTH: usize = 1;

/// The page's bytes.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>) -> Result<Vec<u8>> {
    let href = |route: Route<'_>| route.href_at(DEPTH, None);
    let script = |name| href(Route::Asset(site.theme.script(name).expect("the theme has it")));
    let title = site.catalog.text("write-title");
    let page = Page {
        frame: Frame::new(site, &Route::New, (Section::Tasks, Place::Below), &title)
            .below(&site.words.nav_tasks, &Route::Tasks),
        style: href(Route::Asset(site.theme.style("form"))),
        writer: script("form_write"),
        draft: script("form_draft"),
        fields: script("form_fields"),
        script: script("form"),
        told: serde_json::to_string(&told(site)).expect("texts are JSON"),
        facts: FACTS.iter().map(|part| fact(site, part.key)).collect(),
        groups: groups(site),
    };
    site.theme.render("pages/form.html", &page)
}

fn fact(site: &Site<'_>, key: &'static str) -> Fact {
    let name = key.replace('_', "-");
    let hint = site.catalog.find(&format!("write-fact-{name}.hint"), &[]).unwrap_or_default();
    Fact { key, label: site.catalog.text(&format!("write-fact-{name}")), hint, is_needed: NEEDED.contains(&key) }
}

/// Only criteria in force are asked for.
fn is_asked(criterion: &Criterion) -> bool {
    criterion.state == State::Active
}

fn groups<'s>(site: &'s Site<'_>) -> Vec<Group<'s>> {
    let rubric = site.report.rubric();
    let of = |group: usize| {
        let criteria = rubric.criteria.iter().filter(move |criterion| criterion.group == group && is_asked(criterion));
        criteria.map(|criterion| question(site, criterion)).collect::<Vec<_>>()
    };
    let groups = rubric.groups.iter().enumerate();
    let groups = groups.map(|(at, group)| Group { label: group.label.get(site.lang), criteria: of(at) });
    groups.filter(|group| !group.criteria.is_empty()).collect()
}

fn question<'s>(site: &'s Site<'_>, criterion: &'s Criterion) -> Question<'s> {
    let name = |field: &Field| site.catalog.text(&format!("field-{}", field.id().replace('_', "-")));
    Question {
        id: &criterion.id,
        label: criterion.label.get(site.lang),
        text: criterion.text.get(site.lang),
        lang: criterion.text.lang(site.lang).tag(),
        shown_by: criterion.evidence.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

fn told<'s>(site: &'s Site<'_>) -> Told<'s> {
    let report = site.report;
    let text = |key: &str| site.catalog.text(key);
    let names = FIELDS.iter().map(|field| {
        let key = format!("new-ask-{}", field.key);
        (field.key, [text(&key), text(&format!("{key}.hint"))])
    });
    let parts = FIELDS.iter().flat_map(|field| field.parts).map(|part| part.key);
    let parts = parts.chain(["kind", "date", "note"]);
    let labels = WORDS.iter().map(|(list, words)| {
        let label = |(id, _): &(&'static str, &'static str)| (*id, text(&format!("write-{list}-{id}")));
        (*list, words.iter().map(label).collect())
    });
    let kinds = EvidenceKind::ALL.map(EvidenceKind::id).map(|id| (id, text(&format!("write-evidence-{id}"))));
    let kinds = kinds.to_vec();
    Told {
        format: Format::of(report.log_lang()),
        cell: &report.cell().id,
        as_of: report.fixed_as_of().map(|date| date.to_string()),
        members: report.members().iter().map(|member| [member.id.as_str(), member.name.as_str()]).collect(),
        criteria: report
            .rubric()
            .criteria
            .iter()
            .filter(|criterion| is_asked(criterion))
            .map(|it| asked(site, it))
            .collect(),
        names: names.collect(),
        parts: parts.map(|key| (key, text(&format!("write-part-{}", key.replace('_', "-"))))).collect(),
        asked: FIELDS.iter().chain([&EVIDENCE]).map(|field| (field.key, field.asked())).collect(),
        labels: labels.chain([("evidence", kinds)]).collect(),
        placeholders: PLACEHOLDERS,
        fewest_letters: FEWEST_LETTERS,
        new_file: report.edit_url().and_then(|url| url.new_file()).map(Server::from),
    }
}

fn asked<'s>(site: &'s Site<'_>, criterion: &'s Criterion) -> Asked<'s> {
    let fields = criterion.evidence.iter().filter(|field| **field != Field::OnTime);
    let levels = site.report.rubric().levels.iter().filter(|level| level.id != LevelId::Na || criterion.na_allowed);
    Asked {
        id: &criterion.id,
        fields: fields.map(|field| field.id()).collect(),
        on_time: criterion.evidence.contains(&Field::OnTime),
        levels: levels.map(|level| [level.id.id(), site.level(level.id)]).collect(),
    }
}
