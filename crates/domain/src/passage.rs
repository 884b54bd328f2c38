//! What a unit tells of a measure.

use crate::indicator::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// A passage of what a unit tells of a measure in a period.
    Passage {
        /// 进展情况.
        Progress = "progress", "进展情况";
        /// 存在问题.
        Problems = "problems", "存在问题";
        /// 下步措施.
        NextSteps = "next_steps", "下步措施";
    }
}

impl Passage {
    /// How many characters one may have.
    pub const LONGEST: usize = 4000;
}
