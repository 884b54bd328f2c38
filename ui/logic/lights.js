// @ts-check
// Why a grey light is grey.

/** Returns true if nothing was to be reported yet; else it is missing. @param {{ word?: string | null, reason: string }} of */
export const waits = ({ word, reason }) => (word ?? reason).includes("未到期");
