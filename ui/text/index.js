// @ts-check
// All words of the window, by language.

import { zh } from "./zh.js";
import { en } from "./en.js";

/** @typedef {typeof zh} Text */

/** Returns the catalogue of a language. @param {"zh" | "en"} lang @returns {Text} */
export const text = (lang) => (lang === "en" ? en : zh);
