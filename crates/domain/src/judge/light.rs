//! Lights (亮灯) and the thresholds behind them.

use crate::indicator::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// The judgement in one word.
    Light {
        /// The target is met.
        Done = "done", "完成";
        /// On time.
        Green = "green", "绿灯";
        /// Behind.
        Yellow = "yellow", "黄灯";
        /// Far behind.
        Red = "red", "红灯";
        /// Nothing reported, or not yet due.
        Grey = "grey", "灰灯";
    }
}

impl Light {
    /// Returns the light of something with these parts: the worst one lit, grey if none is.
    pub fn worst(parts: impl IntoIterator<Item = Light>) -> Light {
        parts.into_iter().filter(|light| *light != Light::Grey).max().unwrap_or(Light::Grey)
    }
}

/// From how many percentage points behind time a light turns. Published rules differ (FIELD.md), so these are data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// More than this behind is yellow.
    pub yellow_over: f64,
    /// More than this behind is red.
    pub red_over: f64,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { yellow_over: 5.0, red_over: 15.0 }
    }
}

impl Thresholds {
    /// Returns the light of what is not done, from the percentage points it is behind as they are shown.
    pub fn light(&self, points_behind: f64) -> Light {
        if points_behind > self.red_over {
            Light::Red
        } else if points_behind > self.yellow_over {
            Light::Yellow
        } else {
            Light::Green
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lights_turn_just_over_their_threshold() {
        let lights = [4.9, 5.0, 5.1, 14.9, 15.0, 15.1].map(|points| Thresholds::default().light(points));
        assert_eq!(lights, [Light::Green, Light::Green, Light::Yellow, Light::Yellow, Light::Yellow, Light::Red]);
    }

    #[test]
    fn grey_hides_no_red() {
        assert_eq!(Light::worst([Light::Grey, Light::Red, Light::Done]), Light::Red);
        assert_eq!(Light::worst([Light::Grey, Light::Done]), Light::Done);
        assert_eq!(Light::worst([]), Light::Grey);
    }
}
