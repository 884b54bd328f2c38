SELECT DISTINCT
    json_extract(row_key, '$[0]') AS indicator_id, json_extract(row_key, '$[1]') AS unit_id,
    json_extract(row_key, '$[2]') AS period_id
FROM change
WHERE id > ?1 AND id <= ?2 AND table_name = 'entry'
LIMIT ?3
