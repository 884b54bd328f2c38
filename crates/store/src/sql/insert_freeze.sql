INSERT INTO freeze (plan_id, period_id, last_day, rules, locked, who, frozen_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
