// @ts-check
// The draft as a revised issue of a plan: what differs, what is taken over.

import { state, change, changeIn } from "../store.js";
import { suggested } from "../logic/revision.js";
import { ask, say, words } from "./calls.js";
import { go, refresh } from "./frame.js";

/** Shows what a plan would become by the draft; without one, the likest. @param {string | null} plan */
export async function show(plan) {
  const revision = await ask("draft_compare", { plan }, words().busy.comparing);
  if (revision) changeIn("draft", { revision, take: suggested(revision) });
}

/** Goes back to the review of the draft. */
export const leave = () => changeIn("draft", { revision: null, take: [] });

/** Takes a change over, or leaves it. @param {string} key */
export function toggle(key) {
  const { take } = state.draft;
  changeIn("draft", { take: take.includes(key) ? take.filter((one) => one !== key) : [...take, key] });
}

/** Takes all that can be taken, what is suggested, or nothing. @param {"all" | "suggested" | "none"} which */
export function choose(which) {
  const { revision } = state.draft;
  if (!revision) return;
  const all = revision.changes.filter((one) => !one.blocked).map((one) => one.key);
  changeIn("draft", { take: which === "all" ? all : which === "none" ? [] : suggested(revision) });
}

/** Writes what is taken over, as one operation. */
export async function write() {
  const { revision, take } = state.draft;
  if (!revision || !take.length) return;
  const done = await ask("draft_revise", { plan: revision.plan.id, take }, words().busy.writing);
  if (!done) return;
  changeIn("draft", { view: null, item: null, form: null, chosen: null, revision: null, take: [] });
  await refresh();
  const info = state.frame?.plans.find((one) => one.id === done.plan);
  change({ plan: done.plan, period: info?.current ?? state.period });
  say(words().revision.done(done), true);
  await go("measures");
}
