INSERT INTO frozen_indicator (plan_id, period_id, indicator_id, measure_id, judged)
VALUES (?1, ?2, ?3, ?4, ?5)
