// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { empty } from "../../parts/empty.js";
import { icon } from "../../parts/icon.js";
import { typed } from "../../parts/picker.js";
import { windowed } from "../../parts/table.js";
import { tag } from "../../parts/tag.js";
import { shown } from "../../logic/units.js";
import { visible } from "../../logic/windowing.js";

/** @typedef {import("../../types/api").UnitLine} Line */
/** @typedef {{ look: string, head: string, num?: boolean, text: (line: Line) => string }} Column */

/** The units in order, below whom they belong to. @type {import("../frame.js").ViewOf} */
export const unitList = (state, t, act) => {
  const { lines, query, selected, forms } = state.units;
  if (!lines) return html`<section class="unitboard"></section>`;
  const rows = shown(lines, query), columns = columnsOf(state, t, lines);
  return html`<section class="unitboard" aria-label=${t.units.list}>
    <div class="panelhead"><label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.units.find(lines.length)} aria-label=${t.units.findLabel} .value=${live(query)}
        @input=${(/** @type {Event} */ e) => act.units.find(typed(e))}><kbd>Ctrl F</kbd></label>
      <span class="quiet">${t.units.shown(rows.length, lines.length)}</span></div>
    <div class="scrolls" tabindex="0" aria-label=${t.units.list} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("units", e)}>
      ${rows.length === 0 ? empty({ title: t.units.noMatch, hint: t.units.noMatchHint, act: { text: t.measures.clear, run: () => act.units.find("") } })
        : html`<table class="table table-rows table-sticky" aria-rowcount=${rows.length}>
      <colgroup><col>${columns.map((column) => html`<col class=${column.look}>`)}</colgroup>
      <thead><tr><th>${t.units.name}</th>${columns.map((column) => html`<th class=${column.num ? "num" : ""}>${column.head}</th>`)}</tr></thead>
      <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.units, state.rowHeights.row), columns: columns.length + 1, row: (line) => row(line) })}</tbody></table>`}
    </div></section>`;

  /** @param {Line} line */
  function row(line) {
    return html`<tr aria-selected=${line.id === selected} data-unit=${line.id} @click=${() => act.units.select(line.id)}>
      <th scope="row" title=${line.name}><span class="unitname depth-${Math.min(line.depth, 4)}"><span class="cut">${line.name}</span>${line.is_group ? tag("plain", t.units.group) : nothing}${forms[line.id] ? tag("ask", t.units.unsaved) : nothing}</span></th>
      ${columns.map((column) => cell(column, column.text(line)))}</tr>`;
  }
  /** @param {Column} column @param {string} text */
  function cell(column, text) {
    return column.num ? html`<td class="num">${text === "0" ? html`<span class="quiet">—</span>` : text}</td>` : html`<td class="cut soft" title=${text}>${text}</td>`;
  }
};

/** Returns the columns besides the name; one nobody has anything in leaves its room to the names. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t @param {Line[]} lines @returns {Column[]} */
function columnsOf(state, t, lines) {
  const names = new Map(lines.map((line) => [line.id, line.short_name ?? line.name]));
  const named = (/** @type {string[]} */ ids) => ids.map((id) => names.get(id) ?? "").join("、");
  /** @type {Column[]} */
  const texts = [
    { look: "c-short", head: t.units.short, text: (line) => line.short_name ?? "" },
    { look: "c-aliases", head: t.units.aliases, text: (line) => line.aliases.join("、") },
    { look: "c-parent", head: t.units.parent, text: (line) => named(line.parent ? [line.parent] : []) },
    { look: "c-groups", head: t.units.groupsOrMembers, text: (line) => (line.is_group ? t.units.members(line.members.length) : named(line.groups)) },
  ];
  const roles = /** @type {const} */ (["lead", "responsible", "cooperating"]);
  return [
    ...texts.filter((column) => (state.width !== "narrow" || column.look === "c-groups") && lines.some((line) => column.text(line))),
    ...roles.map((role) => ({ look: "c-role", head: t.roles[role], num: true, text: (/** @type {Line} */ line) => String(line.measures[role]) })),
    { look: "c-figures", head: t.units.figures, num: true, text: (line) => String(line.figures) },
  ];
}
