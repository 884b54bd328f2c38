// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../parts/icon.js";

/** @typedef {import("../store.js").View} View */

/** The views, by number on the keyboard. @type {import("./frame.js").ViewOf} */
export const rail = (state, t, act) => {
  const plan = state.frame?.plans.find((one) => one.id === state.plan);
  /** @param {View} view @param {string} symbol @param {unknown} [count] @param {string} [look] */
  const entry = (view, symbol, count = nothing, look = "") => {
    const off = !act.frame.open(view);
    // There are ten digits; a view without one is reached by the mouse or Tab.
    const number = act.frame.VIEWS.indexOf(/** @type {any} */ (view)) + 1;
    return html`<button type="button" class=${look} aria-current=${state.view === view ? "page" : nothing} ?disabled=${off}
      title=${number ? t.frame.goTitle(t.views[view], number % 10) : t.views[view]} @click=${() => act.frame.go(view)}>${icon(symbol)}<span>${t.views[view]}</span>${count}</button>`;
  };
  const note = (/** @type {string} */ text) => html`<span class="count">${text}</span>`;
  const waiting = (/** @type {string} */ text) => html`<span class="count waits" title=${text}>●<span class="vh">${text}</span></span>`;
  return html`<nav class="rail" aria-label=${t.frame.nav}>
    ${entry("import", "import", state.frame?.draft ? waiting(t.frame.draftWaits) : nothing)}
    <hr>
    ${entry("overview", "overview")}
    ${entry("measures", "measures", plan ? note(String(plan.measures)) : nothing)}
    ${entry("entry", "entry")}
    ${entry("charts", "chart")}
    ${entry("report", "report")}
    ${entry("exchange", "exchange", state.frame?.merging ? waiting(t.frame.mergeWaits) : nothing)}
    ${entry("score", "score")}
    ${entry("supervise", "supervise")}
    ${entry("history", "history", nothing, "last")}
    ${entry("settings", "settings")}
  </nav>`;
};
