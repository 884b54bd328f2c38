use super::*;
use proptest::prelude::*;

fn table(columns: &[&str], rows: Vec<Vec<String>>) -> Paper {
    let columns = columns.iter().map(|head| (*head).to_owned()).collect();
    Paper { title: "云州市2026年重点任务".into(), line: "截至2026年7月".into(), columns, rows }
}

fn words(sheets: &[Svg]) -> String {
    reader::read("页.pdf", &crate::pdf("页", sheets).unwrap()).unwrap().source.text
}

/// The texts of a drawing with where each stands.
fn texts(svg: &Svg) -> Vec<(f32, f32, String)> {
    let tree = crate::png::tree(svg).unwrap();
    fn each(group: &resvg::usvg::Group, found: &mut Vec<(f32, f32, String)>) {
        for node in group.children() {
            match node {
                resvg::usvg::Node::Group(group) => each(group, found),
                resvg::usvg::Node::Text(text) => {
                    let area = text.abs_bounding_box();
                    found.push((area.left(), area.right(), text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect()));
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    each(tree.root(), &mut found);
    found
}

#[test]
fn every_row_is_on_a_sheet_and_each_sheet_has_the_heads_and_its_number() {
    let rows = (1..=90).map(|n| vec![n.to_string(), format!("第{n}项：扩大普惠托育供给"), format!("{n}.5%")]).collect();
    let sheets = pages(&[table(&["序号", "重点任务", "完成率"], rows)]);
    assert_eq!(sheets.len(), 4);
    for (at, sheet) in sheets.iter().enumerate() {
        let said = words(std::slice::from_ref(sheet));
        assert!(said.contains("重点任务") && said.contains("完成率") && said.contains(&format!("第{}页，共4页", at + 1)), "{said}");
    }
    let said = words(&sheets);
    assert!((1..=90).all(|n| said.contains(&format!("第{n}项：")) && said.contains(&format!("{n}.5%"))));
}

#[test]
fn long_words_are_wrapped_and_a_row_longer_than_a_sheet_goes_on_on_the_next() {
    let long: String = (0..4000).map(|n| char::from_u32(0x4e00 + n % 3000).unwrap()).collect();
    let sheets = pages(&[table(&["任务", "进展情况"], vec![vec!["扩大供给".into(), long.clone()], vec!["末项".into(), "完".into()]])]);
    assert!(sheets.len() > 1);
    let said: String = words(&sheets).chars().filter(|c| !c.is_whitespace()).collect();
    let of_long = sheets.iter().flat_map(texts).map(|(_, _, words)| words).filter(|words| words.chars().count() > 20).collect::<String>();
    assert!(of_long.replace(['\u{200b}', ' '], "").contains(&long[..300]) && said.contains("末项"));
    assert_eq!(
        sheets
            .iter()
            .flat_map(texts)
            .filter(|(_, _, words)| long.contains(words.as_str()) && !words.is_empty())
            .map(|(_, _, words)| words.chars().count())
            .sum::<usize>(),
        4000
    );
}

#[test]
fn more_columns_than_fit_go_on_sheets_of_their_own_with_the_first_again() {
    let heads: Vec<String> = ["指标".to_owned()].into_iter().chain((1..=40).map(|n| format!("第{n}期"))).collect();
    let row: Vec<String> = ["新增托位".to_owned()].into_iter().chain((1..=40).map(|n| format!("{}", 1_234_567 * n))).collect();
    let sheets = pages(&[table(&heads.iter().map(String::as_str).collect::<Vec<_>>(), vec![row.clone()])]);
    assert!(sheets.len() > 1 && sheets.iter().all(|sheet| words(std::slice::from_ref(sheet)).contains("新增托位")));
    let said = words(&sheets);
    assert!(row.iter().all(|cell| said.contains(cell)), "no number is broken or lost");
}

#[test]
fn nothing_to_print_is_a_sheet_with_its_heads() {
    let sheets = pages(&[table(&["单位", "得分"], Vec::new())]);
    assert_eq!((sheets.len(), words(&sheets).contains("得分")), (1, true));
    assert_eq!(pages(&[Paper::default()]).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    #[test]
    fn any_table_stays_on_its_sheets(
        rows in proptest::collection::vec(proptest::collection::vec("[一-三0-9a-z%🙂\u{0}\n ]{0,60}", 0..14), 0..40),
        heads in proptest::collection::vec("[一-三]{0,12}", 0..14),
    ) {
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        for sheet in pages(&[table(&heads, rows)]) {
            for (left, right, words) in texts(&sheet) {
                prop_assert!(left >= MARGIN - 2.0 && right <= ACROSS.width as f32 - MARGIN + 2.0, "{words}: {left} {right}");
            }
        }
    }
}
