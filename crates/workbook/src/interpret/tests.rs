use super::*;
use ValueKind::{Cumulative, Point, Qualitative, Rate};

fn cell(content: Content) -> Cell {
    Cell { column: 10, content, percent_format: false }
}

fn text(text: &str) -> Cell {
    cell(Content::Text(text.into()))
}

fn number(value: f64) -> Cell {
    cell(Content::Number(Amount::new(value).unwrap()))
}

fn percent(value: f64) -> Cell {
    Cell { percent_format: true, ..number(value) }
}

/// Shows the value, what was typed, or the code of the reason.
fn shown(cell: Cell, kind: ValueKind, unit: &str) -> String {
    match interpret(&cell, kind, unit) {
        Interpreted::Empty => "empty".into(),
        Interpreted::Number { value, typed: None } => value.to_string(),
        Interpreted::Number { value, typed: Some(typed) } => format!("{value} typed {typed}"),
        Interpreted::Text(_) => panic!("numbers are asked for"),
        Interpreted::Reject { code, .. } => code.code().into(),
    }
}

#[test]
fn numbers_typed_as_text_are_read_in_the_unit_of_the_indicator() {
    for (typed, unit, expected) in [
        ("1.8万人次", "人次", "18000 typed 1.8万人次"),
        ("1.8万", "人次", "18000 typed 1.8万"),
        ("18000", "人次", "18000"),
        (" 1，234 ", "人", "1234 typed 1，234"),
        ("３５", "个", "35 typed ３５"),
        ("35个", "个", "35 typed 35个"),
        ("80%", "%", "80 typed 80%"),
        ("80％", "％", "80 typed 80％"),
        ("5.34亿元", "万元", "53400 typed 5.34亿元"),
        ("12‰", "‰", "12 typed 12‰"),
        ("-3", "个", "-3"),
        ("1.8万", "", "18000 typed 1.8万"),
    ] {
        assert_eq!(shown(text(typed), Cumulative, unit), expected, "{typed}");
    }
}

#[test]
fn a_percentage_is_known_by_its_number_format_and_not_guessed() {
    assert_eq!(shown(percent(0.8), Rate, "%"), "80");
    assert_eq!(shown(number(0.8), Rate, "%"), "0.8");
    assert_eq!(shown(number(80.0), Rate, "%"), "80");
    assert_eq!(shown(percent(0.8), Qualitative, ""), "80");
    assert_eq!(shown(text("80%"), Qualitative, "项"), "80 typed 80%");
    assert_eq!(shown(percent(0.07), Rate, "%"), "7");
    assert_eq!(shown(percent(0.8), Cumulative, "人次"), "unit_differs");
    assert_eq!(shown(percent(0.012), Rate, "‰"), "unit_differs");
    assert_eq!(shown(text("80%"), Point, ""), "unit_differs");
}

#[test]
fn what_is_not_one_number_is_refused_by_name() {
    for typed in ["无", "约230", "1-2", "12,x", "已完成", "2024-03-05", "TRUE", "35 个（含新建3个）", "inf", "NaN", "/", "—"]
    {
        assert_eq!(shown(text(typed), Cumulative, "个"), "not_a_number", "{typed}");
    }
    assert_eq!(shown(text("3家"), Cumulative, "人次"), "unit_differs");
    assert_eq!(shown(text(&format!("1{}", "0".repeat(300))), Cumulative, "个"), "too_large");
    assert_eq!(shown(cell(Content::FormulaWithoutValue), Cumulative, "个"), "formula_without_value");
    assert_eq!(shown(cell(Content::Error("#DIV/0!".into())), Cumulative, "个"), "error_value");
    assert_eq!(shown(cell(Content::Merged), Cumulative, "个"), "merged_cell");
    assert_eq!(shown(cell(Content::Empty), Cumulative, "个"), "empty");
}

#[test]
fn a_refusal_says_what_is_wrong_and_what_to_do() {
    let message = |cell: Cell, unit| match interpret(&cell, Cumulative, unit) {
        Interpreted::Reject { message, .. } => message,
        other => panic!("{other:?}"),
    };
    assert_eq!(message(text("约230"), "个"), "“约230”：不是一个数字，请只填一个数，如 35、1.8万、80%");
    assert_eq!(message(text("3家"), "人次"), "“3家”：这里的计量单位是“人次”，所写单位与指标的计量单位不同，请换算后填数字");
    assert_eq!(message(cell(Content::Error("#REF!".into())), "个"), "“#REF!”：公式出错，请改正公式或直接填数字");
    assert_eq!(
        message(text(&"很".repeat(500)), "个").chars().count(),
        "“…”：不是一个数字，请只填一个数，如 35、1.8万、80%".chars().count() + 40
    );
}

#[test]
fn notes_are_words_whatever_is_typed() {
    assert_eq!(interpret_note(&text(" 进展顺利\r\n ")), Interpreted::Text("进展顺利".into()));
    assert_eq!(interpret_note(&number(35.0)), Interpreted::Text("35".into()));
    assert_eq!(interpret_note(&percent(0.8)), Interpreted::Text("80%".into()));
    assert_eq!(interpret_note(&cell(Content::Empty)), Interpreted::Empty);
    assert!(matches!(interpret_note(&cell(Content::FormulaWithoutValue)), Interpreted::Reject { .. }));
}

#[test]
fn every_reason_has_a_code_of_its_own() {
    let mut codes: Vec<&str> = RejectCode::ALL.iter().map(|code| code.code()).collect();
    codes.extend(crate::ProblemCode::ALL.iter().map(|code| code.code()));
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), all);
    assert!(RejectCode::ALL.iter().all(|code| code.en().is_ascii() && !code.zh().is_ascii()));
}

proptest::proptest! {
    #[test]
    fn any_text_gives_a_number_or_a_reason(typed in "\\PC{0,16}", unit in "(|%|人次|万元|/10万)") {
        match interpret(&text(&typed), Cumulative, &unit) {
            Interpreted::Number { value, .. } => assert!(value.get().is_finite()),
            Interpreted::Reject { message, .. } => assert!(!message.is_empty()),
            Interpreted::Empty => assert!(typed.trim().is_empty()),
            Interpreted::Text(_) => panic!("numbers are asked for"),
        }
    }
}
