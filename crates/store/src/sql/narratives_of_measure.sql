SELECT
    narrative.measure_id, narrative.unit_id, period.code, narrative.progress, narrative.problems, narrative.next_steps,
    narrative.who, narrative.at
FROM narrative
JOIN unit ON unit.id = narrative.unit_id
JOIN period ON period.id = narrative.period_id
WHERE narrative.measure_id = ?1
ORDER BY period.end, period.start DESC, unit.position, unit.id
