//! A red light put right: asked for (立项), worked on, applied for, verified, signed off (销号).

use super::{Docket, done_on, lit, not_before, written};
use crate::book::Book;
use crate::refs::unit_ref;
use crate::wire::*;
use crate::{ApiError, App, ErrorKind, indicators, units};
use chrono::NaiveDate;
use domain::judge::Light;
use domain::supervise::{OutOfTurn, Stage, Step};
use domain::{Period, Uid};
use store::{Lit, OperationKind, Rectification, RectificationStep, Store, Stored};

/// What there is to know of a light before it is asked to be put right: its finding, who would answer for it.
///
/// # Errors
/// Where there is no such indicator, measure or unit, or the light asks for nothing.
pub fn ask(app: &mut App, of: LightOf) -> Result<RectifyAsked, ApiError> {
    let now = app.host.now();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let docket = Docket::read(store, book.plan.id, now)?;
    let (light_of, own) = resolve(store, &book, &of)?;
    let units = who(&book, light_of, own, of.period);
    let going_on = docket.going_on(light_of, own).map(|row| row.data.uid);
    let seen = lit::now(&book, light_of, own.unwrap_or_default(), of.period);
    let name = docket.name(light_of);
    let refs: Vec<UnitRef> = units.iter().map(|unit| unit_ref(book.unit(*unit))).collect();
    let (light, finding) = match seen {
        Some(LightNow { light, reason, .. }) => (light, reason),
        None => (Light::Grey, String::new()),
    };
    if going_on.is_none() {
        refuse_unlit(&name, light, of.period)?;
    }
    Ok(RectifyAsked { of, name, light, finding, unit: refs.first().cloned(), units: refs, going_on })
}

/// Asks a unit to put a light right; with the finding of the judgement as it stands. A light that is being put right already is
/// not asked for again.
///
/// # Errors
/// As [`ask`], or where the unit is not responsible, or the deadline lies before the beginning.
pub fn open(app: &mut App, request: RectifyOpen) -> Result<Rectified, ApiError> {
    let opened_on = done_on(app, request.on, "立项")?;
    let asked = ask(app, request.of.clone())?;
    if let Some(rectification) = asked.going_on {
        return Ok(Rectified { rectification, already: true });
    }
    let store = app.store()?;
    let book = Book::load(store, request.of.plan, request.of.period)?;
    let (of, _) = resolve(store, &book, &request.of)?;
    let wanted = request.unit.or(asked.unit.as_ref().map(|unit| unit.id));
    let nobody = || ApiError::invalid(format!("“{}”没有责任单位，不知道由谁整改", asked.name)).hint("请指明责任单位");
    let unit = units::by_id(store, wanted.ok_or_else(nobody)?)?;
    if !asked.units.iter().any(|one| one.id == unit.data.uid) {
        let names: Vec<&str> = asked.units.iter().map(|unit| unit.name.as_str()).take(8).collect();
        let error = ApiError::invalid(format!("“{}”不负责“{}”，不能由它整改", unit.data.name, asked.name));
        return Err(error.hint(format!("负责的单位有：{}", names.join("、"))));
    }
    if let Some(deadline) = request.deadline {
        not_before(deadline, "整改期限", opened_on, "立项日期")?;
    }
    let new = Rectification {
        uid: app.new_uid(),
        plan_id: book.plan.id,
        of,
        unit_id: unit.id,
        period: request.of.period,
        light: asked.light,
        finding: asked.finding,
        cause: request.cause.trim().to_owned(),
        action: request.action.trim().to_owned(),
        deadline: request.deadline,
        person: request.person.trim().to_owned(),
        stage: Stage::Open,
        opened_on,
        closed_on: None,
    };
    let step = step(app, Step::Opened, opened_on, new.finding.clone());
    let operation = app.operation(OperationKind::Rectify, format!("整改立项：{}“{}”", unit.data.name, asked.name));
    app.store_mut()?.transact(operation, |w| {
        let id = w.insert_rectification(&new)?;
        w.insert_rectification_step(id, &step)
    })?;
    Ok(Rectified { rectification: new.uid, already: false })
}

/// Changes cause, action, deadline or person of a rectification that is open; what changed is kept as a step.
///
/// # Errors
/// Where it waits for verification or is over, or the deadline lies before the beginning.
pub fn change(app: &mut App, request: RectifyChange) -> Result<Nothing, ApiError> {
    let on = done_on(app, request.on, "修改")?;
    let store = app.store()?;
    let row = find(store, request.rectification)?;
    row.data.stage.after(Step::Changed).map_err(refused)?;
    follows(store, &row, on, "修改")?;
    let old = &row.data;
    let text = |new: Option<String>, old: &str| new.map_or_else(|| old.to_owned(), |new| new.trim().to_owned());
    let new = Rectification {
        cause: text(request.cause, &old.cause),
        action: text(request.action, &old.action),
        deadline: request.deadline.or(old.deadline),
        person: text(request.person, &old.person),
        ..old.clone()
    };
    if let Some(deadline) = new.deadline.filter(|deadline| Some(*deadline) != old.deadline) {
        not_before(deadline, "整改期限", old.opened_on, "立项日期")?;
    }
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "无".to_owned(), |day| day.to_string());
    let none = |text: &str| if text.is_empty() { "无".to_owned() } else { text.to_owned() };
    let said = [
        (new.cause != old.cause).then(|| format!("原因：{}", none(&new.cause))),
        (new.action != old.action).then(|| format!("整改措施：{}", none(&new.action))),
        (new.deadline != old.deadline).then(|| format!("整改期限：{}改为{}", day(old.deadline), day(new.deadline))),
        (new.person != old.person).then(|| format!("责任人：{}改为{}", none(&old.person), none(&new.person))),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() {
        return Ok(Nothing {});
    }
    let step = step(app, Step::Changed, on, said.join("；"));
    let label = format!("修改整改：{}", title(app, &row.data)?);
    write_step(app, label, row.id, &new, &step)
}

/// Takes a rectification a step on: applies for sign-off, sends it back, signs it off.
///
/// # Errors
/// Where the step cannot follow, or what must be written with it is missing.
pub fn take(app: &mut App, request: RectifyStep) -> Result<Nothing, ApiError> {
    let what = request.step.zh();
    let on = done_on(app, request.on, what)?;
    let store = app.store()?;
    let row = find(store, request.rectification)?;
    let stage = row.data.stage.after(request.step).map_err(refused)?;
    let note = match request.step {
        Step::Applied => {
            let incomplete = |missing: &str| format!("申请销号前要写明{missing}");
            written(&row.data.cause, &incomplete("原因"), "先修改这件整改，补上原因")?;
            written(&row.data.action, &incomplete("整改措施"), "先修改这件整改，补上整改措施")?;
            written(&request.note, "申请销号要写明整改结果", "写一句话，如“已补建托位40个，9月达到序时进度”")?
        }
        Step::SentBack => written(&request.note, "退回要写明原因", "写一句话，如“新增托位尚未验收，补齐验收单再报”")?,
        Step::SignedOff => request.note.trim().to_owned(),
        Step::Opened | Step::Changed => return Err(ApiError::invalid(format!("“{what}”不是这里的步骤"))),
    };
    follows(store, &row, on, what)?;
    let new = Rectification { stage, closed_on: (stage == Stage::SignedOff).then_some(on), ..row.data.clone() };
    let step = step(app, request.step, on, note);
    let label = format!("整改{what}：{}", title(app, &row.data)?);
    write_step(app, label, row.id, &new, &step)
}

/// Writes what a rectification says from now on, and the step that made it so.
fn write_step(app: &mut App, label: String, id: i64, new: &Rectification, step: &RectificationStep) -> Result<Nothing, ApiError> {
    let operation = app.operation(OperationKind::Rectify, label);
    app.store_mut()?.transact(operation, |w| {
        w.update_rectification(new)?;
        w.insert_rectification_step(id, step)
    })?;
    Ok(Nothing {})
}

/// Returns one rectification, with its light in a period.
///
/// # Errors
/// Where there is none.
pub fn one(app: &App, rectification: Uid, period: Period) -> Result<RectificationRow, ApiError> {
    let store = app.store()?;
    let row = find(store, rectification)?;
    let plan = store.plan_by_id(row.data.plan_id)?.expect("foreign keys keep the plan of a rectification");
    let book = Book::load(store, plan.data.uid, period)?;
    Ok(Docket::read(store, plan.id, app.host.now())?.rectification(&book, &row, period))
}

/// Returns one rectification, with its light in the period that asked for it.
///
/// # Errors
/// Where there is none.
pub fn again(app: &App, rectification: Uid) -> Result<RectificationRow, ApiError> {
    let period = find(app.store()?, rectification)?.data.period;
    one(app, rectification, period)
}

fn find(store: &Store, uid: Uid) -> Result<Stored<Rectification>, ApiError> {
    store.rectification(uid)?.ok_or_else(|| ApiError::not_found(format!("台账里没有整改 {uid}，可能已被撤销")))
}

/// Returns what a light is of by the ledger's numbers, and the unit whose own it is.
fn resolve(store: &Store, book: &Book, of: &LightOf) -> Result<(Lit, Option<i64>), ApiError> {
    let elsewhere = |what: &str| ApiError::not_found(format!("这份计划在{}没有这{what}", of.period.zh())).hint("请核对计划和期次");
    match (of.indicator, of.measure, of.own) {
        (Some(indicator), None, own) => {
            let row = indicators::find(store, indicator)?;
            book.indicator(row.id).ok_or_else(|| elsewhere("个指标"))?;
            let Some(own) = own else { return Ok((Lit::Indicator(row.id), None)) };
            let unit = units::by_id(store, own)?;
            Ok((Lit::OwnIndicator(row.id), Some(unit.id)))
        }
        (None, Some(measure), None) => {
            let row = store.measure(measure)?.ok_or_else(|| ApiError::not_found("台账里没有这项举措，可能已被撤销"))?;
            lit::measure(book, row.id).ok_or_else(|| elsewhere("项举措"))?;
            Ok((Lit::Measure(row.id), None))
        }
        _ => Err(ApiError::invalid("请指明一个指标或一项举措")),
    }
}

/// Returns the units that can answer for a light: for a unit's own light that unit alone, if it reports the indicator.
fn who(book: &Book, of: Lit, own: Option<i64>, period: Period) -> Vec<i64> {
    let mut units = lit::answering(book, of, period);
    if let Some(own) = own {
        units.retain(|unit| *unit == own);
    }
    units
}

fn refuse_unlit(name: &str, light: Light, period: Period) -> Result<(), ApiError> {
    if matches!(light, Light::Red | Light::Yellow) {
        return Ok(());
    }
    let error = ApiError::invalid(format!("“{name}”{}是{}，不用整改", period.zh(), light.zh()));
    Err(error.hint("亮红灯、黄灯的才立项整改；没有报数的请先催报"))
}

/// Refuses a step that lies before the last one.
fn follows(store: &Store, row: &Stored<Rectification>, on: NaiveDate, what: &str) -> Result<(), ApiError> {
    let last = store.last_step_on(row.id)?.unwrap_or(row.data.opened_on);
    not_before(on, &format!("{what}日期"), last, "上一步的日期")
}

fn step(app: &App, step: Step, made_on: NaiveDate, note: String) -> RectificationStep {
    RectificationStep { step, made_on, note, who: app.host.who(), at: app.now_millis() }
}

/// Returns what the history calls a rectification: the unit, and the name of what lit up.
fn title(app: &App, row: &Rectification) -> Result<String, ApiError> {
    let store = app.store()?;
    let name = match row.of {
        Lit::Measure(id) => store.measures(row.plan_id)?.into_iter().find(|row| row.id == id).map(|row| row.measure.title),
        Lit::Indicator(id) | Lit::OwnIndicator(id) => {
            store.indicators(row.plan_id)?.into_iter().find(|row| row.id == id).map(|row| row.data.indicator.name)
        }
    };
    let unit = store.units()?.into_iter().find(|unit| unit.id == row.unit_id).map(|unit| unit.unit.name);
    Ok(format!("{}“{}”", unit.unwrap_or_default(), name.unwrap_or_default()))
}

fn refused(error: OutOfTurn) -> ApiError {
    let hint = match error {
        OutOfTurn::Over(_) => "红灯又亮时，可以重新立项",
        OutOfTurn::Waits(_) => "先核查：销号，或写明原因退回",
        OutOfTurn::NotApplied(_) => "由责任单位先申请销号，写明整改结果",
    };
    ApiError { kind: ErrorKind::Conflict, message: error.to_string(), hint: Some(hint.to_owned()) }
}
