//! A whole plan with all that was reported, as one workbook for analysis; what was reported also as `.csv`.

mod plan;
mod reported;

use crate::book::Book;
use crate::error::file_error;
use crate::files::write_aside;
use crate::host::Pick;
use crate::shown::{file_name, moment};
use crate::wire::{ExportAll, OfPeriod, Saved};
use crate::{ApiError, App};
use chrono::{DateTime, FixedOffset};
use domain::Period;
use std::path::Path;
use store::{IndicatorRow, MeasureRow, Store};
use workbook::{Head, Table, Value};

/// The width of columns with ids, and of no others.
const ID: u8 = 13;

/// Asks where to save the whole plan, as a workbook or the reports alone as `.csv`, and saves it.
pub(crate) fn save(app: &mut App, request: ExportAll) -> Result<Saved, ApiError> {
    let pick = if request.format == "csv" { Pick::Csv } else { Pick::AnalysisWorkbook };
    let of = OfPeriod { plan: request.plan, period: request.period };
    let all = Whole::read(app.store()?, of, app.host.now(), &app.host.who())?;
    let ending = pick.filter().1[0];
    let what = if ending == "csv" { "填报明细" } else { "全量导出" };
    let name = format!("{}-{what}-{}.{ending}", file_name(&all.book.plan.data.title), app.host.now().date_naive());
    let Some(path) = app.host.pick_save_as(pick, &name) else { return Ok(Saved { path: None }) };
    write(&all, &path)?;
    Ok(Saved { path: Some(path.display().to_string()) })
}

/// Saves a whole plan into a file; its ending says whether all of it as `.xlsx`, or what was reported as `.csv`.
///
/// # Errors
/// Where there is no such plan, the period lies outside it, or the file cannot be written.
pub fn export(app: &mut App, of: OfPeriod, path: &Path) -> Result<(), ApiError> {
    let all = Whole::read(app.store()?, of, app.host.now(), &app.host.who())?;
    write(&all, path)
}

fn write(all: &Whole<'_>, path: &Path) -> Result<(), ApiError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let bytes = match ending.as_str() {
        "xlsx" => all.workbook()?,
        "csv" => workbook::write_csv(&reported::entries(all)?),
        _ => {
            let error = ApiError::invalid(format!("全量导出只能存为 .xlsx 或 .csv，不能存为“{}”", path.display()));
            return Err(error.hint("全部内容用 .xlsx，只要填报明细用 .csv"));
        }
    };
    write_aside(path, &bytes).map_err(|error| file_error("保存导出的文件", path, &error))
}

/// A plan with what its tables are made of.
pub(crate) struct Whole<'a> {
    store: &'a Store,
    /// Figures and lights of the period.
    pub(crate) book: Book,
    period: Period,
    /// The plan as it is today: a frozen period leaves out what came after.
    measures: Vec<MeasureRow>,
    indicators: Vec<IndicatorRow>,
    now: DateTime<FixedOffset>,
    who: String,
}

impl<'a> Whole<'a> {
    /// Reads a plan; the lights are those of the period.
    ///
    /// # Errors
    /// Where there is no such plan, or the period lies outside it.
    pub(crate) fn read(store: &'a Store, of: OfPeriod, now: DateTime<FixedOffset>, who: &str) -> Result<Whole<'a>, ApiError> {
        let book = Book::load(store, of.plan, of.period)?;
        let (measures, indicators) = (store.measures(book.plan.id)?, store.indicators(book.plan.id)?);
        Ok(Whole { store, book, period: of.period, measures, indicators, now, who: who.to_owned() })
    }

    /// Returns all of it as a workbook.
    ///
    /// # Errors
    /// What the ledger has to say.
    pub(crate) fn workbook(&self) -> Result<Vec<u8>, ApiError> {
        let tables = vec![
            plan::indicators(self)?,
            plan::measures(self)?,
            reported::entries(self)?,
            reported::narratives(self)?,
            reported::lights(self),
            plan::shares(self)?,
            plan::units(self)?,
        ];
        let mut all = vec![self.about(&tables)];
        all.extend(tables);
        Ok(workbook::write_tables(&self.book.plan.data.title, self.now.date_naive(), &all)?)
    }

    /// Says what the workbook is, which sheet has what, and how its figures are meant.
    fn about(&self, tables: &[Table]) -> Table {
        let plan = &self.book.plan.data;
        let row = |name: &str, said: String| vec![Value::from(name), Value::from(said)];
        let mut rows = vec![
            row("计划", plan.title.clone()),
            row("文号", plan.number.clone().unwrap_or_default()),
            row("印发单位", plan.issuer.clone().unwrap_or_default()),
            row("计划期", format!("{}至{}", plan.start, plan.due)),
            row("亮灯期次", format!("{}{}", self.period.zh(), if self.book.is_frozen(self.period) { "（已冻结）" } else { "" })),
            row("评判规则", crate::rules::said(&self.book.rules)),
            row("导出时间", moment(self.now.timestamp_millis(), *self.now.offset())),
            row("导出人", self.who.clone()),
        ];
        rows.extend(tables.iter().map(|table| row(table.name, format!("{}行。{}", table.rows.len(), meaning(table.name)))));
        rows.push(row("数值", "比率按百分数写，80就是80%；完成率和序时进度是百分比格式；空格是没有填报，不是0".to_owned()));
        rows.push(row("编号", "各表最后几列的编号是台账里的编号，改名以后不变，用来核对和关联各表".to_owned()));
        self.table("说明", "全量导出", vec![("项目", 14), ("内容", 90)], rows)
    }

    fn table(&self, name: &'static str, what: &str, columns: Vec<(&'static str, u8)>, rows: Vec<Vec<Value>>) -> Table {
        let columns: Vec<Head> =
            columns.into_iter().map(|(heading, width)| Head { heading: heading.into(), width, is_id: width == ID }).collect();
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "{name}: a value for every column");
        let line = format!("导出时间：{}　导出人：{}", moment(self.now.timestamp_millis(), *self.now.offset()), self.who);
        Table { name, title: format!("{}{what}", self.book.plan.data.title), line, columns, rows }
    }

    fn unit(&self, id: i64) -> &str {
        &self.book.unit(id).unit.name
    }

    fn measure(&self, id: Option<i64>) -> Option<&MeasureRow> {
        self.measures.iter().find(|row| Some(row.id) == id)
    }

    /// Returns section, number and title of a measure; empty for what belongs to the whole plan.
    fn place(&self, measure: Option<&MeasureRow>) -> [Value; 3] {
        let section = measure.and_then(|row| self.book.sections.iter().find(|section| Some(section.id) == row.measure.section_id));
        [
            Value::from(section.map(|section| section.data.title.clone())),
            Value::from(measure.and_then(|row| row.measure.number.clone())),
            Value::from(measure.map_or("", |row| &row.measure.title)),
        ]
    }
}

fn meaning(table: &str) -> &'static str {
    match table {
        "指标" => "每个指标怎么判断：目标、基期、值类型、进度方式、汇总方式、频次、权重、时限和原文",
        "举措" => "每项举措的责任单位、时限和原文，没有指标的也在内",
        "填报" => "一个指标、一个单位、一期一行，可直接做数据透视表",
        "进展情况" => "各单位对举措写的进展情况、存在问题、下步措施",
        "亮灯" => "所选期次的完成率、差距和亮灯，先是汇总，再是各单位自己的",
        "分解" => "目标分解到各单位的数",
        _ => "单位的名称、别名、上级和所在的组",
    }
}

fn day(day: Option<chrono::NaiveDate>) -> Value {
    Value::from(day.map(|day| day.to_string()))
}
