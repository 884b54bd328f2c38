UPDATE milestone
SET measure_id = ?3, name = ?4, due = ?5, text = ?6, done_on = ?7, evidence = ?8, position = ?9
WHERE uid = ?1 AND plan_id = ?2
