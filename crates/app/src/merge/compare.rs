//! Every cell of every returned workbook against what was sent and what the ledger has now.

use crate::ApiError;
use crate::history::moment;
use crate::wire::{Choice, FileStatus, MergeCounts, MergeFile, MergeItem, MergeReport, Outcome};
use chrono::FixedOffset;
use domain::judge::Figure;
use domain::{Amount, Field, Period, Uid};
use std::collections::HashMap;
use store::{Exchange, Store, Stored};
use workbook::{Cell, Content, Held, Interpreted, MergeCell, Return, ReturnRow, RowId};

/// A returned workbook, read or refused.
pub(crate) struct Incoming {
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) content: Result<Return, String>,
}

/// The whole comparison: what is shown, and what is to be written.
pub(crate) struct Comparison {
    pub(crate) files: Vec<MergeFile>,
    /// The exchange each file belongs to, where it is known.
    pub(crate) exchanges: Vec<Option<Stored<Exchange>>>,
    pub(crate) cells: Vec<Compared>,
}

/// A cell that is not as it was sent.
pub(crate) struct Compared {
    /// Which file it came in.
    pub(crate) file: usize,
    pub(crate) item: MergeItem,
    /// Where it belongs; none for a row that could not be placed.
    pub(crate) place: Option<Place>,
    /// What came back; none where it could not be read.
    pub(crate) theirs: Option<Theirs>,
    /// What a person decided, for a conflict.
    pub(crate) choice: Option<Choice>,
}

/// What came back in a cell, ready for the ledger.
#[derive(Clone)]
pub(crate) struct Theirs {
    pub(crate) held: Option<Held>,
    pub(crate) typed: Option<String>,
}

/// A cell of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) indicator: i64,
    pub(crate) unit: i64,
    pub(crate) period: Period,
    pub(crate) field: Field,
}

/// What the ledger has in a cell, and who wrote it.
type Ours = (Option<Held>, Option<String>);

impl Comparison {
    /// Returns the comparison as it is shown; the counts are those of its items.
    pub(crate) fn report(&self, preview: bool) -> MergeReport {
        let mut cells = MergeCounts::default();
        for compared in &self.cells {
            cells.changed += 1;
            *match compared.item.outcome {
                Outcome::Applied => &mut cells.applied,
                Outcome::Equal => &mut cells.equal,
                Outcome::Conflict => &mut cells.conflicts,
                Outcome::Rejected => &mut cells.rejected,
            } += 1;
        }
        MergeReport { files: self.files.clone(), cells, items: self.cells.iter().map(|compared| compared.item.clone()).collect(), preview }
    }
}

/// Compares returned workbooks with the ledger, in their order: what an earlier one brings counts as ours for the next.
pub(crate) fn compare(
    store: &Store,
    files: &[Incoming],
    decide: &dyn Fn(&str) -> Option<Choice>,
    offset: FixedOffset,
) -> Result<Comparison, ApiError> {
    let mut comparison = Comparison { files: Vec::new(), exchanges: Vec::new(), cells: Vec::new() };
    let mut pending: HashMap<Place, Ours> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        let mut report =
            MergeFile { file: file.name.clone(), status: FileStatus::Refused, unit: None, exchange: None, messages: Vec::new() };
        let mut exchange = None;
        match &file.content {
            Err(message) => report.messages.push(message.clone()),
            Ok(content) => {
                exchange = content.exchange.map(|uid| store.exchange(uid)).transpose()?.flatten();
                report.exchange = content.exchange;
                report.unit = content.unit.clone();
                report.messages.extend(content.problems.iter().map(workbook::Problem::zh));
                if !content.ignored_columns.is_empty() {
                    report.messages.push(format!("没有读取的列：{}", content.ignored_columns.join("、")));
                }
                match &exchange {
                    None => {
                        report.status = FileStatus::Unknown;
                        report.messages.push("这份表不是本台账发出的，没有采用任何内容".to_owned());
                    }
                    Some(exchange) => {
                        let repeated = store.return_by_sha256(&file.sha256)?.is_some();
                        report.status = if repeated { FileStatus::Repeated } else { FileStatus::Read };
                        let mut form = Sheet {
                            store,
                            file: at,
                            name: &file.name,
                            exchange,
                            unit: String::new(),
                            offset,
                            decide,
                            pending: &mut pending,
                        };
                        form.unit = store
                            .units()?
                            .into_iter()
                            .find(|unit| unit.id == exchange.data.unit_id)
                            .map(|unit| unit.unit.name)
                            .unwrap_or_default();
                        report.unit = Some(form.unit.clone());
                        comparison.cells.extend(form.cells(content)?);
                    }
                }
            }
        }
        comparison.files.push(report);
        comparison.exchanges.push(exchange);
    }
    Ok(comparison)
}

/// One returned workbook whose exchange is known.
struct Sheet<'a> {
    store: &'a Store,
    file: usize,
    name: &'a str,
    exchange: &'a Stored<Exchange>,
    unit: String,
    offset: FixedOffset,
    decide: &'a dyn Fn(&str) -> Option<Choice>,
    pending: &'a mut HashMap<Place, Ours>,
}

impl Sheet<'_> {
    fn cells(&mut self, content: &Return) -> Result<Vec<Compared>, ApiError> {
        let base: HashMap<(i64, Field), Option<Held>> = self
            .store
            .exchange_cells(self.exchange.id)?
            .into_iter()
            .map(|cell| ((cell.indicator_id, cell.field), held(cell.base)))
            .collect();
        let mut compared = Vec::new();
        for row in &content.rows {
            match &row.id {
                RowId::Known(uid) => self.known_row(row, *uid, &base, &mut compared)?,
                RowId::Missing => self.unplaced(row, "row_without_id", "该行没有行编号，可能是插入的行，没有采用", &mut compared),
                RowId::Damaged(_) => self.unplaced(row, "row_id_damaged", "该行的行编号已损坏，没有采用", &mut compared),
                RowId::Duplicate(_) => {
                    self.unplaced(row, "row_id_duplicate", "该行的行编号重复，分不清以哪一行为准，没有采用", &mut compared)
                }
                RowId::Reworded(_) => self.unplaced(row, "row_reworded", "该行的指标名称与发出时不同，可能错了行，没有采用", &mut compared),
            }
        }
        Ok(compared)
    }

    fn known_row(
        &mut self,
        row: &ReturnRow,
        uid: Uid,
        base: &HashMap<(i64, Field), Option<Held>>,
        compared: &mut Vec<Compared>,
    ) -> Result<(), ApiError> {
        let indicator = self.store.indicator(uid)?.filter(|indicator| base.contains_key(&(indicator.id, Field::Value)));
        let Some(indicator) = indicator else {
            self.unplaced(row, "row_unknown", "台账里没有这一行的指标，没有采用", compared);
            return Ok(());
        };
        let terms = &indicator.data.indicator;
        let entry = self.store.entry(indicator.id, self.exchange.data.unit_id, self.exchange.data.period)?;
        let first = compared.len();
        for (field, cell) in &row.cells {
            let Some(base) = base.get(&(indicator.id, *field)) else { continue };
            let place =
                Place { indicator: indicator.id, unit: self.exchange.data.unit_id, period: self.exchange.data.period, field: *field };
            let (ours, by) = self.pending.get(&place).cloned().unwrap_or_else(|| self.ours(entry.as_ref(), *field));
            let (theirs, rejected) = match read(cell, *field, terms) {
                Ok(theirs) => (Some(theirs), None),
                Err((code, message)) => (None, Some((code, message))),
            };
            let held = match (&theirs, &rejected) {
                (Some(theirs), _) => Ok(theirs.held.clone()),
                (None, Some((code, _))) => Err(*code),
                (None, None) => continue,
            };
            let outcome = MergeCell { key: (), base: base.clone(), ours: ours.clone(), theirs: held }.outcome();
            let key = format!("{}:{uid}:{}", self.file, field.code());
            let mut item = self.item(row, cell, key, field.code());
            item.indicator = Some(if terms.unit.is_empty() { terms.name.clone() } else { format!("{}，{}", terms.name, terms.unit) });
            (item.base, item.ours, item.ours_by) = (text(base), text(&ours), by);
            item.theirs = theirs.as_ref().map_or_else(|| Some(raw(cell)), |theirs| theirs.typed.clone().or_else(|| text(&theirs.held)));
            let mut choice = None;
            item.outcome = match outcome {
                workbook::Outcome::Unchanged => continue,
                workbook::Outcome::Apply => Outcome::Applied,
                workbook::Outcome::Equal => Outcome::Equal,
                workbook::Outcome::Rejected(code) => {
                    item.code = Some(code.code().to_owned());
                    item.message = rejected.map(|(_, message)| message);
                    Outcome::Rejected
                }
                workbook::Outcome::Conflict => {
                    choice = (self.decide)(&item.key);
                    decided(&mut item, choice)
                }
            };
            compared.push(Compared { file: self.file, item, place: Some(place), theirs, choice });
        }
        self.whole_ratios(entry.as_ref(), &mut compared[first..]);
        for cell in &compared[first..] {
            if let (Outcome::Applied, Some(place), Some(theirs)) = (cell.item.outcome, cell.place, &cell.theirs) {
                self.pending.insert(place, (theirs.held.clone(), Some(format!("{} 本批", self.name))));
            }
        }
        Ok(())
    }

    /// Refuses what would leave a numerator without a denominator, or divide by nothing.
    fn whole_ratios(&self, entry: Option<&store::Entry>, cells: &mut [Compared]) {
        let after = |field: Field| {
            let new =
                cells.iter().find(|cell| cell.item.outcome == Outcome::Applied && cell.place.is_some_and(|place| place.field == field));
            match new.and_then(|cell| cell.theirs.as_ref()) {
                Some(theirs) => theirs.held.clone(),
                None => self.ours(entry, field).0,
            }
        };
        let (numerator, denominator) = (after(Field::Numerator), after(Field::Denominator));
        let wrong = match (&numerator, &denominator) {
            (Some(_), None) | (None, Some(_)) => ("half_ratio", "分子和分母要同时填，缺一不可"),
            (_, Some(Held::Number(Amount::ZERO))) => ("zero_denominator", "分母是0，算不出比率"),
            _ => return,
        };
        let ratio = |cell: &&mut Compared| cell.place.is_some_and(|place| matches!(place.field, Field::Numerator | Field::Denominator));
        for cell in cells.iter_mut().filter(ratio).filter(|cell| cell.item.outcome == Outcome::Applied) {
            cell.item.outcome = Outcome::Rejected;
            (cell.item.code, cell.item.message) = (Some(wrong.0.to_owned()), Some(wrong.1.to_owned()));
        }
    }

    /// Counts what was filled into a row that belongs nowhere as rejected, each cell by name.
    fn unplaced(&self, row: &ReturnRow, code: &str, message: &str, compared: &mut Vec<Compared>) {
        for (field, cell) in row.cells.iter().filter(|(_, cell)| cell.content != Content::Empty) {
            let key = format!("{}:{}{}:{}", self.file, row.sheet, row.row_number, field.code());
            let mut item = self.item(row, cell, key, field.code());
            item.indicator = Some(row.indicator.clone()).filter(|name| !name.is_empty());
            item.theirs = Some(raw(cell));
            item.outcome = Outcome::Rejected;
            (item.code, item.message) = (Some(code.to_owned()), Some(message.to_owned()));
            compared.push(Compared { file: self.file, item, place: None, theirs: None, choice: None });
        }
    }

    fn item(&self, row: &ReturnRow, cell: &Cell, key: String, field: &str) -> MergeItem {
        MergeItem {
            key,
            file: self.name.to_owned(),
            sheet: row.sheet.clone(),
            row: row.row_number,
            column: cell.column_letter.clone(),
            unit: Some(self.unit.clone()),
            indicator: None,
            field: field.to_owned(),
            base: None,
            ours: None,
            ours_by: None,
            theirs: None,
            outcome: Outcome::Rejected,
            code: None,
            message: None,
        }
    }

    fn ours(&self, entry: Option<&store::Entry>, field: Field) -> Ours {
        let Some(entry) = entry else { return (None, None) };
        let number = match (field, entry.figure) {
            (Field::Value, Some(Figure::Value(value))) => Some(value),
            (Field::Numerator, Some(Figure::Ratio { numerator, .. })) => Some(numerator),
            (Field::Denominator, Some(Figure::Ratio { denominator, .. })) => Some(denominator),
            _ => None,
        };
        let held = if field == Field::Note { entry.note.clone().map(Held::Text) } else { number.map(Held::Number) };
        let by = held.is_some().then(|| format!("{} {}", entry.who, moment(entry.at, self.offset)));
        (held, by)
    }
}

fn decided(item: &mut MergeItem, choice: Option<Choice>) -> Outcome {
    let (outcome, code, message) = match choice {
        Some(Choice::Theirs) => (Outcome::Applied, "taken", "双方都改过，已取对方"),
        Some(Choice::Ours) => (Outcome::Conflict, "kept", "双方都改过，已留我方"),
        None => (Outcome::Conflict, "undecided", "双方都改过，未选定，我方不动"),
    };
    (item.code, item.message) = (Some(code.to_owned()), Some(message.to_owned()));
    outcome
}

/// Reads what was entered into a cell, or says by code and in words why it cannot be taken.
fn read(cell: &Cell, field: Field, terms: &domain::Indicator) -> Result<Theirs, (workbook::RejectCode, String)> {
    let read = match field {
        Field::Value => workbook::interpret(cell, terms.kind, &terms.unit),
        Field::Numerator | Field::Denominator => workbook::interpret(cell, domain::ValueKind::Point, ""),
        Field::Note => workbook::interpret_note(cell),
    };
    match read {
        Interpreted::Empty => Ok(Theirs { held: None, typed: None }),
        Interpreted::Number { value, typed } => Ok(Theirs { held: Some(Held::Number(value)), typed }),
        Interpreted::Text(text) => Ok(Theirs { held: Some(Held::Text(text)), typed: None }),
        Interpreted::Reject { code, message } => Err((code, message)),
    }
}

fn held(base: store::Base) -> Option<Held> {
    base.number.map(Held::Number).or(base.text.map(Held::Text))
}

fn text(held: &Option<Held>) -> Option<String> {
    held.as_ref().map(|held| match held {
        Held::Number(amount) => amount.to_string(),
        Held::Text(text) => text.clone(),
    })
}

/// Returns what stands in a cell, as far as it can be shown.
fn raw(cell: &Cell) -> String {
    match &cell.content {
        Content::Empty => String::new(),
        Content::Number(amount) => amount.to_string(),
        Content::Text(text) => text.clone(),
        Content::FormulaWithoutValue => "（公式没有结果）".to_owned(),
        Content::Error(error) => error.clone(),
        Content::Merged => "（合并单元格）".to_owned(),
    }
}
