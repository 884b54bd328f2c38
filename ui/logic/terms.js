// @ts-check
// The rows of the sheet that says how indicators are judged and what they weigh.

/**
 * @typedef {import("../types/api").Terms} Terms
 * @typedef {import("../types/api").TermsRow} TermsRow
 * @typedef {"" | "changed" | "doubtful" | "planned"} Show
 * @typedef {{ kind: "section", of: import("../types/api").TermsSection }} SectionLine
 * @typedef {{ kind: "measure", of: import("../types/api").TermsMeasure }} MeasureLine
 * @typedef {{ kind: "indicator", of: TermsRow }} IndicatorLine
 * @typedef {SectionLine | MeasureLine | IndicatorLine} Line
 */

/** Returns true if an indicator is judged otherwise than its wording proposes. @param {TermsRow} row */
export const changed = (row) => row.kind !== row.proposed.kind || row.pace !== row.proposed.pace || row.roll_up !== row.proposed.roll_up;

/** @type {{ [show: string]: (row: TermsRow) => boolean }} */
const SHOWS = { changed, doubtful: (row) => row.doubts.length > 0, planned: (row) => row.planned > 0 };

/** Returns the indicators that are shown, in order. @param {Terms} terms @param {Show} show @param {string} query */
export const indicators = (terms, show, query) => lines(terms, show, query).flatMap((line) => (line.kind === "indicator" ? [line.of] : []));

/**
 * Returns sections, measures and indicators one below the other; of the first two only those with something to show.
 * @param {Terms} terms @param {Show} show @param {string} query
 * @returns {Line[]}
 */
export function lines(terms, show, query) {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const passes = SHOWS[show] ?? (() => true);
  return terms.sections.flatMap((section) => {
    const inside = section.measures.flatMap((measure) => {
      const rows = measure.indicators.filter((row) => passes(row) && words.every((word) => `${row.name} ${measure.title} ${measure.number ?? ""}`.toLowerCase().includes(word)));
      return rows.length ? [/** @type {Line} */ ({ kind: "measure", of: measure }), ...rows.map((row) => /** @type {Line} */ ({ kind: "indicator", of: row }))] : [];
    });
    return inside.length ? [/** @type {Line} */ ({ kind: "section", of: section }), ...inside] : [];
  });
}

/** Returns how many there are of each. @param {Terms} terms */
export function counts(terms) {
  const all = indicators(terms, "", "");
  return { all: all.length, changed: all.filter(changed).length, doubtful: all.filter(SHOWS.doubtful).length, planned: all.filter(SHOWS.planned).length };
}
