//! Tables whose cells a copy parted by tabs, by bare bars, or by line breaks: made into rows with ` | ` between cells.

use super::traced::Traced;

/// The most columns a table has whose cells stand on lines of their own.
const MOST_COLUMNS: usize = 12;
const LONGEST_HEADING: usize = 12;

/// Returns the lines with such tables as rows.
pub fn rows(mut lines: Vec<Traced>) -> Vec<Traced> {
    by_sign(&mut lines, '\t');
    by_sign(&mut lines, '|');
    if lines.iter().any(|line| is_first_heading(&line.text)) { by_line(lines) } else { lines }
}

/// Reads consecutive lines with equally many of a sign as rows.
fn by_sign(lines: &mut [Traced], sign: char) {
    let count = |line: &str| match line.contains(" | ") {
        true => 0,
        false => Some(line.matches(sign).count()).filter(|n| *n >= 2 && cells(line, sign).count() >= 2).unwrap_or(0),
    };
    let counts: Vec<usize> = lines.iter().map(|line| count(&line.text)).collect();
    for at in 0..lines.len() {
        let beside = |other: Option<usize>| other.and_then(|i| counts.get(i)) == Some(&counts[at]);
        if counts[at] > 0 && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            lines[at] = split(&lines[at], sign);
        }
    }
}

/// Returns a line with its cells, trimmed, parted by ` | `; bars that only frame it go.
fn split(line: &Traced, sign: char) -> Traced {
    let mut chars = trimmed(line.chars().collect());
    if let ('|', [('|', _), .., ('|', _)]) = (sign, chars.as_slice()) {
        chars = chars[1..chars.len() - 1].to_vec();
    }
    let mut row = Traced::like(line);
    let mut signs = chars.iter().filter(|(c, _)| *c == sign).map(|(_, from)| *from);
    for (at, cell) in chars.split(|(c, _)| *c == sign).enumerate() {
        if let Some(from) = (at > 0).then(|| signs.next()).flatten() {
            part(&mut row, from);
        }
        for (c, from) in trimmed(cell.to_vec()) {
            row.push(if c == '|' { '／' } else { c }, from);
        }
    }
    row
}

fn part(row: &mut Traced, from: u32) {
    " | ".chars().for_each(|c| row.push(c, from));
}

fn trimmed(mut chars: Vec<(char, u32)>) -> Vec<(char, u32)> {
    let blank = |(c, _): &(char, u32)| c.is_whitespace();
    chars.truncate(chars.iter().rposition(|c| !blank(c)).map_or(0, |last| last + 1));
    chars.drain(..chars.iter().position(|c| !blank(c)).unwrap_or(0));
    chars
}

fn cells(line: &str, sign: char) -> impl Iterator<Item = &str> {
    line.split(sign).map(str::trim).filter(|cell| !cell.is_empty())
}

fn is_first_heading(line: &str) -> bool {
    matches!(line.trim(), "序号" | "编号")
}

/// Reads tables with each cell on a line of its own: 序号 / 任务 / 责任单位 / 1 / … / 2 / ….
fn by_line(lines: Vec<Traced>) -> Vec<Traced> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        match is_first_heading(&lines[at].text).then(|| table(&lines[at..])).flatten() {
            Some((rows, length)) => {
                out.extend(rows.iter().map(|cells| row(&lines[at..], cells)));
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

/// Returns cells, each the lines it stands on, as one row.
fn row(lines: &[Traced], cells: &[Vec<usize>]) -> Traced {
    let first = cells.first().and_then(|cell| cell.first()).map_or(0, |at| *at);
    let mut row = Traced::like(&lines[first]);
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            let from = cell.first().map_or(row.start, |at| lines[*at].start.saturating_sub(1));
            part(&mut row, from);
        }
        for at in cell {
            trimmed(lines[*at].chars().collect()).into_iter().for_each(|(c, from)| row.push(c, from));
        }
    }
    row
}

/// The cells of a row, each with the lines it stands on.
type Row = Vec<Vec<usize>>;

/// Returns the rows of the table that begins with the first line, and how many lines it takes.
fn table(lines: &[Traced]) -> Option<(Vec<Row>, usize)> {
    let filled = |from: usize| {
        lines[from..].iter().enumerate().map(move |(i, line)| (from + i, line.text.trim())).filter(|(_, line)| !line.is_empty())
    };
    let mut headings: Row = Vec::new();
    let mut at = None;
    for (i, line) in filled(0).take(MOST_COLUMNS + 1) {
        if is_number(line, 1) {
            at = Some(i);
            break;
        }
        if line.chars().count() > LONGEST_HEADING || line.contains(['。', '，', '：', '|']) {
            return None;
        }
        headings.push(vec![i]);
    }
    let (mut at, width) = (at?, headings.len());
    if width < 3 {
        return None;
    }
    let mut rows = vec![headings];
    let mut whole = 0;
    for number in 1.. {
        let behind: Vec<(usize, &str)> = filled(at + 1).take(width * 3).collect();
        // The next number stands where a whole row ends, else soon behind.
        let is_next = |i: &usize| behind.get(*i).is_some_and(|(_, line)| is_number(line, number + 1));
        let next = Some(width - 1).filter(is_next).or_else(|| (1..behind.len()).find(is_next));
        let mut cells: Row = behind.iter().take(next.unwrap_or(width - 1)).map(|(i, _)| vec![*i]).collect();
        whole += usize::from(cells.len() == width - 1);
        let more = cells.len().saturating_sub(width - 1);
        // A cell of several lines is that of the details.
        if more > 0 && width > 2 {
            let details = cells.drain(1..=1 + more).flatten().collect();
            cells.insert(1, details);
        }
        cells.insert(0, vec![at]);
        rows.push(cells);
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
        let rows = super::rows(super::super::traced::lines(text.split('\n').map(str::to_owned).collect()));
        for row in &rows {
            // What a row says stands in the original where its trace says, but for the bars between cells.
            let original: Vec<char> = text.chars().collect();
            let same = |(c, from): (char, u32)| c == original[from as usize] || matches!(c, ' ' | '|' | '／');
            assert!(row.chars().all(same), "{}", row.text);
        }
        let texts: Vec<String> = rows.into_iter().map(|row| row.text).collect();
        expected.assert_eq(&texts.join("\n"));
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
