//! The return board: where each unit stands with its workbook, and what to say to those that are late.

use crate::book::Book;
use crate::merge::Merging;
use crate::merge::bearing::{Post, PostOffice};
use crate::merge::compare::{Came, in_hand};
use crate::refs::unit_ref;
use crate::reporting::{asked, progress};
use crate::shown::{day_in_text, moment};
use crate::wire::{Board, BoardRow, BoardState, OfPeriod};
use crate::{ApiError, App};
use chrono::{FixedOffset, NaiveDate};
use domain::Period;
use std::collections::HashSet;
use store::{Exchange, ReturnStatus, Stored};

/// A return, merged or in hand, as far as the board asks.
struct Seen {
    unit: i64,
    exchange: i64,
    file: String,
    /// When it was merged; none for one in hand.
    merged_at: Option<i64>,
    saved_by: Option<String>,
    saved_at: Option<i64>,
    mismatch: Option<String>,
    old: bool,
}

/// Returns what was sent for a period and what came back, and what the files in hand would make of it: see [`BoardState`].
pub fn board(app: &mut App, of: OfPeriod) -> Result<Board, ApiError> {
    let offset = *app.host.now().offset();
    let store = app.store()?;
    let book = Book::load(store, of.plan, of.period)?;
    let mut post = PostOffice::new(store, offset);
    let plan = post.of_plan(book.plan.id)?;
    let asked = asked(&book, of.period);
    let mut seen: Vec<Seen> = asked.iter().flat_map(|unit| merged(&plan, *unit, of.period)).collect();
    if let Some(merging) = &app.merging {
        seen.extend(held(&mut post, merging, book.plan.id, of.period, offset)?);
    }
    let counts = progress(&book, of.period);
    let row = |unit: i64| {
        let newest = plan.newest(unit, of.period);
        let own: Vec<&Seen> = seen.iter().filter(|one| one.unit == unit).collect();
        let fits = |one: &&&Seen| one.mismatch.is_none() && !one.old && newest.is_some_and(|newest| newest.id == one.exchange);
        let fitting: Vec<&Seen> = own.iter().filter(fits).copied().collect();
        let state = state(newest.is_some(), fitting.len(), &own);
        let latest = fitting.iter().max_by_key(|one| (one.saved_at, one.merged_at)).copied();
        let (filled, total) = counts.get(&unit).copied().unwrap_or_default();
        BoardRow {
            unit: unit_ref(book.unit(unit)),
            state,
            returns: fitting.len() as u32,
            in_hand: own.iter().any(|one| one.merged_at.is_none()),
            sent_at: newest.map(|exchange| moment(exchange.data.sent_at, offset)),
            file: newest.map(|exchange| exchange.data.file_name.clone()),
            returned_at: fitting.iter().filter_map(|one| one.merged_at).max().map(|at| moment(at, offset)),
            saved_by: latest.and_then(|one| one.saved_by.clone()),
            saved_at: latest.and_then(|one| one.saved_at).map(|at| moment(at, offset)),
            note: note(state, &own),
            filled,
            total,
        }
    };
    let units: Vec<BoardRow> = asked.into_iter().map(row).collect();
    Ok(Board { chase: chase(&units, app.host.now().date_naive(), of.period), units })
}

fn state(sent: bool, fitting: usize, seen: &[&Seen]) -> BoardState {
    match fitting {
        _ if !sent => BoardState::Unsent,
        1 => BoardState::Back,
        0 if seen.iter().any(|one| one.mismatch.is_some()) => BoardState::Mismatch,
        0 if !seen.is_empty() => BoardState::Outdated,
        0 => BoardState::Out,
        _ => BoardState::Twice,
    }
}

/// Returns why what came does not count, each file by name; of a unit that is back, what came beside.
fn note(state: BoardState, seen: &[&Seen]) -> Option<String> {
    let odd: Vec<String> = seen
        .iter()
        .filter_map(|one| match &one.mismatch {
            Some(mismatch) => Some(format!("“{}”不符：{mismatch}", one.file)),
            None if one.old || state == BoardState::Outdated => Some(format!("“{}”是旧表，以后又发过或又交过", one.file)),
            None => None,
        })
        .collect();
    (!odd.is_empty()).then(|| odd.join("；"))
}

/// Returns the returns of a unit that were merged.
fn merged(post: &Post, unit: i64, period: Period) -> Vec<Seen> {
    let seen = |(exchange, back): (&Stored<Exchange>, &Stored<store::Return>)| Seen {
        unit,
        exchange: exchange.id,
        file: back.data.file_name.clone(),
        merged_at: Some(back.data.received_at),
        saved_by: back.data.saved_by.clone(),
        saved_at: back.data.saved_at,
        mismatch: back.data.mismatch.clone(),
        old: back.data.status == ReturnStatus::Outdated,
    };
    post.returned(unit, period).into_iter().map(seen).collect()
}

/// Returns the returns in hand for a plan and period. One merged before, or in hand twice, is no further return; a file that
/// cannot be read counts for the unit whose workbook's name it bears.
fn held(post: &mut PostOffice<'_>, merging: &Merging, plan: i64, period: Period, offset: FixedOffset) -> Result<Vec<Seen>, ApiError> {
    let store = post.store;
    let mut known: HashSet<String> = post.of_plan(plan)?.returns.iter().map(|back| back.data.sha256.clone()).collect();
    let mut seen = Vec::new();
    for file in in_hand(store, &merging.files, &merging.confirmed)? {
        let incoming = file.incoming;
        let (exchange, mismatch, old) = match (&incoming.content, file.exchange, &file.content) {
            (Err(message), ..) => match post.by_file_name(plan, &incoming.name)? {
                Some(exchange) => (exchange, Some(message.clone()), false),
                None => continue,
            },
            (Ok(Came::Workbook(_)), Some(exchange), Some(content)) => {
                let bearing = post.bearing(incoming, content, &exchange)?;
                let old = bearing.is_old();
                (exchange, bearing.mismatch, old)
            }
            (Ok(Came::Package(_, report)), ..) => {
                let reports = report.entries.iter().any(|entry| entry.period == period);
                let unit = store.unit(report.unit)?.or(store.unit_by_name(&report.unit_name)?);
                let newest = unit.and_then(|unit| post.of_plan(plan).ok()?.newest(unit.id, period).cloned());
                match newest.filter(|_| reports) {
                    Some(exchange) => (exchange, None, false),
                    None => continue,
                }
            }
            _ => continue,
        };
        let own = exchange.data.plan_id == plan && exchange.data.period == period;
        // What cannot be read has no content to be told apart by.
        if !own || (!incoming.sha256.is_empty() && !known.insert(incoming.sha256.clone())) {
            continue;
        }
        seen.push(Seen {
            unit: exchange.data.unit_id,
            exchange: exchange.id,
            file: incoming.name.clone(),
            merged_at: None,
            saved_by: incoming.saved_by(),
            saved_at: incoming.saved_at(offset),
            mismatch,
            old,
        });
    }
    Ok(seen)
}

/// Returns what to send to the units that are not back: no deadline is invented. What came and does not count is named,
/// for those units believe they have done it.
fn chase(units: &[BoardRow], today: NaiveDate, period: Period) -> String {
    let names = |wanted: BoardState| {
        let of_state = units.iter().filter(|row| row.state == wanted);
        of_state.map(|row| row.unit.name.as_str()).collect::<Vec<_>>()
    };
    let [out, outdated, mismatch] = [BoardState::Out, BoardState::Outdated, BoardState::Mismatch].map(names);
    let n = out.len() + outdated.len() + mismatch.len();
    if n == 0 {
        return String::new();
    }
    let mut lines = vec![format!("各单位：截至{}，{}填报表还有{n}个单位没有交回：", day_in_text(today), period.zh())];
    if !out.is_empty() {
        lines.push(format!("{}。", out.join("、")));
    }
    if !outdated.is_empty() {
        lines.push(format!("交来的是旧表，请用最近一次发出的表填报：{}。", outdated.join("、")));
    }
    if !mismatch.is_empty() {
        lines.push(format!("交来的表对不上或不能读，请核对单位、期次和文件后重交：{}。", mismatch.join("、")));
    }
    lines.push("请填好后尽快交回，谢谢。".to_owned());
    lines.join("\n")
}
