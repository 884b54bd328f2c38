// @ts-check
// What is selected in the source: read from the page, and shown in it.

const SOURCE = ".source ol.doc:not(.original)";
const ORIGINAL = ".source ol.original";

/** @typedef {import("./types/api").TextPlace} TextPlace */

/** Returns what is selected in the source, or null if the selection is elsewhere. @returns {import("./logic/caret.js").Chosen | null} */
export function readSelection() {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = placeOf(selection.anchorNode, selection.anchorOffset), head = placeOf(selection.focusNode, selection.focusOffset);
  return anchor && head ? { anchor, head } : null;
}

/** @param {Node} node @param {number} offset @returns {TextPlace | null} */
function placeOf(node, offset) {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest(`${SOURCE} > li`), text = line?.querySelector("p");
  if (!line || !text) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  // A selection that begins in the line's number begins with the line.
  if (text.contains(node)) before.setEnd(node, offset);
  else before.collapse(true);
  return { line: Number(/** @type {HTMLElement} */ (line).dataset.line), at: before.toString().length };
}

/** Selects words of the source, and brings the moving end into sight. @param {import("./logic/caret.js").Chosen} chosen */
export function showSelection({ anchor, head }) {
  const from = nodeAt(anchor), to = nodeAt(head);
  if (!from || !to) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  const range = document.createRange();
  range.setStart(to.node, to.offset);
  const pane = document.querySelector(SOURCE), box = range.getBoundingClientRect(), seen = pane?.getBoundingClientRect();
  if (!pane || !seen) return;
  if (box.bottom > seen.bottom) pane.scrollTop += box.bottom - seen.bottom + 8;
  else if (box.top < seen.top) pane.scrollTop -= seen.top - box.top + 8;
}

/** @param {TextPlace} place @returns {{ node: Node, offset: number } | null} */
function nodeAt({ line, at }) {
  const text = document.querySelector(`${SOURCE} > li[data-line="${line}"] p`);
  if (!text) return null;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = at, last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: text, offset: 0 };
}

/** Draws the caret where it stands: a text that cannot be edited shows none of its own. */
export function drawCaret() {
  const caret = /** @type {HTMLElement | null} */ (document.querySelector(".source > .caret")), pane = document.querySelector(SOURCE);
  if (caret) caret.hidden = true;
  if (!caret || !pane) return;
  const selection = document.getSelection();
  if (!selection?.isCollapsed || !selection.focusNode || !inSource() || !pane.contains(selection.focusNode)) return;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  // Of an empty line only its element has a place.
  const element = selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode.parentElement;
  const box = range.getClientRects()[0] ?? element?.getBoundingClientRect(), seen = pane.getBoundingClientRect();
  const frame = caret.offsetParent?.getBoundingClientRect() ?? caret.parentElement?.getBoundingClientRect();
  if (!box || !frame || box.top < seen.top || box.bottom > seen.bottom) return;
  caret.style.left = `${box.left - frame.left}px`;
  caret.style.top = `${box.top - frame.top}px`;
  caret.style.height = `${box.height}px`;
  caret.hidden = false;
}

/** Gives the keyboard to the source. */
export const focusSource = () => /** @type {HTMLElement | null} */ (document.querySelector(SOURCE))?.focus({ preventScroll: true });

/** Returns true while the keyboard is in the source. */
export const inSource = () => document.activeElement?.matches(SOURCE) ?? false;

/** Gives the keyboard to the original, to be scrolled. */
export const focusOriginal = () => /** @type {HTMLElement | null} */ (document.querySelector(ORIGINAL))?.focus({ preventScroll: true });

/** Returns true while the keyboard is in the original. */
export const inOriginal = () => document.activeElement?.matches(ORIGINAL) ?? false;
