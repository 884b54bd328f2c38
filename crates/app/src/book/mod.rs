//! A plan with everything needed to judge it, read once; and the one place where figures are made of it.
//!
//! Every screen, export, chart and command takes its figures from [`Book::standing`] and [`Book::unit_standing`].

mod basis;
pub(crate) mod frozen;

use crate::{ApiError, rules, weights};
use basis::{Basis, unjudged};
use domain::judge::{self, Figure, Gap, Judgement, Rules, UnitFigure};
use domain::{Amount, Every, Granularity, Indicator, Period, Role, RollUp, Uid, ValueKind};
use frozen::FrozenPeriod;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use store::{AllReported, Entry, IndicatorRow, MeasureRow, Plan, Reported, Section, Store, Stored, UnitRow};

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
    pub(crate) shares: HashMap<i64, Vec<(i64, Amount)>>,
    /// What was reported, up to the period and after it.
    reported: Arc<AllReported>,
    /// Who reports each indicator.
    pub(crate) reporters: HashMap<i64, Vec<i64>>,
    pub(crate) rules: Rules,
    /// The frozen periods; none for what is not read.
    pub(crate) frozen: HashMap<Period, Option<FrozenPeriod>>,
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
    /// Reads a plan with its entries up to the end of a period; of a frozen one, as it was when it was frozen.
    ///
    /// The period itself and the one before it can be asked for; others that may be frozen need [`Book::read_series`].
    ///
    /// # Errors
    /// Where there is no such plan, or the period lies outside it.
    pub(crate) fn load(store: &Store, plan: Uid, up_to: Period) -> Result<Book, ApiError> {
        let plan = store.plan(plan)?.ok_or_else(|| ApiError::not_found(format!("台账里没有计划 {plan}")))?;
        within(&plan.data, up_to)?;
        let reported = store.reported(plan.id)?;
        let mut book = Book::with_reported(store, plan, reported, up_to)?;
        // What is reported less often stands from an earlier period, so these are asked for too.
        let asked = [up_to, up_to.previous()].into_iter().flat_map(|at| [at].into_iter().chain(ends_before(at)));
        book.read_frozen(store, &asked.collect::<Vec<_>>())?;
        book.as_frozen(up_to);
        Ok(book)
    }

    /// Reads a plan with the entries of some indicators only: those of the others look as if nothing was reported.
    pub(crate) fn load_some(store: &Store, plan: Stored<Plan>, indicators: &BTreeSet<i64>) -> Result<Book, ApiError> {
        let mut reported = AllReported::default();
        for indicator in indicators {
            for entry in store.entries_of_indicator(*indicator)? {
                reported.put(*indicator, entry.unit_id, entry.period, Some(entry.figure));
            }
        }
        let last = Period::containing(Granularity::Year, plan.data.due).expect("the ledger keeps plans within the years a period can have");
        Book::with_reported(store, plan, Arc::new(reported), last)
    }

    fn with_reported(store: &Store, plan: Stored<Plan>, reported: Arc<AllReported>, up_to: Period) -> Result<Book, ApiError> {
        let mut shares: HashMap<i64, Vec<(i64, Amount)>> = HashMap::new();
        for share in store.allocations(plan.id)? {
            shares.entry(share.indicator_id).or_default().push((share.unit_id, share.target));
        }
        let mut book = Book {
            sections: store.sections(plan.id)?,
            units: store.units()?.into_iter().map(|unit| (unit.id, unit)).collect(),
            measure_at: HashMap::new(),
            indicators_at: HashMap::new(),
            measures: store.measures(plan.id)?,
            indicators: store.indicators(plan.id)?,
            shares,
            reported,
            reporters: HashMap::new(),
            rules: rules::of(store)?,
            frozen: HashMap::new(),
            plan,
        };
        weights::apply(&book.sections, &book.measures, &mut book.indicators);
        book.place();
        book.reporters = book.indicators.iter().map(|indicator| (indicator.id, book.find_reporters(indicator, up_to))).collect();
        Ok(book)
    }

    /// Reckons with a figure as if it had been reported; the ledger does not change.
    pub(crate) fn assume(&mut self, entry: Entry) {
        Arc::make_mut(&mut self.reported).put(entry.indicator_id, entry.unit_id, entry.period, Some(entry.figure));
    }

    /// Notes where measures and indicators stand.
    pub(crate) fn place(&mut self) {
        self.measure_at = self.measures.iter().enumerate().map(|(at, measure)| (measure.id, at)).collect();
        self.indicators_at.clear();
        for (at, indicator) in self.indicators.iter().enumerate() {
            if let Some(measure) = indicator.data.measure_id {
                self.indicators_at.entry(measure).or_default().push(at);
            }
        }
    }

    /// Returns true if the period is frozen.
    pub(crate) fn is_frozen(&self, period: Period) -> bool {
        self.frozen.contains_key(&period)
    }

    /// Returns true if any unit has reported a figure for the period.
    pub(crate) fn is_reported(&self, period: Period) -> bool {
        self.reported.all().any(|one| one.period.ends_with(period) && one.figure.is_some())
    }

    /// Returns a unit of the ledger.
    pub(crate) fn unit(&self, id: i64) -> &UnitRow {
        self.units.get(&id).expect("foreign keys keep every unit that is named")
    }

    /// Returns the indicator of that id, unless it came after the period was frozen.
    pub(crate) fn indicator(&self, id: i64) -> Option<&IndicatorRow> {
        self.indicators.iter().find(|row| row.id == id)
    }

    /// Returns true if the measure is among those judged; one that came after the period was frozen is not.
    pub(crate) fn has_measure(&self, id: i64) -> bool {
        self.measure_at.contains_key(&id)
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

    /// Returns true if an indicator waits for the unit's report; the lead unit's own figure is reported by it alone.
    pub(crate) fn asks(&self, indicator: &IndicatorRow, unit: i64) -> bool {
        let leads = || self.measure_of(indicator).is_some_and(|measure| self.role(measure, unit) == Some(Role::Lead));
        self.reporters(indicator).contains(&unit) && (indicator.data.indicator.roll_up != RollUp::Owner || leads())
    }

    fn find_reporters(&self, indicator: &IndicatorRow, up_to: Period) -> Vec<i64> {
        let mut units: Vec<i64> = match (self.shares.get(&indicator.id), self.measure_of(indicator)) {
            (Some(shares), _) => shares.iter().map(|(unit, _)| *unit).collect(),
            (None, Some(measure)) => self.responsible(measure),
            (None, None) => Vec::new(),
        };
        let known: HashSet<i64> = units.iter().copied().collect();
        let by_now = |unit: &i64| self.entries(indicator.id, *unit).first().is_some_and(|one| one.period.ends_by(up_to));
        let others = self.reported.units(indicator.id).iter().copied().filter(|unit| !known.contains(unit));
        let mut others: Vec<i64> = others.filter(by_now).collect();
        others.sort_by_key(|unit| self.unit(*unit).unit.position);
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

    /// Returns what a unit reported for an indicator, in the order of time.
    pub(crate) fn entries(&self, indicator: i64, unit: i64) -> &[Reported] {
        self.reported.of(indicator, unit)
    }

    /// Returns the shares of an indicator's target, in the order of units.
    pub(crate) fn shares(&self, indicator: i64) -> &[(i64, Amount)] {
        self.shares.get(&indicator).map_or(&[], Vec::as_slice)
    }

    /// Returns what an indicator is judged by in the book's own period.
    fn own_basis<'a>(&'a self, row: &'a IndicatorRow) -> Basis<'a> {
        Basis { terms: &row.data.indicator, shares: self.shares(row.id), reporters: self.reporters(row), rules: &self.rules }
    }

    /// Returns a period as it was frozen, if it was.
    fn frozen_at(&self, period: Period) -> Option<&FrozenPeriod> {
        let frozen = self.frozen.get(&period)?.as_ref();
        // To answer with today's rules would be wrong and look right.
        assert!(frozen.is_some(), "{period} is frozen and was not read");
        frozen
    }

    /// Returns what a unit's entries come to at the end of a period, and whether it has reported for the period itself.
    fn figure(&self, indicator: i64, kind: ValueKind, unit: i64, period: Period) -> (Option<Figure>, bool) {
        let all = self.entries(indicator, unit);
        let so_far = &all[..all.partition_point(|one| one.period.ends_by(period))];
        // Only increments add up; of the others nothing but the period's own reports counts.
        let from = if kind == ValueKind::Increment { 0 } else { so_far.partition_point(|one| !one.period.ends_with(period)) };
        let counted: Vec<_> = so_far[from..].iter().filter_map(|one| Some((one.period, one.figure?))).collect();
        (judge::figure_at(kind, &counted, period), judge::reported_at(&counted, period).is_some())
    }

    /// Returns numerator and denominator of a rate at the end of a period, of one unit or of all added up; none where a unit
    /// that reported gave no parts.
    pub(crate) fn parts(&self, indicator: &IndicatorRow, unit: Option<i64>, period: Period) -> Option<(Amount, Amount)> {
        let units = unit.map_or_else(|| self.reporters(indicator).to_vec(), |unit| vec![unit]);
        let figures = units.iter().filter_map(|unit| self.figure(indicator.id, indicator.data.indicator.kind, *unit, period).0);
        judge::parts(&figures.collect::<Vec<_>>())
    }

    /// Judges an indicator over all its units at the end of a period; for a frozen one says what was judged then.
    ///
    /// Between two reports of an indicator that is reported less often, the last one stands.
    pub(crate) fn standing(&self, indicator: &IndicatorRow, period: Period) -> Standing {
        let at = |at: Period| match self.frozen_at(at) {
            None => self.judge_all(indicator, &self.own_basis(indicator), at),
            Some(frozen) => match frozen.kept(indicator.id) {
                None => frozen::later(frozen, &indicator.data.indicator, at),
                Some(kept) => kept.standing(),
            },
        };
        // What is kept of a frozen period says already which report stood then.
        if self.is_frozen(period) { at(period) } else { between_reports(&indicator.data.indicator, period, at) }
    }

    /// Judges an indicator on one unit's own figure, against the unit's share of the target.
    pub(crate) fn unit_standing(&self, indicator: &IndicatorRow, unit: i64, period: Period) -> Standing {
        // What the unit reported is locked, so of a frozen period its standing follows from what it was judged by.
        let judged_by = |frozen: Period, at: Period| match self.frozen_at(frozen) {
            None => self.judge_unit(indicator, &self.own_basis(indicator), unit, at),
            Some(kept) => match kept.basis(indicator.id) {
                None => frozen::later(kept, &indicator.data.indicator, at),
                Some(basis) => self.judge_unit(indicator, &basis, unit, at),
            },
        };
        match self.frozen_at(period).map(|frozen| frozen.kept(indicator.id)) {
            None => between_reports(&indicator.data.indicator, period, |at| judged_by(at, at)),
            Some(None) => judged_by(period, period),
            Some(Some(kept)) => between_reports(&kept.terms, period, |at| judged_by(period, at)),
        }
    }

    /// Judges an indicator over all its units. Once it was due, what was reported last by then stands until somebody reports later.
    fn judge_all(&self, indicator: &IndicatorRow, basis: &Basis<'_>, period: Period) -> Standing {
        let terms = basis.terms;
        let measure = self.measure_of(indicator);
        // Who leads matters only where it is the lead unit's own figure that counts.
        let lead = |unit| terms.roll_up == RollUp::Owner && measure.is_some_and(|measure| self.role(measure, unit) == Some(Role::Lead));
        let (mut figures, mut missing, mut silent) = (Vec::new(), Vec::new(), true);
        for &unit in basis.reporters {
            let (figure, reported) = self.figure(indicator.id, terms.kind, unit, period);
            silent &= !reported;
            figures.extend(figure.map(|figure| UnitFigure { figure, weight: basis.share(unit), lead: lead(unit) }));
            if !reported && (terms.roll_up != RollUp::Owner || lead(unit)) {
                missing.push(unit);
            }
        }
        if let (true, Some(last)) = (silent, self.standing_since(indicator.id, terms, basis.reporters, period)) {
            return self.judge_all(indicator, basis, last);
        }
        let rolled = match silent {
            true => Err(Gap::Silent),
            false => judge::roll_up(terms.roll_up, terms.comparator, &terms.unit, &figures),
        };
        basis.judged(terms, rolled, period, missing)
    }

    /// Returns the period whose figure stands since an indicator was due: that of the last report since then, else the
    /// one it was due in. None while it is not due, or reported for the period itself.
    fn standing_since(&self, indicator: i64, terms: &Indicator, units: &[i64], period: Period) -> Option<Period> {
        let due = Period::containing(period.granularity(), terms.due).filter(|_| period.start() > terms.due)?;
        let since = |entry: &&Reported| entry.figure.is_some() && entry.period.end() >= due.end() && entry.period.end() < period.start();
        let reports = units.iter().flat_map(|unit| self.entries(indicator, *unit)).filter(since);
        Some(reports.map(|entry| entry.period).max_by_key(|period| period.end()).unwrap_or(due))
    }

    fn judge_unit(&self, indicator: &IndicatorRow, basis: &Basis<'_>, unit: i64, period: Period) -> Standing {
        let terms = basis.terms;
        let (mut figure, mut reported) = self.figure(indicator.id, terms.kind, unit, period);
        if let (false, Some(last)) = (reported, self.standing_since(indicator.id, terms, &[unit], period)) {
            (figure, reported) = self.figure(indicator.id, terms.kind, unit, last);
        }
        let missing = if reported { Vec::new() } else { vec![unit] };
        let value = match figure {
            Some(figure) if reported => figure.value(&terms.unit).ok_or(Gap::NothingToDivideBy),
            _ => Err(Gap::Silent),
        };
        match basis.of_unit(unit) {
            Some(own) => basis.judged(&own, value, period, missing),
            None => Standing { value: value.ok(), judgement: unjudged(basis.rules, terms, period, value.err()), missing },
        }
    }

    /// Returns an indicator as it binds one unit: with its share of the target, or the whole target where that holds
    /// for every unit or the unit is the only one. None where the unit's part of the target is not stated.
    pub(crate) fn unit_terms(&self, indicator: &IndicatorRow, unit: i64) -> Option<Indicator> {
        self.own_basis(indicator).of_unit(unit)
    }
}

/// Judges an indicator at the end of the period whose report stands at the end of `period`.
fn between_reports(terms: &Indicator, period: Period, judge_at: impl Fn(Period) -> Standing) -> Standing {
    if terms.every == Every::Month {
        return judge_at(period);
    }
    let at = terms.report_at(period);
    let standing = judge_at(at.unwrap_or(period));
    let missing = if at.is_some() { standing.missing } else { Vec::new() };
    Standing { judgement: judge::between_reports(terms, at, period, standing.judgement), missing, ..standing }
}

/// Returns the periods of the same length whose reports may stand at the end of `period`: the last of each frequency.
fn ends_before(period: Period) -> impl Iterator<Item = Period> {
    Every::ALL.iter().filter_map(move |every| {
        let long = every.granularity();
        let ends = |at: &Period| Period::containing(long, at.end()).is_some_and(|whole| whole.end() == at.end());
        std::iter::successors(Some(period), |at| Some(at.previous())).take(12).find(ends)
    })
}

/// Refuses a period that lies outside a plan.
pub(crate) fn within(plan: &Plan, period: Period) -> Result<(), ApiError> {
    let Plan { title, start, due, .. } = plan;
    if period.start() <= *due && period.end() >= *start {
        return Ok(());
    }
    Err(ApiError::invalid(format!("{}不在计划期内：“{title}”从{start}到{due}", period.zh())).hint("请核对期次"))
}
