//! The bulletin and the units' pages as files: the figures of `status` and `score`, the same bytes each time, open in LibreOffice.

mod common;

use common::*;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

const APRIL: &str = "2026-04";

/// March on time, April behind in places and with units that owe.
fn reported() -> Place {
    let place = Place::with_plan();
    let record = |name: &str, unit: &str, month: &str, value: &str| place.record(&place.indicator(name), unit, month, value);
    record("新增托位", CENTRE, "2026-03", "300");
    record("备案率", LAKE, "2026-03", "57/60");
    record("备案率", HILL, "2026-03", "39/40");
    record("新增托位", CENTRE, APRIL, "300");
    record("备案率", LAKE, APRIL, "57/60");
    place
}

fn bulletin(place: &Place, file: &str) -> PathBuf {
    let out = place.path(file);
    place.json(&["bulletin", "--period", APRIL, "--out", out.to_str().unwrap()]);
    out
}

#[test]
fn its_figures_are_those_of_status_and_overview_and_every_key_is_there() {
    let place = reported();
    let out = place.path("通报.docx");
    let before = place.hash();
    let made = place.json(&["bulletin", "--period", APRIL, "--out", out.to_str().unwrap()]);
    let keys =
        ["path", "title", "period", "frozen", "measures", "lights", "reporting", "unreported", "opened", "closed", "open", "overdue"];
    has_keys(&made, &keys);
    let (status, overview) = (place.json(&["status", "--period", APRIL]), place.json(&["overview", "--period", APRIL]));
    assert_eq!((&made["lights"], &made["reporting"], &made["frozen"]), (&status["lights"], &overview["reporting"], &json!(false)));
    assert_eq!(made["unreported"].as_array().unwrap().len(), overview["unreported"].as_array().unwrap().len());
    assert_eq!(place.hash(), before, "nothing of the ledger changes");
    assert_eq!(place.json(&["report", "--period", APRIL, "--out", out.to_str().unwrap()]), made, "under its other name too");
    let said = place.done(&["bulletin", "--out", out.to_str().unwrap()]);
    assert!(said.contains("2026年4月，5项举措：完成0、绿灯1、黄灯1、红灯0、灰灯3"), "{said}");
}

#[test]
fn two_exports_of_a_frozen_period_are_the_same_bytes_also_after_the_rules_change() {
    let place = reported();
    place.done(&["freeze", "--period", APRIL]);
    let first = std::fs::read(bulletin(&place, "一.docx")).unwrap();
    assert_eq!(std::fs::read(bulletin(&place, "二.docx")).unwrap(), first);
    place.done(&["rules", "--preset", "从严", "--time", "days", "--full-mark", "1000"]);
    place.done(&["unit", "rename", LAKE, "东湖区卫健局"]);
    assert!(std::fs::read(bulletin(&place, "三.docx")).unwrap() == first);
}

#[test]
fn a_template_comes_from_a_file_in_any_usual_encoding_and_what_is_wrong_in_it_is_named() {
    let place = reported();
    let out = place.path("通报.docx");
    let default = place.done(&["bulletin", "--show-template"]);
    assert!(default.starts_with("关于{计划}\n{期次}推进情况的通报\n\n") && default.contains("{红黄灯表}"), "{default}");
    let template = place.path("模板.txt");
    let write = |bytes: &[u8]| std::fs::write(&template, bytes).unwrap();
    let with = ["bulletin", "--period", APRIL, "--template", template.to_str().unwrap(), "--out", out.to_str().unwrap()];
    // 通报 and a line of its own, as an older Notepad saves it.
    write(b"\xcd\xa8\xb1\xa8\r\n\r\n\xba\xec\xb5\xc6{\xba\xec\xb5\xc6\xca\xfd}\xcf\xee\xa1\xa3\r\n");
    place.json(&with);
    std::fs::remove_file(&out).unwrap();
    write("通报\n\n红灯{红灯}项。\n".as_bytes());
    let refused = place.refused(&with);
    assert!(refused.contains("模板第3行：没有“{红灯}”这个占位符") && refused.contains("{红灯数}"), "{refused}");
    write(b"\x89PNG\r\n\x1a\n\0\0\0\x01\x02\x03\x04");
    assert!(place.refused(&with).contains("不是纯文本"));
    std::fs::remove_file(&template).unwrap();
    assert!(place.refused(&with).contains("文件不存在"));
    assert!(!out.exists(), "what is refused leaves no file");
    assert!(place.refused(&["bulletin", "--out", place.path("通报.pdf").to_str().unwrap()]).contains("只能存为 .docx"));
    assert!(place.refused(&["bulletin", "--period", "2027-01", "--out", out.to_str().unwrap()]).contains("不在计划期内"));
    assert!(place.misused(&["bulletin", "--period", APRIL]).contains("--out"));
}

#[test]
fn each_unit_gets_its_page_one_by_one_or_all_together() {
    let place = reported();
    let folder = place.path("材料");
    let all = place.json(&["handout", "--period", APRIL, "--all", "--out", folder.to_str().unwrap()]);
    has_keys(&all, &["folder", "files"]);
    let files = all["files"].as_array().unwrap();
    has_keys(&files[0], &["unit", "path", "left_out"]);
    assert!(files.len() >= 3 && files.iter().all(|file| Path::new(file["path"].as_str().unwrap()).exists()));
    let out = place.path("东湖.docx");
    let one = place.json(&["handout", "--period", APRIL, "--unit", LAKE, "--out", out.to_str().unwrap()]);
    assert_eq!((&one["files"][0]["unit"], out.exists()), (&json!(LAKE), true));
    let refused = place.refused(&["handout", "--unit", LAKE, "--unit", HILL, "--out", out.to_str().unwrap()]);
    assert!(refused.contains("几个单位的材料不能存为一个文件"), "{refused}");
    assert!(place.refused(&["handout", "--unit", "北极局", "--out", folder.to_str().unwrap()]).contains("台账里没有单位“北极局”"));
    assert!(place.misused(&["handout", "--out", folder.to_str().unwrap()]).contains("--unit"));
}

/// Converts a document with LibreOffice into a folder of its own; none where it did not.
fn converted(document: &Path, format: &str, home: &Path) -> Option<PathBuf> {
    let ending = format.split(':').next().unwrap();
    let folder = home.join(format!("as-{ending}"));
    let profile = format!("-env:UserInstallation=file://{}", home.join("office").display());
    let run =
        Command::new("soffice").args([&profile, "--headless", "--convert-to", format, "--outdir"]).arg(&folder).arg(document).output();
    let file = folder.join(document.with_extension(ending).file_name().unwrap());
    (run.is_ok_and(|run| run.status.success()) && file.exists()).then_some(file)
}

/// How many pages a PDF of LibreOffice has.
fn pages(pdf: &Path) -> usize {
    let bytes = std::fs::read(pdf).unwrap();
    bytes.windows(11).filter(|part| part.starts_with(b"/Type/Page") && part[10] != b's').count()
}

#[test]
fn libreoffice_opens_them_with_every_figure_and_a_page_stays_one() {
    let home = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample/plan.docx");
    if converted(&sample, "pdf", home.path()).is_none() {
        println!("skipped: LibreOffice Writer is not there");
        return;
    }
    let place = Place::new();
    place.done(&["sample"]);
    let out = place.path("通报.docx");
    place.json(&["bulletin", "--period", "2026-09", "--out", out.to_str().unwrap()]);
    let text = "txt:Text (encoded):UTF8";
    let text = std::fs::read_to_string(converted(&out, text, home.path()).expect("LibreOffice opens the bulletin")).unwrap();
    let (overview, scores) = (place.json(&["overview", "--period", "2026-09"]), place.json(&["score", "--period", "2026-09"]));
    assert!(text.contains(overview["sentence"].as_str().unwrap()), "{text}");
    for unit in scores["units"].as_array().unwrap() {
        let (name, score) = (unit["name"].as_str().unwrap(), unit["score"].as_f64().unwrap());
        assert!(text.contains(name) && text.contains(&format!("{score:.1}")), "{name} {score}");
    }
    for row in place.json(&["measures", "--period", "2026-09"]).as_array().unwrap() {
        let behind = row["light"] == "red" || row["light"] == "yellow";
        assert!(!behind || text.contains(row["reason"].as_str().unwrap()), "{row}");
    }
    let pdf = converted(&out, "pdf", home.path()).expect("LibreOffice prints it");
    assert!(pages(&pdf) >= 3);
    // Units with much to do and a unit with hardly anything.
    let folder = place.path("材料");
    for unit in ["桐坞县卫生健康局", "鹤汀区卫生健康局", "市卫生健康委机关党委"] {
        let made = place.json(&["handout", "--period", "2026-09", "--unit", unit, "--out", folder.to_str().unwrap()]);
        let page = PathBuf::from(made["files"][0]["path"].as_str().unwrap());
        assert_eq!(pages(&converted(&page, "pdf", home.path()).expect("LibreOffice prints it")), 1, "{unit}");
    }
}
