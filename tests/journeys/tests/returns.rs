//! What seven units return: one twice, one on an old form, one with its marks gone; decided, merged, taken back, merged again.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The last workbook sent to a unit.
struct Sent {
    unit: String,
    id: String,
    path: PathBuf,
}

/// Asks the program what the window shows of the return board.
fn board(journey: &Journey, of: &Value) -> Value {
    journey.ask("board", of.clone())["units"].clone()
}

fn state_of(journey: &Journey, of: &Value, unit: &str) -> String {
    let rows = board(journey, of);
    let row = rows.as_array().unwrap().iter().find(|row| row["unit"]["name"] == unit).expect("the unit is on the board");
    row["state"].as_str().unwrap().to_owned()
}

fn send(journey: &Journey, of: &Value, units: &[&str], folder: &Path) -> Vec<Sent> {
    journey.answer_dialog(&[folder]);
    let sent = journey.ask("send", json!({"plan": of["plan"], "period": of["period"], "units": units}));
    let files = sent["files"].as_array().unwrap().iter();
    let text = |file: &Value, key: &str| file[key].as_str().unwrap().to_owned();
    let ids = board(journey, of);
    let id = |unit: &str| {
        ids.as_array().unwrap().iter().find(|row| row["unit"]["name"] == unit).unwrap()["unit"]["id"].as_str().unwrap().to_owned()
    };
    files.map(|file| Sent { id: id(&text(file, "unit")), unit: text(file, "unit"), path: text(file, "path").into() }).collect()
}

/// A unit's return: the first empty values filled in with these, saved by somebody at a moment of UTC.
fn filled(sent: &Sent, values: &[&str], by: &str, at: &str) -> Vec<u8> {
    let form = fs::read(&sent.path).expect("the workbook was written");
    let cells = hand::empty_cells(&form, "K");
    let fills: Vec<(&str, &str)> = cells.iter().map(String::as_str).zip(values.iter().copied()).collect();
    assert_eq!(fills.len(), values.len(), "{} has room for the values", sent.unit);
    hand::saved(&hand::enter(&form, &fills), by, at)
}

fn pictures(journey: &Journey, name: &str) {
    journey.resize(1366, 768);
    journey.screenshot(name);
    journey.resize(1920, 1080);
    journey.screenshot(&format!("{name}-large"));
    journey.resize(1366, 768);
}

#[test]
fn returns_of_seven_units_are_told_apart_decided_merged_and_taken_back() {
    let journey = Journey::of_sample("returns");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    let plan = journey.ask("state", json!({}))["plans"][0]["id"].clone();
    let of = json!({"plan": plan, "period": "2026-10"});
    let all: Vec<String> =
        board(&journey, &of).as_array().unwrap().iter().map(|row| row["unit"]["id"].as_str().unwrap().to_owned()).collect();
    let seven: Vec<&str> = all.iter().take(7).map(String::as_str).collect();
    let sent = send(&journey, &of, &seven, &journey.home().join("发出"));
    // The last but one gets a second form; it answers on the first.
    let old = &sent[5];
    send(&journey, &of, &[&old.id], &journey.home().join("补发"));

    let folder = journey.home().join("收回");
    fs::create_dir_all(folder.join("县区")).unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("the home can be written");
    put("一.xlsx", &filled(&sent[0], &["11", "12"], "赵一", "2026-11-02T01:10:00Z"));
    let two = filled(&sent[1], &["21"], "钱二", "2026-11-02T02:20:00Z");
    put(
        "二.xlsx",
        &hand::noted(&two, &[("K4", "含续签居民，口径与上月相同，明细另附；其中老年人、孕产妇等重点人群由各中心分别核对"), ("K5", "待核")]),
    );
    put("三.xlsx", &filled(&sent[2], &["约三十"], "孙三", "2026-11-02T03:30:00Z"));
    put("县区/四.xlsx", &filled(&sent[3], &["41", "42"], "李四", "2026-11-02T04:40:00Z"));
    put("五（半份）.xlsx", &filled(&sent[4], &["51"], "周五", "2026-11-02T05:00:00Z"));
    put("五（全份，局领导已审定，十月份填报表最终稿）.xlsx", &filled(&sent[4], &["55", "56"], "吴科长", "2026-11-03T08:30:00Z"));
    put("六旧.xlsx", &filled(old, &["61"], "郑六", "2026-11-02T06:00:00Z"));
    put("请各单位按时交.docx", b"x");
    put("~$一.xlsx", b"x");

    journey.click(".rail button[title^='交换']");
    journey.wait_for_text(".viewhead h1", "交换");
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
    journey.wait_for_text(".merge", "还没有添加收到的文件");
    pictures(&journey, "returns-empty");
    journey.answer_dialog(&[&folder]);
    journey.click(".viewhead [data-does=folder]");
    journey.wait_for_text(".oddfiles", "请各单位按时交.docx（不是填报表）");
    for (at, state) in [(0, "back"), (1, "back"), (2, "back"), (3, "back"), (4, "twice"), (5, "outdated"), (6, "out")] {
        assert_eq!(state_of(&journey, &of, &sent[at].unit), state, "{}", sent[at].unit);
    }
    journey.wait_for_text(".returns .counts", "重复");
    journey.wait_for_text(".returns", "吴科长 2026-11-03");
    journey.wait_for_text(".rivals", "最新");
    journey.wait_for_text(".oddfiles", "K4 有批注");
    pictures(&journey, "returns-preview");
    journey.speak("en");
    journey.wait_for_text(".viewhead h1", "Exchange");
    pictures(&journey, "returns-preview-en");
    journey.click(".viewhead [role=tab]:nth-of-type(1)");
    journey.screenshot("returns-send-en");
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
    journey.speak("zh");
    journey.wait_for_text(".viewhead h1", "交换");

    // One cell is decided by key, the rest by taking one file whole.
    let conflicts = journey.count(".diff tr.conflict");
    assert_eq!(conflicts, 3, "two of 51 against 55, and 56 against nothing");
    journey.press(Key::F8);
    journey.wait_until("the cursor is on a conflict", || journey.count(".diff tr.conflict[data-cursor]") == 1);
    journey.press(Key::Right);
    journey.wait_for_text(".commit", "冲突取对方1格");
    journey.wait_for_text(".commit", "冲突留我方1格");
    journey.click(".rivals .button:nth-of-type(1)");
    journey.wait_for_text(".rivals .button:nth-of-type(1)", "✓");
    journey.wait_for_text(".commit", "冲突取对方2格");
    pictures(&journey, "returns-decided");
    let before = journey.ask("history", json!({}))["state_hash"].clone();
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".merge .panelhead", "合并结果");
    let merged = journey.ask("history", json!({}))["state_hash"].clone();
    pictures(&journey, "returns-merged");
    assert_eq!(state_of(&journey, &of, &sent[4].unit), "twice");
    assert_ne!(before, merged);

    journey.click(".commit .button");
    journey.chord(&[Key::Control], 'z');
    journey.wait_until("all is as before", || journey.ask("history", json!({}))["state_hash"] == before);
    assert_eq!(state_of(&journey, &of, &sent[0].unit), "out");
    journey.chord(&[Key::Control], 'y');
    journey.wait_until("and merged again", || journey.ask("history", json!({}))["state_hash"] == merged);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn rows_without_marks_wait_until_a_person_has_said_what_they_are() {
    let journey = Journey::of_sample("returns-lost");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    let plan = journey.ask("state", json!({}))["plans"][0]["id"].clone();
    let of = json!({"plan": plan, "period": "2026-10"});
    let unit = board(&journey, &of)[0]["unit"]["id"].as_str().unwrap().to_owned();
    let sent = send(&journey, &of, &[&unit], &journey.home().join("发出"));
    let read = workbook::read_return(&fs::read(&sent[0].path).unwrap()).unwrap();
    let mut text = format!("填报单位：{},期次：2026年10月\n序号,重点任务,指标,本期值\n", sent[0].unit);
    for (at, row) in read.rows.iter().enumerate() {
        let name = match at {
            1 => format!("{}完成数", row.indicator),
            2 => read.rows[0].indicator.clone(),
            _ => row.indicator.clone(),
        };
        text.push_str(&format!("{},{},{name},{}\n", row.number, row.measure.replace(',', "，"), at + 60));
    }
    let file = journey.home().join("办公室转来的填报表（已去掉隐藏列）.csv");
    fs::write(&file, text).unwrap();

    journey.click(".rail button[title^='交换']");
    journey.wait_for_text(".viewhead h1", "交换");
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
    journey.answer_dialog(&[&file]);
    journey.click(".viewhead [data-does=add]");
    journey.wait_for_text(".lostrows", "看起来是");
    pictures(&journey, "returns-lost");
    assert_eq!(journey.text(".commit .button-main"), "写入0格Ctrl ↵");
    journey.click(".lostrows [data-does=exact]");
    journey.wait_for_text(".lost", "已确认");
    pictures(&journey, "returns-confirmed");
    journey.click(".lost tbody tr[aria-selected=true] .button");
    journey.wait_until("one waits again", || journey.count(".lostrows [data-does=exact]") == 1);
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".merge .panelhead", "合并结果");
    assert_eq!(state_of(&journey, &of, &sent[0].unit), "back");

    // What a person sees while files are held over the window; the drop itself WebDriver cannot do.
    journey.run_async(
        "const done = arguments[arguments.length - 1]; import('/store.js').then((m) => { m.change({ dragging: true }); done(1); })",
        &[],
    );
    journey.wait_for_text(".drophint", "松开即读入");
    journey.screenshot("returns-drop");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn what_is_told_without_marks_waits_beside_the_figures() {
    let journey = Journey::of_sample("returns-lost-told");
    journey.click(".stepper button:last-of-type");
    journey.wait_for_text(".stepper", "2026年10月");
    let plan = journey.ask("state", json!({}))["plans"][0]["id"].clone();
    let of = json!({"plan": plan, "period": "2026-10"});
    let unit = board(&journey, &of)[0]["unit"]["id"].as_str().unwrap().to_owned();
    let sent = send(&journey, &of, &[&unit], &journey.home().join("发出"));
    let form = fs::read(&sent[0].path).unwrap();
    let read = workbook::read_return(&form).unwrap();
    // The ids of both sheets are emptied; of the first measure the title is changed too.
    let ids: Vec<String> = read.rows.iter().map(|row| format!("J{}", row.row_number)).collect();
    let mut figures: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "")).collect();
    let empty = hand::empty_cells(&form, "K");
    figures.extend(empty.iter().map(|cell| (cell.as_str(), "61")));
    let long = "已召开推进会，明确各镇街任务清单和完成时限，已开工3处、选址2处，其余正在办理用地手续，计划月底前全部开工".repeat(2);
    let title = format!("{}工作", read.told[0].measure);
    let rows: Vec<[String; 3]> = read.told.iter().map(|row| ["F", "G", "B"].map(|column| format!("{column}{}", row.row_number))).collect();
    let mut told: Vec<(&str, &str)> = rows.iter().flat_map(|[id, progress, _]| [(id.as_str(), ""), (progress, &long)]).collect();
    told.push((&rows[0][2], &title));
    let file = journey.home().join("东湖区卫生健康局10月填报表（办公室汇总后转来）.xlsx");
    fs::write(&file, hand::enter_on(&hand::enter(&form, &figures), 2, &told)).unwrap();

    journey.click(".rail button[title^='交换']");
    journey.wait_for_text(".viewhead h1", "交换");
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
    journey.answer_dialog(&[&file]);
    journey.click(".viewhead [data-does=add]");
    journey.wait_for_text(".lostrows", "没有确认的行，一格也不写入");
    journey.wait_for_text(".lostrows", "工作表“进展情况”");
    journey.wait_for_text(".commit", "行未确认，不采用");
    journey.wait_for_text(".lost", "进展情况 已召开推进会");
    pictures(&journey, "returns-lost-told");
    journey.run_async(
        "const done = arguments[arguments.length - 1]; document.querySelector('.lostrows').scrollTo(0, 99999); setTimeout(() => done(1), 100);",
        &[],
    );
    pictures(&journey, "returns-lost-told-end");
    journey.click(".lostrows [data-does=exact]");
    journey.wait_for_text(".lost", "已确认");
    journey.wait_for_text(".commit", "1行未确认，不采用");
    pictures(&journey, "returns-told-confirmed");
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_for_text(".merge .panelhead", "合并结果");
    let told = journey.ask("narratives", of.clone());
    assert_eq!(told.as_array().unwrap().iter().filter(|one| one["told"]["progress"] == long.as_str()).count(), read.told.len() - 1);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
