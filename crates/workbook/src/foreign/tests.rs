use super::*;
use domain::ColumnRole;
use rust_xlsxwriter::{Format, Workbook};

/// A sheet as it is typed: cells parted by `|`, a number as a number, `^` merged with the cell above, `<` with the one before.
pub fn sheet(workbook: &mut Workbook, name: &str, rows: &[&str]) {
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.split('|').map(str::trim).collect()).collect();
    let at = |row: usize, column: usize| cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or("");
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).unwrap();
    for (row, line) in cells.iter().enumerate() {
        for (column, text) in line.iter().enumerate() {
            let down = (row + 1..).take_while(|below| at(*below, column) == "^").count();
            let across = (column + 1..).take_while(|beside| at(row, *beside) == "<").count();
            let place = (row as u32, column as u16);
            match text.parse::<f64>() {
                _ if *text == "^" || *text == "<" || text.is_empty() => {}
                _ if down + across > 0 => {
                    sheet
                        .merge_range(place.0, place.1, place.0 + down as u32, place.1 + across as u16, text, &Format::new())
                        .map(drop)
                        .unwrap();
                }
                Ok(number) => drop(sheet.write_number(place.0, place.1, number).unwrap()),
                Err(_) => drop(sheet.write_string(place.0, place.1, *text).unwrap()),
            }
        }
    }
}

fn book(rows: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "台账", rows);
    workbook.save_to_buffer().unwrap()
}

/// Shows the header's place and each column: letter, role, period, what it counts, unit.
fn shown(sheet: &ForeignSheet) -> String {
    let Some(place) = sheet.header() else { return "没有表头".to_owned() };
    let columns = sheet.headings(place, 2024).into_iter().map(|heading| {
        let role = heading.role.map_or("?", ColumnRole::code);
        let period = heading.period.map(|period| format!("@{period}")).unwrap_or_default();
        let spread = heading.spread.map(|spread| if spread == Spread::ToDate { "↑" } else { "=" }).unwrap_or_default();
        let unit = heading.unit.map(|unit| format!("[{unit}]")).unwrap_or_default();
        format!("{}{role}{period}{spread}{unit}", heading.letter)
    });
    format!("{}+{} {}", place.row, place.lines - 1, columns.collect::<Vec<_>>().join(" "))
}

fn check(rows: &[&str], wanted: &str) {
    assert_eq!(shown(&read_foreign(&book(rows)).unwrap()[0]), wanted, "{rows:#?}");
}

#[test]
fn headings_of_ledgers_made_elsewhere_are_known_whatever_their_layout() {
    // A ledger of tasks with three passages.
    check(
        &[
            "云州市2024年重点任务推进台账|<|<|<|<|<|<|<",
            "序号|重点任务|工作措施|牵头单位|完成时限|进展情况|存在问题|下一步打算",
            "1|增加托位|新建园所|市卫健委|12月底|已建8家|无|继续",
        ],
        "2+0 Anumber Bmeasure Cdetail Dlead Edue Fprogress Gproblems Hnext_steps",
    );
    // Months side by side under one heading.
    check(
        &["序号|指标名称|计量单位|年度目标|完成值|<|<|备注", "^|^|^|^|1月|2月|3月|^", "1|新增托位|个|2600|100|220|300|"],
        "1+1 Anumber Bindicator Cunit_of_measure Dtarget Evalue@2024-01 Fvalue@2024-02 Gvalue@2024-03 Hnote",
    );
    // As of a month, with what is computed.
    check(
        &["考核指标|单位|目标值|截至6月累计完成|完成率|排名", "新增托位|个|2600|1300|50%|3"],
        "1+0 Aindicator Bunit_of_measure Ctarget Dvalue@2024-06↑ Eignored Fignored",
    );
    // This month and since January.
    check(
        &["任务名称|考核指标|目标值|本月完成|累计完成|责任单位", "增加托位|新增托位|2600|100|1300|东湖区卫健局"],
        "1+0 Ameasure Bindicator Ctarget Dvalue= Evalue↑ Funit",
    );
    // Units side by side; what they are called is for the ledger to say.
    check(&["填报时间：2024年7月1日|<|<|<", "序号|指标名称|东湖区|西山区", "1|新增托位|300|200"], "2+0 Anumber Bindicator C? D?");
    // 单位 holds offices.
    check(&["单位|新增托位|签约率", "东湖区卫生健康局|300|45", "西山区卫生健康局|200|50"], "没有表头");
    check(
        &["责任单位|指标|上年完成|2024年目标|二季度完成数（人次）", "东湖区卫生健康局|义诊|100|200|90"],
        "1+0 Aunit Bindicator Cbaseline Dtarget Evalue@2024-Q2[人次]",
    );
    // A legend above, a year of the base, a bare year of the target.
    check(
        &[
            "附件2|<|<|<|<",
            "主要指标完成情况表|<|<|<|<",
            "（单位：个）|<|<|<|<",
            "一级指标|指标内容|2023年|2024年|上半年实际完成",
            "医疗|床位|3|5|4",
        ],
        "4+0 A? Bindicator Cbaseline Dtarget Evalue@2024-H1",
    );
    // Numerator and denominator.
    check(
        &["指标|牵头部门|配合部门|分子|分母|指标值", "规范管理率|疾控处|基层处|3|4|75"],
        "1+0 Aindicator Blead Ccooperating Dnumerator Edenominator F?",
    );
    // 完成情况 that holds figures, and one that holds sentences.
    check(&["项目|计划数|6月完成情况", "新建站点|10|4", "培训|500|200"], "1+0 Ameasure Btarget Cvalue@2024-06");
    check(&["项目|计划数|6月完成情况", "新建站点|10|已开工4处", "培训|500|已办2期"], "1+0 Ameasure Btarget Cprogress@2024-06");
    // The same heading twice: the second is not taken.
    check(&["序号|工作任务|备注|备注", "1|新建站点|a|b"], "1+0 Anumber Bmeasure Cnote Dignored");
    // Three rows of headings.
    check(
        &["指标名称|2024年|<|<|<", "^|目标值|完成情况|<|<", "^|^|4月|5月|6月", "新增托位|2600|900|1100|1300"],
        "1+2 Aindicator Btarget Cvalue@2024-04 Dvalue@2024-05 Evalue@2024-06",
    );
    check(&["随便|写写", "没有|表头"], "没有表头");
}

#[test]
fn a_text_table_is_read_with_a_heading_over_several_columns() {
    let text = "指标名称,单位,完成值,,\r\n,,1月,2月,3月\r\n新增托位,个,100,220,300\r\n";
    let sheets = read_foreign(text.as_bytes()).unwrap();
    assert_eq!(shown(&sheets[0]), "1+1 Aindicator Bunit_of_measure Cvalue@2024-01 Dvalue@2024-02 Evalue@2024-03");
    let body: Vec<u32> = sheets[0].body(sheets[0].header().unwrap()).map(|row| row.number).collect();
    assert_eq!(body, [3]);
}

#[test]
fn periods_are_named_in_many_ways() {
    for (heading, wanted) in [
        ("6月", "2024-06"),
        ("六月", "2024-06"),
        ("十二月完成", "2024-12"),
        ("1-6月累计", "2024-06"),
        ("1月至9月", "2024-09"),
        ("截至10月底完成值", "2024-10"),
        ("2023年11月", "2023-11"),
        ("23年5月", "2023-05"),
        ("第二季度", "2024-Q2"),
        ("3季度", "2024-Q3"),
        ("Q4完成", "2024-Q4"),
        ("上半年完成", "2024-H1"),
        ("全年完成", "2024"),
    ] {
        assert_eq!(when::period(heading, 2024).map(|period| period.to_string()).as_deref(), Some(wanted), "{heading}");
    }
    for heading in ["完成值", "13月", "第五季度", "2024年目标值", "本月完成", ""] {
        assert_eq!(when::period(heading, 2024), None, "{heading}");
    }
    for (heading, to_date) in [("1-6月", true), ("截至6月", true), ("6月", false), ("11-12月", false), ("累计完成", true)] {
        assert_eq!(when::is_to_date(heading), to_date, "{heading}");
    }
}

#[test]
fn rows_that_are_no_items_are_told_apart() {
    let rows = [
        "序号|重点任务|指标|完成值",
        "一、基层能力|<|<|<",
        "1|增加托位|新增托位|30",
        "小计|||30",
        "二、|公共卫生||",
        "（三）人才||| ",
        "序号|重点任务|指标|完成值",
        "2|培训|培训人数|5",
        "|各项合计||35",
        "填表人：王芳|||",
    ];
    let sheets = read_foreign(&book(&rows)).unwrap();
    let place = sheets[0].header().unwrap();
    let headings = sheets[0].headings(place, 2024);
    let kinds: Vec<RowKind> = sheets[0].body(place).map(|row| sheets[0].kind(row, &headings)).collect();
    use RowKind::{Header, Item, Section, Total};
    assert_eq!(kinds, [Section, Item, Total, Section, Section, Header, Item, Total, Item]);
}

#[test]
fn merged_cells_say_the_same_in_each_row_and_their_figures_belong_to_none() {
    let sheets = read_foreign(&book(&["重点任务|指标|完成值", "增加托位|新增托位|30", "^|改造托位|^"])).unwrap();
    let row = &sheets[0].rows[2];
    assert_eq!((row.words(0), row.words(1)), ("增加托位", "改造托位"));
    assert!(sheets[0].rows[1].cell(2).unwrap().spans_rows, "one figure for two rows");
    assert_eq!(row.cell(2).unwrap().content, Content::Merged);
}

#[test]
fn a_layout_is_known_again_in_another_month() {
    let heads = |month: &str| {
        let sheets = read_foreign(&book(&[&format!("指标|目标值|截至{month}月完成"), "托位|3|1"])).unwrap();
        ForeignSheet::fingerprint(&sheets[0].headings(sheets[0].header().unwrap(), 2024))
    };
    assert_eq!(heads("6"), heads("12"));
    assert_ne!(heads("6"), ForeignSheet::fingerprint(&[]));
}

#[test]
fn what_is_no_table_or_too_much_is_refused_by_name() {
    let refused = |bytes: &[u8]| read_foreign(bytes).unwrap_err().code();
    assert_eq!(refused(b""), "empty_file");
    assert_eq!(refused(b"%PDF-1.7"), "other_format");
    assert_eq!(refused("只有一句话".as_bytes()), "not_a_workbook");
    assert_eq!(refused(&book(&[""])), "no_sheet");
    assert_eq!(refused(&crate::write_return_form(&crate::tests::form()).unwrap()), "own_form");
    let long = |rows: usize| format!("指标,完成值\n{}", "托位,1\n".repeat(rows - 1));
    assert_eq!(read_foreign(long(20_000).as_bytes()).unwrap()[0].rows.len(), 20_000);
    assert_eq!(refused(long(20_001).as_bytes()), "too_large");
}

#[test]
fn hidden_sheets_are_read_and_said_to_be_hidden() {
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "底表", &["指标|完成值", "托位|1"]);
    workbook.worksheet_from_index(0).unwrap().set_hidden(true);
    sheet(&mut workbook, "台账", &["指标|完成值", "托位|2"]);
    workbook.worksheet_from_index(1).unwrap().set_active(true);
    let sheets = read_foreign(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets.iter().map(|sheet| sheet.visible).collect::<Vec<_>>(), [false, true]);
}
