SELECT indicator_id, measure_id, judged
FROM frozen_indicator
WHERE plan_id = ?1 AND period_id = ?2
ORDER BY indicator_id
