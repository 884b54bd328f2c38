// @ts-check
// The first rows of a table made elsewhere, with what each column holds above it.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { picker } from "../../parts/picker.js";
import { all } from "../../logic/periods.js";

/** Roles whose values are for a period. */
const DATED = ["value", "numerator", "denominator", "of_unit", "of_indicator", "progress", "problems", "next_steps", "note"];

/** @type {import("../frame.js").ViewOf} */
export const columnTable = (state, t, act) => {
  const { view, at } = state.foreign;
  const file = view?.files[at];
  if (!file) return nothing;
  const plan = state.frame?.plans.find((one) => one.id === state.plan);
  const known = all(plan).map((one) => ({ value: one.period, text: one.label }));
  const roles = Object.entries(t.foreign.roles).map(([value, text]) => ({ value, text }));
  const periods = (/** @type {string} */ now) => (known.some((one) => one.value === now) ? known : [{ value: now, text: now }, ...known]);
  const dim = (/** @type {number} */ n) => (file.columns[n]?.role === "ignored" ? "is-off" : "");
  return html`<div class="scrolls"><table class="table table-tight table-sticky columns ${file.columns.length ? "" : "bare"}">
    ${file.columns.length === 0 ? nothing : html`<thead><tr><th><span class="vh">${t.foreign.row}</span></th>${file.columns.map((column) => html`<th class=${column.role === "ignored" ? "is-off" : ""}>
      ${picker({ label: t.foreign.role(column.letter), value: column.role, options: roles, onPick: (role) => act.foreign.pickRole(column.letter, role), look: `select ${column.source === "unknown" ? "is-asking" : ""}`, field: column.letter })}
      <span class="from">${column.letter}　${t.foreign.sources[column.source]}${column.of ? html`　<span class="cut" title=${column.of}>${column.of}</span>` : nothing}${column.period && plan && DATED.includes(column.role)
        ? picker({ label: t.foreign.period(column.heading), value: column.period, options: periods(column.period), onPick: (period) => act.foreign.pickPeriod(column.letter, period), look: "link when" }) : nothing}</span></th>`)}</tr></thead>`}
    <tbody>${file.lines.map((line) => html`<tr class=${line.header ? "head" : ""}><th scope="row"><button type="button" class="link" aria-pressed=${line.row === file.header} title=${t.foreign.headerHere(line.row)} @click=${() => act.foreign.pickHeader(line.row)}>${line.row}</button></th>
      ${title(line) ?? line.cells.map((words, n) => html`<td class="cut ${dim(n)}" title=${words}>${words}</td>`)}</tr>`)}</tbody>
  </table></div>`;

  /** A line above the header goes across the table. @param {import("../../types/api").ForeignLine} line */
  function title(line) {
    if (file?.header === null || line.header || line.row > (file?.header ?? 0)) return null;
    const words = [...new Set(line.cells.filter(Boolean))].join("　");
    return html`<td class="title soft" colspan=${line.cells.length} title=${words}>${words}</td>`;
  }
};
