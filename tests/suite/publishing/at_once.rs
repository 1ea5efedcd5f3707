//! Readers and several builders at once.

use std::fs::{self, File};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::{Cell, Elsewhere, edition_at, edition_of, elsewhere, publish, whole_edition};

#[test]
fn readers_never_meet_a_gap() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let pages = [cell.out().join("index.html"), cell.out().join("tasks/member-1/task-1/index.html")];
    let (done, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        for page in &pages {
            scope.spawn(|| {
                let mut last = 0;
                while !done.load(Ordering::Relaxed) {
                    let edition = edition_at(page);
                    assert!(edition >= last, "an older edition came back");
                    last = edition;
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let published = (2..102).try_for_each(|edition| cell.publish(edition).map(drop));
        done.store(true, Ordering::Relaxed);
        published.unwrap();
    });
    assert!(reads.into_inner() > 200);
    assert_eq!(whole_edition(&cell.out()), 101);
}

#[test]
fn two_threads_that_publish_at_once_never_mix() {
    let cell = Cell::new();
    for round in 0..25 {
        thread::scope(|scope| {
            for edition in [2 * round + 1, 2 * round + 2] {
                let cell = &cell;
                scope.spawn(move || publish(edition_of(edition, 30), &cell.target(), &|_| ()).unwrap());
            }
        });
        let edition = whole_edition(&cell.out());
        assert!(edition == 2 * round + 1 || edition == 2 * round + 2);
        assert!(cell.left_behind().is_empty());
    }
}

#[test]
fn several_processes_that_publish_at_once_never_mix() {
    let cell = Cell::new();
    let (root, out) = (cell.root(), cell.out());
    cell.file("site/.gitignore", "*");
    let builders: Vec<_> =
        (0..4).map(|n| Elsewhere { from: 100 * n, count: 25, pages: 40, ..elsewhere(&root, &out) }.start()).collect();
    for builder in builders {
        let said = builder.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&said.stderr);
        assert_eq!(said.matches("PUBLISHED").count(), 25, "{said}");
    }
    whole_edition(&out);
    assert!(out.join(".gitignore").exists());
    assert!(cell.left_behind().is_empty());
}

#[test]
fn a_living_builders_stage_is_left_alone() {
    let cell = Cell::new();
    let inner = |done: usize| {
        if done == 5 {
            cell.publish(2).unwrap();
            assert_eq!(whole_edition(&cell.out()), 2);
        }
    };
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    alone.install(|| publish(edition_of(1, 12), &cell.target(), &inner)).unwrap();
    assert_eq!(whole_edition(&cell.out()), 1);
    assert!(cell.left_behind().is_empty());
}

#[test]
fn only_stages_of_this_site_whose_builders_are_dead_are_removed() {
    let cell = Cell::new();
    for dead in [".site.hieucan-4711-0/tasks/a.html", ".site.hieucan-99-3.old/index.html"] {
        cell.file(dead, "dead");
    }
    for other in [".site.hieucan-notes/a.txt", ".other.hieucan-1-0/a.html", ".site.hieucan-7-0/alive.html"] {
        cell.file(other, "kept");
    }
    cell.file("site/.gitkeep", "");
    let alive = File::open(cell.root().join(".site.hieucan-7-0")).unwrap();
    alive.lock().unwrap();
    cell.publish(1).unwrap();
    let mut kept = cell.left_behind();
    kept.sort();
    assert_eq!(kept, [".other.hieucan-1-0", ".site.hieucan-7-0", ".site.hieucan-notes"]);
    drop(alive);
    cell.publish(2).unwrap();
    assert!(!cell.root().join(".site.hieucan-7-0").exists());
}

#[test]
fn an_old_site_that_was_set_aside_comes_back() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    fs::rename(cell.out(), cell.root().join(".site.hieucan-4711-0.old")).unwrap();
    cell.file(".site.hieucan-4711-0/index.html", "half a stage");
    let failing = || {
        let broken = || Err(hieucan::base::error::Error::Template("broken".to_owned()));
        vec![hieucan::base::artifact::Artifact::new(hieucan::base::artifact::SitePath::new("a.html"), broken)]
    };
    publish(failing(), &cell.target(), &|_| ()).unwrap_err();
    assert_eq!(whole_edition(&cell.out()), 1);
    assert!(cell.left_behind().is_empty());
}
