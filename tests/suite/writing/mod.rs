//! Answers as a log: what is written passes `check`, and says what was answered.

mod answers;

use hieucan::base::diagnostic::Severity;
use hieucan::base::i18n::Lang;
use hieucan::config::{Config, Options};
use hieucan::parse;
use hieucan::pipeline::{Silent, check_only};
use hieucan::writing::{self, Answers};

use hieucan::model::audience::Audience;

use crate::cell_test::{CellTest, SETTINGS};

/// Sets of random answers.
const SETS: usize = 400;

fn lang(number: usize) -> Lang {
    Lang::ALL[number % 2]
}

#[test]
fn the_logs_of_random_answers_pass_the_check() {
    let mut cell = CellTest::new();
    let answers = answers::many(SETS);
    for (number, answers) in answers.iter().enumerate() {
        let name = writing::file_name(&writing::settled(answers)).expect("a name");
        let name = name.replace(".md", &format!("-so-{number}.md"));
        cell = cell.file(&name, &writing::log(answers, lang(number)));
    }
    let config = Config::resolve(Options { root: cell.root().to_owned(), ..Options::default() }).expect("settings");
    let checked = check_only(&config, &Silent).expect("a check");
    let errors: Vec<String> = checked
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| format!("{} {:?} {} {:?}", problem.path, problem.at, problem.code.id(), problem.args))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    assert_eq!(checked.summary.records, SETS);
}

#[test]
fn a_log_says_what_was_answered() {
    let rubric = parse::built_in();
    for (number, answers) in answers::many(SETS).iter().enumerate() {
        let log = writing::log(answers, lang(number));
        let read = writing::read(&log, &rubric).unwrap_or_else(|| panic!("front matter that cannot be read:\n{log}"));
        assert_eq!(read, writing::settled(answers), "{log}");
        assert_eq!(writing::log(&read, lang(number)), log, "written again");
    }
}

fn snapshot(name: &str, log: &str) {
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, log);
    });
}

fn example() -> Answers {
    serde_json::from_str(include_str!("example.json")).expect("answers")
}

#[test]
fn a_log_looks_as_a_careful_member_would_write_it() {
    snapshot("writing-vi", &writing::log(&example(), Lang::Vi));
    snapshot("writing-en", &writing::log(&example(), Lang::En));
}

#[test]
fn a_log_begun_from_another_takes_neither_days_nor_claims_nor_what_came_of_it() {
    snapshot("writing-from", &writing::log(&writing::started_from(&example()), Lang::Vi));
}

/// A cell whose files can be edited on a git server: a sound log, one with an error, and one with a mark of secrecy.
fn on_server() -> CellTest {
    let settings = format!("{SETTINGS}edit_url: https://git.vidu.example/nhom/so/-/edit/main/{{path}}\n");
    CellTest::new()
        .file("hieucan.yaml", &settings)
        .record("can-bo-a/2026-04-10-việc một.md", "criteria: {H1: met}\nvisibility: public")
        .record("can-bo-a/2026-04-11-hong.md", "criteria: {H1: dạt}\nvisibility: public")
        .record("can-bo-a/2026-04-12-mat.md", "purpose: Văn bản TUYỆT MẬT\nvisibility: public")
}

#[test]
fn pages_of_logs_lead_to_their_files_on_the_git_server() {
    let cell = on_server();
    let server = "https://git.vidu.example/nhom/so/-";
    let sound = cell.page("tasks/can-bo-a/2026-04-10-viec-mot/index.html");
    let path = "records/can-bo-a/2026-04-10-vi%E1%BB%87c%20m%E1%BB%99t.md";
    assert!(
        sound.contains(&format!("<a href=\"{server}/edit/main/{path}\" rel=\"noopener noreferrer\">sửa</a>")),
        "{sound}"
    );
    assert!(sound.contains(&format!("<a href=\"{server}/commits/main/{path}\"")), "{sound}");
    let faulty = cell.page("tasks/can-bo-a/2026-04-11-hong/index.html");
    assert!(faulty.contains(&format!("{server}/edit/main/records/can-bo-a/2026-04-11-hong.md")), "{faulty}");
    let secret = cell.page("tasks/can-bo-a/2026-04-12-mat/index.html");
    assert!(!secret.contains(server), "of a secret log no more than its id is told");
    assert!(cell.page("new/index.html").contains("https://git.vidu.example/nhom/so/-/new/main?file_name="));
}

#[test]
fn readers_from_outside_meet_neither_the_form_nor_the_git_server() {
    let cell = on_server().audience(Audience::Public);
    let site = cell.site();
    assert!(!site.keys().any(|path| path.starts_with("new")));
    for (path, bytes) in site.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(!page.contains("git.vidu.example") && !page.contains("new/index.html"), "{}", path.display());
    }
}

#[test]
fn settings_refuse_an_address_that_is_no_page() {
    let root = tempfile::TempDir::new().expect("a folder");
    std::fs::write(root.path().join("hieucan.yaml"), format!("{SETTINGS}edit_url: javascript:alert(1)\n"))
        .expect("a file");
    let refused = Config::resolve(Options { root: root.path().to_owned(), ..Options::default() });
    let told = format!("{refused:?}");
    assert!(refused.is_err() && told.contains("RefusedLink"), "{told}");
}
