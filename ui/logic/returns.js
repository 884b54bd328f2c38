// @ts-check
// Returned workbooks: the order and the filters of the cells, and which of several returns is taken.

/** @typedef {import("../types/api").MergeItem} Item */
/** @typedef {import("../types/api").MergeReport} Report */
/** @typedef {import("../types/api").Choice} Choice */
/** @typedef {{ [key: string]: Choice }} Decisions */

const ORDER = ["conflict", "rejected", "applied", "equal"];

/**
 * Returns the cells in the order in which they are shown: conflicts first, those between several returns side by side.
 * @param {Report} report @param {string} outcome one outcome, or "" for all @param {string} from "" for all, `file:0`, or `unit:…`
 */
export function shown(report, outcome, from) {
  const places = new Map();
  for (const { group } of report.items) if (group && !places.has(group)) places.set(group, places.size);
  const place = (/** @type {Item} */ item) => (item.group ? places.get(item.group) : places.size);
  const fits = (/** @type {Item} */ item) => (!outcome || item.outcome === outcome) && isFrom(item, from);
  return ORDER.flatMap((one) => {
    const items = report.items.filter((item) => item.outcome === one && fits(item));
    return one === "conflict" ? items.map((item, at) => ({ item, at })).sort((a, b) => place(a.item) - place(b.item) || a.at - b.at).map(({ item }) => item) : items;
  });
}

/** @param {Item} item @param {string} from */
const isFrom = (item, from) => !from || from === `file:${item.file_at}` || from === `unit:${item.unit}`;

/** Returns the decisions with one more; of a figure that several returns fill in, one return is taken whole. @param {Report} report @param {Decisions} decisions @param {string} key @param {Choice} choice */
export function decided(report, decisions, key, choice) {
  const item = report.items.find((one) => one.key === key);
  if (!item?.group) return { ...decisions, [key]: choice };
  const rivals = report.items.filter((one) => one.group === item.group && one.outcome === "conflict");
  /** @type {Decisions} */
  const more = {};
  for (const one of rivals) {
    if (one.file_at === item.file_at) more[one.key] = choice;
    else if (choice === "theirs") more[one.key] = "ours";
  }
  return { ...decisions, ...more };
}

/** Returns the decisions where one file is taken wherever it and others of its unit differ. @param {Report} report @param {Decisions} decisions @param {number} file */
export function takenWhole(report, decisions, file) {
  const rival = sets(report).find((set) => set.files.includes(file));
  const more = Object.fromEntries((rival?.items ?? []).map((item) => [item.key, /** @type {Choice} */ (item.file_at === file ? "theirs" : "ours")]));
  return { ...decisions, ...more };
}

/**
 * Returns the sets of files of one unit that differ, the files saved last first, with their conflicts.
 * @param {Report} report @returns {{ unit: string, files: number[], items: Item[] }[]}
 */
export function sets(report) {
  /** @type {{ unit: string, files: number[], items: Item[] }[]} */
  const sets = [];
  for (const item of report.items) {
    if (!item.group || item.outcome !== "conflict") continue;
    const files = [item.file_at, ...item.rivals.map((rival) => rival.file_at)];
    let set = sets.find((one) => one.files.some((file) => files.includes(file)));
    if (!set) sets.push((set = { unit: item.unit ?? "", files: [], items: [] }));
    set.items.push(item);
    for (const file of files) if (!set.files.includes(file)) set.files.push(file);
  }
  const late = (/** @type {number} */ at) => report.files[at]?.saved_at ?? "";
  for (const set of sets) set.files.sort((a, b) => (late(a) < late(b) ? 1 : late(a) > late(b) ? -1 : a - b));
  return sets;
}

/** Returns true if all conflicts may be decided alike for theirs: not between several returns, nor what an older one would set back. @param {Item} item */
export const isPlain = (item) => !item.group && item.code !== "older_return";

/** Returns how many rows wait to be recognised. @param {Report} report */
export const waiting = (report) => report.proposals.reduce((all, file) => all + unconfirmed(file), 0);

/** Returns how many rows of a file nobody has confirmed. @param {import("../types/api").FileProposal} file */
export const unconfirmed = (file) => file.rows.filter((row) => !row.confirmed).length;

/** Returns the indicator or measure a row would be confirmed as: what was picked, else the only candidate that is free. @param {import("../types/api").RowProposal} row @param {string | undefined} picked */
export function proposed(row, picked) {
  if (row.confirmed) return row.confirmed;
  const free = row.candidates.filter((one) => !one.taken);
  if (picked && free.some((one) => one.indicator === picked)) return picked;
  return row.fit === "exact" || row.fit === "similar" ? free[0]?.indicator ?? null : null;
}

/** Returns the rows of a file that may be confirmed together: number and wording are the same, and nothing else comes into question. @param {import("../types/api").FileProposal} file */
export const exact = (file) => file.rows.filter((row) => row.fit === "exact" && !row.confirmed && row.candidates.every((one) => !one.taken));

/** Returns how many characters several file names begin alike with, as far as a hyphen: plan and period, which only take room. @param {string[]} names */
export function sharedStart(names) {
  const [first = "", ...others] = names;
  let alike = first.length;
  for (const name of others) while (!name.startsWith(first.slice(0, alike))) alike -= 1;
  return others.length && alike ? first.lastIndexOf("-", alike - 1) + 1 : 0;
}
