//! Dates as plans write them: 12月底前, 到2027年, 年底前, 全年, 3—5月, 印发之日起30日内.

use chrono::{Datelike, Days, Months, NaiveDate};
use regex::Regex;
use std::sync::LazyLock;

/// What years a document speaks of, for dates that name none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The year of 年底前 and 6月底前.
    pub year: Option<i32>,
    /// The day of issue, for 印发之日起30日内 and 今年.
    pub issued: Option<NaiveDate>,
    /// The first year that is not past.
    pub first: Option<i32>,
}

/// What the words around a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// …前, …内: to be done by then.
    By,
    /// 到2027年, 2027年底: the state then.
    At,
    /// 2027年, 全年: within that time.
    In,
    /// 截至, past 以来: looks back.
    Past,
}

/// A date found in a text; its place is counted in characters of what was searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its first character.
    pub start: usize,
    /// One behind its last.
    pub end: usize,
    /// The last day meant.
    pub date: NaiveDate,
    /// What the words make of it.
    pub sense: Sense,
    /// A day that comes again (每月5日前): no deadline.
    pub periodic: bool,
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:(?P<from>\d{1,2})月?(?:\d{1,2}日)?\s*[-—－–~至到]+\s*)?",
        r"(?:",
        r"(?P<iso>(?P<iy>20\d\d)[-/.](?P<im>\d{1,2})(?:[-/.](?P<id>\d{1,2}))?)",
        r"|(?:(?P<y>20\d\d)\s*年(?:度)?|(?P<rel>今年|本年度?|当年|明年|次年|去年))?(?:",
        r"(?P<m>1[0-2]|0?[1-9])\s*月\s*(?:份)?(?:(?P<d>3[01]|[12]\d|0?[1-9])\s*日)?",
        r"|(?P<half>上半年|下半年)|第?(?P<q>[一二三四])季度)",
        r"|(?P<y2>20\d\d)\s*年(?:度)?|(?P<rel2>今年|本年度?|明年|去年)",
        r"|年(?P<year_end>底|末|内|终)|(?P<whole>全年)",
        r"|印发之日起\s*(?P<n>\d{1,3})\s*(?P<nu>日|天|个工作日|个月)",
        r")(?P<tail>年底|底|末|内|初|上旬|中旬|下旬)?(?P<before>之前|以前|前)?",
    ))
    .expect("the pattern is constant")
});

/// Returns the dates in a text, in order.
pub fn dates(text: &str, calendar: Calendar) -> Vec<Mention> {
    let mut found = Vec::new();
    // Every date has one of these; most clauses have none.
    if !text.contains('年') && !text.contains('月') && !text.contains("季度") && !text.contains("20") && !text.contains("印发之日")
    {
        return found;
    }
    let (mut bytes, mut chars) = (0, 0);
    for hit in DATE.captures_iter(text) {
        let whole = hit.get(0).expect("group 0 is the match");
        chars += text[bytes..whole.start()].chars().count();
        let start = chars;
        chars += whole.as_str().chars().count();
        bytes = whole.end();
        let (before, behind) = (&text[..whole.start()], &text[whole.end()..]);
        if let Some((date, sense)) = day(&hit, calendar, before, behind) {
            let near: String = before.chars().rev().take(4).collect();
            let periodic = near.contains('每') || whole.as_str().contains('每');
            found.push(Mention { start, end: chars, date, sense, periodic });
        }
    }
    found
}

/// Returns the last deadline stated in a text that does not come again, with its place.
pub fn deadline(text: &str, calendar: Calendar) -> Option<Mention> {
    dates(text, calendar).into_iter().filter(|m| m.sense == Sense::By && !m.periodic).max_by_key(|m| m.date)
}

fn day(hit: &regex::Captures<'_>, calendar: Calendar, before: &str, behind: &str) -> Option<(NaiveDate, Sense)> {
    let number = |group: &str| hit.name(group).and_then(|g| g.as_str().parse::<i32>().ok());
    let has = |group: &str| hit.name(group).is_some();
    let tail = hit.name("tail").map_or("", |g| g.as_str());
    let relative = hit.name("rel").or(hit.name("rel2")).map(|g| g.as_str());
    // 2000年底前建成的小区: which ones, not by when.
    static WHICH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\p{Han}{1,4}的").expect("the pattern is constant"));
    if hit.name("before").is_some() && WHICH.is_match(behind) {
        return None;
    }
    // 比去年增长 and 与2020年相比 compare; they are no dates.
    if is_compared(before, behind) || (relative == Some("去年") && before.ends_with(['同', '超', '与'])) {
        return None;
    }
    let this_year = calendar.issued.map(|day| day.year()).or(calendar.year);
    let year = number("y").or(number("y2")).or(number("iy")).or_else(|| match relative {
        Some("明年" | "次年") => this_year.map(|y| y + 1),
        Some("去年") => this_year.map(|y| y - 1),
        Some(_) => this_year,
        None => calendar.year,
    });
    let by = has("before") || tail == "内";
    let looks_back = ["截至", "截止", "截止到", "截至到"].iter().any(|words| before.ends_with(words)) || behind.starts_with("以来");
    let to = before.ends_with(['到', '至']) || before.ends_with("力争") || matches!(tail, "底" | "末" | "年底");
    let sense = match () {
        () if looks_back || relative == Some("去年") => Sense::Past,
        () if by => Sense::By,
        () if to => Sense::At,
        () => Sense::In,
    };
    if let (Some(n), Some(unit)) = (number("n"), hit.name("nu")) {
        let from = calendar.issued?;
        let date = match unit.as_str() {
            "个月" => from.checked_add_months(Months::new(n as u32))?,
            _ => from.checked_add_days(Days::new(n as u64))?,
        };
        return Some((date, Sense::By));
    }
    if has("year_end") {
        // 年底 alone is a state then; 年内 and 年底前 are deadlines.
        let by = by || hit.name("year_end").is_some_and(|g| g.as_str() == "内");
        let date = last_day(year.or(this_year)?, 12)?;
        return Some((
            date,
            if looks_back {
                Sense::Past
            } else if by {
                Sense::By
            } else {
                Sense::At
            },
        ));
    }
    if has("whole") {
        return Some((last_day(year.or(this_year)?, 12)?, Sense::In));
    }
    let year = year?;
    let month = match () {
        () if has("m") || has("im") => number("m").or(number("im"))? as u32,
        () if has("half") => {
            if hit.name("half").is_some_and(|g| g.as_str() == "上半年") {
                6
            } else {
                12
            }
        }
        () if has("q") => hit.name("q").and_then(|g| "一二三四".chars().position(|c| g.as_str().starts_with(c)))? as u32 * 3 + 3,
        () if tail == "初" => 1,
        () => 12,
    };
    let date = match number("d").or(number("id")) {
        Some(day) => NaiveDate::from_ymd_opt(year, month, day as u32)?,
        None => last_day(year, month)?,
    };
    Some((date, sense))
}

/// Returns the first and the last year of the five-year plan that words name: 十四五 is 2021 to 2025.
pub fn five_years(words: &str) -> Option<(i32, i32)> {
    const NAMES: [(&str, i32); 5] = [("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026), ("十六五", 2031)];
    NAMES.iter().find(|(name, _)| words.contains(name)).map(|(_, first)| (*first, first + 4))
}

/// Returns true for 比2020年, 较上半年, 与2020年相比, 以2020年为基数.
fn is_compared(before: &str, behind: &str) -> bool {
    let behind = behind.trim_start_matches(['的', '同', '期']);
    let named = before.ends_with('与') && (behind.starts_with("相比") || behind.starts_with("比")) || before.ends_with("相比");
    let based = before.ends_with('以') && behind.starts_with("为基");
    before.ends_with(['比', '较']) || named || based
}

/// Returns the last day of a month.
pub fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let calendar = Calendar { year: Some(2026), issued: NaiveDate::from_ymd_opt(2026, 3, 1), first: Some(2026) };
        let shown: Vec<String> = dates(text, calendar)
            .iter()
            .map(|m| {
                let words: String = text.chars().skip(m.start).take(m.end - m.start).collect();
                format!("{words} = {} {:?}{}", m.date, m.sense, if m.periodic { " again" } else { "" })
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn dates_are_read_as_plans_write_them() {
        check(
            "12月底前完成，2027年4月底前，年底前，2026年6月前，到2027年底，到2028年，全年，年内，上半年，三季度末，3—5月，2026年11月5日，印发之日起30日内，明年，今年，2027年6月",
            expect![[r#"
                12月底前 = 2026-12-31 By
                2027年4月底前 = 2027-04-30 By
                年底前 = 2026-12-31 By
                2026年6月前 = 2026-06-30 By
                2027年底 = 2027-12-31 At
                2028年 = 2028-12-31 At
                全年 = 2026-12-31 In
                年内 = 2026-12-31 By
                上半年 = 2026-06-30 In
                三季度末 = 2026-09-30 At
                3—5月 = 2026-05-31 In
                2026年11月5日 = 2026-11-05 In
                印发之日起30日内 = 2026-03-31 By
                明年 = 2027-12-31 In
                今年 = 2026-12-31 In
                2027年6月 = 2027-06-30 In"#]],
        );
        check(
            "每月5日前报送，截至2025年底，2020年以来，3年行动，65岁",
            expect![[r#"
                2025年底 = 2025-12-31 Past
                2020年 = 2020-12-31 Past"#]],
        );
        check("比2020年提高5个百分点，较2025年底下降，与2025年相比，以2020年为基数，比去年多", expect![[""]]);
    }
}
