//! What stands on disk may be hostile: nothing of it leaks, blocks or breaks out.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use hieucan::base::diagnostic::{Code, Problem, Severity};
use hieucan::base::error::{Error, Result};
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::record_file::RecordFile;
use hieucan::base::source::{LineCol, Source, Span, Spanned};
use hieucan::discover::{self, attachment_bytes, attachments, settings};
use hieucan::model::attachment::{Attachment, Attachments, Finding};
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

/// A cell on disk, file by file.
struct Disk {
    folder: TempDir,
}

impl Disk {
    fn new() -> Self {
        let disk = Self { folder: tempfile::tempdir().unwrap() };
        disk.file("hieucan.yaml", "cell: {}\n")
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn at(&self, path: &str) -> PathBuf {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        fs::write(self.at(path), bytes).unwrap();
        self
    }

    fn link(self, path: &str, target: impl AsRef<Path>) -> Self {
        symlink(target, self.at(path)).unwrap();
        self
    }

    fn fifo(self, path: &str) -> Self {
        assert!(Command::new("mkfifo").arg(self.at(path)).status().unwrap().success());
        self
    }

    fn read(&self) -> Sources {
        discover(self.root(), None).unwrap()
    }

    fn finding(&self, path: &str) -> Finding {
        self.finding_beside("site", path)
    }

    fn finding_beside(&self, out: &str, path: &str) -> Finding {
        let found = self.found(out, path, &BTreeSet::new());
        found.get(path).unwrap().finding
    }

    fn found(&self, out: &str, path: &str, judged: &BTreeSet<String>) -> Attachments {
        attachments(self.root(), &self.root().join(out), &BTreeSet::from([path.to_owned()]), judged).unwrap()
    }
}

/// The cell as it stands on disk.
struct Sources {
    rubric: Option<Source>,
    records: Vec<RecordFile>,
    findings: Vec<Problem>,
    templates: Vec<Source>,
}

fn discover(root: &Path, rubric: Option<&str>) -> Result<Sources> {
    let rubric = rubric.map(|path| Spanned::new(path.to_owned(), Span::default()));
    let sources = discover::discover(root, rubric.as_ref())?;
    let discover::Records { files, findings } = sources.records(|file| file)?;
    let discover::Sources { rubric, templates, .. } = sources;
    Ok(Sources { rubric, records: files, findings, templates })
}

fn paths(sources: &Sources) -> Vec<&str> {
    sources.records.iter().map(|record| record.path.as_str()).collect()
}

fn findings(sources: &Sources) -> Vec<(Code, &str)> {
    sources.findings.iter().map(|problem| (problem.code, problem.path.as_str())).collect()
}

fn faults(sources: &Sources) -> Vec<&Problem> {
    sources.records.iter().filter_map(|record| record.text.as_ref().err()).collect()
}

/// The only fault with which settings or discovery stop.
fn unusable<T>(result: Result<T, Error>) -> Problem {
    match result {
        Err(Error::Unusable(problems)) => problems.into_iter().next().unwrap(),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("no error"),
    }
}

#[test]
fn records_are_read_in_the_order_of_their_paths() {
    let disk = Disk::new()
        .file("records/2026/b/2.md", "hai")
        .file("records/2026/b/1.md", "một")
        .file("records/2026/a.md", "\u{feff}ba")
        .file("records/z.md", "");
    let sources = disk.read();
    assert_eq!(paths(&sources), ["records/2026/a.md", "records/2026/b/1.md", "records/2026/b/2.md", "records/z.md"]);
    assert_eq!(sources.records[0].text.as_deref(), Ok("\u{feff}ba"));
    assert!(sources.findings.is_empty());
}

#[test]
fn readmes_and_hidden_names_are_not_read() {
    let disk = Disk::new()
        .file("records/a.md", "")
        .file("records/a.review.md", "")
        .file("records/b.rating.md", "")
        .file("records/sub/README.md", "")
        .file("records/.hidden.md", "")
        .file("records/#a.md#", "")
        .file("records/#b.md", "")
        .file("records/.git/c.md", "")
        .file("records/#old/c.md", "")
        .file("records/a.txt", "");
    assert_eq!(paths(&disk.read()), ["records/a.md", "records/a.review.md", "records/b.rating.md"]);
}

#[test]
fn a_cell_without_records_has_none() {
    assert!(Disk::new().read().records.is_empty());
}

#[test]
fn links_are_named_and_never_followed() {
    let outside = Disk::new().file("secret.md", "bí mật").file("folder/more.md", "bí mật");
    let disk = Disk::new()
        .file("records/real.md", "thật")
        .link("records/file.md", outside.root().join("secret.md"))
        .link("records/folder", outside.root().join("folder"))
        .link("records/dangling.md", "/nowhere/at/all")
        .link("records/loop", ".")
        .link("records/up/up", "../../..");
    let sources = disk.read();
    assert_eq!(paths(&sources), ["records/real.md"]);
    let links = ["records/dangling.md", "records/file.md", "records/folder", "records/loop", "records/up/up"];
    assert_eq!(findings(&sources), links.map(|path| (Code::SpecialFile, path)));
    let english = Catalog::of(Lang::En);
    let said = ["records/file.md", "records/folder"]
        .map(|path| sources.findings.iter().find(|problem| problem.path == path).unwrap().message(english));
    assert_eq!(
        said,
        [
            "an ordinary file is expected here, this is a link to another file",
            "an ordinary file is expected here, this is a link to another folder"
        ]
    );
}

#[test]
fn a_linked_records_folder_is_named_and_not_followed() {
    let outside = Disk::new().file("folder/a.md", "bí mật");
    let disk = Disk::new().link("records", outside.root().join("folder"));
    let sources = disk.read();
    assert!(sources.records.is_empty());
    assert_eq!(findings(&sources), [(Code::SpecialFile, "records")]);
}

#[test]
fn fifos_sockets_and_devices_are_named_and_do_not_block() {
    let disk = Disk::new().file("records/a.md", "").fifo("records/fifo.md").fifo("records/fifo.txt");
    let _socket = UnixListener::bind(disk.at("records/socket.md")).unwrap();
    let device = disk.at("records/tty.md");
    let is_made = Command::new("mknod").arg(&device).args(["c", "1", "5"]).output().unwrap().status.success();
    let begun = Instant::now();
    let sources = disk.read();
    assert!(begun.elapsed() < Duration::from_secs(2));
    let mut expected = vec![(Code::SpecialFile, "records/fifo.md"), (Code::SpecialFile, "records/socket.md")];
    expected.extend(is_made.then_some((Code::SpecialFile, "records/tty.md")));
    assert_eq!(findings(&sources), expected);
    assert_eq!(paths(&sources), ["records/a.md"]);
}

#[test]
fn a_huge_file_is_a_faulty_record_and_is_not_read() {
    let disk = Disk::new().file("records/full.md", vec![b'a'; 1 << 20]);
    File::create(disk.at("records/huge.md")).unwrap().set_len(1 << 44).unwrap_or_else(|_| {
        File::options().write(true).open(disk.at("records/huge.md")).unwrap().set_len(1 << 30).unwrap();
    });
    let sources = disk.read();
    assert!(sources.records[0].text.is_ok());
    assert_eq!(faults(&sources)[0].code, Code::FileTooLarge);
    assert_eq!((faults(&sources).len(), faults(&sources)[0].at), (1, LineCol { line: 1, column: 1 }));
}

#[test]
fn the_first_byte_that_is_not_utf8_is_located() {
    let disk = Disk::new().file("records/tcvn.md", b"---\ntitle: K\xe1\xba\xbf ho\xb9ch\nmember: a\n---\n");
    let sources = disk.read();
    let fault = faults(&sources)[0];
    assert_eq!((fault.code, fault.at), (Code::NotUtf8, LineCol { line: 2, column: 13 }));
    assert_eq!(fault.line.as_deref(), Some("title: Kế ho\u{fffd}ch"));
}

#[test]
fn names_that_are_not_utf8_are_faulty_records_and_folders() {
    let disk = Disk::new().file("records/a.md", "");
    fs::write(disk.at("records").join(OsStr::from_bytes(b"b\xff.md")), "").unwrap();
    fs::create_dir(disk.at("records").join(OsStr::from_bytes(b"c\xff"))).unwrap();
    fs::write(disk.at("records").join(OsStr::from_bytes(b"c\xff/d.md")), "").unwrap();
    fs::write(disk.at("records").join(OsStr::from_bytes(b"photo\xff.png")), "").unwrap();
    let sources = disk.read();
    assert_eq!(paths(&sources), ["records/a.md", "records/b\u{fffd}.md"]);
    assert_eq!(faults(&sources)[0].code, Code::NameNotUtf8);
    assert_eq!(findings(&sources), [(Code::NameNotUtf8, "records/c\u{fffd}")]);
}

#[test]
fn odd_names_that_are_utf8_are_read() {
    let names =
        ["records/Kế hoạch.md", "records/a\nb.md", "records/-rf.md", "records/\u{202e}dm.md", "records/a b'\".md"];
    let disk = names.iter().fold(Disk::new(), |disk, name| disk.file(name, "x"));
    assert_eq!(disk.read().records.len(), names.len());
}

#[test]
fn folders_deeper_than_32_are_named_and_left_out() {
    let folder = |levels: usize| format!("records/{}", vec!["d"; levels].join("/"));
    let disk = Disk::new().file(&format!("{}/in.md", folder(32)), "").file(&format!("{}/out.md", folder(33)), "");
    let sources = disk.read();
    assert_eq!(paths(&sources), [format!("{}/in.md", folder(32))]);
    assert_eq!(findings(&sources), [(Code::FolderTooDeep, folder(33).as_str())]);
}

#[test]
fn a_path_longer_than_the_system_takes_does_not_stop_the_others() {
    let disk = Disk::new().file("records/a.md", "");
    let long = "n".repeat(250);
    let script = "cd records && for i in $(seq 1 20); do mkdir $0 && cd -P $0 || exit 1; done; echo x > b.md";
    let made = Command::new("bash").args(["-c", script, &long]).current_dir(disk.root()).status().unwrap();
    assert!(made.success());
    let sources = disk.read();
    assert_eq!(paths(&sources), ["records/a.md"]);
    assert_eq!(sources.findings.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::FolderTooDeep]);
}

#[test]
fn records_that_vanish_while_they_are_read_stop_nothing() {
    let disk = (0..300).fold(Disk::new(), |disk, n| disk.file(&format!("records/{}/{n}.md", n % 7), "x"));
    let root = disk.root().to_owned();
    let remover = thread::spawn(move || {
        for n in 0..300 {
            fs::remove_file(root.join(format!("records/{}/{n}.md", n % 7))).unwrap();
        }
        for folder in 0..7 {
            fs::remove_dir(root.join(format!("records/{folder}"))).unwrap();
        }
    });
    while !remover.is_finished() {
        let sources = disk.read();
        assert!(sources.findings.iter().all(|problem| problem.code == Code::FileVanished));
    }
    remover.join().unwrap();
    assert!(disk.read().records.is_empty());
}

#[test]
fn a_record_that_is_being_written_is_read_whole_or_named() {
    let disk = Disk::new().file("records/a.md", vec![b'0'; 500_000]);
    let path = disk.at("records/a.md");
    let writer = thread::spawn(move || {
        for digit in (b'0'..=b'9').cycle().take(60) {
            fs::write(&path, vec![digit; 500_000]).unwrap();
        }
    });
    while !writer.is_finished() {
        match discover(disk.root(), None) {
            Ok(sources) => {
                let text = sources.records[0].text.as_ref().unwrap();
                assert!(text.is_empty() || text.len() >= 8192 || text.bytes().all(|b| b == text.as_bytes()[0]));
            }
            Err(Error::Changed(path)) => assert!(path.ends_with("records/a.md")),
            Err(other) => panic!("{other}"),
        }
    }
    writer.join().unwrap();
}

#[test]
fn settings_are_needed_and_must_be_a_plain_file() {
    let disk = Disk::new();
    assert_eq!(settings(disk.root()).unwrap().text, "cell: {}\n");

    fs::remove_file(disk.at("hieucan.yaml")).unwrap();
    assert!(matches!(settings(disk.root()), Err(Error::NoSettings(path)) if path == disk.root()));

    let disk = disk.file("other.yaml", "cell: {}").link("hieucan.yaml", "other.yaml");
    assert_eq!(unusable(settings(disk.root())).code, Code::SpecialFile);
    fs::remove_file(disk.at("hieucan.yaml")).unwrap();

    let disk = disk.fifo("hieucan.yaml");
    assert_eq!(unusable(settings(disk.root())).code, Code::SpecialFile);
    fs::remove_file(disk.at("hieucan.yaml")).unwrap();

    fs::create_dir(disk.at("hieucan.yaml")).unwrap();
    let fault = unusable(settings(disk.root()));
    assert_eq!((fault.code, fault.severity), (Code::SpecialFile, Severity::Error));
    let said = fault.message(Catalog::of(Lang::En)) + &fault.hint(Catalog::of(Lang::En));
    assert!(said.contains("a folder") && !said.contains("records/"), "{said}");
    fs::remove_dir(disk.at("hieucan.yaml")).unwrap();

    let disk = disk.file("hieucan.yaml", vec![b'#'; (1 << 20) + 1]);
    assert_eq!(unusable(settings(disk.root())).code, Code::FileTooLarge);

    let disk = disk.file("hieucan.yaml", b"cell: {}\n# \xff\n");
    let fault = unusable(settings(disk.root()));
    assert_eq!((fault.code, fault.path.as_str()), (Code::NotUtf8, "hieucan.yaml"));
    assert_eq!(fault.at, LineCol { line: 2, column: 3 });
}

#[test]
fn a_root_that_is_not_there_is_named() {
    let missing = Path::new("/nowhere/at/all");
    assert!(matches!(settings(missing), Err(Error::NoRoot(path)) if path == missing));
    assert!(matches!(discover(missing, None), Err(Error::NoRoot(path)) if path == missing));
}

#[test]
fn the_rubric_is_the_one_named_or_the_one_that_is_there() {
    let disk = Disk::new();
    assert_eq!(disk.read().rubric, None);
    let disk = disk.file("rubric.yaml", "id: a").file("sets/b.yaml", "id: b");
    assert_eq!(disk.read().rubric.unwrap().text, "id: a");
    let named = discover(disk.root(), Some("./sets/b.yaml")).unwrap().rubric.unwrap();
    assert_eq!((named.path.as_str(), named.text.as_str()), ("sets/b.yaml", "id: b"));
}

#[test]
fn a_rubric_that_is_missing_or_outside_the_root_is_refused() {
    let disk = Disk::new().link("linked.yaml", "/etc/hostname");
    let fault = |path: &str| unusable(discover(disk.root(), Some(path)));
    assert_eq!((fault("../b.yaml").code, fault("../b.yaml").path), (Code::BadPath, "hieucan.yaml".to_owned()));
    assert_eq!(fault("/etc/hostname").code, Code::BadPath);
    assert_eq!(fault("none.yaml").code, Code::MissingFile);
    assert_eq!(fault("none.yaml").args[0], ("found", "none.yaml".to_owned()));
    assert_eq!((fault("linked.yaml").code, fault("linked.yaml").path), (Code::SpecialFile, "linked.yaml".to_owned()));
}

#[test]
fn template_overrides_are_read_by_name_and_never_through_links() {
    let disk = Disk::new()
        .file("templates/pages/index.html", "<p>")
        .file("templates/styles/tokens.css", ":root{}")
        .file("templates/notes.md", "x")
        .link("templates/evil.html", "/etc/passwd");
    let sources = disk.read();
    let names: Vec<_> = sources.templates.iter().map(|template| template.path.as_str()).collect();
    assert_eq!(names, ["pages/index.html", "styles/tokens.css"]);
    assert_eq!(findings(&sources), [(Code::SpecialFile, "templates/evil.html")]);

    let disk = disk.file("templates/bad.html", b"\xff");
    let fault = unusable(discover(disk.root(), None));
    assert_eq!((fault.code, fault.path.as_str()), (Code::NotUtf8, "templates/bad.html"));
}

#[test]
fn only_the_folder_that_is_written_to_holds_no_evidence() {
    let cell = Disk::new().file("site/ke-hoach.pdf", "x").file("public/index.txt", "ours");
    for out in ["public", "public/", "./public", "../elsewhere", "new/site"] {
        assert!(matches!(cell.finding_beside(out, "site/ke-hoach.pdf"), Finding::File { .. }), "{out}");
    }
    for out in ["public", "public/", "./public", "site/../public"] {
        assert_eq!(cell.finding_beside(out, "public/index.txt"), Finding::Missing, "{out}");
    }
    assert_eq!(cell.finding("site/ke-hoach.pdf"), Finding::Missing);
}

#[test]
fn evidence_is_found_under_the_root_and_nowhere_else() {
    let outside = Disk::new().file("a.pdf", "x");
    let disk = Disk::new()
        .file("files/a.pdf", "abc")
        .file("files/tool.exe", "MZ")
        .file("site/index.txt", "ours")
        .file(".git/config.txt", "x")
        .link("files/link.pdf", "a.pdf")
        .link("linked", outside.root())
        .fifo("files/fifo.pdf");
    let hash = Some(blake3_of(b"abc"));
    assert_eq!(disk.finding("files/a.pdf"), Finding::File { size: 3, hash });
    assert_eq!(disk.finding("./files/../files//a.pdf"), Finding::File { size: 3, hash });
    assert_eq!(disk.finding("files/tool.exe"), Finding::File { size: 2, hash: None });
    for missing in ["none.pdf", "files", "", ".", "files/fifo.pdf", "site/index.txt", ".git/config.txt", "a\0.pdf"] {
        assert_eq!(disk.finding(missing), Finding::Missing, "{missing:?}");
    }
    let long = "n".repeat(300);
    assert_eq!(disk.finding(&long), Finding::Missing);
    let absolute = outside.root().join("a.pdf");
    let outsiders = ["../a.pdf", "files/../../a.pdf", "files\\a.pdf", "files/link.pdf", "linked/a.pdf"];
    for outside in outsiders.into_iter().chain([absolute.to_str().unwrap()]) {
        assert_eq!(disk.finding(outside), Finding::Outside, "{outside:?}");
    }
}

#[test]
fn evidence_is_found_whether_its_name_is_composed_or_not() {
    let composed = "tệp/kế hoạch.pdf";
    let decomposed: String = composed.nfd().collect();
    for (on_disk, named) in [(composed, decomposed.as_str()), (&decomposed, composed)] {
        let disk = Disk::new().file(on_disk, "abc");
        let finding = disk.finding(named);
        assert_eq!(finding, Finding::File { size: 3, hash: Some(blake3_of(b"abc")) }, "{named:?}");
        let attachment = Attachment { path: named.to_owned(), finding };
        assert_eq!(attachment_bytes(disk.root(), &attachment).unwrap(), b"abc");
    }
    let output = Disk::new().file("trang sổ/a.txt", "ours");
    let inside: String = "trang sổ/a.txt".nfd().collect();
    assert_eq!(output.finding_beside("trang sổ", &inside), Finding::Missing);
}

fn blake3_of(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

#[test]
fn what_a_review_covers_is_hashed_whatever_its_type_and_size() {
    let disk = Disk::new().file("tool.exe", "MZ").link("link.exe", "tool.exe");
    let judged = |path: &str| disk.found("site", path, &BTreeSet::from([path.to_owned()])).files()[0].finding;
    assert_eq!(judged("tool.exe"), Finding::File { size: 2, hash: Some(blake3_of(b"MZ")) });
    assert_eq!((judged("none.exe"), judged("link.exe")), (Finding::Missing, Finding::Outside));
    let size = 20 * 1024 * 1024 + 1;
    File::create(disk.at("big.pdf")).unwrap().set_len(size).unwrap();
    assert_eq!(judged("big.pdf"), Finding::File { size, hash: Some(blake3_of(&vec![0; size as usize])) });
}

#[test]
fn evidence_that_changed_since_it_was_found_is_not_copied() {
    let disk = Disk::new().file("a.pdf", "abc");
    let found = |disk: &Disk| Attachment { path: "a.pdf".to_owned(), finding: disk.finding("a.pdf") };
    let attachment = found(&disk);
    assert_eq!(attachment_bytes(disk.root(), &attachment).unwrap(), b"abc");

    let disk = disk.file("a.pdf", "abd");
    assert!(matches!(attachment_bytes(disk.root(), &attachment), Err(Error::Changed(path)) if path.ends_with("a.pdf")));
    fs::remove_file(disk.at("a.pdf")).unwrap();
    assert!(matches!(attachment_bytes(disk.root(), &attachment), Err(Error::Changed(_))));
}

#[test]
fn evidence_too_large_to_copy_is_not_hashed() {
    let disk = Disk::new();
    let size = 20 * 1024 * 1024 + 1;
    File::create(disk.at("big.pdf")).unwrap().set_len(size).unwrap();
    assert_eq!(disk.finding("big.pdf"), Finding::File { size, hash: None });
}

/// Run in another process, since the limits on it are the process's own.
#[test]
#[ignore = "the other process of the tests on unreadable files"]
fn another_reader() {
    let root = std::env::var_os("HIEUCAN_TEST_ROOT").unwrap();
    match discover(Path::new(&root), None) {
        Ok(sources) => eprintln!("READ {}", sources.records.len()),
        Err(error) => eprintln!("FAILED {error}"),
    }
}

/// What [`another_reader`] says under the shell's `before`.
fn read_elsewhere(root: &Path, before: &str) -> String {
    let program = std::env::current_exe().unwrap();
    let script = format!("{before} \"$0\" --exact reading_disk::another_reader --ignored --nocapture");
    let output = Command::new("sh")
        .args(["-c", &script])
        .arg(program)
        .env("HIEUCAN_TEST_ROOT", root)
        .env("RAYON_NUM_THREADS", "4")
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_unreadable_record_stops_the_build_and_is_named() {
    let disk = Disk::new().file("records/a.md", "").file("records/closed.md", "");
    let open = |path: &Path, mode: &str| {
        assert!(Command::new("chmod").arg(mode).arg(path).status().unwrap().success());
    };
    open(disk.root(), "755");
    open(&disk.at("records/closed.md"), "000");
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let said = read_elsewhere(disk.root(), if is_root { "exec setpriv --reuid 65534 --clear-groups" } else { "exec" });
    // Nobody may not be allowed to run the tests at all; then there is nothing to see.
    if said.contains("READ") || said.contains("FAILED") {
        assert!(said.contains("FAILED read"), "{said}");
        assert!(said.contains("records/closed.md"), "{said}");
    }
}

#[test]
fn injected_disk_errors_stop_the_build_and_name_the_file() {
    if Command::new("strace").arg("-V").output().is_err() {
        return;
    }
    let disk = (0..20).fold(Disk::new(), |disk, n| disk.file(&format!("records/{n:02}.md"), "text"));
    let path = disk.at("records/07.md");
    // The rubric and the list of accepted problems are asked for first.
    for error in ["EIO", "EACCES", "EMFILE", "ENFILE", "ENOMEM"] {
        let call = "strace -f -qq -o /dev/null -e trace=openat2";
        let said = read_elsewhere(disk.root(), &format!("exec {call} -e inject=openat2:error={error}:when=3+"));
        if said.contains("READ") || said.contains("FAILED") {
            assert!(said.contains("FAILED read") && said.contains("records/"), "{error}: {said}");
        }
    }
    let call = "strace -f -qq -o /dev/null -e trace=read -P";
    let said = read_elsewhere(disk.root(), &format!("exec {call} {} -e inject=read:error=EIO", path.display()));
    if said.contains("READ") || said.contains("FAILED") {
        assert!(said.contains("FAILED read") && said.contains("records/07.md"), "{said}");
    }
}

#[test]
fn too_few_open_files_stop_the_build_with_a_name() {
    let disk = (0..50).fold(Disk::new(), |disk, n| disk.file(&format!("records/{n}.md"), "text"));
    let said = read_elsewhere(disk.root(), "ulimit -n 5; exec");
    if said.contains("READ") || said.contains("FAILED") {
        assert!(said.contains("READ 50") || said.contains(&disk.root().display().to_string()), "{said}");
    }
}
