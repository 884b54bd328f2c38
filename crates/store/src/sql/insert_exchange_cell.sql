INSERT INTO exchange_cell (exchange_id, indicator_id, field, base_number, base_text)
VALUES (?1, ?2, ?3, ?4, ?5)
