SELECT id, uid, plan_id, section_id, number, title, text, deadline, span_start, span_end, position, document_id, weight
FROM measure
WHERE uid = ?1
