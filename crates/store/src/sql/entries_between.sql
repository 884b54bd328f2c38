SELECT
    entry.indicator_id, entry.unit_id, period.code, entry.value, entry.numerator, entry.denominator,
    entry.typed, entry.note, entry.who, entry.at
FROM period
JOIN entry ON entry.period_id = period.id
JOIN indicator ON indicator.id = entry.indicator_id
WHERE indicator.plan_id = ?1 AND period.end >= ?2 AND period.end <= ?3
ORDER BY entry.indicator_id, entry.unit_id, period.end, period.start DESC
