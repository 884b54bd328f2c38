// @ts-check
// One of many: found by words, numbers or pinyin initials.

/** @typedef {{ value: string, text: string, note: string, keys: string }} Option */

/** How many are listed at once; more are found by typing. */
export const LISTED = 100;

/** Returns the options that have every word of a query. @template {{ keys: string }} T @param {T[]} options @param {string} query */
export function matching(options, query) {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return words.length ? options.filter(({ keys }) => words.every((word) => keys.includes(word))) : options;
}
