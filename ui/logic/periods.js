// @ts-check
// The periods of a plan: months, and the quarters, half-years and years made of them.

/** @typedef {import("../types/api").PlanInfo} PlanInfo */

/** Returns every period of a plan that can be looked at. @param {PlanInfo | undefined} plan */
export const all = (plan) => (plan ? [...plan.periods, ...plan.longer] : []);

/** Returns what is known of a period. @param {PlanInfo | undefined} plan @param {string | null} period */
export const known = (plan, period) => all(plan).find((one) => one.period === period);

/** Returns how long a period is: 2026-07, 2026-Q3, 2026-H2 and 2026 differ in form. @param {string} period */
const length = (period) => (period.includes("-") ? (/[QH]/.exec(period)?.[0] ?? "M") : "Y");

/** Returns the period of the same length so many steps on; nothing beyond the plan. @param {PlanInfo | undefined} plan @param {string | null} period @param {number} step */
export function stepped(plan, period, step) {
  const alike = period === null ? [] : all(plan).filter((one) => length(one.period) === length(period));
  return alike[alike.findIndex((one) => one.period === period) + step];
}
