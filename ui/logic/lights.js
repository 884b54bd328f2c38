// @ts-check
// Why a grey light is grey.

/** @typedef {"waits" | "missing" | "none" | "gap" | "summed"} Grey */

const WORDS = /** @type {{ [word: string]: Grey }} */ ({ 未报: "missing", 未到期: "waits", 不能汇总: "gap", 只汇总: "summed" });

/**
 * Returns why: not due yet, not reported, nothing to measure, cannot be added up, or only added up. A measure has no word of its own.
 * @param {{ word?: string | null, reason: string, indicators?: number }} of
 * @returns {Grey}
 */
export function greyOf({ word, reason, indicators }) {
  if (indicators === 0) return "none";
  if (word) return WORDS[word] ?? "missing";
  return reason.includes("未到") ? "waits" : reason.includes("不能汇总") ? "gap" : "missing";
}
