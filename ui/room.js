// @ts-check
// The room's own window: the slide the presenter shows, and nothing else.

import { hear } from "./backend.js";

const slide = /** @type {HTMLImageElement} */ (document.getElementById("slide"));

hear("slide", (svg) => {
  slide.hidden = !svg;
  if (svg) slide.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
});
