//! A new log: what has to be known to ask for one, the checks of what was answered, and the file.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use rayon::iter::ParallelIterator;

use super::{Config, Purpose, Read, Silent, read, sources};
use crate::base::diagnostic::{Problem, Severity};
use crate::base::error::{Error, Result};
use crate::base::i18n::{Catalog, Lang};
use crate::base::period::Date;
use crate::base::record_file::RecordFile;
use crate::base::source::Text;
use crate::base::text::{fold, nfc, path_part, prose_key};
use crate::check::{self, Checked, Facts};
use crate::discover;
use crate::model::audience::Audience;
use crate::model::history::History;
use crate::model::rubric::Rubric;
use crate::parse::{self, Draft, Parsed, ParsedAny, Words};
use crate::publish::{self, Replace};
use crate::writing::{self, Answers, file_name, numbered, settled};

/// What has to be known to ask for a log.
#[derive(Debug)]
pub struct Desk {
    /// The criteria.
    pub rubric: Rubric,
    /// The language of the cell's logs.
    pub lang: Lang,
    /// Place in the roster of whoever git says works here.
    pub myself: Option<usize>,
}

/// A log that could be written, and what the checks say of it.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The file, under the root; nothing stands there.
    pub path: String,
    /// Its bytes.
    pub text: String,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The log that says it already: of this member, given on this day, under this title.
    pub alike: Option<String>,
}

impl Proposed {
    /// Whether it may be written.
    pub fn is_sound(&self) -> bool {
        self.problems.iter().all(|problem| problem.severity != Severity::Error)
    }
}

/// The language in which the cell's logs are written, whatever language somebody's messages are in.
pub fn log_lang(config: &Config) -> Lang {
    config.settings.lang.unwrap_or_default()
}

/// What has to be known before anybody is asked.
///
/// # Errors
/// When the rubric or the disk stop it.
pub fn desk(config: &Config) -> Result<Desk> {
    let sources = sources(config, &Silent)?;
    let rubric = sources.rubric.as_ref().map_or_else(|| Ok(parse::built_in()), parse::rubric)?;
    let email = discover::user_email(&config.root);
    let myself = email.and_then(|email| config.settings.roster.find_email(&email));
    Ok(Desk { rubric, lang: log_lang(config), myself })
}

/// What the earlier log `path` says, which is named from the present folder or from the root.
///
/// # Errors
/// [`Error::Read`] when there is no such file, or it is none that can be read; [`Error::NoAnswers`] when it is no log.
pub fn earlier(config: &Config, rubric: &Rubric, path: &Path) -> Result<Answers> {
    let below = config.root.join(path);
    let path = if path.is_file() { path } else { &below };
    let size = fs::metadata(path).map_err(|source| Error::read(path, source))?.len();
    if size > discover::MAX_TEXT {
        return Err(Error::NoAnswers(path.to_owned()));
    }
    let text = fs::read_to_string(path).map_err(|source| Error::read(path, source))?;
    writing::read(&text, rubric).ok_or_else(|| Error::NoAnswers(path.to_owned()))
}

/// The log that `answers` make, checked as it would be among the records of the cell.
///
/// # Errors
/// When the settings, the rubric or the disk stop it.
///
/// # Panics
/// When member or day are missing; they are asked for first.
pub fn propose(config: &Config, answers: &Answers, catalog: &Catalog) -> Result<Proposed> {
    let Read { mut parsed, facts } = read(&sources(config, &Silent)?, config, catalog, &Silent, Purpose::Telling)?;
    let name = file_name(&settled(answers)).expect("member and day were asked for");
    let path = free_name(&parsed, &name, &config.root);
    let alike = alike_among(&parsed, &settled(answers));
    let text = writing::log(answers, log_lang(config));
    let file = RecordFile { path: path.clone(), text: Ok(text.clone()) };
    if let ParsedAny::Log(log) = parse::file_of(file, &facts.rubric, &Words::of(catalog)) {
        parsed.files.push(log);
    }
    let named: BTreeSet<String> = parsed.files_named().map(str::to_owned).collect();
    let judged = check::files_judged(&parsed, HashSet::new());
    let attachments = discover::attachments(&config.root, &config.out, &named, &judged)?;
    let facts = Facts { audience: Audience::Leaders, attachments, ..facts };
    let Checked { problems, .. } = check::check(parsed, facts, History::default);
    let problems = problems.into_iter().filter(|problem| problem.path == path).collect();
    Ok(Proposed { path, text, problems, alike })
}

/// The log of the cell that is of the same task as `answers`, as far as they tell.
///
/// # Errors
/// When the rubric or the disk stop it.
pub fn alike(config: &Config, answers: &Answers) -> Result<Option<String>> {
    let answers = settled(answers);
    if file_name(&answers).is_none() {
        return Ok(None);
    }
    let catalog = Catalog::of(log_lang(config));
    let Read { parsed, .. } = read(&sources(config, &Silent)?, config, catalog, &Silent, Purpose::Telling)?;
    Ok(alike_among(&parsed, &answers))
}

fn alike_among(parsed: &Parsed, answers: &Answers) -> Option<String> {
    let (title, member) = (prose_key(answers.fact("title")), answers.fact("member"));
    let day = Date::parse(answers.fact("assigned"));
    let is_alike = |draft: &Draft| {
        let is = |text: &Option<Text>, wanted: &dyn Fn(&str) -> bool| text.as_ref().is_some_and(|it| wanted(&it.value));
        is(&draft.member, &|id| nfc(id) == member)
            && draft.assigned.as_ref().and_then(|date| date.value) == day
            && is(&draft.title, &|written| prose_key(written) == title)
    };
    parsed.files.iter().find(|file| is_alike(&file.draft)).map(|file| file.source.path.clone())
}

/// Writes a log, whole or not at all, and never over a file.
///
/// # Errors
/// [`Error::Exists`] when a file has come to stand there, [`Error::Write`] when the disk fails or a link stands in the way.
pub fn keep(config: &Config, proposed: &Proposed) -> Result<()> {
    let path = config.root.join(&proposed.path);
    let folder = path.parent().expect("a log stands in a folder");
    // Records behind a link are not read, so none is written there.
    let way = folder.ancestors().take_while(|above| *above != config.root);
    if let Some(link) = way.into_iter().find(|above| above.symlink_metadata().is_ok_and(|found| found.is_symlink())) {
        return Err(Error::write(link, io::ErrorKind::NotADirectory.into()));
    }
    fs::create_dir_all(folder).map_err(|source| Error::write(folder, source))?;
    publish::put_file(&path, proposed.text.as_bytes(), Replace::Never)
}

/// `name`, or the first with a number behind it that no file, no id and no page of the member has.
fn free_name(parsed: &Parsed, name: &str, root: &Path) -> String {
    let stem = |path: &str| path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md").to_owned();
    let pages: HashSet<(String, String)> = parsed
        .files
        .iter()
        .map(|file| {
            let member = file.draft.member.as_ref().map_or("", |member| member.value.as_str());
            (nfc(member).into_owned(), path_part(&stem(&file.source.path)))
        })
        .collect();
    let paths: HashSet<String> = parsed.files.iter().map(|file| fold(&file.source.path)).collect();
    let member = name.rsplit('/').nth(1).unwrap_or_default();
    let is_free = |name: &String| {
        !pages.contains(&(member.to_owned(), path_part(&stem(name))))
            && !paths.contains(&fold(name))
            && root.join(name).symlink_metadata().is_err()
    };
    (1..).map(|number| numbered(name, number)).find(is_free).expect("there is no end of numbers")
}
