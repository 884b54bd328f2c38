// @ts-check
// Kinds of charts: what each is drawn of. Figures of a chart: how they are gone through, found and said.

/**
 * @typedef {import("../types/api").ChartKind} ChartKind
 * @typedef {import("../types/api").Spot} Spot
 * @typedef {{ row: number, column: number | null }} Point a row of the figures, or one figure of it
 */

/** The kinds in the order they are offered: of one indicator, then of the whole plan. @type {ChartKind[]} */
export const KINDS = ["trend", "years", "lines", "multiples", "bars", "rate", "bullets", "sections", "heat", "league", "timeline"];

/** Returns true if a chart shows one indicator. @param {ChartKind} kind */
export const isOfOne = (kind) => isOfUnit(kind) || isOfUnits(kind);

/** Returns true if a chart can be of one unit alone. @param {ChartKind} kind */
export const isOfUnit = (kind) => ["trend", "rate", "years"].includes(kind);

/** Returns true if a chart shows units beside each other. @param {ChartKind} kind */
export const isOfUnits = (kind) => ["lines", "multiples", "bars"].includes(kind);

/** Returns true if a chart goes through time, so that it can begin later. @param {ChartKind} kind */
export const hasSpan = (kind) => ["trend", "rate", "years", "lines", "multiples", "heat"].includes(kind);

/** Returns true if a table of so many columns stands beneath its chart, not beside it: many columns, or long words in them. @param {ChartKind} kind @param {number} columns */
export const isWide = (kind, columns) => columns > 5 || kind === "bullets";

/** Returns how many digits a text is broad: a Chinese character takes the room of two. @param {string} text */
const breadth = (text) => [...text].reduce((sum, letter) => sum + (letter > "\u00ff" ? 2 : 1), 0);

/** The widths a column of figures can have, by what stands in it at most; what is broader has what the others leave. */
const WIDTHS = /** @type {[number, string][]} */ ([[4, "c-period"], [7, "c-short"], [10, "c-month"], [16, "c-first"]]);
/** What is no broader is a figure or a month, not a name. */
const FIGURE = 10;
/** The broadest head of a column that stands in one line. */
const ONE_LINE = 6;

/**
 * Returns the classes of a table's columns. The one with the longest names takes what the others leave, so that names are cut last; of a
 * table that is moved sideways all but the first have one width.
 * @param {string[]} columns @param {string[][]} rows @param {boolean} wide
 */
export function columnWidths(columns, rows, wide) {
  const most = columns.map((head, at) => Math.max(breadth(head) <= ONE_LINE ? breadth(head) : 0, ...rows.map((row) => breadth(row[at] ?? ""))));
  const width = (/** @type {number} */ broad) => WIDTHS.find(([most]) => broad <= most)?.[1] ?? "c-first";
  if (wide) return most.map((broad, at) => (at > 0 ? "c-figure" : width(broad)));
  const broadest = most.indexOf(Math.max(...most));
  // Figures of one kind stand in equal columns.
  if (most[broadest] <= FIGURE) return most.map((broad, at) => (at > 0 ? "" : width(broad)));
  return most.map((broad, at) => (at === broadest ? "" : width(broad)));
}

/** How wide a chart is on the page beside the list of indicators, in pixels: beside its figures, or above them; without the list wider by so much. */
const ROOM = { narrow: { beside: 680, above: 680 }, usual: { beside: 580, above: 900 }, large: { beside: 840, above: 1300 } }, WHOLE = 1.37;
/** What a row of a drawn list takes, a line of small plots, and what stands above and beneath them. */
const ROW = 27, PLOTS = 150, AROUND = 110;

/**
 * Returns how large a chart is drawn on the page, which scrolls: lists have a row for everything.
 * @param {ChartKind} kind @param {number} count of its rows, or of the units beside each other @param {import("../store.js").Width} window
 */
export function sizeOf(kind, count, window) {
  const columns = { rate: 6, sections: 6, heat: 6, lines: count + 1, multiples: count + 1 }[/** @type {string} */ (kind)] ?? 0;
  const above = isWide(kind, columns);
  const room = ROOM[window][above ? "above" : "beside"], width = isOfOne(kind) || kind === "bullets" ? room : Math.round(room * WHOLE);
  const rows = { rate: 14, timeline: window === "large" ? 18 : 14, sections: 12, lines: above ? count * 0.6 + 8 : 0 }[/** @type {string} */ (kind)] ?? count;
  const high = kind === "multiples" ? Math.ceil(count / Math.max(Math.floor(width / 260), 1)) * PLOTS : rows * ROW;
  return { width, height: Math.min(Math.max(Math.round(high) + AROUND, 360), 2160) };
}

/** Returns the place so many further, within a count; from none, the first or the last. @param {number | null} at @param {number} step @param {number} count */
export const stepTo = (at, step, count) => (count === 0 ? null : at === null ? (step > 0 ? 0 : count - 1) : Math.min(Math.max(at + step, 0), count - 1));

/**
 * Returns the point so many further: the next row of the figures, or in small plots the next figure of a plot, then those of the next one.
 * @param {{ spots: Spot[], table: { rows: unknown[] } }} view @param {Point | null} point @param {number} step @returns {Point | null}
 */
export function pointAfter({ spots, table }, point, step) {
  const figures = spots.filter((spot) => spot.column !== null);
  if (!figures.length) {
    const row = stepTo(point && point.row, step, table.rows.length);
    return row === null ? null : { row, column: null };
  }
  const at = point ? figures.findIndex((spot) => isAt(point, spot)) : -1;
  const { row, column } = figures[/** @type {number} */ (stepTo(at < 0 ? null : at, step, figures.length))];
  return { row, column };
}

/** Returns the same period's point in the plot above (-1) or below (1); where there is none, the point itself. @param {Spot[]} spots @param {Point} point @param {number} step @returns {Point} */
export function pointBeside(spots, point, step) {
  const here = spots.find((spot) => spot.column !== null && isAt(point, spot));
  if (!here) return point;
  const far = (/** @type {Spot} */ spot) => (step > 0 ? spot.top - here.bottom : here.top - spot.bottom);
  const beyond = spots.filter((spot) => spot.row === here.row && far(spot) >= 0);
  const [next] = beyond.sort((a, b) => far(a) - far(b) || Math.abs(a.left - here.left) - Math.abs(b.left - here.left));
  return next ? { row: next.row, column: next.column } : point;
}

/** Returns true if a point is shown at a place; the point of a whole row is shown at all of its figures. @param {Point} point @param {Point} spot */
export const isAt = (point, spot) => spot.row === point.row && (spot.column === point.column || spot.column === null || point.column === null);

/** Returns true if both are the same point or none. @param {Point | null} a @param {Point | null} b */
export const isSame = (a, b) => a === b || (a !== null && b !== null && a.row === b.row && a.column === b.column);

/**
 * Returns a row of figures in a sentence: the columns' heads with what stands in them, their unit behind it; of one figure only that.
 * @param {{ columns: string[], rows: string[][] }} table @param {Point} point @param {string} unit of measure @param {string} none what is said where there is no figure
 */
export function said({ columns, rows }, { row, column }, unit, none) {
  const cells = rows[row], measured = unit ? `（${unit}）` : "";
  const one = (/** @type {number} */ at) => {
    const isMeasured = measured !== "" && columns[at].endsWith(measured);
    const name = isMeasured ? columns[at].slice(0, -measured.length) : columns[at];
    return `${name}${/[0-9a-z]$/i.test(name) || !cells[at] ? " " : ""}${cells[at] ? `${cells[at]}${isMeasured ? unit : ""}` : none}`;
  };
  const shown = column !== null ? [column] : columns.map((_, at) => at).slice(1).filter((at) => cells[at]);
  return [cells[0], ...shown.map(one)].join("，");
}

/** Returns the point drawn at a place, in shares of the drawing's width and height. @param {Spot[]} spots @param {number} x @param {number} y @returns {Point | null} */
export function spotAt(spots, x, y) {
  const found = spots.find((spot) => spot.left <= x && x < spot.right && spot.top <= y && y < spot.bottom);
  return found ? { row: found.row, column: found.column } : null;
}
