// @ts-check
// The forms of supervision. They open over whatever view they are asked for in.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../../parts/dialog.js";
import { areaField, choiceField, textField } from "../../parts/field.js";
import { lightMark } from "../../parts/light.js";
import { readDay } from "../../logic/days.js";

/** @typedef {import("../../text/index.js").Text} Text */
/** @typedef {import("../../actions/index.js").Actions} Actions */
/** @typedef {import("../../store.js").Form} Form */

/** @type {import("../frame.js").ViewOf} */
export const superviseDialog = (state, t, act) => {
  const { form } = state.supervise;
  if (!form) return nothing;
  const s = t.supervise;
  const set = (/** @type {string} */ field) => (/** @type {string} */ value) => act.supervise.type({ [field]: value });
  const wrong = (/** @type {string} */ field) => (readDay(form[field] ?? "") === undefined ? t.draft.notADay : "");
  const day = (/** @type {string} */ field, /** @type {string} */ label) => textField({ label, name: field, value: form[field], onInput: set(field), wrong: wrong(field), place: t.draft.notADay });
  const area = (/** @type {string} */ field, /** @type {string} */ label, place = "", first = false) => areaField({ label, name: field, value: form[field], onInput: set(field), place, first });
  const line = (/** @type {string} */ field, /** @type {string} */ label, look = "", place = "") => textField({ label, name: field, value: form[field], onInput: set(field), look, place });
  const fourFields = html`<div class="fields">${area("cause", s.cause, s.causePlace, true)}${area("action", s.action, s.actionPlace)}${day("deadline", s.deadline)}${line("person", s.person)}</div>`;
  const { title, body, save, ready } = parts();
  const days = ["deadline", "on", "due"].every((field) => form[field] === undefined || wrong(field) === "");
  return dialog({
    title, close: t.frame.close, onClose: act.supervise.closeForm, look: "supervising",
    body: html`${body}${form.message ? html`<p class="field-note is-wrong" role="alert">${form.message}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!days || !ready} @click=${(/** @type {Event} */ e) => act.supervise.save(() => shut(e))}>${save}<kbd>Ctrl ↵</kbd></button>`,
  });

  /** @returns {{ title: string, body: unknown, save: string, ready: boolean }} */
  function parts() {
    const said = (/** @type {string} */ field) => String(form?.[field] ?? "").trim() !== "";
    switch (form?.kind) {
      case "open": return { title: s.askTitle(form.name), save: s.ask, ready: true, body: html`
        <p class="finding">${lightMark(t, form.light, "none")}<span>${form.finding}</span></p>
        ${choiceField({ label: s.unit, value: form.unit, options: form.units.map((/** @type {import("../../types/api").UnitRef} */ unit) => ({ value: unit.id, text: unit.name })), onPick: set("unit"), off: Boolean(form.of.own) })}
        ${fourFields}<p class="field-note">${s.laterHint}</p>` };
      case "change": return { title: s.editTitle(form.name), save: t.frame.save, ready: true, body: fourFields };
      case "step": return { title: `${s.steps[/** @type {"applied"} */ (form.step)]}：${form.name}`, save: s.steps[/** @type {"applied"} */ (form.step)], ready: form.step === "signed_off" || said("note"), body: html`<div class="fields">
        ${area("note", s.notes[/** @type {"applied"} */ (form.step)], s.notePlaces[/** @type {"applied"} */ (form.step)], true)}${day("on", s.day)}</div>` };
      case "list": return { title: s.listTitle, save: s.listSave, ready: said("reason") && said("measure"), body: html`<div class="fields">
        ${choiceField({ label: t.measures.measure, look: "f-all", value: form.measure, options: form.measures.map((/** @type {import("../../types/api").MeasureRef} */ one) => ({ value: one.id, text: `${one.number ?? ""} ${one.title}` })), onPick: set("measure") })}
        ${area("reason", s.why, s.reasonPlace, true)}
        ${choiceField({ label: s.every, value: form.every, options: Object.entries(s.everies).map(([value, text]) => ({ value, text })), onPick: set("every") })}${day("on", s.day)}</div>` };
      case "inspect": return { title: s.inspectTitle(form.name), save: t.frame.save, ready: said("finding"), body: html`<div class="fields">${area("finding", s.finding, s.findingPlace, true)}${day("on", s.day)}</div>` };
      case "lift": return { title: s.liftTitle(form.name), save: s.lift, ready: true, body: html`<div class="fields">${day("on", s.day)}</div>` };
      case "done": return { title: s.doneTitle(form.name), save: s.finish, ready: true, body: html`<div class="fields">${day("on", s.doneOn)}${line("evidence", s.evidence, "f-wide", s.evidencePlace)}</div>` };
      case "phase": return { title: s.evaluateTitle(form.name), save: s.evaluate, ready: said("findings"), body: html`<div class="fields">${area("findings", s.findings, s.findingsPlace, true)}</div><p class="field-note">${s.keptHint}</p>` };
      default: return { title: form?.id ? s.nodeEdit : form?.measure ? s.nodeOf(form.of) : s.addPhase, save: t.frame.save, ready: said("name"), body: html`<div class="fields">${line("name", s.nodeName, "f-wide", s.nodePlace)}${day("due", t.measures.due)}${area("text", s.text)}</div>` };
    }
  }
};
