// @ts-check
// The rules the ledger judges by.

import { state, changeIn } from "../store.js";
import { ask, say, words } from "./calls.js";
import { refresh } from "./frame.js";
import { load as loadUnits } from "./units.js";

export async function load() {
  if (!state.frame?.ledger) return;
  const rules = await ask("rules", {});
  if (rules && !state.settings.touched) take(rules);
  if (state.settings.tab === "units") await loadUnits();
}

/** @param {import("../types/api").RulesView} rules */
function take(rules) {
  const { yellow_over, red_over, full_mark, bonus_cap, penalty_cap } = rules;
  const texts = Object.fromEntries(Object.entries({ yellow_over, red_over, full_mark, bonus_cap, penalty_cap }).map(([name, value]) => [name, String(value)]));
  changeIn("settings", { rules, form: { ...texts, time: rules.time, combining: rules.combining }, touched: false });
}

/** @param {import("../store.js").Form} part */
export const type = (part) => changeIn("settings", { form: { ...state.settings.form, ...part }, touched: true });

/** Takes a preset's thresholds. @param {string} preset */
export const pick = (preset) => write({ preset });

/** Saves what was typed. */
export async function save() {
  const { form } = state.settings;
  if (form && state.settings.touched) await write(/** @type {import("../types/api").RulesSet} */ (form));
}

/** @param {Partial<import("../types/api").RulesSet>} set */
async function write(set) {
  const none = { preset: null, yellow_over: null, red_over: null, time: null, combining: null, full_mark: null, bonus_cap: null, penalty_cap: null };
  const rules = await ask("rules_set", { ...none, ...set }, words().busy.writing);
  if (!rules) return;
  take(rules);
  say(words().settings.saved, true);
  await refresh();
}

/** Takes back what was typed. */
export function revert() {
  if (!state.settings.touched || !state.settings.rules) return false;
  take(state.settings.rules);
}
