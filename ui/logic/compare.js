// @ts-check
// A plan beside an earlier one: its rows, and what is still open.

/**
 * @typedef {import("../types/api").Comparison} Comparison
 * @typedef {import("../types/api").ComparedMeasure} Measure
 * @typedef {import("../types/api").ComparedIndicator} Indicator
 * @typedef {import("../types/api").Link} Link
 * @typedef {import("../types/api").Continued} Continued
 * @typedef {"" | "open" | "linked" | "new"} Show
 * @typedef {{ kind: "measure" | "indicator", id: string | null, number: string, name: string, target: string, link: Link, group: Measure }} Row
 * @typedef {{ id: string, text: string, target: string }} Choice
 */

/** Returns what a link says: a proposal, decided, or nothing. @param {Link} link @returns {Exclude<Show, "">} */
export const standing = (link) => (link.to === null ? "new" : link.confirmed ? "linked" : "open");

/** Returns the rows: each measure, then its indicators. @param {Comparison} view @param {Show} show @returns {Row[]} */
export const rowsOf = (view, show) => view.measures.flatMap((group) => {
  const { measure, indicators, earlier } = group;
  /** @type {Row} */
  const head = { kind: "measure", id: measure?.id ?? null, number: measure?.number ?? "", name: measure?.title ?? "", target: "", link: earlier, group };
  const own = indicators.map((one) => /** @type {Row} */ ({ kind: "indicator", id: one.id, number: "", name: one.name, target: `${one.target_label}${one.unit}`, link: one.earlier, group }));
  return [head, ...own].filter((row) => !show || (row.id !== null && standing(row.link) === show));
});

/** Returns how many rows are open, linked and new. @param {Comparison} view */
export function counts(view) {
  const all = { open: 0, linked: 0, new: 0 };
  for (const row of rowsOf(view, "")) if (row.id !== null) all[standing(row.link)] += 1;
  return all;
}

/** Returns what a row may go on from: earlier measures, or earlier indicators in the same unit. @param {Comparison} view @param {Row} row @returns {Choice[]} */
export function choicesOf(view, row) {
  if (row.kind === "measure")
    return view.earlier.flatMap(({ measure }) => (measure ? [{ id: measure.id, text: `${measure.number ?? ""} ${measure.title}`.trim(), target: "" }] : []));
  const unit = row.group.indicators.find((one) => one.id === row.id)?.unit;
  return view.earlier.flatMap(({ indicators }) => indicators.filter((one) => one.unit === unit).map((one) => ({ id: one.id, text: one.name, target: `${one.target_label}${one.unit}` })));
}

/** Returns the proposals of a row as decisions; a measure's indicators go with it. @param {Row} row */
export function accepted(row) {
  const open = (/** @type {Link} */ link) => standing(link) === "open";
  const decide = (/** @type {string} */ item, /** @type {Link} */ link) => ({ item, earlier: link.to });
  const measures = row.kind === "measure" && row.id !== null && open(row.link) ? [decide(row.id, row.link)] : [];
  const indicators = row.group.indicators.filter((one) => (row.kind === "measure" || one.id === row.id) && open(one.earlier));
  return { measures, indicators: indicators.map((one) => decide(one.id, one.earlier)) };
}

/** Returns every proposal as a decision. @param {Comparison} view */
export function allAccepted(view) {
  const each = rowsOf(view, "").filter((row) => row.kind === "measure").map(accepted);
  return { measures: each.flatMap((one) => one.measures), indicators: each.flatMap((one) => one.indicators) };
}

/** Returns the measures of the earlier plan that nothing goes on from. @param {Comparison} view */
export function ended(view) {
  const used = new Set(view.measures.map((group) => group.earlier.to));
  return view.earlier.flatMap(({ measure }) => (measure && !used.has(measure.id) ? [measure] : []));
}
