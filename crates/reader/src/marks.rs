//! Numbering marks at the beginning of a line: 一、（一）1.（1）① 第一章 1-1.

/// How deep a mark stands in the usual order of official documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 第一章.
    Chapter,
    /// 第一节.
    Part,
    /// 第一条.
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracket,
    /// 项目一： 第一阶段
    Labelled,
    /// 1. 1、 1-1 1.1
    Arabic,
    /// （1） 1）
    ArabicBracket,
    /// ①
    Circled,
    /// 一是
    Counted,
    /// ——
    Dash,
}

/// A step between two levels, in which outline numbers (1.2, 1.2.3) stand below each other.
const STEP: usize = 10;

impl Level {
    /// Returns how deep items of this level stand.
    pub fn depth(self) -> usize {
        self as usize * STEP
    }
}

/// A numbering mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How deep it stands.
    pub level: Level,
    /// The number without its punctuation, brackets kept.
    pub number: String,
    /// The mark as written.
    pub written: String,
    /// How many characters of the line it takes, the space behind it included.
    pub length: usize,
}

impl Mark {
    /// Returns how deep the item stands: 1.2.3 below 1.2 below 1.
    pub fn depth(&self) -> usize {
        let parts = self.number.matches(['.', '．', '-', '－']).count();
        self.level.depth() + if self.level == Level::Arabic { parts.min(STEP - 1) } else { 0 }
    }
}

/// What is counted in 项目一：, 重点任务二：
const LABELS: [&str; 9] = ["项目", "任务", "行动", "工程", "实事", "举措", "措施", "专项", "事项"];

const CHINESE: &str = "〇零一二三四五六七八九十百";

/// Returns the numbering mark a line begins with.
pub fn mark(line: &str) -> Option<Mark> {
    let chars: Vec<char> = line.chars().take(24).collect();
    mark_in(&chars)
}

/// Returns the numbering mark the characters begin with.
pub fn mark_in(chars: &[char]) -> Option<Mark> {
    let (level, end) = measure(chars)?;
    let space = chars[end.min(chars.len())..].iter().take_while(|c| c.is_whitespace()).count();
    let written: String = chars[..end].iter().collect();
    let number = match level {
        Level::Dash => String::new(),
        Level::ChineseBracket | Level::ArabicBracket => written.replace('(', "（").replace(')', "）"),
        Level::Labelled => written.trim_end_matches(['、', '.', '：', ':', ' ']).to_owned(),
        _ => written.trim_end_matches(['、', '.', '．', '，', ',', ' ', '：']).to_owned(),
    };
    let mark = Mark { level, number, written, length: end + space };
    (!continues(&chars[mark.length.min(chars.len())..], level)).then_some(mark)
}

/// Returns the level and the length of the mark, without the space behind it.
fn measure(chars: &[char]) -> Option<(Level, usize)> {
    let run = |start: usize, set: &dyn Fn(char) -> bool| chars[start.min(chars.len())..].iter().take_while(|c| set(**c)).count();
    let chinese = |c: char| CHINESE.contains(c);
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    match *chars.first()? {
        '第' => {
            let count = run(1, &|c| chinese(c) || digit(c));
            let level = match (count, chars.get(1 + count)?) {
                (0, _) => return None,
                (_, '章' | '篇' | '编') => Level::Chapter,
                (_, '部') if chars.get(2 + count) == Some(&'分') => return Some((Level::Chapter, 3 + count)),
                (_, '节') => Level::Part,
                (_, '条') => Level::Article,
                (_, '阶') if chars.get(2 + count) == Some(&'段') => {
                    let signs = run(3 + count, &|c| matches!(c, '：' | ':' | '、' | ' '));
                    let apart = signs > 0 || matches!(chars.get(3 + count), Some('（' | '('));
                    return apart.then_some((Level::Labelled, 3 + count + signs));
                }
                _ => return None,
            };
            Some((level, 2 + count))
        }
        '（' | '(' => {
            let (count, level) = match run(1, &chinese) {
                0 => (run(1, &digit), Level::ArabicBracket),
                count => (count, Level::ChineseBracket),
            };
            ((1..=4).contains(&count) && matches!(chars.get(1 + count), Some('）' | ')'))).then_some((level, 2 + count))
        }
        '①'..='⑳' => Some((Level::Circled, 1)),
        '—' if chars.get(1) == Some(&'—') && chars.get(2).is_some_and(|c| crate::chars::is_han(*c)) => Some((Level::Dash, 2)),
        c if chinese(c) => {
            let count = run(0, &chinese);
            match chars.get(count)? {
                '、' | '．' | '.' => Some((Level::Chinese, count + 1)),
                '是' | '要' if count <= 2 => Some((Level::Counted, count + 1)),
                _ => None,
            }
        }
        c if digit(c) => {
            let count = run(0, &digit);
            let next = *chars.get(count)?;
            let behind = chars.get(count + 1).copied();
            match next {
                '.' | '．' | '-' | '－' if count <= 2 && behind.is_some_and(digit) => {
                    outline(chars, count).map(|end| (Level::Arabic, end))
                }
                '.' | '．' | '、' if count <= 3 => Some((Level::Arabic, count + 1)),
                '）' | ')' if count <= 3 => Some((Level::ArabicBracket, count + 1)),
                ' ' if count == 2 && chars[0] == '0' => Some((Level::Arabic, count)),
                _ => None,
            }
        }
        _ => labelled(chars),
    }
}

/// Reads 项目一： and 重点任务2：
fn labelled(chars: &[char]) -> Option<(Level, usize)> {
    let words = chars.iter().take(6).take_while(|c| crate::chars::is_han(**c) && !CHINESE.contains(**c)).count();
    let label: String = chars[..words].iter().collect();
    let numeral = |c: &&char| CHINESE.contains(**c) || c.is_ascii_digit();
    let count = chars[words..].iter().take_while(numeral).count();
    let signs = chars[words + count..].iter().take_while(|c| matches!(c, '：' | ':' | '、' | '.' | ' ')).count();
    let is_label = (1..=3).contains(&count) && signs > 0 && LABELS.iter().any(|word| label.ends_with(word));
    is_label.then_some((Level::Labelled, words + count + signs))
}

/// Returns the length of an outline number such as 1.2 or 1-1, which no unit may follow: 1.8万 is none.
fn outline(chars: &[char], start: usize) -> Option<usize> {
    let mut end = start;
    while matches!(chars.get(end), Some('.' | '．' | '-' | '－')) && chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        let digits = chars[end + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        if digits > 2 {
            return None;
        }
        end += 1 + digits;
    }
    const COUNTED: &str = "万亿个名人家所张项次元年月日倍公平吨米亩户座条处台辆场件种类岁度小分天周";
    let next = *chars.get(end)?;
    let words = |c: char| crate::chars::is_han(c) && !COUNTED.contains(c);
    (matches!(next, ' ' | '、' | '．' | '.') || words(next)).then(|| end + usize::from(matches!(next, '、' | '．' | '.')))
}

/// Returns true where the text goes on as no heading does: 二、三级医院, 1.8, 2、3月.
fn continues(rest: &[char], level: Level) -> bool {
    let [first, second, ..] = rest else { return false };
    match level {
        Level::Chinese => CHINESE.contains(*first) && matches!(second, '级' | '类' | '等' | '是' | '线' | '季' | '、'),
        Level::Arabic => first.is_ascii_digit() && matches!(second, '月' | '日' | '级' | '类' | '、'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(lines: &str, expected: Expect) {
        let shown: Vec<String> = lines
            .split('\n')
            .map(|line| match mark(line) {
                Some(m) => format!("{:?} {} | {}", m.level, m.number, line.chars().skip(m.length).collect::<String>()),
                None => format!("- {line}"),
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn marks_are_told_from_numbers() {
        check(
            "一、总体要求\n（十二）推进\n(3)建设\n1. 加快\n7．强化\n10、健全\n第二节　主要目标\n第一条 为了\n①完善\n一是抓好\n1-1 建立\n1.2 建立\n3）实施\n二、三级医院共建\n1.8万人次\n2019年全市\n3、4月开展\n十百千万工程\n2.1.3强化\n项目一：新建\n第二阶段（3—5月）。整治\n第一阶段是动员",
            expect![[r#"
                Chinese 一 | 总体要求
                ChineseBracket （十二） | 推进
                ArabicBracket （3） | 建设
                Arabic 1 | 加快
                Arabic 7 | 强化
                Arabic 10 | 健全
                Part 第二节 | 主要目标
                Article 第一条 | 为了
                Circled ① | 完善
                Counted 一是 | 抓好
                Arabic 1-1 | 建立
                Arabic 1.2 | 建立
                ArabicBracket 3） | 实施
                - 二、三级医院共建
                - 1.8万人次
                - 2019年全市
                - 3、4月开展
                - 十百千万工程
                Arabic 2.1.3 | 强化
                Labelled 项目一 | 新建
                Labelled 第二阶段 | （3—5月）。整治
                - 第一阶段是动员"#]],
        );
    }
}
