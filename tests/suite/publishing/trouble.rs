//! Whatever happens, the old site stands whole or the new one does.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use hieucan::base::artifact::{Artifact, SitePath};
use hieucan::base::error::Error;

use super::{Cell, Elsewhere, edition_of, elsewhere, files, hidden_in, publish, to, whole_edition};

#[test]
fn a_page_that_fails_leaves_the_old_site_and_gives_its_space_back() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let before = files(&cell.root());
    let mut plan = edition_of(2, 12);
    plan.push(Artifact::new(SitePath::new("x.html"), || Err(Error::Template("page.html:3:1".to_owned()))));
    assert!(matches!(publish(plan, &cell.target(), &|_| ()), Err(Error::Template(_))));
    assert_eq!(files(&cell.root()), before);
    assert!(cell.left_behind().is_empty());
}

#[test]
fn a_page_that_panics_leaves_the_old_site() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let plan = || {
        let mut plan = edition_of(2, 12);
        plan.push(Artifact::new(SitePath::new("x.html"), || panic!("a fault of the program, on purpose")));
        plan
    };
    let caught = std::panic::catch_unwind(|| publish(plan(), &cell.target(), &|_| ()));
    assert!(caught.is_err());
    assert_eq!(whole_edition(&cell.out()), 1);
    assert!(cell.left_behind().is_empty());
}

/// Kills at moments spread over a build; `HIEUCAN_TEST_KILLS=1400` for the long run.
#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up() {
    let rounds = std::env::var("HIEUCAN_TEST_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(60_u64);
    let cell = Cell::new();
    let (root, out) = (cell.root(), cell.out());
    cell.publish(1).unwrap();
    cell.file("site/.gitignore", "*");
    let mut survived = 0;
    for round in 0..rounds {
        let builder = Elsewhere { from: round as usize + 2, count: 1000, pages: 150, ..elsewhere(&root, &out) };
        let mut child = builder.start();
        // A fixed walk over the first tenths of a second, which are several whole builds.
        sleep(Duration::from_micros(5_000 + round * 7_919 % 110_000));
        child.kill().unwrap();
        child.wait().unwrap();
        whole_edition(&out);
        assert!(out.join(".gitignore").exists());
        survived += usize::from(cell.left_behind().is_empty());
    }
    cell.publish(1).unwrap();
    assert_eq!(whole_edition(&out), 1);
    assert!(cell.left_behind().is_empty());
    assert!(survived < rounds as usize, "no kill met a build at work");
}

#[test]
fn an_interrupted_build_removes_its_stage_and_says_so() {
    for signal in ["INT", "TERM", "HUP"] {
        let cell = Cell::new();
        cell.publish(1).unwrap();
        let (root, out) = (cell.root(), cell.out());
        let builder = Elsewhere { pages: 400, break_ms: Some(10), ..elsewhere(&root, &out) };
        let mut child = builder.start();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.any(|line| line == "WRITING"));
        let id = child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        assert!(lines.any(|line| line == "FAILED interrupted"), "{signal}");
        child.wait().unwrap();
        assert_eq!(whole_edition(&out), 1);
        assert!(cell.left_behind().is_empty());
    }
}

#[test]
fn a_build_under_nohup_does_not_hear_the_hangup() {
    let cell = Cell::new();
    let (root, out) = (cell.root(), cell.out());
    let builder = Elsewhere { pages: 60, break_ms: Some(10), before: "trap '' HUP; exec", ..elsewhere(&root, &out) };
    let mut child = builder.start();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == "WRITING"));
    assert!(Command::new("kill").args(["-s", "HUP", &child.id().to_string()]).status().unwrap().success());
    assert!(lines.any(|line| line.starts_with("PUBLISHED")));
    child.wait().unwrap();
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_with_a_path() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let (root, out) = (cell.root(), cell.out());
    // 1 block of the shell's is 512 bytes or 1 KiB; the manifest alone is larger.
    let said = Elsewhere { pages: 60, before: "ulimit -f 2; exec", ..elsewhere(&root, &out) }.run();
    assert!(said.contains("FAILED write") && said.contains("/.site.hieucan-"), "{said}");
    assert_eq!(whole_edition(&out), 1);
    assert!(cell.left_behind().is_empty());
}

#[test]
fn too_few_open_files_are_an_error_with_a_path() {
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let (root, out) = (cell.root(), cell.out());
    for limit in 3..12 {
        let said = Elsewhere { before: &format!("ulimit -n {limit}; exec"), ..elsewhere(&root, &out) }.run();
        let edition = whole_edition(&out);
        assert!(edition == 1 || said.contains("PUBLISHED"), "{limit}: {said}");
        assert!(!said.contains("FAILED") || said.contains("/cell"), "{limit}: {said}");
    }
    cell.publish(3).unwrap();
    assert!(cell.left_behind().is_empty());
}

/// Every call on the way fails once; no failure is silent and none leaves half a site.
#[test]
fn injected_disk_errors_are_told_and_publish_nothing() {
    if Command::new("strace").arg("-V").output().is_err() {
        return;
    }
    let calls = [
        ("mkdirat", "ENOSPC"),
        ("mkdirat", "EACCES"),
        ("write", "EIO"),
        ("write", "EDQUOT"),
        ("renameat2", "EIO"),
        ("renameat2", "EROFS"),
        ("getdents64", "EIO"),
        ("fchmod", "EPERM"),
        ("openat", "EMFILE"),
        ("openat", "ENOMEM"),
    ];
    for (call, error) in calls {
        let cell = Cell::new();
        let (root, out) = (cell.root(), cell.out());
        cell.publish(1).unwrap();
        // Only calls on files below the cell: the test program itself opens and writes others.
        let inject = format!("exec strace -f -qq -o /dev/null -P {}", root.display());
        for when in ["1", "2", "3"] {
            let before = format!("{inject} -e inject={call}:error={error}:when={when}");
            let said = Elsewhere { before: &before, ..elsewhere(&root, &out) }.run();
            let edition = whole_edition(&out);
            if said.contains("FAILED") {
                assert!(edition == 1, "{call} {error} {when}: {said}");
                assert!(said.contains("/cell"), "{call} {error} {when}: {said}");
            }
            cell.publish(1).unwrap();
            assert!(cell.left_behind().is_empty(), "{call} {error} {when}");
        }
    }
}

#[test]
fn a_file_system_without_exchange_gets_the_site_by_two_renames() {
    if Command::new("strace").arg("-V").output().is_err() {
        return;
    }
    let cell = Cell::new();
    cell.publish(1).unwrap();
    cell.file("site/.gitignore", "*");
    let (root, out) = (cell.root(), cell.out());
    let before = "exec strace -f -qq -o /dev/null -e inject=renameat2:error=EINVAL:when=1";
    let said = Elsewhere { before, ..elsewhere(&root, &out) }.run();
    if said.contains("PUBLISHED") {
        assert_eq!(whole_edition(&out), 2);
        assert!(out.join(".gitignore").exists() && cell.left_behind().is_empty());
    }
}

/// A small file system of its own, where the test may mount one.
struct Mount {
    at: PathBuf,
    _folder: tempfile::TempDir,
}

impl Mount {
    fn new(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("disk");
        fs::create_dir(&at).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&at).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(Self { at, _folder: folder })
    }

    fn remount(&self, options: &str) {
        let remount = format!("remount,{options}");
        assert!(Command::new("mount").args(["-o", &remount]).arg(&self.at).status().unwrap().success());
    }

    /// Waits until no more is in use than `before`: a process that another test starts holds our open folders until
    /// it has become its own program.
    fn is_back_to(&self, before: &str) -> bool {
        (0..200).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(25));
            self.in_use() == before
        })
    }

    /// Files and bytes in use.
    fn in_use(&self) -> String {
        let used = Command::new("df").arg("--output=iused,used").arg(&self.at).output().unwrap();
        String::from_utf8_lossy(&used.stdout).into_owned()
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
    }
}

fn failed_write(root: &Path, out: &Path, pages: usize) -> PathBuf {
    match publish(edition_of(2, pages), &to(root, out), &|_| ()) {
        Err(Error::Write { path, .. }) => path,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_full_disk_keeps_the_old_site_and_gets_its_space_back() {
    for options in ["size=1m", "size=16m,nr_inodes=120"] {
        let (cell, Some(disk)) = (Cell::new(), Mount::new(options)) else { return };
        let out = disk.at.join("site");
        publish(edition_of(1, 20), &to(&cell.root(), &out), &|_| ()).unwrap();
        let used = disk.in_use();
        let path = failed_write(&cell.root(), &out, 400);
        assert!(path.to_string_lossy().contains("/.site.hieucan-"), "{}", path.display());
        assert_eq!(whole_edition(&out), 1);
        assert!(disk.is_back_to(&used), "{options}: {} instead of {used}", disk.in_use());
        assert!(hidden_in(&disk.at).is_empty());
    }
}

#[test]
fn a_read_only_disk_keeps_the_old_site_and_is_named() {
    let (cell, Some(disk)) = (Cell::new(), Mount::new("size=4m")) else { return };
    let out = disk.at.join("site");
    publish(edition_of(1, 20), &to(&cell.root(), &out), &|_| ()).unwrap();
    disk.remount("ro");
    assert!(failed_write(&cell.root(), &out, 20).starts_with(&disk.at));
    assert!(failed_write(&cell.root(), &disk.at.join("new/site"), 20).starts_with(&disk.at));
    assert_eq!(whole_edition(&out), 1);
}

#[test]
fn another_file_system_takes_the_site_but_a_mount_point_cannot_be_exchanged() {
    let (cell, Some(disk)) = (Cell::new(), Mount::new("size=4m")) else { return };
    let out = disk.at.join("site");
    for edition in 1..3 {
        publish(edition_of(edition, 20), &to(&cell.root(), &out), &|_| ()).unwrap();
        assert_eq!(whole_edition(&out), edition);
    }
    let refused = publish(edition_of(1, 3), &to(&cell.root(), &disk.at), &|_| ());
    // It holds a folder that is not ours, too; the mount point is what cannot be helped.
    assert_eq!(super::refusal(refused).0, "output-is-mount-point");
}

#[test]
fn a_folder_that_the_user_may_not_write_to_is_named() {
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let cell = Cell::new();
    cell.publish(1).unwrap();
    let (root, out) = (cell.root(), cell.out());
    assert!(Command::new("chmod").args(["755"]).arg(cell.root().parent().unwrap()).status().unwrap().success());
    assert!(Command::new("chmod").args(["555"]).args([&root, &out]).status().unwrap().success());
    let before = if is_root { "exec setpriv --reuid 65534 --clear-groups" } else { "exec" };
    let said = Elsewhere { before, ..elsewhere(&root, &out) }.run();
    if said.contains("FAILED") || said.contains("PUBLISHED") {
        assert!(said.contains("FAILED write") && said.contains("/cell/"), "{said}");
    }
    assert!(Command::new("chmod").args(["755"]).args([&root, &out]).status().unwrap().success());
    assert_eq!(whole_edition(&out), 1);
}
