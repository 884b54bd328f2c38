INSERT INTO allocation (indicator_id, unit_id, target, target_text)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (indicator_id, unit_id) DO UPDATE SET target = excluded.target, target_text = excluded.target_text
