SELECT adjustment.id, adjustment.unit_id, adjustment.period_id, adjustment.points, adjustment.reason
FROM adjustment
JOIN period ON period.id = adjustment.period_id
WHERE adjustment.plan_id = ?1 AND period.end <= ?2
ORDER BY adjustment.id
