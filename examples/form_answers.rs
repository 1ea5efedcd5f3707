//! Random answers with the log and the file name that the program makes of each, and what its checks say, a line of JSON
//! each, to hold the form page's script against: `form_answers NUMBER > answers.txt`. The first two lines are what the
//! script is told of the format, in Vietnamese and in English.

#[path = "../tests/suite/writing/answers.rs"]
mod answers;

use std::env;
use std::io::{self, BufWriter, Write};

use hieucan::base::form::{FEWEST_LETTERS, Format, PLACEHOLDERS};
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::base::record_file::RecordFile;
use hieucan::check::{self, Facts};
use hieucan::model::attachment::Attachments;
use hieucan::model::audience::Audience;
use hieucan::model::member::{Member, Role, Roster};
use hieucan::model::rubric::Field;
use hieucan::model::settings::Settings;
use hieucan::parse::{self, Words};
use hieucan::writing::{Answers, Item, file_name, log, settled};
use serde_json::{Value, json};

const MEMBERS: [(&str, &str); 4] = [
    ("can-bo-a", "Nguyễn Văn An"),
    ("can-bo-b", "Trần Thị Bình"),
    ("truong-ban", "Lê Văn Cường"),
    ("bi-thu", "Phạm Thị Dung"),
];

const AS_OF: &str = "2026-06-30";

fn main() -> io::Result<()> {
    let number = env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(400);
    let mut out = BufWriter::new(io::stdout().lock());
    for lang in Lang::ALL {
        writeln!(out, "{}", told(lang))?;
    }
    let words = Words::of(Catalog::of(Lang::Vi));
    for (at, answers) in answers::many(number).into_iter().enumerate() {
        let logs = Lang::ALL.map(|lang| log(&answers, lang));
        let name = file_name(&settled(&answers));
        let mut judged = Answers { body: String::new(), ..answers.clone() };
        spoil(&mut judged, at);
        let codes = codes(&log(&judged, Lang::Vi), &words);
        let line = json!({ "answers": answers, "logs": logs, "name": name, "judged": judged, "codes": codes });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// What the page tells the script.
fn told(lang: Lang) -> Value {
    let rubric = parse::built_in();
    let criterion = |criterion: &hieucan::model::rubric::Criterion| {
        let fields: Vec<_> =
            criterion.evidence.iter().filter(|field| **field != Field::OnTime).map(|it| it.id()).collect();
        json!({ "id": criterion.id, "fields": fields, "on_time": criterion.evidence.contains(&Field::OnTime) })
    };
    let mut told = serde_json::to_value(Format::of(lang)).expect("texts are JSON");
    told["criteria"] = rubric.criteria.iter().map(criterion).collect();
    told["members"] = json!(MEMBERS);
    told["as_of"] = json!(AS_OF);
    told["placeholders"] = json!(PLACEHOLDERS);
    told["fewest_letters"] = json!(FEWEST_LETTERS);
    told
}

/// A mistake that a person could make, another with each number.
fn spoil(answers: &mut Answers, number: usize) {
    let steps = |steps: &[(&str, &str)]| -> Vec<Item> {
        let step = |(id, after): &(&str, &str)| -> Item {
            [("id", id), ("what", &"Dự thảo"), ("after", after)]
                .map(|(key, text)| (key.to_owned(), (*text).to_owned()))
                .into()
        };
        steps.iter().map(step).collect()
    };
    match number % 16 {
        1 => answers.set_fact("title", " \u{a0} "),
        2 => answers.set_fact("member", "nguyen-van-x"),
        3 => answers.set_fact("assigned", "30/2/2026"),
        4 => answers.set_fact("done", "1/1/2024"),
        5 => answers.set_fact("due", "2024-12-31"),
        6 => answers.set_fact("done", "1/7/2026"),
        7 => {
            answers.set_fact("done", "");
            answers.set_fact("status", "done");
        }
        8 => {
            answers.set_fact("done", "2026-06-30");
            answers.set_fact("status", "planned");
        }
        9 => drop(answers.fields.insert("steps".to_owned(), steps(&[("a", "b"), ("b", "a"), ("c", "")]))),
        10 => drop(answers.fields.insert("steps".to_owned(), steps(&[("a", ""), ("a", "z")]))),
        11 => answers.set_fact("title", "Văn bản TUYỆT MẬT"),
        12 => answers.set_fact("title", "Công tác BẢO MẬT và BÍ  MẬT"),
        13 => answers.set_fact("due", "mai"),
        14 => {
            answers.set_fact("due", "");
            answers.set_fact("status", "cancelled");
        }
        _ => {}
    }
}

/// The codes of all that the checks say of a log, but those that only the cell's other files or the text's letters decide.
fn codes(text: &str, words: &Words) -> Vec<&'static str> {
    const LEFT_TO_CHECK: [&str; 11] = [
        "unknown-person",
        "excuse-unconfirmed",
        "unknown-tag",
        "document-number",
        "zero-width",
        "bidi-control",
        "not-nfc",
        "mojibake",
        "look-alike",
        "phone-number",
        "identity-number",
    ];
    let member = |(id, name): (&str, &str)| Member {
        id: id.to_owned(),
        name: name.to_owned(),
        emails: Vec::new(),
        role: Role::Member,
        position: None,
        group: None,
        from: None,
        until: None,
        away: Vec::new(),
    };
    let settings = Settings { roster: Roster::new(MEMBERS.map(member).into()), ..Settings::default() };
    let rubric = parse::built_in();
    let file = RecordFile { path: "records/2026/a.md".to_owned(), text: Ok(text.to_owned()) };
    let parsed = [parse::file_of(file, &rubric, words)].into_iter().collect();
    let facts = Facts {
        settings,
        rubric,
        attachments: Attachments::default(),
        accepted: Vec::new(),
        findings: Vec::new(),
        as_of: Date::parse(AS_OF).expect("a day"),
        audience: Audience::Leaders,
    };
    let mut codes: Vec<_> =
        check::check(parsed, facts, Default::default).problems.iter().map(|problem| problem.code.id()).collect();
    codes.retain(|code| !LEFT_TO_CHECK.contains(code));
    codes.sort_unstable();
    codes
}
