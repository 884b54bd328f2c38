//! Decks of slides (幻灯) for a meeting.

use super::wire;
use domain::judge::Light;
use domain::{Period, Uid};
use serde::{Deserialize, Serialize};

wire! {
    /// Asks for the slides of a plan in a period.
    pub struct DeckOf {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// A deck that was saved; where absent, the slides the program proposes.
        #[serde(default)]
        pub deck: Option<Uid>,
        /// True if no unit is named on the slides: each is 单位1, 单位2 … throughout.
        #[serde(default)]
        pub hide_names: bool,
    }

    /// The slides there are of a plan in a period: those of the deck in its order, then the others.
    pub struct DeckView {
        /// The plan.
        pub plan: Uid,
        /// Its title.
        pub title: String,
        /// The period.
        pub period: Period,
        /// The saved deck it is; none for the proposed one.
        pub deck: Option<Uid>,
        /// The plan's saved decks by name.
        pub decks: Vec<DeckInfo>,
        /// The slides.
        pub slides: Vec<SlideView>,
        /// Slides of the saved deck that are not there in this period, as they are called in it.
        pub gone: u32,
    }

    /// A saved deck.
    pub struct DeckInfo {
        /// Its id.
        pub id: Uid,
        /// Its name.
        pub name: String,
        /// How many slides were chosen for it.
        pub slides: u32,
    }

    /// A slide in words and figures.
    pub struct SlideView {
        /// Which: `cover`, `indicator:…`; further pages of one end in `~2`, `~3`.
        pub key: String,
        /// The slide it is a further page of.
        pub of: Option<String>,
        /// What it shows.
        pub kind: SlideKind,
        /// True if it belongs to the deck.
        pub chosen: bool,
        /// The number of its measure as printed.
        pub number: Option<String>,
        /// What is typed to jump to it: the same in digits, 12 for （十二）, 2.1.4.
        pub jump: Option<String>,
        /// Which measure of the plan it shows, counted from 1, where that has no number to be typed.
        pub place: Option<u32>,
        /// What it is called in a list.
        pub name: String,
        /// Where in the plan it belongs, from the outside in.
        pub kicker: Vec<String>,
        /// Its sentence.
        pub headline: String,
        /// The figures that are marked in the sentence, in order.
        pub marked: Vec<String>,
        /// Its light.
        pub light: Option<Light>,
        /// The word for the light.
        pub word: Option<String>,
        /// The figures beside the chart.
        pub facts: Vec<SlideFact>,
        /// What the figures are and are not.
        pub foot: String,
        /// What it shows, in words.
        pub alt: String,
        /// What to say, from the figures; units are named here.
        pub talk: Vec<String>,
        /// What a person wrote instead, for this period.
        pub own_talk: Option<String>,
        /// The slide that shows the same by unit.
        pub by_unit: Option<String>,
    }

    /// A figure on a slide.
    pub struct SlideFact {
        /// What it is.
        pub name: String,
        /// As it is shown.
        pub value: String,
        /// What follows it.
        pub unit: String,
        /// The light it counts.
        pub light: Option<Light>,
    }

    /// Asks for drawings of slides.
    pub struct SlidesDraw {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The slides of the deck in their order, each named once whatever pages it has: the page numbers follow from it.
        pub order: Vec<String>,
        /// Those to draw, further pages by their own keys.
        pub only: Vec<String>,
        /// True if no unit is named.
        #[serde(default)]
        pub hide_names: bool,
        /// The shape of the sheet.
        #[serde(default)]
        pub ratio: SlideRatio,
    }

    /// A slide as a drawing.
    pub struct SlideDrawn {
        /// Which.
        pub key: String,
        /// The drawing.
        pub svg: String,
        /// What it says.
        pub alt: String,
    }

    /// Keeps a deck under a name.
    pub struct DeckSave {
        /// The plan.
        pub plan: Uid,
        /// The period the talking points are of.
        pub period: Period,
        /// The deck that is changed; a new one where absent.
        #[serde(default)]
        pub deck: Option<Uid>,
        /// Its name.
        pub name: String,
        /// Its slides in their order.
        pub slides: Vec<String>,
        /// What to say, where a person wrote it; empty text for what the program says.
        #[serde(default)]
        pub talk: Vec<SlideTalk>,
    }

    /// What a person wrote to say at a slide.
    pub struct SlideTalk {
        /// The slide.
        pub key: String,
        /// The words.
        pub text: String,
    }

    /// A command that concerns a saved deck.
    pub struct OfDeck {
        /// Which.
        pub deck: Uid,
    }

    /// Saves the slides where the user says.
    pub struct DeckExport {
        /// The plan.
        pub plan: Uid,
        /// The period.
        pub period: Period,
        /// The slides in their order.
        pub order: Vec<String>,
        /// True if no unit is named.
        #[serde(default)]
        pub hide_names: bool,
        /// The shape of the sheet.
        #[serde(default)]
        pub ratio: SlideRatio,
        /// One file of pages, or a picture each.
        pub form: DeckForm,
        /// The saved deck whose words to say are printed; only for what a presenter takes along.
        #[serde(default)]
        pub deck: Option<Uid>,
        /// What a person wrote to say and has not saved; empty text for what the program says.
        #[serde(default)]
        pub talk: Vec<SlideTalk>,
    }

    /// What a meeting can be shown on.
    pub struct MeetingScreens {
        /// The second screen, on which the room sees the slide alone; none where the window has the only one.
        pub room: Option<ScreenSize>,
    }

    /// How large a screen is, in pixels.
    pub struct ScreenSize {
        /// From left to right.
        pub width: u32,
        /// From top to bottom.
        pub height: u32,
    }

    /// What the room sees, so that it sees what the presenter does.
    pub struct MeetingShow {
        /// The slide; where absent, black.
        #[serde(default)]
        pub svg: Option<String>,
        /// How large it is, per cent of the screen.
        pub zoom: u32,
        /// Which part of a slide larger than the screen is in sight: from 0 for the left end to 1 for the right one.
        pub across: f64,
        /// The same from the top to the bottom.
        pub down: f64,
    }

    /// Files that were written.
    pub struct DeckFiles {
        /// Their full paths, in the order of the slides.
        pub files: Vec<String>,
    }
}

/// What a slide shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SlideKind {
    /// 封面.
    Cover,
    /// 总体情况.
    Overview,
    /// A section (板块).
    Section,
    /// 落后指标.
    Behind,
    /// One indicator through time.
    Indicator,
    /// One indicator by unit.
    Units,
    /// A measure without a number to reach.
    Measure,
    /// 考核排名.
    League,
    /// 整改.
    Rectify,
    /// 下期重点.
    Next,
}

/// The shape of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub enum SlideRatio {
    /// A projector's.
    #[default]
    #[serde(rename = "16:9")]
    Wide,
    /// An older projector's.
    #[serde(rename = "4:3")]
    Narrow,
}

/// How a deck is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DeckForm {
    /// A PDF, a page a slide.
    Pdf,
    /// A folder of PNG pictures.
    Pictures,
    /// What the presenter takes along (讲稿): a PDF of A4 sheets, each slide small and beside it what to say.
    Talk,
}
