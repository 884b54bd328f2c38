//! What a meeting and its papers take of a large plan: its slides, the bulletin, a hand-out for each unit.

use crate::clock::{fastest, ratio};
use crate::ledger::{self, LAST, MEETING, made, opened};
use crate::{Figure, figure};
use app::App;
use app::wire::{DeckExport, DeckForm, DeckOf, HandoutsSave, Nothing, OfPeriod, SlideRatio, SlidesDraw};
use domain::{Period, Uid};
use std::time::Duration;

/// How many slides a meeting has, and how many the window asks for at once.
const SLIDES: usize = 30;
const BATCH: usize = 6;

/// Returns the figures.
pub fn figures() -> Vec<Figure> {
    let mut app = opened(&made(&MEETING));
    let plan = app::session::state(&mut app, Nothing {}).expect("the ledger is open").plans[0].id;
    let last: Period = LAST.parse().expect("a month");
    let period = (MEETING.reported..MEETING.months).fold(last, |month, _| month.previous());
    let of = |hide_names| DeckOf { plan, period, deck: None, hide_names };
    let deck = app::deck::show(&mut app, of(false)).expect("the plan has slides");
    let keys: Vec<String> =
        deck.slides.iter().filter(|slide| slide.by_unit.is_some()).take(SLIDES).map(|slide| slide.key.clone()).collect();
    assert_eq!(keys.len(), SLIDES, "the plan has as many slides");
    let mut hidden = false;
    let making = fastest(|| {
        // What is hidden is made anew: nothing that was made before serves.
        hidden = !hidden;
        drop(app::deck::show(&mut app, of(hidden)).expect("the plan has slides"));
    });
    let drawing = fastest(|| keys.chunks(BATCH).for_each(|only| draw(&mut app, plan, period, &keys, only)));
    let folder = ledger::folder();
    let (talk, bulletin) = (folder.join("talk.pdf"), folder.join("bulletin.docx"));
    let order = keys.clone();
    let request =
        DeckExport { plan, period, order, hide_names: false, ratio: SlideRatio::Wide, form: DeckForm::Talk, deck: None, talk: Vec::new() };
    let talk = fastest(|| drop(app::deck::export(&mut app, &request, &talk).expect("the target folder can be written")));
    let at = OfPeriod { plan, period };
    let bulletin = fastest(|| drop(app::bulletin::export(&mut app, at, None, &bulletin).expect("the target folder can be written")));
    let handouts = fastest(|| {
        let folder = folder.join("handouts");
        let _ = std::fs::remove_dir_all(&folder);
        let all = HandoutsSave { plan, period, units: Vec::new() };
        drop(app::handout::write_to(&mut app, &all, &folder).expect("the target folder can be written"));
    });
    let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
    let (measures, units) = (MEETING.measures, MEETING.units);
    let line = |what: &str, time: Duration, promised, most: u64| figure(what, seconds(time), promised, time <= Duration::from_secs(most));
    vec![
        line(&format!("slides of {measures} measures and {units} units made"), making, "at most 2 s", 2),
        figure(
            &format!("{SLIDES} of them drawn, {BATCH} at a time"),
            format!("{:.1} ms, {:.1} times quicker than they are made", drawing.as_secs_f64() * 1e3, ratio(making, drawing)),
            "at least 3 times: they are made once",
            ratio(making, drawing) >= 3.0,
        ),
        line(&format!("what to say at {SLIDES} of them as PDF"), talk, "at most 3 s", 3),
        line("its bulletin as .docx", bulletin, "at most 3 s", 3),
        line(&format!("a hand-out for each of {units} units"), handouts, "at most 5 s", 5),
    ]
}

fn draw(app: &mut App, plan: Uid, period: Period, order: &[String], only: &[String]) {
    let (order, only) = (order.to_vec(), only.to_vec());
    let of = SlidesDraw { plan, period, order, only, hide_names: false, ratio: SlideRatio::Wide };
    drop(app::deck::draw(app, of).expect("the slides are there"));
}
