//! Kinds that are drawn in rows: where things lie and what is said.

use super::drawn::{Drawn, amount, marked};
use super::{hard, kinds};
use crate::*;
use domain::judge::Light;

/// The hard chart of that name.
fn hard(name: &str) -> Chart {
    hard::all().into_iter().find(|(known, ..)| *known == name).unwrap().2
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.25
}

#[test]
fn bars_are_as_long_as_their_values_and_targets_stand_on_the_same_scale() {
    let chart = kinds::bars();
    let drawn = Drawn::new(&Chart::Bars(chart.clone()));
    let bars = drawn.blocks("bars");
    assert_eq!(bars.len(), 8, "what was not reported has no bar");
    let one = bars[0][2] / 430.0;
    let values = chart.bars.iter().filter_map(|bar| bar.value).map(|value| value.get());
    assert!(bars.iter().zip(values).all(|(bar, value)| near(bar[2], value * one)), "{bars:?}");
    let marks: Vec<f64> = drawn.paths("target").iter().map(|path| path[0].0 / 10.0).collect();
    let targets = chart.bars.iter().map(|bar| bar.target.unwrap().get());
    assert!(marks.iter().zip(targets).all(|(mark, target)| near(*mark, bars[0][0] + target * one)), "{marks:?}");
    assert_eq!(drawn.texts("values"), ["430", "318", "196", "152", "121", "74", "92", "48", "未报"]);
    assert_eq!(drawn.texts("targets")[8], "目标160");
    assert_eq!(drawn.texts("rows"), chart.bars.iter().map(|bar| bar.name.clone()).collect::<Vec<_>>(), "in the given order");
    assert_eq!(drawn.texts("unit"), ["单位：个"]);
}

#[test]
fn negative_bars_lie_left_of_zero() {
    let drawn = Drawn::new(&hard("bars-signs"));
    let zero = drawn.paths("axis")[0][0].0 / 10.0;
    let sides: Vec<(bool, bool)> =
        drawn.blocks("bars").iter().map(|[left, _, width, _]| (near(*left, zero), near(left + width, zero))).collect();
    assert_eq!(sides, [(true, false), (true, true), (false, true), (false, true), (true, false)]);
    assert_eq!(drawn.texts("values"), ["3.25", "0.00", "-0.50", "-12.75", "8.50"]);
}

#[test]
fn every_name_is_drawn_or_counted() {
    let chart = hard("bars-120");
    let drawn = Drawn::new(&chart);
    let shown = drawn.texts("rows").len();
    let Chart::Bars(bars) = &chart else { unreachable!() };
    let first = &bars.bars[shown].name;
    assert!(shown > 50, "{shown} of 120 units are drawn on a full screen");
    assert!(drawn.texts("more")[0].starts_with(&format!("还有{}个单位未画出（第{}至第120）：{first}、", 120 - shown, shown + 1)));
    assert_eq!(Drawn::new(&hard("bars-40")).texts("more"), [""; 0], "forty units have room");
    assert_eq!(Drawn::new(&hard("bars-40")).texts("rows").len(), 40);
    assert_eq!(Drawn::new(&hard("heat-40")).texts("more"), [""; 0], "forty measures too");
    let all: usize = Drawn::new(&hard("bars-names")).texts("rows").iter().map(|line| line.chars().count()).sum();
    assert_eq!(all, 63 + "㐂𠮷镇<b>&\"第一\"卫生院🙂".chars().count(), "a name of 63 characters is broken into lines, not cut");
}

#[test]
fn where_there_is_nothing_a_sentence_says_why() {
    let said = |name: &str| Drawn::new(&hard(name)).texts("message");
    assert_eq!(said("bars-none"), ["没有可以比较的单位", "这个指标没有填报单位，分解到单位后显示"]);
    assert_eq!(said("bars-silent"), ["尚无填报数据", "各单位均未填报，填报后显示"]);
    assert_eq!(said("bullets-none")[0], "没有可以比较的指标");
    assert_eq!(said("sections-none"), ["没有举措", "计划里还没有举措，导入要点后显示"]);
    assert_eq!(said("heat-none")[0], "还没有亮灯");
    assert_eq!(said("league-none")[0], "尚无得分");
    assert_eq!(said("timeline-none")[0], "没有节点");
    let tiny = Chart::Bars(Bars { unit: "/10万".into(), ..kinds::bars() }).draw(Size { width: 160, height: 90 }).into_string();
    assert_eq!(Drawn(tiny).texts("message")[0].chars().next(), Some('图'), "too small for its figures");
}

#[test]
fn completion_is_drawn_up_to_what_is_due() {
    let chart = kinds::bullets();
    let drawn = Drawn::new(&Chart::Bullets(chart.clone()));
    let (bars, tracks, gaps) = (drawn.blocks("bars"), drawn.blocks("tracks"), drawn.blocks("gaps"));
    let full = tracks[0][2];
    let shares: Vec<f64> = chart.rows.iter().filter_map(|row| row.completion).collect();
    assert!(bars.iter().zip(&shares).all(|(bar, share)| near(bar[2], share * full)), "{bars:?}");
    assert_eq!(gaps.len(), 6, "only those behind have a gap");
    let marks = drawn.paths("due");
    assert!(marks.iter().all(|mark| near(mark[0].0 / 10.0, tracks[0][0] + 0.583 * full)), "time stands at one place");
    assert!(near(gaps[0][0] + gaps[0][2], marks[0][0].0 / 10.0), "the gap ends where time stands");
    assert_eq!(drawn.texts("values")[..3], ["30.0%", "40.0%", "41.0%"]);
    assert_eq!(drawn.texts("standing")[2..], ["落后17.3", "落后11.6", "落后9.1", "落后8.4", "超前4.8", "已完成"]);
    assert_eq!(drawn.texts("unreported"), ["未报"]);
    let far = Drawn::new(&hard("bullets-24"));
    assert!(far.texts("values").contains(&"750.0%".to_owned()) && far.texts("values").contains(&"-40.0%".to_owned()));
}

#[test]
fn parts_of_a_bar_are_as_long_as_their_counts_and_problems_come_first() {
    let drawn = Drawn::new(&Chart::Sections(kinds::sections()));
    let bars = drawn.blocks("bars");
    let measure = bars[0][2];
    let lengths: Vec<f64> = bars.iter().map(|bar| (bar[2] / measure).round()).collect();
    assert_eq!(lengths[..7], [1.0, 4.0, 3.0, 2.0, 1.0, 2.0, 3.0], "yellow and green, green and done, yellow, grey and green");
    assert!(near(bars[0][0] + bars[0][2], bars[1][0]), "one after the other");
    assert_eq!(drawn.texts("totals"), ["5", "5", "6", "4", "3", "3", "2"]);
    let crowded = Drawn::new(&hard("sections-12"));
    let Chart::Sections(chart) = hard("sections-12") else { unreachable!() };
    let counts: usize = chart.rows.iter().map(|row| row.counts.iter().filter(|count| **count > 0).count()).sum();
    assert_eq!(crowded.texts("bars").len() + crowded.texts("beside").len(), counts + 1, "every count is written, and 无举措 once");
}

#[test]
fn a_cell_lies_under_its_month_and_coming_months_are_empty() {
    let drawn = Drawn::new(&Chart::Heat(kinds::heat()));
    let cells: usize = ["red", "yellow", "green", "done", "grey"]
        .iter()
        .map(|light| drawn.blocks(light).iter().filter(|cell| cell[2] > 40.0).count())
        .sum();
    assert_eq!(cells, 11 * 7);
    assert_eq!(drawn.texts("periods").len(), 12);
    let (july, red) = (drawn.paths("current")[0][0].0 / 10.0, drawn.blocks("red"));
    assert!(red.iter().any(|cell| (cell[0] - july).abs() < 4.0), "a red cell in July");
    let small = hard("heat-40").draw(Size { width: 640, height: 360 }).into_string();
    assert!(Drawn(small).texts("unit")[0].starts_with("只画2023."), "months that have no room are counted");
}

#[test]
fn scores_have_ranks_lengths_and_changes() {
    let drawn = Drawn::new(&Chart::League(kinds::league()));
    let (bars, tracks) = (drawn.blocks("bars"), drawn.blocks("tracks"));
    assert!(near(bars[0][2], tracks[0][2] * 0.7346));
    assert_eq!(drawn.texts("ranks"), ["1", "2", "3", "3", "5", "6", "7", "8"]);
    assert_eq!(drawn.texts("values")[..2], ["734.6", "718.2"]);
    assert_eq!(drawn.texts("changes")[..4], ["持平", "升1", "降1", "升1"]);
    assert_eq!(drawn.texts("unreported"), ["无得分"]);
    assert_eq!(drawn.texts("unit"), ["满分1000分；升、降：比上期名次"]);
}

#[test]
fn nodes_lie_on_their_days() {
    let chart = kinds::timeline();
    let drawn = Drawn::new(&Chart::Timeline(chart.clone()));
    let axis = drawn.paths("axis")[0].clone();
    let x = |at: f64| axis[0].0 + (axis[1].0 - axis[0].0) * at;
    let halos: Vec<f64> = drawn
        .layer("nodes", "circle", |node| (node.attribute("fill") == Some("#FFFFFF"), node.attribute("cx").unwrap().parse().unwrap()))
        .into_iter()
        .filter_map(|(white, x)| white.then_some(x))
        .collect();
    assert!(chart.nodes.iter().all(|node| halos.iter().any(|halo| (halo - x(node.at)).abs() <= 1.5)), "{halos:?}");
    assert!((drawn.paths("now")[0][0].0 - x(7.0 / 12.0)).abs() <= 1.5);
    assert!(drawn.texts("names").contains(&"6月30日　首批名中医工作室挂牌6个（超期）".to_owned()), "{:?}", drawn.texts("names"));
}

#[test]
fn sentences_and_tables_have_the_same_figures() {
    let check = |chart: Chart, sentence: &str, row: usize, cells: &[&str]| {
        assert_eq!(chart.describe(), sentence);
        assert_eq!(chart.table().rows[row], cells);
    };
    check(
        Chart::Bars(kinds::bars()),
        "新增普惠托位：各县区累计完成：9个单位中8个已报，最高为澜湖区430个，最低为鹤汀县48个，红灯3个、黄灯2个、绿灯2个、完成1个",
        8,
        &["桐坞县", "未报", "160", "灰灯"],
    );
    check(
        Chart::Bullets(kinds::bullets()),
        "完成率与序时进度：9项指标，红灯3项、黄灯3项、绿灯1项、完成1项，落后最多的是23 建成名中医工作室：完成30.0%，应达58.3%，落后28.3个百分点，1项没有完成率",
        2,
        &["18 新增托位", "41.0%", "58.3%", "落后17.3", "红灯"],
    );
    check(
        Chart::Sections(kinds::sections()),
        "各板块亮灯：7个部分28项举措，红灯3项、黄灯5项、灰灯3项、绿灯14项、完成3项，红灯最多的是四、妇幼健康与托育（1项）",
        2,
        &["三、疾病预防控制", "6", "0", "1", "3", "0", "2"],
    );
    check(
        Chart::League(kinds::league()),
        "县（区）组排名：9个单位，第1名澜湖区734.6分，末位鹤汀县629.5分，满分1000分，1个单位无得分",
        2,
        &["3", "经开区", "702.9", "降1"],
    );
    check(
        Chart::Timeline(kinds::timeline()),
        "写明日期的节点：7个节点，超期1个、已完成2个、未到期4个，下一个是8月15日的“次均费用半年通报印发”",
        2,
        &["首批名中医工作室挂牌6个", "6月30日", "超期"],
    );
    let heat = Chart::Heat(kinds::heat());
    assert_eq!(heat.describe(), "逐月亮灯：11项举措，7月红灯3项、黄灯4项、绿灯2项、完成2项，比6月转差2项、好转3项");
    assert_eq!(heat.table().rows[5][..4], ["18 新增普惠托位", "红灯", "红灯", "黄灯"]);
    assert_eq!(heat.table().rows[5][8], "", "August is still to come");
}

#[test]
fn lights_are_told_by_shape() {
    let shapes = |light| {
        let bar = Bar { name: "甲".into(), value: Some(amount(1.0)), target: None, light };
        let other = Bar { light: Light::Red, ..bar.clone() };
        let drawn = Drawn::new(&Chart::Bars(Bars { bars: vec![bar, other], ..kinds::bars() }));
        let count = |tag: &str| drawn.layer("lights", tag, |_| ()).len();
        (count("circle"), count("polygon"), count("rect") - 2, count("polyline"))
    };
    assert_eq!(shapes(Light::Done), (2, 0, 0, 1));
    assert_eq!(shapes(Light::Green), (2, 0, 0, 0));
    assert_eq!(shapes(Light::Yellow), (0, 2, 0, 0));
    assert_eq!(shapes(Light::Red), (0, 0, 2, 0));
    assert_eq!(shapes(Light::Grey), (2, 0, 0, 0), "white within its outline");
}

#[test]
fn every_row_of_a_table_has_its_place_on_the_chart_and_none_lies_over_another() {
    for (name, _, chart) in kinds::kinds() {
        let marked = marked(&chart, Size::SCREEN);
        let rows = chart.table().rows.len();
        let whole_rows = |rows: usize| (0..rows).map(|row| (row, None)).collect::<Vec<_>>();
        match chart {
            // What is still to come is not drawn; small plots have a place for each figure, one plot after the other.
            Chart::Multiples(lines) => {
                let drawn = marked.len() / lines.series.len();
                assert!(0 < drawn && drawn <= rows);
                let each = (1..=lines.series.len()).flat_map(|column| (0..drawn).map(move |row| (row, Some(column))));
                assert_eq!(marked, each.collect::<Vec<_>>());
            }
            Chart::Lines(_) => {
                assert!(!marked.is_empty() && marked.len() <= rows);
                assert_eq!(marked, whole_rows(marked.len()));
            }
            _ => assert_eq!(marked, whole_rows(rows), "{name}"),
        }
    }
    for (_, _, chart) in hard::all() {
        marked(&chart, Size { width: 640, height: 360 });
    }
}
