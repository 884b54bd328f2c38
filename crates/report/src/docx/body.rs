//! The part with the text.

use super::{HEAD, MAIN, OFFICE, size_of, text_width, twips};
use crate::{Align, Block, Document, Error, Level, Page, Picture, Table, xml};
use std::fmt::Write;

/// A4, in twentieths of a point.
const SHEET: (u32, u32) = (11906, 16838);

/// Returns the part, and notes the pictures it needs in their order.
pub(super) fn document<'a>(document: &'a Document, pictures: &mut Vec<&'a [u8]>) -> Result<String, Error> {
    let mut body = String::new();
    let mut after_table = false;
    for block in &document.blocks {
        // Two tables in a row would grow together.
        if after_table && matches!(block, Block::Table(_)) {
            body.push_str(&paragraph("TableText", "", ""));
        }
        after_table = matches!(block, Block::Table(_));
        match block {
            Block::Title(text) => body.push_str(&paragraph("Title", "", text)),
            Block::Heading(level, text) => body.push_str(&paragraph(heading(*level), "", text)),
            Block::Paragraph(text) => body.push_str(&paragraph("BodyText", "", text)),
            Block::Table(one) => body.push_str(&table(one, document.page)),
            Block::Picture(one) => {
                pictures.push(&one.png);
                body.push_str(&picture(one, pictures.len(), document.page)?);
            }
            Block::PageBreak => body.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }
    if after_table {
        // Word wants a paragraph after the last table.
        body.push_str(&paragraph("TableText", "", ""));
    }
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    Ok(format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{OFFICE}\" xmlns:wp=\"{drawing}/wordprocessingDrawing\" xmlns:a=\"{drawing}/main\" xmlns:pic=\"{drawing}/picture\"><w:body>{body}{}</w:body></w:document>",
        section(document.page)
    ))
}

/// Returns the style of headings.
fn heading(level: Level) -> &'static str {
    match level {
        Level::One => "Heading1",
        Level::Two => "Heading2",
        Level::Three => "Heading3",
    }
}

fn paragraph(style: &str, more: &str, text: &str) -> String {
    let run = if text.is_empty() { String::new() } else { format!("<w:r>{}</w:r>", xml::run(text)) };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{run}</w:p>")
}

fn table(table: &Table, page: Page) -> String {
    let widths = widths(table, text_width(page));
    let mut out = String::from("<w:tbl><w:tblPr><w:tblStyle w:val=\"PlanTable\"/>");
    let _ = write!(
        out,
        "<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>",
        widths.iter().sum::<u32>()
    );
    out.push_str("<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
    widths.iter().for_each(|width| {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    });
    out.push_str("</w:tblGrid>");
    let cell = |width: u32, content: String| {
        format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{content}</w:tc>")
    };
    let row = |out: &mut String, more: &str, cells: String| {
        let _ = write!(out, "<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>");
    };
    let heads = table.columns.iter().zip(&widths).map(|(column, width)| cell(*width, paragraph("TableHead", "", &column.head)));
    row(&mut out, "<w:tblHeader/>", heads.collect());
    for cells in &table.rows {
        let text = |at: usize| cells.get(at).map_or("", String::as_str);
        let cells = table.columns.iter().zip(&widths).enumerate().map(|(at, (column, width))| {
            let align = if column.align == Align::Centre { "<w:jc w:val=\"center\"/>" } else { "" };
            cell(*width, paragraph("TableText", align, text(at)))
        });
        row(&mut out, "", cells.collect());
    }
    out.push_str("</w:tbl>");
    out
}

/// Returns the columns' widths, which fill the text's width to the last unit.
pub(super) fn widths(table: &Table, whole: u32) -> Vec<u32> {
    let sum: u32 = table.columns.iter().map(|column| column.share.max(1)).sum::<u32>().max(1);
    let mut passed = 0;
    let edge = |passed: u32| (u64::from(whole) * u64::from(passed) / u64::from(sum)) as u32;
    let width = |share: u32| {
        let from = edge(passed);
        passed += share.max(1);
        edge(passed) - from
    };
    table.columns.iter().map(|column| column.share).map(width).collect()
}

/// Returns a picture as wide as the text, or as high as a page allows.
fn picture(picture: &Picture, number: usize, page: Page) -> Result<String, Error> {
    let (width, height) = size_of(&picture.png)?;
    // English metric units: 36000 a millimetre.
    let room = |millimetres: u32| f64::from(millimetres) * 36000.0;
    let measures = page.measures();
    let scale = (room(measures.width) / f64::from(width)).min(room(measures.height) * 0.9 / f64::from(height));
    let (cx, cy) = ((f64::from(width) * scale).round() as u64, (f64::from(height) * scale).round() as u64);
    let alt = xml::attribute(&picture.alt);
    Ok(format!(
        concat!(
            "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">",
            "<wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:docPr id=\"{n}\" name=\"图{n}\" descr=\"{alt}\"/>",
            "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>",
            "<pic:nvPicPr><pic:cNvPr id=\"{n}\" name=\"图{n}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>",
            "<pic:blipFill><a:blip r:embed=\"rIdImage{n}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>",
            "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>",
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        ),
        cx = cx,
        cy = cy,
        n = number,
        alt = alt
    ))
}

fn section(page: Page) -> String {
    let measures = page.measures();
    let (width, height) = SHEET;
    let (top, left) = (twips(measures.top), twips(measures.left));
    let (right, bottom) = (width - left - twips(measures.width), height - top - twips(measures.height));
    let footers = match page {
        Page::Official => {
            "<w:footerReference w:type=\"default\" r:id=\"rIdFooter1\"/><w:footerReference w:type=\"even\" r:id=\"rIdFooter2\"/>"
        }
        Page::Sheet => "",
    };
    let pitch = page.pitch();
    // The number's line lies 7 mm below the text.
    let footer = bottom - twips(12).min(bottom);
    format!(
        "<w:sectPr>{footers}<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"851\" w:footer=\"{footer}\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"{pitch}\"/></w:sectPr>"
    )
}
