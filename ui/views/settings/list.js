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

const COLUMNS = 9;

/** Returns the columns nobody has anything in: their room is for the names. @param {Line[]} lines */
const empties = (lines) => [
  lines.some((line) => line.short_name) ? "" : "no-short", lines.some((line) => line.aliases.length) ? "" : "no-aliases",
  lines.some((line) => line.parent) ? "" : "no-parent", lines.some((line) => line.is_group || line.groups.length) ? "" : "no-groups",
].join(" ");

/** The units in order, below whom they belong to. @type {import("../frame.js").ViewOf} */
export const unitList = (state, t, act) => {
  const { lines, query, selected, forms } = state.units;
  if (!lines) return html`<section class="unitboard"></section>`;
  const names = new Map(lines.map((line) => [line.id, line.short_name ?? line.name]));
  const rows = shown(lines, query);
  const count = (/** @type {number} */ n) => (n ? String(n) : html`<span class="quiet">—</span>`);
  return html`<section class="unitboard" aria-label=${t.units.list}>
    <div class="panelhead"><label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.units.find(lines.length)} aria-label=${t.units.findLabel} .value=${live(query)}
        @input=${(/** @type {Event} */ e) => act.units.find(typed(e))}><kbd>Ctrl F</kbd></label>
      <span class="quiet">${t.units.shown(rows.length, lines.length)}</span></div>
    <div class="scrolls" tabindex="0" aria-label=${t.units.list} @scroll=${(/** @type {Event} */ e) => act.frame.scrolled("units", e)}>
      ${rows.length === 0 ? empty({ title: t.units.noMatch, hint: t.units.noMatchHint, act: { text: t.measures.clear, run: () => act.units.find("") } })
        : html`<table class="table table-rows table-sticky ${empties(lines)}" aria-rowcount=${rows.length}>
      <colgroup><col><col class="c-short"><col class="c-aliases"><col class="c-parent"><col class="c-groups"><col class="c-role"><col class="c-role"><col class="c-role"><col class="c-figures"></colgroup>
      <thead><tr><th>${t.units.name}</th><th>${t.units.short}</th><th>${t.units.aliases}</th><th>${t.units.parent}</th><th>${t.units.groupsOrMembers}</th>
        <th class="num">${t.roles.lead}</th><th class="num">${t.roles.responsible}</th><th class="num">${t.roles.cooperating}</th><th class="num">${t.units.figures}</th></tr></thead>
      <tbody>${windowed({ rows, seen: visible(rows.length, state.scroll.units, state.rowHeights.row), columns: COLUMNS, row: (line) => row(line) })}</tbody></table>`}
    </div></section>`;

  /** @param {Line} line */
  function row(line) {
    const groups = line.groups.map((id) => names.get(id) ?? "").join("、"), parent = line.parent ? names.get(line.parent) ?? "" : "";
    const { lead, responsible, cooperating } = line.measures;
    return html`<tr aria-selected=${line.id === selected} data-unit=${line.id} @click=${() => act.units.select(line.id)}>
      <th scope="row" title=${line.name}><span class="unitname depth-${Math.min(line.depth, 4)}"><span class="cut">${line.name}</span>${line.is_group ? tag("plain", t.units.group) : nothing}${forms[line.id] ? tag("ask", t.units.unsaved) : nothing}</span></th>
      <td class="cut soft" title=${line.short_name ?? ""}>${line.short_name ?? ""}</td><td class="cut soft" title=${line.aliases.join("、")}>${line.aliases.join("、")}</td>
      <td class="cut soft" title=${parent}>${parent}</td><td class="cut soft" title=${groups}>${line.is_group ? t.units.members(line.members.length) : groups}</td>
      <td class="num">${count(lead)}</td><td class="num">${count(responsible)}</td><td class="num">${count(cooperating)}</td><td class="num">${count(line.figures)}</td></tr>`;
  }
};
