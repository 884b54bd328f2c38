-- A row that became another unit's has two keys: the one it had, and the one it has.
SELECT
    json_extract(before, '$.indicator_id') AS indicator_id, json_extract(before, '$.unit_id') AS unit_id,
    json_extract(before, '$.period_id') AS period_id
FROM change
WHERE id > ?1 AND id <= ?2 AND table_name = 'entry' AND before IS NOT NULL
UNION
SELECT
    json_extract(after, '$.indicator_id'), json_extract(after, '$.unit_id'), json_extract(after, '$.period_id')
FROM change
WHERE id > ?1 AND id <= ?2 AND table_name = 'entry' AND after IS NOT NULL
LIMIT ?3
