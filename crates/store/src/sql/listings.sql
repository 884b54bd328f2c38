SELECT id, uid, measure_id, reason, every_days, listed_on, lifted_on, who, at
FROM listing
WHERE measure_id IN (SELECT id FROM measure WHERE plan_id = ?1)
ORDER BY id
