SELECT responsibility.measure_id, responsibility.unit_id, responsibility.role, responsibility.position
FROM measure
JOIN responsibility ON responsibility.measure_id = measure.id
WHERE measure.plan_id = ?1
ORDER BY measure.position, measure.id, responsibility.position, responsibility.unit_id
