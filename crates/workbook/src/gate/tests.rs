use super::*;
use crate::tests::form;
use crate::write_return_form;
use std::io::Write;
use zip::write::SimpleFileOptions;

fn good() -> Vec<u8> {
    write_return_form(&form()).unwrap()
}

/// Returns a container with these parts in place of, or beside, those of a good workbook.
fn with(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let good = good();
    let mut old = ZipArchive::new(Cursor::new(good.as_slice())).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        if !parts.iter().any(|(part, _)| *part == name) {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            new.start_file(name, SimpleFileOptions::default()).unwrap();
            new.write_all(&bytes).unwrap();
        }
    }
    for (name, bytes) in parts {
        new.start_file(*name, SimpleFileOptions::default()).unwrap();
        new.write_all(bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// Returns the file with every occurrence of some bytes replaced by others of the same length.
fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for at in 0..bytes.len() - from.len() {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    bytes
}

fn code(bytes: &[u8]) -> &'static str {
    match check(bytes) {
        Ok(_) => "ok",
        Err(error) => error.code(),
    }
}

#[test]
fn a_workbook_of_ours_passes() {
    assert_eq!(code(&good()), "ok");
    assert_eq!(code(&with(&[("xl/media/image1.png", b"\x89PNG <!DOCTYPE")])), "ok");
}

#[test]
fn other_files_are_named() {
    let ole = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600], &name].concat()
    };
    let cases: [(&str, Vec<u8>); 13] = [
        ("empty_file", vec![]),
        ("broken", vec![0; 100]),
        ("ok", ole("Workbook")),
        ("password_protected", ole("EncryptedPackage")),
        ("other_format", ole("WordDocument")),
        ("broken", ole("Whatever")),
        ("other_format", b"%PDF-1.7".to_vec()),
        ("other_format", b"<html><table>".to_vec()),
        ("ok", "序号,指标\n1,新增托位\n".into()),
        ("enciphered", (0..=250).rev().collect()),
        ("broken", good()[..good().len() / 2].to_vec()),
        ("other_format", with(&[("word/document.xml", b"<w/>")])),
        ("other_format", with(&[("xl/workbook.bin", b"x")])),
    ];
    for (expected, bytes) in cases {
        assert_eq!(code(&bytes), expected, "{:?}", bytes.get(..8));
    }
}

#[test]
fn a_zip_that_is_no_office_document_is_named() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("照片.jpg", SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(check(&bytes).unwrap_err(), Error::OtherFormat("压缩包"));
}

#[test]
fn names_that_repeat_or_lead_outside_are_refused() {
    for name in ["../evil.xml", "/evil.xml", "xl\\..\\..\\evil.xml", "c:/evil.xml"] {
        let bytes = patched(&with(&[(&"x".repeat(name.len()), b"<x/>")]), "x".repeat(name.len()).as_bytes(), name.as_bytes());
        assert_eq!(code(&bytes), "unsafe", "{name}");
    }
    let twins = with(&[("xl/aa.xml", b"<a/>"), ("xl/ab.xml", b"<a/>")]);
    assert_eq!(code(&patched(&twins, b"xl/ab.xml", b"xl/aa.xml")), "unsafe");
    assert_eq!(code(&patched(&twins, b"xl/ab.xml", b"xl/AA.xml")), "unsafe");
}

#[test]
fn document_types_odd_encodings_and_false_counts_are_refused() {
    let strings = "xl/sharedStrings.xml";
    let doctype = b"\xef\xbb\xbf <?xml version=\"1.0\"?><!-- x --><!DOCTYPE sst [<!ENTITY a \"aa\">]><sst/>";
    assert_eq!(code(&with(&[(strings, doctype)])), "unsafe");
    assert_eq!(code(&with(&[("xl/theme/theme1.xml", doctype)])), "unsafe");
    let utf16: Vec<u8> = "\u{feff}<?xml?><!DOCTYPE x><x/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(code(&with(&[("xl/theme/theme1.xml", &utf16)])), "unsafe");
    for sst in [
        "<sst uniqueCount=\"4294967295\"/>",
        "<y><x:sst count=\"1\" uniqueCount='400000000'><x:si/></x:sst></y>",
        "<sst uniqueCount=\"-1\"/>",
    ] {
        assert_eq!(code(&with(&[(strings, sst.as_bytes())])), "unsafe", "{sst}");
    }
    // The number of references may well be larger than the table.
    assert_eq!(code(&with(&[(strings, b"<sst count=\"100000\" uniqueCount=\"1\"><si><t>x</t></si></sst>")])), "ok");
}

#[test]
fn what_inflates_too_much_is_refused_whatever_it_declares() {
    let spaces = vec![b' '; LARGEST_PART + 1];
    assert_eq!(code(&with(&[("xl/worksheets/sheet9.xml", &spaces)])), "too_large");
    let most = &spaces[..LARGEST_PART - 1];
    let names: Vec<String> = (0..5).map(|n| format!("xl/{n}.bin")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), most)).collect();
    assert_eq!(code(&with(&parts[..1])), "ok");
    assert_eq!(code(&with(&parts)), "too_large");
    let names: Vec<String> = (0..=MOST_ENTRIES).map(|n| format!("xl/{n}.xml")).collect();
    assert_eq!(code(&with(&names.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>())), "too_large");
    assert_eq!(code(&vec![b'P'; LARGEST_FILE + 1]), "too_large");
}

#[test]
fn an_enciphered_part_asks_for_the_password_to_be_removed() {
    let mut bytes = good();
    // The general purpose flag, in the local and in the central header of the first part.
    for (mark, flag) in [(&b"PK\x03\x04"[..], 6), (&b"PK\x01\x02"[..], 8)] {
        let at = bytes.windows(4).position(|window| window == mark).unwrap();
        bytes[at + flag] |= 1;
    }
    assert_eq!(code(&bytes), "password_protected");
}

#[test]
fn broken_bytes_never_panic() {
    let good = good();
    for at in (0..good.len()).step_by(37) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        let _ = crate::read_return(&bytes);
        let _ = crate::read_return(&good[..at]);
    }
}

const ODD: [&str; 12] = [
    "99999999999999999999",
    "-1",
    "\"",
    "<",
    ">",
    "/",
    "r=\"A0\" ",
    "<f t=\"shared\" si=\"4000000000\" ref=\"A1:B2\"/>",
    "t=\"e\" ",
    "t=\"b\" ",
    "1e999",
    "&#0;",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn parts_with_odd_pieces_never_panic(part in 0usize..64, pieces in proptest::collection::vec((0.0..1.0, 0..ODD.len(), 0usize..40), 1..4)) {
        let good = good();
        let names: Vec<String> = ZipArchive::new(Cursor::new(good.as_slice())).unwrap().file_names().map(|name| name.unwrap().into_owned()).collect();
        let name = &names[part % names.len()];
        let bytes = crate::tests::structure::with_part_changed(&good, name, |text| {
            let mut chars: Vec<char> = text.chars().collect();
            for (place, odd, gone) in &pieces {
                let at = (place * chars.len() as f64) as usize;
                let end = (at + gone).min(chars.len());
                chars.splice(at..end, ODD[*odd].chars());
            }
            chars.into_iter().collect()
        });
        // Whatever still counts as a return must name only rows that were sent.
        if let Ok(back) = crate::read_return(&bytes) {
            let sent: Vec<_> = form().rows.iter().map(|row| row.row).collect();
            for row in back.rows {
                if let crate::RowId::Known(id) = row.id {
                    proptest::prop_assert!(sent.contains(&id));
                }
            }
        }
    }
}

#[test]
fn a_part_that_may_hold_formulas_is_told() {
    for part in ["<c><f>1+1</f></c>", "<x:f>A1</x:f>", "<f t=\"shared\" si=\"0\"/>", "<f\n>", "<f/>"] {
        assert!(names_a_formula(part.as_bytes()), "{part}");
    }
    for part in ["<fonts/>", "<fill>", "<a:fontScheme/>", "<t>f</t>", "<f", "", "<ff/>"] {
        assert!(!names_a_formula(part.as_bytes()), "{part}");
    }
}
