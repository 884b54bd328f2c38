SELECT measure_id, passage, base_text
FROM exchange_text
WHERE exchange_id = ?1
ORDER BY measure_id, passage
