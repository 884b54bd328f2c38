// @ts-check
// 历史: every operation, newest first, and the way back.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { empty } from "../parts/empty.js";
import { tag } from "../parts/tag.js";
import { windowed } from "../parts/table.js";
import { visible } from "../logic/windowing.js";

/** @type {import("./frame.js").ViewOf} */
export const historyView = (state, t, act) => {
  const { history, frame } = state;
  if (!history) return html``;
  const rows = history.operations;
  return html`<div class="viewhead"><h1>${t.views.history}</h1><span class="quiet">${t.history.count(rows.length)}</span>
      <span class="hash" title=${t.history.hashTitle(history.state_hash)}>${t.history.hash} <b>${history.state_hash.slice(0, 8)}</b></span>
      <span class="acts"><button type="button" class="button" ?disabled=${!frame?.undo} title=${frame?.undo ? t.frame.undoTitle(frame.undo) : ""} @click=${act.frame.undo}>${t.history.undoLast}<kbd>Ctrl Z</kbd></button>
        <button type="button" class="button" ?disabled=${!frame?.redo} title=${frame?.redo ? t.frame.redoTitle(frame.redo) : ""} @click=${act.frame.redo}>${t.frame.redo}<kbd>Ctrl Y</kbd></button></span></div>
    <div class="scrolls historypane" tabindex="0" aria-label=${t.views.history} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("history", e)}>
      ${rows.length === 0 ? empty({ title: t.history.none, hint: t.history.noneHint }) : html`<table class="table table-sticky" aria-rowcount=${rows.length}>
        <colgroup><col class="c-when"><col class="c-who"><col class="c-kind"><col><col class="c-n"><col class="c-state"><col class="c-act"></colgroup>
        <thead><tr><th>${t.history.when}</th><th>${t.history.who}</th><th>${t.history.kind}</th><th>${t.history.what}</th><th class="num">${t.history.changes}</th><th>${t.history.state}</th><th></th></tr></thead>
        <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.history, state.rowHeights.row), columns: 7, row: (row) => html`<tr class=${row.undone ? "is-off" : ""}>
          <td class="soft">${row.at}</td><td class="cut" title=${row.who}>${row.who}</td><td class="soft cut">${t.operations[/** @type {"import"} */ (row.kind)] ?? row.kind}</td>
          <th scope="row" class="cut" title=${row.label}>${row.label}</th><td class="num">${row.changes}</td>
          <td>${row.undone ? tag("", t.history.undone) : row.undoable ? tag("plain", t.history.holds) : tag("plain", t.history.stays)}</td>
          <td>${row.undoable && !row.undone ? html`<button type="button" class="link" title=${t.history.undoOneTitle(row.label)} @click=${() => act.history.undoOne(row.id)}>${t.history.undoOne}</button>` : nothing}</td></tr>` })}</tbody>
      </table>`}</div>`;
};
