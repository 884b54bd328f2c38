//! What a package says of itself to a person.

use super::plan::terms;
use crate::shown::{figure, moment};
use chrono::FixedOffset;
use domain::Period;
use domain::judge::target_label;
use package::{Content, Cover, HandoverContent, Package, PlanContent, Report};
use std::collections::BTreeMap;

/// Returns the text of 摘要.txt.
pub(crate) fn of(package: &Package, offset: FixedOffset) -> String {
    let mut lines = head(&package.cover, offset);
    match &package.content {
        Content::Plan(plan) => {
            lines.extend(plan_lines(plan));
            lines.push(String::new());
            for measure in &plan.measures {
                lines.push(format!("{} {}", measure.number.as_deref().unwrap_or("·"), measure.title));
                for indicator in plan.indicators.iter().filter(|indicator| indicator.measure == Some(measure.uid)) {
                    lines.push(format!("    {}：{}{}", indicator.name, target_label(&terms(indicator)), indicator.unit));
                }
            }
        }
        Content::Report(report) => {
            lines.extend(report_lines(report));
            lines.push(String::new());
            for entry in &report.entries {
                let value = entry.figure().map(|value| figure(value, &entry.unit_of_measure)).unwrap_or_else(|| "—".to_owned());
                let note = entry.note.as_ref().map(|note| format!("（{}）", note.replace('\n', " "))).unwrap_or_default();
                lines.push(format!("{} {}：{value}{}{note}", entry.period.zh(), entry.name, entry.unit_of_measure));
            }
            for told in &report.narratives {
                let passages = [("进展情况", &told.progress), ("存在问题", &told.problems), ("下步措施", &told.next_steps)];
                lines.push(format!("{} {}", told.period.zh(), told.title));
                lines.extend(passages.iter().filter_map(|(name, text)| Some(format!("    {name}：{}", text.as_ref()?))));
            }
        }
    }
    lines.join("\n") + "\n"
}

/// Returns the text of 摘要.txt of a hand-over package.
pub(crate) fn of_handover(cover: &Cover, content: &HandoverContent, offset: FixedOffset) -> String {
    let mut lines = head(cover, offset);
    lines.extend(handover_lines(content));
    lines.join("\n") + "\n"
}

fn head(cover: &Cover, offset: FixedOffset) -> Vec<String> {
    vec![
        format!("要点台账 {}", cover.kind.zh()),
        format!("导出：{} {}", cover.made_by, moment(cover.made_at, offset)),
        "收下：在“交换”里选“收数据包”。sha256.txt里有各部分的校验码。".to_owned(),
        String::new(),
    ]
}

pub(crate) fn plan_lines(plan: &PlanContent) -> Vec<String> {
    let PlanContent { plan, units, measures, indicators, .. } = plan;
    vec![
        format!("计划：{}（{}至{}）", plan.title, plan.start, plan.due),
        format!("举措{}项，指标{}个，单位{}个", measures.len(), indicators.len(), units.len()),
    ]
}

pub(crate) fn report_lines(report: &Report) -> Vec<String> {
    let mut periods: BTreeMap<(chrono::NaiveDate, Period), u32> = BTreeMap::new();
    let all = report.entries.iter().map(|entry| entry.period).chain(report.narratives.iter().map(|told| told.period));
    all.for_each(|period| *periods.entry((period.end(), period)).or_default() += 1);
    let periods: Vec<String> = periods.keys().map(|(_, period)| period.zh()).collect();
    let periods = match periods.as_slice() {
        [first, .., last] => format!("{first}至{last}，{}期", periods.len()),
        one => one.join(""),
    };
    vec![
        format!("计划：{}", report.plan_title),
        format!("单位：{}", report.unit_name),
        format!("期次：{periods}"),
        format!("填报{}条，进展情况{}条", report.entries.len(), report.narratives.len()),
    ]
}

pub(crate) fn handover_lines(content: &HandoverContent) -> Vec<String> {
    let mut lines = vec![format!("台账：{}", content.file_name)];
    lines.extend(content.plans.iter().map(|title| format!("计划：{title}")));
    lines.push(format!("填报{}条", content.entries));
    lines
}
