//! What stops a command, in sentences: the disk, the settings, the rubric, a template.

use std::io;
use std::net::SocketAddr;
use std::path::Path;

use fluent_bundle::FluentValue;

use super::Ending;
use super::cause::cause;
use super::terminal::Terminal;
use crate::base::diagnostic::Problem;
use crate::base::diagnostic::emit;
use crate::base::error::Error;
use crate::base::i18n::Catalog;
use crate::scaffold::shell_word;

/// What `hieucan.yaml` is called by mistake; Notepad adds `.txt` and Windows hides it.
const MISNAMED: [&str; 4] = ["hieucan.yml", "hieucan.yaml.txt", "hieucan.yml.txt", "hieucan.YAML"];

/// Says on stderr why the command could not be carried out.
pub fn report(error: &Error, terminal: &Terminal) -> Ending {
    if let Error::Unusable(problems) | Error::ReviewRefused { problems, .. } = error {
        list(problems, terminal);
    }
    let near = match error {
        Error::UnknownRecord { closest, .. } | Error::NoPaper { closest, .. } => closest.as_deref(),
        _ => None,
    };
    let (key, facts) = sentence(error, terminal.catalog);
    let facts: Vec<_> = facts.into_iter().map(|(name, value)| (name, FluentValue::from(value))).collect();
    terminal.complain(key, &facts, near);
    Ending::Failed
}

/// The same as plain text, for a page.
#[cfg(feature = "serve")]
pub fn text(error: &Error, catalog: &Catalog) -> String {
    let mut text = Vec::new();
    if let Error::Unusable(problems) = error {
        // Writing to memory does not fail.
        let _ = emit::write_text(problems, catalog, emit::Colour::None, &mut text);
    }
    let (key, facts) = sentence(error, catalog);
    let facts: Vec<_> = facts.into_iter().map(|(name, value)| (name, FluentValue::from(value))).collect();
    let hint = catalog.format(&format!("{key}.hint"), &facts);
    let sentence = format!("{}\n  = {}: {hint}\n", catalog.format(key, &facts), catalog.text("check-hint"));
    String::from_utf8_lossy(&text).into_owned() + &sentence
}

/// Writes problems as blocks on stderr.
pub fn list(problems: &[Problem], terminal: &Terminal) {
    let colour = terminal.stderr_colour();
    terminal.aside(|mut err| emit::write_text(problems, terminal.catalog, colour, &mut err));
}

type Facts = Vec<(&'static str, String)>;

/// Key of the sentence in the catalogue, and its facts.
fn sentence(error: &Error, catalog: &Catalog) -> (&'static str, Facts) {
    let at = |path: &Path| ("path", path.display().to_string());
    match error {
        Error::Read { path, source } => ("failure-read", vec![at(path), ("cause", cause(source, catalog))]),
        Error::Write { path, source } => ("failure-write", vec![at(path), ("cause", cause(source, catalog))]),
        Error::NoRoot(root) => no_root(root),
        Error::NoSettings(root) => no_settings(root),
        Error::Unusable(_) => ("failure-unusable", Facts::new()),
        Error::UnknownRecord { found, .. } => ("failure-unknown-record", vec![("found", found.clone())]),
        Error::ReviewRefused { others, .. } if others.is_empty() => ("failure-review-alone", Facts::new()),
        Error::ReviewRefused { others, .. } => ("failure-review", vec![("others", others.clone())]),
        Error::OwnRecord { is_superior: true, .. } => ("failure-review-own-name", Facts::new()),
        Error::OwnRecord { others, .. } if others.is_empty() => ("failure-review-own-alone", Facts::new()),
        Error::OwnRecord { others, .. } => ("failure-review-own", vec![("others", others.clone())]),
        Error::Reviewed(path) => ("failure-reviewed", vec![("path", path.clone())]),
        Error::RefusedOutput { path, reason, found } => {
            ("failure-refused-output", vec![at(path), ("reason", why_refused(reason, found, catalog))])
        }
        Error::RefusedFile { path, reason, found, offered } => {
            let facts = vec![
                at(path),
                ("reason", why_refused(reason, found, catalog)),
                ("offered", shell_word(&offered.display().to_string())),
            ];
            ("failure-refused-file", facts)
        }
        Error::NoFolder { file, folder } => {
            ("failure-no-folder", vec![at(file), ("folder", folder.display().to_string())])
        }
        Error::Revision { revision, reason, found } => {
            let facts = [("found", FluentValue::from(found.as_str()))];
            let (reason_key, reason) = (*reason, catalog.format(reason, &facts));
            (not_compared(reason_key), vec![("revision", revision.clone()), ("reason", reason)])
        }
        Error::LostRecords { path, out, is_link } => {
            let key = if *is_link { "failure-records-linked" } else { "failure-records-gone" };
            (key, vec![at(path), ("out", out.display().to_string())])
        }
        Error::DuplicateArtifact(path) => ("failure-duplicate", vec![("path", path.clone())]),
        Error::Locked(path) => ("failure-locked", vec![at(path)]),
        Error::Changed(path) => ("failure-changed", vec![at(path)]),
        Error::Template(found) => ("failure-template", vec![("found", found.clone())]),
        Error::NoPaper { reason, found, near, .. } => (reason, vec![("found", found.clone()), ("near", near.clone())]),
        Error::NoBrowser { named: None } => ("failure-no-browser", Facts::new()),
        Error::NoBrowser { named: Some(named) } => ("failure-browser-named", vec![("found", named.clone())]),
        Error::NotPrinted { program, found } => ("failure-not-printed", vec![at(program), ("found", found.clone())]),
        Error::PrintedNothing { program, status } => {
            ("failure-printed-nothing", vec![at(program), ("status", status.to_string())])
        }
        Error::PrintTooLong(seconds) => ("failure-print-too-long", vec![("seconds", seconds.to_string())]),
        Error::Exists(path) => ("failure-exists", vec![at(path)]),
        Error::NotAtTop(path) => ("failure-not-at-top", vec![at(path)]),
        Error::NoAnswers(path) => ("failure-no-answers", vec![at(path)]),
        Error::Listen { at, source } => not_listening(*at, source, catalog),
        Error::Interrupted => ("failure-interrupted", Facts::new()),
    }
}

/// The sentence with the next step that fits the reason.
fn not_compared(reason: &str) -> &'static str {
    match reason {
        "revision-no-git" => "failure-revision-no-git",
        "revision-no-repository" => "failure-revision-no-repository",
        "revision-of-another-user" => "failure-revision-refused",
        "revision-failed" => "failure-revision-failed",
        _ => "failure-revision",
    }
}

/// What stands in the way of an address, and one that may be had.
fn not_listening(at: SocketAddr, source: &io::Error, catalog: &Catalog) -> (&'static str, Facts) {
    let key = match source.kind() {
        io::ErrorKind::AddrInUse => "failure-port-taken",
        io::ErrorKind::AddrNotAvailable => "failure-host-elsewhere",
        io::ErrorKind::PermissionDenied => "failure-port-refused",
        _ => "failure-listen",
    };
    let another = at.port().max(1023).checked_add(1).unwrap_or(8000);
    let facts = vec![
        ("address", at.to_string()),
        ("host", at.ip().to_string()),
        ("port", at.port().to_string()),
        ("another", another.to_string()),
        ("cause", cause(source, catalog)),
    ];
    (key, facts)
}

/// What was named as the root, most often with a letter too many or as the settings in it.
fn no_root(root: &Path) -> (&'static str, Facts) {
    let path = ("path", root.display().to_string());
    if !root.exists() {
        return ("failure-no-root", vec![path]);
    }
    let around = root.parent().filter(|around| !around.as_os_str().is_empty()).unwrap_or(Path::new("."));
    ("failure-root-is-file", vec![path, ("found", shell_word(&around.display().to_string()))])
}

/// The folder in full, for `.` says nothing to somebody who stands in the wrong one; and what was meant, if it is seen.
fn no_settings(root: &Path) -> (&'static str, Facts) {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let at = |path: &Path| ("path", path.display().to_string());
    let beside = MISNAMED.iter().find(|name| root.join(name).is_file());
    let above = root.parent().filter(|parent| parent.join("hieucan.yaml").is_file());
    match (beside, above) {
        (Some(name), _) => ("failure-settings-misnamed", vec![at(&root), ("found", (*name).to_owned())]),
        (None, Some(parent)) => ("failure-settings-above", vec![at(&root), ("found", parent.display().to_string())]),
        (None, None) => ("failure-no-settings", vec![at(&root)]),
    }
}

/// Why a place was refused, in words.
pub fn why_refused(reason: &str, found: &str, catalog: &Catalog) -> String {
    let facts = [("found", FluentValue::from(found))];
    let text = catalog.find(reason, &facts).unwrap_or_else(|| catalog.format("output-other", &facts));
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::i18n::Lang;

    /// Every reason that the publisher names.
    const REASONS: [&str; 10] = [
        "output-is-root",
        "output-is-home",
        "output-holds-records",
        "output-in-sources",
        "output-is-file",
        "output-is-link",
        "output-is-mount-point",
        "output-in-output",
        "output-has-foreign-files",
        "output-in-the-way",
    ];

    /// Every reason why a single file is not written.
    const FILES: [&str; 4] = ["file-in-sources", "file-hidden", "file-is-folder", "file-of-people"];

    const REVISIONS: [&str; 5] = [
        "revision-unknown",
        "revision-no-git",
        "revision-no-repository",
        "revision-of-another-user",
        "revision-failed",
    ];

    /// Every reason why there is no paper.
    const NO_PAPER: [&str; 7] = [
        "no-paper-public",
        "no-paper-member",
        "no-paper-shared",
        "no-paper-of-member",
        "no-paper-member-logs",
        "no-paper-logs",
        "no-paper-period",
    ];

    fn every_error() -> Vec<Error> {
        let io = |kind: io::ErrorKind| io::Error::from(kind);
        let listen = |kind| Error::Listen { at: ([127, 0, 0, 1], 8000).into(), source: io(kind) };
        let own = |others, is_superior| Error::OwnRecord { others, is_superior };
        let lost = |is_link| Error::LostRecords { path: "records".into(), out: "site".into(), is_link };
        let refused = |reason| Error::RefusedOutput { path: "site".into(), reason, found: "a.txt".into() };
        let mut errors = vec![
            Error::read("a", io(io::ErrorKind::NotFound)),
            Error::write("a", io(io::ErrorKind::StorageFull)),
            Error::write("a", io(io::ErrorKind::TimedOut)),
            Error::NoSettings("a".into()),
            Error::Unusable(Vec::new()),
            Error::UnknownRecord { found: "a".into(), closest: None },
            Error::NoRoot("a".into()),
            Error::NoRoot("src/lib.rs".into()),
            Error::ReviewRefused { problems: Vec::new(), others: String::new() },
            Error::ReviewRefused { problems: Vec::new(), others: "An (an)".into() },
            own(String::new(), false),
            own("An (an)".into(), false),
            own(String::new(), true),
            Error::Reviewed("a.review.md".into()),
            Error::DuplicateArtifact("members/index.html".into()),
            Error::Locked("a".into()),
            Error::Changed("a".into()),
            Error::Template("pages/home.html:3:4".into()),
            Error::NoBrowser { named: None },
            Error::NoBrowser { named: Some("/opt/chrome".into()) },
            Error::NotPrinted { program: "/usr/bin/chromium".into(), found: "no".into() },
            Error::PrintedNothing { program: "/bin/false".into(), status: 1 },
            lost(true),
            lost(false),
            Error::PrintTooLong(120),
            Error::Exists("cb-2026.pdf".into()),
            Error::NotAtTop("a".into()),
            Error::NoAnswers("a.md".into()),
            listen(io::ErrorKind::AddrInUse),
            listen(io::ErrorKind::AddrNotAvailable),
            listen(io::ErrorKind::PermissionDenied),
            listen(io::ErrorKind::Other),
            Error::Interrupted,
            refused("output-that-nobody-foresaw"),
        ];
        errors.extend(REASONS.map(refused));
        errors.push(Error::NoFolder { file: "a/b.json".into(), folder: "a".into() });
        errors.extend(FILES.map(|reason| {
            let (path, found) = ("a/b.json".into(), "a".into());
            Error::RefusedFile { path, reason, found, offered: "b.json".into() }
        }));
        let revision = |reason| Error::Revision { revision: "main".into(), reason, found: "fatal".into() };
        errors.extend(REVISIONS.map(revision));
        errors.extend(NO_PAPER.map(|reason| {
            let (found, near) = ("2026".into(), "2025".into());
            Error::NoPaper { reason, found, closest: None, near }
        }));
        errors
    }

    #[test]
    fn every_error_has_a_sentence_and_a_next_step_in_both_languages() {
        for catalog in Lang::ALL.map(Catalog::of) {
            for error in every_error() {
                let (key, facts) = sentence(&error, catalog);
                let facts: Vec<_> = facts.into_iter().map(|(name, value)| (name, FluentValue::from(value))).collect();
                assert!(catalog.format(key, &facts).chars().count() > 10);
                assert!(catalog.format(&format!("{key}.hint"), &facts).chars().count() > 10);
            }
            for reason in REASONS.into_iter().chain(FILES) {
                assert!(catalog.find(reason, &[("found", FluentValue::from("x"))]).is_some(), "{reason}");
            }
        }
    }
}
