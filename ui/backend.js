// @ts-check
/** The only door from the pages to the program. */

/**
 * @param {string} name
 * @param {unknown} request
 */
export const call = (name, request) =>
  /** @type {any} */ (globalThis).__TAURI__.core.invoke("call", { name, request });
