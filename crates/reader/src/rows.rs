//! A row of a table, from the paragraphs in its cells: one line with ` | ` between cells, unless the table only lays out a page.

/// A cell with so many paragraphs and characters holds a document, not a value.
const PARAGRAPHS_OF_A_PAGE: usize = 20;
const LETTERS_OF_A_PAGE: usize = 800;

/// Returns the lines of a row. Paragraphs in a cell are parted by `\n`; a row of a table inside it has ` | ` between its cells.
pub fn written(cells: &[String]) -> Vec<String> {
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return Vec::new();
    }
    if lays_out(cells) {
        return cells.iter().flat_map(|cell| cell.split('\n')).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let flat = |cell: &String| cell.replace(['\n', '|'], " ").trim().to_owned();
    vec![cells.iter().map(flat).collect::<Vec<String>>().join(" | ")]
}

fn lays_out(cells: &[String]) -> bool {
    let is_page = |cell: &&String| {
        let paragraphs = cell.matches('\n').count() + 1;
        let inner_rows = cell.split('\n').filter(|line| line.contains(" | ")).count();
        inner_rows >= 2 || (paragraphs >= PARAGRAPHS_OF_A_PAGE && cell.chars().count() >= LETTERS_OF_A_PAGE)
    };
    cells.len() == 1 || cells.iter().any(|cell| is_page(&cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(cells: &[&str], expected: Expect) {
        expected.assert_eq(&written(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()).join("\n"));
    }

    #[test]
    fn cells_make_a_row_and_pages_make_lines() {
        check(&["1", "新建\n改造", "市卫健委|医保局"], expect!["1 | 新建 改造 | 市卫健委 医保局"]);
        check(
            &["一、总体要求\n二、任务"],
            expect![[r#"
            一、总体要求
            二、任务"#]],
        );
        check(
            &["侧栏", "正文\n序号 | 任务\n1 | 新建"],
            expect![[r#"
            侧栏
            正文
            序号 | 任务
            1 | 新建"#]],
        );
        check(&["", " "], expect![[""]]);
    }
}
