//! Supervision for a person at a terminal.

use crate::print::{mark, say};
use app::wire::*;
use domain::judge::{Light, percent};
use domain::supervise::Stage;

/// Prints the red lights to be put right, the rectifications, and what each unit has on record.
pub(crate) fn rectifications(all: &Supervision) {
    let number =
        |measure: &Option<MeasureRef>| measure.as_ref().and_then(|one| one.number.clone()).map_or_else(String::new, |n| format!("{n} "));
    for (title, lights) in [("待整改的红灯", &all.red), ("各单位待整改的红灯", &all.own_red)] {
        if !lights.is_empty() {
            say!("{title}（{}，{}个）", all.period.zh(), lights.len());
        }
        for light in lights {
            let unit = light.unit.as_ref().map_or_else(String::new, |unit| format!("（{}）", unit.name));
            say!("  {} {}{}{unit}：{}", mark(Light::Red), number(&light.measure), light.name, light.finding);
        }
    }
    if all.rectifications.is_empty() {
        return say!("没有整改");
    }
    say!("整改（{}件）", all.rectifications.len());
    all.rectifications.iter().for_each(rectification);
    say!("问责台账");
    for one in &all.accounts {
        let penalties: f64 = one.penalties.iter().map(|row| -row.points).sum();
        let penalties = if penalties > 0.0 { format!("，扣分{penalties}") } else { String::new() };
        let UnitAccount { unit, rectifications, open, signed_off, overdue, sent_back, longest, .. } = one;
        let name = &unit.name;
        say!(
            "  {name}：整改{rectifications}件，未销号{open}件，已销号{signed_off}件，超期{overdue}次，退回{sent_back}次，最长{longest}天{penalties}"
        );
    }
}

/// Prints one rectification with its steps.
pub(crate) fn rectification(row: &RectificationRow) {
    let own = if row.own { "（单位自身）" } else { "" };
    let late = match (row.overdue, row.days_late) {
        (true, days) => format!("，超期{days}天"),
        (false, 0) => String::new(),
        (false, days) => format!("，超期{days}天销号"),
    };
    let days = if row.stage == Stage::SignedOff { "用时" } else { "已" };
    say!("  {} {}“{}”{own}：{}，{days}{}天{late}", row.id, row.unit.name, row.name, row.stage.zh(), row.days_open);
    say!("    {}{}：{}", row.period.zh(), row.light.zh(), row.finding);
    if let Some(now) = &row.now {
        say!("    现在{}：{}", now.word.as_deref().unwrap_or(now.light.zh()), now.reason);
    }
    for (what, text) in [("原因", &row.cause), ("整改措施", &row.action), ("责任人", &row.person)] {
        if !text.is_empty() {
            say!("    {what}：{text}");
        }
    }
    row.deadline.iter().for_each(|day| say!("    整改期限：{day}"));
    for step in &row.steps {
        say!("    {} {} {} {}", step.on, step.step.zh(), step.who, step.note);
    }
}

/// Prints the listed measures with their inspections.
pub(crate) fn listings(rows: &[ListingRow]) {
    if rows.is_empty() {
        return say!("没有挂牌的举措");
    }
    for row in rows {
        let number = row.measure.number.as_ref().map_or_else(String::new, |number| format!("{number} "));
        let next = match (row.next_on, row.days_late) {
            (None, _) => row.lifted_on.map_or_else(String::new, |day| format!("{day}摘牌")),
            (Some(day), 0) => format!("下次督查{day}"),
            (Some(day), late) => format!("下次督查{day}，超期{late}天"),
        };
        say!("{number}{}：{}，{}挂牌，每{}天督查，{next}", row.measure.title, row.reason, row.listed_on, row.every_days);
        for one in &row.inspections {
            say!("    {} {} {}", one.on, one.who, one.finding);
        }
    }
}

/// Prints milestones and phases.
pub(crate) fn milestones(rows: &[MilestoneRow]) {
    if rows.is_empty() {
        return say!("没有时间节点");
    }
    for row in rows {
        let of = row.measure.as_ref().map_or_else(|| "阶段".to_owned(), |measure| measure.title.clone());
        let due = row.due.map_or_else(|| "没有日期".to_owned(), |day| day.to_string());
        let state = match (row.done_on, row.overdue) {
            (Some(day), _) => format!("{day}完成"),
            (None, true) => format!("超期{}天", row.days_late),
            (None, false) => "未完成".to_owned(),
        };
        let closing = row.closing.as_ref().map_or_else(String::new, |closing| format!("，{}评估：{}", closing.closed_on, closing.findings));
        say!("{} {due} {}（{of}）：{state}{closing}", row.id, row.name);
    }
}

/// Prints a phase with its figures.
pub(crate) fn phase(view: &PhaseView) {
    let PhaseFigures { period, time_progress, measures, lights, indicators, met, counted, completion, behind_count, behind } =
        &view.figures;
    let Lights { done, green, yellow, red, grey } = lights;
    say!("{}，{}，序时进度{}", view.row.name, period.zh(), percent(*time_progress));
    say!("{measures}项举措：完成{done}，绿灯{green}，黄灯{yellow}，红灯{red}，灰灯{grey}");
    let completion = completion.map_or_else(String::new, |part| format!("；{counted}个有完成率，平均{}", percent(part)));
    say!("{indicators}个指标，达到目标{met}个{completion}");
    if *behind_count > 0 {
        say!("落后{behind_count}个");
    }
    for row in behind {
        let lead = row.lead.as_ref().map_or_else(String::new, |unit| format!("（{unit}）"));
        say!("  {} {}{lead}：{}", mark(row.light), row.name, row.reason);
    }
    match &view.row.closing {
        Some(closing) => say!("{}评估（{}）：{}", closing.closed_on, closing.who, closing.findings),
        None => say!("还没有评估"),
    }
}
