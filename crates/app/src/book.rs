//! A plan with everything needed to judge it, read once; and the one place where figures are made of it.
//!
//! Every screen, export, chart and command takes its figures from [`Book::standing`] and [`Book::unit_standing`].

use crate::{ApiError, rules};
use domain::judge::{self, Figure, Gap, Judgement, Light, Rules, UnitFigure};
use domain::{Amount, Indicator, Pace, Period, Role, RollUp, Uid, ValueKind};
use std::collections::{BTreeSet, HashMap};
use store::{Entry, IndicatorRow, MeasureRow, Plan, Section, Store, Stored, UnitRow};

/// A plan, its measures, indicators and units, and the entries up to a period.
pub(crate) struct Book {
    pub(crate) plan: Stored<Plan>,
    pub(crate) sections: Vec<Stored<Section>>,
    pub(crate) measures: Vec<MeasureRow>,
    pub(crate) indicators: Vec<IndicatorRow>,
    units: HashMap<i64, UnitRow>,
    /// Where in `measures` each stands.
    measure_at: HashMap<i64, usize>,
    /// Where in `indicators` those of each measure stand.
    indicators_at: HashMap<i64, Vec<usize>>,
    /// Allocated targets by indicator, in the order of units.
    shares: HashMap<i64, Vec<(i64, Amount)>>,
    /// Entries by indicator and unit.
    entries: HashMap<i64, HashMap<i64, Vec<Entry>>>,
    /// Who reports each indicator.
    reporters: HashMap<i64, Vec<i64>>,
    pub(crate) rules: Rules,
}

/// What is said of an indicator in a period, for all units or for one.
pub(crate) struct Standing {
    /// The figure; none where nothing was reported or it cannot be combined.
    pub(crate) value: Option<Amount>,
    /// The judgement.
    pub(crate) judgement: Judgement,
    /// The units that have not reported, in order.
    pub(crate) missing: Vec<i64>,
}

impl Book {
    /// Reads a plan with its entries up to the end of a period.
    ///
    /// # Errors
    /// Where there is no such plan, or the period lies outside it.
    pub(crate) fn load(store: &Store, plan: Uid, up_to: Period) -> Result<Book, ApiError> {
        let plan = store.plan(plan)?.ok_or_else(|| ApiError::not_found(format!("台账里没有计划 {plan}")))?;
        within(&plan.data, up_to)?;
        let entries = store.entries(plan.id, up_to)?;
        Book::with_entries(store, plan, entries)
    }

    /// Reads a plan with the entries of some indicators only: those of the others look as if nothing was reported.
    pub(crate) fn load_some(store: &Store, plan: Stored<Plan>, indicators: &BTreeSet<i64>) -> Result<Book, ApiError> {
        let mut entries = Vec::new();
        for indicator in indicators {
            entries.extend(store.entries_of_indicator(*indicator)?);
        }
        Book::with_entries(store, plan, entries)
    }

    fn with_entries(store: &Store, plan: Stored<Plan>, reported: Vec<Entry>) -> Result<Book, ApiError> {
        let mut entries: HashMap<i64, HashMap<i64, Vec<Entry>>> = HashMap::new();
        for entry in reported {
            entries.entry(entry.indicator_id).or_default().entry(entry.unit_id).or_default().push(entry);
        }
        let mut shares: HashMap<i64, Vec<(i64, Amount)>> = HashMap::new();
        for share in store.allocations(plan.id)? {
            shares.entry(share.indicator_id).or_default().push((share.unit_id, share.target));
        }
        let measures = store.measures(plan.id)?;
        let indicators = store.indicators(plan.id)?;
        let mut indicators_at: HashMap<i64, Vec<usize>> = HashMap::new();
        for (at, indicator) in indicators.iter().enumerate() {
            if let Some(measure) = indicator.data.measure_id {
                indicators_at.entry(measure).or_default().push(at);
            }
        }
        let mut book = Book {
            sections: store.sections(plan.id)?,
            units: store.units()?.into_iter().map(|unit| (unit.id, unit)).collect(),
            measure_at: measures.iter().enumerate().map(|(at, measure)| (measure.id, at)).collect(),
            indicators_at,
            measures,
            indicators,
            shares,
            entries,
            reporters: HashMap::new(),
            rules: rules::of(store)?,
            plan,
        };
        book.reporters = book.indicators.iter().map(|indicator| (indicator.id, book.find_reporters(indicator))).collect();
        Ok(book)
    }

    /// Reckons with a figure as if it had been reported; the ledger does not change.
    pub(crate) fn assume(&mut self, entry: Entry) {
        let own = self.entries.entry(entry.indicator_id).or_default().entry(entry.unit_id).or_default();
        own.retain(|other| other.period != entry.period);
        own.push(entry);
        own.sort_by_key(|entry| entry.period.end());
    }

    /// Returns a unit of the ledger.
    pub(crate) fn unit(&self, id: i64) -> &UnitRow {
        self.units.get(&id).expect("foreign keys keep every unit that is named")
    }

    /// Returns the measure an indicator belongs to.
    pub(crate) fn measure_of(&self, indicator: &IndicatorRow) -> Option<&MeasureRow> {
        self.measure_at.get(&indicator.data.measure_id?).map(|at| &self.measures[*at])
    }

    /// Returns the indicators of a measure.
    pub(crate) fn indicators_of(&self, measure: i64) -> impl Iterator<Item = &IndicatorRow> {
        self.indicators_at.get(&measure).into_iter().flatten().map(|at| &self.indicators[*at])
    }

    /// Returns the units that report an indicator, in the order of the document.
    ///
    /// Where the target is divided among units, these; else all units of the measure, groups by their members; and
    /// in any case who has reported. An indicator without a measure belongs to who reports it.
    pub(crate) fn reporters(&self, indicator: &IndicatorRow) -> &[i64] {
        self.reporters.get(&indicator.id).map_or(&[], Vec::as_slice)
    }

    fn find_reporters(&self, indicator: &IndicatorRow) -> Vec<i64> {
        let mut units: Vec<i64> = match (self.shares.get(&indicator.id), self.measure_of(indicator)) {
            (Some(shares), _) => shares.iter().map(|(unit, _)| *unit).collect(),
            (None, Some(measure)) => self.responsible(measure),
            (None, None) => Vec::new(),
        };
        let mut others: Vec<i64> = self.entries.get(&indicator.id).into_iter().flat_map(|units| units.keys().copied()).collect();
        others.sort_by_key(|unit| self.unit(*unit).unit.position);
        others.retain(|unit| !units.contains(unit));
        units.extend(others);
        units
    }

    /// Returns the units of a measure, groups by their members, each once.
    pub(crate) fn responsible(&self, measure: &MeasureRow) -> Vec<i64> {
        let mut units = Vec::new();
        for part in &measure.responsibilities {
            let unit = self.unit(part.unit_id);
            let named = if unit.members.is_empty() { std::slice::from_ref(&unit.id) } else { &unit.members };
            units.extend(named.iter().filter(|unit| !units.contains(*unit)).copied().collect::<Vec<_>>());
        }
        units
    }

    /// Returns the part a unit has in a measure, itself or through a group.
    pub(crate) fn role(&self, measure: &MeasureRow, unit: i64) -> Option<Role> {
        let named = |part: &&store::Responsibility| part.unit_id == unit || self.unit(part.unit_id).members.contains(&unit);
        measure.responsibilities.iter().filter(named).map(|part| part.role).min()
    }

    /// Returns a unit's entries for an indicator.
    pub(crate) fn entries(&self, indicator: i64, unit: i64) -> &[Entry] {
        self.entries.get(&indicator).and_then(|units| units.get(&unit)).map_or(&[], Vec::as_slice)
    }

    /// Returns the target allocated to a unit.
    pub(crate) fn share(&self, indicator: i64, unit: i64) -> Option<Amount> {
        self.shares.get(&indicator)?.iter().find(|(id, _)| *id == unit).map(|(_, target)| *target)
    }

    /// Returns what a unit's entries come to at the end of a period, and whether it has reported for the period itself.
    fn figure(&self, indicator: &IndicatorRow, unit: i64, period: Period) -> (Option<Figure>, bool) {
        let entries: Vec<_> = self.entries(indicator.id, unit).iter().filter_map(|entry| Some((entry.period, entry.figure?))).collect();
        (judge::figure_at(indicator.data.indicator.kind, &entries, period), judge::reported_at(&entries, period).is_some())
    }

    /// Judges an indicator over all its units at the end of a period.
    pub(crate) fn standing(&self, indicator: &IndicatorRow, period: Period) -> Standing {
        let terms = &indicator.data.indicator;
        let measure = self.measure_of(indicator);
        let lead = |unit| measure.is_some_and(|measure| self.role(measure, unit) == Some(Role::Lead));
        let (mut figures, mut missing, mut silent) = (Vec::new(), Vec::new(), true);
        for &unit in self.reporters(indicator) {
            let (figure, reported) = self.figure(indicator, unit, period);
            silent &= !reported;
            figures.extend(figure.map(|figure| UnitFigure { figure, weight: self.share(indicator.id, unit), lead: lead(unit) }));
            if !reported && (terms.roll_up != RollUp::Owner || lead(unit)) {
                missing.push(unit);
            }
        }
        let rolled = match silent {
            true => Err(Gap::Silent),
            false => judge::roll_up(terms.roll_up, terms.comparator, &terms.unit, &figures),
        };
        self.judged(terms, rolled, period, missing)
    }

    /// Judges an indicator on one unit's own figure, against the unit's share of the target.
    pub(crate) fn unit_standing(&self, indicator: &IndicatorRow, unit: i64, period: Period) -> Standing {
        let (figure, reported) = self.figure(indicator, unit, period);
        let missing = if reported { Vec::new() } else { vec![unit] };
        let terms = &indicator.data.indicator;
        let value = match figure {
            Some(figure) if reported => figure.value(&terms.unit).ok_or(Gap::NothingToDivideBy),
            _ => Err(Gap::Silent),
        };
        match self.unit_terms(indicator, unit) {
            Some(own) => self.judged(&own, value, period, missing),
            None => Standing { value: value.ok(), judgement: unjudged(&self.rules, terms, period, value.err()), missing },
        }
    }

    /// Returns an indicator as it binds one unit: with its share of the target, or the whole target where that holds
    /// for every unit or the unit is the only one. None where the unit's part of the target is not stated.
    pub(crate) fn unit_terms(&self, indicator: &IndicatorRow, unit: i64) -> Option<Indicator> {
        let terms = &indicator.data.indicator;
        if let Some(share) = self.share(indicator.id, unit) {
            // A share of the target has neither the city's baseline nor its upper bound.
            return Some(Indicator { target: Some(share), upper: None, baseline: None, ..terms.clone() });
        }
        let holds_for_all = matches!(terms.kind, ValueKind::Rate | ValueKind::Qualitative)
            || (terms.pace == Pace::Maintain && terms.roll_up != RollUp::Sum);
        let only = || *self.reporters(indicator) == [unit];
        (holds_for_all || only()).then(|| terms.clone())
    }

    fn judged(&self, terms: &Indicator, rolled: Result<Amount, Gap>, period: Period, missing: Vec<i64>) -> Standing {
        let value = rolled.ok();
        let mut judgement = judge::judge(terms, value, period, &self.rules);
        if let Err(gap) = rolled
            && gap != Gap::Silent
        {
            judgement = Judgement { reason: gap.to_string(), word: Some("不能汇总"), light: Light::Grey, ..judgement };
        }
        Standing { value, judgement, missing }
    }
}

/// Refuses a period that lies outside a plan.
pub(crate) fn within(plan: &Plan, period: Period) -> Result<(), ApiError> {
    let Plan { title, start, due, .. } = plan;
    if period.start() <= *due && period.end() >= *start {
        return Ok(());
    }
    Err(ApiError::invalid(format!("{}不在计划期内：“{title}”从{start}到{due}", period.zh())).hint("请核对期次"))
}

/// A unit's figure that is only added up: the document does not say which part of the target is the unit's.
fn unjudged(rules: &Rules, terms: &Indicator, period: Period, gap: Option<Gap>) -> Judgement {
    Judgement {
        time_progress: judge::time_progress(rules.time, terms.start, terms.due, period.end()),
        completion: None,
        lag: None,
        expected: None,
        met: false,
        light: Light::Grey,
        reason: gap.map_or_else(|| "没有分解到本单位的目标，只计入汇总".into(), |gap| gap.to_string()),
        word: Some(if gap == Some(Gap::Silent) { "未报" } else { "只汇总" }),
    }
}
