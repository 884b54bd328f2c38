use expect_test::{Expect, expect};

/// Shows a target with what it sets out from.
fn detailed(t: &crate::Target) -> String {
    let value = t.value.map_or(String::new(), |v| v.to_string());
    let upper = t.upper.map_or(String::new(), |v| format!("–{v}"));
    let due = t.due.map_or(String::new(), |d| format!(" @{d}"));
    let from = t.baseline.as_ref().map_or(String::new(), |b| {
        let day = b.date.map_or(String::new(), |d| format!("，{d}"));
        format!(" （基期{}{day}）", b.value)
    });
    format!("{} {} {value}{upper}{}{due}{from}", t.name, t.comparator, t.unit)
}

/// Shows the measures in a line each, and all targets with what they set out from.
fn aims(words: &str, expected: Expect) {
    let reading = crate::read("表.txt", words.as_bytes()).unwrap();
    let mut shown = Vec::new();
    for measure in &reading.draft.measures {
        let units: Vec<&str> = measure.units.iter().map(|u| u.name.as_str()).collect();
        let section = measure.section.map_or("", |at| &reading.draft.sections[at].title);
        shown.push(format!("[{section}] {} ({})", measure.title, units.join(" ")));
        shown.extend(measure.targets.iter().map(|t| format!("    {}", detailed(t))));
    }
    shown.extend(reading.draft.targets.iter().map(detailed));
    for target in reading.draft.targets.iter().chain(reading.draft.measures.iter().flat_map(|m| &m.targets)) {
        assert_eq!(target.quote, reading.source.slice(target.span));
        assert!(target.baseline.iter().all(|b| b.quote == reading.source.slice(b.span)));
    }
    expected.assert_eq(&shown.join("\n"));
}

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

#[test]
fn a_column_of_the_base_year_gives_each_target_its_baseline() {
    aims(
        "桐坞县2026年卫生健康主要指标\n指标 | 单位 | 2025年（基期） | 2026年目标值 | 属性\n人均预期寿命 | 岁 | 79.4 | 79.8 | 预期性\n孕产妇死亡率 | /10万 | 9 | ≤8 | 约束性\n床位数 | 万张 | 9800张 | 1.2 | 预期性",
        expect![[r#"
            人均预期寿命 = 79.8岁 @2026-12-31 （基期79.4，2025-12-31）
            孕产妇死亡率 <= 8/10万 @2026-12-31 （基期9，2025-12-31）
            床位数 = 1.2万张 @2026-12-31 （基期0.98，2025-12-31）"#]],
    );
    for (heading, when) in [
        ("现状值", ""),
        ("基期值", ""),
        ("2025年完成值", "，2025-12-31"),
        ("上年实际", "，2025-12-31"),
        ("2025年", "，2025-12-31"),
        ("现状（2024年）", "，2024-12-31"),
    ] {
        let table = format!("桐坞县2026年主要指标\n指标名称 | {heading} | 2026年目标值\n规范管理率 | 76% | 80%");
        let draft = crate::read("表.txt", table.as_bytes()).unwrap().draft;
        assert_eq!(detailed(&draft.targets[0]), format!("规范管理率 = 80% @2026-12-31 （基期76{when}）"), "{heading}");
    }
}

#[test]
fn each_target_year_is_a_target_and_those_on_the_way_say_their_year() {
    aims(
        "桐坞县“十五五”主要指标\n指标 | 单位 | 基期值 | 目标值 | | 属性\n | | 2025年 | 2028年 | 2030年 |\n健康素养水平 | % | 31.2 | 34 | 38左右 | 预期性\n住院日 | 天 | 9.1 | 8.6 | 8.2 | 预期性",
        expect![[r#"
            健康素养水平（2028年） = 34% @2028-12-31 （基期31.2，2025-12-31）
            健康素养水平 ~ 38% @2030-12-31 （基期31.2，2025-12-31）
            住院日（2028年） = 8.6天 @2028-12-31 （基期9.1，2025-12-31）
            住院日 = 8.2天 @2030-12-31 （基期9.1，2025-12-31）"#]],
    );
}

#[test]
fn what_is_no_plain_number_has_no_baseline_and_is_asked_about() {
    aims(
        "桐坞县2026年主要指标\n指标 | 单位 | 2025年 | 2026年目标值\n费用增幅 | % | 6.1 | 增长5%左右\n排放降低 | % | 18 | 17\n信息化水平 | / | — | 完成市下达目标\n签约率 | % | 76 | 75\n死亡率 | ‰ | 3.1 | 3\n培训 | 人次 | / | /",
        expect![[r#"
            费用增幅 increase 5% @2026-12-31
            排放降低 decrease 17% @2026-12-31
            信息化水平 qualitative  @2026-12-31
            签约率 = 75% @2026-12-31 （基期76，2025-12-31）
            死亡率 = 3‰ @2026-12-31 （基期3.1，2025-12-31）"#]],
    );
    let words = "桐坞县2026年主要指标\n指标 | 2025年 | 2026年目标值\n签约率 | 76% | 75%\n死亡率 | 3.1‰ | 3‰";
    let doubts: Vec<bool> = crate::read("表.txt", words.as_bytes()).unwrap().draft.targets.iter().map(|t| t.doubt.is_some()).collect();
    assert_eq!(doubts, [true, false], "a rate of deaths is meant to fall, another may be a slip");
}

#[test]
fn cells_are_read_as_they_are_written() {
    aims(
        "桐坞县2026年主要指标\n指标 | 计量单位 | 目标值\n甲类达标率 | % | ≥95\n乙类漏诊率 | % | <10\n丙类合格率 | % | 95%以上\n丁类合格率 | % | 不低于90\n培训人数 | 人 | 1.2万\n戊类床位 | 张 | 100-120\n己类覆盖率 | % | 城市≥95，农村≥90\n庚类覆盖率 | % | 2028年80，2030年85\n辛类产值（亿元） | — | 12\n壬类比例 | % | >=60\n癸类站点 | 个 | 120（其中农村40）",
        expect![[r#"
            甲类达标率 >= 95%
            乙类漏诊率 <= 10%
            丙类合格率 >= 95%
            丁类合格率 >= 90%
            培训人数 = 1.2万人
            戊类床位 range 100–120张
            己类覆盖率（城市） >= 95%
            己类覆盖率（农村） >= 90%
            庚类覆盖率 = 80% @2028-12-31
            庚类覆盖率 = 85% @2030-12-31
            辛类产值 = 12亿元
            壬类比例 >= 60%
            癸类站点 = 120个
            癸类站点（农村） = 40个"#]],
    );
}

#[test]
fn a_table_of_tasks_with_targets_gives_measures() {
    aims(
        "桐坞县2026年重点任务分解表\n板块 | 序号 | 重点任务 | 目标值 | 责任单位 | 完成时限\n急救 | 1 | 建设急救站 | 新建10个，改造5个 | 县急救中心 | 6月底前\n | 2 | 家庭医生签约率 | ≥45% | 县卫健局 | 12月底\n宣传 | 1 | 开展健康讲座 | 300场次 | 县健教所 | 全年\n | 2 | 创建卫生镇 | 完成市下达目标 | 县爱卫办 | 年底前",
        expect![[r#"
            [急救] 建设急救站 (县急救中心)
                建设急救站（新建） = 10个
                建设急救站（改造） = 5个
            [急救] 家庭医生签约率 (县卫健局)
                家庭医生签约率 >= 45%
            [宣传] 开展健康讲座 (县健教所)
                开展健康讲座 = 300场次
            [宣传] 创建卫生镇 (县爱卫办)
                创建卫生镇 qualitative "#]],
    );
    aims(
        "桐坞县2026年重点任务表\n序号 | 重点任务 | 考核指标 | 2025年完成值 | 2026年目标值 | 牵头单位\n1 | 提升基层能力 | 达标机构数（个） | 35 | 48 | 县基层处\n | | 签约率（%） | 41.5 | 45 | 县基层处\n2 | 推进互联互通 | 互通率 | 80% | 90% | 县信息中心",
        expect![[r#"
            [] 提升基层能力 (县基层处)
                达标机构数 = 48个 @2026-12-31 （基期35，2025-12-31）
                签约率 = 45% @2026-12-31 （基期41.5，2025-12-31）
            [] 推进互联互通 (县信息中心)
                互通率 = 90% @2026-12-31 （基期80，2025-12-31）"#]],
    );
}

#[test]
fn indicators_with_who_is_responsible_are_measures_unless_the_plan_has_others() {
    let table = "序号 | 指标 | 单位 | 目标值 | 责任单位\n1 | 规范门诊建成率 | % | 80 | 县疾控中心\n2 | 平均住院日 | 天 | ≤8 | 县医院\n1 | 培训 | 人次 | 500 | 县卫健局";
    aims(
        &format!("桐坞县2026年考核指标表\n{table}"),
        expect![[r#"
        [] 规范门诊建成率 (县疾控中心)
            规范门诊建成率 = 80%
        [] 平均住院日 (县医院)
            平均住院日 <= 8天
        [] 培训 (县卫健局)
            培训 = 500人次"#]],
    );
    aims(
        &format!("桐坞县2026年工作要点\n一、重点工作\n1．建设急救站。新建急救站10个。（责任单位：县急救中心）\n附件\n{table}"),
        expect![[r#"
        [重点工作] 建设急救站 (县急救中心)
            新建急救站 = 10个
        规范门诊建成率 = 80%
        平均住院日 <= 8天
        培训 = 500人次"#]],
    );
}

#[test]
fn a_column_of_units_of_measure_is_told_from_one_of_offices() {
    aims(
        "桐坞县2026年任务表\n任务 | 单位 | 完成时限\n新建站点10个 | 县卫健局 | 6月底",
        expect![[r#"
        [] 新建站点10个 (县卫健局)
            新建站点 = 10个"#]],
    );
    aims(
        "桐坞县2026年任务表\n任务 | 单位 | 目标值\n新建站点 | 个 | 10\n开展巡查 | 县应急局 | 20次",
        expect![[r#"
        [] 新建站点 ()
            新建站点 = 10个
        [] 开展巡查 (县应急局)
            开展巡查 = 20次"#]],
    );
}

#[test]
fn a_second_row_of_headings_that_lost_its_empty_cells_still_parts_the_target_years() {
    aims(
        "桐坞县“十五五”主要指标\n指标 | 单位 | 2025年 | 目标值 | 属性\n2028年 | 2030年\n健康素养水平 | % | 31.2 | 34 | 38 | 预期性",
        expect![[r#"
            健康素养水平（2028年） = 34% @2028-12-31 （基期31.2，2025-12-31）
            健康素养水平 = 38% @2030-12-31 （基期31.2，2025-12-31）"#]],
    );
}

#[test]
fn a_target_is_named_after_what_is_counted() {
    aims(
        "桐坞县2026年民生实事\n序号 | 项目名称 | 建设内容 | 目标值 | 单位 | 牵头领导 | 责任单位\n1 | 口袋公园 | 建设口袋公园 | 12 | 个 | 张三 | 县城管局\n2 | 家庭医生 | 重点人群签约率 | 完成85% | % | 李四 | 县卫健局",
        expect![[r#"
            [] 口袋公园 (县城管局)
                建设口袋公园 = 12个
            [] 家庭医生 (县卫健局)
                重点人群签约率 = 85%"#]],
    );
}
