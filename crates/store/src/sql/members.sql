SELECT unit_member.group_id, unit_member.unit_id
FROM unit_member
JOIN unit ON unit.id = unit_member.unit_id
ORDER BY unit.position, unit.id
