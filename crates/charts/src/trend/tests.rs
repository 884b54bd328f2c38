use super::*;
use crate::place::Area;
use crate::tests::drawn::{Drawn, amount, check_room, set_in_type};
use resvg::usvg::roxmltree;

fn take_apart(chart: &Trend) -> Drawn {
    Drawn(trend(chart, Size::SCREEN).into_string())
}

/// A year of which the first months were reported.
fn year(values: &[Option<f64>]) -> Vec<Point> {
    let value = |i: usize| values.get(i).copied().flatten().map(amount);
    (0..12).map(|i| Point { label: format!("{}月", i + 1), at: (i + 1) as f64 / 12.0, value: value(i), frozen: false }).collect()
}

fn places() -> Trend {
    Trend {
        title: "新增托位".into(),
        subtitle: "云州市".into(),
        unit: "个".into(),
        kind: ValueKind::Cumulative,
        points: year(&[60.0, 110.0, 268.0, 430.0, 652.0, 871.0, 1066.0].map(Some)),
        current: Some(6),
        baseline: Some(Amount::ZERO),
        target: Some(Target { label: "目标".into(), value: amount(2600.0), upper: None }),
        expected: vec![(0.0, Amount::ZERO), (1.0, amount(2600.0))],
        before: None,
        forecast: None,
        note: Some(Note { text: "落后17.3个百分点".into(), tone: Tone::Bad }),
    }
}

#[test]
fn every_value_lies_where_it_belongs() {
    let drawn = take_apart(&places());
    let dots = drawn.dots();
    assert_eq!(dots.len(), 7);
    assert!(dots.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1), "{dots:?}");
    let axis = drawn.paths("axis")[0].clone();
    let target = drawn.paths("target")[0].clone();
    assert_eq!((axis[0].0, axis[1].0), (target[0].0, target[1].0), "both run the full width");
    let height = |value: f64| axis[0].1 + (target[0].1 - axis[0].1) * value / 2600.0;
    for (dot, value) in dots.iter().zip([60.0, 110.0, 268.0, 430.0, 652.0, 871.0, 1066.0]) {
        assert!((dot.1 - height(value)).abs() <= 1.5, "{dot:?} is not at {value}");
    }
    let july = axis[0].0 + (axis[1].0 - axis[0].0) * 7.0 / 12.0;
    assert!((dots[6].0 - july).abs() <= 1.0);
    assert_eq!(drawn.paths("expected"), [[axis[0], target[1]]]);
    let lag = drawn.paths("lag")[0].clone();
    assert!((lag[1].1 - height(2600.0 * 7.0 / 12.0)).abs() <= 1.5, "the lag ends at what was due");
}

#[test]
fn a_missing_period_is_a_gap_and_never_zero() {
    let points = year(&[Some(60.0), Some(110.0), None, Some(430.0), Some(652.0), None, Some(1066.0)]);
    let drawn = take_apart(&Trend { points, ..places() });
    assert_eq!(drawn.dots().len(), 5);
    let runs: Vec<usize> = drawn.paths("series").iter().map(Vec::len).collect();
    assert_eq!(runs, [3, 2], "baseline to February, April to May; July stands alone");
    assert_eq!(drawn.texts("unreported"), ["未报", "未报"]);
    assert_eq!(drawn.layer("gaps", "rect", |_| ()).len(), 2);
    let coming = take_apart(&places());
    assert_eq!(coming.texts("unreported"), [""; 0], "what is still to come is not unreported");
}

#[test]
fn where_there_is_room_no_line_runs_through_a_text() {
    let svg = trend(&places(), Size::SCREEN);
    let texts = set_in_type(&svg);
    let drawn = Drawn(svg.into_string());
    for path in ["series", "expected", "target", "lag"].into_iter().flat_map(|layer| drawn.paths(layer)) {
        for (words, area) in &texts {
            let area = Area { left: area.left(), top: area.top(), right: area.right(), bottom: area.bottom() };
            let pixels = |(x, y): (f64, f64)| (x as f32 / 10.0, y as f32 / 10.0);
            assert!(!path.windows(2).any(|pair| area.is_crossed(pixels(pair[0]), pixels(pair[1]))), "a line runs through {words}");
        }
    }
}

#[test]
fn the_parts_are_named_and_labelled() {
    let drawn = take_apart(&places());
    assert_eq!(drawn.texts("legend"), ["累计完成", "目标", "序时进度"]);
    assert_eq!(drawn.texts("target-label"), ["目标2600"]);
    assert_eq!(drawn.texts("value-current"), ["1066"]);
    assert_eq!(drawn.texts("note"), ["落后17.3个百分点"]);
    assert_eq!(drawn.texts("names"), ["序时进度"]);
    assert_eq!(drawn.texts("unit"), ["单位：个"]);
    assert_eq!(drawn.texts("numbers"), ["0", "500", "1000", "1500", "2000", "2500"]);
    assert_eq!(drawn.texts("periods").len(), 12);
}

#[test]
fn an_axis_that_does_not_begin_at_zero_says_so() {
    let points = year(&[Some(58.2), Some(60.4), Some(61.8)]);
    let target = Some(Target { label: "目标".into(), value: amount(60.0), upper: None });
    let rate =
        Trend { points, target, unit: "%".into(), kind: ValueKind::Rate, expected: vec![], baseline: None, current: Some(2), ..places() };
    assert_eq!(take_apart(&rate).texts("unit"), ["纵轴从57%起"]);
    assert_eq!(take_apart(&rate).texts("target-label"), ["目标60%"]);
    assert_eq!(take_apart(&Trend { kind: ValueKind::Cumulative, ..rate }).texts("numbers")[0], "0%");
}

#[test]
fn without_a_value_it_says_why() {
    let none = Trend { points: year(&[]), note: None, ..places() };
    assert_eq!(take_apart(&none).texts("message"), ["尚无填报数据", "1月至7月均未填报，填报后显示走势"]);
    assert_eq!(take_apart(&Trend { current: None, ..none.clone() }).texts("message")[1], "各期均未填报，填报后显示走势");
    let nothing = Trend { points: vec![], target: None, expected: vec![], ..none };
    assert_eq!(take_apart(&nothing).texts("message")[1], "这个指标在计划期内没有期次，请检查起止日期");
    assert_eq!(take_apart(&nothing).texts("numbers"), [""; 0]);
}

#[test]
fn foreign_characters_cannot_break_the_file() {
    let title = "<b>&\"托位\"\u{0}\u{8}\n</svg>]]>\u{202e}";
    let chart = Trend { title: title.into(), unit: "<个>&".into(), ..places() };
    let drawn = take_apart(&chart);
    assert_eq!(drawn.texts("title"), ["<b>&\"托位\" </svg>]]>"]);
    assert_eq!(drawn.texts("unit"), ["单位：<个>&"]);
    let document = roxmltree::Document::parse(&drawn.0).unwrap();
    let child =
        |tag| document.root_element().children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text()).unwrap().to_owned();
    assert_eq!(child("title"), "<b>&\"托位\" </svg>]]>");
    assert!(child("desc").contains("7月累计1066<个>&"));
}

#[test]
fn sentences_say_what_the_picture_shows() {
    assert_eq!(describe(&places()), "新增托位：7月累计1066个，目标2600个，应达1517个，落后17.3个百分点");
    let gap = Trend { points: year(&[Some(60.0), None]), current: Some(1), note: None, expected: vec![], ..places() };
    assert_eq!(describe(&gap), "新增托位：2月未报，最近一次为1月累计60个，目标2600个");
    let none = Trend { points: year(&[]), target: None, ..gap };
    assert_eq!(describe(&none), "新增托位：尚无填报数据");
}

#[test]
fn moments_out_of_order_or_range_still_give_a_chart() {
    let mut chart = places();
    for (i, at) in [(0, f64::NAN), (1, -3.0), (3, 0.0), (8, f64::INFINITY)] {
        chart.points[i].at = at;
    }
    chart.expected = vec![(1.0, amount(2600.0)), (f64::NAN, Amount::ZERO), (0.0, Amount::ZERO), (7.0, Amount::ZERO)];
    chart.current = Some(99);
    let dots = take_apart(&chart).dots();
    assert!(dots.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{dots:?}");
}

#[test]
fn labels_have_room_on_ordinary_and_strange_charts() {
    let many = (0..60).map(|i| Point {
        label: format!("{}.{}", 2022 + i / 12, i % 12 + 1),
        at: f64::from(i + 1) / 60.0,
        value: Some(amount(f64::from(i * i % 37))),
        frozen: i < 20,
    });
    let charts = [
        places(),
        Trend {
            title: "很长的名称".repeat(12), subtitle: "很长的说明".repeat(20), unit: "很长的单位".repeat(9), ..places()
        },
        Trend { points: many.collect(), current: Some(40), ..places() },
        Trend { points: year(&[Some(60.0)]), current: Some(0), ..places() },
        Trend {
            points: year(&[35.0; 12].map(Some)),
            target: Some(Target { label: "目标".into(), value: amount(35.0), upper: Some(amount(35.1)) }),
            ..places()
        },
        Trend { points: year(&[Some(-1e15), None, Some(1e15)]), unit: "元".into(), ..places() },
        Trend { points: year(&[Some(2e-9), Some(5e-9)]), target: None, expected: vec![], ..places() },
    ];
    for chart in &charts {
        for size in [Size::SCREEN, Size { width: 960, height: 540 }, Size { width: 440, height: 240 }] {
            check_room(&trend(chart, size), size);
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]
    #[test]
    fn labels_never_lie_on_each_other(
        values in proptest::collection::vec(proptest::option::weighted(0.85, -200.0..2000.0_f64), 1..40),
        (target, upper) in (-100.0..3000.0_f64, proptest::option::of(0.0..500.0_f64)),
        current in 0..50_usize,
        paced: bool,
        state: bool,
        size in proptest::sample::select(vec![Size::SCREEN, Size { width: 1000, height: 420 }, Size { width: 440, height: 240 }]),
    ) {
        let count = values.len() as f64;
        let point = |(i, value): (usize, &Option<f64>)| Point { label: format!("{}月", i % 12 + 1), at: (i + 1) as f64 / count, value: value.map(|v| amount(v.round())), frozen: i % 5 < 3 };
        let chart = Trend {
            points: values.iter().enumerate().map(point).collect(),
            target: Some(Target { label: "目标".into(), value: amount(target.round()), upper: upper.map(|more| amount((target + more).round())) }),
            expected: if paced { vec![(0.0, Amount::ZERO), (1.0, amount(target.round()))] } else { vec![] },
            kind: if state { ValueKind::Point } else { ValueKind::Cumulative },
            current: Some(current),
            ..places()
        };
        let svg = trend(&chart, size);
        check_room(&svg, size);
        let drawn = Drawn(svg.into_string());
        let reported = |i: Option<usize>| i.is_some_and(|i| values.get(i).is_some_and(Option::is_some));
        assert_eq!(drawn.texts("value-current").len(), usize::from(reported(Some(current))), "the current value is always written");
        let last = values.iter().rposition(Option::is_some).filter(|last| *last != current);
        assert!(!drawn.texts("values").is_empty() || !reported(last), "the last value is always written");
    }
}

#[test]
fn an_earlier_plan_and_a_projection_have_lines_names_and_words() {
    let before = Before { label: "上年同期".into(), values: vec![(0.25, amount(300.0)), (0.5, amount(700.0))] };
    let chart = Trend { before: Some(before), forecast: Some(amount(2310.0)), ..places() };
    let svg = trend(&chart, Size::SCREEN).into_string();
    for words in ["上年同期", "走势推算", "到期约2310"] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(describe(&chart).contains("按走势到期约2310个"), "{}", describe(&chart));
    let alone = Trend { before: Some(Before { label: "上年同期".into(), values: vec![(0.25, amount(300.0))] }), ..places() };
    assert!(!trend(&alone, Size::SCREEN).into_string().contains("上年同期"), "one value is no line");
}
