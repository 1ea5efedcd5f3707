//! Random sets of answers as people give them, and as nobody should: words that YAML reads otherwise, decomposed
//! letters, controls, several lines.

use hieucan::base::form::{EVIDENCE, FIELDS, FieldForm, Part, Shape};
use hieucan::writing::{Answers, Claimed, Item};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

/// Texts that a careless writer would get wrong.
const HARD: &[&str] = &[
    "2026-01-05",
    "05/01/2026",
    "1_000",
    "0x1F",
    "1e3",
    "12:30:45",
    "-1",
    ".5",
    "017",
    "true",
    "No",
    "NULL",
    "~",
    "yes",
    "y",
    "Kế hoạch: đợt 2",
    "a #b",
    "# không phải ghi chú",
    "- gạch đầu dòng",
    "? hỏi",
    "! gấp",
    "&neo",
    "*sao",
    "%",
    "@ai",
    "`x`",
    "[một, hai]",
    "{a: b}",
    "\"trong ngoặc\"",
    "'nháy'",
    "nói \"được\" rồi",
    "C:\\thư mục\\tệp",
    "a: ",
    ": b",
    "hai  dấu cách",
    "|",
    ">-",
    "---",
    "--- ",
    "...",
    "một\nhai",
    "một\n\nhai\n",
    "  thụt\n    sâu hơn\nra",
    "dòng\r\nWindows",
    "\tthẻ\tgiữa",
    "---\ntitle: khác\n---",
    "# đầu mục\n- gạch",
    "Ke\u{302}\u{301} hoa\u{323}ch",
    "không\u{a0}ngắt",
    "ẩn\u{200b}giữa",
    "\u{feff}đầu",
    "một\u{2028}hai",
    "\u{85}",
    "chuông\u{7}",
    "\u{0}",
    "12-KH/BTG",
    "30/2020/NĐ-CP",
    "3 tổ công tác",
    "日本語",
    "😀 vui",
    "x\u{fffe}y",
    "hết:",
    "Nguyễn Văn An",
    "đang cập nhật",
    "…",
    "«05 Hiểu – 06 Cần»",
    "a,b",
    "= 1+1",
    "<b>đậm</b>",
    "[[search-off]]",
    "{{ x }}",
    "%Y",
    "\\n",
    "'",
    "\"",
    "\\",
];

fn text() -> impl Strategy<Value = String> {
    let letters = "[a-zàảãáạăâđêôơư A-ZĐ0-9,.;:#'\"\\\\()\\[\\]{}&*!|>%@`~?/_+=\u{2013}\n-]{0,40}";
    prop_oneof![
        4 => "[A-ZĐÂ][a-zàảãáạăâđêôơư]{1,6}( [a-zàảãáạăâđêôơư]{1,7}){1,7}",
        2 => select(HARD).prop_map(str::to_owned),
        2 => letters,
        1 => any::<String>().prop_map(|text| text.chars().take(30).collect()),
        1 => (select(HARD), select(HARD)).prop_map(|(a, b)| format!("{a} {b}")),
    ]
    // A mark of secrecy is refused, whoever writes it.
    .prop_map(|text| text.replace('Ậ', "ậ"))
}

/// A day from 2025 to the last one on which the cell is looked at.
fn day() -> impl Strategy<Value = (u16, u8, u8)> {
    (2025u16..=2026, 1u8..=6, 1u8..=28)
}

fn spelled((year, month, day): (u16, u8, u8), spelling: u8) -> String {
    match spelling {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{day}/{month}/{year}"),
        _ => format!(" {day:02}/{month:02}/{year} "),
    }
}

fn date() -> impl Strategy<Value = String> {
    (day(), 0u8..3).prop_map(|(day, spelling)| spelled(day, spelling))
}

fn part(field: &'static FieldForm, part: &'static Part) -> BoxedStrategy<String> {
    match (part.key, part.shape) {
        // A file must be there, and steps may wait for earlier ones only.
        ("file", _) => Just(String::new()).boxed(),
        ("kind", _) => {
            select(&["file", "document", "link", "minutes", "commit", "quote"][..]).prop_map(str::to_owned).boxed()
        }
        ("id", _) if field.key == "steps" => Just(String::new()).boxed(),
        (_, Shape::Ids) => Just(String::new()).boxed(),
        (_, Shape::Date) => date().boxed(),
        (_, Shape::Flag) => select(&["true", "false"][..]).prop_map(str::to_owned).boxed(),
        (_, Shape::Person) => {
            prop_oneof![select(&["truong-ban", "Phạm Thị Dung"][..]).prop_map(str::to_owned), text()].boxed()
        }
        (_, Shape::Link) => prop_oneof![Just("https://vidu.example/a?b=1#c".to_owned()), text()].boxed(),
        _ => text().boxed(),
    }
}

fn item(field: &'static FieldForm) -> BoxedStrategy<Item> {
    let mut all = Just(Item::new()).boxed();
    for one in field.parts {
        let answer = prop::option::of(part(field, one));
        all = (all, answer)
            .prop_map(|(mut item, text)| {
                item.extend(text.map(|text| (one.key.to_owned(), text)));
                item
            })
            .boxed();
    }
    all
}

/// Steps with ids, each waiting for some before it.
fn steps() -> impl Strategy<Value = Vec<Item>> {
    let field = FIELDS.iter().find(|field| field.key == "steps").expect("a field");
    (prop::collection::vec(item(field), 0..4), any::<bool>()).prop_map(|(mut items, wait)| {
        for (at, item) in items.iter_mut().enumerate() {
            let id = |n: usize| format!("b{n}");
            item.insert("id".to_owned(), id(at));
            if wait {
                let before: Vec<String> = (0..at).map(id).collect();
                item.insert("after".to_owned(), before.join(" , "));
            }
        }
        items
    })
}

fn claims() -> impl Strategy<Value = Vec<Claimed>> {
    const IDS: [&str; 11] = ["H1", "H2", "H3", "H4", "H5", "C1", "C2", "C3", "C4", "C5", "C6"];
    let claim = |id: &'static str| {
        let level = prop::option::of(select(&["met", "partial", "unmet", "na"][..]));
        (level, prop::option::of(text()), prop::collection::vec(item(&EVIDENCE), 0..3)).prop_map(
            move |(level, reason, evidence)| Claimed {
                id: id.to_owned(),
                level: level.unwrap_or_default().to_owned(),
                reason: reason.unwrap_or_default(),
                evidence,
            },
        )
    };
    IDS.into_iter().map(claim).collect::<Vec<_>>()
}

fn title() -> impl Strategy<Value = String> {
    (text(), any::<bool>())
        .prop_map(|(text, is_bare)| if is_bare { format!("Việc {text}") } else { format!("{text} 1") })
}

/// Answers without an error, as a form would let them through.
pub fn answers() -> impl Strategy<Value = Answers> {
    let facts = (
        title(),
        select(&["can-bo-a", "can-bo-b", "truong-ban"][..]),
        (prop::collection::vec(day(), 3), 0u8..3, any::<[bool; 2]>()),
        prop::option::of(select(&["planned", "arising"][..])),
        prop::option::of(text()),
        prop::option::of(select(&["cell", "leaders", "public"][..])),
        any::<bool>(),
    );
    let facts = facts.prop_map(|(title, member, (mut days, spelling, [due, done]), kind, by, visibility, status)| {
        days.sort_unstable();
        let mut item = Item::new();
        let mut set = |key: &str, text: String| item.insert(key.to_owned(), text);
        set("title", title);
        set("member", member.to_owned());
        set("assigned", spelled(days[0], spelling));
        if due {
            set("due", spelled(days[1], spelling));
        }
        if done {
            set("done", spelled(days[2], spelling));
        }
        if status {
            set("status", if done { "done" } else { "doing" }.to_owned());
        }
        set("kind", kind.unwrap_or_default().to_owned());
        set("assigned_by", by.unwrap_or_default());
        set("visibility", visibility.unwrap_or_default().to_owned());
        item
    });
    let mut fields = Just(std::collections::BTreeMap::new()).boxed();
    for field in FIELDS {
        let items = if field.key == "steps" {
            steps().boxed()
        } else {
            prop::collection::vec(item(field), 0..=if field.many { 3 } else { 1 }).boxed()
        };
        let items = prop::option::weighted(0.4, items);
        fields = (fields, items)
            .prop_map(|(mut fields, items)| {
                fields.extend(items.map(|items| (field.key.to_owned(), items)));
                fields
            })
            .boxed();
    }
    let body = prop_oneof![
        Just(String::new()),
        text(),
        (text(), text()).prop_map(|(a, b)| format!("\n\n{a}\n\n## Rút kinh nghiệm {{#C6}}\n{b}  \n\n")),
    ];
    (facts, claims(), fields, body).prop_map(|(facts, criteria, fields, body)| Answers {
        facts,
        criteria,
        fields,
        body,
    })
}

/// So many sets of answers, the same at every run.
pub fn many(number: usize) -> Vec<Answers> {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let strategy = answers();
    (0..number).map(|_| strategy.new_tree(&mut runner).expect("answers").current()).collect()
}
