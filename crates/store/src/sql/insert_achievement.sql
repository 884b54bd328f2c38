INSERT INTO achievement (plan_id, measure_id, name, unit, value, value_text, quote, span_start, span_end, position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
