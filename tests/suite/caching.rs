//! A site built with what earlier builds kept has the bytes of one that was built anew, whatever happened in between
//! to the cell, to the site and to the cache.
//!
//! `HIEUCAN_SEQUENCES=500` runs as many random sequences of changes, `HIEUCAN_SEQUENCES=101-200` those of these numbers; a
//! plain run does a few of them.

use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use hieucan::base::i18n::Lang;
use hieucan::base::period::Date;
use hieucan::cache::Place;
use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline::{self, Outcome, Silent, Summary};
use tempfile::TempDir;

use crate::cell_test::{SETTINGS, log};

/// Random sequences of a plain run.
const SEQUENCES: u64 = 6;

/// Changes of one sequence.
const CHANGES: usize = 4;

/// Somebody's own file in the site, which every build keeps.
const FOREIGN: &str = "ghi-chu-rieng.txt";

const RECORDS: [(&str, &str); 9] = [
    (
        "can-bo-a/2026-01-05-ke-hoach.md",
        "criteria: {H1: met, H2: partial, C1: met}\npurpose: Nắm chắc mục đích của đợt tuyên truyền\n\
         outputs: [{name: Kế hoạch, ref: 12-KH/BTG}]\nlessons: [{text: Gửi dự thảo sớm hơn một tuần, tag: gui-som}]\n---\n\
         Xem [việc trước](../can-bo-b/2026-01-20-bao-cao.md).\n\n## Bối cảnh {#H5}\nĐịa bàn có nhiều khu công nghiệp mới.\n",
    ),
    (
        "can-bo-a/2026-02-10-hoi-nghi.md",
        "due: 2026-02-20\ncriteria: [H1, H3]\ncoordination: [{with: Văn phòng, role: chuẩn bị hội trường}]\n\
         weaknesses: [{text: Chuẩn bị tài liệu còn chậm, tag: cham-tien-do}]\nlessons: [{text: Lại gửi muộn, tag: gui-som}]\n",
    ),
    (
        "can-bo-a/2026-04-02-tap-huan.md",
        "criteria: {H1: met}\npurpose: Nâng cao kỹ năng tuyên truyền miệng\nfixed: [cham-tien-do]\n",
    ),
    (
        "can-bo-b/2026-01-20-bao-cao.md",
        "criteria: {H2: {level: met, evidence: [{kind: file, file: minh-chung/bao-cao.txt}]}, C3: met}\nreferences: [124-QĐ/TW]\n",
    ),
    (
        "can-bo-b/2026-03-15-khao-sat.md",
        "status: doing\ndue: 2026-03-30\nprogress: [{on: 2026-03-20, note: Đã khảo sát ba xã}]\ncriteria: {C1: met}\n",
    ),
    (
        "can-bo-b/2026-05-01-noi-bo.md",
        "visibility: leaders\ncriteria: {H4: met}\nstrengths: [Chủ động từ đầu, không để nhắc việc]\n",
    ),
    (
        "truong-ban/2026-03-01-chi-dao.md",
        "criteria: {C2: met, C4: unmet}\ndirection: {by: truong-ban, summary: Làm rõ trách nhiệm từng đồng chí}\n",
    ),
    (
        "truong-ban/2026-06-11-so-ket.md",
        "criteria: {C5: met}\nsteps: [{id: a, what: Dự thảo, start: 2026-06-01, end: 2026-06-05}, {id: b, what: Trình duyệt, after: [a]}]\n---\n\
         ![Ảnh](../../minh-chung/anh.png)\n",
    ),
    (
        "truong-ban/2025-12-30-nam-cu.md",
        "visibility: public\ncriteria: {H1: met}\npurpose: Nắm chắc mục đích của đợt tuyên truyền\n",
    ),
];

/// A cell on disk, its cache, and the two sites.
struct Cell {
    folder: TempDir,
    settings: String,
    lang: Option<Lang>,
    audience: Option<Audience>,
    as_of: &'static str,
    program: String,
}

impl Cell {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let cell = Self {
            folder,
            settings: SETTINGS.to_owned(),
            lang: None,
            audience: None,
            as_of: "2026-06-30",
            program: "một".to_owned(),
        };
        cell.write("hieucan.yaml", SETTINGS);
        cell.write("minh-chung/bao-cao.txt", "Báo cáo kết quả\n");
        cell.write("minh-chung/anh.png", "không phải ảnh thật\n");
        for (path, story) in RECORDS {
            cell.write(&format!("records/2026/{path}"), &log(path, story));
        }
        cell
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("cell")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    fn config(&self, out: &str, cache: Option<Place>) -> Config {
        let options = Options {
            root: self.root(),
            out: Some(self.folder.path().join(out)),
            lang: self.lang,
            audience: self.audience,
            as_of: Date::parse(self.as_of),
            cache,
            ..Options::default()
        };
        Config::resolve(options).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn place(&self) -> Place {
        Place::at(self.cache()).seen_by(&self.program)
    }

    /// Builds the site with the cache.
    fn build(&self) -> Summary {
        built(&self.config("site", Some(self.place())))
    }

    /// The site as it stands, and as a build without any cache in a fresh place makes it.
    fn both(&self) -> [BTreeMap<PathBuf, Vec<u8>>; 2] {
        let _ = fs::remove_dir_all(self.folder.path().join("anew"));
        built(&self.config("anew", None));
        let mut standing = files(&self.site());
        standing.remove(Path::new(FOREIGN));
        [standing, files(&self.folder.path().join("anew"))]
    }

    /// Paths of the logs.
    fn logs(&self) -> Vec<PathBuf> {
        let walk = walkdir::WalkDir::new(self.path("records")).sort_by_file_name().into_iter().flatten();
        let logs = walk.map(walkdir::DirEntry::into_path).filter(|path| path.to_string_lossy().ends_with(".md"));
        logs.filter(|path| !path.to_string_lossy().ends_with(".review.md")).collect()
    }
}

fn built(config: &Config) -> Summary {
    match pipeline::build(config, &Silent) {
        Ok(Outcome::Published { summary, .. }) => summary,
        other => panic!("{other:?}"),
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let named = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).expect("a file of the site").to_owned();
        (name, fs::read(entry.path()).expect("a file of the site"))
    };
    files.map(named).collect()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }

    fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.roll(of.len())]
    }
}

/// Something that happens to a cell between two builds.
type Change = fn(&mut Cell, &mut Dice);

const ALL: [(&str, Change); 22] = [
    ("a body grows", body),
    ("a level changes", level),
    ("a title changes", title),
    ("a date moves", date),
    ("a log is renamed", rename),
    ("a log is deleted", delete),
    ("a log is added", add),
    ("a log is broken", broken),
    ("a log's audience changes", visibility),
    ("tags come and go", tags),
    ("a text is copied", copied),
    ("an evidence file changes", evidence),
    ("a review is written", review),
    ("a rating is written", rating),
    ("the settings change", settings),
    ("the rubric changes", rubric),
    ("a template changes", template),
    ("the day, the language or the audience changes", run),
    ("the program changes", program),
    ("the cache is spoiled", spoil),
    ("the site is edited by hand", tamper),
    ("nothing happens", |_, _| ()),
];

fn change_log(cell: &Cell, dice: &mut Dice, change: impl FnOnce(String) -> String) {
    let logs = cell.logs();
    if !logs.is_empty() {
        let log = dice.pick(&logs);
        fs::write(log, change(fs::read_to_string(log).expect("a log"))).expect("a log");
    }
}

fn with_line(text: &str, key: &str, line: &str) -> String {
    let kept = text.lines().filter(|old| !old.starts_with(&format!("{key}:")));
    let lines: Vec<&str> = kept.collect();
    format!("---\n{line}\n{}\n", lines[1..].join("\n"))
}

fn body(cell: &mut Cell, dice: &mut Dice) {
    let more = dice.roll(1_000);
    change_log(cell, dice, |text| format!("{text}\nThêm đoạn thứ {more} vào nhật ký.\n"));
}

fn level(cell: &mut Cell, dice: &mut Dice) {
    let criterion = *dice.pick(&["H1", "H2", "H3", "H4", "H5", "C1", "C6"]);
    let level = *dice.pick(&["met", "partial", "unmet", "na", "đạt"]);
    change_log(cell, dice, |text| with_line(&text, "criteria", &format!("criteria: {{{criterion}: {level}}}")));
}

fn title(cell: &mut Cell, dice: &mut Dice) {
    let number = dice.roll(50);
    change_log(cell, dice, |text| with_line(&text, "title", &format!("title: Việc mới số {number} <b> & \"thử\"")));
}

fn date(cell: &mut Cell, dice: &mut Dice) {
    let month = 1 + dice.roll(6);
    change_log(cell, dice, |text| {
        let dated = with_line(&text, "assigned", &format!("assigned: 2026-{month:02}-03"));
        with_line(&dated, "done", &format!("done: 2026-{month:02}-0{}", 3 + month))
    });
}

fn rename(cell: &mut Cell, dice: &mut Dice) {
    let logs = cell.logs();
    if !logs.is_empty() {
        let log = dice.pick(&logs).clone();
        let new = log.with_file_name(format!("2026-0{}-moi-{}.md", 1 + dice.roll(6), dice.roll(30)));
        if !new.exists() {
            fs::rename(log, new).expect("a new name");
        }
    }
}

fn delete(cell: &mut Cell, dice: &mut Dice) {
    let logs = cell.logs();
    if logs.len() > 2 {
        fs::remove_file(dice.pick(&logs)).expect("a log");
    }
}

fn add(cell: &mut Cell, dice: &mut Dice) {
    let member = *dice.pick(&["can-bo-a", "can-bo-b", "truong-ban"]);
    let path = format!("{member}/2026-0{}-1{}-them-{}.md", 1 + dice.roll(6), dice.roll(10), dice.roll(30));
    let (_, story) = *dice.pick(&RECORDS);
    cell.write(&format!("records/2026/{path}"), &log(&path, story));
}

fn broken(cell: &mut Cell, dice: &mut Dice) {
    let fault = *dice.pick(&["titel: sai khóa", "due: 2026-02-30", "criteria: [H1", "member: khong-co"]);
    change_log(cell, dice, |text| text.replacen("---\n", &format!("---\n{fault}\n"), 1));
}

fn visibility(cell: &mut Cell, dice: &mut Dice) {
    let word = *dice.pick(&["public", "cell", "leaders", "ai cũng xem"]);
    change_log(cell, dice, |text| with_line(&text, "visibility", &format!("visibility: {word}")));
}

fn tags(cell: &mut Cell, dice: &mut Dice) {
    let key = *dice.pick(&["lessons", "weaknesses"]);
    let tag = *dice.pick(&["gui-som", "cham-tien-do", "thieu-so-lieu"]);
    change_log(cell, dice, |text| {
        with_line(&text, key, &format!("{key}: [{{text: Điều rút ra từ việc này, tag: {tag}}}]"))
    });
}

fn copied(cell: &mut Cell, dice: &mut Dice) {
    for _ in 0..3 {
        change_log(cell, dice, |text| with_line(&text, "purpose", "purpose: Một đoạn chép đi chép lại nhiều lần"));
    }
}

fn evidence(cell: &mut Cell, dice: &mut Dice) {
    let path = *dice.pick(&["minh-chung/bao-cao.txt", "minh-chung/anh.png"]);
    if dice.roll(3) == 0 {
        let _ = fs::remove_file(cell.path(path));
    } else {
        cell.write(path, &format!("Bản thứ {}\n", dice.roll(100)));
    }
}

fn review(cell: &mut Cell, dice: &mut Dice) {
    let config = cell.config("site", None);
    let stamps: Vec<_> = pipeline::stamps(&config).expect("stamps").into_iter().collect();
    if stamps.is_empty() {
        return;
    }
    let (id, stamp) = dice.pick(&stamps);
    let (member, stem) = id.split_once('/').unwrap_or(("can-bo-a", id));
    let level = *dice.pick(&["met", "partial", "unmet"]);
    let by = *dice.pick(&["truong-ban", "can-bo-b"]);
    let text = format!(
        "---\nreview_of: {id}\nby: {by}\non: 2026-06-20\nstamp: \"{stamp}\"\ncriteria: {{H1: {level}, C1: met}}\n---\nĐã xem.\n"
    );
    cell.write(&format!("records/2026/{member}/{stem}.review.md"), &text);
}

fn rating(cell: &mut Cell, dice: &mut Dice) {
    let word = *dice.pick(&["Hoàn thành tốt", "Hoàn thành"]);
    cell.settings.push_str(if cell.settings.contains("ratings:") {
        ""
    } else {
        "ratings: [Hoàn thành tốt, Hoàn thành]\n"
    });
    cell.write("hieucan.yaml", &cell.settings);
    let text =
        format!("---\nmember: can-bo-a\nperiod: 2026-q1\nlevel: {word}\nby: truong-ban\non: 2026-04-02\n---\nLý do.\n");
    cell.write("records/2026/can-bo-a/quy-1.rating.md", &text);
}

fn settings(cell: &mut Cell, dice: &mut Dice) {
    cell.settings = match dice.roll(4) {
        0 => format!("{SETTINGS}closed: [{{period: 2026-q1, on: 2026-04-10}}]\n"),
        1 => SETTINGS.replacen("name: ", &format!("name: Mới {} ", dice.roll(9)), 1 + dice.roll(3)),
        2 => format!("{SETTINGS}checks: {{missing-evidence: off}}\npaper: nha-nuoc\n"),
        _ => SETTINGS.to_owned(),
    };
    cell.write("hieucan.yaml", &cell.settings);
}

fn rubric(cell: &mut Cell, dice: &mut Dice) {
    if dice.roll(3) == 0 {
        let _ = fs::remove_file(cell.path("rubric.yaml"));
        return;
    }
    let built_in = include_str!("../../src/model/rubric.yaml");
    let number = dice.roll(9);
    cell.write("rubric.yaml", &built_in.replacen("version: 1", &format!("version: {}", 1 + number), 1));
}

fn template(cell: &mut Cell, dice: &mut Dice) {
    let names = ["pages/task.html", "parts/footer.html", "styles/tokens.css"];
    let name = *dice.pick(&names);
    let path = format!("templates/{name}");
    if dice.roll(3) == 0 {
        let _ = fs::remove_file(cell.path(&path));
        return;
    }
    let default = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).expect("a template");
    let number = dice.roll(9);
    let changed = match default.split_once("{% endblock") {
        Some((before, after)) => format!("{before}<!-- {number} -->{{% endblock{after}"),
        None if name.ends_with(".css") => format!("{default}.x{number} {{ color: red }}\n"),
        None => format!("{default}<!-- {number} -->\n"),
    };
    cell.write(&path, &changed);
}

fn run(cell: &mut Cell, dice: &mut Dice) {
    match dice.roll(3) {
        0 => cell.as_of = *dice.pick(&["2026-06-30", "2026-07-01", "2026-12-31"]),
        1 => cell.lang = *dice.pick(&[None, Some(Lang::En), Some(Lang::Vi)]),
        _ => cell.audience = *dice.pick(&[None, Some(Audience::Public), Some(Audience::Leaders)]),
    }
}

fn program(cell: &mut Cell, dice: &mut Dice) {
    cell.program = format!("bản {}", dice.roll(3));
}

fn cache_files(cell: &Cell) -> Vec<PathBuf> {
    let listed = fs::read_dir(cell.cache()).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn spoil(cell: &mut Cell, dice: &mut Dice) {
    let files = cache_files(cell);
    if files.is_empty() {
        return;
    }
    let file = dice.pick(&files);
    let mut bytes = fs::read(file).unwrap_or_default();
    match dice.roll(6) {
        0 => bytes.truncate(dice.roll(bytes.len() + 1)),
        1 => bytes = vec![7; dice.roll(5_000)],
        2 if !bytes.is_empty() => {
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1 << dice.roll(8);
        }
        3 => bytes = fs::read(dice.pick(&files)).unwrap_or_default(),
        4 => {
            let _ = fs::remove_file(file);
            return;
        }
        _ => return fs::set_permissions(file, Permissions::from_mode(0o666)).expect("its rights"),
    }
    fs::write(file, bytes).expect("a file of the cache");
}

fn tamper(cell: &mut Cell, dice: &mut Dice) {
    let pages: Vec<PathBuf> =
        files(&cell.site()).into_keys().filter(|page| page != Path::new("manifest.json")).collect();
    if pages.is_empty() {
        return;
    }
    let page = cell.site().join(dice.pick(&pages));
    match dice.roll(4) {
        0 => fs::remove_file(page).expect("a page"),
        1 => fs::write(cell.site().join(FOREIGN), "của tôi").expect("a file"),
        2 => fs::set_permissions(page, Permissions::from_mode(0o600)).expect("its rights"),
        _ => overwrite_unseen(&page),
    }
}

/// Changes a byte of a file and sets its times back.
fn overwrite_unseen(page: &Path) {
    let (mut bytes, times) = (fs::read(page).expect("a page"), fs::metadata(page).expect("a page"));
    if let Some(byte) = bytes.last_mut() {
        *byte ^= 1;
    }
    fs::write(page, bytes).expect("a page");
    let times = FileTimes::new().set_modified(times.modified().expect("a time"));
    File::options().write(true).open(page).expect("a page").set_times(times).expect("a time");
}

/// The numbers of the sequences to run.
fn sequences() -> std::ops::RangeInclusive<u64> {
    let asked = std::env::var("HIEUCAN_SEQUENCES").unwrap_or_default();
    let (first, last) = asked.split_once('-').unwrap_or(("1", &asked));
    first.parse().unwrap_or(1)..=last.parse().unwrap_or(SEQUENCES)
}

#[test]
fn with_whatever_cache_the_bytes_are_those_of_a_clean_build() {
    for sequence in sequences() {
        let (mut cell, mut dice) = (Cell::new(), Dice(sequence.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        cell.build();
        let mut happened = Vec::new();
        for _ in 0..CHANGES {
            let (name, change) = *dice.pick(&ALL);
            happened.push(name);
            change(&mut cell, &mut dice);
            cell.build();
            let [standing, anew] = cell.both();
            let differ = |path: &&PathBuf| standing.get(*path) != anew.get(*path);
            let different: Vec<&PathBuf> = standing.keys().chain(anew.keys()).filter(differ).collect();
            assert!(different.is_empty(), "sequence {sequence}, {happened:?}: {different:?}");
        }
    }
}

/// So many members that their sheets fill two pages of a pack.
const MANY_MEMBERS: usize = 20;

/// So many logs that their ledgers fill two pages.
const MANY_LOGS: usize = 450;

fn path_of(number: usize) -> String {
    let (member, month, day) = (number % MANY_MEMBERS, 1 + number % 6, 1 + number % 28);
    format!("records/2026/nguoi-{member:02}/2026-0{month}-{day:02}-viec-{number}.md")
}

impl Cell {
    fn large() -> Self {
        let mut cell = Self::new();
        (0..MANY_MEMBERS).for_each(|n| cell.settings += &format!("  - {{id: nguoi-{n:02}, name: Người thứ {n}}}\n"));
        cell.write("hieucan.yaml", &cell.settings);
        for number in 0..MANY_LOGS {
            let tag = if number % 7 == 0 {
                format!("weaknesses: [{{text: Còn chậm, tag: cham-{}}}]\n", number % 3)
            } else {
                String::new()
            };
            let story = format!("criteria: {{H1: met, C3: met}}\nreferences: [{number}-KH/BTG]\n{tag}");
            let path = path_of(number);
            cell.write(&path, &log(path.trim_start_matches("records/2026/"), &story));
        }
        cell
    }

    fn change(&self, number: usize, change: impl FnOnce(&str) -> String) {
        self.write(&path_of(number), &change(&self.read(&path_of(number))));
    }
}

#[test]
fn the_later_pages_of_ledgers_and_packs_follow_every_change() {
    let cell = Cell::large();
    cell.build();
    for page in ["ledgers/references/2/index.html", "print/2026/_2/index.html"] {
        assert!(cell.site().join(page).exists(), "{page}");
    }
    let changes: [&dyn Fn(&Cell); 11] = [
        &|cell| cell.change(3, |text| with_line(text, "title", "title: Việc mang tên khác")),
        &|cell| cell.change(439, |text| with_line(text, "done", "done: 2026-06-29")),
        &|cell| cell.change(21, |text| with_line(text, "fixed", "fixed: [cham-0]")),
        &|cell| cell.change(38, |text| with_line(text, "status", "status: doing").replace("done: ", "# ")),
        &|cell| cell.change(17, |text| with_line(text, "references", "references: [1-KH/BTG, 2-KH/BTG]")),
        &|cell| fs::remove_file(cell.path(&path_of(200))).expect("a log"),
        &|cell| cell.change(55, |text| text.replacen("---\n", "---\ntitel: sai khóa\n", 1)),
        &|cell| cell.change(99, |text| format!("{text}\nMột đoạn quỳnh hương.\n")),
        // Open work stands on the sheets of later and of earlier months too: due soon, without progress, done.
        &|cell| cell.change(38, |text| with_line(text, "due", "due: 2026-07-15")),
        &|cell| cell.change(38, |text| with_line(text, "due", "due: 2026-12-15")),
        &|cell| cell.change(38, |text| with_line(text, "done", "done: 2026-06-15").replace("doing", "done")),
    ];
    for (number, change) in changes.iter().enumerate() {
        change(&cell);
        cell.build();
        let [standing, anew] = cell.both();
        let different: Vec<&PathBuf> =
            standing.keys().chain(anew.keys()).filter(|path| standing.get(*path) != anew.get(*path)).collect();
        assert!(different.is_empty(), "change {number}: {different:?}");
    }
}

/// Inode and time of writing of a page.
fn identity(cell: &Cell, page: &str) -> (u64, i64, i64) {
    let found = fs::metadata(cell.site().join(page)).expect("a page");
    (found.ino(), found.mtime(), found.mtime_nsec())
}

#[test]
fn what_a_change_does_not_touch_stays_the_same_file() {
    let cell = Cell::new();
    cell.build();
    let untouched = ["tasks/can-bo-b/2026-01-20-bao-cao/index.html", "members/can-bo-b/2026-q1/index.html"];
    let before = untouched.map(|page| identity(&cell, page));
    for more in ["một", "hai"] {
        let path = "records/2026/can-bo-a/2026-04-02-tap-huan.md";
        cell.write(path, &format!("{}\nThêm lần {more}.\n", cell.read(path)));
        cell.build();
        assert_eq!(untouched.map(|page| identity(&cell, page)), before);
        let page = "tasks/can-bo-a/2026-04-02-tap-huan/index.html";
        assert!(fs::read_to_string(cell.site().join(page)).expect("a page").contains(&format!("Thêm lần {more}")));
    }
}

#[test]
fn a_page_that_was_changed_unseen_is_made_anew() {
    let cell = Cell::new();
    cell.build();
    let page = "tasks/can-bo-b/2026-01-20-bao-cao/index.html";
    overwrite_unseen(&cell.site().join(page));
    cell.build();
    let [standing, anew] = cell.both();
    assert!(standing == anew);
}

#[test]
fn a_cache_that_cannot_be_written_is_told_and_stops_nothing() {
    let cell = Cell::new();
    fs::write(cell.cache(), "a file where the folder should be").expect("a file");
    let summary = cell.build();
    assert_eq!(summary.cache_trouble.map(|trouble| trouble.folder), Some(cell.cache()));
    let [standing, anew] = cell.both();
    assert!(standing == anew);
}

/// What a build by the command says on stderr, with its cache in `folder`.
fn told(cell: &Cell, folder: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    command.args(["build", "--lang", "en", "--cache"]).arg(folder).current_dir(cell.root());
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Where the cache of the site says what it knows of its pages; there is no cache any more then.
fn pages_known(cell: &Cell) -> PathBuf {
    told(cell, &cell.cache());
    let pages = cache_files(cell).into_iter().find(|path| path.to_string_lossy().contains("pages-"));
    fs::remove_dir_all(cell.cache()).expect("a folder");
    pages.expect("a file")
}

#[test]
fn a_file_of_somebody_else_in_the_folder_of_the_cache_stays() {
    let cell = Cell::new();
    for (own, is_ours) in [(pages_known(&cell), true), (cell.cache().join("bản nháp"), false)] {
        fs::create_dir_all(cell.cache()).expect("a folder");
        fs::write(&own, "những bản nháp của tôi\n").expect("a file");
        let told = told(&cell, &cell.cache());
        assert_eq!(told.contains("is not a file of hieucan"), is_ours, "{told}");
        assert_eq!(fs::read_to_string(&own).expect("the file"), "những bản nháp của tôi\n");
        fs::remove_dir_all(cell.cache()).expect("a folder");
    }
}

#[test]
fn what_a_killed_build_left_of_its_cache_goes_when_it_is_old() {
    let cell = Cell::new();
    let pages = pages_known(&cell);
    fs::create_dir_all(cell.cache()).expect("a folder");
    let days_ago = |days: u64| SystemTime::now() - Duration::from_hours(24 * days);
    let left = |name: &str, begins: &str, days| {
        let path = pages.with_extension(name);
        fs::write(&path, begins).expect("a file");
        File::options().write(true).open(&path).and_then(|file| file.set_modified(days_ago(days))).expect("a time");
        path
    };
    let old = left("4194305.part", "hieucan cache 3\n", 2);
    let young = left("4194306.part", "hieucan cache 3\n", 0);
    let of_others = left("4194307.part", "những bản nháp của tôi\n", 2);
    told(&cell, &cell.cache());
    assert_eq!([old, young, of_others].map(|path| path.exists()), [false, true, true]);
    let parts = cache_files(&cell).iter().filter(|path| path.extension().is_some_and(|end| end == "part")).count();
    assert_eq!(parts, 2, "the build left something of its own");
}

#[test]
fn a_cache_among_the_records_or_in_the_site_is_refused_and_the_build_goes_on() {
    let cell = Cell::new();
    for folder in ["records", "records/2026/dem", "site", "site/dem/sau", "records/../site/./dem"] {
        let folder = cell.path(folder);
        let told = told(&cell, &folder);
        assert!(told.contains("no cache is kept, since"), "{told}");
        let made = walkdir::WalkDir::new(&folder).into_iter().flatten();
        assert!(!made.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("pages-")), "{folder:?}");
        assert!(cell.path("site/index.html").exists());
    }
    assert!(!told(&cell, &cell.path("site-dem")).contains("no cache is kept, since"));
}

#[test]
fn a_check_writes_no_cache() {
    let cell = Cell::new();
    pipeline::check_only(&cell.config("site", Some(cell.place())), &Silent).expect("a check");
    assert!(!cell.cache().exists());
    cell.build();
    let (alone, with) = (cell.config("site", None), cell.config("site", Some(cell.place())));
    let problems = |config| pipeline::check_only(config, &Silent).expect("a check").problems;
    assert_eq!(problems(&with), problems(&alone));
}

#[test]
fn the_caches_of_cells_that_are_gone_go_with_the_next_build() {
    let home = TempDir::new().expect("a folder");
    let build = |cell: &Cell| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
        command.env_clear().env("XDG_CACHE_HOME", home.path()).args(["build", "-q"]).current_dir(cell.root());
        assert!(command.status().expect("the program runs").success());
        fs::read_dir(home.path().join("hieucan")).expect("caches").count()
    };
    let (first, second) = (Cell::new(), Cell::new());
    assert_eq!([build(&first), build(&first), build(&second)], [1, 1, 2]);
    drop(first);
    let path = "records/2026/can-bo-a/2026-04-02-tap-huan.md";
    second.write(path, &format!("{}\nThêm.\n", second.read(path)));
    assert_eq!(build(&second), 1);
}
