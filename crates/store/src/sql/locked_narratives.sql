SELECT
    narrative.measure_id, narrative.unit_id, narrative.period_id, narrative.progress, narrative.problems, narrative.next_steps
FROM measure
JOIN narrative ON narrative.measure_id = measure.id
JOIN period ON period.id = narrative.period_id
WHERE measure.plan_id = ?1 AND period.end <= ?2
ORDER BY narrative.measure_id, narrative.unit_id, narrative.period_id
