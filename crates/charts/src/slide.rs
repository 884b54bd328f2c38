//! A slide (幻灯): one sentence, what proves it, and the figures beside it, on a sheet for the wall.
//!
//! All sizes are multiples of u, a hundredth of the sheet's width, so that a slide is the same on every projector. Nothing the
//! room must read is smaller than [`look::TEXT`]; the judgement is larger than three of them.

mod chart;
mod facts;
mod headline;
mod look;
mod rename;
mod rows;
#[cfg(test)]
mod tests;

use crate::place::Area;
use crate::sheet::{Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, printable, wrap};
use crate::{Chart, Size, Svg, Tone, theme};
use domain::judge::Light;
use plotters::style::text_anchor::HPos;

/// What stands on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Where in the plan it belongs, from the outside in: 四、妇幼健康与托育, 18 新增普惠托位.
    pub kicker: Vec<String>,
    /// Top right: 2026年7月.
    pub corner: String,
    /// The sentence; empty on a cover.
    pub headline: Vec<Run>,
    /// What proves it.
    pub body: Body,
    /// Its light and the word for it: 红灯, 未报.
    pub verdict: Option<(Light, String)>,
    /// The figures beside the chart, the most important ones first; five at most are drawn.
    pub facts: Vec<Fact>,
    /// What the figures are and are not.
    pub foot: String,
    /// Which slide it is, and of how many; none where it stands alone.
    pub page: Option<(usize, usize)>,
}

/// A part of the headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// How it is coloured; none for ink like the rest.
    pub tone: Option<Tone>,
}

/// A figure beside the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: 实达.
    pub name: String,
    /// The number as it is shown: 41.0.
    pub value: String,
    /// What follows it in small type: %, 百分点; empty for nothing.
    pub unit: String,
    /// How it is coloured; none for ink.
    pub tone: Option<Tone>,
    /// The light it counts, where it counts one: its shape stands before the name.
    pub light: Option<Light>,
}

/// The large part of a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Nothing but a title and lines under it.
    Cover {
        /// The title.
        title: String,
        /// The lines under it.
        lines: Vec<String>,
    },
    /// A chart, without a title of its own.
    Chart(Box<Chart>),
    /// A table.
    Rows(Rows),
    /// What is said in place of something to show.
    Words(String),
}

/// A table on a slide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The columns' heads and shares of the width; those that hold numbers stand at the right.
    pub columns: Vec<Column>,
    /// The rows, as many as [`Rows::MOST`] at most are drawn.
    pub rows: Vec<Row>,
}

/// A column of a table on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the width, relative to the others.
    pub share: f32,
}

/// A row of a table on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The light before it.
    pub light: Option<Light>,
    /// A text for every column.
    pub cells: Vec<String>,
}

impl Rows {
    /// How many rows there is room for under a headline of two lines.
    pub const MOST: usize = 8;
}

impl Slide {
    /// A projector's sheet, 16:9.
    pub const WIDE: Size = Size { width: 1920, height: 1080 };
    /// The sheet of an older projector, 4:3.
    pub const NARROW: Size = Size { width: 1440, height: 1080 };

    /// Draws the slide. Any texts give a slide: what is too long for its place is cut with …, a figure never is.
    pub fn draw(&self, size: Size) -> Svg {
        let slide = self.clean();
        let mut sheet = Sheet::new(size);
        let u = size.width as f32 / 100.0;
        let whole = sheet.area();
        let inner = Area { left: look::SIDE * u, right: whole.right - look::SIDE * u, ..whole };
        if let Body::Cover { title, lines } = &slide.body {
            cover(&mut sheet, &slide, title, lines, inner, u);
        } else {
            let top = slide.kicker(&mut sheet, inner, u);
            let top = headline::write(&mut sheet, &slide.headline, Area { top, ..inner }, u);
            let bottom = slide.foot(&mut sheet, inner, u);
            let stage = Area { top: top + look::AFTER_HEADLINE * u, bottom, ..inner };
            let beside = slide.verdict.is_some() || !slide.facts.is_empty();
            let right = if beside { stage.right - (look::FACTS + look::GAP) * u } else { stage.right };
            let large = Area { right, ..stage };
            match &slide.body {
                Body::Chart(drawn) => chart::draw(&mut sheet, drawn, large, u, !beside),
                Body::Rows(table) => rows::draw(&mut sheet, table, large, u),
                Body::Words(words) => said(&mut sheet, words, large, u),
                Body::Cover { .. } => {}
            }
            if beside {
                facts::draw(&mut sheet, &slide, Area { left: stage.right - look::FACTS * u, ..stage }, u);
            }
        }
        sheet.finish(&slide.title(), &slide.describe())
    }

    /// Returns its headline as one text; of a cover its title.
    pub fn title(&self) -> String {
        match &self.body {
            Body::Cover { title, .. } => title.clone(),
            _ => self.headline.iter().map(|run| run.text.as_str()).collect(),
        }
    }

    /// Returns what it shows in words, for those who cannot see it.
    pub fn describe(&self) -> String {
        let facts = self.facts.iter().map(|fact| format!("{}{}{}", fact.name, fact.value, fact.unit)).collect::<Vec<_>>().join("，");
        let shown = match &self.body {
            Body::Cover { lines, .. } => lines.join("，"),
            Body::Chart(chart) => chart.describe(),
            Body::Rows(table) => table.rows.iter().map(|row| row.cells.join(" ")).collect::<Vec<_>>().join("；"),
            Body::Words(words) => words.clone(),
        };
        let verdict = self.verdict.as_ref().map(|(_, word)| word.clone()).unwrap_or_default();
        [self.title(), verdict, facts, shown, self.foot.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("。")
    }

    /// Returns the slide with texts that can be printed on one line.
    fn clean(&self) -> Slide {
        let mut slide = self.clone();
        // A run may begin or end with a blank that parts it from its neighbour.
        // What only parts two runs stays, as blanks: other white space cannot stand in a file.
        slide.rename(&|text| if text.trim().is_empty() { " ".repeat(text.chars().count()) } else { printable(text) });
        slide
    }

    /// Writes where it belongs and when, and returns where that ends.
    fn kicker(&self, sheet: &mut Sheet, inner: Area, u: f32) -> f32 {
        let size = look::TEXT * u;
        let middle = (look::TOP + 1.4) * u;
        let corner = Text::beside((inner.right, middle), HPos::Right, self.corner.as_str(), size, Weight::Regular);
        let room = (corner.area().left - inner.left) / size - 1.5;
        let parting = " / ";
        let mut kicker = self.kicker.iter().map(String::as_str).collect::<Vec<_>>().join(parting);
        if crate::typeface::width(&kicker, Weight::Regular) > room && self.kicker.len() > 1 {
            // The inner name matters more than the section it lies in.
            let (last, before) = self.kicker.split_last().expect("there are several");
            let own = cut(last, Weight::Regular, room * 0.75);
            let left = room - crate::typeface::width(&own, Weight::Regular) - 1.2;
            kicker = format!("{}{parting}{own}", cut(&before.join(parting), Weight::Regular, left));
        }
        let kicker = Text::beside((inner.left, middle), HPos::Left, cut(&kicker, Weight::Regular, room), size, Weight::Regular);
        sheet.layer("kicker", Stroke::Solid, |pen| [&kicker, &corner].into_iter().for_each(|text| pen.write(text, theme::INK_2)));
        let (top, bottom) = ((look::TOP + 3.4) * u, (look::TOP + 3.4 + look::RULE) * u);
        sheet.layer("rule", Stroke::Solid, |pen| pen.block(Area { top, bottom, ..inner }, theme::ACCENT));
        bottom
    }

    /// Writes what the figures are not, and the page, and returns where there is room above.
    fn foot(&self, sheet: &mut Sheet, inner: Area, u: f32) -> f32 {
        let size = look::TEXT * u;
        let middle = inner.bottom - look::BOTTOM * u;
        let page = self.page.map(|(page, of)| format!("{page} / {of}")).unwrap_or_default();
        let page = Text::beside((inner.right, middle), HPos::Right, page, size, Weight::Regular);
        let room = (page.area().left - inner.left) / size - 1.5;
        let foot = Text::beside((inner.left, middle), HPos::Left, cut(&self.foot, Weight::Regular, room), size, Weight::Regular);
        sheet.layer("foot", Stroke::Solid, |pen| [&foot, &page].into_iter().for_each(|text| pen.write(text, theme::INK_2)));
        middle - 1.9 * u
    }
}

/// Draws a cover: the title in the upper middle, a rule, lines under it.
fn cover(sheet: &mut Sheet, slide: &Slide, title: &str, lines: &[String], inner: Area, u: f32) {
    let room = inner.right - inner.left;
    let title = wrap(title, Weight::Bold, room / (look::COVER * u), 3);
    let pitch = look::COVER * 1.35 * u;
    let mut y = inner.bottom * 0.42 - pitch * (title.len() as f32 - 1.0);
    sheet.layer("headline", Stroke::Solid, |pen| {
        for words in &title {
            pen.write(&Text::beside((inner.left, y), HPos::Left, words.as_str(), look::COVER * u, Weight::Bold), theme::INK);
            y += pitch;
        }
    });
    let rule = y - pitch / 2.0 + 1.2 * u;
    sheet.layer("rule", Stroke::Solid, |pen| pen.block(Area { top: rule, bottom: rule + look::RULE * u, ..inner }, theme::ACCENT));
    let mut y = rule + 3.4 * u;
    sheet.layer("lines", Stroke::Solid, |pen| {
        for (at, line) in lines.iter().enumerate() {
            let size = if at == 0 { 3.0 * u } else { 2.4 * u };
            let words = cut(line, Weight::Regular, room / size);
            pen.write(
                &Text::beside((inner.left, y), HPos::Left, words, size, Weight::Regular),
                if at == 0 { theme::INK } else { theme::INK_2 },
            );
            y += 4.4 * u;
        }
    });
    slide.foot(sheet, inner, u);
}

/// Says something in place of a chart.
fn said(sheet: &mut Sheet, words: &str, stage: Area, u: f32) {
    let size = look::SAID * u;
    let lines = wrap(words, Weight::Regular, (stage.right - stage.left) / size, 7);
    sheet.layer("words", Stroke::Solid, |pen| {
        for (at, words) in lines.iter().enumerate() {
            let y = stage.top + (1.6 + 3.6 * at as f32) * u;
            pen.write(&Text::beside((stage.left, y), HPos::Left, words.as_str(), size, Weight::Regular), theme::INK_2);
        }
    });
}
