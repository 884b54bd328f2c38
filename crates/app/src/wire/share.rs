//! A target divided among units (分解指标).

use super::{UnitRef, wire};
use domain::{Role, Uid};

wire! {
    /// A command that concerns an indicator.
    #[derive(Copy)]
    pub struct OfIndicator {
        /// Which.
        pub indicator: Uid,
    }

    /// How a target is divided.
    pub struct Shares {
        /// The indicator.
        pub indicator: Uid,
        /// Its name.
        pub name: String,
        /// The target as people write it.
        pub target_label: String,
        /// Unit of measure.
        pub unit: String,
        /// Every unit that may have a share, in the order of the document.
        pub rows: Vec<ShareRow>,
        /// What the shares come to, as text.
        pub sum: String,
        /// What does not add up, in a sentence; none where it does.
        pub note: Option<String>,
    }

    /// A unit and its share.
    pub struct ShareRow {
        /// The unit.
        pub unit: UnitRef,
        /// Its part in the measure.
        pub role: Option<Role>,
        /// Its share as typed; empty for none.
        pub share: String,
        /// Its share if all had alike.
        pub even: String,
    }

    /// Divides a target anew: all shares at once.
    pub struct SharesSet {
        /// The indicator.
        pub indicator: Uid,
        /// The shares; an empty one is taken away, a unit that is not named keeps its own.
        pub shares: Vec<ShareInput>,
    }

    /// A unit's share as typed.
    pub struct ShareInput {
        /// The unit.
        pub unit: Uid,
        /// Its share.
        pub target: String,
    }
}
