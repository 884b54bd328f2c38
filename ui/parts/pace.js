// @ts-check
import { html, svg, nothing } from "../vendor/lit-html/lit-html.js";
import { along, percent } from "../logic/figures.js";

/**
 * A completion bar: 80 % of its width is the whole target, the mark is time.
 * @param {import("../text/index.js").Text} t
 * @param {{ completion: number, time: number, light: import("../types/api").Light }} of
 */
export function paceBar(t, { completion, time, light }) {
  const end = Math.min(along(completion), 80), mark = along(Math.min(time, 1));
  const behind = mark > end && (light === "red" || light === "yellow");
  return html`<svg class="pace pace-${light}" role="img" aria-label=${t.measures.bar(percent(completion), percent(time))}>
    <rect class="track" y="3" width="80%" height="8"></rect>
    ${behind ? svg`<rect class="gap" x="${end}%" y="3" width="${mark - end}%" height="8"></rect>` : nothing}
    <rect class="fill" y="3" width="${end}%" height="8"></rect>
    ${completion > 1 ? svg`<rect class="over" x="80%" y="5" width="${along(completion) - 80}%" height="4"></rect>` : nothing}
    <line class="end" x1="80%" x2="80%" y1="1" y2="13"></line>
    <line class="mark" x1="${mark}%" x2="${mark}%" y1="0" y2="14"></line>
  </svg>`;
}

/** A plain bar of how much is done. @param {string} label @param {number} done @param {number} all */
export const progressBar = (label, done, all) => html`<svg class="progress" role="img" aria-label=${label}>
  <rect class="track" width="100%" height="8"></rect>
  <rect class="fill" width="${all ? Math.round((done / all) * 1000) / 10 : 0}%" height="8"></rect>
</svg>`;
