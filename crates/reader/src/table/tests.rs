use expect_test::{Expect, expect};

fn check(words: &str, expected: Expect) {
    let draft = crate::read("表.txt", words.as_bytes()).unwrap().draft;
    let mut shown = Vec::new();
    for measure in &draft.measures {
        let units: Vec<String> = measure.units.iter().map(|u| format!("{}{}", u.role.zh(), u.name)).collect();
        let section = measure.section.map_or(String::new(), |at| draft.sections[at].title.clone());
        let deadline = measure.deadline.map_or(String::new(), |d| d.to_string());
        let targets: Vec<String> = measure.targets.iter().map(|t| t.quote.clone()).collect();
        shown.push(format!(
            "{:?} {section} | {} | {} | {deadline} | {}",
            measure.number,
            measure.title,
            units.join(" "),
            targets.join(" ")
        ));
    }
    for t in &draft.targets {
        let due = t.due.map_or(String::new(), |d| d.to_string());
        shown.push(format!("{} {} {}{} {due} [{}]", t.name, t.comparator, t.value.unwrap(), t.unit, t.quote));
    }
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn a_table_of_tasks_is_read_by_its_headings() {
    check(
        "云州市2026年重点任务分解表\n序号 | 重点任务 | 工作措施 | 牵头单位 | 配合单位 | 完成时限\n一、 | 医改 | | | |\n1 | 建设急救站 | 新建急救站10个。 | 市急救中心 | 市财政局、市卫健委 | 6月底前\n2 | 培训 | 培训2万人次。 | 市卫健委 | | 全年\n3 | 检查 | 组织检查。 | 市卫健委",
        expect![[r#"
            Some("1") 医改 | 建设急救站 | 牵头市急救中心 配合市财政局 配合市卫健委 | 2026-06-30 | 新建急救站10个
            Some("2") 医改 | 培训 | 牵头市卫健委 | 2026-12-31 | 培训2万人次
            Some("3") 医改 | 检查 | 牵头市卫健委 配合市财政局 配合市卫健委 | 2026-12-31 | "#]],
    );
}

#[test]
fn a_table_of_indicators_gives_targets() {
    check(
        "云州市卫生指标表\n一级指标 | 指标名称 | 计量单位 | 2025年（基期） | 2026年目标值 | 属性\n健康水平 | 人均预期寿命 | 岁 | 79 | 80以上 | 预期性\n孕产妇死亡率 | 1/10万 | 9 | ≤8 | 约束性\n医疗 | 床位数（张） | 张 | 3 | 5-6 | 预期性",
        expect![[r#"
            人均预期寿命 >= 80岁 2026-12-31 [人均预期寿命 | 岁 | 79 | 80以上]
            孕产妇死亡率 <= 81/10万 2026-12-31 [孕产妇死亡率 | 1/10万 | 9 | ≤8]
            床位数 range 5张 2026-12-31 [床位数（张） | 张 | 3 | 5-6]"#]],
    );
}
