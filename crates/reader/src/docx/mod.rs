//! Text of a Word document: paragraphs with their automatic numbers, tables as pipe rows, text boxes in place, tracked
//! changes as accepted. Left out: headers, footers, comments, footnotes, hidden text.

mod body;
mod formats;
mod numbering;
mod table;

use crate::Error;
use crate::package::Package;
use body::{Body, Met};

/// Returns the lines of a .docx whose main part is given, and what a person should know about it.
pub fn lines(name: &str, package: &mut Package<'_>, main: &str) -> Result<(Vec<String>, Vec<String>), Error> {
    let Some(document) = package.part(main)? else {
        return Err(Error::Damaged { name: name.to_owned(), what: "缺少正文部件".to_owned() });
    };
    let numbering =
        numbering::read(&package.part("word/numbering.xml")?.unwrap_or_default(), &package.part("word/styles.xml")?.unwrap_or_default());
    let mut body = Body::new(&numbering);
    let problem = body.read(&document);
    let is_empty = body.lines.iter().all(|line| line.trim().is_empty());
    let mut problems = Vec::new();
    match problem {
        Some(what) if is_empty => return Err(Error::Damaged { name: name.to_owned(), what }),
        Some(what) => problems.push(format!("文档后部已损坏，只读出前面的部分（{what}）")),
        None if is_empty && body.met.pictures > 0 => {
            let advice = "请先识别成文字，存为 .docx 或 .txt 再导入";
            return Err(Error::NotADocument { name: name.to_owned(), kind: "只有图片、没有文字的 Word 文档", advice });
        }
        None => {}
    }
    problems.extend(told(&body.met));
    Ok((body.lines, problems))
}

/// Returns what a person should know of what was met.
fn told(met: &Met) -> Vec<String> {
    let told = [
        (met.deleted, "文档有修订痕迹：{}处删除的文字未读入，插入的文字已读入"),
        (met.hidden, "文档有{}处隐藏的文字，未读入"),
        (met.notes, "文档有{}处脚注或尾注，注文未读入"),
        (met.objects, "文档里嵌有{}个其他文件或图表（如 Excel 表格），其中的内容未读入，请核对"),
        (met.boxes, "文档有{}个层层嵌套的文本框，其中的文字未读入，请核对"),
    ];
    told.iter().filter(|(count, _)| *count > 0).map(|(count, words)| words.replace("{}", &count.to_string())).collect()
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub use tests::packed_for_tests;
