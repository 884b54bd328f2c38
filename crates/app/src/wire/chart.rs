//! Charts.

use super::{UnitRef, wire};
use domain::{Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// Asks for a chart.
    pub struct ChartOf {
        /// Of which kind; a trend where absent.
        #[serde(default)]
        pub kind: ChartKind,
        /// The plan, of a chart that shows all of it.
        #[serde(default)]
        pub plan: Option<Uid>,
        /// The indicators: the one that is drawn, or those whose completion is shown.
        #[serde(default)]
        pub indicators: Vec<Uid>,
        /// These units only, a group for its members; else all. A trend, a rate and years are of one or of all together.
        #[serde(default)]
        pub units: Vec<Uid>,
        /// Only the members of this group, in a league table.
        #[serde(default)]
        pub group: Option<Uid>,
        /// Up to this period.
        pub period: Period,
        /// From this period; else from the start.
        #[serde(default)]
        pub since: Option<Period>,
        /// How large it will be shown, so that its type is readable there; a full screen where absent.
        #[serde(default)]
        pub size: Option<ChartSize>,
    }

    /// Asks who can be drawn of an indicator.
    pub struct ChartUnitsOf {
        /// The indicator.
        pub indicator: Uid,
        /// Up to this period.
        pub period: Period,
    }

    /// A unit with figures of its own, as it is chosen for a chart.
    pub struct ChartUnit {
        /// The unit.
        pub unit: UnitRef,
        /// Its names and their pinyin initials, to search in.
        pub keys: String,
    }

    /// A size in pixels.
    #[derive(Copy)]
    pub struct ChartSize {
        /// From left to right.
        pub width: u32,
        /// From top to bottom.
        pub height: u32,
    }

    /// A chart with its figures.
    pub struct ChartView {
        /// The drawing, to be shown as an image.
        pub svg: String,
        /// What it says, in a sentence.
        pub alt: String,
        /// Where it will stand when due if it goes on so, and what that assumes; none where nothing is projected.
        pub forecast: Option<String>,
        /// Its title.
        pub title: String,
        /// Its figures as they are written.
        pub table: ChartTable,
        /// Where on the drawing the rows or figures of the table are shown, in the order they are looked at.
        pub spots: Vec<Spot>,
        /// Of a trend, its periods with their figures.
        pub points: Vec<ChartRow>,
        /// Unit of measure.
        pub unit: String,
    }

    /// Where on a drawing a row of its table is shown, or one figure of the row, in shares of the drawing's width and height.
    #[derive(Copy)]
    pub struct Spot {
        /// Which row, from 0.
        pub row: u32,
        /// Which column, from 0, where only that figure of the row is shown there.
        pub column: Option<u32>,
        /// From its left to its right.
        pub left: f32,
        /// From its top to its bottom.
        pub top: f32,
        /// See `left`.
        pub right: f32,
        /// See `top`.
        pub bottom: f32,
    }

    /// A chart's figures.
    pub struct ChartTable {
        /// The heads of the columns.
        pub columns: Vec<String>,
        /// The rows, a cell for every column; empty where there is no figure.
        pub rows: Vec<Vec<String>>,
    }

    /// One period of a trend.
    pub struct ChartRow {
        /// The period's label.
        pub label: String,
        /// Reported value; none where nothing was reported.
        pub value: Option<f64>,
        /// Expected value.
        pub expected: Option<f64>,
        /// What was reported for the same months of the plan the indicator goes on from.
        pub before: Option<f64>,
        /// Units that have not reported.
        pub missing_units: Vec<String>,
    }

    /// Saves a chart where the user says.
    pub struct ChartSave {
        /// Which.
        pub chart: ChartOf,
        /// svg, png, pdf or xlsx.
        pub format: String,
        /// How large.
        #[serde(default)]
        pub look: ChartLook,
    }

    /// Asks for a chart as a picture, for the clipboard.
    pub struct ChartPicture {
        /// Which.
        pub chart: ChartOf,
        /// How large.
        #[serde(default)]
        pub look: ChartLook,
    }

    /// A picture.
    pub struct Picture {
        /// The PNG, as base64.
        pub png: String,
    }

    /// How large a chart is drawn into a file.
    #[derive(Copy, Default)]
    pub struct ChartLook {
        /// The shape of the sheet.
        #[serde(default)]
        pub shape: Shape,
        /// Twice as many pixels a side, of a picture.
        #[serde(default)]
        pub double: bool,
    }

    /// A file that was written; none if the user thought better of it.
    pub struct Saved {
        /// Its full path.
        pub path: Option<String>,
    }
}

/// What a chart shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// One indicator through its periods.
    #[default]
    Trend,
    /// A rate with numerator and denominator.
    Rate,
    /// One indicator of this plan and of those before.
    Years,
    /// One indicator, a line a unit.
    Lines,
    /// The same, a small plot a unit.
    Multiples,
    /// One indicator, a bar a unit.
    Bars,
    /// Completion against time progress.
    Bullets,
    /// Lights by section.
    Sections,
    /// Lights of measures through the months.
    Heat,
    /// Scores of units.
    League,
    /// Milestones along the plan's time.
    Timeline,
}

impl ChartKind {
    /// All kinds.
    pub const ALL: [ChartKind; 11] = [
        ChartKind::Trend,
        ChartKind::Rate,
        ChartKind::Years,
        ChartKind::Lines,
        ChartKind::Multiples,
        ChartKind::Bars,
        ChartKind::Bullets,
        ChartKind::Sections,
        ChartKind::Heat,
        ChartKind::League,
        ChartKind::Timeline,
    ];

    /// Returns the name on the command line and what it shows, in Chinese.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            ChartKind::Trend => ("trend", "一个指标的走势"),
            ChartKind::Rate => ("rate", "比率和它的分子、分母"),
            ChartKind::Years => ("years", "一个指标逐年对比"),
            ChartKind::Lines => ("lines", "一个指标各单位的走势"),
            ChartKind::Multiples => ("multiples", "一个指标各单位的小图"),
            ChartKind::Bars => ("bars", "一个指标各单位的数"),
            ChartKind::Bullets => ("bullets", "完成率与序时进度"),
            ChartKind::Sections => ("sections", "各部分的灯"),
            ChartKind::Heat => ("heat", "举措逐月的灯"),
            ChartKind::League => ("league", "考核排名"),
            ChartKind::Timeline => ("timeline", "时间节点"),
        }
    }

    /// Returns true if it shows one indicator.
    pub fn is_of_one(self) -> bool {
        use ChartKind::{Rate, Trend, Years};
        matches!(self, Trend | Rate | Years) || self.is_of_units()
    }

    /// Returns true if it shows units beside each other.
    pub fn is_of_units(self) -> bool {
        use ChartKind::{Bars, Lines, Multiples};
        matches!(self, Lines | Multiples | Bars)
    }
}

/// The shape of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub enum Shape {
    /// A screen, 1920×1080.
    #[default]
    #[serde(rename = "16:9")]
    Wide,
    /// An older projector, 1440×1080.
    #[serde(rename = "4:3")]
    Square,
    /// A sheet of A4 across, 297×210 mm.
    #[serde(rename = "a4")]
    A4,
}

impl Shape {
    /// Returns the shape of this name: 16:9, 4:3, a4.
    pub fn from_code(code: &str) -> Option<Shape> {
        match code {
            "16:9" => Some(Shape::Wide),
            "4:3" => Some(Shape::Square),
            "a4" | "A4" => Some(Shape::A4),
            _ => None,
        }
    }
}

impl ChartOf {
    /// Asks for the trend of an indicator over all its units.
    pub fn trend(indicator: Uid, period: Period) -> ChartOf {
        ChartOf {
            kind: ChartKind::Trend,
            plan: None,
            indicators: vec![indicator],
            units: Vec::new(),
            group: None,
            period,
            since: None,
            size: None,
        }
    }

    /// Asks for a chart of a whole plan.
    pub fn plan(kind: ChartKind, plan: Uid, period: Period) -> ChartOf {
        ChartOf { kind, plan: Some(plan), indicators: Vec::new(), units: Vec::new(), group: None, period, since: None, size: None }
    }
}
