INSERT INTO exchange (uid, plan_id, unit_id, period_id, file_name, sent_at, who)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
