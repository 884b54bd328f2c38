SELECT indicator_id, unit_id, period_id, value, numerator, denominator
FROM entry
WHERE indicator_id IN (SELECT id FROM indicator WHERE plan_id = ?1)
ORDER BY indicator_id, unit_id
