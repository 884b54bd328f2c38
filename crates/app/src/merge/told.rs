//! What a returned workbook tells of measures: passage by passage, by the rule of every other cell.

use super::compare::{Compared, ToldPlace};
use super::doubt::doubted;
use super::refusal::too_long;
use super::rivals;
use super::sheet::{Sheet, came, merged, rejected, text};
use crate::ApiError;
use crate::wire::Outcome;
use domain::Passage;
use std::collections::HashMap;
use store::{MeasureRow, Narrative};
use workbook::{Cell, Held, RowId, ToldRow, interpret_note};

/// What is compared with: what was sent, and what the ledger tells.
struct Told {
    /// What every passage held when it was sent, or was accepted last.
    base: HashMap<(i64, Passage), Option<Held>>,
    narratives: Vec<Narrative>,
}

impl Sheet<'_, '_> {
    /// Returns every passage that is not as it was sent, and everything told in rows that belong nowhere.
    pub(super) fn told(&mut self, rows: &[ToldRow]) -> Result<Vec<Compared>, ApiError> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let (store, exchange) = (self.ground.store, self.exchange);
        let texts = store.exchange_texts(exchange.id)?.into_iter();
        let told = Told {
            base: texts.map(|text| ((text.measure_id, text.passage), text.base.map(Held::Text))).collect(),
            narratives: store.narratives_of_unit(exchange.data.unit_id)?,
        };
        let measures = self.ground.measures(exchange.data.plan_id)?;
        let mut compared = Vec::new();
        for row in rows {
            let measure = match &row.id {
                RowId::Known(uid) => measures.get(uid),
                _ => None,
            };
            let sent = |measure: &&MeasureRow| Passage::ALL.iter().any(|passage| told.base.contains_key(&(measure.id, *passage)));
            compared.extend(match measure.filter(sent) {
                Some(measure) => self.told_of(row, measure, &told),
                None => self.unplaced(row, &row.measure, Passage::code),
            });
        }
        Ok(compared)
    }

    fn told_of(&mut self, row: &ToldRow, measure: &MeasureRow, told: &Told) -> Vec<Compared> {
        let cells = row.cells.iter();
        let mut compared: Vec<Compared> = cells.filter_map(|(passage, cell)| self.passage(row, measure, told, *passage, cell)).collect();
        self.lock(&mut compared);
        let name = self.ground.names[self.file].clone();
        self.ground.will_tell(&name, &compared);
        compared
    }

    /// Compares one passage; none if it is as it was sent.
    fn passage(&self, row: &ToldRow, measure: &MeasureRow, told: &Told, passage: Passage, cell: &Cell) -> Option<Compared> {
        let exchange = &self.exchange.data;
        let mut item = self.item(row, cell, passage.code());
        item.key = rivals::key(self.file, measure.measure.uid, passage.code());
        item.indicator = Some(measure.measure.title.clone());
        let place = ToldPlace { measure: measure.id, unit: exchange.unit_id, period: exchange.period, passage };
        let base = told.base.get(&(measure.id, passage)).cloned().flatten();
        let ours = self.ground.told(place, &told.narratives);
        (item.base, item.ours, item.ours_by) = (text(&base), text(&ours.held), ours.by.clone());
        let theirs = match came(interpret_note(cell)) {
            Ok(theirs) => theirs,
            Err(refusal) => return Some(rejected(self.file, item, &refusal)),
        };
        item.theirs = text(&theirs.held);
        let mut choice = merged(&mut item, [&base, &ours.held, &theirs.held], self.ground.decided)?;
        if matches!(item.outcome, Outcome::Applied | Outcome::Conflict) {
            choice = doubted(self.ground, self.file, self.older.as_deref(), &mut item, place.into(), choice);
        }
        let length = item.theirs.as_ref().map_or(0, |text| text.chars().count());
        if length > Passage::LONGEST && item.outcome != Outcome::Equal {
            return Some(rejected(self.file, item, &too_long(length)));
        }
        Some(Compared { file: self.file, item, place: None, told: Some(place), theirs: Some(theirs), choice })
    }
}
