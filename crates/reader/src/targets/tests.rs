use super::*;
use crate::clean::CleanLine;
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
    check("新建4家健康驿站、7家春晖家园，建成儿童友好医院10家，培训2万人次。", expect![[""]]);
    check("到2027年，规范管理率保持在95%以上，素养水平达到42%左右，管理费用占比降至8%以内，力争占比达30%。", expect![[""]]);
    check("50%的基层机构达到推荐标准，20个村卫生室达到省定标准，全市100%的卫生院和70%的村卫生室能够提供服务。", expect![[""]]);
    check("种植、收获机械化率分别达到65%和55%，综合医院服务占比不低于门诊量的4%，专科医院不低于2%。", expect![[""]]);
    check("争创省级中心1-2个，生产总值增长6%左右，非法行医案件同比下降5%，建成百个社区，培育千家企业。", expect![[""]]);
    check("在全市10个社区开展试点，每个县至少设置1个病区，每周上门1次。", expect![[""]]);
}

#[test]
fn other_numbers_are_none() {
    for words in [
        "为65周岁以上老年人和65-79岁居民免费体检，2026年3月5日前完成。",
        "落实“六统一”和“1+7+3”机制，推进“415X”集群，执行GB 50180标准，支持IPv6。",
        "对正常运营1年以上的高校毕业生，给予最高1万元一次性创业补贴和贷款利息50%的贴息。",
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
    check("去年建成中心34个。截至2025年底，累计建成站点20个。今年新建站点10个。", expect![[""]]);
}

#[test]
fn states_without_a_number_are_qualitative() {
    check("婴儿死亡率明显下降，信用评价实现全覆盖，治疗率达到市定水平，服务更好。", expect![[""]]);
}
