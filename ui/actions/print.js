// @ts-check
// Printing: what the page shows, on sheets of A4.

import { state, change, drawn } from "../store.js";
import { drawWhole } from "../logic/windowing.js";
import { said } from "../logic/printing.js";
import { ask, say, words } from "./calls.js";
import { wanted } from "./charts.js";
import { exportAs } from "./deck.js";

/** Hands the tables and the chart of the page over, to be printed; of a deck it is what the presenter takes along. */
export async function print() {
  if (state.view === "report" && state.report.tab === "deck" && state.deck.view?.slides.length) return exportAs("talk");
  const page = document.querySelector("main");
  if (!page) return;
  // Long tables are drawn only where they are in sight: for a moment they are drawn whole.
  drawWhole(true);
  change();
  let tables;
  try {
    await drawn();
    tables = [...page.querySelectorAll("table")].filter((table) => table.offsetParent !== null).map(read).filter((table) => table.rows.length);
  } finally {
    drawWhole(false);
    change();
  }
  const plan = state.frame?.plans.find((one) => one.id === state.plan);
  const period = [...plan?.periods ?? [], ...plan?.longer ?? []].find((one) => one.period === state.period);
  const title = page.querySelector("h1")?.textContent?.trim() || words().views[state.view];
  const chart = state.view === "charts" && state.charts.view ? wanted() : null;
  const saved = await ask("print", { title, line: [plan?.title, period?.label].filter(Boolean).join("，"), chart, tables }, words().busy.writing);
  if (saved?.path) say(words().printed(saved.path), false);
}

/** Reads a table as a person does: what stands in fields, and not what is only a button. @param {HTMLTableElement} table */
function read(table) {
  const heads = [...table.tHead?.rows ?? []], rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.matches(".gap, [aria-hidden=true]"));
  return {
    title: table.closest("section, figure")?.querySelector("h2")?.textContent?.trim() ?? table.getAttribute("aria-label") ?? "",
    columns: said(heads.map((row) => [...row.cells].map(cell))),
    rows: rows.map((row) => [...row.cells].flatMap((one) => [within(one), ...Array(one.colSpan - 1).fill("")])),
  };
}

/** @param {HTMLTableCellElement} one */
const cell = (one) => ({ words: within(one), across: one.colSpan, down: one.rowSpan });

/** @param {HTMLElement} one */
function within(one) {
  const field = one.querySelector("input:not([type=checkbox]), textarea, select");
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent?.trim() ?? "";
  return (one.innerText || one.textContent || "").replace(/\s*\n\s*/g, "\n").trim();
}
