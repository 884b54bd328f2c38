SELECT id, uid, name, short_name, parent_id, is_group, position
FROM unit
WHERE name = ?1 OR id = (SELECT unit_id FROM unit_alias WHERE alias = ?1)
ORDER BY name = ?1 DESC
LIMIT 1
