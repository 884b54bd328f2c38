// @ts-check
// 督查: red lights to sign-off, listed measures, milestones and phases, and each unit's account.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../parts/icon.js";
import { tabs } from "../parts/tabs.js";
import { rectifyPanes } from "./supervise/rectify.js";
import { listingPanes } from "./supervise/listing.js";
import { milestonePanes } from "./supervise/milestone.js";
import { accountPanes } from "./supervise/account.js";
import { noPlan } from "./measures.js";

/** @type {import("./frame.js").ViewOf} */
export const superviseView = (state, t, act) => {
  const { view, tab } = state.supervise;
  if (!state.plan) return noPlan(state, t, act);
  if (!view) return html``;
  const late = (/** @type {{ overdue: boolean }[]} */ rows) => rows.filter((row) => row.overdue).length;
  const going = view.rectifications.filter((row) => row.stage !== "signed_off").length;
  const panes = { rectify: rectifyPanes, listing: listingPanes, milestone: milestonePanes, account: accountPanes };
  return html`<div class="viewhead"><h1>${t.views.supervise}</h1>
      ${tabs({ value: tab, onPick: act.supervise.pickTab, tabs: [
        { value: "rectify", text: t.supervise.tabs.rectify, count: going }, { value: "listing", text: t.supervise.tabs.listing, count: view.listings.filter((row) => !row.lifted_on).length },
        { value: "milestone", text: t.supervise.tabs.milestone, count: view.milestones.length }, { value: "account", text: t.supervise.tabs.account, count: view.accounts.length }] })}
      <span class="quiet cut">${t.supervise.late(late(view.rectifications), view.listings.filter((row) => row.days_late > 0).length, late(view.milestones))}</span>
      <span class="acts">${acts(state, t, act)}</span></div>
    ${panes[tab](state, t, act)}`;
};

/** @type {import("./frame.js").ViewOf} */
const acts = (state, t, act) => {
  const { tab, view } = state.supervise;
  if (tab === "listing") return html`<button type="button" class="button" @click=${() => act.supervise.list(null)}>${t.supervise.list}</button>`;
  if (tab === "milestone") return html`<button type="button" class="button" @click=${() => act.supervise.addMilestone(null)}>${t.supervise.addPhase}</button>`;
  if (tab === "account") return html`<button type="button" class="button" ?disabled=${!view?.accounts.length} @click=${() => act.supervise.copyAccounts(true)}>${icon("copy")}${t.supervise.copyAll}</button>`;
  return nothing;
};
