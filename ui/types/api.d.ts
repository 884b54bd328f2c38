// Generated from crates/app/src/wire by its tests. Do not edit: the test rewrites it.

/**
 * Gives or takes points.
 */
export type Adjust = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * As typed; negative for a penalty.
 */
points: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A bonus or a penalty.
 */
export type AdjustmentRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Positive for a bonus.
 */
points: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Who gave it.
 */
who: string, 
/**
 * The period it was given in.
 */
period: Period, };

/**
 * A refusal: what is wrong and where, and what to do about it.
 */
export type ApiError = { 
/**
 * What sort of refusal it is.
 */
kind: ErrorKind, 
/**
 * What is wrong and where.
 */
message: string, 
/**
 * What to do.
 */
hint: string | null, };

/**
 * A figure to reckon with.
 */
export type Assume = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The value as typed.
 */
value: string, };

/**
 * The words a baseline was read from.
 */
export type BaselineSource = { 
/**
 * The words.
 */
words: string, 
/**
 * The line they stand on.
 */
line: number, };

/**
 * An indicator that is behind.
 */
export type Behind = { 
/**
 * Its id.
 */
indicator: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * Its measure.
 */
measure: MeasureRef | null, 
/**
 * The unit that leads it.
 */
lead: UnitRef | null, 
/**
 * Its light.
 */
light: Light, 
/**
 * Share reached, as shown.
 */
completion: number, 
/**
 * Lag as shown, a fraction.
 */
lag: number, 
/**
 * Time progress of the indicator, or 1 for what must hold.
 */
time_progress: number, 
/**
 * Why, in a sentence.
 */
reason: string, 
/**
 * True if its measure is under listed supervision (挂牌).
 */
listed: boolean, 
/**
 * The rectification that is going on for it.
 */
rectification: Uid | null, };

/**
 * What was sent for a period, and what came back; during a preview, what the files in hand would make of it.
 */
export type Board = { 
/**
 * One row a unit that reports for the plan.
 */
units: Array<BoardRow>, 
/**
 * What to send to those whose workbook has not come back; empty where all have.
 */
chase: string, };

/**
 * A unit of the board.
 */
export type BoardRow = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * Where it stands.
 */
state: BoardState, 
/**
 * How many different returns answer the newest sending, merged or in hand.
 */
returns: number, 
/**
 * True if that rests on a file in hand that is not merged yet.
 */
in_hand: boolean, 
/**
 * When its workbook was last sent, if it was.
 */
sent_at: string | null, 
/**
 * The workbook's file name.
 */
file: string | null, 
/**
 * When a return that answers the newest sending was merged.
 */
returned_at: string | null, 
/**
 * Who saved the newest return last, as the file says itself.
 */
saved_by: string | null, 
/**
 * When it was saved last, as the file says itself.
 */
saved_at: string | null, 
/**
 * Why what came is out of date or does not fit, or what else is worth knowing.
 */
note: string | null, 
/**
 * How many values it has reported in the period.
 */
filled: number, 
/**
 * How many it should report.
 */
total: number, };

/**
 * Where a unit stands with its workbook of a period: exactly one of these.
 *
 * Counted are returns merged and, during a preview, returns in hand. A file fits if it answers the newest sending to
 * the unit for the period, names no other unit or period, has rows that could be placed, and is not older than a return
 * already merged. The same bytes twice are one return.
 */
export type BoardState = "unsent" | "out" | "back" | "twice" | "outdated" | "mismatch";

/**
 * A part of a document.
 */
export type BulletinBlock = { "kind": "title", 
/**
 * Its words.
 */
text: string, } | { "kind": "heading", 
/**
 * 1, 2 or 3.
 */
level: number, 
/**
 * With its number as written.
 */
text: string, } | { "kind": "paragraph", 
/**
 * Its words.
 */
text: string, } | { "kind": "table", 
/**
 * The heads of its columns.
 */
heads: Array<string>, 
/**
 * How wide each column is, as a part of the sum.
 */
shares: Array<number>, 
/**
 * True for columns whose text is centred.
 */
centred: Array<boolean>, 
/**
 * Its rows, a cell a column.
 */
rows: Array<Array<string>>, } | { "kind": "picture", 
/**
 * The drawing, to be shown as an image.
 */
svg: string, 
/**
 * What it says, in a sentence.
 */
alt: string, } | { "kind": "page_break", };

/**
 * Asks for a plan's bulletin in a period.
 */
export type BulletinOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * A template that is tried; the plan's own where absent.
 */
template: string | null, };

/**
 * A place in a template.
 */
export type BulletinPlace = { 
/**
 * As it is written: {红灯数}.
 */
name: string, 
/**
 * What stands there.
 */
says: string, 
/**
 * True if it fills a line of its own.
 */
alone: boolean, };

/**
 * Keeps a template for a plan.
 */
export type BulletinTemplate = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The template; none for the program's own.
 */
template: string | null, };

/**
 * A bulletin as it will be.
 */
export type BulletinView = { 
/**
 * The template it is written by.
 */
template: string, 
/**
 * The template the program comes with.
 */
default: string, 
/**
 * True if the plan has a template of its own.
 */
own: boolean, 
/**
 * True if the period is frozen: then the bulletin stays as it is.
 */
frozen: boolean, 
/**
 * How many characters a template may have.
 */
longest: number, 
/**
 * The places a template may have.
 */
places: Array<BulletinPlace>, 
/**
 * Its parts in order.
 */
blocks: Array<BulletinBlock>, };

/**
 * How something differs.
 */
export type ChangeKind = "new" | "changed" | "gone";

/**
 * A past change.
 */
export type ChangeRow = { 
/**
 * When.
 */
at: string, 
/**
 * Who.
 */
who: string, 
/**
 * What, in a sentence.
 */
text: string, };

/**
 * What differs.
 */
export type Changed = "plan" | "measure" | "indicator" | "phase";

/**
 * What a chart shows.
 */
export type ChartKind = "trend" | "rate" | "years" | "lines" | "multiples" | "bars" | "bullets" | "sections" | "heat" | "league" | "timeline";

/**
 * How large a chart is drawn into a file.
 */
export type ChartLook = { 
/**
 * The shape of the sheet.
 */
shape: Shape, 
/**
 * Twice as many pixels a side, of a picture.
 */
double: boolean, };

/**
 * Asks for a chart.
 */
export type ChartOf = { 
/**
 * Of which kind; a trend where absent.
 */
kind: ChartKind, 
/**
 * The plan, of a chart that shows all of it.
 */
plan: Uid | null, 
/**
 * The indicators: the one that is drawn, or those whose completion is shown.
 */
indicators: Array<Uid>, 
/**
 * These units only, a group for its members; else all. A trend, a rate and years are of one or of all together.
 */
units: Array<Uid>, 
/**
 * Only the members of this group, in a league table.
 */
group: Uid | null, 
/**
 * Up to this period.
 */
period: Period, 
/**
 * From this period; else from the start.
 */
since: Period | null, 
/**
 * How large it will be shown, so that its type is readable there; a full screen where absent.
 */
size: ChartSize | null, };

/**
 * Asks for a chart as a picture, for the clipboard.
 */
export type ChartPicture = { 
/**
 * Which.
 */
chart: ChartOf, 
/**
 * How large.
 */
look: ChartLook, };

/**
 * One period of a trend.
 */
export type ChartRow = { 
/**
 * The period's label.
 */
label: string, 
/**
 * Reported value; none where nothing was reported.
 */
value: number | null, 
/**
 * Expected value.
 */
expected: number | null, 
/**
 * What was reported for the same months of the plan the indicator goes on from.
 */
before: number | null, 
/**
 * Units that have not reported.
 */
missing_units: Array<string>, };

/**
 * Saves a chart where the user says.
 */
export type ChartSave = { 
/**
 * Which.
 */
chart: ChartOf, 
/**
 * svg, png, pdf or xlsx.
 */
format: string, 
/**
 * How large.
 */
look: ChartLook, };

/**
 * A size in pixels.
 */
export type ChartSize = { 
/**
 * From left to right.
 */
width: number, 
/**
 * From top to bottom.
 */
height: number, };

/**
 * A chart's figures.
 */
export type ChartTable = { 
/**
 * The heads of the columns.
 */
columns: Array<string>, 
/**
 * The rows, a cell for every column; empty where there is no figure.
 */
rows: Array<Array<string>>, };

/**
 * A unit with figures of its own, as it is chosen for a chart.
 */
export type ChartUnit = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * Its names and their pinyin initials, to search in.
 */
keys: string, };

/**
 * Asks who can be drawn of an indicator.
 */
export type ChartUnitsOf = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * Up to this period.
 */
period: Period, };

/**
 * A chart with its figures.
 */
export type ChartView = { 
/**
 * The drawing, to be shown as an image.
 */
svg: string, 
/**
 * What it says, in a sentence.
 */
alt: string, 
/**
 * Where it will stand when due if it goes on so, and what that assumes; none where nothing is projected.
 */
forecast: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its figures as they are written.
 */
table: ChartTable, 
/**
 * Where on the drawing the rows or figures of the table are shown, in the order they are looked at.
 */
spots: Array<Spot>, 
/**
 * Of a trend, its periods with their figures.
 */
points: Array<ChartRow>, 
/**
 * Unit of measure.
 */
unit: string, };

/**
 * What checking the file found.
 */
export type Checked = { 
/**
 * What is wrong, each in a sentence; empty if the file is sound.
 */
problems: Array<string>, 
/**
 * A hash over everything the ledger holds but its history.
 */
state_hash: string, };

/**
 * Which side wins a conflict.
 */
export type Choice = "ours" | "theirs";

/**
 * What is done about a clash.
 */
export type ClashChoice = "keep" | "take" | "add";

/**
 * A decision about one clash.
 */
export type ClashDecision = { 
/**
 * Which.
 */
key: string, 
/**
 * What is done.
 */
choice: ClashChoice, };

/**
 * How much of a plan's time has passed at the end of a period.
 */
export type Clock = { 
/**
 * Share of the time, as shown.
 */
time_progress: number, 
/**
 * Months begun.
 */
passed: number, 
/**
 * Months still to begin.
 */
left: number, 
/**
 * Days from the period's end to the plan's.
 */
days_left: number, 
/**
 * Every month of the plan.
 */
months: Array<ClockMonth>, };

/**
 * A month of a plan.
 */
export type ClockMonth = { 
/**
 * The month.
 */
period: Period, 
/**
 * Its short label, e.g. 7月.
 */
label: string, 
/**
 * True if it lies after the period.
 */
coming: boolean, 
/**
 * How many measures are due in it.
 */
due: number, };

/**
 * What a column of a task list or ledger made elsewhere holds.
 */
export type ColumnRole = "number" | "measure" | "detail" | "indicator" | "unit_of_measure" | "lead" | "unit" | "cooperating" | "due" | "baseline" | "target" | "value" | "numerator" | "denominator" | "of_unit" | "of_indicator" | "progress" | "problems" | "next_steps" | "note" | "ignored";

/**
 * How the lights of indicators make that of the measure above them.
 */
export type Combining = "worst" | "share";

/**
 * The relation a reported value must have to the target. Written in JSON and in the ledger as its sign.
 */
export type Comparator = ">=" | "<=" | "=" | "~" | "range" | "increase" | "decrease" | "qualitative";

/**
 * Asks how a plan goes on from an earlier one.
 */
export type CompareOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The earlier one; where absent, the one it goes on from already, or else the nearest before it.
 */
with: Uid | null, };

/**
 * An indicator beside the one it may go on from.
 */
export type ComparedIndicator = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * What it goes on from.
 */
earlier: Link, };

/**
 * A measure beside the one it may go on from.
 */
export type ComparedMeasure = { 
/**
 * The measure; none for the indicators outside any.
 */
measure: MeasureRef | null, 
/**
 * What it goes on from.
 */
earlier: Link, 
/**
 * Its indicators.
 */
indicators: Array<ComparedIndicator>, };

/**
 * A plan beside an earlier one.
 */
export type Comparison = { 
/**
 * The plan.
 */
plan: PlanRef, 
/**
 * The earlier one; none if the ledger has none.
 */
with: PlanRef | null, 
/**
 * All plans that begin before it, the nearest first.
 */
choices: Array<PlanRef>, 
/**
 * Its measures in order; one without id and number holds the indicators outside any measure.
 */
measures: Array<ComparedMeasure>, 
/**
 * The measures of the earlier plan, in order.
 */
earlier: Array<EarlierMeasure>, };

/**
 * What a row is.
 */
export type ConfirmedRow = { 
/**
 * The row's key.
 */
key: string, 
/**
 * The indicator, or where the row is told in the measure; none takes a confirmation back.
 */
indicator: Uid | null, };

/**
 * Says what goes on from what; what is not named stays as it is.
 */
export type Continue = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its measures.
 */
measures: Array<Continued>, 
/**
 * Its indicators.
 */
indicators: Array<Continued>, };

/**
 * One thing that goes on from an earlier one.
 */
export type Continued = { 
/**
 * The thing.
 */
item: Uid, 
/**
 * What it goes on from; none if it is new.
 */
earlier: Uid | null, };

/**
 * A decision on one conflict.
 */
export type Decision = { 
/**
 * The item's key.
 */
key: string, 
/**
 * Which side wins.
 */
choice: Choice, };

/**
 * Saves the slides where the user says.
 */
export type DeckExport = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The slides in their order.
 */
order: Array<string>, 
/**
 * True if no unit is named.
 */
hide_names: boolean, 
/**
 * The shape of the sheet.
 */
ratio: SlideRatio, 
/**
 * One file of pages, or a picture each.
 */
form: DeckForm, 
/**
 * The saved deck whose words to say are printed; only for what a presenter takes along.
 */
deck: Uid | null, 
/**
 * What a person wrote to say and has not saved; empty text for what the program says.
 */
talk: Array<SlideTalk>, };

/**
 * How a deck is saved.
 */
export type DeckForm = "pdf" | "pictures" | "talk";

/**
 * A saved deck.
 */
export type DeckInfo = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * How many slides were chosen for it.
 */
slides: number, };

/**
 * Asks for the slides of a plan in a period.
 */
export type DeckOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * A deck that was saved; where absent, the slides the program proposes.
 */
deck: Uid | null, 
/**
 * True if no unit is named on the slides: each is 单位1, 单位2 … throughout.
 */
hide_names: boolean, };

/**
 * Keeps a deck under a name.
 */
export type DeckSave = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period the talking points are of.
 */
period: Period, 
/**
 * The deck that is changed; a new one where absent.
 */
deck: Uid | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its slides in their order.
 */
slides: Array<string>, 
/**
 * What to say, where a person wrote it; empty text for what the program says.
 */
talk: Array<SlideTalk>, };

/**
 * The slides there are of a plan in a period: those of the deck in its order, then the others.
 */
export type DeckView = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * The period.
 */
period: Period, 
/**
 * The saved deck it is; none for the proposed one.
 */
deck: Uid | null, 
/**
 * The plan's saved decks by name.
 */
decks: Array<DeckInfo>, 
/**
 * The slides.
 */
slides: Array<SlideView>, 
/**
 * Slides of the saved deck that are not there in this period, as they are called in it.
 */
gone: number, };

/**
 * A question about the document, or a remark.
 */
export type Doubt = { 
/**
 * Its key: of a target that target's, of a unit `u:` and its name, of a remark `r0`, `r1` ...
 */
key: string, 
/**
 * The item it stands in; none for a remark about the document, which asks for nothing.
 */
item: string | null, 
/**
 * The line it stands on.
 */
line: number, 
/**
 * A few words, e.g. 区间目标，按下限计.
 */
title: string, 
/**
 * The words of the document.
 */
quote: string | null, 
/**
 * What to consider.
 */
message: string, 
/**
 * True once settled.
 */
settled: boolean, 
/**
 * The unit asked about, where the question is whether the ledger knows it by another name.
 */
unit: UnitDoubt | null, };

/**
 * One change a person makes to the draft.
 */
export type DraftEdit = { "edit": "plan", 
/**
 * All of it.
 */
plan: DraftPlan, } | { "edit": "measure", 
/**
 * Which.
 */
item: string, 
/**
 * Number as printed.
 */
number: string | null, 
/**
 * Title.
 */
title: string, 
/**
 * All its units.
 */
units: Array<UnitEdit>, 
/**
 * Deadline.
 */
deadline: string | null, } | { "edit": "target", 
/**
 * Which.
 */
item: string, 
/**
 * All its fields.
 */
fields: TargetEdit, } | { "edit": "phase", 
/**
 * Which.
 */
item: string, 
/**
 * Its name.
 */
name: string, 
/**
 * When it ends.
 */
due: string | null, } | { "edit": "section", 
/**
 * Which.
 */
item: string, 
/**
 * Its words without the number.
 */
title: string, } | { "edit": "split", 
/**
 * Which.
 */
item: string, 
/**
 * The first character of the second measure.
 */
at: TextPlace, } | { "edit": "merge", 
/**
 * Which.
 */
item: string, } | { "edit": "add_target", 
/**
 * The words.
 */
words: TextRange, } | { "edit": "add_measure", 
/**
 * The words.
 */
words: TextRange, } | { "edit": "move", 
/**
 * Which target.
 */
item: string, 
/**
 * Where to.
 */
measure: string | null, } | { "edit": "unit_alias", 
/**
 * Its name in the document.
 */
name: string, 
/**
 * The unit.
 */
unit: Uid, } | { "edit": "unit_new", 
/**
 * Its name in the document.
 */
name: string, } | { "edit": "note", 
/**
 * The remark's key.
 */
item: string, } | { "edit": "keep_line", 
/**
 * Its number.
 */
line: number, } | { "edit": "accept", 
/**
 * Which.
 */
item: string, } | { "edit": "accept_all", } | { "edit": "drop", 
/**
 * Which.
 */
item: string, } | { "edit": "restore", 
/**
 * Which.
 */
item: string, };

/**
 * A draft that waits to be taken up again.
 */
export type DraftInfo = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * The document's file name.
 */
file: string, 
/**
 * When it was last changed.
 */
saved_at: string, 
/**
 * True if it is kept in the open ledger, false if beside the ledgers.
 */
in_ledger: boolean, };

/**
 * A measure of the draft.
 */
export type DraftMeasure = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * The section it stands in.
 */
section: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its whole text.
 */
text: string, 
/**
 * The line it begins on.
 */
line: number, 
/**
 * Its units.
 */
units: Array<DraftUnit>, 
/**
 * Its deadline.
 */
deadline: string | null, 
/**
 * True once a person accepted it.
 */
accepted: boolean, 
/**
 * True if it will not be imported.
 */
dropped: boolean, };

/**
 * A phase of the draft.
 */
export type DraftPhase = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
name: string, 
/**
 * When it ends.
 */
due: string | null, 
/**
 * Its text.
 */
text: string, 
/**
 * True once a person accepted it.
 */
accepted: boolean, 
/**
 * True if it will not be imported.
 */
dropped: boolean, };

/**
 * The plan's own data.
 */
export type DraftPlan = { 
/**
 * Title.
 */
title: string, 
/**
 * Document number.
 */
document_number: string | null, 
/**
 * Issuer.
 */
issuer: string | null, 
/**
 * Day of issue.
 */
issued: string | null, 
/**
 * First day of the plan.
 */
start: string | null, 
/**
 * Last day of the plan.
 */
due: string | null, };

/**
 * A heading that holds measures.
 */
export type DraftSection = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its number as written.
 */
number: string | null, 
/**
 * Its words without the number.
 */
title: string, 
/**
 * The line it stands on.
 */
line: number, };

/**
 * A target of the draft.
 */
export type DraftTarget = { 
/**
 * Its key.
 */
key: string, 
/**
 * The measure it stands in.
 */
measure: string | null, 
/**
 * The line it stands on.
 */
line: number, 
/**
 * The words it came from.
 */
quote: string, 
/**
 * What is measured.
 */
name: string, 
/**
 * Relation.
 */
comparator: Comparator, 
/**
 * Target value, as text to edit.
 */
value: string, 
/**
 * Upper bound, as text to edit.
 */
upper: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * Due day, if stated.
 */
due: string | null, 
/**
 * A commitment or a result.
 */
kind: TargetKind, 
/**
 * What a reported value will mean.
 */
value_kind: ValueKind, 
/**
 * How it is approached.
 */
pace: Pace, 
/**
 * How units' values are combined.
 */
roll_up: RollUp, 
/**
 * What it was before the plan, as text to edit; empty where that is not known or not subtracted.
 */
baseline: string, 
/**
 * The day the baseline was true.
 */
baseline_date: string | null, 
/**
 * Where the baseline stands in the document; none for one a person wrote in.
 */
baseline_source: BaselineSource | null, 
/**
 * Why these were proposed.
 */
why: string, 
/**
 * Why a person should look at it.
 */
doubt: string | null, 
/**
 * True once a person accepted it.
 */
accepted: boolean, 
/**
 * True if it will not be imported.
 */
dropped: boolean, };

/**
 * A unit named by a measure.
 */
export type DraftUnit = { 
/**
 * Its name as written.
 */
name: string, 
/**
 * Its part.
 */
role: Role, 
/**
 * The name of the unit of the ledger it is, if known there by name or alias.
 */
known: string | null, };

/**
 * Everything the review screen shows.
 */
export type DraftView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * What it was read as: text, docx, html.
 */
format: string, 
/**
 * The plan's own data, editable.
 */
plan: DraftPlan, 
/**
 * The cleaned source, line by line, dropped lines included.
 */
lines: Array<SourceLine>, 
/**
 * Sections, in order.
 */
sections: Array<DraftSection>, 
/**
 * The measures, in order.
 */
measures: Array<DraftMeasure>, 
/**
 * The targets, those outside measures included, in order.
 */
targets: Array<DraftTarget>, 
/**
 * The phases, in order.
 */
phases: Array<DraftPhase>, 
/**
 * What a person should look at, in the order of the document.
 */
doubts: Array<Doubt>, 
/**
 * How many items there are, and how many a person has accepted.
 */
items: number, 
/**
 * How many of them are accepted or dropped.
 */
settled: number, 
/**
 * The last change made to the draft, which can be taken back; none if nothing was changed.
 */
last_edit: string | null, 
/**
 * Why the draft could not be saved as it is now; none where it is saved.
 */
unsaved: string | null, 
/**
 * The plan of the ledger this is probably another issue of.
 */
revises: PlanRef | null, };

/**
 * What came of what was dropped; nothing where it was taken already.
 */
export type Dropped = { 
/**
 * Returned workbooks, with those in hand before.
 */
report: MergeReport | null, 
/**
 * A document, read.
 */
draft: DraftView | null, };

/**
 * Where on the page something was dropped.
 */
export type Dropping = { 
/**
 * True where documents are read: a workbook is then a document.
 */
reading: boolean, };

/**
 * What can be due.
 */
export type DueKind = "milestone" | "measure" | "indicator" | "rectification";

/**
 * Something that is due soon.
 */
export type DueSoon = { 
/**
 * The day.
 */
day: string, 
/**
 * How many days after the period's end.
 */
days: number, 
/**
 * What it is.
 */
kind: DueKind, 
/**
 * Its name.
 */
name: string, 
/**
 * The measure it belongs to, or is.
 */
measure: MeasureRef | null, 
/**
 * What is missing, for an indicator: 差534个, 未报.
 */
missing: string | null, 
/**
 * The rectification, where it is one.
 */
rectification: Uid | null, };

/**
 * An indicator of the earlier plan.
 */
export type EarlierIndicator = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * Unit of measure.
 */
unit: string, };

/**
 * A measure of the earlier plan.
 */
export type EarlierMeasure = { 
/**
 * The measure; none for the indicators outside any.
 */
measure: MeasureRef | null, 
/**
 * Its indicators.
 */
indicators: Array<EarlierIndicator>, };

/**
 * One reported value, as typed.
 */
export type EntryInput = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The value as typed; `3/4` is a numerator and a denominator; empty takes the entry back.
 */
value: string, 
/**
 * The note; absent leaves the one that is there.
 */
note: string | null, };

/**
 * The sorts of refusal the window treats differently.
 */
export type ErrorKind = "Invalid" | "NotFound" | "Conflict" | "Unreadable" | "Stopped" | "Internal";

/**
 * How often a value is reported (填报频次).
 */
export type Every = "month" | "quarter" | "half" | "year";

/**
 * A sending a file may answer.
 */
export type ExchangeChoice = { 
/**
 * The sending.
 */
exchange: Uid, 
/**
 * The plan.
 */
plan: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The period in words.
 */
period: string, 
/**
 * When it was sent.
 */
sent_at: string, };

/**
 * Saves the whole plan where the user says.
 */
export type ExportAll = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period whose lights are shown.
 */
period: Period, 
/**
 * `xlsx` for all of it, `csv` for what was reported.
 */
format: string, };

/**
 * A field before and after; empty for nothing.
 */
export type FieldChange = { 
/**
 * Its name, e.g. 目标.
 */
name: string, 
/**
 * In the ledger.
 */
before: string, 
/**
 * In the document.
 */
after: string, };

/**
 * A file whose rows cannot all be placed by id.
 */
export type FileProposal = { 
/**
 * The file.
 */
file: string, 
/**
 * Its place in the list of files, from 0.
 */
file_at: number, 
/**
 * The sendings it may answer, where it does not say; empty where it says.
 */
exchanges: Array<ExchangeChoice>, 
/**
 * The sending its rows are looked for in: what it says, what a person chose, or the only choice.
 */
exchange: Uid | null, 
/**
 * The rows that hold something and have no good id.
 */
rows: Array<RowProposal>, };

/**
 * What became of a returned workbook.
 */
export type FileStatus = "read" | "outdated" | "repeated" | "refused" | "unknown";

/**
 * Takes what is previewed into the plan.
 */
export type ForeignApply = { 
/**
 * The plan and period.
 */
of: ForeignOf, 
/**
 * Decisions on conflicts, by key.
 */
decisions: Array<Decision>, };

/**
 * An indicator or measure a row can be given to.
 */
export type ForeignChoice = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its name with its unit of measure, or its title.
 */
name: string, 
/**
 * The number of its measure.
 */
number: string, 
/**
 * True for a measure.
 */
measure: boolean, 
/**
 * What it is found by: words, number, pinyin initials.
 */
keys: string, };

/**
 * A column of a table.
 */
export type ForeignColumn = { 
/**
 * Its letter.
 */
letter: string, 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it holds.
 */
role: ColumnRole, 
/**
 * How that is known.
 */
source: RoleSource, 
/**
 * The period of its values.
 */
period: Period | null, 
/**
 * The unit or indicator in its heading, for [`ColumnRole::OfUnit`] and [`ColumnRole::OfIndicator`].
 */
of: string | null, };

/**
 * One change a person makes to how a file is read.
 */
export type ForeignEdit = { "edit": "sheet", 
/**
 * Its name.
 */
name: string, } | { "edit": "all", 
/**
 * All.
 */
all: boolean, } | { "edit": "header", 
/**
 * Its first row.
 */
row: number, } | { "edit": "column", 
/**
 * Its letter.
 */
letter: string, 
/**
 * What it holds.
 */
role: ColumnRole, } | { "edit": "column_period", 
/**
 * Its letter.
 */
letter: string, 
/**
 * The period.
 */
period: Period, } | { "edit": "unit", 
/**
 * The unit; none if the table says so itself.
 */
unit: Uid | null, } | { "edit": "row", 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row.
 */
row: number, 
/**
 * The indicator or measure; none leaves the row out.
 */
item: Uid | null, } | { "edit": "accept" } | { "edit": "forget" };

/**
 * A file with tables.
 */
export type ForeignFile = { 
/**
 * Its file name.
 */
file: string, 
/**
 * Why it cannot be read, or what is missing; none if its table is mapped.
 */
problem: string | null, 
/**
 * What is worth knowing, in sentences.
 */
messages: Array<string>, 
/**
 * Its sheets.
 */
sheets: Array<ForeignSheet>, 
/**
 * The sheet whose columns are shown.
 */
sheet: string, 
/**
 * True if all sheets with the same headings are taken.
 */
all: boolean, 
/**
 * The first row of the header; none if none was found.
 */
header: number | null, 
/**
 * The columns of the sheet.
 */
columns: Array<ForeignColumn>, 
/**
 * Where the roles of the columns come from that were kept for these headings.
 */
remembered: boolean, 
/**
 * The first rows of the sheet, as they are.
 */
lines: Array<ForeignLine>, 
/**
 * The unit the whole file is from; none if the table says so itself.
 */
unit: UnitRef | null, 
/**
 * Why that unit was proposed: its name stands in the file; empty if a person chose it.
 */
unit_from: string, 
/**
 * The period of values whose column names none.
 */
period: Period | null, 
/**
 * Every row below the header.
 */
rows: Array<ForeignRow>, };

/**
 * An indicator or measure a row may mean.
 */
export type ForeignItem = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its name with its unit of measure, or its title.
 */
name: string, 
/**
 * True for a measure.
 */
measure: boolean, };

/**
 * A row of a sheet as it is.
 */
export type ForeignLine = { 
/**
 * The row, as the spreadsheet numbers it.
 */
row: number, 
/**
 * Its words, one for each column.
 */
cells: Array<string>, 
/**
 * True for the header.
 */
header: boolean, };

/**
 * The plan a table is taken into, and the period its figures are for where it names none.
 */
export type ForeignOf = { 
/**
 * The plan; none where the ledger has none yet.
 */
plan: Uid | null, 
/**
 * The period chosen in the window.
 */
period: Period | null, };

/**
 * A row below the header, and what becomes of it.
 */
export type ForeignRow = { 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row, as the spreadsheet numbers it.
 */
row: number, 
/**
 * The words that name it.
 */
text: string, 
/**
 * What becomes of it.
 */
outcome: RowOutcome, 
/**
 * The indicator or measure its cells are taken into.
 */
item: ForeignItem | null, 
/**
 * Those it may mean, the likest first.
 */
candidates: Array<ForeignItem>, };

/**
 * A change of one file's mapping.
 */
export type ForeignSet = { 
/**
 * The plan and period.
 */
of: ForeignOf, 
/**
 * Which file, counted from 0.
 */
file: number, 
/**
 * The change.
 */
edit: ForeignEdit, };

/**
 * A sheet of a file.
 */
export type ForeignSheet = { 
/**
 * Its name.
 */
name: string, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * False if it is hidden.
 */
visible: boolean, 
/**
 * True if its rows are taken.
 */
taken: boolean, };

/**
 * Tables made elsewhere, with what taking them would do.
 */
export type ForeignView = { 
/**
 * Every file.
 */
files: Array<ForeignFile>, 
/**
 * What taking them would do; none without a plan.
 */
report: MergeReport | null, 
/**
 * Every indicator and measure of the plan, to choose from.
 */
choices: Array<ForeignChoice>, };

/**
 * Who froze a period, and when.
 */
export type FrozenBy = { 
/**
 * Who.
 */
who: string, 
/**
 * The day.
 */
on: string, };

/**
 * Why measures are grey.
 */
export type Greys = { 
/**
 * 未报.
 */
missing: number, 
/**
 * 未到期.
 */
waits: number, 
/**
 * 不能汇总.
 */
gap: number, 
/**
 * Without indicators.
 */
none: number, };

/**
 * A sheet of the entry grid.
 */
export type Grid = { 
/**
 * How it is cut.
 */
by: SheetBy, 
/**
 * The unit of a sheet by unit.
 */
unit: UnitRef | null, 
/**
 * The indicator of a sheet by indicator.
 */
indicator: Uid | null, 
/**
 * Every unit that has something to report or to tell in the plan.
 */
units: Array<GridUnit>, 
/**
 * Every indicator some unit reports.
 */
indicators: Array<GridIndicator>, 
/**
 * The columns up to the period being filled in, which is the last.
 */
periods: Array<GridPeriod>, 
/**
 * The rows, in the order of the document, then of the units.
 */
rows: Array<GridRow>, };

/**
 * What a unit reported for a period.
 */
export type GridCell = { 
/**
 * The value as shown; empty where only a note was given.
 */
text: string, 
/**
 * Numerator, where it was reported so.
 */
numerator?: number, 
/**
 * Denominator, where it was reported so.
 */
denominator?: number, 
/**
 * The note.
 */
note?: string, 
/**
 * Who and when.
 */
by: string, };

/**
 * An indicator of the picker.
 */
export type GridIndicator = { 
/**
 * The indicator.
 */
id: Uid, 
/**
 * The number of its measure.
 */
number: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * The whole target as people write it.
 */
target_label: string, 
/**
 * How many units have reported in the period.
 */
filled: number, 
/**
 * How many should.
 */
total: number, 
/**
 * Number, name and pinyin initials, to search in.
 */
keys: string, };

/**
 * What was reported last.
 */
export type GridLast = { 
/**
 * The period's short label.
 */
label: string, 
/**
 * The value as shown.
 */
text: string, };

/**
 * Asks for a sheet of the entry grid.
 */
export type GridOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period being filled in.
 */
period: Period, 
/**
 * How the sheet is cut.
 */
by: SheetBy, 
/**
 * The unit of a sheet by unit; none for the first one.
 */
unit: Uid | null, 
/**
 * The indicator of a sheet by indicator; none for the first one.
 */
indicator: Uid | null, };

/**
 * A column.
 */
export type GridPeriod = { 
/**
 * The period.
 */
period: Period, 
/**
 * Its short label, e.g. 7月.
 */
label: string, 
/**
 * Why nothing can be written there: it is frozen, or lies before a frozen one.
 */
locked: string | null, };

/**
 * An indicator and a unit that reports it, judged on this unit's own values; or a measure without figures, of
 * which the unit only tells.
 */
export type GridRow = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * The measure.
 */
measure: MeasureRef | null, 
/**
 * The unit's part in it.
 */
role: Role | null, 
/**
 * The indicator; none for a measure without figures.
 */
indicator: Uid | null, 
/**
 * What is measured; the title of a measure without figures.
 */
name: string, 
/**
 * Unit of measure.
 */
measured_in: string, 
/**
 * What a value means.
 */
kind: ValueKind, 
/**
 * How the target is approached.
 */
pace: Pace, 
/**
 * The unit's own target as people write it.
 */
target_label: string, 
/**
 * The whole target, where the unit's own is a share of it.
 */
whole_label: string | null, 
/**
 * Expected value at the period's end, where there is one.
 */
expected: number | null, 
/**
 * Share reached.
 */
completion: number | null, 
/**
 * Its light.
 */
light: Light, 
/**
 * Why.
 */
reason: string, 
/**
 * What stands in the table instead of a per cent.
 */
word: string | null, 
/**
 * What was reported last before the period.
 */
last: GridLast | null, 
/**
 * Whether a value is waited for in the period.
 */
owed: boolean, 
/**
 * Whether the unit has told of the measure in the period.
 */
told: boolean, 
/**
 * One cell a column; none where nothing was reported.
 */
cells: Array<GridCell | null>, };

/**
 * A unit of the picker.
 */
export type GridUnit = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * How many values it has reported in the period.
 */
filled: number, 
/**
 * How many it should report.
 */
total: number, 
/**
 * Its name and pinyin initials, to search in.
 */
keys: string, };

/**
 * A hand-out that was written.
 */
export type HandoutFile = { 
/**
 * The unit.
 */
unit: string, 
/**
 * The file.
 */
path: string, 
/**
 * How many rows found no room on the page.
 */
left_out: number, };

/**
 * Asks for a unit's hand-out.
 */
export type HandoutOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The unit; the first that reports where absent.
 */
unit: Uid | null, };

/**
 * A unit's hand-out as it will be.
 */
export type HandoutView = { 
/**
 * Every unit there is a hand-out for.
 */
units: Array<UnitRef>, 
/**
 * The unit it is for; none where there are no units.
 */
unit: UnitRef | null, 
/**
 * How many rows found no room on the page.
 */
left_out: number, 
/**
 * Its parts in order.
 */
blocks: Array<BulletinBlock>, };

/**
 * Writes hand-outs into a folder.
 */
export type HandoutsSave = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The units; all where empty.
 */
units: Array<Uid>, };

/**
 * Hand-outs that were written.
 */
export type HandoutsSaved = { 
/**
 * The folder; none if the user thought better of it.
 */
folder: string | null, 
/**
 * The files.
 */
files: Array<HandoutFile>, };

/**
 * The ledger's operations, newest first.
 */
export type History = { 
/**
 * The operations.
 */
operations: Array<OperationRow>, 
/**
 * A hash over everything the ledger holds but its history: equal states have equal hashes.
 */
state_hash: string, };

/**
 * What was imported.
 */
export type Imported = { 
/**
 * The new plan.
 */
plan: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * How many sections.
 */
sections: number, 
/**
 * How many measures.
 */
measures: number, 
/**
 * How many indicators.
 */
indicators: number, 
/**
 * How many units were new to the ledger.
 */
new_units: number, 
/**
 * How many phases.
 */
phases: number, 
/**
 * What a person should look at afterwards.
 */
warnings: Array<string>, };

/**
 * An indicator with its judgement.
 */
export type IndicatorRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * The target as people write it, e.g. ≥2600.
 */
target_label: string, 
/**
 * What a value means.
 */
kind: ValueKind, 
/**
 * How it is approached.
 */
pace: Pace, 
/**
 * How units' values are combined.
 */
roll_up: RollUp, 
/**
 * How often it is reported.
 */
every: Every, 
/**
 * Its weight.
 */
weight: number, 
/**
 * Baseline, if any.
 */
baseline: number | null, 
/**
 * Relation.
 */
comparator: Comparator, 
/**
 * Target.
 */
target: number | null, 
/**
 * Upper bound.
 */
upper: number | null, 
/**
 * Day due.
 */
due: string, 
/**
 * The words it came from.
 */
quote: string, 
/**
 * Value of the period before, over all units.
 */
last: number | null, 
/**
 * Value of the period, over all units.
 */
value: number | null, 
/**
 * Expected value at the period's end, where there is one.
 */
expected: number | null, 
/**
 * Share reached.
 */
completion: number | null, 
/**
 * Lag, a fraction.
 */
lag: number | null, 
/**
 * Its light.
 */
light: Light, 
/**
 * Why.
 */
reason: string, 
/**
 * What stands in the table instead of a per cent: 达标, 未达标, 未报, 未到期.
 */
word: string | null, 
/**
 * Units that have not reported.
 */
missing_units: Array<string>, };

/**
 * Changes how indicators are judged; what is absent stays.
 */
export type IndicatorSet = { 
/**
 * Which.
 */
indicators: Array<Uid>, 
/**
 * True to judge them as their wording proposes.
 */
as_proposed: boolean, 
/**
 * What a value means.
 */
kind: ValueKind | null, 
/**
 * How it is approached.
 */
pace: Pace | null, 
/**
 * How units' values are combined.
 */
roll_up: RollUp | null, 
/**
 * How often they are reported.
 */
every: Every | null, 
/**
 * Baseline as typed; of one indicator only.
 */
baseline: string | null, 
/**
 * Target as typed; of one indicator only.
 */
target: string | null, 
/**
 * First day that counts.
 */
start: string | null, 
/**
 * Day due.
 */
due: string | null, 
/**
 * Weight as typed.
 */
weight: string | null, };

/**
 * How an indicator stands.
 */
export type IndicatorStatus = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * Its measure.
 */
measure: Uid | null, 
/**
 * The value over all units, in the indicator's unit of measure.
 */
value: number | null, 
/**
 * Share of the target reached; may exceed 1.
 */
completion: number | null, 
/**
 * Expected minus reached, a fraction; negative when ahead.
 */
lag: number | null, 
/**
 * Share of the way expected by then: of the indicator's own time that has passed, or as planned.
 */
time_progress: number, 
/**
 * Its light.
 */
light: Light, 
/**
 * Why, in a sentence.
 */
reason: string, 
/**
 * The units that have not reported.
 */
missing_units: Array<string>, };

/**
 * What an inspection found.
 */
export type InspectionRow = { 
/**
 * On which day.
 */
on: string, 
/**
 * What was found.
 */
finding: string, 
/**
 * Who wrote it down.
 */
who: string, };

/**
 * What was told before.
 */
export type LastTold = { 
/**
 * The period's name.
 */
label: string, 
/**
 * The texts.
 */
told: Told, };

/**
 * The open ledger.
 */
export type LedgerInfo = { 
/**
 * Where it lies, for the status bar.
 */
path: string, 
/**
 * Its file name without the ending.
 */
name: string, 
/**
 * True if nothing can be written (read-only medium or file).
 */
read_only: boolean, };

/**
 * The judgement in one word.
 */
export type Light = "done" | "green" | "yellow" | "red" | "grey";

/**
 * How something stands in the period shown.
 */
export type LightNow = { 
/**
 * Its light.
 */
light: Light, 
/**
 * What stands for it where it is grey.
 */
word: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * A light that may be asked to be put right: of an indicator or a measure.
 */
export type LightOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The indicator.
 */
indicator: Uid | null, 
/**
 * The measure, where it is the measure's own light.
 */
measure: Uid | null, 
/**
 * The unit whose own light of the indicator it is; none over all units.
 */
own: Uid | null, };

/**
 * How many of each.
 */
export type Lights = { 
/**
 * 完成.
 */
done: number, 
/**
 * 绿灯.
 */
green: number, 
/**
 * 黄灯.
 */
yellow: number, 
/**
 * 红灯.
 */
red: number, 
/**
 * 灰: 未报 or 未到期.
 */
grey: number, };

/**
 * How many more, or fewer, of each light.
 */
export type LightsChange = { 
/**
 * 完成.
 */
done: number, 
/**
 * 绿灯.
 */
green: number, 
/**
 * 黄灯.
 */
yellow: number, 
/**
 * 红灯.
 */
red: number, 
/**
 * 灰灯.
 */
grey: number, };

/**
 * A stretch of a line that cleaning dropped or changed.
 */
export type LineChange = { 
/**
 * Begin, in UTF-16 units from the line's start.
 */
start: number, 
/**
 * End, exclusive.
 */
end: number, 
/**
 * What was done.
 */
kind: RepairKind, 
/**
 * What became of it; empty if it was dropped.
 */
became: string, };

/**
 * What something goes on from.
 */
export type Link = { 
/**
 * The earlier thing; none if it is new, or nothing is like it.
 */
to: Uid | null, 
/**
 * True once a person decided it; else it is a proposal, or nothing.
 */
confirmed: boolean, 
/**
 * How alike the words of a proposal are, from 0 to 1.
 */
likeness: number | null, };

/**
 * Writes down what an inspection found (督查记录).
 */
export type ListingInspect = { 
/**
 * The listing.
 */
listing: Uid, 
/**
 * What was found.
 */
finding: string, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * Lifts a listing (摘牌).
 */
export type ListingLift = { 
/**
 * The listing.
 */
listing: Uid, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * Lists a measure (挂牌).
 */
export type ListingOpen = { 
/**
 * The measure.
 */
measure: Uid, 
/**
 * Why.
 */
reason: string, 
/**
 * How many days lie between two inspections; 7 by default.
 */
every_days: number | null, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * A measure that is or was listed.
 */
export type ListingRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * The measure.
 */
measure: MeasureRef, 
/**
 * Who leads it.
 */
unit: UnitRef | null, 
/**
 * How the measure stands in the period shown.
 */
now: LightNow | null, 
/**
 * Why it is listed.
 */
reason: string, 
/**
 * How many days lie between two inspections.
 */
every_days: number, 
/**
 * From when on.
 */
listed_on: string, 
/**
 * Until when.
 */
lifted_on: string | null, 
/**
 * How many days it has been listed, or was.
 */
days: number, 
/**
 * When the next inspection is due; none once it is lifted.
 */
next_on: string | null, 
/**
 * How many days the next inspection is late.
 */
days_late: number, 
/**
 * Who listed it.
 */
who: string, 
/**
 * Its inspections, the latest first.
 */
inspections: Array<InspectionRow>, };

/**
 * A stretch of a line that became something.
 */
export type Mark = { 
/**
 * Begin, in UTF-16 units from the line's start.
 */
start: number, 
/**
 * End, exclusive.
 */
end: number, 
/**
 * What it became.
 */
kind: MarkKind, 
/**
 * The item it belongs to.
 */
item: string, 
/**
 * True if a person should look at it.
 */
doubtful: boolean, };

/**
 * What a marked stretch of the source became.
 */
export type MarkKind = "title" | "target" | "unit" | "due";

/**
 * A measure with all that belongs to it.
 */
export type MeasureDetail = { 
/**
 * As in the list.
 */
row: MeasureRow, 
/**
 * Number and title of its section.
 */
section: string | null, 
/**
 * Its whole text.
 */
text: string, 
/**
 * What was found in the text.
 */
marks: Array<Mark>, 
/**
 * The line of the source it begins on.
 */
line: number | null, 
/**
 * Its indicators, judged.
 */
indicators: Array<IndicatorRow>, 
/**
 * The figures of each indicator in the plans it goes on from, in the order of the indicators; empty for a new one.
 */
years: Array<Array<YearFigure>>, 
/**
 * Latest changes of its entries and targets, newest first.
 */
history: Array<ChangeRow>, 
/**
 * What is or was put right of it and its indicators.
 */
rectifications: Array<RectificationRow>, 
/**
 * Its listing, if it is in force.
 */
listing: ListingRow | null, 
/**
 * Its milestones in the order of their days.
 */
milestones: Array<MilestoneRow>, 
/**
 * What its units told of it up to the period, newest first.
 */
narratives: Array<NarrativeRow>, };

/**
 * The light of a measure.
 */
export type MeasureLight = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its light: that of its worst lit indicator, or by weight, as the rules say.
 */
light: Light, };

/**
 * The measures of a plan, judged in a period.
 */
export type MeasureList = { 
/**
 * Sections in order.
 */
sections: Array<SectionRow>, 
/**
 * Measures in order.
 */
measures: Array<MeasureRow>, 
/**
 * Units that have a part in any measure, in the order of the document.
 */
units: Array<UnitRef>, };

/**
 * A measure by id, number and title.
 */
export type MeasureRef = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, };

/**
 * A measure of the list.
 */
export type MeasureRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its section.
 */
section: Uid | null, 
/**
 * Its units with their part; lead units first.
 */
units: Array<MeasureUnit>, 
/**
 * The day it is due.
 */
due: string, 
/**
 * Its light.
 */
light: Light, 
/**
 * Completion of its indicator that is furthest behind.
 */
completion: number | null, 
/**
 * Lag of that indicator, a fraction.
 */
lag: number | null, 
/**
 * Time progress of that indicator.
 */
time_progress: number, 
/**
 * Why, in a sentence.
 */
reason: string, 
/**
 * What stands for the light where it is grey: 未报, 未到期, 不能汇总.
 */
word: string | null, 
/**
 * How many indicators it has.
 */
indicators: number, 
/**
 * True if it is under listed supervision (挂牌).
 */
listed: boolean, 
/**
 * Words, number and pinyin initials to search in, in lower case.
 */
keys: string, };

/**
 * What a measure earns.
 */
export type MeasureScore = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its score on the scale of the full mark; none where it has no indicator that counts.
 */
score: number | null, 
/**
 * True if something that counts was not reported.
 */
incomplete: boolean, 
/**
 * The weights that count together.
 */
weights: number, 
/**
 * The arithmetic of the whole.
 */
formula: string, 
/**
 * Each indicator, over all its units.
 */
lines: Array<ScoreLine>, };

/**
 * A unit's part in a measure.
 */
export type MeasureUnit = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * Its part.
 */
role: Role, };

/**
 * What a meeting can be shown on.
 */
export type MeetingScreens = { 
/**
 * The second screen, on which the room sees the slide alone; none where the window has the only one.
 */
room: ScreenSize | null, };

/**
 * What the room sees, so that it sees what the presenter does.
 */
export type MeetingShow = { 
/**
 * The slide; where absent, black.
 */
svg: string | null, 
/**
 * How large it is, per cent of the screen.
 */
zoom: number, 
/**
 * Which part of a slide larger than the screen is in sight: from 0 for the left end to 1 for the right one.
 */
across: number, 
/**
 * The same from the top to the bottom.
 */
down: number, };

/**
 * Merges what was previewed.
 */
export type MergeApply = { 
/**
 * Decisions on conflicts, by key.
 */
decisions: Array<Decision>, };

/**
 * What a person says of rows that have lost their ids; nothing is written by it.
 */
export type MergeConfirm = { 
/**
 * The file, by its place in the list.
 */
file_at: number, 
/**
 * The sending it answers; none to leave that as it is.
 */
exchange: Uid | null, 
/**
 * What its rows are.
 */
rows: Array<ConfirmedRow>, };

/**
 * The count of a merge.
 */
export type MergeCounts = { 
/**
 * Cells that are not as they were sent.
 */
changed: number, 
/**
 * Taken (or to be taken).
 */
applied: number, 
/**
 * Already so in the ledger.
 */
equal: number, 
/**
 * Changed on both sides, differently.
 */
conflicts: number, 
/**
 * Not readable, or not to be placed.
 */
rejected: number, };

/**
 * A returned workbook.
 */
export type MergeFile = { 
/**
 * Its file name.
 */
file: string, 
/**
 * What became of it.
 */
status: FileStatus, 
/**
 * The unit it came from.
 */
unit: string | null, 
/**
 * The exchange it belongs to.
 */
exchange: Uid | null, 
/**
 * Who saved it last, as it says itself.
 */
saved_by: string | null, 
/**
 * When it was saved last, as it says itself.
 */
saved_at: string | null, 
/**
 * True for the one saved last of several in hand for one unit and period; none is where a file does not say.
 */
newest: boolean, 
/**
 * What is odd about it, for scripts: `outdated`, `older_return`, `two_returns`, `mismatch`.
 */
codes: Array<string>, 
/**
 * What is wrong with it, or worth knowing.
 */
messages: Array<string>, };

/**
 * A cell of a returned workbook.
 */
export type MergeItem = { 
/**
 * Its key, for a decision.
 */
key: string, 
/**
 * The file.
 */
file: string, 
/**
 * The file's place in the list of files, from 0: two may have one name.
 */
file_at: number, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row, as the spreadsheet numbers it.
 */
row: number, 
/**
 * The column's letter.
 */
column: string, 
/**
 * The unit.
 */
unit: string | null, 
/**
 * The indicator's name with its unit of measure; of what is told, the measure's title.
 */
indicator: string | null, 
/**
 * value, numerator, denominator or note; progress, problems or next_steps.
 */
field: string, 
/**
 * As it was sent.
 */
base: string | null, 
/**
 * As the ledger has it now.
 */
ours: string | null, 
/**
 * Who wrote ours, and when.
 */
ours_by: string | null, 
/**
 * As it came back.
 */
theirs: string | null, 
/**
 * What becomes of it.
 */
outcome: Outcome, 
/**
 * The reason, for rejected cells and conflicts.
 */
code: string | null, 
/**
 * The reason in a sentence.
 */
message: string | null, 
/**
 * What the other files in hand for this unit and period say here, where it is not the same.
 */
rivals: Array<Rival>, 
/**
 * The same for all items of which only those of one file can be taken; none without rivals.
 */
group: string | null, };

/**
 * What merging would do, or did (DESIGN §8).
 */
export type MergeReport = { 
/**
 * Every file.
 */
files: Array<MergeFile>, 
/**
 * The count: changed = applied + equal + conflicts + rejected.
 */
cells: MergeCounts, 
/**
 * Every cell that is not as it was sent, and every row that could not be placed.
 */
items: Array<MergeItem>, 
/**
 * True if this is a preview and nothing was written.
 */
preview: boolean, 
/**
 * Rows that have lost their ids, with what they probably are.
 */
proposals: Array<FileProposal>, 
/**
 * What lay in a folder and is no workbook, or too deep in it.
 */
skipped: Array<string>, };

/**
 * Adds a milestone.
 */
export type MilestoneAdd = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its measure; none for a phase of the plan.
 */
measure: Uid | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * When it is due.
 */
due: string | null, 
/**
 * What is to be done.
 */
text: string, };

/**
 * Changes a milestone; what is absent stays.
 */
export type MilestoneChange = { 
/**
 * Which.
 */
milestone: Uid, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * When it is due.
 */
due: string | null, 
/**
 * What is to be done.
 */
text: string | null, };

/**
 * Marks a milestone as done.
 */
export type MilestoneDone = { 
/**
 * Which.
 */
milestone: Uid, 
/**
 * The day; today by default.
 */
on: string | null, 
/**
 * What proves it.
 */
evidence: string, };

/**
 * A milestone of a measure, or a phase of the plan.
 */
export type MilestoneRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its measure; none for a phase of the plan.
 */
measure: MeasureRef | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * What is to be done.
 */
text: string, 
/**
 * When it is due.
 */
due: string | null, 
/**
 * When it was done.
 */
done_on: string | null, 
/**
 * What proves it.
 */
evidence: string | null, 
/**
 * How many days it is late, or was done late.
 */
days_late: number, 
/**
 * True if it is past its day and not done.
 */
overdue: boolean, 
/**
 * Its evaluation, of a phase that was evaluated.
 */
closing: PhaseClosed | null, };

/**
 * A milestone that was written, with what to look at again.
 */
export type MilestoneSet = { 
/**
 * Which.
 */
milestone: Uid, 
/**
 * What is odd about it.
 */
remark: string | null, };

/**
 * Asks what a unit tells of a measure in a period.
 */
export type NarrativeOf = { 
/**
 * The measure.
 */
measure: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, };

/**
 * What a unit told of a measure in a period, for a list.
 */
export type NarrativeRow = { 
/**
 * The measure.
 */
measure: MeasureRef, 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * The period.
 */
period: Period, 
/**
 * The period's name.
 */
label: string, 
/**
 * The texts.
 */
told: Told, 
/**
 * Who and when.
 */
by: string, };

/**
 * Tells of a measure; what is absent stays, what is empty goes.
 */
export type NarrativeSet = { 
/**
 * The measure.
 */
measure: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * 进展情况.
 */
progress: string | null, 
/**
 * 存在问题.
 */
problems: string | null, 
/**
 * 下步措施.
 */
next_steps: string | null, };

/**
 * What a unit tells of a measure in a period, beside what it told before.
 */
export type NarrativeView = { 
/**
 * The texts.
 */
told: Told, 
/**
 * Who and when; none where nothing is told.
 */
by: string | null, 
/**
 * What was told last before the period.
 */
last: LastTold | null, 
/**
 * Why nothing can be told: the period is frozen, or lies before a frozen one.
 */
locked: string | null, 
/**
 * How many characters each text may have.
 */
longest: number, };

/**
 * The request of a command that needs nothing, and the answer of one that has nothing to say.
 */
export type Nothing = Record<symbol, never>;

/**
 * A command that concerns a bonus or penalty.
 */
export type OfAdjustment = { 
/**
 * Which.
 */
adjustment: Uid, };

/**
 * A command that concerns a saved deck.
 */
export type OfDeck = { 
/**
 * Which.
 */
deck: Uid, };

/**
 * A command that concerns a waiting draft.
 */
export type OfDraft = { 
/**
 * The draft.
 */
draft: Uid, };

/**
 * One file of those previewed.
 */
export type OfForeign = { 
/**
 * Which, counted from 0.
 */
file: number, };

/**
 * A command that concerns an indicator.
 */
export type OfIndicator = { 
/**
 * Which.
 */
indicator: Uid, };

/**
 * Asks for a measure in a period.
 */
export type OfMeasure = { 
/**
 * The measure.
 */
measure: Uid, 
/**
 * The period.
 */
period: Period, };

/**
 * A command that concerns a milestone.
 */
export type OfMilestone = { 
/**
 * Which.
 */
milestone: Uid, };

/**
 * A command that concerns an operation.
 */
export type OfOperation = { 
/**
 * The operation.
 */
operation: Uid, };

/**
 * A command that concerns a plan in a period.
 */
export type OfPeriod = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, };

/**
 * A command that concerns a plan.
 */
export type OfPlan = { 
/**
 * The plan.
 */
plan: Uid, };

/**
 * A command that concerns one unit.
 */
export type OfUnit = { 
/**
 * Which.
 */
unit: Uid, };

/**
 * One operation.
 */
export type OperationRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * import, record, merge …
 */
kind: string, 
/**
 * What was done, in a sentence.
 */
label: string, 
/**
 * Who did it.
 */
who: string, 
/**
 * When.
 */
at: string, 
/**
 * How many rows of the ledger it touched.
 */
changes: number, 
/**
 * True if it was taken back.
 */
undone: boolean, 
/**
 * True if it can be taken back or brought back at all; workbooks sent cannot.
 */
undoable: boolean, };

/**
 * A line of the original.
 */
export type OriginalLine = { 
/**
 * Counted from 1 in the original.
 */
number: number, 
/**
 * Its text.
 */
text: string, 
/**
 * True if it was dropped as navigation, page number or the like.
 */
noise: boolean, 
/**
 * True if it goes on a line before it: the line break before it was taken out.
 */
joined: boolean, 
/**
 * What was found in it, as in the cleaned source; sorted, not overlapping.
 */
marks: Array<Mark>, 
/**
 * What cleaning did in it; sorted, not overlapping.
 */
changes: Array<LineChange>, };

/**
 * The document before cleaning, and what cleaning did to it.
 */
export type OriginalView = { 
/**
 * Its text, line by line.
 */
lines: Array<OriginalLine>, 
/**
 * What was done, a kind each; only kinds that occur.
 */
repairs: Array<Repairs>, };

/**
 * What becomes of a cell.
 */
export type Outcome = "applied" | "equal" | "conflict" | "rejected";

/**
 * Something whose day has passed.
 */
export type Overdue = { 
/**
 * What it is.
 */
kind: OverdueKind, 
/**
 * The rectification, listing or milestone.
 */
id: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * Who answers for it.
 */
unit: UnitRef | null, 
/**
 * The measure it belongs to.
 */
measure: MeasureRef | null, 
/**
 * The day.
 */
day: string, 
/**
 * How many days ago that was.
 */
days_late: number, };

/**
 * What can be overdue.
 */
export type OverdueKind = "rectification" | "inspection" | "milestone";

/**
 * How a plan stands at the end of a period.
 */
export type Overview = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * The period.
 */
period: Period, 
/**
 * All of it in a sentence, to be read out or pasted.
 */
sentence: string, 
/**
 * The plan's light: that of its worst lit measure, or by weight, as the rules say.
 */
light: Light, 
/**
 * How many measures the plan has.
 */
measures: number, 
/**
 * How many measures have each light.
 */
lights: Lights, 
/**
 * Why the grey ones are grey.
 */
grey: Greys, 
/**
 * How many more of each light than in the period before; none in the first period.
 */
change: LightsChange | null, 
/**
 * The time of the plan.
 */
clock: Clock, 
/**
 * Sections that have measures, in order; measures outside any section last.
 */
sections: Array<SectionLights>, 
/**
 * The indicators furthest behind, the worst first, eight at most.
 */
behind: Array<Behind>, 
/**
 * How many indicators are behind (yellow or red).
 */
behind_count: number, 
/**
 * How many units report in the period.
 */
reporting: number, 
/**
 * Those of them that still owe something, in the order of the document.
 */
unreported: Array<Owing>, 
/**
 * What to send them; empty where nothing is owed.
 */
chase: string, 
/**
 * Measures whose light is another than in the period before, worsened ones first.
 */
turned: Array<Turned>, 
/**
 * How many turned in which way.
 */
turns: Turns, 
/**
 * What is due in the month after the period's end (at least thirty days) and not done, the soonest first.
 */
due: Array<DueSoon>, 
/**
 * The first of these days.
 */
due_from: string, 
/**
 * The last of them.
 */
due_until: string, 
/**
 * What is supervised, as of today.
 */
supervised: Supervised, };

/**
 * A unit that has not reported all it should.
 */
export type Owing = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * How many indicators it has not reported.
 */
owed: number, 
/**
 * How many it reports in this period.
 */
total: number, 
/**
 * The names of those it has not reported.
 */
names: Array<string>, };

/**
 * How a target is expected to be approached (进度方式).
 */
export type Pace = "accumulate" | "maintain" | "by_due";

/**
 * Kinds of packages.
 */
export type PackageKind = "plan" | "unit" | "handover";

/**
 * Saves a package where the user says.
 */
export type PackageSave = { 
/**
 * What it is to hold.
 */
kind: PackageKind, 
/**
 * The plan; none for a hand-over package, which has all.
 */
plan: Uid | null, 
/**
 * The unit whose reports go into it.
 */
unit: Uid | null, 
/**
 * The period; none for all.
 */
period: Period | null, };

/**
 * A package, and what taking it would do.
 */
export type PackageSeen = { 
/**
 * Its file name.
 */
file: string, 
/**
 * What it is.
 */
kind: PackageKind, 
/**
 * The plan's title, the unit's name, or the ledger's.
 */
title: string, 
/**
 * Who made it.
 */
made_by: string, 
/**
 * When.
 */
made_at: string, 
/**
 * What it holds, in sentences.
 */
lines: Array<string>, 
/**
 * True if the ledger has all of it already.
 */
already: boolean, 
/**
 * What merging would do, of a unit's reports.
 */
report: MergeReport | null, };

/**
 * What became of a package.
 */
export type PackageTaken = { 
/**
 * What it was.
 */
kind: PackageKind, 
/**
 * The new ledger, of a hand-over package; none if the user thought better of it.
 */
path: string | null, 
/**
 * True if anything was written.
 */
changed: boolean, 
/**
 * What it holds, in sentences.
 */
lines: Array<string>, };

/**
 * Reads text pasted into the window.
 */
export type Pasted = { 
/**
 * The text.
 */
text: string, };

/**
 * A month, quarter, half or year of the calendar.
 *
 * Written `2024-06`, `2024-Q2`, `2024-H1`, `2024`. Ordered by its end, longer periods after shorter ones.
 *
 * ```
 * use domain::Period;
 * let june: Period = "2024-06".parse().unwrap();
 * assert_eq!(june.end().to_string(), "2024-06-30");
 * assert_eq!(june.zh(), "2024年6月");
 * assert_eq!(june.next().to_string(), "2024-07");
 * ```
 */
export type Period = string;

/**
 * A period of a plan.
 */
export type PeriodInfo = { 
/**
 * As on the command line, e.g. 2026-07.
 */
period: Period, 
/**
 * As an official says it, e.g. 2026年7月.
 */
label: string, 
/**
 * For a table head, e.g. 7月.
 */
short: string, 
/**
 * Time progress of the plan at its end, a fraction.
 */
time_progress: number, 
/**
 * Who froze it and when, if it is frozen.
 */
frozen: FrozenBy | null, };

/**
 * A period of a plan, frozen or open.
 */
export type PeriodState = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * The period.
 */
period: Period, 
/**
 * True if it is frozen.
 */
frozen: boolean, 
/**
 * The later frozen period that still locks it, where it is open itself.
 */
locked_by: Period | null, };

/**
 * An indicator that was behind at the end of a phase.
 */
export type PhaseBehind = { 
/**
 * What is measured.
 */
name: string, 
/**
 * The number of its measure.
 */
number: string | null, 
/**
 * The unit that leads it.
 */
lead: string | null, 
/**
 * Its light.
 */
light: Light, 
/**
 * Share reached, as shown.
 */
completion: number, 
/**
 * Lag as shown, a fraction.
 */
lag: number, 
/**
 * Why, in a sentence.
 */
reason: string, };

/**
 * Evaluates a phase (阶段评估): findings and figures are kept.
 */
export type PhaseClose = { 
/**
 * The phase.
 */
milestone: Uid, 
/**
 * The period to judge it at; by default the month its day lies in.
 */
period: Period | null, 
/**
 * What was found (评估结论).
 */
findings: string, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * The evaluation of a phase.
 */
export type PhaseClosed = { 
/**
 * The period it was judged at.
 */
period: Period, 
/**
 * On which day.
 */
closed_on: string, 
/**
 * What was found.
 */
findings: string, 
/**
 * Who evaluated it.
 */
who: string, };

/**
 * How a plan stood at the end of a phase. This is also what the ledger keeps of it, so fields are only ever added.
 */
export type PhaseFigures = { 
/**
 * The period.
 */
period: Period, 
/**
 * Share of the plan's time passed, as shown.
 */
time_progress: number, 
/**
 * How many measures there were.
 */
measures: number, 
/**
 * How many of them had each light.
 */
lights: Lights, 
/**
 * How many indicators there were.
 */
indicators: number, 
/**
 * How many of them had reached their target.
 */
met: number, 
/**
 * How many of them have a completion: reported, and judged by one.
 */
counted: number, 
/**
 * The mean completion of these by weight, each counted to 100 % at most; none where none has one.
 */
completion: number | null, 
/**
 * How many indicators were behind (yellow or red).
 */
behind_count: number, 
/**
 * Those furthest behind, the worst first.
 */
behind: Array<PhaseBehind>, };

/**
 * Asks how the plan stands at the end of a phase.
 */
export type PhaseOf = { 
/**
 * The phase.
 */
milestone: Uid, 
/**
 * The period to judge it at; by default the month its day lies in.
 */
period: Period | null, };

/**
 * A phase, and how the plan stands at its end.
 */
export type PhaseView = { 
/**
 * The phase.
 */
row: MilestoneRow, 
/**
 * What its evaluation keeps; of a phase that is not evaluated, what it would keep.
 */
figures: PhaseFigures, };

/**
 * A picture.
 */
export type Picture = { 
/**
 * The PNG, as base64.
 */
png: string, };

/**
 * One thing that differs.
 */
export type PlanChange = { 
/**
 * Its key, good for this document and this plan.
 */
key: string, 
/**
 * New, changed or gone.
 */
kind: ChangeKind, 
/**
 * What it is.
 */
what: Changed, 
/**
 * Its name: number and title of a measure, name of an indicator.
 */
title: string, 
/**
 * The measure it stands in.
 */
under: string | null, 
/**
 * What differs; of something new what it says, of something gone what it said.
 */
fields: Array<FieldChange>, 
/**
 * Why it cannot be taken over; none where it can.
 */
blocked: string | null, };

/**
 * A plan of the ledger.
 */
export type PlanInfo = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * The document number, e.g. 云卫发〔2026〕8号.
 */
document_number: string | null, 
/**
 * Who issued it.
 */
issuer: string | null, 
/**
 * When it was issued.
 */
issued: string | null, 
/**
 * Its first day.
 */
start: string, 
/**
 * Its last day.
 */
due: string, 
/**
 * How many measures it has.
 */
measures: number, 
/**
 * How many indicators it has.
 */
indicators: number, 
/**
 * The months it covers.
 */
periods: Array<PeriodInfo>, 
/**
 * The quarters, half-years and years it has a part in, in this order.
 */
longer: Array<PeriodInfo>, 
/**
 * The period to show first: the last one with entries, else the one of today within the plan.
 */
current: Period, };

/**
 * A plan by id and title.
 */
export type PlanRef = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * Its first year.
 */
year: number, };

/**
 * A planned value as typed.
 */
export type PlannedInput = { 
/**
 * The period.
 */
period: Period, 
/**
 * Its value.
 */
value: string, };

/**
 * A period a value can be planned for.
 */
export type PlannedRow = { 
/**
 * The period; the value is that of its end.
 */
period: Period, 
/**
 * Its name.
 */
label: string, 
/**
 * The value as typed; empty for none.
 */
value: string, 
/**
 * The value on the straight way; none for what must hold and what is judged when due.
 */
straight: number | null, };

/**
 * Plans values anew: all at once.
 */
export type PlannedSet = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The values; empty ones are left out.
 */
values: Array<PlannedInput>, };

/**
 * The values planned for an indicator (计划进度).
 */
export type PlannedSheet = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * What planned values do for it, in a sentence.
 */
means: string, 
/**
 * The periods a value can be planned for, in order.
 */
rows: Array<PlannedRow>, };

/**
 * Prints what a page shows: its chart, then its tables, on sheets of A4.
 */
export type Print = { 
/**
 * The title of the page.
 */
title: string, 
/**
 * What it is of: the plan, the period.
 */
line: string, 
/**
 * The chart it shows, on a sheet of its own.
 */
chart: ChartOf | null, 
/**
 * Its tables, in order.
 */
tables: Array<PrintTable>, };

/**
 * A table as it is read on the page.
 */
export type PrintTable = { 
/**
 * What it is called; empty where the page says it.
 */
title: string, 
/**
 * The heads of its columns.
 */
columns: Array<string>, 
/**
 * Its rows.
 */
rows: Array<Array<string>>, };

/**
 * How far long work has come.
 */
export type Progress = { 
/**
 * The step it is at, from 1.
 */
done: number, 
/**
 * How many there are.
 */
of: number, 
/**
 * The file or unit it is at.
 */
at: string, };

/**
 * What a target's wording proposes.
 */
export type Proposed = { 
/**
 * What a value means.
 */
kind: ValueKind, 
/**
 * How it is approached.
 */
pace: Pace, 
/**
 * How units' values are combined.
 */
roll_up: RollUp, };

/**
 * A question about a value.
 */
export type Question = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * fell, above_next, over_100, tenfold, before_start, not_responsible.
 */
code: string, 
/**
 * The fact, with both figures.
 */
fact: string, 
/**
 * What may be the cause.
 */
cause: string, };

/**
 * Reports values: all of them or none, as one operation.
 */
export type Record = { 
/**
 * The values.
 */
entries: Array<EntryInput>, };

/**
 * What was written.
 */
export type Recorded = { 
/**
 * How many values changed.
 */
changed: number, 
/**
 * What looks odd and may be wrong; the values are written all the same.
 */
questions: Array<Question>, };

/**
 * What was written, and what could not be.
 */
export type RecordedEach = { 
/**
 * How many values changed.
 */
changed: number, 
/**
 * What looks odd and may be wrong; these values are written all the same.
 */
questions: Array<Question>, 
/**
 * The values that are not written.
 */
refused: Array<RefusedEntry>, };

/**
 * A rectification.
 */
export type RectificationRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * The indicator that lit up; none where it was the measure.
 */
indicator: Uid | null, 
/**
 * True if it was the unit's own light.
 */
own: boolean, 
/**
 * The name of what lit up.
 */
name: string, 
/**
 * Its measure.
 */
measure: MeasureRef | null, 
/**
 * Who answers for it.
 */
unit: UnitRef, 
/**
 * The period whose judgement asked for it.
 */
period: Period, 
/**
 * The light then.
 */
light: Light, 
/**
 * What was said then.
 */
finding: string, 
/**
 * The light in the period shown; none where it is not judged there.
 */
now: LightNow | null, 
/**
 * Why it came so.
 */
cause: string, 
/**
 * What is done about it.
 */
action: string, 
/**
 * By when.
 */
deadline: string | null, 
/**
 * Who sees to it.
 */
person: string, 
/**
 * Where it stands.
 */
stage: Stage, 
/**
 * When it began.
 */
opened_on: string, 
/**
 * When it was signed off.
 */
closed_on: string | null, 
/**
 * How many days it has been open, or was.
 */
days_open: number, 
/**
 * How many days it is past its deadline, or was when it was signed off.
 */
days_late: number, 
/**
 * True if it is past its deadline and not signed off.
 */
overdue: boolean, 
/**
 * How often it was sent back.
 */
sent_back: number, 
/**
 * Every step in order.
 */
steps: Array<StepRow>, };

/**
 * The rectification of a light.
 */
export type Rectified = { 
/**
 * Which.
 */
rectification: Uid, 
/**
 * True if it was going on already, and nothing was written.
 */
already: boolean, };

/**
 * What there is to know before a light is asked to be put right.
 */
export type RectifyAsked = { 
/**
 * The light.
 */
of: LightOf, 
/**
 * The name of the indicator or measure.
 */
name: string, 
/**
 * Its light.
 */
light: Light, 
/**
 * What is said of it.
 */
finding: string, 
/**
 * Who would answer for it.
 */
unit: UnitRef | null, 
/**
 * Everybody who could.
 */
units: Array<UnitRef>, 
/**
 * The rectification that is going on for this light.
 */
going_on: Uid | null, };

/**
 * Changes a rectification that is open; what is absent stays.
 */
export type RectifyChange = { 
/**
 * Which.
 */
rectification: Uid, 
/**
 * Why it came so.
 */
cause: string | null, 
/**
 * What is done about it.
 */
action: string | null, 
/**
 * By when.
 */
deadline: string | null, 
/**
 * Who sees to it.
 */
person: string | null, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * Asks a unit to put a light right (立项).
 */
export type RectifyOpen = { 
/**
 * The light.
 */
of: LightOf, 
/**
 * Who answers for it; by default the unit whose light it is, else the lead unit.
 */
unit: Uid | null, 
/**
 * Why it came so.
 */
cause: string, 
/**
 * What is done about it.
 */
action: string, 
/**
 * By when.
 */
deadline: string | null, 
/**
 * Who sees to it.
 */
person: string, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * Takes a rectification a step on: applied, sent_back, signed_off.
 */
export type RectifyStep = { 
/**
 * Which.
 */
rectification: Uid, 
/**
 * The step.
 */
step: Step, 
/**
 * What came of it, or why it is sent back.
 */
note: string, 
/**
 * The day; today by default.
 */
on: string | null, };

/**
 * A red light.
 */
export type RedLight = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * Its measure.
 */
measure: MeasureRef | null, 
/**
 * The unit that would answer for it.
 */
unit: UnitRef | null, 
/**
 * What was said of it.
 */
finding: string, 
/**
 * How far it is behind, as shown.
 */
lag: number | null, };

/**
 * A value that is not written.
 */
export type RefusedEntry = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The unit.
 */
unit: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * What is wrong, and what to do.
 */
message: string, };

/**
 * One of them, with some words around it.
 */
export type Repair = { 
/**
 * The line of the original it stands on.
 */
line: number, 
/**
 * What it was.
 */
was: string, 
/**
 * What it became; empty if it was dropped.
 */
became: string, };

/**
 * What cleaning does to a document.
 */
export type RepairKind = "noise" | "pinyin" | "traditional" | "repaired" | "joined" | "punctuation" | "cells";

/**
 * Everything of one kind that cleaning did.
 */
export type Repairs = { 
/**
 * What was done.
 */
kind: RepairKind, 
/**
 * How often; of Traditional characters, to how many of them; of noise, to how many lines.
 */
count: number, 
/**
 * The first of them.
 */
first: Array<Repair>, };

/**
 * What undo or redo did.
 */
export type Replayed = { 
/**
 * The operation.
 */
operation: OperationRow, 
/**
 * The hash of the state afterwards.
 */
state_hash: string, };

/**
 * Takes changes over, as one operation.
 */
export type Revise = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The keys of the changes to take over; the others leave the plan as it is.
 */
take: Array<string>, };

/**
 * What was taken over.
 */
export type Revised = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its title now.
 */
title: string, 
/**
 * How many things are new.
 */
added: number, 
/**
 * How many were changed.
 */
changed: number, 
/**
 * How many were taken out.
 */
removed: number, 
/**
 * How many changes were left alone.
 */
left: number, };

/**
 * What a plan would become by a document.
 */
export type Revision = { 
/**
 * The plan.
 */
plan: PlanRef, 
/**
 * All plans of the ledger, the likest first.
 */
choices: Array<PlanRef>, 
/**
 * The document's file name.
 */
file: string, 
/**
 * What differs, in the order of the document; what the document no longer has comes last.
 */
changes: Array<PlanChange>, 
/**
 * How many measures and indicators are the same in both.
 */
unchanged: number, };

/**
 * Asks what a plan would become by the document under review.
 */
export type RevisionOf = { 
/**
 * The plan; where absent, the likest one.
 */
plan: Uid | null, };

/**
 * What another file in hand says in a cell.
 */
export type Rival = { 
/**
 * The file.
 */
file: string, 
/**
 * Its place in the list of files.
 */
file_at: number, 
/**
 * What stands there; none if nothing does.
 */
value: string | null, 
/**
 * True if that is as it was sent.
 */
as_sent: boolean, };

/**
 * A unit's part in a measure.
 */
export type Role = "lead" | "responsible" | "cooperating";

/**
 * How many measures a unit has in each role; of several in one measure the strongest counts.
 */
export type RoleCounts = { 
/**
 * 牵头.
 */
lead: number, 
/**
 * 责任.
 */
responsible: number, 
/**
 * 配合.
 */
cooperating: number, };

/**
 * How the role of a column is known.
 */
export type RoleSource = "heading" | "remembered" | "given" | "unknown";

/**
 * How units' values make the figure above them (汇总方式).
 */
export type RollUp = "sum" | "ratio" | "mean" | "weighted" | "worst" | "owner";

/**
 * An indicator or measure a row may be.
 */
export type RowCandidate = { 
/**
 * The indicator, or where the row is told in the measure.
 */
indicator: Uid, 
/**
 * What was sent in its row.
 */
words: RowWords, 
/**
 * True if another row of the file has been taken for it already.
 */
taken: boolean, };

/**
 * How well a row without an id fits an indicator or a measure.
 */
export type RowFit = "exact" | "similar" | "several" | "none";

/**
 * What becomes of a row.
 */
export type RowOutcome = "sure" | "given" | "likely" | "unclear" | "unknown" | "skipped" | "blank" | "total" | "section" | "header";

/**
 * A row without a good id.
 */
export type RowProposal = { 
/**
 * Its key, for a confirmation.
 */
key: string, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The row, as the spreadsheet numbers it.
 */
row: number, 
/**
 * What it says of itself.
 */
words: RowWords, 
/**
 * What is filled in, in words: 本期值 35.
 */
filled: string, 
/**
 * How well the best candidate fits.
 */
fit: RowFit, 
/**
 * The indicators it may be, or where it is told in the measures, the best first; none is chosen where more than one is.
 */
candidates: Array<RowCandidate>, 
/**
 * What a person said it is.
 */
confirmed: Uid | null, };

/**
 * What a row says of itself.
 */
export type RowWords = { 
/**
 * 序号.
 */
number: string, 
/**
 * 重点任务; empty where the row is told in, which it names.
 */
measure: string, 
/**
 * What names it: 指标, or where the row is told in 重点任务.
 */
indicator: string, };

/**
 * Changes rules; what is absent stays. Numbers as typed.
 */
export type RulesSet = { 
/**
 * A preset's name: sets both thresholds.
 */
preset: string | null, 
/**
 * From where yellow.
 */
yellow_over: string | null, 
/**
 * From where red.
 */
red_over: string | null, 
/**
 * How time is counted.
 */
time: TimeRule | null, 
/**
 * How lights are combined.
 */
combining: Combining | null, 
/**
 * 满分.
 */
full_mark: string | null, 
/**
 * The most bonuses add.
 */
bonus_cap: string | null, 
/**
 * The most penalties take.
 */
penalty_cap: string | null, };

/**
 * The rules.
 */
export type RulesView = { 
/**
 * The preset the thresholds are; none for the office's own.
 */
preset: string | null, 
/**
 * The presets there are.
 */
presets: Array<string>, 
/**
 * More than so many percentage points behind is yellow.
 */
yellow_over: number, 
/**
 * More than so many is red.
 */
red_over: number, 
/**
 * How time is counted.
 */
time: TimeRule, 
/**
 * How the lights of indicators make a measure's.
 */
combining: Combining, 
/**
 * 满分.
 */
full_mark: number, 
/**
 * The most bonuses add.
 */
bonus_cap: number, 
/**
 * The most penalties take.
 */
penalty_cap: number, 
/**
 * All of it in a sentence.
 */
said: string, };

/**
 * A file that was written; none if the user thought better of it.
 */
export type Saved = { 
/**
 * Its full path.
 */
path: string | null, };

/**
 * What an indicator earns a unit.
 */
export type ScoreLine = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * The number of its measure.
 */
number: string | null, 
/**
 * How it is scored.
 */
way: Way, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * The value.
 */
value: number | null, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * What it is worth.
 */
weight: number, 
/**
 * Share of the target reached.
 */
completion: number | null, 
/**
 * What stands instead of a percentage: 达标, 未报.
 */
word: string | null, 
/**
 * What it earns; none where it does not count or was not reported.
 */
points: number | null, 
/**
 * What of its weight it does not earn; none where it does not count.
 */
lost: number | null, 
/**
 * The arithmetic.
 */
formula: string, };

/**
 * Asks for the scores of a plan's units.
 */
export type ScoreOf = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * Only the members of this group; where absent, all units that report.
 */
group: Uid | null, 
/**
 * A figure to reckon with that is not reported: nothing is saved.
 */
assume: Assume | null, };

/**
 * The scores of a plan's units in a period.
 */
export type Scores = { 
/**
 * The period.
 */
period: Period, 
/**
 * 满分.
 */
full_mark: number, 
/**
 * The most bonuses add.
 */
bonus_cap: number, 
/**
 * The most penalties take.
 */
penalty_cap: number, 
/**
 * The groups whose members report, the largest first.
 */
groups: Array<UnitRef>, 
/**
 * The group that is scored; none for all units.
 */
group: Uid | null, 
/**
 * The league table: best first, equal ones in their issued order.
 */
units: Array<UnitScore>, 
/**
 * What the measures of the plan earn by the figures over all units.
 */
measures: Array<MeasureScore>, };

/**
 * How large a screen is, in pixels.
 */
export type ScreenSize = { 
/**
 * From left to right.
 */
width: number, 
/**
 * From top to bottom.
 */
height: number, };

/**
 * The lights of a section.
 */
export type SectionLights = { 
/**
 * Its id; none for the measures outside any section.
 */
id: Uid | null, 
/**
 * Number and title as printed.
 */
title: string, 
/**
 * Its light: that of its worst lit measure, or by weight, as the rules say.
 */
light: Light, 
/**
 * How many measures it has.
 */
measures: number, 
/**
 * How many have each light.
 */
lights: Lights, 
/**
 * Why the grey ones are grey.
 */
grey: Greys, 
/**
 * How many turned in which way since the period before.
 */
turns: Turns, };

/**
 * A section of the tree.
 */
export type SectionRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Number and title as printed, e.g. 一、夯实基层服务.
 */
title: string, 
/**
 * Its light: that of its worst lit measure, or by weight, as the rules say.
 */
light: Light, 
/**
 * How many measures it has.
 */
measures: number, };

/**
 * Sends workbooks into a folder the user names.
 */
export type Send = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * These units; empty for all.
 */
units: Array<Uid>, 
/**
 * True for charts of the units' own figures so far.
 */
trend: boolean, };

/**
 * What was written.
 */
export type Sent = { 
/**
 * The folder; none if the user thought better of it.
 */
folder: string | null, 
/**
 * The workbooks.
 */
files: Array<SentFile>, };

/**
 * A workbook that was written.
 */
export type SentFile = { 
/**
 * Its file name.
 */
file: string, 
/**
 * The full path.
 */
path: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The exchange it belongs to.
 */
exchange: Uid, 
/**
 * How many indicators it asks for.
 */
rows: number, 
/**
 * How many measures it asks to tell of.
 */
measures: number, };

/**
 * The shape of a sheet.
 */
export type Shape = "16:9" | "4:3" | "a4";

/**
 * A unit's share as typed.
 */
export type ShareInput = { 
/**
 * The unit.
 */
unit: Uid, 
/**
 * Its share.
 */
target: string, };

/**
 * A unit and its share.
 */
export type ShareRow = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * Its part in the measure.
 */
role: Role | null, 
/**
 * Its share as typed; empty for none.
 */
share: string, 
/**
 * Its share if all had alike.
 */
even: string, };

/**
 * How a target is divided.
 */
export type Shares = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * Every unit that may have a share, in the order of the document.
 */
rows: Array<ShareRow>, 
/**
 * What the shares come to, as text.
 */
sum: string, 
/**
 * What does not add up, in a sentence; none where it does.
 */
note: string | null, };

/**
 * Divides a target anew: all shares at once.
 */
export type SharesSet = { 
/**
 * The indicator.
 */
indicator: Uid, 
/**
 * The shares; an empty one is taken away, a unit that is not named keeps its own.
 */
shares: Array<ShareInput>, };

/**
 * How a sheet is cut: what its rows have in common.
 */
export type SheetBy = "unit" | "indicator" | "period";

/**
 * A slide as a drawing.
 */
export type SlideDrawn = { 
/**
 * Which.
 */
key: string, 
/**
 * The drawing.
 */
svg: string, 
/**
 * What it says.
 */
alt: string, };

/**
 * A figure on a slide.
 */
export type SlideFact = { 
/**
 * What it is.
 */
name: string, 
/**
 * As it is shown.
 */
value: string, 
/**
 * What follows it.
 */
unit: string, 
/**
 * The light it counts.
 */
light: Light | null, };

/**
 * What a slide shows.
 */
export type SlideKind = "cover" | "overview" | "section" | "behind" | "indicator" | "units" | "measure" | "league" | "rectify" | "next";

/**
 * The shape of a sheet.
 */
export type SlideRatio = "16:9" | "4:3";

/**
 * What a person wrote to say at a slide.
 */
export type SlideTalk = { 
/**
 * The slide.
 */
key: string, 
/**
 * The words.
 */
text: string, };

/**
 * A slide in words and figures.
 */
export type SlideView = { 
/**
 * Which: `cover`, `indicator:…`; further pages of one end in `~2`, `~3`.
 */
key: string, 
/**
 * The slide it is a further page of.
 */
of: string | null, 
/**
 * What it shows.
 */
kind: SlideKind, 
/**
 * True if it belongs to the deck.
 */
chosen: boolean, 
/**
 * The number of its measure as printed.
 */
number: string | null, 
/**
 * What is typed to jump to it: the same in digits, 12 for （十二）, 2.1.4.
 */
jump: string | null, 
/**
 * Which measure of the plan it shows, counted from 1, where that has no number to be typed.
 */
place: number | null, 
/**
 * What it is called in a list.
 */
name: string, 
/**
 * Where in the plan it belongs, from the outside in.
 */
kicker: Array<string>, 
/**
 * Its sentence.
 */
headline: string, 
/**
 * The figures that are marked in the sentence, in order.
 */
marked: Array<string>, 
/**
 * Its light.
 */
light: Light | null, 
/**
 * The word for the light.
 */
word: string | null, 
/**
 * The figures beside the chart.
 */
facts: Array<SlideFact>, 
/**
 * What the figures are and are not.
 */
foot: string, 
/**
 * What it shows, in words.
 */
alt: string, 
/**
 * What to say, from the figures; units are named here.
 */
talk: Array<string>, 
/**
 * What a person wrote instead, for this period.
 */
own_talk: string | null, 
/**
 * The slide that shows the same by unit.
 */
by_unit: string | null, };

/**
 * Asks for drawings of slides.
 */
export type SlidesDraw = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The slides of the deck in their order, each named once whatever pages it has: the page numbers follow from it.
 */
order: Array<string>, 
/**
 * Those to draw, further pages by their own keys.
 */
only: Array<string>, 
/**
 * True if no unit is named.
 */
hide_names: boolean, 
/**
 * The shape of the sheet.
 */
ratio: SlideRatio, };

/**
 * A line of the cleaned source.
 */
export type SourceLine = { 
/**
 * Counted from 1.
 */
number: number, 
/**
 * Its text.
 */
text: string, 
/**
 * True if it was dropped as navigation, footer or the like: shown struck through, never imported.
 */
noise: boolean, 
/**
 * True if it is a heading.
 */
heading: boolean, 
/**
 * What was found in it; sorted, not overlapping.
 */
marks: Array<Mark>, };

/**
 * Where on a drawing a row of its table is shown, or one figure of the row, in shares of the drawing's width and height.
 */
export type Spot = { 
/**
 * Which row, from 0.
 */
row: number, 
/**
 * Which column, from 0, where only that figure of the row is shown there.
 */
column: number | null, 
/**
 * From its left to its right.
 */
left: number, 
/**
 * From its top to its bottom.
 */
top: number, 
/**
 * See `left`.
 */
right: number, 
/**
 * See `top`.
 */
bottom: number, };

/**
 * Where a rectification stands.
 */
export type Stage = "open" | "applied" | "signed_off";

/**
 * What the frame of the window shows: asked after every change.
 */
export type State = { 
/**
 * The open ledger, if any.
 */
ledger: LedgerInfo | null, 
/**
 * Its plans, newest first.
 */
plans: Array<PlanInfo>, 
/**
 * The label of the operation `undo` would take back.
 */
undo: string | null, 
/**
 * The label of the operation `redo` would bring back.
 */
redo: string | null, 
/**
 * True while a document is being reviewed and not yet in the ledger.
 */
draft: boolean, 
/**
 * True while returned workbooks are previewed and not yet merged.
 */
merging: boolean, 
/**
 * The version of the program.
 */
version: string, 
/**
 * Today.
 */
today: string, 
/**
 * Who changes are recorded under.
 */
who: string, };

/**
 * How a plan stands in a period.
 */
export type Status = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * Its title.
 */
title: string, 
/**
 * The period.
 */
period: Period, 
/**
 * True if the period is frozen: then all of this is as it was judged at that time.
 */
frozen: boolean, 
/**
 * Share of the plan's time that has passed.
 */
time_progress: number, 
/**
 * Every indicator.
 */
indicators: Array<IndicatorStatus>, 
/**
 * Every measure.
 */
measures: Array<MeasureLight>, 
/**
 * The plan's light: that of its worst lit measure, or by weight, as the rules say.
 */
light: Light, 
/**
 * How many measures have each light.
 */
lights: Lights, };

/**
 * A step of a rectification.
 */
export type Step = "opened" | "changed" | "applied" | "sent_back" | "signed_off";

/**
 * A step of a rectification.
 */
export type StepRow = { 
/**
 * What was done.
 */
step: Step, 
/**
 * On which day.
 */
on: string, 
/**
 * What was said with it.
 */
note: string, 
/**
 * Who.
 */
who: string, 
/**
 * When it was written down.
 */
at: string, };

/**
 * What is supervised of a plan, as of today.
 */
export type Supervised = { 
/**
 * Rectifications that are open.
 */
open: number, 
/**
 * Rectifications that wait for verification.
 */
applied: number, 
/**
 * Listed measures.
 */
listed: number, 
/**
 * Rectifications, inspections and milestones whose day has passed, the latest first.
 */
overdue: Array<Overdue>, };

/**
 * All that is supervised of a plan, with its lights in a period and its days as of today.
 */
export type Supervision = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * The day days are counted to.
 */
today: string, 
/**
 * Red lights over all units that nobody has asked to put right (待整改), the furthest behind first.
 */
red: Array<RedLight>, 
/**
 * The same of each unit's own figures.
 */
own_red: Array<RedLight>, 
/**
 * Every rectification: overdue ones first, then those that wait for verification, open ones, and those signed off.
 */
rectifications: Array<RectificationRow>, 
/**
 * Listed measures: those to be inspected first; lifted ones last.
 */
listings: Array<ListingRow>, 
/**
 * Milestones and phases in the order of their days.
 */
milestones: Array<MilestoneRow>, 
/**
 * What each unit has on record, the one with most overdue first.
 */
accounts: Array<UnitAccount>, };

/**
 * A target as corrected.
 */
export type TargetEdit = { 
/**
 * What is measured.
 */
name: string, 
/**
 * Relation.
 */
comparator: Comparator, 
/**
 * Target value as typed.
 */
value: string, 
/**
 * Upper bound as typed; empty where there is none.
 */
upper: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * Due day.
 */
due: string | null, 
/**
 * A commitment or a result.
 */
kind: TargetKind, 
/**
 * What a reported value will mean.
 */
value_kind: ValueKind, 
/**
 * How it is approached.
 */
pace: Pace, 
/**
 * How units' values are combined.
 */
roll_up: RollUp, 
/**
 * What it was before the plan, as typed; empty where there is none, as in drafts from before it was asked.
 */
baseline: string, 
/**
 * The day the baseline was true.
 */
baseline_date: string | null, };

/**
 * Whether a number is a commitment or a result already achieved.
 */
export type TargetKind = "target" | "achieved";

/**
 * How everything of a plan is judged and what it weighs.
 */
export type Terms = { 
/**
 * Sections in order; what belongs to none comes last, without an id.
 */
sections: Array<TermsSection>, 
/**
 * What all weights come to.
 */
weights: number, 
/**
 * What is said of their sum; none where it is the full mark.
 */
note: string | null, };

/**
 * What was changed.
 */
export type TermsChanged = { 
/**
 * How many indicators say something else than before.
 */
changed: number, 
/**
 * What to know about it, each in a sentence.
 */
notes: Array<string>, };

/**
 * A measure with its indicators.
 */
export type TermsMeasure = { 
/**
 * Its id.
 */
id: Uid | null, 
/**
 * Its number as printed.
 */
number: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its own weight as typed; empty where it counts as much as its indicators.
 */
weight: string, 
/**
 * What it counts.
 */
counts: number, 
/**
 * Its indicators.
 */
indicators: Array<TermsRow>, };

/**
 * How an indicator is judged.
 */
export type TermsRow = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * What is measured.
 */
name: string, 
/**
 * Unit of measure.
 */
unit: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * What a value means.
 */
kind: ValueKind, 
/**
 * How it is approached.
 */
pace: Pace, 
/**
 * How units' values are combined.
 */
roll_up: RollUp, 
/**
 * How often it is reported.
 */
every: Every, 
/**
 * Its own weight.
 */
weight: number, 
/**
 * What it counts, after the weights of its measure and section.
 */
counts: number, 
/**
 * Baseline, if any.
 */
baseline: number | null, 
/**
 * Day due.
 */
due: string, 
/**
 * How many values are planned for it.
 */
planned: number, 
/**
 * What its wording proposes.
 */
proposed: Proposed, 
/**
 * Why, in a sentence.
 */
why: string, 
/**
 * What is odd about it, each in a sentence.
 */
doubts: Array<string>, };

/**
 * A section with its measures.
 */
export type TermsSection = { 
/**
 * Its id.
 */
id: Uid | null, 
/**
 * Number and title as printed.
 */
title: string, 
/**
 * Its own weight as typed; empty where it counts as much as its measures.
 */
weight: string, 
/**
 * What it counts.
 */
counts: number, 
/**
 * Its measures that have indicators; indicators of no measure stand under one without an id.
 */
measures: Array<TermsMeasure>, };

/**
 * A place in the source.
 */
export type TextPlace = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * How many UTF-16 units of the line stand before it.
 */
at: number, };

/**
 * Words chosen in the source.
 */
export type TextRange = { 
/**
 * Where they begin.
 */
from: TextPlace, 
/**
 * Where they end, exclusive.
 */
to: TextPlace, };

/**
 * How time is counted (序时进度).
 */
export type TimeRule = "months" | "days";

/**
 * The three texts; empty where nothing is told.
 */
export type Told = { 
/**
 * 进展情况.
 */
progress: string, 
/**
 * 存在问题.
 */
problems: string, 
/**
 * 下步措施.
 */
next_steps: string, };

/**
 * In which way a light changed.
 */
export type Turn = "worse" | "dark" | "better" | "lit";

/**
 * A measure whose light has changed.
 */
export type Turned = { 
/**
 * The measure.
 */
measure: MeasureRef, 
/**
 * In which way.
 */
turn: Turn, 
/**
 * Its light before.
 */
before: Light, 
/**
 * What stood for it where it was grey.
 */
before_word: string | null, 
/**
 * Its light now.
 */
after: Light, 
/**
 * What stands for it where it is grey.
 */
after_word: string | null, 
/**
 * Why it has the light it has now.
 */
reason: string, };

/**
 * How many measures turned in which way.
 */
export type Turns = { 
/**
 * A worse light than before.
 */
worse: number, 
/**
 * No light any more.
 */
dark: number, 
/**
 * A better light.
 */
better: number, 
/**
 * A light for the first time, or again.
 */
lit: number, };

/**
 * A name that stays the same in every ledger, file and export: a UUID, version 7 when made here.
 *
 * Sorted by text, newer ones come later.
 */
export type Uid = string;

/**
 * Opens a frozen period again.
 */
export type Unfreeze = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The period.
 */
period: Period, 
/**
 * Why; kept in the history.
 */
reason: string, };

/**
 * What a unit has on record (问责台账).
 */
export type UnitAccount = { 
/**
 * The unit.
 */
unit: UnitRef, 
/**
 * How many rectifications it has or had.
 */
rectifications: number, 
/**
 * How many of them are not signed off.
 */
open: number, 
/**
 * How many are signed off.
 */
signed_off: number, 
/**
 * How many went past their deadline, also those signed off late.
 */
overdue: number, 
/**
 * How often one was sent back.
 */
sent_back: number, 
/**
 * The days of the one open longest.
 */
longest: number, 
/**
 * Points taken from it (扣分) up to the period, with the reasons.
 */
penalties: Array<AdjustmentRow>, };

/**
 * Adds a unit.
 */
export type UnitAdd = { 
/**
 * Its full name.
 */
name: string, 
/**
 * The name of the group it belongs to.
 */
group: string | null, };

/**
 * A unit of the ledger.
 */
export type UnitChoice = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its name.
 */
name: string, };

/**
 * What both units have for the same place.
 */
export type UnitClash = { 
/**
 * What a decision names it by.
 */
key: string, 
/**
 * 填报, 分解指标, 进展情况.
 */
what: string, 
/**
 * The indicator or the measure.
 */
name: string, 
/**
 * The period, where there is one.
 */
period: string | null, 
/**
 * What the survivor has.
 */
ours: string, 
/**
 * What the other has.
 */
theirs: string, 
/**
 * What adding the two would give; none where they cannot be added.
 */
sum: string | null, };

/**
 * A unit the ledger knows only similar ones of.
 */
export type UnitDoubt = { 
/**
 * Its name in the document.
 */
name: string, 
/**
 * The ledger's units it may be, the likeliest first.
 */
like: Array<UnitChoice>, };

/**
 * A unit as corrected.
 */
export type UnitEdit = { 
/**
 * Name.
 */
name: string, 
/**
 * Part.
 */
role: Role, };

/**
 * A unit or a group of units.
 */
export type UnitInfo = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its full name.
 */
name: string, 
/**
 * Its short name, where it has one.
 */
short_name: string | null, 
/**
 * Other names it goes by.
 */
aliases: Array<string>, 
/**
 * True if it stands for its members, like 各县（区）卫生健康局.
 */
is_group: boolean, 
/**
 * The ids of its members.
 */
members: Array<Uid>, };

/**
 * A unit with its place among the others and what concerns it.
 */
export type UnitLine = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its full name.
 */
name: string, 
/**
 * Its short name, where it has one.
 */
short_name: string | null, 
/**
 * Other names it goes by.
 */
aliases: Array<string>, 
/**
 * True if it stands for its members, like 各县（区）卫生健康局.
 */
is_group: boolean, 
/**
 * The ids of its members.
 */
members: Array<Uid>, 
/**
 * The unit it belongs to.
 */
parent: Uid | null, 
/**
 * How many units stand above it.
 */
depth: number, 
/**
 * The groups it is a member of.
 */
groups: Array<Uid>, 
/**
 * How many measures it has a part in, itself or through a group.
 */
measures: RoleCounts, 
/**
 * How many figures and notes it reported.
 */
figures: number, 
/**
 * What a search looks through: names and pinyin initials.
 */
keys: string, };

/**
 * Merges two units.
 */
export type UnitMerge = { 
/**
 * The one that goes.
 */
from: Uid, 
/**
 * The one that stays.
 */
into: Uid, 
/**
 * What is done about each clash.
 */
decisions: Array<ClashDecision>, };

/**
 * Two units that are the same.
 */
export type UnitMergeOf = { 
/**
 * The one that goes.
 */
from: Uid, 
/**
 * The one that stays.
 */
into: Uid, };

/**
 * What merging two units would do.
 */
export type UnitMerging = { 
/**
 * The one that goes.
 */
from: UnitRef, 
/**
 * The one that stays.
 */
into: UnitRef, 
/**
 * What goes over, each in words: 举措3项.
 */
moves: Array<string>, 
/**
 * The names the survivor goes by afterwards, besides its own.
 */
aliases: Array<string>, 
/**
 * What both have for the same place.
 */
clashes: Array<UnitClash>, };

/**
 * Moves a unit among those that belong to the same unit.
 */
export type UnitMove = { 
/**
 * Which.
 */
unit: Uid, 
/**
 * The one it is to stand before; at the end where absent.
 */
before: Uid | null, };

/**
 * Adds a unit that is not there yet.
 */
export type UnitNew = { 
/**
 * Its full name.
 */
name: string, };

/**
 * A unit by id and name.
 */
export type UnitRef = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its full name.
 */
name: string, 
/**
 * The name for narrow columns.
 */
short: string, };

/**
 * A unit's score with its arithmetic.
 */
export type UnitScore = { 
/**
 * Its id.
 */
id: Uid, 
/**
 * Its name.
 */
name: string, 
/**
 * The name for narrow columns.
 */
short: string, 
/**
 * The score, one decimal.
 */
score: number, 
/**
 * Its rank; equal scores share one.
 */
rank: number, 
/**
 * Its rank in the last period; none before the second.
 */
last_rank: number | null, 
/**
 * True if something that counts was not reported (未报齐).
 */
incomplete: boolean, 
/**
 * The points of its lines together.
 */
points: number, 
/**
 * The weights that count together.
 */
weights: number, 
/**
 * The arithmetic of the whole.
 */
formula: string, 
/**
 * Each indicator.
 */
lines: Array<ScoreLine>, 
/**
 * What bonuses add, after the cap.
 */
bonus: number, 
/**
 * What penalties take, after the cap.
 */
penalty: number, 
/**
 * Each bonus and penalty with its reason.
 */
adjustments: Array<AdjustmentRow>, };

/**
 * All that a person can say of a unit, in place of what was said before.
 */
export type UnitSet = { 
/**
 * Which.
 */
unit: Uid, 
/**
 * Its full name.
 */
name: string, 
/**
 * True if, should the name change, it goes by the old one too.
 */
keep_old: boolean, 
/**
 * Its short name; empty for none.
 */
short_name: string, 
/**
 * Other names it goes by.
 */
aliases: Array<string>, 
/**
 * The unit it belongs to.
 */
parent: Uid | null, 
/**
 * The groups it is a member of.
 */
groups: Array<Uid>, 
/**
 * True if it stands for its members.
 */
is_group: boolean, 
/**
 * Its members.
 */
members: Array<Uid>, };

/**
 * What sorting did.
 */
export type UnitsSorted = { 
/**
 * How many units stand elsewhere now.
 */
moved: number, };

/**
 * What a reported value means (值类型).
 */
export type ValueKind = "cumulative" | "increment" | "point" | "rate" | "qualitative";

/**
 * How an indicator is scored.
 */
export type Way = "developing" | "controlling" | "qualitative";

/**
 * Says what a section or a measure counts.
 */
export type WeightSet = { 
/**
 * The plan.
 */
plan: Uid, 
/**
 * The section, or else the measure.
 */
section: Uid | null, 
/**
 * The measure.
 */
measure: Uid | null, 
/**
 * Its weight as typed; empty: as much as what is in it.
 */
weight: string, };

/**
 * An indicator's figures in the plans it goes on from and in its own, the earliest first.
 */
export type YearFigure = { 
/**
 * The plan's title.
 */
plan: string, 
/**
 * The period the value is of, e.g. 2025年12月.
 */
period: string, 
/**
 * The target as people write it.
 */
target_label: string, 
/**
 * The value at the end of the period; none where nothing was reported.
 */
value: number | null, 
/**
 * Share reached.
 */
completion: number | null, };

/** The command table: what each command takes and gives. */
export interface Commands {
  /** What the frame shows; asked again after every change. */
  state: { request: Nothing; response: State };
  /** Copies the sample into a fresh ledger and opens it. */
  open_sample: { request: Nothing; response: State };
  /** Asks for a ledger and opens it. */
  open_ledger: { request: Nothing; response: State };
  /** Asks for a file name and makes an empty ledger there. */
  new_ledger: { request: Nothing; response: State };
  /** Closes the ledger. */
  close_ledger: { request: Nothing; response: State };
  /** How far long work has come; answered at once, while the work goes on. */
  progress: { request: Nothing; response: Progress | null };
  /** Stops it: nothing of it stays. */
  stop: { request: Nothing; response: Nothing };
  /** Asks for a document and reads it. */
  draft_open: { request: Nothing; response: DraftView | null };
  /** Reads pasted text. */
  draft_paste: { request: Pasted; response: DraftView };
  /** The drafts that wait to be taken up again, the last saved first. */
  draft_list: { request: Nothing; response: Array<DraftInfo> };
  /** Takes a waiting draft up again. */
  draft_resume: { request: OfDraft; response: DraftView };
  /** The draft under review; with none, the one that waits, if it is the only one. */
  draft_show: { request: Nothing; response: DraftView | null };
  /** The document under review before cleaning, and what cleaning did; none if the draft was read by a version that kept no trace. */
  draft_original: { request: Nothing; response: OriginalView | null };
  /** Changes the draft. */
  draft_edit: { request: DraftEdit; response: DraftView };
  /** Takes back the last change of the draft. */
  draft_undo: { request: Nothing; response: DraftView };
  /** Leaves the draft, to be taken up again later. */
  draft_leave: { request: Nothing; response: Nothing };
  /** Throws the draft away. */
  draft_discard: { request: Nothing; response: Nothing };
  /** Writes the draft into the ledger as a plan. */
  draft_confirm: { request: Nothing; response: Imported };
  /** What a plan of the ledger would become by the draft. */
  draft_compare: { request: RevisionOf; response: Revision };
  /** Takes changes of the draft over into a plan of the ledger. */
  draft_revise: { request: Revise; response: Revised };
  /** How a plan stands, on one screen. */
  overview: { request: OfPeriod; response: Overview };
  /** The measures of a plan, judged. */
  measures: { request: OfPeriod; response: MeasureList };
  /** One measure with all that belongs to it. */
  measure: { request: OfMeasure; response: MeasureDetail };
  /** How everything of a plan is judged and what it weighs. */
  terms: { request: OfPlan; response: Terms };
  /** Changes how indicators are judged. */
  indicator_set: { request: IndicatorSet; response: TermsChanged };
  /** Says what a section or a measure counts in scores. */
  weight_set: { request: WeightSet; response: Nothing };
  /** The values planned on the way to a target. */
  planned: { request: OfIndicator; response: PlannedSheet };
  /** Plans them anew. */
  planned_set: { request: PlannedSet; response: PlannedSheet };
  /** How a target is divided among units. */
  shares: { request: OfIndicator; response: Shares };
  /** How it would be divided; nothing is written. */
  shares_check: { request: SharesSet; response: Shares };
  /** Divides a target among units. */
  shares_set: { request: SharesSet; response: Shares };
  /** The units of the ledger. */
  units: { request: Nothing; response: Array<UnitInfo> };
  /** Adds a unit. */
  unit_add: { request: UnitAdd; response: UnitInfo };
  /** Adds a unit that is not there yet. */
  unit_create: { request: UnitNew; response: UnitInfo };
  /** The units in order, each followed by those that belong to it, with what concerns each. */
  unit_lines: { request: Nothing; response: Array<UnitLine> };
  /** Writes what is said of a unit. */
  unit_set: { request: UnitSet; response: UnitLine };
  /** Moves a unit up or down. */
  unit_move: { request: UnitMove; response: Nothing };
  /** Puts the units into the order in which the plans name them. */
  unit_sort: { request: Nothing; response: UnitsSorted };
  /** Takes a unit away that nothing names. */
  unit_delete: { request: OfUnit; response: Nothing };
  /** What merging two units would do; nothing is written. */
  unit_merge_preview: { request: UnitMergeOf; response: UnitMerging };
  /** Merges two units that are the same. */
  unit_merge: { request: UnitMerge; response: UnitLine };
  /** A plan beside an earlier one: what goes on from what. */
  compare: { request: CompareOf; response: Comparison };
  /** Writes what goes on from what. */
  continue_from: { request: Continue; response: Comparison };
  /** The rules the ledger judges by. */
  rules: { request: Nothing; response: RulesView };
  /** Changes them. */
  rules_set: { request: RulesSet; response: RulesView };
  /** A sheet of the entry grid. */
  grid: { request: GridOf; response: Grid };
  /** Writes reported values: all or none. */
  record: { request: Record; response: Recorded };
  /** Writes the reported values that can be written, and names the others. */
  record_each: { request: Record; response: RecordedEach };
  /** What a unit tells of a measure in a period. */
  narrative: { request: NarrativeOf; response: NarrativeView };
  /** Tells of a measure. */
  narrative_set: { request: NarrativeSet; response: NarrativeView };
  /** What is told of a plan's measures in a period. */
  narratives: { request: OfPeriod; response: Array<NarrativeRow> };
  /** How a plan stands. */
  status: { request: OfPeriod; response: Status };
  /** Scores, ranks and their arithmetic. */
  scores: { request: ScoreOf; response: Scores };
  /** Gives or takes points by hand. */
  adjust: { request: Adjust; response: Nothing };
  /** Takes a bonus or penalty back. */
  unadjust: { request: OfAdjustment; response: Nothing };
  /** Closes a period: its figures and rules are kept, and nothing reported for it or before can change. */
  freeze: { request: OfPeriod; response: PeriodState };
  /** Opens it again, with a reason. */
  unfreeze: { request: Unfreeze; response: PeriodState };
  /** All that is supervised of a plan. */
  supervision: { request: OfPeriod; response: Supervision };
  /** What there is to know of a light before it is asked to be put right. */
  rectify_ask: { request: LightOf; response: RectifyAsked };
  /** Asks a unit to put a light right; one that is being put right already is not asked for again. */
  rectify_open: { request: RectifyOpen; response: Rectified };
  /** Changes cause, action, deadline or person. */
  rectify_change: { request: RectifyChange; response: Nothing };
  /** Applies for sign-off, sends back, signs off. */
  rectify_step: { request: RectifyStep; response: Nothing };
  /** Lists a measure. */
  listing_open: { request: ListingOpen; response: Nothing };
  /** Writes down what an inspection found. */
  listing_inspect: { request: ListingInspect; response: Nothing };
  /** Lifts a listing. */
  listing_lift: { request: ListingLift; response: Nothing };
  /** Adds a milestone or a phase. */
  milestone_add: { request: MilestoneAdd; response: MilestoneSet };
  /** Changes it. */
  milestone_change: { request: MilestoneChange; response: MilestoneSet };
  /** Marks it as done. */
  milestone_done: { request: MilestoneDone; response: MilestoneSet };
  /** Opens it again. */
  milestone_reopen: { request: OfMilestone; response: MilestoneSet };
  /** Takes it away. */
  milestone_remove: { request: OfMilestone; response: Nothing };
  /** A phase with the plan's figures at its end. */
  phase: { request: PhaseOf; response: PhaseView };
  /** Evaluates it: findings and figures are kept. */
  phase_close: { request: PhaseClose; response: PhaseView };
  /** Takes its evaluation back, to evaluate it anew. */
  phase_reopen: { request: OfMilestone; response: PhaseView };
  /** An indicator's trend. */
  chart: { request: ChartOf; response: ChartView };
  /** The units an indicator can be drawn of. */
  chart_units: { request: ChartUnitsOf; response: Array<ChartUnit> };
  /** Saves it where the user says. */
  chart_save: { request: ChartSave; response: Saved };
  /** What a page shows as sheets to be printed. */
  print: { request: Print; response: Saved };
  /** A chart as a picture for the clipboard. */
  chart_picture: { request: ChartPicture; response: Picture };
  /** The slides of a plan in a period. */
  deck: { request: DeckOf; response: DeckView };
  /** Slides as drawings. */
  deck_draw: { request: SlidesDraw; response: Array<SlideDrawn> };
  /** Keeps a deck of slides under a name. */
  deck_save: { request: DeckSave; response: DeckInfo };
  /** Takes a deck away. */
  deck_delete: { request: OfDeck; response: Nothing };
  /** Saves the slides where the user says. */
  deck_export: { request: DeckExport; response: Saved };
  /** Fills the screen for a meeting. */
  meeting_begin: { request: Nothing; response: MeetingScreens };
  /** Shows the room a slide, where it has a screen of its own. */
  meeting_show: { request: MeetingShow; response: Nothing };
  /** Gives the screen back. */
  meeting_end: { request: Nothing; response: Nothing };
  /** A plan's bulletin in a period as it will be, by its template or one that is tried. */
  bulletin: { request: BulletinOf; response: BulletinView };
  /** Keeps a template for a plan, or goes back to the program's own. */
  bulletin_template: { request: BulletinTemplate; response: Nothing };
  /** Saves the bulletin where the user says. */
  bulletin_save: { request: BulletinOf; response: Saved };
  /** A unit's hand-out of one page as it will be. */
  handout: { request: HandoutOf; response: HandoutView };
  /** Writes hand-outs into a folder the user names. */
  handouts_save: { request: HandoutsSave; response: HandoutsSaved };
  /** What was sent and what came back. */
  board: { request: OfPeriod; response: Board };
  /** Writes workbooks into a folder the user names. */
  send: { request: Send; response: Sent };
  /** Asks for returned workbooks and previews what merging would do. */
  merge_open: { request: Nothing; response: MergeReport | null };
  /** Asks for a folder of returned workbooks and previews what merging them would do. */
  merge_open_folder: { request: Nothing; response: MergeReport | null };
  /** Takes what was dropped on the window: returned workbooks, or a document. */
  take_dropped: { request: Dropping; response: Dropped };
  /** The preview again. */
  merge_show: { request: Nothing; response: MergeReport | null };
  /** Says what rows without ids are; the preview is made anew, and nothing is written. */
  merge_confirm: { request: MergeConfirm; response: MergeReport };
  /** Merges what was previewed, as one operation. */
  merge_apply: { request: MergeApply; response: MergeReport };
  /** Puts the preview away. */
  merge_discard: { request: Nothing; response: Nothing };
  /** Asks for tables made elsewhere and shows what their columns hold and what taking them would do. */
  foreign_open: { request: ForeignOf; response: ForeignView | null };
  /** The same again. */
  foreign_show: { request: ForeignOf; response: ForeignView | null };
  /** Changes how a file is read, or which item a row means. */
  foreign_set: { request: ForeignSet; response: ForeignView };
  /** Takes the tables into the plan, as one operation. */
  foreign_apply: { request: ForeignApply; response: MergeReport };
  /** Puts a file's table on the desk as the draft of a new plan. */
  foreign_draft: { request: OfForeign; response: DraftView };
  /** Puts the tables away. */
  foreign_discard: { request: Nothing; response: Nothing };
  /** Saves the whole plan where the user says. */
  export_all: { request: ExportAll; response: Saved };
  /** Saves a package for another ledger where the user says. */
  package_save: { request: PackageSave; response: Saved };
  /** Asks for a package from another ledger and previews what taking it would do. */
  package_open: { request: Nothing; response: PackageSeen | null };
  /** Takes the plan or the ledger that was previewed; a unit's reports are merged with `merge_apply`. */
  package_take: { request: Nothing; response: PackageTaken };
  /** Puts the package away. */
  package_discard: { request: Nothing; response: Nothing };
  /** The operations. */
  history: { request: Nothing; response: History };
  /** Checks the ledger's file. */
  check: { request: Nothing; response: Checked };
  /** Takes back the last operation. */
  undo: { request: Nothing; response: Replayed };
  /** Brings back the operation taken back last. */
  redo: { request: Nothing; response: Replayed };
  /** Takes back a given operation, if nothing has changed the same rows since. */
  undo_operation: { request: OfOperation; response: Replayed };
}
