//! Whose hand put a review into git, where the roster has not the address of the commit.

use std::process::Command;

use hieucan::base::diagnostic::Problem;
use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Date;
use hieucan::config::{Config, Options};
use hieucan::pipeline::{self, CheckedOnly};

use crate::git_history::{Repository, record};

const AN: &str = "Nguyễn Văn An <an@vidu.example>";
const BINH: &str = "Trần Thị Bình <binh@vidu.example>";
const ROSTER: &str = "  - {id: can-bo-a, name: Nguyễn Văn An}\n  - {id: can-bo-b, name: Lê Văn Cường}\n  - {id: bi-thu, name: Trần Thị Bình, role: secretary}\n";

/// A cell whose log of An was committed by one hand and whose review by another.
struct Story {
    repository: Repository,
}

impl Story {
    fn new(members: &str) -> Self {
        let repository = Repository::new();
        let settings = format!("cell: {{id: c, name: C}}\nas_of: 2026-06-30\nmembers:\n{members}");
        repository.write("hieucan.yaml", &settings);
        Self { repository }
    }

    /// Adds a log of this member by this hand.
    fn log(self, member: &str, name: &str, hand: &str) -> Self {
        let log = record("Kế hoạch").replace("can-bo-a", member);
        self.repository.write(&format!("records/{member}/{name}.md"), &log);
        self.repository.commit(hand, "2026-05-09");
        self
    }

    /// Adds the review of An's log `viec` by this hand.
    fn review(self, by: &str, hand: &str) -> Self {
        self.review_in("records/can-bo-a", by, hand)
    }

    fn review_in(self, folder: &str, by: &str, hand: &str) -> Self {
        let stamp = &pipeline::stamps(&self.config()).unwrap()["can-bo-a/viec"];
        let review =
            format!("---\nreview_of: can-bo-a/viec\nby: {by}\non: 2026-05-10\nstamp: {stamp}\ncriteria: [H1]\n---\n");
        self.repository.write(&format!("{folder}/viec.review.md"), &review);
        self.repository.commit(hand, "2026-05-10");
        self
    }

    /// Puts An's log and its review into another folder by this hand, and changes nothing in them.
    fn moved(self, hand: &str) -> Self {
        self.repository.git(&["mv", "records/can-bo-a", "records/2026"]);
        self.repository.commit(hand, "2026-05-11");
        self
    }

    fn config(&self) -> Config {
        let today = Date::new(2026, 6, 30);
        Config::resolve(Options { root: self.repository.root().to_owned(), today, ..Options::default() }).unwrap()
    }

    fn checked(&self) -> CheckedOnly {
        pipeline::check_only(&self.config(), &pipeline::Silent).unwrap()
    }

    #[track_caller]
    fn is_own(&self) {
        let checked = self.checked();
        let codes: Vec<&str> = checked.problems.iter().map(|problem| problem.code.id()).collect();
        assert_eq!((codes, checked.summary.strangers), (vec!["self-review"], 0));
    }

    /// It counts, and so many reviews are by a hand that nobody knows.
    #[track_caller]
    fn counts(&self, strangers: usize) {
        let checked = self.checked();
        let codes: Vec<&str> = checked.problems.iter().map(|problem| problem.code.id()).collect();
        assert_eq!((codes, checked.summary.strangers), (vec![], strangers));
    }
}

fn told(problem: &Problem) -> String {
    let catalog = Catalog::of(Lang::Vi);
    format!("{}\n{}", problem.message(catalog), problem.hint(catalog))
}

#[test]
fn the_name_of_a_commit_tells_whose_it_is_where_no_address_does() {
    for hand in [AN, "Nguyen Van An <an@may.example>", "nguyễn  văn an <>", "can-bo-a <x@y>", "Đ/c Nguyễn Văn An <x@y>"]
    {
        Story::new(ROSTER).log("can-bo-a", "viec", BINH).review("bi-thu", hand).is_own();
    }
    Story::new(ROSTER).log("can-bo-a", "viec", AN).review("bi-thu", BINH).counts(0);
    let other = "Lê Văn Cường <cuong@vidu.example>";
    Story::new(ROSTER).log("can-bo-a", "viec", AN).review("bi-thu", other).counts(0);
}

#[test]
fn a_second_address_of_a_member_is_the_members() {
    let roster = ROSTER.replace("Văn An}", "Văn An, emails: [an@vidu.example]}");
    let second = "Nguyễn Văn An <an@nha.example>";
    Story::new(&roster).log("can-bo-a", "viec", AN).review("bi-thu", second).is_own();
    // The name is nobody's; git has seen it beside the address of a member.
    let roster = roster.replace("role: secretary}", "role: secretary, emails: [binh@vidu.example]}");
    let cell = || Story::new(&roster).log("can-bo-a", "viec", "an-may-tram <an@vidu.example>");
    cell().review("bi-thu", "an-may-tram <an@nha.example>").is_own();
    let helped = Story::new(&roster).log("can-bo-a", "viec", "binh-may-tram <binh@vidu.example>");
    helped.review("bi-thu", "binh-may-tram <binh@nha.example>").counts(0);
}

#[test]
fn a_stranger_who_wrote_the_log_and_its_review_is_its_member() {
    let cell = || Story::new(ROSTER).log("can-bo-a", "viec", "admin <admin@may-7.example>");
    cell().review("bi-thu", "admin <admin@may-7.example>").is_own();
    cell().review("bi-thu", "root <ADMIN@may-7.example>").is_own();
    cell().review("bi-thu", "Admin <x@may-8.example>").is_own();
    cell().review("bi-thu", "van-phong <vp@vidu.example>").counts(1);
    cell().review("bi-thu", BINH).counts(0);
    // Whoever else commits the log later does not hide who brought it.
    let cell = cell();
    cell.repository.write("records/can-bo-a/viec.md", &format!("{}Đã soát.\n", record("Kế hoạch")));
    cell.repository.commit(BINH, "2026-05-09");
    let own = cell.review("bi-thu", "admin <admin@may-7.example>");
    own.is_own();
    let said = told(&own.checked().problems[0]);
    assert!(said.contains("cũng chính là người ghi nhật ký") && said.contains("`emails`"), "{said}");
}

#[test]
fn who_puts_the_logs_of_several_members_into_git_is_nobody_known() {
    let clerk = "Văn thư <van-thu@vidu.example>";
    let cell = Story::new(ROSTER).log("can-bo-a", "viec", clerk).log("can-bo-b", "khac", clerk);
    cell.review("bi-thu", clerk).counts(1);
    let of_another = Story::new(ROSTER).log("can-bo-a", "viec", AN).log("bi-thu", "khac", "may-bt <bt@may.example>");
    of_another.review("bi-thu", "may-bt <bt@may.example>").counts(0);
}

#[test]
fn a_name_that_two_members_share_is_told_apart_by_the_address() {
    let roster = "  - {id: can-bo-a, name: Nguyễn Văn An, emails: [an@vidu.example]}\n  - {id: bi-thu, name: Nguyễn Văn An, role: secretary, emails: [bt@vidu.example]}\n";
    let rightful = "Nguyễn Văn An <bt@vidu.example>";
    Story::new(roster).log("can-bo-a", "viec", AN).review("bi-thu", rightful).counts(0);
    Story::new(roster).log("can-bo-a", "viec", AN).review("bi-thu", AN).is_own();
    let untold = "Nguyễn Văn An <la@vidu.example>";
    Story::new(roster).log("can-bo-a", "viec", AN).review("bi-thu", untold).is_own();
}

#[test]
fn no_mailmap_hides_a_hand_that_only_its_name_or_its_log_tells() {
    let roster = ROSTER.replace("Văn Cường}", "Văn Cường, emails: [cuong@vidu.example]}");
    for hand in [AN, "admin <an@vidu.example>"] {
        let cell = Story::new(&roster).log("can-bo-a", "viec", hand);
        cell.repository.write(".mailmap", "Lê Văn Cường <cuong@vidu.example> <an@vidu.example>\n");
        cell.review("bi-thu", hand).is_own();
    }
}

#[test]
fn the_name_of_a_commit_tells_who_wrote_a_rating() {
    let roster = format!("{ROSTER}ratings: [Tốt]\n");
    let rating = "---\nmember: can-bo-a\nperiod: 2025\nlevel: Tốt\nby: bi-thu\nas: superior\non: 2026-01-15\n---\n";
    for (hand, codes) in [(AN, vec!["self-rating"]), (BINH, vec![])] {
        let cell = Story::new(&roster);
        cell.repository.write("records/a.rating.md", rating);
        cell.repository.commit(hand, "2026-01-15");
        let found: Vec<&str> = cell.checked().problems.iter().map(|problem| problem.code.id()).collect();
        assert_eq!(found, codes, "{hand}");
    }
}

#[test]
fn that_nobody_knows_who_wrote_reviews_is_said() {
    let cell = Story::new(ROSTER).log("can-bo-a", "viec", AN).review("bi-thu", "vp <vp@vidu.example>");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hieucan"));
    let output = command.args(["check", "-q", "--root"]).arg(cell.repository.root()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Không biết ai đã ghi 1 nhận xét vào git") && said.contains("`emails`"), "{said}");
}

#[test]
fn who_only_moves_a_review_did_not_write_it() {
    let cell = || Story::new(ROSTER).log("can-bo-a", "viec", AN);
    cell().review("bi-thu", AN).moved(BINH).is_own();
    cell().review("bi-thu", BINH).moved(AN).counts(0);
    // Nor does a stranger who moves a log become its member.
    let stranger = "may-bt <bt@may.example>";
    cell().moved(stranger).review_in("records/2026", "bi-thu", stranger).counts(1);
}
