//! A site is published whole or not at all, and nothing that is not ours is lost.

mod at_once;
mod foreign_files;
mod lost_records;
mod refusals;
mod trouble;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use hieucan::base::artifact::{Artifact, SitePath};
use hieucan::base::error::{Error, Result};
use hieucan::publish::{Published, Target, check_target, publish};
use tempfile::TempDir;

/// A cell with an output folder beside its records.
pub struct Cell {
    folder: TempDir,
}

impl Cell {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("cell/records")).unwrap();
        Self { folder }
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("cell")
    }

    pub fn out(&self) -> PathBuf {
        self.root().join("site")
    }

    pub fn target(&self) -> Target {
        to(&self.root(), &self.out())
    }

    /// Publishes the site of this `edition`.
    pub fn publish(&self, edition: usize) -> Result<Published> {
        publish(edition_of(edition, 12), &self.target(), &|_| ())
    }

    /// Writes a file, relative to the root.
    pub fn file(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Names in the root that begin with a dot: what builds leave behind.
    pub fn left_behind(&self) -> Vec<String> {
        hidden_in(&self.root())
    }
}

pub fn hidden_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

pub fn to(root: &Path, out: &Path) -> Target {
    Target { root: root.to_owned(), out: out.to_owned(), durable: false }
}

/// `pages` pages which all name their edition, so that a mixture is seen.
pub fn edition_of(edition: usize, pages: usize) -> Vec<Artifact<'static>> {
    let page = move |path: String| {
        let text = format!("edition {edition}\n{}\nend {edition}\n", path.repeat(40));
        Artifact::new(SitePath::new(path), move || Ok(text.clone().into_bytes()))
    };
    let pages = (1..pages).map(|n| page(format!("tasks/member-{}/task-{n}/index.html", n % 3)));
    pages.chain([page("index.html".to_owned())]).collect()
}

/// The edition of the page at `path`, which must be whole.
pub fn edition_at(path: &Path) -> usize {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let edition = text.lines().next().and_then(|line| line.strip_prefix("edition ")).unwrap();
    assert!(text.ends_with(&format!("\nend {edition}\n")), "{} is torn", path.display());
    edition.parse().unwrap()
}

/// Every file below `folder` with its bytes, by path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = walk.filter(|entry| !entry.file_type().is_dir());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap_or_default())).collect()
}

/// The edition of a whole site: every listed file is there with its hash, and all are of one edition.
pub fn whole_edition(site: &Path) -> usize {
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(site.join("manifest.json")).expect("a site has a manifest")).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    let on_disk = files(site);
    for file in listed {
        let path = file["path"].as_str().unwrap();
        let bytes = on_disk.get(path).unwrap_or_else(|| panic!("{path} is missing"));
        assert_eq!(file["size"], bytes.len(), "{path}");
        assert_eq!(file["blake3"], blake3::hash(bytes).to_hex().to_string(), "{path}");
    }
    let editions = listed.iter().map(|file| edition_at(&site.join(file["path"].as_str().unwrap())));
    let editions: std::collections::BTreeSet<usize> = editions.collect();
    assert_eq!(editions.len(), 1, "editions are mixed: {editions:?}");
    editions.into_iter().next().unwrap()
}

/// The key of a refusal, and what was found.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> (&'static str, String) {
    match result {
        Err(Error::RefusedOutput { reason, found, .. }) => (reason, found),
        other => panic!("no refusal: {other:?}"),
    }
}

/// The other process of several tests: publishes editions into the folder that the environment names, and says so.
#[test]
#[ignore = "the other process of the tests on killed, interrupted and concurrent builds"]
fn another_publisher() {
    let of = |name: &str| std::env::var(format!("HIEUCAN_TEST_{name}")).unwrap_or_default();
    let number = |name: &str| of(name).parse::<usize>().unwrap();
    let target = to(Path::new(&of("ROOT")), Path::new(&of("OUT")));
    for edition in number("FROM")..number("FROM") + number("COUNT") {
        match publish(edition_of(edition, number("PAGES")), &target, &|done| slow_down(done)) {
            Ok(published) => eprintln!("PUBLISHED {edition} {}", published.files),
            Err(error) => eprintln!("FAILED {error}"),
        }
    }
}

/// Takes a break after each page when the test asks for it.
fn slow_down(done: usize) {
    if let Ok(breaks) = std::env::var("HIEUCAN_TEST_BREAK_MS") {
        if done == 1 {
            eprintln!("WRITING");
        }
        std::thread::sleep(std::time::Duration::from_millis(breaks.parse().unwrap()));
    }
}

/// What [`another_publisher`] shall do.
pub struct Elsewhere<'a> {
    pub root: &'a Path,
    pub out: &'a Path,
    pub from: usize,
    pub count: usize,
    pub pages: usize,
    /// A shell's words before the command, such as a limit.
    pub before: &'a str,
    pub break_ms: Option<u64>,
}

impl Elsewhere<'_> {
    pub fn start(&self) -> Child {
        let script = format!("{} \"$0\" --exact publishing::another_publisher --ignored --nocapture", self.before);
        let mut command = Command::new("sh");
        command
            .args(["-c", &script])
            .arg(std::env::current_exe().unwrap())
            .stderr(Stdio::piped())
            .stdout(Stdio::null());
        command.env("HIEUCAN_TEST_ROOT", self.root).env("HIEUCAN_TEST_OUT", self.out);
        let numbers = [("FROM", self.from), ("COUNT", self.count), ("PAGES", self.pages)];
        command.envs(numbers.map(|(name, number)| (format!("HIEUCAN_TEST_{name}"), number.to_string())));
        command.envs(self.break_ms.map(|ms| ("HIEUCAN_TEST_BREAK_MS", ms.to_string())));
        command.env("RAYON_NUM_THREADS", "2").spawn().unwrap()
    }

    /// What it says until it ends.
    pub fn run(&self) -> String {
        String::from_utf8_lossy(&self.start().wait_with_output().unwrap().stderr).into_owned()
    }
}

/// Another process on this cell that publishes once.
pub fn elsewhere<'a>(root: &'a Path, out: &'a Path) -> Elsewhere<'a> {
    Elsewhere { root, out, from: 2, count: 1, pages: 12, before: "exec", break_ms: None }
}

#[test]
fn a_site_is_written_with_its_manifest() {
    let cell = Cell::new();
    let published = cell.publish(1).unwrap();
    let files = files(&cell.out());
    assert_eq!(published.files, files.len());
    assert_eq!(published.bytes, files.values().map(|bytes| bytes.len() as u64).sum::<u64>());
    assert_eq!(published.out, fs::canonicalize(cell.out()).unwrap());
    assert_eq!(published.left_over, None);
    assert_eq!(whole_edition(&cell.out()), 1);
    let manifest = String::from_utf8(files["manifest.json"].clone()).unwrap();
    let begins = format!(
        "{{\"version\":1,\"generator\":\"hieucan {}\",\"files\":[{{\"path\":\"index.html\",\"size\":",
        env!("CARGO_PKG_VERSION")
    );
    assert!(manifest.starts_with(&begins), "{manifest}");
    assert!(cell.left_behind().is_empty());
}

#[test]
fn a_second_site_replaces_the_first_whole() {
    let cell = Cell::new();
    publish(edition_of(1, 40), &cell.target(), &|_| ()).unwrap();
    publish(edition_of(2, 10), &cell.target(), &|_| ()).unwrap();
    assert_eq!(whole_edition(&cell.out()), 2);
    assert_eq!(files(&cell.out()).len(), 11);
    assert!(!cell.out().join("tasks/member-0/task-12").exists());
    assert!(cell.left_behind().is_empty());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (Cell::new(), Cell::new());
    one.publish(1).unwrap();
    one.publish(2).unwrap();
    let reversed = edition_of(2, 12).into_iter().rev().collect();
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    alone.install(|| publish(reversed, &other.target(), &|_| ())).unwrap();
    assert_eq!(files(&one.out()), files(&other.out()));
}

#[test]
fn progress_counts_every_artifact_once() {
    let cell = Cell::new();
    let heard = std::sync::Mutex::new(Vec::new());
    publish(edition_of(1, 30), &cell.target(), &|done| heard.lock().unwrap().push(done)).unwrap();
    let mut heard = heard.into_inner().unwrap();
    heard.sort_unstable();
    assert_eq!(heard, (1..=30).collect::<Vec<_>>());
}

#[test]
fn a_page_edited_by_hand_is_written_anew() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let page = cell.out().join("index.html");
    let as_written = fs::read(&page).unwrap();
    let forged = String::from_utf8(as_written.clone()).unwrap().replace("end 1", "end 9");
    fs::write(&page, forged).unwrap();
    cell.publish(1).unwrap();
    assert_eq!(fs::read(&page).unwrap(), as_written);
}

#[test]
fn a_web_server_can_read_the_site_whatever_the_umask() {
    let cell = Cell::new();
    let (root, out) = (cell.root(), cell.out());
    for (edition, umask) in [(2, "077"), (3, "000")] {
        let said = Elsewhere { from: edition, before: &format!("umask {umask}; exec"), ..elsewhere(&root, &out) };
        assert!(said.run().contains("PUBLISHED"));
        for entry in walkdir::WalkDir::new(cell.out()).into_iter().map(Result::unwrap) {
            let expected = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
            let mode = entry.metadata().unwrap().permissions().mode() & 0o7777;
            assert_eq!(mode, expected, "{umask}: {}", entry.path().display());
        }
    }
}

#[test]
fn the_rights_of_the_output_folder_stay() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    fs::set_permissions(cell.out(), fs::Permissions::from_mode(0o2750)).unwrap();
    cell.publish(2).unwrap();
    assert_eq!(fs::metadata(cell.out()).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn a_durable_site_is_the_same_site() {
    let cell = Cell::new();
    let target = Target { durable: true, ..cell.target() };
    publish(edition_of(1, 12), &target, &|_| ()).unwrap();
    publish(edition_of(2, 12), &target, &|_| ()).unwrap();
    assert_eq!(whole_edition(&cell.out()), 2);
}

#[test]
fn the_folders_around_the_output_are_made() {
    let cell = Cell::new();
    let target = to(&cell.root(), &cell.root().join("public/2026/site"));
    check_target(&target).unwrap();
    assert!(!cell.root().join("public").exists());
    publish(edition_of(1, 3), &target, &|_| ()).unwrap();
    assert_eq!(whole_edition(&target.out), 1);
}

#[test]
fn two_artifacts_of_one_path_are_a_fault_that_writes_nothing() {
    let cell = Cell::new();
    for twin in ["index.html", "INDEX.html", "manifest.json"] {
        let mut plan = edition_of(1, 3);
        plan.push(Artifact::new(SitePath::new(twin), || Ok(Vec::new())));
        let fault = publish(plan, &cell.target(), &|_| ());
        assert!(matches!(fault, Err(Error::DuplicateArtifact(path)) if path == twin.to_ascii_lowercase()));
    }
    assert!(!cell.out().exists());
}
