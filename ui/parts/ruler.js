// @ts-check
import { html, svg, nothing } from "../vendor/lit-html/lit-html.js";
import { percent } from "../logic/figures.js";
import { ruler } from "../logic/overview.js";

/** The time of a plan by months, how much of it has passed, and what comes due when. @param {import("../text/index.js").Text} t @param {import("../types/api").Clock} clock */
export function timeRuler(t, clock) {
  const marks = ruler(clock.months), now = Math.round(clock.time_progress * 10000) / 100;
  return html`<svg class="ruler" role="img" aria-label=${t.overview.ruler(percent(clock.time_progress), clock.months.length, clock.passed)}>
    <rect class="track" width="100%" height="14"></rect>
    <rect class="fill" width="${now}%" height="14"></rect>
    ${marks.slice(1).map(({ from }) => svg`<line class="tick" x1="${from}%" x2="${from}%" y1="0" y2="14"></line>`)}
    ${marks.map(({ label, at, state }) => svg`<text class=${state} x="${at}%" y="30" text-anchor="middle">${label}</text>`)}
    ${marks.map(({ at, due }) => (due ? svg`<text class="due" x="${at}%" y="47" text-anchor="middle">${t.overview.items(due)}</text>` : nothing))}
    <line class="mark" x1="${now}%" x2="${now}%" y1="-4" y2="18"></line>
  </svg>`;
}
