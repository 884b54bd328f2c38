// @ts-check
// Why a grey light is grey.

/** @typedef {"waits" | "missing" | "none" | "gap" | "summed" | "later"} Grey */

const WORDS = /** @type {{ [word: string]: Grey }} */ ({ 未报: "missing", 未到期: "waits", 不能汇总: "gap", 只汇总: "summed", 冻结时还没有: "later" });

/**
 * Returns why: not due yet, not reported, nothing to measure, cannot be added up, only added up, or not there yet when the period was frozen.
 * @param {{ word: string | null, indicators?: number }} of
 * @returns {Grey}
 */
export const greyOf = ({ word, indicators }) => (indicators === 0 ? "none" : WORDS[word ?? ""] ?? "missing");
