//! What was reported of a plan, and how it stands.

use super::{ID, Whole};
use crate::ApiError;
use crate::book::Standing;
use crate::shown::moment;
use domain::Amount;
use domain::judge::{Figure, shown_lag, target_label};
use store::IndicatorRow;
use workbook::{Table, Value};

/// Returns every report: a row an indicator, unit and period.
pub(super) fn entries(all: &Whole<'_>) -> Result<Table, ApiError> {
    let offset = *all.now.offset();
    let mut rows = Vec::new();
    for row in &all.indicators {
        let terms = &row.data.indicator;
        let measure = all.measure(row.data.measure_id);
        let place = all.place(measure);
        for entry in all.store.entries_of_indicator(row.id)? {
            let (numerator, denominator) = match entry.figure {
                Some(Figure::Ratio { numerator, denominator }) => (Some(numerator), Some(denominator)),
                _ => (None, None),
            };
            let role = measure.and_then(|measure| all.book.role(measure, entry.unit_id)).map_or("", |role| role.zh());
            let mut cells = place.to_vec();
            cells.extend([
                Value::from(terms.name.as_str()),
                Value::from(terms.unit.as_str()),
                Value::from(terms.kind.zh()),
                Value::from(all.unit(entry.unit_id)),
                Value::from(role),
                Value::from(entry.period.to_string()),
                Value::from(entry.period.zh()),
                Value::from(entry.period.end().to_string()),
                Value::from(entry.figure.and_then(|figure| figure.value(&terms.unit))),
                Value::from(numerator),
                Value::from(denominator),
                Value::from(entry.typed),
                Value::from(entry.note),
                Value::from(entry.who),
                Value::from(moment(entry.at, offset)),
                Value::from(row.data.uid.to_string()),
                Value::from(all.book.unit(entry.unit_id).unit.uid.to_string()),
            ]);
            rows.push(cells);
        }
    }
    let columns = vec![
        ("板块", 18),
        ("举措编号", 9),
        ("重点任务", 30),
        ("指标", 24),
        ("单位", 8),
        ("值类型", 9),
        ("填报单位", 24),
        ("职责", 7),
        ("期次", 10),
        ("期次名称", 12),
        ("期末日", 12),
        ("数值", 12),
        ("分子", 11),
        ("分母", 11),
        ("原填", 12),
        ("备注", 30),
        ("填报人", 16),
        ("填报时间", 17),
        ("指标编号", ID),
        ("填报单位编号", ID),
    ];
    Ok(all.table("填报", "填报明细", columns, rows))
}

/// Returns everything told of the measures.
pub(super) fn narratives(all: &Whole<'_>) -> Result<Table, ApiError> {
    let offset = *all.now.offset();
    let mut rows = Vec::new();
    for row in &all.measures {
        for told in all.store.narratives_of_measure(row.id)? {
            let mut cells = all.place(Some(row)).to_vec();
            cells.extend([
                Value::from(all.unit(told.unit_id)),
                Value::from(told.period.to_string()),
                Value::from(told.period.zh()),
                Value::from(told.progress),
                Value::from(told.problems),
                Value::from(told.next_steps),
                Value::from(told.who),
                Value::from(moment(told.at, offset)),
                Value::from(row.measure.uid.to_string()),
            ]);
            rows.push(cells);
        }
    }
    let columns = vec![
        ("板块", 18),
        ("举措编号", 9),
        ("重点任务", 30),
        ("填报单位", 24),
        ("期次", 10),
        ("期次名称", 12),
        ("进展情况", 50),
        ("存在问题", 40),
        ("下步措施", 40),
        ("填报人", 16),
        ("填报时间", 17),
        ("举措内部编号", ID),
    ];
    Ok(all.table("进展情况", "进展情况", columns, rows))
}

/// Returns how every indicator stands, over all units and for each; the figures are those of the book.
pub(super) fn lights(all: &Whole<'_>) -> Table {
    let mut rows = Vec::new();
    for row in &all.book.indicators {
        rows.push(light(all, row, None, &all.book.standing(row, all.period)));
        for &unit in all.book.reporters(row) {
            rows.push(light(all, row, Some(unit), &all.book.unit_standing(row, unit, all.period)));
        }
    }
    let columns = vec![
        ("板块", 18),
        ("举措编号", 9),
        ("重点任务", 30),
        ("指标", 24),
        ("单位", 8),
        ("范围", 8),
        ("责任单位", 24),
        ("期次", 10),
        ("目标", 11),
        ("数值", 12),
        ("应达", 12),
        ("序时进度", 10),
        ("完成率", 10),
        ("落后百分点", 11),
        ("亮灯", 8),
        ("说明", 8),
        ("理由", 44),
        ("未报单位", 30),
        ("指标编号", ID),
    ];
    all.table("亮灯", &format!("{}亮灯", all.period.zh()), columns, rows)
}

fn light(all: &Whole<'_>, row: &IndicatorRow, unit: Option<i64>, standing: &Standing) -> Vec<Value> {
    let judged = &standing.judgement;
    let target = match unit {
        None => Some(target_label(&row.data.indicator)),
        Some(unit) => all.book.unit_terms(row, unit).as_ref().map(target_label),
    };
    let missing: Vec<&str> = standing.missing.iter().filter(|_| unit.is_none()).map(|unit| all.unit(*unit)).collect();
    let mut cells = all.place(all.book.measure_of(row)).to_vec();
    cells.extend([
        Value::from(row.data.indicator.name.as_str()),
        Value::from(row.data.indicator.unit.as_str()),
        Value::from(if unit.is_none() { "汇总" } else { "单位" }),
        Value::from(unit.map_or("", |unit| all.unit(unit))),
        Value::from(all.period.to_string()),
        Value::from(target),
        Value::from(standing.value),
        Value::from(judged.expected),
        share(Some(judged.time_progress)),
        share(judged.completion),
        Value::from(shown_lag(judged).and_then(|lag| Amount::new((lag * 1000.0).round() / 10.0))),
        Value::from(judged.light.zh()),
        Value::from(judged.word.unwrap_or_default()),
        Value::from(judged.reason.as_str()),
        Value::from(missing.join("、")),
        Value::from(row.data.uid.to_string()),
    ]);
    cells
}

fn share(fraction: Option<f64>) -> Value {
    fraction.and_then(Amount::new).map_or(Value::Empty, Value::Share)
}
