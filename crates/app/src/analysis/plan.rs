//! What a plan says: its indicators, measures, shares and units.

use super::{ID, Whole, day};
use crate::ApiError;
use domain::Role;
use domain::judge::target_label;
use std::collections::HashMap;
use store::{Allocation, MeasureRow};
use workbook::{Table, Value};

/// Returns every indicator with how it is judged.
pub(super) fn indicators(all: &Whole<'_>) -> Result<Table, ApiError> {
    let planned = all.store.planned_values(all.book.plan.id)?;
    let mut ways: HashMap<i64, Vec<String>> = HashMap::new();
    for one in planned {
        ways.entry(one.indicator_id).or_default().push(format!("{}：{}", one.period.zh(), one.value));
    }
    let rows = all.indicators.iter().enumerate().map(|(at, row)| {
        let (data, terms) = (&row.data, &row.data.indicator);
        let measure = all.measure(data.measure_id);
        let mut cells = vec![count(at + 1)];
        cells.extend(all.place(measure));
        cells.extend([Role::Lead, Role::Responsible, Role::Cooperating].map(|role| units_with(all, measure, role)));
        cells.extend([
            Value::from(terms.name.as_str()),
            Value::from(terms.unit.as_str()),
            Value::from(target_label(terms)),
            Value::from(terms.target),
            Value::from(terms.upper),
            Value::from(terms.baseline),
            day(data.baseline_date),
            day(Some(terms.start)),
            day(Some(terms.due)),
            Value::from(terms.kind.zh()),
            Value::from(terms.pace.zh()),
            Value::from(terms.roll_up.zh()),
            Value::from(terms.every.zh()),
            Value::Number(terms.weight),
            Value::from(ways.remove(&row.id).unwrap_or_default().join("；")),
            Value::from(data.quote.as_str()),
            Value::from(data.uid.to_string()),
            Value::from(measure.map(|row| row.measure.uid.to_string())),
        ]);
        cells
    });
    let rows = rows.collect();
    let columns = vec![
        ("序号", 6),
        ("板块", 18),
        ("举措编号", 9),
        ("重点任务", 30),
        ("牵头单位", 18),
        ("责任单位", 18),
        ("配合单位", 18),
        ("指标", 24),
        ("单位", 8),
        ("目标", 11),
        ("目标值", 11),
        ("目标上限", 10),
        ("基期值", 10),
        ("基期日期", 12),
        ("起始日", 12),
        ("完成时限", 12),
        ("值类型", 9),
        ("进度方式", 9),
        ("汇总方式", 14),
        ("填报频次", 9),
        ("权重", 8),
        ("计划进度", 24),
        ("原文", 40),
        ("指标编号", ID),
        ("举措内部编号", ID),
    ];
    Ok(all.table("指标", "指标", columns, rows))
}

/// Returns every measure, those without an indicator too.
pub(super) fn measures(all: &Whole<'_>) -> Result<Table, ApiError> {
    let rows = all.measures.iter().enumerate().map(|(at, row)| {
        let mut cells = vec![count(at + 1)];
        cells.extend(all.place(Some(row)));
        cells.extend([Role::Lead, Role::Responsible, Role::Cooperating].map(|role| units_with(all, Some(row), role)));
        let own = all.indicators.iter().filter(|indicator| indicator.data.measure_id == Some(row.id)).count();
        cells.extend([
            day(row.measure.deadline),
            count(own),
            Value::from(row.measure.weight),
            Value::from(row.measure.text.as_str()),
            Value::from(row.measure.uid.to_string()),
        ]);
        cells
    });
    let rows = rows.collect();
    let columns = vec![
        ("序号", 6),
        ("板块", 18),
        ("举措编号", 9),
        ("重点任务", 30),
        ("牵头单位", 18),
        ("责任单位", 18),
        ("配合单位", 18),
        ("完成时限", 12),
        ("指标数", 8),
        ("权重", 8),
        ("正文", 80),
        ("举措内部编号", ID),
    ];
    Ok(all.table("举措", "举措", columns, rows))
}

/// Returns what falls to each unit.
pub(super) fn shares(all: &Whole<'_>) -> Result<Table, ApiError> {
    let allocations = all.store.allocations(all.book.plan.id)?;
    let mut rows = Vec::with_capacity(allocations.len());
    let mut shares: HashMap<i64, Vec<Allocation>> = HashMap::new();
    for share in allocations {
        shares.entry(share.indicator_id).or_default().push(share);
    }
    for row in &all.indicators {
        for share in shares.remove(&row.id).unwrap_or_default() {
            let mut cells = all.place(all.measure(row.data.measure_id)).to_vec();
            cells.extend([
                Value::from(row.data.indicator.name.as_str()),
                Value::from(row.data.indicator.unit.as_str()),
                Value::from(row.data.indicator.target),
                Value::from(all.unit(share.unit_id)),
                Value::Number(share.target),
                Value::from(share.target_text.clone()),
                Value::from(row.data.uid.to_string()),
                Value::from(all.book.unit(share.unit_id).unit.uid.to_string()),
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
        ("总目标值", 11),
        ("责任单位", 24),
        ("分解目标值", 12),
        ("原填", 12),
        ("指标编号", ID),
        ("责任单位编号", ID),
    ];
    Ok(all.table("分解", "分解指标", columns, rows))
}

/// Returns the units of the ledger.
pub(super) fn units(all: &Whole<'_>) -> Result<Table, ApiError> {
    let units = all.store.units()?;
    let name = |id: &i64| units.iter().find(|unit| unit.id == *id).map_or("", |unit| unit.unit.name.as_str());
    let rows = units.iter().enumerate().map(|(at, row)| {
        let members: Vec<&str> = row.members.iter().map(name).collect();
        vec![
            count(at + 1),
            Value::from(row.unit.name.as_str()),
            Value::from(row.unit.short_name.clone()),
            Value::from(row.aliases.join("、")),
            Value::from(row.unit.parent_id.as_ref().map_or("", name)),
            Value::from(if row.unit.is_group { "是" } else { "" }),
            Value::from(members.join("、")),
            Value::from(row.unit.uid.to_string()),
        ]
    });
    let rows = rows.collect();
    let columns =
        vec![("序号", 6), ("单位名称", 28), ("简称", 12), ("别名", 28), ("上级单位", 24), ("单位组", 8), ("成员", 40), ("单位编号", ID)];
    Ok(all.table("单位", "单位", columns, rows))
}

fn count(n: usize) -> Value {
    Value::Number(domain::Amount::from(u32::try_from(n).unwrap_or(u32::MAX)))
}

fn units_with(all: &Whole<'_>, measure: Option<&MeasureRow>, role: Role) -> Value {
    let parts = measure.into_iter().flat_map(|row| &row.responsibilities).filter(|part| part.role == role);
    Value::from(parts.map(|part| all.unit(part.unit_id)).collect::<Vec<_>>().join("、"))
}
