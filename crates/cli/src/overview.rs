//! The overview for a person at a terminal.

use crate::print::{mark, say};
use app::wire::*;
use domain::judge::{Light, percent};

/// Prints how a plan stands; parts that have nothing to say are left out.
pub(crate) fn overview(of: &Overview) {
    say!("{}", of.title);
    say!("{}", of.sentence);
    if let Some(change) = &of.change {
        say!("比上期：{}", changes(change));
    }
    clock(&of.clock);
    sections(of);
    behind(of);
    unreported(of);
    turned(of);
    due(of);
    supervised(&of.supervised);
    if !of.chase.is_empty() {
        say!("\n催报文字\n{}", of.chase);
    }
}

fn changes(change: &LightsChange) -> String {
    let LightsChange { done, green, yellow, red, grey } = *change;
    let each = [("完成", done), ("绿灯", green), ("黄灯", yellow), ("红灯", red), ("灰灯", grey)];
    let each: Vec<String> = each.iter().filter(|(_, more)| *more != 0).map(|(name, more)| format!("{name}{more:+}")).collect();
    if each.is_empty() { "各灯数目不变".to_owned() } else { each.join("，") }
}

fn clock(clock: &Clock) {
    let Clock { time_progress, passed, left, days_left, months } = clock;
    say!("时间进度{}，已过{passed}个月，还剩{left}个月（{days_left}天）", percent(*time_progress));
    let due = months.iter().filter(|month| month.coming && month.due > 0);
    let due: Vec<String> = due.map(|month| format!("{}{}项", month.period.zh(), month.due)).collect();
    if !due.is_empty() {
        say!("各月到期举措：{}", due.join("，"));
    }
}

fn sections(of: &Overview) {
    if of.sections.is_empty() {
        return;
    }
    say!("\n各板块亮灯");
    for section in &of.sections {
        let Lights { done, green, yellow, red, grey } = section.lights;
        let lights = [(Light::Red, red), (Light::Yellow, yellow), (Light::Grey, grey), (Light::Green, green), (Light::Done, done)];
        let lights: Vec<String> =
            lights.iter().filter(|(_, count)| *count > 0).map(|(light, count)| format!("{}{count}", mark(*light))).collect();
        let turns = if of.change.is_some() { format!("（{}）", turns(section.turns)) } else { String::new() };
        say!("  {}，{}项：{}{turns}", section.title, section.measures, lights.join(" "));
    }
}

fn turns(turns: Turns) -> String {
    let each = [("退步", turns.worse), ("转灰灯", turns.dark), ("好转", turns.better), ("新亮灯", turns.lit)];
    let each: Vec<String> = each.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name}{count}项")).collect();
    if each.is_empty() { "持平".to_owned() } else { each.join("，") }
}

fn behind(of: &Overview) {
    let shown = of.behind.len();
    match of.behind_count as usize {
        0 => return,
        all if all > shown => say!("\n落后最多（共{all}项，列出{shown}项）"),
        all => say!("\n落后最多（共{all}项）"),
    }
    for row in &of.behind {
        let lead = row.lead.as_ref().map(|unit| format!("（{}）", unit.name)).unwrap_or_default();
        say!("  {} {}{}{lead}：{}", mark(row.light), number(row.measure.as_ref()), row.name, row.reason);
    }
}

fn unreported(of: &Overview) {
    if of.unreported.is_empty() {
        return;
    }
    say!("\n未报单位（{}个单位中{}个）", of.reporting, of.unreported.len());
    of.unreported.iter().for_each(|row| say!("  {}：{}项中{}项未报", row.unit.name, row.total, row.owed));
}

fn turned(of: &Overview) {
    if of.turned.is_empty() {
        return;
    }
    say!("\n比上期变化：{}", turns(of.turns));
    for row in &of.turned {
        let (before, after) = (light(row.before, row.before_word.as_deref()), light(row.after, row.after_word.as_deref()));
        say!("  {}{}：{before} → {after}", number(Some(&row.measure)), row.measure.title);
    }
}

fn due(of: &Overview) {
    if of.due.is_empty() {
        return;
    }
    say!("\n一个月内到期（{}至{}）", of.due_from, of.due_until);
    for row in &of.due {
        let missing = row.missing.clone().unwrap_or_else(|| format!("期末后{}天", row.days));
        let missing = if row.kind == DueKind::Rectification { format!("整改期限（{missing}）") } else { missing };
        say!("  {} {}{}，{missing}", row.day, number(row.measure.as_ref()), row.name);
    }
}

fn supervised(of: &Supervised) {
    let Supervised { open, applied, listed, overdue } = of;
    if open + applied + listed == 0 && overdue.is_empty() {
        return;
    }
    say!("\n督查：整改中{open}件，待核查{applied}件，挂牌{listed}项，超期{}件", overdue.len());
    for row in overdue {
        let kind = match row.kind {
            OverdueKind::Rectification => "整改",
            OverdueKind::Inspection => "督查",
            OverdueKind::Milestone => "节点",
        };
        let unit = row.unit.as_ref().map(|unit| format!("（{}）", unit.name)).unwrap_or_default();
        say!("  {kind} {}{}{unit}，应于{}，超期{}天", number(row.measure.as_ref()), row.name, row.day, row.days_late);
    }
}

fn number(measure: Option<&MeasureRef>) -> String {
    measure.and_then(|measure| measure.number.as_ref()).map(|number| format!("{number} ")).unwrap_or_default()
}

/// Returns a light by shape and word; a grey one by why it is grey.
fn light(light: Light, word: Option<&str>) -> String {
    let word = match light {
        Light::Grey => word.unwrap_or("无指标"),
        lit => lit.zh(),
    };
    format!("{}{word}", mark(light))
}
