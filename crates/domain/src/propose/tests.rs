//! What is right was written down before it was tried: wordings of plans with how an office would have them reported.

use super::*;
use Comparator::{About, AtLeast, AtMost, Decrease, Equal, Increase, Range};
use {Pace::*, RollUp::*, ValueKind::*};

type Right = (ValueKind, Pace, RollUp);

const WORKLOAD: Right = (Cumulative, Accumulate, Sum);
const ONE_THING: Right = (Cumulative, ByDue, Sum);
const HOLDING_RATE: Right = (Rate, Maintain, Ratio);
const WORK_RATE: Right = (Rate, Accumulate, Ratio);
const CHANGE: Right = (Rate, Maintain, Owner);
const LEVEL: Right = (Point, Maintain, Owner);
const CEILING: Right = (Point, Maintain, Worst);
const CAPPED_COUNT: Right = (Cumulative, Maintain, Sum);
const STOCK: Right = (Point, Accumulate, Sum);
const KEPT_STOCK: Right = (Point, Maintain, Sum);

fn proposed(comparator: Comparator, target: f64, unit: &str, words: &str, baseline: Option<f64>) -> Proposal {
    propose(comparator, Amount::new(target), unit, words, baseline.and_then(Amount::new))
}

#[track_caller]
fn check(cases: &[(Comparator, f64, &str, &str, Right)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(comparator, target, unit, words, right)| {
            let Proposal { kind, pace, roll_up, .. } = proposed(*comparator, *target, unit, words, None);
            ((kind, pace, roll_up) != *right).then(|| format!("{words}: {kind:?} {pace:?} {roll_up:?}, right is {right:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn work_adds_up_over_units_and_time() {
    check(&[
        (Equal, 300.0, "场次", "举办健康讲座300场次", WORKLOAD),
        (Equal, 18000.0, "人次", "培训急救技能1.8万人次", WORKLOAD),
        (Equal, 2600.0, "个", "新增托位2600个", WORKLOAD),
        (AtLeast, 180000.0, "人", "新增签约不少于18万人", WORKLOAD),
        (Equal, 12.0, "个", "建成区域康复中心12个", WORKLOAD),
        (AtLeast, 50.0, "名", "引进硕士以上人才50名以上", WORKLOAD),
        (Equal, 22.0, "公里", "新建污水管网22公里", WORKLOAD),
        (Equal, 5.0, "亿元", "争取上级资金5亿元", WORKLOAD),
        (AtLeast, 30.0, "亿元", "完成固定资产投资30亿元以上", WORKLOAD),
        (AtLeast, 100000.0, "人次", "年服务量达到10万人次", WORKLOAD),
        (AtLeast, 200.0, "场", "义诊达到200场", WORKLOAD),
        (AtLeast, 16.0, "万吨", "粮食总产量达到16万吨", WORKLOAD),
        (AtLeast, 60.0, "亿元", "旅游综合收入突破60亿元", WORKLOAD),
        (About, 20.0, "家", "新建口袋公园20家左右", WORKLOAD),
        (Range, 80.0, "家", "培育专精特新企业80—100家", WORKLOAD),
        (AtLeast, 5000.0, "人", "全年救助困难群众达到5000人", WORKLOAD),
        (Equal, 38.0, "个", "整治入河排污口38个", WORKLOAD),
        (Equal, 260.0, "辆", "淘汰老旧车辆260辆", WORKLOAD),
        (AtLeast, 2000.0, "个", "推动错时开放泊位不少于2000个", WORKLOAD),
        (Equal, 8600.0, "户", "改造农村户厕8600户", WORKLOAD),
    ]);
}

#[test]
fn one_thing_is_judged_when_due() {
    check(&[(Equal, 1.0, "家", "建成区域医疗中心1家", ONE_THING), (Equal, 1.0, "个", "上线数据平台1个", ONE_THING)]);
}

#[test]
fn nothing_may_happen_where_the_target_is_0() {
    check(&[(Equal, 0.0, "起", "重大医疗事故为0起", CAPPED_COUNT), (Equal, 0.0, "%", "漏报率为0%", HOLDING_RATE)]);
}

#[test]
fn rates_hold_unless_they_say_how_much_work_is_done() {
    check(&[
        (AtLeast, 95.0, "%", "规范管理率保持在95%以上", HOLDING_RATE),
        (AtLeast, 90.0, "%", "群众满意度不低于90%", HOLDING_RATE),
        (AtMost, 8.0, "%", "管理费用占比降至8%以内", HOLDING_RATE),
        (AtMost, 9.0, "/10万", "孕产妇死亡率控制在9/10万以下", HOLDING_RATE),
        (AtMost, 5.0, "‰", "婴儿死亡率不高于5‰", HOLDING_RATE),
        (AtLeast, 4.0, "个", "每千人口拥有托位数达4个", HOLDING_RATE),
        (AtLeast, 4.6, "人", "每万人口全科医生数达到4.6人", HOLDING_RATE),
        (AtMost, 8.0, "人/10万人", "肺结核发病率 | 人/10万人 | ≤8", HOLDING_RATE),
        (AtLeast, 1.25, "", "医护比达到1：1.25", HOLDING_RATE),
        (AtLeast, 98.0, "%", "案件按期处置率不低于98%", HOLDING_RATE),
        (About, 42.0, "%", "居民健康素养水平达到42%左右", HOLDING_RATE),
        (AtLeast, 90.0, "%", "主城区道路深度保洁率提高到90%以上", HOLDING_RATE),
        (AtLeast, 95.0, "%", "预算执行率达到95%以上", WORK_RATE),
        (Equal, 100.0, "%", "年度投资完成率100%", WORK_RATE),
        (AtLeast, 90.0, "%", "重大项目开工率达到90%", WORK_RATE),
        (AtLeast, 90.0, "%", "90%以上的规上企业完成改造比例", WORK_RATE),
        (Equal, 100.0, "%", "问题销号率100%", WORK_RATE),
    ]);
}

#[test]
fn changes_are_rates_of_the_leading_unit() {
    check(&[
        (Decrease, 5.0, "%", "投诉量同比下降5%", CHANGE),
        (Increase, 6.0, "%", "一般公共预算收入增长6%", CHANGE),
        (Increase, 5.0, "个百分点", "就地转化率比上年提高五个百分点", CHANGE),
        (AtMost, 5.0, "%", "医疗费用增幅不超过5%", CHANGE),
        (AtMost, 3.0, "%", "门诊次均费用增长率控制在3%以内", CHANGE),
        (Decrease, 17.0, "%", "单位生产总值二氧化碳排放降低（%） | 18.2 | 17", CHANGE),
    ]);
}

#[test]
fn times_prices_and_means_do_not_add_up() {
    check(&[
        (AtMost, 11.0, "分钟", "急救平均反应时间控制在11分钟以内", CEILING),
        (AtMost, 8.0, "小时", "平均处置时长压缩至8小时以内", CEILING),
        (AtLeast, 95.0, "元", "人均经费标准不低于95元", LEVEL),
        (AtLeast, 80.0, "岁", "人均预期寿命达到80岁", LEVEL),
        (AtMost, 22.0, "微克/立方米", "细颗粒物浓度（微克/立方米） | 24 | 22以下", CEILING),
        (AtLeast, 15.6, "平方米", "人均公园绿地面积达到15.6平方米", LEVEL),
        (AtLeast, 4.0, "万元", "农村居民人均可支配收入达到4万元", LEVEL),
        (AtLeast, 90.0, "学时", "教师人均培训不少于90学时", LEVEL),
        (AtLeast, 90.0, "分", "群众满意度得分达到90分", LEVEL),
        (AtMost, 8.0, "天", "平均住院日不超过8天", CEILING),
        (AtLeast, 300.0, "天", "空气优良天数达到300天", (Cumulative, Accumulate, Owner)),
    ]);
}

#[test]
fn what_is_there_at_the_end_is_a_state() {
    check(&[
        (AtLeast, 900.0, "张", "全市护理床位总数达到900张", STOCK),
        (AtLeast, 120.0, "家", "备案托育机构达到120家", STOCK),
        (AtLeast, 12000.0, "人", "执业医师数增加到1.2万人", STOCK),
        (AtLeast, 50.0, "万吨", "应急储备规模50万吨以上", STOCK),
        (Equal, 510.0, "公里", "高速公路通车总里程达510公里", STOCK),
        (AtLeast, 900.0, "张", "床位保持在900张以上", KEPT_STOCK),
        (About, 5000.0, "人", "招生规模稳定在5000人左右", KEPT_STOCK),
        (About, 40.0, "万亩", "播种面积40万亩左右", KEPT_STOCK),
    ]);
}

#[test]
fn a_ceiling_of_a_count_holds_for_all_units_together() {
    check(&[
        (AtMost, 5.0, "起", "较大以上事故不超过5起", CAPPED_COUNT),
        (AtMost, 100.0, "件", "信访投诉控制在100件以内", CAPPED_COUNT),
        (AtMost, 0.0, "例", "院内感染暴发不超过0例", CAPPED_COUNT),
        (AtMost, 300.0, "万元", "三公经费控制在300万元以内", CAPPED_COUNT),
        (AtMost, 2000.0, "辆", "公务用车保有量不超过2000辆", KEPT_STOCK),
        (AtMost, 30.0, "人", "每个班级学额不超过30人，每个单位不超过30人", CEILING),
    ]);
}

#[test]
fn what_each_unit_owes_is_as_good_as_the_worst() {
    check(&[
        (AtLeast, 1.0, "个", "每个县至少设置1个病区", (Cumulative, ByDue, Worst)),
        (AtLeast, 2.0, "个", "各街道至少建成2个示范点", (Cumulative, Accumulate, Worst)),
        (Equal, 1.0, "次", "每季度开展检查1次", CEILING),
        (AtLeast, 2.0, "次", "每月巡查不少于2次", CEILING),
    ]);
}

#[test]
fn a_number_without_a_number_is_progress() {
    assert_eq!(propose(Comparator::Qualitative, None, "", "平台上线运行", None).kind, Qualitative);
}

#[track_caller]
fn with_baseline(comparator: Comparator, target: f64, unit: &str, words: &str, baseline: f64, right: Right, takes_it: bool) {
    let Proposal { kind, pace, roll_up, takes_baseline, .. } = proposed(comparator, target, unit, words, Some(baseline));
    assert_eq!(((kind, pace, roll_up), takes_baseline), (right, takes_it), "{words}");
}

#[test]
fn what_is_not_reached_yet_sets_out_from_its_baseline() {
    with_baseline(AtLeast, 10.0, "%", "占比由8.2%提高到10%", 8.2, WORK_RATE, true);
    with_baseline(About, 42.0, "%", "健康素养水平 | 38 | 42左右", 38.0, WORK_RATE, true);
    with_baseline(Equal, 80.0, "%", "规范化门诊建成率 80", 60.0, WORK_RATE, true);
    with_baseline(AtMost, 8.0, "/10万", "孕产妇死亡率 | 9 | ≤8", 9.0, WORK_RATE, true);
    with_baseline(AtLeast, 77.5, "岁", "从2020年的76.3岁提高到77.5岁", 76.3, (Point, Accumulate, Owner), true);
    with_baseline(Equal, 12.0, "分钟", "急救反应时间 | 15 | 12", 15.0, (Point, Accumulate, Owner), true);
    with_baseline(AtLeast, 5000.0, "个", "托位由3000个增加到5000个", 3000.0, STOCK, true);
    with_baseline(Equal, 460.0, "公里", "高速公路通车里程 | 公里 | 412 | 460", 412.0, STOCK, true);
    with_baseline(AtMost, 80.0, "个", "未办结积案由120个减少到80个", 120.0, STOCK, true);
}

#[test]
fn what_holds_already_must_go_on_holding() {
    with_baseline(AtLeast, 99.0, "%", "住院分娩率 | 99.9 | ≥99", 99.9, HOLDING_RATE, true);
    with_baseline(AtMost, 8.0, "天", "平均住院日不超过8天", 7.6, CEILING, true);
    with_baseline(About, 80.0, "岁", "人均预期寿命 | 岁 | 79.8 | 80左右", 79.8, LEVEL, true);
    with_baseline(Equal, 100.0, "%", "安装率 | 100 | 100", 100.0, HOLDING_RATE, true);
}

#[test]
fn what_begins_at_nothing_each_year_has_no_baseline() {
    with_baseline(Equal, 2600.0, "个", "新增托位2600个", 2400.0, WORKLOAD, false);
    with_baseline(AtLeast, 180000.0, "人次", "义诊服务达到18万人次", 160000.0, WORKLOAD, false);
    with_baseline(AtMost, 80.0, "件", "投诉由120件降至80件以内", 120.0, CAPPED_COUNT, false);
    with_baseline(AtLeast, 95.0, "%", "预算执行率达到95%", 93.0, WORK_RATE, false);
    with_baseline(Decrease, 17.0, "%", "二氧化碳排放降低（%） | 18.2 | 17", 18.2, CHANGE, false);
}
