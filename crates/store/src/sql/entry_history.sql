SELECT
    operation.label, coalesce(replay.who, operation.who) AS who, coalesce(replay.at, operation.at) AS at,
    replay.direction, change.before, change.after
FROM change
JOIN operation ON operation.id = change.operation_id
LEFT JOIN replay ON replay.id = change.replay_id
WHERE change.table_name = 'entry' AND change.row_key BETWEEN ?1 AND ?2
ORDER BY change.id DESC
LIMIT ?3
