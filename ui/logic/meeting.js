// @ts-check
// 会议: where a meeting is in its slides, and where a key leads from there.

/** @typedef {import("../types/api").SlideView} Slide */
/** @typedef {{ at: string, back: string | null }} Place which slide is shown, and which one the jump came from */

/** How much larger or smaller than the screen a slide is shown, per cent. */
export const ZOOMS = [70, 80, 90, 100, 125, 150, 200];

/** Returns the slides the meeting goes through. @param {Slide[]} slides */
export const paged = (slides) => slides.filter((slide) => slide.chosen);

/** Returns where the slide stands in the meeting, counted from 0; −1 for one that is looked at in between. @param {Slide[]} slides @param {string} key */
export const placeOf = (slides, key) => paged(slides).findIndex((slide) => slide.key === key);

/** Returns all pages of one slide, in order. @param {Slide[]} slides @param {string} key */
export function pagesOf(slides, key) {
  const of = slides.find((slide) => slide.key === key)?.of ?? key;
  return slides.filter((slide) => slide.key === of || slide.of === of);
}

/**
 * Returns the place so many slides further on. From a slide that is looked at in between it goes through its pages and then back
 * to where the meeting was.
 * @param {Slide[]} slides @param {Place} place @param {number} by
 * @returns {Place}
 */
export function stepped(slides, { at, back }, by) {
  const all = paged(slides), now = placeOf(slides, at);
  if (now >= 0) return { at: all[Math.min(Math.max(now + by, 0), all.length - 1)].key, back };
  const pages = pagesOf(slides, at), page = pages.findIndex((slide) => slide.key === at) + by;
  if (pages[page]) return { at: pages[page].key, back };
  return { at: back ?? all[0]?.key ?? at, back: null };
}

/** Returns the first slide (−1) or the last (1). @param {Slide[]} slides @param {Place} place @param {-1 | 1} end @returns {Place} */
export function ended(slides, { at, back }, end) {
  const all = paged(slides);
  return { at: (end < 0 ? all[0] : all[all.length - 1])?.key ?? at, back: placeOf(slides, at) >= 0 ? at : back };
}

/**
 * Returns the slides of a measure by what was typed: those with that number, else those whose number has these digits (214 for
 * 2.1.4), else that of the measure that stands there in the plan and has no number.
 * @param {Slide[]} slides @param {string} typed
 */
export function numbered(slides, typed) {
  const wanted = parts(typed).join("."), all = slides.filter((slide) => slide.of === null && slide.kind !== "units");
  if (!wanted) return [];
  const ways = [
    (/** @type {Slide} */ slide) => slide.jump === wanted,
    (/** @type {Slide} */ slide) => slide.jump?.replaceAll(".", "") === wanted,
    (/** @type {Slide} */ slide) => String(slide.place) === wanted,
  ];
  return ways.map((way) => all.filter(way)).find((found) => found.length) ?? [];
}

/** The numbers in what was typed: 12-03 is 12 and 3. @param {string} typed */
const parts = (typed) => (typed.match(/[0-9]+/g) ?? []).map(Number);

/** Returns where in the plan a slide belongs, as a person names it: the measure it shows. @param {Slide} slide */
export const titled = (slide) => slide.kicker[slide.kicker.length - 1] ?? slide.name;

/**
 * Returns the place of a measure: of several slides the next one after the one that is shown. Null where no measure has the number.
 * @param {Slide[]} slides @param {Place} place @param {string} number
 * @returns {Place | null}
 */
export function jumped(slides, { at, back }, number) {
  const found = numbered(slides, number);
  if (!found.length) return null;
  const now = found.findIndex((slide) => slide.key === at);
  const next = found[(now + 1) % found.length].key;
  return { at: next, back: placeOf(slides, at) >= 0 && next !== at ? at : back };
}

/** Returns the same by unit, or back to the whole; null where there is nothing to part. @param {Slide[]} slides @param {Place} place @returns {Place | null} */
export function byUnit(slides, { at, back }) {
  const of = pagesOf(slides, at)[0]?.key ?? at, whole = slides.find((slide) => slide.by_unit === of);
  if (whole) return { at: whole.key, back: back === whole.key ? null : back };
  const parted = slides.find((slide) => slide.key === at)?.by_unit;
  if (!parted || !slides.some((slide) => slide.key === parted)) return null;
  return { at: parted, back: placeOf(slides, at) >= 0 ? at : back };
}

/** Returns where the last jump came from. @param {Place} place @returns {Place} */
export const returned = ({ at, back }) => (back ? { at: back, back: null } : { at, back });

/** Returns the slides to have ready: the one shown, its neighbours, and the same by unit. @param {Slide[]} slides @param {Place} place */
export function near(slides, place) {
  const parted = byUnit(slides, place)?.at;
  const keys = [place.at, stepped(slides, place, 1).at, stepped(slides, place, -1).at, ...(parted ? [parted] : []), ...(place.back ? [place.back] : [])];
  return [...new Set(keys)];
}

/** Returns a time as a clock shows it: 4:05, 1:04:05. @param {number} millis */
export function clock(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000)), two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Returns the shape of the sheet that fills a screen best. @param {number} width @param {number} height @returns {import("../types/api").SlideRatio} */
export const ratioOf = (width, height) => (width / height < 1.5 ? "4:3" : "16:9");
