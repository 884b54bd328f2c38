INSERT INTO responsibility (measure_id, unit_id, role, position)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (measure_id, unit_id) DO NOTHING
