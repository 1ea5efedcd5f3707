//! Answers as a log: what is written passes `check`, and says what was answered.

mod answers;

use hieucan::base::diagnostic::Severity;
use hieucan::base::i18n::Lang;
use hieucan::config::{Config, Options};
use hieucan::parse;
use hieucan::pipeline::{Silent, check_only};
use hieucan::writing::{self, Answers};

use crate::cell_test::CellTest;

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
