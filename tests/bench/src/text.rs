//! Made-up plans of any length.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Returns a plan of at least so many bytes: sections of ten measures, each with targets and units.
pub fn plan(bytes: usize) -> String {
    let mut text = String::from("云州市2026年重点工作要点\n\n");
    let mut number = 0;
    while text.len() < bytes {
        if number % 10 == 0 {
            text += &format!("第{}部分、推进第{}类工作\n", number / 10 + 1, number / 10 + 1);
        }
        number += 1;
        text += &measure(number);
    }
    text
}

fn measure(number: usize) -> String {
    let (count, rate) = (number % 97 + 3, 60 + number % 39);
    format!(
        "{number}.提升基层服务能力。健全工作机制，加强业务培训，推动资源下沉，{}月底前新建服务站点{count}个，规范管理率达到{rate}%以上，\
         开展宣传活动{}场次，满意度不低于{rate}%，平均办理时间控制在{count}天以内。（牵头单位：市第{}局；配合单位：各县（区）人民政府、市第{}局）\n",
        number % 12 + 1,
        count * 3,
        number % 20 + 1,
        number % 17 + 21
    )
}

/// Returns a Word document of about so many pages: 600 characters each.
pub fn word_document(pages: usize) -> Vec<u8> {
    let text = plan(pages * 600 * 3);
    let paragraphs: String = text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    word(&paragraphs)
}

/// Returns a Word document with this body.
pub fn word(body: &str) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#.to_owned()),
        ("_rels/.rels", r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#.to_owned()),
        ("word/document.xml", format!(r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#)),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("memory can be written");
        archive.write_all(part.as_bytes()).expect("memory can be written");
    }
    archive.finish().expect("memory can be written").into_inner()
}
