// @ts-check
// The only file that knows of the shell: every command goes through here.

/** @typedef {import("./types/api").Commands} Commands */

/**
 * Calls a command. Rejects with an ApiError.
 * @template {keyof Commands} K
 * @param {K} name
 * @param {Commands[K]["request"]} request
 * @returns {Promise<Commands[K]["response"]>}
 */
export const call = (name, request) => shell().core.invoke("call", { name, request });

/** Hears what the shell tells the page. @param {string} event @param {(payload: string) => void} each */
export const hear = (event, each) => shell().event.listen(event, (/** @type {{ payload: string }} */ told) => each(told.payload));

/** @returns {{ event: { listen: (event: string, each: (told: { payload: string }) => void) => Promise<unknown> }, core: { invoke: (command: string, args: object) => Promise<any> } }} */
const shell = () => /** @type {any} */ (window).__TAURI__;
