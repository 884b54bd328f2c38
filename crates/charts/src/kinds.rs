//! Every kind of chart but the trend, as plain values; whoever draws them judges nothing.

use crate::sheet::Sheet;
use crate::{Size, Svg, Target, Trend, bars, bullets, heat, league, lines, multiples, rate, sections, timeline};
use domain::Amount;
use domain::judge::Light;

/// A chart of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// One indicator through its periods (趋势).
    Trend(Box<Trend>),
    /// A rate through its periods, with numerator and denominator under it (分子分母).
    Rate(Box<Rate>),
    /// Several units or years as lines on one plot (对比).
    Lines(Lines),
    /// The same, each in a small plot of its own, all on one scale (小图).
    Multiples(Lines),
    /// One indicator, a bar a unit, with the marks of their targets (分单位).
    Bars(Bars),
    /// Completion against time progress (完成率与序时进度).
    Bullets(Bullets),
    /// How many measures have which light, by section (各部分灯).
    Sections(Sections),
    /// The lights of measures through the months (逐月灯).
    Heat(Heat),
    /// Scores, best first (排名).
    League(League),
    /// Dated nodes along the plan's time (节点).
    Timeline(Timeline),
}

/// What every chart says above its plot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its title; wrapped to two lines, then cut; empty for none.
    pub title: String,
    /// What the figures are and are not; cut to one line; empty for none.
    pub subtitle: String,
}

/// A rate with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// The rate itself.
    pub trend: Trend,
    /// The numerator, a value a point of the trend; none is a gap.
    pub numerator: Vec<Option<Amount>>,
    /// The denominator, likewise.
    pub denominator: Vec<Option<Amount>>,
    /// What the parts are counted in: 人; empty where nobody said.
    pub counted_in: String,
}

/// Several courses over one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Title and subtitle.
    pub head: Head,
    /// The unit of measure.
    pub unit: String,
    /// The short names of the periods and the share of time passed at their ends, as of [`crate::Point`].
    pub periods: Vec<(String, f64)>,
    /// Which period is looked at.
    pub current: Option<usize>,
    /// The courses, in the order they matter.
    pub series: Vec<Series>,
    /// One target of them all.
    pub target: Option<Target>,
}

/// One of several courses.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose: a unit's short name, a year.
    pub name: String,
    /// A value a period; none is a gap, never 0.
    pub values: Vec<Option<Amount>>,
}

/// Bars of one indicator, by unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Title and subtitle.
    pub head: Head,
    /// The unit of measure.
    pub unit: String,
    /// The bars, in the order they are drawn.
    pub bars: Vec<Bar>,
}

/// The bar of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The unit's short name.
    pub name: String,
    /// Its value; none where nothing was reported: then 未报 stands in place of a bar.
    pub value: Option<Amount>,
    /// Its own target, a mark across the bar.
    pub target: Option<Amount>,
    /// Its light; grey where it is not judged by itself.
    pub light: Light,
}

/// Completion against time progress.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullets {
    /// Title and subtitle.
    pub head: Head,
    /// The rows, in the order they are drawn.
    pub rows: Vec<Bullet>,
}

/// An indicator's completion against what is due.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// Number and name, e.g. 18 新增普惠托位.
    pub name: String,
    /// Completion as a share, 1.0 is the target; none where nothing was reported or there is nothing to complete.
    pub completion: Option<f64>,
    /// What is due by now, as a share; none where time does not judge.
    pub due: Option<f64>,
    /// Its light.
    pub light: Light,
    /// What stands in place of a bar or beside it: 未报, 未达标.
    pub word: Option<String>,
}

/// Lights by section.
#[derive(Clone, Debug, PartialEq)]
pub struct Sections {
    /// Title and subtitle.
    pub head: Head,
    /// The sections as issued.
    pub rows: Vec<SectionLights>,
}

/// How many measures of a section have which light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionLights {
    /// The section's title.
    pub name: String,
    /// Red, yellow, green, done, grey.
    pub counts: [u32; 5],
}

/// Measures × months.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// Title and subtitle.
    pub head: Head,
    /// The short names of the months.
    pub periods: Vec<String>,
    /// Which month is looked at.
    pub current: Option<usize>,
    /// The measures.
    pub rows: Vec<HeatRow>,
}

/// A measure's lights.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Number and title.
    pub name: String,
    /// A light a month; none for months that are still to come.
    pub lights: Vec<Option<Light>>,
}

/// A league table.
#[derive(Clone, Debug, PartialEq)]
pub struct League {
    /// Title and subtitle.
    pub head: Head,
    /// The full mark.
    pub full: Amount,
    /// Best first; those without a score last.
    pub rows: Vec<LeagueRow>,
}

/// A unit in the league table.
#[derive(Clone, Debug, PartialEq)]
pub struct LeagueRow {
    /// Its rank; ties share one; none without a score.
    pub rank: Option<u32>,
    /// The unit's short name.
    pub name: String,
    /// Its score.
    pub score: Option<Amount>,
    /// By how many places it rose (+) or fell (−) since the last period.
    pub change: Option<i32>,
}

/// Dated nodes along the plan's time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Title and subtitle.
    pub head: Head,
    /// Ends of months or quarters along the way: short name, share of time.
    pub ticks: Vec<(String, f64)>,
    /// Where time stands.
    pub now: Option<f64>,
    /// The nodes in order of time.
    pub nodes: Vec<Node>,
}

/// A dated node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What is to be done.
    pub name: String,
    /// Its day as it is written, e.g. 6月30日.
    pub day: String,
    /// Its share of the plan's time.
    pub at: f64,
    /// How it stands.
    pub state: NodeState,
}

/// How a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeState {
    /// Done on time or late (已完成).
    Done,
    /// Its day has passed and nobody said it is done (超期).
    Overdue,
    /// Still to come (未到期).
    Open,
}

/// The numbers of a chart as a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns' heads; the first is what a row is of.
    pub columns: Vec<String>,
    /// The rows; a cell for every column, empty where there is no number.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// Draws the chart at a size. Any numbers give a chart; where there is nothing to show it says so, and why.
    pub fn draw(&self, size: Size) -> Svg {
        self.draw_on(Sheet::new(size))
    }

    /// Draws the chart into a page of the window, at its size there, in the type of the page.
    pub fn draw_on_page(&self, size: Size) -> Svg {
        self.draw_on(Sheet::of_page(size))
    }

    fn draw_on(&self, sheet: Sheet) -> Svg {
        match self {
            Chart::Trend(trend) => crate::trend::draw_on(trend, sheet),
            Chart::Rate(rate) => rate::draw(rate, sheet),
            Chart::Lines(lines) => lines::draw(lines, sheet),
            Chart::Multiples(lines) => multiples::draw(lines, sheet),
            Chart::Bars(bars) => bars::draw(bars, sheet),
            Chart::Bullets(bullets) => bullets::draw(bullets, sheet),
            Chart::Sections(sections) => sections::draw(sections, sheet),
            Chart::Heat(heat) => heat::draw(heat, sheet),
            Chart::League(league) => league::draw(league, sheet),
            Chart::Timeline(timeline) => timeline::draw(timeline, sheet),
        }
    }

    /// Returns what the chart says, in a sentence.
    pub fn describe(&self) -> String {
        match self {
            Chart::Trend(trend) => crate::describe(trend),
            Chart::Rate(rate) => rate::describe(rate),
            Chart::Lines(lines) | Chart::Multiples(lines) => lines::describe(lines),
            Chart::Bars(bars) => bars::describe(bars),
            Chart::Bullets(bullets) => bullets::describe(bullets),
            Chart::Sections(sections) => sections::describe(sections),
            Chart::Heat(heat) => heat::describe(heat),
            Chart::League(league) => league::describe(league),
            Chart::Timeline(timeline) => timeline::describe(timeline),
        }
    }

    /// Returns its numbers as they are written in a table beside it.
    pub fn table(&self) -> Table {
        match self {
            Chart::Trend(trend) => crate::trend::table(trend),
            Chart::Rate(rate) => rate::table(rate),
            Chart::Lines(lines) | Chart::Multiples(lines) => lines::table(lines),
            Chart::Bars(bars) => bars::table(bars),
            Chart::Bullets(bullets) => bullets::table(bullets),
            Chart::Sections(sections) => sections::table(sections),
            Chart::Heat(heat) => heat::table(heat),
            Chart::League(league) => league::table(league),
            Chart::Timeline(timeline) => timeline::table(timeline),
        }
    }

    /// Returns its title.
    pub fn title(&self) -> &str {
        match self {
            Chart::Trend(trend) => &trend.title,
            Chart::Rate(rate) => &rate.trend.title,
            Chart::Lines(Lines { head, .. })
            | Chart::Multiples(Lines { head, .. })
            | Chart::Bars(Bars { head, .. })
            | Chart::Bullets(Bullets { head, .. })
            | Chart::Sections(Sections { head, .. })
            | Chart::Heat(Heat { head, .. })
            | Chart::League(League { head, .. })
            | Chart::Timeline(Timeline { head, .. }) => &head.title,
        }
    }
}
