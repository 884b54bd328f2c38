//! Making a number of what a person typed into a cell.

use crate::clean::{clean, is_unfit, spaced};
use crate::codes::RejectCode;
use crate::content::Content;
use crate::merge::Held;
use crate::returned::Cell;
use domain::{Amount, AmountError, Field, Quantity, ValueKind};

/// What a cell means for an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum Interpreted {
    /// Nothing was entered, or it was deleted.
    Empty,
    /// One number, in the indicator's unit of measure.
    Number {
        /// The number.
        value: Amount,
        /// What was typed, where that differs from the number: 1.8万人次.
        typed: Option<String>,
    },
    /// Words, in a note.
    Text(String),
    /// It cannot be taken; what the ledger has stays.
    Reject {
        /// The reason.
        code: RejectCode,
        /// The reason with the text in question, in Chinese.
        message: String,
    },
}

impl Interpreted {
    /// Returns what the ledger would hold, for [`crate::MergeCell::theirs`].
    ///
    /// # Errors
    /// Why it cannot be taken.
    pub fn held(self) -> Result<Option<Held>, RejectCode> {
        match self {
            Interpreted::Empty => Ok(None),
            Interpreted::Number { value, .. } => Ok(Some(Held::Number(value))),
            Interpreted::Text(text) => Ok(Some(Held::Text(text))),
            Interpreted::Reject { code, .. } => Err(code),
        }
    }
}

/// Returns what a cell of any entry column means for an indicator of this kind and unit of measure.
pub fn interpret_field(field: Field, cell: &Cell, kind: ValueKind, unit_of_measure: &str) -> Interpreted {
    match field {
        Field::Value => interpret(cell, kind, unit_of_measure),
        // Their unit is not known: 3 of 4 beds, yuan or visits make a percentage.
        Field::Numerator | Field::Denominator => interpret(cell, ValueKind::Point, ""),
        Field::Note => interpret_note(cell),
    }
}

/// Returns the number a cell means in the indicator's unit of measure.
///
/// A number shown as 80% is stored as 0.8 and means 80 where the unit is %; a plain 0.8 stays 0.8. Where the text
/// names a unit, it must be the indicator's, give or take 万 and the like.
pub fn interpret(cell: &Cell, kind: ValueKind, unit_of_measure: &str) -> Interpreted {
    let unit = wanted_unit(kind, unit_of_measure);
    match &cell.content {
        Content::Empty => Interpreted::Empty,
        Content::Number(amount) if cell.percent_format => percentage(*amount, &unit),
        Content::Number(amount) => Interpreted::Number { value: *amount, typed: None },
        Content::Text(text) => text_number(text, &unit),
        other => refused(other),
    }
}

/// Returns the words a cell in the note column means; a number there is words too.
pub fn interpret_note(cell: &Cell) -> Interpreted {
    match &cell.content {
        Content::Empty => Interpreted::Empty,
        Content::Number(amount) if cell.percent_format => match amount.times(100.0) {
            Some(percent) => Interpreted::Text(format!("{percent}%")),
            None => Interpreted::Text(amount.to_string()),
        },
        Content::Number(amount) => Interpreted::Text(amount.to_string()),
        Content::Text(text) => Interpreted::Text(spaced(text).trim().to_owned()),
        other => refused(other),
    }
}

/// Progress of work is a percentage whatever its unit says.
fn wanted_unit(kind: ValueKind, unit: &str) -> String {
    match unit.trim() {
        "％" => "%".to_owned(),
        _ if kind == ValueKind::Qualitative => "%".to_owned(),
        unit => unit.to_owned(),
    }
}

fn percentage(stored: Amount, unit: &str) -> Interpreted {
    let Some(percent) = stored.times(100.0) else { return reject(RejectCode::TooLarge, &stored.to_string()) };
    let shown = format!("{percent}%");
    match unit {
        "%" => Interpreted::Number { value: percent, typed: None },
        _ => reject_unit(&shown, unit),
    }
}

fn text_number(text: &str, unit: &str) -> Interpreted {
    if breaks_off(text) {
        return reject(RejectCode::NotANumber, &clean(text));
    }
    let text = clean(text);
    let text = text.trim();
    let quantity = match Quantity::parse(text) {
        Ok(quantity) => quantity,
        Err(AmountError::Empty) => return Interpreted::Empty,
        Err(AmountError::NotANumber(_)) => return reject(RejectCode::NotANumber, text),
        Err(AmountError::TooLarge(_)) => return reject(RejectCode::TooLarge, text),
    };
    match quantity.in_unit(unit) {
        Some(value) => {
            let typed = (text != value.to_string()).then(|| text.to_owned());
            Interpreted::Number { value, typed }
        }
        None => reject_unit(text, unit),
    }
}

/// Returns true if a sign nobody sees stands between others: what would be joined without it may be two numbers.
fn breaks_off(text: &str) -> bool {
    text.trim_matches(|c: char| c.is_whitespace() || is_unfit(c)).chars().any(|c| is_unfit(c) && c != '\r')
}

fn refused(content: &Content) -> Interpreted {
    let shown = if let Content::Error(text) = content { text.as_str() } else { "" };
    match content.refused() {
        Some(code) => reject(code, shown),
        None => Interpreted::Empty,
    }
}

fn reject(code: RejectCode, shown: &str) -> Interpreted {
    let message = if shown.is_empty() { code.zh().to_owned() } else { format!("“{}”：{}", short(shown), code.zh()) };
    Interpreted::Reject { code, message }
}

fn reject_unit(shown: &str, unit: &str) -> Interpreted {
    let asked = if unit.is_empty() { "这里只填数字".to_owned() } else { format!("这里的计量单位是“{unit}”") };
    let code = RejectCode::UnitDiffers;
    Interpreted::Reject { code, message: format!("“{}”：{asked}，{}", short(shown), code.zh()) }
}

fn short(text: &str) -> String {
    let mut cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod spellings;
#[cfg(test)]
mod tests;
