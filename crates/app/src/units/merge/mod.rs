//! Two units that are the same become one (并入): shown first, decided, then written as one operation.

mod clash;
mod settle;

use super::edit::used;
use super::{by_uid, line};
use crate::refs::unit_ref;
use crate::wire::{ClashChoice, UnitClash, UnitLine, UnitMerge, UnitMergeOf, UnitMerging};
use crate::{ApiError, App, ErrorKind};
use clash::Clash;
use domain::supervise::Stage;
use std::collections::HashMap;
use store::{Lit, OperationKind, Store, Unit, UnitRow};

/// How many clashes a refusal names.
const NAMED: usize = 3;

/// Returns what merging two units would do; nothing is written.
///
/// # Errors
/// Where they cannot be merged: it is one unit, a group and a unit, or frozen periods hold the one that goes.
pub fn preview(app: &mut App, of: UnitMergeOf) -> Result<UnitMerging, ApiError> {
    let store = app.store()?;
    let pair = Pair::of(store, of)?;
    let (clashes, _) = clash::clashes(store, &pair)?;
    let gone = &pair.from.unit;
    let names = [&gone.name].into_iter().chain(&gone.short_name).chain(&pair.from.aliases);
    Ok(UnitMerging {
        from: unit_ref(&pair.from),
        into: unit_ref(&pair.into),
        moves: used(&store.unit_use(pair.from.id)?),
        aliases: pair.into.aliases.iter().chain(names).cloned().collect(),
        clashes: clashes.into_iter().map(|clash| clash.view).collect(),
    })
}

/// Merges two units, each clash as decided.
///
/// # Errors
/// As [`preview`], or where a clash is not decided, or cannot be decided so; nothing is written then.
pub fn apply(app: &mut App, request: UnitMerge) -> Result<UnitLine, ApiError> {
    let UnitMerge { from, into, decisions } = request;
    let decided: HashMap<String, ClashChoice> = decisions.into_iter().map(|decision| (decision.key, decision.choice)).collect();
    write(app, UnitMergeOf { from, into }, &|clash| decided.get(&clash.key).copied())
}

/// Merges two units, all clashes decided alike; with no choice, only if there are none.
///
/// # Errors
/// As [`apply`].
pub fn apply_all(app: &mut App, of: UnitMergeOf, choice: Option<ClashChoice>) -> Result<UnitLine, ApiError> {
    write(app, of, &|_| choice)
}

fn write(app: &mut App, of: UnitMergeOf, decide: &dyn Fn(&UnitClash) -> Option<ClashChoice>) -> Result<UnitLine, ApiError> {
    let survivor = of.into;
    let store = app.store()?;
    let pair = Pair::of(store, of)?;
    let (clashes, mut settled) = clash::clashes(store, &pair)?;
    let open: Vec<&UnitClash> = clashes.iter().map(|clash| &clash.view).filter(|view| decide(view).is_none()).collect();
    if !open.is_empty() {
        let hint = "逐处选定，或一律：保留并入后单位的、采用被并单位的、相加（只限可以相加的数）";
        return Err(conflict(format!("两个单位有{}处不一致，还没有选定用哪个：{}", open.len(), said(&open))).hint(hint));
    }
    let added = |clash: &&Clash| decide(&clash.view) == Some(ClashChoice::Add) && clash.view.sum.is_none();
    let wrong: Vec<&UnitClash> = clashes.iter().filter(added).map(|clash| &clash.view).collect();
    if !wrong.is_empty() {
        let hint = "比率要有分子和分母才能相加，时点数和形象进度不能相加；这几处请选保留或采用";
        return Err(conflict(format!("有{}处不能相加：{}", wrong.len(), said(&wrong))).hint(hint));
    }
    let decisions = clashes.len();
    settled.extend(clashes.into_iter().filter_map(|clash| Some((decide(&clash.view)?, clash.settling))));
    let Pair { from, into, parent } = &pair;
    let label = match decisions {
        0 => format!("单位{}并入{}", from.unit.name, into.unit.name),
        n => format!("单位{}并入{}，{n}处不一致已选定", from.unit.name, into.unit.name),
    };
    let operation = app.operation(OperationKind::Unit, label);
    let (who, at) = (app.host.who(), app.now_millis());
    app.store_mut()?.transact(operation, |w| {
        for (choice, settling) in &settled {
            settling.write(w, *choice, (from.id, into.id), &who, at)?;
        }
        w.update_unit(&Unit { parent_id: *parent, ..into.unit.clone() })?;
        w.merge_unit(from.id, into.id)?;
        Ok::<_, ApiError>(())
    })?;
    line(app, survivor)
}

fn conflict(message: String) -> ApiError {
    ApiError { kind: ErrorKind::Conflict, message, hint: None }
}

fn said(clashes: &[&UnitClash]) -> String {
    let one =
        |clash: &&UnitClash| format!("{}{}（{}／{}）", clash.name, clash.period.as_deref().unwrap_or_default(), clash.ours, clash.theirs);
    let more = if clashes.len() > NAMED { "等" } else { "" };
    clashes.iter().take(NAMED).map(one).collect::<Vec<_>>().join("、") + more
}

/// Two units that can be merged.
struct Pair {
    from: UnitRow,
    into: UnitRow,
    /// The unit the survivor will belong to.
    parent: Option<i64>,
}

impl Pair {
    fn of(store: &Store, of: UnitMergeOf) -> Result<Pair, ApiError> {
        let (from, into) = (by_uid(store, of.from)?, by_uid(store, of.into)?);
        let (gone, stays) = (&from.unit.name, &into.unit.name);
        if from.id == into.id {
            return Err(ApiError::invalid(format!("“{gone}”不能并入它自己")).hint("选另一个单位"));
        }
        if from.members.is_empty() != into.members.is_empty() && (from.unit.is_group || into.unit.is_group) {
            let (group, unit) = if into.members.is_empty() { (gone, stays) } else { (stays, gone) };
            return Err(ApiError::invalid(format!("“{group}”是单位组，“{unit}”是单位，不能合成一个"))
                .hint("把单位加入单位组，或先清空单位组的成员"));
        }
        let periods = frozen(store, &from)?;
        if !periods.is_empty() {
            return Err(conflict(format!("“{gone}”不能并入“{stays}”：它的数在已冻结的期次里：{}", periods.join("、")))
                .hint("先解冻这些期次并写明原因，并入后再冻结；或者反过来，把另一个单位并入它"));
        }
        if let Some(name) = both_put_right(store, from.id, into.id)? {
            return Err(conflict(format!("“{gone}”和“{stays}”对“{name}”各有一件整改没有销号，并入后会成两件"))
                .hint("先在督查里把其中一件销号，或撤销它，再并入"));
        }
        let parent = parent(&store.units()?, &from, &into);
        Ok(Pair { from, into, parent })
    }
}

/// Returns the indicator whose own light both units are putting right: one unit cannot do that twice at a time.
fn both_put_right(store: &Store, from: i64, into: i64) -> Result<Option<String>, ApiError> {
    for plan in store.plans()? {
        let all = store.rectifications(plan.id)?;
        let open = |unit: i64| {
            let own = all.iter().filter(move |one| one.data.unit_id == unit && one.data.stage != Stage::SignedOff);
            own.map(|one| one.data.of).filter(|of| matches!(of, Lit::OwnIndicator(_)))
        };
        let Some(Lit::OwnIndicator(id)) = open(from).find(|of| open(into).any(|other| other == *of)) else { continue };
        let named = store.indicators(plan.id)?.into_iter().find(|row| row.id == id);
        return Ok(named.map(|row| row.data.indicator.name));
    }
    Ok(None)
}

/// Returns the unit the survivor belongs to: its own parent, or that of the one that goes where it has none of its own or
/// would belong to itself.
fn parent(units: &[UnitRow], from: &UnitRow, into: &UnitRow) -> Option<i64> {
    let above = |unit: &UnitRow| unit.unit.parent_id;
    let lies_below = |unit: i64, other: i64| {
        let mut next = Some(unit);
        (0..=units.len()).any(|_| {
            let known = next.and_then(|id| units.iter().find(|unit| unit.id == id));
            next = known.and_then(above);
            known.is_some_and(|known| known.id == other)
        })
    };
    match above(into) {
        Some(own) if !lies_below(own, from.id) => Some(own),
        _ => above(from).filter(|parent| !lies_below(*parent, into.id)),
    }
}

/// Returns the frozen periods that hold a unit, in words.
pub(super) fn frozen(store: &Store, unit: &UnitRow) -> Result<Vec<String>, ApiError> {
    Ok(store.unit_freezes(unit.id)?.into_iter().map(|(title, period)| format!("“{title}”{}", period.zh())).collect())
}
