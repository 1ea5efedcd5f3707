//! The same input gives the same bytes, wherever, whenever and on however many threads; and what a run says of itself
//! survives a reader who leaves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

/// The sample cell, copied to a folder of this name.
fn sample(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder).expect("a folder");
    for name in ["hieucan.yaml", "accepted.yaml"] {
        fs::copy(root.join(name), folder.join(name)).expect("the settings");
    }
    for entry in walkdir::WalkDir::new(root.join("records")).into_iter().flatten() {
        let to = folder.join(entry.path().strip_prefix(root).expect("a file of the sample"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder");
        } else {
            fs::copy(entry.path(), to).expect("a file of the sample");
        }
    }
}

fn hieucan(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.env_clear().env("LANG", "vi_VN.UTF-8").current_dir(root);
    command
}

/// Builds the cell in `root` in this surrounding; the manifest of the site, which holds the hash of every file.
fn manifest(root: &Path, surrounding: &[(&str, &str)]) -> String {
    let out = TempDir::new().expect("a folder");
    let site = out.path().join("site");
    let mut command = hieucan(root);
    command.arg("build").arg("--out").arg(&site).envs(surrounding.iter().copied());
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(site.join("manifest.json")).expect("a manifest")
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let place = TempDir::new().expect("a folder");
    let (root, elsewhere) = (place.path().join("cell"), place.path().join("nơi khác/sâu/hơn"));
    sample(&root);
    sample(&elsewhere);
    let first = manifest(&root, &[]);
    assert!(first.contains("index.html"));
    let surroundings: [&[(&str, &str)]; 7] = [
        &[],
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "2")],
        &[("RAYON_NUM_THREADS", "8")],
        &[("LANG", "C"), ("LC_ALL", "C")],
        &[("TZ", "Pacific/Kiritimati")],
        &[("TZ", "America/Adak"), ("LANG", "en_US.UTF-8")],
    ];
    for surrounding in surroundings {
        assert!(manifest(&root, surrounding) == first, "another site under {surrounding:?}");
    }
    assert!(manifest(&elsewhere, &[]) == first, "another site from another folder");
}

/// A log whose words are near every length at which something is cut or called short.
const LONG_LOG: &str = "---\ntitle: Tham mưu kế hoạch tuyên truyền đại hội\nmember: le-hong-son\nassigned: \
    2026-04-01\ndue: 2026-04-20\ndone: 2026-04-10\ncriteria: [H1, H2, C4, C5]\npurpose: Để đảng viên nắm rõ đại \
    hội\noutputs: Kế-hoạch-tuyên-truyền-đại-hội-chi-bộ-và-đại-hội-đảng-bộ-cấp-trên-trực-tiếp\nrisks: {risk: Không \
    được tổ chức đúng tiến độ}\nsteps: [{what: Đề xuất nội dung tuyên truyền, start: 2026-04-02, end: 2026-04-03}, \
    {what: Dựng, start: 2026-04-04, end: 2026-04-09}]\n---\n";

/// The pages and figures of the sample cell whose every text is `written` so, composed again.
fn pages(written: fn(&str) -> String) -> BTreeMap<String, String> {
    let place = TempDir::new().expect("a folder");
    let (root, site) = (place.path().join("cell"), place.path().join("site"));
    sample(&root);
    fs::write(root.join("records/2026/le-hong-son/2026-04-01-dai-hoi.md"), LONG_LOG).expect("a log");
    for entry in walkdir::WalkDir::new(&root).into_iter().flatten() {
        if let Some("md" | "yaml") = entry.path().extension().and_then(|extension| extension.to_str()) {
            let mut text = fs::read_to_string(entry.path()).expect("a text of the sample");
            if entry.file_name() == "hieucan.yaml" {
                text += "checks: {not-nfc: off}\n";
            }
            fs::write(entry.path(), written(&text)).expect("a text of the sample");
        }
    }
    let output = hieucan(&root).arg("build").arg("--out").arg(&site).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = walkdir::WalkDir::new(&site).into_iter().flatten().map(walkdir::DirEntry::into_path);
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "html" || extension == "json"))
        .filter(|path| !path.ends_with("manifest.json"))
        .map(|path| {
            let name = path.strip_prefix(&site).expect("a file of the site").display().to_string();
            (name, fs::read_to_string(&path).expect("a page").nfc().collect())
        })
        .collect()
}

#[test]
fn a_cell_looks_the_same_however_its_letters_are_composed() {
    let (composed, decomposed) = (pages(|text| text.nfc().collect()), pages(|text| text.nfd().collect()));
    assert!(composed.keys().eq(decomposed.keys()) && composed.len() > 300);
    let differ: Vec<&String> = composed.keys().filter(|name| composed[*name] != decomposed[*name]).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn a_file_with_five_mistakes_reports_five_located_errors_in_one_run() {
    let cell = TempDir::new().expect("a folder");
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/five-mistakes.md");
    fs::create_dir(cell.path().join("records")).expect("a folder");
    fs::copy(case, cell.path().join("records/nam-loi.md")).expect("the case");
    fs::write(cell.path().join("hieucan.yaml"), crate::cell_test::SETTINGS).expect("the settings");
    let output = hieucan(cell.path()).arg("check").output().expect("the program runs");
    let told = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(1), "{told}");
    let headlines: Vec<&str> = told.lines().filter(|line| line.starts_with("lỗi[")).collect();
    let places: Vec<&str> = told.lines().filter(|line| line.contains("--> records/nam-loi.md:")).collect();
    assert_eq!((headlines.len(), places.len()), (5, 5), "{told}");
    let mut lines: Vec<&str> = places.iter().filter_map(|place| place.rsplit(':').nth(1)).collect();
    lines.sort_unstable();
    assert_eq!(lines, ["2", "4", "6", "7", "9"], "{told}");
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let cell = TempDir::new().expect("a folder");
    sample(cell.path());
    for args in [&["check", "--format", "json"][..], &["build"], &["--help"]] {
        let mut child = hieucan(cell.path())
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!told.contains("panicked") && output.status.code() == Some(0), "{args:?}: {:?} {told}", output.status);
    }
}
