//! What two units that are to be one both have for the same place.

use super::Pair;
use super::settle::{Settling, joined};
use crate::ApiError;
use crate::wire::{ClashChoice, UnitClash};
use domain::judge::Figure;
use domain::{Indicator, RollUp, Uid, ValueKind};
use std::collections::HashMap;
use store::{Allocation, Entry, Narrative, Store};

/// What somebody has to decide.
pub(super) struct Clash {
    pub(super) view: UnitClash,
    pub(super) settling: Settling,
}

/// Something both have that nobody has to be asked about.
type Settled = (ClashChoice, Settling);

/// An indicator, as far as it matters here.
struct Known {
    uid: Uid,
    plan: String,
    terms: Indicator,
}

/// Returns what must be decided, and what goes together by itself: equal figures, a figure and a note.
pub(super) fn clashes(store: &Store, pair: &Pair) -> Result<(Vec<Clash>, Vec<Settled>), ApiError> {
    let mut found = Found { clashes: Vec::new(), settled: Vec::new() };
    let plans = store.plans()?;
    let several = plans.len() > 1;
    let (mut indicators, mut measures, mut shares) = (HashMap::new(), HashMap::new(), Vec::new());
    for plan in plans {
        let title = if several { format!("（{}）", plan.data.title) } else { String::new() };
        shares.extend(store.allocations(plan.id)?);
        for row in store.indicators(plan.id)? {
            indicators.insert(row.id, Known { uid: row.data.uid, plan: title.clone(), terms: row.data.indicator });
        }
        for row in store.measures(plan.id)? {
            measures.insert(row.id, (row.measure.uid, format!("{}{title}", row.measure.title)));
        }
    }
    let mut own: HashMap<i64, Vec<Entry>> = HashMap::new();
    for entry in store.entries_of_unit(pair.into.id)? {
        own.entry(entry.indicator_id).or_default().push(entry);
    }
    for theirs in store.entries_of_unit(pair.from.id)? {
        let known = &indicators[&theirs.indicator_id];
        found.entry(known, own.get(&theirs.indicator_id).map_or(&[], Vec::as_slice), theirs);
    }
    for theirs in shares.iter().filter(|share| share.unit_id == pair.from.id) {
        let ours = shares.iter().find(|share| share.unit_id == pair.into.id && share.indicator_id == theirs.indicator_id);
        if let Some(ours) = ours {
            found.share(&indicators[&theirs.indicator_id], ours, theirs);
        }
    }
    let own = store.narratives_of_unit(pair.into.id)?;
    for theirs in store.narratives_of_unit(pair.from.id)? {
        let ours = own.iter().find(|ours| ours.measure_id == theirs.measure_id && ours.period == theirs.period);
        if let Some(ours) = ours {
            found.narrative(&measures[&theirs.measure_id], ours.clone(), theirs);
        }
    }
    Ok((found.clashes, found.settled))
}

struct Found {
    clashes: Vec<Clash>,
    settled: Vec<Settled>,
}

impl Found {
    /// Looks at a report of the unit that goes, beside those of the survivor.
    fn entry(&mut self, known: &Known, own: &[Entry], theirs: Entry) {
        let increments = known.terms.kind == ValueKind::Increment;
        let meets = |ours: &&Entry| match increments {
            // A quarter stands for its months: both cannot be reported by one unit.
            true => ours.period.contains(theirs.period) || theirs.period.contains(ours.period),
            false => ours.period.end() == theirs.period.end(),
        };
        let ours: Vec<Entry> = own.iter().filter(meets).cloned().collect();
        if ours.is_empty() {
            return;
        }
        let same = ours.iter().find(|ours| ours.period == theirs.period);
        let figures = theirs.figure.is_some() && ours.iter().any(|ours| ours.figure.is_some());
        // Where figures of units are summed, two equal ones are a clash too: only a person knows if it is one report or two.
        let alike = same.filter(|_| ours.len() == 1).filter(|ours| {
            let notes = ours.note.is_none() || theirs.note.is_none() || ours.note == theirs.note;
            notes && (!figures || (ours.figure == theirs.figure && !summed(&known.terms, theirs.figure)))
        });
        if alike.is_some() {
            self.settled.push((ClashChoice::Keep, Settling::Entry { ours, theirs, sum: None }));
            return;
        }
        let one = match same {
            Some(same) if !ours.iter().any(|other| other.period != same.period && other.period.contains(same.period)) => Some(same),
            None if !increments && ours.len() == 1 => ours.first(),
            _ => None,
        };
        let one = one.filter(|_| increments || ours.len() == 1);
        let sum = one.and_then(|ours| match (ours.figure, theirs.figure) {
            (Some(a), Some(b)) if summed(&known.terms, Some(b)) => a.plus(b).map(clean),
            (Some(_), Some(_)) => None,
            (a, b) => Some(a.or(b)).flatten(),
        });
        // Of two notes without two figures both can stay.
        let addable = sum.is_some() || one.is_some_and(|ours| ours.figure.is_none() && theirs.figure.is_none());
        let note = one.and_then(|ours| joined(&ours.note, &theirs.note));
        self.clashes.push(Clash {
            view: UnitClash {
                key: format!("entry:{}:{}", known.uid, theirs.period),
                what: "填报".to_owned(),
                name: format!("{}{}", known.terms.name, known.plan),
                period: Some(theirs.period.zh()),
                ours: ours.iter().map(|ours| entry_text(ours, ours.period != theirs.period)).collect::<Vec<_>>().join("、"),
                theirs: entry_text(&theirs, false),
                sum: addable.then(|| text(sum, &note)),
            },
            settling: Settling::Entry { ours, theirs, sum },
        });
    }

    fn share(&mut self, known: &Known, ours: &Allocation, theirs: &Allocation) {
        let adds = known.terms.roll_up == RollUp::Sum;
        let settling = Settling::Share { ours: ours.clone(), theirs: theirs.clone() };
        if ours.target == theirs.target && !adds {
            self.settled.push((ClashChoice::Keep, settling));
            return;
        }
        let written = |share: &Allocation| share.target_text.clone().unwrap_or_else(|| share.target.to_string());
        let sum = Figure::Value(ours.target).plus(Figure::Value(theirs.target)).filter(|_| adds);
        self.clashes.push(Clash {
            view: UnitClash {
                key: format!("share:{}", known.uid),
                what: "分解指标".to_owned(),
                name: format!("{}{}", known.terms.name, known.plan),
                period: None,
                ours: written(ours),
                theirs: written(theirs),
                sum: sum.map(|sum| text(Some(clean(sum)), &None)),
            },
            settling,
        });
    }

    fn narrative(&mut self, (uid, title): &(Uid, String), ours: Narrative, theirs: Narrative) {
        let parts = |one: &Narrative| [one.progress.clone(), one.problems.clone(), one.next_steps.clone()];
        let meets = parts(&ours).into_iter().zip(parts(&theirs)).any(|pair| matches!(pair, (Some(a), Some(b)) if a != b));
        let words = |one: &Narrative| parts(one).into_iter().flatten().collect::<Vec<_>>().join("；");
        let view = UnitClash {
            key: format!("said:{uid}:{}", theirs.period),
            what: "进展情况".to_owned(),
            name: title.clone(),
            period: Some(theirs.period.zh()),
            ours: words(&ours),
            theirs: words(&theirs),
            sum: Some("两段都留".to_owned()),
        };
        let settling = Settling::Narrative { ours, theirs };
        match meets {
            true => self.clashes.push(Clash { view, settling }),
            false => self.settled.push((ClashChoice::Add, settling)),
        }
    }
}

/// Returns true if what several units reported is added up.
fn summed(terms: &Indicator, figure: Option<Figure>) -> bool {
    match (figure, terms.kind) {
        (Some(Figure::Ratio { .. }), _) => true,
        (_, ValueKind::Cumulative | ValueKind::Increment) => true,
        (_, ValueKind::Point) => terms.roll_up == RollUp::Sum,
        (_, ValueKind::Rate | ValueKind::Qualitative) => false,
    }
}

/// Returns a sum without the noise of adding: 0.1 and 0.2 are 0.3.
pub(super) fn clean(figure: Figure) -> Figure {
    let clean = |amount: domain::Amount| domain::Amount::parse(&amount.to_string()).unwrap_or(amount);
    match figure {
        Figure::Value(value) => Figure::Value(clean(value)),
        Figure::Ratio { numerator, denominator } => Figure::Ratio { numerator: clean(numerator), denominator: clean(denominator) },
    }
}

fn entry_text(entry: &Entry, with_period: bool) -> String {
    let said = entry.typed.clone().filter(|_| entry.figure.is_some()).map_or_else(
        || text(entry.figure, &entry.note),
        |typed| match &entry.note {
            Some(note) => format!("{typed}（{note}）"),
            None => typed,
        },
    );
    if with_period { format!("{}{said}", crate::shown::short(entry.period)) } else { said }
}

/// Returns a figure as it was reported, with its note.
fn text(figure: Option<Figure>, note: &Option<String>) -> String {
    let figure = figure.map(|figure| match figure {
        Figure::Value(value) => value.to_string(),
        Figure::Ratio { numerator, denominator } => format!("{numerator}/{denominator}"),
    });
    match (figure, note) {
        (Some(figure), Some(note)) => format!("{figure}（{note}）"),
        (Some(figure), None) => figure,
        (None, Some(note)) => format!("备注：{note}"),
        (None, None) => "—".to_owned(),
    }
}
