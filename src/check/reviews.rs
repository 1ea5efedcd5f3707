//! Reviews: of a record that is there, by somebody who may judge it, of what stands there now.
//!
//! A review is for those who may see its record. One whose record is withheld is withheld with it; of one whose record
//! cannot be told, only the leaders read more than path, line and code.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::accepted::beside;
use super::hands::{Hand, Hands, Sign};
use super::judged::{Judged, claimed_level};
use super::signed::{Likeness, Signed, reviewer};
use super::{Case, Facts, Stale, files, levels, marks, personal, replaced, stem};
use crate::base::diagnostic::{Code, Diagnostic, Problem};
use crate::base::record_file::REVIEW_ENDING;
use crate::base::source::{Span, Text};
use crate::base::text::nfc;
use crate::model::audience::Audience;
use crate::model::member::Person;
use crate::model::review::{Review, Stamp, StampFault, Standing, Verdict};
use crate::model::rubric::LevelId;
use crate::parse::{DraftClaim, DraftLevel, Parsed, ParsedFile, ParsedReview, WrittenDate};

/// A review at its end: the place of its record among the cases, the review if it has no error and its record none,
/// its problems, and the problems as the audience may read them.
pub struct Finished {
    /// Place of the record among the cases.
    pub record: Option<usize>,
    /// What stands on the record.
    pub review: Option<Review>,
    /// Whether it has errors.
    pub is_faulty: bool,
    /// Its problems.
    pub problems: Vec<Problem>,
    /// The problems as the audience may read them.
    pub shown: Vec<Problem>,
    /// Its record as it stands now, when the review stands and is older.
    pub stale: Option<Stale>,
}

/// The checks of a review's text, which is read as a record's is.
const CHECKS: &[super::Check] = &[
    levels::levels,
    marks::controls,
    marks::invisible,
    marks::letters,
    marks::escaped,
    personal::secrecy,
    personal::numbers,
];

/// Suggestions are sought for this many reviews of unknown records; each looks through every id.
const SUGGESTIONS: usize = 20;

/// The id of a log as a review names it, from the file alone.
pub fn id_of(file: &ParsedFile) -> Option<String> {
    let member = &file.draft.member.as_ref()?.value;
    Some(format!("{}/{}", nfc(member), nfc(stem(&file.source.path))))
}

/// The log with this id.
pub fn file_of<'p>(parsed: &'p Parsed, id: &str) -> Option<&'p ParsedFile> {
    let id = nfc(id);
    parsed.files.iter().find(|file| id_of(file).is_some_and(|found| found == id))
}

/// The path of the log with this id.
pub fn record_path(parsed: &Parsed, id: &str) -> Option<String> {
    file_of(parsed, id).map(|file| file.source.path.clone())
}

/// The ids of all logs.
pub fn record_ids(parsed: &Parsed) -> Vec<String> {
    parsed.files.iter().filter_map(id_of).collect()
}

/// The id of the log that somebody names by its id, by its path, under `root` or not, or by its file's name alone when
/// no other log has it.
pub fn find_record(parsed: &Parsed, written: &str, root: &Path) -> Option<String> {
    let written = written.trim();
    if file_of(parsed, written).is_some() {
        return Some(nfc(written).into_owned());
    }
    file_named(parsed, written, root).and_then(id_of)
}

/// The path of the log that somebody names by its path or its file's name, and that has no id: nobody can read whose it is.
pub fn find_nameless(parsed: &Parsed, written: &str, root: &Path) -> Option<String> {
    let nameless = file_named(parsed, written.trim(), root).filter(|file| id_of(file).is_none());
    nameless.map(|file| file.source.path.clone())
}

fn file_named<'p>(parsed: &'p Parsed, written: &str, root: &Path) -> Option<&'p ParsedFile> {
    let path = Path::new(written);
    let path = path.strip_prefix(root).or_else(|_| path.strip_prefix("./")).unwrap_or(path);
    let composed = nfc(path.to_str()?);
    let is_there = |file: &&ParsedFile| Path::new(&*nfc(&file.source.path)) == Path::new(&*composed);
    let at_path = parsed.files.iter().find(is_there);
    let name = nfc(written.strip_suffix(".md").unwrap_or(written));
    let mut named = parsed.files.iter().filter(|file| nfc(stem(&file.source.path)) == name);
    at_path.or_else(|| named.next().filter(|_| named.next().is_none()))
}

/// Every file named by a record that a review is about, or by one with an id of `also`.
pub fn files_judged(parsed: &Parsed, also: HashSet<String>) -> BTreeSet<String> {
    let named = parsed.reviews.iter().filter_map(|review| review.keys.review_of.as_ref());
    let mut reviewed = also;
    reviewed.extend(named.map(|id| nfc(&id.value).into_owned()));
    if reviewed.is_empty() {
        return BTreeSet::new();
    }
    let logs = parsed.files.iter().filter(|file| id_of(file).is_some_and(|id| reviewed.contains(&id)));
    logs.flat_map(ParsedFile::files_named).map(str::to_owned).collect()
}

/// What is known of withheld records: enough to withhold their reviews.
#[derive(Default)]
pub struct Withheld {
    ids: HashSet<String>,
    /// Paths without `.md`.
    beside: HashSet<String>,
}

impl Withheld {
    /// Of these logs.
    pub fn of(files: &[ParsedFile]) -> Self {
        let beside = files.iter().filter_map(|file| file.source.path.strip_suffix(".md"));
        Self { ids: files.iter().filter_map(id_of).collect(), beside: beside.map(str::to_owned).collect() }
    }

    /// Whether a review is about one of them: by what it says, or by standing beside it.
    pub fn holds(&self, review: &ParsedReview) -> bool {
        let named = review.keys.review_of.as_ref().is_some_and(|id| self.ids.contains(nfc(id.value.trim()).as_ref()));
        let mut path = review.file.source.path.strip_suffix(REVIEW_ENDING).unwrap_or_default();
        // `<stem>.review.md`, or `<stem>.<anything>.review.md` for a further one
        named || self.beside.contains(path) || {
            path = path.rsplit_once('.').map_or(path, |(path, _)| path);
            self.beside.contains(path)
        }
    }
}

/// The records that reviews may name: places among the cases by id.
struct Index<'c> {
    by_id: HashMap<String, usize>,
    cases: &'c [Case],
}

impl<'c> Index<'c> {
    fn of(cases: &'c [Case]) -> Self {
        let id = |case: &Case| case.member.and_then(|_| id_of(&case.file));
        let numbered = cases.iter().enumerate();
        Self { by_id: numbered.filter_map(|(index, case)| Some((id(case)?, index))).collect(), cases }
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(nfc(id.trim()).as_ref()).copied()
    }
}

/// Checks the reviews of records.
pub fn judge(
    reviews: Vec<ParsedReview>,
    cases: &[Case],
    logs: &HashSet<String>,
    hands: &Hands<'_>,
    facts: &Facts,
) -> Vec<Judged> {
    if reviews.is_empty() {
        return Vec::new();
    }
    let index = Index::of(cases);
    let judge = |review| judge_one(review, &index, logs, hands, facts);
    let mut judged: Vec<Judged> = reviews.into_par_iter().map(judge).collect();
    let unknown = judged.iter_mut().filter(|judged| judged.record.is_none()).take(SUGGESTIONS);
    unknown.for_each(|judged| suggest(judged, &index));
    replaced::forgive(&mut judged, facts);
    judged
}

fn judge_one(
    review: ParsedReview,
    index: &Index<'_>,
    logs: &HashSet<String>,
    hands: &Hands<'_>,
    facts: &Facts,
) -> Judged {
    let ParsedReview { file, keys } = review;
    let mut case = super::examine_with(file, facts, CHECKS);
    for fault in &mut case.faults {
        if fault.code == Code::BlankLevel {
            fault.code = Code::BlankVerdict;
        }
    }
    files::broken_links(&mut case, facts, logs);
    let record = keys.review_of.as_ref().and_then(|id| index.find(&id.value));
    let is_beside_log =
        beside(case.path()).is_some_and(|beside| beside.iter().any(|log| logs.contains(nfc(log).as_ref())));
    let standing = Standing::Valid;
    let mut judged = Judged { case, keys, record, is_beside_log, standing, is_by_stranger: false, stale: None };
    if judged.case.file.unread.is_none() && super::is_read(&judged.case) {
        let mut found = Vec::new();
        judged.required(&mut found);
        judged.verdicts(&mut found);
        let of = record.and_then(|record| index.cases[record].member);
        if judged.own_name(of, facts).is_none() {
            let by = judged.keys.by.as_ref();
            reviewer(&Signed { by, rater: judged.keys.rater, on: judged.on(), of }, facts, &mut found);
        }
        judged.days(record.map(|record| &index.cases[record]), facts, &mut found);
        match record {
            Some(record) => judged.against(&index.cases[record], hands, facts, &mut found),
            None => judged.unknown_record(&mut found),
        }
        judged.case.faults.append(&mut found);
    }
    judged
}

impl Judged {
    fn required(&self, out: &mut Vec<Diagnostic>) {
        let keys = &self.keys;
        let missing = [("review_of", keys.review_of.is_none()), ("by", keys.by.is_none()), ("on", keys.on.is_none())];
        for (key, missing) in missing {
            if missing {
                out.extend(super::required::missing_key(&self.case, key));
            }
        }
    }

    /// A remark alone is read by people and counts for nothing.
    fn verdicts(&self, out: &mut Vec<Diagnostic>) {
        let draft = &self.case.file.draft;
        if draft.claims.is_empty() && !super::required::is_of_wrong_type(&self.case, "criteria") {
            out.push(Diagnostic::new(Code::ReviewWithoutVerdict, draft.span));
        }
    }

    fn unknown_record(&self, out: &mut Vec<Diagnostic>) {
        if let Some(id) = &self.keys.review_of {
            out.push(Diagnostic::new(Code::UnknownRecord, id.span).found(&id.value));
        }
    }

    /// Written no later than the as-of date, and not before the work was given out.
    fn days(&self, record: Option<&Case>, facts: &Facts, out: &mut Vec<Diagnostic>) {
        let Some((on, span)) = self.keys.on.as_ref().and_then(|on| Some((on.value?, on.span))) else { return };
        after_as_of(self.keys.on.as_ref(), facts, out);
        let known = |written: &Option<WrittenDate>| written.as_ref().and_then(|written| written.value);
        let assigned = record.and_then(|record| known(&record.file.draft.assigned));
        if let Some(assigned) = assigned.filter(|assigned| on < *assigned) {
            let fault = Diagnostic::new(Code::ReviewBeforeAssigned, span).arg("date", on.to_string());
            out.push(fault.arg("other-date", assigned.to_string()));
        }
    }

    /// Holds the review against its record: whose it is, what has changed since, and which claims it lowers.
    fn against(&mut self, record: &Case, hands: &Hands<'_>, facts: &Facts, out: &mut Vec<Diagnostic>) {
        let own = self.own(record, hands, facts);
        let stamp = self.stamp(out).filter(|_| own.is_none());
        self.stale = stamp.and_then(|(stamp, _)| Stale::of(self.case.path(), stamp, &record.file, facts));
        self.standing = match self.stale {
            _ if let Some((standing, _)) = own => standing,
            Some(_) => Standing::Stale,
            None => Standing::Valid,
        };
        let at = self.case.file.draft.span;
        match self.standing {
            Standing::Valid => {}
            Standing::Stale => {
                let span = self.keys.stamp.as_ref().map_or(at, |stamp| stamp.span);
                let id = id_of(&record.file).unwrap_or_default();
                out.push(Diagnostic::new(Code::StaleReview, span).arg("id", id));
            }
            Standing::OwnRecord | Standing::OwnCommit => {
                let span = self.keys.by.as_ref().map_or(at, |by| by.span);
                let member = record.member.map(|member| facts.settings.roster.member(member).id.clone());
                let fault = Diagnostic::new(Code::SelfReview, span).arg("member", member.unwrap_or_default());
                out.push(fault.arg("reason", own.map_or("", |(_, how)| how)));
            }
        }
        self.reasons(record, facts, out);
    }

    /// The stamp as it can be read, with its place.
    fn stamp(&self, out: &mut Vec<Diagnostic>) -> Option<(Stamp, Span)> {
        let Some(written) = &self.keys.stamp else {
            if !super::required::is_of_wrong_type(&self.case, "stamp") {
                let fault = Diagnostic::new(Code::BadStamp, self.case.file.draft.span).found("");
                out.push(fault.arg("reason", "@stamp-missing"));
            }
            return None;
        };
        let fault = |reason| Diagnostic::new(Code::BadStamp, written.span).found(&written.value).arg("reason", reason);
        match Stamp::parse(&written.value) {
            Ok(stamp) => return Some((stamp, written.span)),
            Err(StampFault::Broken) => out.push(fault("@stamp-broken")),
            Err(StampFault::UnknownVersion) => out.push(fault("@stamp-version")),
        }
        None
    }

    /// How it shows, if it does, that the record's own member wrote the review: by its name, or by the author of its last
    /// commit.
    fn own(&mut self, record: &Case, hands: &Hands<'_>, facts: &Facts) -> Option<(Standing, &'static str)> {
        match self.own_name(record.member, facts) {
            Some(Likeness::Same) => Some((Standing::OwnRecord, "@own-by")),
            Some(Likeness::Alike) => Some((Standing::OwnRecord, "@own-by-alike")),
            None => Some((Standing::OwnCommit, self.own_hand(record.member?, hands)?)),
        }
    }

    /// How the name under it, if it does, stands for the record's own member, whose role then is no matter.
    fn own_name(&self, member: Option<usize>, facts: &Facts) -> Option<Likeness> {
        let by = self.keys.by.as_ref()?;
        Likeness::of(&by.value, self.keys.rater, member?, &facts.settings.roster)
    }

    fn own_hand(&mut self, member: usize, hands: &Hands<'_>) -> Option<&'static str> {
        match hands.last_of(self.case.path(), member)? {
            Hand::Own(Sign::Address) => return Some("@own-author"),
            Hand::Own(Sign::Name) => return Some("@own-author-name"),
            Hand::Own(Sign::Logs) => return Some("@own-author-logs"),
            Hand::Others => {}
            Hand::Strangers => self.is_by_stranger = true,
        }
        None
    }

    /// A verdict below the claim says why, and one on what does not apply counts for nothing.
    fn reasons(&self, record: &Case, facts: &Facts, out: &mut Vec<Diagnostic>) {
        for (verdict, index) in self.case.claims() {
            let (Some(index), DraftLevel::Written(written)) = (index, &verdict.level) else { continue };
            let given = facts.rubric.read_level(&written.value);
            let claimed = record.claims().find(|(_, claimed)| *claimed == Some(index));
            let claimed = claimed.and_then(|(claim, _)| claimed_level(&claim.level, facts));
            let (Some(given), Some(claimed)) = (given, claimed) else { continue };
            if claimed == LevelId::Na && given != LevelId::Na {
                let criterion = &*facts.rubric.criteria[index].id;
                out.push(Diagnostic::new(Code::VerdictOnNa, written.span).arg("criterion", criterion));
            }
            let is_told = verdict.reason.is_some() || given == LevelId::Na;
            if claimed != LevelId::Na && given.half_points() < claimed.half_points() && !is_told {
                let criterion = &*facts.rubric.criteria[index].id;
                out.push(Diagnostic::new(Code::VerdictWithoutReason, written.span).arg("criterion", criterion));
            }
        }
    }
}

/// A review or a rating is written no later than the as-of date.
pub fn after_as_of(on: Option<&WrittenDate>, facts: &Facts, out: &mut Vec<Diagnostic>) {
    let Some((on, span)) = on.and_then(|on| Some((on.value?, on.span))) else { return };
    if on > facts.as_of {
        let fault = Diagnostic::new(Code::ReviewAfterAsOf, span).arg("date", on.to_string());
        out.push(fault.arg("other-date", facts.as_of.to_string()));
    }
}

/// Adds the nearest id to an unknown one; a path is led back to the id that it stands for.
fn suggest(judged: &mut Judged, index: &Index<'_>) {
    let Some(id) = &judged.keys.review_of else { return };
    let Some(fault) = judged.case.faults.iter_mut().find(|fault| fault.code == Code::UnknownRecord) else { return };
    *fault = fault.clone().closest(&meant(id), sorted(index));
}

fn sorted<'i>(index: &'i Index<'_>) -> Vec<&'i str> {
    let mut ids: Vec<&str> = index.by_id.keys().map(String::as_str).collect();
    ids.sort_unstable();
    ids
}

/// `member/stem` at the end of a path.
fn meant(id: &Text) -> String {
    let path = id.value.trim_end_matches(".md");
    let from = path.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at + 1);
    path[from..].to_owned()
}

/// Makes a review of one without errors whose record has none either, and located problems of its faults.
/// `fate` says of a case at this place whether it became a record, and whether its text may be shown.
pub fn finish(mut judged: Judged, facts: &Facts, fate: impl Fn(usize) -> Fate) -> Finished {
    let fate = judged.record.map(fate);
    if let (Some(Fate { is_record: false, path, .. }), Some(id)) = (&fate, &judged.keys.review_of) {
        let fault = Diagnostic::new(Code::ReviewOfFaulty, id.span).found(&id.value).arg("other", path.clone());
        judged.case.faults.push(fault);
    }
    let hidden = match &fate {
        Some(fate) => fate.is_concealed || judged.case.is_hidden(facts),
        None => facts.audience != Audience::Leaders,
    };
    let is_stray = hidden && fate.is_none() && !judged.is_beside_log;
    let concealed = hidden || judged.case.is_secret();
    let is_faulty = judged.case.is_faulty(facts);
    let problems = super::located::located(&mut judged.case, facts);
    let shown = match (concealed, is_stray) {
        (false, _) => problems.clone(),
        (true, false) => problems.iter().map(Problem::concealed).collect(),
        (true, true) => problems.iter().map(of_no_log).collect(),
    };
    let stands = !is_faulty && !concealed && fate.is_some_and(|fate| fate.is_record);
    let stale = judged.stale.take().filter(|_| stands);
    let record = judged.record;
    let review = stands.then(|| review(judged, facts)).flatten();
    Finished { record, review, is_faulty, problems, shown, stale }
}

/// A review of nobody knows which log may carry the name of a withheld one, in its own name or in that of its folder.
fn of_no_log(problem: &Problem) -> Problem {
    Problem { path: UNTOLD.to_owned(), ..problem.concealed() }
}

/// Where a review stands whose place is not told.
const UNTOLD: &str = "records/….review.md";

/// What became of the record of a review.
pub struct Fate {
    /// Whether it has no errors.
    pub is_record: bool,
    /// Whether its text may not be shown.
    pub is_concealed: bool,
    /// Its path.
    pub path: String,
}

fn review(judged: Judged, facts: &Facts) -> Option<Review> {
    let Judged { case, keys, standing, is_by_stranger, .. } = judged;
    let verdict = |(written, index): (&DraftClaim, Option<usize>)| {
        let level = claimed_level(&written.level, facts)?;
        let reason = written.reason.as_ref().map(|reason| reason.value.clone());
        Some(Verdict { criterion: index?, level, reason })
    };
    let mut verdicts: Vec<Verdict> = case.claims().filter_map(verdict).collect();
    verdicts.sort_by_key(|verdict| verdict.criterion);
    let by = keys.by?.value;
    Some(Review {
        by: facts.settings.roster.find_person(&by).map_or(Person::Other(by), Person::Member),
        rater: keys.rater?,
        on: keys.on?.value?,
        standing,
        is_by_stranger,
        verdicts,
        body: case.file.draft.body,
        path: case.file.source.path,
    })
}
