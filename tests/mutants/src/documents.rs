//! A valid document of every format, to be damaged.

use crate::{pdf, xls};
use domain::{Amount, Passage, Uid, ValueKind};
use std::io::{Cursor, Write};
use workbook::{Form, FormMeasure, FormRow};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A document in the form in which damage goes deepest.
#[derive(Clone)]
pub enum Document {
    /// A file as it is.
    Bytes(Vec<u8>),
    /// A package: paths and what is there.
    Package(Vec<(String, Vec<u8>)>),
    /// The stream of an old workbook.
    Stream(Vec<u8>),
}

impl Document {
    /// Returns the file.
    pub fn file(&self) -> Vec<u8> {
        match self {
            Document::Bytes(bytes) => bytes.clone(),
            Document::Package(parts) => packed(parts),
            Document::Stream(stream) => xls::packed(stream),
        }
    }
}

const PLAN: &str = "云州市2026年卫生健康工作要点\n云卫发〔2026〕3号\n一、完善服务体系\n1.推进医联体建设。6月底前制定方案，新建站点10个，覆盖率达到90%以上，同比增长10%。（牵头单位：医政处；配合单位：各县（区）卫生健康局）\n2.培训2万人次，费用控制在1.5亿元以内。（责任单位：市卫生健康委）\n二、时间安排\n（一）动员部署（2026年4月底前）。制定细则。\n序号 | 指标 | 2025年 | 2026年 | 责任单位\n1 | 签约率 | 80% | 85% | 基层处\n扫一扫在手机打开当前页\n";
const COPIED: &str = "首页 > 要闻 > 正文\n雲州市衛(wèi)生健康工作要點\n一、深化醫(yī)改\n1.推進(jìn)醫(yī)聯體建設,專(zhuān)家?guī)欤瑑?yōu)化流程,提升??h域醫(yī)療水平,降至8%以?xún)?nèi)。做好諮詢(xún)和內(nèi)部規(guī)范,優(yōu)先發(fā)展。（責任單位：市衛(wèi)生健康局）\n— 1 —\n";

/// A return form as LibreOffice saves it.
const SAVED_ODS: &[u8] = include_bytes!("../../../crates/workbook/src/tests/saved.ods");
const SAVED_XLS: &[u8] = include_bytes!("../../../crates/workbook/src/tests/saved.xls");

/// Returns a document of every format, with its name.
pub fn all() -> Vec<(&'static str, Document)> {
    let gb18030 = encoding_rs::GB18030.encode(COPIED).0.into_owned();
    let utf_16 = [0xff, 0xfe].into_iter().chain(PLAN.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let lines: Vec<&str> = PLAN.lines().take(6).collect();
    vec![
        ("text", Document::Bytes(PLAN.as_bytes().to_vec())),
        ("copied text", Document::Bytes(COPIED.as_bytes().to_vec())),
        ("GB18030", Document::Bytes(gb18030)),
        ("UTF-16", Document::Bytes(utf_16)),
        ("docx", word()),
        ("html", Document::Bytes(page().into_bytes())),
        ("mht", Document::Bytes(saved_page())),
        ("markdown", Document::Bytes(markdown().into_bytes())),
        ("xlsx", excel()),
        ("xls", Document::Stream(xls::stream())),
        ("ods", open_document()),
        ("csv", Document::Bytes(rows(",").into_bytes())),
        ("pdf", Document::Bytes(pdf::document(&lines))),
        ("return form", return_form()),
        ("return form .ods", unpacked(SAVED_ODS)),
        ("return form .xls", Document::Stream(sheets::ole::stream(SAVED_XLS, "Workbook", SAVED_XLS.len()).expect("LibreOffice wrote it"))),
    ]
}

/// Packs parts as a zip.
pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        // Two parts of one name cannot be written; the first one is.
        if zip.start_file(path.as_str(), SimpleFileOptions::default()).is_ok() {
            zip.write_all(content).expect("memory can be written");
        }
    }
    zip.finish().expect("memory can be written").into_inner()
}

fn package(parts: &[(&str, String)]) -> Document {
    Document::Package(parts.iter().map(|(path, content)| ((*path).to_owned(), content.clone().into_bytes())).collect())
}

fn relations(of: &[(&str, &str)]) -> String {
    let one = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!(
            "<Relationship Id=\"r{at}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    format!("<?xml version=\"1.0\"?><Relationships>{}</Relationships>", of.iter().enumerate().map(one).collect::<String>())
}

fn word() -> Document {
    let p = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let numbered = |level: usize, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let cell = |words: &str| format!("<w:tc><w:tcPr><w:gridSpan w:val=\"1\"/><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc>", p(words));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>());
    let table = format!("<w:tbl>{}{}</w:tbl>", row(&["序号", "任务", "责任单位"]), row(&["1", "新建站点3家", "市卫健委"]));
    let extras = "<w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>插入</w:t><w:br/><w:tab/></w:r></w:ins><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>";
    let nested = format!("<w:tbl><w:tr><w:tc>{table}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("外"));
    let body = [
        p("云州市2026年工作要点"),
        numbered(0, "总体任务"),
        numbered(1, "新建站点10个，2026年底前完成。"),
        table,
        extras.to_owned(),
        nested,
    ]
    .concat();
    let lists = "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>";
    package(&[
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", relations(&[("numbering", "numbering.xml"), ("styles", "styles.xml")])),
        ("word/document.xml", format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>")),
        ("word/numbering.xml", lists.to_owned()),
        ("word/styles.xml", "<w:styles><w:style w:styleId=\"H1\"><w:basedOn w:val=\"H2\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>".to_owned()),
    ])
}

fn excel() -> Document {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>序号</t></is></c><c r=\"B2\" t=\"str\"><v>工作任务</v></c><c r=\"C2\" t=\"str\"><v>目标值</v></c><c r=\"D2\" t=\"str\"><v>完成时限</v></c></row>\
        <row r=\"3\"><c><v>1</v></c><c t=\"s\"><v>1</v></c><c s=\"1\"><v>0.8</v></c><c s=\"2\"><v>46387</v></c></row><row r=\"4\"><c r=\"A4\"><v>2</v></c><c r=\"B4\" t=\"str\"><f>A1&amp;B1</f><v>改造</v></c></row>";
    package(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", relations(&[("worksheet", "worksheets/s.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")])),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"任务\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>".to_owned()),
        ("xl/worksheets/s.xml", format!("<worksheet><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells></worksheet>")),
        ("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>".to_owned()),
        ("xl/sharedStrings.xml", "<sst><si><t>云州市任务分解表_x000D_</t></si><si><r><t>新建</t></r><rPh><t>xin</t></rPh></si></sst>".to_owned()),
    ])
}

fn open_document() -> Document {
    let cell = |extra: &str, words: &str| format!("<table:table-cell {extra}><text:p>{words}</text:p></table:table-cell>");
    let head = [cell("", "序号"), cell("", "任务"), cell("table:number-columns-repeated=\"2\"", "指标")].concat();
    let row = [
        cell("table:number-rows-spanned=\"2\"", "1"),
        cell("", "新建<text:s text:c=\"3\"/>站点"),
        cell("office:value-type=\"percentage\" office:value=\"0.8\"", "80%"),
    ]
    .concat();
    let table = format!(
        "<table:table table:name=\"表\"><table:table-row>{head}</table:table-row><table:table-row table:number-rows-repeated=\"3\">{row}</table:table-row></table:table>"
    );
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        (
            "content.xml",
            format!(
                "<office:document-content><office:automatic-styles><style:style style:name=\"t\"><style:table-properties table:display=\"true\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

fn rows(delimiter: &str) -> String {
    [["序号", "任务", "责任单位"], ["1", "\"新建\n站点3家\"", "市卫健委"], ["2", "改造，2026年6月底前", "市医保局"]]
        .map(|row| row.join(delimiter))
        .join("\n")
}

fn markdown() -> String {
    format!(
        "# 云州市2026年工作要点\n\n{}\n\n| 序号 | 任务 | 单位 |\n|---|:--:|---|\n| 1 | **新建**3家 | 甲 |\n\n- [ ] 一、[链接](http://a)\n> `引用`\n\n```\n1. 培训\n```\n",
        PLAN.replace('\n', "\n\n")
    )
}

fn page() -> String {
    let paragraphs: String = PLAN.lines().map(|line| format!("<p>{line}</p>")).collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>要点</title><style>p{{}}</style></head><body><div><script>1<2</script>{paragraphs}<table><tr><td rowspan=\"2\">任务<td colspan=2>新建</tr><tr><td>甲<td>乙<table><tr><td>内</table></table><ol><li>一&nbsp;&#x4e00;<br>二</ol></div></body></html>"
    )
}

fn saved_page() -> Vec<u8> {
    let quoted: String = page()
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b" <>/".contains(&byte) { (byte as char).to_string() } else { format!("={byte:02X}") }
            },
        )
        .collect();
    let lines: String = quoted.as_bytes().chunks(72).map(|line| format!("{}=\r\n", String::from_utf8_lossy(line))).collect();
    format!("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--=x\"\r\n\r\n----=x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{lines}\r\n----=x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----=x--\r\n").into_bytes()
}

/// Returns a form of our own as it is sent.
fn return_form() -> Document {
    let row = |at: u64| FormRow {
        row: Uid::new(at, [at as u8; 10]),
        measure_number: format!("{at}."),
        measure_title: "增加普惠托位".into(),
        role_label: "牵头".into(),
        indicator_name: "新增托位".into(),
        unit_of_measure: "个".into(),
        target_label: "≥2600".into(),
        due: "2026-12-31".into(),
        kind: ValueKind::Cumulative,
        is_ratio: at == 2,
        last: Amount::new(1500.0),
        value: Amount::new(1800.0),
        numerator: None,
        denominator: None,
        note: Some("备注".into()),
    };
    let measure = FormMeasure {
        row: Uid::new(4, [4; 10]),
        number: "1.".into(),
        title: "增加普惠托位".into(),
        text: "全年新增托位2600个。".into(),
        role_label: "牵头".into(),
        due: "2026-12-31".into(),
        told: [(Passage::Progress, "已开工3处".to_owned())].into(),
    };
    let form = Form {
        exchange: Uid::new(9, [9; 10]),
        plan_title: "云州市2026年工作要点".into(),
        period: "2026-06".parse().expect("a month"),
        period_label: "2026年6月".into(),
        unit_name: "东湖区卫生健康局".into(),
        sent_on: "2026-07-01".parse().expect("a day"),
        sent_by: "王芳".into(),
        rows: vec![row(1), row(2), row(3)],
        measures: vec![measure],
        trend: None,
    };
    unpacked(&workbook::write_return_form(&form).expect("the form is valid"))
}

fn unpacked(file: &[u8]) -> Document {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("it was packed just now");
    let parts = (0..zip.len()).map(|at| {
        let mut part = zip.by_index(at).expect("it is there");
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).expect("it is whole");
        (part.name().expect("names are text").into_owned(), content)
    });
    Document::Package(parts.collect())
}
