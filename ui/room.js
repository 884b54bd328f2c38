// @ts-check
// The room's own window: the slide the presenter shows, and nothing else. It asks for nothing; the shell calls `show`.

/** @typedef {import("./types/api").MeetingShow} Shown */

const slide = /** @type {HTMLImageElement} */ (document.getElementById("slide"));

/** Shows a slide as large, and that part of it, as the presenter's window does. @param {Shown | null} shown */
const show = (shown) => {
  slide.hidden = !shown?.svg;
  if (!shown?.svg) return;
  const { zoom } = shown, part = zoom > 100 ? shown : { across: 0.5, down: 0.5 };
  Object.assign(slide.style, { width: `${zoom}%`, height: `${zoom}%`, left: `${(100 - zoom) * part.across}%`, top: `${(100 - zoom) * part.down}%` });
  slide.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown.svg)}`;
};

Object.assign(globalThis, { show });
