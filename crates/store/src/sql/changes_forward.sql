SELECT id, table_name, row_key, before, after
FROM change
WHERE operation_id = ?1 AND replay_id IS NULL AND id > ?2
ORDER BY id
LIMIT ?3
