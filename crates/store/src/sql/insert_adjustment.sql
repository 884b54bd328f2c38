INSERT INTO adjustment (uid, plan_id, unit_id, period_id, points, reason, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
