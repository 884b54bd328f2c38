//! The look: real styles of Word, so that who edits the document changes one and all follow.

use super::{HEAD, MAIN};
use crate::Page;
use std::fmt::Write;

/// Names of typefaces with what stands in for each where it is missing; none is part of the file.
pub(super) const FONTS: [(&str, &str, &str); 5] = [
    ("方正小标宋简体", "华文中宋,STZhongsong,宋体,SimSun", "roman"),
    ("仿宋", "仿宋_GB2312,FangSong,华文仿宋", "modern"),
    ("楷体", "楷体_GB2312,KaiTi,华文楷体", "modern"),
    ("黑体", "SimHei,华文黑体", "modern"),
    ("宋体", "SimSun,华文宋体", "auto"),
];

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    /// What is set of paragraphs, in the order of the schema.
    paragraph: String,
    font: Option<&'static str>,
    /// Half points.
    size: Option<u32>,
    bold: bool,
    /// How much nearer characters stand, in twentieths of a point.
    tight: u32,
}

impl Style {
    fn new(id: &'static str, name: &'static str, paragraph: impl Into<String>) -> Style {
        Style { id, name, based_on: Some("Normal"), next: None, paragraph: paragraph.into(), font: None, size: None, bold: false, tight: 0 }
    }

    fn font(self, font: &'static str) -> Style {
        Style { font: Some(font), ..self }
    }

    fn size(self, size: u32) -> Style {
        Style { size: Some(size), ..self }
    }

    /// 28 characters of 16 pt in 156 mm stand a little nearer than their own width.
    fn tight(self, page: Page) -> Style {
        Style { tight: if page == Page::Official { 5 } else { 0 }, ..self }
    }

    fn then_body(self) -> Style {
        Style { next: Some("BodyText"), ..self }
    }

    fn write(&self, out: &mut String) {
        let default = if self.based_on.is_none() { " w:default=\"1\"" } else { "" };
        let _ = write!(out, "<w:style w:type=\"paragraph\"{default} w:styleId=\"{}\"><w:name w:val=\"{}\"/>", self.id, self.name);
        if let Some(based_on) = self.based_on {
            let _ = write!(out, "<w:basedOn w:val=\"{based_on}\"/>");
        }
        if let Some(next) = self.next {
            let _ = write!(out, "<w:next w:val=\"{next}\"/>");
        }
        let _ = write!(out, "<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>", self.paragraph);
        if let Some(font) = self.font {
            // Figures keep the same face as the words, as offices have it.
            let _ = write!(out, "<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\"/>");
        }
        if self.bold {
            out.push_str("<w:b/><w:bCs/>");
        }
        if self.tight > 0 {
            let _ = write!(out, "<w:spacing w:val=\"-{}\"/>", self.tight);
        }
        if let Some(size) = self.size {
            let _ = write!(out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
        }
        out.push_str("</w:rPr></w:style>");
    }
}

/// Returns the part with the styles of a page.
pub(super) fn styles(page: Page) -> String {
    let (body, table) = page.type_sizes();
    let pitch = page.pitch();
    // Two characters of the body's own size; Word goes by the characters, others by the length.
    let indent = format!("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{}\"/>", body * 20);
    let exact = |pitch: u32| format!("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{pitch}\" w:lineRule=\"exact\"/>");
    let loose = "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let (title, title_pitch, title_after) = match page {
        Page::Official => (44, 700, pitch),
        Page::Sheet => (32, 520, 80),
    };
    let heading = |id, name, level: u32| {
        Style::new(id, name, format!("<w:keepNext/>{indent}<w:outlineLvl w:val=\"{level}\"/>")).tight(page).then_body()
    };
    let all = [
        Style { based_on: None, ..Style::new("Normal", "Normal", format!("{}<w:jc w:val=\"both\"/>", exact(pitch))) }.size(body),
        Style::new("BodyText", "Body Text", indent.clone()).tight(page),
        Style::new(
            "Title",
            "Title",
            format!("<w:keepNext/><w:spacing w:before=\"0\" w:after=\"{title_after}\" w:line=\"{title_pitch}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>"),
        )
        .font("方正小标宋简体")
        .size(title)
        .then_body(),
        heading("Heading1", "heading 1", 0).font("黑体"),
        heading("Heading2", "heading 2", 1).font("楷体"),
        Style { bold: true, ..heading("Heading3", "heading 3", 2) },
        Style::new("TableText", "Table Text", format!("<w:snapToGrid w:val=\"0\"/>{loose}<w:jc w:val=\"left\"/>")).size(table),
        Style { based_on: Some("TableText"), ..Style::new("TableHead", "Table Head", "<w:keepNext/><w:jc w:val=\"center\"/>") }.font("黑体"),
        Style::new(
            "Picture",
            "Picture",
            "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"120\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
        ),
        // Odd pages have their number at the right, even ones at the left, a character from the edge.
        Style::new("FooterOdd", "Footer Odd", "<w:snapToGrid w:val=\"0\"/><w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>").font("宋体").size(28),
        Style::new("FooterEven", "Footer Even", "<w:snapToGrid w:val=\"0\"/><w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>").font("宋体").size(28),
    ];
    let mut out = format!("{HEAD}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>");
    let _ = write!(
        out,
        "<w:rFonts w:ascii=\"仿宋\" w:hAnsi=\"仿宋\" w:eastAsia=\"仿宋\" w:cs=\"Times New Roman\"/><w:sz w:val=\"{body}\"/><w:szCs w:val=\"{body}\"/>"
    );
    out.push_str("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    all.iter().for_each(|style| style.write(&mut out));
    out.push_str("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    out.push_str("<w:style w:type=\"table\" w:styleId=\"PlanTable\"><w:name w:val=\"Plan Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    }
    out.push_str("</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/></w:tcPr></w:tblStylePr></w:style></w:styles>");
    out
}
