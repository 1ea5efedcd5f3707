//! `hieucan doctor`: what is missing on this machine and in the cell, each with the next step.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::Ending;
use super::args::{DoctorArgs, Shared};
use super::failure;
use super::terminal::Terminal;
use crate::base::diagnostic::Problem;
use crate::base::diagnostic::emit::{Colour, plain_line};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::config::{Config, Options};
use crate::model::history::Knowledge;
use crate::pipeline::health;
use crate::press;
use crate::scaffold::{self, Hooks, git_program};

/// How it stands with one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Fine,
    Missing,
    /// Nothing is lost without it.
    Note,
}

/// One thing that was looked at.
struct Finding {
    state: State,
    /// Its sentence in the catalogue, with the next step beside it.
    key: &'static str,
    found: String,
}

impl Finding {
    fn fine(key: &'static str, found: impl Into<String>) -> Self {
        Self { state: State::Fine, key, found: found.into() }
    }

    fn missing(key: &'static str, found: impl Into<String>) -> Self {
        Self { state: State::Missing, key, found: found.into() }
    }

    fn note(key: &'static str, found: impl Into<String>) -> Self {
        Self { state: State::Note, key, found: found.into() }
    }
}

/// Looks at everything and says what is missing.
pub fn run(shared: &Shared, args: &DoctorArgs, terminal: &Terminal) -> Result<Ending> {
    let options = Options { out: args.out.clone(), ..shared.options(None) };
    let root = options.root.clone();
    let mut findings = vec![git()];
    match Config::resolve(options) {
        Ok(config) => {
            findings.push(Finding::fine("doctor-cell-fine", &*config.settings.cell.name));
            findings.extend(cell(&config));
        }
        Err(error) => findings.push(stopped(&error, &root)),
    }
    findings.extend([browser(), fonts()]);
    let missing = findings.iter().filter(|finding| finding.state == State::Missing).count();
    let ending = if missing == 0 { Ending::Done } else { Ending::Problems };
    let colour = terminal.stdout_colour();
    Ok(terminal.results(|out| tell(out, &findings, missing, terminal.catalog, colour), ending))
}

fn git() -> Finding {
    match git_program() {
        Some(program) => Finding::fine("doctor-git-fine", program.display().to_string()),
        None => Finding::missing("doctor-git-none", ""),
    }
}

/// What can be said of a cell with settings.
fn cell(config: &Config) -> Vec<Finding> {
    let out = config.out.display().to_string();
    let sources = match health::sources(config) {
        Ok(()) => Finding::fine("doctor-templates-fine", ""),
        Err(error) => stopped(&error, &config.root),
    };
    let out = match health::out(config) {
        Ok(true) => Finding::fine("doctor-out-fine", out),
        Err(Error::RefusedOutput { reason, found, .. }) => {
            let why = failure::why_refused(reason, &found, Catalog::of(config.lang));
            Finding::missing("doctor-out-unfit", format!("{out}: {why}"))
        }
        Ok(false) | Err(_) => Finding::missing("doctor-out-refused", out),
    };
    let mut findings = vec![sources, out];
    if git_program().is_some() {
        findings.push(repository(config));
        findings.push(match scaffold::has_identity(&config.root) {
            true => Finding::fine("doctor-identity-fine", ""),
            false => Finding::missing("doctor-identity-none", ""),
        });
        findings.push(addresses(config));
    }
    match scaffold::hooks_of(&config.root, scaffold::HOOKS) {
        Hooks::On => findings.push(Finding::fine("doctor-hooks-fine", "")),
        Hooks::Off(path) if config.root.join(scaffold::HOOKS).is_dir() => {
            findings.push(Finding::note("doctor-hooks-off", path));
        }
        Hooks::Off(_) | Hooks::None => {}
    }
    findings
}

fn repository(config: &Config) -> Finding {
    let history = health::history(config);
    let root = config.root.canonicalize().unwrap_or_else(|_| config.root.clone()).display().to_string();
    match history.knowledge {
        Knowledge::NoGit | Knowledge::NoRepository => Finding::note("doctor-repository-none", ""),
        Knowledge::Refused => Finding::missing("doctor-repository-refused", root),
        Knowledge::Shallow => Finding::note("doctor-repository-shallow", ""),
        Knowledge::Failed => Finding::missing("doctor-repository-failed", history.trouble.unwrap_or_default()),
        Knowledge::Whole => Finding::fine("doctor-repository-fine", ""),
    }
}

/// Whose address git has tells who confirmed a log of their own.
fn addresses(config: &Config) -> Finding {
    let members = config.settings.roster.members().iter();
    let without: Vec<&str> = members.filter(|one| one.emails.is_empty()).map(|one| &*one.name).collect();
    match without.as_slice() {
        [] => Finding::fine("doctor-emails-fine", ""),
        names => Finding::note("doctor-emails-none", names.join(", ")),
    }
}

/// What would stop a build.
fn stopped(error: &Error, root: &Path) -> Finding {
    let place = |problem: &Problem| format!("{}:{}:{}", problem.path, problem.at.line, problem.at.column);
    match error {
        Error::NoRoot(_) => Finding::missing("doctor-root-none", root.display().to_string()),
        Error::NoSettings(_) => {
            let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
            Finding::missing("doctor-cell-none", root.display().to_string())
        }
        Error::Unusable(problems) => {
            Finding::missing("doctor-cell-faulty", problems.first().map(place).unwrap_or_default())
        }
        Error::Template(found) => Finding::missing("doctor-templates-faulty", found.lines().next().unwrap_or_default()),
        Error::Read { path, .. } => Finding::missing("doctor-disk-faulty", path.display().to_string()),
        _ => Finding::missing("doctor-disk-faulty", root.display().to_string()),
    }
}

fn browser() -> Finding {
    match press::browser() {
        Ok(program) => Finding::fine("doctor-browser-fine", program.display().to_string()),
        Err(_) => Finding::missing("doctor-browser-none", ""),
    }
}

/// Faces that papers ask for, each with how its file's name begins.
const FACES: [(&str, &str); 4] = [
    ("Times New Roman", "times"),
    ("Liberation Serif", "liberationserif"),
    ("Tinos", "tinos"),
    ("DejaVu Serif", "dejavuserif"),
];

fn fonts() -> Finding {
    let mut names = Vec::new();
    for folder in font_folders() {
        names_below(&folder, 4, &mut names);
    }
    let has = |start: &str| names.iter().any(|name| name.replace(['-', ' '], "").starts_with(start));
    let found: Vec<&str> = FACES.iter().filter(|(_, start)| has(start)).map(|(face, _)| *face).collect();
    match found.as_slice() {
        [] => Finding::missing("doctor-fonts-none", ""),
        faces => Finding::fine("doctor-fonts-fine", faces.join(", ")),
    }
}

fn font_folders() -> Vec<PathBuf> {
    let home = env::var_os("HOME").map(PathBuf::from);
    let own = ["XDG_DATA_HOME"].into_iter().filter_map(env::var_os).map(|folder| PathBuf::from(folder).join("fonts"));
    let of_home = home.iter().flat_map(|home| [".fonts", ".local/share/fonts"].map(|name| home.join(name)));
    let of_all = ["/usr/share/fonts", "/usr/local/share/fonts", "/usr/X11R6/lib/X11/fonts"].map(PathBuf::from);
    of_all.into_iter().chain(own).chain(of_home).collect()
}

/// File names of fonts below a folder, in small letters.
fn names_below(folder: &Path, depth: usize, names: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if entry.path().is_dir() {
            if depth > 0 {
                names_below(&entry.path(), depth - 1, names);
            }
        } else if [".ttf", ".otf", ".ttc"].iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
}

fn tell(
    out: &mut dyn Write,
    findings: &[Finding],
    missing: usize,
    catalog: &Catalog,
    colour: Colour,
) -> io::Result<()> {
    let words = [State::Fine, State::Missing, State::Note].map(|state| catalog.text(word(state)));
    let width = words.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    for finding in findings {
        let facts = [("found", FluentValue::from(finding.found.as_str()))];
        let word = catalog.text(word(finding.state));
        let blank = " ".repeat(width - word.chars().count());
        let word = painted(&word, finding.state, colour);
        writeln!(out, "{word}{blank}  {}", plain_line(&catalog.format(finding.key, &facts)))?;
        if finding.state != State::Fine {
            let step = catalog.format(&format!("{}.step", finding.key), &facts);
            writeln!(out, "{}  → {}", " ".repeat(width), plain_line(&step))?;
        }
    }
    match missing {
        0 => writeln!(out, "{}", catalog.text("doctor-done")),
        missing => writeln!(out, "{}", catalog.format("doctor-not-done", &[("number", FluentValue::from(missing))])),
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Fine => "doctor-fine",
        State::Missing => "doctor-missing",
        State::Note => "doctor-note",
    }
}

fn painted(word: &str, state: State, colour: Colour) -> String {
    let sign = match (colour, state) {
        (Colour::None, _) => return word.to_owned(),
        (Colour::Ansi, State::Fine) => 32,
        (Colour::Ansi, State::Missing) => 31,
        (Colour::Ansi, State::Note) => 33,
    };
    format!("\u{1b}[{sign}m{word}\u{1b}[0m")
}
