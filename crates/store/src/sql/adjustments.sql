SELECT
    adjustment.id, adjustment.uid, adjustment.plan_id, adjustment.unit_id, period.code, adjustment.points,
    adjustment.reason, adjustment.who, adjustment.at
FROM adjustment
JOIN period ON period.id = adjustment.period_id
WHERE adjustment.plan_id = ?1
ORDER BY adjustment.id
