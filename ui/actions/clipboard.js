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
