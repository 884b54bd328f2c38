//! One returned workbook, row by row and cell by cell.

use super::compare::{Compared, Decisions, Ground, Ours, Place, Theirs};
use super::confirm::row_key;
use super::doubt::doubted;
use super::figure::{changes, reconcile};
use super::refusal::{NOT_ASKED, PROPOSED, Refusal};
use super::rivals;
use crate::ApiError;
use crate::shown::with_unit;
use crate::wire::{Choice, FileProposal, MergeItem, Outcome};
use domain::{Field, Indicator, Uid};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use store::{Base, Entry, Exchange, IndicatorRow, Store, Stored};
use workbook::{Cell, Content, Held, Interpreted, Return, ReturnRow, RowId, Same};

/// A returned workbook whose exchange is known.
pub(crate) struct Sheet<'a, 'g> {
    pub(super) ground: &'a mut Ground<'g>,
    pub(super) file: usize,
    pub(super) exchange: &'a Stored<Exchange>,
    /// That it is older than a return already merged, and than which, if it is.
    pub(super) older: Option<String>,
    /// The rows that wait for a person, by row key.
    proposed: HashSet<String>,
    indicators: Rc<HashMap<Uid, IndicatorRow>>,
    /// What every cell held when it was sent, or was accepted last.
    base: SentCells,
    /// What the ledger has of the unit in the period, by indicator.
    entries: HashMap<i64, Entry>,
    /// Why nothing can be taken: the period is frozen.
    locked: Option<Refusal>,
}

/// A row that is placed: its indicator, and what the ledger has of it.
pub(crate) struct Row<'a> {
    pub(crate) indicator: &'a IndicatorRow,
    pub(crate) base: HashMap<Field, Option<Held>>,
    pub(crate) ours: HashMap<Field, Ours>,
}

impl<'a, 'g> Sheet<'a, 'g> {
    /// Returns a workbook ready to be compared, with what was sent in it.
    pub(crate) fn new(
        ground: &'a mut Ground<'g>,
        file: usize,
        exchange: &'a Stored<Exchange>,
        older: Option<&str>,
        proposal: Option<&FileProposal>,
    ) -> Result<Sheet<'a, 'g>, ApiError> {
        let base = sent_cells(ground.store, exchange)?;
        let waiting = proposal.iter().flat_map(|proposal| &proposal.rows).filter(|row| !row.candidates.is_empty());
        let proposed = waiting.map(|row| row.key.clone()).collect();
        let entries = ground.store.entries_of_unit_in(exchange.data.unit_id, exchange.data.period)?;
        let entries = entries.into_iter().map(|entry| (entry.indicator_id, entry)).collect();
        let indicators = ground.indicators(exchange.data.plan_id)?;
        let locked = Refusal::of_frozen(ground.store, exchange.data.plan_id, exchange.data.period, ground.offset)?;
        let older = older.map(|which| format!("这份表比已合并的旧（{which}）"));
        Ok(Sheet { ground, file, exchange, older, proposed, indicators, base, entries, locked })
    }

    /// Returns every cell that is not as it was sent, and everything filled into rows that belong nowhere.
    pub(crate) fn cells(&mut self, content: &Return) -> Result<Vec<Compared>, ApiError> {
        let mut compared = Vec::new();
        let indicators = Rc::clone(&self.indicators);
        for row in &content.rows {
            let placed = match &row.id {
                RowId::Known(uid) => indicators.get(uid).and_then(|indicator| self.placed(indicator)),
                _ => None,
            };
            compared.extend(match placed {
                Some(placed) => self.row(row, placed),
                None => self.unplaced(row, &row.indicator, Field::code),
            });
        }
        compared.extend(self.told(&content.told)?);
        Ok(compared)
    }

    /// Returns the row of an indicator, if it was sent in this workbook.
    fn placed<'i>(&self, indicator: &'i IndicatorRow) -> Option<Row<'i>> {
        let base = of_indicator(&self.base, indicator.id);
        if base.is_empty() {
            return None;
        }
        let entry = self.entries.get(&indicator.id);
        let ours = |field: &Field| (*field, self.ground.ours(self.place(indicator.id, *field), entry));
        let ours = Field::ALL.iter().map(ours).collect();
        Some(Row { indicator, base, ours })
    }

    fn row(&mut self, row: &ReturnRow, placed: Row<'_>) -> Vec<Compared> {
        let mut compared: Vec<Compared> = row.cells.iter().filter_map(|(field, cell)| self.cell(row, &placed, *field, cell)).collect();
        reconcile(&placed, &mut compared, self.ground.decided);
        self.lock(&mut compared);
        for (field, held) in changes(&placed, &compared) {
            let by = held.is_some().then(|| format!("{} 本批", self.ground.names[self.file]));
            self.ground.will_be(self.place(placed.indicator.id, field), Ours { held, by });
        }
        compared
    }

    /// Compares one cell; none if it is as it was sent.
    fn cell(&self, row: &ReturnRow, placed: &Row<'_>, field: Field, cell: &Cell) -> Option<Compared> {
        let terms = &placed.indicator.data.indicator;
        let item = || {
            let mut item = self.item(row, cell, field.code());
            item.key = rivals::key(self.file, placed.indicator.data.uid, field.code());
            item.indicator = Some(with_unit(terms));
            item
        };
        let Some(base) = placed.base.get(&field) else {
            // Nothing was asked here: what was filled in all the same must not vanish without a word.
            return cell.content.is_filled().then(|| rejected(self.file, item(), &NOT_ASKED.into()));
        };
        let read = read(cell, field, terms);
        if read.as_ref().is_ok_and(|theirs| theirs.held.same(base)) {
            return None;
        }
        let (mut item, ours) = (item(), &placed.ours[&field]);
        (item.base, item.ours, item.ours_by) = (text(base), text(&ours.held), ours.by.clone());
        let theirs = match read {
            Ok(theirs) => theirs,
            Err(refusal) => return Some(rejected(self.file, item, &refusal)),
        };
        item.theirs = theirs.typed.clone().or_else(|| text(&theirs.held));
        let place = self.place(placed.indicator.id, field);
        let mut choice = merged(&mut item, [base, &ours.held, &theirs.held], self.ground.decided)?;
        if matches!(item.outcome, Outcome::Applied | Outcome::Conflict) {
            choice = doubted(self.ground, self.file, self.older.as_deref(), &mut item, place.into(), choice);
        }
        Some(Compared { file: self.file, item, place: Some(place), told: None, theirs: Some(theirs), choice })
    }

    /// Refuses what would change a period that is frozen.
    pub(super) fn lock(&self, cells: &mut [Compared]) {
        if let Some(locked) = &self.locked {
            locked.lock(cells);
        }
    }

    /// Counts what was filled into a row that belongs nowhere as rejected, each cell by name.
    pub(super) fn unplaced<K: Ord + Copy>(&self, row: &ReturnRow<K>, name: &str, code: fn(K) -> &'static str) -> Vec<Compared> {
        let waits = self.proposed.contains(&row_key(self.file, row));
        let refusal = if waits { PROPOSED.into() } else { Refusal::of_row(&row.id) };
        let filled = row.cells.iter().filter(|(_, cell)| cell.content.is_filled());
        let compared = filled.map(|(key, cell)| {
            let mut item = self.item(row, cell, code(*key));
            item.indicator = Some(name.to_owned()).filter(|name| !name.is_empty());
            rejected(self.file, item, &refusal)
        });
        compared.collect()
    }

    fn place(&self, indicator: i64, field: Field) -> Place {
        Place { indicator, unit: self.exchange.data.unit_id, period: self.exchange.data.period, field }
    }

    pub(super) fn item<K: Ord>(&self, row: &ReturnRow<K>, cell: &Cell, field: &str) -> MergeItem {
        MergeItem {
            key: format!("{}:{}!{}{}", self.file, row.sheet, cell.letter(), row.row_number),
            file: self.ground.names[self.file].clone(),
            file_at: self.file as u32,
            sheet: row.sheet.clone(),
            row: row.row_number,
            column: cell.letter(),
            unit: Some(self.ground.unit(self.exchange.data.unit_id)),
            indicator: None,
            field: field.to_owned(),
            base: None,
            ours: None,
            ours_by: None,
            theirs: Some(raw(cell)),
            outcome: Outcome::Rejected,
            code: None,
            message: None,
            rivals: Vec::new(),
            group: None,
        }
    }
}

/// What was sent in the cells of a workbook.
type SentCells = HashMap<(i64, Field), Option<Held>>;

fn sent_cells(store: &Store, exchange: &Stored<Exchange>) -> Result<SentCells, ApiError> {
    let cells = store.exchange_cells(exchange.id)?;
    Ok(cells.into_iter().map(|cell| ((cell.indicator_id, cell.field), held(cell.base))).collect())
}

fn of_indicator(sent: &SentCells, indicator: i64) -> HashMap<Field, Option<Held>> {
    Field::ALL.iter().filter_map(|field| Some((*field, sent.get(&(indicator, *field))?.clone()))).collect()
}

/// A row of a workbook with its indicator and what was sent in it.
pub(crate) type PlacedRow<'a> = (&'a ReturnRow, IndicatorRow, HashMap<Field, Option<Held>>);

/// Returns the rows of a workbook that can be placed.
pub(crate) fn placed_rows<'a>(store: &Store, exchange: &Stored<Exchange>, content: &'a Return) -> Result<Vec<PlacedRow<'a>>, ApiError> {
    let sent = sent_cells(store, exchange)?;
    let mut placed = Vec::new();
    for row in &content.rows {
        let RowId::Known(uid) = row.id else { continue };
        let Some(indicator) = store.indicator(uid)? else { continue };
        let base = of_indicator(&sent, indicator.id);
        if !base.is_empty() {
            placed.push((row, indicator, base));
        }
    }
    Ok(placed)
}

/// Writes what becomes of a cell, of its base, ours and theirs, into its item, and returns what a person decided of a
/// conflict; none if the cell is as it was sent.
pub(crate) fn merged(item: &mut MergeItem, [base, ours, theirs]: [&Option<Held>; 3], decided: Decisions<'_>) -> Option<Option<Choice>> {
    let mut choice = None;
    item.outcome = match workbook::merge(base, ours, theirs) {
        workbook::Outcome::Unchanged => return None,
        workbook::Outcome::Equal => Outcome::Equal,
        workbook::Outcome::Apply => Outcome::Applied,
        workbook::Outcome::Conflict => {
            choice = (decided.each)(&item.key);
            decided.sides.decide(item, choice)
        }
        workbook::Outcome::Rejected(_) => unreachable!("what could be read is not rejected"),
    };
    Some(choice)
}

pub(crate) fn rejected(file: usize, mut item: MergeItem, refusal: &Refusal) -> Compared {
    refusal.write(&mut item);
    Compared { file, item, place: None, told: None, theirs: None, choice: None }
}

/// Reads what was entered into a cell, or says why it cannot be taken.
pub(crate) fn read(cell: &Cell, field: Field, terms: &Indicator) -> Result<Theirs, Refusal> {
    came(workbook::interpret_field(field, cell, terms.kind, &terms.unit))
}

/// Returns what a cell means, or why it cannot be taken.
pub(crate) fn came(read: Interpreted) -> Result<Theirs, Refusal> {
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
