INSERT INTO measure_continuation (measure_id, earlier_id)
VALUES (?1, ?2)
ON CONFLICT (measure_id) DO UPDATE SET earlier_id = excluded.earlier_id
