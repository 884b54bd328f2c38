-- Units by what they were called when the change was made: a unit may have been renamed since, or become one with another.
SELECT
    operation.kind, operation.label, coalesce(replay.who, operation.who) AS who, coalesce(replay.at, operation.at) AS at,
    replay.direction, change.before, change.after,
    (
        SELECT coalesce(json_extract(named.after, '$.short_name'), json_extract(named.after, '$.name'))
        FROM change AS named
        WHERE
            named.table_name = 'unit' AND named.row_key = json_array(json_extract(change.before, '$.unit_id'))
            AND named.id < change.id AND named.after IS NOT NULL
        ORDER BY named.id DESC
        LIMIT 1
    ) AS old_unit,
    (
        SELECT coalesce(json_extract(named.after, '$.short_name'), json_extract(named.after, '$.name'))
        FROM change AS named
        WHERE
            named.table_name = 'unit' AND named.row_key = json_array(json_extract(change.after, '$.unit_id'))
            AND named.id < change.id AND named.after IS NOT NULL
        ORDER BY named.id DESC
        LIMIT 1
    ) AS new_unit
FROM change
JOIN operation ON operation.id = change.operation_id
LEFT JOIN replay ON replay.id = change.replay_id
WHERE change.table_name = 'entry' AND change.row_key IN (
        SELECT json_array(?1, known.id, ?3)
        FROM (SELECT ?2 AS id UNION ALL SELECT id FROM merged_unit WHERE unit_id = ?2) AS known
    )
ORDER BY change.id DESC
