// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { lightName, lightShape } from "../../parts/light.js";
import { stackBar } from "../../parts/stack.js";
import { LIGHTS } from "../../logic/lists.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */

/** How many measures turned in which way, in words; empty for none. @param {Text} t @param {import("../../types/api").Turns} turns */
export const turnsSaid = (t, turns) =>
  (/** @type {const} */ (["worse", "dark", "better", "lit"])).filter((turn) => turns[turn] > 0).map((turn) => t.overview.turns[turn](turns[turn])).join(t.overview.comma);

/** The lights of each section, stacked. @param {Text} t @param {Actions} act @param {import("../../types/api").Overview} view */
export const sectionPanel = (t, act, view) => {
  const most = Math.max(...view.sections.map((section) => section.measures));
  return html`<section class="panel">
    <div class="panelhead"><h2>${t.overview.sections}</h2><span class="note">${t.overview.planLight} ${lightName(t, view.light)}　${t.overview.sectionsNote}</span>
      <span class="legend acts">${LIGHTS.map((light) => lightName(t, light))}</span></div>
    <table class="table table-tight table-rows sections">
      <colgroup><col class="c-name"><col class="c-n"><col>${view.change ? html`<col class="c-delta">` : nothing}</colgroup>
      <thead><tr><th>${t.measures.section}</th><th class="num">${t.measures.measure}</th><th>${t.measures.light}</th>${view.change ? html`<th>${t.overview.since}</th>` : nothing}</tr></thead>
      <tbody>${view.sections.map((section) => row(section))}</tbody>
    </table>
  </section>`;

  /** @param {import("../../types/api").SectionLights} section */
  function row(section) {
    const { id } = section, turns = turnsSaid(t, section.turns);
    return html`<tr @click=${() => id && act.overview.toSection(id)}>
      <th scope="row" class="cut" title=${section.title}>${id ? html`<button type="button" class="rowname cut">${lightShape(t, section.light)}${section.title}</button>` : html`${lightShape(t, section.light)}${section.title}`}</th>
      <td class="num">${section.measures}</td><td>${stackBar(t, section.lights, most)}</td>
      ${view.change ? html`<td class="soft cut" title=${turns}>${turns || html`<span class="quiet">${t.overview.level}</span>`}</td>` : nothing}</tr>`;
  }
};
