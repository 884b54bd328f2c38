//! Tables of indicators whose cells a scraper ran together: 森林覆盖率（%）21.6623.04〔1.38〕约束性湿地…

use crate::dates;
use crate::model::{Span, Target};
use crate::text::Text;
use domain::{Amount, Comparator, TargetKind};
use regex::Regex;
use std::sync::LazyLock;

static NATURE: LazyLock<Regex> = LazyLock::new(|| Regex::new("约束性|预期性|指导性").expect("constant"));
static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(20\d\d)\s*年").expect("constant"));
/// The values of a row: 76.7＞80-  --〔18〕  15.7415左右-  21.6623.04〔1.38〕; a footnote mark may stand before dashes.
static VALUES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\d?[-—－]{2}\s*〔(?P<sum>[\d.]+)〕",
        r"|(?P<base>\d+(?:\.\d+)?|[-—－])\s*(?P<sign>[＞>≥＜<≤])\s*(?P<target>\d+(?:\.\d+)?)",
        r"|[-—－]\s*(?P<only>\d+(?:\.\d+)?)(?P<only_suffix>以上|以下|以内|左右)?",
        r"|(?P<both>\d[\d.]*\d)\s*(?P<suffix>以上|以下|以内|左右)",
        r"|(?P<pair>\d[\d.]*\d)\s*(?:〔[\d.]+〕|[-—－]?\s*(?:约束性|预期性|指导性))",
    ))
    .expect("constant")
});
static GROUP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?P<name>[^（）]+)（(?P<unit>[^（）]{1,8})）(?P<rest>.{2,})$").expect("constant"));
static HEADING: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^.*?\d{1,2}[.．]").expect("constant"));

/// No plan has more indicators in one table.
const MOST_ROWS: usize = 300;

/// Returns true for a line that holds a whole table of indicators without any sign between the cells.
pub fn is_table(words: &str) -> bool {
    words.contains("指标") && NATURE.find_iter(words).take(3).count() >= 3 && YEAR.find_iter(words).take(2).count() >= 2
}

/// Reads the indicators of such a line.
pub fn targets(text: &Text, line: Span) -> Vec<Target> {
    let words = text.words(line);
    let words = words.split("注：").next().unwrap_or_default();
    // The columns' headings stand before the first word about an indicator's nature.
    let head: String = words.chars().take(120).collect();
    let due = YEAR.captures_iter(&head).filter_map(|hit| hit[1].parse().ok()).max().and_then(|year| dates::last_day(year, 12));
    let body = words.find("属性").map_or(0, |at| at + "属性".len());
    let mut found = Vec::new();
    let (mut at, mut group) = (body, Group::default());
    for hit in VALUES.captures_iter(words).take(MOST_ROWS).filter(|hit| hit.get(0).is_some_and(|all| all.start() >= body)) {
        let all = hit.get(0).expect("group 0 is the match");
        let end = all.start() + NATURE.find(all.as_str()).map_or(all.len(), |nature| nature.start());
        let name = named(&words[at.min(all.start())..all.start()], &mut group);
        at = end;
        let Some((value, sign, suffix)) = value(&hit) else { continue };
        let Some((start, label, unit)) = name else { continue };
        let from = line.start + words[..all.start() - start].chars().count();
        let span = text.trimmed(Span::new(from, line.start + words[..end].chars().count()));
        found.push(Target {
            quote: text.words(span),
            span,
            comparator: comparator(&sign, suffix, &label),
            name: label,
            value: Some(value),
            upper: None,
            unit,
            due,
            kind: TargetKind::Target,
            doubt: Some("原表各栏连成一行，数值按推断切分，请对照原件核对".to_owned()),
            baseline: None,
        });
    }
    found
}

/// The heading above rows that leave its words out: 5.主要污染物排放总量减少（%）.
#[derive(Default)]
struct Group {
    name: String,
    unit: String,
}

/// Reads the name before a row's values; returns how many bytes before them it begins, the full name and the unit.
fn named(words: &str, group: &mut Group) -> Option<(usize, String, String)> {
    let mut own = NATURE.find_iter(words).last().map_or(words, |nature| &words[nature.end()..]);
    if let Some(heading) = HEADING.find(own) {
        own = &own[heading.end()..];
        *group = Group::default();
    }
    if let Some(hit) = GROUP.captures(own).filter(|hit| crate::targets::is_unit(&hit["unit"])) {
        let rest = hit.name("rest").expect("the pattern has it").start();
        *group = Group { name: hit["name"].to_owned(), unit: hit["unit"].to_owned() };
        own = &own[rest..];
    }
    let own = own.trim_start_matches(['-', '—', ' ', '〕']);
    let (label, unit) = super::values::label(own.trim());
    if label.chars().count() < 2 {
        return None;
    }
    let label = label.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    Some(match unit {
        Some(unit) => (own.len(), label, unit),
        None => (own.len(), format!("{label}{}", group.name), group.unit.clone()),
    })
}

fn value(hit: &regex::Captures<'_>) -> Option<(Amount, String, &'static str)> {
    let number = |name: &str| hit.name(name).and_then(|m| m.as_str().parse().ok()).and_then(Amount::new);
    let suffix = |name: &str| {
        let found = hit.name(name).map_or("", |m| m.as_str());
        ["以上", "以下", "以内", "左右"].into_iter().find(|word| *word == found).unwrap_or("")
    };
    if let Some(value) = number("sum") {
        return Some((value, String::new(), ""));
    }
    if let Some(value) = number("target") {
        return Some((value, hit["sign"].to_owned(), ""));
    }
    if let Some(value) = number("only") {
        return Some((value, String::new(), suffix("only_suffix")));
    }
    let digits = hit.name("both").or(hit.name("pair"))?.as_str();
    Some((second(digits)?, String::new(), suffix("suffix")))
}

/// Returns the second of two numbers written without a gap: 21.6623.04 → 23.04, 70.690 → 90, 5456 → 56.
fn second(digits: &str) -> Option<Amount> {
    let number = |text: &str| text.parse::<f64>().ok().filter(|_| !text.starts_with('.') && !text.ends_with('.'));
    let whole = |text: &str| text.find('.').unwrap_or(text.len());
    let decimals = |text: &str| text.find('.').map_or(0, |at| text.len() - at - 1);
    let cuts = (1..digits.len()).filter(|cut| {
        let (first, second) = digits.split_at(*cut);
        let leading_zero = second.len() > 1 && second.starts_with('0') && !second.starts_with("0.");
        number(first).is_some() && number(second).is_some() && !leading_zero
    });
    // The likelier cut has equally many digits before the point, then equally many behind it, then close values.
    let best = cuts.min_by_key(|cut| {
        let (first, second) = digits.split_at(*cut);
        let ratio = number(second).unwrap_or(0.0) / number(first).unwrap_or(1.0).max(1e-9);
        (whole(first).abs_diff(whole(second)), decimals(first).abs_diff(decimals(second)), ((ratio.max(1e-9).ln().abs()) * 1000.0) as u64)
    })?;
    number(&digits[best..]).and_then(Amount::new)
}

fn comparator(sign: &str, suffix: &str, label: &str) -> Comparator {
    let falls = ["下降", "减少", "降低"].iter().any(|word| label.contains(word));
    match super::relation::of_sign(sign, suffix, label, false) {
        Comparator::Equal if falls => Comparator::Decrease,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::clean::CleanLine;
    use crate::text::Text;
    use expect_test::{Expect, expect};

    fn check(words: &str, expected: Expect) {
        let text = Text::new(&[CleanLine { text: words.to_owned(), noise: false }]);
        let span = text.lines[0].span;
        assert!(super::is_table(words));
        let shown: Vec<String> = super::targets(&text, span)
            .iter()
            .map(|t| format!("{} {} {}{} {} [{}]", t.name, t.comparator, t.value.unwrap(), t.unit, t.due.unwrap(), t.quote))
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn cells_run_together_are_parted() {
        check(
            "专栏2 主要指标指标2025年2030年〔累计〕属性1.服务每千人床位（张）6.77.2预期性治愈率（%）85.5＞90-约束性漏诊率（%）9.8＜5-约束性2.减排总量减少（%）废水--〔10〕约束性废气3--〔15〕约束性3.新增站点（个）--〔30〕预期性签约率（%）-80以上-预期性知晓率（%）40.560左右-预期性绿地（%）5156 预期性注：无",
            expect![[r#"
                服务每千人床位 = 7.2张 2030-12-31 [服务每千人床位（张）6.77.2]
                治愈率 >= 90% 2030-12-31 [治愈率（%）85.5＞90]
                漏诊率 <= 5% 2030-12-31 [漏诊率（%）9.8＜5]
                废水减排总量减少 decrease 10% 2030-12-31 [废水--〔10〕]
                废气减排总量减少 decrease 15% 2030-12-31 [废气3--〔15〕]
                新增站点 = 30个 2030-12-31 [新增站点（个）--〔30〕]
                签约率 >= 80% 2030-12-31 [签约率（%）-80以上]
                知晓率 ~ 60% 2030-12-31 [知晓率（%）40.560左右]
                绿地 = 56% 2030-12-31 [绿地（%）5156]"#]],
        );
    }
}
