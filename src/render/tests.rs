//! Every page of a small cell, in both languages: whole, linked only to what is there, free of script and style.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::base::diagnostic::Code;
use crate::base::i18n::Lang;
use crate::model::logbook::Logbook;
use crate::report::example;
use crate::report::{Tagged, Timeliness, report};
use crate::tally::tally;

type Pages = BTreeMap<String, String>;

/// Every page of `logbook` and the calendars that they lead to, by its path.
fn pages_of(logbook: &Logbook, lang: Lang) -> Pages {
    let catalog = Catalog::of(lang);
    let theme = Theme::load(&[], catalog).expect("the embedded theme loads");
    let tally = tally(logbook);
    let report = report(logbook, &tally);
    let read = |_: &Attachment| Ok(Vec::new());
    let artifacts = plan(&report, &theme, catalog, &read).expect("a plan");
    let text = |artifact: &Artifact<'_>| {
        let bytes = artifact.make().unwrap_or_else(|fault| panic!("{}: {fault}", artifact.path()));
        (artifact.path().to_string(), String::from_utf8(bytes).expect("pages are text"))
    };
    #[cfg(feature = "export")]
    let artifacts = artifacts.into_iter().chain(crate::export::calendars(&report, catalog)).collect::<Vec<_>>();
    artifacts.iter().map(text).collect()
}

fn html(pages: &Pages) -> impl Iterator<Item = (&String, &String)> {
    pages.iter().filter(|(path, _)| path.ends_with(".html"))
}

/// The values of an attribute.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn resolved(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part == ".." {
            parts.pop().expect("a link stays inside the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn broken_links(pages: &Pages) -> Vec<String> {
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (path.as_str(), values(page, "id").into_iter().collect())).collect();
    let mut broken = Vec::new();
    for (from, page) in html(pages) {
        for href in values(page, "href").into_iter().chain(values(page, "src")) {
            if href.contains("://") {
                continue;
            }
            let (path, fragment) = href.split_once('#').map_or((href, None), |(path, id)| (path, Some(id)));
            let target = if path.is_empty() { from.clone() } else { resolved(from, path) };
            let found = ids.get(target.as_str()).filter(|ids| fragment.is_none_or(|id| ids.contains(id)));
            // Files of data are another room's; the suite follows every link of a whole site.
            if found.is_none() && !target.starts_with("data/") {
                broken.push(format!("{from} -> {href}"));
            }
        }
    }
    broken
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for lang in Lang::ALL {
        let broken = broken_links(&pages_of(&example::logbook(), lang));
        assert!(broken.is_empty(), "{broken:#?}");
    }
}

#[test]
fn ids_are_unique_on_every_page() {
    for (path, page) in html(&pages_of(&example::logbook(), Lang::Vi)) {
        let ids = values(page, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: {ids:?}");
    }
}

#[test]
fn every_page_has_its_policy_and_nothing_that_it_forbids() {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; \
                  style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">";
    for (path, page) in html(&pages_of(&example::logbook(), Lang::En)) {
        assert!(page.contains(policy) && page.contains("<html lang=\"en\">"), "{path}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(page.contains("</main>\n<footer class=\"site-footer\">"), "{path}");
        assert_eq!(page.matches("<footer").count(), 1, "{path}");
        for forbidden in [" style=", "<style", " onclick", "javascript:"] {
            assert!(!page.contains(forbidden), "{path} holds {forbidden}");
        }
        for script in page.split("<script").skip(1) {
            let (tag, after) = script.split_once('>').expect("a whole tag");
            let source = tag.trim_start_matches(" src=\"").trim_start_matches("../");
            assert!(source.starts_with("assets/") && after.starts_with("</script>"), "{path}: <script{tag}");
        }
    }
}

#[test]
fn what_members_write_is_text() {
    let pages = pages_of(&example::logbook(), Lang::Vi);
    let task = &pages["tasks/le-anh/1/index.html"];
    assert!(task.contains("Kế hoạch &lt;đợt 1&gt;") && !task.contains("<đợt 1>"));
    assert!(pages["tasks/le-anh/3/index.html"].contains("<h1>Việc &lt;hỏng&gt;</h1>"));
}

#[test]
fn a_member_without_records_has_a_page_and_a_row() {
    let pages = pages_of(&example::logbook(), Lang::Vi);
    assert!(pages.contains_key("members/do-b/index.html"));
    assert!(!pages.contains_key("members/do-b/2026-q2/index.html"));
    assert!(
        pages["index.html"]
            .contains("<tr id=\"_m-do-b\"><th scope=\"row\"><a href=\"members/do-b/index.html\">Đỗ B</a>")
    );
}

#[test]
fn a_record_with_errors_stands_beside_the_totals_that_it_would_have_entered() {
    let pages = pages_of(&example::logbook(), Lang::Vi);
    let notes = |path: &str| pages[path].to_lowercase().contains("chưa tính 1 nhật ký lỗi");
    for path in [
        "index.html",
        "periods/2026-q2/index.html",
        "periods/2026/index.html",
        "members/index.html",
        "members/le-anh/index.html",
        "criteria/index.html",
        "ledgers/index.html",
    ] {
        assert!(notes(path), "{path}");
    }
    for path in ["periods/2026-q1/index.html", "members/vu-an/index.html"] {
        assert!(!notes(path), "{path}");
    }
}

#[test]
fn the_list_behind_a_figure_names_every_record_by_its_outcome() {
    let pages = pages_of(&example::logbook(), Lang::Vi);
    let report = &pages["members/le-anh/2026-q2/index.html"];
    let row = report.split("<tr id=\"H1\">").nth(1).and_then(|rest| rest.split("</tr>").next()).expect("the row of H1");
    assert!(row.contains("có minh chứng: <a href=\"#_t1\">1</a></span>"), "{row}");
    assert!(row.contains("chưa có minh chứng: <a href=\"#_t2\">2</a></span>"), "{row}");
    assert!(row.contains("<a href=\"#H1\">2/2<small> 100%</small></a>"), "{row}");
}

#[test]
fn lists_longer_than_a_page_are_paged() {
    let mut logbook = example::logbook();
    let one = logbook.records[2].clone();
    let many = (0..501).map(|n| crate::report::Record {
        id: format!("vu-an/n{n}"),
        part: format!("n{n}"),
        path: format!("records/2026/vu-an/n{n:03}.md"),
        ..one.clone()
    });
    logbook.records.extend(many);
    logbook.problems = logbook.records.iter().map(|record| problem(&record.path)).collect();
    logbook.problems.sort_by(|a, b| a.path.cmp(&b.path));
    let pages = pages_of(&logbook, Lang::Vi);
    for path in [
        "tasks/2",
        "periods/2026/2",
        "members/vu-an/2026-02/2",
        "criteria/H1/2026-02/2",
        "problems/2",
        "ledgers/outputs/2",
    ] {
        assert!(pages.contains_key(&format!("{path}/index.html")), "{path}");
    }
    let rows =
        |path: &str, up: &str| pages[path].matches(&format!("<tr><th scope=\"row\"><a href=\"{up}tasks/")).count();
    let listed =
        rows("criteria/H1/2026-02/index.html", "../../../") + rows("criteria/H1/2026-02/2/index.html", "../../../../");
    assert_eq!(listed, 502, "a month lists every record behind its figures");
    assert!(pages["criteria/H1/2026-q1/index.html"].contains("href=\"../../../criteria/H1/2026-02/index.html\">"));
    assert!(broken_links(&pages).is_empty(), "{:?}", broken_links(&pages));
}

#[test]
fn of_many_records_that_named_a_tag_before_the_latest_three_are_linked_and_the_rest_is_counted() {
    let mut logbook = example::logbook();
    let tagged = |tag: &str| Tagged { tag: Some(example::text(tag)), ..Tagged::default() };
    logbook.records = (1..=6)
        .map(|day| {
            let (id, on) = (format!("le-anh/{day}"), format!("2026-05-0{day}"));
            let mut record = example::record(&id, 1, &on, Timeliness::OnTime, ["met+", "-", "-", "-"]);
            record.content.lessons = vec![tagged("chậm")];
            record
        })
        .collect();
    let page = &pages_of(&logbook, Lang::Vi)["tasks/le-anh/6/index.html"];
    let (_, note) = page.split_once("đã ghi trước đó ở ").expect("a note");
    let (note, _) = note.split_once("</span>").expect("its end");
    assert_eq!((note.matches("<a ").count(), note.contains("le-anh/5/"), note.contains("le-anh/2/")), (3, true, false));
    assert!(note.ends_with(" và 2 nhật ký trước nữa"), "{note}");
}

#[test]
fn of_many_problems_of_one_kind_in_one_file_twenty_are_shown_and_the_rest_is_counted() {
    let mut logbook = example::logbook();
    let path = logbook.faulty[0].path.clone();
    let of_code = |code| crate::base::diagnostic::Problem::of_file(code, &path);
    logbook.problems = vec![of_code(Code::NotUtf8); 30];
    logbook.problems.insert(25, of_code(Code::FileTooLarge));
    logbook.problems.push(problem("z.md"));
    for (lang, sentence) in [(Lang::Vi, "và 10 chỗ cùng loại nữa"), (Lang::En, "and 10 more of this kind")] {
        let pages = pages_of(&logbook, lang);
        for (page, shown, up) in [("problems/index.html", 22, "../"), ("tasks/le-anh/3/index.html", 21, "../../../")] {
            let page = &pages[page];
            assert_eq!(page.matches("<code>not-utf8</code>").count(), 20, "{page}");
            assert_eq!(page.matches("class=\"problem ").count(), shown, "{page}");
            assert_eq!(page.matches(sentence).count(), 1, "{page}");
            assert!(page.contains(&format!("<a href=\"{up}data/problems.json\">data/problems.json</a>")), "{page}");
        }
        assert!(!pages.contains_key("problems/2/index.html"));
    }
}

fn problem(path: &str) -> crate::base::diagnostic::Problem {
    crate::base::diagnostic::Problem::of_file(Code::SpecialFile, path)
}
