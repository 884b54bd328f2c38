// @ts-check
// 设置: by which rules the ledger judges, and the units.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { empty } from "../parts/empty.js";
import { choiceField, choices, textField } from "../parts/field.js";
import { segment } from "../parts/picker.js";
import { rules } from "../parts/rules.js";
import { tabs } from "../parts/tabs.js";
import { mergeDialog, newUnitDialog } from "./settings/merge.js";
import { unitList } from "./settings/list.js";
import { unitPane } from "./settings/unit.js";

/** @type {import("./frame.js").ViewOf} */
export const settingsView = (state, t, act) => (state.settings.tab === "units" ? unitsSection(state, t, act) : rulesSection(state, t, act));

/** @type {import("./frame.js").ViewOf} */
const tabsOf = (state, t, act) => tabs({ value: state.settings.tab, onPick: act.units.pickTab,
  tabs: [{ value: "rules", text: t.units.rulesTab }, { value: "units", text: t.units.tab, ...(state.units.lines ? { count: state.units.lines.length } : {}) }] });

/** @type {import("./frame.js").ViewOf} */
const unitsSection = (state, t, act) => html`<div class="viewhead"><h1>${t.views.settings}</h1>${tabsOf(state, t, act)}
    <span class="acts"><button type="button" class="button" title=${t.units.sortTitle} ?disabled=${!state.units.lines?.length} @click=${act.units.sort}>${t.units.sort}</button>
      <button type="button" class="button" @click=${act.units.begin}>${t.units.add}<kbd>Alt N</kbd></button></span></div>
  ${state.units.lines?.length === 0 ? empty({ title: t.units.none, hint: t.units.noneHint, act: { text: t.units.add, run: act.units.begin } })
    : html`<div class="split unitsplit">${unitList(state, t, act)}<div class="handle"></div>${unitPane(state, t, act)}</div>`}
  ${newUnitDialog(state, t, act)}${mergeDialog(state, t, act)}`;

/** @type {import("./frame.js").ViewOf} */
const rulesSection = (state, t, act) => {
  const { rules: kept, form, touched } = state.settings;
  if (!kept || !form) return html``;
  const text = (/** @type {string} */ name, /** @type {string} */ label) =>
    textField({ label, name, value: form[name] ?? "", look: "f-num", onInput: (value) => act.settings.type({ [name]: value }) });
  const pick = (/** @type {string} */ name, /** @type {string} */ label, /** @type {{ [value: string]: string }} */ words) =>
    choiceField({ label, value: form[name], options: choices(words), onPick: (value) => act.settings.type({ [name]: value }) });
  return html`<div class="viewhead"><h1>${t.views.settings}</h1>${tabsOf(state, t, act)}<span class="quiet cut" title=${kept.said}>${kept.said}</span>
      <span class="acts">${touched ? html`<button type="button" class="button" @click=${act.settings.revert}>${t.frame.cancel}</button>` : nothing}
        <button type="button" class="button button-main" ?disabled=${!touched} @click=${act.settings.save}>${t.frame.save}<kbd>Ctrl ↵</kbd></button></span></div>
    <div class="scrolls settings">
      <section class="panel"><div class="panelhead"><h2>${t.settings.lights}</h2><span class="note">${t.settings.lightsNote}</span></div>
        ${segment({ label: t.settings.preset, value: kept.preset ?? "", onPick: act.settings.pick, options: [...kept.presets.map((name) => ({ value: name, text: t.settings.presets[/** @type {"常规"} */ (name)] ?? name })), ...(kept.preset ? [] : [{ value: "", text: t.settings.own, off: true }])] })}
        <div class="fields">${text("yellow_over", t.settings.yellow)}${text("red_over", t.settings.red)}</div>
        <p class="field-note">${t.settings.lightsHint}</p></section>
      <section class="panel"><div class="panelhead"><h2>${t.settings.time}</h2></div>
        <div class="fields">${pick("time", t.settings.time, t.timeRules)}${pick("combining", t.settings.combining, t.combinings)}</div>
        <p class="field-note">${t.settings.timeHint}</p></section>
      <section class="panel"><div class="panelhead"><h2>${t.settings.score}</h2></div>
        <div class="fields">${pick("full_mark", t.settings.fullMark, { 100: t.settings.hundred, 1000: t.settings.thousand })}${text("bonus_cap", t.settings.bonusCap)}${text("penalty_cap", t.settings.penaltyCap)}</div>
        ${rules(t.settings.scoreRules)}</section>
    </div>`;
};
