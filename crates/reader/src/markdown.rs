//! Text with Markdown's signs: they are taken away, its tables become pipe rows.

use regex::Regex;
use std::sync::LazyLock;

static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(!?)\[([^\[\]\n]{0,200})\]\([^()\s]{1,500}\)").expect("the pattern is constant"));
static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"</?(br|b|i|u|p|span|div|sup|sub|center|font)\b[^<>\n]{0,200}>").expect("the pattern is constant"));

/// Returns true if the text has signs that plain text does not: `# `, `**`, a table's rule.
pub fn looks_like(text: &str) -> bool {
    let mut marks = 0;
    for line in text.lines().take(2000) {
        let line = line.trim();
        if heading(line).is_some_and(|words| !words.is_empty()) || is_rule_of_table(line) {
            return true;
        }
        marks += line.matches("**").count();
    }
    marks >= 4
}

/// Returns the lines without the signs.
pub fn lines(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut in_table = false;
    let all: Vec<&str> = text.split('\n').collect();
    for (at, line) in all.iter().enumerate() {
        let line = line.trim();
        if line.starts_with("```") || line.starts_with("~~~") || is_rule(line) || is_rule_of_table(line) {
            continue;
        }
        let begins = all.get(at + 1).is_some_and(|next| line.contains('|') && is_rule_of_table(next.trim()));
        in_table = line.contains('|') && (in_table || begins);
        match in_table {
            true => out.push(row(line)),
            false => out.push(plain(line)),
        }
    }
    out
}

fn row(line: &str) -> String {
    let inside = line.strip_prefix('|').unwrap_or(line);
    let inside = inside.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inside);
    // A bar inside a cell is written \|.
    let cells = inside.replace("\\|", "\u{0}");
    cells.split('|').map(|cell| inline(cell.trim()).replace('\u{0}', "／")).collect::<Vec<_>>().join(" | ")
}

fn plain(line: &str) -> String {
    let mut line = line;
    while let Some(rest) = line.strip_prefix('>') {
        line = rest.trim_start();
    }
    if let Some(words) = heading(line) {
        return inline(words.trim_end_matches('#').trim_end());
    }
    for bullet in ["- [ ] ", "- [x] ", "- ", "* ", "+ "] {
        if let Some(rest) = line.strip_prefix(bullet) {
            return inline(rest.trim_start());
        }
    }
    inline(line)
}

fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with(' ')).then(|| words.trim())
}

/// Returns true for `---` and `***`.
fn is_rule(line: &str) -> bool {
    let signs: String = line.chars().filter(|c| *c != ' ').collect();
    signs.len() >= 3 && ['-', '*', '_'].iter().any(|sign| signs.chars().all(|c| c == *sign))
}

/// Returns true for `| --- | :-: |`.
fn is_rule_of_table(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Takes the signs out of a line's words.
fn inline(words: &str) -> String {
    if !words.contains(['*', '_', '`', '[', '<', '\\', '~', '&']) {
        return words.to_owned();
    }
    let linked = LINK.replace_all(words, |found: &regex::Captures<'_>| if &found[1] == "!" { String::new() } else { found[2].to_owned() });
    let text = TAG.replace_all(&linked, " ").replace("**", "").replace("~~", "").replace('`', "").replace("&nbsp;", " ");
    let text = text.replace("__", "");
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(|next| next.is_ascii_punctuation()) => out.extend(chars.next()),
            // What is left of a pair: emphasis. Beside digits it multiplies (3*5).
            '*' if !(out.ends_with(|c: char| c.is_ascii_digit()) && chars.peek().is_some_and(char::is_ascii_digit)) => {}
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn signs_go_and_words_stay() {
        let text = "# 云州市2026年**工作要点**\n\n---\n## 一、总体要求 ##\n- **目标**：新建*3*家（[附件](http://a/b)）\n> 1\\. 完成率`80%`\n\n\
            | 序号 | 任务 |\n|:---|---:|\n| 1 | 新建<br>站点 \\| 改造 |\n\n```\n3*5 = 15\n```";
        assert!(looks_like(text));
        expect![[r#"
            云州市2026年工作要点

            一、总体要求
            目标：新建3家（附件）
            1. 完成率80%

            序号 | 任务
            1 | 新建 站点 ／ 改造

            3*5 = 15"#]]
        .assert_eq(&lines(text).join("\n"));
    }

    #[test]
    fn a_plan_in_plain_text_has_no_signs() {
        assert!(!looks_like("一、总体要求\n序号 | 任务 | 单位\n1 | 新建 | 甲\n#1 楼、3*5、*为牵头单位\n——\n-- 5 --"));
    }
}
