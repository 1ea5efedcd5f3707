//! Single files that `export` and `pdf` write: never into what people write, whatever way leads there.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::cell_test::{CellTest, SETTINGS};

/// A cell with a rubric of its own name, evidence, hooks and a repository.
fn cell() -> CellTest {
    let rubric = include_str!("../../src/model/rubric.yaml");
    let cell = CellTest::new()
        .file("hieucan.yaml", &format!("{SETTINGS}rubric: bo-tieu-chi.txt\n"))
        .file("bo-tieu-chi.txt", rubric)
        .file("templates/styles/print.css", "/* cũ */")
        .file(".git/config", "")
        .file(".githooks/pre-commit", "#!/bin/sh\n")
        .file(".gitignore", "site/\n")
        .record("can-bo-a/2026-02-01-ke-hoach.md", "criteria: [H1]\npurpose: Nắm chắc mục đích của việc được giao\n");
    symlink("records", cell.root().join("lien-ket")).expect("a link");
    symlink("../bo-tieu-chi.txt", cell.root().join("templates/rubric.txt")).expect("a link");
    symlink("hieucan.yaml", cell.root().join("x.json")).expect("a link");
    cell
}

fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let walk = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    walk.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).expect("a file"))).collect()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(args).env_clear().env("HIEUCAN_CHROMIUM", folder.join("browser")).env("PATH", "/usr/bin:/bin");
    command.current_dir(folder).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A program that writes what is taken for a PDF file.
fn browser(folder: &Path) {
    let heard = "for word in \"$@\"; do case $word in --print-to-pdf=*) out=${word#--print-to-pdf=};; esac; done";
    let path = folder.join("browser");
    fs::write(&path, format!("#!/bin/sh\n{heard}\nprintf '%%PDF-1.4\\n%%%%EOF\\n' >$out\n")).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
}

#[test]
fn what_people_write_is_no_place_for_a_file() {
    let cell = cell();
    browser(cell.root());
    let above = cell.root().file_name().expect("a name").to_str().expect("a plain name");
    let before = files(cell.root());
    for out in [
        "records/so-lieu.json",
        "records/can-bo-a/so-lieu.json",
        "Records/so-lieu.json",
        "RECORDS/so-lieu.json",
        "templates/so-lieu.json",
        "templates/styles/print.css",
        ".git/config",
        ".git/so-lieu.json",
        ".GIT/so-lieu.json",
        ".githooks/pre-commit",
        ".gitignore",
        ".so-lieu.json",
        "hieucan.yaml",
        "HIEUCAN.YAML",
        "rubric.yaml",
        "accepted.yaml",
        "bo-tieu-chi.txt",
        "templates/../records/so-lieu.json",
        "lien-ket/so-lieu.json",
        "lien-ket/can-bo-a/so-lieu.json",
        "templates/rubric.txt",
        "x.json",
        &format!("../{above}/records/so-lieu.json"),
        &format!("{}/records/so-lieu.json", cell.root().display()),
    ] {
        for command in [&["export", "--format", "json"][..], &["pdf"]] {
            let told = run(cell.root(), &[command, &["--out", out]].concat());
            assert_eq!((told.status.code(), told.stdout.len()), (Some(2), 0), "{command:?} {out}: {told:?}");
            assert!(said(&told).contains(": không ghi vào `"), "{command:?} {out}: {}", said(&told));
            assert!(said(&told).contains("--out chi-bo-mau"), "{command:?} {out}: {}", said(&told));
            assert_eq!(files(cell.root()), before, "{command:?} {out}");
        }
    }
}

#[test]
fn a_file_without_a_name_of_its_own_stays_out_of_the_records_too() {
    let cell = cell();
    let records = cell.root().join("records");
    browser(&records);
    let before = files(cell.root());
    for command in [&["export", "--format", "xlsx"][..], &["pdf"]] {
        let told = run(&records, &[command, &["--root", ".."]].concat());
        assert_eq!(told.status.code(), Some(2), "{told:?}");
        assert!(said(&told).contains("--out ../chi-bo-mau"), "{}", said(&told));
        assert_eq!(files(cell.root()), before);
    }
}

#[test]
fn other_places_are_written_to() {
    let (cell, elsewhere) = (cell(), TempDir::new().expect("a folder"));
    fs::create_dir(elsewhere.path().join("records")).expect("a folder");
    fs::create_dir(cell.root().join("bao-cao")).expect("a folder");
    let other = elsewhere.path().join("records/so-lieu.json");
    for out in ["so-lieu.json", "bao-cao/so-lieu.json", "records/../so-lieu-2.json", other.to_str().expect("a path")] {
        let told = run(cell.root(), &["export", "--format", "json", "--out", out]);
        assert!(told.status.success() && cell.root().join(out).is_file(), "{out}: {told:?}");
    }
}

#[test]
fn a_text_that_people_write_is_not_replaced_and_another_name_is_offered() {
    let cell = cell().file("bao-cao.md", "của tôi").file("bao-cao.yaml", "của: tôi");
    for (out, lang, words) in
        [("bao-cao.md", "vi", "--out chi-bo-mau.json"), ("bao-cao.yaml", "en", "--out chi-bo-mau.json")]
    {
        let told = run(cell.root(), &["export", "--format", "json", "--out", out, "--lang", lang]);
        assert_eq!(told.status.code(), Some(2), "{told:?}");
        assert!(said(&told).contains(words) && said(&told).contains(out), "{}", said(&told));
        assert!(fs::read_to_string(cell.root().join(out)).expect("a file").contains("tôi"));
    }
}

#[test]
fn a_folder_that_is_not_there_is_named_with_the_next_step() {
    let cell = cell();
    browser(cell.root());
    for command in [&["export", "--format", "json"][..], &["pdf"]] {
        let told = run(cell.root(), &[command, &["--out", "bao-cao/quy-2/x.json"]].concat());
        assert_eq!(told.status.code(), Some(2), "{told:?}");
        assert!(said(&told).contains("chưa có thư mục `bao-cao/quy-2`"), "{}", said(&told));
        let told = run(cell.root(), &[command, &["--out", "hieucan.yaml/x.json"]].concat());
        assert_eq!(told.status.code(), Some(2), "{told:?}");
    }
}
