INSERT INTO package_text (unit_id, measure_id, period_id, passage, base_text, made_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (unit_id, measure_id, period_id, passage) DO UPDATE
SET base_text = excluded.base_text, made_at = excluded.made_at
WHERE base_text IS NOT excluded.base_text OR made_at IS NOT excluded.made_at
