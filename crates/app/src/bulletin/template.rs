//! The template: plain text with places in braces, as a person edits it.
//!
//! The first lines, up to an empty one, are the title. A short line with a number is a heading: 一、 of the first level, （一） of the second, 1. of the
//! third; every other line is a paragraph. What a place stands for is put there as it is and not read again.

use crate::ApiError;
use report::Level;

/// The template the program comes with.
pub(crate) const DEFAULT: &str = include_str!("default.txt");

/// How many characters a template may have.
pub(crate) const LONGEST: usize = 20_000;
/// How many characters a heading has at most; a longer line with a number is a paragraph.
const LONGEST_HEADING: usize = 40;

/// A line of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The title.
    Title(Vec<Piece>),
    /// A heading.
    Heading(Level, Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A place that fills lines of its own, and where it stands, counted from 1.
    Whole(Whole, usize),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words as they are.
    Words(String),
    /// A single figure or name.
    Single(Single),
}

/// Declares places: their names and what stands there.
macro_rules! places {
    ($(#[$meta:meta])* $kind:ident { $($name:ident = $zh:literal, $says:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $kind { $(#[doc = $says] $name),+ }

        impl $kind {
            /// Every one with its name and what stands there.
            pub(crate) const ALL: &'static [($kind, &'static str, &'static str)] = &[$(($kind::$name, $zh, $says)),+];

            fn named(name: &str) -> Option<$kind> {
                $kind::ALL.iter().find(|(_, zh, _)| *zh == name).map(|(place, ..)| *place)
            }
        }
    };
}

places! {
    /// What stands within a line.
    Single {
        Plan = "计划", "计划的标题";
        Period = "期次", "如 2026年7月";
        LastPeriod = "上期", "上一期，如 2026年6月";
        Measures = "举措数", "举措的项数";
        Done = "完成数", "完成的举措项数";
        Green = "绿灯数", "绿灯的举措项数";
        Yellow = "黄灯数", "黄灯的举措项数";
        Red = "红灯数", "红灯的举措项数";
        Grey = "灰灯数", "未报、未到期等举措的项数";
        Time = "序时进度", "时间过了百分之几，如 58.3%";
        Reporting = "填报单位数", "应填报的单位数";
        Unreported = "未报单位数", "没有报齐的单位数";
        Opened = "立项数", "因本期红灯立项整改的项数";
        Closed = "销号数", "本期销号的项数";
        Open = "在办数", "还没有销号的整改项数";
        Overdue = "超期数", "超过期限还没有销号的整改项数";
    }
}

places! {
    /// What fills lines of its own.
    Block {
        Overall = "总体情况", "几句话：亮灯、时间进度、比上期变化";
        LitTable = "红黄灯表", "红灯、黄灯举措表，附理由";
        Owing = "未报单位", "没有报齐的单位和指标";
        Sections = "各部分进展", "各板块亮灯表";
        League = "排名", "考核得分和名次表";
        Rectify = "整改", "立项、销号、在办的整改";
        Next = "下期要求", "整改、补报、近期到期";
        PageBreak = "分页", "从新的一页开始";
    }
}

/// A place that fills lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Words and tables.
    Block(Block),
    /// The ranks within a group of units, by its name.
    LeagueOf(String),
    /// A picture.
    Chart(Chart),
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Chart {
    /// The lights of sections.
    Lights,
    /// Completion of indicators against time.
    Completion,
    /// Scores.
    League,
    /// One indicator by its name.
    Trend(String),
}

/// Before the name of a group of units.
const LEAGUE_OF: &str = "排名:";

/// Before the name of a chart.
const CHART: &str = "图:";

/// The charts with what they show.
pub(crate) const CHARTS: &[(&str, &str)] = &[
    ("图:灯", "各板块亮灯图"),
    ("图:完成率", "完成率与序时进度图"),
    ("图:排名", "得分排名图"),
    ("图:指标名", "一个指标的走势图，写指标的名称"),
];

/// The ranks within a group.
pub(crate) const GROUPS: &[(&str, &str)] = &[("排名:单位组", "一个单位组内的得分和名次表，写单位组的名称")];

/// Reads a template.
///
/// # Errors
/// Where it is empty or too long, a brace is not closed, a place is unknown, or one that fills lines stands within a line; the
/// line is named.
pub(crate) fn parse(text: &str) -> Result<Vec<Line>, ApiError> {
    let long = text.chars().count();
    if long > LONGEST {
        return Err(ApiError::invalid(format!("通报模板有{long}字，最多{LONGEST}字")).hint("请删减后再用"));
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut in_title = true;
    for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line.trim())) {
        if line.is_empty() {
            in_title &= lines.is_empty();
            continue;
        }
        in_title &= lines.is_empty() || (level(line).is_none() && !is_sentence(line));
        match (read(line, at, in_title)?, lines.last_mut()) {
            (Line::Title(more), Some(Line::Title(title))) => {
                title.push(Piece::Words("\n".to_owned()));
                title.extend(more);
            }
            (line, _) => {
                in_title &= matches!(line, Line::Title(_));
                lines.push(line);
            }
        }
    }
    if lines.is_empty() {
        return Err(ApiError::invalid("通报模板是空的").hint("写上标题和正文，或恢复默认模板"));
    }
    Ok(lines)
}

fn read(line: &str, at: usize, in_title: bool) -> Result<Line, ApiError> {
    let alone = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).filter(|name| !name.contains(['{', '}']));
    if let Some(whole) = alone.and_then(|name| whole(name.trim())) {
        return Ok(Line::Whole(whole, at));
    }
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        closes_nothing(before, at)?;
        let Some((name, next)) = after.split_once('}') else {
            let error = ApiError::invalid(format!("模板第{at}行：“{{{after}”的右花括号没有写"));
            return Err(error.hint("占位符写作 {红灯数}；只是文字就不要用花括号"));
        };
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Single(single(name.trim(), at)?));
        rest = next;
    }
    closes_nothing(rest, at)?;
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    Ok(match (in_title, level(line)) {
        (true, _) => Line::Title(pieces),
        (false, Some(level)) => Line::Heading(level, pieces),
        (false, None) => Line::Paragraph(pieces),
    })
}

fn closes_nothing(words: &str, at: usize) -> Result<(), ApiError> {
    match words.contains('}') {
        true => Err(ApiError::invalid(format!("模板第{at}行：多了一个右花括号“}}”")).hint("占位符写作 {红灯数}；只是文字就不要用花括号")),
        false => Ok(()),
    }
}

fn whole(name: &str) -> Option<Whole> {
    let name = name.replace('：', ":");
    if let Some(chart) = name.strip_prefix(CHART) {
        return Some(Whole::Chart(match chart.trim() {
            "灯" => Chart::Lights,
            "完成率" => Chart::Completion,
            "排名" => Chart::League,
            other => Chart::Trend(other.to_owned()),
        }));
    }
    if let Some(group) = name.strip_prefix(LEAGUE_OF) {
        return Some(Whole::LeagueOf(group.trim().to_owned()));
    }
    Block::named(&name).map(Whole::Block)
}

fn single(name: &str, at: usize) -> Result<Single, ApiError> {
    if let Some(single) = Single::named(name) {
        return Ok(single);
    }
    if whole(name).is_some() {
        let error = ApiError::invalid(format!("模板第{at}行：“{{{name}}}”是一段或一张表，要单独占一行"));
        return Err(error.hint("前后的文字请另起一行"));
    }
    Err(ApiError::invalid(format!("模板第{at}行：没有“{{{name}}}”这个占位符")).hint(format!("可用的有：{}", known().join("、"))))
}

/// Returns the names of all places, as they are written.
pub(crate) fn known() -> Vec<String> {
    let named = GROUPS.iter().chain(CHARTS).map(|(name, _)| *name);
    let blocks = Block::ALL.iter().map(|(_, name, _)| *name).chain(named);
    blocks.chain(Single::ALL.iter().map(|(_, name, _)| *name)).map(|name| format!("{{{name}}}")).collect()
}

/// Returns the level of a heading: a short line that begins with a number and does not end like a sentence.
fn level(line: &str) -> Option<Level> {
    if is_sentence(line) || line.chars().count() > LONGEST_HEADING {
        return None;
    }
    let counted = |text: &str| text.trim_start_matches(|c| "一二三四五六七八九十百〇零".contains(c)).len() < text.len();
    let after = |text: &str| text.trim_start_matches(|c| "一二三四五六七八九十百〇零".contains(c)).to_owned();
    if let Some(inner) = line.strip_prefix(['（', '(']) {
        return (counted(inner) && after(inner).starts_with(['）', ')'])).then_some(Level::Two);
    }
    if counted(line) {
        return after(line).starts_with('、').then_some(Level::One);
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    // 1.5万 is a figure.
    let numbered = rest.len() < line.len() && rest.starts_with(['.', '．', '、']);
    let figure = rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (numbered && !figure).then_some(Level::Three)
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['。', '；', '：', '！', '，'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let error = parse(text).expect_err("it is refused");
        format!("{}；{}", error.message, error.hint.unwrap_or_default())
    }

    #[test]
    fn lines_are_title_headings_paragraphs_and_places() {
        let lines =
            parse("通报\n\n一、总体\n（一）红灯{红灯数}项\n1.托位\n1.5万张床位\n十分重视\n一、他们说。\n {红黄灯表} \n{图：新增托位}")
                .unwrap();
        let kinds: Vec<String> = lines
            .iter()
            .map(|line| match line {
                Line::Title(_) => "题".to_owned(),
                Line::Heading(level, _) => format!("{level:?}"),
                Line::Paragraph(_) => "段".to_owned(),
                Line::Whole(whole, at) => format!("{whole:?}{at}"),
            })
            .collect();
        assert_eq!(kinds, ["题", "One", "Two", "Three", "段", "段", "段", "Block(LitTable)9", "Chart(Trend(\"新增托位\"))10"]);
        assert_eq!(
            lines[2],
            Line::Heading(Level::Two, vec![Piece::Words("（一）红灯".into()), Piece::Single(Single::Red), Piece::Words("项".into())])
        );
        let title = |text: &str| match &parse(text).unwrap()[0] {
            Line::Title(pieces) => pieces.len(),
            other => panic!("{other:?} is no title"),
        };
        assert_eq!(title("关于要点\n{期次}的通报\n\n正文"), 4, "two lines and the break between them");
        assert_eq!([title("通报\n正文。"), title("通报\n一、总体"), title("通报\n{排名}"), title("\n通报\n\n正文")], [1; 4]);
        parse(DEFAULT).expect("the program's own template is one");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_and_what_there_is() {
        let unknown = refused("通报\n\n共{红灯}项");
        assert!(
            unknown.starts_with("模板第3行：没有“{红灯}”这个占位符；可用的有：")
                && unknown.contains("{红灯数}")
                && unknown.contains("{图:灯}"),
            "{unknown}"
        );
        assert!(refused("通报\n见{红黄灯表}").starts_with("模板第2行：“{红黄灯表}”是一段或一张表，要单独占一行"));
        assert!(refused("通报{红灯数").contains("模板第1行：“{红灯数”的右花括号没有写"));
        assert!(refused("通报\n红灯数}项").contains("模板第2行：多了一个右花括号"));
        assert!(refused(" \n\t\n").starts_with("通报模板是空的"));
        assert!(refused("{}").contains("没有“{}”这个占位符"));
        assert!(parse(&"字".repeat(LONGEST)).is_ok());
        assert!(refused(&"字".repeat(LONGEST + 1)).contains("最多20000字"));
    }
}
