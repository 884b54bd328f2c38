//! The measures of a slide, in hundredths of its width.

/// Whatever the room must read is at least this large.
pub const TEXT: f32 = 2.0;
/// A table of few rows.
pub const ROWS: f32 = 2.5;
/// The headline, and how far it shrinks before anything of it is cut.
pub const HEADLINE: [f32; 3] = [3.5, 3.0, 2.6];
/// From one line of the headline to the next, in its own size.
pub const HEADLINE_PITCH: f32 = 1.34;
/// A cover's title.
pub const COVER: f32 = 4.6;
/// What is said in place of a chart.
pub const SAID: f32 = 2.6;
/// White at the left and right.
pub const SIDE: f32 = 4.0;
/// White above.
pub const TOP: f32 = 2.2;
/// From the lower edge to the middle of the foot; below it the keys are shown.
pub const BOTTOM: f32 = 4.4;
/// The rule under the kicker.
pub const RULE: f32 = 0.22;
/// From the rule to the headline.
pub const BEFORE_HEADLINE: f32 = 1.2;
/// From the headline to what proves it.
pub const AFTER_HEADLINE: f32 = 1.2;
/// The column of figures.
pub const FACTS: f32 = 23.0;
/// Between the chart and the figures.
pub const GAP: f32 = 2.0;
