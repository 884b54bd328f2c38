INSERT INTO rectification_step (rectification_id, kind, made_on, note, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
