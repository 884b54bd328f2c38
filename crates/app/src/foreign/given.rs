//! What a person says of a table on the command line: D=完成值, 截至6月完成=value@2024-06.

use crate::ApiError;
use crate::wire::ForeignEdit;
use domain::{ColumnRole, Period};
use std::str::FromStr;

/// What a column holds, as a person says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The column: its letter or its heading.
    pub column: String,
    /// What it holds.
    pub role: ColumnRole,
    /// The period of its values.
    pub period: Option<Period>,
}

/// How a table is read, as a person says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The sheet; none to find it.
    pub sheet: Option<String>,
    /// The first row of the header; none to find it.
    pub header: Option<u32>,
    /// What columns hold.
    pub columns: Vec<Given>,
}

impl FromStr for Given {
    type Err = String;

    fn from_str(text: &str) -> Result<Given, String> {
        let (column, rest) = text.rsplit_once('=').ok_or("写作 列=含义，如 D=完成值、D=value@2024-06")?;
        let (role, period) = match rest.split_once('@') {
            Some((role, period)) => (role, Some(period.parse::<Period>().map_err(|error| error.to_string())?)),
            None => (rest, None),
        };
        let role = ColumnRole::from_code(role.trim()).ok_or_else(|| {
            let all: Vec<String> = ColumnRole::ALL.iter().map(|role| format!("{}（{}）", role.zh(), role.code())).collect();
            format!("没有“{role}”这种含义，可以写{}", all.join("、"))
        })?;
        Ok(Given { column: column.trim().to_owned(), role, period })
    }
}

impl Reading {
    /// Returns the changes that say where the table is.
    pub(crate) fn place(&self) -> Vec<ForeignEdit> {
        let sheet = self.sheet.iter().map(|name| ForeignEdit::Sheet { name: name.clone() });
        sheet.chain(self.header.map(|row| ForeignEdit::Header { row })).collect()
    }

    /// Returns the changes that say what its columns hold; `columns` are their letters and headings.
    pub(crate) fn roles(&self, columns: &[(String, String)]) -> Result<Vec<ForeignEdit>, ApiError> {
        let mut edits = Vec::new();
        for given in &self.columns {
            let letter = letter(columns, &given.column)?;
            edits.push(ForeignEdit::Column { letter: letter.clone(), role: given.role });
            edits.extend(given.period.map(|period| ForeignEdit::ColumnPeriod { letter, period }));
        }
        Ok(edits)
    }
}

/// Returns the letter of a column that is named by it or by its heading.
fn letter(columns: &[(String, String)], named: &str) -> Result<String, ApiError> {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let same = |heading: &str| plain(heading) == plain(named);
    let by_heading: Vec<&str> = columns.iter().filter(|(_, heading)| same(heading)).map(|(letter, _)| letter.as_str()).collect();
    let by_letter = columns.iter().find(|(letter, _)| letter.eq_ignore_ascii_case(named)).map(|(letter, _)| letter.as_str());
    match (by_heading.as_slice(), by_letter) {
        ([only], _) => Ok((*only).to_owned()),
        ([], Some(only)) => Ok(only.to_owned()),
        ([], None) => {
            let all: Vec<String> = columns.iter().map(|(letter, heading)| format!("{letter} {heading}")).collect();
            let error = ApiError::invalid(format!("表里没有“{named}”这一列"));
            Err(error.hint(if all.is_empty() {
                "没有找到表头，请用 --header 指明行号".to_owned()
            } else {
                format!("表里有：{}", all.join("、"))
            }))
        }
        (several, _) => Err(ApiError::invalid(format!("有几列都叫“{named}”：{}", several.join("、"))).hint("请用列的字母指明")),
    }
}
