//! Rows: a name, and something beside it. Many rows are smaller, or stand in two columns; what still does not fit is named.

use crate::place::Area;
use crate::sheet::{Pen, Sheet, Stroke, Text};
use crate::typeface::{Weight, cut, widest, wrap};
use crate::{sign, theme};
use domain::judge::Light;
use plotters::style::{RGBColor, text_anchor::HPos};

/// What the rows of a kind need.
pub struct Wish {
    /// Room before the names, in em: for a rank or a light.
    pub lead: f32,
    /// At most so many columns.
    pub columns: usize,
    /// At least this share of a row's width is for what stands beside the name.
    pub body: f32,
    /// What stands beside the name needs this much room, in type sizes, or figures would lie on each other.
    pub need: f32,
    /// Columns narrower than this, in type sizes, would have no room for what their rows show.
    pub narrowest: f32,
    /// What is counted: 个单位.
    pub counted: &'static str,
}

/// A row.
pub struct Slot {
    /// The row from its lead to its end.
    pub row: Area,
    /// What is right of the name.
    pub body: Area,
    name: Vec<Text>,
}

impl Slot {
    /// Returns the height on which everything in the row is centred.
    pub fn middle(&self) -> f32 {
        (self.row.top + self.row.bottom) / 2.0
    }

    /// Returns a stripe across the row between two places in any order, half as high as said.
    pub fn stripe(&self, from: f32, to: f32, half: f32) -> Area {
        Area { left: from.min(to), top: self.middle() - half, right: from.max(to), bottom: self.middle() + half }
    }
}

/// Rows laid out.
pub struct Rows {
    /// Those that fit, in the given order.
    pub slots: Vec<Slot>,
    /// The size of their type in pixels.
    pub size: f32,
    more: Option<Text>,
}

/// At which share of the type size a name may have how many lines, and whether long ones may be cut; what is read best is
/// tried first.
const TRIES: [(f32, usize, bool); 10] = [
    (1.0, 3, false),
    (0.85, 3, false),
    (0.7, 3, false),
    (0.85, 2, true),
    (0.7, 2, true),
    (0.7, 1, true),
    (0.6, 2, true),
    (0.6, 1, true),
    (0.5, 1, true),
    (theme::SMALLEST, 1, true),
];
/// From one line of a name to the next, in type sizes: letters with accents are higher than Chinese characters.
pub const LINE: f32 = 1.3;
/// How high one line is.
const FIRST: f32 = 1.24;
/// After a name, in type sizes.
const AFTER: f32 = 0.72;
/// A name has at least this much room, in type sizes.
const SHORTEST: f32 = 3.0;
/// Few rows stand no farther apart than this.
const MOST_AIR: f32 = 1.9;

/// Returns what is above and below a row's names together, in type sizes: less where every row counts.
fn air(share: f32) -> f32 {
    if share <= 0.5 { 0.25 } else { 0.5 }
}

impl Rows {
    /// Lays rows out in an area; none if there is not even room for what stands beside a name.
    pub fn new(names: &[&str], area: Area, em: f32, wish: &Wish) -> Option<Rows> {
        let mut last = None;
        // Where a second column helps, no type is so small.
        for (share, lines, cut) in TRIES.into_iter().filter(|(share, ..)| *share > theme::SMALLEST || wish.columns == 1) {
            for columns in 1..=wish.columns {
                let lay = Lay::new(names, area, (size(em, share), air(share)), (lines, columns), wish);
                if lay.is_wide_enough(wish) && lay.fits(area.bottom - area.top, cut) {
                    return Some(lay.rows(area, wish, None));
                }
                last = lay.is_wide_enough(wish).then_some(lay).or(last);
            }
        }
        let lay = last?;
        let line = 1.7 * lay.size;
        let kept = lay.kept(area.bottom - area.top - line);
        let more = more(&names[kept..], kept, wish.counted, Area { top: area.bottom - line, ..area }, lay.size);
        let area = Area { bottom: area.bottom - line, ..area };
        Some(Lay::new(&names[..kept], area, (lay.size, lay.air), (1, lay.columns), wish).rows(area, wish, Some(more)))
    }

    /// Writes the names and what could not be drawn.
    pub fn write(&self, sheet: &mut Sheet, color: RGBColor) {
        self.slots.iter().enumerate().for_each(|(at, slot)| sheet.mark(at, slot.row));
        sheet.layer("rows", Stroke::Solid, |pen| self.slots.iter().flat_map(|slot| &slot.name).for_each(|text| pen.write(text, color)));
        sheet.layer("more", Stroke::Solid, |pen| self.more.iter().for_each(|text| pen.write(text, theme::INK_2)));
    }

    /// Draws the light of a row before its name, where its lead is.
    pub fn draw_light(&self, pen: &Pen, slot: &Slot, light: Light) {
        sign::draw(pen, light, (slot.row.left + 0.5 * self.size, slot.middle()), 0.42 * self.size);
    }

    /// Draws hairlines under the rows, as in a printed table.
    pub fn rule(&self, sheet: &mut Sheet) {
        sheet.layer("rules", Stroke::Solid, |pen| {
            for Slot { row, .. } in &self.slots {
                pen.line(&[(row.left, row.bottom), (row.right, row.bottom)], theme::RULE, theme::HAIRLINE);
            }
        });
    }

    /// Returns half the height of a bar, the same in all rows: thicker where there is room, between a least and a most.
    pub fn half(&self, least: f32, most: f32) -> f32 {
        let lowest = self.slots.iter().map(|slot| slot.row.bottom - slot.row.top).fold(f32::INFINITY, f32::min);
        (lowest * 0.19).clamp(least * self.size, most * self.size)
    }

    /// Returns true if there is room for every row.
    pub fn is_whole(&self) -> bool {
        self.more.is_none()
    }

    /// Returns where the lowest text ends.
    pub fn bottom(&self) -> f32 {
        let rows = self.slots.iter().map(|slot| slot.row.bottom).fold(0.0, f32::max);
        self.more.as_ref().map_or(rows, |more| more.area().bottom.max(rows))
    }

    /// Returns the columns: their first and last rows as one area.
    pub fn columns(&self) -> Vec<Area> {
        let mut columns: Vec<Area> = Vec::new();
        for slot in &self.slots {
            match columns.last_mut() {
                Some(column) if column.left == slot.body.left => *column = column.with(slot.body),
                _ => columns.push(slot.body),
            }
        }
        columns
    }
}

/// Returns a share of the type size, but never less than can be read.
pub fn size(em: f32, share: f32) -> f32 {
    (em * share).max(theme::LEAST).min(em)
}

/// Returns the line that says what could not be drawn: how many, which, and as many of their names as fit.
pub fn more(names: &[&str], kept: usize, counted: &str, area: Area, size: f32) -> Text {
    let end = kept + names.len();
    let which = if names.len() == 1 { format!("第{end}") } else { format!("第{}至第{end}", kept + 1) };
    let words = format!("还有{}{counted}未画出（{which}）：{}", names.len(), names.join("、"));
    let words = cut(&words, Weight::Regular, (area.right - area.left) / size);
    Text::beside((area.left, (area.top + area.bottom) / 2.0), HPos::Left, words, size, Weight::Regular)
}

struct Lay {
    size: f32,
    air: f32,
    columns: usize,
    /// From the left of one column to the next, less what is between them.
    wide: f32,
    name: f32,
    names: Vec<Vec<String>>,
}

impl Lay {
    fn new(names: &[&str], area: Area, (size, air): (f32, f32), (lines, columns): (usize, usize), wish: &Wish) -> Lay {
        let wide = (area.right - area.left - (columns - 1) as f32 * between(size)) / columns as f32;
        let longest = widest(names, Weight::Regular) * size;
        let room = (wide * (1.0 - wish.body) - wish.lead * size).min(wide - (wish.lead + AFTER + wish.need) * size).max(SHORTEST * size);
        let name = longest.min(room);
        // Rounding must not break a name that is exactly as wide as its column.
        let names = names.iter().map(|text| wrap(text, Weight::Regular, name / size + 0.01, lines)).collect();
        Lay { size, air, columns, wide, name, names }
    }

    fn per_column(&self) -> usize {
        self.names.len().div_ceil(self.columns).max(1)
    }

    fn height(&self, names: &[Vec<String>]) -> f32 {
        names.iter().map(|lines| (lines.len().saturating_sub(1) as f32 * LINE + FIRST + self.air) * self.size).sum()
    }

    fn is_wide_enough(&self, wish: &Wish) -> bool {
        let least = wish.lead + SHORTEST + AFTER + wish.need;
        self.wide >= if self.columns == 1 { least } else { least.max(wish.narrowest) } * self.size
    }

    fn fits(&self, height: f32, cut: bool) -> bool {
        let is_cut = |lines: &Vec<String>| lines.last().is_some_and(|line| line.ends_with('…'));
        (cut || !self.names.iter().any(is_cut)) && self.names.chunks(self.per_column()).all(|column| self.height(column) <= height)
    }

    /// Returns how many rows of one line fit.
    fn kept(&self, height: f32) -> usize {
        let rows = (height / ((FIRST + self.air) * self.size)).floor().max(1.0) as usize;
        (rows * self.columns).min(self.names.len())
    }

    fn rows(self, area: Area, wish: &Wish, more: Option<Text>) -> Rows {
        let size = self.size;
        let tallest = self.names.chunks(self.per_column()).map(|column| self.height(column)).fold(0.0, f32::max);
        let air = ((area.bottom - area.top - tallest) / self.per_column() as f32).clamp(0.0, MOST_AIR * size);
        let mut slots = Vec::new();
        for (n, column) in self.names.chunks(self.per_column()).enumerate() {
            let left = area.left + n as f32 * (self.wide + between(size));
            let mut top = area.top;
            for lines in column {
                let bottom = top + self.height(std::slice::from_ref(lines)) + air;
                let row = Area { left, top, right: left + self.wide, bottom };
                let name = left + wish.lead * size;
                let first = (top + bottom) / 2.0 - (lines.len() as f32 - 1.0) * LINE * size / 2.0;
                let line = |(i, words): (usize, &String)| {
                    Text::beside((name, first + i as f32 * LINE * size), HPos::Left, words.as_str(), size, Weight::Regular)
                };
                let name_end = name + self.name + AFTER * size;
                slots.push(Slot { row, body: Area { left: name_end, ..row }, name: lines.iter().enumerate().map(line).collect() });
                top = bottom;
            }
        }
        Rows { slots, size, more }
    }
}

fn between(size: f32) -> f32 {
    2.2 * size
}
