//! Files in the output folder that we did not write survive every build, or the build refuses and names them.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use hieucan::base::artifact::{Artifact, SitePath};

use super::{Cell, edition_of, files, publish, refusal, whole_edition};

#[test]
fn foreign_files_stay_the_same_files() {
    let cell = Cell::new();
    cell.file("site/.gitignore", "*\n!.gitignore\n");
    cell.publish(1).unwrap();
    cell.file("site/robots.txt", "User-agent: *\n");
    cell.file("site/tasks/note.txt", "ghi chú");
    cell.file("site/photos/2026/a.png", "png");
    fs::create_dir(cell.out().join("empty")).unwrap();
    symlink("/nowhere", cell.out().join("link")).unwrap();
    fs::set_permissions(cell.out().join("photos"), fs::Permissions::from_mode(0o700)).unwrap();
    let inode = |path: &str| fs::symlink_metadata(cell.out().join(path)).unwrap().ino();
    let kept = [".gitignore", "robots.txt", "tasks/note.txt", "photos/2026/a.png", "link"];
    let before = kept.map(inode);
    for edition in 2..5 {
        cell.publish(edition).unwrap();
        assert_eq!(whole_edition(&cell.out()), edition);
        assert_eq!(kept.map(inode), before);
    }
    assert!(cell.out().join("empty").is_dir());
    assert_eq!(fs::metadata(cell.out().join("photos")).unwrap().mode() & 0o777, 0o700);
    assert_eq!(fs::metadata(cell.out().join("robots.txt")).unwrap().nlink(), 1);
}

#[test]
fn a_foreign_file_stays_in_a_folder_that_we_no_longer_need() {
    let cell = Cell::new();
    publish(edition_of(1, 40), &cell.target(), &|_| ()).unwrap();
    cell.file("site/tasks/member-0/task-30/mine.txt", "của tôi");
    publish(edition_of(2, 4), &cell.target(), &|_| ()).unwrap();
    let site = files(&cell.out());
    assert_eq!(site["tasks/member-0/task-30/mine.txt"], "của tôi".as_bytes());
    assert!(!site.contains_key("tasks/member-0/task-30/index.html"));
    assert_eq!(whole_edition(&cell.out()), 2);
}

#[test]
fn foreign_files_where_ours_belong_are_named_and_nothing_is_changed() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    cell.file("site/data", "a file where a folder belongs");
    cell.file("site/about.html", "their page");
    cell.file("site/help/page.html/x.txt", "a folder where a page belongs");
    let before = files(&cell.root());
    let mut plan = edition_of(2, 12);
    for path in ["data/tallies.json", "about.html", "help/page.html"] {
        plan.push(Artifact::new(SitePath::new(path), || Ok(b"edition 2\nend 2\n".to_vec())));
    }
    let (reason, found) = refusal(publish(plan, &cell.target(), &|_| ()));
    assert_eq!(reason, "output-in-the-way");
    for name in ["data", "about.html", "help/page.html"] {
        assert!(found.contains(name), "{found}");
    }
    assert_eq!(files(&cell.root()), before);
    assert!(cell.left_behind().is_empty());
}

#[test]
fn files_put_there_during_a_build_survive_it() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let plan = edition_of(2, 30);
    publish(plan, &cell.target(), &|done| {
        fs::write(cell.out().join(format!("late-{done}.txt")), "x").unwrap();
    })
    .unwrap();
    let site = files(&cell.out());
    assert_eq!(site.keys().filter(|name| name.starts_with("late-")).count(), 30);
    assert_eq!(whole_edition(&cell.out()), 2);
}

#[test]
fn files_put_there_at_any_moment_survive() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let writer = {
        let out = cell.out();
        std::thread::spawn(move || {
            let mut written = Vec::new();
            for n in 0..1500 {
                let name = format!("n{n}.txt");
                // Between two system calls of the writer the folder may have become the old one.
                if fs::write(out.join(&name), "x").is_ok() {
                    written.push(name);
                }
            }
            written
        })
    };
    let mut edition = 2;
    while !writer.is_finished() {
        cell.publish(edition).unwrap();
        edition += 1;
    }
    let written = writer.join().unwrap();
    let site = files(&cell.out());
    let lost: Vec<_> = written.iter().filter(|name| !site.contains_key(*name)).collect();
    assert!(lost.is_empty(), "{} of {} lost", lost.len(), written.len());
}
