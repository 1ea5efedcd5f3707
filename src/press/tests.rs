//! What is taken for a PDF file, and what stands in the way of one.

use super::*;

#[test]
fn only_a_file_with_its_end_is_whole() {
    assert!(is_whole(b"%PDF-1.4\nx\n%%EOF\n"));
    assert!(!is_whole(b"%PDF-1.4\nx") && !is_whole(b"<html>%%EOF") && !is_whole(b""));
}

#[test]
fn a_file_that_was_not_named_is_not_written_over() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let out = folder.path().join("cb-2026.pdf");
    std::fs::write(&out, "cũ").expect("a file");
    let job = Job { page: SitePath::new("a.html"), files: Vec::new(), out: out.clone(), replace: Replace::Never };
    assert!(matches!(print(&job), Err(Error::Exists(path)) if path == out));
    assert_eq!(std::fs::read_to_string(&out).expect("a file"), "cũ");
}
