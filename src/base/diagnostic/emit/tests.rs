use super::*;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::i18n::Lang;
use crate::base::source::Span;
use unicode_normalization::UnicodeNormalization;

const RECORD: &str = "---\ntitle: Kế hoạch\ncriteria:\n  mức: dạt # 50%, a:b\n---\n";

/// The problem of an unknown level at the word `dạt` of `text`.
fn unknown_level(text: &str) -> Problem {
    let start = text.find(": d").map_or(0, |at| at + 2);
    let end = text[start..].find(' ').map_or(text.len(), |length| start + length);
    Diagnostic::new(Code::UnknownLevel, Span::new(start, end))
        .found(&text[start..end])
        .arg("criterion", "H1")
        .arg("expected", "đạt, chưa đạt")
        .closest("dạt", ["đạt", "chưa đạt"])
        .located("records/2026/a,b: kế hoạch.md", text, Severity::Error)
}

fn unknown_member() -> Problem {
    let mut problem = Problem::of_file(Code::UnknownMember, "records/x.md");
    problem.severity = Severity::Warning;
    problem.args = vec![("found", "lan".into()), ("line-to-paste", "  - {id: lan, name: …}".into())];
    problem
}

fn written_in(format: Format, lang: Lang, colour: Colour, problems: &[Problem]) -> String {
    let as_of = Date::new(2026, 6, 24).expect("a date");
    let mut out = Vec::new();
    write(format, &Findings { problems, as_of, records: 2 }, Catalog::of(lang), colour, &mut out).expect("a buffer");
    String::from_utf8(out).expect("UTF-8")
}

fn written(format: Format, problems: &[Problem]) -> String {
    written_in(format, Lang::Vi, Colour::None, problems)
}

#[test]
fn a_block_names_the_place_shows_the_line_and_says_the_next_step() {
    insta::assert_snapshot!(written(Format::Text, &[unknown_level(RECORD), unknown_member()]), @r"
    lỗi[unknown-level]: mức `dạt` không có trong thang mức của tiêu chí H1
     --> records/2026/a,b: kế hoạch.md:4:8
      |
    4 |   mức: dạt # 50%, a:b
      |        ^^^
      = gợi ý: Có phải `đạt`? Các mức dùng được: đạt, chưa đạt

    cảnh báo[unknown-member]: `lan` không có trong danh sách đảng viên
     --> records/x.md:1:1
      = gợi ý: Nếu đây là đảng viên của chi bộ, thêm dòng sau vào `members` trong hieucan.yaml:
          - {id: lan, name: …}
    ");
    insta::assert_snapshot!(written_in(Format::Text, Lang::En, Colour::None, &[unknown_level(RECORD)]), @r"
    error[unknown-level]: the scale of criterion H1 has no level `dạt`
     --> records/2026/a,b: kế hoạch.md:4:8
      |
    4 |   mức: dạt # 50%, a:b
      |        ^^^
      = help: Did you mean `đạt`? One of: đạt, chưa đạt
    ");
}

#[test]
fn composed_decomposed_and_crlf_text_give_the_same_block() {
    let composed = written(Format::Text, &[unknown_level(RECORD)]);
    let decomposed: String = RECORD.nfd().collect();
    assert_eq!(written(Format::Text, &[unknown_level(&decomposed)]).nfc().collect::<String>(), composed);
    assert_eq!(written(Format::Text, &[unknown_level(&RECORD.replace('\n', "\r\n"))]), composed);
}

#[test]
fn colour_is_used_only_when_asked_for() {
    let problems = [unknown_level(RECORD)];
    assert!(!written(Format::Text, &problems).contains('\u{1b}'));
    let coloured = written_in(Format::Text, Lang::Vi, Colour::Ansi, &problems);
    assert!(coloured.contains("\u{1b}[1;31mlỗi[unknown-level]\u{1b}[0m"));
}

#[test]
fn nothing_that_was_written_acts_on_the_terminal() {
    let text = "a: \u{1b}[2J\u{202e}\u{200b}\u{9b}\t: dạt x\u{7}";
    let mut problem = unknown_level(text);
    problem.args[0].1 = "\u{1b}[31m\r\u{202e}".to_owned();
    problem.path = "records/\u{1b}[0m\n.md".to_owned();
    for format in [Format::Text, Format::Github] {
        let out = written(format, std::slice::from_ref(&problem));
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{9b}', '\u{7}', '\r']), "{out:?}");
    }
}

#[test]
fn in_json_what_acts_is_escaped_and_read_back_as_it_was_written() {
    let acting = "\u{7f}\u{80}\u{9b}31m\u{85}\u{200b}\u{202e}\u{2066}\u{2028}\u{61c}\u{feff}";
    let mut problem = unknown_level(RECORD);
    problem.args[0].1 = acting.to_owned();
    problem.path = format!("records/{acting}.md");
    for format in [Format::Json, Format::Sarif, Format::Gitlab, Format::Github] {
        let out = written(format, std::slice::from_ref(&problem));
        assert!(!out.contains(|c: char| c != '\n' && stand_in(c).is_some()), "{}: {out:?}", format.id());
        if format != Format::Github {
            let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
            assert!(value.to_string().contains(acting), "{}", format.id());
        }
    }
}

#[test]
fn the_caret_stays_on_a_long_line_and_at_its_end() {
    let long = format!("{}: dạt {}", "đ".repeat(70), "y ".repeat(80));
    let out = written(Format::Text, &[unknown_level(&long)]);
    let lines: Vec<&str> = out.lines().collect();
    let caret = lines[4].chars().position(|c| c == '^').expect("a caret");
    assert_eq!(lines[3].chars().skip(caret).take(3).collect::<String>(), "dạt");
    assert!(lines[3].chars().count() < 130);
    let mut beyond = unknown_level("a: dạt");
    (beyond.at.column, beyond.width) = (400, 90);
    assert!(written(Format::Text, &[beyond]).contains("  |       ^\n"));
}

#[test]
fn json_is_version_1() {
    let json: serde_json::Value =
        serde_json::from_str(&written(Format::Json, &[unknown_level(RECORD), unknown_member()])).expect("JSON");
    assert_eq!(json["version"], 1);
    assert_eq!(json["as_of"], "2026-06-24");
    assert_eq!(json["summary"], serde_json::json!({"errors": 1, "warnings": 1, "records": 2}));
    let problem = &json["problems"][0];
    assert_eq!(problem["code"], "unknown-level");
    assert_eq!(problem["severity"], "error");
    assert_eq!((&problem["line"], &problem["column"], &problem["end_column"]), (&4.into(), &8.into(), &11.into()));
    assert_eq!(problem["hint"], "Có phải `đạt`? Các mức dùng được: đạt, chưa đạt");
}

#[test]
fn sarif_is_read_back_by_another_crate() {
    let decomposed: String = RECORD.nfd().collect();
    let problems = [unknown_level(&decomposed), unknown_member()];
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&written(Format::Sarif, &problems)).expect("SARIF 2.1.0");
    let run = &log.runs[0];
    let rules = run.tool.driver.rules.as_ref().expect("rules");
    assert_eq!(rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["unknown-member", "unknown-level"]);
    let results = run.results.as_ref().expect("results");
    assert_eq!(results[0].rule_id.as_deref(), Some("unknown-level"));
    let place = results[0].locations.as_ref().and_then(|all| all[0].physical_location.as_ref()).expect("a place");
    let uri = place.artifact_location.as_ref().and_then(|file| file.uri.as_deref());
    assert_eq!(uri, Some("records/2026/a%2Cb%3A%20k%E1%BA%BF%20ho%E1%BA%A1ch.md"));
    let region = place.region.as_ref().expect("a region");
    // Two combining marks stand before the word and one inside it: SARIF counts code points.
    assert_eq!((region.start_line, region.start_column, region.end_column), (Some(4), Some(10), Some(14)));
}

#[test]
fn github_commands_are_escaped() {
    let mut problem = unknown_level(RECORD);
    problem.args[0].1 = "50%\nx".to_owned();
    insta::assert_snapshot!(written(Format::Github, &[problem, unknown_member()]), @r"
    ::error file=records/2026/a%2Cb%3A kế hoạch.md,line=4,endLine=4,col=8,endColumn=11,title=unknown-level::mức `50%25%0Ax` không có trong thang mức của tiêu chí H1%0ACó phải `đạt`? Các mức dùng được: đạt, chưa đạt
    ::warning file=records/x.md,line=1,endLine=1,col=1,endColumn=1,title=unknown-member::`lan` không có trong danh sách đảng viên%0ANếu đây là đảng viên của chi bộ, thêm dòng sau vào `members` trong hieucan.yaml:%0A  - {id: lan, name: …}
    ");
}

/// A pipe whose reader has gone.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let as_of = Date::new(2026, 6, 24).expect("a date");
    let problems = [unknown_level(RECORD)];
    for format in Format::ALL {
        let findings = Findings { problems: &problems, as_of, records: 1 };
        assert!(write(format, &findings, Catalog::of(Lang::Vi), Colour::None, &mut Closed).is_ok());
    }
}
