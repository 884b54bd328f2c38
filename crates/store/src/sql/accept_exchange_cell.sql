UPDATE exchange_cell
SET base_number = ?4, base_text = ?5
WHERE exchange_id = ?1 AND indicator_id = ?2 AND field = ?3
