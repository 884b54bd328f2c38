// @ts-check
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { smallIcon } from "./icon.js";

/** A head that sorts. @param {{ text: string, by: string, sort: { by: string, down: boolean }, onSort: (by: any) => void, look?: string }} of */
export const sortHead = ({ text, by, sort, onSort, look = "" }) => html`
  <th class=${look} aria-sort=${sort.by !== by ? "none" : sort.down ? "descending" : "ascending"}>
    <button type="button" class="sort" aria-pressed=${sort.by === by} @click=${() => onSort(by)}>${text}${sort.by === by ? smallIcon(sort.down ? "down2" : "up2") : nothing}</button>
  </th>`;

/** The rows of a long table that are in sight, with gaps for the others. @template T @param {{ rows: T[], seen: { from: number, to: number, before: number, after: number }, columns: number, row: (item: T, at: number) => unknown }} of */
export const windowed = ({ rows, seen, columns, row }) => [
  gap(seen.before, columns),
  ...rows.slice(seen.from, seen.to).map((item, at) => row(item, seen.from + at)),
  gap(seen.after, columns),
];

/** @param {number} height @param {number} columns */
const gap = (height, columns) =>
  height > 0 ? html`<tr class="gap" aria-hidden="true"><td colspan=${columns}><svg width="1" height=${height}></svg></td></tr>` : nothing;
