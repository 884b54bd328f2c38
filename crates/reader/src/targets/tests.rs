use super::*;
use crate::clean::CleanLine;
use domain::TargetKind;
use expect_test::{Expect, expect};

fn check(words: &str, expected: Expect) {
    let text = Text::new(&[CleanLine { text: words.to_owned(), noise: false }]);
    let calendar = Calendar { year: Some(2026), issued: None, first: Some(2026) };
    let span = text.lines[0].span;
    let shown: Vec<String> = scan(&text, span, &[], Setting { calendar, looks_back: false })
        .iter()
        .map(|t| {
            assert_eq!(t.quote, text.words(t.span));
            let value = t.value.map_or(String::new(), |v| v.to_string());
            let upper = t.upper.map_or(String::new(), |v| format!("–{v}"));
            let due = t.due.map_or(String::new(), |d| format!(" @{d}"));
            let kind = if t.kind == TargetKind::Achieved { " 已完成" } else { "" };
            format!("{} {} {value}{upper}{}{due}{kind} [{}]", t.name, t.comparator, t.unit, t.quote)
        })
        .collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn counts_and_shares_are_targets() {
    check(
        "新建4家健康驿站、7家春晖家园，建成儿童友好医院10家，培训2万人次。",
        expect![[r#"
            新建健康驿站 = 4家 [新建4家健康驿站]
            新建春晖家园 = 7家 [7家春晖家园]
            儿童友好医院 = 10家 [建成儿童友好医院10家]
            培训 = 2万人次 [培训2万人次]"#]],
    );
    check(
        "到2027年，规范管理率保持在95%以上，素养水平达到42%左右，管理费用占比降至8%以内，力争占比达30%。",
        expect![[r#"
        规范管理率 >= 95% @2027-12-31 [规范管理率保持在95%以上]
        素养水平 ~ 42% @2027-12-31 [素养水平达到42%左右]
        管理费用占比 <= 8% @2027-12-31 [管理费用占比降至8%以内]
        占比 >= 30% @2027-12-31 [力争占比达30%]"#]],
    );
    check(
        "50%的基层机构达到推荐标准，20个村卫生室达到省定标准，全市100%的卫生院和70%的村卫生室能够提供服务。",
        expect![[r#"
        达到推荐标准的基层机构比例 = 50% [50%的基层机构达到推荐标准]
        达到省定标准的村卫生室 = 20个 [20个村卫生室达到省定标准]
        全市卫生院比例 = 100% [全市100%的卫生院]
        能够提供服务的村卫生室比例 = 70% [70%的村卫生室能够提供服务]"#]],
    );
    check(
        "种植、收获机械化率分别达到65%和55%，综合医院服务占比不低于门诊量的4%，专科医院不低于2%。",
        expect![[r#"
            种植机械化率 >= 65% [种植、收获机械化率分别达到65%和55%]
            收获机械化率 >= 55% [种植、收获机械化率分别达到65%和55%]
            综合医院服务占比 >= 4% [综合医院服务占比不低于门诊量的4%]
            综合医院服务占比（专科医院） >= 2% [专科医院不低于2%]"#]],
    );
    check(
        "争创省级中心1-2个，生产总值增长6%左右，非法行医案件同比下降5%，建成百个社区，培育千家企业。",
        expect![[r#"
            省级中心 range 1–2个 [争创省级中心1-2个]
            生产总值增长率 increase 6% [生产总值增长6%左右]
            非法行医案件同比下降率 decrease 5% [非法行医案件同比下降5%]
            社区 = 100个 [建成百个社区]"#]],
    );
    check(
        "在全市10个社区开展试点，每个县至少设置1个病区，每周上门1次。",
        expect![[r#"
            在全市社区开展试点 = 10个 [在全市10个社区开展试点]
            每个县至少设置病区 >= 1个 [每个县至少设置1个病区]
            每周上门 = 1次 [每周上门1次]"#]],
    );
}

#[test]
fn other_numbers_are_none() {
    for words in [
        "为65周岁以上老年人和65-79岁居民免费体检，2026年3月5日前完成。",
        "落实“六统一”和“1+7+3”机制，推进“415X”集群，执行GB 50180标准，支持IPv6。",
        "对正常运营1年以上的高校毕业生，给予最高1万元一次性创业补贴和贷款利息50%的贴息。",
        "按不超过合同执行金额的30%、最高800万元的标准给予补助，其余按不高于10%的标准给予补助。",
        "每年发放不超过5000万元算力券，同一企业每年申领不超过100万元。",
        "授予张三等5名专家奖项，聚焦10项重点任务，共5项，第12条，前3名，得2分。",
        "二级以上医院、五级中医馆、第三轮督察、三项机制、两个允许、十大行动。",
        "电话0519-88881234，文号云卫发〔2026〕3号，时间10:30，见［14］。",
    ] {
        check(words, expect![[""]]);
    }
}

#[test]
fn results_are_told_from_commitments() {
    check(
        "去年建成中心34个。截至2025年底，累计建成站点20个。今年新建站点10个。",
        expect![[r#"
            中心 = 34个 已完成 [去年建成中心34个]
            累计建成站点 = 20个 已完成 [累计建成站点20个]
            新建站点 = 10个 @2026-12-31 [今年新建站点10个]"#]],
    );
}

#[test]
fn states_without_a_number_are_qualitative() {
    check(
        "婴儿死亡率明显下降，信用评价实现全覆盖，治疗率达到市定水平，服务更好。",
        expect![[r#"
        婴儿死亡率 qualitative  [婴儿死亡率明显下降]
        信用评价全覆盖 qualitative  [信用评价实现全覆盖]
        治疗率 qualitative  [治疗率达到市定水平]"#]],
    );
}
