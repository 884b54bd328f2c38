SELECT planned_value.indicator_id, period.code, planned_value.value, planned_value.value_text
FROM planned_value
JOIN period ON period.id = planned_value.period_id
WHERE planned_value.indicator_id = ?1
ORDER BY period.end
