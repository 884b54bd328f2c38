//! Answers for a person at a terminal.

use app::wire::*;
use domain::judge::{Light, percent};
use reader::Reading;
use serde::Serialize;
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

/// Returns the shape of a light.
pub(crate) fn mark(light: Light) -> &'static str {
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

pub(crate) fn revision(revision: &Revision) {
    let Revision { plan, changes, unchanged, file, .. } = revision;
    say!("“{file}”与“{}”对照：改动{}处，相同{unchanged}项", plan.title, changes.len());
    for change in changes {
        let (kind, under) = (kind_of(change.kind), change.under.as_ref().map_or_else(String::new, |under| format!("（{under}）")));
        say!("{kind} {}{under}", change.title);
        for FieldChange { name, before, after } in &change.fields {
            match change.kind {
                ChangeKind::New => say!("    {name}：{after}"),
                ChangeKind::Gone => say!("    {name}：{before}"),
                ChangeKind::Changed => say!("    {name}：{} → {}", or_empty(before), or_empty(after)),
            }
        }
        change.blocked.iter().for_each(|why| say!("    {why}"));
    }
}

pub(crate) fn revised(revision: &Revision, revised: &Revised) {
    self::revision(revision);
    let Revised { title, added, changed, left, .. } = revised;
    let left = if *left == 0 { String::new() } else { format!("；修订稿里没有的{left}项仍保留") };
    say!("已更新“{title}”：改{changed}处，增{added}项{left}");
}

fn kind_of(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "增",
        ChangeKind::Changed => "改",
        ChangeKind::Gone => "去",
    }
}

fn or_empty(text: &str) -> &str {
    if text.is_empty() { "（空）" } else { text }
}

pub(crate) fn comparison(comparison: &Comparison) {
    let Comparison { plan, with, measures, earlier, .. } = comparison;
    let Some(with) = with else { return say!("台账里没有早于“{}”的计划，没有可对照的", plan.title) };
    say!("“{}”对照“{}”", plan.title, with.title);
    let names = earlier.iter().flat_map(|row| {
        let own = row.measure.iter().map(|measure| (measure.id, measure.title.clone()));
        own.chain(row.indicators.iter().map(|one| (one.id, format!("{}（{}{}）", one.name, one.target_label, one.unit))))
    });
    let names: std::collections::HashMap<_, _> = names.collect();
    let link = |link: &Link| match (link.to.and_then(|uid| names.get(&uid)), link.confirmed, link.likeness) {
        (Some(name), true, _) => format!("＝ {name}"),
        (Some(name), false, likeness) => format!("← {name}，待确认，相似{}", percent(likeness.unwrap_or_default())),
        (None, ..) => "新".to_owned(),
    };
    for row in measures {
        match &row.measure {
            Some(measure) => say!("{} {} {}", measure.number.as_deref().unwrap_or("·"), measure.title, link(&row.earlier)),
            None => say!("不属于举措的指标"),
        }
        row.indicators.iter().for_each(|one| say!("    {}（{}{}） {}", one.name, one.target_label, one.unit, link(&one.earlier)));
    }
}

pub(crate) fn scores(scores: &Scores) {
    say!("{}，满分{}", scores.period.zh(), scores.full_mark);
    for unit in &scores.units {
        let gap = if unit.incomplete { "，未报齐" } else { "" };
        say!("{} {} {:.1}分{gap}（{}）", unit.rank, unit.name, unit.score, unit.formula);
        for line in &unit.lines {
            let points = line.points.map_or_else(String::new, |points| format!(" = {points}"));
            say!("    {}（{}{}）：{}{points}", line.name, line.target_label, line.unit, line.formula);
        }
        for row in &unit.adjustments {
            say!("    {}{}：{}", if row.points > 0.0 { "加" } else { "扣" }, row.points.abs(), row.reason);
        }
    }
}

pub(crate) fn plans(plans: &[PlanInfo]) {
    for plan in plans {
        say!("{} {}（{}至{}，{}项举措，{}个指标）", plan.id, plan.title, plan.start, plan.due, plan.measures, plan.indicators);
    }
}

pub(crate) fn units(units: &[UnitLine]) {
    for unit in units {
        let group = if unit.is_group { format!("（单位组，{}个成员）", unit.members.len()) } else { String::new() };
        let aliases = if unit.aliases.is_empty() { String::new() } else { format!("，又名{}", unit.aliases.join("、")) };
        let RoleCounts { lead, responsible, cooperating } = unit.measures;
        let parts = [(lead, "牵头"), (responsible, "责任"), (cooperating, "配合")];
        let parts: String = parts.iter().filter(|(n, _)| *n > 0).map(|(n, role)| format!("，{role}{n}项")).collect();
        say!("{}{}{group}{aliases}{parts}", "　".repeat(unit.depth as usize), unit.name);
    }
}

pub(crate) fn unit_merging(merging: &UnitMerging) {
    let UnitMerging { from, into, moves, aliases, clashes } = merging;
    let moves = if moves.is_empty() { "没有要转的内容".to_owned() } else { format!("转过去{}", moves.join("、")) };
    say!("“{}”并入“{}”：{moves}；以后又名{}", from.name, into.name, aliases.join("、"));
    for clash in clashes {
        let period = clash.period.as_deref().unwrap_or_default();
        let sum = clash.sum.as_ref().map_or_else(|| "不能相加".to_owned(), |sum| format!("相加{sum}"));
        say!("不一致：{} {}{period}：保留{}，采用{}，{sum}", clash.what, clash.name, clash.ours, clash.theirs);
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
    let frozen = if status.frozen { "（已冻结）" } else { "" };
    say!("{}，{}{frozen}，序时进度{}", status.title, status.period.zh(), percent(status.time_progress));
    let Lights { done, green, yellow, red, grey } = status.lights;
    say!("举措：完成{done}，绿灯{green}，黄灯{yellow}，红灯{red}，灰灯{grey}");
    for i in &status.indicators {
        say!("{} {}：{}", mark(i.light), i.name, i.reason);
        if !i.missing_units.is_empty() && i.value.is_some() {
            say!("    未报：{}", i.missing_units.join("、"));
        }
    }
}

pub(crate) fn period_state(state: &PeriodState) {
    let PeriodState { title, period, frozen, locked_by, .. } = state;
    let done = if *frozen { "已冻结" } else { "已解冻" };
    let locked = locked_by.map_or_else(String::new, |by| format!("；{}还冻结着，更正以前的填报也要解冻它", by.zh()));
    say!("{done}{}：{title}{locked}", period.zh());
}

pub(crate) fn sent(sent: &Sent) {
    sent.files.iter().for_each(|file| say!("{}（指标{}项，任务{}项）", file.path, file.rows, file.measures));
    say!("共{}份", sent.files.len());
}

pub(crate) fn merged(report: &MergeReport) {
    for file in &report.files {
        let unit = file.unit.as_deref().unwrap_or("单位不明");
        let saved = match (&file.saved_by, &file.saved_at) {
            (Some(by), Some(at)) => format!("，{by} {at}保存"),
            (None, Some(at)) => format!("，{at}保存"),
            (Some(by), None) => format!("，{by}保存"),
            (None, None) => String::new(),
        };
        say!("{}（{unit}{saved}）{}", file.file, file.messages.iter().map(|message| format!("\n    {message}")).collect::<String>());
    }
    let MergeCounts { changed, applied, equal, conflicts, rejected } = report.cells;
    say!("改动{changed} = 采用{applied} + 相同{equal} + 冲突{conflicts} + 拒收{rejected}");
    for item in &report.items {
        say!("{}", merged_item(item));
    }
    report.proposals.iter().for_each(proposed);
    if !report.skipped.is_empty() {
        say!("没有读取：{}", report.skipped.join("、"));
    }
    if report.preview {
        say!("以上是预览，没有写入");
    }
}

/// Says what the rows without ids of a file may be.
fn proposed(file: &FileProposal) {
    for row in &file.rows {
        let words = |words: &RowWords| {
            let all = [&words.number, &words.measure, &words.indicator];
            all.into_iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        };
        let what = match row.fit {
            _ if row.confirmed.is_some() => "已确认为",
            RowFit::Exact => "一致，待确认：",
            RowFit::Similar => "相近，待确认：",
            RowFit::Several => "有几种可能，待确认：",
            RowFit::None => "没有相近的指标",
        };
        let shown = row.candidates.iter().filter(|candidate| row.confirmed.is_none_or(|confirmed| confirmed == candidate.indicator));
        let candidates: Vec<String> = shown.map(|candidate| format!("“{}”", words(&candidate.words))).collect();
        let place = format!("{}，工作表“{}”第{}行", file.file, row.sheet, row.row);
        say!("待认的行 {place} “{}”（{}）：{what}{}", words(&row.words), row.filled, candidates.join("或"));
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
    let rivals: String = item.rivals.iter().map(|rival| format!("，“{}”填{}", rival.file, text(&rival.value))).collect();
    let reason = item.message.as_ref().map(|message| format!("。{message}")).unwrap_or_default();
    format!("{word} {place} {name}：{values}{rivals}{reason}")
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

/// Prints an answer as one JSON value, or for a person.
pub(crate) fn show<T: Serialize>(json: bool, answer: &T, human: impl FnOnce()) {
    if json {
        say!("{}", serde_json::to_string(answer).expect("answers hold no maps with odd keys and no NaN"));
    } else {
        human();
    }
}
