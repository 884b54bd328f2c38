// @ts-check
// The overview: where bars and labels stand.

import { LIGHTS } from "./lists.js";

/** @typedef {import("../types/api").ClockMonth} ClockMonth */
/** @typedef {{ label: string, at: number, from: number, state: "past" | "now" | "coming", due: number }} Mark a label of the ruler, in per cent of its width */

/** Months that have room for a label each; a longer plan is labelled by years. */
const MONTHS = 15;

const percent = (/** @type {number} */ share) => Math.round(share * 10000) / 100;

/** Returns the labels of the ruler, with what is still to come due in each. @param {ClockMonth[]} months @returns {Mark[]} */
export function ruler(months) {
  /** @type {{ label: string, months: ClockMonth[] }[]} */
  const groups = [];
  for (const month of months) {
    const label = months.length > MONTHS ? month.period.slice(0, 4) : month.label;
    if (groups[groups.length - 1]?.label === label) groups[groups.length - 1].months.push(month);
    else groups.push({ label, months: [month] });
  }
  const now = months.filter((month) => !month.coming).length - 1;
  let from = 0;
  return groups.map(({ label, months: own }) => {
    const start = from;
    from += own.length;
    const due = own.reduce((sum, month) => sum + (month.coming ? month.due : 0), 0);
    return { label, from: percent(start / months.length), at: percent((start + own.length / 2) / months.length), state: now >= from ? "past" : now >= start ? "now" : "coming", due };
  });
}

/**
 * Returns the parts of a stacked bar, problems left; `most` is how many the longest bar has.
 * A narrow part has room for its shape only, a very narrow one for nothing.
 * @param {import("../types/api").Lights} lights @param {number} most
 */
export function stacked(lights, most) {
  let at = 0;
  return LIGHTS.filter((light) => lights[light] > 0).map((light) => {
    const count = lights[light], x = percent(at / most), width = percent(count / most);
    at += count;
    return { light, count, x, width, shape: width >= 3, number: width >= 8 };
  });
}

/** Returns a difference with its sign, as it is printed; empty for none. @param {number} difference */
export const signed = (difference) => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : "");

/** Returns the rows in sight of a list that can be opened. @template T @param {T[]} rows @param {number} few @param {boolean} open */
export const inSight = (rows, few, open) => (open || rows.length <= few + 1 ? rows : rows.slice(0, few));
