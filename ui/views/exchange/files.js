// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { tag } from "../../parts/tag.js";
import { sets } from "../../logic/returns.js";

const LOOKS = /** @type {const} */ ({ refused: "wrong", unknown: "wrong", repeated: "ask", outdated: "ask", read: "plain" });

/** Files that were not simply read: refused, unknown, read before, out of date; what lay in a folder and was not read. @param {import("../../types/api").MergeReport} report @param {import("../../text/index.js").Text} t */
export const fileNotices = (report, t) => {
  // That there are several of one unit is said below, with what to do.
  const plain = (/** @type {import("../../types/api").MergeFile} */ file) => file.status === "read" && file.messages.length === file.codes.filter((code) => code === "two_returns").length;
  // What was read comes last: it only has something to say.
  const odd = report.files.filter((file) => !plain(file)).sort((one, other) => Number(one.status === "read") - Number(other.status === "read"));
  if (!odd.length && !report.skipped.length) return nothing;
  const said = (/** @type {import("../../types/api").MergeFile} */ file) => [...(file.saved_by || file.saved_at ? [t.exchange.savedBy(file.saved_by, file.saved_at)] : []), ...file.messages];
  return html`<ul class="oddfiles">${report.skipped.length ? html`<li>${tag("", t.exchange.notRead)}<span class="soft cut" title=${report.skipped.join("、")}>${report.skipped.join("、")}</span></li>` : nothing}
    ${odd.map((file) => html`<li>
    ${report.proposals.some((one) => report.files[one.file_at] === file && file.status === "unknown") ? tag("ask", t.exchange.toConfirm) : tag(LOOKS[file.status], t.fileStates[file.status])}
    <div><b>${file.file}</b>${said(file).map((words) => html`<span class="soft">${words}</span>`)}</div></li>`)}</ul>`;
};

/** Several returns of one unit: one of them may be taken wherever they differ. @type {import("../frame.js").ViewOf} */
export const rivalSets = (state, t, act) => {
  const { report, decisions } = state.exchange;
  if (!report?.preview) return nothing;
  return sets(report).map((set) => html`<div class="rivals"><span class="cut" title=${set.unit}>${t.exchange.severalOf(set.unit, new Set(set.items.map((item) => item.group)).size)}</span>
    ${set.files.map((at) => {
      const file = report.files[at];
      const own = set.items.filter((item) => item.file_at === at);
      const taken = own.length > 0 && set.items.every((item) => decisions[item.key] === (item.file_at === at ? "theirs" : "ours"));
      return html`<button type="button" class="button button-small" aria-pressed=${taken} title=${file.file} @click=${() => act.returns.takeWhole(at)}>${taken ? "✓ " : ""}<span class="cut">${t.exchange.takeFile(file.file)}</span>
        <small class="quiet">${file.newest ? `${t.exchange.newest} ` : ""}${t.exchange.savedShort(file.saved_by, file.saved_at)}</small></button>`;
    })}</div>`);
};
