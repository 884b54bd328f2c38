//! A plan in a period on one screen.

use super::{Lights, MeasureRef, UnitRef, wire};
use domain::{Period, Uid, judge::Light};
use serde::{Deserialize, Serialize};

wire! {
    /// How a plan stands at the end of a period.
    pub struct Overview {
        /// The plan.
        pub plan: Uid,
        /// Its title.
        pub title: String,
        /// The period.
        pub period: Period,
        /// All of it in a sentence, to be read out or pasted.
        pub sentence: String,
        /// The plan's light: that of its worst lit measure, or by weight, as the rules say.
        pub light: Light,
        /// How many measures the plan has.
        pub measures: u32,
        /// How many measures have each light.
        pub lights: Lights,
        /// Why the grey ones are grey.
        pub grey: Greys,
        /// How many more of each light than in the period before; none in the first period.
        pub change: Option<LightsChange>,
        /// The time of the plan.
        pub clock: Clock,
        /// Sections that have measures, in order; measures outside any section last.
        pub sections: Vec<SectionLights>,
        /// The indicators furthest behind, the worst first, eight at most.
        pub behind: Vec<Behind>,
        /// How many indicators are behind (yellow or red).
        pub behind_count: u32,
        /// How many units report in the period.
        pub reporting: u32,
        /// Those of them that still owe something, in the order of the document.
        pub unreported: Vec<Owing>,
        /// What to send them; empty where nothing is owed.
        pub chase: String,
        /// Measures whose light is another than in the period before, worsened ones first.
        pub turned: Vec<Turned>,
        /// How many turned in which way.
        pub turns: Turns,
        /// What is due in the month after the period's end (at least thirty days) and not done, the soonest first.
        pub due: Vec<DueSoon>,
        /// The first of these days.
        pub due_from: chrono::NaiveDate,
        /// The last of them.
        pub due_until: chrono::NaiveDate,
        /// What is supervised, as of today.
        pub supervised: Supervised,
    }

    /// What is supervised of a plan, as of today.
    pub struct Supervised {
        /// Rectifications that are open.
        pub open: u32,
        /// Rectifications that wait for verification.
        pub applied: u32,
        /// Listed measures.
        pub listed: u32,
        /// Rectifications, inspections and milestones whose day has passed, the latest first.
        pub overdue: Vec<Overdue>,
    }

    /// Something whose day has passed.
    pub struct Overdue {
        /// What it is.
        pub kind: OverdueKind,
        /// The rectification, listing or milestone.
        pub id: Uid,
        /// Its name.
        pub name: String,
        /// Who answers for it.
        pub unit: Option<UnitRef>,
        /// The measure it belongs to.
        pub measure: Option<MeasureRef>,
        /// The day.
        pub day: chrono::NaiveDate,
        /// How many days ago that was.
        pub days_late: u32,
    }

    /// Why measures are grey.
    #[derive(Copy, Default)]
    pub struct Greys {
        /// 未报.
        pub missing: u32,
        /// 未到期.
        pub waits: u32,
        /// 不能汇总.
        pub gap: u32,
        /// Without indicators.
        pub none: u32,
    }

    /// How many more, or fewer, of each light.
    #[derive(Copy)]
    pub struct LightsChange {
        /// 完成.
        pub done: i32,
        /// 绿灯.
        pub green: i32,
        /// 黄灯.
        pub yellow: i32,
        /// 红灯.
        pub red: i32,
        /// 灰灯.
        pub grey: i32,
    }

    /// How much of a plan's time has passed at the end of a period.
    pub struct Clock {
        /// Share of the time, as shown.
        pub time_progress: f64,
        /// Months begun.
        pub passed: u32,
        /// Months still to begin.
        pub left: u32,
        /// Days from the period's end to the plan's.
        pub days_left: u32,
        /// Every month of the plan.
        pub months: Vec<ClockMonth>,
    }

    /// A month of a plan.
    pub struct ClockMonth {
        /// The month.
        pub period: Period,
        /// Its short label, e.g. 7月.
        pub label: String,
        /// True if it lies after the period.
        pub coming: bool,
        /// How many measures are due in it.
        pub due: u32,
    }

    /// The lights of a section.
    pub struct SectionLights {
        /// Its id; none for the measures outside any section.
        pub id: Option<Uid>,
        /// Number and title as printed.
        pub title: String,
        /// Its light: that of its worst lit measure, or by weight, as the rules say.
        pub light: Light,
        /// How many measures it has.
        pub measures: u32,
        /// How many have each light.
        pub lights: Lights,
        /// Why the grey ones are grey.
        pub grey: Greys,
        /// How many turned in which way since the period before.
        pub turns: Turns,
    }

    /// How many measures turned in which way.
    #[derive(Copy, Default)]
    pub struct Turns {
        /// A worse light than before.
        pub worse: u32,
        /// No light any more.
        pub dark: u32,
        /// A better light.
        pub better: u32,
        /// A light for the first time, or again.
        pub lit: u32,
    }

    /// An indicator that is behind.
    pub struct Behind {
        /// Its id.
        pub indicator: Uid,
        /// What is measured.
        pub name: String,
        /// Its measure.
        pub measure: Option<MeasureRef>,
        /// The unit that leads it.
        pub lead: Option<UnitRef>,
        /// Its light.
        pub light: Light,
        /// Share reached, as shown.
        pub completion: f64,
        /// Lag as shown, a fraction.
        pub lag: f64,
        /// Time progress of the indicator, or 1 for what must hold.
        pub time_progress: f64,
        /// Why, in a sentence.
        pub reason: String,
        /// True if its measure is under listed supervision (挂牌).
        pub listed: bool,
        /// The rectification that is going on for it.
        pub rectification: Option<Uid>,
    }

    /// A unit that has not reported all it should.
    pub struct Owing {
        /// The unit.
        pub unit: UnitRef,
        /// How many indicators it has not reported.
        pub owed: u32,
        /// How many it reports in this period.
        pub total: u32,
        /// The names of those it has not reported.
        pub names: Vec<String>,
    }

    /// A measure whose light has changed.
    pub struct Turned {
        /// The measure.
        pub measure: MeasureRef,
        /// In which way.
        pub turn: Turn,
        /// Its light before.
        pub before: Light,
        /// What stood for it where it was grey.
        pub before_word: Option<String>,
        /// Its light now.
        pub after: Light,
        /// What stands for it where it is grey.
        pub after_word: Option<String>,
        /// Why it has the light it has now.
        pub reason: String,
    }

    /// Something that is due soon.
    pub struct DueSoon {
        /// The day.
        pub day: chrono::NaiveDate,
        /// How many days after the period's end.
        pub days: u32,
        /// What it is.
        pub kind: DueKind,
        /// Its name.
        pub name: String,
        /// The measure it belongs to, or is.
        pub measure: Option<MeasureRef>,
        /// What is missing, for an indicator: 差534个, 未报.
        pub missing: Option<String>,
        /// The rectification, where it is one.
        pub rectification: Option<Uid>,
    }
}

/// In which way a light changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Worse.
    Worse,
    /// From a light to grey.
    Dark,
    /// Better.
    Better,
    /// From grey to a light.
    Lit,
}

/// What can be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// A dated node or a phase.
    Milestone,
    /// A measure by its own deadline.
    Measure,
    /// An indicator.
    Indicator,
    /// A rectification.
    Rectification,
}

/// What can be overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OverdueKind {
    /// A rectification that is not signed off.
    Rectification,
    /// An inspection of a listed measure.
    Inspection,
    /// A milestone or phase that is not done.
    Milestone,
}
