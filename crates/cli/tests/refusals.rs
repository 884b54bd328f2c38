//! Bad input: each a message of what, where and what to do; nothing written.

mod common;

use common::*;
use domain::Uid;
use std::fs;
use store::{Op, OpenMode, OperationKind, Store};

/// Runs a command that is refused and checks that the message says all of this.
fn refused(place: &Place, args: &[&str], wanted: &[&str]) {
    let said = place.refused(args);
    for piece in wanted {
        assert!(said.contains(piece), "{args:?} does not say {piece}: {said}");
    }
}

/// An old Office container that holds a stream of this name.
fn ole(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 504]).chain(name).chain([0; 512]).collect()
}

#[test]
fn what_is_no_document_is_named_and_makes_no_ledger() {
    let place = Place::new();
    let latin: Vec<u8> = (0..4000_u32).map(|n| (n * 7919 % 256) as u8).collect();
    let cases: [(&str, &[u8], &str); 8] = [
        (
            "计划.doc",
            &ole("WordDocument"),
            "旧版 Word 文档（.doc）或 WPS 文字文档（.wps），不能直接读取。请在 WPS 或 Word 里打开，“另存为” .docx",
        ),
        ("加密.docx", &ole("EncryptedPackage"), "设了打开密码的 Office 文档"),
        ("计划.pdf", b"%PDF-1.7 ...", "PDF 的结构不完整"),
        ("坏.docx", b"PK\x03\x04 cut short", "“坏.docx”已损坏"),
        ("乱码.txt", &latin, "内容不明的二进制文件"),
        ("空.txt", b"", "“空.txt”里没有文字"),
        ("通知.txt", "请各单位周五下午参加会议。".as_bytes(), "“通知.txt”里没有读到举措和目标，没有导入"),
        ("台账.db", b"SQLite format 3\0 and so on", "若是台账，请用“打开台账”"),
    ];
    for (name, bytes, wanted) in cases {
        let file = place.write(name, bytes);
        refused(&place, &["import", file.to_str().unwrap()], &[wanted]);
        assert!(!place.ledger().exists(), "{name} made a ledger");
    }
    refused(&place, &["import", place.path("没有.txt").to_str().unwrap()], &["读取文件失败", "没有.txt", "文件不存在"]);
    refused(&place, &["import", place.folder().to_str().unwrap()], &["读取文件失败", "这是一个文件夹"]);
    refused(&place, &["read", place.path("没有.txt").to_str().unwrap()], &["文件不存在"]);
    assert!(!place.ledger().exists());
}

#[test]
fn the_same_document_is_not_imported_twice() {
    let place = Place::with_plan();
    let file = place.path("要点.txt");
    refused(&place, &["import", file.to_str().unwrap()], &["“要点.txt”已经导入过，计划“云州市2026年托育工作要点”", "请先撤销上一次导入"]);
}

#[test]
fn an_unknown_unit_is_named_with_those_that_come_near() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let record = |unit| ["record", "--indicator", &beds, "--unit", unit, "--period", "2026-01", "--value", "1"].map(str::to_owned);
    for (unit, hint) in [("东湖区", "是不是“东湖区卫生健康局”？"), ("北山区", "用 units 查看所有单位")] {
        let args = record(unit);
        refused(&place, &args.each_ref().map(String::as_str), &[&format!("台账里没有单位“{unit}”"), hint]);
    }
    let out = place.path("发出");
    refused(&place, &["export", "--unit", "北山区", "--period", "2026-01", "--out", out.to_str().unwrap()], &["台账里没有单位“北山区”"]);
    refused(
        &place,
        &["export", "--unit", GROUP, "--period", "2026-01", "--out", out.to_str().unwrap()],
        &["没有要填报的指标", "发给它的成员"],
    );
    refused(&place, &["allocate", &beds, "--unit", "北山区", "--target", "1"], &["台账里没有单位“北山区”"]);
    assert!(!out.exists());
}

#[test]
fn an_unknown_indicator_is_named() {
    let place = Place::with_plan();
    let nobody = "01a20000-0000-7000-8000-000000000000";
    for (id, hint) in [(nobody, "用 indicators 查看"), ("新增托", &*place.indicator("新增托位")), ("七", "用 indicators 查看")]
    {
        let wanted = [&format!("台账里没有指标{}", if id == nobody { " 01a2" } else { "“" }), hint];
        refused(&place, &["record", "--indicator", id, "--unit", LAKE, "--period", "2026-01", "--value", "1"], &wanted);
        refused(&place, &["indicator", "set", id, "--weight", "2"], &wanted);
        refused(&place, &["allocate", id, "--unit", LAKE, "--target", "1"], &wanted);
        refused(&place, &["chart", "trend", "--indicator", id, "--out", "a.svg"], &wanted);
    }
    assert!(!place.path("a.svg").exists());
}

#[test]
fn what_is_no_number_of_this_indicator_is_refused_with_its_place() {
    let place = Place::with_plan();
    let (beds, filed) = (place.indicator("新增托位"), place.indicator("备案率"));
    let record = |indicator: &str, value: &[&str], wanted: &str| {
        let args = [&["record", "--indicator", indicator, "--unit", LAKE, "--period", "2026-01"], value].concat();
        refused(&place, &args, &[wanted, "东湖区卫生健康局，2026年1月："]);
    };
    record(&beds, &["--value", "约200"], "“约200”不是数字，请只填一个数，如 35、1.8万、80%");
    record(&beds, &["--value", "1,20"], "“1,20”不是数字");
    record(&beds, &["--value", "9999999999999999"], "太大");
    record(&beds, &["--value", "3家"], "“3家”的单位是“家”，这个指标的单位是“个”");
    record(&beds, &["--value", "80%"], "的单位是“%”");
    record(&beds, &["--value", "3/4"], "“3/4”");
    record(&filed, &["--numerator", "3", "--denominator", "0"], "分母是0，算不出比率");
    record(&filed, &["--numerator", "三", "--denominator", "4"], "“三”不是数字");
}

#[test]
fn a_period_outside_the_plan_is_refused() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let wanted = ["2027年1月不在计划期内：“云州市2026年托育工作要点”从2026-01-01到2026-12-31", "请核对期次"];
    refused(&place, &["record", "--indicator", &beds, "--unit", LAKE, "--period", "2027-01", "--value", "1"], &wanted);
    refused(&place, &["status", "--period", "2027-01"], &wanted);
    refused(&place, &["measures", "--period", "2027-01"], &wanted);
    refused(&place, &["export", "--all", "--period", "2027-01", "--out", place.path("发出").to_str().unwrap()], &wanted);
    refused(&place, &["chart", "trend", "--indicator", &beds, "--period", "2027-01", "--out", "a.svg"], &wanted);
    assert!(!place.path("发出").exists() && !place.path("a.svg").exists());
}

#[test]
fn wrong_usage_is_exit_2_in_chinese() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let misused = |args: &[&str], wanted: &str| {
        let said = place.misused(args);
        assert!(said.starts_with("错误：") && said.contains(wanted) && said.contains("--help"), "{args:?}: {said}");
    };
    misused(&["status", "--period", "2026-13"], "“2026-13”不是期次。月写作 2024-06，季度写作 2024-Q2");
    misused(&["status", "--period", "上个月"], "“上个月”不是期次");
    misused(&["indicator", "set", &beds, "--kind", "总数"], "没有“总数”这个选项");
    misused(&["indicator", "set", &beds, "--due", "年底"], "日期写作 2024-12-31");
    misused(&["merge", "a.xlsx", "--on-conflict", "both"], "可以写ours、theirs");
    misused(&["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01"], "还要写--value");
    misused(&["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--numerator", "3"], "还要写--denominator");
    misused(&["delete"], "没有“delete”这个命令");
    misused(&["status", "--month", "6"], "没有“--month”这个参数");
    misused(&["export", "--period", "2026-01", "--out", "x", "--all", "--unit", LAKE], "不能和");
    let bare = program(&["plans"]).output().unwrap();
    assert_eq!((bare.status.code(), bare.stdout.len()), (Some(2), 0));
    assert!(text(&bare.stderr).contains("没有说明用哪个台账"), "{}", text(&bare.stderr));
    assert_eq!(program(&["--help"]).output().unwrap().status.code(), Some(0));
}

/// Runs a merge of a file that is refused; with `--json` the report still says what each file was.
fn merge_refused(place: &Place, name: &str, bytes: &[u8], wanted: &str) {
    let before = place.hash();
    let file = place.write(name, bytes);
    let output = place.run(&["merge", file.to_str().unwrap(), "--json"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(name) && said.contains(wanted), "{said}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["cells"]["changed"], &report["items"]), (&0.into(), &serde_json::json!([])));
    assert!(["refused", "unknown"].contains(&report["files"][0]["status"].as_str().unwrap()));
    assert_eq!(place.hash(), before);
}

#[test]
fn what_is_no_returned_workbook_is_named_file_by_file() {
    let place = Place::with_plan();
    merge_refused(&place, "加密.xlsx", &ole("EncryptedPackage"), "文件设有打开密码，请去掉密码另存后再交");
    merge_refused(&place, "坏.xls", &ole("Workbook"), "文件已损坏（旧版 .xls 文件的结构不完整）");
    merge_refused(&place, "坏.xlsx", b"PK\x03\x04 cut short", "文件已损坏");
    merge_refused(&place, "空.xlsx", b"", "文件是空的");
    merge_refused(&place, "文字.xlsx", "新增托位 160".as_bytes(), "不是填报表，请交 .xlsx、.xls、.ods 或 .csv 文件");
    merge_refused(&place, "要点.xlsx", b"%PDF-1.7", "这是PDF 文件，不是 Excel 工作簿");
    let other = Place::with_plan();
    let foreign = fs::read(other.export(LAKE, "2026-03")).unwrap();
    merge_refused(&place, "别处.xlsx", &foreign, "这份表不是本台账发出的");
    let missing = place.run(&["merge", place.path("没有.xlsx").to_str().unwrap()]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("没有.xlsx，文件不存在"), "{}", text(&missing.stderr));
}

#[test]
fn bad_files_among_good_ones_are_named_and_the_rest_goes_on() {
    let place = Place::with_plan();
    let good = place.export(LAKE, "2026-03");
    let bytes = fs::read(&good).unwrap();
    let filled = place.write("填好.xlsx", &hand::enter(&bytes, &[(&hand::empty_cells(&bytes, "K")[0], "40")]));
    place.write("半份.xlsx", &bytes[..bytes.len() / 2]);
    place.write("空.xls", b"");
    place.write("加密.xls", &ole("EncryptedPackage"));
    place.write("密文.xlsx", &(0..4000_u32).map(|n| (n * 7919 % 251) as u8).collect::<Vec<u8>>());
    place.write("表.ods", b"PK\x03\x04");
    fs::create_dir(place.path("文件夹.xlsx")).unwrap();
    let mut bad = vec![
        ("半份.xlsx", "文件已损坏"),
        ("空.xls", "文件是空的"),
        ("加密.xls", "打开密码"),
        ("密文.xlsx", "加密软件"),
        ("表.ods", "文件已损坏"),
        ("已拔掉的U盘.xlsx", "文件不存在"),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let locked = place.write("锁住.xlsx", &bytes);
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        // The administrator may read everything.
        if fs::read(&locked).is_err() {
            bad.push(("锁住.xlsx", "没有权限"));
        }
        // A pipe that nobody writes into: whoever opened it would wait for ever.
        if std::process::Command::new("mkfifo").arg(place.path("管道.xlsx")).status().is_ok_and(|made| made.success()) {
            bad.push(("管道.xlsx", "不是普通文件"));
        }
    }
    let paths: Vec<String> = bad
        .iter()
        .map(|(name, _)| place.path(name).display().to_string())
        .chain([filled, place.path("文件夹.xlsx")].iter().map(|path| path.display().to_string()))
        .collect();
    let arguments: Vec<&str> = ["merge", "--json"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let report: serde_json::Value = serde_json::from_slice(&place.run(&arguments).stdout).unwrap();
    for ((name, wanted), file) in bad.iter().zip(report["files"].as_array().unwrap()) {
        assert_eq!((&file["file"], &file["status"]), (&(*name).into(), &"refused".into()));
        assert!(file["messages"][0].as_str().unwrap().contains(wanted), "{name}: {}", file["messages"]);
    }
    assert_eq!((&report["cells"]["changed"], &report["cells"]["applied"]), (&1.into(), &1.into()));
    assert_eq!(report["skipped"][0], "文件夹“文件夹.xlsx”里没有填报表");
}

/// Commands that read and commands that write, for ledgers that cannot be used.
fn every_command_is_refused(place: &Place, wanted: &str) {
    let plan = place.write("要点二.txt", PLAN.as_bytes());
    let nobody = "01a20000-0000-7000-8000-000000000000";
    let before = fs::read(place.ledger()).ok();
    for args in [
        &["plans"][..],
        &["history"],
        &["undo"],
        &["import", plan.to_str().unwrap()],
        &["record", "--indicator", nobody, "--unit", LAKE, "--period", "2026-01", "--value", "1"],
    ] {
        let output = place.run(&[args, &["--json"]].concat());
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{args:?}: {said}");
        assert!(said.starts_with("错误：") && said.contains(wanted), "{args:?}: {said}");
    }
    assert_eq!(fs::read(place.ledger()).ok(), before, "not a byte has changed");
}

#[test]
fn a_ledger_of_a_newer_program_is_left_as_it_is() {
    let place = Place::with_plan();
    let mut bytes = fs::read(place.ledger()).unwrap();
    // The schema's version stands in the file's header.
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(place.ledger(), bytes).unwrap();
    every_command_is_refused(&place, "由更新版本的程序保存（格式 99，本程序认识到 6），没有改动它；请先升级本程序再打开");
}

#[test]
fn another_file_is_no_ledger() {
    let place = Place::new();
    place.write("台账.yaodian", PLAN.as_bytes());
    every_command_is_refused(&place, "不是要点台账的文件");
}

#[test]
fn a_ledger_that_is_not_there_is_not_made_by_asking() {
    let place = Place::new();
    let output = place.run(&["plans"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("没有这个台账"), "{}", text(&output.stderr));
    assert!(!place.ledger().exists());
}

#[test]
fn while_another_program_writes_a_change_is_refused_and_reading_goes_on() {
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let mut other = Store::open(&place.ledger(), OpenMode::Write).unwrap();
    let op = Op { kind: OperationKind::Setting, label: "占用".into(), who: "李强".into(), at: 1, uid: Uid::new(1, [7; 10]) };
    let given_up: Result<(), store::Error> = other.transact(op, |_| {
        assert_eq!(place.json(&["plans"]).as_array().unwrap().len(), 1);
        refused(
            &place,
            &["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--value", "1"],
            &["台账正被另一个程序占用，没有写入任何内容；请关闭其他打开它的窗口或程序，再试一次"],
        );
        Err(store::Error::NothingToUndo)
    });
    assert!(given_up.is_err());
    place.record(&beds, LAKE, "2026-01", "1");
}

#[cfg(unix)]
#[test]
fn a_read_only_ledger_is_read_and_refuses_changes() {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let place = Place::with_plan();
    let beds = place.indicator("新增托位");
    let allow = |path: &std::path::Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let copy = place.path("program");
    // By a program of its own: while this one has the copy open to write, another test's child may hold it open too,
    // and a file that is open to write cannot be run.
    let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_yaodian")).arg(&copy).status().unwrap();
    assert!(copied.success());
    allow(&copy, 0o755);
    // Rights do not bind root; nobody is bound by them.
    let root = fs::metadata(place.folder()).unwrap().uid() == 0;
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(&copy);
        command.args(args).arg("--ledger").arg(place.ledger()).current_dir("/");
        if root {
            command.uid(65534).gid(65534);
        }
        command.output().unwrap()
    };
    let record = ["record", "--indicator", &beds, "--unit", LAKE, "--period", "2026-01", "--value", "1"];
    let content = fs::read(place.ledger()).unwrap();
    for (file, folder) in [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)] {
        allow(&place.ledger(), file);
        allow(place.folder(), folder);
        let read = run(&["plans"]);
        assert_eq!(read.status.code(), Some(0), "{}", text(&read.stderr));
        let refused = run(&record);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
        assert!(text(&refused.stderr).contains("台账是只读的（文件、所在文件夹或光盘、U 盘不允许写入），没有写入任何内容"));
        assert_eq!(fs::read(place.ledger()).unwrap(), content);
    }
    allow(place.folder(), 0o755);
}

#[test]
fn a_folder_that_is_a_file_receives_no_workbooks() {
    let place = Place::with_plan();
    let file = place.write("发出", b"a file");
    refused(&place, &["export", "--all", "--period", "2026-01", "--out", file.to_str().unwrap()], &["打开文件夹失败", "发出"]);
}

#[test]
fn of_several_plans_one_must_be_named() {
    let place = Place::with_plan();
    let next = place.write("明年.txt", PLAN.replace("2026", "2027").as_bytes());
    place.json(&["import", next.to_str().unwrap()]);
    refused(&place, &["indicators"], &["有2份计划", "加上 --plan 编号或标题里的几个字"]);
    refused(&place, &["indicators", "--plan", "2031"], &["台账里没有“2031”这份计划"]);
    assert_eq!(place.json(&["indicators", "--plan", "2027"]).as_array().unwrap().len(), 7);
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let place = Place::with_plan();
    let mut child = program(&["history", "--ledger", place.ledger().to_str().unwrap()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
}
