//! Kinds that are drawn over time: several lines, small plots, rates with their parts.

use super::drawn::{Drawn, amount};
use super::{hard, kinds};
use crate::*;

#[test]
fn every_line_is_named_at_its_end_with_its_last_value() {
    let drawn = Drawn::new(&Chart::Lines(kinds::lines()));
    let names = drawn.texts("names");
    assert_eq!(names.len(), 9);
    assert!(names.contains(&"澜湖区 547".to_owned()) && names.contains(&"桐坞县 121（5月）".to_owned()), "{names:?}");
    let order: Vec<f64> = drawn.layer("names", "text", |node| node.attribute("y").unwrap().parse().unwrap());
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "from the highest to the lowest");
    let periods = drawn.texts("periods");
    assert!(periods.contains(&"7月".to_owned()) && !periods.contains(&"8月".to_owned()), "what is still to come is not drawn");
}

#[test]
fn a_gap_parts_a_line_and_values_lie_where_they_belong() {
    let chart = kinds::lines();
    let drawn = Drawn::new(&Chart::Lines(Lines { series: vec![chart.series[6].clone()], ..chart.clone() }));
    let runs = drawn.paths("series");
    assert_eq!(runs.iter().map(Vec::len).collect::<Vec<_>>(), [2, 4], "March is missing");
    let axis = drawn.paths("axis")[0].clone();
    let x = |month: f64| axis[0].0 + (axis[1].0 - axis[0].0) * month / 7.0;
    assert!((runs[1][0].0 - x(4.0)).abs() <= 1.0, "April");
    let height = |spot: (f64, f64)| axis[0].1 - spot.1;
    let value = |month: usize| chart.series[6].values[month].unwrap().get();
    assert!((height(runs[1][0]) / height(runs[1][3]) - value(3) / value(6)).abs() < 0.01);
}

#[test]
fn lines_differ_by_dash_and_marker_not_by_colour_alone() {
    let drawn = Drawn::new(&Chart::Lines(hard::many_lines(20, 6)));
    let document = resvg::usvg::roxmltree::Document::parse(&drawn.0).unwrap();
    let layers = document.descendants().filter(|node| node.attribute("class") == Some("series"));
    let dashes: Vec<Option<&str>> = layers.map(|layer| layer.attribute("stroke-dasharray")).collect();
    let markers: Vec<Vec<&str>> = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("markers"))
        .map(|layer| {
            let marker = layer.children().find(|node| node.is_element()).unwrap();
            let corners = marker.attribute("points").map_or(0, |points| points.split_whitespace().count());
            let above = marker.attribute("points").is_some_and(|points| {
                let ys: Vec<f64> = points.split_whitespace().map(|spot| spot.split_once(',').unwrap().1.parse().unwrap()).collect();
                ys[0] < ys[1]
            });
            vec![marker.tag_name().name(), ["", "3", "4"][corners.saturating_sub(2).min(2)], if above { "up" } else { "down" }]
        })
        .collect();
    let mut looks: Vec<_> = dashes.iter().zip(&markers).collect();
    assert_eq!(looks.len(), 20);
    looks.sort();
    looks.dedup();
    assert_eq!(looks.len(), 20, "no two lines look alike in grey print");
}

#[test]
fn who_reported_nothing_is_named() {
    let chart = hard::all().into_iter().find(|(name, ..)| *name == "lines-one").unwrap().2;
    let more = Drawn::new(&chart).texts("more");
    assert!(more[0].starts_with("未报2个：云州市澜湖区") && more[0].ends_with("、桐坞县"), "{more:?}");
    let many = Drawn::new(&Chart::Lines(hard::many_lines(60, 12)));
    assert!(many.texts("more")[0].starts_with("还有"), "{:?}", many.texts("more"));
}

#[test]
fn names_at_the_ends_are_moved_apart_and_stay_near() {
    let spread = |wanted: &[f32]| crate::place::spread(wanted, 10.0, 0.0, 100.0);
    assert_eq!(spread(&[20.0, 50.0, 80.0]), [20.0, 50.0, 80.0], "nothing to move");
    assert_eq!(spread(&[50.0, 50.0]), [45.0, 55.0]);
    assert_eq!(spread(&[2.0, 4.0, 99.0]), [5.0, 15.0, 95.0], "within the plot");
    assert_eq!(spread(&[40.0, 48.0, 50.0]), [36.0, 46.0, 56.0]);
    assert_eq!(spread(&[]), [0.0; 0]);
}

#[test]
fn small_plots_share_one_scale() {
    let drawn = Drawn::new(&Chart::Multiples(kinds::lines()));
    assert_eq!(drawn.texts("names").len(), 9);
    assert_eq!(drawn.texts("values").last().unwrap(), "5月 121");
    assert_eq!(drawn.texts("numbers").join(" "), ["0 200 400"; 9].join(" "));
    let tops: Vec<f64> = drawn.paths("axis").iter().map(|axis| axis[0].1).collect();
    let heights: Vec<f64> = drawn.dots().iter().zip(&tops).map(|(dot, axis)| axis - dot.1).collect();
    assert!((heights[0] / heights[1] - 547.0 / 358.0).abs() < 0.02, "{heights:?}");
}

#[test]
fn a_figure_of_a_small_plot_has_its_place_where_its_dot_is() {
    let lines = kinds::lines();
    let svg = Chart::Multiples(lines.clone()).draw(Size::SCREEN);
    let dots = Drawn(svg.as_str().to_owned()).dots();
    // Every plot has a dot at its last figure.
    for (at, (series, (x, y))) in lines.series.iter().zip(dots).enumerate() {
        let last = series.values.iter().rposition(Option::is_some).unwrap();
        let spot = svg.spots().iter().find(|spot| (spot.row, spot.column) == (last, Some(at + 1))).unwrap();
        // Dots are drawn in whole steps of a tenth of a pixel.
        let (x, y, step) = (x as f32 / 19_200.0, y as f32 / 10_800.0, 1e-4);
        let across = spot.left - step <= x && x <= spot.right + step;
        assert!(across && spot.top - step <= y && y <= spot.bottom + step, "{}: {x} {y} in {spot:?}", series.name);
    }
}

#[test]
fn a_rate_stands_over_what_it_is_a_quotient_of() {
    let chart = Chart::Rate(Box::new(kinds::parts()));
    let drawn = Drawn::new(&chart);
    assert_eq!(drawn.texts("numerators").len(), 6, "May is missing");
    assert!(drawn.texts("numerators").contains(&"1450".to_owned()) && drawn.texts("denominators").contains(&"2346".to_owned()));
    let dots = drawn.dots();
    let (over, under) = (drawn.blocks("numerator-bars"), drawn.blocks("denominator-bars"));
    assert!(over.iter().zip(&dots).all(|(bar, dot)| (bar[0] + bar[2] / 2.0 - dot.0 / 10.0).abs() < 0.5), "under the dots of the rate");
    assert!((over[5][3] / under[5][3] - 1450.0 / 2346.0).abs() < 0.02, "as high as they are");
    assert_eq!(chart.describe(), "普惠托位占比：7月61.8%，目标60%，达标，高出1.8个百分点，7月分子1450个、分母2346个");
    assert_eq!(chart.table().columns, ["期次", "实际值（%）", "分子（个）", "分母（个）"]);
    assert_eq!(chart.table().rows[4], ["5月", "未报", "", ""]);
    let low = chart.draw(Size { width: 320, height: 180 }).into_string();
    assert_eq!(Drawn(low).texts("parts"), ["7月分子1450个、分母2346个"], "on a low sheet as a sentence");
}

#[test]
fn courses_have_a_sentence_and_a_table() {
    let chart = Chart::Lines(kinds::lines());
    assert_eq!(chart.describe(), "新增普惠托位：各县区进展：9条线，1月至7月，7月最高为澜湖区547个，最低为岚桥区208个，1个未报");
    assert_eq!(chart.table().columns[..2], ["期次", "澜湖区（个）"]);
    assert_eq!(chart.table().rows[2][7], "", "missing, not 0");
    assert_eq!(chart.title(), "新增普惠托位：各县区进展");
}

#[test]
fn frozen_periods_are_marked_on_the_axis_and_in_words() {
    let trend = kinds::trend();
    let drawn = Drawn::new(&Chart::Trend(Box::new(trend.clone())));
    let (axis, frozen) = (drawn.paths("axis")[0].clone(), drawn.paths("frozen"));
    assert_eq!(frozen.len(), 1, "neighbours as one");
    assert_eq!(frozen[0][0].0, axis[0].0);
    let end = axis[0].0 + (axis[1].0 - axis[0].0) * 6.5 / 12.0;
    assert!((frozen[0][1].0 - end).abs() <= 1.5, "half-way to July");
    assert!(drawn.texts("legend").contains(&"已冻结".to_owned()));
    let chart = Chart::Trend(Box::new(trend.clone()));
    assert!(chart.describe().contains("1月至6月已冻结"));
    assert_eq!(chart.table().columns, ["期次", "累计完成（个）", "应达（个）", "状态"]);
    assert_eq!(chart.table().rows[5], ["6月", "871", "1300", "已冻结"]);
    let mut open = trend;
    open.points.iter_mut().for_each(|point| point.frozen = false);
    assert_eq!(Drawn::new(&Chart::Trend(Box::new(open))).paths("frozen"), [[(0.0, 0.0); 0]; 0]);
}

#[test]
fn one_value_of_one_period_is_a_chart() {
    let one = Lines {
        periods: vec![("1月".into(), 0.0)],
        current: Some(0),
        series: vec![Series { name: "甲".into(), values: vec![Some(amount(5.0))] }],
        ..kinds::lines()
    };
    assert_eq!(Drawn::new(&Chart::Lines(one.clone())).texts("names"), ["甲 5"]);
    assert_eq!(Drawn::new(&Chart::Multiples(one)).texts("values"), ["5"]);
}
