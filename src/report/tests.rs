use super::example::*;
use super::*;
use crate::tally::tally;

fn with_report(logbook: &Logbook, use_it: impl FnOnce(&Report<'_>)) {
    let tally = tally(logbook);
    use_it(&report(logbook, &tally));
}

#[test]
fn strong_and_weak_criteria_keep_the_order_of_the_rubric_and_follow_evidence_not_claims() {
    with_report(&logbook(), |report| {
        let points = report.points(report.sums(Scope::Member(1), Some(period("2026-q2"))));
        assert_eq!((points.strong, points.weak), (vec![], vec![1]));
        assert_eq!(points.unclaimed, [3], "never claimed is neither strong nor weak");
        let points = report.points(report.sums(Scope::Member(0), None));
        assert_eq!((points.strong, points.weak), (vec![0, 2, 3], vec![]));
    });
}

#[test]
fn what_is_missing_is_told_kind_by_kind() {
    with_report(&logbook(), |report| {
        let expected = Missing {
            faulty: 1,
            overdue: vec![1],
            unevidenced: vec![(0, vec![1]), (1, vec![1])],
            never_claimed: vec![3],
            unmet: vec![(2, vec![1])],
            ..Missing::default()
        };
        assert_eq!(report.missing(1, Some(period("2026-q2"))), expected);
        assert_eq!(report.missing(2, None), Missing::default());
    });
}

#[test]
fn open_tasks_are_due_soon_within_30_days_of_the_as_of_date() {
    let mut logbook = logbook();
    let as_of = logbook.as_of;
    let due = |days: u16| as_of.plus_days(days).to_string();
    logbook.records =
        [(31, Timeliness::Open), (30, Timeliness::Drifting), (0, Timeliness::Open), (5, Timeliness::OnTime)]
            .map(|(days, timeliness)| record(&format!("b/{days}"), 1, &due(days), timeliness, ["", "", "", ""]))
            .into();
    with_report(&logbook, |report| assert_eq!(report.due_soon(&[0, 1, 2, 3]), [2, 1], "by due date"));
}

#[test]
fn open_tasks_of_any_time_need_attention_and_late_ones_of_the_period() {
    with_report(&logbook(), |report| {
        let attention = report.attention(period("2026-q1"));
        assert_eq!((attention.overdue, attention.unevidenced), (vec![1], vec![]));
        let attention = report.attention(report.current_quarter());
        assert_eq!(attention.unevidenced, [(0, 1), (1, 1)]);
        assert_eq!(attention.weak, [1]);
    });
}

#[test]
fn a_tag_is_repeated_only_when_a_later_record_of_the_same_member_has_it() {
    let mut logbook = logbook();
    let lesson = |tag: &str| Tagged { tag: Some(text(tag)), ..Tagged::default() };
    logbook.records[0].content.lessons = vec![lesson("Chậm tiến độ"), lesson("một lần")];
    logbook.records[1].content.weaknesses = vec![lesson("cham tien do")];
    logbook.records[2].content.lessons = vec![lesson("một lần")];
    with_report(&logbook, |report| {
        let repeats: Vec<_> = report.repeats().iter().map(|repeat| (repeat.tag, &*repeat.records)).collect();
        assert_eq!(repeats, [("Chậm tiến độ", &[0, 1][..])]);
        assert_eq!(report.earlier_with_tag(1, "chậm tiến độ", date("2026-06-01")), [0]);
        assert_eq!(report.repeats_in(None, Some(period("2026-05"))).count(), 0, "the later record is of June");
        assert_eq!(report.repeats_in(Some(1), Some(period("2026-06"))).count(), 1);
    });
}

#[test]
fn names_are_listed_by_given_name_in_the_vietnamese_order() {
    let names = ["Đặng Văn Ân", "Nguyễn Văn Ăn", "Trần Thị Ánh", "Lê An", "Phạm Ả", "Vũ An"];
    let mut logbook = logbook();
    let members = names.iter().map(|name| member("x", name)).collect();
    logbook.settings.roster = crate::model::member::Roster::new(members);
    with_report(&logbook, |report| {
        let sorted: Vec<_> = report.members_by_name().into_iter().map(|i| names[i]).collect();
        assert_eq!(sorted, ["Phạm Ả", "Lê An", "Vũ An", "Trần Thị Ánh", "Nguyễn Văn Ăn", "Đặng Văn Ân"]);
    });
}

#[test]
fn an_exhibit_keeps_what_does_not_count_with_the_reason() {
    with_report(&logbook(), |report| {
        let rows = report.claims(1);
        assert_eq!(rows[1].exhibits[0].weight, Weight::Placeholder);
        assert_eq!(rows[1].mark.outcome, Outcome::Claimed);
        assert_eq!(rows[1].exhibits[0].parts, [Part::Text("Kế hoạch <đợt 1>"), Part::Reference("12-KH/BTG")]);
        let on_time = &report.claims(0)[2].exhibits[0];
        assert_eq!(on_time.parts, [Part::InTime(date("2026-05-10"), date("2026-05-10"))]);
    });
}

#[test]
fn outcomes_by_month_add_up_to_the_records_of_the_month() {
    with_report(&logbook(), |report| {
        let counts = report.outcomes(period("2026-05"), 1);
        assert_eq!(counts.of(Outcome::Evidenced), 1);
        assert_eq!(Outcome::ALL.map(|outcome| counts.of(outcome)).iter().sum::<u32>(), 1);
        assert_eq!(report.months(Some(period("2026-q2"))), [period("2026-05"), period("2026-06")]);
    });
}

#[test]
fn records_with_errors_that_share_a_place_are_told_apart() {
    let mut logbook = logbook();
    logbook.faulty = vec![faulty("a/x", None), faulty("b/x", None), faulty("c/y", None)];
    with_report(&logbook, |report| {
        assert_eq!([0, 1, 2].map(|index| report.is_ambiguous(index)), [true, true, false]);
    });
}

#[test]
fn criteria_of_the_year_without_evidence_and_those_that_one_member_alone_shows_are_told() {
    with_report(&logbook(), |report| {
        assert_eq!(report.current_year(), period("2026"));
        assert_eq!(report.unshown(Scope::Member(1)), [3], "C4 applied to her records and has no evidence");
        assert_eq!(report.unshown(Scope::Member(2)), [0; 0], "nothing applied to a member without records");
        assert_eq!(report.alone(), [(1, 1), (3, 0)]);
        assert_eq!(report.missing(0, None).alone, [3]);
        assert_eq!(report.missing(0, Some(period("2026-q1"))).alone, [0; 0], "a matter of the year");
    });
}

#[test]
fn with_the_records_of_one_member_nobody_stands_out() {
    let mut logbook = logbook();
    logbook.records.retain(|record| record.member == 1);
    with_report(&logbook, |report| assert_eq!(report.alone(), []));
}

#[test]
fn a_weakness_is_open_until_a_later_record_says_that_it_is_overcome() {
    let mut logbook = logbook();
    let named = |tag: &str| Tagged { tag: Some(text(tag)), ..Tagged::default() };
    logbook.records[0].content.weaknesses = vec![named("chậm"), named("dài")];
    logbook.records[1].content.fixed = vec![text("cham")];
    with_report(&logbook, |report| {
        let open: Vec<_> = report.missing(1, None).open.iter().map(|one| one.tag).collect();
        assert_eq!(open, ["dài"]);
        assert_eq!(report.attention(period("2026-q2")).open.len(), 1);
    });
}

#[test]
fn a_reviewed_record_that_has_changed_since_is_told_until_a_review_of_it_holds() {
    let mut logbook = logbook();
    let review = |standing: Standing| Review {
        path: "records/2026/le-anh/1.review.md".to_owned(),
        by: Person::Member(0),
        rater: Rater::Cell,
        on: date("2026-05-20"),
        standing,
        is_by_stranger: false,
        verdicts: vec![Verdict { criterion: 0, level: LevelId::Met, reason: None }],
        body: Body::default(),
    };
    logbook.records[0].reviews = vec![review(Standing::Stale)];
    with_report(&logbook, |report| assert_eq!(report.attention(period("2025-q1")).stale, [0], "whatever the period"));
    logbook.records[0].reviews.push(review(Standing::Valid));
    with_report(&logbook, |report| assert_eq!(report.attention(period("2026-q2")).stale, [0; 0]));
}

#[test]
fn what_two_records_of_one_day_say_has_not_come_back_until_a_later_one_says_it() {
    let mut logbook = logbook();
    let days = ["2026-03-02", "2026-03-02", "2026-04-02"];
    logbook.records = days.map(|day| record("can-bo-a/viec", 1, day, Timeliness::OnTime, ["met"; 4])).into();
    for one in &mut logbook.records {
        one.content.lessons = vec![Tagged { tag: Some(text("chậm")), ..Tagged::default() }];
    }
    with_report(&logbook, |report| {
        let repeated = |key| report.repeats_in(Some(1), Some(period(key))).map(|one| one.records).collect::<Vec<_>>();
        assert_eq!((repeated("2026-q1"), repeated("2026-q2")), (vec![], vec![vec![0, 1, 2]]));
    });
}

#[test]
fn a_repeat_is_told_by_its_latest_words() {
    let mut logbook = logbook();
    let named = |said: Option<&str>| Tagged { tag: Some(text("chậm")), text: said.map(text), ..Tagged::default() };
    logbook.records[0].content.weaknesses = vec![named(Some("Báo cáo chờ duyệt"))];
    logbook.records[1].content.lessons = vec![named(None)];
    with_report(&logbook, |report| assert_eq!(report.said_of(&report.repeats()[0]), Some("Báo cáo chờ duyệt")));
}

#[test]
fn a_trend_shows_the_months_of_the_calendar_from_the_first_record_to_the_as_of_date() {
    let keys = |report: &Report<'_>, at: Option<Period>| -> Vec<String> {
        report.trend_months(at).iter().map(ToString::to_string).collect()
    };
    with_report(&logbook(), |report| {
        let all = keys(report, None);
        assert!(all.len() > 1 && all.len() <= TREND_MONTHS, "{all:?}");
        assert!(report.trend_months(None).windows(2).all(|two| two[1].previous() == two[0]));
        assert_eq!(report.trend_months(None).first(), report.months(None).first());
        assert_eq!(keys(report, Some(period(&all[0]))), [""; 0], "one month is no trend");
        assert_eq!(keys(report, Some(period("2020"))), [""; 0]);
    });
}

#[test]
fn a_trend_ends_with_the_month_of_the_as_of_date_whatever_period_it_belongs_to() {
    let mut logbook = logbook();
    logbook.records.push(record("can-bo-a/mai-sau", 1, "2026-08-20", Timeliness::Open, ["met"; 4]));
    with_report(&logbook, |report| {
        for at in [None, Some("2026"), Some("2026-q2"), Some("2026-06")] {
            let months = report.trend_months(at.map(period));
            assert_eq!(months.last(), Some(&period("2026-06")), "{at:?}");
        }
        for at in ["2026-q3", "2026-h2", "2026-08", "2027"] {
            assert_eq!(report.trend_months(Some(period(at))), [], "{at}: it has not begun");
        }
    });
}

#[test]
fn a_period_is_ahead_until_its_first_day_and_runs_until_its_last() {
    let mut logbook = logbook();
    for (as_of, expected) in [
        ("2026-03-31", Course::Ahead),
        ("2026-04-01", Course::Running),
        ("2026-06-29", Course::Running),
        ("2026-06-30", Course::Over),
    ] {
        logbook.as_of = date(as_of);
        with_report(&logbook, |report| {
            assert_eq!(report.course(period("2026-q2")), expected, "{as_of}");
            assert_eq!(report.has_begun(period("2026-q2")), expected != Course::Ahead, "{as_of}");
        });
    }
}

#[test]
fn outcomes_of_a_period_are_those_of_its_months_and_of_its_members() {
    with_report(&logbook(), |report| {
        let year = Some(report.current_year());
        let months = report.own_outcomes(Scope::Cell, year);
        let members: Vec<_> =
            (0..report.members().len()).map(|member| report.own_outcomes(Scope::Member(member), year)).collect();
        for (criterion, counts) in months.iter().enumerate() {
            for outcome in Outcome::ALL {
                let of_members: u32 = members.iter().map(|counts| counts[criterion].of(outcome)).sum();
                assert_eq!(counts.of(outcome), of_members, "{criterion} {outcome:?}");
            }
        }
        assert_eq!(report.own_outcomes(Scope::Cell, None), months, "all records are of one year");
    });
}
