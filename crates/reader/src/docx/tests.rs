use super::*;
use expect_test::{Expect, expect};
use std::io::Write;

/// Packs a document's body, numbering and styles as Word does.
fn packed(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let wrap = |root: &str, inner: &str| format!("<?xml version=\"1.0\"?><w:{root} xmlns:w=\"w\">{inner}</w:{root}>");
    for (path, text) in [
        ("word/document.xml", wrap("document", &format!("<w:body>{body}</w:body>"))),
        ("word/numbering.xml", wrap("numbering", numbering)),
        ("word/styles.xml", wrap("styles", styles)),
        ("word/header1.xml", wrap("hdr", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>")),
    ] {
        zip.start_file(path, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Returns a small document with a list and a table.
pub fn packed_for_tests() -> Vec<u8> {
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("任务"), p("责任单位"));
    packed(&[numbered(1, 0, "任务"), numbered(1, 2, "新建10个站点。"), table].concat(), LISTS, "")
}

fn check(body: &str, numbering: &str, styles: &str, expected: Expect) {
    let (lines, problems) = lines("计划.docx", &packed(body, numbering, styles)).unwrap();
    expected.assert_eq(&[lines, problems].concat().join("\n"));
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn numbered(list: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

const LISTS: &str = "<w:abstractNum w:abstractNumId=\"7\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/><w:pStyle w:val=\"H1\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>\
    <w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%4\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"l\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

#[test]
fn automatic_numbers_are_written_out() {
    let body = [
        numbered(1, 0, "总体要求"),
        numbered(1, 1, "目标"),
        numbered(1, 2, "甲"),
        numbered(1, 2, "乙"),
        numbered(3, 2, "重新起编"),
        numbered(1, 1, "原则"),
        numbered(1, 2, "又从一起"),
        numbered(1, 0, "任务"),
        numbered(1, 3, "多级"),
        numbered(2, 0, "符号"),
        p("没有编号"),
    ];
    check(
        &body.concat(),
        LISTS,
        "",
        expect![[r#"
        一、总体要求
        （一）目标
        1.甲
        2.乙
        1.重新起编
        （二）原则
        1.又从一起
        二、任务
        2.1 多级
        符号
        没有编号"#]],
    );
}

#[test]
fn numbers_come_from_styles_and_what_they_are_based_on() {
    let styles = "<w:style w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"Mine\"><w:basedOn w:val=\"H1\"/></w:style>";
    let styled =
        |style: &str, more: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr><w:r><w:t>标题</w:t></w:r></w:p>");
    let styles = &format!("{styles}<w:style w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>");
    let body = [styled("11", ""), styled("H1", ""), styled("Mine", ""), styled("H1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")];
    check(
        &body.concat(),
        LISTS,
        styles,
        expect![[r#"
        一、标题
        二、标题
        标题"#]],
    );
}

#[test]
fn tables_become_rows_and_deletions_stay_out() {
    let cell = |words: &str, props: &str| format!("<w:tc><w:tcPr>{props}</w:tcPr>{}</w:tc>", p(words));
    let table = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("序号", ""),
        cell("任务", ""),
        cell("单位", "<w:vMerge w:val=\"restart\"/>"),
        cell("1", ""),
        cell("甲", ""),
        cell("", "<w:vMerge/>"),
        cell("一、合并", "<w:gridSpan w:val=\"2\"/>"),
        cell("市卫健委&amp;医保局", "")
    );
    let tracked = "<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins><w:r><w:t>五</w:t></w:r></w:ins><w:r><w:t>家</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>";
    check(
        &(table + tracked),
        "",
        "",
        expect![[r#"
            序号 | 任务 | 单位
            1 | 甲 | 单位
            一、合并 |  | 市卫健委&医保局
            新建五家
            第二行
            文档有修订痕迹：1处删除的文字未读入，插入的文字已读入"#]],
    );
}

#[test]
fn numbers_have_the_forms_of_word() {
    let shown: Vec<String> = [
        (12, "chineseCounting"),
        (105, "chineseCountingThousand"),
        (3, "decimalEnclosedCircle"),
        (10, "ideographDigital"),
        (4, "upperRoman"),
        (2, "ideographTraditional"),
    ]
    .map(|(n, format)| formats::written(n, format))
    .into();
    assert_eq!(shown.join(" "), "十二 一百零五 ③ 一〇 IV 乙");
}

#[test]
fn what_is_no_word_document_is_named() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let message = lines("表.xlsx", &zip.finish().unwrap().into_inner()).unwrap_err().to_string();
    assert_eq!(message, "“表.xlsx”是Excel 工作簿，不能直接读取。任务分解表请从“交换”里导入，计划正文请另存为 .docx");
    assert!(lines("a.docx", b"PK\x03\x04xx").unwrap_err().to_string().contains("损坏"));
}
