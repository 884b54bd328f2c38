// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { expectedFigure } from "../../logic/figures.js";
import { barred, cellKey, lacking, textIn } from "../../logic/grids.js";

/** One line that says where the cursor is and what the number is measured by. @type {import("../frame.js").ViewOf} */
export const cellBar = (state, t, act) => {
  const { grid, cursor, edit, wrong, halves } = state.entry;
  const row = act.sheet.rowHere(), column = act.sheet.columns()[cursor.col];
  if (!row || !column) return nothing;
  const cell = row.cells[column.at], key = cellKey(row, column.period), refused = wrong[key], half = lacking(halves[key]), why = barred(row, column);
  const name = grid?.by === "unit" ? row.name : grid?.by === "indicator" ? row.unit.name : `${row.name}，${row.unit.short}`;
  const where = column.kind === "value" ? column.label : column.kind === "note" ? t.entry.note : t.entry.parts[column.kind];
  const text = edit?.text ?? (column.kind === "value" ? wrong[key]?.text ?? state.entry.pending[key] ?? textIn(row, column, state.entry) : textIn(row, column, state.entry));
  return html`<div class="cellbar ${refused ? "is-wrong" : half ? "is-asking" : ""}">
    <b class="where cut" title=${name}>${where}　${name}</b>
    <output class="input ${column.kind === "note" ? "cut" : "num"} ${refused ? "is-wrong" : ""}">${text}</output>
    ${refused ? html`<p class="refused" role="alert">${refused.message}，${t.entry.keeps(cell?.text ?? "")}</p>`
      : half ? html`<p class="half" role="status">${t.entry.lacks[half](cell?.text ?? "")}</p>`
      : why === "figures" || why === "rate" ? html`<p class="locked">${why === "rate" ? t.entry.notRate : row.reason}</p>`
      : typeof why === "object" && why ? html`<p class="locked" title=${t.entry.locked(why.locked)}>${smallIcon("lock")}<span class="cut">${t.entry.locked(why.locked)}</span></p>`
      : html`<dl>${facts(row, column, cell, t).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`}
  </div>`;
};

/**
 * @param {import("../../types/api").GridRow} row @param {import("../../logic/grids.js").Column} column @param {import("../../types/api").GridCell | null} cell @param {import("../../text/index.js").Text} t
 * @returns {[string, string][]}
 */
function facts(row, column, cell, t) {
  const before = row.cells.slice(0, column.at).reverse().find((one) => one?.text)?.text;
  const last = column.now && row.last ? `${row.last.text}（${row.last.label}）` : column.now ? null : before;
  /** @type {[string, string | null | undefined][]} */
  const all = [
    [t.entry.last, last],
    [row.whole_label ? t.entry.share : t.entry.target, row.target_label],
    [t.entry.whole, row.whole_label],
    [t.entry.expected, row.expected !== null && column.now ? expectedFigure(row.expected) : null],
    [t.entry.kind, t.kinds[row.kind]],
    [t.entry.period, column.now && !row.owed && !cell?.text ? t.entry.notOwed : null],
    [t.entry.rate, row.kind === "rate" && column.kind === "value" ? t.entry.rateHint : null],
    [t.entry.who, cell?.by],
  ];
  return all.flatMap(([name, value]) => (value ? [/** @type {[string, string]} */ ([name, value])] : []));
}
