// @ts-check
// What is printed of a page.

/** @typedef {{ words: string, across: number, down: number }} Head */

/** Returns one head a column, where heads stand in several rows above each other. @param {Head[][]} rows */
export function said(rows) {
  /** @type {string[][]} */
  const columns = [];
  /** @type {number[]} how many rows a column is still covered from above */
  const covered = [];
  for (const row of rows) {
    let at = 0;
    const free = () => { while (covered[at] > 0) { covered[at]--; at++; } };
    for (const { words, across, down } of row) {
      free();
      for (let n = 0; n < across; n++, at++) {
        (columns[at] ??= []).push(words);
        covered[at] = down - 1;
      }
    }
    free();
  }
  return columns.map((words) => [...new Set(words.filter(Boolean))].join(" "));
}
