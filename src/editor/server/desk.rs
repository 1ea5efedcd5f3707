//! A cell as an editor works on it: its files in memory, those that are open as they stand on the screen.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::base::diagnostic::Problem;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::record_file::RecordFile;
use crate::base::source::Source;
use crate::base::text::nfc;
use crate::check::{self, Checked, Facts};
use crate::config::{Config, Options};
use crate::discover;
use crate::editor::known::{Known, tags};
use crate::model::accepted::Gap;
use crate::model::attachment::Attachments;
use crate::model::audience::Audience;
use crate::model::history::History;
use crate::parse::{self, Parsed, ParsedAny, ParsedFile, Words};

/// A cell in memory.
pub struct Desk {
    /// What it is.
    pub config: Config,
    /// The words of its language.
    pub catalog: &'static Catalog,
    /// What may be offered.
    pub known: Known,
    /// What git knows of it.
    pub history: History,
    words: Words,
    accepted: Vec<Gap>,
    findings: Vec<Problem>,
    files: BTreeMap<String, ParsedAny>,
    /// The files that records name, and what stands there.
    attachments: Option<(BTreeSet<String>, BTreeSet<String>, Attachments)>,
}

impl Desk {
    /// Reads the cell. Files that `before` holds with the same text are not taken apart again.
    ///
    /// # Errors
    /// When the settings, the rubric or the disk stop it.
    pub fn read(options: Options, before: Option<&Desk>) -> Result<Self> {
        let config = Config::resolve(options)?;
        let sources = discover::discover(&config.root, config.settings.rubric.as_ref())?;
        let rubric = sources.rubric.as_ref().map_or_else(|| Ok(parse::built_in()), parse::rubric)?;
        let accepted = sources.accepted.as_ref().map(|source| parse::accepted(source, &config.settings.roster));
        let accepted = accepted.transpose()?.unwrap_or_default();
        let catalog = Catalog::of(config.lang);
        let words = Words::of(catalog);
        let before = before.filter(|before| format!("{rubric:?}") == format!("{:?}", before.known.rubric));
        let take = |file: RecordFile| {
            let known = before.and_then(|before| before.files.get(&file.path));
            let same = known.filter(|known| file.text.as_ref().is_ok_and(|text| *text == source(known).text));
            (file.path.clone(), same.cloned().unwrap_or_else(|| parse::file_of(file, &rubric, &words)))
        };
        let records = sources.records(take)?;
        let known = Known::of(&config.settings, rubric);
        let mut desk = Self {
            config,
            catalog,
            known,
            history: before.map(|before| before.history.clone()).unwrap_or_default(),
            words,
            accepted,
            findings: records.findings,
            files: records.files.into_iter().collect(),
            attachments: None,
        };
        desk.known.tags = tags(&desk.parsed());
        Ok(desk)
    }

    /// Takes a file as it stands on the screen.
    pub fn put(&mut self, path: &str, text: &str) {
        let file = RecordFile { path: path.to_owned(), text: Ok(text.to_owned()) };
        let parsed = parse::file_of(file, &self.known.rubric, &self.words);
        if let ParsedAny::Log(log) = &parsed {
            let content = &log.draft.content;
            let tagged = content.weaknesses.iter().chain(&content.lessons);
            self.known.tags.extend(tagged.filter_map(|tagged| tagged.tag.as_ref()).map(|tag| tag.value.clone()));
        }
        self.files.insert(path.to_owned(), parsed);
    }

    /// The problems of the files at these paths, by path, as `check` finds them.
    ///
    /// # Errors
    /// When the disk stops it.
    pub fn check(&mut self, paths: &BTreeSet<String>) -> Result<HashMap<String, Vec<Problem>>> {
        let parsed = self.around(paths);
        let attachments = self.attachments(&parsed)?;
        let facts = Facts {
            settings: self.config.settings.clone(),
            rubric: self.known.rubric.clone(),
            attachments,
            accepted: self.accepted.clone(),
            findings: self.findings.clone(),
            as_of: self.config.as_of,
            audience: Audience::Leaders,
        };
        let Checked { problems, .. } = check::check(parsed, facts, || self.history.clone());
        let mut by_path: HashMap<String, Vec<Problem>> = HashMap::new();
        for problem in problems.into_iter().filter(|problem| paths.contains(&problem.path)) {
            by_path.entry(problem.path.clone()).or_default().push(problem);
        }
        Ok(by_path)
    }

    /// What stands at the paths that the records name; asked again only when other paths are named.
    fn attachments(&mut self, parsed: &Parsed) -> Result<Attachments> {
        use rayon::prelude::*;

        let named: BTreeSet<String> = parsed.files_named().map(str::to_owned).collect();
        let judged = check::files_judged(parsed, HashSet::new());
        if let Some((before, judged_before, found)) = &self.attachments
            && (before, judged_before) == (&named, &judged)
        {
            return Ok(found.clone());
        }
        let found = discover::attachments(&self.config.root, &self.config.out, &named, &judged)?;
        self.attachments = Some((named, judged, found.clone()));
        Ok(found)
    }

    /// The path of the log with this id.
    pub fn path_of(&self, id: &str) -> Option<String> {
        self.logs().find(|(found, _)| found == id).map(|(_, log)| log.source.path.clone())
    }

    /// The logs with their ids.
    pub fn logs(&self) -> impl Iterator<Item = (String, &ParsedFile)> {
        let logs = self.files.values().filter_map(|file| match file {
            ParsedAny::Log(log) => Some(log),
            _ => None,
        });
        logs.filter_map(|log| Some((check::record_id(log)?, log)))
    }

    /// The files at these paths and all that have a say in what is wrong with them: the other logs of their members,
    /// the logs that those lead to, the reviews of all of these, and the ratings.
    fn around(&self, paths: &BTreeSet<String>) -> Parsed {
        let shown = || paths.iter().filter_map(|path| self.files.get(path));
        let members: HashSet<String> = shown().filter_map(member).collect();
        let of_member = |(path, file): &(&String, &ParsedAny)| {
            let log = matches!(file, ParsedAny::Log(_));
            paths.contains(*path) || log && member(file).is_some_and(|member| members.contains(&member))
        };
        let own: Vec<(&String, &ParsedAny)> = self.files.iter().filter(of_member).collect();
        let links = own.iter().flat_map(|(_, file)| &of(file).draft.body.links);
        let mut wanted: HashSet<&str> = links.filter_map(|link| link.path.as_deref()).collect();
        wanted.extend(own.iter().map(|(path, _)| path.as_str()));
        let logs = self.logs().filter(|(_, log)| wanted.contains(log.source.path.as_str()));
        let ids: HashSet<String> = logs.map(|(id, _)| id).collect();
        let is_near = |(path, file): &(&String, &ParsedAny)| match file {
            _ if wanted.contains(path.as_str()) => true,
            ParsedAny::Log(_) => false,
            ParsedAny::Review(review) => {
                review.keys.review_of.as_ref().is_some_and(|id| ids.contains(nfc(&id.value).as_ref()))
            }
            ParsedAny::Rating(_) => true,
        };
        self.files.iter().filter(is_near).map(|(_, file)| file.clone()).collect()
    }

    fn parsed(&self) -> Parsed {
        self.files.values().cloned().collect()
    }
}

fn of(file: &ParsedAny) -> &ParsedFile {
    match file {
        ParsedAny::Log(log) => log,
        ParsedAny::Review(review) => &review.file,
        ParsedAny::Rating(rating) => &rating.file,
    }
}

fn source(file: &ParsedAny) -> &Source {
    &of(file).source
}

/// The member that a file is about, as its record's id spells it.
fn member(file: &ParsedAny) -> Option<String> {
    let written = match file {
        ParsedAny::Review(review) => review.keys.review_of.as_ref()?.value.split_once('/')?.0,
        file => of(file).draft.member.as_ref()?.value.as_str(),
    };
    Some(nfc(written).into_owned())
}

/// The folder of the cell that a file belongs to: the nearest one above it with settings.
pub fn root_of(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.join(discover::SETTINGS).is_file()).map(Path::to_owned)
}

/// The path of a file under the root, if it is one that is read as a record, a review or a rating.
pub fn record_path(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?.to_str()?;
    let is_shown = below.split('/').all(|part| !part.starts_with(['.', '#']));
    let name = below.rsplit('/').next()?;
    (is_shown && below.starts_with("records/") && name.ends_with(".md") && name != "README.md")
        .then(|| below.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::period::Date;

    #[test]
    fn what_is_said_of_one_file_is_what_check_says_of_it_among_all() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let options = || Options { root: root.to_owned(), today: Date::new(2026, 6, 30), ..Options::default() };
        let mut desk = Desk::read(options(), None).expect("the sample cell");
        let mut slips = desk.files.keys().cloned().collect::<Vec<_>>();
        slips.retain(|path| path.len() % 3 == 0);
        for path in slips {
            let text = source(&desk.files[&path]).text.replace("met", "mett").replace("due:", "fixed: [x]\ndue:");
            desk.put(&path, &(text + "\n[x](../../2025/khong-co.md)\n"));
        }
        let all: BTreeSet<String> = desk.files.keys().cloned().collect();
        let among_all = desk.check(&all).expect("problems");
        assert!(among_all.len() > 5, "{among_all:?}");
        for path in all {
            let alone = desk.check(&BTreeSet::from([path.clone()])).expect("problems");
            assert_eq!(alone.get(&path), among_all.get(&path), "{path}");
        }
    }
}
