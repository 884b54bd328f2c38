//! Charts of any values at any size: well formed, no text on another, no figure hidden.

use super::drawn::amount;
use super::room::{SIZES, faults};
use crate::*;
use domain::judge::Light;
use domain::{Amount, ValueKind};
use proptest::collection::vec;
use proptest::option::{self, weighted};
use proptest::prelude::*;
use proptest::sample::select;

fn any_amount() -> BoxedStrategy<Amount> {
    prop_oneof![
        6 => (-200..2000_i32).prop_map(|n| amount(n.into())),
        2 => (-100.0..100.0_f64).prop_map(amount),
        1 => (-1e15..1e15_f64).prop_map(amount),
        1 => (-1e-6..1e-6_f64).prop_map(amount),
        1 => Just(Amount::ZERO),
    ]
    .boxed()
}

fn name() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[一-龥]{1,8}",
        1 => "[一-龥（）、]{40,70}",
        // All but the letters with two accents over each other, which are higher than a line.
        1 => ".{0,40}".prop_map(|text| text.replace(|c: char| ('\u{1e00}'..'\u{1f00}').contains(&c), "")),
    ]
    .boxed()
}

fn head() -> BoxedStrategy<Head> {
    (name(), name()).prop_map(|(title, subtitle)| Head { title, subtitle }).boxed()
}

fn unit() -> BoxedStrategy<String> {
    select(vec!["个", "%", "人次", "万元", "", "个百分点", "人/10万"]).prop_map(str::to_owned).boxed()
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![9 => -0.5..1.6_f64, 1 => any::<f64>()]
}

fn light() -> BoxedStrategy<Light> {
    select(vec![Light::Done, Light::Green, Light::Yellow, Light::Red, Light::Grey]).boxed()
}

fn target() -> BoxedStrategy<Target> {
    (name(), any_amount(), option::of(any_amount())).prop_map(|(label, value, upper)| Target { label, value, upper }).boxed()
}

fn values(count: usize) -> impl Strategy<Value = Vec<Option<Amount>>> {
    vec(weighted(0.85, any_amount()), count)
}

fn lines() -> impl Strategy<Value = Lines> {
    let series = |count| (name(), values(count)).prop_map(|(name, values)| Series { name, values });
    (0..40_usize).prop_flat_map(move |count| {
        let periods = vec((name(), share()), count);
        (head(), unit(), periods, option::of(0..40_usize), vec(series(count), 0..14), option::of(target()))
            .prop_map(|(head, unit, periods, current, series, target)| Lines { head, unit, periods, current, series, target })
    })
}

fn rate() -> impl Strategy<Value = Rate> {
    (0..40_usize).prop_flat_map(|count| {
        (head(), unit(), values(count), values(count), values(count), option::of(0..40_usize), option::of(target())).prop_map(
            move |(head, unit, rates, numerator, denominator, current, target)| {
                let point =
                    |(i, value)| Point { label: format!("{}月", i % 12 + 1), at: (i + 1) as f64 / count as f64, value, frozen: i < 4 };
                let points = rates.into_iter().enumerate().map(point).collect();
                let trend = Trend {
                    title: head.title,
                    subtitle: head.subtitle,
                    unit: "%".into(),
                    kind: ValueKind::Rate,
                    points,
                    current,
                    baseline: None,
                    target: target.map(|target| Target { label: "目标".into(), ..target }),
                    expected: vec![],
                    before: None,
                    forecast: None,
                    note: None,
                };
                Rate { trend, numerator, denominator, counted_in: unit }
            },
        )
    })
}

fn bars() -> impl Strategy<Value = Bars> {
    let bar = (name(), weighted(0.85, any_amount()), option::of(any_amount()), light()).prop_map(|(name, value, target, light)| Bar {
        name,
        value,
        target,
        light,
    });
    (head(), unit(), vec(bar, 0..45)).prop_map(|(head, unit, bars)| Bars { head, unit, bars })
}

fn bullets() -> impl Strategy<Value = Bullets> {
    let row = (name(), weighted(0.85, share()), option::of(share()), light(), option::of("[一-龥]{1,4}"))
        .prop_map(|(name, completion, due, light, word)| Bullet { name, completion, due, light, word });
    (head(), vec(row, 0..45)).prop_map(|(head, rows)| Bullets { head, rows })
}

fn sections() -> impl Strategy<Value = Sections> {
    let count = || prop_oneof![4 => 0..9_u32, 1 => 0..400_u32];
    let row = (name(), [count(), count(), count(), count(), count()]).prop_map(|(name, counts)| SectionLights { name, counts });
    (head(), vec(row, 0..30)).prop_map(|(head, rows)| Sections { head, rows })
}

fn heat() -> impl Strategy<Value = Heat> {
    (0..61_usize).prop_flat_map(|count| {
        let row = (name(), vec(weighted(0.8, light()), 0..61)).prop_map(|(name, lights)| HeatRow { name, lights });
        (head(), vec(name(), count), option::of(0..61_usize), vec(row, 0..45)).prop_map(|(head, periods, current, rows)| Heat {
            head,
            periods,
            current,
            rows,
        })
    })
}

fn league() -> impl Strategy<Value = League> {
    let row = (option::of(1..60_u32), name(), weighted(0.9, any_amount()), option::of(-50..50_i32))
        .prop_map(|(rank, name, score, change)| LeagueRow { rank, name, score, change });
    (head(), any_amount(), vec(row, 0..45)).prop_map(|(head, full, rows)| League { head, full, rows })
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let state = select(vec![NodeState::Done, NodeState::Overdue, NodeState::Open]);
    let node = (name(), "[0-9]{1,2}月[0-9]{1,2}日", share(), state).prop_map(|(name, day, at, state)| Node { name, day, at, state });
    (head(), vec((name(), share()), 0..40), option::of(share()), vec(node, 0..45)).prop_map(|(head, ticks, now, nodes)| Timeline {
        head,
        ticks,
        now,
        nodes,
    })
}

fn any_chart() -> BoxedStrategy<Chart> {
    prop_oneof![
        lines().prop_map(Chart::Lines).boxed(),
        lines().prop_map(Chart::Multiples).boxed(),
        rate().prop_map(|rate| Chart::Rate(Box::new(rate))).boxed(),
        bars().prop_map(Chart::Bars).boxed(),
        bullets().prop_map(Chart::Bullets).boxed(),
        sections().prop_map(Chart::Sections).boxed(),
        heat().prop_map(Chart::Heat).boxed(),
        league().prop_map(Chart::League).boxed(),
        timeline().prop_map(Chart::Timeline).boxed(),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..Default::default() })]
    #[test]
    fn any_values_give_a_chart_without_overlap(chart in any_chart(), size in select(SIZES.to_vec())) {
        let faults = faults(&chart, size);
        prop_assert!(faults.is_empty(), "{}×{}: {} faults, first: {}", size.width, size.height, faults.len(), faults[0]);
    }

    #[test]
    fn no_size_breaks_a_chart(chart in any_chart(), width in 0..3000_u32, height in 0..3000_u32) {
        for svg in [chart.draw(Size { width, height }), chart.draw_on_page(Size { width, height })] {
            prop_assert!(resvg::usvg::roxmltree::Document::parse(svg.as_str()).is_ok());
        }
    }
}
