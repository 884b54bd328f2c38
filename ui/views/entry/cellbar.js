// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { expectedFigure } from "../../logic/figures.js";
import { cellKey, lockedBy, monthsOf, rowsOf } from "../../logic/grids.js";

/** One line that says where the cursor is and what the number is measured by. @type {import("../frame.js").ViewOf} */
export const cellBar = (state, t, act) => {
  const { grid, only, wide, cursor, edit, pending, wrong } = state.entry;
  const row = rowsOf(grid, only)[cursor.row];
  if (!row) return nothing;
  const months = monthsOf(grid, wide, state.width), month = months[cursor.col];
  const { indicator } = row;
  const cell = row.cells[month ? month.at : row.cells.length - 1];
  const before = month ? row.cells[month.at - 1]?.text : null;
  const key = month ? cellKey(grid, row.indicator.id, month.period) : "";
  const text = edit?.text ?? wrong[key]?.text ?? pending[key] ?? act.entry.textAt(cursor);
  const locked = lockedBy(grid, month);
  const facts = [
    month && before ? [t.entry.last, before] : null,
    [t.entry.target, indicator.target_label],
    indicator.expected !== null && month?.at === row.cells.length - 1 ? [t.entry.expected, expectedFigure(indicator.expected)] : null,
    [t.entry.kind, t.kinds[indicator.kind]],
    indicator.kind === "rate" ? [t.entry.rate, t.entry.rateHint] : null,
    cell?.by ? [t.entry.by, cell.by] : null,
  ].filter((fact) => fact !== null);
  return html`<div class="cellbar ${wrong[key] ? "is-wrong" : ""}">
    <b class="where cut" title=${indicator.name}>${month ? month.label : t.entry.note}　${indicator.name}</b>
    <output class="input ${month ? "num" : "cut"} ${wrong[key] ? "is-wrong" : ""}">${text}</output>
    ${wrong[key] ? html`<p class="refused" role="alert">${wrong[key].message}，${t.entry.keeps(act.entry.textAt(cursor))}</p>`
      : locked ? html`<p class="locked" title=${t.entry.locked(locked)}>${smallIcon("lock")}<span class="cut">${t.entry.locked(locked)}</span></p>`
      : html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`}
  </div>`;
};
