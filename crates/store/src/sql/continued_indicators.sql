SELECT indicator_continuation.indicator_id AS later_id, indicator_continuation.earlier_id
FROM indicator_continuation
JOIN indicator ON indicator.id = indicator_continuation.indicator_id
WHERE indicator.plan_id = ?1
