//! Charts.

use super::wire;
use domain::{Period, Uid};

wire! {
    /// Asks for an indicator's trend.
    pub struct ChartOf {
        /// The indicator.
        pub indicator: Uid,
        /// One unit only; else all together.
        pub unit: Option<Uid>,
        /// Up to this period.
        pub period: Period,
        /// How large it will be shown, so that its type is readable there; a full screen where absent.
        #[serde(default)]
        pub size: Option<ChartSize>,
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
        /// Its figures.
        pub table: Vec<ChartRow>,
        /// Unit of measure.
        pub unit: String,
    }

    /// One period of the chart's table.
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
        /// svg or png.
        pub format: String,
    }

    /// A file that was written; none if the user thought better of it.
    pub struct Saved {
        /// Its full path.
        pub path: Option<String>,
    }
}
