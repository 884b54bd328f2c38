//! Finding room for labels: none may lie on another, and none on a line if it can be helped.

/// A place on the sheet, in pixels from the top left.
pub type Spot = (f32, f32);

/// An upright rectangle on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left, top, right, bottom.
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    /// Returns the square around a dot.
    pub fn around((x, y): Spot, radius: f32) -> Area {
        Area { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    /// Returns the area with more room on all sides.
    pub fn grown(self, by: f32) -> Area {
        Area { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Returns the area that holds both.
    pub fn with(self, other: Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Returns true if both share a point.
    pub fn meets(self, other: Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Returns true if the other lies wholly within.
    pub fn holds(self, other: Area) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Returns true if a straight line from one place to another passes through (Liang and Barsky's clipping).
    pub fn is_crossed(self, from: Spot, to: Spot) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
        for (run, room) in [(-dx, from.0 - self.left), (dx, self.right - from.0), (-dy, from.1 - self.top), (dy, self.bottom - from.1)] {
            if run == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if run < 0.0 {
                enters = enters.max(room / run);
            } else {
                leaves = leaves.min(room / run);
            }
        }
        enters < leaves
    }
}

/// What is already on the sheet.
#[derive(Debug)]
pub struct Room {
    bounds: Area,
    taken: Vec<Area>,
    lines: Vec<(Spot, Spot)>,
    clearance: f32,
}

impl Room {
    /// Returns an empty sheet on which labels keep a distance from each other and from lines.
    pub fn new(bounds: Area, clearance: f32) -> Room {
        Room { bounds, clearance, taken: Vec::new(), lines: Vec::new() }
    }

    /// Notes something labels must not cover.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Notes a line labels should not lie on.
    pub fn draw_line(&mut self, path: &[Spot]) {
        self.lines.extend(path.windows(2).map(|pair| (pair[0], pair[1])));
    }

    /// Takes and returns the first of the areas that is free, of lines too.
    pub fn find(&mut self, areas: &[Area]) -> Option<usize> {
        let found = areas.iter().position(|area| self.suits(*area));
        self.taken.extend(found.map(|i| areas[i]));
        found
    }

    /// Returns true if nothing lies there, not even a line.
    pub fn suits(&self, area: Area) -> bool {
        let kept_clear = area.grown(self.clearance);
        self.is_free(area) && !self.lines.iter().any(|(a, b)| kept_clear.is_crossed(*a, *b))
    }

    /// Takes and returns the first of the areas that is free; failing that, the first that only lines cross.
    pub fn find_even_on_lines(&mut self, areas: &[Area]) -> Option<usize> {
        self.find(areas).or_else(|| {
            let found = areas.iter().position(|area| self.is_free(*area));
            self.taken.extend(found.map(|i| areas[i]));
            found
        })
    }

    fn is_free(&self, area: Area) -> bool {
        let kept_clear = area.grown(self.clearance);
        self.bounds.holds(area) && !self.taken.iter().any(|other| other.meets(kept_clear))
    }
}

/// Moves heights apart, each as near as can be to where it was wanted; `wanted` ascends.
pub fn spread(wanted: &[f32], apart: f32, top: f32, bottom: f32) -> Vec<f32> {
    // Neighbours that touch become a block, placed where its members on average want to be.
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for (i, want) in wanted.iter().enumerate() {
        let mut block = (want - i as f32 * apart, 1);
        while let Some(before) = blocks.last().filter(|before| before.0 > block.0) {
            let count = before.1 + block.1;
            block = ((before.0 * before.1 as f32 + block.0 * block.1 as f32) / count as f32, count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let count = wanted.len() as f32;
    let starts = blocks.iter().flat_map(|(start, members)| std::iter::repeat_n(*start, *members));
    let highest = top + apart / 2.0;
    let lowest = (bottom + apart / 2.0 - count * apart).max(highest);
    starts.enumerate().map(|(i, start)| start.clamp(highest, lowest) + i as f32 * apart).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };

    #[test]
    fn lines_through_an_area_are_seen() {
        assert!(HERE.is_crossed((0.0, 0.0), (30.0, 30.0)));
        assert!(HERE.is_crossed((12.0, 15.0), (13.0, 15.0)), "wholly inside");
        assert!(HERE.is_crossed((0.0, 15.0), (30.0, 15.0)));
        assert!(!HERE.is_crossed((0.0, 5.0), (30.0, 5.0)));
        assert!(!HERE.is_crossed((0.0, 0.0), (9.0, 9.0)), "ends before");
        assert!(!HERE.is_crossed((0.0, 25.0), (25.0, 0.0 + 60.0)));
    }

    #[test]
    fn a_label_goes_where_nothing_is() {
        let mut room = Room::new(Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 }, 2.0);
        let next = Area { left: 15.0, right: 25.0, ..HERE };
        let far = Area { left: 50.0, right: 60.0, ..HERE };
        let outside = Area { left: 95.0, right: 105.0, ..HERE };
        assert_eq!(room.find(&[outside, HERE]), Some(1));
        let close = Area { left: 21.0, right: 31.0, ..HERE };
        assert_eq!(room.find(&[next, close, far]), Some(2));
        assert_eq!(room.find(&[next, far]), None);
        room.draw_line(&[(70.0, 0.0), (70.0, 100.0)]);
        let crossed = Area { left: 65.0, right: 75.0, ..HERE };
        assert_eq!(room.find(&[crossed]), None);
        assert_eq!(room.find_even_on_lines(&[crossed]), Some(0));
    }
}
