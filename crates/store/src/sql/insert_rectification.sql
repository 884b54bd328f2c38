INSERT INTO rectification (
    uid, plan_id, indicator_id, measure_id, own, unit_id, period_id, light, finding, cause, action, deadline, person, state,
    opened_on, closed_on
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
