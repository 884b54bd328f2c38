// @ts-check
// Figures as people read them. Fractions come in, per cents go out; no thousands separators.

/** Returns 41.0% for 0.41. @param {number} fraction */
export const percent = (fraction) => (Math.round(fraction * 1000) / 10).toFixed(1) + "%";

/** Returns percentage points without a sign. @param {number} fraction */
export const points = (fraction) => Math.abs(Math.round(fraction * 1000) / 10).toFixed(1);

/** Returns a number with the decimals it has, at most four; empty for none. @param {number | null} value */
export const number = (value) => (value === null ? "" : String(Number(value.toFixed(4))));

/** Returns an expected value: whole where it is large, with one decimal where rounding would hide a gap. @param {number | null} value */
export const expectedFigure = (value) => (value === null ? "" : String(Number(value.toFixed(Math.abs(value) >= 100 ? 0 : 1))));

/** Returns the sign of a lag as it is shown: 1 behind, 0 level, -1 ahead. @param {number} lag */
export const lagSign = (lag) => Math.sign(Math.round(lag * 1000)) || 0;

/** Returns 08-04 16:20 for 2026-08-04 16:20: the year is known in a list of one plan. @param {string} moment */
export const shortMoment = (moment) => (/^\d{4}-\d\d-\d\d/.test(moment) ? moment.slice(5) : moment);

/** Returns where a completion bar ends, in per cent of its width: 80 is the whole target. @param {number} fraction */
export const along = (fraction) => Math.round(Math.min(Math.max(fraction, 0), 1.25) * 8000) / 100;
