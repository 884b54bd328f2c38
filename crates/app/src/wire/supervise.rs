//! Supervision: rectifications, listed measures, and what each unit has on record.

use super::{AdjustmentRow, MeasureRef, MilestoneRow, UnitRef, wire};
use chrono::NaiveDate;
use domain::judge::Light;
use domain::supervise::{Stage, Step};
use domain::{Period, Uid};

wire! {
    /// All that is supervised of a plan, with its lights in a period and its days as of today.
    pub struct Supervision {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The day days are counted to.
        pub today: NaiveDate,
        /// Red lights over all units that nobody has asked to put right (待整改), the furthest behind first.
        pub red: Vec<RedLight>,
        /// The same of each unit's own figures.
        pub own_red: Vec<RedLight>,
        /// Every rectification: overdue ones first, then those that wait for verification, open ones, and those signed off.
        pub rectifications: Vec<RectificationRow>,
        /// Listed measures: those to be inspected first; lifted ones last.
        pub listings: Vec<ListingRow>,
        /// Milestones and phases in the order of their days.
        pub milestones: Vec<MilestoneRow>,
        /// What each unit has on record, the one with most overdue first.
        pub accounts: Vec<UnitAccount>,
    }

    /// A red light.
    pub struct RedLight {
        /// The indicator.
        pub indicator: Uid,
        /// Its name.
        pub name: String,
        /// Its measure.
        pub measure: Option<MeasureRef>,
        /// The unit that would answer for it.
        pub unit: Option<UnitRef>,
        /// What was said of it.
        pub finding: String,
        /// How far it is behind, as shown.
        pub lag: Option<f64>,
    }

    /// A light that may be asked to be put right: of an indicator or a measure.
    pub struct LightOf {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The indicator.
        #[serde(default)]
        pub indicator: Option<Uid>,
        /// The measure, where it is the measure's own light.
        #[serde(default)]
        pub measure: Option<Uid>,
        /// The unit whose own light of the indicator it is; none over all units.
        #[serde(default)]
        pub own: Option<Uid>,
    }

    /// What there is to know before a light is asked to be put right.
    pub struct RectifyAsked {
        /// The light.
        pub of: LightOf,
        /// The name of the indicator or measure.
        pub name: String,
        /// Its light.
        pub light: Light,
        /// What is said of it.
        pub finding: String,
        /// Who would answer for it.
        pub unit: Option<UnitRef>,
        /// Everybody who could.
        pub units: Vec<UnitRef>,
        /// The rectification that is going on for this light.
        pub going_on: Option<Uid>,
    }

    /// Asks a unit to put a light right (立项).
    pub struct RectifyOpen {
        /// The light.
        pub of: LightOf,
        /// Who answers for it; by default the unit whose light it is, else the lead unit.
        #[serde(default)]
        pub unit: Option<Uid>,
        /// Why it came so.
        #[serde(default)]
        pub cause: String,
        /// What is done about it.
        #[serde(default)]
        pub action: String,
        /// By when.
        #[serde(default)]
        pub deadline: Option<NaiveDate>,
        /// Who sees to it.
        #[serde(default)]
        pub person: String,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// The rectification of a light.
    pub struct Rectified {
        /// Which.
        pub rectification: Uid,
        /// True if it was going on already, and nothing was written.
        pub already: bool,
    }

    /// Changes a rectification that is open; what is absent stays.
    pub struct RectifyChange {
        /// Which.
        pub rectification: Uid,
        /// Why it came so.
        #[serde(default)]
        pub cause: Option<String>,
        /// What is done about it.
        #[serde(default)]
        pub action: Option<String>,
        /// By when.
        #[serde(default)]
        pub deadline: Option<NaiveDate>,
        /// Who sees to it.
        #[serde(default)]
        pub person: Option<String>,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// Takes a rectification a step on: applied, sent_back, signed_off.
    pub struct RectifyStep {
        /// Which.
        pub rectification: Uid,
        /// The step.
        pub step: Step,
        /// What came of it, or why it is sent back.
        #[serde(default)]
        pub note: String,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// A rectification.
    pub struct RectificationRow {
        /// Its id.
        pub id: Uid,
        /// The indicator that lit up; none where it was the measure.
        pub indicator: Option<Uid>,
        /// True if it was the unit's own light.
        pub own: bool,
        /// The name of what lit up.
        pub name: String,
        /// Its measure.
        pub measure: Option<MeasureRef>,
        /// Who answers for it.
        pub unit: UnitRef,
        /// The period whose judgement asked for it.
        pub period: Period,
        /// The light then.
        pub light: Light,
        /// What was said then.
        pub finding: String,
        /// The light in the period shown; none where it is not judged there.
        pub now: Option<LightNow>,
        /// Why it came so.
        pub cause: String,
        /// What is done about it.
        pub action: String,
        /// By when.
        pub deadline: Option<NaiveDate>,
        /// Who sees to it.
        pub person: String,
        /// Where it stands.
        pub stage: Stage,
        /// When it began.
        pub opened_on: NaiveDate,
        /// When it was signed off.
        pub closed_on: Option<NaiveDate>,
        /// How many days it has been open, or was.
        pub days_open: u32,
        /// How many days it is past its deadline, or was when it was signed off.
        pub days_late: u32,
        /// True if it is past its deadline and not signed off.
        pub overdue: bool,
        /// How often it was sent back.
        pub sent_back: u32,
        /// Every step in order.
        pub steps: Vec<StepRow>,
    }

    /// How something stands in the period shown.
    pub struct LightNow {
        /// Its light.
        pub light: Light,
        /// What stands for it where it is grey.
        pub word: Option<String>,
        /// Why.
        pub reason: String,
    }

    /// A step of a rectification.
    pub struct StepRow {
        /// What was done.
        pub step: Step,
        /// On which day.
        pub on: NaiveDate,
        /// What was said with it.
        pub note: String,
        /// Who.
        pub who: String,
        /// When it was written down.
        pub at: String,
    }

    /// Lists a measure (挂牌).
    pub struct ListingOpen {
        /// The measure.
        pub measure: Uid,
        /// Why.
        pub reason: String,
        /// How many days lie between two inspections; 7 by default.
        #[serde(default)]
        pub every_days: Option<u32>,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// Writes down what an inspection found (督查记录).
    pub struct ListingInspect {
        /// The listing.
        pub listing: Uid,
        /// What was found.
        pub finding: String,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// Lifts a listing (摘牌).
    pub struct ListingLift {
        /// The listing.
        pub listing: Uid,
        /// The day; today by default.
        #[serde(default)]
        pub on: Option<NaiveDate>,
    }

    /// A measure that is or was listed.
    pub struct ListingRow {
        /// Its id.
        pub id: Uid,
        /// The measure.
        pub measure: MeasureRef,
        /// Who leads it.
        pub unit: Option<UnitRef>,
        /// How the measure stands in the period shown.
        pub now: Option<LightNow>,
        /// Why it is listed.
        pub reason: String,
        /// How many days lie between two inspections.
        pub every_days: u32,
        /// From when on.
        pub listed_on: NaiveDate,
        /// Until when.
        pub lifted_on: Option<NaiveDate>,
        /// How many days it has been listed, or was.
        pub days: u32,
        /// When the next inspection is due; none once it is lifted.
        pub next_on: Option<NaiveDate>,
        /// How many days the next inspection is late.
        pub days_late: u32,
        /// Who listed it.
        pub who: String,
        /// Its inspections, the latest first.
        pub inspections: Vec<InspectionRow>,
    }

    /// What an inspection found.
    pub struct InspectionRow {
        /// On which day.
        pub on: NaiveDate,
        /// What was found.
        pub finding: String,
        /// Who wrote it down.
        pub who: String,
    }

    /// What a unit has on record (问责台账).
    pub struct UnitAccount {
        /// The unit.
        pub unit: UnitRef,
        /// How many rectifications it has or had.
        pub rectifications: u32,
        /// How many of them are not signed off.
        pub open: u32,
        /// How many are signed off.
        pub signed_off: u32,
        /// How many went past their deadline, also those signed off late.
        pub overdue: u32,
        /// How often one was sent back.
        pub sent_back: u32,
        /// The days of the one open longest.
        pub longest: u32,
        /// Points taken from it (扣分) up to the period, with the reasons.
        pub penalties: Vec<AdjustmentRow>,
    }
}
