use super::*;

fn version(lines: &[&str], body: &str) -> Version {
    Version { lines: format!("hieucan stamp v1\n{}\n", lines.join("\n")), body: body.to_owned() }
}

/// A change on one line: `[-gone-]`, `{+new+}`, `…` for what is left out, `|` for a border.
fn told(change: &Change) -> String {
    let What::Words(pieces) = &change.what else { return format!("{:?} {:?}", change.place, change.what) };
    let run = |run: &Run| match run {
        Run::Words(words) => words.clone(),
        Run::Value(key, value) => format!(" {key}={value}"),
        Run::Part => ",".to_owned(),
        Run::Line => " |".to_owned(),
        Run::Left(count) => format!(" …{count}"),
        Run::Heading(heading) => format!(" «{heading}»"),
    };
    let pieces = pieces.iter().map(|piece| {
        let text: String = piece.runs.iter().map(run).collect();
        match piece.fate {
            Fate::Kept => text,
            Fate::Gone => format!(" [-{}-]", text.trim()),
            Fate::New => format!(" {{+{}+}}", text.trim()),
        }
    });
    format!("{:?}:{}", change.place, pieces.collect::<String>())
}

fn between(then: &Version, now: &Version) -> Vec<String> {
    changes(then, now).iter().map(told).collect()
}

#[test]
fn one_changed_word_is_one_word_gone_and_one_new() {
    let text = |word: &str| version(&[&format!("= purpose Để {word} nắm được mục đích.").replace("  ", " ")], "");
    assert_eq!(
        between(&text("cán bộ"), &text("đảng viên")),
        [r#"Field("purpose"): Để [-cán bộ-] {+đảng viên+} nắm được mục đích."#]
    );
    assert_eq!(between(&text("cán"), &text("")), [r#"Field("purpose"): Để [-cán-] nắm được mục đích."#]);
}

#[test]
fn claims_items_and_values_stand_where_they_belong() {
    let then = version(
        &[
            "= due 2026-01-05",
            "+ claim",
            ". criterion H2",
            ". level met",
            "+ outputs",
            ". name Kế hoạch",
            ". ref 12-KH/CB",
        ],
        "",
    );
    let now = version(
        &[
            "= due 2026-01-09",
            "+ claim",
            ". criterion H2",
            ". level partial",
            ". reason Chưa ký",
            "+ outputs",
            ". name Kế hoạch",
            ". ref 13-KH/CB",
            "+ outputs",
            ". name Tờ trình",
        ],
        "",
    );
    assert_eq!(between(&then, &now), [
        r#"Field("due"): [- due=2026-01-05-] {+ due=2026-01-09+}"#.replace("- due", "-due").replace("+ due", "+due"),
        r#"Claim("H2"): [-level=met-] {+level=partial, Chưa ký+}"#.to_owned(),
        r#"Field("outputs"): Kế hoạch, [-12-KH/CB-] {+13-KH/CB | Tờ trình+}"#.to_owned(),
    ]);
}

#[test]
fn what_stayed_of_a_long_body_is_cut_and_the_heading_named() {
    let long = "Chữ ".repeat(50);
    let body = |word: &str| format!("# Đầu\n{long}\n\n## Kết quả {{#H2}}\n{long}{word} xong.\n{long}");
    let found = between(&version(&[], &body("đã")), &version(&[], &body("chưa")));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("Body: …"), "{found:?}");
    assert!(found[0].contains("«Kết quả»") && found[0].contains("[-đã-] {+chưa+} xong."), "{found:?}");
    assert!(found[0].len() < 260, "{found:?}");
    let reflowed = body("đã").replace("Chữ Chữ", "Chữ\nChữ");
    assert_eq!(between(&version(&[], &body("đã")), &version(&[], &reflowed)), Vec::<String>::new());
}

#[test]
fn a_file_with_other_bytes_is_named_and_what_cannot_be_seen_is_made_visible() {
    let file = |hash: &str| version(&["+ file", ". path tep/a.pdf", &format!(". blake3 {hash}")], "");
    assert_eq!(between(&file("00"), &file("01")), [r#"File("tep/a.pdf") Bytes"#]);
    let hidden = between(&version(&["= title a"], ""), &version(&["= title a\u{202e}b"], ""));
    assert_eq!(hidden, [r#"Field("title"): a {+⟨U+202E⟩b+}"#]);
}

#[test]
fn texts_of_a_mebibyte_are_compared_within_bounds() {
    let words = |seed: u32| -> String {
        let mut n = seed;
        std::iter::repeat_with(|| {
            n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if n.is_multiple_of(7) { format!("{n:x}\n\n# ") } else { format!("{:x} ", n % 97) }
        })
        .take(200_000)
        .collect()
    };
    let (a, b) = (version(&[], &words(1)), version(&[], &words(2)));
    assert_eq!(between(&a, &b), ["Body Much"]);
    let edited = version(&[], &a.body.replacen("# ", "# sửa ", 9_000));
    assert_eq!(changes(&a, &edited).len(), 1);
    let one = version(&[], &"x".repeat(1 << 20));
    assert!(format!("{:?}", changes(&one, &version(&[], "y"))).len() < 2_000);
}
