// @ts-check
// Brings what was chosen into sight, and the keyboard to it.

import { drawn } from "./store.js";

/** Scrolls the first such element into sight once everything is drawn. @param {string} selector */
export const reveal = (selector) => drawn().then(() => find(selector)?.scrollIntoView({ block: "nearest" }));

/** The same, and gives it the keyboard. @param {string} selector */
export const focusOn = (selector) => drawn().then(() => {
  const element = find(selector);
  // Where the keyboard is already, somebody may be typing: nothing is selected under their hands.
  if (element !== document.activeElement) {
    element?.focus({ preventScroll: true });
    if (element instanceof HTMLInputElement) element.select();
  }
  element?.scrollIntoView({ block: "nearest" });
});

/** Puts the caret behind the last character of a field. @param {string} selector */
export const caretToEnd = (selector) => drawn().then(() => {
  const field = find(selector);
  if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
});

/** Scrolls a long table so that a row of it is drawn, even one that is out of sight now. @param {string} selector @param {number} row @param {number} height of a row */
export const scrollToRow = (selector, row, height) => drawn().then(() => {
  const pane = find(selector);
  if (!pane) return;
  const top = row * height;
  if (top < pane.scrollTop || top > pane.scrollTop + pane.clientHeight - 3 * height) pane.scrollTop = top - pane.clientHeight / 2;
});

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);
