//! The document under review as it was before cleaning.

use super::*;
use expect_test::{Expect, expect};
use serde_json::json;

const NOISY: &str = "首页 > 通知公告 > 正文\n雲州市2026年衛(wèi)生工作要點\n一、醫(yī)療服務\n1.推進(jìn)醫(yī)聯體建設,做好諮詢(xún)和內(nèi)部評價,全年新建服務站點20個。（責任單位：市衛(wèi)生健康局）\n— 1 —\n2.降低費用,次均費用增幅降至8%以?xún)?nèi)。（責任單位：市醫(yī)療保障局,市衛(wèi)生健康局）\n打印　关闭　返回顶部";

fn original(office: &mut Office) -> OriginalView {
    serde_json::from_value(office.call("draft_original", json!({}))).expect("the draft has its original")
}

/// Shows the lines that something is to be said of: marks in brackets, changes as old→new.
fn check(view: &OriginalView, expected: Expect) {
    let cut = |line: &OriginalLine, start: u32, end: u32| {
        String::from_utf16(&line.text.encode_utf16().collect::<Vec<_>>()[start as usize..end as usize]).unwrap()
    };
    let shown = view.lines.iter().map(|line| {
        let marks: Vec<String> = line.marks.iter().map(|mark| format!("[{:?} {}]", mark.kind, cut(line, mark.start, mark.end))).collect();
        let changes: Vec<String> = line.changes.iter().map(|c| format!("{}→{}", cut(line, c.start, c.end), c.became)).collect();
        let flags = [(line.noise, "去除"), (line.joined, "接上行")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, word)| format!(" {word}"))
            .collect::<String>();
        format!("{}{flags} {} {}", line.number, marks.join(""), changes.join(" "))
    });
    expected.assert_eq(&shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_was_found_dropped_and_changed_is_shown_in_the_original() {
    let mut office = Office::new();
    office.call("draft_paste", json!({"text": NOISY}));
    let view = original(&mut office);
    check(
        &view,
        expect![[r#"
            1 去除  
            2  雲→云 衛→卫 (wèi)→ 點→点
            3  醫→医 (yī)→ 療→疗 務→务
            4 [Title 推進(jìn)醫(yī)聯體建設,做好諮詢(xún)和內(nèi)部評價,][Target 全年新建服務站點20個][Unit 市衛(wèi)生健康局] 進→进 (jìn)→ 醫→医 (yī)→ 聯體→联体 設→设 ,→， 諮詢→咨询 (xún)→ 內→内 (nèi)→ 評價→评价 ,→， 務→务 點→点 個→个 責→责 單→单 衛→卫 (wèi)→
            5 去除  
            6 [Title 降低費用,][Target 次均費用增幅降至8%以?xún)?nèi)][Unit 市醫(yī)療保障局][Unit 市衛(wèi)生健康局] 費→费 ,→， 費→费 ?xún)?nèi)→内 責→责 單→单 醫→医 (yī)→ 療→疗 ,→， 衛→卫 (wèi)→
            7 去除  "#]],
    );
    let said: Vec<String> = view
        .repairs
        .iter()
        .map(|repairs| {
            let first: Vec<String> = repairs.first.iter().map(|one| format!("{}:{}→{}", one.line, one.was, one.became)).collect();
            format!("{:?} {} {}", repairs.kind, repairs.count, first.join(" "))
        })
        .collect();
    expect![[r#"
        Noise 3 1:首页 > 通知公告 > 正文→ 5:— 1 —→ 7:打印　关闭　返回顶部→
        Pinyin 9 2:衛(wèi)→卫 3:醫(yī)→医 4:進(jìn)→进 6:醫(yī)→医
        Traditional 29 2:雲→云 3:醫→医 4:進→进 6:費→费
        Repaired 1 6:以?xún)?nèi)→以内
        Punctuation 4 4:建設,做好→建设，做好 6:費用,次均→费用，次均"#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn a_line_taken_back_in_is_no_noise_in_the_original_either() {
    let mut office = Office::new();
    let view = office.call("draft_paste", json!({"text": NOISY}));
    let footer = view["lines"].as_array().unwrap().last().unwrap()["number"].clone();
    office.call("draft_edit", json!({"edit": "keep_line", "line": footer}));
    let view = original(&mut office);
    assert_eq!(view.lines.iter().filter(|line| line.noise).map(|line| line.number).collect::<Vec<_>>(), [1, 5]);
    assert_eq!(view.repairs[0].count, 2);
}

#[test]
fn a_draft_saved_before_there_were_traces_still_opens_and_has_no_original() {
    let mut office = Office::new();
    let view = office.call("draft_paste", json!({"text": NOISY}));
    assert!(!office.call("draft_original", json!({})).is_null());
    let waiting = office.path("未入账草稿.json");
    let mut paper: Value = serde_json::from_slice(&std::fs::read(&waiting).unwrap()).unwrap();
    let source = paper["work"]["reading"]["source"].as_object_mut().unwrap();
    assert!(source.remove("trace").is_some() && source.remove("repaired").is_some());
    std::fs::write(&waiting, paper.to_string()).unwrap();
    office.restart();
    assert_eq!(office.call("draft_show", json!({})), view);
    assert_eq!(office.call("draft_original", json!({})), Value::Null);
}

#[test]
fn without_a_draft_there_is_no_original() {
    assert_eq!(Office::new().refused("draft_original", json!({})).message, "没有正在核对的文件");
}
