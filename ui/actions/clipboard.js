// @ts-check
// Text for somewhere else: a chat, a document.

/** Puts text on the clipboard; answers false where the window may not. @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Puts a picture on the clipboard; answers false where the window may not. @param {Promise<string | undefined>} base64 of a PNG: handed over at once, for a window lets nothing be copied that comes long after the key */
export async function copyPicture(base64) {
  const blob = base64.then((text) => {
    if (!text) throw new Error("no picture");
    return new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], { type: "image/png" });
  });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    return true;
  } catch {
    return false;
  }
}

/** The older way: the text is selected in a field for a moment. @param {string} text */
function copySelected(text) {
  const before = document.activeElement, field = document.createElement("textarea");
  field.value = text;
  field.className = "vh";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
