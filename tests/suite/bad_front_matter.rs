//! Front matter as it must not be: each text with every fault that is to be reported, by line. All of them stand in one
//! cell, which is built: no text stops the program, and none hides the faults of another.

use std::fs;

use crate::cell_test::CellTest;

/// Lines of front matter, the first being line 2 of the file; `line code, line code…`, nothing else may be reported. What a
/// record needs and the lines do not say is added below them.
const LINES: &[(&str, &str)] = &[
    // ---- dates that no calendar has, and writings that are no date
    ("assigned: 2026-02-30", "2 impossible-date"),
    ("assigned: 2026-02-29", "2 impossible-date"),
    ("assigned: 2025-02-29", "2 impossible-date"),
    ("assigned: 1900-02-29", "2 impossible-date"),
    ("assigned: 2026-04-31", "2 impossible-date"),
    ("assigned: 2026-13-01", "2 impossible-date"),
    ("assigned: 2026-00-10", "2 impossible-date"),
    ("assigned: 2026-01-00", "2 impossible-date"),
    ("assigned: 2026-01-32", "2 impossible-date"),
    ("assigned: 31/02/2026", "2 impossible-date"),
    ("assigned: 00/00/0000", "2 impossible-date"),
    ("assigned: 32/01/2026", "2 impossible-date"),
    ("assigned: 01/13/2026", "2 impossible-date"),
    ("assigned: 2026/01/05", "2 impossible-date"),
    ("assigned: 05-01-26", "2 impossible-date"),
    ("assigned: 2026-01", "2 impossible-date"),
    ("assigned: 2026", "2 impossible-date"),
    ("assigned: 0", "2 impossible-date"),
    ("assigned: -1", "2 impossible-date"),
    ("assigned: 1e9", "2 impossible-date"),
    ("assigned: .nan", "2 impossible-date"),
    ("assigned: 99999999999999999999-01-01", "2 impossible-date"),
    ("assigned: 2026-01-99999999999999999999", "2 impossible-date"),
    ("assigned: -2026-01-05", "2 impossible-date"),
    ("assigned: +2026-01-05", "2 impossible-date"),
    ("assigned: 2026-01-05T10:00:00Z", "2 impossible-date"),
    ("assigned: 2026-01-05 10:00", "2 impossible-date"),
    ("assigned: hôm qua", "2 impossible-date"),
    ("assigned: ngày 5 tháng 1", "2 impossible-date"),
    ("assigned: ２０２６-０１-０５", "2 impossible-date"),
    ("assigned: ٢٠٢٦-٠١-٠٥", "2 impossible-date"),
    ("assigned: 2026–01–05", "2 impossible-date"),
    ("assigned: true", "2 impossible-date"),
    ("due: 2026-06-31", "2 impossible-date"),
    ("done: 2026-06-31", "2 impossible-date"),
    ("hạn: 30/02/2026", "2 impossible-date"),
    ("progress: {on: 2026-02-30, note: x}", "2 impossible-date"),
    ("progress:\n- on: 2026-01-05\n- on: 2026-02-30\n- on: mai", "4 impossible-date, 5 impossible-date"),
    ("direction: {on: 31/11/2026}", "2 impossible-date"),
    ("steps: [{id: a, start: 2026-02-30, end: 2026-02-31}]", "2 impossible-date, 2 impossible-date"),
    // ---- dates that contradict each other
    ("assigned: 2026-03-02\ndue: 2026-03-01\ndone: 2026-02-28", "3 due-before-assigned, 4 done-before-assigned"),
    ("done: 9999-12-31", "2 done-after-as-of"),
    ("assigned: 2026-07-01\ndue: 2026-07-02\nstatus: planned", "2 assigned-after-as-of"),
    // ---- a list or a map where a text is meant, and the other way round
    ("title: [a]", "2 wrong-type"),
    ("title: {a: b}", "2 wrong-type"),
    ("member: [can-bo-a]", "2 wrong-type"),
    ("member: {id: can-bo-a}", "2 wrong-type"),
    ("assigned: [2026-01-05]", "2 wrong-type"),
    ("assigned: {2026-01-05: x}", "2 wrong-type"),
    ("due: [2026-01-05]", "2 wrong-type"),
    ("done: {}", "2 wrong-type"),
    ("kind: [planned]", "2 wrong-type"),
    ("status: [done]", "2 wrong-type"),
    ("assigned_by: {}", "2 wrong-type"),
    ("rubric: []", "2 wrong-type"),
    ("criteria: {H1: [met]}", "2 wrong-type"),
    ("criteria: {H1: {level: [met]}}", "2 wrong-type"),
    ("criteria: {H1: {level: {}}}", "2 wrong-type"),
    ("criteria: {H1: {level: unmet, reason: []}}", "2 wrong-type"),
    ("criteria: {H1: {level: unmet, evidence: [[x]]}}", "2 wrong-type"),
    ("criteria: [[H1]]", "2 wrong-type"),
    ("criteria: [{H1: met}]", "2 wrong-type"),
    ("purpose: []", "2 wrong-type"),
    ("procedure: {}", "2 wrong-type"),
    ("outputs: [[a]]", "2 wrong-type"),
    ("coordination: [[a]]", "2 wrong-type"),
    ("strengths: {a: b}", "2 wrong-type"),
    ("strengths: [[a], {b: c}]", "2 wrong-type, 2 wrong-type"),
    ("weaknesses: [[a]]", "2 wrong-type"),
    ("fixed: {a: b}", "2 wrong-type"),
    ("context: {a: b}", "2 wrong-type"),
    ("progress: [[a]]", "2 wrong-type"),
    ("direction: [a]", "2 wrong-type"),
    ("direction: {asked: a}", "2 wrong-type"),
    ("direction: {asked: [[a]]}", "2 wrong-type"),
    ("references: [[a]]", "2 wrong-type"),
    ("risks: [[a]]", "2 wrong-type"),
    ("risks: [{risk: a, happened: perhaps}]", "2 wrong-type"),
    ("risks: [{risk: a, happened: 1}]", "2 wrong-type"),
    ("steps: [[a]]", "2 wrong-type"),
    ("steps: [{id: {}}]", "2 wrong-type"),
    ("archive: []", "2 wrong-type"),
    ("revisions: [{change: a, adopted: []}]", "2 wrong-type"),
    ("lessons: [[a]]", "2 wrong-type"),
    ("excused: [a]", "2 wrong-type"),
    ("visibility: [cell]", "2 wrong-type"),
    ("visibility: {cell: true}", "2 wrong-type"),
    // ---- words that are not on the list
    ("kind: 1", "2 unknown-kind"),
    ("status: dnoe", "2 unknown-status"),
    ("visibility: Public!", "2 unknown-visibility"),
    ("visibility:", "2 unknown-visibility"),
    ("rubric: 5-hieu-6-can@99999999999999999999", "2 unknown-rubric"),
    ("member: ../../etc/passwd", "2 unknown-member"),
    ("criteria: {H1: dạt}", "2 unknown-level"),
    ("criteria: {'': met}", "2 unknown-criterion"),
    ("criteria: {H99: met}", "2 unknown-criterion"),
    ("criteria: {~: met}", "2 unknown-criterion"),
    ("criteria: {H1: }", "2 blank-level"),
    ("criteria: {H1: ''}", "2 blank-level"),
    ("criteria: {H1: {reason: x}}", "2 level-missing"),
    ("criteria: H99", "2 unknown-criterion"),
    // ---- keys
    ("tile: x", "2 unknown-key"),
    ("'': x", "2 unknown-key"),
    ("~: x", "2 unknown-key"),
    ("__proto__: x", "2 unknown-key"),
    ("<<: {title: x}", "2 unknown-key"),
    ("a: 1\na: 2\na: 3", "2 unknown-key, 3 unknown-key, 4 unknown-key"),
    ("title: a\ntitle: b", "3 duplicate-key"),
    ("title: a\nTitle: b\nTITLE: c", "3 duplicate-key, 4 duplicate-key"),
    ("title: a\ntiêu đề: b", "3 duplicate-key"),
    ("tiêu đề: a\ntieu-de: b\nTIÊU_ĐỀ: c", "3 duplicate-key, 4 duplicate-key"),
    ("member: can-bo-a\nđảng viên: can-bo-b", "3 duplicate-key"),
    ("due: 2026-05-06\nhạn: 2026-05-06\nhan: 2026-05-06", "3 duplicate-key, 4 duplicate-key"),
    ("criteria: {H1: unmet, h1: unmet}", "2 duplicate-key"),
    ("criteria:\n  H1: {level: unmet, mức: unmet}", "3 duplicate-key"),
    ("steps: [{id: a, id: b}]", "2 duplicate-key"),
    // ---- YAML that is not taken
    ("title: &a x", "2 yaml-feature"),
    ("title: *a", "2 yaml-feature"),
    ("title: !!str x", "2 yaml-feature"),
    ("title: !!python/object/apply:os.system [id]", "2 yaml-feature"),
    ("title: !<tag:a> x", "2 yaml-feature"),
    ("? [a]\n: b", "2 yaml-feature"),
    ("? {a: b}\n: c", "2 yaml-feature"),
    ("[a]: b", "2 yaml-feature"),
    ("<<: *a", "2 yaml-feature"),
    ("%YAML 1.2", "2 yaml-syntax"),
    ("\ttitle: x", "2 yaml-syntax"),
    ("\n# a\n \ttitle: x", "4 yaml-syntax"),
    ("criteria:\n\tH1: met", "3 yaml-syntax"),
    ("title: @x", "2 yaml-syntax"),
    ("title: `x`", "2 yaml-syntax"),
    ("title: a: b", "2 yaml-syntax"),
    ("title: \"\\q\"", "2 yaml-syntax"),
    ("title: \"\\x\"", "2 yaml-syntax"),
    ("title: \"\\U00110000\"", "2 yaml-syntax"),
    ("title: \"\\uD800\"", "2 yaml-syntax"),
    ("title: 'a' b", "2 yaml-syntax"),
    ("title: ]", "2 yaml-syntax"),
    ("title: }", "2 yaml-syntax"),
    ("title: [a}", "2 yaml-syntax"),
    // ---- many at once
    (
        "kind: x\nstatus: y\nassigned: z\ndue: 2026-02-30\ndone: 2026-13-01\nx: 1\nmember: nobody\ncriteria: {H99: met, H1: dạt}\nvisibility: w",
        "2 unknown-kind, 3 unknown-status, 4 impossible-date, 5 impossible-date, 6 impossible-date, 7 unknown-key, 8 unknown-member, 9 unknown-criterion, 9 unknown-level, 10 unknown-visibility",
    ),
];

/// Whole files, with what is to be reported.
fn files() -> Vec<(Vec<u8>, String)> {
    let flow = |open: &str, times: usize| format!("---\ntitle: {}\n---\n", open.repeat(times));
    let bomb: String = (0..9).map(|i| format!("b{}: &b{} [{}]\n", i + 1, i + 1, format!("*b{i},").repeat(9))).collect();
    let nested: String = (0..40).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let whole = "title: x\nmember: can-bo-a\nassigned: 2026-05-04\ndue: 2026-05-05\ndone: 2026-05-05\n";
    let many: String = (0..3000).map(|i| format!("k{i}: x\n")).collect();
    let every_line: Vec<String> = (2..3002).map(|line| format!("{line} unknown-key")).collect();
    let texts = [
        (String::new(), "1 front-matter-missing"),
        ("\n".into(), "1 front-matter-missing"),
        ("\u{feff}".into(), "1 front-matter-missing"),
        ("x\n---\ntitle: x\n---\n".into(), "1 front-matter-missing"),
        (" ---\ntitle: x\n---\n".into(), "1 front-matter-missing"),
        ("----\ntitle: x\n----\n".into(), "1 front-matter-missing"),
        ("\u{feff}\u{feff}---\n---\n".into(), "1 front-matter-missing, 1 zero-width"),
        ("---".into(), "1 front-matter-unclosed"),
        ("---\n".into(), "1 front-matter-unclosed"),
        (format!("---\n{whole}"), "1 front-matter-unclosed"),
        (format!("---\n{whole} ---\n"), "1 front-matter-unclosed"),
        (format!("---\n{whole}...\n"), "1 front-matter-unclosed"),
        ("---\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key"),
        ("---\n~\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key"),
        ("---\n# x\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key"),
        ("---\nx\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key, 2 wrong-type"),
        ("---\n- title: x\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key, 2 wrong-type"),
        ("---\n[]\n---\n".into(), "1 due-missing, 1 missing-key, 1 missing-key, 1 missing-key, 2 wrong-type"),
        ("---\n{\n---\n".into(), "2 yaml-syntax"),
        ("---\ntitle: [a,\n---\n".into(), "2 yaml-syntax"),
        ("---\ntitle: {a: b\n---\n".into(), "2 yaml-syntax"),
        ("---\ntitle: \"x\n---\n".into(), "2 yaml-syntax"),
        ("---\ntitle: 'x\n---\n".into(), "2 yaml-syntax"),
        (format!("---\n{bomb}---\n"), "2 yaml-feature"),
        ("---\na: &a [*a]\n---\n".into(), "2 yaml-feature"),
        (format!("---\n{whole}...\na: b\n---\n"), "8 yaml-feature"),
        (flow("[", 200_000), "2 front-matter-too-large"),
        (flow("[", 30_000), "2 yaml-too-deep"),
        (flow("{a: ", 15_000), "2 yaml-too-deep"),
        (flow("{", 30_000), "2 yaml-too-deep"),
        (flow("[{", 5_000), "2 yaml-too-deep"),
        (flow("- ", 30_000), "2 yaml-syntax"),
        (format!("---\n{}x\n---\n", "- ".repeat(30_000)), "2 yaml-too-deep"),
        (format!("---\n{}x\n---\n", "? ".repeat(30_000)), "2 yaml-feature"),
        (format!("---\n{nested}---\n"), "19 yaml-too-deep"),
        (format!("---\n{whole}archive: {}\n---\n", "x".repeat(66_000)), "7 front-matter-too-large"),
        (format!("---\n{whole}{}---\n", "\n".repeat(66_000)), "65463 front-matter-too-large"),
        (format!("---\n{}", "a".repeat(66_000)), "2 front-matter-too-large"),
        (format!("---\n{whole}---\n{}", "x ".repeat(600_000)), "1 file-too-large"),
        (format!("\u{feff}---\n{whole}kind: x\n---\n").replace('\n', "\r\n"), "7 unknown-kind"),
        (format!("\u{feff}---\n{whole}archive: \"x\n---\n").replace('\n', "\r\n"), "7 yaml-syntax"),
        (format!("---\n{whole}archive: Ho\u{302}\u{300} so\u{31b}\n---\n"), "7 not-nfc"),
        (format!("---\n{whole}ha\u{323}n: 2026-05-05\n---\n"), "7 duplicate-key, 7 not-nfc"),
        (format!("---\n{whole}archive: a\0b\n---\n"), "7 control-character, 7 yaml-syntax"),
        (format!("---\n{whole}archive: \u{202e}x\n---\n"), "7 bidi-control"),
        (format!("---\n{many}{whole}---\n"), &*every_line.join(", ")),
    ]
    .map(|(text, faults)| (text.into_bytes(), faults.to_owned()));
    let bytes: [(&[u8], &str); 4] = [
        (b"---\ntitle: x\narchive: \xff\n---\n", "3 not-utf8"),
        (b"\xff\xfe-\0-\0-\0\n\0", "1 not-utf8"),
        (b"---\ntitle: \xed\xa0\x80\n---\n", "2 not-utf8"),
        (b"---\ntitle: x\n---\n\n\xe1\xba", "5 not-utf8"),
    ];
    texts.into_iter().chain(bytes.map(|(bytes, faults)| (bytes.to_vec(), faults.to_owned()))).collect()
}

/// `lines` with what a record needs below them.
fn completed(lines: &str, number: usize) -> Vec<u8> {
    let mut text = format!("---\n{lines}\n");
    let needed = [
        (["title", "tiêu đề"], format!("Việc số {number}")),
        (["member", "đảng viên"], "can-bo-a".to_owned()),
        (["assigned", "ngày giao"], "2026-01-05".to_owned()),
        (["due", "hạn"], "2026-05-06".to_owned()),
        (["done", "hoàn thành"], "2026-05-06".to_owned()),
    ];
    for (spellings, value) in needed {
        let says = |key: &str| lines.lines().any(|line| line.starts_with(&format!("{key}:")));
        let open = spellings[0] == "done" && says("status");
        if !open && !spellings.into_iter().any(says) {
            text += &format!("{}: {value}\n", spellings[0]);
        }
    }
    (text + "---\n").into_bytes()
}

#[test]
fn every_bad_front_matter_is_reported_at_its_line_and_stops_nothing() {
    let lines = LINES.iter().enumerate().map(|(i, (lines, faults))| (completed(lines, i), (*faults).to_owned()));
    let cases: Vec<(Vec<u8>, String)> = lines.chain(files()).collect();
    assert!(cases.len() >= 150, "only {} texts", cases.len());
    let cell = CellTest::new();
    let path = |i: usize| format!("records/2026/v{i:03}.md");
    fs::create_dir_all(cell.root().join("records/2026")).expect("a folder");
    for (i, (bytes, _)) in cases.iter().enumerate() {
        fs::write(cell.root().join(path(i)), bytes).expect("a record");
    }
    let problems = cell.problems();
    let mut wrong = Vec::new();
    for (i, (bytes, expected)) in cases.iter().enumerate() {
        let path = path(i);
        let of_file = problems.iter().filter(|problem| problem.path == path);
        let mut found: Vec<(u32, &str)> = of_file.map(|problem| (problem.at.line, problem.code.id())).collect();
        found.sort_unstable();
        let found: Vec<String> = found.into_iter().map(|(line, code)| format!("{line} {code}")).collect();
        if found.join(", ") != *expected {
            let shown = String::from_utf8_lossy(bytes).chars().take(90).collect::<String>();
            let cut = |faults: &str| faults.chars().take(300).collect::<String>();
            wrong.push(format!("{shown:?}\n  expected {}\n  reported {}", cut(expected), cut(&found.join(", "))));
        }
    }
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
