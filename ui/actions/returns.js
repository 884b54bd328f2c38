// @ts-check
// What comes back: folders, dropped files, and rows that lost their ids.

import { hear } from "../backend.js";
import { state, change, changeIn } from "../store.js";
import { exact, proposed, takenWhole } from "../logic/returns.js";
import { ask, words } from "./calls.js";
import { opened } from "./draft.js";
import { desk, loadBoard, takeReport } from "./exchange.js";
import { go, refresh } from "./frame.js";

/** @typedef {import("../types/api").MergeReport} MergeReport */

/** Listens to what is dragged over the window; the shell keeps the paths. */
export const listen = () => hear("dropping", (what) => {
  change({ dragging: what === "over" });
  if (what === "dropped") void takeDropped();
});

async function takeDropped() {
  const dropped = await ask("take_dropped", { reading: state.view === "import" }, words().busy.reading);
  if (dropped?.report) await show(dropped.report);
  if (dropped?.draft) {
    if (state.view !== "import") await go("import");
    await opened(dropped.draft);
  }
}

/** Asks for a folder of returned workbooks. */
export async function openFolder() {
  const report = await ask("merge_open_folder", {}, words().busy.comparing);
  if (report) await show(report);
}

/** Shows a preview; decisions on what was in hand before stay. @param {MergeReport} report */
export async function show(report) {
  changeIn("exchange", { filter: report.proposals.length && !report.cells.conflicts ? "lost" : "", from: "", tab: "merge" });
  takeReport(report);
  await refresh();
  await (state.view === "exchange" ? loadBoard() : go("exchange"));
}

/** Shows the cells of one unit or file. @param {string} from */
export const pickFrom = (from) => {
  changeIn(desk(), { from });
  change({ scroll: { ...state.scroll, diff: { top: 0, height: 1000 } } });
};

/** Takes one of several returns of a unit wherever they differ. @param {number} file */
export function takeWhole(file) {
  const { report, decisions } = state.exchange;
  if (report?.preview) changeIn("exchange", { decisions: takenWhole(report, decisions, file) });
}

/** Picks what a row may be, without confirming it. @param {string} row @param {string} indicator */
export const pick = (row, indicator) => changeIn("exchange", { picked: { ...state.exchange.picked, [row]: indicator } });

/** Says which sending a file answers. @param {number} file @param {string} exchange */
export const pickExchange = (file, exchange) => tell({ file_at: file, exchange, rows: [] });

/** Confirms a row as what is picked, or takes the confirmation back. @param {number} file @param {import("../types/api").RowProposal} row */
export async function confirmRow(file, row) {
  const indicator = row.confirmed ? null : proposed(row, state.exchange.picked[row.key]);
  if (row.confirmed || indicator) await tell({ file_at: file, exchange: null, rows: [{ key: row.key, indicator }] });
}

/** Confirms the rows of a file whose number and wording are exactly those of one indicator. @param {import("../types/api").FileProposal} file */
export const confirmExact = (file) => tell({ file_at: file.file_at, exchange: null, rows: exact(file).map((row) => ({ key: row.key, indicator: row.candidates[0].indicator })) });

/** @param {import("../types/api").MergeConfirm} request */
async function tell(request) {
  const report = await ask("merge_confirm", request, words().busy.comparing);
  if (!report) return;
  takeReport(report);
  await loadBoard();
}
