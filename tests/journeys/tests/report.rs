//! 汇报: the bulletin read, its template edited, kept and restored, the file saved; each unit's page.
#![cfg(target_os = "linux")]

use journeys::{Journey, Key};
use serde_json::{Value, json};

fn opened(journey: &Journey) {
    journey.click(".rail button[title^='汇报']");
    journey.wait_for_text(".viewhead h1", "汇报");
    // The slides come first; the bulletin is the next tab.
    journey.click(".viewhead [role=tab]:nth-of-type(2)");
}

/// The sample with the bulletin in sight.
fn bulletin(name: &str) -> Journey {
    let journey = Journey::of_sample(name);
    opened(&journey);
    journey.wait_for_text(".paper h2", "推进情况的通报");
    journey
}

fn waits(journey: &Journey, what: &str, script: &str, value: Value) {
    journey.wait_until(what, || journey.run(script, &[]) == value);
}

/// Both sizes the screens are looked at in.
fn shots(journey: &Journey, name: &str) {
    journey.screenshot(name);
    journey.resize(1920, 1080);
    journey.screenshot(&format!("{name}-wide"));
    journey.resize(1366, 768);
}

#[test]
fn a_bulletin_is_read_its_template_edited_and_the_file_saved() {
    let journey = bulletin("report");
    journey.wait_for_text(".paper", "建设名中医基层工作室");
    waits(&journey, "the chart is drawn", "return document.querySelector('.paper img')?.naturalWidth > 0", json!(true));
    shots(&journey, "report");
    let out = journey.home().join("九月通报.docx");
    journey.answer_dialog(&[&out]);
    journey.press_held(&[Key::Control], Key::Enter);
    journey.wait_until("the bulletin is saved", || out.exists());
    journey.wait_for_text(".toast", "已保存");
    let first = std::fs::read(&out).expect("it can be read");
    assert!(first.starts_with(b"PK"));

    // A sentence of the person's own, with a place put in by a click.
    journey.press(Key::F2);
    journey.wait_for_text(".template", "{红黄灯表}");
    journey.run("const field = document.querySelector('.template textarea'); field.focus(); field.setSelectionRange(field.value.length, field.value.length)", &[]);
    journey.keys("特此通报，红灯");
    journey.run("[...document.querySelectorAll('.places .link')].find((place) => place.textContent === '{红灯数}').click()", &[]);
    waits(
        &journey,
        "a place has come in",
        "return document.querySelector('.template textarea').value.endsWith('特此通报，红灯{红灯数}')",
        json!(true),
    );
    journey.screenshot("report-editing-place");
    // What cannot be read is named while it is typed, and the last preview stays.
    journey.run("const field = document.querySelector('.template textarea'); field.value = '通报\\n\\n红灯{红灯}项。'; field.dispatchEvent(new Event('input', { bubbles: true }))", &[]);
    journey.wait_for_text(".template [role=alert]", "模板第3行：没有“{红灯}”这个占位符");
    assert_eq!(journey.run("return document.querySelector('[data-does=keep]').disabled", &[]), json!(true));
    shots(&journey, "report-refused");
    // Another view and back: what was typed is still there.
    journey.click(".rail button[title^='总览']");
    opened(&journey);
    journey.wait_for_text(".template [role=alert]", "模板第3行");
    journey.run("const field = document.querySelector('.template textarea'); field.value = '九月通报\\n\\n共{举措数}项，红灯{红灯数}项。\\n{红黄灯表}'; field.dispatchEvent(new Event('input', { bubbles: true }))", &[]);
    journey.wait_for_text(".paper", "共24项，红灯4项。");
    journey.click("[data-does=keep]");
    journey.wait_for_text(".toast", "已保存这份计划的通报模板");
    journey.wait_until("the template closes", || journey.count(".template") == 0);
    journey.wait_for_text(".paper h2", "九月通报");
    let own = journey.home().join("自己的通报.docx");
    journey.answer_dialog(&[&own]);
    journey.click("[data-does=save]");
    journey.wait_until("the bulletin by the own template is saved", || own.exists());

    // Back to the program's template.
    journey.click("[data-does=edit]");
    journey.click("[data-does=restore]");
    journey.wait_for_text(".paper h2", "推进情况的通报");
    journey.click("[data-does=keep]");
    journey.wait_until("the template closes", || journey.count(".template") == 0);
    std::fs::remove_file(&out).expect("it can be removed");
    journey.answer_dialog(&[&out]);
    journey.click("[data-does=save]");
    journey.wait_until("the bulletin is saved again", || out.exists());
    assert!(std::fs::read(&out).expect("it can be read") == first, "the same figures and template give the same bytes");
    // A folder that is not there: named, and no file anywhere.
    journey.answer_dialog(&[&journey.home().join("没有的/通报.docx")]);
    journey.click("[data-does=save]");
    journey.wait_for_text(".notice-wrong", "保存通报失败");
    journey.screenshot("report-unwritable");
    journey.press(Key::Escape);
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn each_units_page_is_read_and_all_are_saved() {
    let journey = bulletin("report-handouts");
    journey.press_held(&[Key::Control], Key::PageDown);
    journey.wait_for_text(".handouts .paper h2", "工作情况");
    journey.run("document.querySelector('.handouts .scrolls').focus()", &[]);
    journey.press(Key::Down);
    journey.press(Key::Down);
    journey.wait_until("the third unit is chosen", || journey.count(".handouts tr:nth-of-type(3)[aria-selected=true]") == 1);
    let name = journey.text(".handouts tr[aria-selected=true] th");
    journey.wait_for_text(".handouts .paper h2", &name);
    journey.run("[...document.querySelectorAll('.handouts tr')].find((row) => row.textContent.includes('桐坞县')).click()", &[]);
    journey.wait_for_text(".handouts .paper h2", "桐坞县卫生健康局");
    shots(&journey, "report-handout");
    let folder = journey.home().join("材料");
    journey.answer_dialog(&[&folder]);
    journey.click("[data-does=save-all]");
    journey.wait_for_text(".toast", "已写入");
    let units = journey.count(".handouts tr[aria-selected]");
    assert_eq!(std::fs::read_dir(&folder).expect("the folder is there").count() as u64, units);
    journey.speak("en");
    journey.wait_for_text(".viewhead", "Hand-outs");
    journey.screenshot("report-handout-en");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}

#[test]
fn without_a_plan_or_units_it_says_what_to_do_and_long_names_are_laid_out() {
    let journey = Journey::open("report-empty");
    journey.wait_for_text(".start h1", "从哪里开始");
    journey.answer_dialog(&[&journey.home().join("空.yaodian")]);
    journey.ask("new_ledger", json!({}));
    journey.reload();
    journey.wait_until("the new ledger is open", || journey.run("return document.title", &[]).to_string().contains("空"));
    journey.go("汇报");
    journey.wait_until("it says that there is no plan", || journey.count(".view-report .empty") == 1);
    journey.screenshot("report-no-plan");
    let title = "云州市2026年加强基层卫生健康服务能力建设和公共卫生体系改革重点任务分工及推进落实工作要点";
    let measure = |n: u32| format!("{n}.{}第{n}项。全年新增点位{}个。\n", "推进县域医共体和社区卫生服务机构标准化建设".repeat(2), 1000 + n);
    let text =
        format!("{title}\n\n一、{}\n\n{}", "夯实基层卫生健康服务网络".repeat(4), (1..=40).map(measure).collect::<Vec<_>>().join("\n"));
    journey.ask("draft_paste", json!({ "text": text }));
    let imported = journey.ask("draft_confirm", json!({}));
    assert_eq!(imported["measures"], json!(40));
    journey.reload();
    opened(&journey);
    journey.wait_for_text(".paper h2", title);
    journey.wait_for_text(".paper", "没有要填报的单位");
    shots(&journey, "report-long");
    let sideways = "const desk = document.querySelector('.desk'); return desk.scrollWidth > desk.clientWidth";
    assert_eq!(journey.run(sideways, &[]), json!(false), "nothing stands beyond the paper's edge");
    journey.press_held(&[Key::Control], Key::PageDown);
    journey.wait_for_text(".empty", "没有承担任务的单位");
    journey.screenshot("report-no-units");
    assert_eq!(journey.policy_violations(), Vec::<String>::new());
}
