//! The rules an office judges by. Published ones differ (FIELD.md), so they are data, kept with each closed period.

use super::{Light, Thresholds};
use crate::indicator::coded;
use crate::score::ScoreRules;
use serde::{Deserialize, Serialize};

coded! {
    /// How time is counted (序时进度).
    TimeRule {
        /// Months begun count whole: at the end of June half of a year has passed.
        Months = "months", "按月";
        /// Days passed of all days.
        Days = "days", "按天";
    }
}

coded! {
    /// How the lights of indicators make that of the measure above them.
    Combining {
        /// The worst one lit.
        Worst = "worst", "取最差";
        /// The one that the greater part by weight has or is better than.
        Share = "share", "按权重占比";
    }
}

/// The rules of a ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// When a light turns.
    pub thresholds: Thresholds,
    /// How time is counted.
    pub time: TimeRule,
    /// How lights are combined.
    pub combining: Combining,
    /// How scores are made.
    pub score: ScoreRules,
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the enum does not know its default")]
impl Default for TimeRule {
    fn default() -> TimeRule {
        TimeRule::Months
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the enum does not know its default")]
impl Default for Combining {
    fn default() -> Combining {
        Combining::Worst
    }
}

/// Thresholds the program comes with, by the name an office calls them.
pub const PRESETS: [(&str, Thresholds); 3] = [
    ("常规", Thresholds { yellow_over: 5.0, red_over: 15.0 }),
    ("从严", Thresholds { yellow_over: 0.0, red_over: 10.0 }),
    ("从宽", Thresholds { yellow_over: 10.0, red_over: 30.0 }),
];

impl Rules {
    /// Returns the name of the preset these thresholds are; none for an office's own.
    pub fn preset(&self) -> Option<&'static str> {
        PRESETS.iter().find(|(_, thresholds)| *thresholds == self.thresholds).map(|(name, _)| *name)
    }

    /// Returns true if the rules can be used: thresholds in order and not negative, a full mark of 100 or 1,000, caps not negative.
    pub fn hold(&self) -> bool {
        let Thresholds { yellow_over, red_over } = self.thresholds;
        let ScoreRules { full_mark, bonus_cap, penalty_cap } = self.score;
        (0.0..=100.0).contains(&yellow_over)
            && (yellow_over..=100.0).contains(&red_over)
            && (full_mark == 100.0 || full_mark == 1000.0)
            && [bonus_cap, penalty_cap].iter().all(|cap| (0.0..=full_mark).contains(cap))
    }
}

/// Returns the light of something with the weight of its parts that are lit: to be combined with others in turn.
pub fn lit(parts: &[(Light, f64)], combining: Combining) -> (Light, f64) {
    let lit = parts.iter().filter(|(light, _)| *light != Light::Grey);
    (combined(parts, combining), lit.map(|(_, weight)| weight).sum())
}

/// Returns the light of something by the lights and weights of its parts; grey if none is lit.
///
/// By share: sorted from the best, the light at which more than half of the lit weight is reached.
pub fn combined(parts: &[(Light, f64)], combining: Combining) -> Light {
    let mut lit: Vec<(Light, f64)> = parts.iter().copied().filter(|(light, _)| *light != Light::Grey).collect();
    let all: f64 = lit.iter().map(|(_, weight)| weight).sum();
    if combining == Combining::Worst || all <= 0.0 {
        return Light::worst(lit.into_iter().map(|(light, _)| light));
    }
    lit.sort_by_key(|(light, _)| *light);
    let mut reached = 0.0;
    let over_half = |(_, weight): &&(Light, f64)| {
        reached += weight;
        reached * 2.0 > all
    };
    lit.iter().find(over_half).map_or(Light::Grey, |(light, _)| *light)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Light::*;

    #[test]
    fn the_greater_part_by_weight_decides_or_the_worst() {
        let parts = [(Done, 5.0), (Green, 2.0), (Red, 3.0), (Grey, 90.0)];
        assert_eq!(combined(&parts, Combining::Worst), Red);
        assert_eq!(combined(&parts, Combining::Share), Green, "half alone is not more than half");
        assert_eq!(combined(&[(Green, 1.0), (Red, 2.0)], Combining::Share), Red);
        assert_eq!(combined(&[(Green, 0.0), (Yellow, 0.0)], Combining::Share), Yellow, "without weights the worst one");
        assert_eq!(combined(&[(Grey, 1.0)], Combining::Share), Grey);
        assert_eq!(combined(&[], Combining::Worst), Grey);
    }

    #[test]
    fn rules_that_cannot_be_used_are_found() {
        let with = |yellow_over, red_over, full_mark| Rules {
            thresholds: Thresholds { yellow_over, red_over },
            score: ScoreRules { full_mark, ..ScoreRules::default() },
            ..Rules::default()
        };
        assert!(with(0.0, 0.0, 100.0).hold() && with(10.0, 30.0, 1000.0).hold());
        for wrong in [
            with(-1.0, 5.0, 100.0),
            with(9.0, 5.0, 100.0),
            with(f64::NAN, 5.0, 100.0),
            with(5.0, 15.0, 0.0),
            with(5.0, 15.0, f64::INFINITY),
        ] {
            assert!(!wrong.hold(), "{wrong:?}");
        }
        assert_eq!((Rules::default().preset(), with(3.0, 4.0, 100.0).preset()), (Some("常规"), None));
    }

    #[test]
    fn rules_saved_by_an_older_program_are_filled_up() {
        let rules: Rules = serde_json::from_str(r#"{"thresholds":{"yellow_over":10.0,"red_over":30.0}}"#).unwrap();
        assert_eq!((rules.preset(), rules.time, rules.score), (Some("从宽"), TimeRule::Months, ScoreRules::default()));
    }
}
