// @ts-check
// Asking the program for something: shows that it takes long, and what it refused.

import { call } from "../backend.js";
import { state, change } from "../store.js";
import { text } from "../text/index.js";

/** @typedef {import("../types/api").Commands} Commands */

const PATIENCE = 300;
const TOAST = 8000;

/** The words of the language that is set. */
export const words = () => text(state.lang);

/**
 * Asks. Answers undefined after showing the refusal; null is what the command itself answers when cancelled.
 * @template {keyof Commands} K
 * @param {K} name @param {Commands[K]["request"]} request @param {string} [working] what it is doing, should it take long
 * @returns {Promise<Commands[K]["response"] | undefined>}
 */
export async function ask(name, request, working = words().busy.reading) {
  try {
    return await attempt(name, request, working);
  } catch (error) {
    const refused = refusal(error);
    // What a person has stopped needs no bar that says it failed.
    if (isStopped(error)) say(refused.message, false);
    else change({ error: refused });
    return undefined;
  }
}

/**
 * The same, but the refusal is the caller's.
 * @template {keyof Commands} K
 * @param {K} name @param {Commands[K]["request"]} request @param {string} working
 */
export async function attempt(name, request, working) {
  const work = { say: working };
  let watch = 0;
  const slow = setTimeout(() => {
    change({ working: [...state.working, work] });
    watch = setInterval(look, PATIENCE);
  }, PATIENCE);
  try {
    return await call(name, request);
  } finally {
    clearTimeout(slow);
    clearInterval(watch);
    if (watch) change({ progress: null });
    if (state.working.includes(work)) change({ working: state.working.filter((one) => one !== work) });
  }
}

/** Shows how far long work has come; what answers late, when it is over, is not shown any more. */
async function look() {
  const progress = await call("progress", {});
  if (state.working.length) change({ progress });
}

/** Stops long work, if there is any that can be stopped. */
export function stop() {
  if (!state.progress) return false;
  change({ progress: null });
  void call("stop", {});
  return true;
}

/** @param {unknown} error */
const isStopped = (error) => typeof error === "object" && error !== null && /** @type {{ kind?: unknown }} */ (error).kind === "Stopped";

/** Returns what is to be shown of an error. @param {unknown} error */
export function refusal(error) {
  const { message, hint } = /** @type {{ message?: unknown, hint?: unknown }} */ (typeof error === "object" && error ? error : { message: error });
  return { message: String(message ?? error), hint: typeof hint === "string" ? hint : null };
}

/** Says what was done, in numbers. @param {string} said @param {boolean} undo true if it can be taken back */
export function say(said, undo) {
  const toast = { text: said, undo };
  change({ toast });
  setTimeout(() => state.toast === toast && change({ toast: null }), TOAST);
}

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/** Runs one after another, in the order in which they were asked for. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export function inTurn(work) {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}
