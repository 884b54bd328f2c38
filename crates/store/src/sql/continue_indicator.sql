INSERT INTO indicator_continuation (indicator_id, earlier_id)
VALUES (?1, ?2)
ON CONFLICT (indicator_id) DO UPDATE SET earlier_id = excluded.earlier_id
