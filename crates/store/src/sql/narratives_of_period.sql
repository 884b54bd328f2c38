SELECT
    narrative.measure_id, narrative.unit_id, period.code, narrative.progress, narrative.problems, narrative.next_steps,
    narrative.who, narrative.at
FROM narrative
JOIN measure ON measure.id = narrative.measure_id
JOIN unit ON unit.id = narrative.unit_id
JOIN period ON period.id = narrative.period_id
WHERE measure.plan_id = ?1 AND narrative.period_id = ?2
ORDER BY measure.position, measure.id, unit.position, unit.id
