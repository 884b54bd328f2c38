//! Tables made elsewhere: read, mapped as said, taken.

use crate::args::Side;
use crate::print::show;
use crate::print::{self, say};
use app::foreign::{self, Reading};
use app::merge::OnConflict;
use app::wire::*;
use app::{ApiError, App};
use domain::{ColumnRole, Period};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

/// What was said of the tables.
pub(crate) struct Asked {
    pub(crate) unit: Option<String>,
    pub(crate) reading: Option<Reading>,
    pub(crate) accept: bool,
    pub(crate) rows: Vec<String>,
    pub(crate) forget: bool,
    pub(crate) preview: bool,
    pub(crate) on_conflict: Option<Side>,
}

/// What taking tables did, or would do.
#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    report: MergeReport,
    columns: Vec<Column>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Column {
    file: String,
    letter: String,
    heading: String,
    role: ColumnRole,
    source: RoleSource,
    period: Option<Period>,
    of: Option<String>,
}

#[derive(Serialize)]
struct Row {
    file: String,
    sheet: String,
    row: u32,
    text: String,
    outcome: RowOutcome,
    indicator: Option<ForeignItem>,
    candidates: Vec<ForeignItem>,
}

/// Takes tables into a plan, or shows what that would do; the exit code is 1 where no file can be read.
pub(crate) fn take(app: &mut App, json: bool, of: OfPeriod, files: &[PathBuf], asked: Asked) -> Result<ExitCode, ApiError> {
    let of = ForeignOf { plan: Some(of.plan), period: Some(of.period) };
    let mut view = foreign::preview(app, &of, files)?;
    if let Some(reading) = &asked.reading {
        view = foreign::read_as(app, &of, reading)?;
    }
    for at in 0..view.files.len() {
        for edit in edits(app, &asked, &view.files[at])? {
            view = foreign::set(app, ForeignSet { of: of.clone(), file: at as u32, edit })?;
        }
    }
    for file in view.files.iter().filter(|file| file.problem.is_some()) {
        eprintln!("错误：{}：{}", file.file, file.problem.as_deref().unwrap_or_default());
    }
    let all_refused = view.files.iter().all(|file| file.problem.is_some());
    if !asked.preview && !all_refused {
        let decided = match asked.on_conflict {
            None => OnConflict::Open,
            Some(Side::Ours) => OnConflict::Decide(Choice::Ours),
            Some(Side::Theirs) => OnConflict::Decide(Choice::Theirs),
        };
        view.report = Some(foreign::apply_all(app, &of, decided)?);
    }
    let answer = answer(view)?;
    show(json, &answer, || say_answer(&answer));
    Ok(if all_refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Returns the changes asked for of one file.
fn edits(app: &App, asked: &Asked, file: &ForeignFile) -> Result<Vec<ForeignEdit>, ApiError> {
    let mut edits = Vec::new();
    if asked.forget {
        edits.push(ForeignEdit::Forget);
    }
    if asked.reading.as_ref().is_some_and(|reading| reading.sheet.is_some()) {
        edits.push(ForeignEdit::All { all: false });
    }
    if let Some(name) = &asked.unit {
        edits.push(ForeignEdit::Unit { unit: Some(app::units::named(app, name)?) });
    }
    for text in &asked.rows {
        let wrong =
            || ApiError::invalid(format!("“--row {text}”看不懂")).hint("写作 行号=指标编号，如 --row 12=编号；等号后留空则不采用这一行");
        let (place, item) = text.split_once('=').ok_or_else(wrong)?;
        let (sheet, row) = place.rsplit_once('!').unwrap_or((&file.sheet, place));
        let row: u32 = row.trim().parse().map_err(|_| wrong())?;
        let item = if item.trim().is_empty() { None } else { Some(item.trim().parse().map_err(|_| wrong())?) };
        edits.push(ForeignEdit::Row { sheet: sheet.to_owned(), row, item });
    }
    if asked.accept {
        edits.push(ForeignEdit::Accept);
    }
    Ok(edits)
}

fn answer(view: ForeignView) -> Result<Answer, ApiError> {
    let report = view.report.ok_or_else(|| ApiError::internal("没有比对结果"))?;
    let (mut columns, mut rows) = (Vec::new(), Vec::new());
    for file in view.files {
        let name = file.file;
        columns.extend(file.columns.into_iter().map(|column| {
            let ForeignColumn { letter, heading, role, source, period, of } = column;
            Column { file: name.clone(), letter, heading, role, source, period, of }
        }));
        rows.extend(file.rows.into_iter().map(|row| {
            let ForeignRow { sheet, row, text, outcome, item, candidates } = row;
            Row { file: name.clone(), sheet, row, text, outcome, indicator: item, candidates }
        }));
    }
    Ok(Answer { report, columns, rows })
}

fn say_answer(answer: &Answer) {
    for column in &answer.columns {
        let source = match column.source {
            RoleSource::Heading => "按表头",
            RoleSource::Remembered => "按上次",
            RoleSource::Given => "已指明",
            RoleSource::Unknown => "不认识",
        };
        let period = column.period.map(|period| format!("，{}", period.zh())).unwrap_or_default();
        let of = column.of.as_ref().map(|of| format!("，{of}")).unwrap_or_default();
        say!("{} {}：{}（{source}{period}{of}）", column.letter, column.heading, column.role.zh());
    }
    for row in answer.rows.iter().filter(|row| !matches!(row.outcome, RowOutcome::Sure | RowOutcome::Given)) {
        let what = match row.outcome {
            RowOutcome::Likely => "可能是",
            RowOutcome::Unclear => "可能是其中之一",
            RowOutcome::Unknown => "计划里没有",
            RowOutcome::Skipped => "不采用",
            RowOutcome::Blank => "没有可采用的内容",
            RowOutcome::Total => "合计行",
            RowOutcome::Section => "标题行",
            RowOutcome::Header => "表头",
            RowOutcome::Sure | RowOutcome::Given => "",
        };
        let candidates: Vec<String> = row.candidates.iter().map(|item| format!("{} {}", item.id, item.name)).collect();
        let candidates = if candidates.is_empty() { String::new() } else { format!("：{}", candidates.join("；")) };
        say!("{}，工作表“{}”第{}行“{}”{what}{candidates}", row.file, row.sheet, row.row, row.text);
    }
    print::merged(&answer.report);
}
