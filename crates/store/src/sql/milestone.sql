SELECT id, uid, plan_id, measure_id, name, due, text, done_on, evidence, position
FROM milestone
WHERE uid = ?1
