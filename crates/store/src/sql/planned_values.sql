SELECT planned_value.indicator_id, period.code, planned_value.value, planned_value.value_text
FROM planned_value
JOIN indicator ON indicator.id = planned_value.indicator_id
JOIN period ON period.id = planned_value.period_id
WHERE indicator.plan_id = ?1
ORDER BY planned_value.indicator_id, period.end
