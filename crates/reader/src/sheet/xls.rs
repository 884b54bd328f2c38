//! Sheets of an old Excel workbook (.xls, BIFF8).

use super::shown::{self, Epoch};
use super::{Area, Sheets};
use crate::{Error, ole};
use sheets::xls::{Book, Cell, Piece, Value};

/// The most records walked.
const MOST_RECORDS: usize = 4_000_000;
const MOST_SHEETS: usize = 256;

/// Returns the lines of an .xls.
pub fn lines(name: &str, bytes: &[u8]) -> Result<(Vec<String>, Vec<String>), Error> {
    let stream = ole::workbook(name, bytes)?;
    let Some(mut book) = Book::read(&stream, MOST_RECORDS) else {
        return Err(Error::Damaged { name: name.to_owned(), what: "不是 Excel 97—2003 的工作簿".to_owned() });
    };
    if book.encrypted {
        let advice = "请用密码打开，去掉密码，“另存为” .xlsx 再导入";
        return Err(Error::NotADocument { name: name.to_owned(), kind: "设了打开密码的工作簿", advice });
    }
    if book.sheets.iter().any(|sheet| sheet.name.to_ascii_lowercase().starts_with("_yaodian")) {
        return Err(super::sent_form(name));
    }
    let epoch = if book.is_1904 { Epoch::From1904 } else { Epoch::From1900 };
    let mut sheets = Sheets::default();
    for at in 0..book.sheets.len().min(MOST_SHEETS) {
        let listed = &book.sheets[at];
        if listed.hidden {
            sheets.tell(format!("隐藏的工作表“{}”未读入", listed.name));
            continue;
        }
        sheets.begin(&listed.name);
        let mut each = |piece: Piece<'_>| match piece {
            Piece::Merged(from, to) => {
                sheets.merge(Area { from, to });
                Ok(())
            }
            Piece::Note(..) | Piece::HiddenRow(_) | Piece::HiddenColumns(..) => Ok(()),
            Piece::Cell(cell) => sheets.put(cell.row, cell.column, &text(&cell, epoch)),
        };
        // Of a sheet that breaks off, what could be read is shown.
        book.read_sheet(at, &mut each).map_err(|what| Error::TooLarge { name: name.to_owned(), what })?;
    }
    if book.is_exhausted() {
        sheets.tell("工作簿里的记录过多，只读出前面的部分".to_owned());
    }
    sheets.lines(name)
}

fn text(cell: &Cell<'_>, epoch: Epoch) -> String {
    match &cell.value {
        Value::Number(value) => {
            let format = cell.format.unwrap_or_else(|| shown::built_in(u32::from(cell.format_id)));
            shown::shown(*value, format, epoch)
        }
        Value::Text(text) => text.clone(),
        Value::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        Value::Error(_) | Value::Damaged => String::new(),
    }
}
