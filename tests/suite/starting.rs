//! A new cell: what `init` writes is in order, nothing that stands is touched, and git checks what is staged.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const FORGES: [(&str, &str); 3] = [
    ("gitlab", ".gitlab-ci.yml"),
    ("gitea", ".gitea/workflows/hieucan.yml"),
    ("github", ".github/workflows/hieucan.yml"),
];

fn run_in(folder: &Path, program: &str, args: &[&str]) -> Output {
    let beside = Path::new(env!("CARGO_BIN_EXE_hieucan")).parent().expect("a folder");
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", beside.display());
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env_clear().env("PATH", path).env("LANG", "vi_VN.UTF-8");
    command.env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "An").env(format!("GIT_{who}_EMAIL"), "an@vidu.example");
    }
    command.output().expect("the program runs")
}

fn hieucan(folder: &Path, args: &[&str]) -> Output {
    run_in(folder, env!("CARGO_BIN_EXE_hieucan"), args)
}

fn git(folder: &Path, args: &[&str]) -> Output {
    run_in(folder, "git", args)
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// `hieucan init` of a cell with a secretary and a member.
fn init(folder: &Path, more: &[&str]) -> Output {
    let args = ["init", "chi-bo", "--name", "Chi bộ: «1» # x", "--secretary", "Trần Thị Bình", "--member"];
    hieucan(folder, &[&args[..], &["Nguyễn Văn An <an@vidu.example>"], more].concat())
}

/// A new cell in a folder of its own.
fn begun(more: &[&str]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let output = init(folder.path(), more);
    assert!(output.status.success(), "{}", said(&output));
    let cell = folder.path().join("chi-bo");
    (folder, cell)
}

fn files(root: &Path) -> Vec<(String, Vec<u8>)> {
    let walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| entry.file_name() != ".git").flatten();
    let named = walk.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(root).expect("a file of the cell").display().to_string();
        (name, fs::read(entry.path()).expect("a file"))
    });
    named.collect()
}

fn assert_in_order(cell: &Path) {
    let output = hieucan(cell, &["check", "--deny-warnings"]);
    assert!(output.status.success(), "{}", said(&output));
}

fn log_of(cell: &Path) -> PathBuf {
    let files = files(cell);
    let (log, _) = files.iter().find(|(name, _)| name.starts_with("records/")).expect("a log");
    cell.join(log)
}

#[test]
fn a_new_cell_has_no_problems_and_builds_at_once_in_both_languages() {
    for lang in ["vi", "en"] {
        let (_folder, cell) = begun(&["--lang", lang]);
        assert_in_order(&cell);
        let output = hieucan(&cell, &["build", "--strict"]);
        assert!(output.status.success(), "{}", said(&output));
        assert!(cell.join("site/members/nguyen-van-an/index.html").is_file());
        let status = git(&cell, &["status", "--porcelain", "--untracked-files=all"]);
        let status = said(&status);
        assert!(status.contains("hieucan.yaml") && !status.contains("site/"), "{status}");
    }
}

#[test]
fn a_second_run_writes_nothing_and_says_what_is_there() {
    let (folder, cell) = begun(&[]);
    fs::write(cell.join("README.md"), "của chúng tôi").expect("a file");
    fs::remove_file(cell.join(".gitignore")).expect("a file");
    let before = files(&cell);
    let again = init(folder.path(), &["--lang", "vi"]);
    assert!(again.status.success());
    let said = said(&again);
    assert!(
        said.contains("Đã có sẵn, giữ nguyên:\n  hieucan.yaml\n  records\n  README.md\n  .githooks/pre-commit\n"),
        "{said}"
    );
    let (gone, rest): (Vec<_>, Vec<_>) = files(&cell).into_iter().partition(|(name, _)| name == ".gitignore");
    assert_eq!((gone.len(), &rest), (1, &before));
    let third = hieucan(folder.path(), &["init", "chi-bo", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&third.stdout).starts_with("Nothing to add in chi-bo\n"), "{third:?}");
    assert_eq!(files(&cell).len(), before.len() + 1);
}

#[test]
fn people_named_to_a_cell_that_stands_are_told_as_lines_for_its_roster() {
    let (folder, cell) = begun(&[]);
    let before = files(&cell);
    let args =
        ["init", "chi-bo", "--lang", "en", "--member", "Nguyễn Văn An", "--member", "Nguyễn văn An <n@vidu.example>"];
    let told = said(&hieucan(folder.path(), &args));
    let lines = "  - id: nguyen-van-an-2\n    name: Nguyễn văn An\n    emails: [\"n@vidu.example\"]\n";
    assert!(
        told.ends_with(&format!("was not changed. To add people, put these lines at the end of `members`:\n{lines}")),
        "{told}"
    );
    assert_eq!(files(&cell), before);
}

#[test]
fn what_init_cannot_use_is_refused_in_a_cell_that_stands_too() {
    let (folder, cell) = begun(&[]);
    let before = files(&cell);
    for (option, value, words) in [
        ("--member", "Abc, Def", "không đọc được là họ tên của một người"),
        ("--member", "CON=Ai đó", "mã đứng trước dấu `=` không dùng được"),
        ("--leader", "An <an>", "địa chỉ thư chưa đúng"),
        ("--id", "Có Dấu", "chữ thường không dấu"),
        ("--id", "../x", "chữ thường không dấu"),
    ] {
        for dir in ["chi-bo", "moi"] {
            let refused = hieucan(folder.path(), &["init", dir, "--lang", "vi", option, value]);
            let said = String::from_utf8_lossy(&refused.stderr);
            assert!(refused.status.code() == Some(2) && said.contains(words), "{dir} {value}: {said}");
        }
    }
    let told = said(&hieucan(folder.path(), &["init", "chi-bo", "--lang", "vi", "--name", "Khác", "--place", "Huế"]));
    assert!(told.contains("`--name`, `--place` không thay đổi gì"), "{told}");
    assert!(files(&cell) == before && !folder.path().join("moi").exists());
}

#[test]
fn the_log_that_a_new_cell_shows_how_to_write_counts() {
    for (lang, mark) in [("vi", "tiêu đề:"), ("en", "title:")] {
        let (_folder, cell) = begun(&["--lang", lang]);
        let readme = fs::read_to_string(cell.join("README.md")).expect("a README");
        let log = readme.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a log");
        assert!(log.contains(mark), "{log}");
        fs::write(log_of(&cell).with_file_name("2026-01-05-viec.md"), log).expect("a file");
        assert_in_order(&cell);
        let built = hieucan(&cell, &["build"]);
        assert!(built.status.success(), "{}", said(&built));
        let data = fs::read_to_string(cell.join("site/data/records.json")).expect("data");
        let rows: Value = serde_json::from_str(&data).expect("JSON");
        let states: Vec<&str> =
            rows["rows"].as_array().expect("rows").iter().filter_map(|row| row["status"].as_str()).collect();
        assert!(states.contains(&"doing") && states.contains(&"cancelled"), "{states:?}");
        let told = if lang == "vi" {
            "đừng chép dòng `trạng thái: hủy`"
        } else {
            "do not copy its line `status: cancelled`"
        };
        assert!(readme.contains(told), "{readme}");
    }
}

#[test]
fn no_cell_is_begun_within_the_records_of_another() {
    let (_folder, cell) = begun(&[]);
    let before = files(&cell);
    let within = cell.join("records/2026");
    fs::create_dir_all(&within).expect("a folder");
    let refused = init(&within, &["--lang", "vi"]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    let outer = cell.canonicalize().expect("a path");
    assert!(said(&refused).contains(&format!("`records` của chi bộ ở {}", outer.display())), "{}", said(&refused));
    assert_eq!(files(&cell), before);
}

#[test]
fn one_id_for_two_people_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let args =
        ["init", "x", "--name", "A", "--secretary", "an=Trần Thị An", "--member", "an=Nguyễn Văn An", "--lang", "en"];
    let output = hieucan(folder.path(), &args);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("the id `an` was given to two people"), "{}", said(&output));
    assert!(!folder.path().join("x").exists());
}

#[test]
fn nothing_is_written_through_a_link() {
    for link in ["chi-bo", "chi-bo/records", "chi-bo/.githooks"] {
        let folder = TempDir::new().expect("a folder");
        let elsewhere = TempDir::new().expect("a folder");
        let link = folder.path().join(link);
        fs::create_dir_all(link.parent().expect("a folder")).expect("a folder");
        std::os::unix::fs::symlink(elsewhere.path(), &link).expect("a link");
        let output = init(folder.path(), &["--no-git"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(
            said(&output).contains(link.file_name().expect("a name").to_str().expect("a name")),
            "{}",
            said(&output)
        );
        assert_eq!(files(elsewhere.path()), []);
    }
}

#[test]
fn whatever_the_folder_is_called_what_is_to_be_typed_is_one_word_on_one_line() {
    let folder = TempDir::new().expect("a folder");
    git(folder.path(), &["init", "-q"]);
    for name in ["a b", "it's", "x\ntouch owned\n#"] {
        let output =
            hieucan(folder.path(), &["init", name, "--name", "A", "--member", "Nguyễn Văn An", "--lang", "en"]);
        assert!(output.status.success(), "{}", said(&output));
        let hook = fs::read_to_string(folder.path().join(name).join(".githooks/pre-commit")).expect("a hook");
        let lines: Vec<&str> = hook.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(lines.len() == 3 && hook.lines().nth(3).is_some_and(|line| line.starts_with("cell='")), "{hook}");
        let command =
            said(&output).lines().find_map(|line| line.split_once(": git config ").map(|(_, rest)| rest.to_owned()));
        let typed = format!("printf '%s|' {}", command.expect("a command"));
        let words = said(&run_in(folder.path(), "/bin/sh", &["-c", &typed]));
        assert_eq!(words.matches('|').count(), 2, "{words}");
    }
    assert!(!folder.path().join("owned").exists());
}

#[test]
fn the_example_enters_no_figure_and_exports_stay_out_of_the_repository() {
    let (_folder, cell) = begun(&[]);
    assert!(hieucan(&cell, &["build", "--strict"]).status.success());
    let tallies = fs::read_to_string(cell.join("site/data/tallies.json")).expect("figures");
    let tallies: Value = serde_json::from_str(&tallies).expect("JSON");
    let counted = |row: &Value| row["records"].as_u64().is_some_and(|records| records > 0);
    assert!(!tallies["rows"].as_array().expect("rows").iter().any(counted), "{tallies}");
    let exported = hieucan(&cell, &["export", "--format", "xlsx"]);
    assert!(exported.status.success(), "{}", said(&exported));
    let status = said(&git(&cell, &["status", "--porcelain", "--untracked-files=all"]));
    assert!(status.contains("hieucan.yaml") && !status.contains(".xlsx"), "{status}");
}

#[test]
fn a_second_review_of_the_same_by_the_same_person_is_none() {
    let (_folder, cell) = begun(&[]);
    let log = log_of(&cell);
    let log = log.strip_prefix(&cell).expect("a file of the cell").to_str().expect("a path");
    let review = |by: &str| said(&hieucan(&cell, &["review", log, "--by", by, "--lang", "en"]));
    assert!(!review("tran-thi-binh").contains("has reviewed the log"));
    let again = review("Trần Thị Bình");
    assert!(again.contains("has reviewed the log as it is now in records/") && again.contains(".review.md"), "{again}");
}

#[test]
fn a_folder_with_files_of_others_keeps_them() {
    let folder = TempDir::new().expect("a folder");
    let cell = folder.path().join("chi-bo");
    fs::create_dir_all(cell.join("records")).expect("a folder");
    fs::write(cell.join("README.md"), "x").expect("a file");
    fs::write(cell.join("hieucan.yaml"), "không phải của tôi").expect("a file");
    assert!(init(folder.path(), &[]).status.success());
    assert_eq!(fs::read_to_string(cell.join("README.md")).expect("a file"), "x");
    assert_eq!(fs::read_to_string(cell.join("hieucan.yaml")).expect("a file"), "không phải của tôi");
}

#[test]
fn a_folder_alone_begins_a_cell_that_builds_and_says_which_names_stand_in() {
    for (more, stand_ins) in [
        (&[][..], &["`chi-bo-so-1`", "`Họ và tên`"][..]),
        (&["--name", "Chi bộ 1"], &["`Họ và tên`"]),
        (&["--member", "Nguyễn Văn An"], &["`chi-bo-so-1`"]),
    ] {
        let folder = TempDir::new().expect("a folder");
        let output = hieucan(folder.path(), &[&["init", "chi-bo-so-1"], more].concat());
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{told}");
        assert!(stand_ins.iter().all(|name| told.contains(name)) && told.contains("hieucan.yaml"), "{told}");
        assert!(more.get(1).is_none_or(|given| !told.contains(&format!("`{given}`"))), "{told}");
        let cell = folder.path().join("chi-bo-so-1");
        for command in ["check", "build"] {
            let output = hieucan(&cell, &[command]);
            assert!(output.status.success(), "{}", said(&output));
        }
    }
}

#[test]
fn who_cannot_be_a_member_begins_no_cell() {
    let folder = TempDir::new().expect("a folder");
    let nobody = hieucan(folder.path(), &["init", "x", "--name", "A", "--member", "cell=An"]);
    assert_eq!(nobody.status.code(), Some(2));
    assert!(files(folder.path()).is_empty() && !folder.path().join("x").exists());
}

#[test]
fn what_is_typed_wrongly_begins_no_cell_and_the_reason_is_told() {
    let folder = TempDir::new().expect("a folder");
    for (flags, words) in [
        (["--member", "An <an@@x>"], ["`An <an@@x>`", "như `Nguyễn Văn An <an@vidu.example>`"]),
        (["--member", "An an@vidu.example"], ["địa chỉ thư", "< >"]),
        (["--secretary", "An, Bình"], ["họ tên của một người", "dấu phẩy"]),
        (["--leader", "Bí thư=An"], ["mã đứng trước dấu `=`", "`an=Nguyễn Văn An`"]),
        (["--member", "An\u{202e}x"], ["không đọc được là họ tên", "họ tên của một người"]),
        (["--name", "…"], ["không đọc được là tên chi bộ", "`Chi bộ Văn phòng`"]),
    ] {
        let output = hieucan(
            folder.path(),
            &[&["init", "x", "--name", "A", "--member", "B"][..if flags[0] == "--name" { 2 } else { 4 }], &flags]
                .concat(),
        );
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        for word in words {
            assert!(said(&output).contains(word), "{flags:?} {word}: {}", said(&output));
        }
        assert!(!folder.path().join("x").exists());
    }
}

#[test]
fn the_settings_show_how_ratings_and_closed_periods_are_declared() {
    for lang in ["vi", "en"] {
        let (_folder, cell) = begun(&["--lang", lang]);
        let path = cell.join("hieucan.yaml");
        let settings = fs::read_to_string(&path).expect("settings");
        for key in ["ratings", "closed"] {
            let line = format!("# {key}: [");
            assert_eq!(settings.matches(&line).count(), 1, "{settings}");
        }
        fs::write(&path, settings.replace("# ratings:", "ratings:").replace("# closed:", "closed:")).expect("settings");
        assert_in_order(&cell);
    }
}

#[test]
fn on_a_terminal_it_asks() {
    if !Path::new("/usr/bin/script").exists() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let answers = folder.path().join("answers");
    fs::write(&answers, "Chi bộ Một\n\n\nTrần Thị Bình\n\nNguyễn Văn An\n\n").expect("a file");
    let line = format!("{} init cell --lang vi", env!("CARGO_BIN_EXE_hieucan"));
    let typed = format!("/usr/bin/script -qec '{line}' /dev/null < '{}'", answers.display());
    let output = run_in(folder.path(), "/bin/sh", &["-c", &typed]);
    assert!(said(&output).contains("Tên chi bộ"), "{}", said(&output));
    assert_in_order(&folder.path().join("cell"));
}

#[test]
fn a_disk_that_refuses_leaves_nothing_or_whole_files() {
    let folder = TempDir::new().expect("a folder");
    // Files of at most 1 KiB: the settings are written, the log or the guide cannot be.
    let line = format!(
        "ulimit -f 1; '{}' init cell --name A --member 'Nguyễn Văn An' --lang vi",
        env!("CARGO_BIN_EXE_hieucan")
    );
    let output = run_in(folder.path(), "/bin/sh", &["-c", &line]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let cell = folder.path().join("cell");
    let (whole, _) = begun(&[]);
    drop(whole);
    for (name, bytes) in files(&cell) {
        assert!(!name.contains(".part"), "{name}");
        assert!(bytes.ends_with(b"\n"), "{name}");
    }
    let again = hieucan(folder.path(), &["init", "cell", "--name", "A", "--member", "Nguyễn Văn An"]);
    assert!(again.status.success());
    assert!(cell.join(".githooks/pre-commit").is_file());
}

#[test]
fn ci_files_are_yaml_with_the_commands_of_the_program_and_stand_at_the_top() {
    for lang in ["vi", "en"] {
        let (_folder, cell) = begun(&["--lang", lang, "--ci", "gitlab", "--ci", "gitea", "--ci", "github"]);
        for (_, path) in FORGES {
            let text = fs::read_to_string(cell.join(path)).expect(path);
            let read: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(read.is_object() && !text.contains("[["), "{path}: {text}");
            for line in
                text.lines().filter_map(|line| line.split_once("hieucan check").or(line.split_once("hieucan build")))
            {
                let words = line.1.split(['|', '>']).next().unwrap_or_default();
                let flags: Vec<&str> = words.split_whitespace().filter(|word| word.starts_with("--")).collect();
                assert!(flags.iter().all(|flag| known(flag)), "{path}: {flags:?}");
            }
        }
    }
    let (folder, cell) = begun(&[]);
    let below = hieucan(&cell, &["init", "sub", "--name", "A", "--member", "An", "--ci", "github"]);
    assert_eq!(below.status.code(), Some(2), "{}", said(&below));
    assert!(!cell.join("sub").exists());
    drop(folder);
}

fn known(flag: &str) -> bool {
    ["--format", "--against", "--out", "--audience"].contains(&flag)
}

#[test]
fn the_notes_for_gitea_are_made_of_what_check_says() {
    let Ok(jq) = Command::new("jq").arg("--version").output() else { return };
    assert!(jq.status.success());
    let (_folder, cell) = begun(&["--ci", "gitea"]);
    fs::write(log_of(&cell), "---\ntitle: \"x\"\nmember: an\n---\n").expect("a log");
    let workflow = fs::read_to_string(cell.join(".gitea/workflows/hieucan.yml")).expect("a file");
    let script = workflow.split("jq '").nth(1).and_then(|rest| rest.split('\'').next()).expect("a script");
    let found = hieucan(&cell, &["check", "--format", "json"]);
    fs::write(cell.join("problems.json"), &found.stdout).expect("a file");
    let review = run_in(&cell, "jq", &[script, "problems.json"]);
    let review: Value = serde_json::from_slice(&review.stdout).expect("JSON");
    let notes = review["comments"].as_array().expect("notes");
    assert!(!notes.is_empty());
    assert!(
        notes.iter().all(|note| note["path"].as_str().is_some_and(|path| path.starts_with("records/"))
            && note["new_position"].as_u64().is_some_and(|line| line > 0)
            && note["body"].as_str().is_some_and(|body| body.contains('\n'))),
        "{notes:#?}"
    );
}

#[test]
fn git_servers_are_told_where_a_file_lies_in_a_repository_around_the_cell() {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir_all(folder.path().join(".git")).expect("a folder");
    let cell = folder.path().join("don vi/chi");
    fs::create_dir_all(cell.join("records")).expect("a folder");
    fs::write(cell.join("hieucan.yaml"), "cell: {id: c, name: C}\nmembers: [{id: an, name: An}]\n").expect("a file");
    fs::write(cell.join("records/t.md"), "---\ntitle: T\n---\n").expect("a file");
    let said = |format: &str| said(&hieucan(folder.path(), &["check", "--root", "don vi/chi", "--format", format]));
    assert!(said("github").contains(" file=don vi/chi/records/t.md,"), "{}", said("github"));
    assert!(said("gitlab").contains("\"path\": \"don vi/chi/records/t.md\""), "{}", said("gitlab"));
    assert!(said("sarif").contains("\"uri\": \"don%20vi/chi/records/t.md\""), "{}", said("sarif"));
    assert!(said("text").contains(" --> records/t.md:"), "{}", said("text"));
    assert!(said("json").contains("\"records/t.md\""), "{}", said("json"));
}

#[test]
fn gitlab_is_told_each_problem_once_with_a_fingerprint_that_stays() {
    let (_folder, cell) = begun(&[]);
    let log = log_of(&cell);
    let faulty = fs::read_to_string(&log).expect("a log").replace("H1: đạt", "H1: dạt\n  H2: dạt");
    fs::write(&log, &faulty).expect("a log");
    let issues = || -> Vec<Value> {
        serde_json::from_slice(&hieucan(&cell, &["check", "--format", "gitlab"]).stdout).expect("JSON")
    };
    let prints = |issues: &[Value]| -> Vec<String> {
        issues.iter().map(|issue| issue["fingerprint"].as_str().expect("a text").to_owned()).collect()
    };
    let first = issues();
    assert_eq!(first.len(), 2);
    assert_eq!(
        (&first[0]["severity"], &first[0]["check_name"]),
        (&Value::from("major"), &Value::from("unknown-level"))
    );
    assert!(first[0]["location"]["lines"]["begin"].as_u64() < first[1]["location"]["lines"]["begin"].as_u64());
    fs::write(&log, faulty.replacen("---\n", "---\n\n", 1)).expect("a log");
    assert!(first[0]["location"]["path"].as_str().is_some_and(|path| path.starts_with("records/")), "{first:?}");
    assert_eq!(prints(&first), prints(&issues()));
    assert_ne!(prints(&first)[0], prints(&first)[1]);
}

#[test]
fn what_is_staged_is_checked_before_a_commit_and_nothing_else() {
    let (_folder, cell) = begun(&[]);
    let hook = cell.join(".githooks/pre-commit");
    assert_eq!(hook.metadata().expect("a hook").permissions().mode() & 0o777, 0o755);
    assert!(git(&cell, &["add", "."]).status.success());
    let first = git(&cell, &["commit", "-m", "a"]);
    assert!(first.status.success(), "{}", said(&first));

    // An error that is staged is refused, whatever the file says by now.
    let log = log_of(&cell);
    let good = fs::read_to_string(&log).expect("a log");
    fs::write(&log, good.replace("H1: đạt", "H1: dạt")).expect("a log");
    git(&cell, &["add", "."]);
    fs::write(&log, &good).expect("a log");
    let refused = git(&cell, &["commit", "-m", "b"]);
    assert!(!refused.status.success(), "{}", said(&refused));
    assert!(said(&refused).contains("unknown-level"), "{}", said(&refused));

    // An error that is not staged is nobody's business.
    git(&cell, &["add", "."]);
    fs::write(&log, good.replace("H1: đạt", "H1: dạt")).expect("a log");
    fs::write(cell.join("notes.txt"), "x").expect("a file");
    git(&cell, &["add", "notes.txt"]);
    let passed = git(&cell, &["commit", "-m", "c"]);
    assert!(passed.status.success(), "{}", said(&passed));

    // What was wrong before is not told again.
    git(&cell, &["add", "."]);
    git(&cell, &["commit", "--no-verify", "-m", "d"]);
    fs::write(cell.join("notes.txt"), "y").expect("a file");
    git(&cell, &["add", "notes.txt"]);
    let known = git(&cell, &["commit", "-m", "e"]);
    assert!(known.status.success(), "{}", said(&known));
}

#[test]
fn a_cell_below_the_top_is_checked_too_once_the_hook_is_switched_on() {
    let folder = TempDir::new().expect("a folder");
    let top = folder.path();
    git(top, &["init", "-q"]);
    let output = init(top, &["--lang", "vi"]);
    assert!(said(&output).contains("git config core.hooksPath chi-bo/.githooks"), "{}", said(&output));
    assert!(!top.join("chi-bo/.git").exists());
    git(top, &["config", "core.hooksPath", "chi-bo/.githooks"]);
    let log = log_of(&top.join("chi-bo"));
    let text = fs::read_to_string(&log).expect("a log").replace("H1: đạt", "H1: dạt");
    fs::write(&log, text).expect("a log");
    git(top, &["add", "."]);
    let refused = git(top, &["commit", "-m", "a"]);
    assert!(!refused.status.success() && said(&refused).contains("unknown-level"), "{}", said(&refused));
}

#[test]
fn hooks_of_others_stay_in_force() {
    let folder = TempDir::new().expect("a folder");
    let cell = folder.path().join("chi-bo");
    fs::create_dir(&cell).expect("a folder");
    git(&cell, &["init", "-q"]);
    fs::create_dir_all(cell.join(".git/hooks")).expect("a folder");
    fs::write(cell.join(".git/hooks/post-commit"), "#!/bin/sh\n").expect("a hook");
    let output = init(folder.path(), &[]);
    assert!(said(&output).contains("core.hooksPath .githooks"), "{}", said(&output));
    assert!(!git(&cell, &["config", "core.hooksPath"]).status.success());
}
