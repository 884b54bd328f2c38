//! A file name every system accepts.

/// Bytes of UTF-8: Linux takes 255, and long folders on Windows leave about this much.
const LONGEST: usize = 240;
const EXTENSION: &str = ".xlsx";
/// What the unit's name may take; a plan's title gives way first.
const LONGEST_UNIT: usize = 120;
const LONGEST_PERIOD: usize = 40;

/// Returns 计划-期次-单位.xlsx with everything replaced that Windows refuses, at most 240 bytes long.
///
/// Different units can come out alike (`A/B` and `A:B`, or names cut at the same place). The caller writes many
/// files into one folder and must number those that are equal, without regard to upper and lower case.
///
/// ```
/// assert_eq!(workbook::form_file_name("要点/2024", "2024年6月", "云州市东湖区"), "要点_2024-2024年6月-云州市东湖区.xlsx");
/// ```
pub fn form_file_name(plan: &str, period: &str, unit: &str) -> String {
    let unit = cut(&fit(unit), LONGEST_UNIT);
    let period = cut(&fit(period), LONGEST_PERIOD);
    let rest = EXTENSION.len() + unit.len() + period.len() + 2;
    let plan = cut(&fit(plan), LONGEST - 1 - rest);
    let stem = format!("{plan}-{period}-{unit}");
    let stem = stem.trim_end_matches(['.', ' ']);
    let mark = if is_reserved(stem) { "_" } else { "" };
    format!("{mark}{stem}{EXTENSION}")
}

fn fit(text: &str) -> String {
    let replaced: String = text
        .trim()
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() || c == '\u{fffd}' || r#"<>:"/\|?*"#.contains(c) { '_' } else { c })
        .collect();
    replaced.trim().to_owned()
}

/// Marks that reverse or hide part of a name.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn cut(text: &str, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text[..end].trim_end().to_owned()
}

/// Windows takes `CON.anything` for the console.
fn is_reserved(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    matches!(base.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || ["COM", "LPT"].iter().any(|port| base.strip_prefix(port).is_some_and(|n| n.len() == 1 && n != "0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_gets_no_name_it_refuses() {
        assert_eq!(form_file_name("a<b>c", "2024\n06", " 单位. "), "a_b_c-2024_06-单位.xlsx");
        assert_eq!(form_file_name("CON.", "p", "u"), "_CON.-p-u.xlsx");
        assert_eq!(form_file_name("com1.x", "p", "u"), "_com1.x-p-u.xlsx");
        assert_eq!(form_file_name("x\u{202e}y", "p", "u\u{200b}"), "xy-p-u.xlsx");
    }

    #[test]
    fn long_names_lose_the_end_of_the_plan_first() {
        let name = form_file_name(&"长".repeat(300), "2024年第四季度", "云州市高新技术产业开发区卫生健康局");
        assert!(name.len() <= LONGEST && name.ends_with("-2024年第四季度-云州市高新技术产业开发区卫生健康局.xlsx"), "{name}");
        assert!(form_file_name(&"长".repeat(300), &"期".repeat(300), &"位".repeat(300)).len() <= LONGEST);
    }
}
