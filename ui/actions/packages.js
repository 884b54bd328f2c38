// @ts-check
// Packages between ledgers, and the whole plan as a file.

import { state, changeIn } from "../store.js";
import { ask, attempt, refusal, say, words } from "./calls.js";
import { after, go, refresh } from "./frame.js";
import { show } from "./returns.js";

/** Saves the whole plan, or its reports as a table. @param {"xlsx" | "csv"} format */
export async function exportAll(format) {
  const { plan, period } = state;
  if (!plan || !period) return;
  told(await ask("export_all", { plan, period, format }, words().busy.writing));
}

/** The unit whose reports are saved. @param {string} unit */
export const pickUnit = (unit) => changeIn("packages", { unit });

/** Of which periods they are saved. @param {string} span */
export const pickSpan = (span) => changeIn("packages", { span: span === "all" ? "all" : "period" });

/** Returns the unit whose reports would be saved: the one picked, else the first. */
export const unitPicked = () => {
  const units = state.exchange.board?.units ?? [];
  return (units.find((row) => row.unit.id === state.packages.unit) ?? units[0])?.unit ?? null;
};

/** Saves a package. @param {import("../types/api").PackageKind} kind */
export async function save(kind) {
  const { plan, period, packages } = state;
  const unit = unitPicked()?.id ?? null;
  const request = { kind, plan, unit: kind === "unit" ? unit : null, period: kind === "unit" && packages.span === "period" ? period : null };
  told(await ask("package_save", request, words().busy.packing));
}

/** @param {import("../types/api").Saved | undefined} saved */
function told(saved) {
  if (saved?.path) say(words().packages.saved(saved.path), false);
}

/** Asks for a package; a unit's reports are shown like returned workbooks, the others in a dialog. */
export async function receive() {
  const seen = await ask("package_open", {}, words().busy.reading);
  if (!seen) return;
  if (!seen.report) return changeIn("packages", { seen, refused: "" });
  await show(seen.report);
}

/** Takes the package in the dialog; a refusal stays there. @param {() => void} done */
export async function take(done) {
  const { seen } = state.packages;
  if (!seen) return;
  let taken;
  try {
    taken = await attempt("package_take", {}, words().busy.writing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return changeIn("packages", { refused: hint ? `${message}，${hint}` : message });
  }
  // Nothing written and no file named: the person thought better of where to save, and may again.
  if (!taken.changed && taken.kind === "handover") return;
  changeIn("packages", { seen: null, refused: "" });
  done();
  await after();
  say(taken.path ? words().packages.handedOver(taken.path) : words().packages.taken(seen.title), !taken.path);
  await go(taken.kind === "plan" || state.plan ? "measures" : "start");
}

/** Puts the package away. */
export async function discard() {
  if (!state.packages.seen) return;
  changeIn("packages", { seen: null, refused: "" });
  await ask("package_discard", {});
}
