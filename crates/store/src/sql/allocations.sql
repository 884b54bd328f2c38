SELECT allocation.indicator_id, allocation.unit_id, allocation.target, allocation.target_text
FROM indicator
JOIN allocation ON allocation.indicator_id = indicator.id
WHERE indicator.plan_id = ?1
ORDER BY allocation.indicator_id, allocation.unit_id
