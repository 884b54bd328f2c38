SELECT measure_continuation.measure_id AS later_id, measure_continuation.earlier_id
FROM measure_continuation
JOIN measure ON measure.id = measure_continuation.measure_id
WHERE measure.plan_id = ?1
