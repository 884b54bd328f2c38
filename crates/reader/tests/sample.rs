//! The sample plan, whose targets were written down by hand before: `assets/sample/targets.csv`.

use reader::{Draft, Target};
use std::path::PathBuf;

struct Row {
    quote: String,
    name: String,
    comparators: Vec<String>,
    value: f64,
    upper: Option<f64>,
    unit: String,
    due: String,
    measure: String,
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample").join(name)).unwrap()
}

/// Returns the rows with a number.
fn rows() -> Vec<Row> {
    let words = String::from_utf8(sample("targets.csv")).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [quote, name, comparator, value, upper, unit, due, measure, also, optional] = cells[..] else { panic!("{line}") };
        (optional.is_empty()).then(|| Row {
            quote: quote.to_owned(),
            name: name.to_owned(),
            comparators: std::iter::once(comparator).chain(also.split_whitespace()).map(str::to_owned).collect(),
            value: value.parse().unwrap(),
            upper: upper.parse().ok(),
            unit: unit.to_owned(),
            due: due.to_owned(),
            measure: measure.to_owned(),
        })
    };
    words.trim_start_matches('\u{feff}').lines().skip(1).filter_map(row).collect()
}

/// Returns the draft's targets with a number, each with the number of its measure.
fn found(draft: &Draft) -> Vec<(String, &Target)> {
    let own = draft.measures.iter().flat_map(|m| m.targets.iter().map(|t| (m.number.clone().unwrap_or_default(), t)));
    own.chain(draft.targets.iter().map(|t| (String::new(), t))).filter(|(_, t)| t.value.is_some()).collect()
}

/// Returns what differs from the rows.
fn differences(draft: &Draft) -> Vec<String> {
    let mut left = found(draft);
    let mut wrong = Vec::new();
    for row in rows() {
        let is_it = |(measure, t): &(String, &Target)| {
            let dense = |words: &str| words.replace(' ', "");
            let value = t.value.unwrap().get();
            *measure == row.measure
                && dense(&t.quote).contains(&dense(&row.quote))
                && (value - row.value).abs() < 1e-9
                && t.unit == row.unit
                && t.upper.map(|upper| upper.get()) == row.upper
        };
        let Some(at) = left.iter().position(is_it) else {
            wrong.push(format!("missing: {} {}{}", row.quote, row.value, row.unit));
            continue;
        };
        let (_, target) = left.remove(at);
        if !row.comparators.contains(&target.comparator.to_string()) {
            wrong.push(format!("{}: {} instead of {:?}", row.quote, target.comparator, row.comparators));
        }
        let due = target.due.map_or(String::new(), |day| day.to_string());
        if due != row.due && !(row.due.is_empty() && due == "2026-12-31") {
            wrong.push(format!("{}: due {due} instead of {}", row.quote, row.due));
        }
        // 向下转诊人数同比增长率 says the same as 向下转诊人数 with the comparator; what a rate is taken over may be left out.
        let (short, _) = row.name.split_once('（').unwrap_or((&row.name, ""));
        let as_rate = target.name.strip_prefix(&row.name).is_some_and(|rest| ["同比增长率", "同比下降率"].contains(&rest));
        if target.name != row.name && target.name != short && !as_rate {
            wrong.push(format!("{}: named {} instead of {}", row.quote, target.name, row.name));
        }
    }
    wrong.extend(left.iter().map(|(measure, t)| format!("too many: {measure} {}", t.quote)));
    wrong
}

#[test]
fn the_sample_is_read_as_written_down_from_text_and_from_word() {
    for name in ["plan.txt", "plan.docx"] {
        let draft = reader::read(name, &sample(name)).unwrap().draft;
        let wrong = differences(&draft);
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
        assert_eq!(draft.measures.len(), 24);
        let last = draft.phases.last().unwrap();
        assert!(draft.phases.len() == 3 && last.text.ends_with("继续跟踪。"), "{}", last.text);
    }
}
