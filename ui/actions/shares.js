// @ts-check
// A target divided among units: typed, checked against the whole, written as one step.

import { state, changeIn } from "../store.js";
import { attempt, ask, inTurn, refusal, say, words } from "./calls.js";
import { after } from "./frame.js";

/** Opens the dialog. @param {string} indicator */
export async function open(indicator) {
  const view = await ask("shares", { indicator });
  if (view) changeIn("measures", { shares: { view, texts: {}, message: "" } });
}

export const close = () => changeIn("measures", { shares: null });

/** @param {string} unit @param {string} text */
export function type(unit, text) {
  const { shares } = state.measures;
  if (shares) write({ ...shares.texts, [unit]: text });
}

/** Divides the target alike. */
export function alike() {
  const { shares } = state.measures;
  if (shares) write(Object.fromEntries(shares.view.rows.map((row) => [row.unit.id, row.even])));
}

/** Empties every share. */
export function none() {
  const { shares } = state.measures;
  if (shares) write(Object.fromEntries(shares.view.rows.map((row) => [row.unit.id, ""])));
}

/** Shows what was typed at once, and what it comes to as soon as that is known. @param {{ [unit: string]: string }} texts */
function write(texts) {
  const { shares } = state.measures;
  if (!shares) return;
  changeIn("measures", { shares: { ...shares, texts } });
  return inTurn(async () => {
    const now = state.measures.shares;
    if (!now || now.texts !== texts) return;
    try {
      const view = await attempt("shares_check", request(now), words().busy.reading);
      if (state.measures.shares?.texts === texts) changeIn("measures", { shares: { view, texts, message: "" } });
    } catch (error) {
      if (state.measures.shares?.texts === texts) changeIn("measures", { shares: { ...now, message: refusal(error).message } });
    }
  });
}

/** @param {NonNullable<import("../store.js").State["measures"]["shares"]>} shares */
const request = ({ view, texts }) => ({ indicator: view.indicator, shares: Object.entries(texts).map(([unit, target]) => ({ unit, target })) });

/** Writes the shares. @param {() => void} done */
export async function save(done) {
  const { shares } = state.measures;
  if (!shares) return;
  try {
    await attempt("shares_set", request(shares), words().busy.writing);
  } catch (error) {
    const { message, hint } = refusal(error);
    return changeIn("measures", { shares: { ...shares, message: hint ? `${message}，${hint}` : message } });
  }
  done();
  say(words().shares.saved(shares.view.name), true);
  await after();
}
