//! What is kept of a frozen period, and how a [`Book`] answers from it.
//!
//! Kept is each indicator's standing over all units, and what a unit's own standing follows from: terms, shares, who
//! reports, the rules. The entries themselves are locked by the ledger. A book read for a frozen period is the plan as
//! it was judged then: what came later is left out of it.

use super::basis::Basis;
use super::{Book, Standing};
use crate::ApiError;
use chrono::NaiveDate;
use domain::judge::{Judgement, Light, Rules};
use domain::{Amount, Comparator, Every, Indicator, Pace, Period, Planned, RollUp, ValueKind};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{Freeze, FrozenIndicator, Store};

/// What stands in a table for an indicator that was not there when the period was frozen.
const LATER: &str = "冻结时还没有";
/// Every word a standing can be kept with.
const WORDS: [&str; 6] = ["达标", "未达标", "未报", "未到期", "不能汇总", "只汇总"];

/// A frozen period, read.
pub(crate) struct FrozenPeriod {
    closing: Closing,
    /// By their ids; of a period read for one indicator's series only this one.
    indicators: HashMap<i64, Kept>,
    measures: HashSet<i64>,
}

/// What a period was judged by as a whole.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Closing {
    #[serde(flatten)]
    rules: Rules,
    /// The days of the plan.
    start: NaiveDate,
    due: NaiveDate,
}

/// An indicator as it was judged.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    #[serde(with = "Terms")]
    pub(crate) terms: Indicator,
    #[serde(skip)]
    measure_id: Option<i64>,
    pub(crate) reporters: Vec<i64>,
    pub(crate) shares: Vec<(i64, Amount)>,
    value: Option<Amount>,
    missing: Vec<i64>,
    #[serde(with = "Judged")]
    judged: Judgement,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Indicator")]
struct Terms {
    name: String,
    unit: String,
    comparator: Comparator,
    target: Option<Amount>,
    upper: Option<Amount>,
    baseline: Option<Amount>,
    start: NaiveDate,
    due: NaiveDate,
    kind: ValueKind,
    pace: Pace,
    roll_up: RollUp,
    weight: Amount,
    /// Ledgers before version 4 did not keep it: reported each month, on a straight way.
    #[serde(default = "monthly")]
    every: Every,
    #[serde(default)]
    planned: Vec<Planned>,
}

fn monthly() -> Every {
    Every::Month
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Judgement")]
struct Judged {
    time_progress: f64,
    completion: Option<f64>,
    lag: Option<f64>,
    expected: Option<Amount>,
    met: bool,
    light: Light,
    reason: String,
    #[serde(deserialize_with = "word")]
    word: Word,
}

/// A word of [`WORDS`]; named so that reading it borrows nothing from the text that is read.
type Word = Option<&'static str>;

fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text.and_then(|text| WORDS.into_iter().find(|word| *word == text)))
}

impl FrozenPeriod {
    /// Returns the rules the period was judged by.
    pub(crate) fn rules(&self) -> &Rules {
        &self.closing.rules
    }

    /// Returns what an indicator was judged by; none if it was not there.
    pub(crate) fn basis(&self, indicator: i64) -> Option<Basis<'_>> {
        let Kept { terms, shares, reporters, .. } = self.kept(indicator)?;
        Some(Basis { terms, shares, reporters, rules: self.rules() })
    }

    /// Returns an indicator as it was judged; none if it was not there.
    pub(crate) fn kept(&self, indicator: i64) -> Option<&Kept> {
        self.indicators.get(&indicator)
    }
}

impl Kept {
    /// Returns the standing over all units.
    pub(crate) fn standing(&self) -> Standing {
        Standing { value: self.value, judgement: self.judged.clone(), missing: self.missing.clone() }
    }
}

/// Returns the rules of a frozen period.
pub(crate) fn rules_of(freeze: &Freeze) -> Result<Rules, ApiError> {
    Ok(closing(freeze)?.rules)
}

fn closing(freeze: &Freeze) -> Result<Closing, ApiError> {
    serde_json::from_str(&freeze.rules).map_err(|_| damaged(freeze.period))
}

fn damaged(period: Period) -> ApiError {
    ApiError::unreadable(format!("{}冻结的内容读不出来", period.zh())).hint("台账可能被其他程序改过；请从备份恢复，或解冻这一期")
}

/// Returns the standing of an indicator that came after the period was frozen.
pub(crate) fn later(frozen: &FrozenPeriod, terms: &Indicator, period: Period) -> Standing {
    let judgement = Judgement {
        time_progress: domain::judge::expected_share(frozen.rules().time, terms, period.end()),
        completion: None,
        lag: None,
        expected: None,
        met: false,
        light: Light::Grey,
        reason: format!("{}冻结时还没有这个指标", period.zh()),
        word: Some(LATER),
    };
    Standing { value: None, judgement, missing: Vec::new() }
}

/// What is written when a period is frozen.
pub(crate) struct Closed {
    /// The rules, as JSON.
    pub(crate) rules: String,
    pub(crate) indicators: Vec<FrozenIndicator>,
    pub(crate) measures: Vec<i64>,
    /// Every unit that is named.
    pub(crate) units: Vec<i64>,
}

/// Returns a book as it stands in a period, to be kept.
pub(crate) fn close(book: &Book, period: Period) -> Result<Closed, ApiError> {
    let json = |error: serde_json::Error| ApiError::internal(error.to_string());
    let plan = &book.plan.data;
    let rules = serde_json::to_string(&Closing { rules: book.rules, start: plan.start, due: plan.due }).map_err(json)?;
    let (mut indicators, mut units) = (Vec::new(), BTreeSet::new());
    for row in &book.indicators {
        let Standing { value, judgement, missing } = book.standing(row, period);
        let (reporters, shares) = (book.reporters(row).to_vec(), book.shares(row.id).to_vec());
        units.extend(reporters.iter().chain(&missing).chain(shares.iter().map(|(unit, _)| unit)));
        let (terms, measure_id) = (row.data.indicator.clone(), row.data.measure_id);
        let kept = Kept { terms, measure_id, reporters, shares, value, missing, judged: judgement };
        let judged = serde_json::to_string(&kept).map_err(json)?;
        indicators.push(FrozenIndicator { indicator_id: row.id, measure_id, judged });
    }
    let measures = book.measures.iter().map(|measure| measure.id).collect();
    Ok(Closed { rules, indicators, measures, units: units.into_iter().collect() })
}

fn kept(period: Period, row: FrozenIndicator) -> Result<(i64, Kept), ApiError> {
    let kept: Kept = serde_json::from_str(&row.judged).map_err(|_| damaged(period))?;
    Ok((row.indicator_id, Kept { measure_id: row.measure_id, ..kept }))
}

impl Book {
    /// Reads which periods are frozen, and all that is kept of these.
    pub(crate) fn read_frozen(&mut self, store: &Store, whole: &[Period]) -> Result<(), ApiError> {
        for freeze in store.freezes(self.plan.id)? {
            let mut frozen = None;
            if whole.contains(&freeze.period) {
                let rows = store.frozen_indicators(self.plan.id, freeze.period)?;
                frozen = Some(FrozenPeriod {
                    closing: closing(&freeze)?,
                    indicators: rows.into_iter().map(|row| kept(freeze.period, row)).collect::<Result<_, _>>()?,
                    measures: store.frozen_measures(self.plan.id, freeze.period)?.into_iter().collect(),
                });
            }
            self.frozen.insert(freeze.period, frozen);
        }
        Ok(())
    }

    /// Reads what is kept of these indicators in the frozen periods that were not read whole; of the others nothing is known
    /// there from then on, so all are read at once.
    pub(crate) fn read_series(&mut self, store: &Store, indicators: &[i64]) -> Result<(), ApiError> {
        if self.frozen.values().all(Option::is_some) {
            return Ok(());
        }
        let mut series: HashMap<Period, Vec<FrozenIndicator>> = HashMap::new();
        for indicator in indicators {
            for (period, row) in store.frozen_series(*indicator)? {
                series.entry(period).or_default().push(row);
            }
        }
        for freeze in store.freezes(self.plan.id)? {
            if let Some(unread @ None) = self.frozen.get_mut(&freeze.period) {
                let rows = series.remove(&freeze.period).unwrap_or_default().into_iter();
                let indicators = rows.map(|row| kept(freeze.period, row)).collect::<Result<_, _>>()?;
                *unread = Some(FrozenPeriod { closing: closing(&freeze)?, indicators, measures: HashSet::new() });
            }
        }
        Ok(())
    }

    /// Makes the plan what it was when the period was frozen, if it was.
    pub(crate) fn as_frozen(&mut self, period: Period) {
        let Some(Some(frozen)) = self.frozen.get(&period) else { return };
        self.rules = frozen.closing.rules;
        (self.plan.data.start, self.plan.data.due) = (frozen.closing.start, frozen.closing.due);
        self.measures.retain(|measure| frozen.measures.contains(&measure.id));
        self.indicators.retain_mut(|row| {
            let Some(kept) = frozen.indicators.get(&row.id) else { return false };
            row.data.indicator = kept.terms.clone();
            row.data.measure_id = kept.measure_id;
            true
        });
        self.reporters = frozen.indicators.iter().map(|(id, kept)| (*id, kept.reporters.clone())).collect();
        self.shares = frozen.indicators.iter().map(|(id, kept)| (*id, kept.shares.clone())).collect();
        self.place();
    }
}
