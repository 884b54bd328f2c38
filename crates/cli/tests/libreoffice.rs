//! A workbook that was opened and saved by LibreOffice: every row is found again, and nothing looks changed.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns what a command on the ledger answers as JSON.
fn yaodian(ledger: &Path, arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_yaodian")).arg("--ledger").arg(ledger).args(arguments).arg("--json").output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Opens a workbook with LibreOffice and saves it in a format, into a folder of its own; none where it is not installed.
fn saved_by_libreoffice(workbook: &Path, format: &str, home: &Path) -> Option<PathBuf> {
    let ending = format.split(':').next().unwrap();
    let folder = home.join(format!("saved-{ending}"));
    let profile = format!("-env:UserInstallation=file://{}", home.join("office").display());
    let run =
        Command::new("soffice").args([&profile, "--headless", "--convert-to", format, "--outdir"]).arg(&folder).arg(workbook).output();
    match run {
        Ok(run) if run.status.success() => Some(folder.join(workbook.with_extension(ending).file_name().unwrap())),
        other => {
            println!("skipped: LibreOffice Calc is not there: {other:?}");
            None
        }
    }
}

/// The formats it saves, with their options; in .csv there is only the first sheet, of which the row ids are left.
const FORMATS: [&str; 5] =
    ["xlsx", "ods", "xls", "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv:Text - txt - csv (StarCalc):59,34,85,1"];

#[test]
fn a_workbook_saved_by_libreoffice_brings_exactly_what_was_entered() {
    let home = tempfile::tempdir().unwrap();
    let ledger = home.path().join("云州市.yaodian");
    yaodian(&ledger, &["sample"]);
    // Words as people write them: indented, with lines between, with signs that formulas begin with.
    let measures = yaodian(&ledger, &["measures"]);
    let told = ["--progress", "一、已开工2处\n\n　　二、另有1处  选址\t待批\n=1+1", "--next", "'继续推进"];
    let id = measures[2]["id"].as_str().unwrap();
    yaodian(&ledger, &[&["narrative", "--measure", id, "--unit", "岚桥区卫生健康局", "--period", "2026-09"][..], &told].concat());
    let sent = yaodian(
        &ledger,
        &["export", "--period", "2026-09", "--unit", "岚桥区卫生健康局", "--trend", "--out", home.path().to_str().unwrap()],
    );
    let workbook = PathBuf::from(sent["files"][0]["path"].as_str().unwrap());
    let bytes = std::fs::read(&workbook).unwrap();
    let filled = home.path().join("填好的.xlsx");
    let figures = hand::enter(&bytes, &[("K4", "23500"), ("K7", "2"), ("N4", "含两家新建站点")]);
    std::fs::write(&filled, hand::enter_on(&figures, 2, &[("G4", "已组建团队26个"), ("H9", "药品配备不足")])).unwrap();

    for format in FORMATS {
        let Some(saved) = saved_by_libreoffice(&workbook, format, home.path()) else { return };
        let report = yaodian(&ledger, &["merge", saved.to_str().unwrap(), "--preview"]);
        assert_eq!(report["files"][0]["status"], "read", "{format}: {}", report["files"]);
        assert_eq!(report["files"][0]["messages"], serde_json::json!([]), "{format}: every row is found");
        assert_eq!(report["cells"]["changed"], 0, "{format}: {}", report["items"]);

        let saved = saved_by_libreoffice(&filled, format, home.path()).expect("it was there a moment ago");
        let report = yaodian(&ledger, &["merge", saved.to_str().unwrap(), "--preview"]);
        let cells: Vec<_> = report["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| format!("{}{}={}", item["column"].as_str().unwrap(), item["row"], item["theirs"].as_str().unwrap()))
            .collect();
        let told = if format.starts_with("csv") { &[][..] } else { &["G4=已组建团队26个", "H9=药品配备不足"] };
        assert_eq!(cells, [&["K4=23500", "N4=含两家新建站点", "K7=2"], told].concat(), "{format}");
        let count = cells.len().into();
        assert_eq!((&report["cells"]["changed"], &report["cells"]["applied"]), (&count, &count), "{format}");
    }
    let report = yaodian(&ledger, &["merge", home.path().join("saved-xls/填好的.xls").to_str().unwrap()]);
    assert_eq!(report["cells"]["applied"], 5);
}

#[test]
fn libreoffice_opens_the_full_export_with_every_report_in_it() {
    let home = tempfile::tempdir().unwrap();
    let ledger = home.path().join("云州市.yaodian");
    yaodian(&ledger, &["sample"]);
    let out = home.path().join("全量.xlsx");
    yaodian(&ledger, &["export-all", "--out", out.to_str().unwrap()]);
    let lines = home.path().join("填报.csv");
    yaodian(&ledger, &["export-all", "--out", lines.to_str().unwrap()]);
    let lines = std::fs::read_to_string(lines).unwrap();

    // Sheet 4 is 填报; 44 is a comma, 34 a quote, 76 UTF-8.
    let Some(csv) = saved_by_libreoffice(&out, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,4", home.path())
    else {
        return;
    };
    let folder = csv.parent().unwrap();
    let saved = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).next().expect("a sheet was written");
    let text = std::fs::read_to_string(saved).unwrap();
    let reports = |text: &str| text.lines().filter(|line| line.contains(",2026-0") || line.contains(",2025-")).count();
    assert!(text.contains("填报明细") && reports(&text) > 0);
    assert_eq!(reports(&text), reports(&lines));
}

#[test]
fn a_table_made_elsewhere_is_taken_alike_from_every_format() {
    let home = tempfile::tempdir().unwrap();
    let ledger = home.path().join("云州市.yaodian");
    yaodian(&ledger, &["sample"]);
    let head = |heading: &'static str| workbook::Head { heading: heading.into(), width: 12, is_id: false };
    let text = |words: &str| workbook::Value::Text(words.to_owned());
    let number = |value| domain::Amount::new(value).unwrap();
    let rows = vec![
        vec![text("1"), text("新增托位"), text("岚桥区"), workbook::Value::Number(number(320.0)), workbook::Value::Share(number(0.123))],
        vec![text("2"), text("重点人群签约率"), text("鹤汀区"), workbook::Value::Share(number(0.815)), workbook::Value::Empty],
        vec![text(""), text("合计"), text(""), workbook::Value::Number(number(320.0)), workbook::Value::Empty],
        vec![text("3"), text("森林面积"), text("岚桥区"), workbook::Value::Number(number(7.0)), workbook::Value::Empty],
    ];
    let columns = ["序号", "指标名称", "县区", "截至10月完成", "完成率"].map(head).to_vec();
    let sheet = workbook::Table { name: "台账", title: "云州市推进台账".into(), line: "各县区报送".into(), columns, rows };
    let table = home.path().join("台账.xlsx");
    std::fs::write(&table, workbook::write_tables("台账", "2026-11-02".parse().unwrap(), &[sheet]).unwrap()).unwrap();
    for format in ["xlsx", "ods", "xls"] {
        let Some(saved) = saved_by_libreoffice(&table, format, home.path()) else { return };
        let report = yaodian(&ledger, &["take", saved.to_str().unwrap(), "--period", "2026-10", "--preview"]);
        let list = |name: &str, key: &str| report[name].as_array().unwrap().iter().map(|one| one[key].clone()).collect::<Vec<_>>();
        assert_eq!(list("columns", "role"), ["number", "indicator", "unit", "value", "ignored"], "{format}");
        assert_eq!(list("rows", "outcome"), ["sure", "sure", "total", "unknown"], "{format}");
        assert_eq!(list("items", "outcome"), ["applied", "applied"], "{format}");
        assert_eq!(list("items", "theirs"), ["320", "81.5"], "{format}");
    }
}

#[test]
fn notes_and_what_is_hidden_are_told_alike_from_every_format() {
    let home = tempfile::tempdir().unwrap();
    let ledger = home.path().join("云州市.yaodian");
    yaodian(&ledger, &["sample"]);
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../workbook/src/tests/noted.ods");
    for format in ["xlsx", "xls"] {
        let Some(saved) = saved_by_libreoffice(&table, format, home.path()) else { return };
        let report = yaodian(&ledger, &["take", saved.to_str().unwrap(), "--period", "2026-10", "--preview"]);
        let messages = report["files"][0]["messages"].to_string();
        for said in ["第3–4行和C列是隐藏的", "E2 有批注：“含改造两处 其余为新建”", "H4 有批注：“口径 & 来源<待核>”"]
        {
            assert!(messages.contains(said), "{format}: {messages}");
        }
    }
}
