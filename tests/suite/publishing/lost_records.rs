//! A site with logs is not replaced by an empty one because their folder is not there.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::files;

const LOG: &str = "---\ntitle: Kế hoạch\nmember: an\nassigned: 2026-01-05\ndone: 2026-01-06\n---\n";

fn cell() -> TempDir {
    let cell = TempDir::new().unwrap();
    let settings = "cell: {id: c, name: C}\nlang: vi\nas_of: 2026-06-30\nmembers: [{id: an, name: An}]\n";
    fs::write(cell.path().join("hieucan.yaml"), settings).unwrap();
    cell
}

fn build(cell: &Path) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let output = command.args(["build", "--no-cache"]).current_dir(cell).env_clear().output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_site_with_logs_stays_while_their_folder_is_missing_or_a_link() {
    let folder = cell();
    let cell = folder.path();
    let (records, share) = (cell.join("records"), cell.join("o-chung"));
    fs::create_dir(&records).unwrap();
    fs::write(records.join("mot.md"), LOG).unwrap();
    assert_eq!(build(cell).0, Some(0));
    let before = files(&cell.join("site"));
    fs::rename(&records, &share).unwrap();
    let (ending, said) = build(cell);
    assert!(ending == Some(2) && said.contains("không thấy thư mục nhật ký") && said.contains("Trang cũ"), "{said}");
    symlink(&share, &records).unwrap();
    let (ending, said) = build(cell);
    assert!(ending == Some(2) && said.contains("là liên kết") && said.contains("Trang cũ"), "{said}");
    assert!(files(&cell.join("site")) == before);
    fs::remove_file(&records).unwrap();
    fs::create_dir(&records).unwrap();
    assert_eq!(build(cell).0, Some(0), "whoever has no logs any more says so with an empty folder");
}

#[test]
fn a_new_cell_without_a_folder_of_logs_is_built_again_and_again() {
    let cell = cell();
    for _ in 0..2 {
        assert_eq!(build(cell.path()).0, Some(0));
    }
}
