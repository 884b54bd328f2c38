INSERT INTO exchange_text (exchange_id, measure_id, passage, base_text)
VALUES (?1, ?2, ?3, ?4)
