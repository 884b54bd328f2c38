//! Responsible units.

use super::{UnitRef, wire};
use domain::Uid;
use serde::{Deserialize, Serialize};

wire! {
    /// A unit or a group of units.
    pub struct UnitInfo {
        /// Its id.
        pub id: Uid,
        /// Its full name.
        pub name: String,
        /// Its short name, where it has one.
        pub short_name: Option<String>,
        /// Other names it goes by.
        pub aliases: Vec<String>,
        /// True if it stands for its members, like 各县（区）卫生健康局.
        pub is_group: bool,
        /// The ids of its members.
        pub members: Vec<Uid>,
    }

    /// Adds a unit.
    pub struct UnitAdd {
        /// Its full name.
        pub name: String,
        /// The name of the group it belongs to.
        pub group: Option<String>,
    }
}

/// What is done about a clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum ClashChoice {
    /// The survivor's stays.
    Keep,
    /// The other's is taken.
    Take,
    /// The two are added; texts are joined.
    Add,
}

wire! {
    /// Adds a unit that is not there yet.
    pub struct UnitNew {
        /// Its full name.
        pub name: String,
    }

    /// A unit with its place among the others and what concerns it.
    pub struct UnitLine {
        /// Its id.
        pub id: Uid,
        /// Its full name.
        pub name: String,
        /// Its short name, where it has one.
        pub short_name: Option<String>,
        /// Other names it goes by.
        pub aliases: Vec<String>,
        /// True if it stands for its members, like 各县（区）卫生健康局.
        pub is_group: bool,
        /// The ids of its members.
        pub members: Vec<Uid>,
        /// The unit it belongs to.
        pub parent: Option<Uid>,
        /// How many units stand above it.
        pub depth: u32,
        /// The groups it is a member of.
        pub groups: Vec<Uid>,
        /// How many measures it has a part in, itself or through a group.
        pub measures: RoleCounts,
        /// How many figures and notes it reported.
        pub figures: u32,
        /// What a search looks through: names and pinyin initials.
        pub keys: String,
    }

    /// How many measures a unit has in each role; of several in one measure the strongest counts.
    pub struct RoleCounts {
        /// 牵头.
        pub lead: u32,
        /// 责任.
        pub responsible: u32,
        /// 配合.
        pub cooperating: u32,
    }

    /// A command that concerns one unit.
    pub struct OfUnit {
        /// Which.
        pub unit: Uid,
    }

    /// All that a person can say of a unit, in place of what was said before.
    pub struct UnitSet {
        /// Which.
        pub unit: Uid,
        /// Its full name.
        pub name: String,
        /// True if, should the name change, it goes by the old one too.
        pub keep_old: bool,
        /// Its short name; empty for none.
        pub short_name: String,
        /// Other names it goes by.
        pub aliases: Vec<String>,
        /// The unit it belongs to.
        pub parent: Option<Uid>,
        /// The groups it is a member of.
        pub groups: Vec<Uid>,
        /// True if it stands for its members.
        pub is_group: bool,
        /// Its members.
        pub members: Vec<Uid>,
    }

    /// Moves a unit among those that belong to the same unit.
    pub struct UnitMove {
        /// Which.
        pub unit: Uid,
        /// The one it is to stand before; at the end where absent.
        #[serde(default)]
        pub before: Option<Uid>,
    }

    /// What sorting did.
    pub struct UnitsSorted {
        /// How many units stand elsewhere now.
        pub moved: u32,
    }

    /// Two units that are the same.
    pub struct UnitMergeOf {
        /// The one that goes.
        pub from: Uid,
        /// The one that stays.
        pub into: Uid,
    }

    /// What merging two units would do.
    pub struct UnitMerging {
        /// The one that goes.
        pub from: UnitRef,
        /// The one that stays.
        pub into: UnitRef,
        /// What goes over, each in words: 举措3项.
        pub moves: Vec<String>,
        /// The names the survivor goes by afterwards, besides its own.
        pub aliases: Vec<String>,
        /// What both have for the same place.
        pub clashes: Vec<UnitClash>,
    }

    /// What both units have for the same place.
    pub struct UnitClash {
        /// What a decision names it by.
        pub key: String,
        /// 填报, 分解指标, 进展情况.
        pub what: String,
        /// The indicator or the measure.
        pub name: String,
        /// The period, where there is one.
        pub period: Option<String>,
        /// What the survivor has.
        pub ours: String,
        /// What the other has.
        pub theirs: String,
        /// What adding the two would give; none where they cannot be added.
        pub sum: Option<String>,
    }

    /// A decision about one clash.
    pub struct ClashDecision {
        /// Which.
        pub key: String,
        /// What is done.
        pub choice: ClashChoice,
    }

    /// Merges two units.
    pub struct UnitMerge {
        /// The one that goes.
        pub from: Uid,
        /// The one that stays.
        pub into: Uid,
        /// What is done about each clash.
        pub decisions: Vec<ClashDecision>,
    }
}
