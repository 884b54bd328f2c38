SELECT
    entry.indicator_id, entry.unit_id, period.code, entry.value, entry.numerator, entry.denominator,
    entry.typed, entry.note, entry.who, entry.at
FROM indicator
JOIN entry ON entry.indicator_id = indicator.id
JOIN period ON period.id = entry.period_id
WHERE indicator.plan_id = ?1 AND period.end <= ?2
ORDER BY entry.indicator_id, entry.unit_id, period.end, period.start DESC
