// @ts-check
// Kinds of charts: what each is drawn of.

/** @typedef {import("../types/api").ChartKind} ChartKind */

/** The kinds in the order they are offered: of one indicator, then of the whole plan. @type {ChartKind[]} */
export const KINDS = ["trend", "years", "lines", "multiples", "bars", "rate", "bullets", "sections", "heat", "league", "timeline"];

/** Returns true if a chart shows one indicator. @param {ChartKind} kind */
export const isOfOne = (kind) => ["trend", "rate", "years", "lines", "multiples", "bars"].includes(kind);

/** Returns true if a chart can be of one unit alone. @param {ChartKind} kind */
export const isOfUnit = (kind) => ["trend", "rate", "years"].includes(kind);

/** Returns true if a chart goes through time, so that it can begin later. @param {ChartKind} kind */
export const hasSpan = (kind) => ["trend", "rate", "years", "lines", "multiples", "heat"].includes(kind);

/** Returns the row so many further, within a table; from none, the first or the last. @param {number | null} at @param {number} step @param {number} rows */
export const stepTo = (at, step, rows) => (rows === 0 ? null : at === null ? (step > 0 ? 0 : rows - 1) : Math.min(Math.max(at + step, 0), rows - 1));

/** Returns a row of figures in a sentence: the columns' heads with what stands in them. @param {string[]} columns @param {string[]} row */
export const said = (columns, row) => [row[0], ...row.slice(1).map((cell, at) => (cell ? `${columns[at + 1]}${/[0-9a-z]$/i.test(columns[at + 1]) ? " " : ""}${cell}` : "")).filter(Boolean)].join("，");
