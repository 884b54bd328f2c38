//! Measures under listed supervision (挂牌督战): listed, inspected, lifted.

use super::{Docket, done_on, not_before, written};
use crate::wire::{ListingInspect, ListingLift, ListingOpen, Nothing};
use crate::{ApiError, App, ErrorKind};
use domain::Uid;
use domain::supervise::{EVERY_DAYS, LONGEST_INTERVAL};
use store::{Inspection, Listing, MeasureRow, OperationKind, Store, Stored};

/// Lists a measure, to be inspected every so many days.
///
/// # Errors
/// Where it is listed already, no reason is given, or the interval is none.
pub fn open(app: &mut App, request: ListingOpen) -> Result<Nothing, ApiError> {
    let listed_on = done_on(app, request.on, "挂牌")?;
    let store = app.store()?;
    let measure = store.measure(request.measure)?.ok_or_else(|| ApiError::not_found("台账里没有这项举措，可能已被撤销"))?;
    let in_force = store.listings(measure.measure.plan_id)?.into_iter().find(|row| row.measure_id == measure.id && row.lifted_on.is_none());
    if let Some(listing) = in_force {
        let message = format!("“{}”从{}起已经挂牌，不用再挂", measure.measure.title, listing.listed_on);
        return Err(ApiError { kind: ErrorKind::Conflict, message, hint: Some("要改督查间隔，先摘牌再挂牌".to_owned()) });
    }
    let reason = written(&request.reason, "挂牌要写明原因", "写一句话，如“连续两月红灯”")?;
    let every_days = request.every_days.unwrap_or(EVERY_DAYS);
    if !(1..=LONGEST_INTERVAL).contains(&every_days) {
        let error = ApiError::invalid(format!("督查间隔{every_days}天不行"));
        return Err(error.hint(format!("请填1到{LONGEST_INTERVAL}之间的天数，每周填7，每旬填10，每半月填15，每月填30")));
    }
    let (uid, who, at) = (app.new_uid(), app.host.who(), app.now_millis());
    let new = Listing { uid, measure_id: measure.id, reason, every_days, listed_on, lifted_on: None, who, at };
    let operation = app.operation(OperationKind::Rectify, format!("挂牌督战：“{}”，{}", measure.measure.title, new.reason));
    app.store_mut()?.transact(operation, |w| w.insert_listing(&new))?;
    Ok(Nothing {})
}

/// Writes down what an inspection of a listed measure found.
///
/// # Errors
/// Where it is lifted, nothing is written, or the day lies before the listing.
pub fn inspect(app: &mut App, request: ListingInspect) -> Result<Nothing, ApiError> {
    let made_on = done_on(app, request.on, "督查")?;
    let store = app.store()?;
    let (listing, measure) = find(store, request.listing)?;
    if let Some(lifted) = listing.data.lifted_on {
        let error = ApiError::invalid(format!("“{}”已于{lifted}摘牌，不能再写督查记录", measure.measure.title));
        return Err(error.hint("要继续督查，请重新挂牌"));
    }
    not_before(made_on, "督查日期", listing.data.listed_on, "挂牌日期")?;
    let finding = written(&request.finding, "督查记录没有写内容", "写看到了什么，如“12个点位中9个已开工”")?;
    let operation = app.operation(OperationKind::Rectify, format!("督查记录：“{}”，{finding}", measure.measure.title));
    let new = Inspection { uid: app.new_uid(), made_on, finding, who: app.host.who(), at: app.now_millis() };
    app.store_mut()?.transact(operation, |w| w.insert_inspection(listing.id, &new))?;
    Ok(Nothing {})
}

/// Lifts a listing.
///
/// # Errors
/// Where it is lifted already, or the day lies before the listing or its last inspection.
pub fn lift(app: &mut App, request: ListingLift) -> Result<Nothing, ApiError> {
    let lifted_on = done_on(app, request.on, "摘牌")?;
    let store = app.store()?;
    let (listing, measure) = find(store, request.listing)?;
    if let Some(lifted) = listing.data.lifted_on {
        return Err(ApiError::invalid(format!("“{}”已于{lifted}摘牌", measure.measure.title)));
    }
    not_before(lifted_on, "摘牌日期", listing.data.listed_on, "挂牌日期")?;
    let docket = Docket::read(store, measure.measure.plan_id, app.host.now())?;
    if let Some(last) = docket.last_inspection(listing.id) {
        not_before(lifted_on, "摘牌日期", last, "上次督查的日期")?;
    }
    let operation = app.operation(OperationKind::Rectify, format!("摘牌：“{}”", measure.measure.title));
    app.store_mut()?.transact(operation, |w| w.lift_listing(request.listing, lifted_on))?;
    Ok(Nothing {})
}

/// Returns the listing in force of a measure.
///
/// # Errors
/// Where it is not listed.
pub fn in_force(app: &App, measure: Uid) -> Result<Uid, ApiError> {
    let store = app.store()?;
    let measure = store.measure(measure)?.ok_or_else(|| ApiError::not_found("台账里没有这项举措，可能已被撤销"))?;
    let listings = store.listings(measure.measure.plan_id)?;
    let listing = listings.into_iter().find(|row| row.measure_id == measure.id && row.lifted_on.is_none());
    let none = || ApiError::not_found(format!("“{}”没有挂牌", measure.measure.title)).hint("先挂牌，再写督查记录");
    Ok(listing.ok_or_else(none)?.data.uid)
}

fn find(store: &Store, uid: Uid) -> Result<(Stored<Listing>, MeasureRow), ApiError> {
    for plan in store.plans()? {
        if let Some(listing) = store.listings(plan.id)?.into_iter().find(|row| row.data.uid == uid) {
            let measure = store.measures(plan.id)?.into_iter().find(|row| row.id == listing.data.measure_id);
            return Ok((listing, measure.expect("foreign keys keep the measure of a listing")));
        }
    }
    Err(ApiError::not_found("台账里没有这次挂牌，可能已被撤销"))
}
