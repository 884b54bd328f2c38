use super::*;
use expect_test::{Expect, expect};

/// Makes a PDF whose letters say what they are only through a ToUnicode map, as Chinese ones do. Each line is its
/// place, its size and its words.
pub fn pdf(pages: &[&[(f64, f64, f64, &str)]]) -> Vec<u8> {
    let letters: Vec<char> = pages.iter().flat_map(|page| page.iter()).flat_map(|(.., words)| words.chars()).collect();
    let code = |c: char| letters.iter().position(|other| *other == c).expect("each letter is listed") + 1;
    let mut map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n".to_owned();
    for c in &letters {
        map += &format!("1 beginbfchar <{:04x}> <{:04x}> endbfchar\n", code(*c), u32::from(*c));
    }
    map += "endcmap end end";
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 10 + at * 2)).collect();
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len())),
        (3, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>".to_owned()),
        (4, "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000>>".to_owned()),
        (5, "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>".to_owned()),
        (6, format!("<</Length {}>>stream\n{map}\nendstream", map.len())),
    ];
    for (at, page) in pages.iter().enumerate() {
        let mut content = String::new();
        for (x, y, size, words) in page.iter() {
            let codes: String = words.chars().map(|c| format!("{:04x}", code(c))).collect();
            content += &format!("BT /F {size} Tf {x} {y} Td <{codes}> Tj ET\n");
        }
        let number = 10 + at * 2;
        objects.push((
            number,
            format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>", number + 1),
        ));
        objects.push((number + 1, format!("<</Length {}>>stream\n{content}\nendstream", content.len())));
    }
    let body: String = objects.iter().map(|(number, object)| format!("{number} 0 obj {object} endobj\n")).collect();
    // Without a cross-reference table readers look for the objects themselves.
    format!("%PDF-1.7\n{body}trailer <</Root 1 0 R>>\n%%EOF").into_bytes()
}

fn check(pages: &[&[(f64, f64, f64, &str)]], expected: Expect) {
    let (lines, problems) = lines("计划.pdf", &pdf(pages)).unwrap();
    expected.assert_eq(&[lines, problems].concat().join("\n"));
}

/// Returns a small PDF, for tests that damage it.
pub fn pdf_for_tests() -> Vec<u8> {
    pdf(&[&[(50.0, 500.0, 10.0, "一、新建站点3家")]])
}

#[test]
fn lines_are_joined_to_paragraphs_across_pages() {
    let full = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒";
    check(
        &[
            &[
                (120.0, 550.0, 18.0, "云州市工作要点"),
                (70.0, 500.0, 10.0, &full[..84]),
                (50.0, 485.0, 10.0, full),
                (50.0, 470.0, 10.0, "到此为止。"),
                (70.0, 455.0, 10.0, &full[..84]),
                (180.0, 30.0, 10.0, "— 1 —"),
            ],
            &[(50.0, 550.0, 10.0, "接上页。"), (70.0, 500.0, 10.0, "（一）新"), (150.0, 500.0, 10.0, "段"), (180.0, 30.0, 10.0, "— 2 —")],
        ],
        expect![[r#"
            云州市工作要点
            甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒到此为止。
            甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙接上页。
            — 1 —
            （一）新 段
            — 2 —"#]],
    );
}

#[test]
fn running_heads_are_left_out_and_told() {
    let page = |words: &'static str, last| [(50.0, 580.0, 9.0, "云州市文件 第1页"), (50.0, 500.0, 10.0, words), (50.0, 400.0, 10.0, last)];
    check(
        &[&page("甲", "子"), &page("乙", "丑"), &page("丙", "寅")],
        expect![[r#"
            甲
            子
            乙
            丑
            丙
            寅
            已略去每页重复的页眉或页脚“云州市文件 第1页”"#]],
    );
}

#[test]
fn official_documents_that_leave_their_fonts_out_are_read() {
    // Typesetters of official documents name a system font and its encoding, and give no map.
    for (encoding, codes) in [("GBK-EUC-H", encoding_rs::GBK.encode("新建").0.into_owned()), ("UniGB-UCS2-H", vec![0x65, 0xb0, 0x5e, 0xfa])]
    {
        let hex: String = codes.iter().map(|b| format!("{b:02x}")).collect();
        let content = format!("BT /F 16 Tf 50 500 Td <{hex}> Tj ET");
        let objects = [
            "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj".to_owned(),
            "2 0 obj <</Type/Pages/Kids[7 0 R]/Count 1>> endobj".to_owned(),
            format!("3 0 obj <</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/{encoding}/DescendantFonts[4 0 R]>> endobj"),
            "4 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>> endobj".to_owned(),
            "5 0 obj <</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 859/StemV 80>> endobj".to_owned(),
            "7 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>/Contents 8 0 R>> endobj".to_owned(),
            format!("8 0 obj <</Length {}>>stream\n{content}\nendstream endobj", content.len()),
        ];
        let text = format!("%PDF-1.4\n{}\ntrailer <</Root 1 0 R>>\n%%EOF", objects.join("\n"));
        assert_eq!(lines("公文.pdf", text.as_bytes()).unwrap().0, ["新建"], "{encoding}");
    }
}

#[test]
fn a_scan_and_a_damaged_file_are_named() {
    let message = |bytes: &[u8]| lines("扫描.pdf", bytes).unwrap_err().to_string();
    assert!(message(&pdf(&[&[]])).contains("扫描件"));
    assert!(message(b"%PDF-1.7 and nothing").contains("损坏"));
    let nested = format!("%PDF-1.7\n1 0 obj {}", "[".repeat(200_000));
    assert!(message(nested.as_bytes()).contains("损坏"));
}

#[test]
fn a_form_that_draws_itself_many_times_ends() {
    // Each form draws the next one ten times: 10^12 in all.
    let mut body = String::new();
    for at in 0..12 {
        let content = format!("/X{} Do ", at + 1).repeat(10);
        body += &format!(
            "{} 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X{} {} 0 R>>>>/Length {}>>stream\n{content}\nendstream endobj\n",
            20 + at,
            at + 1,
            21 + at,
            content.len()
        );
    }
    body += "32 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream\n0 0 1 1 re f\nendstream endobj\n";
    let text = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj 3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X0 20 0 R>>>>/Contents 4 0 R>> endobj 4 0 obj <</Length 7>>stream\n/X0 Do\nendstream endobj\n{body}trailer <</Root 1 0 R>>"
    );
    assert!(lines("a.pdf", text.as_bytes()).is_err());
}
