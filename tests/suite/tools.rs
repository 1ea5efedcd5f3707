//! What surrounds the work: `doctor`, completions, the manual page.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::cell_test::CellTest;

fn hieucan(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(args).current_dir(folder).env_clear().env("LANG", "vi_VN.UTF-8");
    command
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

/// A home with a font, and a search path with git and a Chromium: nothing is missing there.
fn machine() -> TempDir {
    let home = TempDir::new().expect("a folder");
    fs::create_dir_all(home.path().join(".fonts")).expect("a folder");
    fs::write(home.path().join(".fonts/LiberationSerif-Regular.ttf"), "").expect("a file");
    fs::create_dir(home.path().join("bin")).expect("a folder");
    for program in ["git", "chromium"] {
        symlink("/bin/true", home.path().join("bin").join(program)).expect("a link");
    }
    home
}

fn doctor(cell: &Path, machine: &TempDir, more: &[&str]) -> (i32, String) {
    let mut command = hieucan(cell, &[&["doctor"], more].concat());
    command.env("HOME", machine.path()).env("PATH", machine.path().join("bin"));
    let output = command.output().expect("the program runs");
    (output.status.code().expect("a status"), stdout(&output))
}

#[test]
fn where_nothing_is_missing_doctor_says_so() {
    let (machine, cell) = (machine(), CellTest::new());
    for (lang, line) in [("vi", "Không thiếu gì."), ("en", "Nothing is missing.")] {
        let (status, said) = doctor(cell.root(), &machine, &["--lang", lang]);
        assert_eq!(status, 0, "{said}");
        assert_eq!(said.lines().last(), Some(line), "{said}");
    }
}

#[test]
fn doctor_names_the_commands_without_which_the_first_commit_fails() {
    let (machine, cell) = (machine(), CellTest::new());
    let git = machine.path().join("bin/git");
    fs::remove_file(&git).expect("a link");
    let real = ["/usr/bin/git", "/usr/local/bin/git"].into_iter().find(|path| Path::new(path).is_file()).expect("git");
    symlink(real, &git).expect("a link");
    let (status, said) = doctor(cell.root(), &machine, &[]);
    assert_eq!(status, 1, "{said}");
    assert!(
        said.contains("git config --global user.name") && said.contains("git config --global user.email"),
        "{said}"
    );
    fs::write(machine.path().join(".gitconfig"), "[user]\nname = An\nemail = an@vidu.example\n").expect("a file");
    assert_eq!(doctor(cell.root(), &machine, &[]).0, 0);
}

#[test]
fn doctor_names_the_members_whose_address_git_cannot_tell() {
    let machine = machine();
    let cell = |more: &str| {
        let members = format!(
            "  - {{id: an, name: Nguyễn Văn An{more}}}\n  - {{id: binh, name: Trần Thị Bình, emails: [b@vidu.example]}}\n"
        );
        CellTest::new().file("hieucan.yaml", &format!("cell: {{id: c, name: C}}\nmembers:\n{members}"))
    };
    let (status, said) = doctor(cell("").root(), &machine, &[]);
    assert_eq!(status, 0, "{said}");
    let at = said.lines().position(|line| line.contains("chưa khai của Nguyễn Văn An,")).expect(&said);
    assert!(said.lines().nth(at + 1).is_some_and(|step| step.contains("`emails: [")), "{said}");
    assert!(doctor(cell(", emails: [a@vidu.example]").root(), &machine, &[]).1.contains("mọi người đều đã khai"));
}

#[test]
fn each_thing_that_is_missing_has_its_next_step() {
    let machine = machine();
    fs::remove_file(machine.path().join("bin/git")).expect("a link");
    fs::remove_file(machine.path().join("bin/chromium")).expect("a link");
    let cell = CellTest::new().file("templates/pages/home.html", "{{ khong.co }}{% if %}").file("ngoai/site", "");
    let (status, said) = doctor(cell.root(), &machine, &["--out", "records"]);
    assert_eq!(status, 1, "{said}");
    for missing in ["git: chưa cài", "mẫu trang: ", "không ghi được vào records", "Chromium để in PDF: chưa có"]
    {
        let line = said.lines().position(|line| line.starts_with("thiếu") && line.contains(missing)).expect(missing);
        let next = said.lines().nth(line + 1).unwrap_or_default();
        assert!(next.trim_start().starts_with("→ ") && next.chars().count() > 20, "{said}");
    }
    assert!(
        said.contains("không ghi được vào") && said.contains("records: ") && said.contains("riêng cho trang"),
        "{said}"
    );
    let (status, said) = doctor(Path::new("/dev"), &machine, &[]);
    assert_eq!(status, 1);
    assert!(said.contains("hieucan init"), "{said}");
    let faulty = CellTest::new().file("hieucan.yaml", "cell: {id: a, name: A}\nmember: []\n");
    let (_, said) = doctor(faulty.root(), &machine, &[]);
    assert!(said.contains("hieucan.yaml:2:1"), "{said}");
    let faulty = CellTest::new().file("rubric.yaml", "id: a\n");
    assert!(doctor(faulty.root(), &machine, &[]).1.contains("rubric.yaml:1:1"));
}

#[test]
fn every_shell_is_given_all_commands_and_words() {
    for lang in ["vi", "en"] {
        for shell in ["bash", "zsh", "fish", "powershell"] {
            let output =
                hieucan(Path::new("/"), &["completions", shell, "--lang", lang]).output().expect("the program");
            let script = stdout(&output);
            for word in ["review", "schema", "doctor", "deny-warnings", "leaders", "sarif"] {
                assert!(script.contains(word), "{shell}: {word}");
            }
            is_read_by(shell, &script);
        }
    }
    assert_eq!(hieucan(Path::new("/"), &["completions", "csh"]).output().expect("the program").status.code(), Some(2));
}

/// The shell, where it is installed, reads the script without a word.
fn is_read_by(shell: &str, script: &str) {
    let mut command = Command::new(shell);
    command.args(["-n"]).stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut child) = command.spawn() else { return };
    child.stdin.take().expect("a stream").write_all(script.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {output:?}");
}

#[test]
fn bash_completes_a_command_and_the_words_of_an_option() {
    let script = stdout(&hieucan(Path::new("/"), &["completions", "bash"]).output().expect("the program"));
    let ask = "COMP_WORDS=(hieucan ch); COMP_CWORD=1; _hieucan hieucan ch hieucan; echo \"${COMPREPLY[*]}\"
        COMP_WORDS=(hieucan build --audience ''); COMP_CWORD=3; _hieucan hieucan '' --audience; echo \"${COMPREPLY[*]}\"";
    let output = Command::new("bash").args(["-c", &format!("{script}\n{ask}")]).output().expect("bash");
    assert_eq!(stdout(&output), "check\npublic cell leaders\n", "{output:?}");
}

#[test]
fn the_manual_page_tells_every_command_and_option_in_both_languages() {
    let pages = ["vi", "en"].map(|lang| {
        let output = hieucan(Path::new("/"), &["man", "--lang", lang]).output().expect("the program");
        assert!(output.status.success());
        stdout(&output)
    });
    for page in &pages {
        assert!(page.contains(".TH HIEUCAN 1"), "{page}");
        for command in ["build", "check", "init", "review", "schema", "lsp", "doctor", "completions"] {
            assert!(page.contains(&format!(".SH \"hieucan {command}\"")), "{command}: {page}");
        }
        assert!(page.contains("deny\\-warnings") && !page.contains("hieucan man"));
        assert_eq!(page.matches("\\-\\-quiet").count(), 1);
    }
    assert!(pages[0].contains("Cách dùng") && !pages[0].contains("Print help"), "{}", pages[0]);
    assert!(pages[1].contains("Usage") && !pages[1].contains("ọ"), "{}", pages[1]);
    let Ok(mut groff) = Command::new("groff")
        .args(["-man", "-Tutf8", "-Kutf8", "-ww"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
    else {
        return;
    };
    groff.stdin.take().expect("a stream").write_all(pages[0].as_bytes()).expect("it reads");
    let shown = groff.wait_with_output().expect("it ends");
    assert!(shown.stderr.is_empty(), "{}", String::from_utf8_lossy(&shown.stderr));
}
