SELECT
    entry.indicator_id, entry.unit_id, entry.period_id, entry.value, entry.numerator, entry.denominator
FROM indicator
JOIN entry ON entry.indicator_id = indicator.id
WHERE indicator.plan_id = ?1
ORDER BY entry.indicator_id, entry.unit_id
