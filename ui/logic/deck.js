// @ts-check
// 幻灯: which slides were chosen, in which order.

/** @typedef {import("../types/api").SlideView} Slide */

/** Returns the slides a person chooses from: those with several pages once. @param {Slide[]} slides */
export const listed = (slides) => slides.filter((slide) => slide.of === null);

/** Returns how many pages a slide has. @param {Slide[]} slides @param {string} key */
export const pageCount = (slides, key) => slides.filter((slide) => slide.key === key || slide.of === key).length;

/**
 * Returns the slides with one moved by so many places among those that are listed, its pages with it.
 * @param {Slide[]} slides @param {string} key @param {number} by
 */
export function moved(slides, key, by) {
  const list = listed(slides), at = list.findIndex((slide) => slide.key === key), to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return slides;
  const order = [...list];
  order.splice(to, 0, ...order.splice(at, 1));
  return order.flatMap((slide) => slides.filter((page) => page.key === slide.key || page.of === slide.key));
}

/** Returns the slides with one chosen, or not chosen any more. @param {Slide[]} slides @param {string} key */
export const ticked = (slides, key) => slides.map((slide) => (slide.key === key || slide.of === key ? { ...slide, chosen: !slide.chosen } : slide));

/** Returns the keys of the chosen slides in their order. @param {Slide[]} slides */
export const chosen = (slides) => listed(slides).filter((slide) => slide.chosen).map((slide) => slide.key);
