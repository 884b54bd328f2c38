SELECT
    entry.indicator_id, entry.unit_id, period.code, entry.value, entry.numerator, entry.denominator,
    entry.typed, entry.note, entry.who, entry.at
FROM entry
JOIN period ON period.id = entry.period_id
WHERE entry.unit_id = ?1 AND entry.period_id = ?2
ORDER BY entry.indicator_id
