//! Trends, ordinary and hard.

use charts::{Note, Point, Target, Tone, Trend};
use domain::{Amount, ValueKind};

pub fn amount(value: f64) -> Amount {
    Amount::new(value).expect("the cases hold numbers")
}

/// The twelve months of a year, `None` where nothing was reported.
pub fn months(values: &[Option<f64>]) -> Vec<Point> {
    let value = |i: usize| values.get(i).copied().flatten().map(amount);
    (0..12).map(|i| Point { label: format!("{}月", i + 1), at: (i + 1) as f64 / 12.0, value: value(i), frozen: false }).collect()
}

pub fn places() -> Trend {
    Trend {
        title: "新增托位".into(),
        subtitle: "云州市，2026年1月至7月；桐坞县未报，不计入".into(),
        unit: "个".into(),
        kind: ValueKind::Cumulative,
        points: months(&[60.0, 110.0, 268.0, 430.0, 652.0, 871.0, 1066.0].map(Some)),
        current: Some(6),
        baseline: Some(Amount::ZERO),
        target: Some(Target { label: "目标".into(), value: amount(2600.0), upper: None }),
        expected: vec![(0.0, Amount::ZERO), (1.0, amount(2600.0))],
        before: None,
        forecast: None,
        note: Some(Note { text: "落后17.3个百分点".into(), tone: Tone::Bad }),
    }
}

pub fn rate() -> Trend {
    Trend {
        title: "普惠托位占比".into(),
        subtitle: "云州市，2026年7月".into(),
        unit: "%".into(),
        kind: ValueKind::Rate,
        points: months(&[Some(58.2), Some(58.9), Some(60.4), Some(59.6), None, Some(61.5), Some(61.8)]),
        baseline: None,
        target: Some(Target { label: "目标".into(), value: amount(60.0), upper: None }),
        expected: vec![],
        before: None,
        forecast: None,
        note: Some(Note { text: "达标，高出1.8个百分点".into(), tone: Tone::Good }),
        ..places()
    }
}

/// The hard cases of a trend.
pub fn hard() -> Vec<(&'static str, &'static str, Trend)> {
    let long = "全市二级以上公立综合医院儿科床位占比与老年医学科设置比例以及基层医疗卫生机构“三病”规范管理服务覆盖面合并计算的年度综合推进情况（含经开区、高新区和各辖县）";
    let rate = rate();
    let sixty = Trend {
        title: "家庭医生签约服务人次".into(),
        subtitle: "五年规划，按月；2024年3月、4月未报".into(),
        unit: "人次".into(),
        points: (0..60)
            .map(|i| Point {
                label: format!("{}.{}", 2022 + i / 12, i % 12 + 1),
                at: f64::from(i + 1) / 60.0,
                value: (i < 41 && i != 26 && i != 27).then(|| amount(f64::from(i + 1) * 61_234.0 + f64::from(i * i % 7) * 9_000.0)),
                frozen: i < 36,
            })
            .collect(),
        current: Some(40),
        target: Some(Target { label: "目标".into(), value: amount(4.2e6), upper: None }),
        expected: vec![(0.0, Amount::ZERO), (1.0, amount(4.2e6))],
        before: None,
        forecast: None,
        note: Some(Note { text: "落后9.1个百分点".into(), tone: Tone::Warning }),
        ..places()
    };
    let none = months(&[]);
    vec![
        ("trend-untitled", "没有标题", Trend { title: String::new(), subtitle: String::new(), ..places() }),
        ("trend-long", "很长的标题", Trend { title: long.into(), subtitle: format!("{long}；{long}"), ..places() }),
        ("trend-sixty", "60期，部分已冻结", sixty),
        ("trend-one", "只报了一期", Trend { points: months(&[Some(60.0)]), current: Some(0), note: None, ..places() }),
        ("trend-none", "一期也没有报", Trend { points: none.clone(), note: None, ..places() }),
        ("trend-nothing", "没有期次", Trend { points: vec![], target: None, expected: vec![], note: None, current: None, ..places() }),
        ("trend-rate", "纵轴不从0起", rate.clone()),
        (
            "trend-range",
            "目标是范围",
            Trend {
                title: "平均住院日".into(),
                unit: "天".into(),
                points: months(&[8.4, 8.1, 7.9, 8.0, 7.6, 7.4].map(Some)),
                kind: ValueKind::Point,
                current: Some(5),
                target: Some(Target { label: "目标下限".into(), value: amount(6.0), upper: Some(amount(8.0)) }),
                baseline: Some(amount(8.6)),
                note: Some(Note { text: "在范围内".into(), tone: Tone::Good }),
                ..rate.clone()
            },
        ),
        (
            "trend-negative",
            "为负",
            Trend {
                title: "药占比同比变化".into(),
                unit: "%".into(),
                points: months(&[1.2, 0.4, -0.8, -1.9, -2.6, -2.4, -3.1].map(Some)),
                target: Some(Target { label: "目标".into(), value: amount(-4.0), upper: None }),
                expected: vec![],
                before: None,
                forecast: None,
                note: Some(Note { text: "差0.9个百分点".into(), tone: Tone::Warning }),
                kind: ValueKind::Point,
                ..rate.clone()
            },
        ),
        (
            "trend-gaps",
            "有缺期，名称里有表情、罕见字",
            Trend {
                title: "㐂𠮷镇<新增>&“普惠”托位🙂".into(),
                points: months(&[Some(60.0), None, Some(268.0), None, None, Some(871.0), None]),
                note: None,
                ..places()
            },
        ),
        (
            "trend-equal",
            "全部相等",
            Trend {
                points: months(&[35.0; 7].map(Some)),
                unit: "家".into(),
                target: Some(Target { label: "目标".into(), value: amount(35.0), upper: None }),
                note: None,
                ..rate
            },
        ),
        (
            "trend-huge",
            "很大",
            Trend {
                points: months(&[1e14, 3e14, 4.5e14, 6e14].map(Some)),
                current: Some(3),
                unit: "元".into(),
                target: Some(Target { label: "目标".into(), value: amount(1e15), upper: None }),
                expected: vec![(0.0, Amount::ZERO), (1.0, amount(1e15))],
                before: None,
                forecast: None,
                note: None,
                ..places()
            },
        ),
        (
            "trend-ahead",
            "超前",
            Trend {
                points: months(&[200.0, 530.0, 800.0, 1200.0, 1500.0, 1750.0, 2100.0].map(Some)),
                note: Some(Note { text: "超前22.5个百分点".into(), tone: Tone::Good }),
                ..places()
            },
        ),
    ]
}
