//! What a member does next, on the pages of members and in their list.

use super::cell_test::CellTest;

#[test]
fn an_overdue_task_of_an_earlier_quarter_is_among_what_its_member_does_next() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-01-10-qua-han.md", "status: doing\ndue: 2026-01-20")
        .record("can-bo-b/2026-05-10-quy-nay.md", "done: 2026-05-12\ndue: 2026-05-12");
    let page = cell.page("members/index.html");
    let task = "<a href=\"../tasks/can-bo-a/2026-01-10-qua-han/index.html\">2026-01-10-qua-han</a> (161 ngày)";
    assert!(page.contains(&format!("Quá hạn: {task}")), "{page}");
    assert_eq!(page.matches("Quá hạn: ").count(), 1, "{page}");
}

#[test]
fn what_to_do_next_names_tasks_that_are_due_within_30_days_and_how_late_the_others_are() {
    let cell = CellTest::new()
        .record("can-bo-a/2026-06-10-sau.md", "title: Việc sau\nstatus: doing\ndue: 2026-07-30")
        .record("can-bo-a/2026-06-12-truoc.md", "title: Việc trước\nstatus: doing\ndue: 2026-07-02")
        .record("can-bo-a/2026-06-12-con-lau.md", "title: Việc còn lâu\nstatus: doing\ndue: 2026-07-31")
        .record("can-bo-a/2026-04-01-im-lang.md", "title: Việc im lặng\nstatus: doing\ndue: 2026-09-30")
        .record("can-bo-a/2026-06-01-qua-han.md", "title: Việc quá hạn\nstatus: doing\ndue: 2026-06-18")
        .record("can-bo-a/2026-06-05-cham.md", "title: Việc chậm\ndue: 2026-06-02");
    let soon = "sắp đến hạn|Việc trước, hạn 02/7/2026, còn 2 ngày; Việc sau, hạn 30/7/2026, còn 30 ngày|";
    let overdue = "quá hạn|Việc quá hạn, hạn 18/6/2026, quá hạn 12 ngày|";
    let drifting = "lâu chưa cập nhật|Việc im lặng, hạn 30/9/2026, 90 ngày chưa cập nhật|";
    let late = "chậm|Việc chậm, hạn 02/6/2026, chậm 3 ngày|";
    let told = |path: &str, rows: &[&str]| {
        let page = cell.page(path);
        let next = page.split_once("id=\"_next\"").expect("a list of what to do next").1;
        let mut found = told_rows(next.split_once("</section>").expect("its end").0);
        assert!(found.iter().all(|row| row.starts_with(char::is_lowercase)), "rows begin alike: {found:#?}");
        found.retain(|row| row.contains("Việc "));
        assert!(found.len() == rows.len() && found.iter().zip(rows).all(|(a, b)| a.starts_with(b)), "{found:#?}");
    };
    told("members/can-bo-a/index.html", &[overdue, soon, drifting]);
    told("members/can-bo-a/2026-q2/index.html", &[overdue, late]);
    told("members/can-bo-a/2026-q3/index.html", &[soon, drifting]);
    let link = "<a href=\"../../../tasks/can-bo-a/2026-06-05-cham/index.html\">Việc chậm</a>, hạn";
    assert!(cell.page("members/can-bo-a/2026-q2/index.html").contains(link), "names lead to the tasks");
}

#[test]
fn the_list_of_members_names_the_first_tasks_and_criteria_of_what_to_do_next_as_links() {
    let cell = CellTest::new()
        .record(
            "can-bo-a/2026-05-10-cham.md",
            "title: Việc chậm\ndone: 2026-05-15\ndue: 2026-05-12\ncriteria: {C6: unmet}",
        )
        .record("can-bo-b/2026-06-01-mot.md", "title: Một\nstatus: doing\ndue: 2026-07-01")
        .record("can-bo-b/2026-06-01-hai.md", "title: Hai\nstatus: doing\ndue: 2026-07-02")
        .record("can-bo-b/2026-06-01-ba.md", "title: Ba\nstatus: doing\ndue: 2026-07-03");
    let page = cell.page("members/index.html");
    let late = "Chậm: <a href=\"../tasks/can-bo-a/2026-05-10-cham/index.html\">Việc chậm</a> (3 ngày)";
    assert!(page.contains(late), "{page}");
    assert!(page.contains("Chưa đạt: <a href=\"../members/can-bo-a/2026-q2/index.html#C6\">C6 "), "{page}");
    let unclaimed = "Chưa tự nhận lần nào: <a href=\"../members/can-bo-a/2026-q2/index.html#H1\">H1 ";
    assert!(page.contains(unclaimed), "{page}");
    let soon = page.split_once("Sắp đến hạn: ").and_then(|(_, rest)| rest.split_once("</p>")).expect("what is due").0;
    for named in
        ["2026-06-01-mot/index.html\">Một</a> (còn 1 ngày); ", "2026-06-01-hai/index.html\">Hai</a> (còn 2 ngày); "]
    {
        assert!(soon.contains(named), "{soon}");
    }
    assert!(soon.contains("<a href=\"../members/can-bo-b/index.html#_next\">và 1 mục nữa</a>"), "{soon}");
}

/// The rows of a list: the words of each mark, of what it is about and of the rule.
fn told_rows(rows: &str) -> Vec<String> {
    let plain = |row: &str| {
        let parts = row.replace("</span><div>", "|").replace("</p><p class=\"rows__note\">", "|");
        let words = parts.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
        words.collect::<String>()
    };
    rows.split("<li>").skip(1).map(plain).collect()
}

#[test]
fn a_weakness_that_came_back_and_is_overcome_is_no_longer_to_be_done() {
    let named = "status: doing\nweaknesses: {text: Gửi giấy mời muộn, tag: gui-muon}";
    let twice = || CellTest::new().record("can-bo-a/2026-04-10-a.md", named).record("can-bo-a/2026-05-10-b.md", named);
    let overcome = twice().record("can-bo-a/2026-06-10-c.md", "status: doing\nfixed: [gui-muon]");
    for path in ["members/can-bo-a/index.html", "members/can-bo-a/2026-q2/index.html"] {
        let next = |cell: &CellTest| {
            let page = cell.page(path);
            let next = page.split_once("id=\"_next\"").map(|(_, next)| next.to_owned());
            next.and_then(|next| next.split_once("</section>").map(|(next, _)| next.to_owned())).unwrap_or_default()
        };
        assert!(next(&twice()).contains("lặp lại"), "{path}");
        assert!(!next(&overcome).contains("lặp lại"), "{path}");
    }
}

#[test]
fn a_member_whose_only_log_is_in_error_is_told_of_it_and_not_that_there_is_none() {
    let cell = CellTest::new().record("can-bo-b/2026-05-25-hong.md", "criteria: {H1: dạt}");
    let list = cell.page("members/index.html");
    let (row, next) = list.split_once("id=\"_next\"").expect("what comes next");
    let row = row.split("<tr id=\"can-bo-b\">").nth(1).and_then(|row| row.split("</tr>").next()).expect("a row");
    assert!(row.contains("chưa tính 1 nhật ký lỗi"), "{row}");
    let told = next.split("Trần Thị Bình").nth(1).and_then(|told| told.split("</li>").next()).expect("an entry");
    assert!(told.contains("1 nhật ký lỗi, chưa tính") && !told.contains("chưa có nhật ký"), "{told}");
    let page = cell.page("members/can-bo-b/index.html");
    let (_, next) = page.split_once("id=\"_next\"").expect("what comes next");
    assert!(next.contains("href=\"../../tasks/can-bo-b/2026-05-25-hong/index.html\""), "{next}");
    assert!(!cell.page("members/can-bo-a/index.html").contains("id=\"_next\""));
}
