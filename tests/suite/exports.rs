//! Files for other programs: the same figures as the site, safe in the programs that open them, never over another file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, Output};

use hieucan::base::i18n::Lang;
use hieucan::base::period::Period;
use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline::export::{Export, Format, Request, Table, export};
use tempfile::TempDir;

use crate::cell_test::{CellTest, SETTINGS};

/// Asks for everything in a format.
pub fn all(format: Format) -> Request {
    Request { format, table: Table::Figures, period: None, member: None }
}

/// The file asked for, as the audience may see it.
pub fn made(cell: &CellTest, audience: Audience, lang: Lang, request: &Request) -> Export {
    let options =
        Options { root: cell.root().to_owned(), audience: Some(audience), lang: Some(lang), ..Options::default() };
    let config = Config::resolve(options).expect("the settings");
    export(&config, request).unwrap_or_else(|error| panic!("{error:?}"))
}

fn of_cell(cell: &CellTest, request: &Request) -> Vec<u8> {
    made(cell, Audience::Cell, Lang::Vi, request).bytes
}

fn text(cell: &CellTest, request: &Request) -> String {
    String::from_utf8(of_cell(cell, request)).expect("a text")
}

/// The files inside a workbook or document by name, each of which is well-formed XML.
pub fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("a file of the archive");
        let name = file.name().expect("a name").into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text");
        roxmltree::Document::parse(&text).unwrap_or_else(|fault| panic!("{name}: {fault}\n{text}"));
        files.insert(name, text);
    }
    files
}

/// A cell with reviews, tasks of every kind, a log with errors and one that is cancelled.
fn story() -> CellTest {
    let review = "---\nreview_of: can-bo-a/2026-02-01-ke-hoach\nby: bi-thu\non: 2026-02-20\nstamp: \"v1:STAMP\"\n\
                  criteria: {H1: partial, C6: met}\n---\n";
    let cell = CellTest::new()
        .record(
            "can-bo-a/2026-02-01-ke-hoach.md",
            "title: Kế hoạch; tuyên truyền\ncriteria: {H1: met, H2: partial, H5: na, C6: met}\n\
             purpose: Nắm chắc mục đích của việc được giao\nlessons: [Hỏi đầu mối trước khi soạn]\n",
        )
        .record("can-bo-a/2026-05-10-b.md", "due: 2026-05-08\ncriteria: {H1: met, C1: unmet}\n")
        .record("can-bo-b/2026-06-01-chua-xong.md", "status: doing\ndue: 2026-06-15\ncriteria: {C2: met}\n")
        .record("can-bo-b/2026-06-02-sap-den-han.md", "status: planned\ndue: 2026-08-15\n")
        .record("can-bo-b/2026-06-03-khong-han.md", "status: doing\ndue: null\n")
        .record("can-bo-b/2026-06-04-huy.md", "status: cancelled\ndue: 2026-08-16\n")
        .record("bi-thu/2026-06-05-loi.md", "criteria: {H1: dạt}\n");
    let options = Options { root: cell.root().to_owned(), ..Options::default() };
    let stamps = hieucan::pipeline::stamps(&Config::resolve(options).expect("the settings")).expect("stamps");
    let stamp = stamps["can-bo-a/2026-02-01-ke-hoach"].to_string();
    let review = review.replace("v1:STAMP", &stamp);
    cell.file("records/can-bo-a/2026-02-01-ke-hoach.review.md", &review)
}

/// Lines of a table by cell; no cell of the story holds a semicolon between quotation marks but one.
fn table(cell: &CellTest, table: Table, period: Option<&str>) -> Vec<Vec<String>> {
    let period = period.map(|written| Period::parse(written).expect("a period"));
    let bytes = of_cell(cell, &Request { table, period, ..all(Format::Csv) });
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// The number that a cell shows, doubled.
fn half_points(cell: &str) -> u64 {
    let (whole, half) = cell.split_once(',').unwrap_or((cell, "0"));
    whole.parse::<u64>().expect("a number") * 2 + u64::from(half == "5")
}

#[test]
fn the_table_of_figures_has_the_figures_of_the_data_files() {
    let cell = story();
    for period in ["2026", "2026-h1", "2026-q2", "2026-02"] {
        let rows = table(&cell, Table::Figures, Some(period));
        let known = cell.rows("tallies").into_iter().filter(|row| row["period"] == period).collect::<Vec<_>>();
        assert_eq!(rows.len() - 1, known.len(), "{period}");
        for (row, known) in rows[1..].iter().zip(&known) {
            assert_eq!(row[2], known["criterion"].as_str().expect("an id"));
            let counts = [
                (4, "records"),
                (5, "na"),
                (7, "unclaimed"),
                (8, "unmet"),
                (9, "partial"),
                (10, "met"),
                (17, "disputed"),
                (18, "stale"),
            ];
            for (place, key) in counts {
                assert_eq!(row[place], known[key].to_string(), "{period} {key} {row:?}");
            }
            for (place, key) in [(11, "claimed"), (12, "evidenced"), (13, "confirmed")] {
                assert_eq!(half_points(&row[place]), known[key].as_u64().expect("a number"), "{period} {key} {row:?}");
            }
        }
    }
}

#[test]
fn parts_are_those_of_the_pages() {
    let cell = story();
    let page = cell.page("periods/2026-q1/index.html");
    for row in &table(&cell, Table::Summary, Some("2026-q1"))[1..] {
        for part in row[14..17].iter().filter(|part| !part.is_empty()) {
            assert!(page.contains(part.as_str()), "{part} of {row:?}");
        }
    }
    let h1 = &table(&cell, Table::Summary, Some("2026"))[1];
    assert_eq!(h1[14..17], ["40%", "20%", "10%"]);
}

#[test]
fn a_table_for_people_has_semicolons_and_the_line_ends_of_their_spreadsheets() {
    let csv = text(&story(), &Request { table: Table::Tasks, ..all(Format::Csv) });
    assert!(csv.starts_with("\u{feff}Công việc;Đảng viên;Loại việc;"), "{csv}");
    assert!(csv.lines().count() > 6 && csv.matches("\r\n").count() == csv.matches('\n').count(), "{csv}");
    assert!(csv.contains("\r\n\"Kế hoạch; tuyên truyền\";Nguyễn Văn An;;hoàn thành;01/02/2026;01/02/2026;01/02/2026;"));
}

#[test]
fn the_table_of_tasks_leaves_out_neither_cancelled_nor_faulty_logs() {
    let cell = story();
    let rows = table(&cell, Table::Tasks, None);
    let ids: BTreeSet<&str> = rows[1..].iter().map(|row| row.last().expect("an id").as_str()).collect();
    let known = cell.rows("records");
    assert_eq!(ids, known.iter().map(|row| row["id"].as_str().expect("an id")).collect());
    let of = |id: &str| rows.iter().find(|row| row.last().is_some_and(|last| last == id)).expect("a row");
    assert_eq!(of("bi-thu/2026-06-05-loi")[10], "1");
    assert_eq!((&*of("can-bo-b/2026-06-04-huy")[3], &*of("can-bo-b/2026-06-04-huy")[7]), ("đã hủy", ""));
    assert_eq!((&*of("can-bo-a/2026-05-10-b")[8], &*of("can-bo-a/2026-05-10-b")[9]), ("chậm", "2"));
}

#[test]
fn of_a_period_only_its_own_is_told_and_an_empty_one_is_no_file() {
    let cell = story();
    let rows = table(&cell, Table::Evidence, Some("2026-02"));
    assert!(rows.len() > 2 && rows[1..].iter().all(|row| row[2] == "Tháng 2/2026"), "{rows:?}");
    let claims: Vec<_> = rows.iter().filter(|row| row[9] == "chưa có minh chứng").map(|row| row[3].as_str()).collect();
    assert_eq!(claims, ["H2"], "a claim without evidence has a row that says so");
    let options = Options { root: cell.root().to_owned(), ..Options::default() };
    let config = Config::resolve(options).expect("the settings");
    let period = Period::parse("2031");
    assert!(export(&config, &Request { period, ..all(Format::Csv) }).is_err());
}

#[test]
fn where_a_period_has_no_logs_those_that_have_are_named() {
    let (cell, folder) = (story(), TempDir::new().expect("a folder"));
    for (format, more, words) in [
        ("csv", &["--period", "2031"][..], "có nhật ký: 2026\n"),
        ("json", &["--period", "2025-q4"], "có nhật ký: 2026-q1, 2026-q2, 2026-q3\n"),
        ("xlsx", &["--period", "2026-03"], "có nhật ký: 2026-02, 2026-05, 2026-06\n"),
        ("docx", &["--period", "2031"], "có nhật ký: 2026\n"),
        ("csv", &["--period", "2026-06", "--member", "can-bo-a"], "có nhật ký của người này: 2026-02, 2026-05\n"),
        ("csv", &["--period", "2026", "--member", "truong-ban"], "đảng viên chưa có nhật ký nào được tính"),
    ] {
        let told = run(&cell, folder.path(), &[&["--format", format], more].concat());
        let said = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(told.status.code() == Some(2) && said.contains(words), "{format} {more:?}: {said}");
    }
    let empty = CellTest::new();
    let told = run(&empty, folder.path(), &["--format", "csv", "--period", "2026"]);
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.code() == Some(2) && said.contains("chi bộ chưa có nhật ký nào được tính"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn the_whole_in_json_holds_the_rows_of_the_data_files() {
    let cell = story();
    let whole: serde_json::Value = serde_json::from_str(&text(&cell, &all(Format::Json))).expect("JSON");
    for name in ["tallies", "records", "problems"] {
        assert_eq!(whole[name].as_array().expect("a list"), &cell.rows(name), "{name}");
    }
    assert_eq!((&whole["version"], &whole["as_of"]), (&1.into(), &"2026-06-30".into()));
    let of_one =
        Request { member: Some("Nguyễn Văn An".to_owned()), period: Period::parse("2026-q1"), ..all(Format::Json) };
    let part: serde_json::Value = serde_json::from_str(&text(&cell, &of_one)).expect("JSON");
    let known = cell.rows("tallies").into_iter();
    let known: Vec<_> = known
        .filter(|row| row["scope"] == "can-bo-a" && ["2026-q1", "2026-02"].contains(&row["period"].as_str().unwrap()))
        .collect();
    assert_eq!(part["tallies"].as_array().expect("a list"), &known);
    assert_eq!(part["records"].as_array().map(Vec::len), Some(1));
    assert!(
        part["evidence"]
            .as_array()
            .is_some_and(|rows| rows.iter().all(|row| row["record"] == part["records"][0]["id"]))
    );
}

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    assert_eq!(calendar.matches("\r\n").count(), calendar.matches('\n').count());
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn values<'l>(lines: &'l [String], key: &str) -> Vec<&'l str> {
    lines.iter().filter_map(|line| line.strip_prefix(key)).collect()
}

#[test]
fn the_calendars_of_the_site_are_those_that_are_exported() {
    let cell = story();
    let calendar = text(&cell, &all(Format::Ics));
    assert_eq!(cell.page("data/deadlines.ics"), calendar);
    let lines = lines(&calendar);
    assert_eq!(values(&lines, "DTSTART;VALUE=DATE:"), ["20260615", "20260815"]);
    assert_eq!(values(&lines, "DTEND;VALUE=DATE:"), ["20260616", "20260816"]);
    assert_eq!(values(&lines, "SUMMARY:")[0], "Hạn: 2026-06-01-chua-xong (Trần Thị Bình)");
    assert_eq!(values(&lines, "UID:")[0], "can-bo-b.2026-06-01-chua-xong@chi-bo-mau.hieucan");
    assert_eq!(values(&lines, "DTSTAMP:"), ["20260601T000000Z", "20260602T000000Z"]);
    for member in ["can-bo-a", "can-bo-b"] {
        let own = text(&cell, &Request { member: Some(member.to_owned()), ..all(Format::Ics) });
        assert_eq!(cell.page(&format!("data/deadlines/{member}.ics")), own);
        assert_eq!(own.matches("BEGIN:VEVENT").count(), if member == "can-bo-b" { 2 } else { 0 });
    }
}

#[test]
fn a_calendar_of_a_period_tells_what_has_come_of_its_tasks() {
    let period = Period::parse("2026");
    let lines = lines(&text(&story(), &Request { period, ..all(Format::Ics) }));
    let told = values(&lines, "SUMMARY:");
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(told[0].starts_with("Đã xong: Kế hoạch\\; tuyên truyền") && told[4].starts_with("Đã hủy: "), "{told:?}");
    assert_eq!(values(&lines, "STATUS:"), ["CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"]);
    let marks: BTreeSet<&str> = values(&lines, "UID:").into_iter().collect();
    assert_eq!(marks.len(), 5);
}

/// The cells of a sheet by their places, such as `B7`.
fn cells(files: &BTreeMap<String, String>, sheet: usize) -> BTreeMap<String, String> {
    let shared = roxmltree::Document::parse(&files["xl/sharedStrings.xml"]).expect("XML");
    let texts: Vec<String> = shared
        .root_element()
        .children()
        .filter(|node| node.has_tag_name("si") || node.tag_name().name() == "si")
        .map(|item| item.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect())
        .collect();
    let document = roxmltree::Document::parse(&files[&format!("xl/worksheets/sheet{sheet}.xml")]).expect("XML");
    let cells = document.descendants().filter(|node| node.tag_name().name() == "c");
    cells
        .filter_map(|cell| {
            let value = cell.children().find(|node| node.tag_name().name() == "v")?.text()?;
            let is_text = cell.attribute("t") == Some("s");
            let value =
                if is_text { texts[value.parse::<usize>().expect("a place")].clone() } else { value.to_owned() };
            Some((cell.attribute("r").expect("a place").to_owned(), value))
        })
        .collect()
}

#[test]
fn a_workbook_has_real_numbers_and_a_radar_of_three_outlines() {
    let cell = story();
    let files = unpacked(&of_cell(&cell, &Request { period: Period::parse("2026"), ..all(Format::Xlsx) }));
    let names: Vec<_> =
        files["xl/workbook.xml"].split("<sheet name=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
    assert_eq!(names, ["Tổng hợp", "Ma trận", "Số liệu", "Công việc", "Minh chứng", "Lỗi, cảnh báo"]);
    let summary = cells(&files, 1);
    let row = (1..20).find(|row| summary.get(&format!("A{row}")).is_some_and(|id| id == "H1")).expect("a row of H1");
    let figure = |column: &str| summary[&format!("{column}{row}")].parse::<f64>().expect("a number");
    assert_eq!([figure("M"), figure("N"), figure("O")], [0.4, 0.2, 0.1]);
    let chart = &files["xl/charts/chart1.xml"];
    assert!(chart.contains("<c:radarChart>") && chart.matches("<c:ser>").count() == 3, "{chart}");
    let tasks = &files["xl/worksheets/sheet4.xml"];
    assert!(tasks.contains("<autoFilter") && tasks.contains("state=\"frozen\""), "{tasks}");
    assert!(!files.values().any(|file| file.contains("<f>")), "no cell is a formula");
}

/// The style of each cell of a sheet: its number format, and whether it is marked as text.
fn styles(files: &BTreeMap<String, String>, sheet: usize) -> BTreeMap<String, (String, bool)> {
    let styles = roxmltree::Document::parse(&files["xl/styles.xml"]).expect("XML");
    let of = |name: &'static str| styles.descendants().filter(move |node| node.tag_name().name() == name);
    let known: BTreeMap<&str, &str> =
        of("numFmt").filter_map(|one| Some((one.attribute("numFmtId")?, one.attribute("formatCode")?))).collect();
    let looks: Vec<(String, bool)> = of("cellXfs")
        .flat_map(|all| all.children().filter(|node| node.is_element()))
        .map(|look| {
            let id = look.attribute("numFmtId").unwrap_or_default();
            (known.get(id).unwrap_or(&id).to_string(), look.attribute("quotePrefix") == Some("1"))
        })
        .collect();
    let document = roxmltree::Document::parse(&files[&format!("xl/worksheets/sheet{sheet}.xml")]).expect("XML");
    let cells = document.descendants().filter(|node| node.tag_name().name() == "c");
    cells
        .filter_map(|cell| {
            Some((cell.attribute("r")?.to_owned(), looks[cell.attribute("s")?.parse::<usize>().ok()?].clone()))
        })
        .collect()
}

#[test]
fn a_workbook_shows_days_and_parts_as_the_pages_do() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-02-05-a.md", "criteria: {H1: met, H2: met}\nassigned: 2026-02-03\ndue: 2026-03-05\ndone: 2026-02-05\noutputs: [Kế hoạch]")
        .record("can-bo-a/2026-02-06-b.md", "criteria: {H2: met}\nassigned: 2026-02-03\ndue: 2026-03-05\ndone: 2026-02-06")
        .record("can-bo-a/2026-02-07-c.md", "criteria: {H2: met}\nassigned: 2026-02-03\ndue: 2026-03-05\ndone: 2026-02-07");
    let shown = |sheet: usize| {
        let files = unpacked(&of_cell(&cell, &all(Format::Xlsx)));
        let values = cells(&files, sheet);
        let looks = styles(&files, sheet).into_iter();
        looks.filter_map(|(place, (format, _))| Some((values.get(&place)?.clone(), format))).collect::<BTreeSet<_>>()
    };
    let days: BTreeSet<String> =
        shown(4).into_iter().map(|(_, format)| format).filter(|format| format.contains("yyyy")).collect();
    assert_eq!(days, ["dd\"/\"m\"/\"yyyy", "dd\"/\"mm\"/\"yyyy"].map(str::to_owned).into(), "March and February");
    let parts: BTreeSet<(String, String)> = shown(1).into_iter().filter(|(_, format)| format.contains('%')).collect();
    assert!(parts.contains(&("1".to_owned(), "0%".to_owned())), "{parts:?}");
    assert!(parts.contains(&("0.333".to_owned(), "0.0%".to_owned())), "{parts:?}");
}

#[test]
fn no_text_of_a_workbook_could_become_a_formula_when_its_cell_is_edited() {
    let settings = SETTINGS.replace("name: Chi bộ mẫu", "name: '=cmd|X'");
    let cell = CellTest::new()
        .file("hieucan.yaml", &settings)
        .record("can-bo-a/2026-05-10-b.md", "title: '+84 1'\ncriteria: {H1: met}\n");
    let files = unpacked(&of_cell(&cell, &all(Format::Xlsx)));
    let mut seen = 0;
    for sheet in 1..=6 {
        let looks = styles(&files, sheet);
        for (place, text) in cells(&files, sheet).into_iter().filter(|(_, text)| text.starts_with(['=', '+'])) {
            assert!(looks[&place].1, "{sheet} {place}: {text}");
            seen += 1;
        }
    }
    assert!(seen > 6, "titles and texts: {seen}");
}

#[test]
fn a_workbook_of_an_unreviewed_cell_confirms_nothing() {
    let cell = CellTest::new().record("can-bo-a/2026-05-10-b.md", "criteria: {H1: met}\n");
    let files = unpacked(&of_cell(&cell, &all(Format::Xlsx)));
    assert_eq!(files["xl/charts/chart1.xml"].matches("<c:ser>").count(), 2);
    assert!(files["xl/sharedStrings.xml"].contains("Chưa có nhận xét nào"));
}

#[test]
fn the_same_logs_give_the_same_bytes() {
    let cell = story();
    for format in Format::ALL {
        assert!(of_cell(&cell, &all(format)) == of_cell(&cell, &all(format)), "{format:?}");
    }
}

/// Texts that programs of offices might obey, drop or break at.
fn hostile() -> CellTest {
    let long = "Rất dài ".repeat(400);
    let decomposed = "Ke\u{302}\u{301} hoa\u{323}ch";
    let mut cell = CellTest::new();
    for (number, title) in
        ["=HYPERLINK(\"http://x\")", "+84 1", "-2+3", "@SUM(A1)", "\u{202e}ngược\u{202c}", "]]> & <b>\"'"]
            .into_iter()
            .map(str::to_owned)
            .chain([long, decomposed.to_owned()])
            .enumerate()
    {
        let title = serde_json::to_string(&title).expect("a text");
        let story = format!(
            "title: {title}\nstatus: doing\ndue: 2026-07-01\ncriteria: {{H2: met, H5: met}}\noutputs: [{{name: {title}}}]\n\
             weaknesses: [{{text: {title}}}]\n---\n## Bối cảnh {{#H5}}\nTrước a{sign}b sau\n",
            sign = '\u{ffff}'
        );
        cell = cell.record(&format!("can-bo-a/2026-06-0{}-x.md", number + 1), &story);
    }
    cell
}

#[test]
fn hostile_texts_are_shown_and_obeyed_nowhere() {
    let cell = hostile();
    for kind in [Table::Tasks, Table::Evidence, Table::Problems] {
        for row in table(&cell, kind, None) {
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
        }
    }
    let titles: Vec<String> = table(&cell, Table::Tasks, None)[1..].iter().map(|row| row[0].clone()).collect();
    assert!(
        titles.contains(&"'=HYPERLINK(\"http://x\")".to_owned()) && titles.contains(&"'-2+3".to_owned()),
        "{titles:?}"
    );
    let said = table(&cell, Table::Evidence, None);
    assert!(said.iter().any(|row| row[8] == "Trước a\u{fffd}b sau"), "{said:?}");
    assert!(titles.contains(&"Ke\u{302}\u{301} hoa\u{323}ch".to_owned()), "as it was written: {titles:?}");
    assert!(titles.iter().any(|title| title.chars().count() > 3000));
    let files = unpacked(&of_cell(&cell, &all(Format::Xlsx)));
    let known: BTreeSet<String> = cells(&files, 4).into_values().collect();
    for shown in ["=HYPERLINK(\"http://x\")", "\u{202e}ngược\u{202c}", "]]> & <b>\"'"] {
        assert!(known.contains(shown), "{shown}");
    }
    assert!(cells(&files, 5).values().any(|cell| cell == "Trước a\u{fffd}b sau"));
    assert!(!files.values().any(|file| file.contains("<f>") || file.contains("<hyperlink")), "nothing is obeyed");
    lines(&text(&cell, &all(Format::Ics)));
}

fn run(cell: &CellTest, folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(["export", "--root"]).arg(cell.root()).args(args).env_clear().current_dir(folder);
    command.output().expect("the program runs")
}

#[test]
fn a_file_is_replaced_only_where_it_is_named() {
    let (cell, folder) = (story(), TempDir::new().expect("a folder"));
    let args = ["--format", "xlsx", "--period", "quý 2 năm 2026", "--member", "can-bo-a"];
    let first = run(&cell, folder.path(), &args);
    let place = folder.path().join("chi-bo-mau-2026-q2-can-bo-a.xlsx");
    assert!(first.status.success() && place.is_file(), "{first:?}");
    fs::write(&place, "của tôi").expect("a file");
    let second = run(&cell, folder.path(), &args);
    assert_eq!((second.status.code(), fs::read(&place).expect("a file").as_slice()), (Some(2), "của tôi".as_bytes()));
    let named = [args.as_slice(), &["--out", "chi-bo-mau-2026-q2-can-bo-a.xlsx", "-q"]].concat();
    let third = run(&cell, folder.path(), &named);
    assert!(third.status.success() && third.stdout.is_empty(), "{third:?}");
    assert!(fs::read(&place).expect("a file").starts_with(b"PK"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing else is left");
}

#[test]
fn what_people_write_is_never_replaced() {
    let cell = story();
    for path in ["hieucan.yaml", "records/can-bo-a/2026-02-01-ke-hoach.md"] {
        let place = cell.root().join(path);
        let before = fs::read(&place).expect(path);
        let told = run(&cell, cell.root(), &["--format", "csv", "--out", path]);
        assert_eq!((told.status.code(), fs::read(&place).expect(path)), (Some(2), before), "{path}: {told:?}");
    }
}

/// A named pipe or device takes the bytes and stays what it is; a link stays a link to the file that is replaced.
#[test]
fn pipes_devices_and_links_stay_what_they_are() {
    let (cell, folder) = (story(), TempDir::new().expect("a folder"));
    let (pipe, target, link) =
        (folder.path().join("pipe"), folder.path().join("target.csv"), folder.path().join("link.csv"));
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = Command::new("cat").arg(&pipe).stdout(std::process::Stdio::piped()).spawn().expect("cat");
    let told = run(&cell, folder.path(), &["--format", "csv", "--out", "pipe"]);
    let read = reader.wait_with_output().expect("cat ends").stdout;
    assert!(told.status.success() && read.len() > 200, "{told:?}");
    assert!(!fs::symlink_metadata(&pipe).expect("the pipe").is_file());

    fs::write(&target, "cũ").expect("a file");
    std::os::unix::fs::symlink("target.csv", &link).expect("a link");
    let told = run(&cell, folder.path(), &["--format", "csv", "--out", "link.csv"]);
    assert!(told.status.success() && fs::symlink_metadata(&link).expect("the link").is_symlink(), "{told:?}");
    assert_eq!(fs::read(&target).expect("the target"), read);

    let full = run(&cell, folder.path(), &["--format", "csv", "--out", "/dev/full"]);
    let said = String::from_utf8_lossy(&full.stderr).into_owned();
    assert!(full.status.code() == Some(2) && said.contains("`/dev/full`"), "{said}");
    let nowhere = run(&cell, folder.path(), &["--format", "csv", "--out", "khong-co/x.csv"]);
    let said = String::from_utf8_lossy(&nowhere.stderr).into_owned();
    assert!(nowhere.status.code() == Some(2) && said.contains("khong-co/x.csv`") && !said.contains("part"), "{said}");
}

#[test]
fn texts_go_to_stdout_unless_a_place_is_named() {
    let (cell, folder) = (story(), TempDir::new().expect("a folder"));
    for format in ["csv", "json", "ics"] {
        let told = run(&cell, folder.path(), &["--format", format]);
        assert!(told.status.success() && told.stdout.len() > 200, "{told:?}");
        let written = run(&cell, folder.path(), &["--format", format, "--out", "x"]);
        assert!(written.status.success(), "{written:?}");
        assert_eq!(fs::read(folder.path().join("x")).expect("a file"), told.stdout);
    }
    let packed = run(&cell, folder.path(), &["--format", "xlsx", "--out", "-"]);
    assert!(packed.stdout.starts_with(b"PK"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

/// A cell whose papers have this form, with a parent and a place.
fn on_paper(form: &str) -> CellTest {
    let cell = "cell: {id: chi-bo-mau, name: Chi bộ mẫu, parent: Đảng bộ cơ quan, place: Thạch Giang}";
    let settings = SETTINGS.replace("cell: {id: chi-bo-mau, name: Chi bộ mẫu}", cell) + form;
    story().file("hieucan.yaml", &settings)
}

/// A paper as a document: the pack of the cell, or what there is of a member.
fn paper(cell: &CellTest, lang: Lang, period: &str, member: Option<&str>) -> BTreeMap<String, String> {
    let request = Request { period: Period::parse(period), member: member.map(str::to_owned), ..all(Format::Docx) };
    unpacked(&made(cell, Audience::Cell, lang, &request).bytes)
}

/// The texts of the paragraphs of a document in order, each behind the id of its style.
fn paragraphs(files: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(&files["word/document.xml"]).expect("XML");
    let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
    let of = |paragraph: roxmltree::Node<'_, '_>| {
        let style = paragraph.descendants().find(|node| named(node, "pStyle"));
        let style = style.and_then(|node| node.attributes().next()).map_or("", |attribute| attribute.value());
        let texts = paragraph.descendants().filter(|node| named(node, "t")).filter_map(|node| node.text());
        (style.to_owned(), texts.collect::<String>())
    };
    document.descendants().filter(|node| named(node, "p")).map(of).collect()
}

/// The words of a page or document, blanks and the numbers of notes aside.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<String>()
}

/// Every text that stands on a paper for its reader, in order.
fn said_on_page(page: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let wanted = "article.paper p, article.paper h1, article.paper h2, article.paper h3, article.paper li, article.paper th, article.paper td, article.paper caption";
    let selector = scraper::Selector::parse(wanted).expect("a selector");
    page.select(&selector)
        .filter(|one| !one.value().classes().any(|class| class == "off-paper" || class == "hidden"))
        .map(|one| words(&one.text().collect::<String>()))
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn a_document_says_what_its_page_says() {
    for (form, period, member, page) in [
        ("paper: dang\n", "2026-q2", None, "print/2026-q2/index.html"),
        ("paper: nha-nuoc\n", "2026", Some("can-bo-a"), "print/2026/can-bo-a/index.html"),
    ] {
        let cell = on_paper(form);
        let told: String =
            paragraphs(&paper(&cell, Lang::Vi, period, member)).iter().map(|(_, text)| words(text)).collect();
        let said = said_on_page(&cell.page(page));
        assert!(said.len() > 40, "{said:?}");
        for text in &said {
            assert!(told.contains(text.as_str()), "{page}: {text}\n{told}");
        }
    }
}

#[test]
fn headings_are_real_and_styles_have_names() {
    let files = paper(&on_paper(""), Lang::Vi, "2026-q2", None);
    let paragraphs = paragraphs(&files);
    let of = |style: &str| {
        paragraphs.iter().filter(|(known, _)| known == style).map(|(_, text)| &**text).collect::<Vec<_>>()
    };
    assert_eq!(of("Title"), ["BÁO CÁO"]);
    assert_eq!(of("Heading1")[..3], ["I. Tình hình chung", "II. Đảng viên và tiêu chí", "III. Công việc trong kỳ"]);
    assert!(of("Heading2").contains(&"Hạn chế nêu trong kỳ"), "{:?}", of("Heading2"));
    let styles = &files["word/styles.xml"];
    for name in ["heading 1", "heading 2", "Title", "Body Text", "caption", "Table Text", "Signature"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"")), "{name}");
    }
    assert!(styles.contains("w:default=\"1\" w:styleId=\"Normal\""));
    let ids: Vec<&str> = styles.split("w:styleId=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "no style stands twice: {ids:?}");
    assert!(styles.contains("<w:lang w:val=\"vi-VN\""));
    assert!(
        files["docProps/core.xml"].contains("<dc:title>Tài liệu họp: Quý II/2026"),
        "{}",
        files["docProps/core.xml"]
    );
    assert!(styles.contains("<w:outlineLvl w:val=\"0\"") && styles.contains("<w:outlineLvl w:val=\"1\""));
    for (style, _) in paragraphs.iter().filter(|(style, _)| !style.is_empty()) {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style} is no style");
    }
}

#[test]
fn papers_keep_their_measures() {
    let files = paper(&on_paper("paper: dang\n"), Lang::Vi, "2026-q2", None);
    let document = &files["word/document.xml"];
    // Twentieths of a point: A4, 20 mm above and below, 30 mm at the left, 15 mm at the right.
    assert!(document.contains("<w:pgSz w:w=\"11905\" w:h=\"16837\""), "{document}");
    assert!(document.contains("<w:pgSz w:w=\"16837\" w:h=\"11905\" w:orient=\"landscape\""), "{document}");
    assert!(document.contains("w:top=\"1133\" w:right=\"850\" w:bottom=\"1133\" w:left=\"1700\""), "{document}");
    assert!(files["word/styles.xml"].contains("w:ascii=\"Times New Roman\""));
    // The first page has no number, the others have one in the middle above.
    assert!(document.contains("<w:titlePg") && files["word/header1.xml"].contains("PAGE"));
    assert!(files["word/header1.xml"].contains("<w:jc w:val=\"center\""));
    // Tables have fixed columns, and heads that come again.
    let tables = document.matches("<w:tbl>").count();
    assert!(tables > 5);
    assert_eq!(document.matches("<w:tblLayout w:type=\"fixed\"").count(), tables);
    assert_eq!(document.matches("<w:tblGrid>").count(), tables);
    assert!(document.contains("<w:tblHeader />") && !document.contains("<w:trHeight"));
    for section in document.split("<w:sectPr>").skip(1).filter_map(|rest| rest.split("</w:sectPr>").next()) {
        let heads = section.find("<w:headerReference").unwrap_or(0);
        assert!(heads <= section.find("<w:pgSz").expect("a size"), "{section}");
    }
}

#[test]
fn the_letterhead_is_that_of_the_form() {
    let party = paragraphs(&paper(&on_paper("paper: dang\n"), Lang::Vi, "2026-q2", None));
    let heads: Vec<&str> =
        party.iter().take_while(|(style, _)| style == "Letterhead").map(|(_, text)| &**text).collect();
    assert_eq!(
        heads,
        [
            "ĐẢNG BỘ CƠ QUAN",
            "CHI BỘ MẪU",
            "*",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Số …-BC/CB",
            "Thạch Giang, ngày 30 tháng 6 năm 2026"
        ]
    );
    let state = paragraphs(&paper(&on_paper("paper: nha-nuoc\n"), Lang::Vi, "2026-q2", None));
    let heads: Vec<&str> =
        state.iter().take_while(|(style, _)| style == "Letterhead").map(|(_, text)| &**text).collect();
    assert_eq!(heads[3..6], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: …/BC-CB"]);
}

#[test]
fn late_work_is_bold_in_a_document_as_on_the_page() {
    let cell = CellTest::new().record("can-bo-a/2026-05-10-cham.md", "due: 2026-05-01");
    let xml = &paper(&cell, Lang::Vi, "2026-q2", None)["word/document.xml"];
    let run = xml.split("<w:r>").find(|run| run.contains("chậm 9 ngày")).expect("the task is late");
    assert!(run.contains("<w:b />"), "{run}");
}

#[test]
fn a_draft_is_marked_on_every_page_and_has_no_number() {
    for (lang, mark) in [(Lang::Vi, "DỰ THẢO"), (Lang::En, "DRAFT")] {
        let files = paper(&on_paper(""), lang, "2026", Some("can-bo-a"));
        let marked = format!(">{mark}<");
        assert!(files["word/header1.xml"].contains(&marked) && files["word/header2.xml"].contains(&marked), "no colon");
        assert!(!files["word/document.xml"].contains("BC/CB"));
        let notes = paragraphs(&files).iter().filter(|(style, _)| style == "Notes").count();
        assert!(notes > 0 && files["word/document.xml"].contains("w:anchor=\"_n1\""));
    }
}

#[test]
fn hostile_texts_stand_in_documents_as_they_are() {
    let files = paper(&hostile(), Lang::Vi, "2026-q3", None);
    let told: String = paragraphs(&files).into_iter().map(|(_, text)| text).collect();
    for shown in ["=HYPERLINK(\"http://x\")", "\u{202e}ngược\u{202c}", "]]> & <b>\"'", "Ke\u{302}\u{301} hoa\u{323}ch"]
    {
        assert!(told.contains(shown), "{shown}\n{told}");
    }
    assert!(!files["word/_rels/document.xml.rels"].contains("http://x"), "nothing outside is linked");
}

#[test]
fn papers_of_members_are_not_for_the_public() {
    let cell = story();
    let options = Options { root: cell.root().to_owned(), audience: Some(Audience::Public), ..Options::default() };
    let config = Config::resolve(options).expect("the settings");
    let of_one = Request { member: Some("can-bo-a".to_owned()), ..all(Format::Docx) };
    assert!(export(&config, &of_one).is_err());
}

#[test]
fn evidence_of_a_criterion_that_is_not_in_force_says_that_it_does_not_count() {
    let rubric = "id: thu\nversion: 1\ntitle: Thử\ngroups:\n  - id: g\n    criteria:\n      \
                  - {id: A1, label: Một, evidence: [risks], state: retired, until: 2026-03-31}\n      \
                  - {id: B1, label: Hai, evidence: [risks], state: upcoming}\n";
    let cell = CellTest::new()
        .file("rubric.yaml", rubric)
        .record("can-bo-a/2026-02-19-a.md", "criteria: {A1: met}\nrisks: [Mưa to kéo dài]")
        .record("can-bo-a/2026-05-19-b.md", "criteria: {A1: met, B1: met}\nrisks: [Mưa to kéo dài]");
    let rows = text(&cell, &Request { table: Table::Evidence, ..all(Format::Csv) });
    let tail = |row: &str| row.split(';').skip(5).take(5).collect::<Vec<_>>().join(";");
    assert_eq!(
        rows.lines().skip(1).map(tail).collect::<Vec<_>>(),
        [
            "đạt;có minh chứng;rủi ro;Mưa to kéo dài;được tính",
            ";;rủi ro;Mưa to kéo dài;không tính, chưa áp dụng",
            "đạt;;rủi ro;Mưa to kéo dài;không tính, đã thôi áp dụng",
            "đạt;;rủi ro;Mưa to kéo dài;không tính, chưa áp dụng",
        ]
    );
}
