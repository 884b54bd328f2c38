INSERT INTO milestone (uid, plan_id, measure_id, name, due, text, done_on, evidence, position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
