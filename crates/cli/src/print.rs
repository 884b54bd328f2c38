//! Answers for a person at a terminal.

use app::wire::*;
use domain::judge::{Light, percent};
use reader::Reading;
use std::io::Write;

/// Writes a line to stdout.
macro_rules! say {
    ($($text:tt)*) => { $crate::print::line(format_args!($($text)*)) };
}
pub(crate) use say;

/// Writes a line to stdout. A reader that has read enough and gone (`| head`) is no error; a full disk is.
pub(crate) fn line(text: std::fmt::Arguments<'_>) {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("错误：结果写不出来（{error}）");
            std::process::exit(1);
        }
        _ => {}
    }
}

fn mark(light: Light) -> &'static str {
    match light {
        Light::Done => "✔",
        Light::Green => "●",
        Light::Yellow => "▲",
        Light::Red => "■",
        Light::Grey => "○",
    }
}

pub(crate) fn reading(reading: &Reading) {
    let draft = &reading.draft;
    say!("{}", draft.title.as_deref().unwrap_or("（没有标题）"));
    for (what, text) in
        [("文号", draft.document_number.clone()), ("发文机关", draft.issuer.clone()), ("印发日期", draft.issued.map(|day| day.to_string()))]
    {
        if let Some(text) = text {
            say!("{what}：{text}");
        }
    }
    for measure in &draft.measures {
        say!("{} {}", measure.number.as_deref().unwrap_or("·"), measure.title);
        for unit in &measure.units {
            say!("    {}：{}", unit.role.zh(), unit.name);
        }
        for target in &measure.targets {
            say!("    目标：{}（{}）", target.name, target.quote);
        }
    }
    say!("共{}项举措，{}个板块，{}条提示", draft.measures.len(), draft.sections.len(), draft.warnings.len());
    for warning in &draft.warnings {
        say!("第{}行：{}", warning.line, warning.message);
    }
}

pub(crate) fn imported(imported: &Imported) {
    let Imported { title, sections, measures, indicators, new_units, phases, warnings, .. } = imported;
    say!("已导入“{title}”：{sections}个板块，{measures}项举措，{indicators}个指标，{new_units}个新单位，{phases}个阶段");
    warnings.iter().for_each(|warning| eprintln!("请核对：{warning}"));
}

pub(crate) fn plans(plans: &[PlanInfo]) {
    for plan in plans {
        say!("{} {}（{}至{}，{}项举措，{}个指标）", plan.id, plan.title, plan.start, plan.due, plan.measures, plan.indicators);
    }
}

pub(crate) fn units(units: &[UnitInfo]) {
    for unit in units {
        let group = if unit.is_group { format!("（单位组，{}个成员）", unit.members.len()) } else { String::new() };
        let aliases = if unit.aliases.is_empty() { String::new() } else { format!("，又名{}", unit.aliases.join("、")) };
        say!("{}{group}{aliases}", unit.name);
    }
}

pub(crate) fn measures(list: &MeasureList) {
    for measure in &list.measures {
        let units: Vec<_> = measure.units.iter().map(|unit| unit.unit.name.as_str()).collect();
        say!("{} {} {}（{}）", mark(measure.light), measure.number.as_deref().unwrap_or("·"), measure.title, units.join("、"));
    }
}

pub(crate) fn indicators(indicators: &[IndicatorInfo]) {
    for i in indicators {
        let words = [i.kind.zh(), i.pace.zh(), i.roll_up.zh()].join("，");
        say!("{} {} {}{}（{words}，{}到期）", i.id, i.name, i.target_label, i.unit, i.due);
    }
}

pub(crate) fn status(status: &Status) {
    say!("{}，{}，序时进度{}", status.title, status.period.zh(), percent(status.time_progress));
    let Lights { done, green, yellow, red, grey } = status.lights;
    say!("举措：完成{done}，绿灯{green}，黄灯{yellow}，红灯{red}，灰灯{grey}");
    for i in &status.indicators {
        say!("{} {}：{}", mark(i.light), i.name, i.reason);
        if !i.missing_units.is_empty() && i.value.is_some() {
            say!("    未报：{}", i.missing_units.join("、"));
        }
    }
}

pub(crate) fn sent(sent: &Sent) {
    sent.files.iter().for_each(|file| say!("{}（{}行）", file.path, file.rows));
    say!("共{}份", sent.files.len());
}

pub(crate) fn merged(report: &MergeReport) {
    for file in &report.files {
        let unit = file.unit.as_deref().unwrap_or("单位不明");
        say!("{}（{unit}）{}", file.file, file.messages.iter().map(|message| format!("\n    {message}")).collect::<String>());
    }
    let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
    say!("改动{changed} = 采用{applied} + 相同{equal} + 冲突{conflicts} + 拒收{rejected}");
    for item in &report.items {
        say!("{}", merged_item(item));
    }
    if report.preview {
        say!("以上是预览，没有写入");
    }
}

/// Returns a cell's place as the spreadsheet shows it, and what became of it.
fn merged_item(item: &MergeItem) -> String {
    let word = match item.outcome {
        Outcome::Applied => "采用",
        Outcome::Equal => "相同",
        Outcome::Conflict => "冲突",
        Outcome::Rejected => "拒收",
    };
    let place = format!("{}，工作表“{}”{}{}", item.file, item.sheet, item.column, item.row);
    let name = item.indicator.as_deref().unwrap_or("没有名称的行");
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "空".to_owned());
    let values = format!("发出时{}，我方{}，对方{}", text(&item.base), text(&item.ours), text(&item.theirs));
    let reason = item.message.as_ref().map(|message| format!("。{message}")).unwrap_or_default();
    format!("{word} {place} {name}：{values}{reason}")
}

pub(crate) fn history(history: &History) {
    for operation in &history.operations {
        let state = match (operation.undone, operation.undoable) {
            (true, _) => "（已撤销）",
            (false, false) => "（不可撤销）",
            (false, true) => "",
        };
        say!("{} {} {}{state}", operation.at, operation.who, operation.label);
    }
}

pub(crate) fn checked(checked: &Checked) {
    match checked.problems.as_slice() {
        [] => say!("台账完好。内容校验码 {}", checked.state_hash),
        problems => problems.iter().for_each(|problem| say!("{problem}")),
    }
}
