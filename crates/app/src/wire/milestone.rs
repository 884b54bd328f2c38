//! Milestones and phases.

use super::{Lights, MeasureRef, wire};
use chrono::NaiveDate;
use domain::judge::Light;
use domain::{Period, Uid};

wire! {
    /// A milestone of a measure, or a phase of the plan.
    pub struct MilestoneRow {
        /// Its id.
        pub id: Uid,
        /// Its measure; none for a phase of the plan.
        pub measure: Option<MeasureRef>,
        /// What it is called.
        pub name: String,
        /// What is to be done.
        pub text: String,
        /// When it is due.
        pub due: Option<NaiveDate>,
        /// When it was done.
        pub done_on: Option<NaiveDate>,
        /// What proves it.
        pub evidence: Option<String>,
        /// How many days it is late, or was done late.
        pub days_late: u32,
        /// True if it is past its day and not done.
        pub overdue: bool,
        /// Its evaluation, of a phase that was evaluated.
        pub closing: Option<PhaseClosed>,
    }

    /// Adds a milestone.
    pub struct MilestoneAdd {
        /// The plan.
        pub plan: Uid,
        /// Its measure; none for a phase of the plan.
        #[serde(default)]
        pub measure: Option<Uid>,
        /// What it is called.
        pub name: String,
        /// When it is due.
        #[serde(default)]
        pub due: Option<NaiveDate>,
        /// What is to be done.
        #[serde(default)]
        pub text: String,
    }

    /// Changes a milestone; what is absent stays.
    pub struct MilestoneChange {
        /// Which.
        pub milestone: Uid,
        /// What it is called.
        #[serde(default)]
        pub name: Option<String>,
        /// When it is due.
        #[serde(default)]
        pub due: Option<NaiveDate>,
        /// What is to be done.
        #[serde(default)]
        pub text: Option<String>,
    }

    /// Marks a milestone as done.
    pub struct MilestoneDone {
        /// Which.
        pub milestone: Uid,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
        /// What proves it.
        #[serde(default)]
        pub evidence: String,
    }

    /// A command that concerns a milestone.
    pub struct OfMilestone {
        /// Which.
        pub milestone: Uid,
    }

    /// A milestone that was written, with what to look at again.
    pub struct MilestoneSet {
        /// Which.
        pub milestone: Uid,
        /// What is odd about it.
        pub remark: Option<String>,
    }

    /// Asks how the plan stands at the end of a phase.
    pub struct PhaseOf {
        /// The phase.
        pub milestone: Uid,
        /// The period to judge it at; by default the month its day lies in.
        #[serde(default)]
        pub period: Option<Period>,
    }

    /// A phase, and how the plan stands at its end.
    pub struct PhaseView {
        /// The phase.
        pub row: MilestoneRow,
        /// What its evaluation keeps; of a phase that is not evaluated, what it would keep.
        pub figures: PhaseFigures,
    }

    /// Evaluates a phase (阶段评估): findings and figures are kept.
    pub struct PhaseClose {
        /// The phase.
        pub milestone: Uid,
        /// The period to judge it at; by default the month its day lies in.
        #[serde(default)]
        pub period: Option<Period>,
        /// What was found (评估结论).
        pub findings: String,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// The evaluation of a phase.
    pub struct PhaseClosed {
        /// The period it was judged at.
        pub period: Period,
        /// On which day.
        pub closed_on: NaiveDate,
        /// What was found.
        pub findings: String,
        /// Who evaluated it.
        pub who: String,
    }

    /// How a plan stood at the end of a phase. This is also what the ledger keeps of it, so fields are only ever added.
    pub struct PhaseFigures {
        /// The period.
        pub period: Period,
        /// Share of the plan's time passed, as shown.
        pub time_progress: f64,
        /// How many measures there were.
        pub measures: u32,
        /// How many of them had each light.
        pub lights: Lights,
        /// How many indicators there were.
        pub indicators: u32,
        /// How many of them had reached their target.
        pub met: u32,
        /// How many of them have a completion: reported, and judged by one.
        pub counted: u32,
        /// The mean completion of these by weight, each counted to 100 % at most; none where none has one.
        pub completion: Option<f64>,
        /// How many indicators were behind (yellow or red).
        pub behind_count: u32,
        /// Those furthest behind, the worst first.
        pub behind: Vec<PhaseBehind>,
    }

    /// An indicator that was behind at the end of a phase.
    pub struct PhaseBehind {
        /// What is measured.
        pub name: String,
        /// The number of its measure.
        pub number: Option<String>,
        /// The unit that leads it.
        pub lead: Option<String>,
        /// Its light.
        pub light: Light,
        /// Share reached, as shown.
        pub completion: f64,
        /// Lag as shown, a fraction.
        pub lag: f64,
        /// Why, in a sentence.
        pub reason: String,
    }
}
