SELECT operation.label, coalesce(replay.who, operation.who) AS who
FROM change
JOIN operation ON operation.id = change.operation_id
LEFT JOIN replay ON replay.id = change.replay_id
WHERE change.table_name = ?1 AND change.row_key = ?2 AND change.id > ?3 AND change.operation_id <> ?4
ORDER BY change.id DESC
LIMIT 1
