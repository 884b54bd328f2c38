// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { ref } from "../../vendor/lit-html/directives/ref.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { smallIcon } from "../../parts/icon.js";
import { lightMark } from "../../parts/light.js";
import { typed } from "../../parts/picker.js";
import { block, within } from "../../logic/cursor.js";
import { expectedFigure, percent } from "../../logic/figures.js";
import { barred, cellKey, entryKey, isLong, lacking, shownIn } from "../../logic/grids.js";
import { greyOf } from "../../logic/lights.js";
import { sheetRows } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").GridRow} Row */
/** @typedef {import("../../logic/grids.js").Column} Column */
/** @typedef {"number" | "name" | "unit" | "measured" | "target"} Head what says which row it is */

/** What stands before the figures, in each sheet. @param {import("../../store.js").State["entry"]} entry @returns {Head[]} */
const headsOf = ({ grid, order }) => (grid?.by === "unit" ? ["number", "name", "measured", "target"] : grid?.by === "indicator" ? ["unit", "target"]
  : order === "unit" ? ["unit", "number", "name", "measured", "target"] : ["number", "name", "unit", "measured", "target"]);

/** Rows by periods; the last column of figures is the period being filled in. @type {import("../frame.js").ViewOf} */
export const gridTable = (state, t, act) => {
  const { grid, wide, cursor, anchor, edit, wrong, halves, pending, asked, order } = state.entry;
  const rows = act.sheet.rows(), columns = act.sheet.columns(), heads = headsOf(state.entry);
  const figures = columns.slice(0, -1), note = columns[columns.length - 1];
  const area = block(cursor, anchor);
  const questions = new Set(asked.map(({ question }) => entryKey(question)));
  const drawn = sheetRows(rows.length, state.scroll.entry, state.rowHeights.tight, cursor.row);
  // A cell is known by its place: one listener for all of them.
  const placeOf = (/** @type {Event} */ event) => {
    const td = event.target instanceof Element ? event.target.closest("td") : null, tr = td?.closest("tr");
    if (!td || !tr?.dataset.at) return null;
    const at = td.cellIndex - heads.length - 1, col = at >= 0 && at < figures.length ? at : at === figures.length + 3 ? figures.length : -1;
    return col < 0 ? null : { row: Number(tr.dataset.at), col };
  };
  return html`<div class="scrolls sheetpane" @mouseup=${act.entry.drop} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("entry", e)}>
    <table class="cells sheet-${grid?.by ?? "unit"} ${wide ? "is-wide" : ""} ${wide && isLong(grid) ? "is-long" : ""}" aria-rowcount=${rows.length}>
      <colgroup><col class="c-row">${heads.map((head) => html`<col class="c-${head}">`)}${figures.map((column) => html`<col class=${column.kind !== "value" ? "c-part" : column.now ? "c-now" : "c-m"}>`)}<col class="c-exp"><col class="c-pct"><col class="c-light"><col class="c-note"></colgroup>
      <thead><tr><th></th>${heads.map((head) => html`<th class=${head === "number" || head === "target" ? "num" : `h-${head}`}>${t.entry.heads[head]}</th>`)}
        ${figures.map((column) => html`<th class="num ${column.now ? "now" : ""}" title=${column.locked ?? column.period}>${column.locked && column.kind === "value" ? smallIcon("lock") : nothing}${column.kind === "value" ? column.label : t.entry.parts[/** @type {"numerator"} */ (column.kind)]}</th>`)}
        <th class="num">${t.entry.expected}</th><th class="num">${t.measures.completion}</th><th>${t.measures.light}</th><th>${t.entry.note}</th></tr></thead>
      <tbody @mousedown=${pressed} @mouseover=${dragged}>${repeat(drawn, ({ key }) => key, ({ at, gap }) => (gap ? html`<tr class="gap" aria-hidden="true"><td colspan=${heads.length + columns.length + 4}><svg width="1" height=${gap}></svg></td></tr>` : line(rows[at], at)))}</tbody>
    </table>
  </div>`;

  /** Returns true if a row belongs to the group of the row above. @param {number} at */
  function together(at) {
    const above = rows[at - 1], row = rows[at];
    return grid?.by === "period" && above !== undefined && row !== undefined && (order === "unit" ? above.unit.id === row.unit.id : above.indicator === row.indicator);
  }

  /** @param {Row} row @param {number} at */
  function line(row, at) {
    const reached = row.word && row.light !== "grey" ? row.word : row.completion === null ? "" : percent(row.completion);
    const again = together(at), first = at > 0 && !again && (together(at - 1) || together(at + 1));
    return html`<tr data-at=${at} class="${at === cursor.row ? "is-row" : ""} ${grid?.by === "period" && first ? "is-first" : ""}">
      <th scope="row" class="rownum">${at + 1}</th>${heads.map((head) => says(head, row, again))}
      ${figures.map((column, col) => value(row, at, column, col))}
      <td class="num soft">${row.pace === "maintain" && row.expected !== null ? row.target_label : expectedFigure(row.expected)}</td><td class="num">${reached}</td>
      <td title=${row.reason}>${row.indicator === null ? nothing : lightMark(t, row.light, greyOf(row))}</td>
      ${noted(row, at)}</tr>`;
  }

  /** @param {Head} head @param {Row} row @param {boolean} again the same as in the row above */
  function says(head, row, again) {
    const quiet = again && (order === "unit" ? head === "unit" : head === "number" || head === "name" || head === "measured") ? "again" : "";
    switch (head) {
      case "number": return html`<td class="num quiet ${quiet}">${row.measure?.number ?? ""}</td>`;
      case "name": return html`<td class="cut name ${quiet} ${row.indicator === null ? "is-measure" : ""}" title=${row.measure && row.indicator ? `${row.name}（${row.measure.title}）` : row.name}>${row.name}</td>`;
      case "unit": return html`<td class="cut name ${quiet}" title=${row.unit.name}>${row.unit.name}</td>`;
      case "measured": return html`<td class="soft cut ${quiet}" title=${row.measured_in}>${row.measured_in}</td>`;
      case "target": return html`<td class="num cut" title=${row.whole_label ? `${t.entry.share}${row.target_label}，${t.entry.whole}${row.whole_label}` : row.target_label}>${row.target_label}</td>`;
    }
  }

  /** @param {Row} row @param {number} at @param {Column} column @param {number} col */
  function value(row, at, column, col) {
    const cell = row.cells[column.at], key = cellKey(row, column.period);
    const refused = wrong[key], half = column.now ? lacking(halves[key]) : null, why = barred(row, column);
    const here = at === cursor.row && col === cursor.col, main = column.kind === "value";
    let text = shownIn(row, column, state.entry);
    const empty = main && text === "";
    if (main && half && !here) text = t.entry.lacking[half];
    const look = [
      "num", column.now ? (main ? "now" : "part") : "past", why === "rate" || why === "figures" ? "is-off" : why ? "is-locked" : column.now && empty && row.owed ? "todo" : "",
      here ? "is-cursor" : "", anchor && within(area, at, col) ? "is-in" : "",
      refused && column.now === (main || row.kind === "rate") ? "is-wrong" : half === column.kind || (main && half) || (main && questions.has(key)) ? "is-asking" : "", key in pending ? "is-pending" : "",
    ].join(" ");
    const title = refused ? refused.message : cell?.note ?? (typeof why === "object" ? why?.locked : undefined) ?? "";
    return here ? html`<td class=${look} title=${title}>${field(text, t.entry.cellLabel(row.name, main ? column.label : t.entry.parts[/** @type {"numerator"} */ (column.kind)]), why !== null)}</td>`
      : html`<td class=${look} title=${title}>${text}</td>`;
  }

  /** @param {Row} row @param {number} at */
  function noted(row, at) {
    const col = figures.length, text = shownIn(row, note, state.entry), off = barred(row, note) !== null;
    const look = `${off ? "is-locked" : ""} ${anchor && within(area, at, col) ? "is-in" : ""}`;
    return at === cursor.row && col === cursor.col ? html`<td class="note is-cursor ${look}">${field(text, t.entry.cellLabel(row.name, t.entry.note), off)}</td>`
      : html`<td class="cut soft ${look}" title=${text}>${text}</td>`;
  }

  /** The cursor's cell always holds a field, so that typing, also by an input method, simply begins. @param {string} text @param {string} label @param {boolean} off */
  function field(text, label, off) {
    return html`<input data-cell=${edit ? "edit" : "move"} aria-label=${label} autocomplete="off" spellcheck="false" ?readonly=${off} aria-readonly=${off} .value=${live(edit?.text ?? text)} ${ref(takeFocus)}
      @input=${(/** @type {Event} */ e) => act.entry.type(typed(e))} @keydown=${replaces} @dblclick=${act.entry.edit} @copy=${act.entry.copy} @cut=${act.entry.cutOut} @paste=${act.paste.take} @beforecopy=${able} @beforecut=${able} @blur=${leave}>`;
  }

  /** What is typed on a cell replaces its value; asked of the state as it is, for keys come faster than drawings. @param {KeyboardEvent} event */
  function replaces(event) {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
    // A locked field takes no letters, so the letter itself asks.
    if (act.entry.refused(state.entry.cursor)) return;
    if (!state.entry.edit) /** @type {HTMLInputElement} */ (event.target).select();
  }
  /** An empty cell can be copied too. @param {Event} event */
  function able(event) {
    if (!state.entry.edit) event.preventDefault();
  }
  /** @param {MouseEvent} event */
  function dragged(event) {
    const place = event.buttons === 1 ? placeOf(event) : null;
    if (place) act.entry.dragTo(place);
  }
  /** @param {MouseEvent} event */
  function pressed(event) {
    const place = placeOf(event);
    // Inside the cell that is being changed the mouse puts the caret.
    if (!place || (place.row === state.entry.cursor.row && place.col === state.entry.cursor.col && event.target instanceof HTMLInputElement)) return;
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
