//! Rows of a table of indicators: targets outside any measure.

use super::columns::Header;
use super::headings::Column;
use super::{Row, Table};
use crate::model::{Draft, Span};

impl Table<'_> {
    pub(super) fn indicator(&mut self, placed: &[Option<Span>], header: &Header, row: &Row, draft: &mut Draft) {
        let Some(name) = self.cells(placed, header, Column::Indicator).last().copied() else { return };
        let mut targets = self.aims(placed, header, row, name);
        if let Some((day, _)) = self.deadline(placed, header, &[]) {
            targets.iter_mut().for_each(|target| target.due = target.due.or(Some(day)));
        }
        draft.targets.extend(targets);
    }
}
