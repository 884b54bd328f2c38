// @ts-check
// Supervision: what the lists show, and what is copied from them.

import { writeBlock } from "./tsv.js";

/**
 * @typedef {import("../types/api").Supervision} Supervision
 * @typedef {import("../types/api").RedLight} RedLight
 * @typedef {import("../types/api").RectificationRow} Rectification
 * @typedef {import("../types/api").MilestoneRow} Milestone
 * @typedef {import("../types/api").UnitAccount} Account
 * @typedef {"" | "red" | "own" | "open" | "applied" | "overdue" | "signed_off"} Filter
 * @typedef {{ key: string, own: boolean, light: RedLight, row: null } | { key: string, own: boolean, light: null, row: Rectification }} Item a red light to be asked for, or a rectification
 */

/** @type {Filter[]} */
export const FILTERS = ["", "red", "own", "open", "applied", "overdue", "signed_off"];

/** Returns the lines of a filter: red lights before rectifications. @param {Supervision} view @param {Filter} filter @param {string} unit @returns {Item[]} */
export function items(view, filter, unit) {
  const lights = (/** @type {RedLight[]} */ all, /** @type {boolean} */ own) =>
    all.map((light) => ({ key: `${own ? "own" : "red"} ${light.indicator} ${own ? light.unit?.id ?? "" : ""}`, own, light, row: null }));
  const red = filter === "" || filter === "red" ? lights(view.red, false) : filter === "own" ? lights(view.own_red, true) : [];
  const rows = view.rectifications.filter((row) => filter === "" || (filter === "overdue" ? row.overdue : row.stage === filter));
  const all = [...red, ...rows.map((row) => ({ key: row.id, own: row.own, light: null, row }))];
  return all.filter((item) => !unit || (item.light ? item.light.unit?.id : item.row.unit.id) === unit);
}

/** Returns how many lines each filter has. @param {Supervision} view @param {string} unit @returns {Record<Filter, number>} */
export const counts = (view, unit) =>
  /** @type {Record<Filter, number>} */ (Object.fromEntries(FILTERS.map((filter) => [filter, items(view, filter, unit).length])));

/** Returns the units of all lines, and those with an account, each once. @param {Supervision} view */
export function unitsOf(view) {
  const all = [...view.accounts.map((one) => one.unit), ...view.rectifications.map((row) => row.unit), ...[...view.red, ...view.own_red].flatMap((light) => light.unit ?? [])];
  return [...new Map(all.map((unit) => [unit.id, unit])).values()];
}

/** Returns the milestones of a filter. @param {Milestone[]} all @param {"" | "phase" | "node" | "overdue"} filter */
export const milestonesOf = (all, filter) =>
  all.filter((row) => filter === "" || (filter === "overdue" ? row.overdue : (filter === "phase") === (row.measure === null)));

/** Returns the points taken from a unit, without a sign. @param {Account} account */
export const taken = (account) => Math.round(account.penalties.reduce((sum, one) => sum - one.points, 0) * 1000) / 1000;

/** Returns the accounts of all units as a sheet. @param {Account[]} accounts @param {string[]} head */
export const accountsCopied = (accounts, head) => writeBlock([head, ...accounts.map((one) =>
  [one.unit.name, ...[one.rectifications, one.open, one.signed_off, one.overdue, one.sent_back, one.longest, taken(one)].map(String)])]);

/**
 * Returns the account of one unit as a sheet: its rectifications, then its penalties.
 * @param {Account} account @param {Rectification[]} rows @param {string[]} head @param {(stage: Rectification["stage"]) => string} stage @param {string} penalty what a penalty is called
 */
export const accountCopied = (account, rows, head, stage, penalty) => writeBlock([head,
  ...rows.filter((row) => row.unit.id === account.unit.id).map((row) => [row.name, row.finding, row.cause, row.action, row.person, row.opened_on, row.deadline ?? "", row.closed_on ?? "", stage(row.stage), ...[row.days_open, row.days_late, row.sent_back].map(String)]),
  ...account.penalties.map((one) => [penalty, one.reason, "", "", one.who, one.period, "", "", String(one.points), "", "", ""])]);
