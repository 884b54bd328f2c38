INSERT INTO measure (uid, plan_id, section_id, number, title, text, deadline, span_start, span_end, position, document_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
