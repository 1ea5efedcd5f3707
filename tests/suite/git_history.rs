//! What git knows of records: in repositories of the tests' own, whatever has become of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hieucan::base::period::Date;
use hieucan::discover::history;
use hieucan::model::history::{Commit, History, Knowledge, Provenance, Trace};
use tempfile::TempDir;

use crate::cell_test::SETTINGS;

const AN: &str = "Nguyễn Văn An <an@vidu.example>";
const BINH: &str = "Trần Thị Bình <binh@vidu.example>";
const LOG: &str = "records/2026/can-bo-a/2026-01-05-kế hoạch số 1.md";

/// A cell in a repository.
pub struct Repository {
    folder: TempDir,
}

impl Repository {
    pub fn new() -> Self {
        let repository = Self { folder: TempDir::new().unwrap() };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.write("hieucan.yaml", SETTINGS);
        repository
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn git(&self, args: &[&str]) -> String {
        self.git_with(args, &[])
    }

    fn git_with(&self, args: &[&str], variables: &[(&str, &str)]) -> String {
        let output = run(self.root(), args, variables);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Commits all, written and put into the repository on `day`.
    pub fn commit(&self, author: &str, day: &str) -> String {
        self.commit_dated(author, day, day)
    }

    fn commit_dated(&self, author: &str, written: &str, committed: &str) -> String {
        let (name, email) = author.trim_end_matches('>').split_once(" <").unwrap();
        let (written, committed) = (format!("{written}T23:30:00+07:00"), format!("{committed}T23:30:00+07:00"));
        self.git(&["add", "--all"]);
        self.git_with(
            &["commit", "--quiet", "--allow-empty", "-m", "."],
            &[
                ("GIT_AUTHOR_NAME", name),
                ("GIT_AUTHOR_EMAIL", email),
                ("GIT_AUTHOR_DATE", &written),
                ("GIT_COMMITTER_DATE", &committed),
            ],
        );
        self.git(&["rev-parse", "HEAD"])
    }

    fn history(&self) -> History {
        history(self.root(), &["hieucan.yaml"])
    }
}

fn run(folder: &Path, args: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for name in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{name}_NAME"), "Máy").env(format!("GIT_{name}_EMAIL"), "may@vidu.example");
    }
    command.envs(variables.iter().copied()).output().unwrap()
}

pub fn record(title: &str) -> String {
    format!("---\ntitle: {title}\nmember: can-bo-a\nassigned: 2026-01-05\ndue: 2026-01-20\ndone: 2026-01-19\n---\n")
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn known<'h>(history: &'h History, path: &str) -> &'h Provenance {
    match history.of(path) {
        Trace::Known(provenance) => provenance,
        other => panic!("{path}: {other:?}"),
    }
}

/// Name of the author and both days of a commit.
fn told<'h>(history: &'h History, commit: &Commit) -> (&'h str, String, String) {
    (&history.author(commit).name, commit.on.to_string(), commit.committed.to_string())
}

#[test]
fn a_file_has_its_first_and_last_commit_its_authors_and_the_number_of_changes() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write(LOG, &record("Kế hoạch tuyên truyền"));
    cell.commit(BINH, "2026-02-03");
    let other = "records/b.md";
    cell.write(other, &record("Việc khác"));
    let head = cell.commit(AN, "2026-02-04");

    let history = cell.history();
    assert_eq!((history.knowledge, history.head.as_deref()), (Knowledge::Whole, Some(&*head)));
    assert!(!history.is_dirty());
    let file = known(&history, LOG);
    let first = file.first.unwrap();
    assert_eq!(told(&history, &first), ("Nguyễn Văn An", "2026-01-21".into(), "2026-01-21".into()));
    assert_eq!(told(&history, &file.last), ("Trần Thị Bình", "2026-02-03".into(), "2026-02-03".into()));
    assert_eq!((file.changes, file.edited), (2, false));
    assert_eq!(known(&history, other).changes, 1);
}

#[test]
fn a_backdated_commit_shows_both_days() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit_dated(AN, "2026-01-19", "2026-03-30");
    let history = cell.history();
    let first = known(&history, LOG).first.unwrap();
    assert_eq!(told(&history, &first), ("Nguyễn Văn An", "2026-01-19".into(), "2026-03-30".into()));
    assert!(first.is_after(date("2026-02-01")));
}

#[test]
fn a_rebase_keeps_authors_and_days_of_writing() {
    let cell = Repository::new();
    cell.commit(AN, "2026-01-01");
    cell.git(&["checkout", "--quiet", "-b", "viec"]);
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.git(&["checkout", "--quiet", "main"]);
    cell.write("records/b.md", &record("Việc khác"));
    cell.commit(BINH, "2026-01-25");
    cell.git_with(&["rebase", "--quiet", "main", "viec"], &[("GIT_COMMITTER_DATE", "2026-02-02T08:00:00+07:00")]);
    let history = cell.history();
    let file = known(&history, LOG);
    assert_eq!(told(&history, &file.last), ("Nguyễn Văn An", "2026-01-21".into(), "2026-02-02".into()));
    assert_eq!((file.first, file.changes), (Some(file.last), 1));
}

#[test]
fn a_merge_leaves_the_work_to_its_authors() {
    let cell = Repository::new();
    cell.write("records/b.md", &record("Việc khác"));
    cell.commit(BINH, "2026-01-01");
    cell.git(&["checkout", "--quiet", "-b", "viec"]);
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.git(&["checkout", "--quiet", "main"]);
    cell.write("records/b.md", &record("Việc khác nữa"));
    cell.commit(BINH, "2026-01-25");
    cell.git(&["merge", "--quiet", "--no-edit", "viec"]);
    let history = cell.history();
    assert_eq!(told(&history, &known(&history, LOG).last).0, "Nguyễn Văn An");
    assert_eq!((known(&history, LOG).changes, known(&history, "records/b.md").changes), (1, 2));
}

#[test]
fn what_a_merge_itself_changes_is_a_change() {
    let cell = Repository::new();
    cell.write(LOG, &record("Một"));
    cell.commit(AN, "2026-01-21");
    cell.git(&["checkout", "--quiet", "-b", "viec"]);
    cell.write(LOG, &record("Hai"));
    cell.commit(AN, "2026-01-22");
    cell.git(&["checkout", "--quiet", "main"]);
    cell.write(LOG, &record("Ba"));
    cell.commit(BINH, "2026-01-23");
    assert!(!run(cell.root(), &["merge", "viec"], &[]).status.success());
    cell.write(LOG, &record("Hai và ba"));
    cell.write("records/moi.md", &record("Mới"));
    cell.commit(BINH, "2026-01-24");
    let history = cell.history();
    let file = known(&history, LOG);
    assert_eq!(told(&history, &file.last), ("Trần Thị Bình", "2026-01-24".into(), "2026-01-24".into()));
    assert_eq!((file.first.unwrap().on, file.changes), (date("2026-01-21"), 4));
    assert_eq!(known(&history, "records/moi.md").first.unwrap().on, date("2026-01-24"));
}

#[test]
fn a_member_who_changed_names_is_one_through_the_mailmap() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit("An cũ <an-cu@vidu.example>", "2026-01-21");
    cell.write(".mailmap", "Nguyễn Văn An <an@vidu.example> <an-cu@vidu.example>\n");
    cell.commit(AN, "2026-01-22");
    let history = cell.history();
    let author = history.author(&known(&history, LOG).last);
    assert_eq!((&*author.name, &*author.email), ("Nguyễn Văn An", "an@vidu.example"));
    assert_eq!(author.signed, "an-cu@vidu.example", "what the commit itself says is kept");
    assert!(history.authors.iter().all(|author| author.email == "an@vidu.example"));
}

#[test]
fn a_file_renamed_as_it_is_keeps_its_beginning() {
    let cell = Repository::new();
    let (older, newer) = ("records/cu.md", "records/2026/moi hơn.md");
    cell.write(older, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write(older, &record("Kế hoạch tuyên truyền"));
    cell.commit(AN, "2026-01-22");
    cell.write("records/2026/x.md", "");
    cell.git(&["mv", older, newer]);
    cell.commit(BINH, "2026-01-23");
    let history = cell.history();
    let file = known(&history, newer);
    assert_eq!((file.first.unwrap().on, file.last.on, file.changes), (date("2026-01-21"), date("2026-01-23"), 3));
    assert_eq!(history.of(older), Trace::Uncommitted);
}

#[test]
fn a_file_that_may_have_been_renamed_has_no_known_beginning() {
    let cell = Repository::new();
    cell.write("records/cu.md", &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.git(&["mv", "records/cu.md", "records/moi.md"]);
    cell.write("records/moi.md", &record("Kế hoạch tuyên truyền"));
    cell.commit(AN, "2026-01-23");
    let history = cell.history();
    let file = known(&history, "records/moi.md");
    assert_eq!((file.first, file.last.on), (None, date("2026-01-23")));
}

#[test]
fn a_cell_that_was_moved_into_a_folder_has_no_known_beginning() {
    let cell = Repository::new();
    cell.write("cu/a.md", &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.git(&["mv", "cu", "records"]);
    cell.commit(AN, "2026-05-30");
    let history = cell.history();
    let file = known(&history, "records/a.md");
    assert_eq!((file.first, file.last.on), (None, date("2026-05-30")));
}

#[test]
fn a_commit_whose_author_had_no_right_clock_takes_nothing_from_the_others() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    let tree = cell.git(&["rev-parse", "HEAD^{tree}"]);
    let head = cell.git(&["rev-parse", "HEAD"]);
    let raw = format!(
        "tree {tree}\nparent {head}\nauthor X <x@vidu.example> -86400 +0000\ncommitter X <x@vidu.example> 1769990000 +0000\n\n.\n"
    );
    cell.write(".git/raw", &raw);
    let made = cell.git(&["hash-object", "-t", "commit", "-w", "--literally", ".git/raw"]);
    cell.git(&["update-ref", "HEAD", &made]);
    let history = cell.history();
    assert_eq!(known(&history, LOG).first.unwrap().on, date("2026-01-21"));
}

#[test]
fn a_file_that_was_away_for_a_while_began_when_it_first_came() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    fs::remove_file(cell.root().join(LOG)).unwrap();
    cell.commit(AN, "2026-01-22");
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-23");
    let history = cell.history();
    assert_eq!(known(&history, LOG).first.unwrap().on, date("2026-01-21"));
}

#[test]
fn what_is_not_committed_says_so() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write(LOG, &record("Kế hoạch tuyên truyền"));
    cell.write("records/Bản ghi mới.md", &record("Mới"));
    cell.write("ghi chú.txt", "không phải đầu vào");
    let history = cell.history();
    assert!(history.is_dirty() && known(&history, LOG).edited);
    assert_eq!(history.of("records/Bản ghi mới.md"), Trace::Uncommitted);
    assert_eq!(history.uncommitted.iter().collect::<Vec<_>>(), [LOG, "records/Bản ghi mới.md"]);
}

#[test]
fn settings_that_are_not_committed_make_the_tree_dirty() {
    let cell = Repository::new();
    cell.commit(AN, "2026-01-21");
    cell.write("hieucan.yaml", &format!("{SETTINGS}\n"));
    assert!(cell.history().is_dirty());
}

#[test]
fn a_repository_without_a_commit_has_committed_nothing() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    let history = cell.history();
    assert_eq!((history.knowledge, &history.head), (Knowledge::Whole, &None));
    assert_eq!(history.of(LOG), Trace::Uncommitted);
}

#[test]
fn a_shallow_clone_knows_its_commit_and_no_dates() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    cell.write("records/b.md", &record("Việc khác"));
    let head = cell.commit(AN, "2026-01-22");
    let place = TempDir::new().unwrap();
    let from = format!("file://{}", cell.root().display());
    assert!(run(place.path(), &["clone", "--quiet", "--depth=1", &from, "ban-sao"], &[]).status.success());
    let history = history(&place.path().join("ban-sao"), &["hieucan.yaml"]);
    assert_eq!((history.knowledge, history.head.as_deref()), (Knowledge::Shallow, Some(&*head)));
    assert_eq!((history.of(LOG), history.is_dirty()), (Trace::Unknown, false));
}

#[test]
fn where_nobody_knows_who_wrote_the_reviews_it_is_said() {
    let cell = Repository::new();
    cell.write("hieucan.yaml", SETTINGS);
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    let place = TempDir::new().unwrap();
    let program = |root: &Path, args: &[&str]| {
        let told = Command::new(env!("CARGO_BIN_EXE_hieucan")).args(args).arg("--root").arg(root).output().unwrap();
        String::from_utf8(told.stderr).unwrap()
    };
    program(cell.root(), &["review", LOG, "--by", "bi-thu"]);
    cell.commit(AN, "2026-01-22");
    let from = format!("file://{}", cell.root().display());
    assert!(run(place.path(), &["clone", "--quiet", "--depth=1", &from, "ban-sao"], &[]).status.success());
    for args in [["check", "-q"], ["build", "--no-cache"]] {
        assert!(!program(cell.root(), &args).contains("chưa loại trừ được"));
        let told = program(&place.path().join("ban-sao"), &args);
        assert!(told.contains("Không biết ai đã ghi 1 nhận xét") && told.contains("chưa loại trừ được"), "{told}");
    }
}

#[test]
fn without_a_repository_nothing_is_known() {
    let folder = TempDir::new().unwrap();
    let history = history(folder.path(), &[]);
    assert_eq!((history.knowledge, history.of(LOG)), (Knowledge::NoRepository, Trace::Unknown));
}

#[test]
fn a_cell_in_a_folder_of_a_larger_repository_knows_its_own_files() {
    let cell = Repository::new();
    cell.write("các chi bộ/một/hieucan.yaml", SETTINGS);
    cell.write(&format!("các chi bộ/một/{LOG}"), &record("Kế hoạch"));
    cell.write("records/other.md", &record("Của chi bộ khác"));
    cell.commit(AN, "2026-01-21");
    cell.write("records/other.md", &record("Đang sửa"));
    let history = history(&cell.root().join("các chi bộ/một"), &["hieucan.yaml"]);
    assert_eq!(known(&history, LOG).first.unwrap().on, date("2026-01-21"));
    assert_eq!((history.files.len(), history.is_dirty()), (1, false));
}

/// A program of the repository's own that leaves a trace when it is run.
fn trap(cell: &Repository) -> (PathBuf, String) {
    use std::os::unix::fs::PermissionsExt;

    let trace = cell.root().join(".git/was-run");
    let script = cell.root().join(".git/trap");
    fs::write(&script, format!("#!/bin/sh\ntouch '{}'\ncat\n", trace.display())).unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    (trace, script.display().to_string())
}

#[test]
fn no_program_that_a_repository_names_is_run() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.write(".gitattributes", "*.md filter=trap diff=trap\n");
    cell.commit(AN, "2026-01-21");
    let (trace, script) = trap(&cell);
    fs::write(cell.root().join(".git/hooks/post-index-change"), "").unwrap();
    fs::copy(&script, cell.root().join(".git/hooks/post-index-change")).unwrap();
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "diff.external",
        "diff.trap.command",
        "diff.trap.textconv",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "gpg.program",
        "pager.log",
        "pager.status",
    ] {
        cell.git(&["config", key, &script]);
    }
    cell.git(&["config", "filter.trap.required", "true"]);
    cell.git(&["config", "log.showSignature", "true"]);
    // As long as before, so that git must look inside to see whether it changed.
    cell.write(LOG, &record("Kế hoạcH"));
    let history = cell.history();
    assert_eq!(history.knowledge, Knowledge::Whole, "{:?}", history.trouble);
    assert!(known(&history, LOG).edited);
    assert!(!trace.exists(), "a program of the repository was run");
    run(cell.root(), &["status"], &[]);
    assert!(trace.exists(), "git by itself would have run one");
}

#[test]
fn settings_of_the_user_about_showing_change_nothing() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    let plain = cell.history();
    for (key, value) in [
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("diff.renames", "copies"),
        ("diff.relative", "true"),
        ("log.date", "relative"),
        ("log.decorate", "full"),
        ("log.showRoot", "false"),
        ("log.diffMerges", "off"),
        ("format.pretty", "oneline"),
        ("i18n.logOutputEncoding", "latin1"),
        ("status.showUntrackedFiles", "no"),
        ("status.relativePaths", "false"),
        ("status.branch", "true"),
    ] {
        cell.git(&["config", key, value]);
    }
    let history = cell.history();
    assert_eq!((&history.files, &history.authors), (&plain.files, &plain.authors));
    assert_eq!(history.knowledge, Knowledge::Whole);
}

#[test]
fn a_damaged_repository_leaves_everything_unknown() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    let first = cell.commit(AN, "2026-01-21");
    cell.write(LOG, &record("Kế hoạch tuyên truyền"));
    cell.commit(AN, "2026-01-22");
    let object = cell.root().join(".git/objects").join(&first[..2]).join(&first[2..]);
    fs::remove_file(object).unwrap();
    let history = cell.history();
    assert_eq!((history.knowledge, history.of(LOG)), (Knowledge::Failed, Trace::Unknown));
    assert!(history.trouble.is_some());
}

#[test]
fn a_repository_of_another_user_is_left_alone() {
    let cell = Repository::new();
    cell.write(LOG, &record("Kế hoạch"));
    cell.commit(AN, "2026-01-21");
    let others = Command::new("chown").args(["-R", "65534:65534"]).arg(cell.root()).output().unwrap();
    // Only root may give files away.
    if others.status.success() {
        let history = cell.history();
        assert_eq!((history.knowledge, history.of(LOG)), (Knowledge::Refused, Trace::Unknown));
    }
}
