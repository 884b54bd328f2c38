INSERT INTO entry (indicator_id, unit_id, period_id, value, numerator, denominator, typed, note, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (indicator_id, unit_id, period_id) DO UPDATE
SET
    value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
    typed = excluded.typed, note = excluded.note, who = excluded.who, at = excluded.at
WHERE
    value IS NOT excluded.value OR numerator IS NOT excluded.numerator OR denominator IS NOT excluded.denominator
    OR typed IS NOT excluded.typed OR note IS NOT excluded.note
