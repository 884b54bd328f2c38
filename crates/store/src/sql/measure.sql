SELECT id, uid, plan_id, section_id, number, title, text, deadline, span_start, span_end, position
FROM measure
WHERE uid = ?1
