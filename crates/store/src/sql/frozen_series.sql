SELECT period.code, frozen_indicator.indicator_id, frozen_indicator.measure_id, frozen_indicator.judged
FROM frozen_indicator
JOIN period ON period.id = frozen_indicator.period_id
WHERE frozen_indicator.indicator_id = ?1
ORDER BY period.end
