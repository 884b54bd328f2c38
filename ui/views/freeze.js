// @ts-check
// Freezing beside the period: whether it is frozen, and the question before it is frozen or opened.

import { known } from "../logic/periods.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../parts/dialog.js";
import { textField } from "../parts/field.js";
import { icon, smallIcon } from "../parts/icon.js";
import { lightName } from "../parts/light.js";
import { LIGHTS, silentUnits } from "../logic/freezing.js";

/** Says that the period is frozen, or offers to freeze it. @param {import("../types/api").PeriodInfo} shown @param {import("../text/index.js").Text} t @param {import("../actions/index.js").Actions} act @param {import("../store.js").State} state */
export const freezeButton = (shown, t, act, state) => {
  const off = state.frame?.ledger?.read_only ?? false;
  if (shown.frozen)
    return html`<button type="button" class="tag freezer frozen" title=${t.freeze.frozenTitle(shown.frozen.who, shown.frozen.on)} ?disabled=${off} @click=${act.freeze.open}>${smallIcon("lock")}${t.freeze.frozen}</button>`;
  const begun = shown.period <= (state.frame?.today ?? "");
  return html`<button type="button" class="tool freezer" aria-label=${t.freeze.freeze} title=${begun ? t.freeze.freezeTitle(shown.label) : t.freeze.notBegun(shown.label)} ?disabled=${off || !begun} @click=${act.freeze.open}>${icon("lock")}</button>`;
};

/** @type {import("./frame.js").ViewOf} */
export const freezeDialog = (state, t, act) => {
  const { asking, refused, reason } = state.freeze;
  const shown = known(state.frame?.plans.find((one) => one.id === state.plan), state.period);
  if (!asking || !shown) return nothing;
  const opens = asking === "unfreeze";
  const confirm = (/** @type {Event} */ e) => act.freeze.confirm(() => shut(e));
  return dialog({
    title: opens ? t.freeze.askUnfreeze(shown.label) : t.freeze.askFreeze(shown.label), close: t.frame.close, onClose: act.freeze.close, look: "freezing",
    body: html`${opens ? unfreezing(state, t, act, shown) : freezing(state, t)}
      ${refused ? html`<p class="field-note is-wrong" role="alert">${refused}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?autofocus=${!opens} ?disabled=${opens && !reason.trim()} @click=${confirm}>${opens ? t.freeze.unfreeze : t.freeze.freeze}</button>`,
  });
};

/** What freezing keeps and locks, and how the period stands. @param {import("../store.js").State} state @param {import("../text/index.js").Text} t */
function freezing(state, t) {
  const { status } = state.freeze, silent = silentUnits(status);
  return html`<ul class="points">${t.freeze.means.map((line) => html`<li>${line}</li>`)}</ul>
    ${status ? html`<p class="lightcounts">${LIGHTS.map((light) => html`<span>${lightName(t, light)} <b>${status.lights[light]}</b></span>`)}</p>` : nothing}
    ${silent.length ? html`<p class="field-note is-asking">${t.freeze.silent(silent)}</p>` : nothing}`;
}

/** @param {import("../store.js").State} state @param {import("../text/index.js").Text} t @param {import("../actions/index.js").Actions} act @param {import("../types/api").PeriodInfo} shown */
const unfreezing = (state, t, act, shown) => html`
  <p>${shown.frozen ? t.freeze.frozenTitle(shown.frozen.who, shown.frozen.on) : nothing}</p>
  <p>${t.freeze.unfreezeMeans}</p>
  ${textField({ label: t.freeze.reason, value: state.freeze.reason, onInput: act.freeze.giveReason, place: t.freeze.reasonPlace })}`;
