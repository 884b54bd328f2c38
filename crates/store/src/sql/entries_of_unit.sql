SELECT
    entry.indicator_id, entry.unit_id, period.code, entry.value, entry.numerator, entry.denominator,
    entry.typed, entry.note, entry.who, entry.at
FROM indicator
JOIN entry ON entry.indicator_id = indicator.id AND entry.unit_id = ?2
JOIN period ON period.id = entry.period_id
WHERE indicator.plan_id = ?1
ORDER BY entry.indicator_id, period.end, period.start DESC
