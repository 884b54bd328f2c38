//! The bulletin and the hand-outs of units.

use super::{Lights, UnitRef, wire};
use domain::{Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// Asks for a plan's bulletin in a period.
    pub struct BulletinOf {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// A template that is tried; the plan's own where absent.
        #[serde(default)]
        pub template: Option<String>,
    }

    /// A bulletin as it will be.
    pub struct BulletinView {
        /// The template it is written by.
        pub template: String,
        /// The template the program comes with.
        pub default: String,
        /// True if the plan has a template of its own.
        pub own: bool,
        /// True if the period is frozen: then the bulletin stays as it is.
        pub frozen: bool,
        /// How many characters a template may have.
        pub longest: u32,
        /// The places a template may have.
        pub places: Vec<BulletinPlace>,
        /// Its parts in order.
        pub blocks: Vec<BulletinBlock>,
    }

    /// A place in a template.
    pub struct BulletinPlace {
        /// As it is written: {红灯数}.
        pub name: String,
        /// What stands there.
        pub says: String,
        /// True if it fills a line of its own.
        pub alone: bool,
    }

    /// Keeps a template for a plan.
    pub struct BulletinTemplate {
        /// The plan.
        pub plan: Uid,
        /// The template; none for the program's own.
        pub template: Option<String>,
    }

    /// A bulletin that was written, with its figures.
    pub struct BulletinMade {
        /// The file.
        pub path: String,
        /// The plan.
        pub title: String,
        /// The period.
        pub period: Period,
        /// True if the period is frozen: then the bulletin stays as it is.
        pub frozen: bool,
        /// How many measures the plan has.
        pub measures: u32,
        /// How many measures have each light.
        pub lights: Lights,
        /// How many units report.
        pub reporting: u32,
        /// The names of those that have not reported all they should.
        pub unreported: Vec<String>,
        /// Rectifications asked for by the period's judgement.
        pub opened: u32,
        /// Rectifications signed off in it.
        pub closed: u32,
        /// Rectifications not signed off.
        pub open: u32,
        /// How many of these are past their deadline.
        pub overdue: u32,
    }

    /// Asks for a unit's hand-out.
    pub struct HandoutOf {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The unit; the first that reports where absent.
        #[serde(default)]
        pub unit: Option<Uid>,
    }

    /// A unit's hand-out as it will be.
    pub struct HandoutView {
        /// Every unit there is a hand-out for.
        pub units: Vec<UnitRef>,
        /// The unit it is for; none where there are no units.
        pub unit: Option<UnitRef>,
        /// How many rows found no room on the page.
        pub left_out: u32,
        /// Its parts in order.
        pub blocks: Vec<BulletinBlock>,
    }

    /// Writes hand-outs into a folder.
    pub struct HandoutsSave {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The units; all where empty.
        pub units: Vec<Uid>,
    }

    /// Hand-outs that were written.
    pub struct HandoutsSaved {
        /// The folder; none if the user thought better of it.
        pub folder: Option<String>,
        /// The files.
        pub files: Vec<HandoutFile>,
    }

    /// A hand-out that was written.
    pub struct HandoutFile {
        /// The unit.
        pub unit: String,
        /// The file.
        pub path: String,
        /// How many rows found no room on the page.
        pub left_out: u32,
    }
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulletinBlock {
    /// The title.
    Title {
        /// Its words.
        text: String,
    },
    /// A heading.
    Heading {
        /// 1, 2 or 3.
        level: u32,
        /// With its number as written.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A table.
    Table {
        /// The heads of its columns.
        heads: Vec<String>,
        /// How wide each column is, as a part of the sum.
        shares: Vec<u32>,
        /// True for columns whose text is centred.
        centred: Vec<bool>,
        /// Its rows, a cell a column.
        rows: Vec<Vec<String>>,
    },
    /// A picture.
    Picture {
        /// The drawing, to be shown as an image.
        svg: String,
        /// What it says, in a sentence.
        alt: String,
    },
    /// What follows begins a new page.
    PageBreak {},
}
