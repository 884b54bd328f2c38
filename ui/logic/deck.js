// @ts-check
// 幻灯: which slides were chosen, in which order.

import { matching } from "./choosing.js";

/** @typedef {import("../types/api").SlideView} Slide */

/** Returns the slides a person chooses from: those with several pages once. @param {Slide[]} slides */
export const listed = (slides) => slides.filter((slide) => slide.of === null);

/**
 * Returns the slides that are listed: all or the chosen ones, of these the ones with every word of a query.
 * @param {Slide[]} slides @param {"all" | "chosen"} only @param {string} query
 */
export function shown(slides, only, query) {
  const keys = (/** @type {Slide} */ { name, number, jump, kicker }) => [number, jump, name, ...kicker].filter(Boolean).join(" ").toLowerCase();
  const list = listed(slides).filter((slide) => only === "all" || slide.chosen);
  return matching(list.map((slide) => ({ slide, keys: keys(slide) })), query).map(({ slide }) => slide);
}

/** Returns how many pages a slide has. @param {Slide[]} slides @param {string} key */
export const pageCount = (slides, key) => slides.filter((slide) => slide.key === key || slide.of === key).length;

/**
 * Returns the slides with one moved by so many places among those in sight, its pages with it.
 * @param {Slide[]} slides @param {string} key @param {number} by @param {Slide[]} [sight]
 */
export function moved(slides, key, by, sight = listed(slides)) {
  const order = listed(slides), place = (/** @type {string | undefined} */ of) => order.findIndex((slide) => slide.key === of);
  const at = sight.findIndex((slide) => slide.key === key), to = sight[at + by];
  if (at < 0 || !to) return slides;
  order.splice(place(to.key), 0, ...order.splice(place(key), 1));
  return order.flatMap((slide) => slides.filter((page) => page.key === slide.key || page.of === slide.key));
}

/** Returns the slides with one chosen, or not chosen any more. @param {Slide[]} slides @param {string} key */
export const ticked = (slides, key) => slides.map((slide) => (slide.key === key || slide.of === key ? { ...slide, chosen: !slide.chosen } : slide));

/** Returns the keys of the chosen slides in their order. @param {Slide[]} slides */
export const chosen = (slides) => listed(slides).filter((slide) => slide.chosen).map((slide) => slide.key);
