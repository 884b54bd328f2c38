//! One returned workbook, row by row and cell by cell.

use super::compare::{Compared, Ground, Ours, Place, Theirs};
use super::figure::{changes, reconcile};
use super::refusal::{FROZEN, NOT_ASKED, ROW_UNKNOWN, Refusal};
use crate::ApiError;
use crate::freeze::lock;
use crate::wire::{Choice, MergeItem, Outcome};
use domain::{Field, Indicator, Uid};
use std::collections::HashMap;
use store::{Base, Entry, Exchange, IndicatorRow, Stored};
use workbook::{Cell, Content, Held, Interpreted, ProblemCode, Return, ReturnRow, RowId};

/// A returned workbook whose exchange is known.
pub(crate) struct Sheet<'a, 'g> {
    ground: &'a mut Ground<'g>,
    file: usize,
    name: &'a str,
    exchange: &'a Stored<Exchange>,
    /// What every cell held when it was sent, or was accepted last.
    base: HashMap<(i64, Field), Option<Held>>,
    /// Why nothing can be taken: the period is frozen.
    locked: Option<Refusal>,
}

/// A row that is placed: its indicator, and what the ledger has of it.
pub(crate) struct Row {
    pub(crate) indicator: IndicatorRow,
    pub(crate) base: HashMap<Field, Option<Held>>,
    pub(crate) ours: HashMap<Field, Ours>,
}

impl<'a, 'g> Sheet<'a, 'g> {
    /// Returns a workbook ready to be compared, with what was sent in it.
    pub(crate) fn new(
        ground: &'a mut Ground<'g>,
        file: usize,
        name: &'a str,
        exchange: &'a Stored<Exchange>,
    ) -> Result<Sheet<'a, 'g>, ApiError> {
        let cells = ground.store.exchange_cells(exchange.id)?;
        let base = cells.into_iter().map(|cell| ((cell.indicator_id, cell.field), held(cell.base))).collect();
        let over = ground.store.freeze_over(exchange.data.plan_id, exchange.data.period)?;
        let locked = over.map(|over| Refusal {
            code: FROZEN,
            message: format!("{}，没有采用；要更正请先解冻并写明原因", lock(&over, exchange.data.period, ground.offset)),
        });
        Ok(Sheet { ground, file, name, exchange, base, locked })
    }

    /// Returns every cell that is not as it was sent, and everything filled into rows that belong nowhere.
    pub(crate) fn cells(&mut self, content: &Return) -> Result<Vec<Compared>, ApiError> {
        let mut compared = Vec::new();
        for row in &content.rows {
            compared.extend(match &row.id {
                RowId::Known(uid) => match self.placed(*uid)? {
                    Some(placed) => self.row(row, placed),
                    None => self.unplaced(row, &Refusal::from(ROW_UNKNOWN)),
                },
                RowId::Missing => self.unplaced(row, &ProblemCode::RowWithoutId.into()),
                RowId::Damaged(_) => self.unplaced(row, &ProblemCode::RowIdDamaged.into()),
                RowId::Duplicate(_) => self.unplaced(row, &ProblemCode::RowIdDuplicate.into()),
                RowId::Reworded(_) => self.unplaced(row, &ProblemCode::RowReworded.into()),
            });
        }
        Ok(compared)
    }

    /// Returns the row of an indicator that was sent in this workbook.
    fn placed(&self, uid: Uid) -> Result<Option<Row>, ApiError> {
        let Some(indicator) = self.ground.store.indicator(uid)? else { return Ok(None) };
        let base = |field: &Field| Some((*field, self.base.get(&(indicator.id, *field))?.clone()));
        let base: HashMap<_, _> = Field::ALL.iter().filter_map(base).collect();
        if base.is_empty() {
            return Ok(None);
        }
        let exchange = &self.exchange.data;
        let entry: Option<Entry> = self.ground.store.entry(indicator.id, exchange.unit_id, exchange.period)?;
        let ours = |field: &Field| (*field, self.ground.ours(self.place(indicator.id, *field), entry.as_ref()));
        let ours = Field::ALL.iter().map(ours).collect();
        Ok(Some(Row { indicator, base, ours }))
    }

    fn row(&mut self, row: &ReturnRow, placed: Row) -> Vec<Compared> {
        let mut compared: Vec<Compared> = row.cells.iter().filter_map(|(field, cell)| self.cell(row, &placed, *field, cell)).collect();
        reconcile(&placed, &mut compared, self.ground.decide);
        if let Some(locked) = &self.locked {
            for cell in compared.iter_mut().filter(|cell| matches!(cell.item.outcome, Outcome::Applied | Outcome::Conflict)) {
                locked.write(&mut cell.item);
                cell.choice = None;
            }
        }
        for (field, held) in changes(&placed, &compared) {
            let by = held.is_some().then(|| format!("{} 本批", self.name));
            self.ground.will_be(self.place(placed.indicator.id, field), Ours { held, by });
        }
        compared
    }

    /// Compares one cell; none if it is as it was sent.
    fn cell(&self, row: &ReturnRow, placed: &Row, field: Field, cell: &Cell) -> Option<Compared> {
        let terms = &placed.indicator.data.indicator;
        let mut item = self.item(row, cell, field);
        item.key = format!("{}:{}:{}", self.file, placed.indicator.data.uid, field.code());
        item.indicator = Some(if terms.unit.is_empty() { terms.name.clone() } else { format!("{}，{}", terms.name, terms.unit) });
        let Some(base) = placed.base.get(&field) else {
            // Nothing was asked here: what was filled in all the same must not vanish without a word.
            return is_filled(cell).then(|| rejected(self.file, item, &NOT_ASKED.into()));
        };
        let ours = &placed.ours[&field];
        (item.base, item.ours, item.ours_by) = (text(base), text(&ours.held), ours.by.clone());
        let theirs = match read(cell, field, terms) {
            Ok(theirs) => theirs,
            Err(refusal) => return Some(rejected(self.file, item, &refusal)),
        };
        item.theirs = theirs.typed.clone().or_else(|| text(&theirs.held));
        let choice = merged(&mut item, [base, &ours.held, &theirs.held], self.ground.decide)?;
        let place = Some(self.place(placed.indicator.id, field));
        Some(Compared { file: self.file, item, place, told: None, theirs: Some(theirs), choice })
    }

    /// Counts what was filled into a row that belongs nowhere as rejected, each cell by name.
    fn unplaced(&self, row: &ReturnRow, refusal: &Refusal) -> Vec<Compared> {
        let filled = row.cells.iter().filter(|(_, cell)| is_filled(cell));
        let compared = filled.map(|(field, cell)| {
            let mut item = self.item(row, cell, *field);
            item.indicator = Some(row.indicator.clone()).filter(|name| !name.is_empty());
            rejected(self.file, item, refusal)
        });
        compared.collect()
    }

    fn place(&self, indicator: i64, field: Field) -> Place {
        Place { indicator, unit: self.exchange.data.unit_id, period: self.exchange.data.period, field }
    }

    fn item(&self, row: &ReturnRow, cell: &Cell, field: Field) -> MergeItem {
        MergeItem {
            key: format!("{}:{}!{}{}", self.file, row.sheet, cell.column_letter, row.row_number),
            file: self.name.to_owned(),
            sheet: row.sheet.clone(),
            row: row.row_number,
            column: cell.column_letter.clone(),
            unit: Some(self.ground.unit(self.exchange.data.unit_id)),
            indicator: None,
            field: field.code().to_owned(),
            base: None,
            ours: None,
            ours_by: None,
            theirs: Some(raw(cell)),
            outcome: Outcome::Rejected,
            code: None,
            message: None,
        }
    }
}

/// Writes what becomes of a cell, of its base, ours and theirs, into its item, and returns what a person decided of a
/// conflict; none if the cell is as it was sent.
pub(crate) fn merged(
    item: &mut MergeItem,
    [base, ours, theirs]: [&Option<Held>; 3],
    decide: &dyn Fn(&str) -> Option<Choice>,
) -> Option<Option<Choice>> {
    let mut choice = None;
    item.outcome = match workbook::merge(base, ours, theirs) {
        workbook::Outcome::Unchanged => return None,
        workbook::Outcome::Equal => Outcome::Equal,
        workbook::Outcome::Apply => Outcome::Applied,
        workbook::Outcome::Conflict => {
            choice = decide(&item.key);
            decided(item, choice)
        }
        workbook::Outcome::Rejected(_) => unreachable!("what could be read is not rejected"),
    };
    Some(choice)
}

/// Writes a person's decision on a conflict into its item and returns what becomes of the cell.
pub(crate) fn decided(item: &mut MergeItem, choice: Option<Choice>) -> Outcome {
    let (outcome, code, message) = match choice {
        Some(Choice::Theirs) => (Outcome::Applied, "taken", "双方都改过，已取对方"),
        Some(Choice::Ours) => (Outcome::Conflict, "kept", "双方都改过，已留我方"),
        None => (Outcome::Conflict, "undecided", "双方都改过，未选定，我方不动"),
    };
    (item.code, item.message) = (Some(code.to_owned()), Some(message.to_owned()));
    outcome
}

pub(crate) fn rejected(file: usize, mut item: MergeItem, refusal: &Refusal) -> Compared {
    refusal.write(&mut item);
    Compared { file, item, place: None, told: None, theirs: None, choice: None }
}

pub(crate) fn is_filled(cell: &Cell) -> bool {
    !matches!(cell.content, Content::Empty | Content::Merged)
}

/// Reads what was entered into a cell, or says why it cannot be taken.
pub(crate) fn read(cell: &Cell, field: Field, terms: &Indicator) -> Result<Theirs, Refusal> {
    let read = workbook::interpret_field(field, cell, terms.kind, &terms.unit);
    let typed = match &read {
        Interpreted::Number { typed, .. } => typed.clone(),
        Interpreted::Reject { code, message } => return Err(Refusal { code: code.code(), message: message.clone() }),
        Interpreted::Empty | Interpreted::Text(_) => None,
    };
    Ok(Theirs { held: read.held().expect("rejected cells were sorted out"), typed, replaces_ratio: false })
}

pub(crate) fn held(base: Base) -> Option<Held> {
    base.number.map(Held::Number).or(base.text.map(Held::Text))
}

/// Returns what a cell holds as it is shown.
pub(crate) fn text(held: &Option<Held>) -> Option<String> {
    held.as_ref().map(|held| match held {
        Held::Number(amount) => amount.to_string(),
        Held::Text(text) => text.clone(),
    })
}

/// Returns what stands in a cell, as far as it can be shown.
pub(crate) fn raw(cell: &Cell) -> String {
    match &cell.content {
        Content::Empty => String::new(),
        Content::Number(amount) => amount.to_string(),
        Content::Text(text) => text.clone(),
        Content::FormulaWithoutValue => "（公式没有结果）".to_owned(),
        Content::Error(error) => error.clone(),
        Content::Merged => "（合并单元格）".to_owned(),
    }
}
