UPDATE measure
SET section_id = ?3, number = ?4, title = ?5, text = ?6, deadline = ?7, span_start = ?8, span_end = ?9, position = ?10, document_id = ?11
WHERE uid = ?1 AND plan_id = ?2
