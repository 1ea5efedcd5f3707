//! `docs/first-hour.md` shows what a new user types and reads: every command in it is run here, in an empty folder.
//!
//! After a change of what commands print: `FIRST_HOUR=write cargo test --test suite first_hour`, then look at the
//! difference.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const DOCUMENT: &str = "docs/first-hour.md";

/// A person at a shell, in the folder where the commands before have led.
struct Shell {
    home: PathBuf,
    folder: PathBuf,
}

impl Shell {
    /// What a command prints, to whichever stream.
    fn run(&mut self, command: &str) -> String {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.folder.push(folder);
            return String::new();
        }
        let programs = Path::new(env!("CARGO_BIN_EXE_hieucan")).parent().expect("a folder");
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").expect("a search path"));
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("exec 2>&1\n{command}")]).current_dir(&self.folder).env("PATH", path);
        shell.env("LC_ALL", "C.UTF-8").env("HOME", &self.home).env("GIT_CONFIG_NOSYSTEM", "1");
        for role in ["AUTHOR", "COMMITTER"] {
            shell.env(format!("GIT_{role}_NAME"), "Nguyễn Văn An").env(format!("GIT_{role}_EMAIL"), "an@vidu.example");
        }
        let output = shell.output().expect("a shell");
        let said = String::from_utf8(output.stdout).expect("text").replace('\u{feff}', "");
        said.replace(&self.home.display().to_string(), "~")
    }
}

/// The document with what its commands print now.
fn played(document: &str) -> String {
    let empty = TempDir::new().expect("a folder");
    let home = empty.path().canonicalize().expect("a folder");
    let mut shell = Shell { folder: home.clone(), home };
    let (mut out, mut is_console) = (String::new(), false);
    for line in document.lines() {
        match (line, line.strip_prefix("$ ")) {
            ("```console", _) => is_console = true,
            ("```", _) => is_console = false,
            (_, Some(command)) if is_console => {
                out += &format!("{line}\n{}", shell.run(command));
                continue;
            }
            // What was printed when the document was written.
            _ if is_console => continue,
            _ => {}
        }
        out += line;
        out.push('\n');
    }
    out
}

/// Days and times are other ones tomorrow, and what is counted by months.
fn without_numbers(text: &str) -> String {
    let mut out: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    while out.contains("00") {
        out = out.replace("00", "0");
    }
    out
}

#[test]
fn a_new_user_reads_what_the_document_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    let document = fs::read_to_string(&path).expect(DOCUMENT);
    let played = played(&document);
    if std::env::var_os("FIRST_HOUR").is_some() {
        return fs::write(&path, &played).expect(DOCUMENT);
    }
    let (said, wanted) = (without_numbers(&played), without_numbers(&document));
    for (number, (said, wanted)) in said.lines().zip(wanted.lines()).enumerate() {
        assert_eq!(said, wanted, "{DOCUMENT}:{}", number + 1);
    }
    assert_eq!(said.lines().count(), wanted.lines().count());
}
