use super::*;
use domain::{Amount, Uid};
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn uid(n: u8) -> Uid {
    Uid::new(1, [n; 10])
}

fn entry(n: u8, value: f64) -> EntryText {
    EntryText {
        indicator: uid(n),
        name: "新增托位".into(),
        unit_of_measure: "个".into(),
        period: "2026-03".parse().unwrap(),
        value: Amount::new(value),
        numerator: None,
        denominator: None,
        typed: None,
        note: Some("含两家\n新建".into()),
        who: "王芳".into(),
        at: 1,
    }
}

fn package(entries: Vec<EntryText>) -> Package {
    let cover = Cover { format: FORMAT, kind: Kind::Unit, uid: uid(1), ledger: uid(2), made_at: 1, made_by: "王芳".into() };
    let report = Report {
        plan: uid(3),
        plan_title: "要点".into(),
        unit: uid(4),
        unit_name: "东湖区卫生健康局".into(),
        period: None,
        entries,
        narratives: Vec::new(),
    };
    Package { cover, content: Content::Report(report) }
}

/// Returns a package with one part changed or added.
fn with_part(bytes: &[u8], changed: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names.iter().filter(|name| *name != changed) {
        let mut part = Vec::new();
        zip.by_index(zip.index_for_name(name).unwrap()).unwrap().read_to_end(&mut part).unwrap();
        out.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        out.write_all(&part).unwrap();
    }
    out.start_file(changed, SimpleFileOptions::default()).unwrap();
    out.write_all(content).unwrap();
    out.finish().unwrap().into_inner()
}

fn refused(bytes: &[u8], want: &str) {
    let error = read(bytes).expect_err(want).to_string();
    assert!(error.contains(want), "{error}");
}

#[test]
fn what_was_changed_cut_or_added_is_named() {
    let good = write(&package(vec![entry(5, 35.0)]), "摘要").unwrap();
    assert!(looks_like(&good) && read(&good).is_ok());
    refused(b"", "不是要点台账的数据包");
    refused(b"hello", "不是要点台账的数据包");
    refused(&good[..good.len() / 2], "不完整");
    refused(&with_part(&good, "content.json", b"{}"), "与校验码不符");
    refused(&with_part(&good, "摘要.txt", "改过".as_bytes()), "与校验码不符");
    refused(&with_part(&good, "../evil", b"x"), "不该有的内容");
    refused(&with_part(&good, "sha256.txt", b""), "没有校验码");
    refused(&with_part(&good, "台账.yaodian", b""), "移交包");
}

#[test]
fn a_newer_format_and_an_unknown_field_are_refused() {
    let good = write(&package(Vec::new()), "摘要").unwrap();
    let file = |json: &str| {
        let sum = |bytes: &[u8]| parts::hex(&<sha2::Sha256 as sha2::Digest>::digest(bytes));
        let summary = parts::with_mark("摘要");
        let sums = format!("{}  content.json\n{}  摘要.txt\n", sum(json.as_bytes()), sum(summary.as_bytes()));
        with_part(&with_part(&good, "content.json", json.as_bytes()), "sha256.txt", sums.as_bytes())
    };
    refused(&file(r#"{"cover":{"format":2,"anything":true},"more":1}"#), "更新版本");
    refused(&file("{"), "读不出来");
    let mut zip = ZipArchive::new(Cursor::new(&good)).unwrap();
    let mut json = String::new();
    zip.by_index(zip.index_for_name("content.json").unwrap()).unwrap().read_to_string(&mut json).unwrap();
    assert!(read(&file(&json)).is_ok());
    refused(&file(&json.replacen("\"cover\"", "\"spare\": 1, \"cover\"", 1)), "读不出来");
    refused(&file(&json.replace("\"unit\",", "\"plan\",")), "内容与所说的种类不符");
}

#[test]
fn what_cannot_be_so_is_refused_before_it_is_written() {
    let both = EntryText { numerator: Amount::new(1.0), ..entry(5, 35.0) };
    let half = EntryText { value: None, denominator: Amount::new(1.0), ..entry(5, 35.0) };
    for (entries, want) in [
        (vec![both], "对不上"),
        (vec![half], "对不上"),
        (vec![entry(5, 1.0), entry(5, 2.0)], "重复"),
        (vec![EntryText { note: Some("\u{8}".into()), ..entry(5, 1.0) }], "控制字符"),
        (vec![EntryText { who: "长".repeat(1001), ..entry(5, 1.0) }], "超过1000字"),
    ] {
        let error = write(&package(entries), "").unwrap_err().to_string();
        assert!(error.contains(want), "{error}");
    }
}

#[test]
fn a_hand_over_package_gives_its_ledger_back_or_says_that_it_is_damaged() {
    let cover = Cover { kind: Kind::Handover, ..package(Vec::new()).cover };
    let content = HandoverContent { file_name: "台账".into(), plans: vec!["要点".into()], entries: 3, state: "ab".into() };
    let mut file = Cursor::new(Vec::new());
    write_handover(&mut file, &cover, &content, "摘要", &b"SQLite"[..], &[b"xlsx".to_vec()]).unwrap();
    let bytes = file.into_inner();
    let mut unpacked = Vec::new();
    let mut handover = Handover::open(Cursor::new(&bytes)).unwrap();
    handover.unpack_ledger(&mut unpacked).unwrap();
    assert_eq!((unpacked.as_slice(), &handover.content, &handover.cover), (&b"SQLite"[..], &content, &cover));
    let changed = with_part(&bytes, "台账.yaodian", b"sqlite");
    let damaged = Handover::open(Cursor::new(&changed)).unwrap().unpack_ledger(&mut Vec::new());
    assert!(matches!(damaged, Err(Error::Damaged(_))));
    assert_eq!(read(&bytes), Err(Error::OtherKind("移交包")));
    assert!(matches!(Handover::open(Cursor::new(write(&package(Vec::new()), "").unwrap())), Err(Error::OtherKind("单位填报包"))));
}

proptest! {
    #[test]
    fn what_is_written_is_read_and_the_same_says_the_same(values in proptest::collection::vec(-1e15..1e15f64, 0..20)) {
        let package = package(values.iter().zip(10..).map(|(value, n)| entry(n, *value)).collect());
        let bytes = write(&package, "摘要").unwrap();
        prop_assert_eq!(read(&bytes).unwrap(), package.clone());
        prop_assert_eq!(write(&package, "摘要").unwrap(), bytes);
    }

    #[test]
    fn a_byte_changed_anywhere_is_never_taken_for_something_else(at in 0usize..4000, bit in 0u8..8) {
        let good = package(vec![entry(5, 35.0), entry(6, 1.0)]);
        let mut bytes = write(&good, "摘要").unwrap();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(read) = read(&bytes) {
            prop_assert_eq!(read, good);
        }
    }
}
