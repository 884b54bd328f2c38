// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../parts/icon.js";
import { lightName, lightShape } from "../../parts/light.js";
import { picker, segment, typed } from "../../parts/picker.js";
import { LIGHTS, lightCounts } from "../../logic/lists.js";

/** What narrows the list. @type {import("../frame.js").ViewOf} */
export const filterPane = (state, t, act) => {
  const { list, filters } = state.measures;
  if (!list) return nothing;
  const counts = lightCounts(list.measures);
  const roles = [{ value: "", text: t.measures.all }, ...Object.entries(t.roles).map(([value, text]) => ({ value, text }))];
  return html`<aside class="side" aria-label=${t.measures.filters}>
    <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.measures.findIn(list.measures.length)} aria-label=${t.measures.findLabel}
      .value=${live(state.query)} @input=${(/** @type {Event} */ e) => act.frame.search(typed(e))}></label>
    <div class="scrolls">
      <h2 class="label">${t.measures.light}</h2>
      <fieldset class="lights">${LIGHTS.map((light) => html`<label class="check"><input type="checkbox" .checked=${live(!filters.lights.includes(light))} @change=${() => act.measures.toggleLight(light)}>
        ${lightName(t, light)}<span class="n">${counts[light]}</span></label>`)}</fieldset>
      <h2 class="label">${t.measures.unit}</h2>
      ${picker({ label: t.measures.unit, value: filters.unit, onPick: (unit) => act.measures.filter({ unit }),
        options: [{ value: "", text: t.measures.allUnits }, ...list.units.map((unit) => ({ value: unit.id, text: unit.name }))] })}
      ${segment({ label: t.measures.role, look: "role", value: filters.role, options: roles, onPick: (role) => act.measures.filter({ role }) })}
      <h2 class="label">${t.measures.due}</h2>
      ${picker({ label: t.measures.due, value: filters.due, onPick: (due) => act.measures.filter({ due }),
        options: Object.entries(t.measures.dues).map(([value, text]) => ({ value: value === "any" ? "" : value, text })) })}
      <h2 class="label">${t.measures.section}</h2>
      <ul class="tree">
        ${branch("", t.measures.allMeasures, nothing, list.measures.length)}
        ${list.sections.map((section) => branch(section.id, section.title, lightShape(t, section.light), section.measures))}
      </ul>
    </div>
  </aside>`;

  /** @param {string} id @param {string} title @param {unknown} light @param {number} count */
  function branch(id, title, light, count) {
    return html`<li><button type="button" aria-current=${filters.section === id ? "true" : nothing} @click=${() => act.measures.filter({ section: id })}>
      <span class="cut" title=${title}>${title}</span><span class="count">${light}</span><span class="n">${count}</span></button></li>`;
  }
};
