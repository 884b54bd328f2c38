// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { lightName } from "../../parts/light.js";
import { timeRuler } from "../../parts/ruler.js";
import { percent } from "../../logic/figures.js";
import { signed } from "../../logic/overview.js";

/** @typedef {import("../../text/index.js").Text} Text */

const ORDER = /** @type {const} */ (["done", "green", "yellow", "red", "grey"]);

/** The five counts, and the time. @param {Text} t @param {import("../../types/api").Overview} view */
export const lead = (t, view) => html`<section class="lead">
  <dl class="tally">${ORDER.map((light) => html`<div><dt>${lightName(t, light)}</dt>
    <dd><b>${view.lights[light]}</b> ${view.change ? html`<small class="quiet">${since(t, view.change[light])}</small>` : nothing}</dd></div>`)}</dl>
  ${clock(t, view.clock)}
</section>`;

/** @param {Text} t @param {number} difference */
const since = (t, difference) => (difference ? t.overview.sinceLast(signed(difference)) : t.overview.level);

/** @param {Text} t @param {import("../../types/api").Clock} of */
const clock = (t, of) => html`<div class="clock">
  <p><span>${t.overview.time} <b>${percent(of.time_progress)}</b></span><span class="quiet">${t.overview.passed(of.passed, of.left, of.days_left)}</span></p>
  ${timeRuler(t, of)}
  ${of.months.some((month) => month.coming && month.due) ? html`<span class="dues">${t.overview.dues}</span>` : nothing}
</div>`;
