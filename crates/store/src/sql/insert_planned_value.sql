INSERT INTO planned_value (indicator_id, period_id, value, value_text)
VALUES (?1, ?2, ?3, ?4)
