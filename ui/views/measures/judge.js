// @ts-check
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { dialog, shut } from "../../parts/dialog.js";
import { choiceField, choices, textField } from "../../parts/field.js";
import { readDay } from "../../logic/days.js";

/** How an indicator is judged. @type {import("../frame.js").ViewOf} */
export const judgeDialog = (state, t, act) => {
  const form = state.measures.form;
  if (!form) return nothing;
  const type = (/** @type {string} */ field) => (/** @type {string} */ value) => act.measures.typeJudge({ [field]: value });
  const text = (/** @type {string} */ field, /** @type {string} */ label, wrong = "") =>
    textField({ label, name: field, value: form[field], look: "f-num", onInput: type(field), wrong });
  const pick = (/** @type {string} */ field, /** @type {string} */ label, /** @type {{ [value: string]: string }} */ words) =>
    choiceField({ label, value: form[field], options: choices(words), onPick: type(field) });
  const day = readDay(form.due);
  const save = (/** @type {Event} */ e) => { if (day) act.measures.saveJudge(() => shut(e)); };
  return dialog({
    title: t.measures.judgeTitle(form.name), close: t.frame.close, onClose: act.measures.closeJudge, look: "judging",
    body: html`<div class="fields">
        ${pick("kind", t.draft.fields.kind, t.kinds)}${pick("pace", t.draft.fields.pace, t.paces)}${pick("roll_up", t.draft.fields.rollUp, t.rollUps)}${pick("every", t.terms.every, t.everies)}
        ${text("target", t.measures.inUnit(t.draft.fields.value, form.unit))}${text("baseline", t.measures.inUnit(t.measures.baseline, form.unit))}
        ${textField({ label: t.draft.fields.due, name: "due", value: form.due, onInput: type("due"), wrong: day ? "" : t.draft.notADay })}
        ${text("weight", t.measures.weight)}</div>
      <dl class="means"><div><dt>${t.kinds[/** @type {"rate"} */ (form.kind)]}</dt><dd>${t.kindHints[/** @type {"rate"} */ (form.kind)]}</dd></div>
        <div><dt>${t.paces[/** @type {"maintain"} */ (form.pace)]}</dt><dd>${t.paceHints[/** @type {"maintain"} */ (form.pace)]}</dd></div></dl>
      ${form.message ? html`<p class="field-note is-wrong" role="alert">${form.message}</p>` : nothing}`,
    foot: html`<button type="button" class="button" @click=${shut}>${t.frame.cancel}</button>
      <button type="submit" class="button button-main" ?disabled=${!day} @click=${save}>${t.frame.save}</button>`,
  });
};
