// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { icon, smallIcon } from "../parts/icon.js";
import { picker, typed } from "../parts/picker.js";
import { percent } from "../logic/figures.js";
import { all, known, stepped } from "../logic/periods.js";
import { freezeButton } from "./freeze.js";

/** The top bar: which plan, which period, search, take back, language. @type {import("./frame.js").ViewOf} */
export const topBar = (state, t, act) => html`<header class="topbar">
  <button type="button" class="brand" title=${t.frame.startTitle} @click=${() => act.frame.go("start")}>${t.brand}</button>
  ${planAndPeriod(state, t, act)}
  <label class="search">${icon("search")}<input class="input" type="search" placeholder=${t.frame.searchPlace} aria-label=${t.frame.search} ?disabled=${!state.plan}
    .value=${live(state.query)} @input=${(/** @type {Event} */ e) => act.frame.search(typed(e))}><kbd>Ctrl F</kbd></label>
  <button type="button" class="tool" ?disabled=${!state.frame?.undo} title=${state.frame?.undo ? t.frame.undoTitle(state.frame.undo) : t.frame.undo} @click=${act.frame.undo}>${icon("undo")}<span>${t.frame.undo}</span></button>
  <button type="button" class="tool" ?disabled=${!state.frame?.redo} title=${state.frame?.redo ? t.frame.redoTitle(state.frame.redo) : t.frame.redo} @click=${act.frame.redo}>${icon("redo")}<span>${t.frame.redo}</span></button>
  <button type="button" class="tool" ?disabled=${!state.plan} aria-label=${t.frame.print} title=${t.frame.printTitle} @click=${() => act.print.print()}>${icon("print")}</button>
  <span class="parting"></span>
  ${saved(state, t)}
  ${picker({ label: "Language", look: "tool language", title: "中文 / English", value: state.lang,
    options: [{ value: "zh", text: "中文" }, { value: "en", text: "English" }], onPick: (lang) => act.frame.speak(lang === "en" ? "en" : "zh") })}
</header>`;

/** @type {import("./frame.js").ViewOf} */
function planAndPeriod(state, t, act) {
  const plans = state.frame?.plans ?? [];
  const plan = plans.find((one) => one.id === state.plan);
  if (!plan) return html`<span class="picker picker-plan is-off">${t.frame.noPlan}</span>`;
  const shown = known(plan, state.period);
  const may = (/** @type {number} */ step) => stepped(plan, state.period, step) !== undefined;
  return html`
    ${picker({ label: t.frame.plan, look: "picker picker-plan", title: t.frame.planTitle(plan.title), value: plan.id,
      options: plans.map((one) => ({ value: one.id, text: one.title })), onPick: act.frame.pickPlan })}
    <span class="parting"></span>
    <span class="stepper">
      <button type="button" class="tool" aria-label=${t.frame.earlier} title=${t.frame.earlierTitle} ?disabled=${!may(-1)} @click=${() => act.frame.stepPeriod(-1)}>${icon("left")}</button>
      ${picker({ label: t.frame.period, look: "picker", title: t.frame.periodTitle, arrow: false, value: state.period ?? "",
        options: all(plan).map((one) => ({ value: one.period, text: one.label })), onPick: act.frame.pickPeriod })}
      <button type="button" class="tool" aria-label=${t.frame.next} title=${t.frame.nextTitle} ?disabled=${!may(1)} @click=${() => act.frame.stepPeriod(1)}>${icon("right")}</button>
    </span>
    ${shown ? freezeButton(shown, t, act, state) : nothing}
    ${shown ? html`<span class="sofar">${t.frame.time} <b>${percent(shown.time_progress)}</b></span>` : nothing}`;
}

/** @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
function saved(state, t) {
  if (!state.frame?.ledger) return nothing;
  return state.frame.ledger.read_only
    ? html`<span class="saved" title=${t.frame.readOnlyTitle}><span class="tag tag-ask">${t.frame.readOnly}</span></span>`
    : html`<span class="saved" title=${t.frame.savedTitle}>${smallIcon("check")}<span>${t.frame.saved}</span></span>`;
}
