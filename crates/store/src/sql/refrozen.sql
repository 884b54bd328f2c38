SELECT DISTINCT freeze.plan_id, period.code, freeze.locked
FROM change
JOIN freeze ON change.row_key = json_array(freeze.plan_id, freeze.period_id)
JOIN period ON period.id = freeze.period_id
WHERE change.operation_id = ?1 AND change.table_name = 'freeze'
