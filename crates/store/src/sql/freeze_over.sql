SELECT freeze.plan_id, period.code, freeze.rules, freeze.who, freeze.frozen_at
FROM freeze
JOIN period ON period.id = freeze.period_id
WHERE freeze.plan_id = ?1 AND freeze.last_day >= ?2
ORDER BY freeze.last_day, freeze.period_id <> ?3
LIMIT 1
