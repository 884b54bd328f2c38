// @ts-check
// The operations of the ledger.

import { change } from "../store.js";
import { ask, words } from "./calls.js";
import { replayed } from "./frame.js";

export async function load() {
  const history = await ask("history", {});
  if (history) change({ history });
}

/** Takes back one operation, whichever it is. @param {string} operation */
export async function undoOne(operation) {
  const done = await ask("undo_operation", { operation }, words().busy.undoing);
  if (done) await replayed(done, words().frame.undone);
}
