//! Tables made elsewhere against the plan: every row and every cell is accounted for, and nothing is written unasked.

use super::*;
use crate::foreign;
use crate::merge::OnConflict;
use domain::ColumnRole;
use proptest::prelude::*;
use serde_json::json;

const JUNE: &str = "2026-06";

fn of(office: &Office) -> ForeignOf {
    ForeignOf { plan: Some(office.plan()), period: Some(period(JUNE)) }
}

/// Opens a table of text and returns what taking it would do.
fn opened(office: &mut Office, name: &str, text: &str) -> ForeignView {
    let (path, of) = (office.file(name, text.as_bytes()), of(office));
    foreign::preview(&mut office.app, &of, &[path]).unwrap()
}

fn edited(office: &mut Office, edit: ForeignEdit) -> ForeignView {
    let of = of(office);
    foreign::set(&mut office.app, ForeignSet { of, file: 0, edit }).unwrap()
}

fn applied(office: &mut Office, on_conflict: OnConflict) -> MergeReport {
    let of = of(office);
    foreign::apply_all(&mut office.app, &of, on_conflict).unwrap()
}

/// Shows the columns: letter, role and period.
fn columns(view: &ForeignView) -> String {
    let shown = view.files[0].columns.iter().map(|column| {
        let period = column.period.filter(|_| column.role.field().is_some()).map(|period| format!("@{period}")).unwrap_or_default();
        let of = column.of.as_ref().map(|of| format!("[{of}]")).unwrap_or_default();
        format!("{}{}{period}{of}", column.letter, column.role.code())
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// Shows the rows: number, outcome and item.
fn rows(view: &ForeignView) -> Vec<String> {
    let shown = view.files[0].rows.iter().map(|row| {
        let outcome = serde_json::to_value(row.outcome).unwrap();
        let item = row.item.as_ref().map(|item| format!(" {}", item.name)).unwrap_or_default();
        format!("{} {}{item}", row.row, outcome.as_str().unwrap())
    });
    shown.collect()
}

/// Shows the cells: place, unit, theirs, outcome and code.
fn cells(report: &MergeReport) -> Vec<String> {
    let shown = report.items.iter().map(|item| {
        let unit = item.unit.clone().unwrap_or_default().chars().take(2).collect::<String>();
        let outcome = serde_json::to_value(item.outcome).unwrap();
        let code = item.code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
        format!("{}{} {unit} {} {}{code}", item.column, item.row, item.theirs.clone().unwrap_or_default(), outcome.as_str().unwrap())
    });
    shown.collect()
}

fn adds_up(report: &MergeReport) {
    let cells = report.cells;
    assert_eq!(cells.changed, cells.applied + cells.equal + cells.conflicts + cells.rejected);
    assert_eq!(cells.changed as usize, report.items.len());
}

const BY_UNIT: &str = "云州市托育台账,,,,\n序号,指标名称,责任单位,累计完成,备注\n1,新增托位,东湖区卫生健康局,300,含改造\n2,新增托位,西山区,200,\n,合计,,500,\n3,托育机构备案率,东湖区卫生健康局,85%,\n4,森林面积,东湖区卫生健康局,7,\n";

#[test]
fn a_ledger_with_a_row_for_each_unit_is_taken_and_taken_back() {
    let mut office = Office::with_plan();
    let before = office.hash();
    let view = opened(&mut office, "台账.csv", BY_UNIT);
    assert_eq!(columns(&view), "Anumber Bindicator Cunit Dvalue@2026-06 Enote@2026-06");
    assert_eq!(rows(&view), ["3 sure 新增托位，个", "4 sure 新增托位，个", "5 total", "6 sure 托育机构备案率，%", "7 unknown"]);
    let report = view.report.unwrap();
    assert_eq!(cells(&report), ["D3 东湖 300 applied", "E3 东湖 含改造 applied", "D4 西山 200 applied", "D6 东湖 85% applied"]);
    assert_eq!(office.hash(), before, "a preview writes nothing");
    let done = applied(&mut office, OnConflict::Open);
    adds_up(&done);
    assert_eq!(office.status(JUNE, "新增托位").value.map(|value| value.to_string()).as_deref(), Some("500"));
    crate::history::undo(&mut office.app, Nothing {}).unwrap();
    assert_eq!(office.hash(), before, "one operation, undone as one");
}

#[test]
fn the_same_table_again_is_equal_and_another_figure_asks() {
    let mut office = Office::with_plan();
    opened(&mut office, "台账.csv", BY_UNIT);
    applied(&mut office, OnConflict::Open);
    let again = opened(&mut office, "台账.csv", BY_UNIT);
    let report = again.report.unwrap();
    assert_eq!((report.cells.applied, report.cells.equal), (0, 4));
    assert!(again.files[0].messages.iter().any(|said| said.contains("以前采用过")));
    let changed = BY_UNIT.replace("300", "310");
    let report = opened(&mut office, "改.csv", &changed).report.unwrap();
    let asked = report.items.iter().find(|item| item.outcome == Outcome::Conflict).unwrap();
    assert_eq!((asked.ours.as_deref(), asked.theirs.as_deref()), (Some("300"), Some("310")));
    assert!(asked.message.as_deref().unwrap().contains("台账已有不同的内容"));
    assert_eq!(applied(&mut office, OnConflict::Open).cells.conflicts, 1);
    assert_eq!(office.status(JUNE, "新增托位").value.unwrap(), 500.0, "nothing is overwritten unasked");
    opened(&mut office, "改.csv", &changed);
    assert_eq!(applied(&mut office, OnConflict::Decide(Choice::Theirs)).cells.applied, 1);
    assert_eq!(office.status(JUNE, "新增托位").value.unwrap(), 510.0);
}

#[test]
fn units_side_by_side_months_side_by_side_and_indicators_side_by_side() {
    let mut office = Office::with_plan();
    let view = opened(&mut office, "矩阵.csv", "指标,计量单位,东湖区,西山区\n新增托位,个,300,200\n托育机构备案率,%,85,90\n");
    assert_eq!(columns(&view), "Aindicator Bunit_of_measure Cof_unit@2026-06[东湖区卫生健康局] Dof_unit@2026-06[西山区卫生健康局]");
    assert_eq!(view.report.unwrap().cells.applied, 4);

    let months = "填报单位：东湖区卫生健康局,,,,\n序号,指标名称,完成值,,\n,,1月,2月,3月\n1,新增托位,100,150,220\n";
    let view = opened(&mut office, "各月.csv", months);
    assert_eq!(columns(&view), "Anumber Bindicator Cvalue@2026-01 Dvalue@2026-02 Evalue@2026-03");
    assert_eq!(view.files[0].unit.as_ref().unwrap().name, LAKE);
    assert!(view.files[0].unit_from.contains("表头上方"));
    assert_eq!(view.report.unwrap().cells.applied, 3);

    let view = opened(&mut office, "各指标.csv", "责任单位,新增托位,托育机构备案率\n东湖区,300,85\n西山区,200,90\n合计,500,88\n");
    assert_eq!(columns(&view), "Aunit Bof_indicator@2026-06[新增托位，个] Cof_indicator@2026-06[托育机构备案率，%]");
    assert_eq!(rows(&view), ["2 sure", "3 sure", "4 total"]);
    assert_eq!(view.report.unwrap().cells.applied, 4);
}

#[test]
fn what_is_only_like_an_indicator_waits_for_a_person() {
    let mut office = Office::with_plan();
    let table = "指标,责任单位,完成值\n托位新增数,东湖区,300\n备案率,东湖区,85\n";
    let view = opened(&mut office, "相近.csv", table);
    assert_eq!(rows(&view)[0], "2 likely 新增托位，个");
    assert_eq!(view.report.unwrap().cells.changed, 0);
    let view = edited(&mut office, ForeignEdit::Accept);
    assert_eq!(rows(&view)[0], "2 given 新增托位，个");
    let indicator = office.indicator("备案率");
    let view = edited(&mut office, ForeignEdit::Row { sheet: "CSV".into(), row: 3, item: Some(indicator) });
    assert_eq!(rows(&view)[1], "3 given 托育机构备案率，%");
    assert_eq!(view.report.unwrap().cells.applied, 2);
    let view = edited(&mut office, ForeignEdit::Row { sheet: "CSV".into(), row: 2, item: None });
    assert_eq!(rows(&view)[0], "2 skipped");
    assert_eq!(view.report.unwrap().cells.applied, 1);
}

#[test]
fn what_is_told_of_a_task_goes_to_its_measure() {
    let mut office = Office::with_plan();
    let table = "序号,重点任务,牵头单位,进展情况,存在问题,下一步打算\n1,扩大托位供给,市托育中心,已开工3处,用地未落实,6月底前选址\n2,规范机构管理,,已全部备案,,\n";
    let view = opened(&mut office, "督查.csv", table);
    assert_eq!(columns(&view), "Anumber Bmeasure Clead Dprogress Eproblems Fnext_steps");
    assert_eq!(
        cells(view.report.as_ref().unwrap()),
        ["D2 市托 已开工3处 applied", "E2 市托 用地未落实 applied", "F2 市托 6月底前选址 applied", "D3  已全部备案 rejected unit_unclear",]
    );
    applied(&mut office, OnConflict::Open);
    let of = OfPeriod { plan: office.plan(), period: period(JUNE) };
    let told = crate::narrative::list(&mut office.app, of).unwrap();
    assert_eq!(told[0].told.problems, "用地未落实");
}

#[test]
fn a_cell_that_cannot_be_taken_says_why() {
    let mut office = Office::with_plan();
    let table = "指标,计量单位,责任单位,本月完成,完成率\n新增托位,个,东湖区,30,10%\n新增托位,个,西山区,很多,\n托育机构备案率,家,东湖区,85,\n托育机构备案率,%,南乡区,85,\n托育机构备案率,%,市托育中心,85,\n培训育婴员,人,\"东湖区、西山区\",50,\n投诉办结时间,天,东湖区,4,\n投诉办结时间,天,东湖区,5,\n";
    let view = opened(&mut office, "有错.csv", table);
    assert_eq!(columns(&view), "Aindicator Bunit_of_measure Cunit Dvalue@2026-06 Eignored");
    assert_eq!(
        cells(view.report.as_ref().unwrap()),
        [
            "D2 东湖 30 rejected in_period_for_cumulative",
            "D3 西山 很多 rejected in_period_for_cumulative",
            "D4 东湖 85 rejected unit_differs",
            "D5  85 rejected unit_unknown",
            "D6 市托 85 rejected unit_not_asked",
            "D7  50 rejected in_period_for_cumulative",
            "D8 东湖 4 rejected row_twice",
            "D9 东湖 5 rejected row_twice",
        ]
    );
    adds_up(view.report.as_ref().unwrap());
    let view = opened(&mut office, "几家.csv", "指标,责任单位,累计完成\n培训育婴员,\"东湖区、西山区\",50\n");
    assert_eq!(cells(view.report.as_ref().unwrap()), ["C2  50 rejected unit_unclear"]);
    let view = opened(&mut office, "两列.csv", "指标,责任单位,本月完成,累计完成（万个）\n新增托位,东湖区,30,0.03\n");
    assert_eq!(
        cells(view.report.as_ref().unwrap()),
        ["D2 东湖 0.03万个 applied"],
        "the column that suits a cumulative figure, in its unit"
    );
    applied(&mut office, OnConflict::Open);
    assert_eq!(office.status(JUNE, "新增托位").value.unwrap(), 300.0);
}

#[test]
fn a_frozen_period_and_one_outside_the_plan_are_refused() {
    let mut office = Office::with_plan();
    office.on("2026-07-02");
    office.record("新增托位", LAKE, JUNE, "10");
    let of = OfPeriod { plan: office.plan(), period: period(JUNE) };
    crate::freeze::freeze(&mut office.app, of).unwrap();
    let view = opened(&mut office, "冻结.csv", "指标,责任单位,2025年5月完成,6月,7月\n新增托位,东湖区,1,300,350\n");
    assert_eq!(columns(&view), "Aindicator Bunit Cbaseline Dvalue@2026-06 Evalue@2026-07");
    assert_eq!(cells(view.report.as_ref().unwrap()), ["D2 东湖 300 rejected frozen", "E2 东湖 350 applied"]);
    let view = edited(&mut office, ForeignEdit::Column { letter: "C".into(), role: ColumnRole::Value });
    assert_eq!(cells(view.report.as_ref().unwrap())[0], "C2 东湖 1 rejected outside_plan");
}

#[test]
fn a_mapping_is_kept_proposed_changed_and_forgotten() {
    let mut office = Office::with_plan();
    let table = |month: u32| format!("名称,区县,甲,截至{month}月数\n新增托位,东湖区,8,{}\n", month * 10);
    let view = opened(&mut office, "五月.csv", &table(5));
    assert!(view.files[0].problem.is_some(), "nothing names the items");
    for (letter, role) in [("A", ColumnRole::Indicator), ("D", ColumnRole::Value)] {
        edited(&mut office, ForeignEdit::Column { letter: letter.into(), role });
    }
    let done = applied(&mut office, OnConflict::Open);
    assert_eq!(done.cells.applied, 1);
    let view = opened(&mut office, "七月.csv", &table(7));
    assert!(view.files[0].remembered);
    assert_eq!(columns(&view), "Aindicator Bunit Cignored Dvalue@2026-07");
    assert!(view.files[0].columns.iter().all(|column| column.source == RoleSource::Remembered));
    let view = edited(&mut office, ForeignEdit::Forget);
    assert!(!view.files[0].remembered && view.files[0].problem.is_some());
    let view = opened(&mut office, "八月.csv", &table(8));
    assert!(!view.files[0].remembered, "forgotten in the ledger too");
    crate::history::undo(&mut office.app, Nothing {}).unwrap();
    assert!(opened(&mut office, "八月.csv", &table(8)).files[0].remembered, "and brought back by undo");
}

#[test]
fn a_role_a_table_has_once_moves_to_the_column_that_is_named() {
    let mut office = Office::with_plan();
    opened(&mut office, "两名.csv", "指标,指标名称,责任单位,完成值\n甲,新增托位,东湖区,3\n");
    let view = edited(&mut office, ForeignEdit::Column { letter: "B".into(), role: ColumnRole::Indicator });
    assert_eq!(columns(&view), "Aignored Bindicator Cunit Dvalue@2026-06");
    assert_eq!(view.report.unwrap().cells.applied, 1);
}

#[test]
fn one_bad_file_does_not_stop_the_others_and_files_alike_are_mapped_alike() {
    let mut office = Office::with_plan();
    let paths = [
        office.file("坏.xlsx", b"PK\x03\x04"),
        office.file("东湖区卫生健康局.csv", "名称,数\n新增托位,30\n".as_bytes()),
        office.file("西山区卫生健康局.csv", "名称,数\n新增托位,20\n".as_bytes()),
    ];
    let of = of(&office);
    let view = foreign::preview(&mut office.app, &of, &paths).unwrap();
    assert!(view.files.iter().all(|file| file.problem.is_some()));
    let set = |office: &mut Office, edit| foreign::set(&mut office.app, ForeignSet { of: of.clone(), file: 1, edit }).unwrap();
    set(&mut office, ForeignEdit::Header { row: 1 });
    let header = |office: &mut Office| {
        foreign::set(&mut office.app, ForeignSet { of: of.clone(), file: 2, edit: ForeignEdit::Header { row: 1 } }).unwrap()
    };
    header(&mut office);
    set(&mut office, ForeignEdit::Column { letter: "A".into(), role: ColumnRole::Indicator });
    let view = set(&mut office, ForeignEdit::Column { letter: "B".into(), role: ColumnRole::Value });
    assert_eq!(
        cells(view.report.as_ref().unwrap()),
        ["B2 东湖 30 applied", "B2 西山 20 applied"],
        "the unit is the one in the file's name"
    );
    assert_eq!(foreign::apply_all(&mut office.app, &of, OnConflict::Open).unwrap().cells.applied, 2);
}

#[test]
fn a_table_without_a_header_says_what_was_looked_for() {
    let mut office = Office::with_plan();
    let view = opened(&mut office, "乱.csv", "甲,乙,丙\n1,2,3\n4,5,6\n");
    let problem = view.files[0].problem.clone().unwrap();
    assert!(problem.contains("没有找到表头") && problem.contains("指明表头"), "{problem}");
    assert_eq!(view.files[0].lines.len(), 3, "the rows are shown, so that a person can say which is the header");
    let of = of(&office);
    let error = foreign::apply_all(&mut office.app, &of, OnConflict::Open).unwrap_err();
    assert!(error.message.contains("没有找到表头"));
    let error = office.refused("foreign_apply", json!({ "of": { "plan": null, "period": null }, "decisions": [] }));
    assert!(error.message.contains("还没有计划"));
}

#[test]
fn a_table_becomes_the_draft_of_a_new_plan_as_its_columns_are_named() {
    let mut office = Office::with_plan();
    let table = "云州市2026年重点任务分解表,,,,\n编号,名称,干什么,谁来干,何时\n1,建设急救站,新建急救站10个。,市急救中心,6月底前\n2,开展培训,培训2万人次。,市卫健委,全年\n小计,,,,\n,,,,见附件\n";
    let view = opened(&mut office, "分解表.csv", table);
    assert!(view.files[0].problem.is_some());
    edited(&mut office, ForeignEdit::Header { row: 2 });
    for (letter, role) in
        [("B", ColumnRole::Measure), ("C", ColumnRole::Detail), ("D", ColumnRole::Lead), ("E", ColumnRole::Due), ("A", ColumnRole::Number)]
    {
        edited(&mut office, ForeignEdit::Column { letter: letter.into(), role });
    }
    let draft = office.call("foreign_draft", json!({ "file": 0 }));
    let measures = draft["measures"].as_array().unwrap();
    assert_eq!(measures.len(), 2);
    assert_eq!((measures[0]["title"].as_str(), measures[0]["deadline"].as_str()), (Some("建设急救站"), Some("2026-06-30")));
    let said = draft.to_string();
    assert!(said.contains("市急救中心") && said.contains("第3行"), "{said}");
    assert!(said.contains("原表第6行没有读出举措或目标"), "{said}");
    assert!(office.call("foreign_show", json!({ "plan": null, "period": null })).is_null());
}

/// A sheet of figures of one district, with a title above.
fn sheet(name: &'static str, title: &str, heading: &'static str, value: u32) -> workbook::Table {
    let head = |heading: &'static str| workbook::Head { heading: heading.into(), width: 12, is_id: false };
    let row = vec![
        workbook::Value::Text("新增托位".into()),
        workbook::Value::Text("东湖区".into()),
        workbook::Value::Number(domain::Amount::from(value)),
    ];
    workbook::Table {
        name,
        title: title.into(),
        line: String::new(),
        columns: vec![head("指标"), head("责任单位"), head(heading)],
        rows: vec![row],
    }
}

#[test]
fn sheets_with_the_same_headings_are_taken_each_for_its_own_period_and_others_are_named() {
    let mut office = Office::with_plan();
    let tables = [
        sheet("1月", "进度表", "完成值", 100),
        sheet("2月", "进度表", "完成值", 150),
        sheet("合并", "云州市2026年3月进度表", "完成值", 180),
        sheet("目标", "目标表", "目标值", 1200),
    ];
    let bytes = workbook::write_tables("进度", "2026-04-02".parse().unwrap(), &tables).unwrap();
    let (path, of) = (office.file("各月.xlsx", &bytes), of(&office));
    let view = foreign::preview(&mut office.app, &of, &[path]).unwrap();
    let file = &view.files[0];
    assert_eq!(file.sheets.iter().filter(|sheet| sheet.taken).map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["1月", "2月", "合并"]);
    assert!(file.messages.iter().any(|said| said.contains("表头不同的工作表没有采用：目标")), "{:?}", file.messages);
    assert_eq!(view.report.unwrap().cells.applied, 3);
    let view = edited(&mut office, ForeignEdit::All { all: false });
    assert_eq!(view.report.unwrap().cells.applied, 1);
    let view = edited(&mut office, ForeignEdit::Sheet { name: "合并".into() });
    assert_eq!(view.files[0].period, Some(period("2026-03")), "the title says so");
    foreign::apply_all(&mut office.app, &of, OnConflict::Open).unwrap();
    assert_eq!(office.status("2026-03", "新增托位").value.unwrap(), 180.0);
    assert_eq!(office.status("2026-01", "新增托位").value.unwrap(), 100.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_the_cells_hold_the_count_adds_up_and_a_second_time_brings_nothing(
        filled in prop::collection::vec((0usize..5, 0usize..4, "(|[0-9]{1,4}|[0-9]%|很多|1\\.2万|０３)"), 0..12),
        ours in prop::option::of(0u32..50),
    ) {
        let mut office = Office::with_plan();
        if let Some(ours) = ours {
            office.record("新增托位", LAKE, JUNE, &ours.to_string());
        }
        let names = ["新增托位", "托育机构备案率", "托位新增", "合计", "投诉办结时间"];
        let offices = ["东湖区", "西山区", "", "南乡区"];
        let lines: Vec<String> = filled.iter().map(|(name, unit, value)| format!("{},{},{value}", names[*name], offices[*unit])).collect();
        let table = format!("指标,责任单位,完成值\n{}\n新增托位,东湖区,1\n", lines.join("\n"));
        let view = opened(&mut office, "随机.csv", &table);
        prop_assert_eq!(view.files[0].rows.len(), lines.len() + 1, "every row is listed");
        adds_up(view.report.as_ref().unwrap());
        let done = applied(&mut office, OnConflict::Open);
        adds_up(&done);
        prop_assert_eq!(done.cells, view.report.unwrap().cells);
        let hash = |office: &Office| office.app.store().unwrap().entries_of_period(period(JUNE)).unwrap();
        let (before, again) = (hash(&office), opened(&mut office, "随机.csv", &table).report.unwrap());
        prop_assert_eq!(again.cells.applied, 0);
        prop_assert_eq!(again.cells.equal, done.cells.applied + done.cells.equal);
        prop_assert_eq!(hash(&office), before);
    }
}

#[test]
fn what_is_hidden_and_noted_in_a_table_is_told() {
    let mut office = Office::with_plan();
    let of = of(&office);
    let path = office.file("台账.xls", include_bytes!("../../../workbook/src/tests/noted.xls"));
    let file = foreign::preview(&mut office.app, &of, &[path]).unwrap().files.remove(0);
    // The sheet that is not taken is named as such, and its note with it is of no concern.
    assert_eq!(
        file.messages,
        [
            "表头不同的工作表没有采用：说明",
            "工作表“填报表”第3–4行和C列是隐藏的（或被筛选掉的），也读了",
            "工作表“填报表” E2 有批注：“含改造两处 其余为新建”，没有采用；要保留请写进备注",
            "工作表“填报表” H4 有批注：“口径 & 来源<待核>”，没有采用；要保留请写进备注",
        ]
    );
}
