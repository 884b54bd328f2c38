use crate::Reading;
use expect_test::{Expect, expect};

/// Shows the targets of a plan that tells results first, each with the result it sets out from.
fn check(results: &str, targets: &str, expected: Expect) {
    let plan = format!("桐坞县2026年工作要点\n2025年，{results}\n一、重点工作\n1．做好工作。{targets}\n");
    let Reading { source, draft } = crate::read("计划.txt", plan.as_bytes()).unwrap();
    let shown: Vec<String> = draft
        .measures
        .iter()
        .flat_map(|m| &m.targets)
        .map(|t| match &t.baseline {
            Some(b) => {
                assert_eq!(b.quote, source.slice(b.span));
                format!("{} {}{} ← {}{}", t.name, t.value.unwrap(), t.unit, b.value, b.date.map_or(String::new(), |d| format!("，{d}")))
            }
            None => format!("{} {}{}", t.name, t.value.unwrap(), t.unit),
        })
        .collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn a_result_of_the_same_name_is_proposed() {
    check(
        "全市居民健康素养水平达到30.2%，家庭医生签约率76.5%，群众满意度得分达到88分。",
        "居民健康素养水平达到32%以上，家庭医生签约率达到78%，群众满意度得分达到90分。",
        expect![[r#"
            居民健康素养水平 32% ← 30.2，2025-12-31
            家庭医生签约率 78% ← 76.5，2025-12-31
            群众满意度得分 90分 ← 88，2025-12-31"#]],
    );
    check("累计建成各类护理床位9800张。", "护理床位总数达到1.2万张。", expect!["护理床位总数 1.2万张 ← 0.98，2025-12-31"]);
}

#[test]
fn what_was_done_last_year_is_not_subtracted() {
    check(
        "新增养老床位1200张，培训救护员1.6万人。",
        "新增养老床位1500张，培训救护员1.8万人。",
        expect![[r#"
        新增养老床位 1500张
        培训救护员 1.8万人"#]],
    );
    check("新建日间照料中心20个。", "日间照料中心总数达到150个。", expect!["日间照料中心总数 150个"]);
}

#[test]
fn names_that_tell_different_things_apart_are_not_taken_for_one() {
    check(
        "重点人群签约率86%，三级医院平均住院日9天，农村自来水普及率91%。",
        "居民签约率达到78%，二级医院平均住院日降至8天，城市自来水普及率达到98%。",
        expect![[r#"
            居民签约率 78%
            二级医院平均住院日 8天
            城市自来水普及率 98%"#]],
    );
}

#[test]
fn of_two_results_that_fit_none_is_guessed_but_the_later_year_counts() {
    check("规范管理率71%，城区分级后规范管理率75%，规范管理率73%。", "规范管理率达到80%。", expect!["规范管理率 80%"]);
    check("规范管理率75%，比2024年的71%有所提高。", "规范管理率达到80%。", expect!["规范管理率 80% ← 75，2025-12-31"]);
}

#[test]
fn different_units_of_measure_do_not_fit() {
    check("居民体检覆盖12万人。", "居民体检覆盖达到90%。", expect!["居民体检覆盖 90%"]);
}
