use super::*;
use crate::package;
use expect_test::{Expect, expect};

/// Packs a document's body, numbering and styles as Word does.
fn packed(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    let wrap = |root: &str, inner: &str| format!("<?xml version=\"1.0\"?><w:{root} xmlns:w=\"w\">{inner}</w:{root}>");
    package::packed(&[
        ("word/document.xml", &wrap("document", &format!("<w:body>{body}</w:body>"))),
        ("word/numbering.xml", &wrap("numbering", numbering)),
        ("word/styles.xml", &wrap("styles", styles)),
        ("word/header1.xml", &wrap("hdr", "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>")),
    ])
}

/// Returns a small document with a list and a table.
pub fn packed_for_tests() -> Vec<u8> {
    let table = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("任务"), p("责任单位"));
    packed(&[numbered(1, 0, "任务"), numbered(1, 2, "新建10个站点。"), table].concat(), LISTS, "")
}

fn check(body: &str, numbering: &str, styles: &str, expected: Expect) {
    let bytes = packed(body, numbering, styles);
    let (lines, problems) = lines("计划.docx", &mut Package::open("计划.docx", &bytes).unwrap(), "word/document.xml").unwrap();
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
fn text_boxes_are_read_in_place() {
    let boxed = |inner: &str| format!("<w:txbxContent>{inner}</w:txbxContent>");
    let drawn = |inner: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>锚定段</w:t></w:r></w:p>",
            boxed(inner),
            boxed(inner)
        )
    };
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let old = format!("<w:p><w:r><w:pict><v:textbox>{}</v:textbox></w:pict></w:r></w:p>", boxed(&p("旧框")));
    let in_cell = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", drawn(&p("格内框")), p("乙"));
    check(
        &[p("前"), drawn(&[p("框一"), p("框二"), table.to_owned()].concat()), old, in_cell].concat(),
        "",
        "",
        expect![[r#"
            前
            框一
            框二
            甲
            锚定段
            旧框

            格内框 锚定段 | 乙"#]],
    );
}

#[test]
fn tracked_changes_are_as_accepted() {
    let r = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let moved = format!("<w:p><w:moveFrom>{}</w:moveFrom>{}<w:moveTo>{}</w:moveTo></w:p>", r("移走"), r("留下"), r("移来"));
    let joined = format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p>{}", r("段落标记删除，"), p("与下段相连"));
    let row = |properties: &str, words: &str| {
        format!("<w:tr><w:trPr>{properties}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p(words), p("乙"))
    };
    let table = format!("<w:tbl>{}{}</w:tbl>", row("<w:del w:id=\"2\"/>", "删去的行"), row("<w:ins w:id=\"3\"/>", "新增的行"));
    check(
        &[moved, joined, table].concat(),
        "",
        "",
        expect![[r#"
            留下移来
            段落标记删除，与下段相连
            新增的行 | 乙
            文档有修订痕迹：1处删除的文字未读入，插入的文字已读入"#]],
    );
}

#[test]
fn what_is_not_shown_is_left_out_and_told() {
    let body = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"2\"/></w:r>\n  \
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t><w:tab/></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r>\
        <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t>\u{f0b7}符号</w:t><w:ruby><w:rt><w:r><w:t>wèi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>卫</w:t></w:r></w:rubyBase></w:ruby></w:r>\
        <w:r><w:object><o:OLEObject/></w:object></w:r></w:p><w:altChunk r:id=\"a\"/>";
    check(
        body,
        "",
        "",
        expect![[r#"
            正文可见符号卫
            文档有1处隐藏的文字，未读入
            文档有1处脚注或尾注，注文未读入
            文档里嵌有2个其他文件或图表（如 Excel 表格），其中的内容未读入，请核对"#]],
    );
}

#[test]
fn spans_and_tables_in_cells_keep_their_columns() {
    let cell = |inner: &str, props: &str| format!("<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>");
    let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&p("内甲"), ""), cell(&p("内乙"), ""));
    let table = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(&p("1"), ""),
        cell(&p("牵头"), "<w:vMerge w:val=\"restart\"/>"),
        cell(&[p("两"), p("段")].concat(), ""),
        cell("<w:p/>", "<w:vMerge/>"),
        cell(&p("丙"), ""),
        cell(&p("跨两列"), "<w:gridSpan w:val=\"2\"/>"),
        cell(&inner, ""),
    );
    let page = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&[p("一、框内正文"), p("第二段")].concat(), ""));
    check(
        &(table + &page),
        "",
        "",
        expect![[r#"
            1 | 牵头 | 两 段
             | 牵头 | 丙
            跨两列 |  | 内甲   内乙
            一、框内正文
            第二段"#]],
    );
}

#[test]
fn tables_nested_a_thousand_deep_are_flattened() {
    let (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
    let body = [open.repeat(1000), p("最里面"), close.repeat(1000), p("后面")].concat();
    check(
        &body,
        "",
        "",
        expect![[r#"
        最里面
        后面"#]],
    );
}

#[test]
fn entities_declared_in_the_document_are_refused() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;\">]><w:document><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:document>";
    let bytes = package::packed(&[("word/document.xml", bomb)]);
    let error = lines("a.docx", &mut Package::open("a.docx", &bytes).unwrap(), "word/document.xml").unwrap_err();
    assert!(error.to_string().contains("DOCTYPE"));
}

#[test]
fn a_document_of_pictures_is_said_to_be_one() {
    let bytes = packed("<w:p><w:r><w:drawing><a:blip r:embed=\"x\"/></w:drawing></w:r></w:p>", "", "");
    let error = lines("扫描.docx", &mut Package::open("扫描.docx", &bytes).unwrap(), "word/document.xml").unwrap_err();
    assert!(error.to_string().contains("只有图片"));
}
