//! Charts of every kind that are hard to draw: none, one, too many, all equal, negative, huge, tiny, long and odd names.

use super::kinds::{UNITS, bars, bullets, head, heat, league, lines, parts, sections, timeline};
use super::trends::{self, amount, months};
use charts::*;
use domain::judge::Light;

const LIGHTS: [Light; 5] = [Light::Green, Light::Yellow, Light::Red, Light::Done, Light::Grey];
/// 60 characters.
const LONG: &str =
    "云州市澜湖区卫生健康局（区中医药管理局、区疾病预防控制局、区爱国卫生运动委员会办公室）基层卫生与妇幼健康服务中心（含各分中心）";
/// Markup, an emoji, characters few fonts have, and what cannot be seen.
const ODD: &str = "㐂𠮷镇<b>&\"第一\"卫生院🙂\u{0}\u{202e}\u{8}";

/// The hard gallery: a name for the file, what is hard, and the chart.
pub fn all() -> Vec<(&'static str, &'static str, Chart)> {
    let trends = trends::hard().into_iter().map(|(name, what, trend)| (name, what, Chart::Trend(Box::new(trend))));
    let mut all: Vec<_> = trends.chain(courses()).collect();
    all.extend(rows());
    all.extend(lights());
    all
}

fn value(n: usize) -> f64 {
    ((n * 7919) % 997) as f64
}

fn unit(n: usize) -> String {
    format!("{}第{}人民医院", UNITS[n % 9], n / 9 + 1)
}

fn sixty_months() -> Vec<(String, f64)> {
    (0..60).map(|i| (format!("{}.{}", 2022 + i / 12, i % 12 + 1), f64::from(i + 1) / 60.0)).collect()
}

/// So many courses through so many periods, some with gaps.
pub fn many_lines(courses: usize, periods: usize) -> Lines {
    let of = |n: usize| {
        let gap = |i: usize| (n + i).is_multiple_of(17);
        (0..periods).map(|i| (!gap(i)).then(|| amount((value(n) / 20.0 * (i + 1) as f64 + value(n + i) / 5.0).round()))).collect()
    };
    Lines {
        head: head("各医院门诊人次", "累计"),
        unit: "人次".into(),
        periods: (0..periods).map(|i| (format!("{}.{}", 2022 + i / 12, i % 12 + 1), (i + 1) as f64 / periods as f64)).collect(),
        current: Some(periods - 1),
        series: (0..courses).map(|n| Series { name: unit(n), values: of(n) }).collect(),
        target: None,
    }
}

fn courses() -> Vec<(&'static str, &'static str, Chart)> {
    let one = |name: &str, values: &[Option<f64>]| Series { name: name.into(), values: values.iter().map(|v| v.map(amount)).collect() };
    let of = |series: Vec<Series>| Lines { series, ..lines() };
    let equal = [Some(35.0); 7];
    let range = Some(Target { label: "目标".into(), value: amount(34.9), upper: Some(amount(35.1)) });
    let alike = of(UNITS.iter().map(|name| one(name, &equal)).collect());
    let signs = of(vec![one("盈", &[Some(1e13), Some(8e14)]), one("亏", &[Some(-3e14), None, Some(-1e15)]), one(ODD, &[Some(0.002)])]);
    let sixty = Rate {
        trend: Trend {
            points: sixty_months()
                .into_iter()
                .enumerate()
                .map(|(i, (label, at))| Point {
                    label,
                    at,
                    value: (i < 41 && i != 26).then(|| amount(40.0 + value(i) / 40.0)),
                    frozen: i < 36,
                })
                .collect(),
            current: Some(40),
            note: None,
            ..parts().trend
        },
        numerator: (0..41).map(|i| (i != 26).then(|| amount(1e6 + value(i) * 1e4))).collect(),
        denominator: (0..41).map(|i| (i != 26).then(|| amount(2.4e7 + value(i) * 1e3))).collect(),
        counted_in: "人次".into(),
    };
    vec![
        ("lines-40", "40条线、60期", Chart::Lines(many_lines(40, 60))),
        ("multiples-40", "40个小图、60期", Chart::Multiples(many_lines(40, 60))),
        ("lines-equal", "全部相等，目标范围很窄", Chart::Lines(Lines { target: range, unit: "天".into(), ..alike })),
        ("lines-signs", "正负悬殊，有缺期，名称里有表情、罕见字和控制字符", Chart::Lines(Lines { unit: "元".into(), ..signs })),
        ("lines-one", "只报了一期", Chart::Lines(of(vec![one("澜湖区", &[Some(60.0)]), one(LONG, &[]), one("桐坞县", &[])]))),
        ("lines-silent", "一期也没有报", Chart::Lines(of(vec![one("澜湖区", &[]), one("青屏区", &[])]))),
        ("lines-none", "一个单位也没有", Chart::Lines(of(vec![]))),
        ("multiples-long", "60个字的名称", Chart::Multiples(of(vec![one(LONG, &equal), one(ODD, &equal[..3]), one("桐坞县", &[])]))),
        ("rate-60", "60期的分子分母", Chart::Rate(Box::new(sixty))),
        ("rate-alone", "没有分子分母", Chart::Rate(Box::new(Rate { numerator: vec![], denominator: vec![], ..parts() }))),
        (
            "rate-silent",
            "率没有填报",
            Chart::Rate(Box::new(Rate {
                trend: Trend { points: months(&[]), note: None, ..parts().trend },
                numerator: vec![],
                denominator: vec![],
                ..parts()
            })),
        ),
    ]
}

fn rows() -> Vec<(&'static str, &'static str, Chart)> {
    let bar = |name: String, value: Option<f64>, target: Option<f64>, light| Bar {
        name,
        value: value.map(amount),
        target: target.map(amount),
        light,
    };
    let of = |unit: &str, bars: Vec<Bar>| Chart::Bars(Bars { unit: unit.into(), bars, ..bars_head() });
    let many = |count: usize| {
        (0..count).map(|n| bar(unit(n), (n % 11 != 5).then(|| value(n)), Some(value(n + 3)), LIGHTS[n % 5])).collect::<Vec<_>>()
    };
    let plain =
        |values: &[f64]| values.iter().zip(UNITS).map(|(v, name)| bar(name.into(), Some(*v), None, Light::Grey)).collect::<Vec<_>>();
    let named = vec![
        bar(LONG.into(), Some(120.0), Some(125.0), Light::Green),
        bar(ODD.into(), Some(118.0), None, Light::Red),
        bar(String::new(), None, None, Light::Grey),
    ];
    let score = |n: usize, count: usize| LeagueRow {
        rank: (n + 3 < count).then_some(n as u32 / 2 * 2 + 1),
        name: if n == 4 { LONG.into() } else { unit(n) },
        score: (n + 3 < count).then(|| amount(1100.0 - (n / 2) as f64 * 31.37)),
        change: (n > 2).then_some(n as i32 % 7 - 3),
    };
    let scores = |count: usize| Chart::League(League { rows: (0..count).map(|n| score(n, count)).collect(), ..league() });
    let nobody = League { rows: vec![LeagueRow { rank: None, score: None, change: None, name: "澜湖区".into() }], ..league() };
    vec![
        ("bars-40", "40个单位", of("人次", many(40))),
        ("bars-120", "120个单位，画不下的写明", of("人次", many(120))),
        ("bars-names", "60个字的名称，表情、罕见字、控制字符，没有名称", of("个", named)),
        ("bars-signs", "有正有负", of("个百分点", plain(&[3.25, 0.0, -0.5, -12.75, 8.5]))),
        ("bars-huge", "很大和很小", of("元", plain(&[1e15, 2.5e13, 3.0, 0.0004]))),
        ("bars-tiny", "都很小", of("", plain(&[2e-9, 5e-9]))),
        ("bars-equal", "全部相等，与目标相同", of("家", UNITS.map(|name| bar(name.into(), Some(35.0), Some(35.0), Light::Done)).to_vec())),
        ("bars-zero", "全部为零", of("家", plain(&[0.0, 0.0, 0.0]))),
        ("bars-silent", "都没有报", of("家", UNITS.map(|name| bar(name.into(), None, Some(35.0), Light::Grey)).to_vec())),
        ("bars-none", "一个单位也没有", of("家", vec![])),
        ("league-40", "40个单位，并列，超过满分，无得分", scores(40)),
        ("league-150", "150个单位，画不下的写明", scores(150)),
        ("league-none", "都没有得分", Chart::League(nobody)),
    ]
}

fn bars_head() -> Bars {
    Bars { head: head("门诊人次：分单位", "2026年7月"), ..bars() }
}

fn lights() -> Vec<(&'static str, &'static str, Chart)> {
    let bullet = |n: usize| Bullet {
        name: format!("{} {}", n + 1, if n % 9 == 4 { LONG } else { "重点人群规范管理率" }),
        completion: (n % 8 != 6).then(|| {
            if n == 2 {
                7.5
            } else if n == 3 {
                -0.4
            } else {
                value(n) / 900.0
            }
        }),
        due: (n % 7 != 3).then_some(0.583),
        light: LIGHTS[n % 5],
        word: (n % 7 == 3).then(|| "未达标".into()),
    };
    let rows = |count: usize| Chart::Bullets(Bullets { rows: (0..count).map(bullet).collect(), ..bullets() });
    let section = |n: usize| SectionLights {
        name: if n == 3 { LONG.into() } else { format!("第{}部分", n + 1) },
        counts: if n == 5 { [0; 5] } else { [n as u32 % 3, 1, (value(n) / 8.0) as u32, 2, n as u32 % 4] },
    };
    let parts = |count: usize| Chart::Sections(Sections { rows: (0..count).map(section).collect(), ..sections() });
    let lit = |n: usize, periods: usize| (0..periods).map(|i| (i + n % 3 < periods).then(|| LIGHTS[(n * 3 + i) / 4 % 5])).collect();
    let measure = |n: usize, periods: usize| HeatRow {
        name: if n == 2 { LONG.into() } else { format!("{} 推进重点工作", n + 1) },
        lights: lit(n, periods),
    };
    let months = |rows: usize, periods: usize| {
        Chart::Heat(Heat {
            periods: sixty_months().into_iter().take(periods).map(|(name, _)| name).collect(),
            current: Some(periods - 1),
            rows: (0..rows).map(|n| measure(n, periods)).collect(),
            ..heat()
        })
    };
    let node = |n: usize, count: usize| Node {
        name: if n % 5 == 3 { LONG.into() } else { format!("完成第{}批建设任务", n + 1) },
        day: format!("{}月{}日", n * 12 / count + 1, n % 28 + 1),
        at: (n as f64 + 0.5) / count as f64,
        state: [NodeState::Done, NodeState::Overdue, NodeState::Open][n * 3 / count],
    };
    let nodes = |nodes: Vec<Node>| Chart::Timeline(Timeline { nodes, ..timeline() });
    let same = |n: usize| Node { at: 0.5, day: "6月30日".into(), ..node(n, 6) };
    let edge = |at: f64| Node { name: ODD.into(), day: String::new(), at, state: NodeState::Overdue };
    let unlit = Heat { rows: vec![HeatRow { name: "1 扩大签约".into(), lights: vec![None; 12] }], ..heat() };
    vec![
        ("bullets-24", "24项指标，60个字的名称，大幅超过，为负", rows(24)),
        ("bullets-90", "90项指标，画不下的写明", rows(90)),
        ("bullets-none", "没有量化指标", rows(0)),
        ("sections-12", "每部分上百项举措", parts(12)),
        ("sections-none", "没有举措", parts(0)),
        ("heat-40", "40项举措、60个月", months(40, 60)),
        ("heat-120", "120项举措", months(120, 12)),
        ("heat-none", "还没有亮灯", Chart::Heat(unlit)),
        ("timeline-40", "40个节点，画不下的写明", nodes((0..40).map(|n| node(n, 40)).collect())),
        ("timeline-same", "同一天、两端的节点", nodes((0..6).map(same).chain([f64::NAN, -1.0, 0.0, 1.0, 9.0].map(edge)).collect())),
        ("timeline-none", "没有节点", nodes(vec![])),
    ]
}
