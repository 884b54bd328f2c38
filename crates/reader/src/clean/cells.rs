//! Tables whose cells a copy parted by tabs, by bare bars, or by line breaks: made into rows with ` | ` between cells.

/// The most columns a table has whose cells stand on lines of their own.
const MOST_COLUMNS: usize = 12;
const LONGEST_HEADING: usize = 12;

/// Returns the lines with such tables as rows.
pub fn rows(lines: Vec<String>) -> Vec<String> {
    let lines = by_sign(by_sign(lines, '\t'), '|');
    if lines.iter().any(|line| is_first_heading(line)) { by_line(lines) } else { lines }
}

/// Reads consecutive lines with equally many of a sign as rows.
fn by_sign(mut lines: Vec<String>, sign: char) -> Vec<String> {
    let count = |line: &str| match line.contains(" | ") {
        true => 0,
        false => Some(line.matches(sign).count()).filter(|n| *n >= 2 && cells(line, sign).count() >= 2).unwrap_or(0),
    };
    let counts: Vec<usize> = lines.iter().map(|line| count(line)).collect();
    for at in 0..lines.len() {
        let beside = |other: Option<usize>| other.and_then(|i| counts.get(i)) == Some(&counts[at]);
        if counts[at] > 0 && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            let line = &lines[at];
            let framed = || line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|'));
            let line = if sign == '|' { framed().unwrap_or(line) } else { line };
            lines[at] = line.split(sign).map(|cell| cell.trim().replace('|', "／")).collect::<Vec<_>>().join(" | ");
        }
    }
    lines
}

fn cells(line: &str, sign: char) -> impl Iterator<Item = &str> {
    line.split(sign).map(str::trim).filter(|cell| !cell.is_empty())
}

fn is_first_heading(line: &str) -> bool {
    matches!(line.trim(), "序号" | "编号")
}

/// Reads tables with each cell on a line of its own: 序号 / 任务 / 责任单位 / 1 / … / 2 / ….
fn by_line(lines: Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        match is_first_heading(&lines[at]).then(|| table(&lines[at..])).flatten() {
            Some((rows, length)) => {
                out.extend(rows);
                at += length;
            }
            None => {
                out.push(lines[at].clone());
                at += 1;
            }
        }
    }
    out
}

/// Returns the rows of the table that begins with the first line, and how many lines it takes.
fn table(lines: &[String]) -> Option<(Vec<String>, usize)> {
    let filled = |from: usize| {
        lines[from..].iter().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(move |(i, line)| (from + i, line.trim()))
    };
    let mut headings = Vec::new();
    let mut at = None;
    for (i, line) in filled(0).take(MOST_COLUMNS + 1) {
        if is_number(line, 1) {
            at = Some(i);
            break;
        }
        if line.chars().count() > LONGEST_HEADING || line.contains(['。', '，', '：', '|']) {
            return None;
        }
        headings.push(line);
    }
    let (mut at, width) = (at?, headings.len());
    if width < 3 {
        return None;
    }
    let mut rows = vec![headings.join(" | ")];
    let mut whole = 0;
    for number in 1.. {
        let behind: Vec<(usize, &str)> = filled(at + 1).take(width * 3).collect();
        // The next number stands where a whole row ends, else soon behind.
        let is_next = |i: &usize| behind.get(*i).is_some_and(|(_, line)| is_number(line, number + 1));
        let next = Some(width - 1).filter(is_next).or_else(|| (1..behind.len()).find(is_next));
        let mut cells: Vec<&str> = behind.iter().take(next.unwrap_or(width - 1)).map(|(_, line)| *line).collect();
        whole += usize::from(cells.len() == width - 1);
        let more = cells.len().saturating_sub(width - 1);
        // A cell of several lines is that of the details.
        let details = (more > 0 && width > 2).then(|| cells.drain(1..=1 + more).collect::<Vec<_>>().concat());
        if let Some(details) = &details {
            cells.insert(1, details);
        }
        rows.push(format!("{number} | {}", cells.join(" | ")));
        match next {
            Some(next) => at = behind[next].0,
            None => {
                at = behind.get(width - 2).or(behind.last()).map_or(at, |(i, _)| *i);
                break;
            }
        }
    }
    (rows.len() > 2 && whole * 2 >= rows.len() - 1).then_some((rows, at + 1))
}

fn is_number(line: &str, number: usize) -> bool {
    line.trim_end_matches(['.', '、', '．']).parse() == Ok(number)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&super::rows(text.split('\n').map(str::to_owned).collect()).join("\n"));
    }

    #[test]
    fn cells_on_lines_of_their_own_make_rows() {
        check(
            "清单\n序号\n任务\n措施\n单位\n1\n建站\n新建2个\n并改造1个\n甲局\n2\n修路\n修3公里\n\n乙局\n3\n植树\n种5亩\n丙局\n注：无",
            expect![[r#"
                清单
                序号 | 任务 | 措施 | 单位
                1 | 建站 | 新建2个并改造1个 | 甲局
                2 | 修路 | 修3公里 | 乙局
                3 | 植树 | 种5亩 | 丙局
                注：无"#]],
        );
        check("序号\n这一行是一句话，不是表头。\n1\n二", expect!["序号\n这一行是一句话，不是表头。\n1\n二"]);
    }

    #[test]
    fn tabs_and_bare_bars_part_cells() {
        check("表\n序号\t任务\t单位\n1\t建站\t甲局", expect!["表\n序号 | 任务 | 单位\n1 | 建站 | 甲局"]);
        check("表\n序号|任务|单位\n1|建站|\n首页|新闻|服务|互动", expect!["表\n序号 | 任务 | 单位\n1 | 建站 | \n首页|新闻|服务|互动"]);
        check("正文。\t\t\n又一段。\t\t", expect!["正文。\t\t\n又一段。\t\t"]);
    }
}
