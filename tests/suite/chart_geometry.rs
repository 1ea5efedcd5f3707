//! What is true of every chart, whatever its figures: it stays inside its frame, parts make up the whole, labels keep
//! apart, every mark of the sample site leads to its records, and the scale of attainment is read without colour.

use std::collections::BTreeSet;
use std::fs;

use hieucan::base::i18n::{Catalog, Lang};
use hieucan::base::period::Period;
use hieucan::render::chart::{
    Axis, BAR_WIDTH, Column, Counts, Facts, Frame, Point, SPARK_SIZE, Svg, Words, bar_parts, columns, line, radar,
    small, spark_points,
};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

use super::hostile;

fn drawn(draw: impl FnOnce(&Frame<'_>) -> Svg) -> Html {
    let words = Words::of(Catalog::of(Lang::Vi));
    Html::parse_fragment(draw(&Frame { id: "c", title: "Tên", words: &words }).as_str())
}

fn all<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn number(element: ElementRef<'_>, name: &str) -> Option<f64> {
    element.attr(name).map(|text| text.parse().expect("a number"))
}

/// Every place that a chart draws at: ends of lines, corners, middles of circles.
fn places(html: &Html) -> Vec<(f64, f64)> {
    let mut places = Vec::new();
    for element in all(html, "svg *") {
        let at = |x, y| Some((number(element, x)?, number(element, y)?));
        let corner = at("x", "y");
        places.extend(corner.into_iter().chain(at("cx", "cy")));
        if let (Some((x, y)), Some(width)) = (corner, number(element, "width")) {
            places.push((x + width, y + number(element, "height").unwrap_or_default()));
        }
        for pair in element.attr("points").into_iter().flat_map(str::split_whitespace) {
            let (x, y) = pair.split_once(',').expect("a pair");
            places.push((x.parse().expect("a number"), y.parse().expect("a number")));
        }
    }
    places
}

fn assert_inside(html: &Html) {
    let svg = all(html, "svg")[0];
    let size: Vec<f64> =
        svg.attr("viewBox").expect("a frame").split(' ').map(|n| n.parse().expect("a number")).collect();
    for (x, y) in places(html) {
        assert!((0.0..=size[2]).contains(&x) && (0.0..=size[3]).contains(&y), "({x}, {y}) is not inside {size:?}");
    }
}

/// About the box of a label: left, right, top and foot.
fn box_of(label: ElementRef<'_>) -> (f64, f64, f64, f64) {
    let width = label.text().collect::<String>().chars().count() as f64 * 8.5;
    let (x, y) = (number(label, "x").expect("a place"), number(label, "y").expect("a place"));
    let left = match label.attr("class").expect("a class") {
        class if class.ends_with("end") => x - width,
        class if class.ends_with("middle") => x - width / 2.0,
        _ => x,
    };
    (left, left + width, y - 11.0, y + 3.0)
}

fn assert_labels_apart(html: &Html) {
    let labels = all(html, "text");
    let boxes: Vec<_> = labels.iter().map(|label| box_of(*label)).collect();
    for (i, a) in boxes.iter().enumerate() {
        for b in &boxes[..i] {
            let apart = a.0 >= b.1 || b.0 >= a.1 || a.2 >= b.3 || b.2 >= a.3;
            assert!(apart, "two labels lie on each other: {a:?} {b:?}");
        }
    }
}

fn facts() -> impl Strategy<Value = Facts> {
    (0..400_u32).prop_flat_map(|possible| {
        let points = || 0..=possible;
        (points(), points(), prop::option::of(points())).prop_map(move |(claimed, evidenced, confirmed)| Facts {
            claimed,
            evidenced: evidenced.min(claimed),
            confirmed,
            possible,
        })
    })
}

fn months(count: usize) -> Vec<Period> {
    (2025..2028)
        .flat_map(|year| Period::parse(&year.to_string()).expect("a year").months())
        .skip(5)
        .take(count)
        .collect()
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec(facts(), 2..14).prop_map(|facts| {
        let point = |(month, facts)| Point { month, facts, href: Some("x.html".to_owned()) };
        months(facts.len()).into_iter().zip(facts).map(point).collect()
    })
}

fn counts() -> impl Strategy<Value = Counts> {
    let n = || 0..60_u32;
    (n(), n(), n(), n(), n()).prop_map(|(evidenced, claimed, unmet, unclaimed, na)| Counts {
        evidenced,
        claimed,
        unmet,
        unclaimed,
        na,
    })
}

fn sum(counts: &Counts) -> u32 {
    counts.evidenced + counts.claimed + counts.unmet + counts.unclaimed + counts.na
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_radar_stays_inside_its_frame_and_its_labels_keep_apart(facts in prop::collection::vec(facts(), 3..24)) {
        let labels: Vec<String> = (1..=facts.len()).map(|n| format!("C{n}")).collect();
        let axes: Vec<Axis<'_>> =
            labels.iter().zip(facts).map(|(label, facts)| Axis { label, facts, ..Axis::default() }).collect();
        let html = drawn(|frame| radar(frame, &axes).expect("three axes or more"));
        assert_inside(&html);
        assert_labels_apart(&html);
    }

    #[test]
    fn trends_stay_inside_their_frame_and_name_their_months_apart(points in points()) {
        let large = drawn(|frame| line(frame, &points));
        let little = drawn(|frame| small(frame, "", &points));
        for html in [large, little] {
            assert_inside(&html);
            assert_labels_apart(&html);
        }
    }

    #[test]
    fn the_parts_of_a_column_are_as_high_as_their_sum(all_counts in prop::collection::vec(counts(), 1..13)) {
        let column = |(month, counts)| Column { month, counts, href: None };
        let months: Vec<Column> = months(all_counts.len()).into_iter().zip(all_counts.clone()).map(column).collect();
        let html = drawn(|frame| columns(frame, &months));
        assert_inside(&html);
        let group = Selector::parse("g").expect("a selector");
        let rect = Selector::parse("rect").expect("a selector");
        let heights: Vec<f64> = html
            .select(&group)
            .map(|column| column.select(&rect).map(|part| number(part, "height").expect("a height")).sum())
            .collect();
        let (most, highest) = (all_counts.iter().map(sum).max().unwrap_or(0), heights.iter().copied().fold(0.0, f64::max));
        for (counts, height) in all_counts.iter().zip(heights) {
            let expected = highest * f64::from(sum(counts)) / f64::from(most.max(1));
            prop_assert!((height - expected).abs() < 1.0, "{height} stands for {counts:?}, not {expected}");
        }
    }

    #[test]
    fn the_parts_of_a_bar_touch_and_make_up_the_whole(counts in prop::collection::vec(0..500_u32, 1..8), more in 0..50_u32) {
        let whole: u32 = counts.iter().sum();
        let parts: Vec<(u64, u64)> = bar_parts(&counts, whole + more).collect();
        prop_assert!(parts.windows(2).all(|two| two[0].0 + two[0].1 == two[1].0));
        let end = parts.last().map_or(0, |(x, width)| x + width);
        prop_assert!(end <= BAR_WIDTH);
        prop_assert!(more > 0 || whole == 0 || end == BAR_WIDTH, "the longest bar fills its place");
    }

    #[test]
    fn a_line_in_a_row_stays_inside_and_higher_is_more(shares in prop::collection::vec(prop::option::of(0..=1000_u64), 2..13)) {
        let points = spark_points(&shares);
        prop_assert!(points.iter().flatten().all(|(x, y)| *x <= SPARK_SIZE.0 && *y <= SPARK_SIZE.1));
        let there: Vec<(u64, u64)> =
            shares.iter().zip(&points).filter_map(|(share, point)| Some(((*share)?, (*point)?.1))).collect();
        prop_assert!(there.iter().all(|a| there.iter().all(|b| a.0 > b.0 || a.1 >= b.1)));
    }
}

/// Each chart of a page names and describes itself, each mark of it leads to its records, a table stands on the same
/// page, and a fill that is a pattern is there.
#[test]
fn every_mark_of_the_sample_site_leads_to_its_records() {
    let out = TempDir::new().expect("a folder");
    let site = out.path().join("site");
    hostile::build_sample(&site);
    let mut kinds = BTreeSet::new();
    for (path, text) in hostile::pages(&site) {
        let html = Html::parse_document(&text);
        let ids: BTreeSet<&str> = all(&html, "[id]").into_iter().filter_map(|element| element.attr("id")).collect();
        for svg in all(&html, "svg[role]") {
            let has = |name: &str| svg.select(&Selector::parse(name).expect("a selector")).next().is_some();
            assert!(has("title") && has("desc") && has("a[href]"), "{path}: a chart without name, words or links");
            assert!(!has("g"), "{path}: a mark that leads nowhere");
            assert!(!all(&html, "main table").is_empty(), "{path}: a chart without its numbers");
            kinds.insert(
                svg.attr("aria-labelledby").unwrap_or_default().split('-').next().unwrap_or_default().to_owned(),
            );
        }
        for element in all(&html, "[fill^=url]") {
            let fill = element.attr("fill").unwrap_or_default();
            let id = fill.trim_start_matches("url(#").trim_end_matches(')');
            assert!(ids.contains(id), "{path}: no pattern {fill}");
        }
        for hidden in all(&html, "main [aria-hidden] a, main a[aria-hidden]") {
            assert_eq!(hidden.attr("tabindex"), Some("-1"), "{path}: a stop of the keyboard that nobody is told of");
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["_c", "_columns", "_gantt", "_radar", "_trend"]);
}

/// Red, green and blue of `#rgb` or `#rrggbb`, as the luminance that contrast is reckoned from.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').expect("a colour");
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("two digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// In each theme the steps of the scale grow darker, or lighter, one by one, which no kind of colour blindness takes
/// away, and the figures on them are read.
#[test]
fn the_scale_of_attainment_goes_one_way_and_its_figures_are_read() {
    let css = fs::read_to_string("templates/styles/tokens.css").expect("the tokens");
    let blocks: Vec<&str> = css.split('}').filter(|block| block.contains("--heat-4:")).collect();
    assert_eq!(blocks.len(), 4, "light, dark by the system, dark by choice, paper");
    for block in blocks {
        let value = |name: &str| {
            let from = block.rfind(&format!("{name}:")).map(|at| &block[at + name.len() + 1..]);
            from.map(|text| luminance(text.split(';').next().unwrap_or_default().trim()))
        };
        let heat: Vec<f64> = (0..5).map(|n| value(&format!("--heat-{n}")).expect("a step")).collect();
        let (ink, paper) = (value("--ink").expect("ink"), value("--paper").expect("paper"));
        assert!(heat.is_sorted() || heat.iter().rev().is_sorted(), "{heat:?}");
        assert!(heat.windows(2).all(|two| contrast(two[0], two[1]) > 1.15), "two steps look alike: {heat:?}");
        for (step, figure) in heat.iter().zip([ink, ink, ink, paper, paper]) {
            assert!(contrast(*step, figure) >= 4.5, "{block}");
        }
    }
}
