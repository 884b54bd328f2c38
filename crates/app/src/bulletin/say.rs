//! The sentences and tables of a bulletin, from its facts, as offices write them.

use super::facts::{Facts, Lit, PutRight};
use super::template::{Block as Place, Single};
use crate::shown::{cut, day_in_text};
use crate::wire::{LightsChange, Turn};
use domain::judge::{Light, number, percent};
use report::{Block, Column, Table};

/// How many names a sentence has before 等.
const NAMED: usize = 6;
/// How many things that are due are named.
const MOST_DUE: usize = 12;
/// How many characters a name in such a sentence has.
const LONGEST_NAME: usize = 30;

/// Returns what stands for a place within a line.
pub(super) fn single(facts: &Facts, place: Single) -> String {
    let lights = &facts.lights;
    match place {
        Single::Plan => facts.plan.clone(),
        Single::Period => facts.period.zh(),
        Single::LastPeriod => facts.period.previous().zh(),
        Single::Measures => facts.measures.to_string(),
        Single::Done => lights.done.to_string(),
        Single::Green => lights.green.to_string(),
        Single::Yellow => lights.yellow.to_string(),
        Single::Red => lights.red.to_string(),
        Single::Grey => lights.grey.to_string(),
        Single::Time => percent(facts.time_progress),
        Single::Reporting => facts.reporting.to_string(),
        Single::Unreported => facts.unreported.len().to_string(),
        Single::Opened => facts.opened.len().to_string(),
        Single::Closed => facts.closed.len().to_string(),
        Single::Open => facts.open.len().to_string(),
        Single::Overdue => overdue(facts).to_string(),
    }
}

/// Returns what stands for a place that fills lines of its own.
pub(super) fn block(facts: &Facts, place: Place) -> Vec<Block> {
    match place {
        Place::Overall => overall(facts),
        Place::LitTable => lit(facts),
        Place::Owing => owing(facts),
        Place::Sections => sections(facts),
        Place::League => league(facts, &facts.league, ""),
        Place::Rectify => rectify(facts),
        Place::Next => next(facts),
        Place::PageBreak => vec![Block::PageBreak],
    }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(text.into())
}

/// Returns names in a row; of many the first ones.
fn listed<T: AsRef<str>>(names: &[T], most: usize) -> String {
    let rest = if names.len() > most { "等" } else { "" };
    format!("{}{rest}", names.iter().take(most).map(AsRef::as_ref).collect::<Vec<_>>().join("、"))
}

/// Returns a name as a sentence full of names has it.
fn brief(name: &str) -> String {
    cut(name, LONGEST_NAME)
}

fn overdue(facts: &Facts) -> usize {
    facts.open.iter().filter(|row| row.overdue).count()
}

fn overall(facts: &Facts) -> Vec<Block> {
    let time = format!("计划时间已过{}，还剩{}天。", percent(facts.time_progress), facts.days_left);
    let mut said = vec![paragraph(format!("{}{time}", facts.sentence))];
    let Some(change) = &facts.change else { return said };
    let mut text = format!("与{}相比，{}。", facts.period.previous().zh(), changes(change));
    for (turn, words) in [(Turn::Worse, "退步"), (Turn::Dark, "不再亮灯"), (Turn::Better, "进步"), (Turn::Lit, "新亮灯")] {
        let turned: Vec<_> = facts.turned.iter().filter(|one| one.turn == turn).collect();
        if !turned.is_empty() {
            let one = |one: &&super::facts::Turned| format!("{}（{}转{}）", brief(&one.name), one.before, one.after);
            let each: Vec<String> = turned.iter().map(one).collect();
            text += &format!("{words}的有{}项：{}。", turned.len(), listed(&each, NAMED));
        }
    }
    said.push(paragraph(text));
    said
}

/// Returns how lights changed: 红灯增加1项，绿灯减少2项.
fn changes(change: &LightsChange) -> String {
    let all = [("完成", change.done), ("绿灯", change.green), ("黄灯", change.yellow), ("红灯", change.red), ("灰灯", change.grey)];
    let one = |(word, by): (&str, i32)| match by {
        0 => None,
        1.. => Some(format!("{word}增加{by}项")),
        _ => Some(format!("{word}减少{}项", -by)),
    };
    let said: Vec<String> = all.into_iter().filter_map(one).collect();
    if said.is_empty() { "各色灯的项数没有变化".to_owned() } else { said.join("，") }
}

fn lit(facts: &Facts) -> Vec<Block> {
    if facts.lit.is_empty() {
        return vec![paragraph(format!("{}没有红灯、黄灯举措。", facts.period.zh()))];
    }
    let count = |light: Light| facts.lit.iter().filter(|one| one.light == light).count();
    let mut intro = format!("红灯{}项、黄灯{}项，列表如下。", count(Light::Red), count(Light::Yellow));
    let on_list: Vec<&str> = facts.lit.iter().filter(|one| one.listed).map(|one| one.title.as_str()).collect();
    if !on_list.is_empty() {
        intro += &format!("其中挂牌督战{}项：{}。", on_list.len(), listed(&on_list, NAMED));
    }
    let row = |one: &Lit| {
        let rectifying = if one.put_right { "（整改中）" } else { "" };
        vec![one.number.clone(), one.title.clone(), one.units.clone(), format!("{}{rectifying}", one.light.zh()), one.reason.clone()]
    };
    let columns = vec![
        Column::short("序号", 9),
        Column::text("举措", 38),
        Column::text("牵头单位", 24),
        Column::short("亮灯", 17),
        Column::text("情况", 56),
    ];
    vec![paragraph(intro), Block::Table(Table { columns, rows: facts.lit.iter().map(row).collect() })]
}

fn owing(facts: &Facts) -> Vec<Block> {
    let (all, late) = (facts.reporting, facts.unreported.len());
    if all == 0 {
        return vec![paragraph(format!("{}没有要填报的单位。", facts.period.zh()))];
    }
    if late == 0 {
        return vec![paragraph(format!("应填报单位{all}个，已全部报齐。"))];
    }
    let lines: Vec<&str> = facts.unreported.iter().map(|one| one.line.as_str()).collect();
    vec![paragraph(format!("应填报单位{all}个，{late}个单位没有报齐：{}。没有报的数不计入汇总。", lines.join("；")))]
}

fn sections(facts: &Facts) -> Vec<Block> {
    if facts.sections.is_empty() {
        return vec![paragraph("这份计划没有举措。")];
    }
    let columns = ["举措", "完成", "绿灯", "黄灯", "红灯", "灰灯", "进步", "退步"].map(|head| Column::short(head, 10));
    let row = |one: &super::facts::Section| {
        let lights = &one.lights;
        let counts = [one.measures, lights.done, lights.green, lights.yellow, lights.red, lights.grey, one.better, one.worse];
        [one.title.clone()].into_iter().chain(counts.map(|count| count.to_string())).collect()
    };
    let columns = [Column::text("板块", 56)].into_iter().chain(columns).collect();
    vec![Block::Table(Table { columns, rows: facts.sections.iter().map(row).collect() })]
}

/// Returns the ranks within a group of units; none where there is no such group.
pub(super) fn league_of(facts: &Facts, group: &str) -> Option<Vec<Block>> {
    let found = facts.groups.iter().find(|one| one.name == group)?;
    Some(league(facts, &found.league, &format!("{}中", found.name)))
}

fn league(facts: &Facts, league: &[super::facts::Ranked], among: &str) -> Vec<Block> {
    if league.is_empty() {
        return vec![paragraph("没有可以计分的单位。")];
    }
    let incomplete = league.iter().filter(|one| one.incomplete).count();
    let mut intro = format!("{among}{}个单位得分和名次如下，满分{}分，同分同名次。", league.len(), number(facts.full_mark));
    if incomplete > 0 {
        intro += &format!("{incomplete}个单位未报齐，未报的指标不得分。");
    }
    let points = |points: f64| if points == 0.0 { String::new() } else { number(points) };
    let moved = |one: &super::facts::Ranked| match one.last_rank {
        None => "—".to_owned(),
        Some(last) if last > one.rank => format!("升{}", last - one.rank),
        Some(last) if last < one.rank => format!("降{}", one.rank - last),
        Some(_) => "持平".to_owned(),
    };
    let row = |one: &super::facts::Ranked| {
        vec![
            one.score.map_or_else(|| "—".to_owned(), |_| one.rank.to_string()),
            one.unit.clone(),
            one.score.map_or_else(|| "不计分".to_owned(), |score| format!("{score:.1}")),
            moved(one),
            points(one.bonus),
            points(one.penalty),
            if one.incomplete { "未报齐".to_owned() } else { String::new() },
        ]
    };
    let columns = vec![
        Column::short("名次", 12),
        Column::text("单位", 56),
        Column::short("得分", 16),
        Column::short("比上期", 16),
        Column::short("加分", 12),
        Column::short("扣分", 12),
        Column::short("备注", 16),
    ];
    vec![paragraph(intro), Block::Table(Table { columns, rows: league.iter().map(row).collect() })]
}

fn rectify(facts: &Facts) -> Vec<Block> {
    if facts.opened.is_empty() && facts.closed.is_empty() && facts.open.is_empty() {
        return vec![paragraph(format!("{}没有立项、销号和在办的整改。", facts.period.zh()))];
    }
    let late = overdue(facts);
    let late = if late > 0 { format!("，其中超期{late}项") } else { String::new() };
    let counts = format!("因本期亮灯立项{}项，本期销号{}项，在办{}项{late}。", facts.opened.len(), facts.closed.len(), facts.open.len());
    let mut said = vec![paragraph(counts)];
    for (rows, words) in [(&facts.opened, "本期立项"), (&facts.closed, "本期销号")] {
        if !rows.is_empty() {
            let each: Vec<String> = rows.iter().map(|row| format!("{}（{}）", row.name, row.unit)).collect();
            said.push(paragraph(format!("{words}：{}。", each.join("、"))));
        }
    }
    if !facts.open.is_empty() {
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "未定".to_owned(), |day| day.to_string());
        let row = |row: &PutRight| vec![row.name.clone(), row.unit.clone(), row.opened_on.to_string(), day(row.deadline), row.said()];
        let columns = vec![
            Column::text("在办整改", 48),
            Column::text("责任单位", 30),
            Column::short("立项", 25),
            Column::short("期限", 25),
            Column::text("状态", 24),
        ];
        said.push(Block::Table(Table { columns, rows: facts.open.iter().map(row).collect() }));
    }
    said
}

fn next(facts: &Facts) -> Vec<Block> {
    let mut asked = Vec::new();
    let titles = |light: Light| facts.lit.iter().filter(|one| one.light == light).map(|one| brief(&one.title)).collect::<Vec<_>>();
    let (red, yellow) = (titles(Light::Red), titles(Light::Yellow));
    if !red.is_empty() {
        let named_red = listed(&red, NAMED);
        let mut text = format!("抓紧整改红灯举措。{named_red}，共{}项，牵头单位要查明原因，定出措施、时限和责任人。", red.len());
        if !facts.not_asked.is_empty() {
            text += &format!("其中{}个亮红灯的指标还没有立项整改：{}。", facts.not_asked.len(), listed(&facts.not_asked, NAMED));
        }
        asked.push(text);
    }
    if !yellow.is_empty() {
        asked.push(format!("加快推进黄灯举措。{}，共{}项，要赶上序时进度。", listed(&yellow, NAMED), yellow.len()));
    }
    let late: Vec<String> = facts.open.iter().filter(|row| row.overdue).map(|row| format!("{}（{}）", row.name, row.unit)).collect();
    if !late.is_empty() {
        asked.push(format!("按期销号。{}，共{}项整改已超期，要尽快完成并申请销号。", listed(&late, NAMED), late.len()));
    }
    let silent: Vec<&str> = facts.unreported.iter().map(|one| one.unit.as_str()).collect();
    if !silent.is_empty() {
        asked.push(format!("及时报送进度。{}，共{}个单位要补报{}的数。", listed(&silent, NAMED), silent.len(), facts.period.zh()));
    }
    if !facts.due.is_empty() {
        let each = |one: &super::facts::Due| {
            let missing = one.missing.as_ref().map(|missing| format!("，{missing}")).unwrap_or_default();
            format!("{}（{}{missing}）", brief(&one.name), day_in_text(one.day))
        };
        let each: Vec<String> = facts.due.iter().map(each).collect();
        let (from, until) = (day_in_text(facts.due_from), day_in_text(facts.due_until));
        asked.push(format!("盯紧到期事项。{from}至{until}有{}项到期：{}。", each.len(), listed(&each, MOST_DUE)));
    }
    if asked.is_empty() {
        return vec![paragraph("各项工作按现有进度推进，继续按期报送。")];
    }
    let ordinal = ["一是", "二是", "三是", "四是", "五是"];
    asked.into_iter().zip(ordinal).map(|(text, word)| paragraph(format!("{word}{text}"))).collect()
}
