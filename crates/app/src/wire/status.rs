//! The judgement of a period, as the command line prints it (DESIGN §8).

use super::wire;
use domain::{Period, Uid, judge::Light};

wire! {
    /// How a plan stands in a period.
    pub struct Status {
        /// The plan.
        pub plan: Uid,
        /// Its title.
        pub title: String,
        /// The period.
        pub period: Period,
        /// True if the period is frozen: then all of this is as it was judged at that time.
        pub frozen: bool,
        /// Share of the plan's time that has passed.
        pub time_progress: f64,
        /// Every indicator.
        pub indicators: Vec<IndicatorStatus>,
        /// Every measure.
        pub measures: Vec<MeasureLight>,
        /// The plan's light: that of its worst lit measure, or by weight, as the rules say.
        pub light: Light,
        /// How many measures have each light.
        pub lights: Lights,
    }

    /// How an indicator stands.
    pub struct IndicatorStatus {
        /// Its id.
        pub id: Uid,
        /// What is measured.
        pub name: String,
        /// Its measure.
        pub measure: Option<Uid>,
        /// The value over all units, in the indicator's unit of measure.
        pub value: Option<f64>,
        /// Share of the target reached; may exceed 1.
        pub completion: Option<f64>,
        /// Expected minus reached, a fraction; negative when ahead.
        pub lag: Option<f64>,
        /// Share of the way expected by then: of the indicator's own time that has passed, or as planned.
        pub time_progress: f64,
        /// Its light.
        pub light: Light,
        /// Why, in a sentence.
        pub reason: String,
        /// The units that have not reported.
        pub missing_units: Vec<String>,
    }

    /// The light of a measure.
    pub struct MeasureLight {
        /// Its id.
        pub id: Uid,
        /// Its number as printed.
        pub number: Option<String>,
        /// Its title.
        pub title: String,
        /// Its light: that of its worst lit indicator, or by weight, as the rules say.
        pub light: Light,
    }

    /// How many of each.
    #[derive(Copy, Default)]
    pub struct Lights {
        /// 完成.
        pub done: u32,
        /// 绿灯.
        pub green: u32,
        /// 黄灯.
        pub yellow: u32,
        /// 红灯.
        pub red: u32,
        /// 灰: 未报 or 未到期.
        pub grey: u32,
    }
}
