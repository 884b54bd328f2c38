//! The slides made last, kept as long as nothing they are made from has changed: a meeting draws them a few at a time.

use super::made::Made;
use crate::{ApiError, App};
use chrono::{FixedOffset, NaiveDate};
use domain::{Period, Uid};
use std::sync::Arc;

/// All that slides depend on.
#[derive(PartialEq)]
pub(super) struct Origin {
    /// The ledger's content, whoever changes it.
    ledger: store::State,
    plan: Uid,
    period: Period,
    hide_names: bool,
    /// What is overdue, and whether the period is over, depends on the day.
    today: NaiveDate,
    /// Moments are said in local time.
    offset: FixedOffset,
}

/// Slides, and what they were made from.
pub(crate) struct Kept {
    origin: Origin,
    slides: Arc<Vec<Made>>,
}

impl Origin {
    /// Returns what slides would be made from now; to be asked for before they are made.
    pub(super) fn now(app: &App, plan: Uid, period: Period, hide_names: bool) -> Result<Origin, ApiError> {
        let now = app.host.now();
        Ok(Origin { ledger: app.store()?.state()?, plan, period, hide_names, today: now.date_naive(), offset: *now.offset() })
    }
}

impl App {
    /// Returns the slides that were kept, where they would be made the same again.
    pub(super) fn kept_slides(&self, origin: &Origin) -> Option<Arc<Vec<Made>>> {
        self.slides.as_ref().filter(|kept| kept.origin == *origin).map(|kept| Arc::clone(&kept.slides))
    }

    /// Keeps slides in place of those kept before.
    pub(super) fn keep_slides(&mut self, origin: Origin, slides: &Arc<Vec<Made>>) {
        self.slides = Some(Kept { origin, slides: Arc::clone(slides) });
    }
}

#[cfg(test)]
impl Kept {
    /// Returns where the slides lie: another place after they were made anew.
    pub(crate) fn made_at(&self) -> usize {
        self.slides.as_ptr().addr()
    }
}
