//! A meeting with a second screen: the room sees the slide alone, the presenter what to say beside it.
#![cfg(target_os = "linux")]

use journeys::{DESK, Journey, Key, Picture, WALL};

/// How many looks in a row must see the same for it to be what stays.
const STILL: usize = 12;

/// Waits until the wall shows something else than before and keeps showing it, and returns it.
fn next_on_wall(journey: &Journey, before: &Picture) -> Picture {
    let (mut seen, mut still) = (journey.picture(WALL), 0);
    journey.wait_until("the wall changes", || {
        let was = std::mem::replace(&mut seen, journey.picture(WALL));
        still = if seen.differs(before) && !seen.differs(&was) { still + 1 } else { 0 };
        still >= STILL
    });
    seen
}

#[test]
fn the_room_sees_the_slide_alone_on_the_second_screen() {
    let journey = Journey::open_beside_wall("screens");
    journey.open_sample();
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    let empty = journey.picture(WALL);
    assert_eq!(empty.light(), 0.0, "there is nothing on the wall before a meeting");

    journey.press(Key::F5);
    journey.wait_for_text(".meeting .talk", "讲解要点");
    let cover = next_on_wall(&journey, &empty);
    assert!(cover.light() > 0.7, "the slide fills the wall");
    assert_eq!(journey.count(".meeting.is-narrow"), 1, "the sheet has the shape of the wall, not of the desk");
    journey.save_picture(WALL, "screens-wall-cover");
    journey.press(Key::Right);
    let overview = next_on_wall(&journey, &cover);
    journey.save_picture(WALL, "screens-wall");
    journey.save_picture(DESK, "screens-desk");

    journey.keys("b");
    let black = next_on_wall(&journey, &overview);
    assert_eq!(black.light(), 0.0, "the wall is black");
    journey.keys("b");
    assert!(!next_on_wall(&journey, &black).differs(&overview), "and shows the same slide again");
    journey.keys("+");
    let larger = next_on_wall(&journey, &overview);
    journey.run("document.querySelector('.meeting .sheet').scrollTo(1e6, 1e6)", &[]);
    next_on_wall(&journey, &larger);
    journey.save_picture(WALL, "screens-wall-larger");
    journey.keys("-");
    journey.wait_until("the slide is as large as before", || !journey.picture(WALL).differs(&overview));

    journey.press(Key::Escape);
    journey.wait_for_text(".rail [aria-current=page]", "汇报");
    journey.wait_until("the wall is free again", || journey.picture(WALL).light() == 0.0);
}

#[test]
fn a_projector_that_is_pulled_out_leaves_the_meeting_to_the_window() {
    let journey = Journey::open_beside_wall("unplugged");
    journey.open_sample();
    journey.go("汇报");
    journey.wait_for_text(".slidelist", "封面");
    journey.press(Key::F5);
    next_on_wall(&journey, &journey.picture(WALL));
    journey.press(Key::Right);
    journey.unplug();
    journey.press(Key::Right);
    journey.wait_for_text(".meeting .prompt .quiet", "第3张");
    journey.press(Key::Escape);
    journey.wait_for_text(".rail [aria-current=page]", "汇报");
    journey.save_picture(DESK, "screens-unplugged");
}
