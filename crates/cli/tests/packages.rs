//! Packages between ledgers, as scripts send and take them.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(ledger: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_yaodian")).arg("--ledger").arg(ledger).args(arguments).arg("--json").output().unwrap()
}

fn yaodian(ledger: &Path, arguments: &[&str]) -> Value {
    let output = run(ledger, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const LAKE: &str = "岚桥区卫生健康局";

struct Desk {
    _folder: tempfile::TempDir,
    city: PathBuf,
    unit: PathBuf,
    package: PathBuf,
}

/// A city with the sample plan, and a unit's ledger that has received it.
fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let [city, unit, package] = ["市.yaodian", "区.yaodian", "包.ydpkg"].map(|name| folder.path().join(name));
    yaodian(&city, &["sample"]);
    yaodian(&city, &["package", "plan", "--out", package.to_str().unwrap()]);
    let taken = yaodian(&unit, &["receive", package.to_str().unwrap()]);
    assert_eq!((&taken["kind"], &taken["changed"]), (&json!("plan"), &json!(true)));
    Desk { _folder: folder, city, unit, package }
}

#[test]
fn a_plan_goes_down_and_reports_come_up() {
    let Desk { city, unit, package, .. } = &desk();
    assert_eq!(yaodian(unit, &["indicators"]), yaodian(city, &["indicators"]));
    assert_eq!(yaodian(unit, &["receive", package.to_str().unwrap()])["changed"], json!(false));

    let indicators = yaodian(unit, &["indicators"]);
    let indicator = indicators.as_array().unwrap().iter().find(|one| one["kind"] == "cumulative").unwrap()["id"].as_str().unwrap();
    yaodian(unit, &["record", "--indicator", indicator, "--unit", LAKE, "--period", "2026-10", "--value", "77"]);
    yaodian(unit, &["package", "unit", "--unit", LAKE, "--period", "2026-10", "--out", package.to_str().unwrap()]);
    let preview = yaodian(city, &["receive", package.to_str().unwrap(), "--preview"]);
    assert_eq!(preview["cells"], json!({"changed": 1, "applied": 1, "equal": 0, "conflicts": 0, "rejected": 0}));
    assert_eq!((&preview["preview"], &preview["files"][0]["unit"]), (&json!(true), &json!(LAKE)));
    assert_eq!(yaodian(city, &["receive", package.to_str().unwrap()])["cells"]["applied"], json!(1));
    assert_eq!(yaodian(city, &["receive", package.to_str().unwrap()])["cells"]["changed"], json!(0));
    assert_eq!(yaodian(city, &["merge", package.to_str().unwrap()])["files"][0]["status"], json!("repeated"));
    let label = yaodian(city, &["history"])["operations"][0]["label"].clone();
    assert_eq!(label, json!("合并1个数据包：写入1格"));
}

#[test]
fn a_ledger_is_handed_over_as_a_new_file_and_never_over_another() {
    let Desk { city, unit, package, _folder } = &desk();
    yaodian(city, &["package", "handover", "--out", package.to_str().unwrap()]);
    let seen = yaodian(city, &["receive", package.to_str().unwrap(), "--preview"]);
    assert_eq!(seen["kind"], json!("handover"));
    let new = _folder.path().join("接收.yaodian");
    yaodian(&new, &["receive", package.to_str().unwrap()]);
    assert_eq!(yaodian(&new, &["check"])["hash"], yaodian(city, &["check"])["hash"]);
    let refused = run(unit, &["receive", package.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("不会覆盖"));

    let listed = zip::ZipArchive::new(std::fs::File::open(package).unwrap()).unwrap();
    let names: Vec<String> = listed.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["content.json", "摘要.txt", "全量导出1.xlsx", "台账.yaodian", "sha256.txt"]);
}

#[test]
fn what_is_no_package_or_was_cut_short_is_refused_and_makes_no_ledger() {
    let Desk { package, _folder, .. } = &desk();
    let new = _folder.path().join("新.yaodian");
    let bytes = std::fs::read(package).unwrap();
    for (content, want) in [(&b""[..], "不是要点台账的数据包"), (b"PK\x03\x04", "不完整"), (&bytes[..bytes.len() - 30], "不完整")]
    {
        std::fs::write(package, content).unwrap();
        let refused = run(&new, &["receive", package.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains(want), "{said}");
        assert!(!new.exists());
    }
}
