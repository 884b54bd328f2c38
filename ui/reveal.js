// @ts-check
// Brings what was chosen into sight, and the keyboard to it.

import { drawn } from "./store.js";

/** Scrolls the first such element into sight once everything is drawn. @param {string} selector */
export const reveal = (selector) => drawn().then(() => find(selector)?.scrollIntoView({ block: "nearest" }));

/** The same, and gives it the keyboard. @param {string} selector */
export const focusOn = (selector) => drawn().then(() => {
  const element = find(selector);
  element?.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement) element.select();
  element?.scrollIntoView({ block: "nearest" });
});

/** Scrolls a pane so that a row of it is drawn, even one that is out of sight now. @param {string} selector @param {number} top */
export const scrollTo = (selector, top) => drawn().then(() => {
  const pane = find(selector);
  if (pane) pane.scrollTop = top;
});

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);
