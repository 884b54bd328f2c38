SELECT period.code
FROM period
WHERE EXISTS (
    SELECT 1
    FROM entry
    JOIN indicator ON indicator.id = entry.indicator_id
    WHERE entry.period_id = period.id AND indicator.plan_id = ?1
)
ORDER BY period.end DESC, period.start DESC
LIMIT 1
