// @ts-check
// What is typed into the entry grid goes into the ledger: refusals stay in their cells, odd values are asked about.

import { state, changeIn } from "../store.js";
import { entryKey } from "../logic/grids.js";
import { focusOn } from "../reveal.js";
import { attempt, inTurn, refusal, words } from "./calls.js";
import { goTo, without } from "./entry.js";
import { refresh } from "./frame.js";
import { again } from "./sheet.js";

/** @typedef {import("../store.js").Entry} Entry */

/** Records one block after the other; a refused value keeps its text in the cell, with the reason. @param {Entry[]} entries @returns {Promise<{ changed: number, refused: number }>} */
export function record(entries) {
  const keys = entries.map(entryKey);
  const typed = Object.fromEntries(entries.map((entry, at) => [keys[at], entry.value]));
  const { pending, wrong, halves } = state.entry;
  changeIn("entry", { pending: { ...pending, ...typed }, wrong: without(wrong, keys), halves: without(halves, keys) });
  return inTurn(async () => {
    const done = await written(entries);
    refuse(done.refused, typed);
    asked(entries, done);
    await again();
    changeIn("entry", { pending: without(state.entry.pending, keys) });
    await refresh();
    return { changed: done.changed, refused: done.refused.length };
  });
}

/** Where the whole request fails, every value of it is refused. @param {Entry[]} entries @returns {Promise<import("../types/api").RecordedEach>} */
async function written(entries) {
  try {
    return await attempt("record_each", { entries: entries.map(({ indicator, unit, period, value, note }) => ({ indicator, unit, period, value, note })) }, words().busy.writing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return { changed: 0, questions: [], refused: entries.map(({ indicator, unit, period }) => ({ indicator, unit, period, message: hint ? `${message}，${hint}` : message })) };
  }
}

/** @param {import("../types/api").RefusedEntry[]} refused @param {{ [cell: string]: string }} typed */
function refuse(refused, typed) {
  if (!refused.length) return;
  const wrong = Object.fromEntries(refused.map((one) => [entryKey(one), { text: typed[entryKey(one)], message: one.message }]));
  changeIn("entry", { wrong: { ...state.entry.wrong, ...wrong } });
}

/** Keeps the questions about what was just written; older ones about the same cells are settled by it. @param {Entry[]} entries @param {import("../types/api").RecordedEach} done */
function asked(entries, { questions, refused }) {
  const unwritten = new Set(refused.map(entryKey)), by = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const older = state.entry.asked.filter(({ question }) => !by.has(entryKey(question)) || unwritten.has(entryKey(question)));
  const newer = questions.flatMap((question) => {
    const entry = by.get(entryKey(question));
    return entry ? [{ question, entry }] : [];
  });
  changeIn("entry", { asked: [...older, ...newer], reason: "" });
}

/** 改回重填: the value that is asked about goes back to what it was, and the cursor to it. */
export async function takeBack() {
  const [first, ...rest] = state.entry.asked;
  if (!first) return;
  changeIn("entry", { asked: rest, reason: "" });
  // The cursor goes at once, not under the hands of who has gone on.
  const there = goTo(first.question);
  const { entry } = first;
  await record([{ ...entry, value: entry.before, note: null, before: entry.value }]);
  await there;
}

/** 数字无误: the value stays; a reason is kept with it. */
export async function confirmAsked() {
  const { asked: [first, ...rest], reason } = state.entry;
  if (!first) return;
  changeIn("entry", { asked: rest, reason: "" });
  if (reason.trim()) {
    await record([{ ...first.entry, note: reason.trim() }]);
    const key = entryKey(first.question);
    changeIn("entry", { asked: state.entry.asked.filter(({ question }) => entryKey(question) !== key) });
  }
  focusOn("[data-cell]");
}

/** @param {string} reason */
export const giveReason = (reason) => changeIn("entry", { reason });

/** Returns the cells that wait for somebody: refused, or half a rate. */
export const waiting = () => [...Object.keys(state.entry.wrong), ...Object.keys(state.entry.halves)];

/** Goes to the next of them. */
export async function nextWaiting() {
  const keys = waiting();
  if (!keys.length) return false;
  const key = keys[(keys.indexOf(state.entry.waitingAt) + 1) % keys.length];
  const [unit, indicator, period] = key.split(" ");
  changeIn("entry", { waitingAt: key });
  await goTo({ unit, indicator, period });
}
