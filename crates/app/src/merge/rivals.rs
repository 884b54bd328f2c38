//! Several returns of one unit in one preview, workbooks and packages: where they differ, a person chooses between them.
//!
//! A figure (value, numerator and denominator) is chosen whole, from one file; a note, and a passage about a measure, by itself.

use super::compare::{Came, InHand, Place, Theirs, ToldPlace};
use super::refusal::Refusal;
use super::said::{self, Said, addressed, cells_of, last, periods};
use super::sheet::{came, placed_rows, raw, read, text};
use crate::ApiError;
use crate::wire::{Choice, Rival};
use chrono::FixedOffset;
use domain::{Field, Passage, Period, Uid};
use package::Report;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use store::{Exchange, Store, Stored};
use workbook::{Held, RowId, Same, interpret_note};

/// A cell of the ledger: of an entry, or told of a measure.
#[derive(Clone, Copy)]
pub(crate) enum At {
    Cell(Place),
    Told(ToldPlace),
}

impl From<Place> for At {
    fn from(place: Place) -> At {
        At::Cell(place)
    }
}

impl From<ToldPlace> for At {
    fn from(place: ToldPlace) -> At {
        At::Told(place)
    }
}

impl At {
    /// Returns the name of its field.
    fn code(self) -> &'static str {
        match self {
            At::Cell(place) => place.field.code(),
            At::Told(place) => place.passage.code(),
        }
    }

    /// Returns what is chosen together with it.
    fn spot(self) -> Spot {
        match self {
            At::Cell(Place { indicator, unit, period, field }) => {
                Spot { of: indicator, unit, period, what: if field == Field::Note { field.code() } else { "figure" } }
            }
            At::Told(ToldPlace { measure, unit, period, passage }) => Spot { of: measure, unit, period, what: passage.code() },
        }
    }
}

/// What is chosen at once: the figure of an indicator, its note, a passage about a measure.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Spot {
    of: i64,
    unit: i64,
    period: Period,
    what: &'static str,
}

/// What one file says in a spot.
struct Voice {
    file: usize,
    uid: Uid,
    cells: BTreeMap<&'static str, Heard>,
}

/// What one file says in a cell.
struct Heard {
    /// The key of its item.
    key: String,
    theirs: Result<Theirs, Refusal>,
    raw: String,
    as_sent: bool,
}

/// The spots in which files differ.
#[derive(Default)]
pub(crate) struct Rivals {
    spots: HashMap<Spot, Vec<Voice>>,
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

impl Heard {
    fn new(key: String, theirs: Result<Theirs, Refusal>, raw: String, base: &Option<Held>) -> Heard {
        let as_sent = theirs.as_ref().is_ok_and(|theirs| theirs.held.same(base));
        Heard { key, theirs, raw, as_sent }
    }
}

impl Rivals {
    /// Finds where files of one unit and period differ.
    pub(crate) fn find(store: &Store, files: &[InHand<'_>], offset: FixedOffset) -> Result<Rivals, ApiError> {
        let mut groups: BTreeMap<(i64, i64, Period), Vec<usize>> = BTreeMap::new();
        for (at, file) in files.iter().enumerate() {
            // The same bytes twice say the same.
            if files[..at].iter().any(|before| before.incoming.sha256 == file.incoming.sha256) {
                continue;
            }
            if let (Some(exchange), Some(_)) = (&file.exchange, &file.content) {
                let Exchange { plan_id, unit_id, period, .. } = exchange.data;
                groups.entry((plan_id, unit_id, period)).or_default().push(at);
            }
            if let Ok(Came::Package(_, report)) = &file.incoming.content
                && let Ok((plan, unit)) = addressed(store, report)?
            {
                for period in periods(report) {
                    groups.entry((plan.id, unit.id, period)).or_default().push(at);
                }
            }
        }
        let mut rivals = Rivals::default();
        let saved: Vec<Option<i64>> = files.iter().map(|file| file.incoming.saved_at(offset)).collect();
        for ((_, _, period), group) in groups.iter().filter(|(_, group)| group.len() > 1) {
            let last = group.iter().map(|at| saved[*at]).max().flatten();
            let sure = group.iter().all(|at| saved[*at].is_some()) && group.iter().filter(|at| saved[**at] == last).count() == 1;
            for at in group {
                // A package may be one of several for more than one period.
                *rivals.newest.entry(*at).or_insert(true) &= sure && saved[*at] == last;
                match (&files[*at].exchange, &files[*at].content, &files[*at].incoming.content) {
                    (Some(exchange), Some(content), _) => rivals.hear(store, *at, exchange, content)?,
                    (_, _, Ok(Came::Package(_, report))) => rivals.hear_package(store, *at, report, *period)?,
                    _ => {}
                }
            }
        }
        rivals.spots.retain(|_, said| differ(said));
        Ok(rivals)
    }

    fn hear(&mut self, store: &Store, file: usize, exchange: &Stored<Exchange>, content: &workbook::Return) -> Result<(), ApiError> {
        let (unit, period) = (exchange.data.unit_id, exchange.data.period);
        for (row, indicator, sent) in placed_rows(store, exchange, content)? {
            let uid = indicator.data.uid;
            for (field, cell) in &row.cells {
                let Some(base) = sent.get(field) else { continue };
                let place = Place { indicator: indicator.id, unit, period, field: *field };
                let theirs = read(cell, *field, &indicator.data.indicator);
                self.note(file, uid, place.into(), Heard::new(key(file, uid, field.code()), theirs, raw(cell), base));
            }
        }
        let texts = store.exchange_texts(exchange.id)?.into_iter();
        let sent: HashMap<_, _> = texts.map(|text| ((text.measure_id, text.passage), text.base.map(Held::Text))).collect();
        for row in &content.told {
            let RowId::Known(uid) = row.id else { continue };
            let Some(measure) = store.measure(uid)? else { continue };
            for (passage, cell) in &row.cells {
                let Some(base) = sent.get(&(measure.id, *passage)) else { continue };
                let place = ToldPlace { measure: measure.id, unit, period, passage: *passage };
                let theirs = came(interpret_note(cell));
                self.note(file, uid, place.into(), Heard::new(key(file, uid, passage.code()), theirs, raw(cell), base));
            }
        }
        Ok(())
    }

    /// Hears what a package says for a period. What it leaves empty and nobody said before is silence, not another answer;
    /// nor is the value that goes without saying beside its numerator and denominator.
    fn hear_package(&mut self, store: &Store, file: usize, report: &Report, period: Period) -> Result<(), ApiError> {
        let Ok((plan, unit)) = addressed(store, report)? else { return Ok(()) };
        let said = last(store, &plan, &unit, &HashSet::new())?;
        let heard = |of: Uid, code: &str, theirs: Theirs, said: Option<&Said>| {
            let base = said.and_then(|said| said.held.clone());
            (theirs.held.is_some() || base.is_some())
                .then(|| Heard::new(said::key(file, of, period, code), Ok(theirs), String::new(), &base))
        };
        for entry in report.entries.iter().filter(|entry| entry.period == period) {
            let Some(indicator) = store.indicator(entry.indicator)?.filter(|row| row.data.indicator.unit == entry.unit_of_measure) else {
                continue;
            };
            let is_ratio = entry.numerator.is_some();
            for (field, theirs) in cells_of(entry) {
                let place = Place { indicator: indicator.id, unit: unit.id, period, field };
                let base = said.cells.get(&(indicator.id, period, field)).filter(|_| !(is_ratio && field == Field::Value));
                if let Some(heard) = heard(entry.indicator, field.code(), theirs, base) {
                    self.note(file, entry.indicator, place.into(), heard);
                }
            }
        }
        for told in report.narratives.iter().filter(|told| told.period == period) {
            let Some(measure) = store.measure(told.measure)? else { continue };
            let passages =
                [(Passage::Progress, &told.progress), (Passage::Problems, &told.problems), (Passage::NextSteps, &told.next_steps)];
            for (passage, text) in passages {
                // As where it is compared: whoever does not tell what only a workbook told takes nothing back.
                let base = said.texts.get(&(measure.id, period, passage)).filter(|said| text.is_some() || said.made_at > 0);
                let place = ToldPlace { measure: measure.id, unit: unit.id, period, passage };
                let theirs = Theirs { held: text.clone().map(Held::Text), typed: None, replaces_ratio: false };
                if let Some(heard) = heard(told.measure, passage.code(), theirs, base) {
                    self.note(file, told.measure, place.into(), heard);
                }
            }
        }
        Ok(())
    }

    fn note(&mut self, file: usize, uid: Uid, at: At, heard: Heard) {
        let said = self.spots.entry(at.spot()).or_default();
        if said.last().is_none_or(|last| last.file != file) {
            said.push(Voice { file, uid, cells: BTreeMap::new() });
        }
        if let Some(last) = said.last_mut() {
            last.cells.insert(at.code(), heard);
        }
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
    pub(crate) fn is_contested(&self, at: impl Into<At>) -> bool {
        self.spots.contains_key(&at.into().spot())
    }

    fn said(&self, at: At) -> &[Voice] {
        self.spots.get(&at.spot()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the name of the spot: of its items only those of one file can be taken.
    pub(crate) fn group(&self, at: At) -> String {
        let uid = self.said(at).first().map(|said| said.uid.to_string()).unwrap_or_default();
        let Spot { unit, period, what, .. } = at.spot();
        format!("{uid}:{unit}:{period}:{what}")
    }

    /// Returns what the other files say in a cell.
    pub(crate) fn others(&self, file: usize, at: At, names: &[String]) -> Vec<Rival> {
        let rival = |said: &Voice| {
            let heard = said.cells.get(at.code())?;
            let value = match &heard.theirs {
                Ok(theirs) => theirs.typed.clone().or_else(|| text(&theirs.held)),
                Err(_) => Some(heard.raw.clone()),
            };
            Some(Rival { file: names[said.file].clone(), file_at: said.file as u32, value, as_sent: heard.as_sent })
        };
        self.said(at).iter().filter(|said| said.file != file).filter_map(rival).collect()
    }

    /// Returns which file a person chose in a spot, seen from one of its cells.
    pub(crate) fn chosen(&self, file: usize, at: At, decide: &dyn Fn(&str) -> Option<Choice>) -> Chosen {
        let takes = |said: &&Voice| said.cells.values().any(|heard| decide(&heard.key) == Some(Choice::Theirs));
        let taken: Vec<usize> = self.said(at).iter().filter(takes).map(|said| said.file).collect();
        let of = |file: usize| self.said(at).iter().find(|said| said.file == file);
        let held = |file: usize| Some(&of(file)?.cells.get(at.code())?.theirs.as_ref().ok()?.held);
        let own = of(file).and_then(|said| said.cells.get(at.code())).and_then(|heard| decide(&heard.key));
        match (taken.as_slice(), own) {
            ([one], Some(Choice::Theirs)) if *one == file => Chosen::This,
            ([one], _) if *one != file => Chosen::Other { same: held(*one).zip(held(file)).is_some_and(|(one, own)| one.same(own)) },
            ([] | [_], Some(Choice::Ours)) => Chosen::None,
            _ => Chosen::Open,
        }
    }
}

/// Returns the key of a placed cell.
pub(crate) fn key(file: usize, uid: Uid, field: &str) -> String {
    format!("{file}:{uid}:{field}")
}

/// Returns true if what files say in a spot is not the same in a cell that two of them have.
fn differ(said: &[Voice]) -> bool {
    let codes: BTreeSet<&str> = said.iter().flat_map(|said| said.cells.keys().copied()).collect();
    codes.into_iter().any(|code| {
        let mut cells = said.iter().filter_map(|said| said.cells.get(code));
        let Some(first) = cells.next() else { return false };
        cells.any(|heard| match (&first.theirs, &heard.theirs) {
            (Ok(one), Ok(two)) => !one.held.same(&two.held),
            _ => heard.raw != first.raw,
        })
    })
}
