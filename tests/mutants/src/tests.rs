use super::*;
use documents::{Document, all};
use mutate::{Random, mutated};

#[test]
fn every_document_is_read_before_it_is_damaged() {
    for (name, document) in all() {
        let file = document.file();
        match name {
            "return form" => assert_eq!(workbook::read_return(&file).expect("our own form").rows.len(), 3),
            "return form .ods" | "return form .xls" => assert_eq!(workbook::read_return(&file).expect("our own form").rows.len(), 5),
            _ => assert!(reader::read(name, &file).is_ok_and(|reading| reading.source.lines.len() > 2), "{name}"),
        }
    }
}

#[test]
fn every_parser_is_fed_by_its_target() {
    let all = all();
    for parser in Parser::ALL {
        for (_, document) in &all {
            match document {
                Document::Bytes(bytes) | Document::Stream(bytes) => feed(parser, bytes),
                Document::Package(parts) => parts.iter().for_each(|(_, part)| feed(parser, part)),
            }
        }
        feed(parser, b"");
        feed(parser, b"PK");
    }
}

#[test]
fn the_same_seed_gives_the_same_damage() {
    let all = all();
    let damaged = |seed| mutated(&all[4].1, &all, &mut Random::new(seed));
    assert_eq!(damaged(7), damaged(7));
    assert_ne!(damaged(7), damaged(8));
}
