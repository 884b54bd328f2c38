//! A quick reading of words chosen in the source: what they would have become had the reader seen them alone.

use reader::{Baseline, Span, Target, UnitMention};

/// What some words say; every span counts from their first character.
#[derive(Default)]
pub(crate) struct Quick {
    pub(crate) targets: Vec<Target>,
    pub(crate) units: Vec<UnitMention>,
    pub(crate) deadline: Option<(chrono::NaiveDate, Span)>,
}

/// Reads words as one task of a plan of that year; words the reader makes nothing of give nothing.
pub(crate) fn read(words: &str, year: i32) -> Quick {
    let plan = format!("{year}年工作任务\n\n一、任务\n\n{words}\n");
    let Ok(reading) = reader::read("选段.txt", plan.as_bytes()) else { return Quick::default() };
    // Where cleaning changed the words, positions in them mean nothing.
    let Some(byte) = reading.source.text.find(words) else { return Quick::default() };
    let from = reading.source.text[..byte].chars().count();
    let here = |span: Span| (span.start >= from).then(|| Span::new(span.start - from, span.end - from));
    let mut quick = Quick::default();
    let draft = reading.draft;
    let mut targets = draft.targets;
    for measure in draft.measures {
        targets.extend(measure.targets);
        quick.units.extend(measure.units.into_iter().filter_map(|unit| Some(UnitMention { span: here(unit.span)?, ..unit })));
        quick.deadline = quick.deadline.max(measure.deadline.zip(measure.deadline_span.and_then(here)));
    }
    let placed = |target: Target| {
        let baseline = target.baseline.and_then(|baseline| Some(Baseline { span: here(baseline.span)?, ..baseline }));
        Some(Target { span: here(target.span)?, baseline, ..target })
    };
    quick.targets = targets.into_iter().filter_map(placed).collect();
    quick.targets.sort_by_key(|target| target.span);
    quick
}

/// Returns the number an item begins with, without its punctuation, and how many characters both take.
pub(crate) fn leading_number(words: &str) -> (Option<String>, usize) {
    let chars: Vec<char> = words.chars().collect();
    let is_digit = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
    let open = matches!(chars.first(), Some('（' | '('));
    let digits: String = chars[usize::from(open)..].iter().take_while(is_digit).collect();
    let end = usize::from(open) + digits.chars().count();
    match chars.get(end) {
        _ if digits.is_empty() => (None, 0),
        Some('）' | ')') if open => (Some(format!("（{digits}）")), end + 1),
        // A decimal number is no numbering: 1.5万人.
        Some('.' | '．') if !open && chars.get(end + 1).is_some_and(char::is_ascii_digit) => (None, 0),
        Some('.' | '．' | '、') if !open => (Some(digits), end + 1),
        _ => (None, 0),
    }
}

/// Returns the first words of a text as a title: its first sentence where that is short, else its first clause.
pub(crate) fn lead(text: &str) -> String {
    let until = |signs: &[char]| text.find(signs).map_or(text, |at| &text[..at]);
    let sentence = until(&['。', '！', '？', '；', '\n']);
    let title = if sentence.chars().count() <= 36 { sentence } else { until(&['，', '：', '。', '；', '\n']) };
    title.trim().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_alone_say_what_they_say_in_their_place() {
        let words = "新增家庭病床300—400张";
        let quick = read(words, 2026);
        let target = &quick.targets[0];
        assert_eq!((target.quote.as_str(), target.value.map(|v| v.get()), target.unit.as_str()), (words, Some(300.0), "张"));
        assert_eq!(target.span, Span::new(0, words.chars().count()));
        let quick = read("3．规范管理。6月底前备案率不低于90%。（牵头单位：市托育中心；配合单位：市教育局）", 2026);
        assert_eq!(quick.targets.len(), 1);
        assert_eq!(quick.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>(), ["市托育中心", "市教育局"]);
        assert_eq!(quick.deadline.unwrap().0.to_string(), "2026-06-30");
        assert!(read("工作要求", 2026).targets.is_empty());
    }

    #[test]
    fn numbers_of_items_are_told_from_numbers_that_count() {
        let numbers = ["3．规范", "（二）规范", "三、规范", "1.5万人", "300张", "规范", ""].map(|words| leading_number(words).0);
        assert_eq!(numbers, [Some("3".into()), Some("（二）".into()), Some("三".into()), None, None, None, None]);
        assert_eq!(lead("规范机构管理。托育机构"), "规范机构管理");
    }
}
