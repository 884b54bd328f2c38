// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/** A chart as an image: a drawing in an image runs nothing and loads nothing. @param {{ svg: string, alt: string }} chart @param {string} look large where what it says stands beneath it */
export const drawing = (chart, look) =>
  html`<img class="drawing ${look}" alt=${chart.alt} title=${look === "large" ? nothing : chart.alt} src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}">`;
