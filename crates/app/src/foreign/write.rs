//! Writing tables made elsewhere into the ledger, as one operation.

use super::{nothing_open, take};
use crate::merge::compare::report;
use crate::merge::write::{issues, write_cells};
use crate::wire::{Choice, FileStatus, ForeignFile, ForeignOf, ForeignRow, MergeFile, MergeReport, Outcome, RowOutcome};
use crate::{ApiError, App, units};
use store::{OperationKind, Return, ReturnStatus};

/// Returns the files as a merge shows them.
pub(super) fn merge_files(files: &[ForeignFile]) -> Vec<MergeFile> {
    let file = |file: &ForeignFile| MergeFile {
        file: file.file.clone(),
        status: if file.problem.is_some() { FileStatus::Refused } else { FileStatus::Read },
        unit: file.unit.as_ref().map(|unit| unit.name.clone()),
        exchange: None,
        saved_by: None,
        saved_at: None,
        newest: false,
        codes: Vec::new(),
        messages: file.problem.iter().chain(&file.messages).cloned().chain(left_out(file)).collect(),
    };
    files.iter().map(file).collect()
}

/// How many rows that are not taken are named.
const NAMED: usize = 10;

/// Names the rows that mean nothing of the plan, or wait for a person: what is not taken must not vanish without a word.
fn left_out(file: &ForeignFile) -> Option<String> {
    let waits = |row: &&ForeignRow| matches!(row.outcome, RowOutcome::Likely | RowOutcome::Unclear | RowOutcome::Unknown);
    let rows: Vec<&ForeignRow> = file.rows.iter().filter(waits).collect();
    let named: Vec<String> = rows.iter().take(NAMED).map(|row| format!("第{}行“{}”", row.row, row.text)).collect();
    let more = if rows.len() > NAMED { "等" } else { "" };
    (!rows.is_empty()).then(|| format!("没有对应到指标或举措的{}行没有采用：{}{more}", rows.len(), named.join("、")))
}

/// Writes every cell that is taken, keeps what the columns hold, and records what came in.
pub(super) fn write(app: &mut App, of: &ForeignOf, decide: &dyn Fn(&str) -> Option<Choice>) -> Result<MergeReport, ApiError> {
    if of.plan.is_none() {
        return Err(ApiError::not_found("台账里还没有计划，表里的数没有地方写").hint("先把这份表作为新计划导入，或导入一份计划文件"));
    }
    let taken = take(app, of, decide)?;
    if let Some(problem) = taken.files.iter().find_map(|file| file.problem.as_ref())
        && taken.files.iter().all(|file| file.problem.is_some())
    {
        return Err(ApiError::invalid(problem.clone()));
    }
    let names: Vec<&str> = taken.files.iter().filter(|file| file.problem.is_none()).map(|file| file.file.as_str()).collect();
    let applied = taken.cells.iter().filter(|cell| cell.item.outcome == Outcome::Applied).count();
    let label = format!("采用外来表格{}：写入{}格", named(&names), applied);
    let (operation, at) = (app.operation(OperationKind::Merge, label), app.now_millis());
    let foreign = app.foreign.take().ok_or_else(nothing_open)?;
    let written = app.store_mut().and_then(|store| {
        let unit_name = units::names(store)?;
        store.transact(operation, |w| {
            write_cells(w, &taken.cells, &|unit, _| format!("{} 外来表格", unit_name.get(&unit).map_or("", String::as_str)), at)?;
            let issues = issues(&taken.cells);
            for (at_file, file) in foreign.files.iter().enumerate().filter(|(at, _)| taken.files[*at].problem.is_none()) {
                if let Some((key, roles)) = &taken.layouts[at_file] {
                    w.keep_layout(key, Some(roles), at)?;
                }
                let record = Return {
                    exchange_id: None,
                    file_name: file.name.clone(),
                    sha256: file.sha256.clone(),
                    received_at: at,
                    status: ReturnStatus::Read,
                    saved_by: None,
                    saved_at: None,
                    mismatch: None,
                };
                w.insert_return(&record, issues.get(&at_file).map(Vec::as_slice).unwrap_or_default())?;
            }
            Ok::<_, ApiError>(())
        })
    });
    if let Err(error) = written {
        // What was previewed stays on the screen: the person can try again.
        app.foreign = Some(foreign);
        return Err(error);
    }
    Ok(report(merge_files(&taken.files), taken.cells, false))
}

fn named(names: &[&str]) -> String {
    match names {
        [only] => format!("“{only}”"),
        [first, ..] => format!("“{first}”等{}份", names.len()),
        [] => String::new(),
    }
}
