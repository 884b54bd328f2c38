SELECT
    narrative.measure_id, narrative.unit_id, period.code, narrative.progress, narrative.problems, narrative.next_steps, narrative.who, narrative.at
FROM narrative
JOIN period ON period.id = narrative.period_id
WHERE narrative.unit_id = ?1
ORDER BY narrative.measure_id, period.end, period.start DESC
