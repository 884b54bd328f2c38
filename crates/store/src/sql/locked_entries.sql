SELECT
    entry.indicator_id, entry.unit_id, entry.period_id, entry.value, entry.numerator, entry.denominator, entry.note
FROM indicator
JOIN entry ON entry.indicator_id = indicator.id
JOIN period ON period.id = entry.period_id
WHERE indicator.plan_id = ?1 AND period.end <= ?2
ORDER BY entry.indicator_id, entry.unit_id, entry.period_id
