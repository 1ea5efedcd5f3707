//! Who may see what: of a withheld record no byte is published, and readers outside the cell meet no name of a member.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use hieucan::config::{Config, Options};
use hieucan::model::audience::Audience;
use hieucan::pipeline::{self, Outcome, Silent};
use unicode_normalization::UnicodeNormalization;

use crate::cell_test::{CellTest, SETTINGS, log};
use crate::git_history::Repository;
use crate::searching::Search;

/// A log whose every text ends in a canary that begins with `bird`, for the audience `visibility`.
fn secret(bird: &str, visibility: &str) -> String {
    format!(
        r#"visibility: {visibility}
title: Việc {bird}01
assigned_by: Người {bird}02
criteria:
  H1: {{level: met, reason: Vì {bird}03}}
  H2: {{level: met, evidence: [{{kind: file, file: ho-so/{bird}04.txt, note: Ghi {bird}05}}, {{kind: link, link: "https://vi-du.vn/{bird}06"}}]}}
  H3: {{level: partial, evidence: [{{kind: minutes, ref: 05-{bird}07/CB, date: 2026-01-12}}]}}
  H4: {{level: unmet, reason: Do {bird}08}}
purpose: Mục đích {bird}09
procedure: Quy trình {bird}10
outputs: [{{name: Bản {bird}11, ref: 12-KH/{bird}12, link: "https://vi-du.vn/{bird}13", file: ho-so/{bird}14.csv}}]
coordination: [{{with: Phòng {bird}15, role: Góp {bird}16, basis: Theo {bird}17}}]
strengths: [Chủ động {bird}18]
weaknesses: [{{text: Chậm {bird}19, tag: {bird}20}}]
context: [Tình hình {bird}21]
progress: [{{on: 2026-02-01, note: Xong {bird}22}}]
direction: {{by: Sếp {bird}23, on: 2026-02-01, summary: Làm {bird}24, asked: [{{q: Hỏi {bird}25, a: Đáp {bird}26}}]}}
references: [{{ref: 124-QĐ/{bird}27, title: Về {bird}28, link: "https://vi-du.vn/{bird}29"}}]
risks: [{{risk: Lỡ {bird}30, response: Xin {bird}31, happened: true}}]
steps: [{{id: b{bird}32, what: Bước {bird}33, with: Cùng {bird}34, approval: Duyệt {bird}35}}]
archive: Tủ {bird}36
revisions: [{{by: Ông {bird}37, change: Sửa {bird}38, adopted: true}}]
lessons: [{{text: Nhớ {bird}39, tag: {bird}40}}]
excused: {{reason: Bão {bird}41, confirmed_by: Bà {bird}42}}
---
Thân bài {bird}43 với [liên kết {bird}44](https://vi-du.vn/{bird}45), [tệp {bird}46](phu-luc-{bird}47.csv) và
![hình {bird}48](hinh-{bird}49.png "chú {bird}50").

## Mục {bird}51 {{#H5}}

Chữ {bird}52, `mã {bird}53`, <b title="{bird}54">thô</b>.

| Cột {bird}55 | b |
|---|---|
| Ô {bird}56 | c |
"#
    )
}

/// Adds a secret with its files and a review of it to `cell`.
fn hide(cell: CellTest, bird: &str, visibility: &str, member: &str) -> CellTest {
    let stem = format!("2026-02-03-{bird}57");
    let review = format!(
        "---\nreview_of: {member}/{stem}\nby: bi-thu\nas: cell\non: 2026-02-20\n\
         criteria: {{H1: {{level: unmet, reason: Thiếu {bird}58}}}}\n---\nNhận xét {bird}59.\n"
    );
    cell.file(&format!("ho-so/{bird}04.txt"), &format!("Tệp {bird}60"))
        .file(&format!("ho-so/{bird}14.csv"), &format!("bảng;{bird}61"))
        .file(&format!("records/{member}/phu-luc-{bird}47.csv"), &format!("phụ lục;{bird}62"))
        .file(&format!("records/{member}/hinh-{bird}49.png"), &format!("hình {bird}63"))
        .record(&format!("{member}/{stem}.md"), &secret(bird, visibility))
        .file(&format!("records/{member}/{stem}.review.md"), &review)
}

/// Logs that everybody may see, one of which links to where a secret stands.
fn open(cell: CellTest) -> CellTest {
    let met = "visibility: public\ncriteria: {H1: met, C6: met}\npurpose: Nắm chắc mục đích của việc được giao\n";
    cell.record("can-bo-a/2026-02-01-a.md", &format!("{met}---\nXem [việc kia](2026-02-03-chim57.md).\n"))
        .record("can-bo-b/2026-02-02-b.md", &format!("{met}lessons: [{{text: Hỏi sớm hơn, tag: hoi-som}}]\n"))
}

/// The site with one more file: all that can be read in its search.
fn read(mut site: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, Vec<u8>> {
    let texts = Search::of(&site).texts();
    site.insert(PathBuf::from("search"), texts.into_bytes());
    site
}

fn holding<'s>(site: &'s BTreeMap<PathBuf, Vec<u8>>, canary: &str) -> Vec<&'s PathBuf> {
    let holds = |path: &PathBuf, bytes: &[u8]| {
        path.to_string_lossy().contains(canary) || String::from_utf8_lossy(bytes).contains(canary)
    };
    site.iter().filter(|(path, bytes)| holds(path, bytes)).map(|(path, _)| path).collect()
}

#[test]
fn of_a_withheld_record_no_byte_is_published() {
    for (audience, hidden) in [
        (Audience::Public, vec![("chim", "cell"), ("vet", "leaders"), ("yen", "ai cũng được")]),
        (Audience::Cell, vec![("chim", "leaders"), ("yen", "ai cũng được")]),
    ] {
        let all = hidden.iter().zip(["can-bo-a", "can-bo-b", "truong-ban"]);
        let cell = all.fold(open(CellTest::new()), |cell, ((bird, seen_by), member)| hide(cell, bird, seen_by, member));
        let site = read(cell.audience(audience).site());
        for bird in hidden.iter().map(|(bird, _)| bird) {
            // The path of a record of unreadable visibility stands on the problems page, nothing else of it; and the
            // name of the first secret's file stands in a log that links to it.
            let told = |canary: &str| *bird != "vet" && canary.ends_with("57");
            for canary in (1..=63).map(|n| format!("{bird}{n:02}")).filter(|canary| !told(canary)) {
                assert_eq!(holding(&site, &canary), Vec::<&PathBuf>::new(), "{audience:?} {canary}");
            }
        }
    }
}

/// Every export of a cell by its name, what is packed unpacked.
#[cfg(feature = "export")]
fn exported(cell: &CellTest, audience: Audience) -> BTreeMap<PathBuf, Vec<u8>> {
    use crate::exports::{all, made, unpacked};
    use hieucan::base::i18n::Lang;
    use hieucan::pipeline::export::{Format, Request, Table};
    let mut files = BTreeMap::new();
    for table in Table::ALL {
        let made = made(cell, audience, Lang::Vi, &Request { table, ..all(Format::Csv) });
        files.insert(format!("{}.csv", table.id()).into(), made.bytes);
    }
    for format in Format::ALL {
        let made = made(cell, audience, Lang::Vi, &all(format));
        match format {
            Format::Xlsx | Format::Docx => files.extend(
                unpacked(&made.bytes)
                    .into_iter()
                    .map(|(name, text)| (format!("{}/{name}", format.id()).into(), text.into())),
            ),
            _ => _ = files.insert(made.name.into(), made.bytes),
        }
    }
    files
}

#[cfg(feature = "export")]
#[test]
fn of_a_withheld_record_no_byte_is_exported() {
    for (audience, hidden) in [
        (Audience::Public, vec![("chim", "cell"), ("vet", "leaders"), ("yen", "ai cũng được")]),
        (Audience::Cell, vec![("chim", "leaders"), ("yen", "ai cũng được")]),
    ] {
        let all = hidden.iter().zip(["can-bo-a", "can-bo-b", "truong-ban"]);
        let cell = all.fold(open(CellTest::new()), |cell, ((bird, seen_by), member)| hide(cell, bird, seen_by, member));
        let files = exported(&cell, audience);
        for bird in hidden.iter().map(|(bird, _)| bird) {
            let told = |canary: &str| *bird != "vet" && canary.ends_with("57");
            for canary in (1..=63).map(|n| format!("{bird}{n:02}")).filter(|canary| !told(canary)) {
                assert_eq!(holding(&files, &canary), Vec::<&PathBuf>::new(), "{audience:?} {canary}");
            }
        }
    }
    // Those who may see it find much of it, so the search above can find something.
    let cell = hide(open(CellTest::new()), "chim", "leaders", "can-bo-a");
    let files = exported(&cell, Audience::Leaders);
    let told = (1..=63).filter(|n| !holding(&files, &format!("chim{n:02}")).is_empty()).count();
    assert!(told > 30, "{told}");
}

/// A record that was a secret, with a review of that version, and is open now.
fn opened_later(visibility: &str) -> Repository {
    let cell = Repository::new();
    cell.write(".gitignore", "site/\n");
    let (path, review) = ("records/can-bo-a/2026-02-03-mo.md", "records/can-bo-a/2026-02-03-mo.review.md");
    let secret = secret("vet", visibility);
    cell.write("ho-so/vet04.txt", "Tệp vet60");
    cell.write("ho-so/vet14.csv", "bảng;vet61");
    cell.write(path, &log("can-bo-a/2026-02-03-mo.md", &secret));
    cell.commit("Nguyễn Văn An <an@vidu.example>", "2026-02-04");
    let options = Options { root: cell.root().to_owned(), ..Options::default() };
    let stamps = pipeline::stamps(&Config::resolve(options).expect("the settings")).expect("stamps");
    let stamp = &stamps["can-bo-a/2026-02-03-mo"];
    let verdict = format!(
        "---\nreview_of: can-bo-a/2026-02-03-mo\nby: bi-thu\non: 2026-02-20\nstamp: \"{stamp}\"\ncriteria: [H1]\n---\n"
    );
    cell.write(review, &verdict);
    cell.write(
        path,
        &log(
            "can-bo-a/2026-02-03-mo.md",
            "title: Việc mở\nvisibility: public\ncriteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao",
        ),
    );
    cell.commit("Phạm Thị Dung <dung@vidu.example>", "2026-03-04");
    cell
}

fn site_of(cell: &Repository, audience: Audience) -> BTreeMap<PathBuf, Vec<u8>> {
    let options = Options { root: cell.root().to_owned(), audience: Some(audience), ..Options::default() };
    let built = pipeline::build(&Config::resolve(options).expect("the settings"), &Silent);
    assert!(matches!(built, Ok(Outcome::Published { .. })), "{built:?}");
    let site = cell.root().join("site");
    let files = walkdir::WalkDir::new(&site).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let named = files.map(|file| (file.path().strip_prefix(&site).expect("a file").to_owned(), file.path().to_owned()));
    named.map(|(name, path)| (name, std::fs::read(path).expect("a file"))).collect()
}

#[test]
fn of_an_older_version_that_was_withheld_no_byte_is_published() {
    for (visibility, hidden, told) in [
        ("leaders", vec![Audience::Public, Audience::Cell], Audience::Leaders),
        ("cell", vec![Audience::Public], Audience::Cell),
        ("public", vec![Audience::Public], Audience::Cell),
    ] {
        let cell = opened_later(visibility);
        for audience in hidden {
            let site = site_of(&cell, audience);
            for canary in (1..=61).map(|n| format!("vet{n:02}")) {
                assert_eq!(holding(&site, &canary), Vec::<&PathBuf>::new(), "{visibility} {audience:?} {canary}");
            }
        }
        // What they may see they do see, so the search above can find something.
        let site = site_of(&cell, told);
        let found = (1..=56).filter(|n| !holding(&site, &format!("vet{n:02}")).is_empty()).count();
        assert!(found > 25, "{visibility}: {found}");
    }
}

#[test]
fn every_canary_is_published_to_those_who_may_see_it() {
    let site = hide(open(CellTest::new()), "chim", "leaders", "can-bo-a").audience(Audience::Leaders).site();
    let site = read(site);
    // The title of an image, the words of a broken step, a second excuse and files of no use are told nowhere.
    let told = (1..=63).filter(|n| !holding(&site, &format!("chim{n:02}")).is_empty()).count();
    assert!(told > 50, "{told}");
}

#[test]
fn but_for_the_number_withheld_each_site_equals_one_built_without_those_records() {
    for (audience, hidden) in [(Audience::Public, vec!["cell", "leaders"]), (Audience::Cell, vec!["leaders"])] {
        let without = open(CellTest::new()).audience(audience).site();
        let all = hidden.iter().zip([("chim", "can-bo-a"), ("vet", "can-bo-b")]);
        let with = all.fold(open(CellTest::new()), |cell, (seen_by, (bird, member))| hide(cell, bird, seen_by, member));
        let with = with.audience(audience).site();
        assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
        let differ: Vec<_> =
            with.iter().filter(|(path, bytes)| without[*path] != **bytes).map(|(path, _)| path).collect();
        let told = ["data/withheld.json", "manifest.json", "problems/index.html"];
        assert_eq!(differ, told.map(std::path::Path::new), "{audience:?}");
    }
}

#[test]
fn readers_from_outside_meet_initials_and_numbers() {
    let settings = SETTINGS.replace(
        "name: Nguyễn Văn An}",
        "name: Nguyễn Văn An, emails: [an@vi-du.vn], position: Trưởng ban Tuyên giáo}",
    );
    let decomposed: String = "Trần Thị Bình".nfd().collect();
    let story = format!(
        "visibility: public\nassigned_by: truong-ban\ndirection: {{by: Lê Văn Cường, summary: Làm cùng Trần Thị Bình}}\n\
         criteria: {{H1: met, C2: met}}\npurpose: Giúp NGUYỄN VĂN AN, nguyễn văn an và {decomposed}\nhạn chế: [Chậm]\n\
         steps: [{{id: a, what: Chạy thử, with: can-bo-b, approval: truong-ban}}]\n---\n\
         Thư an@vi-du.vn. Làm với Nguyễn\nVăn An và **Phạm Thị Dung**, xem [việc của chị](../can-bo-b/2026-02-02-b.md).\n"
    );
    let cell = open(CellTest::new().file("hieucan.yaml", &settings))
        .record("can-bo-a/2026-03-01-c.md", &story)
        .record("bi-thu/2026-03-02-d.md", "visibility: public\ncriteria: {H1: dạt}\n")
        .file("records/can-bo-a/2026-03-09-e.md", "---\ntitle: Lỗi\nvisibility: public\nmember: can-bo-x\n---\n")
        .audience(Audience::Public);
    let site = read(cell.site());
    #[cfg(feature = "export")]
    let site = site.into_iter().chain(exported(&cell, Audience::Public)).collect();
    let upper = "NGUYỄN VĂN AN";
    for name in ["Nguyễn Văn An", upper, "Trần Thị Bình", &decomposed, "Lê Văn Cường", "Phạm Thị Dung"]
    {
        assert_eq!(holding(&site, name), Vec::<&PathBuf>::new(), "{name}");
    }
    for written in ["Trưởng ban Tuyên giáo", "nguyễn văn an"] {
        assert_eq!(holding(&site, written), Vec::<&PathBuf>::new(), "{written}");
    }
    for id in ["can-bo-a", "can-bo-b", "truong-ban", "bi-thu", "an@vi-du.vn"] {
        assert_eq!(holding(&site, id), Vec::<&PathBuf>::new(), "{id}");
    }
    cell.score("m01", "H1", "2026-03", "records 1, claimed 2");
    let task = cell.page("tasks/m01/2026-03-01-c/index.html");
    for shown in
        ["N.V.A. (m01)", "L.V.C. (m03)", "<strong>P.T.D.</strong>", "../../../tasks/m02/2026-02-02-b/index.html"]
    {
        assert!(task.contains(shown), "{shown}: {task}");
    }
    assert!(cell.page("problems/index.html").contains("records/m04/2026-03-02-d.md"));
}

/// Names with quotation marks and apostrophes, ids that are words of a page, and addresses in any letters.
#[test]
fn names_that_resemble_parts_of_a_page_harm_none() {
    let settings = SETTINGS
        .replace("name: Nguyễn Văn An}", "name: H'Hen Niê Kđăm, emails: [an@vi-du.vn]}")
        .replace("{id: can-bo-b, name: Trần Thị Bình}", "{id: utf-8, name: 'Trần \"Tý\" Bình', emails: [ty@vi-du.vn]}");
    assert!(settings.contains("Tý") && settings.contains("Hen"), "{settings}");
    let story = "visibility: public\ncriteria: {H1: met}\npurpose: 'Làm cùng Trần “Tý” Bình và H’Hen Niê Kđăm'\n\
                 title: 'Giúp H''Hen Niê Kđăm và Trần \"Tý\" Bình'\n---\n\
                 ## Trần \"Tý\" Bình\n\nBảng mã utf-8. Gửi <AN@Vi-Du.vn> hoặc [thư](mailto:an%40vi-du.vn), HʼHen niê kđăm.\n\n\
                 ![ty@vi-du.vn onerror=alert(1) x](hinh.png) H&#39;Hen&nbsp;Niê **Kđăm**\n";
    let cell = open(CellTest::new().file("hieucan.yaml", &settings))
        .record("can-bo-a/2026-03-01-c.md", story)
        .file("records/can-bo-a/hinh.png", "hình")
        .audience(Audience::Public);
    let site = read(cell.site());
    #[cfg(feature = "export")]
    let site: BTreeMap<PathBuf, Vec<u8>> = site.into_iter().chain(exported(&cell, Audience::Public)).collect();
    for told in ["Hen", "HEN", "Niê", "niê", "Tý", "vi-du.vn", "Vi-Du", "an%40"] {
        assert_eq!(holding(&site, told), Vec::<&PathBuf>::new(), "{told}");
    }
    let task = cell.page("tasks/m01/2026-03-01-c/index.html");
    for kept in ["<meta charset=\"utf-8\">", "Bảng mã m02.", "H.N.K.", "T.T.B.", "alt=\"T.T.B. onerror=alert(1) x"] {
        assert!(task.contains(kept), "{kept}: {task}");
    }
    for (path, bytes) in site.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "json")) {
        let read: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
        assert!(read.is_ok(), "{}: {read:?}", path.display());
    }
}

#[test]
fn a_rating_is_shown_where_it_belongs_and_to_whom_it_may() {
    let settings = format!("{SETTINGS}ratings: [Xuất sắc, Tốt, Đạt]\n");
    let rating = |member: &str, level: &str, more: &str| {
        format!(
            "---\n{member}period: Quý I/2026\nlevel: {level}\nby: bi-thu\non: 2026-04-03\n{more}---\nLý do riêng.\n"
        )
    };
    let cell = || {
        open(CellTest::new().file("hieucan.yaml", &settings))
            .file("records/a.rating.md", &rating("member: can-bo-a\n", "Xuất sắc", "votes: 7/8\n"))
            .file("records/b.rating.md", &rating("member: can-bo-b\n", "tốt", ""))
            .file(
                "records/c.rating.md",
                &rating("member: can-bo-b\n", "Xuất sắc", "as: superior\nvisibility: leaders\n"),
            )
            .file("records/d.rating.md", &rating("", "Đạt", ""))
    };
    let (seen, all) = (cell(), cell().audience(Audience::Leaders));
    assert!(seen.problems().iter().all(|problem| !problem.path.ends_with(".rating.md")), "{:?}", seen.codes());
    let member = seen.page("members/can-bo-a/2026-q1/index.html");
    assert!(member.contains("<b>Xuất sắc</b>") && member.contains("7/8") && member.contains("Lý do riêng"), "{member}");
    assert!(!seen.page("members/can-bo-a/2026-h1/index.html").contains("<b>Xuất sắc</b>"));
    assert!(seen.page("members/can-bo-b/index.html").contains("<b>Tốt</b>"));
    let shares =
        ["1/2 đảng viên được xếp loại «Tốt» trở lên (50%); 1/2 đảng viên được xếp loại (50%)", "2/2 đảng viên"];
    assert!(seen.page("periods/2026-q1/index.html").contains(shares[0]));
    assert!(all.page("periods/2026-q1/index.html").contains(shares[1]));
    let public = read(cell().audience(Audience::Public).site());
    assert_eq!(holding(&public, "Lý do riêng"), Vec::<&PathBuf>::new());
}

#[test]
fn a_rating_by_ones_own_hand_takes_nobodys_place() {
    let settings = format!("{SETTINGS}ratings: [Xuất sắc, Tốt, Đạt]\n");
    let rating = |level: &str, by: &str| {
        format!("---\nmember: can-bo-a\nperiod: Quý I/2026\nlevel: {level}\nby: {by}\nas: cell\non: 2026-04-03\n---\n")
    };
    let cell = open(CellTest::new().file("hieucan.yaml", &settings))
        .file("records/a-tu-ghi.rating.md", &rating("Xuất sắc", "can-bo-a"))
        .file("records/z-that.rating.md", &rating("Tốt", "bi-thu"));
    let of_ratings = cell.problems().iter().filter(|problem| problem.path.ends_with(".rating.md"));
    let paths: BTreeSet<&str> = of_ratings.map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, BTreeSet::from(["records/a-tu-ghi.rating.md"]));
    assert!(cell.page("members/can-bo-a/2026-q1/index.html").contains("<b>Tốt</b>"));
}

#[test]
fn a_review_of_no_log_does_not_tell_its_name_to_others() {
    let review = "---\nreview_of: can-bo-a/khong-co\nby: bi-thu\non: 2026-02-20\ncriteria: {H1: met}\n---\n";
    let withheld = review.replace("can-bo-a/khong-co", "\"can-bo-a/2026-02-03-chim57 \"");
    let cell = || {
        hide(open(CellTest::new()), "chim", "leaders", "can-bo-a")
            .file("records/nhan-xet/ky-luat-x.review.md", review)
            .file("records/nhan-xet/ky-luat-y.review.md", &withheld)
            .file("records/can-bo-b/2026-02-02-b.review.md", review)
    };
    let site = cell().audience(Audience::Cell).site();
    assert_eq!(holding(&site, "ky-luat-"), Vec::<&PathBuf>::new());
    let rows = cell().audience(Audience::Cell).rows("problems");
    let elsewhere = rows.iter().filter(|row| row["path"] == "records/….review.md").map(|row| &row["code"]);
    assert_eq!(elsewhere.collect::<Vec<_>>(), ["unknown-record"], "nothing is said of the review of a log withheld");
    // Beside a log that may be read it tells nothing else.
    let problems = cell().audience(Audience::Cell).page("problems/index.html");
    assert!(problems.contains("2026-02-02-b.review.md") && problems.contains("….review.md"), "{problems}");
    assert!(!holding(&cell().audience(Audience::Leaders).site(), "ky-luat-x").is_empty());
}

#[test]
fn a_site_that_is_not_for_the_cell_says_whom_it_is_for() {
    let told = "visibility: public\ncriteria: {H1: met}\npurpose: Nắm chắc mục đích của việc được giao";
    let cell = |audience| open(CellTest::new()).record("can-bo-a/2026-03-01-c.md", told).audience(audience);
    for (audience, sentence, footer) in [
        (Audience::Public, Some("Chỉ tính các nhật ký công khai"), Some("mọi người; chỉ tính nhật ký công khai")),
        (Audience::Cell, None, None),
        (Audience::Leaders, Some("Bản dành cho lãnh đạo"), Some("lãnh đạo; có cả nhật ký")),
    ] {
        let cell = cell(audience);
        for path in ["index.html", "periods/2026-q1/index.html", "print/2026-q1/index.html"] {
            let page = cell.page(path);
            for one in ["Chỉ tính các nhật ký công khai", "Bản dành cho lãnh đạo"] {
                assert_eq!(page.contains(one), sentence == Some(one), "{audience:?} {path} {one}");
            }
        }
        let page = cell.page("criteria/index.html");
        assert_eq!(page.contains("<dt>Dành cho</dt>"), footer.is_some(), "{audience:?}");
        assert!(footer.is_none_or(|footer| page.contains(footer)), "{audience:?}");
    }
}

#[test]
fn names_with_titles_and_folders_with_names_are_hidden_in_data_too() {
    let settings = SETTINGS
        .replace("name: Trần Thị Bình", "name: TS. Trần Thị Bình (B)")
        .replace("name: Lê Văn Cường", "name: Lê Văn Kim-cường");
    let settings = format!("{settings}ratings: [Tốt]\n");
    let log = "visibility: public\ntitle: Giúp TS. Trần Thị Bình (B) và Trần Thị Bình\ncriteria: {H1: met}\n\
               purpose: Cùng Lê Văn Kim-cường và TRẦN  THỊ BÌNH nắm rõ mục đích của việc\n";
    let rating = "---\nmember: can-bo-a\nperiod: Quý I/2026\nlevel: Tốt\nby: Ngô Người Lạ\nas: superior\non: 2026-04-03\n\
                  visibility: public\n---\n";
    let cell = open(CellTest::new().file("hieucan.yaml", &settings))
        .record("can-bo-a/2026-03-01-c.md", log)
        .record("TS. Trần Thị Bình (B)/2026-03-02-d.md", "visibility: public\nmember: can-bo-b\ncriteria: {H1: dạt}\n")
        .file("records/a.rating.md", rating)
        .audience(Audience::Public);
    let site = read(cell.site());
    #[cfg(feature = "export")]
    let site: BTreeMap<PathBuf, Vec<u8>> = site.into_iter().chain(exported(&cell, Audience::Public)).collect();
    for name in ["Thị Bình", "THỊ BÌNH", "Kim-cường", "Người Lạ"] {
        assert_eq!(holding(&site, name), Vec::<&PathBuf>::new(), "{name}");
    }
    assert!(cell.page("problems/index.html").contains("2026-03-02-d.md"));
    assert!(cell.page("members/m01/2026-q1/index.html").contains("N.N.L."));
}
