use super::*;
use crate::{Block, Column, Level, Picture, Table, height};
use proptest::prelude::*;
use std::io::Read;

/// The smallest PNG header that says 1600×900; its pixels are read by nobody here.
fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(1600u32.to_be_bytes());
    bytes.extend(900u32.to_be_bytes());
    bytes
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "通报".to_owned(), page: Page::Official, blocks }
}

fn table(rows: usize) -> Block {
    let columns = vec![Column::short("序号", 1), Column::text("举措", 5), Column::text("说明", 7)];
    Block::Table(Table {
        columns, rows: (0..rows).map(|n| vec![n.to_string(), "举措".to_owned(), "落后8.3个百分点".to_owned()]).collect()
    })
}

/// Returns a part of the file as text, after reading it as XML to its end.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name} is closed");
    text
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    parts.iter().for_each(|part| assert!(text.contains(part), "{part} is not in {text}"));
}

/// The definition of a style.
fn style(styles: &str, id: &str) -> String {
    let from = styles.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    styles[from..].split("</w:style>").next().unwrap().to_owned()
}

#[test]
fn the_page_is_that_of_the_standard() {
    let bytes = write(&document(vec![Block::Paragraph("正文".to_owned())])).unwrap();
    let body = part(&bytes, "word/document.xml");
    // 37, 26, 35 and 28 mm on 210×297.
    holds(&body, &["<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "w:top=\"2098\" w:right=\"1475\" w:bottom=\"1984\" w:left=\"1587\""]);
    holds(&body, &["<w:footerReference w:type=\"default\" r:id=\"rIdFooter1\"/>", "w:linePitch=\"579\""]);
    for name in ["word/footer1.xml", "word/footer2.xml"] {
        let footer = part(&bytes, name);
        holds(&footer, &["— </w:t>", " PAGE ", "> —</w:t>"]);
    }
    holds(&part(&bytes, "word/settings.xml"), &["<w:evenAndOddHeaders/>"]);
    assert_eq!(part(&bytes, "word/_rels/document.xml.rels").matches("<Relationship ").count(), 5);
}

#[test]
fn type_is_that_of_the_standard_with_typefaces_by_name() {
    let bytes = write(&document(vec![])).unwrap();
    let styles = part(&bytes, "word/styles.xml");
    holds(&style(&styles, "Normal"), &["w:line=\"579\" w:lineRule=\"exact\"", "<w:sz w:val=\"32\"/>"]);
    holds(&style(&styles, "BodyText"), &["w:firstLineChars=\"200\"", "<w:spacing w:val=\"-5\"/>"]);
    holds(&style(&styles, "Title"), &["方正小标宋简体", "<w:sz w:val=\"44\"/>", "<w:jc w:val=\"center\"/>"]);
    holds(&style(&styles, "Heading1"), &["heading 1", "w:eastAsia=\"黑体\"", "<w:outlineLvl w:val=\"0\"/>"]);
    holds(&style(&styles, "Heading2"), &["w:eastAsia=\"楷体\"", "<w:outlineLvl w:val=\"1\"/>"]);
    holds(&style(&styles, "Heading3"), &["<w:b/>", "<w:outlineLvl w:val=\"2\"/>"]);
    holds(&style(&styles, "FooterOdd"), &["w:eastAsia=\"宋体\"", "<w:sz w:val=\"28\"/>", "<w:jc w:val=\"right\"/>"]);
    holds(&styles, &["<w:docDefaults>", "w:eastAsia=\"仿宋\""]);
    let fonts = part(&bytes, "word/fontTable.xml");
    holds(&fonts, &["<w:font w:name=\"方正小标宋简体\"><w:altName w:val=\"华文中宋,", "<w:altName w:val=\"仿宋_GB2312,"]);
    let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(zip.file_names().all(|name| !name.unwrap().contains("font/")), "no typeface is inside");
}

#[test]
fn every_block_has_its_style_and_a_tables_head_is_repeated() {
    let blocks = vec![
        Block::Title("通报".to_owned()),
        Block::Heading(Level::One, "一、总体情况".to_owned()),
        Block::Heading(Level::Two, "（一）红灯".to_owned()),
        Block::Heading(Level::Three, "1.托位".to_owned()),
        Block::Paragraph("截至2026年7月".to_owned()),
        table(2),
        table(1),
        Block::Picture(Picture { png: png(), alt: "共28项举措，“红灯”3项".to_owned() }),
        Block::PageBreak,
    ];
    let body = part(&write(&document(blocks)).unwrap(), "word/document.xml");
    let paragraph =
        |style: &str, text: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t>");
    for (style, text) in [
        ("Title", "通报"),
        ("Heading1", "一、总体情况"),
        ("Heading2", "（一）红灯"),
        ("Heading3", "1.托位"),
        ("BodyText", "截至2026年7月"),
        ("TableHead", "举措"),
    ] {
        holds(&body, &[&paragraph(style, text)]);
    }
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(body.matches("<w:cantSplit/>").count(), 5, "a row is not cut by the end of a page");
    assert!(!body.contains("</w:tbl><w:tbl>"), "two tables stay two");
    // 156 mm wide, in the shape of the picture.
    holds(
        &body,
        &[
            "<wp:extent cx=\"5616000\" cy=\"3159000\"/>",
            "descr=\"共28项举措，“红灯”3项\"",
            "r:embed=\"rIdImage1\"",
            "<w:br w:type=\"page\"/>",
        ],
    );
    let widths: u32 = body
        .split("</w:tblGrid>")
        .next()
        .unwrap()
        .split("gridCol w:w=\"")
        .skip(1)
        .map(|part| part.split('"').next().unwrap().parse::<u32>().unwrap())
        .sum();
    assert_eq!(widths, text_width(Page::Official));
}

#[test]
fn the_same_document_gives_the_same_bytes_and_names_no_moment() {
    let one = document(vec![table(3), Block::Picture(Picture { png: png(), alt: String::new() })]);
    let bytes = write(&one).unwrap();
    assert_eq!(bytes, write(&one).unwrap());
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for at in 0..zip.len() {
        assert_eq!(zip.by_index(at).unwrap().last_modified().map(|at| at.year()), Some(1980));
    }
    let core = part(&bytes, "docProps/core.xml");
    assert!(!core.contains("created") && core.contains("<dc:title>通报</dc:title>"));
}

#[test]
fn a_picture_that_is_none_is_refused() {
    for png in [Vec::new(), b"GIF89a".to_vec(), png()[..20].to_vec()] {
        let refused = write(&document(vec![Block::Picture(Picture { png, alt: String::new() })]));
        assert!(matches!(refused, Err(Error::Picture)));
    }
}

#[test]
fn a_sheet_has_no_page_number_and_its_room_is_reckoned() {
    let sheet = |rows| Document { page: Page::Sheet, ..document(vec![Block::Title("材料".to_owned()), table(rows)]) };
    let body = part(&write(&sheet(2)).unwrap(), "word/document.xml");
    assert!(!body.contains("footerReference"));
    assert!(height(&sheet(1)) < height(&sheet(2)) && height(&sheet(2)) < 0.3 && height(&sheet(80)) > 1.0);
}

proptest! {
    #[test]
    fn any_text_gives_a_document_that_can_be_read(text in any::<String>(), cells in prop::collection::vec(any::<String>(), 0..5)) {
        let columns = vec![Column::text(&text, 0), Column::short("二", 3)];
        let blocks = vec![Block::Title(text.clone()), Block::Paragraph(text.clone()), Block::Table(Table { columns, rows: vec![cells] }), Block::Picture(Picture { png: png(), alt: text.clone() })];
        let bytes = write(&Document { title: text, page: Page::Official, blocks }).unwrap();
        for name in ["word/document.xml", "docProps/core.xml"] {
            part(&bytes, name);
        }
    }
}
