INSERT INTO package_cell (unit_id, indicator_id, period_id, field, base_number, base_text, made_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (unit_id, indicator_id, period_id, field) DO UPDATE
SET base_number = excluded.base_number, base_text = excluded.base_text, made_at = excluded.made_at
WHERE
    base_number IS NOT excluded.base_number OR base_text IS NOT excluded.base_text OR made_at IS NOT excluded.made_at
