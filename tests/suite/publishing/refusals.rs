//! Output folders that must not be written to, known before any work is done.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::{Cell, check_target, edition_of, files, hidden_in, publish, refusal, to};

/// Both the early look and the build itself refuse, for this reason, and nothing is changed.
fn refused(cell: &Cell, out: &Path) -> (&'static str, String) {
    let before = files(&cell.root());
    let target = to(&cell.root(), out);
    let early = refusal(check_target(&target));
    assert_eq!(refusal(publish(edition_of(1, 3), &target, &|_| ())), early);
    assert_eq!(files(&cell.root()), before);
    assert!(hidden_in(&cell.root()).is_empty());
    early
}

#[test]
fn the_root_and_what_holds_it_are_refused() {
    let cell = Cell::new();
    cell.file("records/a.md", "nhật ký");
    assert_eq!(refused(&cell, &cell.root()).0, "output-is-root");
    assert_eq!(refused(&cell, &cell.root().join("records/..")).0, "output-is-root");
    assert_eq!(refused(&cell, cell.root().parent().unwrap()).0, "output-holds-records");
    assert_eq!(refused(&cell, Path::new("/")).0, "output-holds-records");
    symlink(cell.root(), cell.root().join("self")).unwrap();
    assert_eq!(refused(&cell, &cell.root().join("self/../cell/")).0, "output-is-root");
}

#[test]
fn folders_that_people_write_are_refused() {
    let cell = Cell::new();
    cell.file("templates/pages/x.html", "");
    cell.file("docs/.git/config", "");
    for (out, source) in [
        ("records", "records"),
        ("records/site", "records"),
        ("records/2026/../../records/new", "records"),
        ("templates", "templates"),
        ("templates/pages", "templates"),
        ("src", "src"),
        ("docs/.git/site", ".git"),
        ("rubric.yaml/site", "rubric.yaml"),
        ("accepted.yaml", "accepted.yaml"),
    ] {
        fs::create_dir_all(cell.root().join("records/2026")).unwrap();
        assert_eq!(refused(&cell, &cell.root().join(out)), ("output-in-sources", source.to_owned()), "{out}");
    }
}

#[test]
fn the_home_folder_and_what_holds_it_are_refused() {
    let Some(home) = std::env::home_dir().filter(|home| home.is_dir()) else { return };
    let cell = Cell::new();
    assert_eq!(refused(&cell, &home).0, "output-is-home");
}

#[test]
fn files_and_links_are_refused() {
    let cell = Cell::new();
    cell.file("page.html", "");
    assert_eq!(refused(&cell, &cell.root().join("page.html")).0, "output-is-file");
    assert_eq!(refused(&cell, &cell.root().join("page.html/site")).0, "output-is-file");
    let elsewhere = tempfile::tempdir().unwrap();
    for (name, target) in [("site", elsewhere.path()), ("dangling", Path::new("/nowhere"))] {
        symlink(target, cell.root().join(name)).unwrap();
        let found = target.display().to_string();
        assert_eq!(refused(&cell, &cell.root().join(name)), ("output-is-link", found.clone()));
        assert_eq!(refused(&cell, &cell.root().join(name).join("")), ("output-is-link", found));
    }
}

#[test]
fn a_folder_inside_another_site_is_refused() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let above = fs::canonicalize(cell.out()).unwrap().display().to_string();
    for inside in ["new", "tasks", "new/deep/er"] {
        assert_eq!(refused(&cell, &cell.out().join(inside)), ("output-in-output", above.clone()));
    }
}

#[test]
fn a_folder_with_other_peoples_files_is_refused() {
    let cell = Cell::new();
    cell.file("site/letter.odt", "thư");
    cell.file("site/.gitignore", "*");
    assert_eq!(refused(&cell, &cell.out()), ("output-has-foreign-files", "letter.odt".to_owned()));
    for n in 0..6 {
        cell.file(&format!("site/n{n}"), "");
    }
    let told = refused(&cell, &cell.out()).1;
    assert_eq!(told, "letter.odt, n0, n1, n2, n3, … (7)");
}

#[test]
fn the_manifest_of_another_program_is_a_foreign_file() {
    let cell = Cell::new();
    for other in ["{\"name\":\"app\",\"icons\":[]}", "{\"generator\":\"hugo 1\",\"files\":[]}", "", "nonsense"] {
        cell.file("site/manifest.json", other);
        assert_eq!(refused(&cell, &cell.out()), ("output-has-foreign-files", "manifest.json".to_owned()));
    }
}

#[test]
fn an_empty_folder_counts_as_ours() {
    let cell = Cell::new();
    fs::create_dir(cell.out()).unwrap();
    cell.publish(1).unwrap();
    assert_eq!(super::whole_edition(&cell.out()), 1);
}
