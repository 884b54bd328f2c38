// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { empty } from "../../parts/empty.js";
import { textField } from "../../parts/field.js";
import { finder } from "../../parts/finder.js";
import { smallIcon } from "../../parts/icon.js";
import { typed } from "../../parts/picker.js";
import { below, formOf, offered } from "../../logic/units.js";

/** @typedef {import("../../types/api").UnitLine} Line */

/** The unit that is open: what it is called, whom it belongs to, its groups or members. @type {import("../frame.js").ViewOf} */
export const unitPane = (state, t, act) => {
  const { lines, selected, forms, queries } = state.units;
  const line = lines?.find((one) => one.id === selected);
  if (!lines || !line) return html`<section class="unitpane">${lines?.length ? empty({ title: t.units.nothingOpen, hint: t.units.nothingOpenHint }) : nothing}</section>`;
  const form = forms[line.id] ?? formOf(line), touched = Boolean(forms[line.id]);
  const byId = new Map(lines.map((one) => [one.id, one]));
  const parent = form.parent ? byId.get(form.parent) : undefined;
  return html`<section class="unitpane" aria-label=${line.name}>
    <div class="panelhead"><h2 class="cut" title=${line.name}>${line.name}</h2>
      <span class="acts"><button type="button" class="tool" aria-label=${t.units.up} title=${t.units.up} @click=${() => act.units.move(-1)}>${smallIcon("up2")}</button><button type="button" class="tool" aria-label=${t.units.down} title=${t.units.down} @click=${() => act.units.move(1)}>${smallIcon("down2")}</button></span></div>
    <div class="scrolls"><div class="unitform">
      ${textField({ label: t.units.name, name: "unitname", value: form.name, onInput: (name) => act.units.type({ name }) })}
      ${form.name.trim() !== line.name ? html`<label class="check"><input type="checkbox" .checked=${live(form.keep_old)} @change=${(/** @type {Event} */ e) => act.units.type({ keep_old: /** @type {HTMLInputElement} */ (e.target).checked })}><span>${t.units.keepOld(line.name)}</span></label>` : nothing}
      ${textField({ label: t.units.short, name: "short", value: form.short_name, place: t.units.shortPlace, onInput: (short_name) => act.units.type({ short_name }) })}
      <div class="field"><span>${t.units.aliases}</span>
        ${chips(form.aliases.map((alias) => ({ id: alias, text: alias })), (gone) => act.units.type({ aliases: form.aliases.filter((one) => one !== gone) }))}
        <input class="input" name="alias" aria-label=${t.units.addAlias} placeholder=${t.units.aliasPlace} .value=${live(form.alias)} @input=${(/** @type {Event} */ e) => act.units.type({ alias: typed(e) })}
          @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === "Enter" && !e.ctrlKey && !e.isComposing && act.units.addAlias()}></div>
      <div class="field"><span>${t.units.parent}</span>
        ${chips(parent ? [{ id: parent.id, text: parent.name }] : [], () => act.units.type({ parent: null }))}
        ${parent ? nothing : find("parent", t.units.parentPlace, (one) => one.id !== line.id && !below(lines, one, line.id), (id) => act.units.type({ parent: id }))}</div>
      ${form.is_group || form.members.length ? nothing : html`<div class="field"><span>${t.units.groups}</span>
        ${chips(named(form.groups), (gone) => act.units.type({ groups: form.groups.filter((id) => id !== gone) }))}
        ${find("group", t.units.groupPlace, (one) => one.is_group && !form.groups.includes(one.id), (id) => act.units.type({ groups: [...form.groups, id] }))}</div>`}
      <label class="check"><input type="checkbox" .checked=${live(form.is_group || form.members.length > 0)} ?disabled=${form.members.length > 0 || form.groups.length > 0} @change=${(/** @type {Event} */ e) => act.units.type({ is_group: /** @type {HTMLInputElement} */ (e.target).checked })}><span>${t.units.isGroup}</span></label>
      ${form.is_group || form.members.length ? html`<div class="field"><span>${t.units.membersOf(form.members.length)}</span>
        ${chips(named(form.members), (gone) => act.units.type({ members: form.members.filter((id) => id !== gone) }))}
        ${find("member", t.units.memberPlace, (one) => one.id !== line.id && !one.is_group && !form.members.includes(one.id), (id) => act.units.type({ members: [...form.members, id] }))}
        <span class="field-note">${t.units.membersHint}</span></div>` : nothing}
    </div></div>
    <div class="unitfoot">
      <button type="button" class="button" title=${t.units.mergeTitle} @click=${() => act.units.beginMerge()}>${t.units.merge}</button>
      <button type="button" class="button" @click=${() => act.units.remove()}>${t.units.remove}</button>
      <span class="acts">${touched ? html`<button type="button" class="button" @click=${act.units.revert}>${t.frame.cancel}</button>` : nothing}
        <button type="button" class="button button-main" ?disabled=${!touched} @click=${act.units.save}>${t.frame.save}<kbd>Ctrl ↵</kbd></button></span></div>
  </section>`;

  /** @param {string[]} ids */
  function named(ids) {
    return ids.map((id) => ({ id, text: byId.get(id)?.name ?? "" }));
  }
  /** @param {{ id: string, text: string }[]} all @param {(id: string) => void} onTake */
  function chips(all, onTake) {
    return all.length ? html`<span class="chips">${all.map((one) => html`<span class="chip"><span class="cut" title=${one.text}>${one.text}</span><button type="button" aria-label=${t.units.takeOut(one.text)} title=${t.units.takeOut(one.text)} @click=${() => onTake(one.id)}>${smallIcon("close")}</button></span>`)}</span>` : nothing;
  }
  /** @param {"parent" | "group" | "member"} what @param {string} place @param {(line: Line) => boolean} may @param {(id: string) => void} onPick */
  function find(what, place, may, onPick) {
    const query = queries[what] ?? "";
    return finder({ label: place, place, query, none: t.units.noMatch, onType: (text) => act.units.look(what, text), onPick: (id) => { act.units.look(what, ""); onPick(id); },
      matches: offered(lines ?? [], query, may).map((one) => ({ id: one.id, text: one.name, note: one.short_name ?? one.aliases[0] ?? "" })) });
  }
};
