// @ts-check
// What is said before a period is frozen.

/** The lights in the order in which they are counted. */
export const LIGHTS = /** @type {const} */ (["done", "green", "yellow", "red", "grey"]);

/**
 * Returns the units that have not reported something, each once, in the order in which they come up.
 * @param {{ indicators: { missing_units: string[] }[] } | null} status
 */
export const silentUnits = (status) => [...new Set((status?.indicators ?? []).flatMap((one) => one.missing_units))];
