// @ts-check
// The sheets of the entry grid: rows and columns as the cursor knows them, and what typing into them means.

/**
 * @typedef {import("../types/api").Grid} Grid
 * @typedef {import("../types/api").GridRow} Row
 * @typedef {import("../types/api").GridCell} Cell
 * @typedef {import("../store.js").Entry} Entry
 * @typedef {import("../store.js").Place} Place
 * @typedef {"indicator" | "unit"} Order what rows of a sheet of a period are grouped by
 * @typedef {{ kind: "value" | "numerator" | "denominator" | "note", period: string, label: string, at: number, locked: string | null, now: boolean }} Column
 *   a column the cursor can stand in; `at` is its place among the cells of a row, `now` says it belongs to the period being filled in
 * @typedef {{ wrong: { [cell: string]: { text: string, message: string } }, halves: { [cell: string]: string }, pending: { [cell: string]: string } }} Typed
 *   what was typed and is not in the sheet: refused, one half of a rate, on its way
 */

/** Figures up to this length fit into the narrow columns. */
const SHORT = 6;

/** What was worked out of a sheet: it does not change until another answer comes. @type {WeakMap<Grid, Map<string, any>>} */
const known = new WeakMap();

/** @template T @param {Grid} grid @param {string} name @param {() => T} work @returns {T} */
function once(grid, name, work) {
  const of = known.get(grid) ?? new Map();
  known.set(grid, of);
  if (!of.has(name)) of.set(name, work());
  return of.get(name);
}

/** Returns the name of a row. @param {Row} row */
export const rowKey = (row) => `${row.unit.id} ${row.indicator ?? row.measure?.id}`;

/** Returns the name a cell goes by while it is being written. @param {Row} row @param {string} period */
export const cellKey = (row, period) => `${row.unit.id} ${row.indicator} ${period}`;

/** @param {{ unit: string, indicator: string, period: string }} entry */
export const entryKey = ({ unit, indicator, period }) => `${unit} ${indicator} ${period}`;

/** Returns the rows in sight, grouped. @param {Grid | null} grid @param {Set<string> | null} only @param {Order} order @returns {Row[]} */
export function rowsOf(grid, only, order) {
  if (!grid) return [];
  const grouped = grid.by === "period" && order === "unit" ? once(grid, "unit", () => byUnit(grid)) : grid.rows;
  return only ? grouped.filter((row) => only.has(rowKey(row))) : grouped;
}

/** @param {Grid} grid */
function byUnit(grid) {
  const places = new Map(grid.units.map(({ unit }, at) => [unit.id, at]));
  return grid.rows.map((row, at) => ({ row, at, unit: places.get(row.unit.id) ?? Infinity })).sort((a, b) => a.unit - b.unit || a.at - b.at).map(({ row }) => row);
}

/**
 * Returns the columns in sight: as many periods as fit, unless all are asked for; a figure is never cut, earlier
 * periods go first. Before the period being filled in stand numerator and denominator, where any row is a rate; the
 * last column is the note.
 * @param {Grid | null} grid @param {boolean} wide @param {import("../store.js").Width} width @returns {Column[]}
 */
export function columnsOf(grid, wide, width) {
  if (!grid?.periods.length) return [];
  return once(grid, `columns ${wide} ${width}`, () => {
    const last = grid.periods.length - 1;
    const of = (/** @type {Column["kind"]} */ kind, /** @type {number} */ at) => ({ kind, at, ...grid.periods[at], now: at === last });
    const periods = wide ? grid.periods.length : Math.min(fitting(grid, width), grid.periods.length);
    const before = Array.from({ length: periods - 1 }, (_, at) => of("value", last - periods + 1 + at));
    const parts = hasRates(grid) ? [of("numerator", last), of("denominator", last)] : [];
    return [...before, ...parts, of("value", last), of("note", last)];
  });
}

/** @param {Grid} grid */
const hasRates = (grid) => once(grid, "rates", () => grid.rows.some((row) => row.kind === "rate" && row.indicator !== null));

/** Returns true if a figure needs the wide columns. @param {Grid | null} grid */
export const isLong = (grid) => grid !== null && longest(grid) > SHORT;

/** @param {Grid} grid */
const longest = (grid) => once(grid, "longest", () => {
  let longest = 0;
  for (const row of grid.rows) for (const cell of row.cells) longest = Math.max(longest, cell?.text.length ?? 0);
  return longest;
});

/** Returns how many periods fit. @param {Grid} grid @param {import("../store.js").Width} width */
function fitting(grid, width) {
  const fit = (!isLong(grid) ? { narrow: 4, usual: 7, large: 12 } : { narrow: 2, usual: 4, large: 7 })[width];
  return hasRates(grid) ? Math.max(fit - 2, 2) : fit;
}

/** Returns where the period being filled in stands. @param {Column[]} columns */
export const nowAt = (columns) => Math.max(columns.findIndex(({ kind, now }) => kind === "value" && now), 0);

/** Returns true while the sheet that is chosen is on its way and another one is in sight. @param {{ period: string | null, entry: { grid: Grid | null, by: Grid["by"], unit: string | null, indicator: string | null } }} state */
export const coming = ({ period, entry: { grid, by, unit, indicator } }) =>
  grid !== null && (grid.periods.at(-1)?.period !== period || grid.by !== by || (by === "unit" && (grid.unit?.id ?? null) !== unit) || (by === "indicator" && grid.indicator !== indicator));

/** Returns true if a value is waited for and not there. @param {Row} row */
export const isUnfilled = (row) => row.owed && !row.cells.at(-1)?.text;

/** Returns a value as it is typed: numerator and denominator where it was reported so. @param {Cell | null | undefined} cell */
export const typedOf = (cell) => (cell?.numerator !== undefined && cell.denominator !== undefined ? `${cell.numerator}/${cell.denominator}` : cell?.text ?? "");

/** Returns numerator and denominator. @param {Cell | null | undefined} cell @param {string | undefined} typed what was typed instead @returns {[string, string]} */
export function partsOf(cell, typed) {
  const text = typed ?? typedOf(cell), bar = text.search(/[/／]/);
  return bar < 0 ? ["", ""] : [text.slice(0, bar).trim(), text.slice(bar + 1).trim()];
}

/** Returns what a cell shows. @param {Row} row @param {Column} column @param {Typed} typed */
export function shownIn(row, column, typed) {
  const cell = row.cells[column.at];
  if (column.kind === "note") return cell?.note ?? "";
  const key = cellKey(row, column.period), { wrong, halves, pending } = typed;
  if (column.kind === "value") return wrong[key]?.text ?? pending[key] ?? cell?.text ?? "";
  if (row.kind !== "rate") return "";
  return partsOf(cell, halves[key] ?? wrong[key]?.text ?? pending[key])[column.kind === "numerator" ? 0 : 1];
}

/** Returns what a cell holds, as it is typed. @param {Row | undefined} row @param {Column | undefined} column @param {Typed} typed */
export function textIn(row, column, typed) {
  if (!row || !column) return "";
  return column.kind === "value" ? typed.wrong[cellKey(row, column.period)]?.text ?? typedOf(row.cells[column.at]) : shownIn(row, column, typed);
}

/** Returns which half of a rate is waited for. @param {string | undefined} half @returns {"numerator" | "denominator" | null} */
export const lacking = (half) => (half === undefined ? null : half.startsWith("/") ? "numerator" : "denominator");

/** Why nothing can be written in a place: its period is locked, the measure has no figures, the indicator is no rate. @param {Row | undefined} row @param {Column | undefined} column @returns {{ locked: string } | "figures" | "rate" | null} */
export function barred(row, column) {
  if (!row || !column) return null;
  if (row.indicator === null) return "figures";
  if (column.locked) return { locked: column.locked };
  return (column.kind === "numerator" || column.kind === "denominator") && row.kind !== "rate" ? "rate" : null;
}

/**
 * Returns what texts typed into cells come to: an entry a row and period, or one half of a rate that waits for the
 * other. What stays as it is is left out, and so is what cannot be written.
 * @param {Row[]} rows @param {Column[]} columns @param {{ at: Place, text: string }[]} edits @param {Typed} typed
 */
export function entriesOf(rows, columns, edits, typed) {
  /** @type {Map<string, { row: Row, column: Column, value?: string, note?: string, parts?: [string, string] }>} */
  const groups = new Map();
  for (const { at, text } of edits) {
    const row = rows[at.row], column = columns[at.col];
    if (!row || !column || barred(row, column)) continue;
    const key = cellKey(row, column.period);
    const group = groups.get(key) ?? { row, column };
    groups.set(key, group);
    if (column.kind === "value") group.value = text;
    else if (column.kind === "note") group.note = text;
    else {
      group.parts ??= partsOf(row.cells[column.at], typed.halves[key] ?? typed.wrong[key]?.text);
      group.parts[column.kind === "numerator" ? 0 : 1] = text;
    }
  }
  /** @type {Entry[]} */
  const entries = [];
  /** @type {{ [cell: string]: string }} */
  const halves = {};
  for (const [key, { row, column, value, note, parts }] of groups) {
    const cell = row.cells[column.at], before = typedOf(cell);
    let next = value;
    if (parts && (parts[0] === "") === (parts[1] === "")) next = parts[0] === "" ? value ?? "" : parts.join("/");
    else if (parts && !value) halves[key] = parts.join("/");
    const settled = next !== undefined && next === before && !typed.wrong[key] && typed.halves[key] === undefined;
    const noted = note !== undefined && note !== (cell?.note ?? "");
    if ((next === undefined || settled) && !noted) continue;
    entries.push({
      indicator: row.indicator ?? "", unit: row.unit.id, period: column.period, value: next ?? before, note: noted ? note : null, before,
      name: row.name, of: row.unit.short, month: column.label,
    });
  }
  return { entries, halves };
}

/**
 * Returns what a pasted block would change, from a place on: only cells that become something else. Empty cells
 * change nothing; what lies beyond the sheet or cannot be written is told.
 * @param {Row[]} rows @param {Column[]} columns @param {Place} from @param {string[][]} block @param {Typed} typed
 */
export function pasted(rows, columns, from, block, typed) {
  /** @type {{ at: Place, text: string }[]} */
  const edits = [];
  /** @type {string[]} */
  const beyond = [];
  let locked = 0, off = 0, blank = 0;
  block.forEach((texts, down) => texts.forEach((text, right) => {
    const at = { row: from.row + down, col: from.col + right }, row = rows[at.row], column = columns[at.col];
    if (!row || !column) return void (text !== "" && beyond.push(text));
    if (text === "") return void (blank += textIn(row, column, typed) === "" ? 0 : 1);
    if (text === textIn(row, column, typed) && !typed.wrong[cellKey(row, column.period)]) return;
    const why = barred(row, column);
    if (why === null) edits.push({ at, text });
    else if (typeof why === "object") locked += 1;
    else off += 1;
  }));
  return { ...entriesOf(rows, columns, edits, typed), beyond, locked, off, blank };
}
