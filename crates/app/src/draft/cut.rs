//! Measures cut in two, joined, and made from words a person chose; targets made from such words.
//!
//! Positions come as a page counts them (line from 1, UTF-16 units) and are turned into characters of the source here.

use super::desk::{self, Content, Item, Measure, Named, Target};
use super::quick::{self, Quick};
use crate::ApiError;
use crate::wire::{TextPlace, TextRange};
use chrono::Datelike;
use domain::{Comparator, Quantity, TargetKind};
use reader::{Source, Span};

/// A year for days that name none, where the plan says nothing either.
const ANY_YEAR: i32 = 2000;

/// Returns the character of the source a place means.
fn place(source: &Source, place: TextPlace) -> Result<usize, ApiError> {
    let none = || ApiError::not_found(format!("原文没有第{}行第{}个字", place.line, place.at));
    let at = (place.line as usize).checked_sub(1).ok_or_else(none)?;
    let (line, text) = source.lines.get(at).zip(source.text.split('\n').nth(at)).ok_or_else(none)?;
    let mut units = 0;
    for (characters, c) in text.chars().enumerate() {
        if units >= place.at {
            return Ok(line.span.start + characters);
        }
        units += c.len_utf16() as u32;
    }
    if units >= place.at { Ok(line.span.end) } else { Err(none()) }
}

/// Returns the words chosen, without white space at either end.
fn chosen(source: &Source, range: TextRange) -> Result<Span, ApiError> {
    let (from, to) = (place(source, range.from)?, place(source, range.to)?);
    let (from, to) = (from.min(to), from.max(to));
    let words: Vec<char> = source.text.chars().skip(from).take(to - from).collect();
    let before = words.iter().take_while(|c| c.is_whitespace()).count();
    let behind = words.iter().rev().take_while(|c| c.is_whitespace()).count();
    if before == words.len() {
        return Err(ApiError::invalid("没有选中文字").hint("先在原文里选中要添加的文字"));
    }
    Ok(Span::new(from + before, to - behind))
}

/// Cuts a measure in two at a place of its text; what stands behind becomes a measure of its own.
pub(super) fn split(content: &mut Content, source: &Source, item: &str, at: TextPlace) -> Result<(), ApiError> {
    let at = place(source, at)?;
    let first = content.measures.iter().position(|one| one.key == item).ok_or_else(|| no_item(item))?;
    let whole = &content.measures[first].content;
    let head = Span::new(whole.span.start, at);
    let tail = Span::new(at, whole.span.end);
    let blank = |span: Span| source.slice(span).trim().is_empty();
    if at <= whole.span.start || at >= whole.span.end || blank(head) || blank(tail) {
        return Err(ApiError::invalid("这里不在这项举措中间，不能拆分").hint("把光标放在第二项的第一个字前面"));
    }
    let (mut before, mut behind) = cut_text(source, whole, at);
    let (number, taken) = quick::leading_number(&behind);
    behind = behind.chars().skip(taken).collect::<String>().trim_start().to_owned();
    if before.is_empty() || behind.is_empty() {
        return Err(ApiError::invalid("拆开后有一项没有文字").hint("把光标放在第二项的第一个字前面"));
    }
    let stands_behind = |span: Option<Span>| span.is_some_and(|span| span.start >= at);
    let (own, others): (Vec<Named>, Vec<Named>) = whole.units.iter().cloned().partition(|unit| !stands_behind(unit.span));
    // One note at the end is meant for both parts.
    let units = if others.is_empty() { own.clone() } else { others.clone() };
    let late = stands_behind(whole.deadline_span);
    let second = Measure {
        number,
        section: whole.section,
        title: quick::lead(&behind),
        text: behind,
        span: tail,
        units,
        deadline: whole.deadline.filter(|_| late),
        deadline_span: whole.deadline_span.filter(|_| late),
    };
    let one = &mut content.measures[first].content;
    before.truncate(before.trim_end().len());
    // A title that ran on into the second part is cut with it.
    if !before.contains(&one.title) {
        one.title = quick::lead(&before);
    }
    (one.text, one.span) = (before, head);
    one.units = if own.is_empty() { others } else { own };
    if late {
        (one.deadline, one.deadline_span) = (None, None);
    }
    let key = content.add_measure(second);
    for target in of_measure(content, item).filter(|target| target.span.start >= at) {
        target.measure = Some(key.clone());
    }
    Ok(())
}

/// Parts a measure's text at a character of the source. Its lines stand in the source word for word, one after another.
fn cut_text(source: &Source, measure: &Measure, at: usize) -> (String, String) {
    let words: Vec<char> = source.text.chars().skip(measure.span.start).take(measure.span.end - measure.span.start).collect();
    let (mut from, mut before, mut behind) = (0, Vec::new(), Vec::new());
    for line in measure.text.split('\n') {
        let line: Vec<char> = line.chars().collect();
        let found = words[from..].windows(line.len().max(1)).position(|window| window == line);
        let Some(start) = found.map(|found| from + found) else {
            // A text put together from the cells of a table: each part then has the words of the document.
            return (source.slice(Span::new(measure.span.start, at)), source.slice(Span::new(at, measure.span.end)));
        };
        from = start + line.len();
        let cut = (at - measure.span.start).clamp(start, from) - start;
        let part = |chars: &[char], into: &mut Vec<String>| {
            if !chars.is_empty() {
                into.push(chars.iter().collect());
            }
        };
        part(&line[..cut], &mut before);
        part(&line[cut..], &mut behind);
    }
    (before.join("\n"), behind.join("\n"))
}

/// Joins a measure to the one before it that will be imported.
pub(super) fn merge(content: &mut Content, item: &str) -> Result<(), ApiError> {
    let at = content.measures.iter().position(|one| one.key == item).ok_or_else(|| no_item(item))?;
    let before = content.measures[..at].iter().rposition(|one| !one.dropped);
    let before = before.ok_or_else(|| ApiError::invalid("前面没有可以合并的举措"))?;
    let Item { key, content: second, .. } = content.measures.remove(at);
    let first = &mut content.measures[before];
    let one = &mut first.content;
    let joint = if one.span.end == second.span.start { "" } else { "\n" };
    one.text = format!("{}{joint}{}", one.text, second.text);
    one.span = Span::new(one.span.start, one.span.end.max(second.span.end));
    for unit in second.units {
        if !one.units.iter().any(|known| known.name == unit.name) {
            one.units.push(unit);
        }
    }
    if second.deadline > one.deadline {
        (one.deadline, one.deadline_span) = (second.deadline, second.deadline_span);
    }
    let into = first.key.clone();
    for target in of_measure(content, &key) {
        target.measure = Some(into.clone());
    }
    Ok(())
}

/// Makes a target of words of the source; what they say is filled in.
pub(super) fn add_target(content: &mut Content, source: &Source, words: TextRange) -> Result<(), ApiError> {
    let span = chosen(source, words)?;
    let quote = source.slice(span);
    let measure = measure_at(content, span).map(|item| item.key.clone());
    let read = quick::read(&quote, year(content)).targets.into_iter().next();
    let read = read.map(|read| reader::Target { quote: quote.clone(), span, doubt: None, ..shifted(read, span.start) });
    let read = read.unwrap_or_else(|| plain_target(quote, span));
    content.add_target(desk::target(measure, &read));
    Ok(())
}

/// Returns the target of words the reader finds none in: the first number with what follows it, or a state.
fn plain_target(quote: String, span: Span) -> reader::Target {
    let number = quote.find(|c: char| c.is_ascii_digit()).and_then(|at| {
        let rest = &quote[at..];
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
        let unit = rest[digits..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '％' | '‰') || c.is_ascii_digit());
        Quantity::parse(&rest[..unit.map_or(rest.len(), |end| digits + end)]).ok()
    });
    let comparator = if number.is_some() { Comparator::AtLeast } else { Comparator::Qualitative };
    let (value, unit) = number.map(|number| (number.value, number.unit)).unzip();
    let name = quote.clone();
    let unit = unit.unwrap_or_default();
    let kind = TargetKind::Target;
    reader::Target { quote, span, name, comparator, value, upper: None, unit, due: None, kind, doubt: None, baseline: None }
}

/// Makes a measure of words of the source, with the units, the deadline and the targets that stand in them.
pub(super) fn add_measure(content: &mut Content, source: &Source, words: TextRange) -> Result<(), ApiError> {
    let span = chosen(source, words)?;
    let text = source.slice(span);
    let Quick { targets, units, deadline } = quick::read(&text, year(content));
    let (number, taken) = quick::leading_number(&text);
    let text: String = text.chars().skip(taken).collect::<String>().trim_start().to_owned();
    let place = |inner: Span| Span::new(span.start + inner.start, span.start + inner.end);
    let measure = Measure {
        number,
        section: section_at(content, span),
        title: quick::lead(&text),
        text,
        span,
        units: units.into_iter().map(|unit| Named { name: unit.name, role: unit.role, span: Some(place(unit.span)) }).collect(),
        deadline: deadline.map(|(day, _)| day),
        deadline_span: deadline.map(|(_, inner)| place(inner)),
    };
    let key = content.add_measure(measure);
    for item in content.targets.iter_mut().filter(|item| span.contains(item.content.span)) {
        item.content.measure = Some(key.clone());
    }
    for target in targets {
        let target = shifted(target, span.start);
        if !content.targets.iter().any(|known| known.content.span.overlaps(target.span)) {
            content.add_target(desk::target(Some(key.clone()), &target));
        }
    }
    Ok(())
}

/// Returns a target read from words alone at the place of these words in the source.
fn shifted(target: reader::Target, by: usize) -> reader::Target {
    let place = |inner: Span| Span::new(by + inner.start, by + inner.end);
    let baseline = target.baseline.map(|baseline| reader::Baseline { span: place(baseline.span), ..baseline });
    reader::Target { span: place(target.span), baseline, ..target }
}

fn of_measure<'a>(content: &'a mut Content, key: &str) -> impl Iterator<Item = &'a mut Target> {
    content.targets.iter_mut().map(|item| &mut item.content).filter(move |target| target.measure.as_deref() == Some(key))
}

/// Returns the innermost measure words stand in.
fn measure_at(content: &Content, span: Span) -> Option<&Item<Measure>> {
    content.kept_measures().filter(|item| item.content.span.contains(span)).max_by_key(|item| item.content.span.start)
}

/// Returns the section whose heading stands last before the words.
fn section_at(content: &Content, span: Span) -> Option<usize> {
    content.sections.iter().rposition(|section| section.span.start <= span.start)
}

fn year(content: &Content) -> i32 {
    content.plan.start.or(content.plan.issued).map_or(ANY_YEAR, |day| day.year())
}

pub(super) fn no_item(key: &str) -> ApiError {
    ApiError::not_found(format!("草稿里没有“{key}”"))
}
