SELECT id, plan_id, measure_id, name, unit, value, value_text, quote, span_start, span_end, position
FROM achievement
WHERE plan_id = ?1
ORDER BY position, id
