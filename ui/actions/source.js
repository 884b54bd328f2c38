// @ts-check
// Words chosen in the source of the draft, with the mouse or the keyboard, and what is made of them.

import { state, changeIn } from "../store.js";
import { measureAt, rangeOf, stepped } from "../logic/caret.js";
import { keysOf } from "../logic/drafts.js";
import { drawCaret, focusOriginal, focusSource, inOriginal, inSource, readSelection, showSelection } from "../selection.js";
import { focusOn } from "../reveal.js";
import { say, words } from "./calls.js";
import { FORM, changed, pickMarked, show } from "./draft.js";

/** The words chosen in the source are others now. */
export function choose() {
  if (state.view !== "import" || !state.draft.view) return;
  drawCaret();
  const chosen = readSelection();
  // A selection elsewhere, say in a field, leaves the words chosen in the source as they were.
  if (chosen) changeIn("draft", { chosen });
}

/** The source was scrolled, or the keyboard went elsewhere. */
export const redrawCaret = () => drawCaret();

/** Gives the keyboard to the source, at the open item; from there back to the form. */
export function toSource() {
  if (inSource() || inOriginal()) return focusOn(`${FORM}, .draft [role=tab][aria-selected=true]`);
  const { view, item, side } = state.draft;
  if (side === "original") return focusOriginal();
  const line = view?.lines.find((one) => one.marks.some((mark) => mark.item === item)) ?? view?.lines[0];
  if (!line) return;
  const place = { line: line.number, at: line.marks.find((mark) => mark.item === item)?.start ?? 0 };
  focusSource();
  showSelection({ anchor: place, head: place });
}

/** Moves the caret in the source; with `extend` words are chosen. @param {import("../logic/caret.js").Step} step @param {boolean} extend */
export function walkSource(step, extend) {
  const { view, chosen } = state.draft;
  if (!view || !inSource()) return false;
  const from = chosen ?? { anchor: { line: 1, at: 0 }, head: { line: 1, at: 0 } };
  const head = stepped(view.lines, from.head, step);
  showSelection({ anchor: extend ? from.anchor : head, head });
  return true;
}

/** Opens what stands at the caret, as a click would. */
export function openHere() {
  const { view, chosen } = state.draft;
  if (!view || !chosen || !inSource()) return false;
  const { line, at } = chosen.head;
  const mark = view.lines[line - 1]?.marks.find((one) => one.start <= at && at < one.end);
  const item = mark?.item ?? measureAt(view, chosen.head)?.key;
  if (item) pickMarked(item);
  return true;
}

/** Cuts the measure in two where the caret stands in the source, and opens the second one. */
export async function split() {
  const { view, chosen } = state.draft;
  const range = rangeOf(chosen), at = range?.from ?? chosen?.head;
  const measure = view && at && measureAt(view, at);
  if (!at || !measure) return say(words().draft.placeFirst, false);
  await added({ edit: "split", item: measure.key, at }, "measures");
}

/** Makes a target or a measure of the words chosen in the source, and opens it. @param {"target" | "measure"} kind */
export async function add(kind) {
  const range = rangeOf(state.draft.chosen);
  if (!range) return say(words().draft.chooseFirst, false);
  await added({ edit: kind === "target" ? "add_target" : "add_measure", words: range }, kind === "target" ? "targets" : "measures");
}

/** Makes a change that adds an item, and opens it. @param {import("../types/api").DraftEdit} change @param {"targets" | "measures"} tab */
async function added(change, tab) {
  const before = new Set(state.draft.view ? keysOf(state.draft.view, tab) : []);
  const view = await changed(change);
  if (!view) return;
  document.getSelection()?.removeAllRanges();
  changeIn("draft", { chosen: null });
  show(tab, keysOf(view, tab).find((key) => !before.has(key)) ?? null);
}
