// @ts-check
// The units as they are listed, found and put in order; and what clashes when two become one.

import { found } from "./lists.js";

/**
 * @typedef {import("../types/api").UnitLine} Line
 * @typedef {import("../types/api").UnitClash} Clash
 * @typedef {import("../types/api").ClashChoice} Choice
 * @typedef {{ name: string, keep_old: boolean, short_name: string, aliases: string[], alias: string, parent: string | null, groups: string[], is_group: boolean, members: string[] }} Form
 */

/** The height of a row of the clashes: what, when, and what is done. */
export const CLASH_ROW = 41;

/** How many units a finder offers at once. */
const OFFERED = 8;

/** Returns the units a query finds, by words, number or pinyin initials. @param {Line[]} lines @param {string} query */
export const shown = (lines, query) => lines.filter((line) => found(line.keys, query.trim()));

/** Returns the first units a query finds among those that may be chosen. @param {Line[]} lines @param {string} query @param {(line: Line) => boolean} may */
export const offered = (lines, query, may) => (query.trim() ? shown(lines, query).filter(may).slice(0, OFFERED) : []);

/** Returns what is said of a unit, to be changed. @param {Line} line @returns {Form} */
export const formOf = (line) => ({
  name: line.name, keep_old: true, short_name: line.short_name ?? "", aliases: line.aliases, alias: "", parent: line.parent,
  groups: line.groups, is_group: line.is_group, members: line.members,
});

/** Returns the request that writes it; another name still in its field counts. @param {string} unit @param {Form} form */
export function requestOf(unit, { alias, ...said }) {
  return { unit, ...said, aliases: alias.trim() ? [...said.aliases, alias.trim()] : said.aliases };
}

/** Returns true if one unit stands below another. @param {Line[]} lines @param {Line} line @param {string} above */
export function below(lines, line, above) {
  const byId = new Map(lines.map((one) => [one.id, one]));
  for (let up = line.parent, steps = 0; up && steps <= lines.length; up = byId.get(up)?.parent ?? null, steps++) if (up === above) return true;
  return false;
}

/**
 * Returns where a unit goes that is moved up (-1) or down (1) among those that belong to the same unit: before which one,
 * null for the end, undefined where there is no further.
 * @param {Line[]} lines @param {string} unit @param {number} step @returns {string | null | undefined}
 */
export function placeOf(lines, unit, step) {
  const own = lines.find((line) => line.id === unit);
  const beside = lines.filter((line) => own && line.parent === own.parent);
  const at = beside.findIndex((line) => line.id === unit);
  if (at < 0 || at + step < 0 || at + step >= beside.length) return undefined;
  return step < 0 ? beside[at - 1].id : beside[at + 2]?.id ?? null;
}

/** Returns the clashes "alike" is about: those still open while some are decided, else all of them. @param {Clash[]} clashes @param {{ [key: string]: Choice }} decisions */
export function rest(clashes, decisions) {
  const open = undecided(clashes, decisions);
  return open.length ? open : clashes;
}

/** Returns the clashes a choice can decide: only what can be added is added. @param {Clash[]} clashes @param {Choice} choice */
export const decidable = (clashes, choice) => clashes.filter((clash) => choice !== "add" || clash.sum !== null);

/** Returns the clashes nobody has decided. @param {Clash[]} clashes @param {{ [key: string]: Choice }} decisions */
export const undecided = (clashes, decisions) => clashes.filter((clash) => !decisions[clash.key]);
