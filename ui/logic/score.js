// @ts-check
// Scores: what the table and the arithmetic show.

import { number } from "./figures.js";

/** Returns points as they are shown: one decimal, more where the weights are small. @param {number} points */
export const points = (points) => (Math.abs(points) >= 10 ? points.toFixed(1) : number(points));

/** Returns how far a unit went up (positive) or down; none where there was no rank before. @param {import("../types/api").UnitScore} unit */
export const climbed = (unit) => (unit.last_rank === null ? null : unit.last_rank - unit.rank);

/**
 * A score with its arithmetic: a unit's, or a measure's over all its units.
 * @typedef {{ id: string, name: string, score: number | null, incomplete: boolean, weights: number, formula: string,
 *             lines: import("../types/api").ScoreLine[], adjustments: import("../types/api").AdjustmentRow[] }} Scored
 */

/** Returns a measure's score in the form of a unit's. @param {import("../types/api").MeasureScore} measure @returns {Scored} */
export const ofMeasure = (measure) => ({ ...measure, name: `${measure.number ?? ""} ${measure.title}`.trim(), adjustments: [] });

/** Returns the league table as lines with tabs, for a spreadsheet. @param {import("../types/api").UnitScore[]} units @param {string[]} head @param {string} incomplete */
export const league = (units, head, incomplete) =>
  [head, ...units.map((unit) => [unit.rank, unit.name, unit.score.toFixed(1), unit.formula, unit.incomplete ? incomplete : ""])].map((row) => row.join("\t")).join("\n");

/** Returns the table of the arithmetic as lines with tabs, for a spreadsheet. @param {Scored} unit @param {string[]} head */
export function copied(unit, head) {
  const rows = unit.lines.map((line) => [line.number ?? "", line.name, line.target_label, line.value ?? "", line.formula, line.points ?? ""]);
  const given = unit.adjustments.map((row) => ["", row.reason, "", "", "", row.points]);
  return [head, ...rows, ...given, ["", unit.name, "", "", unit.formula, unit.score ?? ""]].map((row) => row.join("\t")).join("\n");
}
