// @ts-check
// Filters and order of the measures.

import { later } from "./days.js";

/**
 * @typedef {import("../types/api").MeasureRow} Row
 * @typedef {import("../store.js").Filters} Filters
 * @typedef {import("../store.js").Sort} Sort
 */

/** Worst first, as they are listed. */
export const LIGHTS = /** @type {const} */ (["red", "yellow", "grey", "green", "done"]);

/** Returns true if every word of the query is in the keys. @param {string} keys @param {string} query */
export const found = (keys, query) => query.toLowerCase().split(/\s+/).every((word) => keys.includes(word));

/**
 * Returns the measures that pass all filters. `lights` names those left out.
 * @param {Row[]} rows @param {Filters} filters @param {string} query @param {{ today: string, end: string }} days
 */
export const filtered = (rows, filters, query, days) => rows.filter((row) =>
  !filters.lights.includes(row.light)
  && (!filters.section || row.section === filters.section)
  && hasPart(row, filters.unit, filters.role)
  && isDue(row.due, filters.due, days)
  && found(row.keys, query.trim()));

/** @param {Row} row @param {string} unit @param {string} role */
const hasPart = (row, unit, role) =>
  (!unit && !role) || row.units.some((part) => (!unit || part.unit.id === unit) && (!role || part.role === role));

/** @param {string} due @param {string} filter @param {{ today: string, end: string }} days */
function isDue(due, filter, days) {
  switch (filter) {
    case "period": return due.slice(0, 7) === days.end.slice(0, 7);
    case "quarter": return due >= days.today && due <= later(days.today, 3);
    case "past": return due < days.today;
    default: return true;
  }
}

/**
 * Returns the measures in order; equal ones stay in the order of the document, unknown figures come last.
 * @param {Row[]} rows @param {Sort} sort
 */
export function sorted(rows, sort) {
  const value = values[sort.by];
  const turn = sort.down ? -1 : 1;
  return rows.map((row, at) => ({ row, at, key: value(row, at) })).sort((a, b) => {
    if (a.key === null || b.key === null) return a.key === b.key ? a.at - b.at : a.key === null ? 1 : -1;
    const way = typeof a.key === "string" ? a.key.localeCompare(String(b.key), "zh-CN") : a.key - Number(b.key);
    return way === 0 ? a.at - b.at : turn * way;
  }).map(({ row }) => row);
}

const WITHOUT_LAG = { red: 9, yellow: 0, green: -8 };

/** @type {Record<Sort["by"], (row: Row, at: number) => string | number | null>} */
const values = {
  number: (_, at) => at,
  title: (row) => row.title,
  unit: (row) => row.units[0]?.unit.short ?? null,
  light: (row) => LIGHTS.length - LIGHTS.indexOf(row.light),
  completion: (row) => row.completion,
  // A measure that fails without a figure for it (未达标) is furthest behind; one that is met has no lag worth listing.
  lag: (row) => (row.light === "grey" ? null : row.light === "done" ? -9 : row.lag ?? WITHOUT_LAG[row.light]),
  due: (row) => row.due,
};

/** Returns how many measures have each light. @param {Row[]} rows */
export function lightCounts(rows) {
  const counts = { done: 0, green: 0, yellow: 0, red: 0, grey: 0 };
  for (const row of rows) counts[row.light]++;
  return counts;
}
