//! Comma, semicolon or tab separated values.

use super::Sheets;
use crate::Error;
use sheets::csv::Records;

/// Returns the lines of a table.
pub fn lines(name: &str, text: &str, delimiter: char) -> Result<(Vec<String>, Vec<String>), Error> {
    let mut sheets = Sheets::default();
    sheets.begin("");
    for (row, record) in (0u32..).zip(Records::new(text, delimiter)) {
        for (column, field) in (0u32..).zip(&record) {
            sheets.put(row, column, field).map_err(|what| Error::TooLarge { name: name.to_owned(), what })?;
        }
    }
    sheets.lines(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn quoted_fields_hold_anything() {
        let text = "序号,任务,单位\r\n1,\"新建\"\"站点\"\"，\n3家, 共5家\",市卫健委\r\n,,\r\n2,改造,\"未闭合";
        expect![[r#"
            序号 | 任务 | 单位
            1 | 新建"站点"， 3家, 共5家 | 市卫健委
            2 | 改造 | 未闭合"#]]
        .assert_eq(&lines("表.csv", text, ',').unwrap().0.join("\n"));
    }
}
