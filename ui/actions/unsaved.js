// @ts-check
// What was typed and is not in the ledger outlives the window: refused values, halves of rates, words in an open field.

import { state, changeIn } from "../store.js";
import { say, words } from "./calls.js";
import { makeGood } from "./narrative.js";

/** @typedef {{ wrong: import("../store.js").State["entry"]["wrong"], halves: { [cell: string]: string }, tales: import("../store.js").Left[] }} Unsaved */

const name = () => (state.frame?.ledger ? `unsaved ${state.frame.ledger.path}` : null);
let written = "";

/** Notes what there is: after every drawing. */
export function remember() {
  const key = name(), { wrong, halves } = state.entry, { of, texts, left } = state.narrative;
  if (!key) return;
  const tales = [...left, ...(of && Object.keys(texts).length ? [{ of, texts }] : [])];
  const some = tales.length > 0 || Object.keys(wrong).length > 0 || Object.keys(halves).length > 0;
  const now = some ? JSON.stringify(/** @type {Unsaved} */ ({ wrong, halves, tales })) : "";
  if (key + now === written) return;
  written = key + now;
  if (now) localStorage.setItem(key, now);
  else localStorage.removeItem(key);
}

/** Takes it up again when the ledger is opened: values stand in their cells as they were, words are saved. */
export async function recall() {
  const key = name(), kept = key && localStorage.getItem(key);
  if (!kept) return;
  /** @type {Unsaved} */
  let unsaved;
  try {
    unsaved = JSON.parse(kept);
  } catch {
    return localStorage.removeItem(key);
  }
  const { wrong, halves, tales } = unsaved;
  changeIn("entry", { wrong, halves });
  let saved = 0;
  for (const { of, texts } of tales) saved += (await makeGood(of, texts)) ? 1 : 0;
  if (saved) say(words().narrative.madeGood(saved), true);
}
