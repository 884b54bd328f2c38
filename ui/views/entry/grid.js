// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { smallIcon } from "../../parts/icon.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { ref } from "../../vendor/lit-html/directives/ref.js";
import { lightMark } from "../../parts/light.js";
import { typed } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { block, within } from "../../logic/cursor.js";
import { expectedFigure, percent } from "../../logic/figures.js";
import { cellKey, lockedBy, monthsOf, rowsOf } from "../../logic/grids.js";
import { greyOf } from "../../logic/lights.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").GridRow} Row */

/** Indicators by months; the last column of numbers is the period being filled in. @type {import("../frame.js").ViewOf} */
export const gridTable = (state, t, act) => {
  const { grid, only, wide, cursor, anchor, edit, pending, wrong, asked } = state.entry;
  const rows = rowsOf(grid, only), months = monthsOf(grid, wide, state.width);
  const area = block(cursor, anchor);
  return html`<div class="scrolls sheetpane" @mouseup=${act.entry.drop} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("entry", e)}>
    <table class="cells ${wide ? "is-wide" : ""}" aria-rowcount=${rows.length}>
      <colgroup><col class="c-row"><col class="c-no"><col class="c-name"><col class="c-u"><col class="c-target">${months.map((_, col) => html`<col class="${col === months.length - 1 ? "c-now" : "c-m"}">`)}<col class="c-exp"><col class="c-pct"><col class="c-light"><col class="c-note"></colgroup>
      <thead><tr><th></th><th class="num">${t.measures.number}</th><th>${t.entry.indicator}</th><th>${t.entry.measureUnit}</th><th class="num">${t.entry.target}</th>
        ${months.map((month, col) => html`<th class="num ${col === months.length - 1 ? "now" : ""}" title=${month.locked ?? month.period}>${month.locked ? smallIcon("lock") : nothing}${month.label}</th>`)}
        <th class="num">${t.entry.expected}</th><th class="num">${t.measures.completion}</th><th>${t.measures.light}</th><th>${t.entry.note}</th></tr></thead>
      <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.entry, state.rowHeights.tight), columns: months.length + 9, row: line })}</tbody>
    </table>
  </div>`;

  /** @param {Row} row @param {number} at */
  function line(row, at) {
    const { indicator } = row;
    const here = at === cursor.row;
    const reached = indicator.word && indicator.light !== "grey" ? indicator.word : indicator.completion === null ? "" : percent(indicator.completion);
    return html`<tr class=${here ? "is-row" : ""}>
      <th scope="row" class="rownum">${at + 1}</th><td class="num quiet">${row.number ?? ""}</td><td class="cut name" title=${indicator.name}>${indicator.name}</td>
      <td class="soft cut" title=${indicator.unit}>${indicator.unit}</td><td class="num">${indicator.target_label}</td>
      ${months.map((month, col) => value(row, at, month, col))}
      <td class="num soft">${indicator.pace === "maintain" && indicator.expected !== null ? indicator.target_label : expectedFigure(indicator.expected)}</td><td class="num">${reached}</td><td title=${indicator.reason}>${lightMark(t, indicator.light, greyOf(indicator))}</td>
      ${note(row, at)}</tr>`;
  }

  /** @param {Row} row @param {number} at @param {{ period: string, label: string, at: number, locked: string | null }} month @param {number} col */
  function value(row, at, month, col) {
    const cell = row.cells[month.at];
    const key = cellKey(grid, row.indicator.id, month.period), refused = wrong[key];
    const now = col === months.length - 1, here = at === cursor.row && col === cursor.col;
    const question = asked.some(({ question: q }) => q.indicator === row.indicator.id && q.period === month.period);
    const text = refused?.text ?? pending[key] ?? cell.text;
    const look = [
      "num", now ? "now" : "past", month.locked ? "is-locked" : now && text === "" ? "todo" : "", here ? "is-cursor" : "",
      anchor && within(area, at, col) ? "is-in" : "", refused ? "is-wrong" : question ? "is-asking" : "", key in pending ? "is-pending" : "",
    ].join(" ");
    const title = refused ? refused.message : cell.note ?? month.locked ?? "";
    return here ? html`<td class=${look} title=${title}>${field(text, t.entry.cellLabel(row.indicator.name, month.label), month.locked)}</td>`
      : html`<td class=${look} title=${title} @mousedown=${(/** @type {MouseEvent} */ e) => pressed(e, { row: at, col })} @mouseover=${(/** @type {MouseEvent} */ e) => dragged(e, { row: at, col })}>${text}</td>`;
  }

  /** @param {Row} row @param {number} at */
  function note(row, at) {
    const col = months.length, text = row.cells[row.cells.length - 1]?.note ?? "";
    const here = at === cursor.row && col === cursor.col, locked = lockedBy(grid, undefined);
    return here ? html`<td class="note is-cursor ${locked ? "is-locked" : ""}">${field(text, t.entry.cellLabel(row.indicator.name, t.entry.note), locked)}</td>`
      : html`<td class="cut soft ${locked ? "is-locked" : ""} ${anchor && within(area, at, col) ? "is-in" : ""}" title=${text} @mousedown=${(/** @type {MouseEvent} */ e) => pressed(e, { row: at, col })} @mouseover=${(/** @type {MouseEvent} */ e) => dragged(e, { row: at, col })}>${text}</td>`;
  }

  /** The cursor's cell always holds a field, so that typing, also by an input method, simply begins. @param {string} text @param {string} label @param {string | null} locked */
  function field(text, label, locked) {
    return html`<input data-cell=${edit ? "edit" : "move"} aria-label=${label} autocomplete="off" spellcheck="false" ?readonly=${locked !== null} aria-readonly=${locked !== null} .value=${live(edit?.text ?? text)} ${ref(takeFocus)}
      @input=${(/** @type {Event} */ e) => act.entry.type(typed(e))} @keydown=${replaces} @dblclick=${act.entry.change} @copy=${act.entry.copy} @paste=${act.paste.take} @blur=${leave}>`;
  }

  /** What is typed on a cell replaces its value; asked of the state as it is, for keys come faster than drawings. @param {KeyboardEvent} event */
  function replaces(event) {
    // A locked field takes no letters, so the letter itself asks.
    if (event.key.length === 1 && !event.ctrlKey && !event.altKey && act.entry.refused(cursor)) return;
    if (!state.entry.edit && event.key.length === 1 && !event.ctrlKey && !event.altKey) /** @type {HTMLInputElement} */ (event.target).select();
  }
  /** @param {MouseEvent} event @param {import("../../store.js").Place} place */
  function dragged(event, place) {
    if (event.buttons === 1) act.entry.dragTo(place);
  }
  /** @param {MouseEvent} event @param {import("../../store.js").Place} place */
  function pressed(event, place) {
    event.preventDefault();
    act.entry.click(place, event.shiftKey);
  }
  /** Leaving the sheet keeps what was typed. @param {FocusEvent} event */
  function leave(event) {
    if (event.relatedTarget instanceof HTMLElement && !event.relatedTarget.closest(".sheetpane")) act.entry.commit();
  }
};

/** A new cursor's field takes the keyboard only from the old one, never from elsewhere in the window. @param {Element | undefined} element */
function takeFocus(element) {
  if (!(element instanceof HTMLInputElement) || document.activeElement !== document.body) return;
  queueMicrotask(() => { element.focus({ preventScroll: true }); element.select(); });
}
