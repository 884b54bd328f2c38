SELECT indicator_id, field, base_number, base_text
FROM exchange_cell
WHERE exchange_id = ?1
ORDER BY indicator_id, field
