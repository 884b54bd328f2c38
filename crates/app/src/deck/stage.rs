//! The screens of a meeting: the host fills one with the window, and shows the room the slide on another.

use crate::wire::{MeetingScreens, MeetingShow, Nothing};
use crate::{ApiError, App};

/// Fills the screen with the window and says whether there is a second one, on which the room sees the slide alone.
pub(crate) fn begin(app: &mut App, _: Nothing) -> Result<MeetingScreens, ApiError> {
    Ok(MeetingScreens { room: app.host.begin_meeting() })
}

/// Shows the room a slide, or nothing.
pub(crate) fn show(app: &mut App, request: MeetingShow) -> Result<Nothing, ApiError> {
    app.host.show_room(request);
    Ok(Nothing {})
}

/// Gives the screen back.
pub(crate) fn end(app: &mut App, _: Nothing) -> Result<Nothing, ApiError> {
    app.host.end_meeting();
    Ok(Nothing {})
}
