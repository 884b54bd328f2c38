SELECT indicator_id, unit_id, period_id, value, numerator, denominator
FROM entry
WHERE indicator_id = ?1 AND unit_id = ?2 AND period_id = ?3
