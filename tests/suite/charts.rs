//! Charts as SVG: each is compared with the picture that was looked at.

use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::{Date, Period};
use hieucan::render::chart::gantt::{Bar, MOST_STEPS, Waits, gantt};
use hieucan::render::chart::{Axis, Column, Counts, Facts, Frame, Point, Svg, Words, columns, line, radar, small};

const NAMES: [(&str, &str); 11] = [
    ("H1", "Mục đích, yêu cầu, quy trình"),
    ("H2", "Sản phẩm đầu ra"),
    ("H3", "Phối hợp đúng thẩm quyền"),
    ("H4", "Ưu, khuyết của bản thân"),
    ("H5", "Những vấn đề đang diễn ra"),
    ("C1", "Rà soát, đúng tiến độ"),
    ("C2", "Rõ chỉ đạo, định hướng"),
    ("C3", "Cập nhật quy định"),
    ("C4", "Tự phản biện, dự báo"),
    ("C5", "Tổ chức khoa học"),
    ("C6", "Tự đánh giá, <rút kinh nghiệm>"),
];

fn facts(claimed: u32, evidenced: u32, possible: u32) -> Facts {
    Facts { claimed, evidenced, confirmed: None, possible }
}

/// Half points claimed and evidenced of 24, one criterion without anything applicable.
fn axes() -> Vec<Axis<'static>> {
    let points =
        [(22, 20), (18, 18), (15, 9), (0, 0), (12, 12), (21, 8), (17, 16), (24, 24), (10, 3), (14, 10), (7, 0)];
    NAMES
        .into_iter()
        .zip(points)
        .map(|((label, name), (claimed, evidenced))| Axis {
            label,
            name,
            facts: facts(claimed, evidenced, if label == "H4" { 0 } else { 24 }),
            href: Some(format!("#{label}")),
        })
        .collect()
}

fn months(count: usize) -> impl Iterator<Item = Period> {
    ["2025", "2026"].into_iter().flat_map(|year| Period::parse(year).expect("a year").months()).skip(9).take(count)
}

fn points() -> Vec<Point> {
    let shares = [(10, 7), (14, 14), (12, 5), (0, 0), (8, 8), (15, 12), (18, 11), (11, 11), (16, 15)];
    months(9)
        .zip(shares)
        .map(|(month, (claimed, evidenced))| Point {
            month,
            facts: facts(claimed, evidenced, if claimed == 0 { 0 } else { 18 }),
            href: Some(format!("{month}/index.html")),
        })
        .collect()
}

fn stacks() -> Vec<Column> {
    let counts = [(4, 2, 1, 3, 1), (5, 4, 0, 2, 0), (6, 1, 2, 4, 2), (0, 0, 0, 0, 0), (7, 2, 0, 1, 1), (9, 1, 1, 3, 2)];
    months(6)
        .zip(counts)
        .map(|(month, (evidenced, claimed, unmet, unclaimed, na))| Column {
            month,
            counts: Counts { evidenced, claimed, unmet, unclaimed, na },
            href: Some(format!("{month}/index.html")),
        })
        .collect()
}

fn drawn(lang: Lang, id: &str, title: &str, draw: impl FnOnce(&Frame<'_>) -> Svg) -> String {
    let words = Words::of(Catalog::of(lang));
    draw(&Frame { id, title, words: &words }).as_str().replace('>', ">\n")
}

fn snapshot(name: &str, svg: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, svg);
    });
}

#[test]
fn the_radar_of_a_member() {
    let svg =
        drawn(Lang::Vi, "radar", "Mười một tiêu chí, Quý II/2026", |f| radar(f, &axes()).expect("eleven axes"));
    snapshot("chart-radar", &svg);
}

#[test]
fn the_radar_of_a_member_with_reviews() {
    let mut axes = axes();
    for axis in &mut axes {
        axis.facts.confirmed = Some(axis.facts.evidenced / 2);
        axis.href = None;
    }
    let svg = drawn(Lang::En, "radar", "Eleven criteria", |f| radar(f, &axes).expect("eleven axes"));
    assert!(svg.contains("role=\"img\"") && !svg.contains("<a "));
    snapshot("chart-radar-reviewed", &svg);
}

#[test]
fn long_labels_stay_inside_the_radar() {
    let axis = |label| Axis { label, facts: facts(1, 1, 2), ..Axis::default() };
    let axes = ["chu-truong", "tieu-chi-co-ma-rat-dai-thu-hai", "k3"].map(axis);
    snapshot("chart-radar-long-labels", &drawn(Lang::Vi, "r", "Ba tiêu chí", |f| radar(f, &axes).expect("three axes")));
    assert!(radar(&Frame { id: "r", title: "", words: &Words::of(Catalog::of(Lang::Vi)) }, &axes[..2]).is_none());
}

#[test]
fn the_trend_breaks_where_nothing_is_applicable() {
    snapshot("chart-line", &drawn(Lang::Vi, "trend", "Từng tháng: C4", |f| line(f, &points())));
}

#[test]
fn one_of_many_small_charts_leads_to_its_months_and_takes_no_stop_of_the_keyboard() {
    let svg =
        drawn(Lang::Vi, "_c-C4", "C4: tỷ lệ theo tháng", |f| small(f, "đầu kỳ 38,9%, cuối kỳ 83,3%", &points()));
    assert_eq!(svg.matches("<a href").count(), 8, "a month without anything applicable has no mark");
    assert_eq!(svg.matches("<a href").count(), svg.matches("tabindex=\"-1\"").count());
    snapshot("chart-small", &svg);
}

#[test]
fn the_outcomes_of_a_criterion_by_month() {
    snapshot("chart-columns", &drawn(Lang::Vi, "stack", "Số nhật ký theo kết quả: C4", |f| columns(f, &stacks())));
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a date of the test")
}

fn step<'l>(label: &'l str, days: Option<(&str, &str)>, waits: Waits, after: &[usize]) -> Bar<'l> {
    Bar {
        label,
        days: days.map(|(start, end)| (day(start), day(end))),
        waits,
        after: after.to_vec(),
        href: Some("#_step-0".to_owned()),
    }
}

#[test]
fn the_steps_of_a_plan_before_after_and_at_one_time() {
    let steps = [
        step("a. Khảo sát", Some(("2026-03-23", "2026-03-27")), Waits::Own, &[]),
        step("b. Lấy ý kiến <các tổ>", Some(("2026-03-25", "2026-04-03")), Waits::Partner, &[]),
        step("c. Trình duyệt", Some(("2026-04-06", "2026-04-06")), Waits::Approval, &[0, 1]),
        step("d. Lưu hồ sơ", None, Waits::Own, &[2]),
    ];
    let draw = |frame: &Frame<'_>| gantt(frame, &steps, Some(day("2026-04-01"))).expect("a chart").svg;
    snapshot("chart-gantt", &drawn(Lang::Vi, "_gantt", "Các bước theo thời gian", draw));
}

#[test]
fn a_plan_marks_the_months_that_begin_in_it_and_names_them_as_far_as_their_names_keep_apart() {
    let marked = |lang: Lang, from: &str, until: &str| -> (usize, Vec<String>) {
        let steps = [step("a", Some((from, until)), Waits::Own, &[])];
        let words = Words::of(Catalog::of(lang));
        let chart = gantt(&Frame { id: "_gantt", title: "x", words: &words }, &steps, None).expect("a chart");
        let svg = chart.svg.as_str();
        let lines = svg.matches("class=\"grid\"").count();
        assert_eq!(chart.has_months, lines > 0);
        let texts = svg.split("<text class=\"soft start\"").skip(2);
        let names = texts.filter_map(|text| text.split(['<', '>']).nth(1).map(str::to_owned)).collect();
        (lines, names)
    };
    let vi = |from: &str, until: &str| marked(Lang::Vi, from, until);
    let named = |names: &[&str]| (names.len(), names.iter().map(ToString::to_string).collect());
    assert_eq!(vi("2026-04-16", "2026-07-20"), named(&["5/2026", "6/2026", "7/2026"]));
    assert_eq!(vi("2026-04-02", "2026-04-20"), named(&[]), "no month begins in it");
    assert_eq!(vi("2026-04-01", "2026-05-01"), (1, Vec::new()), "there is room for the line alone");
    assert_eq!(vi("2026-04-16", "2027-01-20"), (5, named(&["5/2026", "7/2026", "9/2026", "11/2026"]).1));
    assert_eq!(vi("2026-04-16", "2029-02-20"), (3, named(&["1/2027", "1/2028"]).1), "one month of a year");
    assert_eq!(vi("2019-04-01", "2026-05-01"), named(&[]), "too many months");
    assert_eq!(marked(Lang::En, "2026-04-16", "2026-05-20"), named(&["May 2026"]));
}

#[test]
fn a_plan_without_days_has_no_chart_and_one_of_many_steps_shows_the_first() {
    let words = Words::of(Catalog::of(Lang::Vi));
    let frame = Frame { id: "_gantt", title: "Các bước", words: &words };
    assert_eq!(gantt(&frame, &[step("a", None, Waits::Own, &[])], None), None);
    let many = vec![step("Bước", Some(("0001-01-01", "9999-12-31")), Waits::Own, &[MOST_STEPS + 4]); MOST_STEPS + 5];
    let svg = gantt(&frame, &many, None).expect("a chart").svg;
    assert_eq!(svg.as_str().matches("<rect class=\"step--own\"").count(), MOST_STEPS);
}

#[test]
fn a_chart_shows_at_most_thirteen_months_and_stands_empty_ones() {
    let month = |month| Column { month, counts: Counts::default(), href: None };
    let many: Vec<_> = months(15).map(month).collect();
    let svg = drawn(Lang::Vi, "s", "Trống", |f| columns(f, &many));
    assert_eq!(svg.matches("<g>").count(), 13);
    for empty in [drawn(Lang::Vi, "s", "", |f| columns(f, &[])), drawn(Lang::Vi, "l", "", |f| line(f, &[]))] {
        assert!(!empty.contains("NaN") && !empty.contains("inf"), "{empty}");
    }
    assert!(!drawn(Lang::Vi, "m", "", |f| small(f, "", &[])).contains("NaN"));
}

#[test]
fn no_chart_has_a_style_and_every_id_belongs_to_it() {
    for svg in [
        drawn(Lang::Vi, "one", "x", |f| radar(f, &axes()).expect("eleven axes")),
        drawn(Lang::Vi, "one", "x", |f| columns(f, &stacks())),
        drawn(Lang::Vi, "one", "x", |f| small(f, "đầu kỳ 50%", &points())),
    ] {
        assert!(!svg.contains("style") && !svg.contains("<rút"));
        assert!(svg.split(" id=\"").skip(1).all(|id| id.starts_with("one-")));
    }
}
