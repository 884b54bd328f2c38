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
    /// How far long work has come; answered at once, while the work goes on.
    progress(Nothing) -> Option<Progress> = crate::work::progress;
    /// Stops it: nothing of it stays.
    stop(Nothing) -> Nothing = crate::work::stop;

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
    /// How everything of a plan is judged and what it weighs.
    terms(OfPlan) -> Terms = crate::terms::show;
    /// Changes how indicators are judged.
    indicator_set(IndicatorSet) -> TermsChanged = crate::terms::set;
    /// Says what a section or a measure counts in scores.
    weight_set(WeightSet) -> Nothing = crate::terms::set_weight;
    /// The values planned on the way to a target.
    planned(OfIndicator) -> PlannedSheet = crate::terms::planned;
    /// Plans them anew.
    planned_set(PlannedSet) -> PlannedSheet = crate::terms::set_planned;
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
    /// Adds a unit that is not there yet.
    unit_create(UnitNew) -> UnitInfo = crate::units::create;
    /// The units in order, each followed by those that belong to it, with what concerns each.
    unit_lines(Nothing) -> Vec<UnitLine> = crate::units::lines;
    /// Writes what is said of a unit.
    unit_set(UnitSet) -> UnitLine = crate::units::set;
    /// Moves a unit up or down.
    unit_move(UnitMove) -> Nothing = crate::units::move_to;
    /// Puts the units into the order in which the plans name them.
    unit_sort(Nothing) -> UnitsSorted = crate::units::sort;
    /// Takes a unit away that nothing names.
    unit_delete(OfUnit) -> Nothing = crate::units::delete;
    /// What merging two units would do; nothing is written.
    unit_merge_preview(UnitMergeOf) -> UnitMerging = crate::units::merge::preview;
    /// Merges two units that are the same.
    unit_merge(UnitMerge) -> UnitLine = crate::units::merge::apply;

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

    /// All that is supervised of a plan.
    supervision(OfPeriod) -> Supervision = crate::supervise::show;
    /// What there is to know of a light before it is asked to be put right.
    rectify_ask(LightOf) -> RectifyAsked = crate::supervise::rectify::ask;
    /// Asks a unit to put a light right; one that is being put right already is not asked for again.
    rectify_open(RectifyOpen) -> Rectified = crate::supervise::rectify::open;
    /// Changes cause, action, deadline or person.
    rectify_change(RectifyChange) -> Nothing = crate::supervise::rectify::change;
    /// Applies for sign-off, sends back, signs off.
    rectify_step(RectifyStep) -> Nothing = crate::supervise::rectify::take;
    /// Lists a measure.
    listing_open(ListingOpen) -> Nothing = crate::supervise::listing::open;
    /// Writes down what an inspection found.
    listing_inspect(ListingInspect) -> Nothing = crate::supervise::listing::inspect;
    /// Lifts a listing.
    listing_lift(ListingLift) -> Nothing = crate::supervise::listing::lift;
    /// Adds a milestone or a phase.
    milestone_add(MilestoneAdd) -> MilestoneSet = crate::supervise::milestone::add;
    /// Changes it.
    milestone_change(MilestoneChange) -> MilestoneSet = crate::supervise::milestone::change;
    /// Marks it as done.
    milestone_done(MilestoneDone) -> MilestoneSet = crate::supervise::milestone::done;
    /// Opens it again.
    milestone_reopen(OfMilestone) -> MilestoneSet = crate::supervise::milestone::reopen;
    /// Takes it away.
    milestone_remove(OfMilestone) -> Nothing = crate::supervise::milestone::remove;
    /// A phase with the plan's figures at its end.
    phase(PhaseOf) -> PhaseView = crate::supervise::phase::show;
    /// Evaluates it: findings and figures are kept.
    phase_close(PhaseClose) -> PhaseView = crate::supervise::phase::close;
    /// Takes its evaluation back, to evaluate it anew.
    phase_reopen(OfMilestone) -> PhaseView = crate::supervise::phase::reopen;

    /// An indicator's trend.
    chart(ChartOf) -> ChartView = crate::chart::show;
    /// The units an indicator can be drawn of.
    chart_units(ChartUnitsOf) -> Vec<ChartUnit> = crate::chart::units;
    /// Saves it where the user says.
    chart_save(ChartSave) -> Saved = crate::chart::save;
    /// What a page shows as sheets to be printed.
    print(Print) -> Saved = crate::print::print;
    /// A chart as a picture for the clipboard.
    chart_picture(ChartPicture) -> Picture = crate::chart::picture;

    /// The slides of a plan in a period.
    deck(DeckOf) -> DeckView = crate::deck::show;
    /// Slides as drawings.
    deck_draw(SlidesDraw) -> Vec<SlideDrawn> = crate::deck::draw;
    /// Keeps a deck of slides under a name.
    deck_save(DeckSave) -> DeckInfo = crate::deck::save;
    /// Takes a deck away.
    deck_delete(OfDeck) -> Nothing = crate::deck::delete;
    /// Saves the slides where the user says.
    deck_export(DeckExport) -> Saved = crate::deck::export_where_asked;
    /// Fills the screen for a meeting.
    meeting_begin(Nothing) -> MeetingScreens = crate::deck::stage::begin;
    /// Shows the room a slide, where it has a screen of its own.
    meeting_show(MeetingShow) -> Nothing = crate::deck::stage::show;
    /// Gives the screen back.
    meeting_end(Nothing) -> Nothing = crate::deck::stage::end;
    /// A plan's bulletin in a period as it will be, by its template or one that is tried.
    bulletin(BulletinOf) -> BulletinView = crate::bulletin::show;
    /// Keeps a template for a plan, or goes back to the program's own.
    bulletin_template(BulletinTemplate) -> Nothing = crate::bulletin::set_template;
    /// Saves the bulletin where the user says.
    bulletin_save(BulletinOf) -> Saved = crate::bulletin::save;
    /// A unit's hand-out of one page as it will be.
    handout(HandoutOf) -> HandoutView = crate::handout::show;
    /// Writes hand-outs into a folder the user names.
    handouts_save(HandoutsSave) -> HandoutsSaved = crate::handout::save;

    /// What was sent and what came back.
    board(OfPeriod) -> Board = crate::board::board;
    /// Writes workbooks into a folder the user names.
    send(Send) -> Sent = crate::send::send;
    /// Asks for returned workbooks and previews what merging would do.
    merge_open(Nothing) -> Option<MergeReport> = crate::merge::open;
    /// Asks for a folder of returned workbooks and previews what merging them would do.
    merge_open_folder(Nothing) -> Option<MergeReport> = crate::merge::open_folder;
    /// Takes what was dropped on the window: returned workbooks, or a document.
    take_dropped(Dropping) -> Dropped = crate::dropped::take;
    /// The preview again.
    merge_show(Nothing) -> Option<MergeReport> = crate::merge::show;
    /// Says what rows without ids are; the preview is made anew, and nothing is written.
    merge_confirm(MergeConfirm) -> MergeReport = crate::merge::confirm;
    /// Merges what was previewed, as one operation.
    merge_apply(MergeApply) -> MergeReport = crate::merge::apply;
    /// Puts the preview away.
    merge_discard(Nothing) -> Nothing = crate::merge::discard;

    /// Asks for tables made elsewhere and shows what their columns hold and what taking them would do.
    foreign_open(ForeignOf) -> Option<ForeignView> = crate::foreign::open;
    /// The same again.
    foreign_show(ForeignOf) -> Option<ForeignView> = crate::foreign::show;
    /// Changes how a file is read, or which item a row means.
    foreign_set(ForeignSet) -> ForeignView = crate::foreign::set;
    /// Takes the tables into the plan, as one operation.
    foreign_apply(ForeignApply) -> MergeReport = crate::foreign::apply;
    /// Puts a file's table on the desk as the draft of a new plan.
    foreign_draft(OfForeign) -> DraftView = crate::foreign::to_draft;
    /// Puts the tables away.
    foreign_discard(Nothing) -> Nothing = crate::foreign::discard;

    /// Saves the whole plan where the user says.
    export_all(ExportAll) -> Saved = crate::analysis::save;
    /// Saves a package for another ledger where the user says.
    package_save(PackageSave) -> Saved = crate::packages::save;
    /// Asks for a package from another ledger and previews what taking it would do.
    package_open(Nothing) -> Option<PackageSeen> = crate::packages::open;
    /// Takes the plan or the ledger that was previewed; a unit's reports are merged with `merge_apply`.
    package_take(Nothing) -> PackageTaken = crate::packages::take;
    /// Puts the package away.
    package_discard(Nothing) -> Nothing = crate::packages::discard;

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
