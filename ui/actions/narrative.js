// @ts-check
// 进展情况 of the measure of the row at hand. What is typed is saved when its field is left, whatever one leaves it for.

import { state, changeIn } from "../store.js";
import { focusOn } from "../reveal.js";
import { attempt, inTurn, refusal, say, words } from "./calls.js";
import { refresh } from "./frame.js";
import { rowHere, rows } from "./sheet.js";

/** @typedef {import("../store.js").Telling} Telling */
/** @typedef {import("../store.js").Tale} Tale */

export const FIELDS = /** @type {const} */ (["progress", "problems", "next_steps"]);
/** A cursor that runs through the rows asks for none of those it passes. */
const PAUSE = 80;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

/** Returns what the row at hand tells of; null where it tells of nothing, or nobody looks. @returns {Telling | null} */
function here() {
  const { grid } = state.entry, row = state.view === "entry" && state.narrative.open ? rowHere() : undefined;
  const period = grid?.periods.at(-1)?.period;
  return row?.measure && period ? { measure: row.measure.id, unit: row.unit.id, period } : null;
}

/** @param {Telling | null} a @param {Telling | null} b */
const same = (a, b) => a?.measure === b?.measure && a?.unit === b?.unit && a?.period === b?.period;

/** Follows the cursor: after every drawing. What was typed elsewhere is saved there. */
export function follow() {
  const of = here(), { grid } = state.entry, now = state.narrative;
  const moved = !same(of, now.of);
  if (!moved && now.grid === grid) return;
  if (moved) {
    settle();
    const kept = state.narrative.left.find((one) => same(one.of, of));
    changeIn("narrative", { of, view: null, texts: kept?.texts ?? {}, refused: {}, left: state.narrative.left.filter((one) => one !== kept) });
  }
  changeIn("narrative", { grid });
  clearTimeout(soon);
  if (of) soon = setTimeout(() => load(of), PAUSE);
}

/** @param {Telling} of */
async function load(of) {
  try {
    const view = await inTurn(async () => attempt("narrative", of, words().busy.reading));
    if (!same(of, state.narrative.of)) return;
    const { view: before, texts } = state.narrative;
    changeIn("narrative", { view, texts: before ? texts : after(view, texts) });
  } catch (error) {
    // The measure may just have been undone; the sheet says so.
    if (same(of, state.narrative.of)) changeIn("narrative", { refused: { progress: refusal(error).message } });
  }
}

/** What was typed before the words that are there came goes behind them. @param {import("../types/api").NarrativeView} view @param {Partial<Tale>} texts @returns {Partial<Tale>} */
const after = (view, texts) => Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, view.told[/** @type {keyof Tale} */ (field)] + text]));

/** @param {keyof Tale} field @param {string} text */
export const type = (field, text) => changeIn("narrative", { texts: { ...state.narrative.texts, [field]: text } });

/** Saves what is typed, in all three fields. */
export function settle() {
  const { of, texts, view } = state.narrative;
  if (of && !view && Object.keys(texts).length) return saveUnseen(of, texts);
  const told = view?.told;
  const changed = Object.fromEntries(FIELDS.flatMap((field) => (texts[field] === undefined || texts[field]?.trim() === told?.[field] ? [] : [[field, texts[field]]])));
  if (of && Object.keys(changed).length) return save(of, changed);
  if (Object.keys(texts).length) changeIn("narrative", { texts: {} });
}

/** Saves what was typed where nobody has seen yet what is there. @param {Telling} of @param {Partial<Tale>} texts */
async function saveUnseen(of, texts) {
  const view = await inTurn(async () => attempt("narrative", of, words().busy.reading)).catch(() => null);
  return save(of, view ? after(view, texts) : texts);
}

/** @param {Telling} of @param {Partial<Tale>} texts */
function save(of, texts) {
  return inTurn(async () => {
    const fields = { progress: texts.progress ?? null, problems: texts.problems ?? null, next_steps: texts.next_steps ?? null };
    try {
      const view = await attempt("narrative_set", { ...of, ...fields }, words().busy.writing);
      if (same(of, state.narrative.of)) changeIn("narrative", { view, texts: unsaved(texts), refused: {} });
      mark(of, view.by !== null);
      await refresh();
      return true;
    } catch (error) {
      const { message, hint } = refusal(error), said = hint ? `${message}，${hint}` : message;
      if (same(of, state.narrative.of)) changeIn("narrative", { refused: Object.fromEntries(Object.keys(texts).map((field) => [field, said])) });
      else {
        // It was left before it was refused: the words are kept for when one comes back.
        changeIn("narrative", { left: [...state.narrative.left, { of, texts }] });
        say(said, false);
      }
      return false;
    }
  });
}

/** Returns what was typed on since it was sent. @param {Partial<Tale>} sent @returns {Partial<Tale>} */
const unsaved = (sent) => Object.fromEntries(Object.entries(state.narrative.texts).filter(([field, text]) => sent[/** @type {keyof Tale} */ (field)] !== text));

/** The rows of the measure know at once that it is told of. @param {Telling} of @param {boolean} told */
function mark({ measure, unit, period }, told) {
  const { grid } = state.entry;
  if (!grid || grid.periods.at(-1)?.period !== period) return;
  const rows = grid.rows.map((row) => (row.measure?.id === measure && row.unit.id === unit && row.told !== told ? { ...row, told } : row));
  const next = { ...grid, rows };
  changeIn("entry", { grid: next });
  changeIn("narrative", { grid: next });
}

/** 沿用上期: takes over what was told last. @param {keyof Tale} field */
export function takeOver(field) {
  const { of, view } = state.narrative, last = view?.last?.told[field];
  if (!of || !last) return;
  type(field, last);
  // The keyboard comes first: what is typed on at once does not wait for the saving.
  focusOn(`.telling [name=${field}]`);
  return settle();
}

/** The same for the field that has the keyboard, if it is empty. */
export function takeOverHere() {
  const field = FIELDS.find((name) => document.activeElement?.matches(`.telling [name=${name}]`));
  const { texts, view } = state.narrative;
  if (!field || (texts[field] ?? view?.told[field] ?? "").trim() || view?.locked) return false;
  takeOver(field);
}

/** Shows or hides the three fields. */
export function toggle() {
  settle();
  const open = !state.narrative.open;
  changeIn("narrative", { open });
  focusOn(open ? ".telling textarea" : "[data-cell]");
}

/** Returns true while the keyboard is in the fields. */
export const isHere = () => Boolean(document.activeElement?.closest(".telling"));

/** Goes from the cells to the fields. */
export const enter = () => (state.narrative.open ? focusOn(".telling textarea") : toggle());

/** Returns how many measures the sheet has, and of how many nothing is told. */
export function counted() {
  const seen = new Map(rows().flatMap((row) => (row.measure ? [[`${row.measure.id} ${row.unit.id}`, row.told]] : [])));
  return { all: seen.size, untold: [...seen.values()].filter((told) => !told).length };
}

/** Goes to the next measure nothing is told of. */
export function nextUntold() {
  const all = rows(), from = state.entry.cursor.row;
  for (let step = 1; step <= all.length; step++) {
    const at = (from + step) % all.length, row = all[at];
    if (row.measure && !row.told && (row.measure.id !== all[from]?.measure?.id || row.unit.id !== all[from]?.unit.id)) {
      settle();
      changeIn("entry", { cursor: { row: at, col: state.entry.cursor.col }, anchor: null });
      return focusOn(".telling textarea");
    }
  }
}

/** Writes what an earlier window could not save any more. @param {Telling} of @param {Partial<Tale>} texts */
export const makeGood = (of, texts) => save(of, texts);
