INSERT INTO listing (uid, measure_id, reason, every_days, listed_on, lifted_on, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
