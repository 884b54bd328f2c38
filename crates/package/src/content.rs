//! What a package says. Everything is named by its [`Uid`], the same in every ledger.

use chrono::NaiveDate;
use domain::judge::Figure;
use domain::{Amount, Comparator, Every, Pace, Period, Role, RollUp, Uid, ValueKind};
use serde::{Deserialize, Serialize};

/// The format this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// A package: what it is, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// What it is.
    pub cover: Cover,
    /// What it says.
    pub content: Content,
}

/// What a package says.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A plan sent down (计划下发).
    Plan(Box<PlanContent>),
    /// What a unit reports (单位填报).
    Report(Report),
}

/// Kinds of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A plan sent down.
    Plan,
    /// What a unit reports.
    Unit,
    /// A whole ledger handed over.
    Handover,
}

impl Kind {
    /// Returns what an official calls it.
    pub fn zh(self) -> &'static str {
        match self {
            Kind::Plan => "计划下发包",
            Kind::Unit => "单位填报包",
            Kind::Handover => "移交包",
        }
    }
}

/// What a package is: said first, of every kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The format, [`FORMAT`] when written by this program.
    pub format: u32,
    /// The kind.
    pub kind: Kind,
    /// The package's own name.
    pub uid: Uid,
    /// The ledger it comes from.
    pub ledger: Uid,
    /// When it was made, in milliseconds since 1970.
    pub made_at: i64,
    /// Who made it.
    pub made_by: String,
}

/// What `content.json` holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    pub cover: Cover,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanContent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<HandoverContent>,
}

/// Says only which format it is, whatever else a newer program wrote.
#[derive(Deserialize)]
pub(crate) struct Probe {
    pub cover: ProbeCover,
}

#[derive(Deserialize)]
pub(crate) struct ProbeCover {
    pub format: u32,
}

/// Declares structs of `content.json`.
macro_rules! texts {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {
        $($(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* })+
    };
}

texts! {
    /// What a hand-over package says of its ledger.
    pub struct HandoverContent {
        /// The ledger's file name.
        pub file_name: String,
        /// The titles of its plans.
        pub plans: Vec<String>,
        /// How many figures and notes were reported.
        pub entries: u64,
        /// The hash of the ledger's state.
        pub state: String,
    }

    /// A plan with all it takes to report for it.
    pub struct PlanContent {
        /// The plan.
        pub plan: PlanText,
        /// The units it names, parents and members included.
        pub units: Vec<UnitText>,
        /// Its sections in order.
        pub sections: Vec<SectionText>,
        /// Its measures in order.
        pub measures: Vec<MeasureText>,
        /// Its indicators in order.
        pub indicators: Vec<IndicatorText>,
    }

    /// A plan's own words.
    pub struct PlanText {
        /// Its name in every ledger.
        pub uid: Uid,
        /// The title.
        pub title: String,
        /// The document number.
        pub number: Option<String>,
        /// Who issued it.
        pub issuer: Option<String>,
        /// The day of issue.
        pub issued: Option<NaiveDate>,
        /// Its first day.
        pub start: NaiveDate,
        /// Its last day.
        pub due: NaiveDate,
    }

    /// A unit.
    pub struct UnitText {
        /// Its name in every ledger.
        pub uid: Uid,
        /// Its full name.
        pub name: String,
        /// The short name.
        pub short_name: Option<String>,
        /// Other names.
        pub aliases: Vec<String>,
        /// The unit it belongs to.
        pub parent: Option<Uid>,
        /// True if it stands for its members.
        pub is_group: bool,
        /// The members.
        pub members: Vec<Uid>,
    }

    /// A section.
    pub struct SectionText {
        /// Its name in every ledger.
        pub uid: Uid,
        /// Its number as printed.
        pub number: Option<String>,
        /// The title.
        pub title: String,
        /// What it counts in scores.
        pub weight: Option<Amount>,
    }

    /// A measure.
    pub struct MeasureText {
        /// Its name in every ledger.
        pub uid: Uid,
        /// Its section.
        pub section: Option<Uid>,
        /// Its number as printed.
        pub number: Option<String>,
        /// The title.
        pub title: String,
        /// The whole text.
        pub text: String,
        /// The day it is due.
        pub deadline: Option<NaiveDate>,
        /// What it counts in scores.
        pub weight: Option<Amount>,
        /// Its units in order.
        pub units: Vec<PartText>,
    }

    /// A unit's part in a measure.
    pub struct PartText {
        /// The unit.
        pub unit: Uid,
        /// Its part.
        pub role: Role,
    }

    /// An indicator and how it is judged.
    pub struct IndicatorText {
        /// Its name in every ledger.
        pub uid: Uid,
        /// Its measure; none for a target of the whole plan.
        pub measure: Option<Uid>,
        /// What is measured.
        pub name: String,
        /// The unit of measure.
        pub unit: String,
        /// How values are held against the target.
        pub comparator: Comparator,
        /// The target.
        pub target: Option<Amount>,
        /// The target as typed.
        pub target_text: Option<String>,
        /// The upper bound of a range.
        pub upper: Option<Amount>,
        /// The upper bound as typed.
        pub upper_text: Option<String>,
        /// The value before the plan.
        pub baseline: Option<Amount>,
        /// The baseline as typed.
        pub baseline_text: Option<String>,
        /// The day the baseline was true.
        pub baseline_date: Option<NaiveDate>,
        /// The first day that counts.
        pub start: NaiveDate,
        /// The last day that counts.
        pub due: NaiveDate,
        /// What a value means.
        pub kind: ValueKind,
        /// How the target is approached.
        pub pace: Pace,
        /// How units' values are combined.
        pub roll_up: RollUp,
        /// Its weight.
        pub weight: Amount,
        /// How often it is reported.
        pub every: Every,
        /// The words of the document.
        pub quote: String,
        /// What is planned on the way.
        pub planned: Vec<PlannedText>,
        /// What falls to each unit.
        pub shares: Vec<ShareText>,
    }

    /// A value planned for the end of a period.
    pub struct PlannedText {
        /// The period.
        pub period: Period,
        /// The value.
        pub value: Amount,
        /// The value as typed.
        pub value_text: Option<String>,
    }

    /// A unit's share of a target.
    pub struct ShareText {
        /// The unit.
        pub unit: Uid,
        /// Its target.
        pub target: Amount,
        /// The target as typed.
        pub target_text: Option<String>,
    }

    /// What a unit reports for a plan.
    pub struct Report {
        /// The plan.
        pub plan: Uid,
        /// Its title, for a person.
        pub plan_title: String,
        /// The unit.
        pub unit: Uid,
        /// Its name, where the receiver does not know the unit by its uid.
        pub unit_name: String,
        /// The only period it has something of; none for all.
        pub period: Option<Period>,
        /// Figures and notes.
        pub entries: Vec<EntryText>,
        /// What is told of measures.
        pub narratives: Vec<NarrativeText>,
    }

    /// A figure and a note.
    pub struct EntryText {
        /// The indicator.
        pub indicator: Uid,
        /// Its name as the unit's ledger has it.
        pub name: String,
        /// Its unit of measure there.
        pub unit_of_measure: String,
        /// The period.
        pub period: Period,
        /// The value.
        pub value: Option<Amount>,
        /// The numerator.
        pub numerator: Option<Amount>,
        /// The denominator.
        pub denominator: Option<Amount>,
        /// The figure as typed.
        pub typed: Option<String>,
        /// The note.
        pub note: Option<String>,
        /// Who reported it there.
        pub who: String,
        /// When, in milliseconds since 1970.
        pub at: i64,
    }

    /// What is told of a measure.
    pub struct NarrativeText {
        /// The measure.
        pub measure: Uid,
        /// Its title as the unit's ledger has it.
        pub title: String,
        /// The period.
        pub period: Period,
        /// 进展情况.
        pub progress: Option<String>,
        /// 存在问题.
        pub problems: Option<String>,
        /// 下步措施.
        pub next_steps: Option<String>,
        /// Who told it there.
        pub who: String,
        /// When, in milliseconds since 1970.
        pub at: i64,
    }
}

impl EntryText {
    /// Returns the figure; [`crate::read`] lets no entry through that has both forms or half of one.
    pub fn figure(&self) -> Option<Figure> {
        match (self.value, self.numerator, self.denominator) {
            (Some(value), ..) => Some(Figure::Value(value)),
            (None, Some(numerator), Some(denominator)) => Some(Figure::Ratio { numerator, denominator }),
            _ => None,
        }
    }
}
