// The types of the command table, written by hand until they are generated from crates/app/src/wire.

/** An id. */
export type Uid = string;
/** A period as on the command line, e.g. 2026-07. */
export type Period = string;
export type Light = "done" | "green" | "yellow" | "red" | "grey";
export type Comparator = ">=" | "<=" | "=" | "~" | "range" | "increase" | "decrease" | "qualitative";
export type TargetKind = "target" | "achieved";
export type ValueKind = "cumulative" | "increment" | "point" | "rate" | "qualitative";
export type Pace = "accumulate" | "maintain" | "by_due";
export type RollUp = "sum" | "ratio" | "mean" | "weighted" | "worst" | "owner";
export type Role = "lead" | "responsible" | "cooperating";
/** Nothing to say. */
export type Nothing = { [key: string]: never };

/** What the frame of the window shows: asked after every change. */
export interface State {
  /** The open ledger, if any. */
  ledger: LedgerInfo | null;
  /** Its plans, newest first. */
  plans: PlanInfo[];
  /** The label of the operation `undo` would take back. */
  undo: string | null;
  /** The label of the operation `redo` would bring back. */
  redo: string | null;
  /** True while a document is being reviewed and not yet in the ledger. */
  draft: boolean;
  /** True while returned workbooks are previewed and not yet merged. */
  merging: boolean;
  /** The version of the program. */
  version: string;
  /** Today. */
  today: string;
  /** Who changes are recorded under. */
  who: string;
}

/** The open ledger. */
export interface LedgerInfo {
  /** Where it lies, for the status bar. */
  path: string;
  /** Its file name without the ending. */
  name: string;
  /** True if nothing can be written (read-only medium or file). */
  read_only: boolean;
}

/** A plan of the ledger. */
export interface PlanInfo {
  /** Its id. */
  id: Uid;
  /** Its title. */
  title: string;
  /** The document number, e.g. 云卫发〔2026〕8号. */
  document_number: string | null;
  /** Who issued it. */
  issuer: string | null;
  /** When it was issued. */
  issued: string | null;
  /** Its first day. */
  start: string;
  /** Its last day. */
  due: string;
  /** How many measures it has. */
  measures: number;
  /** How many indicators it has. */
  indicators: number;
  /** The months it covers. */
  periods: PeriodInfo[];
  /** The period to show first: the last one with entries, else the one of today within the plan. */
  current: Period;
}

/** A period of a plan. */
export interface PeriodInfo {
  /** As on the command line, e.g. 2026-07. */
  period: Period;
  /** As an official says it, e.g. 2026年7月. */
  label: string;
  /** For a table head, e.g. 7月. */
  short: string;
  /** Time progress of the plan at its end, a fraction. */
  time_progress: number;
}

/** A command that concerns a plan. */
export interface OfPlan {
  /** The plan. */
  plan: Uid;
}

/** A command that concerns a plan in a period. */
export interface OfPeriod {
  /** The plan. */
  plan: Uid;
  /** The period. */
  period: Period;
}

/** Everything the review screen shows. */
export interface DraftView {
  /** The file's name. */
  file: string;
  /** What it was read as: text, docx, html. */
  format: string;
  /** The plan's own data, editable. */
  plan: DraftPlan;
  /** The cleaned source, line by line, dropped lines included. */
  lines: SourceLine[];
  /** Section titles, in order. */
  sections: string[];
  /** The measures, in order. */
  measures: DraftMeasure[];
  /** The targets, those outside measures included, in order. */
  targets: DraftTarget[];
  /** The phases, in order. */
  phases: DraftPhase[];
  /** What a person should look at, in the order of the document. */
  doubts: Doubt[];
  /** How many items there are, and how many a person has accepted. */
  items: number;
  /** How many of them are accepted or dropped. */
  settled: number;
}

/** The plan's own data. */
export interface DraftPlan {
  /** Title. */
  title: string;
  /** Document number. */
  document_number: string | null;
  /** Issuer. */
  issuer: string | null;
  /** Day of issue. */
  issued: string | null;
  /** First day of the plan. */
  start: string | null;
  /** Last day of the plan. */
  due: string | null;
}

/** A line of the cleaned source. */
export interface SourceLine {
  /** Counted from 1. */
  number: number;
  /** Its text. */
  text: string;
  /** True if it was dropped as navigation, footer or the like: shown struck through, never imported. */
  noise: boolean;
  /** True if it is a heading. */
  heading: boolean;
  /** What was found in it; sorted, not overlapping. */
  marks: Mark[];
}

/** A stretch of a line that became something. */
export interface Mark {
  /** Begin, in UTF-16 units from the line's start. */
  start: number;
  /** End, exclusive. */
  end: number;
  /** What it became. */
  kind: MarkKind;
  /** The item it belongs to. */
  item: string;
  /** True if a person should look at it. */
  doubtful: boolean;
}

/** What a marked stretch of the source became. */
export type MarkKind = "title" | "target" | "unit" | "due";

/** A measure of the draft. */
export interface DraftMeasure {
  /** Its key. */
  key: string;
  /** Its number as printed. */
  number: string | null;
  /** The section it stands in. */
  section: string | null;
  /** Its title. */
  title: string;
  /** Its whole text. */
  text: string;
  /** The line it begins on. */
  line: number;
  /** Its units. */
  units: DraftUnit[];
  /** Its deadline. */
  deadline: string | null;
  /** True once a person accepted it. */
  accepted: boolean;
  /** True if it will not be imported. */
  dropped: boolean;
}

/** A unit named by a measure. */
export interface DraftUnit {
  /** Its name as written. */
  name: string;
  /** Its part. */
  role: Role;
  /** The name of the unit of the ledger it is, if known there by name or alias. */
  known: string | null;
}

/** A target of the draft. */
export interface DraftTarget {
  /** Its key. */
  key: string;
  /** The measure it stands in. */
  measure: string | null;
  /** The line it stands on. */
  line: number;
  /** The words it came from. */
  quote: string;
  /** What is measured. */
  name: string;
  /** Relation. */
  comparator: Comparator;
  /** Target value, as text to edit. */
  value: string;
  /** Upper bound, as text to edit. */
  upper: string;
  /** Unit of measure. */
  unit: string;
  /** Due day, if stated. */
  due: string | null;
  /** A commitment or a result. */
  kind: TargetKind;
  /** What a reported value will mean. */
  value_kind: ValueKind;
  /** How it is approached. */
  pace: Pace;
  /** How units' values are combined. */
  roll_up: RollUp;
  /** Why these three were proposed. */
  why: string;
  /** Why a person should look at it. */
  doubt: string | null;
  /** True once a person accepted it. */
  accepted: boolean;
  /** True if it will not be imported. */
  dropped: boolean;
}

/** A phase of the draft. */
export interface DraftPhase {
  /** Its key. */
  key: string;
  /** Its name. */
  name: string;
  /** When it ends. */
  due: string | null;
  /** Its text. */
  text: string;
  /** True once a person accepted it. */
  accepted: boolean;
  /** True if it will not be imported. */
  dropped: boolean;
}

/** A question about the document. */
export interface Doubt {
  /** The item asked about; none for a warning about the document. */
  item: string | null;
  /** The line it stands on. */
  line: number;
  /** A few words, e.g. 区间目标，按下限计. */
  title: string;
  /** The words of the document. */
  quote: string | null;
  /** What to consider. */
  message: string;
  /** True once settled. */
  settled: boolean;
}

/** Reads text pasted into the window. */
export interface Pasted {
  /** The text. */
  text: string;
}

/** What was imported. */
export interface Imported {
  /** The new plan. */
  plan: Uid;
  /** Its title. */
  title: string;
  /** How many sections. */
  sections: number;
  /** How many measures. */
  measures: number;
  /** How many indicators. */
  indicators: number;
  /** How many units were new to the ledger. */
  new_units: number;
  /** How many phases. */
  phases: number;
  /** What a person should look at afterwards. */
  warnings: string[];
}

/** A unit as corrected. */
export interface UnitEdit {
  /** Name. */
  name: string;
  /** Part. */
  role: Role;
}

/** A target as corrected. */
export interface TargetEdit {
  /** What is measured. */
  name: string;
  /** Relation. */
  comparator: Comparator;
  /** Target value as typed. */
  value: string;
  /** Upper bound as typed; empty where there is none. */
  upper: string;
  /** Unit of measure. */
  unit: string;
  /** Due day. */
  due: string | null;
  /** A commitment or a result. */
  kind: TargetKind;
  /** What a reported value will mean. */
  value_kind: ValueKind;
  /** How it is approached. */
  pace: Pace;
  /** How units' values are combined. */
  roll_up: RollUp;
}

/** The measures of a plan, judged in a period. */
export interface MeasureList {
  /** Sections in order. */
  sections: SectionRow[];
  /** Measures in order. */
  measures: MeasureRow[];
  /** Units that have a part in any measure, in the order of the document. */
  units: UnitRef[];
}

/** A section of the tree. */
export interface SectionRow {
  /** Its id. */
  id: Uid;
  /** Number and title as printed, e.g. 一、夯实基层服务. */
  title: string;
  /** Its worst lit measure's light. */
  light: Light;
  /** How many measures it has. */
  measures: number;
}

/** A unit by id and name. */
export interface UnitRef {
  /** Its id. */
  id: Uid;
  /** Its full name. */
  name: string;
  /** The name for narrow columns. */
  short: string;
}

/** A measure of the list. */
export interface MeasureRow {
  /** Its id. */
  id: Uid;
  /** Its number as printed. */
  number: string | null;
  /** Its title. */
  title: string;
  /** Its section. */
  section: Uid | null;
  /** Its units with their part; lead units first. */
  units: MeasureUnit[];
  /** The day it is due. */
  due: string;
  /** Its light. */
  light: Light;
  /** Completion of its indicator that is furthest behind. */
  completion: number | null;
  /** Lag of that indicator, a fraction. */
  lag: number | null;
  /** Time progress of that indicator. */
  time_progress: number;
  /** Why, in a sentence. */
  reason: string;
  /** How many indicators it has. */
  indicators: number;
  /** Words, number and pinyin initials to search in, in lower case. */
  keys: string;
}

/** A unit's part in a measure. */
export interface MeasureUnit {
  /** The unit. */
  unit: UnitRef;
  /** Its part. */
  role: Role;
}

/** Asks for a measure in a period. */
export interface OfMeasure {
  /** The measure. */
  measure: Uid;
  /** The period. */
  period: Period;
}

/** A measure with all that belongs to it. */
export interface MeasureDetail {
  /** As in the list. */
  row: MeasureRow;
  /** Number and title of its section. */
  section: string | null;
  /** Its whole text. */
  text: string;
  /** What was found in the text. */
  marks: Mark[];
  /** The line of the source it begins on. */
  line: number | null;
  /** Its indicators, judged. */
  indicators: IndicatorRow[];
  /** Latest changes of its entries and targets, newest first. */
  history: ChangeRow[];
}

/** An indicator with its judgement. */
export interface IndicatorRow {
  /** Its id. */
  id: Uid;
  /** What is measured. */
  name: string;
  /** Unit of measure. */
  unit: string;
  /** The target as people write it, e.g. ≥2600. */
  target_label: string;
  /** What a value means. */
  kind: ValueKind;
  /** How it is approached. */
  pace: Pace;
  /** How units' values are combined. */
  roll_up: RollUp;
  /** Its weight. */
  weight: number;
  /** Baseline, if any. */
  baseline: number | null;
  /** Relation. */
  comparator: Comparator;
  /** Target. */
  target: number | null;
  /** Upper bound. */
  upper: number | null;
  /** Day due. */
  due: string;
  /** The words it came from. */
  quote: string;
  /** Value of the period before, over all units. */
  last: number | null;
  /** Value of the period, over all units. */
  value: number | null;
  /** Expected value at the period's end, where there is one. */
  expected: number | null;
  /** Share reached. */
  completion: number | null;
  /** Lag, a fraction. */
  lag: number | null;
  /** Its light. */
  light: Light;
  /** Why. */
  reason: string;
  /** What stands in the table instead of a per cent: 达标, 未达标, 未报, 未到期. */
  word: string | null;
  /** Units that have not reported. */
  missing_units: string[];
}

/** A past change. */
export interface ChangeRow {
  /** When. */
  at: string;
  /** Who. */
  who: string;
  /** What, in a sentence. */
  text: string;
}

/** An indicator as the command line lists it (DESIGN §8). */
export interface IndicatorInfo {
  /** Its id. */
  id: Uid;
  /** What is measured. */
  name: string;
  /** Its measure. */
  measure: MeasureRef | null;
  /** Relation. */
  comparator: Comparator;
  /** Target. */
  target: number | null;
  /** Upper bound. */
  upper: number | null;
  /** Unit of measure. */
  unit: string;
  /** Baseline. */
  baseline: number | null;
  /** Day due. */
  due: string;
  /** What a value means. */
  kind: ValueKind;
  /** How it is approached. */
  pace: Pace;
  /** How units' values are combined. */
  roll_up: RollUp;
  /** Its weight. */
  weight: number;
  /** The words it came from. */
  quote: string;
}

/** A measure by id, number and title. */
export interface MeasureRef {
  /** Its id. */
  id: Uid;
  /** Its number as printed. */
  number: string | null;
  /** Its title. */
  title: string;
}

/** Changes how an indicator is judged; what is absent stays. */
export interface IndicatorSet {
  /** Which. */
  indicator: Uid | null;
  /** What a value means. */
  kind: ValueKind | null;
  /** How it is approached. */
  pace: Pace | null;
  /** How units' values are combined. */
  roll_up: RollUp | null;
  /** Baseline as typed. */
  baseline: string | null;
  /** Target as typed. */
  target: string | null;
  /** Day due. */
  due: string | null;
  /** Weight as typed. */
  weight: string | null;
}

/** A unit or a group of units. */
export interface UnitInfo {
  /** Its id. */
  id: Uid;
  /** Its full name. */
  name: string;
  /** Its short name, where it has one. */
  short_name: string | null;
  /** Other names it goes by. */
  aliases: string[];
  /** True if it stands for its members, like 各县（区）卫生健康局. */
  is_group: boolean;
  /** The ids of its members. */
  members: Uid[];
}

/** Adds a unit. */
export interface UnitAdd {
  /** Its full name. */
  name: string;
  /** The name of the group it belongs to. */
  group: string | null;
}

/** Asks for the entry grid of a unit. */
export interface GridOf {
  /** The plan. */
  plan: Uid;
  /** The period being filled in. */
  period: Period;
  /** The unit; none for the first one. */
  unit: Uid | null;
}

/** Indicators × periods of one unit. */
export interface Grid {
  /** The unit shown. */
  unit: UnitRef | null;
  /** Every unit that reports for the plan. */
  units: GridUnit[];
  /** The columns: the months of the plan up to the period, with their short labels. */
  periods: GridPeriod[];
  /** One row an indicator. */
  rows: GridRow[];
}

/** A unit of the picker. */
export interface GridUnit {
  /** The unit. */
  unit: UnitRef;
  /** How many values it has reported in the period. */
  filled: number;
  /** How many it should report. */
  total: number;
}

/** A column. */
export interface GridPeriod {
  /** The period. */
  period: Period;
  /** Its short label, e.g. 7月. */
  label: string;
}

/** An indicator of the grid, judged on this unit's own values. */
export interface GridRow {
  /** The number of its measure. */
  number: string | null;
  /** The indicator, its figures those of the unit. */
  indicator: IndicatorRow;
  /** One cell a column. */
  cells: GridCell[];
}

/** What a unit reported for a period. */
export interface GridCell {
  /** The value as shown, empty where nothing was reported. */
  text: string;
  /** Numerator, where it was reported so. */
  numerator: number | null;
  /** Denominator, where it was reported so. */
  denominator: number | null;
  /** The note. */
  note: string | null;
  /** Who and when. */
  by: string | null;
}

/** One reported value, as typed. */
export interface EntryInput {
  /** The indicator. */
  indicator: Uid;
  /** The unit. */
  unit: Uid;
  /** The period. */
  period: Period;
  /** The value as typed; `3/4` is a numerator and a denominator; empty takes the entry back. */
  value: string;
  /** The note; absent leaves the one that is there. */
  note: string | null;
}

/** Reports values: all of them or none, as one operation. */
export interface Record {
  /** The values. */
  entries: EntryInput[];
}

/** What was written. */
export interface Recorded {
  /** How many values changed. */
  changed: number;
  /** What looks odd and may be wrong; the values are written all the same. */
  questions: Question[];
}

/** A question about a value. */
export interface Question {
  /** The indicator. */
  indicator: Uid;
  /** The unit. */
  unit: Uid;
  /** The period. */
  period: Period;
  /** fell, over_100, tenfold, not_responsible, outside_plan. */
  code: string;
  /** The fact, with both figures. */
  fact: string;
  /** What may be the cause. */
  cause: string;
}

/** How a plan stands in a period. */
export interface Status {
  /** The plan. */
  plan: Uid;
  /** Its title. */
  title: string;
  /** The period. */
  period: Period;
  /** Share of the plan's time that has passed. */
  time_progress: number;
  /** Every indicator. */
  indicators: IndicatorStatus[];
  /** Every measure. */
  measures: MeasureLight[];
  /** How many measures have each light. */
  lights: Lights;
}

/** How an indicator stands. */
export interface IndicatorStatus {
  /** Its id. */
  id: Uid;
  /** What is measured. */
  name: string;
  /** Its measure. */
  measure: Uid | null;
  /** The value over all units, in the indicator's unit of measure. */
  value: number | null;
  /** Share of the target reached; may exceed 1. */
  completion: number | null;
  /** Expected minus reached, a fraction; negative when ahead. */
  lag: number | null;
  /** Share of the indicator's own time that has passed. */
  time_progress: number;
  /** Its light. */
  light: Light;
  /** Why, in a sentence. */
  reason: string;
  /** The units that have not reported. */
  missing_units: string[];
}

/** The light of a measure. */
export interface MeasureLight {
  /** Its id. */
  id: Uid;
  /** Its number as printed. */
  number: string | null;
  /** Its title. */
  title: string;
  /** Its worst lit indicator's light. */
  light: Light;
}

/** How many of each. */
export interface Lights {
  /** 完成. */
  done: number;
  /** 绿灯. */
  green: number;
  /** 黄灯. */
  yellow: number;
  /** 红灯. */
  red: number;
  /** 灰: 未报 or 未到期. */
  grey: number;
}

/** Asks for an indicator's trend. */
export interface ChartOf {
  /** The indicator. */
  indicator: Uid;
  /** One unit only; else all together. */
  unit: Uid | null;
  /** Up to this period. */
  period: Period;
}

/** A chart with its figures. */
export interface ChartView {
  /** The drawing, to be shown as an image. */
  svg: string;
  /** What it says, in a sentence. */
  alt: string;
  /** Its figures. */
  table: ChartRow[];
  /** Unit of measure. */
  unit: string;
}

/** One period of the chart's table. */
export interface ChartRow {
  /** The period's label. */
  label: string;
  /** Reported value; none where nothing was reported. */
  value: number | null;
  /** Expected value. */
  expected: number | null;
  /** Units that have not reported. */
  missing_units: string[];
}

/** Saves a chart where the user says. */
export interface ChartSave {
  /** Which. */
  chart: ChartOf;
  /** svg or png. */
  format: string;
}

/** A file that was written; none if the user thought better of it. */
export interface Saved {
  /** Its full path. */
  path: string | null;
}

/** What was sent for a period, and what came back. */
export interface Board {
  /** One row a unit that reports for the plan. */
  units: BoardRow[];
}

/** A unit of the board. */
export interface BoardRow {
  /** The unit. */
  unit: UnitRef;
  /** When its workbook was last sent, if it was. */
  sent_at: string | null;
  /** The workbook's file name. */
  file: string | null;
  /** When a return was merged. */
  returned_at: string | null;
  /** How many values it has reported in the period. */
  filled: number;
  /** How many it should report. */
  total: number;
}

/** Sends workbooks into a folder the user names. */
export interface Send {
  /** The plan. */
  plan: Uid;
  /** The period. */
  period: Period;
  /** These units; empty for all. */
  units: Uid[];
}

/** What was written. */
export interface Sent {
  /** The folder; none if the user thought better of it. */
  folder: string | null;
  /** The workbooks. */
  files: SentFile[];
}

/** A workbook that was written. */
export interface SentFile {
  /** Its file name. */
  file: string;
  /** The full path. */
  path: string;
  /** The unit. */
  unit: string;
  /** The exchange it belongs to. */
  exchange: Uid;
  /** How many rows it has. */
  rows: number;
}

/** What merging would do, or did (DESIGN §8). */
export interface MergeReport {
  /** Every file. */
  files: MergeFile[];
  /** The count: changed = applied + equal + conflicts + rejected. */
  cells: MergeCounts;
  /** Every cell that is not as it was sent, and every row that could not be placed. */
  items: MergeItem[];
  /** True if this is a preview and nothing was written. */
  preview: boolean;
}

/** A returned workbook. */
export interface MergeFile {
  /** Its file name. */
  file: string;
  /** What became of it. */
  status: FileStatus;
  /** The unit it came from. */
  unit: string | null;
  /** The exchange it belongs to. */
  exchange: Uid | null;
  /** What is wrong with it, or worth knowing. */
  messages: string[];
}

/** The count of a merge. */
export interface MergeCounts {
  /** Cells that are not as they were sent. */
  changed: number;
  /** Taken (or to be taken). */
  applied: number;
  /** Already so in the ledger. */
  equal: number;
  /** Changed on both sides, differently. */
  conflicts: number;
  /** Not readable, or not to be placed. */
  rejected: number;
}

/** A cell of a returned workbook. */
export interface MergeItem {
  /** Its key, for a decision. */
  key: string;
  /** The file. */
  file: string;
  /** The sheet. */
  sheet: string;
  /** The row, as the spreadsheet numbers it. */
  row: number;
  /** The column's letter. */
  column: string;
  /** The unit. */
  unit: string | null;
  /** The indicator's name with its unit of measure. */
  indicator: string | null;
  /** value, numerator, denominator or note. */
  field: string;
  /** As it was sent. */
  base: string | null;
  /** As the ledger has it now. */
  ours: string | null;
  /** Who wrote ours, and when. */
  ours_by: string | null;
  /** As it came back. */
  theirs: string | null;
  /** What becomes of it. */
  outcome: Outcome;
  /** The reason, for rejected cells and conflicts. */
  code: string | null;
  /** The reason in a sentence. */
  message: string | null;
}

/** Merges what was previewed. */
export interface MergeApply {
  /** Decisions on conflicts, by key. */
  decisions: Decision[];
}

/** A decision on one conflict. */
export interface Decision {
  /** The item's key. */
  key: string;
  /** Which side wins. */
  choice: Choice;
}

/** What became of a returned workbook. */
export type FileStatus = "read" | "repeated" | "refused" | "unknown";

/** What becomes of a cell. */
export type Outcome = "applied" | "equal" | "conflict" | "rejected";

/** Which side wins a conflict. */
export type Choice = "ours" | "theirs";

/** The ledger's operations, newest first. */
export interface History {
  /** The operations. */
  operations: OperationRow[];
  /** A hash over everything the ledger holds but its history: equal states have equal hashes. */
  state_hash: string;
}

/** One operation. */
export interface OperationRow {
  /** Its id. */
  id: Uid;
  /** import, record, merge … */
  kind: string;
  /** What was done, in a sentence. */
  label: string;
  /** Who did it. */
  who: string;
  /** When. */
  at: string;
  /** How many rows of the ledger it touched. */
  changes: number;
  /** True if it was taken back. */
  undone: boolean;
  /** True if it can be taken back or brought back at all; workbooks sent cannot. */
  undoable: boolean;
}

/** What undo or redo did. */
export interface Replayed {
  /** The operation; none if there was nothing left to do. */
  operation: OperationRow | null;
  /** The hash of the state afterwards. */
  state_hash: string;
}

/** One change a person makes to the draft. */
export type DraftEdit =
  | { edit: "plan"; plan: DraftPlan }
  | { edit: "measure"; item: string; number: string | null; title: string; units: UnitEdit[]; deadline: string | null }
  | { edit: "target"; item: string; fields: TargetEdit }
  | { edit: "phase"; item: string; name: string; due: string | null }
  | { edit: "accept"; item: string }
  | { edit: "accept_all" }
  | { edit: "drop"; item: string }
  | { edit: "restore"; item: string };

/** Why a command was refused. */
export interface ApiError {
  kind: "Invalid" | "NotFound" | "Conflict" | "Unreadable" | "Internal";
  message: string;
  hint: string | null;
}

/** The command table. */
export interface Commands {
  state: { request: Nothing; response: State };
  open_sample: { request: Nothing; response: State };
  open_ledger: { request: Nothing; response: State };
  new_ledger: { request: Nothing; response: State };
  close_ledger: { request: Nothing; response: State };
  draft_open: { request: Nothing; response: DraftView | null };
  draft_paste: { request: Pasted; response: DraftView };
  draft_show: { request: Nothing; response: DraftView | null };
  draft_edit: { request: DraftEdit; response: DraftView };
  draft_discard: { request: Nothing; response: Nothing };
  draft_confirm: { request: Nothing; response: Imported };
  measures: { request: OfPeriod; response: MeasureList };
  measure: { request: OfMeasure; response: MeasureDetail };
  indicator_set: { request: IndicatorSet; response: Nothing };
  units: { request: Nothing; response: UnitInfo[] };
  unit_add: { request: UnitAdd; response: UnitInfo };
  grid: { request: GridOf; response: Grid };
  record: { request: Record; response: Recorded };
  status: { request: OfPeriod; response: Status };
  chart: { request: ChartOf; response: ChartView };
  chart_save: { request: ChartSave; response: Saved };
  board: { request: OfPeriod; response: Board };
  send: { request: Send; response: Sent };
  merge_open: { request: Nothing; response: MergeReport | null };
  merge_show: { request: Nothing; response: MergeReport | null };
  merge_apply: { request: MergeApply; response: MergeReport };
  merge_discard: { request: Nothing; response: Nothing };
  history: { request: Nothing; response: History };
  undo: { request: Nothing; response: Replayed };
  redo: { request: Nothing; response: Replayed };
  undo_operation: { request: { operation: Uid }; response: Replayed };
}
