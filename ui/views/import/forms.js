// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { choiceField, choices, textField } from "../../parts/field.js";
import { icon } from "../../parts/icon.js";
import { picker, typed } from "../../parts/picker.js";
import { itemOf, wrongDays } from "../../logic/drafts.js";

/** The fields of the open item with what can be done to it. @type {import("../frame.js").ViewOf} */
export const itemForm = (state, t, act) => {
  const { view, item, form } = state.draft;
  const found = view && itemOf(view, item);
  if (!found || !form) return nothing;
  const fields = { target: targetFields, measure: measureFields, phase: phaseFields, section: sectionFields }[found.kind];
  return html`<div class="form">
    <div class="fields">${fields(state, t, act)}</div>
    ${found.kind === "target" && found.item.why ? html`<p class="field-note because">${found.item.why}${found.item.baseline_source ? t.draft.baselineFrom(found.item.baseline_source.words, found.item.baseline_source.line) : ""}</p>` : nothing}
    <div class="acts"><button type="button" class="button button-main" @click=${act.draft.confirmItem}>${found.kind === "section" ? t.draft.savePlan : t.draft.confirmNext} <kbd>Ctrl ↵</kbd></button>
      ${found.kind === "section" ? nothing : found.item.dropped
        ? html`<button type="button" class="button" @click=${() => act.draft.restore(found.item.key)}>${t.draft.restore}</button>`
        : html`<button type="button" class="button" @click=${() => act.draft.drop(found.item.key)}>${t.draft.drop[found.kind]} <kbd>Alt D</kbd></button>`}
      ${found.kind === "measure" && !found.item.dropped && view?.measures[0] !== found.item
        ? html`<button type="button" class="button" title=${t.draft.mergeTitle} @click=${() => act.draft.merge(found.item.key)}>${t.draft.merge}</button>` : nothing}
      <span class="quiet cut">${t.draft.onlyDraft}</span></div>
  </div>`;
};

/** @type {import("../frame.js").ViewOf} */
function targetFields(state, t, act) {
  const form = state.draft.form ?? {};
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.draft.type({ [field]: value });
  const { text, pick } = fieldsOf(form, t, type);
  const plain = form.comparator === "qualitative";
  return html`
    ${text("name", t.draft.fields.name, "f-wide")}${pick("comparator", t.draft.fields.comparator, t.comparators)}
    ${text("value", t.draft.fields.value, "f-num", plain)}${text("upper", t.draft.fields.upper, "f-num", form.comparator !== "range")}${text("unit", t.draft.fields.unit, "", plain)}
    ${text("baseline", t.draft.fields.baseline, "f-num", plain)}${text("baseline_date", t.draft.fields.baselineDate, "", plain)}${text("due", t.draft.fields.due)}
    ${pick("value_kind", t.draft.fields.kind, t.kinds)}${pick("pace", t.draft.fields.pace, t.paces)}${pick("roll_up", t.draft.fields.rollUp, t.rollUps)}
    ${pick("kind", t.draft.fields.nature, t.natures)}
    ${choiceField({ label: t.draft.inMeasure, value: form.measure ?? "", options: measuresOf(state, t), onPick: type("measure"), look: "f-wide" })}`;
}

/** Where a target may belong. @param {import("../../store.js").State} state @param {import("../../text/index.js").Text} t */
const measuresOf = (state, t) => [{ value: "", text: t.draft.noMeasure }, ...(state.draft.view?.measures ?? []).filter((one) => !one.dropped)
  .map((one) => ({ value: one.key, text: `${one.number ?? ""} ${one.title}`.trim() }))];

/** @type {import("../frame.js").ViewOf} */
function sectionFields(state, t, act) {
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.draft.type({ [field]: value });
  return fieldsOf(state.draft.form ?? {}, t, type).text("title", t.draft.sectionTitle, "f-all");
}

/** @type {import("../frame.js").ViewOf} */
function measureFields(state, t, act) {
  const form = state.draft.form ?? {};
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.draft.type({ [field]: value });
  const { text } = fieldsOf(form, t, type);
  const item = state.draft.view && itemOf(state.draft.view, state.draft.item);
  const written = item?.kind === "measure" ? item.item.units : [];
  const known = (/** @type {string} */ name) => written.find((unit) => unit.name === name);
  const standing = (/** @type {import("../../types/api").DraftUnit | undefined} */ unit) =>
    (!unit ? nothing : unit.known === null ? t.draft.newUnit : unit.known === unit.name ? t.draft.known : t.draft.knownAs(unit.known));
  return html`
    ${text("title", t.draft.fields.title, "f-all")}
    ${text("number", t.draft.fields.number)}${text("deadline", t.draft.fields.deadline)}
    <div class="field f-all"><span>${t.draft.fields.units}</span>
      <ul class="unitlist">${form.units.map((/** @type {{ name: string, role: string }} */ unit, /** @type {number} */ at) => html`<li>
        <input class="input" aria-label=${t.draft.fields.unitName} .value=${live(unit.name)} @input=${(/** @type {Event} */ e) => act.draft.typeUnit(at, { name: typed(e) })}>
        ${picker({ label: t.draft.fields.role, value: unit.role, options: choices(t.roles), onPick: (role) => act.draft.typeUnit(at, { role: /** @type {any} */ (role) }) })}
        <span class="quiet cut" title=${known(unit.name)?.known ?? ""}>${standing(known(unit.name))}</span>
        <button type="button" class="tool" aria-label=${t.draft.removeUnit(unit.name)} title=${t.draft.removeUnit(unit.name)} @click=${() => act.draft.typeUnit(at, null)}>${icon("close")}</button></li>`)}</ul>
      <button type="button" class="link" @click=${() => act.draft.typeUnit(form.units.length, { name: "" })}>${t.draft.addUnit}</button>
    </div>`;
}

/** @type {import("../frame.js").ViewOf} */
function phaseFields(state, t, act) {
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.draft.type({ [field]: value });
  const { text } = fieldsOf(state.draft.form ?? {}, t, type);
  return html`${text("name", t.draft.fields.phase, "f-wide")}${text("due", t.draft.fields.due)}`;
}

/** The plan's own data. @type {import("../frame.js").ViewOf} */
export const planFields = (state, t, act) => {
  const { form } = state.draft;
  if (!form || !("issuer" in form)) return nothing;
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.draft.type({ [field]: value });
  const { text } = fieldsOf(form, t, type);
  return html`<div class="form planform">
    <div class="fields">${text("title", t.draft.fields.planTitle, "f-all")}
      ${text("document_number", t.draft.fields.documentNumber, "f-half")}${text("issuer", t.draft.fields.issuer, "f-half")}
      ${text("issued", t.draft.fields.issued)}${text("start", t.draft.fields.start)}${text("due", t.draft.fields.planDue)}</div>
    <div class="acts"><button type="button" class="button button-main" ?disabled=${!state.draft.touched} @click=${act.draft.confirmItem}>${t.draft.savePlan} <kbd>Ctrl ↵</kbd></button>
      <span class="quiet cut">${t.draft.onlyDraft}</span></div>
  </div>`;
};

/**
 * Fields of a form by name. Days that are none say so.
 * @param {import("../../store.js").Form} form @param {import("../../text/index.js").Text} t @param {(field: string) => (value: string) => void} type
 */
function fieldsOf(form, t, type) {
  const wrong = new Set(wrongDays(form));
  return {
    /** @param {string} field @param {string} label @param {string} [look] @param {boolean} [off] */
    text: (field, label, look = "", off = false) =>
      textField({ label, name: field, value: form[field] ?? "", look, off, onInput: type(field), wrong: wrong.has(field) ? t.draft.notADay : "" }),
    /** @param {string} field @param {string} label @param {{ [value: string]: string }} words */
    pick: (field, label, words) => choiceField({ label, value: form[field], options: choices(words), onPick: type(field) }),
  };
}
