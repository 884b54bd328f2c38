use super::*;
use crate::read;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn both(document: &str) -> Option<(Source, Original)> {
    let source = read("计划.txt", document.as_bytes()).ok()?.source;
    let original = Original::of(&source, "计划.txt", document.as_bytes()).expect("it was read").expect("the trace is of this text");
    Some((source, original))
}

/// Shows what was done, what it was and what it became.
fn check(document: &str, expected: Expect) {
    let (_, original) = both(document).expect("a readable document");
    let shown: Vec<String> = original
        .changes
        .iter()
        .map(|Change { kind, span }| format!("{kind:?} {:?} → {:?}", original.words(*span), original.became(*span)))
        .collect();
    expected.assert_eq(&shown.join("\n"));
}

/// What holds of every document: each cleaned character has its place, what it is there accounts for it, and every
/// character of the original that is not in the cleaned text was dropped by a step.
fn assert_traced(document: &str) {
    let Some((source, original)) = both(document) else { return };
    let cleaned: Vec<char> = source.text.chars().collect();
    assert_eq!(source.trace.len(), cleaned.len());
    let place = |at: usize| source.trace.place_of(at).expect("every character has a place");
    let changed = |place: usize| original.changes.iter().find(|change| change.span.start <= place && place < change.span.end);
    let mut taken = vec![false; original.chars.len()];
    for (at, c) in cleaned.iter().enumerate() {
        let from = place(at);
        let twice = std::mem::replace(&mut taken[from], true);
        assert!(!twice || matches!(c, ' ' | '|'), "two characters come from place {from}");
        let was = original.chars[from];
        assert!(was == *c || changed(from).is_some() || (*c == ' ' && (is_space(was) || was == '|')), "{was:?} became {c:?}");
    }
    for (at, taken) in taken.iter().enumerate() {
        let kind = changed(at).map(|change| change.kind);
        let dropped = matches!(kind, Some(ChangeKind::Pinyin | ChangeKind::Repaired | ChangeKind::Joined | ChangeKind::Cells));
        let c = original.chars[at];
        assert!(*taken || dropped || is_space(c) || is_invisible(c), "{c:?} at {at} is gone");
        assert!(!*taken || kind != Some(ChangeKind::Pinyin), "pinyin at {at} is still there");
    }
    // Only a line that goes on behind a page number stands elsewhere than it stood.
    for line in &source.lines {
        assert!(
            (line.span.start + 1..line.span.end).all(|at| place(at - 1) < place(at) || matches!(cleaned[at], ' ' | '|')),
            "a line is out of order"
        );
    }
    let whole = Span::new(0, cleaned.len());
    let found: String = original.places(&source, whole).into_iter().map(|span| original.became(span)).collect();
    let sorted = |text: &str| {
        let mut chars: Vec<char> = text.chars().filter(|c| !is_space(*c)).collect();
        chars.sort_unstable();
        chars
    };
    assert_eq!(sorted(&found), sorted(&source.text));
}

#[test]
fn what_was_dropped_and_changed_is_told() {
    check(
        "雲州市衛(wèi)生健康委員會(huì)著力\u{3000}推進(jìn)醫(yī)改,辦(bàn)好著名醫(yī)院（app）。",
        expect![[r#"
            Traditional "雲" → "云"
            Traditional "衛" → "卫"
            Pinyin "(wèi)" → ""
            Traditional "員會" → "员会"
            Pinyin "(huì)" → ""
            Traditional "著" → "着"
            Traditional "進" → "进"
            Pinyin "(jìn)" → ""
            Traditional "醫" → "医"
            Pinyin "(yī)" → ""
            Punctuation "," → "，"
            Traditional "辦" → "办"
            Pinyin "(bàn)" → ""
            Traditional "醫" → "医"
            Pinyin "(yī)" → """#]],
    );
}

#[test]
fn damaged_words_are_traced_as_one_to_what_was_put_there() {
    check(
        "規(guī)模,優(yōu)先,專(zhuān)家?guī)欤瑑?yōu)化",
        expect![[r#"
            Traditional "規" → "规"
            Pinyin "(guī)" → ""
            Punctuation "," → "，"
            Traditional "優" → "优"
            Pinyin "(yōu)" → ""
            Punctuation "," → "，"
            Traditional "專" → "专"
            Pinyin "(zhuān)" → ""
            Repaired "?guī)欤瑑?yōu)" → "库，优""#]],
    );
    check(
        "衛(wèi)生;醫(yī)院;體(tǐ)系;提升??h域醫(yī)共體(tǐ)",
        expect![[r#"
            Traditional "衛" → "卫"
            Pinyin "(wèi)" → ""
            Punctuation ";" → "；"
            Traditional "醫" → "医"
            Pinyin "(yī)" → ""
            Punctuation ";" → "；"
            Traditional "體" → "体"
            Pinyin "(tǐ)" → ""
            Punctuation ";" → "；"
            Repaired "??h" → "。县"
            Traditional "醫" → "医"
            Pinyin "(yī)" → ""
            Traditional "體" → "体"
            Pinyin "(tǐ)" → """#]],
    );
}

#[test]
fn a_line_joined_across_a_page_number_is_found_on_both_pages() {
    let line = "推动高质量发展加快建设健康云州让群众更好看病";
    let text = format!("一、总体要求\n{}\n\n— 3 —\n完成任务。\n（一）下一项。", [line; 9].join("\n"));
    let (source, original) = both(&text).expect("a readable document");
    assert_eq!(original.changes.iter().filter(|change| change.kind == ChangeKind::Joined).count(), 9);
    let long = source.lines.iter().find(|line| source.slice(line.span).starts_with("推动")).expect("joined").span;
    let places = original.places(&source, Span::new(long.end - 8, long.end));
    let words: Vec<String> = places.iter().map(|place| original.words(*place)).collect();
    assert_eq!(words, ["好看病", "完成任务。"]);
    assert_eq!(original.line_at(places[1].start), 12);
    assert_traced(&text);
}

#[test]
fn torn_rows_are_joined_where_the_line_break_was() {
    check("序号 | 任务 | 要求 | 单位\n1 | 甲 | 新建；\n改建 | 市卫健委\n2 | 乙 | 检查", expect![[r#"Joined "\n" → " ""#]]);
}

#[test]
fn the_bar_before_an_empty_cell_is_traced_to_its_sign() {
    assert_traced("一、甲||乙\n二、丙||丁");
    assert_traced(",||,\n|\u{feff}|,:");
}

#[test]
fn a_trace_of_another_text_is_not_taken_for_this_one() {
    let (source, _) = both("云州市工作要点\n一、新建3家医院").expect("a readable document");
    let of = |bytes: &str| Original::of(&source, "计划.txt", bytes.as_bytes()).expect("readable");
    assert_eq!(of("云州市工作要点\n一、新建3家医"), None);
    assert_eq!(of("云州市工作要点\n一、新建4家医院"), None);
    assert_eq!(of("云州市工作要点\n一、新建3家医院啊"), None);
    assert!(of("云州市工作要点\n一、新建3家医院").is_some());
    let saved_by_an_older_version = Source { trace: crate::Trace::default(), ..source };
    assert_eq!(Original::of(&saved_by_an_older_version, "计划.txt", "云州市工作要点\n一、新建3家医院".as_bytes()), Ok(None));
}

/// What documents in a bad state are made of.
const PIECES: &[&str] = &[
    "衛(wèi)生",
    "醫(yī)院",
    "規(guī)模",
    "優(yōu)先",
    "體(tǐ)系",
    "庫(kù)",
    "家?guī)欤瑑?yōu)化",
    "降至8%以?xún)?nèi)。",
    "提升??h域醫(yī)",
    "的(de)",
    "(app)",
    "著力",
    "著名",
    "乾隆",
    "推动高质量发展加快建设健康云州让群众更好看病",
    "\n",
    "\n",
    "\n\n",
    "\n— 3 —\n",
    "第3页\n",
    "扫一扫\n",
    "序号 | 任务 | 单位\n",
    "\n1 | 甲；\n",
    "乙 | 丙\n",
    "|",
    ",",
    ":",
    ";",
    "?",
    "!",
    "(",
    ")",
    "（",
    "）",
    " ",
    "\t",
    "\u{3000}",
    "\u{feff}",
    "\u{200b}",
    "10",
    "个",
    "20%",
    "A",
    "b c",
    "𠮷",
    "😀",
    "。",
    "一、",
    "\u{7f}",
    "\u{fffd}",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn every_cleaned_character_can_be_traced_back(words in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        assert_traced(&words.concat());
    }

    #[test]
    fn any_text_can_be_traced_back(text in "\\PC{0,80}") {
        assert_traced(&text);
    }
}
