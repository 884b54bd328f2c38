// @ts-check
// The draft's items: which form each has, and which is looked at next.

import { readDay } from "./days.js";

/**
 * @typedef {import("../types/api").DraftView} DraftView
 * @typedef {import("../types/api").DraftEdit} DraftEdit
 * @typedef {import("../store.js").Form} Form
 * @typedef {import("../store.js").DraftTab} DraftTab
 */

/** Returns an item by its key, with what kind of item it is. @param {DraftView} draft @param {string | null} key */
export function itemOf(draft, key) {
  const target = draft.targets.find((one) => one.key === key);
  if (target) return { kind: /** @type {const} */ ("target"), item: target };
  const measure = draft.measures.find((one) => one.key === key);
  if (measure) return { kind: /** @type {const} */ ("measure"), item: measure };
  const phase = draft.phases.find((one) => one.key === key);
  if (phase) return { kind: /** @type {const} */ ("phase"), item: phase };
  const section = draft.sections.find((one) => one.key === key);
  return section ? { kind: /** @type {const} */ ("section"), item: section } : null;
}

/** Returns a doubt by its key; that of a target is the target's. @param {DraftView} draft @param {string | null} key */
export const doubtOf = (draft, key) => draft.doubts.find((doubt) => doubt.key === key) ?? null;

/** Returns the doubts that still wait for a person; remarks about the document do not. @param {DraftView} draft */
export const openDoubts = (draft) => draft.doubts.filter((doubt) => doubt.item !== null && !doubt.settled);

/** Returns the fields to edit of an item, as text. @param {DraftView} draft @param {string | null} key @returns {Form | null} */
export function formOf(draft, key) {
  const found = itemOf(draft, key);
  if (!found) return null;
  if (found.kind === "target") {
    const { name, comparator, value, upper, unit, due, kind, value_kind, pace, roll_up, measure, baseline, baseline_date } = found.item;
    return { name, comparator, value, upper, unit, due: due ?? "", kind, value_kind, pace, roll_up, measure: measure ?? "", baseline, baseline_date: baseline_date ?? "" };
  }
  if (found.kind === "measure") {
    const { number, title, units, deadline } = found.item;
    return { number: number ?? "", title, deadline: deadline ?? "", units: units.map(({ name, role }) => ({ name, role })) };
  }
  return found.kind === "section" ? { title: found.item.title } : { name: found.item.name, due: found.item.due ?? "" };
}

/** Returns the plan's own data to edit. @param {import("../types/api").DraftPlan} plan @returns {Form} */
export const planForm = (plan) => ({
  title: plan.title, document_number: plan.document_number ?? "", issuer: plan.issuer ?? "",
  issued: plan.issued ?? "", start: plan.start ?? "", due: plan.due ?? "",
});

/** Fields that hold a day. */
export const DAYS = ["due", "deadline", "issued", "start", "baseline_date"];

/** Returns the names of the fields that are no day and should be. @param {Form} form */
export const wrongDays = (form) => DAYS.filter((field) => field in form && readDay(form[field]) === undefined);

/** Returns the change a form makes. Its days must be right. @param {"target" | "measure" | "phase" | "section"} kind @param {string} item @param {Form} form @returns {DraftEdit} */
export function editOf(kind, item, form) {
  const day = (/** @type {string} */ field) => readDay(form[field]) ?? null;
  switch (kind) {
    case "target": {
      const { measure, ...fields } = form;
      return { edit: "target", item, fields: /** @type {any} */ ({ ...fields, due: day("due"), baseline_date: day("baseline_date") }) };
    }
    case "section": return { edit: "section", item, title: form.title };
    case "measure": return {
      edit: "measure", item, number: form.number.trim() || null, title: form.title, deadline: day("deadline"),
      units: form.units.filter((/** @type {{ name: string }} */ unit) => unit.name.trim()),
    };
    case "phase": return { edit: "phase", item, name: form.name, due: day("due") };
  }
}

/** Returns the change of the plan's own data. @param {Form} form @returns {DraftEdit} */
export function planEdit(form) {
  const words = (/** @type {string} */ field) => form[field].trim() || null;
  const day = (/** @type {string} */ field) => readDay(form[field]) ?? null;
  return { edit: "plan", plan: {
    title: form.title.trim(), document_number: words("document_number"), issuer: words("issuer"),
    issued: day("issued"), start: day("start"), due: day("due"),
  } };
}

/** Returns the change that moves a target to the measure its form names; null where it stands there already. @param {DraftView} draft @param {string} item @param {Form} form @returns {DraftEdit | null} */
export function moveOf(draft, item, form) {
  const found = itemOf(draft, item), measure = form.measure || null;
  return found?.kind === "target" && "measure" in form && found.item.measure !== measure ? { edit: "move", item, measure } : null;
}

/** Returns the keys of a tab's items, in the order shown. @param {DraftView} draft @param {DraftTab} tab */
export function keysOf(draft, tab) {
  switch (tab) {
    case "doubts": return draft.doubts.map((doubt) => doubt.key);
    case "measures": return outlineOf(draft).map((one) => one.key);
    case "targets": return draft.targets.map((one) => one.key);
    case "phases": return draft.phases.map((one) => one.key);
    default: return [];
  }
}

/** Returns the next item of a tab that no person has settled, after that one and going round. @param {DraftView} draft @param {DraftTab} tab @param {string | null} after */
export function nextOpen(draft, tab, after) {
  const waiting = new Set(openDoubts(draft).map((doubt) => doubt.key));
  const keys = keysOf(draft, tab);
  const from = after === null ? -1 : keys.indexOf(after);
  for (let step = 1; step <= keys.length; step++) {
    const key = keys[(from + step) % keys.length];
    const found = itemOf(draft, key);
    if (tab === "doubts" ? waiting.has(key) : found && found.kind !== "section" && !found.item.accepted && !found.item.dropped) return key;
  }
  return null;
}

/** Returns the measures under their sections, in the order of the document. @param {DraftView} draft */
export function outlineOf(draft) {
  const rows = [...draft.sections, ...draft.measures];
  // Of what begins on one line the section comes first; the order is kept otherwise.
  return rows.map((one, at) => ({ one, at })).sort((a, b) => a.one.line - b.one.line || a.at - b.at).map(({ one }) => one);
}

/** Returns the lines that were dropped. @param {DraftView} draft */
export const noiseOf = (draft) => draft.lines.filter((line) => line.noise && line.text.trim() !== "");

/** Returns the distinct units of the draft, in the order of the document, with how often each has each part. @param {DraftView} draft */
export function unitsOf(draft) {
  /** @type {Map<string, { name: string, known: string | null, lead: number, responsible: number, cooperating: number, first: string }>} */
  const units = new Map();
  for (const measure of draft.measures) {
    if (measure.dropped) continue;
    for (const { name, role, known } of measure.units) {
      const unit = units.get(name) ?? { name, known, lead: 0, responsible: 0, cooperating: 0, first: measure.key };
      unit[role]++;
      units.set(name, unit);
    }
  }
  return [...units.values()];
}
