// @ts-check
// The document as it was received, beside its cleaned text.

import { state, changeIn } from "../store.js";
import { reveal } from "../reveal.js";
import { ask, words } from "./calls.js";

/** Asks for the original, where it is in sight or was asked for. */
export async function load() {
  const original = await ask("draft_original", {}, words().busy.document);
  if (original === undefined || !state.draft.view) return;
  changeIn("draft", { original });
}

/** The draft is another now: what was found stands elsewhere in the original. */
export function renew() {
  const { original, side, tab } = state.draft;
  if (side === "original" || tab === "noise") return load();
  if (original !== undefined) changeIn("draft", { original: undefined });
}

/** Shows the source cleaned or as it was. @param {"cleaned" | "original"} side */
export async function pickSide(side) {
  changeIn("draft", { side, chosen: null, place: null });
  if (side === "original" && !state.draft.original) await load();
  reveal(".source .is-current");
}

/** Shows the other side. */
export const otherSide = () => (state.draft.view ? pickSide(state.draft.side === "original" ? "cleaned" : "original") : false);

/** Shows a line of the original. @param {number} place */
export async function see(place) {
  if (state.draft.side !== "original") await pickSide("original");
  changeIn("draft", { place });
  reveal(`.source .original li[data-line="${place}"]`);
}
