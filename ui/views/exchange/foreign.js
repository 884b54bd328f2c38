// @ts-check
// 外来表格: what each column holds, what each row means, what is written; on one screen.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { empty } from "../../parts/empty.js";
import { picker, segment } from "../../parts/picker.js";
import { comparison } from "./merge.js";
import { columnTable } from "./columns.js";
import { rowList } from "./rows.js";

/** @type {import("../frame.js").ViewOf} */
export const foreignPane = (state, t, act) => {
  const { view, at, report } = state.foreign;
  const file = view?.files[at];
  if (!file && report) return html`<div class="foreign"><section class="matched done">${comparison(state, t, act)}</section></div>`;
  if (!file) return html`<div class="foreign">${empty({ title: t.foreign.nothing, hint: t.foreign.nothingHint, act: { text: t.foreign.open, run: act.foreign.openFiles } })}</div>`;
  const readable = file.sheets.length > 0;
  return html`<div class="foreign">
    <section class="mapped" aria-label=${t.foreign.columns}>
      ${choices(state, t, act)}
      ${file.problem ? html`<p class="said is-wrong" role="alert">${file.problem}</p>` : nothing}
      ${file.messages.length ? html`<ul class="saids">${file.messages.map((said) => html`<li>${said}</li>`)}</ul>` : nothing}
      ${readable ? columnTable(state, t, act) : nothing}
    </section>
    ${!readable || file.rows.length === 0 ? nothing : html`<div class="split matched">${rowList(state, t, act)}<div class="handle"></div>
      ${file.problem && !report?.items.length ? html`<section class="merge">${empty({ title: t.foreign.notYet, hint: file.problem })}</section>` : report && state.plan ? comparison(state, t, act) : html`<section class="merge">${empty({ title: t.foreign.noPlan, hint: t.foreign.noPlanHint })}</section>`}</div>`}
  </div>`;
};

/** Which file, sheets and unit, what is remembered, and the way to a new plan. @type {import("../frame.js").ViewOf} */
const choices = (state, t, act) => {
  const { view, at } = state.foreign;
  const file = view?.files[at];
  if (!view || !file) return nothing;
  const units = (state.exchange.board?.units ?? []).map((row) => row.unit);
  const named = file.unit && !units.some((unit) => unit.id === file.unit?.id) ? [file.unit] : [];
  const alike = file.sheets.filter((sheet) => sheet.taken).length > 1 || !file.all;
  return html`<div class="bar">
    ${view.files.length > 1
      ? picker({ label: t.foreign.file, value: String(at), options: view.files.map((one, n) => ({ value: String(n), text: one.file })), onPick: act.foreign.pickFile, look: "select file" })
      : html`<b class="cut file" title=${file.file}>${file.file}</b>`}
    ${file.sheets.length > 1 ? picker({ label: t.foreign.sheet, value: file.sheet, options: file.sheets.map((sheet) => ({ value: sheet.name, text: `${sheet.name}${sheet.visible ? "" : t.foreign.hidden}` })), onPick: act.foreign.pickSheet, look: "select" }) : nothing}
    ${file.sheets.length > 1 && alike ? segment({ label: t.foreign.which, value: file.all ? "all" : "one", options: [{ value: "all", text: t.foreign.all }, { value: "one", text: t.foreign.only }], onPick: act.foreign.pickAll }) : nothing}
    ${file.sheets.length ? html`<span class="quiet">${t.foreign.header(file.header)}</span>` : nothing}
    ${state.plan && file.sheets.length ? html`<span class="labelled"><span class="quiet">${t.foreign.unit}</span>${picker({
      label: t.foreign.unit, value: file.unit?.id ?? "", title: file.unit_from, onPick: act.foreign.pickUnit, look: "select unit",
      options: [{ value: "", text: t.foreign.unitByTable }, ...named.concat(units).map((unit) => ({ value: unit.id, text: unit.name }))] })}</span>` : nothing}
    ${file.remembered ? html`<span class="kept">${t.foreign.remembered}<button type="button" class="link" title=${t.foreign.forgetTitle} @click=${act.foreign.forget}>${t.foreign.forget}</button></span>` : nothing}
    <span class="acts">${file.header === null ? nothing : html`<button type="button" class="button" title=${t.foreign.draftTitle} @click=${act.foreign.toDraft}>${t.foreign.draft}</button>`}</span>
  </div>`;
};
