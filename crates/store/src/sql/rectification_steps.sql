SELECT rectification_id, kind, made_on, note, who, at
FROM rectification_step
WHERE rectification_id IN (SELECT id FROM rectification WHERE plan_id = ?1)
ORDER BY rectification_id, id
