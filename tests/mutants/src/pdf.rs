//! A small PDF whose letters say what they are only through a map, as Chinese ones do.

/// Returns a PDF with these lines on each of two pages.
pub fn document(lines: &[&str]) -> Vec<u8> {
    let letters: Vec<char> = lines.iter().flat_map(|line| line.chars()).collect();
    let code = |c: char| letters.iter().position(|other| *other == c).unwrap_or(0) + 1;
    let mut map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n".to_owned();
    for c in &letters {
        map += &format!("1 beginbfchar <{:04x}> <{:04x}> endbfchar\n", code(*c), u32::from(*c));
    }
    map += "endcmap end end";
    let mut content = String::new();
    for (at, line) in lines.iter().enumerate() {
        let codes: String = line.chars().map(|c| format!("{:04x}", code(c))).collect();
        content += &format!("BT /F 12 Tf 50 {} Td <{codes}> Tj ET\n", 560 - at * 20);
    }
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F 3 0 R>>>>/Contents 8 0 R>>";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[7 0 R 9 0 R]/Count 2>>".to_owned(),
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000>>".to_owned(),
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>".to_owned(),
        format!("<</Length {}>>stream\n{map}\nendstream", map.len()),
        page.to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        page.to_owned(),
    ];
    let body: String = objects.iter().enumerate().map(|(at, object)| format!("{} 0 obj {object} endobj\n", at + 1)).collect();
    // Without a cross-reference table readers look for the objects themselves.
    format!("%PDF-1.7\n{body}trailer <</Root 1 0 R>>\n%%EOF").into_bytes()
}
