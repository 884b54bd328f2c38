// @ts-check
// Some of many: all as long as nothing is chosen, and never none.

/**
 * What is chosen, and how it stands in an open list.
 * @typedef {{ chosen: string[], cleared: boolean }} Several ids, none for all; cleared where the list shows no tick yet, and what was chosen before holds until there is one
 */

/** Returns which of the options are ticked. @param {string[]} options @param {Several} of */
export const ticked = (options, { chosen, cleared }) => (cleared ? [] : chosen.length ? options.filter((id) => chosen.includes(id)) : options);

/** Ticks these options, or takes their ticks away. @param {string[]} options @param {Several} of @param {string[]} ids @param {boolean} on @returns {Several} */
export function tick(options, of, ids, on) {
  const before = ticked(options, of);
  const next = options.filter((id) => (ids.includes(id) ? on : before.includes(id)));
  // What is chosen but not among the options, because something else is looked at, stays chosen.
  const others = of.cleared ? [] : of.chosen.filter((id) => !options.includes(id));
  if (!next.length) return { chosen: of.chosen, cleared: true };
  return { chosen: next.length === options.length && !others.length ? [] : [...next, ...others], cleared: false };
}

/** Returns how far a list is gone through by a key: from -1, the field above it; null if the key means nothing. @param {string} key @param {number} at @param {number} count */
export function stepBy(key, at, count) {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: Math.max(at - 10, Math.min(at, 0)), Home: at < 0 ? null : 0, End: at < 0 ? null : count - 1 }[key] ?? null;
  return to === null ? null : Math.min(Math.max(to, -1), count - 1);
}
