//! Files dropped on the window: what is taken, and what is said of the rest.

use super::*;
use serde_json::json;

fn drop(office: &mut Office, paths: &[&PathBuf], reading: bool) -> Dropped {
    office.app.dropped().put(paths.iter().map(|path| (*path).clone()).collect());
    serde_json::from_value(office.call("take_dropped", json!({ "reading": reading }))).unwrap()
}

fn refused(office: &mut Office, paths: &[&PathBuf], reading: bool) -> String {
    office.app.dropped().put(paths.iter().map(|path| (*path).clone()).collect());
    let error = office.refused("take_dropped", json!({ "reading": reading }));
    format!("{} {}", error.message, error.hint.unwrap_or_default())
}

#[test]
fn returned_workbooks_and_folders_are_previewed_with_those_in_hand() {
    let mut office = Office::with_plan();
    let sent = office.sends(&[LAKE, HILL], "发出");
    let lake = office.back("东湖.xlsx", &sent[0], &[("新增托位", "40")], None);
    let folder = office.path("收回");
    std::fs::create_dir(&folder).unwrap();
    std::fs::rename(office.back("西山.xlsx", &sent[1], &[("新增托位", "50")], None), folder.join("西山.xlsx")).unwrap();
    let letter = office.file("来函.docx", b"x");
    assert_eq!(drop(&mut office, &[&lake], false).report.unwrap().files.len(), 1);
    let report = drop(&mut office, &[&folder, &letter], false).report.unwrap();
    let names: Vec<_> = report.files.iter().map(|file| (file.file.as_str(), file.status)).collect();
    assert_eq!(names, [("东湖.xlsx", FileStatus::Read), ("西山.xlsx", FileStatus::Read), ("来函.docx", FileStatus::Refused)]);
    assert_eq!((report.cells.applied, report.preview), (2, true));
    assert_eq!(drop(&mut office, &[], false), Dropped { report: None, draft: None }, "nothing is taken twice");
    let said = serde_json::to_string(&report).unwrap();
    assert!(!said.contains(&*office.path("").to_string_lossy()), "the page learns no path: {said}");
}

#[test]
fn one_document_is_read_and_a_workbook_is_one_where_documents_are_read() {
    let mut office = Office::with_plan();
    let plan = office.file("新要点.txt", format!("{PLAN}\n2.再办一件事。（责任单位：市托育中心）\n").as_bytes());
    assert_eq!(drop(&mut office, &[&plan], false).draft.unwrap().file, "新要点.txt");
    let table = office.file("任务表.csv", "序号,重点任务,牵头单位\n1,新增托位1200个,市托育中心\n2,培训育婴员300人,市托育中心\n".as_bytes());
    assert_eq!(drop(&mut office, &[&table], true).draft.unwrap().file, "任务表.csv");
}

#[test]
fn what_cannot_be_dropped_is_told_what_can() {
    let mut office = Office::with_plan();
    let (picture, plan) = (office.file("图.png", b"x"), office.file("要点.docx", b"x"));
    assert!(refused(&mut office, &[&picture], false).contains("“图.png”不能拖到这里 可以拖入收到的填报表"));
    assert!(refused(&mut office, &[&picture, &plan], true).contains("“图.png”等2个文件不能拖到这里 在“导入”里一次拖入一份计划文件"));
    let ledger = office.path("台账.yaodian");
    assert!(refused(&mut office, &[&ledger], false).contains("打开已有台账"));
    let empty = office.path("空");
    std::fs::create_dir(&empty).unwrap();
    assert!(refused(&mut office, &[&empty], false).contains("文件夹“空”里没有填报表"));
}
