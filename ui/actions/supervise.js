// @ts-check
// Supervision: red lights put right, measures listed, milestones and phases, and each unit's account.

import { state, changeIn, change } from "../store.js";
import { accountCopied, accountsCopied, items, milestonesOf, unitsOf } from "../logic/supervise.js";
import { reveal, scrollToRow } from "../reveal.js";
import { readDay } from "../logic/days.js";
import { copyText } from "./clipboard.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { after, go } from "./frame.js";

/**
 * @typedef {import("../types/api").LightOf} LightOf
 * @typedef {import("../logic/supervise.js").Item} Item
 * @typedef {import("../store.js").SuperviseTab} Tab
 * @typedef {import("../store.js").Form} Form
 */

/** @type {Tab[]} */
const TABS = ["rectify", "listing", "milestone", "account"];

export async function load() {
  const { plan, period } = state;
  if (!plan || !period) return;
  const view = await ask("supervision", { plan, period });
  if (!view || plan !== state.plan || period !== state.period) return;
  changeIn("supervise", { view });
  await choose(known() ? state.supervise.chosen : keys()[0] ?? null);
}

/** Returns the keys of the lines of the tab that is open. */
function keys() {
  const { view, tab, filter, unit, nodes } = state.supervise;
  if (!view) return [];
  if (tab === "rectify") return items(view, filter, unit).map((item) => item.key);
  if (tab === "listing") return view.listings.map((row) => row.id);
  if (tab === "milestone") return milestonesOf(view.milestones, nodes).map((row) => row.id);
  return view.accounts.map((one) => one.unit.id);
}

const known = () => state.supervise.chosen !== null && keys().includes(state.supervise.chosen);

/** Returns the line of the rectifications that is open. @returns {Item | undefined} */
export function item() {
  const { view, filter, unit, chosen } = state.supervise;
  return view ? items(view, filter, unit).find((one) => one.key === chosen) : undefined;
}

/** Opens a line. @param {string | null} chosen */
export async function choose(chosen) {
  changeIn("supervise", { chosen, ...(chosen === state.supervise.phase?.row.id ? {} : { phase: null }) });
  const row = state.supervise.tab === "milestone" ? state.supervise.view?.milestones.find((one) => one.id === chosen) : undefined;
  if (!row || row.measure || !chosen) return;
  const phase = await ask("phase", { milestone: chosen, period: row.due || row.closing ? null : state.period });
  if (phase && state.supervise.chosen === chosen) changeIn("supervise", { phase });
}

/** Goes so many lines down. @param {number} step */
export async function walk(step) {
  const all = keys();
  if (!all.length) return;
  const at = Math.min(Math.max(all.indexOf(state.supervise.chosen ?? "") + step, 0), all.length - 1);
  scrollToRow(".supervised .scrolls", at, state.rowHeights.row);
  await choose(all[at]);
  reveal(".supervised [aria-selected=true]");
}

/** @param {Tab} tab */
export async function pickTab(tab) {
  changeIn("supervise", { tab, chosen: null });
  await choose(keys()[0] ?? null);
}

/** Goes to the next tab or the one before. @param {number} step */
export const stepTab = (step) => pickTab(TABS[Math.min(Math.max(TABS.indexOf(state.supervise.tab) + step, 0), TABS.length - 1)]);

/** Narrows a list. @param {Partial<Pick<import("../store.js").State["supervise"], "filter" | "unit" | "nodes">>} part */
export async function narrow(part) {
  changeIn("supervise", part);
  if (!known()) await choose(keys()[0] ?? null);
}

/** Goes to one thing that is supervised. @param {Tab} tab @param {string} chosen */
export async function to(tab, chosen) {
  changeIn("supervise", { tab, chosen, filter: "", unit: "", nodes: "" });
  await go("supervise");
  reveal(".supervised [aria-selected=true]");
}

/** Lists the red lights of a unit's own figures. @param {string} unit */
export async function ofUnit(unit) {
  changeIn("supervise", { tab: "rectify", chosen: null, filter: "own", unit });
  await go("supervise");
  const { view } = state.supervise;
  if (!view || unitsOf(view).some((one) => one.id === unit)) return;
  await narrow({ unit: "" });
  say(words().supervise.noRed, false);
}

/** Opens the measure of a line. @param {string} measure */
export async function toMeasure(measure) {
  change({ query: "" });
  changeIn("measures", { selected: measure, detail: null, chart: null, indicator: null });
  await go("measures");
}

// Forms. Each has its kind, what was typed, and what was refused.

const today = () => state.frame?.today ?? "";

/** What was typed into a form that was closed comes back with it; what changes something shows it as it is. @param {Form} form */
const openForm = (form) => changeIn("supervise", { form: { message: "", ...form, ...state.supervise.left[formKey(form)] } });

/** @param {Form} form */
const formKey = ({ kind, step: what, id, of, measure }) => JSON.stringify([kind, what ?? null, id ?? null, of ?? null, kind === "milestone" ? measure : null]);

/** @param {Form} part */
export const type = (part) => changeIn("supervise", { form: { ...state.supervise.form, message: "", ...part } });

export function closeForm() {
  const { form, left } = state.supervise;
  const text = form && form.kind !== "change" && !(form.kind === "milestone" && form.id);
  const typed = text ? Object.fromEntries(TYPED.filter((field) => form[field] && !(form.kind === "open" && field === "finding")).map((field) => [field, form[field]])) : {};
  changeIn("supervise", { form: null, left: form ? { ...left, [formKey(form)]: typed } : left });
}

/** What a person writes in words. */
const TYPED = ["cause", "action", "deadline", "person", "note", "reason", "finding", "findings", "evidence", "text"];

/** Asks to put a light right; one that is being put right already is shown instead. @param {Partial<LightOf>} of */
export async function askFor(of) {
  const { plan, period } = state;
  if (!plan || !period) return;
  const light = { plan, period, indicator: null, measure: null, own: null, ...of };
  const asked = await ask("rectify_ask", light);
  if (!asked) return;
  if (asked.going_on) {
    say(words().supervise.already(asked.name), false);
    return to("rectify", asked.going_on);
  }
  openForm({ kind: "open", of: light, name: asked.name, light: asked.light, finding: asked.finding, units: asked.units, unit: asked.unit?.id ?? "", cause: "", action: "", deadline: "", person: "" });
}

/** Does what stands to be done with the line that is open. */
export function main() {
  const one = item();
  if (!one || state.supervise.tab !== "rectify") return false;
  if (one.light) return askFor({ indicator: one.light.indicator, own: one.own ? one.light.unit?.id ?? null : null });
  if (one.row.stage === "open") return step("applied");
  if (one.row.stage === "applied") return step("signed_off");
  return false;
}

/** Opens the form for a step. @param {"applied" | "sent_back" | "signed_off"} what */
export function step(what) {
  const row = item()?.row;
  if (!row) return;
  openForm({ kind: "step", id: row.id, name: row.name, step: what, note: "", on: today() });
}

/** Opens the form for what can change of the rectification that is open. */
export function edit() {
  const row = item()?.row;
  if (!row || row.stage !== "open") return false;
  openForm({ kind: "change", id: row.id, name: row.name, cause: row.cause, action: row.action, deadline: row.deadline ?? "", person: row.person });
}

/** Opens the form to list a measure; none named, it asks which. @param {string | null} measure */
export async function list(measure) {
  const { plan, period } = state;
  if (!plan || !period) return;
  const known = await ask("measures", { plan, period });
  if (!known) return;
  const measures = known.measures.filter((row) => !row.listed || row.id === measure).map(({ id, number, title }) => ({ id, number, title }));
  openForm({ kind: "list", measures, measure: measure ?? measures[0]?.id ?? "", reason: "", every: "7", on: today() });
}

/** @param {import("../types/api").ListingRow} row */
export const inspect = (row) => openForm({ kind: "inspect", id: row.id, name: row.measure.title, finding: "", on: today() });
/** @param {import("../types/api").ListingRow} row */
export const lift = (row) => openForm({ kind: "lift", id: row.id, name: row.measure.title, on: today() });

/** Opens the form for a new milestone; of a measure, or a phase of the plan. @param {import("../types/api").MeasureRef | null} measure */
export const addMilestone = (measure) => openForm({ kind: "milestone", id: null, measure: measure?.id ?? null, of: measure?.title ?? "", name: "", due: "", text: "" });
/** @param {import("../types/api").MilestoneRow} row */
export const changeMilestone = (row) => openForm({ kind: "milestone", id: row.id, measure: row.measure?.id ?? null, of: row.measure?.title ?? "", name: row.name, due: row.due ?? "", text: row.text });
/** @param {import("../types/api").MilestoneRow} row */
export const finish = (row) => openForm({ kind: "done", id: row.id, name: row.name, on: today(), evidence: "" });
/** Opens the form for the evaluation of the phase that is open. */
export function evaluate() {
  const { phase } = state.supervise;
  if (phase) openForm({ kind: "phase", id: phase.row.id, name: phase.row.name, period: phase.figures.period, findings: "" });
}

/** Returns what the form asks the program to write. @param {Form} form */
function request(form) {
  const day = (/** @type {string} */ field) => readDay(form[field] ?? "") ?? null;
  switch (form.kind) {
    case "open": return attempt("rectify_open", { of: form.of, unit: form.unit || null, cause: form.cause, action: form.action, deadline: day("deadline"), person: form.person, on: null }, words().busy.writing);
    case "change": return attempt("rectify_change", { rectification: form.id, cause: form.cause, action: form.action, deadline: day("deadline"), person: form.person, on: null }, words().busy.writing);
    case "step": return attempt("rectify_step", { rectification: form.id, step: form.step, note: form.note, on: day("on") }, words().busy.writing);
    case "list": return attempt("listing_open", { measure: form.measure, reason: form.reason, every_days: Number(form.every), on: day("on") }, words().busy.writing);
    case "inspect": return attempt("listing_inspect", { listing: form.id, finding: form.finding, on: day("on") }, words().busy.writing);
    case "lift": return attempt("listing_lift", { listing: form.id, on: day("on") }, words().busy.writing);
    case "done": return attempt("milestone_done", { milestone: form.id, on: day("on"), evidence: form.evidence }, words().busy.writing);
    case "phase": return attempt("phase_close", { milestone: form.id, period: form.period, findings: form.findings, on: null }, words().busy.writing);
    default: return form.id
      ? attempt("milestone_change", { milestone: form.id, name: form.name, due: day("due"), text: form.text }, words().busy.writing)
      : attempt("milestone_add", { plan: state.plan ?? "", measure: form.measure, name: form.name, due: day("due"), text: form.text }, words().busy.writing);
  }
}

/** Writes what the form says; a refusal stays in it. @param {() => void} done */
export async function save(done) {
  const { form } = state.supervise;
  if (!form) return;
  try {
    const answer = /** @type {{ rectification?: string, milestone?: string, remark?: string | null }} */ (await request(form));
    const { [formKey(form)]: _, ...left } = state.supervise.left;
    changeIn("supervise", { form: null, left });
    done();
    const { saved } = words().supervise;
    say(saved[/** @type {keyof typeof saved} */ (form.kind === "step" ? form.step : form.kind)], true);
    if (answer.remark) change({ notes: [answer.remark] });
    const made = form.kind === "open" ? answer.rectification : form.kind === "milestone" ? answer.milestone : undefined;
    if (made && state.view === "supervise") changeIn("supervise", { chosen: made, ...(form.kind === "open" ? { filter: "", unit: "" } : { nodes: "" }) });
    await after();
  } catch (error) {
    const { message, hint } = refusal(error);
    changeIn("supervise", { form: { ...form, message: hint ? `${message}，${hint}` : message } });
  }
}

/** @param {"milestone_reopen" | "milestone_remove" | "phase_reopen"} command @param {string} milestone */
async function at(command, milestone) {
  if ((await ask(command, { milestone }, words().busy.writing)) === undefined) return;
  say(words().supervise.saved[command], true);
  await after();
}
export const reopen = (/** @type {string} */ milestone) => at("milestone_reopen", milestone);
export const remove = (/** @type {string} */ milestone) => at("milestone_remove", milestone);
export const evaluateAnew = (/** @type {string} */ milestone) => at("phase_reopen", milestone);

/** Copies the accounts of all units, or that of the one that is open. @param {boolean} all */
export async function copyAccounts(all) {
  const { view, chosen } = state.supervise, t = words().supervise;
  const one = view?.accounts.find((account) => account.unit.id === chosen);
  if (!view || (!all && !one)) return;
  const text = one && !all ? accountCopied(one, view.rectifications, t.accountLine, (stage) => t.stages[stage], words().score.penalty) : accountsCopied(view.accounts, t.accountHead);
  if (await copyText(text)) say(t.copied(text.split("\n").length - 1), false);
  else changeIn("overview", { byHand: text });
}
