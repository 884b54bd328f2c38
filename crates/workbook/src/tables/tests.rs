use super::*;
use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use std::io::Cursor;

fn table(rows: Vec<Vec<Value>>) -> Table {
    let columns = vec![
        Head { heading: "名称".into(), width: 20, is_id: false },
        Head { heading: "数".into(), width: 10, is_id: false },
        Head { heading: "率".into(), width: 10, is_id: false },
    ];
    Table { name: "填报", title: "云州市要点".into(), line: "导出".into(), columns, rows }
}

fn row(text: &str, number: f64) -> Vec<Value> {
    let amount = Amount::new(number).unwrap();
    vec![Value::Text(text.to_owned()), Value::Number(amount), Value::Share(Amount::new(0.5).unwrap())]
}

/// Returns the cells beneath the header as another program reads them, and the formulas among them.
fn read_back(table: &Table) -> (Vec<Vec<Data>>, usize) {
    let bytes = write_tables("题", "2026-07-01".parse().unwrap(), std::slice::from_ref(table)).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("填报").unwrap();
    let formulas = book.worksheet_formula("填报").unwrap().used_cells().filter(|(.., text)| !text.is_empty()).count();
    (range.rows().skip(3).map(<[Data]>::to_vec).collect(), formulas)
}

#[test]
fn what_looks_like_a_formula_stays_text_in_a_workbook_and_is_marked_in_csv() {
    let payloads = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "\t=1", " =1", "\"=1\"", "a,b", "它说“好”\n下一行"];
    let table = table(payloads.iter().map(|text| row(text, -3.5)).collect());
    let (cells, formulas) = read_back(&table);
    assert_eq!(formulas, 0);
    for (payload, cells) in payloads.iter().zip(&cells) {
        assert_eq!(cells[..2], [Data::String((*payload).to_owned()), Data::Float(-3.5)]);
    }
    let csv = String::from_utf8(write_csv(&table)).unwrap();
    assert!(csv.starts_with("\u{feff}名称,数,率\r\n"), "{csv}");
    let firsts =
        ["\"'=1+1\",-3.5,0.5", "\"'+1\"", "\"'-1\"", "\"'@SUM(A1)\"", "\"'＝1\"", "\"'\t=1\"", "\"' =1\"", "\"\"\"=1\"\"\"", "\"a,b\""];
    for first in firsts {
        assert!(csv.contains(&format!("\n{first}")), "{first} in {csv}");
    }
}

#[test]
fn a_text_longer_than_a_cell_says_how_much_is_left_out() {
    let (cells, _) = read_back(&table(vec![row(&"长".repeat(40_000), 1.0)]));
    let Data::String(text) = &cells[0][0] else { panic!("{cells:?}") };
    assert!(
        text.encode_utf16().count() <= 32_767 && text.ends_with("……（单元格放不下，还有7293字，见台账）"),
        "{}",
        &text[text.len() - 90..]
    );
}

#[test]
fn a_table_without_rows_has_its_sheet_and_header() {
    let bytes = write_tables("题", "2026-07-01".parse().unwrap(), &[table(Vec::new())]).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("填报").unwrap();
    assert_eq!(range.get_value((2, 1)), Some(&Data::String("数".into())));
}

proptest! {
    #[test]
    fn every_text_and_number_comes_back_as_it_was(text in "[ -~一-龥＝\n]{1,40}", number in -1e15..1e15f64) {
        let (cells, formulas) = read_back(&table(vec![row(&text, number)]));
        prop_assert_eq!(formulas, 0);
        prop_assert_eq!(&cells[0][..2], &[Data::String(text), Data::Float(number)]);
    }
}
