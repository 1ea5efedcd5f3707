//! Nobody confirms a log of their own: neither under another spelling of their name, nor by way of git.

use hieucan::base::diagnostic::Problem;
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::pipeline;
use unicode_normalization::UnicodeNormalization;

use crate::cell_test::{CellTest, SETTINGS};
use crate::git_history::{Repository, record};
use crate::reviews::stamp;

const ID: &str = "can-bo-a/2026-05-06-ke-hoach";

/// A log of Nguyễn Văn An (can-bo-a) with one claim, reviewed for the superior body by whoever is named.
fn reviewed_by(by: &str) -> CellTest {
    let story = "criteria: [H2]\noutputs: [{name: Kế hoạch}]";
    let cell = CellTest::new().record(&format!("{ID}.md"), story);
    let stamp = stamp(&cell, ID);
    let review = format!(
        "---\nreview_of: {ID}\nby: \"{by}\"\nas: superior\non: 2026-05-10\nstamp: {stamp}\ncriteria: [H2]\n---\n"
    );
    cell.file("records/a.review.md", &review)
}

/// The codes of a cell without those that name odd characters, whatever else they say.
fn codes(cell: &CellTest) -> Vec<&'static str> {
    let of_letters = ["look-alike", "zero-width", "no-break-space", "not-nfc"];
    cell.codes().into_iter().filter(|code| !of_letters.contains(code)).collect()
}

fn told(problem: &Problem) -> String {
    let catalog = Catalog::of(Lang::Vi);
    format!("{}\n{}", problem.message(catalog), problem.hint(catalog))
}

#[test]
fn the_own_name_in_any_spelling_is_a_self_review() {
    let decomposed: String = "NGUYỄN VĂN AN".nfd().collect();
    let spellings = [
        "NGUYỄN VĂN AN",
        "nguyễn văn an",
        "Nguyễn  Văn An",
        "Nguyen Van An",
        "Nguyễn Vãn Ân",
        "Nguyễn\u{a0}Văn An",
        "Nguyễn Văn\u{200b} An",
        "Nguyễn Văn An\u{3164}",
        "Nguyễn Văn Аn",
        "Ｎguyễn Văn An",
        "Nguyễn Văn ɑn",
        "NguyễnVănAn.",
        "đ/c Nguyễn Văn An",
        "Đồng chí Nguyễn Văn An",
        "CAN-BO-A",
        "can bo a",
        "can_bo_a",
        "cаn-bo-a",
        "can-b0-a",
        &decomposed,
    ];
    for by in spellings {
        let cell = reviewed_by(by);
        assert_eq!(codes(&cell), ["self-review"], "{by}");
        cell.outcome(ID, "H2", "evidenced");
        let problem = cell.problems().iter().find(|problem| problem.code.id() == "self-review").expect("a problem");
        assert!(told(problem).contains("chỉ viết khác đi"), "{}", told(problem));
    }
}

#[test]
fn somebody_else_of_the_superior_body_confirms() {
    for by in ["Lê Thị Hạnh", "Nguyễn Văn Ánh", "Ông Nguyễn Văn Anh", "Ban Thường vụ Đảng ủy"] {
        let cell = reviewed_by(by);
        assert_eq!(cell.codes(), Vec::<&str>::new(), "{by}");
        cell.outcome(ID, "H2", "confirmed");
    }
}

#[test]
fn the_own_name_with_a_title_is_asked_about_and_counts() {
    let titles = [
        "Ông Nguyễn Văn An",
        "T.s Nguyen Văn An",
        "Nguyễn Văn An (chuyên viên)",
        "Nguyễn Văn An, Phó Bí thư Đảng ủy",
        "Nguyễn Văn",
    ];
    for by in titles {
        let cell = reviewed_by(by);
        assert_eq!(cell.codes(), ["unknown-person"], "{by}");
        cell.outcome(ID, "H2", "confirmed");
        let told = told(&cell.problems()[0]);
        assert!(told.contains("Có phải chính đảng viên ấy không?") && told.contains("chức vụ"), "{told}");
    }
}

#[test]
fn a_stranger_whose_name_is_like_that_of_another_member_is_asked_about() {
    for by in ["LÊ VĂN CƯỜNG", "Lê Văn Cương", "truong ban", "Trần Thị Binh"] {
        let cell = reviewed_by(by);
        assert_eq!(codes(&cell), ["unknown-person"], "{by}");
        cell.outcome(ID, "H2", "confirmed");
        let name = match by {
            "Trần Thị Binh" => "Trần Thị Bình",
            "truong ban" => "truong-ban",
            _ => "Lê Văn Cường",
        };
        assert!(told(&cell.problems()[0]).contains(&format!("Có phải `{name}`?")), "{}", told(&cell.problems()[0]));
    }
}

#[test]
fn the_own_name_in_another_spelling_does_not_rate_either() {
    let settings = format!("{}ratings: [Hoàn thành tốt]\n", crate::cell_test::SETTINGS);
    for (by, code) in [("NGUYỄN VĂN AN", "self-rating"), ("LÊ VĂN CƯỜNG", "unknown-person")] {
        let rating = format!(
            "---\nmember: can-bo-a\nperiod: 2025\nlevel: Hoàn thành tốt\nby: {by}\nas: superior\non: 2026-01-15\n---\n"
        );
        let cell = CellTest::new().file("hieucan.yaml", &settings).file("records/a.rating.md", &rating);
        assert_eq!(cell.codes(), [code], "{by}");
        if code == "self-rating" {
            assert!(told(&cell.problems()[0]).contains("ghi thêm chức vụ"), "{}", told(&cell.problems()[0]));
        }
    }
}

#[test]
fn nobody_commits_a_rating_of_their_own() {
    let settings = "cell: {id: c, name: C}\nas_of: 2026-06-30\nratings: [Tốt]\nmembers:\n  - {id: can-bo-a, name: Nguyễn Văn An, emails: [an@vidu.example]}\n  - {id: truong-ban, name: Lê Văn Cường, role: leader, emails: [cuong@vidu.example]}\n";
    let repository = Repository::new();
    let rating =
        |of: &str| format!("---\n{of}period: 2025\nlevel: Tốt\nby: truong-ban\nas: superior\non: 2026-01-15\n---\n");
    repository.write("hieucan.yaml", settings);
    repository.write("records/a.rating.md", &rating("member: can-bo-a\n"));
    repository.write("records/chi-bo.rating.md", &rating(""));
    let codes = || -> Vec<String> {
        let today = Date::new(2026, 6, 30);
        let config = Config::resolve(Options { root: repository.root().to_owned(), today, ..Options::default() });
        let checked = pipeline::check_only(&config.unwrap(), &pipeline::Silent).unwrap();
        checked.problems.iter().map(|problem| format!("{} {}", problem.code.id(), told(problem))).collect()
    };
    assert_eq!(codes(), Vec::<&str>::new(), "not committed yet");
    repository.commit("An <an@vidu.example>", "2026-01-15");
    let own = codes();
    assert!(own.len() == 1 && own[0].starts_with("self-rating") && own[0].contains("vào git"), "{own:?}");
    repository.write(".mailmap", "Lê Văn Cường <cuong@vidu.example> <an@vidu.example>\n");
    assert_eq!(codes().len(), 1, "an address that .mailmap changes");
    repository.write("records/a.rating.md", &format!("{}Đã họp.\n", rating("member: can-bo-a\n")));
    repository.commit("Cường <cuong@vidu.example>", "2026-01-16");
    assert_eq!(codes(), Vec::<&str>::new());
}

#[test]
fn no_mailmap_hides_who_committed_a_review() {
    let settings = "cell: {id: c, name: C}\nas_of: 2026-06-30\nmembers:\n  - {id: can-bo-a, name: Nguyễn Văn An, emails: [an@vidu.example]}\n  - {id: truong-ban, name: Lê Văn Cường, role: leader, emails: [cuong@vidu.example]}\n";
    let repository = Repository::new();
    repository.write("hieucan.yaml", settings);
    repository.write("records/can-bo-a/viec.md", &record("Kế hoạch"));
    let config = || {
        let today = Date::new(2026, 6, 30);
        Config::resolve(Options { root: repository.root().to_owned(), today, ..Options::default() }).unwrap()
    };
    let stamp = &pipeline::stamps(&config()).unwrap()["can-bo-a/viec"];
    let review =
        format!("---\nreview_of: can-bo-a/viec\nby: truong-ban\non: 2026-05-10\nstamp: {stamp}\ncriteria: [H1]\n---\n");
    let codes = || -> Vec<&'static str> {
        let checked = pipeline::check_only(&config(), &pipeline::Silent).unwrap();
        checked.problems.iter().map(|problem| problem.code.id()).collect()
    };
    repository.write("records/can-bo-a/viec.review.md", &review);
    repository.commit("An <an@vidu.example>", "2026-05-10");
    assert_eq!(codes(), ["self-review"]);
    let mailmap = "Lê Văn Cường <cuong@vidu.example> <an@vidu.example>\n";
    repository.write(".mailmap", mailmap);
    assert_eq!(codes(), ["self-review"], "a .mailmap that is not committed");
    repository.commit("An <an@vidu.example>", "2026-05-11");
    assert_eq!(codes(), ["self-review"]);
    repository.write(".mailmap", "");
    repository.write("khac", mailmap);
    repository.git(&["config", "mailmap.file", "khac"]);
    assert_eq!(codes(), ["self-review"], "another file by the settings of git");
    repository.write("records/can-bo-a/viec.review.md", &format!("{review}Đã xem.\n"));
    repository.commit("Cường <cuong@vidu.example>", "2026-05-12");
    assert_eq!(codes(), Vec::<&str>::new());
}

#[test]
fn a_name_that_members_share_is_nobodys_until_an_id_is_written() {
    let namesakes = SETTINGS.replace("Trần Thị Bình", "Lê Văn Cường");
    let reviewed = |by: &str, rater: &str| {
        let story = format!("assigned_by: {by}\ncriteria: [H2]\noutputs: [{{name: Kế hoạch}}]");
        let id = "can-bo-b/2026-05-06-ke-hoach";
        let cell = CellTest::new().file("hieucan.yaml", &namesakes).record(&format!("{id}.md"), &story);
        let stamp = stamp(&cell, id);
        let review = format!(
            "---\nreview_of: {id}\nby: {by}\nas: {rater}\non: 2026-05-10\nstamp: {stamp}\ncriteria: [H2]\n---\n"
        );
        cell.file("records/a.review.md", &review)
    };
    // can-bo-b has the name of a leader.
    let shared = reviewed("Lê Văn Cường", "cell");
    assert_eq!(codes(&shared), ["unknown-reviewer", "unknown-person"]);
    for problem in shared.problems() {
        assert!(told(problem).contains("nhiều đảng viên") && told(problem).contains("Ghi mã"), "{}", told(problem));
    }
    shared.score("cell", "H2", "2026", "evidenced 2, confirmed 0");
    assert_eq!(codes(&reviewed("Lê Văn Cường", "superior")), ["self-review", "unknown-person"]);
    let named = reviewed("truong-ban", "cell");
    assert_eq!(codes(&named), Vec::<&str>::new());
    named.score("cell", "H2", "2026", "confirmed 2");
}
