// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { tag } from "../../parts/tag.js";

/** Files that were not simply read: refused, unknown, read before. @param {import("../../types/api").MergeReport} report @param {import("../../text/index.js").Text} t */
export const fileNotices = (report, t) => {
  const odd = report.files.filter((file) => file.status !== "read" || file.messages.length);
  if (!odd.length) return nothing;
  return html`<ul class="oddfiles">${odd.map((file) => html`<li>
    ${tag(file.status === "refused" || file.status === "unknown" ? "wrong" : file.status === "repeated" ? "ask" : "plain", t.fileStates[file.status])}
    <b class="cut" title=${file.file}>${file.file}</b><span class="soft cut" title=${file.messages.join("；")}>${file.messages.join("；")}</span></li>`)}</ul>`;
};
