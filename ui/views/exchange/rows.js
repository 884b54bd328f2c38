// @ts-check
// What each row of a table made elsewhere means: those that ask for something first.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { chooser } from "../../parts/chooser.js";
import { empty } from "../../parts/empty.js";
import { segment } from "../../parts/picker.js";
import { tag } from "../../parts/tag.js";
import { windowed } from "../../parts/table.js";
import { asks, counted, listed, options, rowKey } from "../../logic/foreign.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").ForeignRow} Row */
/** @typedef {import("../../logic/foreign.js").Group} Group */

const LOOKS = /** @type {const} */ ({
  likely: "ask", unclear: "ask", unknown: "wrong", given: "strong", sure: "strong", skipped: "plain", blank: "plain", section: "plain", total: "plain", header: "plain",
});

/** @type {import("../frame.js").ViewOf} */
export const rowList = (state, t, act) => {
  const { view, at, group, chooser: open } = state.foreign;
  const file = view?.files[at];
  if (!view || !file) return nothing;
  const counts = counted(file.rows), rows = listed(file.rows, group);
  const likely = file.rows.filter((row) => row.outcome === "likely").length;
  const several = file.sheets.filter((sheet) => sheet.taken).length > 1;
  return html`<section class="placing" aria-label=${t.foreign.rows}>
    <div class="bar">${segment({ label: t.foreign.state, value: group, onPick: (value) => act.foreign.pickGroup(/** @type {Group} */ (value)),
      options: Object.entries(t.foreign.groups).map(([value, text]) => ({ value, text: `${text} ${counts[/** @type {Group} */ (value)]}` })) })}
      ${likely && state.plan ? html`<span class="acts"><button type="button" class="link" @click=${act.foreign.accept}>${t.foreign.confirmAll(likely)}</button></span>` : nothing}</div>
    <div class="scrolls" @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("rows", e)}>${rows.length === 0 ? empty({ title: t.foreign.noRows, hint: t.foreign.noRowsHint }) : html`
      <table class="table table-tight table-sticky placed" aria-rowcount=${rows.length}>
        <colgroup><col class="c-row"><col class="c-state"><col><col></colgroup>
        <thead><tr><th class="num">${t.foreign.row}</th><th>${t.foreign.state}</th><th>${t.foreign.text}</th><th>${t.foreign.item}</th></tr></thead>
        <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.rows, state.rowHeights.tight), columns: 4, row: line })}</tbody></table>`}</div>
  </section>`;

  /** @param {Row} row */
  function line(row) {
    return html`<tr class="is-${row.outcome}" data-row=${rowKey(row)}><td class="num soft" title=${row.sheet}>${row.row}</td><td>${tag(LOOKS[row.outcome], t.foreign.outcomes[row.outcome])}</td>
      <th scope="row" class="cut" title="${several ? `${row.sheet}　` : ""}${row.text}">${row.text}</th><td><span class="pick">${state.plan && asks(row) ? pick(row) : nothing}</span></td></tr>`;
  }

  /** @param {Row} row */
  function pick(row) {
    const all = options(row, view?.choices ?? [], t.foreign);
    const value = row.outcome === "skipped" ? "" : row.item?.id ?? "none";
    const here = open?.row === rowKey(row) ? { query: open.query, at: open.at } : null;
    // A table with a column for each indicator says so itself.
    if (row.outcome === "sure" && !row.item) return html`<span class="soft">${t.foreign.byColumn}</span>`;
    return html`${row.outcome === "likely" && row.item ? html`<button type="button" class="link" title=${t.foreign.confirmTitle(row.item.name)} @click=${() => act.foreign.give(row, row.item?.id ?? "")}>${t.foreign.confirm}</button>` : nothing}
      ${chooser({ label: t.foreign.item, value, options: value === "none" ? [{ value: "none", text: t.foreign.choose, note: "", keys: "" }, ...all] : all, open: here, place: t.foreign.choosePlace, none: t.foreign.chooseNone, more: t.foreign.more,
        title: row.item?.name ?? "", onOpen: (on) => act.foreign.choose(row, on), onLeave: act.foreign.unchoose, onType: act.foreign.choosing, onPick: (item) => (item === "none" ? act.foreign.choose(row, false) : act.foreign.give(row, item)) })}`;
  }
};
