//! Documents of odd shapes: their time grows with their length, whatever they are made of.

use crate::clock::{fastest, ratio};
use crate::{Figure, figure, text};

/// What long documents are made of, by the hundred: each is the worst case of some rule.
const PARTS: [&str; 14] = [
    "1.推进建设。新建站点10个，覆盖率达到90%以上（含村（社区））。（责任单位：市卫健委、市财政局）\n",
    "（市卫健委负责）。",
    "序号 | 指标 | 目标值\n1 | 新建站点 | 10个\n",
    "目标是到2026年新建站点10个，改建5个。\n",
    "新建站点10个，",
    "1个",
    "（",
    "推进)",
    "市第一医院、",
    "2026年6月底前",
    "推进各项工作\n",
    "衛(wèi)生?xún)",
    "牵头单位：",
    " | ",
];

/// Returns the figures of growth.
pub fn figures() -> Vec<Figure> {
    vec![by_part(), long_line(), nested_in_a_page(), nested_in_word()]
}

/// Eight times as many of each part; the one that grows most is told.
fn by_part() -> Figure {
    let growth = |part: &&str| ratio(time(part.repeat(8000).as_bytes()), time(part.repeat(1000).as_bytes()));
    let grown = PARTS.iter().map(|part| (growth(part), *part));
    let (worst, part) = grown.max_by(|a, b| a.0.total_cmp(&b.0)).expect("there are parts");
    let what = format!("eight times as often “{}”", part.trim_end());
    figure(&what, format!("{worst:.1} times the time"), "at most 12 times, whatever it is", worst <= 12.0)
}

/// Ten million characters in one line, beside the same text in lines.
fn long_line() -> Figure {
    let lines = text::plan(30 << 20);
    let line = lines.replace('\n', "");
    let times = ratio(time(line.as_bytes()), time(lines.as_bytes()));
    let what = format!("{} million characters in one line", line.chars().count() / 1_000_000);
    figure(&what, format!("{times:.1} times the time of the same text in lines"), "at most 3 times", times <= 3.0)
}

const TABLES: usize = 4000;

fn nested_in_a_page() -> Figure {
    let page = |body: String| format!("<!DOCTYPE html><html><body>{body}</body></html>").into_bytes();
    nested("of a web page", "<table><tr><td>新建站点10个。", "</td></tr></table>", page)
}

fn nested_in_word() -> Figure {
    let open = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>新建站点10个。</w:t></w:r></w:p>";
    nested("of a Word document", open, "</w:tc></w:tr></w:tbl>", |body| text::word(&body))
}

/// Tables within tables, beside as many one behind the other.
fn nested(of: &str, open: &str, close: &str, document: impl Fn(String) -> Vec<u8>) -> Figure {
    let inside = document(open.repeat(TABLES) + &close.repeat(TABLES));
    let beside = document((open.to_owned() + close).repeat(TABLES));
    let times = ratio(time(&inside), time(&beside));
    let what = format!("{TABLES} tables {of} within each other");
    figure(&what, format!("{times:.1} times the time of as many side by side"), "at most 5 times", times <= 5.0)
}

fn time(document: &[u8]) -> std::time::Duration {
    fastest(|| drop(reader::read("plan", document)))
}
