//! What a review's stamp covers, serialised. `docs/stamp-v1.md` fixes the form for ever: a change here makes every
//! verdict of every cell stale, so another form needs another version beside this one.

use std::collections::BTreeSet;

use crate::base::period::Date;
use crate::base::source::{Spanned, Text};
use crate::base::text::nfc;
use crate::model::attachment::{Attachment, Attachments, Finding};
use crate::model::content::{Content, Direction, Evidence};
use crate::model::record::{Kind, Status};
use crate::model::rubric::Rubric;
use crate::parse::{Draft, DraftClaim, DraftLevel, ParsedFile, WrittenDate};

/// What a record is read beside: the criteria, and the hashes of the files that it names.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The criteria.
    pub rubric: &'a Rubric,
    /// The hash of the file at a path, when the file is there.
    pub hash: &'a dyn Fn(&str) -> Option<[u8; 32]>,
}

/// The hash of the file at `path` as it was found on the disk.
pub fn hash_found(attachments: &Attachments, path: &str) -> Option<[u8; 32]> {
    match attachments.get(path) {
        Some(Attachment { finding: Finding::File { hash, .. }, .. }) => *hash,
        _ => None,
    }
}

/// All that the stamp of a record covers.
pub fn serialised(file: &ParsedFile, beside: Beside<'_>) -> String {
    let mut lines = Lines(String::from("hieucan stamp v1\n"));
    lines.field("rubric", &beside.rubric.pin());
    head(&mut lines, &file.draft);
    claims(&mut lines, &file.draft, beside.rubric);
    content(&mut lines, &file.draft.content);
    lines.field("body", file.markdown());
    files(&mut lines, file, beside);
    lines.0
}

/// Lines of a sign, a key and a text: `=` is a field of the record, `+` begins an item, `.` is a part of it.
struct Lines(String);

impl Lines {
    /// A text composed (NFC) with its blanks joined; a blank one is left out.
    fn line(&mut self, sign: char, key: &str, text: &str) {
        let text = nfc(text);
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        self.0.extend([sign, ' ']);
        self.0 += key;
        for word in words {
            self.0.push(' ');
            self.0 += word;
        }
        self.0.push('\n');
    }

    fn field(&mut self, key: &str, text: &str) {
        self.line('=', key, text);
    }

    fn text(&mut self, key: &str, text: Option<&Text>) {
        self.field(key, text.map_or("", |text| &text.value));
    }

    fn texts(&mut self, key: &str, texts: &[Text]) {
        texts.iter().for_each(|text| self.field(key, &text.value));
    }

    fn date(&mut self, key: &str, date: Option<Date>) {
        self.field(key, &date.map(|date| date.to_string()).unwrap_or_default());
    }

    fn item(&mut self, key: &str) -> &mut Self {
        self.0 += "+ ";
        self.0 += key;
        self.0.push('\n');
        self
    }

    fn part(&mut self, key: &str, text: Option<&Text>) -> &mut Self {
        self.line('.', key, text.map_or("", |text| &text.value));
        self
    }

    fn day(&mut self, key: &str, date: Option<&Spanned<Date>>) -> &mut Self {
        self.line('.', key, &date.map(|date| date.value.to_string()).unwrap_or_default());
        self
    }

    fn answer(&mut self, key: &str, answer: Option<bool>) -> &mut Self {
        self.line('.', key, answer.map_or("", |answer| if answer { "true" } else { "false" }));
        self
    }
}

fn head(lines: &mut Lines, draft: &Draft) {
    let date = |written: &Option<WrittenDate>| written.as_ref().and_then(|written| written.value);
    let default_status = if draft.done.is_some() { Status::Done } else { Status::Doing };
    let status = draft.status.as_ref().map_or(default_status, |status| status.value);
    lines.text("title", draft.title.as_ref());
    lines.text("member", draft.member.as_ref());
    lines.date("assigned", date(&draft.assigned));
    lines.date("due", date(&draft.due));
    lines.date("done", date(&draft.done));
    lines.field("kind", draft.kind.as_ref().map_or("", |kind| Kind::id(kind.value)));
    lines.field("status", status.id());
    lines.text("assigned_by", draft.assigned_by.as_ref());
}

/// The claims by the id of their criterion; what is not said of a criterion is no line.
fn claims(lines: &mut Lines, draft: &Draft, rubric: &Rubric) {
    let said = |claim: &DraftClaim| {
        !matches!(claim.level, DraftLevel::Blank) || claim.reason.is_some() || !claim.evidence.is_empty()
    };
    let id = |claim: &DraftClaim| {
        let index = rubric.find(&claim.criterion.value);
        index.map_or_else(|| claim.criterion.value.clone(), |index| rubric.criteria[index].id.clone())
    };
    let mut claims: Vec<(String, &DraftClaim)> =
        draft.claims.iter().filter(|claim| said(claim)).map(|claim| (id(claim), claim)).collect();
    claims.sort_by(|a, b| a.0.cmp(&b.0));
    for (id, claim) in claims {
        lines.item("claim").line('.', "criterion", &id);
        let level = match &claim.level {
            DraftLevel::Written(level) => rubric.read_level(&level.value).map_or(&*level.value, |level| level.id()),
            DraftLevel::Listed => "met",
            DraftLevel::Blank | DraftLevel::Missing => "",
        };
        lines.line('.', "level", level);
        lines.part("reason", claim.reason.as_ref());
        claim.evidence.iter().for_each(|entry| evidence(lines, entry));
    }
}

fn evidence(lines: &mut Lines, entry: &Evidence) {
    lines.item("evidence").line('.', "kind", entry.kind.map_or("", |kind| kind.id()));
    lines.part("ref", entry.reference.as_ref()).day("date", entry.date.as_ref()).part("link", entry.link.as_ref());
    lines.part("file", entry.file.as_ref()).part("note", entry.note.as_ref());
}

fn content(lines: &mut Lines, content: &Content) {
    lines.text("purpose", content.purpose.as_ref());
    lines.text("procedure", content.procedure.as_ref());
    for item in &content.outputs {
        let item_lines = lines.item("outputs").part("name", item.name.as_ref()).part("ref", item.reference.as_ref());
        item_lines.part("link", item.link.as_ref()).part("file", item.file.as_ref());
    }
    for item in &content.coordination {
        let item_lines = lines.item("coordination").part("with", item.with.as_ref());
        item_lines.part("role", item.role.as_ref()).part("basis", item.basis.as_ref());
    }
    lines.texts("strengths", &content.strengths);
    for item in &content.weaknesses {
        lines.item("weaknesses").part("text", item.text.as_ref()).part("tag", item.tag.as_ref());
    }
    lines.texts("fixed", &content.fixed);
    lines.texts("context", &content.context);
    for item in &content.progress {
        lines.item("progress").day("on", item.on.as_ref()).part("note", item.note.as_ref());
    }
    if let Some(direction) = &content.direction {
        self::direction(lines, direction);
    }
    for item in &content.references {
        let item_lines = lines.item("references").part("ref", item.reference.as_ref());
        item_lines.part("title", item.title.as_ref()).part("link", item.link.as_ref());
    }
    for item in &content.risks {
        let item_lines = lines.item("risks").part("risk", item.risk.as_ref()).part("response", item.response.as_ref());
        item_lines.answer("happened", item.happened);
    }
    steps(lines, content);
    lines.text("archive", content.archive.as_ref());
    for item in &content.revisions {
        let item_lines = lines.item("revisions").part("by", item.by.as_ref()).part("change", item.change.as_ref());
        item_lines.answer("adopted", item.adopted);
    }
    for item in &content.lessons {
        lines.item("lessons").part("text", item.text.as_ref()).part("tag", item.tag.as_ref());
    }
    if let Some(excuse) = &content.excused {
        let reason = lines.item("excused").part("reason", excuse.reason.as_ref());
        reason.part("confirmed_by", excuse.confirmed_by.as_ref());
    }
}

fn direction(lines: &mut Lines, direction: &Direction) {
    let item_lines = lines.item("direction").part("by", direction.by.as_ref()).day("on", direction.on.as_ref());
    item_lines.part("summary", direction.summary.as_ref());
    for asked in &direction.asked {
        lines.item("asked").part("q", asked.question.as_ref()).part("a", asked.answer.as_ref());
    }
}

fn steps(lines: &mut Lines, content: &Content) {
    for step in &content.steps {
        let item_lines = lines.item("steps").part("id", step.id.as_ref()).part("what", step.what.as_ref());
        item_lines.day("start", step.start.as_ref()).day("end", step.end.as_ref());
        for id in &step.after {
            lines.part("after", Some(id));
        }
        lines.part("with", step.with.as_ref()).part("approval", step.approval.as_ref());
    }
}

/// The bytes of every file that stands behind a claim, by path.
fn files(lines: &mut Lines, file: &ParsedFile, beside: Beside<'_>) {
    let named: BTreeSet<&str> = file.files_named().collect();
    for path in named {
        lines.item("file").line('.', "path", path);
        if let Some(hash) = (beside.hash)(path) {
            lines.line('.', "blake3", blake3::Hash::from_bytes(hash).to_hex().as_str());
        }
    }
}
