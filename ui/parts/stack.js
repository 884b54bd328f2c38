// @ts-check
import { html, svg, nothing } from "../vendor/lit-html/lit-html.js";
import { stacked } from "../logic/overview.js";

/**
 * A stacked bar of lights: colour, shape and number; its length is how many there are.
 * @param {import("../text/index.js").Text} t
 * @param {import("../types/api").Lights} lights
 * @param {number} most how many the longest bar has
 */
export function stackBar(t, lights, most) {
  const parts = stacked(lights, most), said = parts.map(({ light, count }) => t.overview.lightCount(t.light[light], count)).join(t.overview.comma);
  return html`<svg class="stack" role="img" aria-label=${said}>${parts.map(({ light, count, x, width, shape, number }) => svg`
    <svg class="part part-${light}" x="${x}%" width="${width}%"><rect width="100%" height="16"></rect>
      ${shape ? svg`<svg x="50%" overflow="visible"><use href="#g-${light}" x=${number ? -13 : -5} y="3" width="10" height="10"></use>${number ? svg`<text x="2" y="12.5">${count}</text>` : nothing}</svg>` : nothing}
    </svg>`)}</svg>`;
}
