//! The sentence of a slide: as large as fits in two lines, broken where it pauses, its figures in the colour of the finding.

use super::{Run, look};
use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::theme;
use crate::typeface::{Weight, width, wrap};
use plotters::style::text_anchor::HPos;

/// Writes the sentence and returns where it ends.
pub fn write(sheet: &mut Sheet, runs: &[Run], inner: Area, u: f32) -> f32 {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let (lines, size) = lines(&text, inner.right - inner.left, u);
    let pitch = size * look::HEADLINE_PITCH;
    let top = inner.top + look::BEFORE_HEADLINE * u;
    let tones = tones(runs);
    let mut at = 0;
    sheet.layer("headline", Stroke::Solid, |pen| {
        for (row, line) in lines.iter().enumerate() {
            let y = top + pitch * (row as f32 + 0.5);
            let mut x = inner.left;
            for (words, tone) in parted(line, &tones, &mut at) {
                let text = Text::beside((x, y), HPos::Left, words, size, Weight::Bold);
                x += text.width();
                pen.write(&text, tone.map_or(theme::INK, theme::tone));
            }
        }
    });
    top + pitch * lines.len() as f32
}

/// Returns the lines and their type size: two lines at most but for the smallest size.
fn lines(text: &str, room: f32, u: f32) -> (Vec<String>, f32) {
    let [large, middle, small] = look::HEADLINE.map(|size| size * u);
    for size in [large, middle] {
        let whole = width(text, Weight::Bold) * size;
        if whole <= room {
            return (vec![text.to_owned()], size);
        }
        if let Some(broken) = at_a_pause(text, room / size) {
            return (broken, size);
        }
        let broken = wrap(text, Weight::Bold, room / size, 3);
        if broken.len() <= 2 {
            return (broken, size);
        }
    }
    (wrap(text, Weight::Bold, room / small, 3), small)
}

/// Returns the text in two lines that part after a comma, if both fit: at the one that makes them most alike.
fn at_a_pause(text: &str, room: f32) -> Option<Vec<String>> {
    let pauses = text.char_indices().filter(|(_, c)| "，；：。".contains(*c)).map(|(at, c)| at + c.len_utf8());
    let halves = pauses.filter(|at| *at < text.len()).map(|at| text.split_at(at));
    let long = |(first, second): &(&str, &str)| width(first, Weight::Bold).max(width(second, Weight::Bold));
    let best = halves.filter(|both| long(both) <= room).min_by(|a, b| long(a).total_cmp(&long(b)))?;
    Some(vec![best.0.to_owned(), best.1.to_owned()])
}

type Toned = (char, Option<crate::Tone>);

fn tones(runs: &[Run]) -> Vec<Toned> {
    runs.iter().flat_map(|run| run.text.chars().map(|c| (c, run.tone))).collect()
}

/// Returns a line in parts of one tone each; `at` walks through the whole text, over blanks that fell away between lines.
fn parted(line: &str, tones: &[Toned], at: &mut usize) -> Vec<(String, Option<crate::Tone>)> {
    let mut parts: Vec<(String, Option<crate::Tone>)> = Vec::new();
    for c in line.chars() {
        while tones.get(*at).is_some_and(|(own, _)| *own != c && own.is_whitespace()) {
            *at += 1;
        }
        let tone = tones.get(*at).filter(|(own, _)| *own == c).and_then(|(_, tone)| *tone);
        *at += 1;
        match parts.last_mut() {
            Some((words, before)) if *before == tone => words.push(c),
            _ => parts.push((c.to_string(), tone)),
        }
    }
    parts
}
