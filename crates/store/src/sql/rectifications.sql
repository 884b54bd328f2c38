SELECT
    rectification.id, rectification.uid, plan_id, indicator_id, measure_id, own, unit_id, period.code, light, finding,
    cause, action, deadline, person, state, opened_on, closed_on
FROM rectification
JOIN period ON period.id = rectification.period_id
WHERE plan_id = ?1
ORDER BY rectification.id
