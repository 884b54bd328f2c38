//! A slide in the making, and what all of them are made from.

use super::names::Names;
use crate::book::{Book, within};
use crate::compare::Earlier;
use crate::shown::cut;
use crate::wire::{Lights, NarrativeRow, Overview, RectificationRow, Scores, SlideKind, Supervision};
use charts::{Body, Fact, Run, Slide, Tone};
use chrono::NaiveDate;
use domain::judge::Light;
use domain::{Amount, Period};
use std::collections::HashMap;
use store::{IndicatorRow, Store};

/// All a deck is made from: the answers of the other screens, and the book for what is drawn of it.
pub(super) struct Sources<'a> {
    pub(super) store: &'a Store,
    pub(super) book: Book,
    /// What the indicators go on from.
    pub(super) earlier: HashMap<i64, Earlier>,
    pub(super) period: Period,
    pub(super) overview: Overview,
    pub(super) scores: Scores,
    pub(super) supervision: Supervision,
    pub(super) told: Vec<NarrativeRow>,
    /// What stands in place of units' names on the slides; none where they are named.
    pub(super) names: Option<Names>,
}

impl Sources<'_> {
    /// Returns the first so many characters of a name as a slide may show it: hidden before it is cut, so that no part of it is left.
    pub(super) fn short(&self, name: &str, most: usize) -> String {
        match &self.names {
            Some(names) => cut(&names.hide(name), most),
            None => cut(name, most),
        }
    }

    /// Returns what an indicator stood at a period earlier, within the plan.
    pub(super) fn before(&self, row: &IndicatorRow) -> Option<Amount> {
        let before = self.period.previous();
        within(&self.book.plan.data, before).ok().and_then(|()| self.book.standing(row, before).value)
    }

    /// Returns which measure of the plan it is, counted from 1.
    pub(super) fn place(&self, measure: i64) -> Option<u32> {
        let at = self.book.measures.iter().position(|row| row.id == measure)?;
        u32::try_from(at + 1).ok()
    }

    /// Returns true if a rectification was going on on that day, by the days written down.
    pub(super) fn going_on(&self, row: &RectificationRow) -> bool {
        let until = self.until();
        row.opened_on <= until && row.closed_on.is_none_or(|day| day > until)
    }

    /// Returns the last day a slide speaks of: the period's last, or today while it is going on.
    pub(super) fn until(&self) -> NaiveDate {
        self.period.end().min(self.supervision.today)
    }
}

/// A slide with what is known of it beside the drawing.
pub(super) struct Made {
    /// Which; see [`crate::wire::SlideView::key`].
    pub(super) key: String,
    /// The slide it is a further page of.
    pub(super) of: Option<String>,
    pub(super) kind: SlideKind,
    pub(super) number: Option<String>,
    /// Which measure of the plan it shows, counted from 1.
    pub(super) place: Option<u32>,
    pub(super) name: String,
    /// The same for the presenter: units are named in it also where the slides hide them.
    pub(super) named: String,
    pub(super) slide: Slide,
    pub(super) talk: Vec<String>,
    /// True if the program proposes it.
    pub(super) proposed: bool,
    pub(super) by_unit: Option<String>,
}

impl Made {
    /// Returns a slide that belongs to the period, with nothing on it but its sentence.
    pub(super) fn new(kind: SlideKind, key: impl Into<String>, name: impl Into<String>, period: Period) -> Made {
        let slide = Slide {
            kicker: Vec::new(),
            corner: period.zh(),
            headline: Vec::new(),
            body: Body::Words(String::new()),
            verdict: None,
            facts: Vec::new(),
            foot: String::new(),
            page: None,
        };
        let name = name.into();
        let (key, named) = (key.into(), String::new());
        Made { key, of: None, kind, number: None, place: None, name, named, slide, talk: Vec::new(), proposed: true, by_unit: None }
    }

    /// Returns the slide as so many pages, each with its part of what does not fit on one.
    pub(super) fn paged<T: Clone>(self, all: &[T], most: usize, body: impl Fn(&[T]) -> Body) -> Vec<Made> {
        let parts = parts(all, most);
        let count = parts.len();
        let page = |(at, part): (usize, &[T])| {
            let mut slide = Slide { body: body(part), ..self.slide.clone() };
            if count > 1 {
                let last = slide.kicker.pop().unwrap_or_default();
                slide.kicker.push(format!("{last}（{}/{count}）", at + 1));
            }
            let further = at > 0;
            Made {
                key: if further { format!("{}~{}", self.key, at + 1) } else { self.key.clone() },
                of: further.then(|| self.key.clone()),
                number: self.number.clone(),
                name: self.name.clone(),
                named: self.named.clone(),
                talk: self.talk.clone(),
                by_unit: self.by_unit.clone(),
                slide,
                ..self
            }
        };
        parts.into_iter().enumerate().map(page).collect()
    }

    /// Returns the slide it is a page of: where it is chosen, and where a person's own words to it are kept.
    pub(super) fn first(&self) -> &str {
        self.of.as_ref().unwrap_or(&self.key)
    }
}

/// Returns the rows in parts of about one length, none longer than `most`; one part where there are none.
fn parts<T>(all: &[T], most: usize) -> Vec<&[T]> {
    let count = all.len().div_ceil(most).max(1);
    (0..count).map(|at| &all[at * all.len() / count..(at + 1) * all.len() / count]).collect()
}

/// Returns words as they are.
pub(super) fn plain(text: impl Into<String>) -> Run {
    Run { text: text.into(), tone: None }
}

/// Returns a figure in the colour of a light.
pub(super) fn marked(text: impl Into<String>, light: Light) -> Run {
    Run { text: text.into(), tone: Some(tone(light).unwrap_or(Tone::Plain)) }
}

/// Returns the colour of what a light says.
pub(super) fn tone(light: Light) -> Option<Tone> {
    match light {
        Light::Red => Some(Tone::Bad),
        Light::Yellow => Some(Tone::Warning),
        Light::Green | Light::Done => Some(Tone::Good),
        Light::Grey => None,
    }
}

/// Returns a figure beside the chart.
pub(super) fn fact(name: &str, value: impl Into<String>, unit: &str) -> Fact {
    Fact { name: name.to_owned(), value: value.into(), unit: unit.to_owned(), tone: None, light: None }
}

/// Returns how many of each light there are, the worst first; what there is none of is not named.
pub(super) fn counts(lights: Lights) -> Vec<Fact> {
    let all = [
        (Light::Red, lights.red),
        (Light::Yellow, lights.yellow),
        (Light::Green, lights.green),
        (Light::Done, lights.done),
        (Light::Grey, lights.grey),
    ];
    let some = all.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(light, count)| Fact { light: Some(light), ..fact(light.zh(), count.to_string(), "项") }).collect()
}

/// Returns the sentence with its first figure marked.
pub(super) fn first_marked(sentence: &str, light: Light) -> Vec<Run> {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let Some(start) = sentence.find(|c: char| c.is_ascii_digit()) else { return vec![plain(sentence)] };
    let end = sentence[start..].find(|c| !number(c)).map_or(sentence.len(), |length| start + length);
    vec![plain(&sentence[..start]), marked(&sentence[start..end], light), plain(&sentence[end..])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_parted_evenly() {
        let all: Vec<u32> = (0..20).collect();
        assert_eq!(parts(&all, 9).iter().map(|part| part.len()).collect::<Vec<_>>(), [6, 7, 7]);
        assert_eq!(parts(&all[..9], 9).len(), 1);
        assert_eq!(parts(&all[..0], 9), [&[] as &[u32]]);
    }

    #[test]
    fn a_long_name_is_cut_and_the_first_figure_is_marked() {
        assert_eq!(cut("新增普惠托位", 6), "新增普惠托位");
        assert_eq!(cut("新增普惠性托位", 6), "新增普惠性…");
        let runs = first_marked("未达标，现值94.5%，目标≥98%", Light::Red);
        assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>(), ["未达标，现值", "94.5", "%，目标≥98%"]);
        assert_eq!(runs[1].tone, Some(Tone::Bad));
        assert_eq!(first_marked("本期未报", Light::Grey), [plain("本期未报")]);
    }
}
