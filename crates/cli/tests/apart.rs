//! The program as a reader of returned files: hostile ones of every format are refused within little memory, and what a file
//! does at worst is end that process.

#![cfg(target_os = "linux")]

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The most memory that reading a hostile file may take, in MB.
const MOST_MEMORY: u64 = 150;

/// The longest that refusing one may take, in milliseconds on a core, in a release build: `cargo xtask soak` tries it.
const MOST_TIME: u64 = 1000;

fn reader() -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yaodian"));
    command.arg("--read-apart").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_reader_that_would_need_too_much_memory_ends_and_takes_nothing_with_it() {
    let mut reader = reader();
    let mut stdin = reader.stdin.take().unwrap();
    stdin.write_all(&(1u32 << 30).to_le_bytes()).unwrap();
    let megabyte = vec![1; 1 << 20];
    let taken = (0..1024).take_while(|_| stdin.write_all(&megabyte).is_ok()).count();
    drop(stdin);
    let output = reader.wait_with_output().unwrap();
    assert!(taken < 700, "{taken} MB were taken");
    assert!(!output.status.success() && output.stdout.is_empty());
}

/// Returns why a file is refused as a returned form; as a table made elsewhere it may be read, within the same limits.
fn refusal(name: &str, bytes: &[u8]) -> String {
    asked(b'\x02', name, bytes);
    let answer = asked(b'\x01', name, bytes);
    answer["Err"].as_str().unwrap_or_else(|| panic!("{name} is read")).to_owned()
}

/// Asks for a file to be read; it is named, and so is what reading it took.
fn asked(question: u8, name: &str, bytes: &[u8]) -> serde_json::Value {
    let mut reader = reader();
    let (mut stdin, mut stdout) = (reader.stdin.take().unwrap(), reader.stdout.take().unwrap());
    stdin.write_all(&(bytes.len() as u32 + 1).to_le_bytes()).unwrap();
    stdin.write_all(&[question]).unwrap();
    stdin.write_all(bytes).unwrap();
    let mut length = [0; 4];
    stdout.read_exact(&mut length).unwrap_or_else(|error| panic!("{name} ends the reader: {error}"));
    let mut answer = vec![0; u32::from_le_bytes(length) as usize];
    stdout.read_exact(&mut answer).unwrap();
    let status = std::fs::read_to_string(format!("/proc/{}/status", reader.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    let peak = peak.unwrap() / 1024;
    let on_core = time_on_core(reader.id());
    drop(stdin);
    assert!(reader.wait().unwrap().success());
    let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap();
    println!("{name}: {on_core} ms, {peak} MB, {}", answer["Err"].as_str().unwrap_or("read"));
    assert!(cfg!(debug_assertions) || on_core < MOST_TIME, "{name} takes {on_core} ms");
    // The bytes of the file itself are there in any case.
    assert!(peak <= MOST_MEMORY + bytes.len() as u64 / (1 << 20), "{name} takes {peak} MB");
    answer
}

/// Returns how many milliseconds a process has had a core, from Linux's account.
fn time_on_core(process: u32) -> u64 {
    let account = std::fs::read_to_string(format!("/proc/{process}/schedstat")).unwrap();
    account.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1_000_000
}

/// Returns the script that writes hostile workbooks, looked for beside every folder above this one.
fn script() -> Option<std::path::PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.map(|folder| folder.join("shared/hostile/make_hostile.py")).find(|path| path.is_file())
}

#[test]
fn hostile_excel_workbooks_are_refused_within_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let written = script().and_then(|script| Command::new("python3").arg(script).current_dir(&folder).status().ok());
    if !written.is_some_and(|status| status.success()) {
        println!("skipped: shared/hostile is not beside the project, or python3 cannot be run");
        return;
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        refusal(&path.file_name().unwrap().to_string_lossy(), &std::fs::read(&path).unwrap());
    }
}

/// A part of a package, and what writes it.
type Part<'a> = (&'a str, &'a dyn Fn(&mut dyn Write));

fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, write) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default().large_file(true)).unwrap();
        write(&mut zip);
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &dyn Fn(&mut dyn Write)) -> Vec<u8> {
    let manifest: Part<'_> = ("META-INF/manifest.xml", &|out| out.write_all(b"<manifest/>").unwrap());
    let content = |out: &mut dyn Write| {
        out.write_all(b"<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">").unwrap();
        rows(out);
        out.write_all(b"</table:table></office:spreadsheet></office:body></office:document-content>").unwrap();
    };
    zip(&[manifest, ("content.xml", &content)])
}

#[test]
fn hostile_open_documents_are_refused_within_little_memory() {
    let says = |name: &str, rows: &dyn Fn(&mut dyn Write), wanted: &str| {
        let said = refusal(name, &ods(rows));
        assert!(said.contains(wanted), "{name}: {said}");
    };
    let text = |out: &mut dyn Write, text: &str| out.write_all(text.as_bytes()).unwrap();
    says("spaces.ods", &|out| (0..200).for_each(|_| out.write_all(&vec![b' '; 1 << 20]).unwrap()), "超过 64 MB");
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let repeated = |times: &str| row.replace("<table:table-row>", &format!("<table:table-row table:number-rows-repeated=\"{times}\">"));
    says("rows.ods", &|out| text(out, &repeated("4294967295")), "超出 100000 行");
    let cell = "<table:table-row><table:table-cell table:number-columns-repeated=\"4294967295\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    says("columns.ods", &|out| text(out, cell), "512 列");
    says("cells.ods", &|out| text(out, &"<table:table-cell/>".repeat(2_100_000)), "单元格超过 200 万个");
    let long = format!(
        "<table:table-row table:number-rows-repeated=\"90000\"><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>",
        "长".repeat(300_000)
    );
    says("text.ods", &|out| text(out, &long), "文字超过 64 MB");
    says("deep.ods", &|out| text(out, &"<a>".repeat(3_000_000)), "损坏");
    let merged = "<table:table-row><table:table-cell table:number-rows-spanned=\"1048576\" table:number-columns-spanned=\"16384\"/></table:table-row>";
    says("merged.ods", &|out| text(out, &format!("{merged}{}", repeated("90000"))), "合并单元格过多");
    says("entity.ods", &|out| text(out, "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;"), "");
    says("sheets.ods", &|out| text(out, &"</table:table><table:table>".repeat(1_000_000)), "工作表超过 256 张");
}

fn xls(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let stream: Vec<u8> = records
        .iter()
        .flat_map(|(kind, content)| [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes()[..], content].concat())
        .collect();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("Workbook").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn hostile_old_workbooks_are_refused_within_little_memory() {
    let begin = || (0x0809, vec![0, 6, 5, 0]);
    let sheet = || (0x0085, [&[0, 0, 0, 0, 0, 0, 1, 0][..], b"a"].concat());
    let says = |name: &str, records: &[(u16, Vec<u8>)], wanted: &str| {
        let said = refusal(name, &xls(records));
        assert!(said.contains(wanted), "{name}: {said}");
    };
    says("nothing.xls", &[], "结构不完整");
    says("password.xls", &[begin(), (0x002f, vec![0, 0])], "打开密码");
    // Every sheet begins where the book does, which has no end: it is walked once a sheet.
    let mut all: Vec<_> = std::iter::once(begin()).chain((0..250).map(|_| sheet())).collect();
    all.extend((0..60_000).map(|_| (0x0203, vec![0; 14])));
    says("one_place.xls", &all, "");
    says("sheets.xls", &std::iter::once(begin()).chain((0..100_000).map(|_| sheet())).collect::<Vec<_>>(), "超过 256 张");
    let strings: Vec<_> = [begin(), (0x00fc, [&[0xff; 8][..], &[0; 8000]].concat())]
        .into_iter()
        .chain((0..2_000).map(|_| (0x003c, vec![0; 8000])))
        .chain([(0x000a, vec![])])
        .collect();
    says("strings.xls", &strings, "");
    let area: Vec<u8> = [&[0xff, 3][..], &[0, 0, 0xff, 0xff, 0, 0, 0xff, 0].repeat(1000)].concat();
    let merged: Vec<_> = [begin(), sheet(), (0x0203, vec![0; 14])]
        .into_iter()
        .chain((0..200).map(|_| (0x00e5, area.clone())))
        .chain([(0x000a, vec![])])
        .collect();
    says("merged.xls", &merged, "合并单元格过多");
}

#[test]
fn hostile_text_is_refused_within_little_memory() {
    let says = |name: &str, bytes: &[u8], wanted: &str| {
        let said = refusal(name, bytes);
        assert!(said.contains(wanted), "{name}: {said}");
    };
    let header = "序号,指标,本期值,备注\r\n";
    says("commas.csv", format!("{header}{}", ",".repeat(4 << 20)).as_bytes(), "超过 16384 列");
    says("cells.csv", format!("{header}{}", format!("{}\n", ",".repeat(9999)).repeat(210)).as_bytes(), "单元格超过 200 万个");
    says("lines.csv", format!("{header}{}", "1\n".repeat(2 << 20)).as_bytes(), "超出 100000 行");
    says("quote.csv", format!("{header}\"{}", "字".repeat(1 << 20)).as_bytes(), "最后一行不完整");
    says("words.csv", "字".repeat(1 << 20).as_bytes(), "不是填报表");
    says("long.csv", &vec![b'1'; 6 << 20], "最多 5 MB");
    says("large.csv", &vec![b'1'; 60 << 20], "最多 50 MB");
}
