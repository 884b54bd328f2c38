// @ts-check
// What spreadsheets put on the clipboard.

/** Returns the rows and cells of a copied block; cells with line breaks come in quotes. @param {string} text */
export function parseBlock(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "", quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at++) {
    const c = source[at];
    if (quoted && c === '"' && source[at + 1] === '"') { cell += '"'; at++; }
    else if (quoted && c === '"') quoted = false;
    else if (!quoted && c === '"' && cell === "" && closes(source, at)) quoted = true;
    else if (!quoted && (c === "\t" || c === "\n")) {
      rows[rows.length - 1].push(cell.trim());
      cell = "";
      if (c === "\n") rows.push([]);
    } else cell += c;
  }
  rows[rows.length - 1].push(cell.trim());
  return rows;
}

/** A quote opens a cell only if another one closes it; else it is just a character. @param {string} text @param {number} at */
const closes = (text, at) => /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(text.slice(at));

/** Returns a block as spreadsheets read it. @param {string[][]} rows */
export const writeBlock = (rows) =>
  rows.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join("\t")).join("\n");
