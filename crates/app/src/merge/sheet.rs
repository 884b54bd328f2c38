//! One returned workbook, row by row and cell by cell.

use super::compare::{Compared, Ground, Ours, Place, Theirs};
use super::confirm::row_key;
use super::figure::{changes, reconcile};
use super::refusal::{FROZEN, NOT_ASKED, OLDER_RETURN, PROPOSED, Refusal, TWO_RETURNS};
use super::rivals::{self, At, Chosen};
use crate::ApiError;
use crate::freeze::lock;
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
    /// Why it is older than a return already merged, if it is.
    older: Option<&'a str>,
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
        older: Option<&'a str>,
        proposal: Option<&FileProposal>,
    ) -> Result<Sheet<'a, 'g>, ApiError> {
        let base = sent_cells(ground.store, exchange)?;
        let waiting = proposal.iter().flat_map(|proposal| &proposal.rows).filter(|row| !row.candidates.is_empty());
        let proposed = waiting.map(|row| row.key.clone()).collect();
        let entries = ground.store.entries_of_unit_in(exchange.data.unit_id, exchange.data.period)?;
        let entries = entries.into_iter().map(|entry| (entry.indicator_id, entry)).collect();
        let indicators = ground.indicators(exchange.data.plan_id)?;
        let over = ground.store.freeze_over(exchange.data.plan_id, exchange.data.period)?;
        let locked = over.map(|over| Refusal {
            code: FROZEN,
            message: format!("{}，没有采用；要更正请先解冻并写明原因", lock(&over, exchange.data.period, ground.offset)),
        });
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
        reconcile(&placed, &mut compared, self.ground.decide);
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
            item.indicator = Some(if terms.unit.is_empty() { terms.name.clone() } else { format!("{}，{}", terms.name, terms.unit) });
            item
        };
        let Some(base) = placed.base.get(&field) else {
            // Nothing was asked here: what was filled in all the same must not vanish without a word.
            return filled(cell).then(|| rejected(self.file, item(), &NOT_ASKED.into()));
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
        let mut choice = merged(&mut item, [base, &ours.held, &theirs.held], self.ground.decide)?;
        if matches!(item.outcome, Outcome::Applied | Outcome::Conflict) {
            choice = self.doubted(&mut item, place.into(), choice);
        }
        Some(Compared { file: self.file, item, place: Some(place), told: None, theirs: Some(theirs), choice })
    }

    /// Makes a conflict of what another return in hand says otherwise, and of what an older return would set back.
    ///
    /// What yields to another return, or is old and was not taken, does not become the base of its exchange: the unit may
    /// say it again, and then it is news.
    pub(super) fn doubted(&self, item: &mut MergeItem, at: At, choice: Option<Choice>) -> Option<Choice> {
        let by_person = |key: &str| (self.ground.decide)(key).filter(|_| !self.ground.alike);
        if self.ground.rivals.is_contested(at) {
            item.rivals = self.ground.rivals.others(self.file, at, &self.ground.names);
            item.group = Some(self.ground.rivals.group(at));
            let (choice, base) = match self.ground.rivals.chosen(self.file, at, &by_person) {
                Chosen::Open => (None, None),
                Chosen::This => (Some(Choice::Theirs), Some(Choice::Theirs)),
                Chosen::Other { same: true } => {
                    item.outcome = Outcome::Equal;
                    return None;
                }
                Chosen::Other { same: false } => (Some(Choice::Ours), None),
                Chosen::None => (Some(Choice::Ours), Some(Choice::Ours)),
            };
            item.outcome = decided_of(item, choice, "几份回表填的不同", TWO_RETURNS);
            return base;
        }
        let Some(which) = self.older else { return choice };
        let choice = by_person(&item.key);
        item.outcome = decided_of(item, choice, &format!("这份表比已合并的旧（{which}）"), OLDER_RETURN);
        choice.filter(|choice| *choice == Choice::Theirs)
    }

    /// Refuses what would change a period that is frozen.
    pub(super) fn lock(&self, cells: &mut [Compared]) {
        let Some(locked) = &self.locked else { return };
        for cell in cells.iter_mut().filter(|cell| matches!(cell.item.outcome, Outcome::Applied | Outcome::Conflict)) {
            locked.write(&mut cell.item);
            cell.choice = None;
        }
    }

    /// Counts what was filled into a row that belongs nowhere as rejected, each cell by name.
    pub(super) fn unplaced<K: Ord + Copy>(&self, row: &ReturnRow<K>, name: &str, code: fn(K) -> &'static str) -> Vec<Compared> {
        let waits = self.proposed.contains(&row_key(self.file, row));
        let refusal = if waits { PROPOSED.into() } else { Refusal::of_row(&row.id) };
        let filled = row.cells.iter().filter(|(_, cell)| filled(cell));
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
            key: format!("{}:{}!{}{}", self.file, row.sheet, cell.column_letter, row.row_number),
            file: self.ground.names[self.file].clone(),
            file_at: self.file as u32,
            sheet: row.sheet.clone(),
            row: row.row_number,
            column: cell.column_letter.clone(),
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
    decided_of(item, choice, "双方都改过", "undecided")
}

/// The same for a conflict that has another reason, and another code while it is open.
fn decided_of(item: &mut MergeItem, choice: Option<Choice>, why: &str, open: &str) -> Outcome {
    let (outcome, code, message) = match choice {
        Some(Choice::Theirs) => (Outcome::Applied, "taken", "已取对方"),
        Some(Choice::Ours) => (Outcome::Conflict, "kept", "已留我方"),
        None => (Outcome::Conflict, open, "未选定，我方不动"),
    };
    (item.code, item.message) = (Some(code.to_owned()), Some(format!("{why}，{message}")));
    outcome
}

pub(crate) fn rejected(file: usize, mut item: MergeItem, refusal: &Refusal) -> Compared {
    refusal.write(&mut item);
    Compared { file, item, place: None, told: None, theirs: None, choice: None }
}

pub(crate) fn filled(cell: &Cell) -> bool {
    !matches!(cell.content, Content::Empty | Content::Merged)
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
