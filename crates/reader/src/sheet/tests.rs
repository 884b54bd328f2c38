use crate::package::packed;
use expect_test::{Expect, expect};

/// Shows the lines and problems of a file as the decoder gives them.
fn check(bytes: &[u8], expected: Expect) {
    let decoded = crate::decode::decode("台账", bytes).unwrap();
    expected.assert_eq(&[decoded.lines, decoded.problems].concat().join("\n"));
}

fn refused(bytes: &[u8]) -> String {
    crate::decode::decode("台账", bytes).err().expect("refused").to_string()
}

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>";

/// Packs sheets (name, state, content) as Excel does.
fn workbook(sheets: &[(&str, &str, &str)], strings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let (mut listed, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, state, content)) in sheets.iter().enumerate() {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>");
        relations += &relation(&format!("r{at}"), "worksheet", &format!("worksheets/s{at}.xml"));
        parts.push((format!("xl/worksheets/s{at}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    relations += &(relation("st", "styles", "styles.xml") + &relation("ss", "sharedStrings", "sharedStrings.xml"));
    parts.push(("_rels/.rels".into(), format!("<Relationships>{}</Relationships>", relation("m", "officeDocument", "xl/workbook.xml"))));
    parts.push(("xl/workbook.xml".into(), format!("<workbook><sheets>{listed}</sheets></workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{relations}</Relationships>")));
    parts.push(("xl/styles.xml".into(), STYLES.into()));
    parts.push(("xl/sharedStrings.xml".into(), format!("<sst>{strings}</sst>")));
    packed(&parts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// Returns a small workbook, for tests that damage it.
pub fn workbook_for_tests() -> Vec<u8> {
    workbook(&[("任务", "visible", TASKS)], STRINGS)
}

const STRINGS: &str =
    "<si><t>云州市_x000D_任务分解表_x0001_</t></si><si><r><t>新建</t></r><r><t>站点</t></r><rPh><t>xinjian</t></rPh></si>";
const TASKS: &str = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
    <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>序号</t></is></c><c r=\"B3\" t=\"str\"><v>工作任务</v></c><c r=\"C3\" t=\"str\"><v>目标值</v></c><c r=\"D3\" t=\"str\"><v>完成时限</v></c><c r=\"E3\" t=\"str\"><v>责任单位</v></c></row>\
    <row r=\"4\"><c><v>1</v></c><c t=\"s\"><v>1</v></c><c s=\"1\"><v>0.8</v></c><c s=\"2\"><v>46387</v></c><c t=\"str\"><v>市卫健委&#10;医保局</v></c></row>\
    <row r=\"5\"><c r=\"A5\"><v>2</v></c><c r=\"B5\" t=\"str\"><v>改造</v></c><c r=\"C5\"><v>0.30000000000000004</v></c><c r=\"D5\" s=\"3\"><v>46387</v></c></row>\
    <row r=\"9\"><c r=\"B9\"><f>1+1</f></c></row></sheetData>\
    <mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"E4:E5\"/></mergeCells>";

#[test]
fn a_workbook_becomes_rows_as_people_see_them() {
    let other = "<sheetData><row><c t=\"str\"><v>指标</v></c><c t=\"str\"><v>单位</v></c></row><row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c r=\"XFD1048576\"><v>7</v></c></row></sheetData>";
    check(
        &workbook(&[("任务", "visible", TASKS), ("旧表", "hidden", TASKS), ("Sheet3", "visible", ""), ("指标", "visible", other)], STRINGS),
        expect![[r#"
            任务
            云州市任务分解表
            序号 | 工作任务 | 目标值 | 完成时限 | 责任单位
            1 | 新建站点 | 80% | 2026-12-31 | 市卫健委 医保局
            2 | 改造 | 0.3 | 2026年12月31日 | 市卫健委 医保局
            指标
            指标 | 单位
            是 | 
            有1个公式单元格没有保存结果，已留空，请在 Excel 或 WPS 里打开后保存一次再导入
            隐藏的工作表“旧表”未读入
            表格里超出 100000 行或 256 列的内容未读入"#]],
    );
}

#[test]
fn a_form_of_our_own_belongs_elsewhere() {
    assert!(refused(&workbook(&[("填报", "visible", TASKS), ("_yaodian", "veryHidden", "")], STRINGS)).contains("交换"));
}

#[test]
fn one_long_text_shown_by_many_cells_is_too_much() {
    let long = format!("<si><t>{}</t></si>", "长".repeat(1 << 20));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(20);
    assert!(refused(&workbook(&[("表", "visible", &format!("<sheetData><row>{cells}</row></sheetData>"))], &long)).contains("超过 32 MB"));
    let below: String = (2..60).map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>1</v></c></row>")).collect();
    let rows = format!(
        "<sheetData><row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>{below}</sheetData><mergeCells><mergeCell ref=\"A1:A90\"/></mergeCells>"
    );
    assert!(refused(&workbook(&[("表", "visible", &rows)], &long)).contains("超过 32 MB"));
}

#[test]
fn a_damaged_sheet_gives_what_stands_before_the_damage() {
    let cut = "<sheetData><row><c t=\"str\"><v>任务</v></c><c t=\"str\"><v>单位</v></c></row><row><!-- ";
    let decoded = crate::decode::decode("表", &workbook(&[("表", "visible", cut)], "")).unwrap();
    assert_eq!(decoded.lines, ["任务 | 单位"]);
    assert!(decoded.problems[0].contains("损坏"), "{:?}", decoded.problems);
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><workbook/>";
    assert!(refused(&packed(&[("xl/workbook.xml", bomb)])).contains("DOCTYPE"));
}

/// Packs the content of an .ods.
fn ods(body: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

/// Returns a small .ods, for tests that damage it.
pub fn open_document_for_tests() -> Vec<u8> {
    let row = "<table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>任务</text:p></table:table-cell><table:table-cell><text:p>单位</text:p></table:table-cell></table:table-row>";
    ods(&format!("<table:table table:name=\"表\">{}</table:table>", row.repeat(3)), "")
}

#[test]
fn an_open_document_workbook_becomes_rows() {
    let cell = |props: &str, words: &str| format!("<table:table-cell {props}><text:p>{words}</text:p></table:table-cell>");
    let table = format!(
        "<table:table table:name=\"任务\"><table:table-row>{}{}{}</table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"1\"/><table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"><text:p>新建</text:p><text:p>站点<text:s/>3家</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell>{}</table:table-row>\
         <table:table-row><table:table-cell/><table:covered-table-cell/>{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>\
         <table:table table:name=\"隐\" table:style-name=\"ta2\"><table:table-row>{}</table:table-row></table:table>",
        cell("", "序号"),
        cell("", "任务"),
        cell("", "时限"),
        cell("office:value-type=\"date\" office:date-value=\"2026-12-31T00:00:00\"", "12/31/26"),
        cell("office:value-type=\"percentage\" office:value=\"0.8\"", "80%"),
        cell("", "隐藏")
    );
    let styles = "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>";
    check(
        &ods(&table, styles),
        expect![[r#"
            序号 | 任务 | 时限
             | 新建 站点 3家 | 2026-12-31
             | 新建 站点 3家 | 80%
            隐藏的工作表“隐”未读入"#]],
    );
}

#[test]
fn repeated_filled_rows_end_somewhere() {
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let bytes = ods(&format!("<table:table>{}</table:table>", row.repeat(100)), "");
    assert!(refused_or_short(&bytes));
}

fn refused_or_short(bytes: &[u8]) -> bool {
    crate::decode::decode("表", bytes).map_or(true, |decoded| decoded.lines.len() <= 500_000)
}

/// Makes records of an old workbook.
fn records(parts: &[(u16, &[u8])]) -> Vec<u8> {
    parts.iter().flat_map(|(kind, content)| [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()).collect()
}

fn wide(words: &str) -> Vec<u8> {
    words.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Returns an old workbook with one sheet, its shared texts torn across two records.
pub fn old_workbook_for_tests() -> Vec<u8> {
    let bof = |kind: u8| [0, 6, kind, 0, 0, 0, 0, 0];
    let listed = |offset: u32| [&offset.to_le_bytes()[..], &[0, 0, 2, 1], &wide("任务")].concat();
    let strings = [&[2, 0, 0, 0, 2, 0, 0, 0][..], &[4, 0, 1], &wide("序号")].concat();
    let more = [&[1][..], &wide("任务"), &[2, 0, 0, b'A', b'B']].concat();
    let format = [&[200, 0, 4, 0, 0][..], b"0.0%"].concat();
    let style = |id: u8| [0, 0, id, 0, 0, 0, 0, 0];
    let globals = |offset| {
        records(&[
            (0x0809, &bof(5)),
            (0x041e, &format),
            (0x00e0, &style(0)),
            (0x00e0, &style(200)),
            (0x00e0, &style(14)),
            (0x0085, &listed(offset)),
            (0x00fc, &strings),
            (0x003c, &more),
            (0x000a, &[]),
        ])
    };
    let offset = globals(0).len() as u32;
    let rk = |value: i32| ((value << 2) | 2).to_le_bytes();
    let sheet = records(&[
        (0x0809, &bof(0x10)),
        (0x00fd, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        (0x00fd, &[0, 0, 1, 0, 0, 0, 1, 0, 0, 0]),
        (0x00bd, &[&[1, 0, 0, 0][..], &[0, 0], &rk(7), &[2, 0], &rk(46387), &[1, 0]].concat()),
        (0x0203, &[&[2, 0, 0, 0, 1, 0][..], &0.855f64.to_le_bytes()].concat()),
        (0x0006, &[&[2, 0, 1, 0, 0, 0][..], &[0, 0, 0, 0, 0, 0, 0xff, 0xff], &[0; 8]].concat()),
        (0x0207, &[&[2, 0, 1][..], &wide("公式")].concat()),
        (0x0809, &bof(0x20)),
        (0x0204, &[&[9, 0, 9, 0, 0, 0][..], &[1, 0, 0, b'x']].concat()),
        (0x000a, &[]),
        (0x00e5, &[1, 0, 2, 0, 3, 0, 1, 0, 1, 0]),
        (0x027e, &[&[3, 0, 0, 0, 0, 0][..], &rk(-5)].concat()),
        (0x000a, &[]),
    ]);
    crate::ole::packed(&[("Workbook", &[globals(offset), sheet].concat())])
}

#[test]
fn an_old_workbook_becomes_rows() {
    check(
        &old_workbook_for_tests(),
        expect![[r#"
            序号任务 | AB
            7 | 2026-12-31
            85.5% | 公式
            -5 | 公式"#]],
    );
}

#[test]
fn an_old_workbook_with_a_password_or_of_ours_is_refused() {
    let start = [(0x0809u16, &[0u8, 6, 5, 0][..]), (0x002f, &[0, 0])];
    assert!(refused(&crate::ole::packed(&[("Workbook", &records(&start))])).contains("密码"));
    let ours = [&[0, 0, 0, 0, 2, 0, 8, 0][..], b"_yaodian"].concat();
    let start = [(0x0809u16, &[0u8, 6, 5, 0][..]), (0x0085, &ours)];
    assert!(refused(&crate::ole::packed(&[("Workbook", &records(&start))])).contains("交换"));
    assert!(refused(&crate::ole::packed(&[("Workbook", &[1, 2, 3])])).contains("损坏"));
}
