//! Dated nodes along the plan's time: a row a node, its words beside its mark.

use crate::head::{self, Sign};
use crate::place::{Area, Room};
use crate::rows::{self, more};
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, wrap};
use crate::{Node, NodeState, Svg, Table, Timeline, sign, theme, words};
use plotters::style::text_anchor::HPos;

const STATES: [NodeState; 3] = [NodeState::Overdue, NodeState::Done, NodeState::Open];
const NOTHING: (&str, &str) = ("没有节点", "所选举措没有写明日期的节点，改变选择后显示");

/// Draws the nodes.
pub fn draw(chart: &Timeline, sheet: Sheet) -> Svg {
    let chart = &clean(chart);
    head::framed(sheet, &chart.head, &describe(chart), chart.nodes.is_empty().then_some(NOTHING), |sheet, top| nodes(sheet, chart, top))
}

fn clean(chart: &Timeline) -> Timeline {
    // What is not a number falls to the beginning, as does what lies before it.
    let moment = |at: f64| if at > 0.0 { at.min(1.0) } else { 0.0 };
    let node = |node: &Node| Node { name: printable(&node.name), day: printable(&node.day), at: moment(node.at), state: node.state };
    Timeline {
        head: chart.head.clean(),
        ticks: chart.ticks.iter().map(|(name, at)| (printable(name), moment(*at))).collect(),
        now: chart.now.map(moment),
        nodes: chart.nodes.iter().map(node).collect(),
    }
}

fn state_word(state: NodeState) -> &'static str {
    match state {
        NodeState::Done => "已完成",
        NodeState::Overdue => "超期",
        NodeState::Open => "未到期",
    }
}

fn words_of(node: &Node) -> String {
    let late = if node.state == NodeState::Overdue { "（超期）" } else { "" };
    [node.day.as_str(), &format!("{}{late}", node.name)].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("　")
}

/// A node's words: on which side of its mark, in lines.
struct Flag {
    x: f32,
    right: bool,
    lines: Vec<String>,
}

fn flag(node: &Node, field: Area, size: f32, lines: usize) -> Flag {
    let x = field.left + (field.right - field.left) * node.at as f32;
    let room = |right: bool| (if right { field.right - x } else { x - field.left }) / size - 1.0;
    let words = words_of(node);
    let one = |right: bool| crate::typeface::width(&words, Weight::Regular) <= room(right);
    let right = one(true) || (!one(false) && room(true) >= room(false));
    Flag { x, right, lines: wrap(&words, Weight::Regular, room(right), lines) }
}

const AIR: f32 = 0.4;

fn height(flag: &Flag, size: f32) -> f32 {
    (flag.lines.len().max(1) as f32 * rows::LINE + AIR) * size
}

fn nodes(sheet: &mut Sheet, chart: &Timeline, top: f32) {
    let em = sheet.em();
    let there = |state: &NodeState| chart.nodes.iter().any(|node| node.state == *state);
    let legend: Vec<(Sign, &str)> =
        STATES.into_iter().filter(there).map(|state| (Sign::Light(theme::state(state)), state_word(state))).collect();
    let top = head::caption(sheet, top, "", &legend);
    let inner = head::inner(sheet);
    let field = Area { left: inner.left + em, top: top + 1.7 * em, right: inner.right - em, bottom: inner.bottom - 1.5 * em };
    let tries = [(2, 1.0), (3, 0.85), (2, 0.7), (2, 0.6), (1, 0.5), (1, theme::SMALLEST)].map(|(lines, share)| {
        let size = rows::size(em, share);
        (size, chart.nodes.iter().map(|node| flag(node, field, size, lines)).collect::<Vec<_>>())
    });
    let tall = |(size, flags): &(f32, Vec<Flag>)| flags.iter().map(|flag| height(flag, *size)).sum::<f32>();
    let room = field.bottom - field.top;
    let fits =
        |tried: &(f32, Vec<Flag>)| tall(tried) <= room && tried.1.iter().all(|flag| !flag.lines.iter().any(|line| line.ends_with('…')));
    let chosen = tries.iter().position(fits).or(tries.iter().position(|tried| tall(tried) <= room)).unwrap_or(tries.len() - 1);
    let (size, mut flags) = tries.into_iter().nth(chosen).expect("one of the tries was chosen");
    let mut bottom = field.bottom;
    if flags.iter().map(|flag| height(flag, size)).sum::<f32>() > room {
        let line = 1.7 * size;
        let kept = (((room - line) / ((rows::LINE + AIR) * size)).floor().max(1.0) as usize).min(chart.nodes.len());
        flags.truncate(kept);
        bottom -= line;
        let names: Vec<&str> = chart.nodes[kept..].iter().map(|node| node.name.as_str()).collect();
        if !names.is_empty() {
            let text = more(&names, kept, "个节点", Area { top: bottom, bottom: field.bottom, ..inner }, size);
            sheet.layer("more", Stroke::Solid, |pen| pen.write(&text, theme::INK_2));
        }
    }
    let field = Area { bottom, ..field };
    draw_time(sheet, chart, field);
    draw_flags(sheet, chart, field, size, &flags);
}

/// Draws the ends of months or quarters, and where time stands.
fn draw_time(sheet: &mut Sheet, chart: &Timeline, field: Area) {
    let em = sheet.em();
    let x = |at: f64| field.left + (field.right - field.left) * at as f32;
    sheet.layer("grid", Stroke::Solid, |pen| {
        chart.ticks.iter().for_each(|(_, at)| pen.line(&[(x(*at), field.top), (x(*at), field.bottom)], theme::GRID, theme::HAIRLINE));
    });
    sheet.layer("axis", Stroke::Solid, |pen| pen.line(&[(x(0.0), field.bottom), (x(1.0), field.bottom)], theme::INK, theme::AXIS));
    let mut room = Room::new(sheet.area(), 0.3 * em);
    let y = head::inner(sheet).bottom - 0.6 * em;
    let text = |(name, at): &(String, f64)| Text::beside((x(*at), y), HPos::Center, cut(name, Weight::Regular, 8.0), em, Weight::Regular);
    let widest = chart.ticks.iter().map(|tick| text(tick).width()).fold(0.0, f32::max) + 0.6 * em;
    let step = ((widest * chart.ticks.len() as f32 / (field.right - field.left)).ceil() as usize).max(1);
    sheet.layer("periods", Stroke::Solid, |pen| {
        for tick in chart.ticks.iter().rev().step_by(step) {
            let text = text(tick);
            if room.find(&[text.area()]).is_some() {
                pen.write(&text, theme::INK_2);
            }
        }
    });
    if let Some(now) = chart.now {
        sheet.layer("now", Stroke::Solid, |pen| pen.line(&[(x(now), field.top), (x(now), field.bottom)], theme::ACCENT, theme::REFERENCE));
        let half = em * 1.0;
        let at = (x(now).clamp(head::inner(sheet).left + half, head::inner(sheet).right - half), field.top - 0.7 * em);
        let text = Text::beside(at, HPos::Center, "当前", em, Weight::Bold);
        sheet.layer("now", Stroke::Solid, |pen| pen.write(&text, theme::ACCENT));
    }
}

fn draw_flags(sheet: &mut Sheet, chart: &Timeline, field: Area, size: f32, flags: &[Flag]) {
    let tall: f32 = flags.iter().map(|flag| height(flag, size)).sum();
    let air = ((field.bottom - field.top - tall) / flags.len().max(1) as f32).clamp(0.0, 1.6 * size);
    let mut top = field.top;
    for (at, (flag, node)) in flags.iter().zip(&chart.nodes).enumerate() {
        let bottom = top + height(flag, size) + air;
        sheet.mark(at, Area { top, bottom, ..field });
        let middle = (top + bottom) / 2.0;
        let light = theme::state(node.state);
        sheet.layer("nodes", Stroke::Solid, |pen| {
            pen.dot((flag.x, middle), theme::PAPER, 0.6 * size);
            sign::draw(pen, light, (flag.x, middle), 0.46 * size);
        });
        let color = match node.state {
            NodeState::Overdue => theme::tone(crate::Tone::Bad),
            NodeState::Done => theme::INK_2,
            NodeState::Open => theme::INK,
        };
        let first = middle - (flag.lines.len() as f32 - 1.0) * rows::LINE * size / 2.0;
        let (side, away) = if flag.right { (HPos::Left, 0.8 * size) } else { (HPos::Right, -0.8 * size) };
        sheet.layer("names", Stroke::Halo, |pen| {
            for (i, words) in flag.lines.iter().enumerate() {
                let at = (flag.x + away, first + i as f32 * rows::LINE * size);
                pen.write(&Text::beside(at, side, words.as_str(), size, Weight::Regular), color);
            }
        });
        top = bottom;
    }
}

/// Returns the nodes in a sentence: 6个节点：超期1个、已完成2个、未到期3个，下一个是8月31日的“首批工作室挂牌”.
pub fn describe(chart: &Timeline) -> String {
    let chart = &clean(chart);
    if chart.nodes.is_empty() {
        return words::titled(&chart.head, &[NOTHING.0.to_owned()]);
    }
    let count = |state: NodeState| chart.nodes.iter().filter(|node| node.state == state).count();
    let states: Vec<String> =
        STATES.into_iter().filter(|state| count(*state) > 0).map(|state| format!("{}{}个", state_word(state), count(state))).collect();
    let mut parts = vec![format!("{}个节点", chart.nodes.len()), states.join("、")];
    let next = chart.nodes.iter().find(|node| node.state == NodeState::Open);
    parts.extend(next.map(|node| format!("下一个是{}的“{}”", node.day, node.name)));
    words::titled(&chart.head, &parts)
}

/// Returns the nodes.
pub fn table(chart: &Timeline) -> Table {
    let row = |node: &Node| vec![node.name.clone(), node.day.clone(), state_word(node.state).to_owned()];
    Table { columns: ["节点", "日期", "状态"].map(str::to_owned).to_vec(), rows: clean(chart).nodes.iter().map(row).collect() }
}
