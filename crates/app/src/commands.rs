//! The command table: everything the window can ask for, with its types.
//!
//! One line a command. The table makes the dispatch from JSON and the TypeScript of the window's `call`, so that
//! neither can forget a command or its types.

use crate::wire::*;
use crate::{ApiError, App};
use serde_json::Value;

/// Declares the table.
macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $response:ty = $run:path;)+) => {
        /// Every command's name.
        pub const NAMES: &[&str] = &[$(stringify!($name)),+];

        /// Runs a command by name.
        pub(crate) fn dispatch(app: &mut App, name: &str, request: Value) -> Result<Value, ApiError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(|error| wrong_request(name, &error))?;
                    let response: $response = $run(app, request)?;
                    serde_json::to_value(response).map_err(|error| ApiError::internal(format!("{name}: {error}")))
                })+
                _ => Err(ApiError::internal(format!("没有“{name}”这个命令"))),
            }
        }

        /// Returns the TypeScript of every type that goes over the edge, and of the table itself.
        #[cfg(test)]
        pub(crate) fn type_script() -> String {
            let mut types = crate::type_script::Types::default();
            types.add::<ApiError>();
            $(types.add::<$request>(); types.add::<$response>();)+
            types.text(&[$((&[$($doc),+], stringify!($name), types.name::<$request>(), types.name::<$response>())),+])
        }
    };
}

commands! {
    /// What the frame shows; asked again after every change.
    state(Nothing) -> State = crate::session::state;
    /// Copies the sample into a fresh ledger and opens it.
    open_sample(Nothing) -> State = crate::session::open_sample;
    /// Asks for a ledger and opens it.
    open_ledger(Nothing) -> State = crate::session::open_ledger;
    /// Asks for a file name and makes an empty ledger there.
    new_ledger(Nothing) -> State = crate::session::new_ledger;
    /// Closes the ledger.
    close_ledger(Nothing) -> State = crate::session::close_ledger;

    /// Asks for a document and reads it.
    draft_open(Nothing) -> Option<DraftView> = crate::draft::open;
    /// Reads pasted text.
    draft_paste(Pasted) -> DraftView = crate::draft::paste;
    /// The drafts that wait to be taken up again, the last saved first.
    draft_list(Nothing) -> Vec<DraftInfo> = crate::draft::list;
    /// Takes a waiting draft up again.
    draft_resume(OfDraft) -> DraftView = crate::draft::resume;
    /// The draft under review; with none, the one that waits, if it is the only one.
    draft_show(Nothing) -> Option<DraftView> = crate::draft::show;
    /// The document under review before cleaning, and what cleaning did; none if the draft was read by a version that kept no trace.
    draft_original(Nothing) -> Option<OriginalView> = crate::draft::original;
    /// Changes the draft.
    draft_edit(DraftEdit) -> DraftView = crate::draft::edit;
    /// Takes back the last change of the draft.
    draft_undo(Nothing) -> DraftView = crate::draft::undo;
    /// Leaves the draft, to be taken up again later.
    draft_leave(Nothing) -> Nothing = crate::draft::leave;
    /// Throws the draft away.
    draft_discard(Nothing) -> Nothing = crate::draft::discard;
    /// Writes the draft into the ledger as a plan.
    draft_confirm(Nothing) -> Imported = crate::draft::confirm;

    /// What a plan of the ledger would become by the draft.
    draft_compare(RevisionOf) -> Revision = crate::draft::revise::show;
    /// Takes changes of the draft over into a plan of the ledger.
    draft_revise(Revise) -> Revised = crate::draft::revise::apply;

    /// How a plan stands, on one screen.
    overview(OfPeriod) -> Overview = crate::overview::show;
    /// The measures of a plan, judged.
    measures(OfPeriod) -> MeasureList = crate::measures::list;
    /// One measure with all that belongs to it.
    measure(OfMeasure) -> MeasureDetail = crate::measures::detail;
    /// Changes how an indicator is judged.
    indicator_set(IndicatorSet) -> Nothing = crate::indicators::set;
    /// How a target is divided among units.
    shares(OfIndicator) -> Shares = crate::shares::show;
    /// How it would be divided; nothing is written.
    shares_check(SharesSet) -> Shares = crate::shares::check;
    /// Divides a target among units.
    shares_set(SharesSet) -> Shares = crate::shares::set;

    /// The units of the ledger.
    units(Nothing) -> Vec<UnitInfo> = crate::units::list;
    /// Adds a unit.
    unit_add(UnitAdd) -> UnitInfo = crate::units::add;

    /// A plan beside an earlier one: what goes on from what.
    compare(CompareOf) -> Comparison = crate::compare::show;
    /// Writes what goes on from what.
    continue_from(Continue) -> Comparison = crate::compare::confirm;

    /// The rules the ledger judges by.
    rules(Nothing) -> RulesView = crate::rules::show;
    /// Changes them.
    rules_set(RulesSet) -> RulesView = crate::rules::set;

    /// A sheet of the entry grid.
    grid(GridOf) -> Grid = crate::grid::grid;
    /// Writes reported values: all or none.
    record(Record) -> Recorded = crate::record::record;
    /// Writes the reported values that can be written, and names the others.
    record_each(Record) -> RecordedEach = crate::record::record_each;
    /// What a unit tells of a measure in a period.
    narrative(NarrativeOf) -> NarrativeView = crate::narrative::show;
    /// Tells of a measure.
    narrative_set(NarrativeSet) -> NarrativeView = crate::narrative::set;
    /// What is told of a plan's measures in a period.
    narratives(OfPeriod) -> Vec<NarrativeRow> = crate::narrative::list;
    /// How a plan stands.
    status(OfPeriod) -> Status = crate::status::status;

    /// Scores, ranks and their arithmetic.
    scores(ScoreOf) -> Scores = crate::score::scores;
    /// Gives or takes points by hand.
    adjust(Adjust) -> Nothing = crate::score::adjust;
    /// Takes a bonus or penalty back.
    unadjust(OfAdjustment) -> Nothing = crate::score::unadjust;
    /// Closes a period: its figures and rules are kept, and nothing reported for it or before can change.
    freeze(OfPeriod) -> PeriodState = crate::freeze::freeze;
    /// Opens it again, with a reason.
    unfreeze(Unfreeze) -> PeriodState = crate::freeze::unfreeze;

    /// An indicator's trend.
    chart(ChartOf) -> ChartView = crate::chart::show;
    /// Saves it where the user says.
    chart_save(ChartSave) -> Saved = crate::chart::save;

    /// What was sent and what came back.
    board(OfPeriod) -> Board = crate::send::board;
    /// Writes workbooks into a folder the user names.
    send(Send) -> Sent = crate::send::send;
    /// Asks for returned workbooks and previews what merging would do.
    merge_open(Nothing) -> Option<MergeReport> = crate::merge::open;
    /// The preview again.
    merge_show(Nothing) -> Option<MergeReport> = crate::merge::show;
    /// Merges what was previewed, as one operation.
    merge_apply(MergeApply) -> MergeReport = crate::merge::apply;
    /// Puts the preview away.
    merge_discard(Nothing) -> Nothing = crate::merge::discard;

    /// The operations.
    history(Nothing) -> History = crate::history::list;
    /// Checks the ledger's file.
    check(Nothing) -> Checked = crate::history::check;
    /// Takes back the last operation.
    undo(Nothing) -> Replayed = crate::history::undo;
    /// Brings back the operation taken back last.
    redo(Nothing) -> Replayed = crate::history::redo;
    /// Takes back a given operation, if nothing has changed the same rows since.
    undo_operation(OfOperation) -> Replayed = crate::history::undo_operation;
}

fn wrong_request(name: &str, error: &serde_json::Error) -> ApiError {
    ApiError::invalid(format!("{name}: {error}"))
}
