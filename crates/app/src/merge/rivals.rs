//! Several returns of one unit in one preview: where they differ, a person chooses between them.
//!
//! A figure (value, numerator and denominator) is chosen whole, from one file; a note is chosen by itself.

use super::compare::{InHand, Place, Theirs};
use super::refusal::Refusal;
use super::sheet::{placed_rows, read, text};
use crate::ApiError;
use crate::wire::{Choice, Rival};
use chrono::FixedOffset;
use domain::{Field, Period, Uid};
use std::collections::{BTreeMap, HashMap};
use store::{Exchange, Store, Stored};
use workbook::Same;

/// A figure or a note of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Spot {
    indicator: i64,
    unit: i64,
    period: Period,
    is_note: bool,
}

impl Spot {
    fn of(place: Place) -> Spot {
        Spot { indicator: place.indicator, unit: place.unit, period: place.period, is_note: place.field == Field::Note }
    }
}

/// What one file says in a spot.
struct Said {
    file: usize,
    uid: Uid,
    cells: BTreeMap<Field, Result<Theirs, Refusal>>,
    raw: BTreeMap<Field, String>,
    sent: HashMap<Field, Option<workbook::Held>>,
}

/// The spots in which files differ.
#[derive(Default)]
pub(crate) struct Rivals {
    spots: HashMap<Spot, Vec<Said>>,
    /// For each file of a unit and period of which there are several: true if it was saved last of them.
    newest: HashMap<usize, bool>,
}

/// What becomes of a cell in which files differ.
pub(crate) enum Chosen {
    /// Nobody has chosen, or two files at once.
    Open,
    /// This file.
    This,
    /// Another file, which says the same in this cell or not.
    Other { same: bool },
    /// None of them: the ledger stays.
    None,
}

impl Rivals {
    /// Finds where files of one unit and period differ.
    pub(crate) fn find(store: &Store, files: &[InHand<'_>], offset: FixedOffset) -> Result<Rivals, ApiError> {
        let mut groups: BTreeMap<(i64, i64, Period), Vec<usize>> = BTreeMap::new();
        for (at, file) in files.iter().enumerate() {
            // The same bytes twice say the same.
            let new = !files[..at].iter().any(|before| before.incoming.sha256 == file.incoming.sha256);
            if let (Some(exchange), Some(_), true) = (&file.exchange, &file.content, new) {
                let Exchange { plan_id, unit_id, period, .. } = exchange.data;
                groups.entry((plan_id, unit_id, period)).or_default().push(at);
            }
        }
        let mut rivals = Rivals::default();
        let saved: Vec<Option<i64>> = files.iter().map(|file| file.incoming.saved_at(offset)).collect();
        for group in groups.values().filter(|group| group.len() > 1) {
            let last = group.iter().map(|at| saved[*at]).max().flatten();
            let sure = group.iter().all(|at| saved[*at].is_some()) && group.iter().filter(|at| saved[**at] == last).count() == 1;
            rivals.newest.extend(group.iter().map(|at| (*at, sure && saved[*at] == last)));
            for at in group {
                if let (Some(exchange), Some(content)) = (&files[*at].exchange, &files[*at].content) {
                    rivals.hear(store, *at, exchange, content)?;
                }
            }
        }
        rivals.spots.retain(|_, said| differ(said));
        Ok(rivals)
    }

    fn hear(&mut self, store: &Store, file: usize, exchange: &Stored<Exchange>, content: &workbook::Return) -> Result<(), ApiError> {
        for (row, indicator, sent) in placed_rows(store, exchange, content)? {
            for is_note in [false, true] {
                let cells = row.cells.iter().filter(|(field, _)| (**field == Field::Note) == is_note && sent.contains_key(field));
                let (mut read_cells, mut raw) = (BTreeMap::new(), BTreeMap::new());
                for (field, cell) in cells {
                    read_cells.insert(*field, read(cell, *field, &indicator.data.indicator));
                    raw.insert(*field, super::sheet::raw(cell));
                }
                if !read_cells.is_empty() {
                    let spot = Spot { indicator: indicator.id, unit: exchange.data.unit_id, period: exchange.data.period, is_note };
                    let said = Said { file, uid: indicator.data.uid, cells: read_cells, raw, sent: sent.clone() };
                    self.spots.entry(spot).or_default().push(said);
                }
            }
        }
        Ok(())
    }

    /// Returns true if a file is one of several of its unit and period.
    pub(crate) fn is_rival(&self, file: usize) -> bool {
        self.newest.contains_key(&file)
    }

    /// Returns true if a file was saved last of those of its unit and period, and that is sure.
    pub(crate) fn is_newest(&self, file: usize) -> bool {
        self.newest.get(&file).copied().unwrap_or(false)
    }

    /// Returns true if files differ here.
    pub(crate) fn is_contested(&self, place: Place) -> bool {
        self.spots.contains_key(&Spot::of(place))
    }

    /// Returns the name of the spot: of its items only those of one file can be taken.
    pub(crate) fn group(&self, place: Place) -> String {
        let said = self.spots.get(&Spot::of(place)).and_then(|said| said.first());
        let uid = said.map(|said| said.uid.to_string()).unwrap_or_default();
        let what = if place.field == Field::Note { "note" } else { "figure" };
        format!("{uid}:{}:{}:{what}", place.unit, place.period)
    }

    /// Returns what the other files say in a cell.
    pub(crate) fn others(&self, file: usize, place: Place, names: &[String]) -> Vec<Rival> {
        let said = self.spots.get(&Spot::of(place)).into_iter().flatten().filter(|said| said.file != file);
        let rival = |said: &Said| {
            let cell = said.cells.get(&place.field)?;
            let sent = said.sent.get(&place.field).cloned().flatten();
            let (value, as_sent) = match cell {
                Ok(theirs) => (theirs.typed.clone().or_else(|| text(&theirs.held)), theirs.held.same(&sent)),
                Err(_) => (said.raw.get(&place.field).cloned(), false),
            };
            Some(Rival { file: names[said.file].clone(), file_at: said.file as u32, value, as_sent })
        };
        said.filter_map(rival).collect()
    }

    /// Returns which file a person chose in a spot, seen from one of its cells.
    pub(crate) fn chosen(&self, file: usize, place: Place, decide: &dyn Fn(&str) -> Option<Choice>) -> Chosen {
        let mut taken = Vec::new();
        for said in self.spots.get(&Spot::of(place)).into_iter().flatten() {
            let decided = |field: &Field| decide(&key(said.file, said.uid, *field)) == Some(Choice::Theirs);
            if said.cells.keys().any(decided) {
                taken.push(said.file);
            }
        }
        let of = |file: usize| self.spots.get(&Spot::of(place)).into_iter().flatten().find(|said| said.file == file);
        let held = |file: usize| Some(&of(file)?.cells.get(&place.field)?.as_ref().ok()?.held);
        let own = of(file).and_then(|said| decide(&key(file, said.uid, place.field)));
        match (taken.as_slice(), own) {
            ([one], Some(Choice::Theirs)) if *one == file => Chosen::This,
            ([one], _) if *one != file => Chosen::Other { same: held(*one).zip(held(file)).is_some_and(|(one, own)| one.same(own)) },
            ([] | [_], Some(Choice::Ours)) => Chosen::None,
            _ => Chosen::Open,
        }
    }
}

/// Returns the key of a placed cell.
pub(crate) fn key(file: usize, indicator: Uid, field: Field) -> String {
    format!("{file}:{indicator}:{}", field.code())
}

/// Returns true if what files say in a spot is not the same in a field that two of them have.
fn differ(said: &[Said]) -> bool {
    Field::ALL.iter().any(|field| {
        let mut cells = said.iter().filter_map(|said| Some((said.cells.get(field)?, said.raw.get(field)?)));
        let Some((first, first_raw)) = cells.next() else { return false };
        cells.any(|(cell, raw)| match (first, cell) {
            (Ok(one), Ok(two)) => !one.held.same(&two.held),
            _ => raw != first_raw,
        })
    })
}
