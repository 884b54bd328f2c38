//! Responsible units.

use super::wire;
use domain::Uid;

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
