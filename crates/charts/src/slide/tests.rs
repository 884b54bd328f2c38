//! Tests of slides.

use super::*;
use crate::{Point, Target, Trend, png};
use domain::{Amount, ValueKind};
use proptest::prelude::*;

fn amount(value: f64) -> Amount {
    Amount::new(value).unwrap()
}

fn trend() -> Trend {
    let values = [60.0, 110.0, 268.0, 430.0, 652.0, 871.0, 1066.0];
    Trend {
        title: String::new(),
        subtitle: "9个单位合计".into(),
        unit: "个".into(),
        kind: ValueKind::Cumulative,
        points: (0..12)
            .map(|i| Point {
                label: format!("{}月", i + 1),
                at: f64::from(i + 1) / 12.0,
                value: values.get(i as usize).copied().map(amount),
                frozen: false,
            })
            .collect(),
        current: Some(6),
        baseline: Some(amount(0.0)),
        target: Some(Target { label: "目标".into(), value: amount(2600.0), upper: None }),
        expected: vec![(0.0, amount(0.0)), (1.0, amount(2600.0))],
        before: None,
        forecast: Some(amount(2017.0)),
        note: None,
    }
}

fn run(text: &str, tone: Option<Tone>) -> Run {
    Run { text: text.into(), tone }
}

fn fact(name: &str, value: &str, unit: &str) -> Fact {
    Fact { name: name.into(), value: value.into(), unit: unit.into(), tone: None, light: None }
}

fn slide() -> Slide {
    Slide {
        kicker: vec!["四、妇幼健康与托育".into(), "18 新增普惠托位".into()],
        corner: "2026年7月".into(),
        headline: vec![
            run("新增托位落后序时进度", None),
            run("17.3", Some(Tone::Bad)),
            run("个百分点，后5个月每月须完成", None),
            run("307", Some(Tone::Bad)),
            run("个，目前每月约190个。", None),
        ],
        body: Body::Chart(Box::new(Chart::Trend(Box::new(trend())))),
        verdict: Some((Light::Red, "红灯".into())),
        facts: vec![fact("实达", "41.0", "%"), fact("应达", "58.3", "%"), fact("差距", "17.3", "百分点")],
        foot: "累计，个。桐坞县未报，未计入合计。".into(),
        page: Some((18, 28)),
    }
}

/// The texts of a layer.
fn texts(svg: &Svg, layer: &str) -> Vec<String> {
    let (tree, opening) = (svg.as_str(), format!("<g class=\"{layer}\""));
    let groups = tree.match_indices(&opening).map(|(at, _)| &tree[at..]);
    let groups = groups.map(|rest| rest.split_once("</g>").unwrap().0);
    groups
        .flat_map(|group| {
            group.split("<text").skip(1).map(|text| text.split_once('>').unwrap().1.split_once("</text>").unwrap().0.trim().to_owned())
        })
        .collect()
}

#[test]
fn a_headline_breaks_after_a_comma_and_keeps_its_figures_in_colour() {
    let svg = slide().draw(Slide::WIDE);
    let parts = texts(&svg, "headline");
    assert_eq!(
        parts,
        ["新增托位落后序时进度", "17.3", "个百分点，", "后5个月每月须完成", "307", "个，目前每月约190个。"],
        "six parts on two lines"
    );
    let red = "fill=\"#B01E1E\"";
    assert_eq!(svg.as_str().split("<g class=\"headline\"").nth(1).unwrap().split("</g>").next().unwrap().matches(red).count(), 2);
}

#[test]
fn every_figure_stands_beside_the_chart_and_the_chart_is_in_its_place() {
    for size in [Slide::WIDE, Slide::NARROW] {
        let svg = slide().draw(size);
        assert_eq!(texts(&svg, "fact"), ["实达", "41.0", "%", "应达", "58.3", "%", "差距", "17.3", "百分点"]);
        assert_eq!(texts(&svg, "foot"), ["累计，个。桐坞县未报，未计入合计。", "18 / 28"]);
        assert_eq!(texts(&svg, "kicker"), ["四、妇幼健康与托育 / 18 新增普惠托位", "2026年7月"]);
        assert!(svg.as_str().contains("<svg class=\"chart\""), "the chart is there");
        assert!(texts(&svg, "value-current").contains(&"1066".to_owned()));
        let picture = png(&svg, 0.25).unwrap();
        assert!(picture.len() > 4000, "it is drawn");
    }
}

#[test]
fn what_is_too_long_is_cut_but_never_a_figure() {
    let mut slide = slide();
    slide.kicker = vec!["二、".to_owned() + &"部门协同".repeat(20), "9 ".to_owned() + &"名称".repeat(30)];
    slide.facts[0] = fact("实达", "123456789012.3", "万元");
    slide.foot = "未报单位".repeat(40);
    let svg = slide.draw(Slide::NARROW);
    assert!(texts(&svg, "fact").contains(&"123456789012.3".to_owned()));
    let kicker = &texts(&svg, "kicker")[0];
    assert!(kicker.starts_with("二、") && kicker.contains("… / 9 名称") && kicker.ends_with('…'), "{kicker}");
    assert!(texts(&svg, "foot")[0].ends_with('…'));
}

#[test]
fn a_table_shows_eight_rows_with_their_lights() {
    let row = |n: usize| Row { light: Some(Light::Red), cells: vec![format!("事项{n}"), "东湖区".into()] };
    let columns = vec![Column { head: "事项".into(), share: 3.0 }, Column { head: "单位".into(), share: 1.0 }];
    let table = Rows { columns, rows: (0..9).map(row).collect() };
    let svg = Slide { body: Body::Rows(table), verdict: None, facts: vec![], ..slide() }.draw(Slide::WIDE);
    assert_eq!(texts(&svg, "row").len(), 2 * Rows::MOST);
    assert_eq!(texts(&svg, "heads"), ["事项", "单位"]);
}

#[test]
fn every_text_can_be_rewritten() {
    let mut slide = slide();
    slide.rename(&|text| text.replace("桐坞县", "单位9").replace("普惠托位", "托位"));
    assert_eq!(slide.foot, "累计，个。单位9未报，未计入合计。");
    assert_eq!(slide.kicker[1], "18 新增托位");
}

#[test]
fn white_space_no_file_can_hold_is_blank() {
    let mut slide = slide();
    slide.headline.insert(0, run("\u{b}", None));
    assert!(crate::png::tree(&slide.draw(Slide::WIDE)).is_ok());
}

proptest! {
    #[test]
    fn any_texts_give_a_well_formed_slide(head in ".{0,120}", name in ".{0,40}", foot in ".{0,80}", wide: bool) {
        let mut slide = slide();
        slide.headline.insert(0, run(&head, None));
        slide.kicker.push(name.clone());
        slide.facts.push(fact(&name, "1.0", &foot));
        slide.foot = foot;
        let svg = slide.draw(if wide { Slide::WIDE } else { Slide::NARROW });
        prop_assert!(crate::png::tree(&svg).is_ok());
    }
}
